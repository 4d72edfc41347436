"""Projects, who and what belongs to one, and the filters that people keep."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from zhuchao.apps.people.owned import Owned


class Project(Owned):
    """What a claim or an enquiry became. ``stage`` and ``stage_on`` repeat what its events say.

    Money is in yuan and land in ㎡; NULL is not known. A project that ``same_as`` names is counted
    in its place; one with ``increment_of`` adds money to another and no number.
    """

    class Kind(models.TextChoices):
        INDUSTRY = "industry", "工业"
        SERVICE = "service", "服务业"
        RESEARCH = "research", "科研平台"
        HOUSING = "housing", "产城融合：住房"
        SCHOOL = "school", "产城融合：学校"
        ROAD = "road", "产城融合：道路"
        OTHER_WORKS = "works", "产城融合：其他公共工程"

    class ChainRole(models.TextChoices):
        STRENGTHEN = "strengthen", "强链"
        FILL = "fill", "补链"
        EXTEND = "extend", "延链"

    class Method(models.TextChoices):
        CHAIN = "chain", "产业链招商"
        FUND = "fund", "基金招商"
        CAPITAL = "capital", "资本招商"
        SCENE = "scene", "场景招商"
        AGENT = "agent", "中介与委托招商"

    code = models.CharField("编号", max_length=20, unique=True)
    title = models.CharField("名称", max_length=120)
    kind = models.CharField("类型", max_length=10, choices=Kind.choices, default=Kind.INDUSTRY)
    chain_role = models.CharField("强补延", max_length=10, choices=ChainRole.choices, blank=True)
    chain_node = models.CharField("产业链环节", max_length=60, blank=True)
    method = models.CharField("招商方式", max_length=10, choices=Method.choices, blank=True)
    trade_code = models.CharField("行业代码", max_length=5, blank=True)
    summary = models.TextField("内容与规模", blank=True)
    ladder = models.CharField("阶段体系", max_length=40, default="national")
    # As adopted when the project began; NULL where it climbs the shipped ladder.
    ladder_pack = models.ForeignKey(
        "people.AdoptedPack", models.PROTECT, null=True, blank=True, related_name="+"
    )
    stage = models.CharField("阶段", max_length=40)
    stage_on = models.DateField("进入阶段日期")
    total_investment = models.DecimalField(
        "总投资", max_digits=18, decimal_places=2, null=True, blank=True
    )
    fixed_investment = models.DecimalField(
        "固定资产投资", max_digits=18, decimal_places=2, null=True, blank=True
    )
    equipment_investment = models.DecimalField(
        "设备投资", max_digits=18, decimal_places=2, null=True, blank=True
    )
    foreign_usd = models.DecimalField(
        "外资（美元）", max_digits=18, decimal_places=2, null=True, blank=True
    )
    land_area = models.FloatField("用地面积", null=True, blank=True)
    next_step = models.CharField("下一步", max_length=200, blank=True)
    next_due = models.DateField("下一步期限", null=True, blank=True)
    company = models.ForeignKey(
        "parties.Company", models.PROTECT, null=True, blank=True, related_name="projects"
    )
    # As it was typed: all that those are shown who may not see the firm in the register.
    company_name = models.CharField("企业名称", max_length=120, blank=True)
    claim = models.ForeignKey(
        "projects.Claim", models.PROTECT, null=True, blank=True, related_name="projects"
    )
    enquiry = models.OneToOneField(
        "enquiries.Enquiry", models.PROTECT, null=True, blank=True, related_name="project"
    )
    offer = models.ForeignKey(
        "properties.Offer", models.PROTECT, null=True, blank=True, related_name="projects"
    )
    same_as = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="duplicates"
    )
    increment_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="increments"
    )
    counted_reason = models.CharField("计数依据", max_length=200, blank=True)

    class Meta:
        verbose_name = "项目"
        indexes = [
            models.Index(fields=["organisation", "stage", "-stage_on"], name="projects_by_stage"),
            models.Index(fields=["owner", "stage"], name="projects_by_owner"),
            models.Index(fields=["owner", "next_due"], name="projects_by_next_due"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(same_as=None) | ~models.Q(same_as=models.F("id")),
                name="projects_not_the_same_as_itself",
            ),
            models.CheckConstraint(
                condition=models.Q(increment_of=None) | ~models.Q(increment_of=models.F("id")),
                name="projects_no_increment_of_itself",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class ProjectPerson(models.Model):
    """A person of the investor's or the park's side; name and telephone stand in the contact."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="people")
    contact = models.ForeignKey("parties.Contact", models.PROTECT, related_name="+")
    role = models.CharField("身份", max_length=40)

    class Meta:
        verbose_name = "项目联系人"
        constraints = [
            models.UniqueConstraint(fields=["project", "contact"], name="projects_person_once")
        ]

    def __str__(self) -> str:
        return f"{self.project} {self.role}"


class ProjectPage(models.Model):
    """A read page that tells of the project; ``fact_key`` is the event in it, as facts bear it."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="pages")
    page = models.ForeignKey("library.ReadPage", models.PROTECT, related_name="+")
    fact_key = models.CharField(max_length=200, blank=True, db_index=True)
    sentence = models.TextField("所据语句", blank=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    noted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "项目相关网页"
        constraints = [
            models.UniqueConstraint(fields=["project", "page"], name="projects_page_once")
        ]

    def __str__(self) -> str:
        return f"{self.project} {self.page}"


class SavedFilter(models.Model):
    """A filter of the project list that a person keeps under a name; ``query`` is its address."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = models.CharField("名称", max_length=40)
    query = models.CharField(max_length=500)

    class Meta:
        verbose_name = "常用筛选"
        constraints = [
            models.UniqueConstraint(fields=["person", "name"], name="projects_filter_once")
        ]

    def __str__(self) -> str:
        return self.name
