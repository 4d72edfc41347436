"""What kind of property is meant where no word for one stands: 纺织厂腾两层, 找料场, 买厂."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zhuchao.core.messages.findings import Finding
from zhuchao.core.text.later import later
from zhuchao.core.vocabulary.term import FieldKey

KIND, LAYOUT = FieldKey.KIND, FieldKey.LAYOUT
_FLOOR = r"(?:[一二三四五六七八九十\d]{1,2}|[底首顶])[楼层]"
# 纺织厂腾两层, 制帽厂三楼往外租, 自家厂隔出来: a works, part of which is let.
_LET = later(
    rf"厂(?:里|子|内)?(?:现|还|另)?(?:[空闲多匀隔腾让剩挪]|出[租让兑售]|招租|往外|向外|对外|放[租盘]|急[租转卖出]|分租|转[让租卖]|整体|卖[了掉]|没人[管要做看]|不要了|不[干做开]了|{_FLOOR})"
    r"|(?:的|个|家|间)(?:老|旧|小|大)?厂(?:子|房)?(?:也)?(?:不[干做开要]了|没人|空[着了]|闲[着了]|卖[了掉]|想[出转卖租])"
    r"|(?:手上|呢度|我|呢边|[\u4e00-\u9fff]{2})有(?:一)?[间个座家]厂(?=[,，。;；\s\d]|$)|(?:自家|自己|我家|俺家|咱家|空|闲置?|旧|老|新|小)的?厂(?=[,，。;；\s一二两三\d]|$)"
)
# 买厂, 接手个压铸厂: a works that somebody looks for.
_SOUGHT = later(
    r"(?:[找寻揾买租赁收盘顶]|接手|物色|求购|求租)(?:到|一)?[个间座家处只]?"
    r"(?:(?![地建办开搬])[\u4e00-\u9fff]){0,5}(?<![建办开])厂(?![家商长址牌务])"
    r"|有(?:没有?|冇|无)?(?:[空闲旧现老]置?|合适|便宜)的?[小大]?厂(?![家商长址牌务房])"
    r"|厂(?:房|子|址)?(?:还|都|一直|到现在)?(?:没|冇|无|未)(?:有)?(?:着落|找[到着好]|定|落实|谈妥|影|搞定|眉目)"
    r"|厂(?=[^,，。;；\n家商长房区]{0,6}(?:想|准备|打算|需要?|得|要)(?:搬|挪|换个?地|扩[产建厂大]))"
)
# 包材厂因房东卖房要搬: why it must move is an aside, and so is the move.
_MUST_MOVE = later(
    r"(?<![壁面门])厂(?![家商长址区])[^,，。;；\n房]{0,3}(?:因为?[^,，。;；\n]{2,10})?"
    r"(?:要|得|想|需)?(?:搬|挪|扩产)"
)
# 连设备一起转, 机器带房子一起盘: all that a works has is handed over together.
_WHOLE = later(
    r"(?:[连带含同]同?)(?:着|上)?(?:全套|整套|所有|全部)?(?:设备|机器|机台|生产线|家当)[^,，。;；\s]{0,5}(?:一起|一并|一块儿?|一同|打包|整体|全部)(?:转|卖|盘|顶|兑|出|接|收|让)"
    r"|(?:设备|机器|机台|生产线)(?:带|连|和|同|跟)[^,，。;；\s]{0,4}(?:房|厂|证)[^,，。;；\s]{0,3}(?:一起|一并|打包|整体|一块儿?)(?:转|卖|盘|顶|兑|出|让)"
)
# 棉包库用不上了, 想弄个仓: a store of whatever goods.
_STORE = later(
    r"(?<![车水文书题智金国数血基词素材])(?:库|仓)(?=用不[上了着完]|空[着出了]|闲[着置了]|[出招转分整]租|往外|对外|便宜|腾|没人|不用了|要[租转]|[,，。;；\s]*\d{3,6}(?:平|㎡|方|m2))"
    r"|[找寻揾租要弄搞整](?:一?[个间座处])(?:[\u4e00-\u9fff]{0,4})(?:库|仓)(?![尔车伦存管储前])"
)
_GROUND_WORD = r"(?:堆场|料场|货场|煤场|晒场|场地|空地|露天场|硬化地|院坝|停车场|坝子)"
_GROUND = later(
    rf"{_GROUND_WORD}[^,，。;；\n带]{{0,8}}(?:招租|出租|租赁|求租|转租|往外租|寻租)"
    rf"|(?:[找寻揾租要赁]|求租|需要|急需)(?:[个块处片]|一[个块处片])?[^,，。;；\n带有\d]{{0,8}}{_GROUND_WORD}"
)
# 带200平办公, 粉料仓自己立: what belongs to it, or will be built, is not what it is.
_WITH = re.compile(
    r"(?:[带含配附]|最好有|另有|外加|自带)(?:个|有)?(?:约?\d+(?:平|㎡|方|m2)[米方]?的?)?$"
)
_OWN = re.compile(
    r"(?:我们?|俺|咱|自|由)?(?:自己|自行|自)(?:立|建|盖|装|搭|弄|搞|隔|改|做|砌)|可自建"
)


def kinds_meant(
    found: Sequence[Finding], text: str, whole: str, *, is_demand: bool
) -> list[Finding]:
    """The findings with the kind that the text tells by the way, where its words tell none.

    ``whole`` is the text with its asides.

    Words for what belongs to a house give way to it: 找能堆集装箱的场地,带200平办公.
    """
    kinds = [each for each in found if each.key is KIND]
    strong = [each for each in kinds if not _is_beside(each, text)]
    if strong:
        return list(found)
    meant = next(_meant(text, whole, is_demand=is_demand), None)
    if meant is None:
        return list(found)
    return [*(each for each in found if each.key is not KIND), meant]


def _is_beside(found: Finding, text: str) -> bool:
    is_with = _WITH.search(text, max(0, found.start - 12), found.start) is not None
    return (is_with and found.value == "office") or _OWN.match(text, found.end) is not None


def _meant(text: str, whole: str, *, is_demand: bool) -> Iterator[Finding]:
    told = _WHOLE.search(text) if "厂" in text and ("设备" in text or "机" in text) else None
    if told is not None:
        yield Finding(KIND, "whole_plant", *told.span(), "", "连设备一并转让")
    told = _works(text, whole, is_demand=is_demand) if "厂" in text else None
    if told is not None:
        yield Finding(KIND, "factory", *told.span(), "", "按工厂用房理解")
    told = _STORE.search(text) if "库" in text or "仓" in text else None
    if told is not None:
        yield Finding(KIND, "warehouse", *told.span(), "", "按仓储用房理解")
    told = _GROUND.search(text) if "场" in text or "地" in text or "坝" in text else None
    if told is not None:
        yield Finding(KIND, "land", *told.span(), "", "按露天场地理解")


def _works(text: str, whole: str, *, is_demand: bool) -> re.Match[str] | None:
    if not is_demand:
        return _LET.search(text)
    return _SOUGHT.search(text) or _MUST_MOVE.search(whole)


# 要个院, 三亩来地的院子, 院子出租: walls around it are what is told.
_YARD = later(
    r"(?:[要找寻租揾弄求]|求租|需要?)(?:一?[个处座套])?(?:[独单]立?|带棚|大|小)?院(?:子|落)?(?![校士长线系])"
    r"|(?:亩|平|方)(?:来地|左右|上下|多)?(?:的|大)(?:大|小)?院(?:子|落)"
    r"|厂(?:的)?院子(?=[,，。;；\s]|$)|院(?:子|落)(?:整体|独立|现|急)?(?:出租|招租|转租|往外租|对外|急租|求租|出售|转让)"
    r"|(?<![\u4e00-\u9fff])(?:独|大|整个?)院(?:子|落)?(?=[,，。;；\s\d])"
)
# 单层2900,共三层; 单层起分: so much a storey, or by storeys, where there are several.
_A_STOREY = later(r"(?:面积)?\s*[:：约]?\s*\d|购?买|起?[可能]?(?:分割?|租|卖|售|购?买)|起[分租]")


def layouts_meant(found: Sequence[Finding], text: str, *, is_many: bool) -> list[Finding]:
    """The findings with the yard that is told by the way, and without what only counts storeys."""
    kept = [
        each
        for each in found
        if not (
            is_many
            and each.key is LAYOUT
            and text[each.start : each.end] == "单层"
            and _A_STOREY.match(text, each.end)
        )
    ]
    yard = _YARD.search(text) if "院" in text else None
    if yard is None or any(each.key is LAYOUT and each.value == ("yard",) for each in kept):
        return kept
    return [*kept, Finding(LAYOUT, ("yard",), *yard.span(), "", "按独立院落理解")]
