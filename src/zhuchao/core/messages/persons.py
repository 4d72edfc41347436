"""How persons are called: 王先生, 小李 beside a telephone, 联系人:某某."""

from __future__ import annotations

import re

from zhuchao.core.text.openings import Opened

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟"
    "费谷冉臧荀巫邸桂濮鞠焦甄樊屠闵蔺仇娄牟苟阎敖裘荣糜匡戚柯倪洪俞鲍岑滕毕邬伍卜穆祝阮裴翁辛祁耿晏柴瞿聂晁岳舒甘"
    "谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史冼陶黎贺顾毛郝龚邵万钱严覃尚佘钮邰骆蒲卓涂麦梅盛刁乔饶褚竺阚邝庞欧芦宫宗隋武戴莫孔向汤葛支施虞季殷童庄桑柏窦章凌霍缪郁诸左吉嵇邢惠曲储靳厉符景詹束幸赖翟茅项米苗简游奚粟鲜闻初栗岑仝逄谌"
)
TITLES = (
    "先生|女士|小姐|主管|专员|总监|经理|老师|师[傅付]|老板|主任|科长|处长|局长|部长|厂长|店长|船长|站长|园长|院长|馆长|校长|会长|队长|班长|镇长|书记|助理|总助|董|总(?![投价面额计部成是产高])|(?<![化加施手人技职员电焊普机开完动竣停复])工(?![业程厂])"
    "|科(?![技学研创])|局(?![部面域])|(?:大?[哥姐]|大?叔|姨|婶|大?嫂|大爷|大妈|大娘|大伯)(?![庄村镇屯店路街寨营堡沟桥河湖岭山湾伦])"
    "|生(?![产活物意鲜成态])|太(?:太|(?=$|[\\s,，。;；\\d幺]))|博士|老表|老弟|(?<![一两几多各每此有])处(?=$|[\\s,，\\d])|(?:会计|支书|干事|文书)(?=\\s*(?:$|[,，。;；\\d+]|电话|手机|微信))"
)
# Surnames of which a title must stand right behind: in longer runs their characters are words.
RARE_SURNAMES = (
    "常康温牛安齐申鲁卞柳管骆解路宁应关屈喻单佟麻艾商冷富逄郎全惠糜楚巫景池封植明冒佴郄郐厍庹禚逯辜锁蔚揣凃笪蹇竹么郯敬昌矣卫华云凤花酆廉"
    "乐皮元和萧湛禹狄计伏谈茅席强危昝宣贲杭滑於羿邴乌巴弓牧隗宓蓬郗班秋伊暴钭戎祖韶郜蓟薄宿怀鄂索咸籍蒙胥双莘党贡劳姬扶宰郦雍郤璩扈燕冀郏浦"
    "栾桓檀恽贝缪眭麴桑练尤晏佟蔄续励容寿麦占亢励沐乜仉仲佀侬冼冶卯撖斯昌眭綦缐芮苍茆蒉蓝遆邾郇农连茹习宦鱼古慎戈庾终暨居衡匡寇禄阙沃利越夔隆师巩敖融訾那饶毋养丰巢蒯相荆竺权盖益仝呼鹿修亓矫丛战洛苑卿岩鄢漆苌晋亢缑迟阳海岐逢额原官成占帅兰木"
)
COMPOUND = (
    "欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|令狐|夏侯|司徒|宇文|端木|南宫|东方|完颜|赫连|澹台|呼延"
)
# 小马, 老鄢: characters behind 小 and 老 that make no other word (小路, 老关, 小计).
NICKS = SURNAMES + "".join(
    set(RARE_SURNAMES) - set("单路海官成占木原师居养相权盖修战农利解关双计连习")
)
# Words that begin like a surname.
NO_SURNAME = (
    r"(?<!谢)(?!谢谢|施工|金工|方便|高层|高度|高铁|金属|金额|江苏|江阴|程度|向上|万|白天|文件|何时|钱江"
    r"|项目|高级|方案|毛利|童装|汽车|童车|金牌|项下|白班|温度|季度|费用|荣誉|焦[化炭煤]|桂[花林]|谷物|毛坯|周边|周末|(?<=[上下本这每两几半])周)"
)
# What signs a message that is written in Chinese.
FOREIGN_NAMES = (
    "adam|alan|alex|alice|allen|amy|andy|angela|anna|anne|ben|bill|bob|brian|candy|carol|cathy|charles|chris|cindy|daniel|david|dennis|diana|eddie|ella|emily|emma|eric"
    "|eva|fiona|frank|gary|george|gina|grace|helen|henry|iris|ivan|ivy|jack|jackie|jacky|james|jane|jason|jay|jeff|jenny|jeremy|jerry|jessica|jim|jimmy|joe|john|johnny|joy"
    "|joyce|judy|julia|karen|kate|kelly|ken|kenny|kevin|laura|leo|lily|linda|lisa|lucy|mark|martin|mary|may|mia|michael|mike|nancy|nick|nicole|nina|oscar|patrick|paul|peter"
    "|philip|rachel|ray|raymond|rebecca|richard|robert|robin|ruby|ryan|sally|sam|sandy|sara|sarah|sean|shirley|simon|sophia|stella|steve|steven|sunny|susan|ted|tiffany|tim"
    "|tina|tom|tommy|tony|tracy|vicky|victor|vincent|vivian|wendy|william|winnie|yoyo|zoe"
)
PERSON = re.compile(
    rf"{NO_SURNAME}[{SURNAMES}][\u4e00-\u9fff]{{0,2}}?(?:{TITLES})"
    rf"|(?<![\u4e00-\u9fff])[{RARE_SURNAMES}](?:{TITLES})|(?:{COMPOUND})(?:{TITLES})"
    rf"|(?<=[部委办局处科组队司心])[{RARE_SURNAMES}](?:{TITLES})"
    r"|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,2}(?:先生|女士)"
    rf"|(?<=[\s,，。;；!！])(?:{FOREIGN_NAMES})(?=[^\w]*$)"
    r"|阿[\u4e00-\u9fff]{1,3}(?=\s*1[3-9]\d[\s-]?\d{4})"
    r"|(?<![a-z])[a-z]{2,10}(?:先生|女士|小姐|经理)"
    rf"|[小老阿][{NICKS}](?=\s*[:：]?\s*(?:[\d+]|[幺一][\s-]?[三五七八九]))"
    rf"|(?:(?<=\d )|(?<=\d{4}))[小老阿][{NICKS}](?=\s*$|[,，。;；\s])"
    r"|(?<=[\s,，。;；!！\n\d])阿[a-z]{2,8}(?=\s*(?:$|[,，。;；!！\n]))"
    r"|(?<=[我人板主家东])姓[\u4e00-\u9fff](?=[\s,，。;；\d幺电手]|$)"
    rf"|(?<=[\u4e00-\u9fff]{{3}})[小老][{NICKS}](?=\s*$)"
    rf"|(?<=[\s,，。;；])[小老阿][{NICKS}](?=\s*(?:$|[,，。;；!！\n]))"
)
_DEPARTMENT = (
    r"(?:[\u4e00-\u9fff]{1,10}?[部科处室局办组队站]|[\u4e00-\u9fff]{2,10}?(?:中心|公司|集团))"
)
LABELLED_PERSON = re.compile(
    rf"(?:联系人|联络人|负责人|对接人|称呼|姓名)\s*[:：]?\s*(?:{_DEPARTMENT}\s*(?=[\u4e00-\u9fff]{{2}}))?"
    r"(?P<name>(?![押付租共暂无见同]|面积|电话|微信|手机|厂房|仓库|地址|层高|一手|房东|业主|[\u4e00-\u9fff]{1,3}[部科处](?:$|[\s\d]))[\u4e00-\u9fff]{2,4})"
)
_NICK = (
    rf"(?:[小老][{NICKS}](?:大?[哥姐叔爷]|师[傅付])?|阿(?![姨哥姐爸妈里拉])[\u4e00-\u9fff]|阿[a-z]{{2,8}}"
    rf"|(?![大老小帅表师空])[\u4e00-\u9fff](?:哥|姐|叔|姨|婶|嫂|伯|爷)|[大二三四五六七八九]?(?:哥|姐|叔|嫂)(?<=[大二三四五六七八九].)"
    rf"|{NO_SURNAME}[{SURNAMES}{RARE_SURNAMES}][\u4e00-\u9fff]?(?:{TITLES})|(?:{COMPOUND})(?:{TITLES}))"
)
_FULL = rf"{NO_SURNAME}(?:[{SURNAMES}]|{COMPOUND})[\u4e00-\u9fff]{{1,2}}"
_STOPPED = r"(?=\s*(?:$|[,，。;；、/!！()（）|\n\d+]|幺|电话|手机|微信|同号|tel))"
# 叫我老邢就行, 有意揾霞姨, 业主老鄢; 跟踪人:二科小廖, 经办:毕晓东.
_CALLS = (
    r"(?:[叫喊][我俺他她](?:声|一声)?|我(?:就)?[是叫](?:[\u4e00-\u9fff]{2,8}的)?|俺[是叫]|[叫喊](?=[小老阿])|联系"
    r"|[找揾寻](?:[他她我俺])?(?:儿子|女儿|老婆|老公|弟弟|哥哥|助理|秘书|同事)?"
    r"|业主|房东|老板|厂长|店长|场长|库管员?|仓管员?|会计|掌柜|屋主)"
)
_LABELS = (
    r"(?:跟[踪进]人?|经办人?|发布[人者]|来电人?|登记人?|报送人?|提交人|填[报表]人?|录入人?"
    r"|推荐人|介绍人|经纪人|业务员|客服|接洽人?|接待人?|对接人?|联[系络]人?|负责人|咨询人?"
    r"|顾问|需求人|发帖人|看[房库场]|带看|招商)"
)
# 行政小宋, 经纪小孟: whose work stands right in front.
_WORK = (
    r"(?:经纪|中介|行政|人事|采购|招商|业务|销售|仓管|库管|文员|助理|秘书|物业|财务|后勤|基建|厂务|运营|客服|顾问|司机|会计|出纳|主管"
    r"|经理|市场|项目|设备|生产|工程|租赁|商务|内勤|外勤|前台|管家|管理员|值班|选址|置业|[部科处办室组])"
)
INTRODUCED = Opened(
    rf"{_CALLS}\s*[:：]?\s*(?P<called>{_NICK})(?:(?=就|即可|好了|吧|哈|便|的|聊|谈|看)|{_STOPPED})"
    rf"|{_WORK}(?P<working>[小老阿][{NICKS}](?:大?[哥姐]|工|总)?)(?=报盘|放盘|推盘|推荐|房源|独家|代理|急[租找]|[这那]边|在此|带看|{_STOPPED})"
    rf"|{_LABELS}(?:\s*[:：/]|(?<=人))\s*(?:{_DEPARTMENT}\s*)?"
    rf"(?P<labelled>{_NICK}|{_FULL}){_STOPPED}"
)
# 马, 毕晓东, 胖子, 刚子, 阿依, 婷婷, 大刘: what may be a name where nothing tells that it is one.
SURNAME = rf"[{SURNAMES}{RARE_SURNAMES}]"
NAMED = re.compile(
    rf"[\u4e00-\u9fff]{{1,3}}(?:{TITLES}|经纪|哥|姐|叔|姨|婶|嫂|爷|伯|妈|爸|妹|弟|仔|嫲)|{SURNAME}"
    rf"|{NO_SURNAME}(?P<full>{SURNAME}[\u4e00-\u9fff]{{1,2}})|(?:{COMPOUND})[\u4e00-\u9fff]{{0,2}}"
    r"|[小老阿大二三][\u4e00-\u9fff]{1,2}|[\u4e00-\u9fff]子|(?P<twice>[\u4e00-\u9fff])(?P=twice)"
)
# 某某有限公司 郝一鸣, 行政部丁琳137…: who signs for a firm or a part of it.
SIGNED = re.compile(
    rf"(?:公司|集团|[厂院部科处局室]|中心)\s{{0,2}}(?P<name>{_FULL})"
    r"(?=\s*$|[\s:：]{0,3}(?:1[3-9]\d[\s-]?\d{4}|0\d{2,3}-?\d{4}))"
)
