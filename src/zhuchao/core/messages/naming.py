"""Who is named in a message: persons, telephones, the company."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from zhuchao.core.messages.clauses import STOPS, Clause
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.persons import TITLES
from zhuchao.core.messages.tokens import Kind, Token
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey, TradeRef

COMPANY = re.compile(
    r"(?:^|(?<=[,，。;；:：!！\s是、【]))(?:企业名称|公司名称|单位名称|我们是|我司是|我们|我司|我是|本公司)?"
    r"(?P<name>[\u4e00-\u9fffa-z()（）]{2,24}?(?:集团)?(?:股份|责任)?有限(?:责任)?公司)"
)
# What stands beside a telephone and is no name.
NO_NAME = re.compile(
    r"电话|手机|微信|联系|咨询|热线|看房|号码|同号|房东|业主|中介|谢谢|面议|随时|有意|致电|电联|直租|出租|求租"
    r"|求购|出售|招租|转让|厂房|仓库|办公|土地|可以|需要|详谈|细聊|诚意|非诚|勿扰|打我|加我|找我|请|[不没免限]|[平元万亩层米吨年月天]$|招商|中心|本人|直谈|都[中可行得]|自有|急租|[押付急]|[部办处局科]$"
)
BESIDE_BEFORE = re.compile(r"(?:^|[\s,，。;；:：、])(?P<name>[\u4e00-\u9fff]{2,4})[\s:：,，]{0,3}$")
# Vivian 138…, contact: Leo: foreign names, which are no words for a telephone.
FOREIGN = re.compile(
    r"(?:^|[\s,，。;；:：、])(?!(?:tel|phone|call|wechat|weixin|vx?|wx|qq|no|mob|mobile|cell|add|contact|whatsapp|line|hr|ok|pass|mr|ms|dr|app|iso|kva|vip)\b)"
    r"(?P<name>[a-z]{2,10}[\u4e00-\u9fff]?)[\s:：,，]{1,3}$"
)
NICKNAMED = re.compile(r"(?P<name>[小老阿][\u4e00-\u9fff])[\s:：,，]{0,2}$")
BESIDE_AFTER = re.compile(r"[\s:：,，(（]{0,3}(?P<name>[\u4e00-\u9fff]{2,4})(?=$|[\s,，。;；)）])")
ADDRESSED = re.compile(
    r"\s*(?:[,，!！:：]|啊|呀|哎)?\s*(?:我|那个|跟|您|你|好|早|在[吗不么嘛没]|有空|方便|帮|麻烦|请问|有没有)"
)
# [语音转文字] 喂王哥: a note in brackets stands before what is said.
CLOSED = frozenset("]】)")
PERSONAL = (Kind.PERSON, Kind.TELEPHONE)
TITLED = re.compile(
    rf"(?:{TITLES}|主管|总监|专员|院长|站长|村长|书记|船长|园长|馆长|校长|会长|队长|班长|助理|总助)$"
)
# 我司拟租: a firm speaks for itself.
SELF = re.compile(
    r"我司|我公司|本公司|本司|(?:^|(?<=[,，。;；\s]))[我本]厂(?=[拟想要现需])"
    r"|[外港台]资企业(?=求租|求购|急租|急寻|找|寻)"
)
# 客户砍成2800平了: who asks for a client; but not 我们的客户在昆山, who deliver there.
CLIENT = re.compile(
    r"(?<![我们司的近离老主组批波给为])客户(?=[^,，。;；\n都]{0,5}(?:要|想|找|求|租|需|砍|能到|预算|改成|加到|询|指定|只|暂?不方便|说[^,，。;；\n]{0,6}(?:不够|太|小了|大了)))|(?:(?<=有个)|^|(?<=[\s,，。;；!！]))客户(?=做|是做|搞|自用|急|生产)|客户[a-h甲乙丙一二三](?=[\s,]*(?:求|要|找|想|[:：]))|(?<![老我])(?:大|线|资|电|车|药)客户(?=[,，])"
)
PARK_OFFICE = re.compile(r"招商(?:局|部|办|处|中心)|投促(?:局|中心)")
TENANT = re.compile(r"(?:我|本人|自己)(?:在[\u4e00-\u9fff]{2,6}|之前|现在)?租的")
# 我表弟想找个厂, 朋友开的公司: who asks for a friend.
FRIEND = re.compile(
    r"(?:我的?|帮)(?:个?朋友|[表堂]?[哥弟姐妹]夫?|小舅子|大舅子?|舅舅|叔叔?|姑父|姨夫|连襟|亲戚|同学|战友|老乡|发小|邻居|侄[子儿])(?!那边|说|家的?厂)"
    r"|让我(?:帮忙?)?(?:问|找|打听|看看)|托我"
    r"|朋友(?:开的|的(?:公司|工厂)|想|要找|托)"
)
# 某某置业小庞 138…: an agent signs with his firm.
AGENCY = re.compile(
    r"(?m:^[^\S\n]*)(?:独家)?代理(?=[\u4e00-\u9fff])|(?:置业|地产|房产|不动产)(?=\s*(?![^\s\d]*证)[\u4e00-\u9fff]{1,3}\s*(?:1[3-9]\d|$))"
)
HIMSELF = re.compile(
    r"发个自己的|本人名下|本人(?:直[谈租售卖]|自有|的?厂房|的?仓库)|自家的?(?:厂|仓|院)|房东[急直诚]租|业主自己的|(?:^|因)本厂(?=搬|迁|现)"
    r"|(?<!园区)自有(?:[\u4e00-\u9fff]{0,2}厂房|仓库|房产)"
)
LET_ON = re.compile(r"(?:我|本人)?自己租了|租(?:期|约)还?剩|房租(?:已经?)?交到|分租出去")
FOR_CLIENTS = (
    (CLIENT, "agent", "为客户找"),
    (FRIEND, "referrer", "替他人问"),
    (AGENCY, "agent", "以中介的名义署名"),
)
WHO_OFFERS = (
    (HIMSELF, "owner", "本人出租出售"),
    (AGENCY, "agent", "以中介的名义署名"),
    (LET_ON, "sublessor", "转让自己租的"),
    (TENANT, "sublessor", "转让自己租的"),
    (PARK_OFFICE, "park", "招商部门发布"),
)
REACH = 12
# Who asks for somebody else, and firms whose business is property.
FOR_OTHERS = re.compile(r"客户|帮|朋友|代[找寻租]|委托|受托|佣金|合作")
DEALS_IN_PROPERTY = re.compile(
    r"地产|置业|不动产|房产|中介|经纪|顾问|咨询|招商|园区|产业(?:园|发展)|开发|运营"
)


def persons(text: str, clauses: Iterable[Clause]) -> Iterator[Finding]:
    """Persons and telephones in order; a word alone beside a telephone is a name."""
    tokens = [token for clause in clauses for token in clause.tokens if token.kind in PERSONAL]
    people = [
        token for token in tokens if token.kind is Kind.PERSON and not _is_addressed(text, token)
    ]
    for token in people:
        yield Finding(FieldKey.PERSON, token.text, token.start, token.end)
    for token in tokens:
        if token.kind is Kind.TELEPHONE:
            yield Finding(FieldKey.TELEPHONE, _digits(token), token.start, token.end)
            if not people:
                yield from _beside(text, token)


def _is_addressed(text: str, token: Token) -> bool:
    """王总,我这边想租: who is spoken to is not who asks."""
    said_before = text[max(0, token.start - 3) : token.start].rstrip(" 喂嗨哎嘿@")
    is_first = not said_before or said_before[-1] in STOPS | CLOSED
    return is_first and ADDRESSED.match(text, token.end) is not None


def _beside(text: str, telephone: Token) -> Iterator[Finding]:
    start = max(0, telephone.start - REACH)
    lead = text[start : telephone.start]
    before = NICKNAMED.search(lead) or BESIDE_BEFORE.search(lead) or FOREIGN.search(lead)
    if before and not NO_NAME.search(before["name"]):
        at = start + before.start("name")
        yield _name(before["name"], at)
    after = BESIDE_AFTER.match(text, telephone.end)
    if after and not NO_NAME.search(after["name"]):
        yield _name(after["name"], after.start("name"))


def _name(name: str, at: int) -> Finding:
    why = "" if TITLED.search(name) else "写在电话旁边，按称呼理解"
    return Finding(FieldKey.PERSON, name, at, at + len(name), "", why)


def _digits(token: Token) -> str:
    digits = re.sub(r"\D", "", token.text)
    return digits[2:] if len(digits) == 13 and digits.startswith("86") else digits


def company_in(text: str) -> Finding | None:
    """The first company that is named with its legal form."""
    found = COMPANY.search(text) if "有限" in text else None
    return Finding(FieldKey.COMPANY, found["name"], *found.span("name")) if found else None


def of_company(text: str, company: Finding, inside: Iterable[Token]) -> Iterator[Finding]:
    """What the words of a company's name tell: whose firm it is, and perhaps its trade."""
    yield company
    for token in inside:
        for lexeme in token.lexemes:
            if lexeme.role == "value" and lexeme.key == FieldKey.RELATION:
                yield Finding(FieldKey.RELATION, lexeme.value, token.start, token.end,
                              "", "按公司名称理解")  # fmt: skip


def who_writes(text: str, found: Sequence[Finding], *, is_demand: bool) -> Iterator[Finding]:
    """Who writes, as far as the text tells by the way: a firm, somebody for clients, a park."""
    writer = SELF.search(text) if is_demand else None
    if writer is not None:
        yield Finding(FieldKey.RELATION, "enterprise", *writer.span(), "", "自称企业")
    elif not any(each.key is FieldKey.RELATION for each in found):
        for pattern, relation, why in FOR_CLIENTS if is_demand else WHO_OFFERS:
            told = pattern.search(text)
            if told is not None:
                yield Finding(FieldKey.RELATION, relation, *told.span(), "", why)
                return


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
