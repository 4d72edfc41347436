"""When somebody wants to move in, or can: 三月底之前要搬, 收完秋, 到仓:双旦后."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhuchao.core.messages.findings import Finding
from zhuchao.core.text.openings import opened
from zhuchao.core.vocabulary.term import FieldKey

_MONTH = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})"
# Feasts and seasons by which people reckon, in town and country.
_FEAST = (
    r"(?:春节|国庆|中秋|五一|十一|元旦|元宵|清明|端午|双旦|圣诞|双十[一二]|双1[12]|618|七夕|除夕|冬至|腊八|腊月|正月|小年|大年|春分|立[春夏秋冬]"
    r"|麦收|秋收|冬储|春耕|双抢|供暖|采暖季?|汛期|雨季|旺季|淡季|入[冬秋夏伏]|封冻|上冻|开[学春年市]|[旧老农阴新]历新?年|新年|年关|收粮|开榨)"
)
_BY = r"(?:当天|期间|节?里?(?:之?[前后]|以[前后])|节[前后]|[底初尾末](?:之?前|以前)?|节)"
_WHEN = (
    r"年[前后](?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?|(?:明年)?开春(?:前|后)?|十月一前?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[之以]?前)?"
    rf"|[过收种割打](?:完|了|罢)?(?:元宵|十五|国庆|五一|中秋|春节|端午|年|节|秋|麦子?|粮食?|稻子?|棉花|场)|(?:今年|明年|后年|\d{{4}}年)?{_FEAST}{_BY}"
    r"|(?:20\d\d年?|今年|明年)?(?:q[1-4]|第?[一二三四]季度)[初末底中]?(?:之?前)?|(?:明年|今年|后年)?[上下]半年|年中|(?:今|明)?年[底尾内](?:之前|以前|前)?|年头|年前|年后"
    rf"|月[底尾初中](?:之前|前)?|明年{_FEAST}前?|(?:春节|国庆|中秋|五一|十一|元旦|元宵|清明|端午)"
    r"|下个?月(?:\d{1,2}[日号]|[初中底尾])?(?:之?前)?|本月底?|这个月[底尾]?|下下?周[一二三四五六日末]?|这周末?|本周末?|下下?个?礼拜[一二三四五六天]?|这[一两二三几]天|即时|即刻|近期|尽快|马上|立即|立刻|随时|签约当天|当天"
    r"|(?<![\d.])[一二两三四五六七八九十半\d]{1,4}(?:个月|年|天|周)(?:之?内|以内|后)"
    rf"|(?:\d{{4}}年|(?<!\d)2[4-9]年|[今明后]年)?{_MONTH}月(?:份|[底尾末初]|前|中旬?|上旬|下旬|{_MONTH}[日号])?(?:[之以]?前)?"
    r"|(?<![\d栋楼幢])\d{1,2}号(?=就要|前|之前|[要就可以能]{1,3}[搬进入用交])前?"
)
_WHAT = (
    r"(?:必须|[得要能])进(?![一出行口深行了])|进[场驻仓货去来]|入[场驻住伙仓货库]|交[付房吉割钥]|给钥匙|拿钥匙|搬|投[用产]|开[工业]|挂牌|要用|就要(?!定|看|签|去|来|回|走|涨|拆|开会)|急要|使用|起租|可以进|能进|可进|营业|投入使用|倒出|清场|到[位仓货场]|移交|腾[空出房]|空出|清空|available|装修|[进用](?=$|[\s,，。;；])"
    r"|上(?![\u4e00-\u9fff])"
)
# The first characters of a moment: looking for one of them first costs a tenth of the time.
_OPENING = (
    "(?=[0-9q第一二两三四五六七八九十半上下年过今明后月春国中元清端节本这近尽马立随开"
    "双圣七除冬腊正小大麦秋供采汛雨旺淡入封旧老农阴新收种割打签当即])"
)
_MOVES = opened(_WHAT)
MOVE_IN = re.compile(
    rf"{_OPENING}(?P<when>{_WHEN})(?![前后]?[一二两三四五六\d]{{1,2}}个?[月天周年])"
    rf"(?=(?:[^,，。;；\n]{{0,4}}|[^,，。;；\n]{{0,6}}(?:到期|退租|搬走|撤场|清退)[以之]?后?|[把将得要须][^,，。;；\n]{{1,7}})(?:{_WHAT}))"
)
MOVE_IN_LABELLED = re.compile(
    r"(?:交付|入驻|进场|入场|入住|搬迁|搬入|使用|起租|交房|可入驻|到[仓位货]|入[库仓伙]|进仓|投[用产]|开业|用房|(?<![^\s,，。;；|.、①-⑳）)])时间|时限|何时|最[迟晚])"
    rf"(?:(?:时间|日期|时限)\s*[:：]?|[:：\t]|(?<=\n[\u4e00-\u9fff]{{2}})\s|(?<=最[迟晚]))\s*(?:最[迟晚快早]?|预计|计划|大概)?(?P<when>{_WHEN})"
)
# 春节后 as a cell of its own.
_CELL = re.compile(
    rf"[\t|｜,，。;；:：!！\s]{_OPENING}(?P<when>(?:{_WHEN})(?<=[前后内底年]))\s*(?=[\t|｜,，。;；!！\n]|$)"
)
_ENDING = re.compile(r"(?:[前后内底]|半年)\s*(?:[\t|｜,，。;；!！\n]|$)")
# An offer that is soon listed says nothing of moving in.
FOR_WRITER = re.compile(r"[^,，。;；\n]{0,4}(?:挂牌|开工|投产|开建|封顶|竣工|装修)")
# 二期预计年底交付: of something else that is told there.
_OF_OTHER = re.compile(
    r"(?:[二三四五六]期|宿舍|食堂|地铁|高架|高铁|隔壁|另外?[一二两三]?[栋幢座]|对面|[\d#、号]+楼预计)[^,，。;；\n]{0,6}\Z"
)
SOON = ("近期", "本月", "下个月", "当天")
NEW_YEAR = ("年前", "年后")


def moments(text: str, *, is_demand: bool) -> Iterator[Finding]:
    """When somebody wants to move in or may, in the words of the text; at most one."""
    found = next(_told(text, is_demand=is_demand), None)
    if found is not None:
        start, end = found.span("when")
        when = found["when"]
        why = "未说明是农历年还是公历年" if when.startswith(NEW_YEAR) else ""
        yield Finding(FieldKey.MOVE_IN, when, start, end, "", why)


def _told(text: str, *, is_demand: bool) -> Iterator[re.Match[str]]:
    if _MOVES.search(text) or "时间" in text or "最" in text:
        labelled = MOVE_IN_LABELLED.search(text)
        for told in (labelled, *MOVE_IN.finditer(text)):
            if told is not None and _is_meant(text, told, is_demand=is_demand):
                yield told
    if is_demand and _ENDING.search(text):
        yield from _CELL.finditer(text)


def _is_meant(text: str, told: re.Match[str], *, is_demand: bool) -> bool:
    if _OF_OTHER.search(text, max(0, told.start() - 24), told.start()):
        return False
    is_soon = told["when"] in SOON
    return is_demand or not (is_soon or FOR_WRITER.match(text, told.end("when")))
