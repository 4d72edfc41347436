import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLES = ("projects_problemevent", "projects_inspectionsheet", "projects_leadersmark")


def guard(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """What is only appended to is never changed: the database refuses it, as in 0002."""
    for table in TABLES:
        if editor.connection.vendor == "sqlite":
            for act in ("UPDATE", "DELETE"):
                editor.execute(
                    f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
                )
        else:
            editor.execute(
                f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION projects_refuse_change()"
            )


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0001_initial'),
        ('projects', '0002_append_only'),
    ]

    operations = [
        migrations.CreateModel(
            name='InspectionRound',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=120, verbose_name='名称')),
                ('every', models.CharField(max_length=8, verbose_name='周期')),
                ('template_key', models.CharField(max_length=40, verbose_name='评分表')),
                ('content', models.TextField(verbose_name='评分表文本')),
                ('first', models.DateField(verbose_name='起')),
                ('last', models.DateField(verbose_name='止')),
                ('due_on', models.DateField(verbose_name='期限')),
                ('planned_at', models.DateTimeField(auto_now_add=True, verbose_name='排定时间')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('planned_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '检查计划',
                'constraints': [models.UniqueConstraint(condition=models.Q(('every', 'tour'), _negated=True), fields=('organisation', 'template_key', 'first'), name='projects_round_once_a_period')],
            },
        ),
        migrations.CreateModel(
            name='Inspection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('position', models.PositiveSmallIntegerField(default=1, verbose_name='次序')),
                ('state', models.CharField(choices=[('planned', '待检查'), ('on_site', '检查中'), ('signed', '已签字'), ('published', '已公布')], default='planned', max_length=10, verbose_name='状态')),
                ('points', models.FloatField(blank=True, null=True, verbose_name='得分')),
                ('signed_at', models.DateTimeField(blank=True, null=True, verbose_name='签字时间')),
                ('published_at', models.DateTimeField(blank=True, null=True, verbose_name='公布时间')),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='inspections', to='projects.project')),
                ('published_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('signed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='inspections', to='projects.inspectionround')),
            ],
            options={
                'verbose_name': '检查',
                'indexes': [models.Index(fields=['owner', 'state'], name='projects_inspections_of')],
                'constraints': [models.UniqueConstraint(fields=('round', 'project'), name='projects_inspected_once_a_round')],
            },
        ),
        migrations.CreateModel(
            name='InspectionSheet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=40)),
                ('marks', models.JSONField(verbose_name='评分')),
                ('findings', models.JSONField(verbose_name='发现的问题')),
                ('note', models.TextField(blank=True, verbose_name='情况')),
                ('is_signed', models.BooleanField(verbose_name='签字')),
                ('inspected_on', models.DateField(verbose_name='检查日期')),
                ('recorded_at', models.DateTimeField(verbose_name='记录时间')),
                ('inspection', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sheets', to='projects.inspection')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '检查表',
                'ordering': ('recorded_at', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('inspection', 'key'), name='projects_sheet_once'), models.UniqueConstraint(condition=models.Q(('is_signed', True)), fields=('inspection',), name='projects_sheet_signed_once')],
            },
        ),
        migrations.CreateModel(
            name='LeadersMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('quarter', models.DateField(verbose_name='季度首日')),
                ('points', models.FloatField(verbose_name='得分')),
                ('note', models.CharField(max_length=200, verbose_name='依据')),
                ('recorded_at', models.DateTimeField(verbose_name='记录时间')),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='leaders_marks', to='projects.project')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '领导评分',
                'constraints': [models.CheckConstraint(condition=models.Q(('points__gte', 0), ('points__lte', 100)), name='projects_leaders_mark')],
            },
        ),
        migrations.CreateModel(
            name='Problem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20, verbose_name='类别')),
                ('words', models.CharField(max_length=300, verbose_name='问题')),
                ('state', models.CharField(choices=[('awaiting', '待交办'), ('in_hand', '办理中'), ('to_check', '待核'), ('returned', '退回'), ('closed', '销号')], max_length=10, verbose_name='状态')),
                ('since', models.DateField(verbose_name='处于现状态自')),
                ('raised_on', models.DateField(verbose_name='提出日期')),
                ('unit', models.CharField(blank=True, max_length=60, verbose_name='责任单位')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='期限')),
                ('level', models.PositiveSmallIntegerField(default=0, verbose_name='升级')),
                ('escalated_to', models.CharField(blank=True, max_length=20, verbose_name='升级到')),
                ('reopened', models.PositiveSmallIntegerField(default=0, verbose_name='重开次数')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='销号日期')),
                ('handed_in_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('handler', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('inspection', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='problems', to='projects.inspection')),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='problems', to='projects.project')),
            ],
            options={
                'verbose_name': '问题',
                'indexes': [models.Index(fields=['state', 'due_on'], name='projects_problems_due'), models.Index(fields=['handler', 'state'], name='projects_problems_with')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('closed_on__isnull', False), ('state', 'closed')), models.Q(models.Q(('state', 'closed'), _negated=True), ('closed_on', None)), _connector='OR'), name='projects_problem_closed_on_a_day')],
            },
        ),
        migrations.CreateModel(
            name='ProblemEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('act', models.CharField(max_length=10, verbose_name='事项')),
                ('occurred_on', models.DateField(verbose_name='日期')),
                ('recorded_at', models.DateTimeField(verbose_name='记录时间')),
                ('unit', models.CharField(blank=True, max_length=60, verbose_name='责任单位')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='期限')),
                ('level', models.PositiveSmallIntegerField(default=0, verbose_name='升级')),
                ('note', models.TextField(blank=True, verbose_name='说明')),
                ('is_withdrawal', models.BooleanField(default=False, verbose_name='撤销')),
                ('corrects', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='projects.problemevent')),
                ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='problem_events', to='projects.document')),
                ('handler', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('problem', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='projects.problem')),
                ('recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '问题记录',
                'ordering': ('recorded_at', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', False), ('is_withdrawal', True)), models.Q(('corrects', None), ('is_withdrawal', False)), _connector='OR'), name='projects_problem_withdrawal'), models.CheckConstraint(condition=models.Q(models.Q(('act', 'handed_in'), _negated=True), ('document__isnull', False), ('is_withdrawal', True), _connector='OR'), name='projects_problem_proof')],
            },
        ),
        migrations.RunPython(guard, migrations.RunPython.noop),
    ]
