import django.db.models.deletion
import django.utils.timezone
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('library', '0001_initial'),
        ('people', '0001_initial'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
    ]

    operations = [
        migrations.CreateModel(
            name='ArticlePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('original_title', models.CharField(blank=True, max_length=200, verbose_name='原标题')),
                ('source', models.CharField(blank=True, max_length=100, verbose_name='来源')),
                ('source_address', models.URLField(blank=True, max_length=2000, verbose_name='原网址')),
                ('editor_name', models.CharField(blank=True, max_length=40, verbose_name='编辑')),
                ('author_name', models.CharField(blank=True, max_length=40, verbose_name='作者')),
                ('event_on', models.DateField(blank=True, null=True, verbose_name='事件日期')),
                ('published_on', models.DateField(blank=True, null=True, verbose_name='原发日期')),
                ('reposted_at', models.DateTimeField(blank=True, null=True, verbose_name='本站发布时间')),
                ('excerpt', models.CharField(blank=True, max_length=200, verbose_name='摘要')),
                ('body', wagtail.fields.StreamField([('heading', 0), ('paragraph', 1), ('table', 2), ('caption', 3), ('quote', 4)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'icon': 'title', 'label': '小标题', 'max_length': 200, 'template': 'portal/blocks/heading.html'}), 1: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'ol', 'ul'], 'icon': 'pilcrow', 'label': '段落', 'template': 'portal/blocks/paragraph.html'}), 2: ('zhuchao.apps.publishing.blocks.TableBlock', (), {}), 3: ('wagtail.blocks.CharBlock', (), {'icon': 'image', 'label': '图注', 'max_length': 500, 'template': 'portal/blocks/caption.html'}), 4: ('wagtail.blocks.TextBlock', (), {'icon': 'openquote', 'label': '引文', 'template': 'portal/blocks/quote.html'})}, verbose_name='正文')),
                ('read_page', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='library.readpage')),
                ('views', models.PositiveIntegerField(default=0, editable=False, verbose_name='浏览')),
            ],
            options={
                'verbose_name': '文章',
                'indexes': [models.Index(fields=['organisation', '-published_on'], name='publishing_articles')],
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='ChannelPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('introduction', models.CharField(blank=True, max_length=200, verbose_name='栏目说明')),
            ],
            options={
                'verbose_name': '栏目',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='HomePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('tagline', models.CharField(blank=True, max_length=80, verbose_name='一句话介绍')),
                ('telephone', models.CharField(blank=True, max_length=40, verbose_name='对外电话')),
                ('address', models.CharField(blank=True, max_length=120, verbose_name='地址')),
                ('copyright_line', models.CharField(blank=True, max_length=200, verbose_name='版权声明')),
            ],
            options={
                'verbose_name': '门户首页',
            },
            bases=('wagtailcore.page',),
        ),
    ]
