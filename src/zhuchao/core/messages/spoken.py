"""Speech without stops: 我是做豆干的污水要能接管网租金一年十万以内 is told with commas between."""

from __future__ import annotations

import re

from zhuchao.core.text.folding import Folded

STOP = ","
# So long a line runs on without any stop only where somebody spoke it.
SHORTEST = 40
_STOPS = r"\s,，。;；!！?？、:：|()（）"
_RUN = re.compile(rf"[^{_STOPS}]{{{SHORTEST},}}")
# Who speaks, and what of him the clause goes on to tell.
_SPEAKER = (
    r"(?<![让叫给跟找问帮和对向请带打是])(?:[我俺](?=们?(?:[是想要有在姓干做]|现在|这[边个]|自己|老板|一般|以前|后面))"
    r"|[你您](?=让|帮|打|叫|要|直接|看|给|那边))"
)
# What is told of another time or thing than the words before.
_TURN = (
    r"(?<![我你他们家是])(?:现在(?!的)|目前|原来|以前)|(?<![我你他们家是月份日号底初节前])之前|(?<![我你他们家是把])(?:去年|前年|昨天)"
    r"|(?<![在从到的和跟么])(?:隔壁|旁边)|然后|另外|再就是|中间有人|(?<![有我你后])还(?=要|得有)|(?<=年了|租了)想"
    r"|(?<![是要高器算金子积台])最(?=好|多|少)|(?<=左右)[做想](?!的)|(?<=了)想|(?<![我你们家是很也就还都])想(?=[搬找租换要买]|在[\u4e00-\u9fff])|(?<=的)像"
    r"|(?<=[\u4e00-\u9fff])要个(?=[一二三四五六七八九十两\d])|(?<=[平方米吨块亩台年了的月])(?:就在|大概|[想能]签)|(?<![去前今第头首\d一二两三四五六七八九十百])一年(?=租金)"
)
# 消防器材, 机器人, 电梯配件: what is made or dealt in is no field.
_NO_GOODS = (
    r"(?!(?:处理|安装|维修|制造)?"
    r"(?:器材|设备|配件|零件|材料|工程|公司|集团|有限|[站泵头]|厂(?!房|区|里)))"
)
# What a field is called: of those behind 的 only what is told of no machine.
_FIELD = (
    r"(?<![含看的们家把出给想年厂仓月])(?:租金(?!华)|房租)|(?<=[^我你们家]的)租金(?!华)|(?<![含看们家把出给])(?:价格|价钱)|(?<![有的])预算"
    r"|(?<![有要带的能办做没不够含部台个吨过把对楼是大给以份总筑产用])(?:(?<!占地)面积|[层净檐]高|檐口高|高度|变压器|配电|电表|行车|吊车|航[车吊]|货梯|(?<![货客])(?<!载人)电梯|地(?:坪|面(?!积))|污水|环评|消防"
    rf"|喷淋|卸货平台|月台|合同|员工|占地|投资|(?<![抵质])押(?=[一二三两](?![律般样直]))|(?<![土场厂基当本外各空内原])地(?=是)|免(?=[一二三两半])|机器(?!人)){_NO_GOODS}"
    rf"|(?<=的)(?:变压器|污水|消防|喷淋|环评|卸货平台|员工|机器(?!人)|押(?=[一二三两](?![律般样直]))|[层檐净]高){_NO_GOODS}"
    r"|(?<![有三相用水要接通发机充供停光风核家强弱锂蓄微输静导热压流力业])电(?=[有要两]|大概|最少|不用|的话|[一三四五六七八九]百)"
    r"(?!有限)"
)
# 华阳机电有限公司: what a firm is called is told in one.
_FIRM = re.compile(r"[^\W\d我俺你您]{0,10}?有限(?:责任)?公司")
# What ends a clause whatever is told behind it.
_CLOSED = (
    r"(?:(?<=就行)|(?<=[都也]行)|(?<=[都也]可以)|(?<=就够)|(?<=没问题)|(?<=能接受)|(?<=不谈))"
    r"(?![了的啦吧啊嘛哈呀做生放存])"
)
_BEGINS = re.compile(f"(?<=..)(?:{_SPEAKER}|{_TURN}|{_FIELD}|{_CLOSED})")


def parted(folded: Folded) -> Folded:
    """The text with a comma in front of each clause of what runs on without stops."""
    text = folded.text
    if len(text) < SHORTEST:
        return folded
    cuts = [
        begun.start()
        for run in _RUN.finditer(text)
        for begun in _BEGINS.finditer(text, *run.span())
        if begun.start() > run.start() and not _FIRM.match(text, begun.start())
    ]
    if not cuts:
        return folded
    pieces, starts, ends, at = [], [], [], 0
    for cut in (*cuts, len(text)):
        pieces.append(text[at:cut])
        starts += [*folded.starts[at:cut], *folded.starts[cut : cut + 1]]
        ends += [*folded.ends[at:cut], *folded.starts[cut : cut + 1]]
        at = cut
    told = STOP.join(pieces)
    return Folded(told, tuple(starts[: len(told)]), tuple(ends[: len(told)]))
