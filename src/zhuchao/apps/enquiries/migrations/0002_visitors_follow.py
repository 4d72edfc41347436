import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('enquiries', '0001_initial'),
        ('properties', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='enquiry',
            name='answer',
            field=models.TextField(blank=True, verbose_name='给访客的答复'),
        ),
        migrations.AddField(
            model_name='enquiry',
            name='answered_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='答复时间'),
        ),
        migrations.AddField(
            model_name='enquiry',
            name='consent',
            field=models.CharField(blank=True, max_length=20, verbose_name='同意的告知'),
        ),
        migrations.AddField(
            model_name='enquiry',
            name='digits_mark',
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name='enquiry',
            name='erased_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='个人信息删除时间'),
        ),
        migrations.AddField(
            model_name='enquiry',
            name='offer',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='properties.offer'),
        ),
        migrations.AddField(
            model_name='enquiry',
            name='side',
            field=models.CharField(choices=[('demand', '找房源'), ('supply', '有房源')], default='demand', max_length=6, verbose_name='供需'),
        ),
    ]
