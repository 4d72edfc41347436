"""What the writer of a demand has already: 现租厂房2200㎡在东丽,租金28元,9月到期.

The clauses that tell of it are asides. One that begins a sentence, behind the size that is wished,
goes on to the sentence's end or to a clause that wishes something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhuchao.core.text.later import later

_STOPS = ",，。;；!！?？\n\r|｜ "
_PAUSES = frozenset(",，")
_ENDS = "。;；!！?？\n\r"
_ENDED = re.compile(f"[{_ENDS}]")
# What is wished has a size already.
_SIZE = later(r"[\d一二两三四五六七八九十百千万](?:个?平|方|㎡|m2|亩)")
_PIECE = re.compile(rf"(?:[^{_STOPS}]+|(?<=\d),(?=\d{{3}}))+")
_FIGURE = r"[\d一二两三四五六七八九十百千半几]"
_NOW = r"(?:现在|目前|眼下|如今|当前|现阶段|而家|依家|这会儿?|现(?![在成场货金代状役浇]))"
_WHO = (
    r"(?:我司|我们?|咱们?|俺们?|我[家厂]|我哋|公司|本[公厂]司?|企业|该企业|对方|客户|客商|老板|工厂|厂子|厂里|他们?那?|她|人家"
    r"|集团|总部|母公司)"
)
_PREMISES = (
    r"(?:厂房?|工厂|厂子|仓库?|库房|车间|基地|总部|办公室?|房子|场地|场子|院子|大院|地方|门店|铺面|试制线|生产线|产线|那[套间个边处家栋]"
    r"|这[套间个边处家栋]|员工|职工|团队|人员|年产值?)"
)
# 面积嘛现在1100: what is wished may have changed.
_OF_WISH = r"(?!面积|租金|价|预算|用?电|需求|投资|总投)"
_LABEL = r"\W*(?:(?:备注|说明|注|背景|现状|情况|补充|另)[:：\s]*)?"
# 现厂在东莞; 目前在亦庄租用1050㎡; 客户现在青岛城阳6000平.
_NOWADAYS = (
    rf"(?:{_WHO}(?:的|是)?)?{_OF_WISH}[^{_STOPS}\s]{{0,8}}?{_NOW}的?(?:(?:租|用|住|做|搞|办公)?{_PREMISES}"
    rf"|[^{_STOPS}\s]{{0,3}}[在喺]|[\u4e00-\u9fff]{{2,5}}那[间个边家处][厂仓库院]|[^{_STOPS}\s]{{0,6}}(?:租[用着的了住]?|用着|交着?|[有占])|[^{_STOPS}]{{0,10}}{_FIGURE}+(?:平|方|㎡|个平))"
)
# 对方在沈阳已有工厂5万㎡; 企业在衡阳另有一处8000㎡的老车间; 我司华南现有7个仓.
_HAS = (
    rf"{_WHO}[^{_STOPS}\s]{{0,8}}?(?:已有|现有|另有|原有|自有|拥有|还有|也有)"
    rf"(?=[^{_STOPS}]{{0,14}}(?:{_PREMISES}|{_FIGURE}))"
)
# 绍兴老厂年底前腾退; 原厂址在金坛.
_OLD = (
    rf"(?:(?:{_WHO}|[\u4e00-\u9fff]{{2,3}})的?)?"
    rf"[老旧原](?:厂(?![区长家])房?|厂址|址|仓库?|车间|基地)(?!改|也|可|都|优先|最好)"
)
# 厂子现在无锡前洲; 该企业在云南的基地.
_ELSEWHERE = (
    rf"(?:(?:厂子?|工厂|老板|公司|企业)(?:{_NOW}|目前)[\u4e00-\u9fff]{{2,8}}$"
    rf"|{_WHO}在[\u4e00-\u9fff]{{2,6}}的?{_PREMISES})"
)
# 去年在乳山看过一处; 之前睇过秋长一间; 江津双福看过一家.
_SEEN = (
    rf"(?:{_WHO})?(?:(?:去年|前年|上个?月|上周|此前|之前|以前|原来|当初|曾经?|昨天|前两天|这两天|前几天)[^{_STOPS}]{{0,8}}"
    r"(?:[看睇谈租赁签跑拿][过了咗的]|考察|签|租)|[\u4e00-\u9fff]{2,8}(?:那[边家])?[看睇谈][过了咗]?[一几两三四五][家间处个套])"
)
_OPENS = re.compile(rf"{_LABEL}(?:{_NOWADAYS}|{_HAS}|{_OLD}|{_ELSEWHERE}|{_SEEN})")
# A character that each of them needs: most pieces have none.
_MAY_OPEN = re.compile("[现目眼如当而依这已另原自拥还也老旧去前上此之以曾昨看睇谈在]")
_WISHES = later(
    r"[想需找求换拟寻盼]|扩[大到产建容]|要(?!拆|搬(?!到|去)|收|涨|卖|交|到期)|压到|改[到为成]|降到|调到|计划|希望|打算|准备|征集|选址|选|考虑|以[内上下]|\d(?:个?平|方|米|㎡|亩|吨)?[往起]|不超|不低于|不少于|不要|封顶"
    r"|最好|必须|预算|控制|优先|承受|至少|左右|上下|也行|也可|都行|都可|即可|就行|能[做办批租]|看(?!了?[一几两三四五][家间处个套])[了好]?(?=[\u4e00-\u9fff]{2})|比选|对比"
)
# A clause behind goes on with it where it tells a figure or why it does not serve.
_GOES_ON = later(
    rf"^位于|^在|{_FIGURE}|到期|不够|[太嫌偏挤贵小]|吃不消|拆|腾退|保留|租[金约]|搬|转不|续|产证|没[有定签]|未果|收回|停产|漏|热"
)
# 现在北京大兴500平要搬到燕郊: in front of the wish something is told.
_TELLS = later(rf"{_FIGURE}|[在喺]")


def holdings(text: str) -> Iterator[tuple[int, int]]:
    """Where clauses tell of what is held already, each run of them from its start to its end."""
    run: tuple[int, int] | None = None
    for piece in _PIECE.finditer(text) if _MAY_OPEN.search(text) else ():
        if run and _goes_on(text, run, piece):
            run = run[0], piece.end()
            continue
        if run:
            yield run
        end = _told_to(piece[0])
        run = (piece.start(), piece.start() + end) if end else None
    if run:
        yield run


def _goes_on(text: str, run: tuple[int, int], piece: re.Match[str]) -> bool:
    """Whether a clause behind a comma says more of what is held."""
    start, end = run
    is_next = piece.start() - end == 1 and text[end] in _PAUSES
    if not is_next or not _GOES_ON.search(piece[0]) or _WISHES.search(piece[0]):
        return False
    begins = text[:start].rstrip(" ")[-1:] in _ENDS
    return begins and (_SIZE.search(text, 0, start) or _wishes_later(text, end)) is not None


def _wishes_later(text: str, at: int) -> re.Match[str] | None:
    """现在租的在常平,1200平月租1万8。想挪个窝,1000到1500方: a later sentence has a size, too."""
    ended = _ENDED.search(text, at)
    return _SIZE.search(text, ended.end()) if ended else None


def _told_to(piece: str) -> int:
    """How far a clause tells of what is held, before it turns to a wish; 0 where it does not."""
    if not _MAY_OPEN.search(piece):
        return 0
    opened = _OPENS.match(piece)
    if opened is None:
        return 0
    wish = _WISHES.search(piece)
    if wish is None:
        return len(piece)
    is_told = wish.start() >= opened.end() and _TELLS.search(piece, 0, wish.start())
    return wish.start() if is_told else 0
