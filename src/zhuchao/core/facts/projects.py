"""The projects that a text tells of: their names, and which stretches are theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from zhuchao.core.facts.cutting import ALL_OF_THEM, SEVERAL, Stretch, stretches_of
from zhuchao.core.facts.marks import Mark, Marked
from zhuchao.core.facts.project_names import LINES, NUMBER, names_of
from zhuchao.core.vocabulary.fact import OrganisationKind

# 年产5GWh固态电池项目 is fuller than 固态电池项目.
FULLER = re.compile(r"年产|年处理|年加工|\d")
ALIKE = 0.75
PRIVATE = frozenset({OrganisationKind.COMPANY, OrganisationKind.BANK, OrganisationKind.FUND})
REFERRING = re.compile(
    r"^(?:该|这个|这一|这)(?:由|总投资|投资|占地|用地|位于|被)[^,，。;；]{2,40}的(?:项目|基地|工厂)|^[“\"]?(?:(?:此前|之前|早在|随后|此后|早前|早些时候)的?)?(?:(?:[今去]年)?\d+月(?:\d+日)?[,，]?(?=双方|该)|其中[,，]?|(?:根据|按照)(?:双方)?(?:协议|合同|约定)[^,，]{0,6}[,，])?(?:该|本次?|此次?|上述|整个)?(?:项目|投资(?=已?经)|交易|签约|合作|基地|工程|厂房|[一二三四]期|首期|合同|工厂|地块|(?:合资|新|项目|子)?公司|双方|[中外]方)|(?:该|这个|这一|此)(?:项目|基地|工厂|厂(?!商)|生产线|产线|综合体|园(?!区)|电站|地块|宗地|公司)|目前|建成后|达产后|投产后|这是|此举"
)
# What is told of a whole county, or said by somebody, is no project's.
ELSEWHERE = re.compile(
    r"见证|出席|陪同|致辞|全[市县区省镇州]|^(?:今年)?\d+[-—至]\d+月|^今年[一二三上]|^该[市县区]|(?:书记|[市县区]长|局长|主任)[\u4e00-\u9fff]{2,4}(?:表示|说|介绍|指出)|去年(?!(?:\d+|[一二三四五六七八九十]+)月)|今年以来|(?<!次)(?<!大会)会议|指出|强调|要求|园区(?:现有|已|累计|规划)"
)
# 公司全资子公司某某竞得: whose firm bought land for the project told before.
OF_THE_FIRM = re.compile(
    r"公司(?:的)?(?:全资|控股)?子公司[^。;；]*?(?:竞得|摘牌|摘得|拍得|取得|负责|实施|承担)|(?:公司|将|拟|尽快)[^,，。;；]{0,12}(?:设立|成立|注册|组建)[^,，。;；]{0,8}(?:子|项目)公司"
)
RESUMES = re.compile(
    r"(?:^|[,，])[“\"]?(?:明确|约定)?(?:本次|该|本|此)?项目(?:预计|计划|拟|意向|初步|主要|规划|选址|资金|将|已|于|正式|全面|顺利|实现|已经|现已|一期|全部|建成|达产|力争|有望|(?:20\d\d|[今明去])年|\d{1,2}[月日]份?|[上中下]旬|[上下]半年|[一二三四]季度|[年月]?[底初末])*"
    r"(?:总投资|投资|选址|位于|地处|用地|占地|达产|建成|开工|动工|投产|试生产|竣工|封顶|资金)"
)
# 建设单位:…, or 公司 whose board decides: these go on, whatever firm they name.
LABELLED = re.compile(
    r"^(?:项目实施主体|实施主体|投资金额|投资标的|资金来源|合作内容|建设周期|占地|用地|总投资|投资总额|投资额|投资(?:主体|方|单位|规模)|用地(?:面积|规模)?|占地面积|总占地|建设(?:地点|规模|单位|内容|性质|工期|周期|进度)|"
    r"(?:建设)?项目概况|项目(?:选址|概况|简介|地点|业主|内容|规模|总投资|投资|单位|进展|进度)|(?:目前)?进展(?:情况)?|所在地|选址|计划投产|开工时间|投产时间)(?:[:：]|为)"
    r"|^(?:公司|本公司)[^。]*董事会[^。]*(?:审议通过|同意|签署|投资)"
)
# 另，公司近日与县政府签署《战略合作协议》: an agreement beside the project.
APART = re.compile(
    r"^(?:另外?|此外|同时|同日|当日|会上|期间)[,，]?[^,，。;；]{0,8}(?:双方|公司|集团)?[^,，。;；]{0,8}与[^,，。;；]{3,24}签[订署]了?《?[^,，。;；项]{0,12}(?:战略|框架|全面)"
)
FOUNDED = re.compile(r"(?:实施|投资|建设|项目)主体(?:为|是)|项目公司(?:为|名称)")
# 德清县:某某小镇竣工: another county's news.
OTHER_PLACE = re.compile(r"[\u4e00-\u9fff]{1,6}(?:市|县|区|镇|街道)[:：]")
AGREED = re.compile(r"同意[^。;；]{0,40}(?:投资|建设|供地)")
LONGEST_BRAND = 4
BACK = {"前者": 2, "后者": 1}
# 该基地今年3月破土动工: a later paragraph goes on with the last project.
ITS_OWN = re.compile(
    r"^(?:该|这个|这一|这)(?:由|总投资|投资|占地|用地|位于|被)[^,，。;；]{2,40}的(?:项目|基地|工厂)|^[“\"]?(?:目前[,，]?)?(?:(?:全部|项目)?(?:达产|投产|建成)后|(?:该|本|这个|这一|此)(?:项目|基地|工厂|厂(?!商)|园|生产线|产线|综合体|平台|中心|工程|电站)"
    r"|项目(?:由|总投资|占地|位于|选址|规划用地|分[一二两三]期)|(?:其中[,，]?)?(?:项目)?(?:[一二三四]期|首期)(?:项目|工程)?(?:计划|预计|拟|将|已|总?投资|占地|用地|建设|新[征增建]|租[用赁]|购置|利用|于))"
)
INVESTING = re.compile(r"投资[^,，。;；集公]{0,8}\d|签(?:[订署]|约(?!仪式|活动))|竞得|摘[牌得]")
APART_SIGNED = re.compile(r"分别(?:与|同|和)[^。;；]{4,80}?签")
# 上述土地将用于建设某项目: what the land that was bought is for.
ON_LAND = re.compile(
    r"(?:同日|当日|随后)?[,，]?双方(?:与|和|将)|(?:上述|该|此|本)(?:宗|块|幅)?(?:土地|地块|宗地|用地)"
)
# “8月份就能试生产”: said of the only project.
IS_TO_RUN = re.compile(r"^“[^”]*\d月份?[^,，。;；项]{0,6}(?:试生产|试产|投产|竣工|投用|投料|达产)")
# 集团…与县政府签下投资协议: of the only project, the firm's further steps.
BY_THE_FIRM = re.compile(
    r"(?:^|[,，])(?:集团|公司|企业|双方)[^。;；]{0,50}?(?:签下|签订|签署|签约|摘牌|竞得|动工|开工|投产|试产)"
)
# 走进某公司项目现场: the project that the headline names; 新签约项目 counts others.
ITSELF = re.compile(
    r"项目(?:现场|工地|建设|主体|总|一|二|预计|计划|位于|占地|正|已|将|全|自|由|的|,|，|达)"
)


@dataclass
class Project:
    """A project with all its stretches; ``name`` is None where it has none."""

    name: tuple[Marked, Mark] | None
    stretches: list[Stretch] = field(default_factory=list)
    # What a row of projects is told in order: 总投资分别为…, 投资方依次为….
    shared: dict[str, tuple[Marked, Mark]] = field(default_factory=dict)

    @property
    def called(self) -> str:
        return self.name[0].text[self.name[1].start : self.name[1].end] if self.name else ""


def projects_of(
    paragraphs: Sequence[Sequence[Marked]], headline: Sequence[Marked] = ()
) -> tuple[list[Project], list[Stretch]]:
    """The projects of a page's body in order, and the stretches that are no single one's."""
    found: list[Project] = []
    common: list[Stretch] = []
    is_named = any(names_of(marked) for paragraph in paragraphs for marked in paragraph)
    headed = None if is_named else _headlined(headline)
    for paragraph in paragraphs:
        current: Project | None = None
        for marked in paragraph:
            for stretch, name in stretches_of(marked):
                if is_named and name is None and signs_with_several(stretch):
                    common.append(stretch)
                    continue
                before = current or _resumed(stretch, found)
                if headed is not None and before is None and _is_of_project(stretch):
                    owner: Project | None = headed
                    found += [] if headed in found else [headed]
                elif name or found or _firms(stretch):
                    owner = _owner(stretch, name, before, found)
                else:  # Most sentences: nothing is told of anybody yet.
                    owner = None
                if owner is not None:
                    owner.stretches.append(stretch)
                    current = owner
                else:
                    common.append(stretch)
    return found, common


def signs_with_several(stretch: Stretch) -> bool:
    """管委会分别与甲、乙签约: what each of them builds is told further on."""
    return len(_firms(stretch)) > 1 and APART_SIGNED.search(stretch.text) is not None


def _headlined(headline: Sequence[Marked]) -> Project | None:
    """The headline's only project, for a body that speaks of 项目 without naming any."""
    names = [(marked, name) for marked in headline for name in names_of(marked)]
    return Project(names[0]) if len(names) == 1 else None


def _is_of_project(stretch: Stretch) -> bool:
    return bool(ITSELF.search(stretch.text)) and not _is_elsewhere(stretch)


def _resumed(stretch: Stretch, found: Sequence[Project]) -> Project | None:
    """The page's only project, where a later paragraph goes on with it: 项目总投资…, 建设地点:…"""
    if found and (LABELLED.search(NUMBER.sub("", stretch.text)) or ITS_OWN.search(stretch.text)):
        return found[-1]
    if len(found) != 1 or _firms(stretch) - _firms(*found[0].stretches):
        return None
    text = NUMBER.sub("", stretch.text)
    goes_on = any(words.search(text) for words in (RESUMES, IS_TO_RUN, BY_THE_FIRM))
    return found[0] if goes_on else None


def _owner(
    stretch: Stretch, name: Mark | None, current: Project | None, found: list[Project]
) -> Project | None:
    """Whose stretch it is: the project named in it, the one before, or a new one without name."""
    if name is not None:
        return _named_owner(stretch, name, current, found)
    has_investor = bool(_firms(stretch))
    current = None if OTHER_PLACE.match(stretch.text) else current
    apart = _set_apart(stretch, found)
    if apart is not None:
        return apart
    # Of most sentences: nothing is told of anybody yet.
    if not (found or has_investor) or _is_elsewhere(stretch):
        return None
    bought = (current or _last_of(found)) if OF_THE_FIRM.search(stretch.text) else None
    founded = current if FOUNDED.search(stretch.text) else None
    same = bought or founded or _of_same_firm(stretch, found)
    goes_on = (
        _is_headed(current)
        or _names_head(stretch, current)
        or _goes_on(stretch)
        or LABELLED.search(NUMBER.sub("", stretch.text))
        or not has_investor
    )
    if same is None and current is not None and goes_on:
        return current
    if same is None and has_investor and INVESTING.search(stretch.text):
        found.append(Project(None))
        return found[-1]
    return same


def _set_apart(stretch: Stretch, found: list[Project]) -> Project | None:
    """The one that 前者 or 后者 means, or an agreement beside the projects told."""
    back = BACK.get(stretch.text[:2], 0)
    if back and len(found) >= back:
        return found[-back]
    if APART.search(stretch.text) and any(each.name for each in found):
        found.append(Project(None))
        return found[-1]
    return None


def _last_of(found: Sequence[Project]) -> Project | None:
    return found[-1] if found else None


def _is_elsewhere(stretch: Stretch) -> bool:
    """Whether it tells of all projects, or of the county; a meeting may agree to one firm's."""
    text = stretch.text
    if SEVERAL.search(text) or ALL_OF_THEM.search("," + text):
        return True
    return bool(ELSEWHERE.search(text)) and not (AGREED.search(text) and _firms(stretch))


def _is_headed(project: Project | None) -> bool:
    """1.某某项目。: a heading, of which what follows tells."""
    if project is None or not project.stretches:
        return False
    return NUMBER.sub("", project.stretches[-1].text).strip(" 。:：") == project.called != ""


def _names_head(stretch: Stretch, project: Project | None) -> bool:
    """产业园由…投资兴建: the last words of the project's name begin the stretch."""
    called = project.called if project else ""
    return bool(called) and stretch.text.lstrip("，, ").startswith((called[-3:], called[-2:]))


def _named_owner(
    stretch: Stretch, name: Mark, current: Project | None, found: list[Project]
) -> Project:
    """The project of the name; one without name that 该地块 goes on to tell of takes it."""
    called = stretch.marked.text[name.start : name.end]
    known = next((p for p in found if is_same(p.called, called) or _is_of_brand(p, called)), None)
    if known is not None:
        is_fuller = FULLER.match(called) or not called.endswith(known.called)
        if len(called) > len(known.called) and is_fuller:
            known.name = (stretch.marked, name)
        return known
    if called.endswith(LINES) and found and not _firms(stretch):
        found[-1].name = found[-1].name or (stretch.marked, name)
        return found[-1]  # a line or laboratory of the project told before
    if current is None and found and found[-1].name is None and ON_LAND.match(stretch.text):
        current = found[-1]
    goes_on = _goes_on(stretch) or ON_LAND.match(stretch.text)
    is_unnamed = current is not None and current.name is None and current is found[-1]
    if current is not None and is_unnamed and goes_on:
        current.name = (stretch.marked, name)
        return current
    found.append(Project((stretch.marked, name)))
    return found[-1]


def _is_of_brand(project: Project, called: str) -> bool:
    """汉屿项目 for the project of 湖北汉屿膜材料有限公司."""
    brand = called.removesuffix("项目")
    is_short = 1 < len(brand) <= LONGEST_BRAND and brand != called
    return is_short and any(brand in name for name in _firms(*project.stretches))


def _of_same_firm(stretch: Stretch, found: Sequence[Project]) -> Project | None:
    """The last project of a firm that the stretch names again."""
    names = _firms(stretch)
    return next((p for p in reversed(found) if names & _firms(*p.stretches)), None)


def _firms(*stretches: Stretch) -> frozenset[str]:
    return frozenset(
        each.name
        for stretch in stretches
        for each in stretch.marked.organisations
        if each.kind in PRIVATE and stretch.start <= each.start < stretch.end
    )


def is_same(known: str, called: str) -> bool:
    if not known or known.endswith(called) or called.endswith(known):
        return bool(known)
    short, long = sorted((known, called), key=len)
    is_near = len(short) >= ALIKE * len(long) and short[:2] == long[:2]
    return is_near and _is_within(short, long)


def _is_within(short: str, long: str) -> bool:
    """Whether the characters stand in the longer name in this order: 废旧电池, 废旧动力电池."""
    rest = iter(long)
    return all(character in rest for character in short)


def _goes_on(stretch: Stretch) -> bool:
    return bool(REFERRING.search(NUMBER.sub("", stretch.text.lstrip("，, "))))
