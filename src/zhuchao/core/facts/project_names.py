"""Where a sentence names a project: the names that end in 项目, 基地, 生产线 and the like."""

from __future__ import annotations

import re

from zhuchao.core.facts.marks import Dated, Ground, Mark, Marked, Named, Placed
from zhuchao.core.facts.naming import name_start, without_generic
from zhuchao.core.facts.organisations import BUILDS, is_begun_at
from zhuchao.core.vocabulary.fact import Dimension

# With what a head begins: elsewhere none of its many branches is tried.
FIRST = (
    "增扩技生制产研智华西区全中第地基总工车厂项药运供物一二三四五六首超未数灯新联重实验检公创算"
    "科综储风光抽康度商冷交会配分仓加展酒"
)
HEADS = re.compile(
    rf"(?=[{FIRST}])(?:"
    r"(?:增资扩产|增资扩能|扩产提质|技改扩能|增资扩股)项目|(?:(?:生产|制造|产业化|研发|智能制造|华东|华南|华北|华中|西南|区域|全球|中国|第二|地区)*(?:基地|总部|工厂|生产线|车间|厂房))?项目(?!部|经理|公司|负责|组|方|化|库|名单|申报|招引|攻坚|观摩|立区|为王|成果|信息|专班|清单|储备|调度会|推进会|路演|引进|谋划)"
    r"|(?:生产|制造|研发|产业化|智能制造|药物|华东|区域|智能|运营|供应链|物流)+(?:总部基地|基地|总部(?!基地)|工厂|中心)(?!项目)|总部基地(?!项目)|总部(?!经济|基地|企业|位于|设)|基地|基金|(?:[一二三四五六]期|首期|智能|超级|未来|数字|灯塔|新)工厂(?!项目)|生产线|产线|(?:联合|重点)?实验室(?!认定)|(?:中试|验证|检测|公共服务|技术服务|创新|算力)平台(?!项目)|(?:产业|科技|物流|创业|工业|智造|创新)园(?!项目|区)|(?<=[\u4e00-\u9fff]{4})[一二三四五六]期工程(?!项目)|(?<=[\u4e00-\u9fff])[一二三四五六]期(?=[:：])|(?<![智级来色塔字新期])工厂(?!项目|化)|(?:综合体|数据中心|智算中心(?![一二三四五六]期)|算力中心(?![一二三四五六]期)|储能电站|风电场|光伏电站|抽水蓄能电站|康养中心|度假村|商贸城|物流港|产业城|冷链中心|交易中心|会展中心|配送中心|分拨中心|物流中心|仓储中心|加工中心|检测中心|展示交易中心|(?:[一二三四五六]期|新)厂房|酒店)(?!项目|集团|管理|式|业)|(?<=[\u4e00-\u9fff]{3})(?<![工公])厂(?!房|家|区|长|商|矿|址|界|内|务|网|里)|(?<=[\u4e00-\u9fff]{4})[一二三四五六]期(?=(?:[,，](?:计划|预计)?总投资|投料|投产|开工|竣工|点亮|动工|封顶|建成|投用|试产|(?:预?计?(?:今年|明年|去年)?\d+月|将|即将|预计|已经?|正在|正式|顺利|成功|全面|刚刚?)[^,，。;；]{0,12}(?:投产|开工|竣工|建成|动工|投用|封顶|达产|试车|点火|试生产|量产)))"
    r")"
)
# What every head holds: where none of it stands, no project is named.
SIGN = re.compile(
    r"项目|基地|基金|总部|厂|线|实验室|平台|园|期|综合体|中心|电站|电场|度假村|商贸城|物流港|产业城|酒店"
)
SHORTEST_NAME = 4
# Names that end so are projects where somebody builds them alone.
LINES = ("线", "实验室")
EXTENDS = re.compile(r"(?:扩建|改建|新上|新增|实施|投建)$")
BUILT = re.compile(
    r"(?:园|厂|线|实验室|平台|综合体|数据中心|算力中心|智算中心|康养中心|冷链中心|交易中心|会展中心|配送中心|分拨中心|物流中心|仓储中心|加工中心|检测中心|厂房|电站|电场|度假村|商贸城|产业城|物流港|酒店)$"
)
TOWNS = ("镇", "街道", "乡")
PLAIN_WORKS = "工厂"
# Units that count projects, where others tell what is made.
COUNTING = frozenset({"个", "项", "家", "批", "类", "大"})
MADE = re.compile(r"年(?:产|处理|加工|生产)$|日产$")
# 二期工厂 names a project, 二期项目 only counts.
PHASE_OF_WORKS = re.compile(r"[一二三四五六]期(?:工厂|扩建|厂房)")
# Behind a firm these name a project: 某公司技改项目.
OF_ITS_FIRM = frozenset(
    {"技改项目", "扩产项目", "技术改造项目", "增资扩产项目", "新建项目", "改造项目"}
    | {"扩能项目", "扩建项目", "迁建项目", "二期项目", "三期项目", "四期项目"}
)
OWN_WORKS = re.compile(
    r"(?:总部|研发|生产|制造|扩建|扩产|技改|新建|迁建|智能|物流|仓储|检测)[^,，。]{0,8}项目$"
)
# 企业二期厂房刚刚封顶, 我们的新厂房.
OF_THE_FIRM = re.compile(r"(?:企业|公司|集团|我们|其|该厂)的?$")
# 在某区投资2.5亿元建设研发总部项目.
INVESTED_IN = re.compile(r"投资[^,，。;；]{1,14}(?:建设|新建|实施)$")
LEADS = re.compile(r"(?:总部|办公|研发)(?:大楼|中心|基地)[及和、]$")
# 扩建谐波齿轮二期项目 is the project 谐波齿轮二期项目.
VERB = re.compile(r"(?:扩建|新建|建设|实施|投建|打造|启动|签约|落户)(?=[\u4e00-\u9fff]{4})(?!项目)")
JOINED = re.compile(
    r"(?:(?:建设|新建|投建|兴建|新上|实施|打造)(?:的)?|^\d{1,2}[.、)])(?P<first>[\u4e00-\u9fffa-z]{2,10}(?:及|和|与))$"
)
FUNDED = re.compile(
    r"(?:计划|概算|预计)?总?投资(?:额|约|近|超)?\d|(?:占地|用地|规划)[^,，]{0,4}\d|由[^,，。;；]{4,24}(?:投资|建设|承建)"
)
NO_PROJECT = re.compile(
    r"(?:^[\d一二三五十百千]+亿元?(?:级|以上)[\u4e00-\u9fff]{0,4}|类|[一二两三四五六七八九十\d]大(?:产业|主导产业|领域|行业)?|(?:会|仪式|活动|大会)(?:暨|和|及)[\u4e00-\u9fff]{0,4}|^引资|第[一二三四五六七八九十]+[场批次]|第\d+个[\u4e00-\u9fff]{0,6})项目$"
)
STANDS_IN = re.compile(r"(?:选址|位于|落户|入驻|坐落|地处|迁至|走进|来到)[于在]?$")
KINDS = re.compile(r"(?:产业|招商|招商引资|引资|工业|制造业|投资|合作|服务业|重点|重大)项目$")
# 高端装备产业项目签约仪式 names no project.
CEREMONY = re.compile(
    r"(?:集中|签约|开工|竣工|推介|观摩|投产|建设推进)[^,，。;；]{0,4}(?:仪式|活动|会|现场)"
)
# 沅江是全国知名的玻璃钢船生产基地
IS_KNOWN_FOR = re.compile(
    r"(?:是|成为|建成|打造成?|作为|被誉为|列为)[^,，。;；]{0,24}(?:知名|最大|重要|著名|主要|领先|唯一|首个)[^,，。;；]{0,12}$"
)
# 10万吨/年磷酸铁项目
PER_YEAR = re.compile(r"\d[\d.]*[万亿]?(?:吨|套|台|件|辆|平方米|立方米|千瓦|支|片|只|米)/$")
BARE_VERB = re.compile("建成|建起|建|成")
NUMBER = re.compile(
    r"^\s*(?:[●•◆■▲△★▶]|[\d(（①-⑳一二三四五六七八九十]*[)）.、]|(?:\d+|[一两二三四五六七八九十]+)条(?=.*线$))\s*"
)


def names_of(marked: Marked) -> list[Mark]:
    """The names of projects in the sentence, each once."""
    if not marked.projects:
        marked.projects.append(_names_of(marked))
    return marked.projects[0]


def _names_of(marked: Marked) -> list[Mark]:
    heads = list(HEADS.finditer(marked.text)) if SIGN.search(marked.text) else []
    if not heads:
        return []
    whole = marked.ground
    ground = Ground(
        whole.text, whole.lexicon, whole.solid, _taken(marked), whole.places, whole.cuts
    )
    plain = ground.lexicon.words("plainproject")
    found: list[Mark] = []
    for head in heads:
        first = name_start(ground, head.start(), spans="inner")
        first = _behind_verb(ground.text, _joined(ground.text, first), head)
        is_own = _is_of_firm(marked, first, ground.text[first : head.end()])
        start = first if is_own else _own_start(ground, first, head.start())
        number = NUMBER.match(ground.text[start : head.end()])
        start += number.end() if number else 0
        start = start if is_own else _behind_verb(ground.text, start, head)
        start = _with_amount(ground.text, start + _is_bare_verb(marked, start))
        text = ground.text[start : head.end()]
        is_new = not any(ground.text[m.start : m.end].endswith(text) for m in found)
        if found and start == found[-1].start:
            found.pop()  # 某项目一期 for 某项目
        is_praised = IS_KNOWN_FOR.search(marked.text, 0, start) is not None
        if is_praised or _is_no_project(marked, start, head) or _is_heading(ground.text, start):
            continue
        is_plain = plain.is_made_of(text) and not (is_own or PHASE_OF_WORKS.search(text))
        if len(text) >= SHORTEST_NAME and not is_plain and is_new:
            found.append(Mark(start, head.end()))
    return found


def _is_heading(text: str, start: int) -> bool:
    """【新野：纺织大项目投产】: what heads a piece of news in brackets names none."""
    return text.rfind("【", 0, start) > text.rfind("】", 0, start)


def _with_amount(text: str, start: int) -> int:
    """10万吨/年磷酸铁项目 begins with what is made in a year."""
    per_year = PER_YEAR.search(text, 0, start) if text[start] == "年" else None
    return per_year.start() if per_year else start


def _behind_verb(text: str, start: int, head: re.Match[str]) -> int:
    verb = VERB.match(text, start) if not head[0].endswith(LINES) else None
    return verb.end() if verb and verb.end() <= head.start() else start


def _is_bare_verb(marked: Marked, at: int) -> int:
    """投6亿元建智能工厂项目: how long the verb right behind a sum is, 建 or the 成 of 建成."""
    verb = BARE_VERB.match(marked.text, at)
    if verb is None:
        return 0
    is_left = marked.text[at - 1 : at] == "建" and verb[0] == "成"
    is_behind = any(a.end == at - is_left for a in marked.amounts)
    return len(verb[0]) if is_behind and (is_left or verb[0] != "成") else 0


def _joined(text: str, start: int) -> int:
    """建设咖啡烘焙及冻干粉工厂: the name goes back over 及 to the verb of building."""
    joint = JOINED.search(text, max(0, start - 20), start)
    return joint.start("first") if joint else start


def _is_no_project(marked: Marked, start: int, head: re.Match[str]) -> bool:
    text, name = marked.text, marked.text[start : head.end()]
    is_place = head[0].endswith(("基地", "园")) and STANDS_IN.search(text, max(0, start - 4), start)
    is_ceremony = KINDS.search(name) and CEREMONY.match(text, head.end())
    must_be_built = _needs_building(head[0])
    return bool(
        text.startswith("“", head.end())  # 募集资金投资项目“某项目”: the name follows
        or is_place  # 选址万全轻工基地: where it will stand
        or is_ceremony
        or NO_PROJECT.search(name)
        or _is_counted(marked, head.end())
        or (must_be_built and not _is_built(marked, start, head))
    )


def _needs_building(head: str) -> bool:
    is_works = head.endswith(PLAIN_WORKS) and head != PLAIN_WORKS
    return head == PLAIN_WORKS or (bool(BUILT.search(head)) and not is_works)


def _is_counted(marked: Marked, end: int) -> bool:
    """抽查项目23个, 培育研发中心10家: these count projects."""
    return any(a.start == end and a.unit in COUNTING for a in marked.amounts)


def _is_built(marked: Marked, start: int, head: re.Match[str]) -> bool:
    """Whether somebody builds or extends it, it is begun, or a line stands behind its firm."""
    text, called = marked.text, head[0]
    is_behind_firm = any(o.end == start for o in marked.organisations)
    is_of_firm = called.endswith(LINES) and is_behind_firm
    is_building = BUILDS.search(text, max(0, start - 8), start) or EXTENDS.search(text, 0, start)
    is_own_works = called == PLAIN_WORKS and (
        text[start - 1 : start] == "的" or any(o.end == start for o in marked.organisations)
    )
    is_own_works = is_own_works or bool(OF_THE_FIRM.search(text, max(0, start - 3), start))
    is_begun = is_begun_at(text, start, head.end(), is_first=is_own_works)
    is_first = start == 0 or text[start - 1] in "的,，。;；、:：" or is_behind_firm
    is_funded = is_first and FUNDED.match(text, head.end())
    return is_of_firm or is_begun or bool(is_building or is_funded)


def _is_of_firm(marked: Marked, start: int, text: str) -> bool:
    """某公司技改项目, 某公司总部大楼及研发中心项目: plain words, but behind the firm a name."""
    known = text in OF_ITS_FIRM or OWN_WORKS.match(text)
    if known and INVESTED_IN.search(marked.text, 0, start):
        return True
    lead = LEADS.search(marked.text, max(0, start - 10), start)
    start = lead.start() if lead else start
    return bool(known) and any(o.end == start for o in marked.organisations)


def _is_full(text: str, place: Placed) -> bool:
    return bool(place.codes) and text[place.end - 1] in "省市县区州旗"


def _own_start(ground: Ground, start: int, end: int) -> int:
    """Behind the division and the words such as 重点 that the name does not hold; trades stay."""
    while True:
        place = next(
            (
                p.end
                for p in ground.places
                if p.start == start
                and p.end < end
                and (_is_full(ground.text, p) or p.name.endswith(TOWNS))
            ),
            start,
        )
        after = without_generic(ground, place, end, keeps="trade")
        if after == start:
            return start
        start = after


def _taken(marked: Marked) -> frozenset[int]:
    """What no project's name holds: money, dates, firms; 年产6万吨 belongs to it."""
    marks: list[Mark] = [
        each
        for each in marked.amounts
        if (each.dimension is not Dimension.COUNT or each.unit in COUNTING)
        and not MADE.search(marked.text, 0, each.start)
    ]
    dates: list[Dated] = list(marked.dates)
    firms: list[Named] = list(marked.organisations)
    marks += [*dates, *firms, *marked.people]
    return frozenset(at for mark in marks for at in range(mark.start, mark.end))
