"""How names look that are not of a surname and one or two characters."""

from __future__ import annotations

import re

# 格日勒图: Mongolian, Tibetan and Uyghur names by their characters.
SOUNDED = re.compile(
    r"[格日勒图巴特尔斯琴其木乌云娜仁高娃苏和朝鲁布赫吉雅那顺达来白音额敦宝力阿拉坦铁扎西次旦增卓玛多尼洛桑平措瓦买提江古丽艾克帕依热孜吐逊不都哈斯孟根毕力敖登其青松萨仁呼格希德旺贡嘎索朗央金拉姆边珍]{3,6}"
)
# 克里斯滕森, 施密特: foreign names by the characters that write their sounds.
TRANSCRIBED = re.compile(
    r"[克里斯特尔德森顿曼逊恩伯格姆莱恩弗罗伊丽莎维瓦奇诺夫金马丁史密施默穆勒菲迈雷托尼亚历山大约翰汉萨彼得卡洛琳娜贝鲁埃杰米纳艾蒂安西蒙皮埃让保杜邦滕霍布朗索伦森弥赛拉]{4,8}"
)
RARE = re.compile(
    r"(?![会局组部处室办委等一二三四在对和与就还到来说要将并也先第各进走下入帮送上出回去把被让给])[\u4e00-\u9fff]{3}"
)
# 沃尔夫冈·海因, peter lang.
FOREIGN = re.compile(r"[\u4e00-\u9fff]{1,7}·[\u4e00-\u9fff·]{1,12}|[a-z]{2,}(?:[ .·]+[a-z]+){1,3}")
