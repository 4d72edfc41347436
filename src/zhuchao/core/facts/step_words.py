"""What a word of a step says by what stands around it: no step, what was signed, a deed."""

from __future__ import annotations

import re

from zhuchao.core.vocabulary.fact import ProjectStep

FORMAL, FRAMEWORK = "formal", "framework"
# 投产后 and 签约率 tell no step; 开工前 tells a time.
NO_STEP = re.compile(r"(?:会(?!议)|后|前|率|时)|以来|项目\d|企业\d|(?:亿元|重大|重点)")
# 34个重点项目开复工31个: how many of them.
OF_SO_MANY = re.compile(r"\d+个[^,，。;；]{0,10}项目(?:已|均|中|累计|开)?$")
SO_MANY = re.compile(r"\d+个")
FRAME = re.compile(r"框架|意向|备忘录|战略合作")
CONTRACT = re.compile(
    r"正式|(?:投资|项目|入园|购地|招商|入驻)[^,，。;；、]{0,4}合同|投资合作协议|投资建设协议|(?:入园|入驻|招商|购地)协议|(?<!框架)投资协议|项目(?:投资)?协议"
    r"|(?<!框架)(?<!意向)(?<!增资)(?<!战略合作)(?<!合作)(?<!战略)(?<!合作框架)(?<!合资)(?<!合伙)协议(?!投资|总投资|总额|引资|外资|金额|利用|约定|明确)"
)
# 尚未摘牌, 终止协议: the step is not taken; 14个月内竣工 is yet to come.
NOT_TAKEN = re.compile(
    r"曾[^,，。;；]{0,24}$|(?:尚未|未能|没有|未|不再|暂停|取消|终止|无法|不)[^,，。;；]{0,3}$"
)
ENDED = re.compile(r"[^,，。;；]{0,6}终止")
# 增资协议 is signed, 第三次增资 is counted; 自2016年落户…以来 looks back.
NAMED = re.compile(r"协议|合同|意向书|框架")
COUNTED_STEP = re.compile(r"第[一二三四五六七八九十\d]+次$")
LOOKING_BACK = re.compile(r"自[^,，。;；]{0,16}$")
# 2018年落户南浔以来的第三次增资.
OF_SINCE = re.compile(r"[^,，。;；]{0,20}以来的")
SINCE = re.compile(r"[^,，。;；]{0,20}(?:以来|至今)")
# 继2018年建成某工厂后: that was another time.
AFTER_THAT = re.compile(r"[^,，。;；]{0,16}(?:之后|以后|后)[,，]")
FOLLOWING = re.compile(r"(?:继|自|自从)[^,，。;；]{0,16}$")
# 签署成交确认书 is the land's sale.
DEED = re.compile(r"了?[《“]?[^,，。;；]{0,12}(?:成交确认书|出让合同|土地出让|用地合同)")


def is_step(text: str, start: int, end: int) -> bool:
    """Whether the word between the two tells a step that was or will be taken."""
    is_counted = (
        text[start - 1 : start] in ("新", "召", "展", "到", "至", "距")
        or text[start - 2 : start] == "累计"
    )
    is_off = any(
        (
            NO_STEP.match(text, end),
            OF_SO_MANY.search(text, 0, start) and SO_MANY.match(text, end),
            ENDED.match(text, end),
            NAMED.match(text, end) and "签" not in text[start:end],
            COUNTED_STEP.search(text, max(0, start - 6), start),
            AFTER_THAT.match(text, end) and FOLLOWING.search(text, max(0, start - 20), start),
            SINCE.match(text, end)
            and (LOOKING_BACK.search(text, 0, start) or OF_SINCE.match(text, end)),
        )
    )
    return not (is_counted or is_off or NOT_TAKEN.search(text, 0, start))


def agreement_of(key: ProjectStep, told: str, text: str, place: tuple[int, int]) -> str:
    """Formal, framework, or nothing where a signing alone is told."""
    if key is not ProjectStep.SIGN:
        return ""
    around = text[max(0, place[0] - 6) : place[1] + 24]
    if told == FRAMEWORK or FRAME.search(around):
        return FRAMEWORK
    return FORMAL if told or CONTRACT.search(around) else ""


def is_deed(text: str, end: int) -> bool:
    """签署成交确认书, 签订出让合同: the land's sale."""
    return DEED.match(text, end) is not None
