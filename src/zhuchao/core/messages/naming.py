"""Who is named in a message: persons, telephones, the company."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from zhuchao.core.messages.clauses import STOPS, Clause
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.persons import INTRODUCED, NAMED, SIGNED, SURNAME, TITLES
from zhuchao.core.messages.tokens import Kind, Token
from zhuchao.core.text.later import later
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey, TradeRef

COMPANY = later(
    r"(?:^|(?<=[,，。;；:：!！\s是、【]))(?:企业名称|公司名称|单位名称|我们是|我司是|我们|我司|我是|本公司)?"
    r"(?P<name>[\u4e00-\u9fffa-z()（）]{2,24}?(?:集团)?(?:股份|责任)?有限(?:责任)?公司)"
)
# 供货给某某公司, 离某某公司近: a firm that is served, or stands nearby.
OTHER_FIRM = re.compile(
    r"[\u4e00-\u9fff]{0,4}(?:供货|供应|配套|送货|代工|合作|服务)[给到于]?|(?:最好)?(?:离|距|靠近?|挨着?|临近|紧邻|毗邻|隔壁|旁边|对面|紧挨|邻近)(?:是|就是|的)?"
)
# What stands beside a telephone and is no name.
NO_NAME = later(
    r"电话|手机|微信|联系|咨询|热线|看房|号码|同号|房东|业主|中介|谢谢|面议|随时|有意|致电|电联|直租|出租|求租"
    r"|求购|出售|招租|转让|厂房|仓库|办公|土地|可以|需要|详谈|细聊|诚意|非诚|勿扰|打我|加我|找我|请|[不没免限]|[平元万亩层米吨年月天]$|招商|中心|本人|直谈|都[中可行得]|自有|急租|[押付急]|[部办处局科]$"
)
BESIDE_BEFORE = later(r"(?:^|[\s,，。;；:：、])(?P<name>[\u4e00-\u9fff]{2,4})[\s:：,，]{0,3}$")
# Vivian 138…, contact: Leo: foreign names, which are no words for a telephone.
FOREIGN = later(
    r"(?:^|[\s,，。;；:：、])(?!(?:tel|phone|call|wechat|weixin|vx?|wx|qq|no|mob|mobile|cell|add|contact|whatsapp|line|hr|ok|pass|mr|ms|dr|app|iso|kva|vip)\b)"
    r"(?P<name>[a-z]{2,10}(?:女士|先生|小姐|经理|[\u4e00-\u9fff])?)[\s:：,，]{1,3}$"
)
NICKNAMED = later(
    r"(?P<name>[小老阿][\u4e00-\u9fff])(?:[(（][^()（）\d]{1,8}[)）])?[\s:：,，]{0,2}$"
)
# 13100007736 马, 沈138…: a surname alone.
SURNAME_BEFORE = later(rf"(?:^|[\s,，。;；:：、])(?P<name>{SURNAME})[\s:：,，]{{0,3}}$")
SURNAME_AFTER = later(rf"[\s:：,，(（]{{0,3}}(?P<name>{SURNAME})(?=$|[\s,，。;；)）])")
BESIDE_AFTER = later(r"[\s:：,，(（]{0,3}(?P<name>[\u4e00-\u9fff]{2,4})(?=$|[\s,，。;；)）])")
ADDRESSED = later(
    r"\s*(?:[,，!！:：]|啊|呀|哎)?\s*(?:我|那个|跟|您|你|好|早|在[吗不么嘛没]|有空|方便|帮|麻烦|请问|有没有)"
)
# 小魏，这个物业你去看一下: a short name in front of all else is called, unless a telephone follows.
CALLED = re.compile(r"[小老阿][\u4e00-\u9fff][,，!！]\s*(?![\d\s])")
# [语音转文字] 喂王哥: a note in brackets stands before what is said.
CLOSED = frozenset("]】)")
# 上周李姐客户还15: somebody who is spoken of.
OF_OTHERS = re.compile(
    r"的?(?:客户(?!经理)|那边|他们|介绍|推荐|家(?:的厂|那)|上[次回周个])|的[\u4e00-\u9fff]{0,4}(?:隔壁|旁边|对面|附近|楼[上下]|班(?!次)|店|课|项目|客户)"
)
PERSONAL = frozenset({Kind.PERSON, Kind.TELEPHONE})
TITLED = re.compile(
    rf"(?:{TITLES}|主管|总监|专员|院长|站长|村长|书记|船长|园长|馆长|校长|会长|队长|班长|助理|总助)$"
)
REACH = 12
# Who asks for somebody else, and firms whose business is property.
FOR_OTHERS = later(r"客户|帮|朋友|代[找寻租]|委托|受托|佣金|合作")
DEALS_IN_PROPERTY = later(
    r"地产|置业|不动产|房产|中介|经纪|顾问|咨询|招商|园区|产业(?:园|发展)|开发|运营"
)


def persons(text: str, clauses: Sequence[Clause], whole: str = "") -> Iterator[Finding]:
    """Persons and telephones in order; a word alone beside a telephone is a name.

    ``whole`` is the text with its asides, which tell who is only spoken of.
    """
    tokens = [token for clause in clauses for token in clause.tokens if token.kind in PERSONAL]
    people = [
        Finding(FieldKey.PERSON, token.text, token.start, token.end)
        for token in tokens
        if token.kind is Kind.PERSON
        and not _is_addressed(text, token)
        and not OF_OTHERS.match(whole or text, token.end)
    ]
    people = [*_introduced(text), *people] or list(_signed(text))
    yield from people
    for token in tokens:
        if token.kind is Kind.TELEPHONE:
            yield Finding(FieldKey.TELEPHONE, _digits(token), token.start, token.end)
            if not people:
                words = (word for clause in clauses for word in clause.words)
                yield from _beside(text, token, [word for word in words if len(word.text) > 1])


def _introduced(text: str) -> Iterator[Finding]:
    """叫我老邢就行, 经办:毕晓东: who is called by name, before others who are only mentioned."""
    told = INTRODUCED.search(text)
    if told is not None:
        group = next(each for each in ("called", "working", "labelled") if told[each])
        if not OF_OTHERS.match(text, told.end(group)):
            yield Finding(FieldKey.PERSON, told[group], *told.span(group))


def _signed(text: str) -> Iterator[Finding]:
    told = SIGNED.search(text)
    if told is not None:
        yield Finding(FieldKey.PERSON, told["name"], *told.span("name"), "", "署名处按姓名理解")


def _is_addressed(text: str, token: Token) -> bool:
    """王总,我这边想租: who is spoken to is not who asks."""
    said_before = text[max(0, token.start - 3) : token.start].rstrip(" 喂嗨哎嘿@")
    is_first = not said_before or said_before[-1] in STOPS | CLOSED
    if not is_first:
        return False
    opens = not any(map(str.isalnum, text[: token.start]))
    if opens and CALLED.match(text, token.start):
        return True
    return ADDRESSED.match(text, token.end) is not None


def _beside(text: str, telephone: Token, words: Sequence[Token]) -> Iterator[Finding]:
    start = max(0, telephone.start - REACH)
    lead = text[start : telephone.start]
    before = NICKNAMED.search(lead) or BESIDE_BEFORE.search(lead) or FOREIGN.search(lead)
    before = before or SURNAME_BEFORE.search(lead)
    if before and _is_name(before["name"], start + before.start("name"), words):
        yield _name(before["name"], start + before.start("name"))
    after = BESIDE_AFTER.match(text, telephone.end) or SURNAME_AFTER.match(text, telephone.end)
    if after and _is_name(after["name"], after.start("name"), words):
        yield _name(after["name"], after.start("name"))


def _is_name(name: str, at: int, words: Sequence[Token]) -> bool:
    """马, 胖子, 毕晓东 beside a telephone; 可贷款, 手续齐全, 整租优惠 are what is offered."""
    if NO_NAME.search(name):
        return False
    if not "\u4e00" <= name[0] <= "\u9fff":
        return True
    named = TITLED.search(name) or NAMED.fullmatch(name)
    if named is None or named.re is TITLED or not named["full"]:
        return named is not None
    end = at + len(name)
    return not any(at < word.end and word.start < end for word in words)


def _name(name: str, at: int) -> Finding:
    why = "" if TITLED.search(name) else "写在电话旁边，按称呼理解"
    return Finding(FieldKey.PERSON, name, at, at + len(name), "", why)


def _digits(token: Token) -> str:
    digits = token.text if token.text.isdigit() else re.sub(r"\D", "", token.text)
    return digits[2:] if len(digits) == 13 and digits.startswith("86") else digits


def company_in(text: str) -> Finding | None:
    """The first company that is named with its legal form."""
    for found in COMPANY.finditer(text) if "有限" in text else ():
        if not OTHER_FIRM.match(found["name"]):
            return Finding(FieldKey.COMPANY, found["name"], *found.span("name"))
    return None


def of_company(text: str, company: Finding, inside: Iterable[Token]) -> Iterator[Finding]:
    """What the words of a company's name tell: whose firm it is, and perhaps its trade."""
    yield company
    for token in inside:
        for lexeme in token.lexemes:
            if lexeme.role == "value" and lexeme.key == FieldKey.RELATION:
                yield Finding(FieldKey.RELATION, lexeme.value, token.start, token.end,
                              "", "按公司名称理解")  # fmt: skip


def writes_itself(text: str, company: Finding) -> Iterator[Finding]:
    """Of a demand that names one firm and no client, that firm writes; a label may name another."""
    is_labelled = text[: company.start].rstrip().endswith(":")
    if not (is_labelled or FOR_OTHERS.search(text) or DEALS_IN_PROPERTY.search(str(company.value))):
        yield Finding(FieldKey.RELATION, "enterprise", company.start, company.end,
                      "", "署名公司求租求购，按企业自用理解")  # fmt: skip


def trade_of_company(inside: Iterable[Token], tables: Tables) -> Iterator[Finding]:
    """The trade that the name of a company tells, where nothing else does."""
    words = [each.value for token in inside for each in token.lexemes if each.role == "trade"]
    tokens = [token for token in inside if token.has("trade")]
    if tokens:
        refs = tuple(TradeRef(word, tables.trade_code(word)) for word in dict.fromkeys(words))
        yield Finding(FieldKey.TRADE, refs, tokens[0].start, tokens[-1].end, "", "按公司名称理解")
