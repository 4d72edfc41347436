import django.db.models.deletion
import zhuchao.ground.sealed.field
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Company',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('normal_name', models.CharField(db_index=True, max_length=120)),
                ('credit_code', models.CharField(blank=True, max_length=18, verbose_name='统一社会信用代码')),
                ('head', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='members', to='parties.company')),
            ],
            options={
                'verbose_name': '企业',
                'constraints': [models.UniqueConstraint(fields=('organisation', 'normal_name'), name='parties_company_name'), models.UniqueConstraint(condition=models.Q(('credit_code', ''), _negated=True), fields=('organisation', 'credit_code'), name='parties_company_code')],
            },
        ),
        migrations.CreateModel(
            name='CompanyMerge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kept', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='merges', to='parties.company')),
                ('folded', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.company')),
                ('reason', models.CharField(max_length=200, verbose_name='依据')),
                ('merged_at', models.DateTimeField(auto_now_add=True, verbose_name='合并时间')),
                ('merged_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('undone_at', models.DateTimeField(blank=True, null=True, verbose_name='撤销时间')),
                ('undone_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '企业合并',
                'constraints': [models.UniqueConstraint(condition=models.Q(('undone_at', None)), fields=('folded',), name='parties_folded_once')],
            },
        ),
        migrations.CreateModel(
            name='CompanyName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='names', to='parties.company')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('normal_name', models.CharField(max_length=120)),
                ('key', models.CharField(blank=True, max_length=120)),
                ('kind', models.CharField(choices=[('full', '全称'), ('short', '简称'), ('former', '曾用名')], default='full', max_length=8, verbose_name='种类')),
                ('noted_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '企业名称',
                'indexes': [models.Index(fields=['normal_name'], name='parties_names'), models.Index(fields=['key'], name='parties_name_keys')],
                'constraints': [models.UniqueConstraint(fields=('company', 'normal_name'), name='parties_name_once')],
            },
        ),
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('name', zhuchao.ground.sealed.field.SealedField(blank=True, verbose_name='姓名')),
                ('telephone', zhuchao.ground.sealed.field.SealedField(blank=True, verbose_name='电话')),
                ('telephone_hash', models.CharField(blank=True, max_length=64)),
                ('company', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='contacts', to='parties.company')),
            ],
            options={
                'verbose_name': '联系人',
                'constraints': [models.UniqueConstraint(condition=models.Q(('telephone_hash', ''), _negated=True), fields=('organisation', 'telephone_hash'), name='parties_contact_telephone')],
            },
        ),
    ]
