"""Claims name the firm as it was filed; blind checks are numbered within their day."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0002_adopted_packs'),
        ('projects', '0006_append_only'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='blindcheck',
            name='projects_checks_of_day',
        ),
        migrations.AddField(
            model_name='blindcheck',
            name='number',
            field=models.PositiveSmallIntegerField(default=0, verbose_name='当日第几次'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='claim',
            name='company_name',
            field=models.CharField(default='', max_length=120, verbose_name='所报企业'),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name='blindcheck',
            constraint=models.UniqueConstraint(fields=('person', 'asked_on', 'number'), name='projects_checks_of_day'),
        ),
    ]
