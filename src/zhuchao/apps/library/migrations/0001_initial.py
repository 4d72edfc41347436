import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='CompanyWatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('name', models.CharField(max_length=120, verbose_name='企业')),
                ('key', models.CharField(max_length=200)),
                ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='结束时间')),
            ],
            options={
                'verbose_name': '企业关注',
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('owner', 'key'), name='library_company_watch_once')],
            },
        ),
        migrations.CreateModel(
            name='Intake',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('digest', models.CharField(max_length=64)),
                ('size', models.PositiveBigIntegerField()),
                ('origin', models.CharField(choices=[('paste', '粘贴'), ('file', '文件'), ('url', '网址'), ('form', '门户表单'), ('watch', '关注来源')], max_length=10, verbose_name='来路')),
                ('address', models.TextField(blank=True, verbose_name='网址')),
                ('fetched_at', models.DateTimeField(blank=True, null=True)),
                ('kind', models.CharField(choices=[('page', '网页'), ('message', '消息'), ('unknown', '未识别')], default='unknown', max_length=10, verbose_name='类别')),
                ('state', models.CharField(choices=[('proposed', '待确认'), ('confirmed', '已确认'), ('set_aside', '已搁置'), ('failed', '未读出')], default='proposed', max_length=10, verbose_name='状态')),
                ('reason', models.TextField(blank=True, verbose_name='原因')),
                ('became', models.CharField(blank=True, max_length=30, verbose_name='成为')),
                ('became_id', models.BigIntegerField(blank=True, null=True)),
            ],
            options={
                'verbose_name': '收件',
                'indexes': [models.Index(fields=['organisation', 'state', '-created_at'], name='library_intakes'), models.Index(fields=['digest'], name='library_intake_digest')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('address', ''), ('state__in', ['proposed', 'failed'])), fields=('organisation', 'owner', 'digest'), name='library_intake_open_once')],
            },
        ),
        migrations.CreateModel(
            name='MessageCorrection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('intake', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='library.intake')),
                ('field', models.CharField(max_length=30, verbose_name='字段')),
                ('floor', models.CharField(blank=True, max_length=10, verbose_name='楼层')),
                ('was', models.JSONField(null=True)),
                ('now', models.JSONField(null=True)),
                ('corrected_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('corrected_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '消息更正',
            },
        ),
        migrations.CreateModel(
            name='RepostCluster',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
            ],
            options={
                'verbose_name': '转载簇',
            },
        ),
        migrations.CreateModel(
            name='RepostRegister',
            fields=[
                ('organisation', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='people.organisation')),
            ],
            options={
                'verbose_name': '转载登记',
            },
        ),
        migrations.CreateModel(
            name='SiteManners',
            fields=[
                ('host', models.CharField(max_length=255, primary_key=True, serialize=False)),
                ('robots', models.TextField(blank=True)),
                ('reason', models.TextField(blank=True)),
                ('robots_at', models.DateTimeField(blank=True, null=True)),
                ('next_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': '网站约定',
            },
        ),
        migrations.CreateModel(
            name='WatchedSource',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('name', models.CharField(max_length=100, verbose_name='名称')),
                ('address', models.TextField(verbose_name='网址')),
                ('digest', models.CharField(max_length=64)),
                ('host', models.CharField(max_length=255)),
                ('form', models.CharField(choices=[('unknown', '尚未识别'), ('list', '列表页'), ('feed', '订阅源'), ('sitemap', '站点地图')], default='unknown', max_length=10, verbose_name='形式')),
                ('state', models.CharField(choices=[('active', '关注中'), ('paused', '已暂停')], default='active', max_length=10, verbose_name='状态')),
                ('every_minutes', models.PositiveIntegerField(default=60, verbose_name='间隔（分钟）')),
                ('versions', models.JSONField(blank=True, default=dict)),
                ('pending', models.JSONField(blank=True, default=list)),
                ('visited_at', models.DateTimeField(blank=True, null=True, verbose_name='上次访问')),
                ('next_at', models.DateTimeField(blank=True, null=True, verbose_name='下次访问')),
                ('failures', models.PositiveIntegerField(default=0, verbose_name='连续失败')),
                ('reason', models.TextField(blank=True, verbose_name='原因')),
            ],
            options={
                'verbose_name': '关注来源',
                'indexes': [models.Index(fields=['state', 'next_at'], name='library_sources_due')],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'digest'), name='library_source_once')],
            },
        ),
        migrations.CreateModel(
            name='ReadPage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('intake', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='read_page', to='library.intake')),
                ('address', models.TextField(blank=True, verbose_name='网址')),
                ('digest', models.CharField(db_index=True, max_length=64)),
                ('fetched_at', models.DateTimeField(blank=True, null=True)),
                ('page', models.JSONField()),
                ('title', models.CharField(max_length=200, verbose_name='标题')),
                ('source', models.CharField(blank=True, max_length=100, verbose_name='来源')),
                ('published_on', models.DateField(blank=True, null=True, verbose_name='发布日期')),
                ('state', models.CharField(choices=[('new', '新读'), ('used', '已用'), ('set_aside', '已搁置')], default='new', max_length=10, verbose_name='状态')),
                ('cluster', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pages', to='library.repostcluster')),
                ('sketch', models.BinaryField(default=bytes)),
                ('searched', models.CharField(blank=True, max_length=600)),
                ('facts_by', models.CharField(blank=True, db_index=True, max_length=12)),
            ],
            options={
                'verbose_name': '已读网页',
                'indexes': [models.Index(fields=['organisation', 'state', '-created_at'], name='library_pages'), models.Index(fields=['organisation', '-created_at', '-id', 'searched'], name='library_pages_searched'), models.Index(fields=['organisation', 'published_on'], name='library_pages_published')],
            },
        ),
        migrations.CreateModel(
            name='RepostMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.organisation')),
                ('page', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='marks', to='library.readpage')),
                ('value', models.BigIntegerField()),
            ],
            options={
                'verbose_name': '转载标记',
                'indexes': [models.Index(fields=['value', 'organisation', 'page'], name='library_mark_value')],
            },
        ),
        migrations.CreateModel(
            name='WatchedAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='addresses', to='library.watchedsource')),
                ('address', models.TextField(verbose_name='网址')),
                ('digest', models.CharField(max_length=64)),
                ('host', models.CharField(max_length=255)),
                ('title', models.CharField(blank=True, max_length=200, verbose_name='标题')),
                ('state', models.CharField(choices=[('waiting', '待读'), ('read', '已读'), ('failed', '未读出')], default='waiting', max_length=10, verbose_name='状态')),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('next_at', models.DateTimeField(blank=True, null=True)),
                ('reason', models.TextField(blank=True, verbose_name='原因')),
                ('page', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='seen_at', to='library.readpage')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '关注到的网址',
                'indexes': [models.Index(fields=['source', 'state', 'next_at'], name='library_addresses'), models.Index(fields=['state', 'host', 'next_at'], name='library_addresses_due')],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'digest'), name='library_address_once')],
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='library.readpage')),
                ('field', models.CharField(max_length=30, verbose_name='字段')),
                ('was', models.JSONField(null=True)),
                ('now', models.JSONField(null=True)),
                ('start', models.PositiveIntegerField(blank=True, null=True)),
                ('end', models.PositiveIntegerField(blank=True, null=True)),
                ('corrected_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('corrected_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '更正',
                'indexes': [models.Index(fields=['page', 'corrected_at'], name='library_corrections')],
            },
        ),
        migrations.CreateModel(
            name='Fact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='facts', to='library.readpage')),
                ('kind', models.CharField(choices=[('measure', '指标'), ('event', '项目动态'), ('organisation', '单位'), ('place', '地名'), ('person', '人物'), ('plan', '目标'), ('honour', '荣誉'), ('policy', '政策'), ('notice', '公示')], max_length=12, verbose_name='类别')),
                ('topic', models.CharField(blank=True, max_length=200)),
                ('key', models.CharField(blank=True, max_length=200)),
                ('amount', models.FloatField(blank=True, null=True)),
                ('value', models.JSONField()),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('sentence', models.TextField(blank=True, verbose_name='原句')),
                ('state', models.CharField(max_length=10, verbose_name='状态')),
            ],
            options={
                'verbose_name': '事实',
                'indexes': [models.Index(fields=['page', 'start'], name='library_facts_of_page'), models.Index(fields=['key'], name='library_facts_by_key'), models.Index(fields=['topic'], name='library_facts_by_topic')],
            },
        ),
        migrations.CreateModel(
            name='ProfileRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('about', models.CharField(max_length=60, verbose_name='对象')),
                ('metric', models.CharField(max_length=60, verbose_name='指标')),
                ('period', models.CharField(blank=True, max_length=40, verbose_name='时期')),
                ('year', models.PositiveSmallIntegerField(verbose_name='年份')),
                ('value', models.FloatField(verbose_name='数值')),
                ('unit', models.CharField(blank=True, max_length=20, verbose_name='单位')),
                ('words', models.CharField(max_length=60, verbose_name='原文')),
                ('bound', models.CharField(blank=True, max_length=8)),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='profile_rows', to='library.readpage')),
                ('sentence', models.TextField(blank=True, verbose_name='原句')),
            ],
            options={
                'verbose_name': '概况数据',
                'indexes': [models.Index(fields=['organisation', 'about', 'metric', 'year'], name='library_profile')],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'about', 'metric', 'year', 'period', 'page'), name='library_profile_once_a_page')],
            },
        ),
        migrations.AddField(
            model_name='RepostCluster',
            name='origin',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='library.readpage'),
        ),
    ]
