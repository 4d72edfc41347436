"""The wordings by which a line of a Chinese page shows what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable


def _any(words: str) -> str:
    """The words of a list as one alternative, each of them a pattern without blanks."""
    return "|".join(words.split())


_GAP = r"(?:[-=]*[>＞»›→➤▶▸]|&gt;|[/／\\])"
_ENDS_HEAD = r"\s*(?:是|为|在)?\s*[:：]"
BREADCRUMB = re.compile(
    # A forum's ends in the thread's title.
    r"^\S{0,6}(?:论坛|社区|贴吧)\s*[»›>]\s*\S|^[»›]\s*[^\s。，；»›]{2,16}\s*[»›]|"
    rf"^[【\[]?[您你]?的?(?:当前|目前|现在|现)(?:所在|所处|浏览|阅读)?的?(?:位置|页面|栏目)?{_ENDS_HEAD}"
    rf"|^[【\[]?[您你](?:所在)?的?(?:位置|页面){_ENDS_HEAD}"
    rf"|^.{{0,6}}(?:位置|导航|所在)\s*[:：].*{_GAP}|^.{{0,8}}?(?:首页|主页|Home|HOME)\s*(?:{_GAP}|[-–—]\s|[-–—]+[^-–—\s]{{2,10}}[-–—]+[^-–—\s]{{2,10}}$)"
)
# A path without a label: three levels or more, and nothing else.
PATH = re.compile(
    r"^[^。，；/]{2,16}(?:\s+/\s+[^。，；/]{2,16}){2,7}$|"
    r"^(?:(?:>+|＞+|»|›|→)\s*)?[^。，；>＞»›→]{2,24}(?:\s*(?:>+|＞+|»|›|→)\s*[^。，；>＞»›→]{2,24}){2,7}$"
)
STEP = re.compile(r"\s*(?:[>＞»›→/]|&gt;)+\s*")
BREADCRUMB_HEAD = re.compile(
    r"^.{0,12}?(?:位置|导航|当前所在|页面|栏目|所在)\s*(?:是|为|在)?\s*(?:[:：]|>+|＞+|»)\s*"
)
PATH_HINT = re.compile(r"crumb|position|location|\bbc\b|\bmbx\b|\bpath\b|mianbao|weizhi|\bcurrent")

ORIGINAL_TITLE = re.compile(
    r"^[（(【\[]?\s*(?:原标题|原题|原文标题)\s*(?:[:：丨|｜为]|[】\]）)])\s*"
)
_CHECKED = _any(
    "实勘 实地 房源 平台 证照 产权 业主 委托书 实名 官方 优质 金牌 诚信 商家 企业 个人 身份 信息 已"
    " 经纪人 内容"
)
_SEAL = "认证|核验|核实|验真|审核|通过|齐全|直租"
BADGE = re.compile(
    rf"^(?=[\s\S]{{2,30}}$)(?:(?:{_CHECKED}){{1,3}}(?:{_SEAL}|已核){{0,2}}(?<=[认核验真过全租核勘证])[\s·|｜/、]*){{1,6}}$|^(?:原创|置顶|精华|加精|独家|首发)$|"
    r"[★☆]{3}|勋章.{0,60}(?:级别|等级|越多|越高)|^.{0,12}(?:推荐指数|实勘认证|优质(?:内容|创作者)).{0,16}$|勋章(?:级别|等级|说明)|由内容质量、互动评论"
)

# Beside a title what sets an offer or a post off from others.
SEAL = re.compile(
    r"^[【\[（(]?(?:真?实?(?:房源|厂房|图)|真房源|真实房源|优选|精选|推荐|实勘|急[租售]|置顶|精华|加精|热|新上|新|顶|荐|原创|首发|独家|独门独院|独栋|可环评|可分租"
    r"|\d日内更新|已?认证|业主直租|随时看房|有产证)[】\]）)]?$"
)

EDITOR_ROLE = (
    r"(?:本[期版文篇]|责任|[值当]班|当值|执行|助理|文字|网络|图文|图片|视频|美术|新媒体|微信|公众号|见习|实习|版面|栏目|频道|统筹)?"
    r"(?:编[辑缉]|编审|责编|网编|小编|校对|审核|审校|监制|主编|编发)"
    r"|责任编[辑缉]|责编|一审|二审|三审|初审|复审|终审"
)
EDITOR = re.compile(
    rf"^(?:[【\[](?:我要)?纠错[】\]])?\s*[（(【\[|｜]?\s*(?:(?:{EDITOR_ROLE})\s*(?:[:：/丨|｜]|[】\]])"
    r"|(?:本期|责任|值班|执行|网络)?(?:编辑|责编)(?:\s+|(?=[\u4e00-\u9fff]{2,3}返回))(?=[\u4e00-\u9fff]{2,4}))"
)
_ROLE_LABEL = (
    rf"(?:{EDITOR_ROLE}|文字?|图片?|摄影|视频|制图|排版|供稿|撰稿|录入|签发|核稿|版式|美编|责校|(?:本文)?来源|作者|撰文|图文|策划|统筹)"
    r"\s*[|｜丨/:：]\s*[\u4e00-\u9fff、，,·A-Za-z_\d]{2,16}"
)
CREDITS = re.compile(
    rf"^(?=.*(?:编|审|校|图|摄|文))[（(]?{_ROLE_LABEL}(?:[\s|｜丨/、，,;；]*{_ROLE_LABEL})+[）)]?$"
)
# The editor's name at the end of a line that tells the source, or who wrote.
EDITOR_WITHIN = re.compile(r"^[^。]{2,40}\s责任编辑\s*[:：]\s*[\u4e00-\u9fffA-Za-z_\d]{2,14}\s*$")
ROLE = re.compile(rf"^[（(]?{_ROLE_LABEL}[）)]?$")
BACK_TO_SOURCE = re.compile(r"返回(?P<source>[\u4e00-\u9fff]{2,8})[,，]\s*查看更多")

TELEPHONE = re.compile(
    r"(?<!证编号[:：])(?<!许可证[:：])(?<![\d.-])(?:400[- ]?\d{3}[- ]?\d{4}"
    r"|400[- ]?\d{4}[- ]?\d{3}|800[- ]?\d{3}[- ]?\d{4}"
    r"|(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}"
    r"|(?:[（(]0\d{2,3}[）)]|0\d{2,3}[- —]{0,2})[2-9]\d{2,3}[- ]?\d{4}(?:[-转]\d{1,5})?)(?![\d.])"
)
# Whatever has no such run of digits has no telephone in it; looked for first, as it is quicker.
DIGITS = re.compile(r"\d[\d\s—()（）-]{5,}\d")
CONTACT = re.compile(
    r"微信号|扫码咨询|^微信\s*[:：]|微信/手机|手机/微信|加微信|加.{1,5}的?微信|联系人|联系方式|联系电话|咨询电话|咨询热线|招商热线"
    r"|招商电话|服务热线|热线电话|电话\s*[:：]|手机号?\s*[:：]|传真\s*[:：]|(?:投稿|联系|电子|咨询)?邮箱\s*[:：]|QQ\s*[:：]"
    r"|扫一扫加|扫码添加|长按识别.{0,12}(?:加|咨询|联系|客服)|联系我们\s*[:：]"
)
MAIL = re.compile(r"^.{0,12}?[\w.+-]{2,40}@[\w-]{2,40}\.[a-z]{2,8}")
# Whom to tell of what is wrong on the site: no contact.
REPORT = re.compile(
    r"违法(?:和?不良)?信息|^.{0,6}举报(?:电话|热线|邮箱)?\s*[:：\d]|^(?:©|版权所有|Copyright|copyright)"
)
ADDRESS = re.compile(r"^(?:公司|单位|联系|通[讯信]|办公|社|详细)?[地社]?址\s*[:：]\s*\S")
# Whom to ring about the site itself.
SITE_CONTACT = re.compile(
    r"登录\s*[|/]?\s*(?:免费|立即)?注册|"
    r"技术支持|违法(?:和?不良)?信息|^社址|网站(?:建设|维护|管理|编辑部)|^.{0,6}举报(?:电话|热线|邮箱)?\s*[:：]|^.{0,4}纠错电话|^广告(?:热线|合作|招商|投放)"
)
SITE_ADDRESS = re.compile(
    r"^(?:主办|承办|版权|地址|社址|公司地址|单位地址|(?:全国|统一|在线)?(?:客户?服务?|服务)热线)"
)
CONTACT_HEADING = re.compile(
    r"^[（(]?[\d一二三四五六七八九十]{1,2}[）)、.．]\s*(?:联系|咨询)[^:：]{0,8}$"
)
CONTACT_LABEL = re.compile(
    r"^(?:[（(]?\d{1,2}[）)、.．]\s*)?(?:(?:通[讯信]|单位|公司|办公|详细|邮寄|联系)?地址|联系人|[^。，：:]{0,6}地址|邮政?编码?|邮编|电子邮箱|邮箱|网址"
    r"|传真|联系(?:单位|部门)|(?:工作|服务|办公|看房|接待|营业)时间|名称|单位名称|(?:服务)?门店|(?:解读|咨询|采购|招标|代理|受理|主办)(?:单位|机构|人|部门))[:：]"
    r"|^[^。，]{0,12}(?:招商|租售|选址)(?:合作|热线|咨询|服务|对接)?[:：]?$"
)
CONTACT_HEAD = re.compile(
    r"^\W{0,3}(?:联系我们|联系方式|联系本?文?(?:顾问|作者|经纪人)"
    r"|(?:招商|投资|业务|政策|合作|商务|选址)?(?:咨询|洽谈|联系|热线|合作)(?:电话|方式|热线)?)"
    r"\s*(?:[:：]|[A-Za-z ]{0,16})?$"
)
# What a paper states line by line below its title: 招标人：…, 公示期：….
STATED = re.compile(r"^[\u4e00-\u9fff]{2,10}[:：]\s*\S")
TERM = re.compile(r"^[\u4e00-\u9fff]{2,10}[:：]\s*自?(?:19|20)\d\d")
# Whose a site is, where its foot begins below a list.
OWNED = re.compile(r"^(?:主管|主办|承办|指导|协办)(?:单位)?[:：]")
REQUEST = re.compile(
    r"^(?:来电|联系时?|咨询时?)?请(?:说明|告知|留下|填写).{0,30}(?:联系人|手机号|电话|需求)"
)

# What opens a line, and what may stand anywhere in one; apart, as the first is soon looked for.
NOTICE_HEAD = re.compile(
    r"(?:本文|文中|本[页站])[^。]{0,36}(?:仅供.{0,6}参考|以(?:官方|实际|最终|现场|签约)[^。]{0,12}为准)|本文为[^。]{0,16}原创|本文链接\s*[:：]|Notice\s*[:：]|前瞻性(?:陈述|声明)\s*[:：]|[（(【\[*※]?\s*(?:免责\s*[:：]|(?:特别|温馨|郑重|友情|交易|安全|风险)(?:提示|提醒)\s*[:：]\s*\S|以上(?:信息|内容|资料|房源).{0,20}(?:提供|仅供参考)|.{0,12}版权(?:与|及|和)?免责声明|版权声明|免责声明|特别声明|郑重声明|版权申明|转载声明|平台声明|.{0,4}声明\s*[:：]|©?著作权归|免责条款"
    r"|版权与免责|版权归原?作者|侵权(?:必究|删除|联系)|举报投诉|风险提示\s*[:：]|著作权声明)"
)
NOTICE_WITHIN = re.compile(
    r"谨防(?:诈骗|受骗|上当|被骗)|转载请.{0,14}(?:授权|联系)|(?:违者|违规.{0,4}|侵权|盗版)必究"
    r"|如(?:有|发现|涉及?)?(?:侵权|侵犯|不妥|涉及版权|涉及侵权).{0,30}(?:删除|联系|处理)"
    r"|仅代表(?:该|其)?(?:原?作者|个人|机构)|不代表(?:本|我)?(?:网|站|平台|公众号|号|报|刊|台|机构).{0,6}(?:观点|立场)|不代表[^。，]{1,6}(?:[网台报社刊号]|新闻|平台|客户端)(?:的)?(?:观点|立场)|与本[^。，]{1,6}(?:立场|观点)?无关|(?:本[站网平]|[网站平台])[^。]{0,20}不承担.{0,12}责任|版权属于"
    r"|未经.{0,12}(?:授权|许可|同意).{0,16}(?:转载|复制|摘编|镜像)"
    r"|(?:转载|请).{0,8}注明(?:出处|来源)|侵权?[必即]?删"
    r"|(?:信息|内容|房源).{0,6}由.{1,10}(?:发布|提供|上传).{0,20}(?:核实|为准|无关)|仅(?:作|供|为).{0,10}(?:要约邀请|参考)|不(?:作为|构成)(?:任何)?(?:要约|(?:投资|决策|购买|操作|交易)?建议)|前瞻性[^。]{0,20}不构成"
)
# A number by itself counts something, but the first two of a heading (01) stay.
FIGURES = re.compile(
    r"^(?!\W{0,3}0\d\W{0,3}$)[\d\s.,:/万亿wk%+()（）-]+$|^(?:评论|跟[帖贴]|留言)\s*[（(]?\d[\d.万+]*[)）]?$"
    r"|^\d[\d.,万+]*\s*[条人]?(?:评论|跟[帖贴]|留言)$|^暂无评论|^.{0,80}抢沙发|^\d+相关评论$"
)
ATTACHMENT = re.compile(
    r"^(?:附件|附：|附:|附件下载|相关附件)\s*[:：\d一二三四]?|\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|zip|rar|dwg|dxf)[】）)\]]?\s{0,4}[（(]?(?:[\d.]+\s*[KMG]B?)?[)）]?(?:\s*(?:点击)?(?:下载|查看|预览)(?:[（(][^（()）]{1,10}[）)])?)?$|[（(](?:PDF|DOCX?|XLSX?|pdf|docx?|xlsx?)[，,\s]?[\d.]*\s*[KMG]?B?[）)]$|^[\d.]+\s*[KMG]B[,，]\s*下载次数|^\S[^。，；]{1,40}\.(?:jpe?g|png|gif|bmp|tiff?)(?:\s*[（(][\d.]+\s*[KMG]B[^。（()）]{0,16}[）)])?$",
    re.I,
)
LICENCE = re.compile(r"ICP[备证]|公网安备|视听节目许可|©\s*(?:19|20)\d\d")
FOOT_HEAD = re.compile(
    r"(?:上|下)一(?:篇|条|页|则)(?=\s*[:：>＞»【\[《]|\s|$)|已是(?:第一|最后)|没有了$|没有更多|写评论|友情链接"
    r"|(?:写|精选|全部)留言"
    r"|(?:发表|我要|网友|全部|最新|热门)?评论(?:列表|区|[（(]\d+[）)]|\s*\d+)?$"
    r"|(?:网站地图|关于我们|关于本[站网]|隐私(?:声明|政策)|网站声明|法律声明|返回顶部|返回首页|返回.{0,6}列表)",
)
FOOT_WITHIN = re.compile(
    r"ICP备|公网安备|[Cc]opyright|COPYRIGHT|版权所有|[Aa]ll [Rr]ights|ALL RIGHTS|©|网站标识码"
    r"|技术支持\s*[:：](?!\s*\d)|许可证(?:编?号)?\s*[:：]|网[新文]备|(?:刊号|邮发代号|出版物号)\s*[:：]"
)
COMMENTS = re.compile(
    r"^网友?(?:评论|跟[帖贴]|留言).{0,20}$|^(?:[最热新门精彩全部网友选]{0,4}|发表|我要|用户)(?:评论|跟[帖贴]|留言)(?:列表|区)?(?:\s*[（(]?\d*[条）)]*)$"
    r"|^我来说两句|^评论\s+\d+(?:条|$)|^\d+条.{0,10}评论$|^(?:已有|仅有|共有?)?\s*[\d一]+\s*(?:条评论|条回复|人参与)|^.{0,40}上有\s*\d+\s*条评论|^\d+相关评论$|^添加新评论|^(?:说说|谈谈)你的看法"
)
SUMMARY = re.compile(r"^[【\[]?(?:内容)?(?:摘要|导语|导读|提要|核心提示|编者按)[】\]]?\s*[:：]")
# As news agencies and papers open a text: 新华社北京3月5日电.
DATELINE = re.compile(r"^[^，。]{2,16}?\d{1,2}月\d{1,2}日\s?[电讯]|^本[报刊网台]讯")
# What a forum calls a thread, before its title: [求助].
THREAD_KIND = re.compile(r"^\[[\u4e00-\u9fff]{2,4}\]\s*")
POSTED = re.compile(r"^发表于\s*[:：]?\s*(?:\d|[昨前今]天)")
TAGS = re.compile(
    r"^(?:文章|本文)?(?:标签|关键词|关键字|[Tt]ags?|TAGS?)(?:\s*[:：]|\s)|^(?:[#＃][^\s#＃]{1,16}[#＃]?(?:\s+\d{1,4})?\s*)+$"
)
TAGS_HEAD = re.compile(r"^\W{0,3}(?:文章|本文)?(?:标签|关键词|关键字|话题|[Tt]ags?)\W{0,3}$")
WRITER = re.compile(
    r"^[（(【\[]?(?:文|图文|文[/、]图|图[/、]文|撰文|(?:文章|本文)?作者|文字|采写|撰写|采编|(?:特约)?撰稿人?|通讯员)\s*(?:[/|｜丨:：]|[】\]])\s*[\u4e00-\u9fffA-Za-z·\s、]{2,16}[）)]?$"
)
# What a list can be narrowed by: 热门区域：甲 乙 丙.
FILTERS = re.compile(r"^[\u4e00-\u9fff]{2,6}[:：](?:\s*[^\s，。]{2,16}\s+){2,}[^\s，。]{2,16}$")
ISSUER = re.compile(r"(?:公司|委员会|政府|办公室|管委会|局|厅|院|中心|协会|银行|董事会|监事会)$")
ACCOUNT = re.compile(
    r"^(?:楼主[:：]?\s+)?(?!.*丨|\S{2,3}[省市]$|\S{0,2}自治区$|标签$|原创|转载|打开|下载|关注|首页|分享|收藏|浏览|阅读|查看|点击|发[布表]|更新|楼主|\S{0,2}会员|.*\d{3})[\u4e00-\u9fffA-Za-z][\w·]{2,15}(?<!APP)(?<!打开)$"
)
NUMBERED = re.compile(r"^[（(]?\d{1,3}[）)、.．]")

# Without one of these neither a label nor a day is told.
TELLS = re.compile(r"[:：】\]\d前昨今刚]|[〇一二三四五六七八九十]")
META_LABEL = re.compile(
    r"^(?:发件人|收件人|抄送)\s*[:：]|(?:(?:证券|股票|转债|债券)(?:代码|简称)|公告编号)\s*[:：]|(?:文章)?(?:来源(?:网站|媒体|单位)?|出处|信源|转自|转载自|摘自|选自|来自|首发于?|原载于?|作者|撰稿人?|撰文|撰写|采写|采编|记者|通讯员|编辑|责编|小编|责任编辑|发布(?:时间|日期|人|者|机构|单位)?|发表(?:时间|于)|更新(?:时间|日期)?|(?<![动议办开标止名会])时间"
    r"|日期|浏览(?:次数|量|数)?|阅读(?:次数|量|数)?|点击(?:次数|量|数|率)?|访问(?:次数|量)?|查看|人气|热度|信息来源|发文(?:机关|日期)"
    r"|索引号|稿源|供稿|栏目|分类)\s*(?:[:：]|[】\]]\s?(?=\S))"
)
HEADING = re.compile(
    r"^(?:第[一二三四五六七八九十百\d]+(?:[章节部分篇条]|[^\s，。]{0,3}[:：、])|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]"
    r"|0\d[\s.、]|\W{0,3}0\d\W{0,3}$|(?:PART|Part)[\s.]*\d|\d\ufe0f?\u20e3.{0,12}$|第[一二三四五六七八九十]\S{1,3}[:：]|\S{1,2}[一二三四五六七八九十][:：].{1,12}$|[●■◆▎▌][^:：，；]*$|【)"
)
OPEN_PAPER = re.compile(r"^[（(]此[件文][^。，]{0,12}[）)]$")
ORDINAL = re.compile(r"^\W{0,3}0\d\W{0,3}$|^(?:PART|Part)[\s.]*\d{1,2}$")
SENTENCE_END = re.compile(r"[。！？!?；;…：:，,”\"]\s*$")
SENTENCE = re.compile(r"[。！？；，]|[,;!?]\s?[\u4e00-\u9fff]")

SITE_NAME = re.compile(
    r"(?:网站?|博客|频道|门户|首页|论坛|在线|中心|新闻|娱乐|财经|教育|栏目|日报|晚报|电子报|数字报)\W*$|^\W*(?:首页|主页)|[>＞»]"
)
PAGE_NUMBER = re.compile(r"\s*[（(]\s*(?:页\s*\d+|第\s*\d+\s*页|\d+/\d+)\s*[)）]$|\s*[-–—\s]+-+$")
_YEAR = r"\s*[:：@]?\s*(?:19|20)\d\d\s?[-/.年]"
PUBLISHED = re.compile(rf"(?:发布|发表|发稿)(?:日期|时间){_YEAR}")
PUBLISHED_BELOW = re.compile(
    rf"(?:(?:发布|发表|发稿)(?:日期|时间)|发表于|发布于|posted){_YEAR}", re.I
)
TODAY = re.compile(r"今天是|今日是|现在时间|(?:星期|周)[一二三四五六日天]\s*$|农历")
CLOSING_SOURCE = re.compile(
    r"^(?:本文|文章)?(?:首发于|首发自|原载于|原刊于|原载|转载自|转自|转载于|(?<=文)转载|(?<=文)首发|(?<=文)来自|(?<=文)选自)(?:于|自)?[\s:：《「]*[^，。]{2,30}(?:[，,]\s?(?:略?有(?:删改|改动|删减)|经授权.{0,8}|仅供.{2,6}))?$|^[（(【\[]?\s*(?:(?:文章|信息|稿件|新闻|内容|本文|消息|原文|媒体)?(?:来源|出处)(?:网站|媒体|单位)?|稿源|信源|转自|转载自|摘自|选自|来自)\s*(?:[:：|｜丨/]|[】\]])[^，。]{2,30}$"
)
ORIGINAL_LINK = re.compile(r"^[（(【\[]?\s*(?:原文|来源|文章|转载)(?:链接|地址|网址)\s*[:：]")
_COUNTED = (
    r"(?:阅读|浏览|点击|播放|人气|点阅|评论|点?赞|收藏|转发|在看|分享|喜欢)[量数次]{0,2}"
    r"\s*[:：(（]?\s*\d[\d.,]*[万wk+]{0,2}[)）次]?"
    r"|\d[\d.,]*[万wk+]{0,2}\s*次?(?:阅读|浏览|点击|播放|评论|点?赞|收藏|转发|在看)"
)
# Counters, how often the page was read among them.
COUNTERS = re.compile(
    rf"^(?=.*(?:阅读|浏览|点击|播放|人气|点阅))(?:(?:{_COUNTED}|发表于\S{{2,6}}|分享|收藏|赞|在看|留言)[\s·|｜/,，]*)+$"
)
CAPTION = re.compile(
    r"^[▲△▼↑◀▶]\s*\S|(?:记者|通讯员|[\s。，])\s?[\u4e00-\u9fff]{2,4}\s?摄[)）]?$|^.{4,36}(?:供图|图源网络|资料图)[)）]?$|^(?:数据|资料|图片|图表)来源\s*[:：]|^[（(]图[:：]|[（(]\d{1,2}月\d{1,2}日摄[）)]|^图(?:为|说|/|：|:|片[:：]|\d{1,2}\s)|[（(【][^（(。]{0,20}(?:摄|供图|图源[^）)]*|资料图片?|效果图)[）)】]$|图片?由\S{1,10}提供[)）]?$"
    r"|(?:摄影|供图|摄|图源|图片来源|[\s。]图)\s*[/／:：|｜]\s*\S{2,16}$|[\s。（(][\u4e00-\u9fff]{2,8}\s(?:图|摄|供图)[)）]?$|^表\s?\d{0,2}[:：\s]\s*\S{4}|[（(][\u4e00-\u9fff]{2,6}制[图表][)）]$|^.{2,24}图\s{0,2}(?:图片)?来源\s*[/:：]\s*\S{2,16}$|^(?:图|视频)\s*[:：|｜丨/]\s*\S{2,16}$"
)
TABLE_CAPTION = re.compile(
    r"^表\s*[:：]|(?:表|名单|清单|明细|一览|情况|目录|统计)(?:[（(].{0,16}[)）])?[:：]?$|^(?:附?表)\s*[\d一二三四五]|单位\s*[:：]"
)
TABLE_NOTE = re.compile(r"^(?:注|备注|说明)\s*[:：]")
RECORD = re.compile(
    r"[\[【]?\s*(?:(?:信息)?索引号|文件编号|内容概述|发文(?:机关|单位|字号)|统一编号|发布机构|成文日期|生成日期|主题(?:分类|词)|信息分类|组配分类|文号|时效|有效性"
    r"|公开(?:方式|类别|形式|日期|范围))\s*(?:[\]】:：\t|]|$|(?<=[ \u3000]))"
)
YEAR = re.compile(r"^(?:19|20)\d\d年?$")
DAY = re.compile(r"^\d{1,2}[-/.月]\d{1,2}日?$")
CLOCK = re.compile(r"^\d{1,2}[:：]\d\d(?:[:：]\d\d)?$")
CLAUSE_END = re.compile(r"[。！!；;…：:，,]\s*$")
DATED = re.compile(
    r"^[·•\s]*[\[（(]?(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?[\]）)]?\s+\S{4}|\S\s*[\[（(]?(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?[\]）)]?$"
)
STOP = re.compile(r"[。；;…]")
CLAUSE = re.compile(r"[。；;…，]")
MEDIA = "网|报|社|台|客户端|发布|中心|融媒"
REPORTERS = re.compile(
    r"^[（(□■◎●◇]?\s?[\u4e00-\u9fff]{0,10}(?:记者|通讯员)[\s:：\u3000|｜丨]+[\u4e00-\u9fff·、，,\s/:：]{2,24}[）)]?$|^记者[\u4e00-\u9fff]{2,4}[/／][\u4e00-\u9fff]{2,6}报道$"
    rf"|^[（(][\u4e00-\u9fff]{{1,12}}(?:{MEDIA})(?:[ \u3000|｜·、]+[\u4e00-\u9fff·]{{2,4}})+[）)]$"
)
RUN_ON = re.compile(r"[。；;…，]|[,!?！？]\s*\S|[:：]\s*\S.{12}")
_STRETCH = frozenset(" \u3000\u00a0")
_SPACED = re.compile(
    r"(?<=[\u4e00-\u9fff])[ \u3000\u00a0]{1,4}(?=[\u4e00-\u9fff]{1,2}(?:[:：\t \u3000]|$))"
)
PUBLISHED_LABEL = re.compile(
    r"(?:发布|发表|发稿|刊发|上网|公开|更新)(?:时间|日期|于)?\s*[:：]?\s*$|(?<![文成])(?:时间|日期)\s*[:：]\s*$"
)
MADE_LABEL = re.compile(
    r"(?:成文|生成|印发|发文|制发|生效|实施|失效|截止|开标)(?:时间|日期)?\s*[:：]?\s*$"
)
CHANGED = re.compile(r"\s*(?:修改|编辑|更新)(?!时间)")
DISCLOSED = re.compile(r"证券代码\s*[:：]|公告编号\s*[:：]")
PUBLISHED_META = re.compile(
    r"(?:发布|发表|更新)(?:时间|日期)\s*[:：]|^来源\s*[:：]|浏览(?:次数|量)\s*[:：]"
)


def squeezed(text: str) -> str:
    """A line with its stretched labels drawn together: 索 引 号 becomes 索引号."""
    return _SPACED.sub("", text) if not _STRETCH.isdisjoint(text) else text


# A wording shows one of these characters: where none stands, there is no need to look. A test
# holds that nothing is missed on the written pages.
SIGNS = {
    "BREADCRUMB": frozenset("»›>＞→➤▶▸&/／\\:：-–—"),
    "BADGE": frozenset("★☆勋荐勘优由证验真核审通齐直更创顶精独首"),
    "EDITOR": frozenset("编责校审监"),
    "CREDITS": frozenset("编审校图摄文"),
    "BACK_TO_SOURCE": frozenset("返"),
    "NOTICE_HEAD": frozenset("以本文此Nn前免提以声©著版侵举风"),
    "NOTICE_WITHIN": frozenset("谨载究侵妥版代未注删由仅约建观立责"),
    "REPORT": frozenset("违举©版Cc"),
    "CONTACT": frozenset("微联咨热话机真箱Q扫长"),
    "FIGURES": frozenset("0123456789暂抢.,:/万亿wk+()（）-"),
    "SHARE": frozenset(
        "自告违使淘注订享转博空友微圈豆钉乎FTQ复报码手藏赞赏踩顶诉评留喜看原邮挑推印互反邀路雷支缩放语让花蛋链红抖头英L"
        "E网贴笔腾W%钮序众端A亮消用持扫我本此趣比闭心戳点连星励咖作按机听播图卡Saip♥❤♡👍⭐★☆ñû💬🔁¥￥写"
    ),
    "ON_TELEPHONE": frozenset("扫机载"),
    "COMMENTS": frozenset("评跟留说谈复与"),
    "ELSEWHERE": frozenset("原听播评留跟💬跳电返开内"),
    "ADVERTISED": frozenset("广领专户盘>＞"),
    "LETTERS": frozenset("大中小准认A放缩打闭字T收保"),
    "ATTACHMENT": frozenset("附.（(载"),
    "FOOT_HEAD": frozenset("一已没评友留签图关隐声返"),
    "FOOT_WITHIN": frozenset("备CcAa权©码术证刊号"),
}


def may_show(name: str, text: Iterable[str]) -> bool:
    """False where the cue of that name cannot be found in the text, or in one of its characters."""
    return not SIGNS[name].isdisjoint(text)
