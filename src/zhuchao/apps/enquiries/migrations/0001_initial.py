import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('library', '0001_initial'),
        ('parties', '0001_initial'),
        ('people', '0001_initial'),
        ('properties', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Enquiry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('receipt', models.CharField(max_length=20, unique=True, verbose_name='受理号')),
                ('token', models.CharField(max_length=32, unique=True)),
                ('idempotency_key', models.CharField(max_length=80, unique=True)),
                ('text', models.TextField(verbose_name='原文')),
                ('terms', models.JSONField(default=list, verbose_name='条件')),
                ('ask_back', models.TextField(blank=True, verbose_name='追问')),
                ('state', models.CharField(choices=[('new', '新到'), ('clarified', '已澄清'), ('matched', '已匹配'), ('viewing', '看房中'), ('dealt', '已落单'), ('lapsed', '已失效'), ('cancelled', '已取消')], default='new', max_length=10, verbose_name='状态')),
                ('origin', models.CharField(choices=[('desk', '工作台'), ('portal', '门户')], max_length=10, verbose_name='来路')),
                ('contact', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='enquiries', to='parties.contact')),
                ('company_name', models.CharField(blank=True, max_length=120, verbose_name='公司')),
                ('purpose', models.CharField(blank=True, max_length=200, verbose_name='用途')),
                ('tax_text', models.CharField(blank=True, max_length=200, verbose_name='税收')),
                ('intake', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='enquiry', to='library.intake')),
                ('received_at', models.DateTimeField(verbose_name='收到时间')),
            ],
            options={
                'verbose_name': '需求',
                'indexes': [models.Index(fields=['organisation', 'state', '-received_at'], name='enquiries_by_state'), models.Index(fields=['owner', 'state'], name='enquiries_by_owner')],
            },
        ),
        migrations.CreateModel(
            name='HandOver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('giver', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('note', models.TextField(blank=True, verbose_name='说明')),
                ('acknowledged_at', models.DateTimeField(blank=True, null=True, verbose_name='接手时间')),
                ('undone_at', models.DateTimeField(blank=True, null=True, verbose_name='撤回时间')),
            ],
            options={
                'verbose_name': '交接',
                'indexes': [models.Index(fields=['owner', 'acknowledged_at', 'undone_at'], name='enquiries_handed_open')],
            },
        ),
        migrations.CreateModel(
            name='RegisteredClient',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mark', models.CharField(max_length=64, unique=True)),
            ],
            options={
                'verbose_name': '报备客户',
            },
        ),
        migrations.CreateModel(
            name='SharedSheet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('token', models.CharField(max_length=48, unique=True)),
                ('idempotency_key', models.CharField(max_length=80, unique=True)),
                ('title', models.CharField(max_length=60, verbose_name='标题')),
                ('note', models.TextField(blank=True, verbose_name='给客户的说明')),
                ('enquiry', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sheets', to='enquiries.enquiry')),
                ('expires_on', models.DateField(verbose_name='有效期至')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='撤回时间')),
            ],
            options={
                'verbose_name': '推荐单',
                'indexes': [models.Index(fields=['organisation', '-created_at'], name='enquiries_sheets')],
            },
        ),
        migrations.CreateModel(
            name='SheetDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='days', to='enquiries.sharedsheet')),
                ('day', models.DateField(verbose_name='日期')),
                ('opened', models.PositiveIntegerField(default=0, verbose_name='打开次数')),
                ('answered', models.PositiveIntegerField(default=0, verbose_name='回应次数')),
            ],
            options={
                'verbose_name': '推荐单的一天',
                'constraints': [models.UniqueConstraint(fields=('sheet', 'day'), name='enquiries_sheet_day')],
            },
        ),
        migrations.CreateModel(
            name='Viewing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('enquiry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='viewings', to='enquiries.enquiry')),
                ('starts_at', models.DateTimeField(verbose_name='时间')),
                ('minutes', models.PositiveSmallIntegerField(default=60, verbose_name='时长（分钟）')),
                ('host', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='viewings', to='parties.contact')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='集合地点')),
                ('note', models.TextField(blank=True, verbose_name='备注')),
                ('outcome', models.CharField(choices=[('planned', '待看房'), ('interested', '有意向'), ('changes', '要求调整'), ('declined', '看不中'), ('no_show', '未到场'), ('cancelled', '已取消')], default='planned', max_length=10, verbose_name='结果')),
                ('reason', models.CharField(blank=True, max_length=200, verbose_name='原因')),
                ('next_step', models.CharField(blank=True, max_length=200, verbose_name='下一步')),
                ('next_on', models.DateField(blank=True, null=True, verbose_name='下一步日期')),
                ('told_at', models.DateTimeField(blank=True, null=True, verbose_name='记录结果时间')),
                ('offers', models.ManyToManyField(related_name='viewings', to='properties.offer')),
            ],
            options={
                'verbose_name': '看房',
                'indexes': [models.Index(fields=['owner', 'outcome', 'starts_at'], name='enquiries_viewings_due'), models.Index(fields=['organisation', '-starts_at'], name='enquiries_viewings')],
            },
        ),
        migrations.CreateModel(
            name='Deal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('enquiry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='deal', to='enquiries.enquiry')),
                ('offer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deals', to='properties.offer')),
                ('kind', models.CharField(choices=[('rent', '租赁'), ('sale', '买卖')], max_length=10, verbose_name='方式')),
                ('area_m2', models.FloatField(verbose_name='面积 ㎡')),
                ('price', models.JSONField(verbose_name='价格')),
                ('signed_on', models.DateField(verbose_name='签约日期')),
                ('term_months', models.FloatField(blank=True, null=True, verbose_name='租期（月）')),
            ],
            options={
                'verbose_name': '成交',
                'indexes': [models.Index(fields=['organisation', '-signed_on'], name='enquiries_deals')],
                'constraints': [models.CheckConstraint(condition=models.Q(('area_m2__gt', 0)), name='enquiries_deal_area_positive')],
            },
        ),
        migrations.CreateModel(
            name='HandedRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('hand_over', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='records', to='enquiries.handover')),
                ('kind', models.CharField(max_length=12, verbose_name='类别')),
                ('record_id', models.BigIntegerField()),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
            ],
            options={
                'verbose_name': '交接的记录',
                'constraints': [models.UniqueConstraint(fields=('hand_over', 'kind', 'record_id'), name='enquiries_handed_once')],
            },
        ),
        migrations.CreateModel(
            name='Registration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('offer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='registrations', to='properties.offer')),
                ('park', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='registrations', to='properties.park')),
                ('place', models.CharField(max_length=24)),
                ('contact', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='registrations', to='parties.contact')),
                ('company_name', models.CharField(blank=True, max_length=120, verbose_name='公司')),
                ('telephone_mark', models.CharField(blank=True, max_length=64)),
                ('company_mark', models.CharField(blank=True, max_length=64)),
                ('note', models.TextField(blank=True, verbose_name='说明')),
                ('state', models.CharField(choices=[('held', '保护中'), ('contested', '有争议'), ('released', '已释放'), ('lapsed', '已到期')], default='held', max_length=10, verbose_name='状态')),
                ('rule', models.CharField(max_length=120, verbose_name='保护期规则')),
                ('days', models.PositiveSmallIntegerField(verbose_name='保护天数')),
                ('registered_on', models.DateField(verbose_name='报备日期')),
                ('until', models.DateField(verbose_name='保护至')),
                ('extended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enquiries.viewing')),
                ('ruling', models.CharField(blank=True, max_length=200, verbose_name='裁定')),
            ],
            options={
                'verbose_name': '报备',
                'indexes': [models.Index(fields=['telephone_mark', 'state'], name='enquiries_registered_phone'), models.Index(fields=['company_mark', 'state'], name='enquiries_registered_firm'), models.Index(fields=['owner', 'state', 'until'], name='enquiries_registered_until')],
                'constraints': [models.CheckConstraint(condition=models.Q(('offer', None), ('park', None), _connector='XOR'), name='enquiries_registered_for_one_thing'), models.CheckConstraint(condition=models.Q(('company_mark', ''), ('telephone_mark', ''), _negated=True), name='enquiries_registered_somebody'), models.UniqueConstraint(condition=models.Q(('state', 'held'), models.Q(('telephone_mark', ''), _negated=True)), fields=('place', 'telephone_mark'), name='enquiries_phone_held_once'), models.UniqueConstraint(condition=models.Q(('state', 'held'), models.Q(('company_mark', ''), _negated=True)), fields=('place', 'company_mark'), name='enquiries_firm_held_once')],
            },
        ),
        migrations.CreateModel(
            name='SharedOffer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shared_offers', to='enquiries.sharedsheet')),
                ('offer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='properties.offer')),
                ('place', models.PositiveSmallIntegerField(verbose_name='次序')),
                ('answer', models.CharField(blank=True, choices=[('interested', '感兴趣'), ('unsuitable', '不合适')], max_length=12, verbose_name='回应')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='回应时间')),
            ],
            options={
                'verbose_name': '推荐的房源',
                'indexes': [models.Index(fields=['answered_at'], name='enquiries_answers')],
                'constraints': [models.UniqueConstraint(fields=('sheet', 'offer'), name='enquiries_offer_shared_once'), models.UniqueConstraint(fields=('sheet', 'place'), name='enquiries_place_taken_once')],
            },
        ),
        migrations.CreateModel(
            name='Cooperation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('registration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cooperations', to='enquiries.registration')),
                ('proposer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('share', models.PositiveSmallIntegerField(verbose_name='发起人分成 %')),
                ('partner_share', models.PositiveSmallIntegerField(verbose_name='对方分成 %')),
                ('note', models.TextField(blank=True, verbose_name='约定')),
                ('state', models.CharField(choices=[('proposed', '待对方同意'), ('agreed', '已约定'), ('declined', '未同意')], default='proposed', max_length=10, verbose_name='状态')),
                ('proposed_at', models.DateTimeField(auto_now_add=True, verbose_name='发起时间')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='答复时间')),
            ],
            options={
                'verbose_name': '合作分成',
                'constraints': [models.CheckConstraint(condition=models.Q(('share', django.db.models.expressions.CombinedExpression(models.Value(100), '-', models.F('partner_share')))), name='enquiries_shares_add_up'), models.CheckConstraint(condition=models.Q(('proposer', models.F('partner')), _negated=True), name='enquiries_two_cooperate'), models.UniqueConstraint(condition=models.Q(('state', 'declined'), _negated=True), fields=('registration',), name='enquiries_one_cooperation')],
            },
        ),
    ]
