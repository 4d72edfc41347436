"""Organisations, teams, people, and what each person is where."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models

from zhuchao.apps.people.viewer import ROLE_NAMES, Role


class Organisation(models.Model):
    """A park's office, an agency or a bureau; records never leave theirs by themselves."""

    class Kind(models.TextChoices):
        PARK = "park", "园区"
        AGENCY = "agency", "中介机构"
        BUREAU = "bureau", "部门"

    name = models.CharField("名称", max_length=80, unique=True)
    kind = models.CharField("类别", max_length=10, choices=Kind.choices)
    takes_public_enquiries = models.BooleanField("接收门户需求", default=False)

    class Meta:
        verbose_name = "单位"
        constraints = [
            models.UniqueConstraint(
                fields=["takes_public_enquiries"],
                condition=models.Q(takes_public_enquiries=True),
                name="people_one_receives_public_enquiries",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """People of one organisation who share work."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="teams")
    name = models.CharField("名称", max_length=80)

    class Meta:
        verbose_name = "小组"
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="people_team_name")
        ]

    def __str__(self) -> str:
        return self.name


class PersonManager(BaseUserManager["Person"]):
    """Finds a person by sign-in name, as Django's authentication asks."""

    def get_by_natural_key(self, username: str | None) -> Person:
        return self.get(sign_in=username)


class Person(AbstractBaseUser, PermissionsMixin):
    """Someone who signs in. ``display_name`` is a colleague's name and is shown to colleagues."""

    sign_in = models.CharField("账号", max_length=60, unique=True)
    display_name = models.CharField("姓名", max_length=40)
    email = models.EmailField("邮箱", blank=True)
    is_active = models.BooleanField("在岗", default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "sign_in"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["display_name"]

    objects = PersonManager()

    class Meta:
        verbose_name = "人员"

    def __str__(self) -> str:
        return self.display_name

    def get_full_name(self) -> str:
        return self.display_name

    @property
    def is_staff(self) -> bool:
        return self.is_superuser or self.has_perm("wagtailadmin.access_admin")


class Membership(models.Model):
    """A role of a person in an organisation, and the team where there is one."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="memberships")
    team = models.ForeignKey(
        Team, models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    role = models.CharField("角色", max_length=20, choices=[(r.value, ROLE_NAMES[r]) for r in Role])

    class Meta:
        verbose_name = "任职"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organisation", "team", "role"], name="people_membership_once"
            ),
            models.UniqueConstraint(
                fields=["person", "organisation", "role"],
                condition=models.Q(team=None),
                name="people_membership_once_without_team",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {ROLE_NAMES[Role(self.role)]}"


class AdoptedPack(models.Model):
    """A rule pack that an organisation goes by from a day on.

    The text itself is kept: what is shipped or written later changes nothing that it decided.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="adopted_packs")
    kind = models.CharField("类别", max_length=40)
    key = models.CharField("代号", max_length=40)
    version = models.CharField("版本", max_length=40)
    title = models.CharField("名称", max_length=120)
    content = models.TextField("规则文本")
    adopted_from = models.DateField("采用日期")
    ended_on = models.DateField("停用日期", null=True, blank=True)
    adopted_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="adopted_packs"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "采用的规则"
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind", "key", "adopted_from"],
                name="people_pack_adopted_once_a_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.version}"
