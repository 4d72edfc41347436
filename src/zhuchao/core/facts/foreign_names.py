"""How names look that are not of a surname and one or two characters."""

from __future__ import annotations

import re

# The characters that write Mongolian, Tibetan, Uyghur and Kazakh names, and those of foreign ones.
STEPPE = (
    "格日勒图巴特尔斯琴其木乌云娜仁高娃苏和朝鲁布赫吉雅那顺达来白音额敦宝力阿拉坦铁毕孟根敖登松萨呼希旺娅塔茹雄克莫兰牙乐胡照牧满都嘎恩斡楞通花银"
    "查干浩梅列扎西次旦增卓玛多尼洛桑平措瓦贡索朗央金姆边珍才让杰罗丹晋美珠强宗曲群培完泽四郎俄尕普米班顿堆降邓德加觉塘买提江古丽艾肯帕依热孜吐逊"
    "不肉沙吾明合玉卡迪夏汗伊拜库甫赛叶哈别马山努尤再乃亚妮莱婕麦海里如则奴阔代蒂迈穆曼色且末奥"
)
ABROAD = (
    "克里斯特尔德森顿曼逊恩伯格姆莱弗罗伊丽莎维瓦奇诺夫金马丁史密施默穆勒菲迈雷托尼亚历山大约翰汉萨彼得卡洛琳娜"
    "贝鲁埃杰米纳艾蒂安西蒙皮让保杜邦滕霍布朗索伦弥赛拉"
)
# 格日勒图, 哈斯额尔德尼.
SOUNDED = re.compile(f"[{STEPPE}]{{3,9}}")
SOUNDING = re.compile(f"[{STEPPE}{ABROAD}韦济柴亨查文韩科赫茨兹舍沃劳泽]{{2,6}}")
# 克里斯滕森, 施密特: foreign names by the characters that write their sounds.
TRANSCRIBED = re.compile(f"[{ABROAD}]{{4,8}}")
RARE = re.compile(
    r"(?![会局组部处室办委等一二三四在对和与就还到来说要将并也先第各进走下入帮送上出回去把被让给])[\u4e00-\u9fff]{3}"
)
# 沃尔夫冈·海因, peter lang.
FOREIGN = re.compile(
    r"(?:[\u4e00-\u9fff]{1,4}-)?[\u4e00-\u9fff]{1,7}·[\u4e00-\u9fff·]{1,12}"
    r"|[a-z]{2,}(?:[ .·]+[a-z]+(?:-[a-z]+)?){1,3}"
)
