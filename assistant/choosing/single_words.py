"""Words of one character: 氢 of 氢造出来以后, 住 of 住的地方. Pairs of characters do not see them.

They count only for things and deeds that such a word can mean by itself, and only where no document
holds a pair of the question with that character: else the pair says more.
"""

from __future__ import annotations

from collections.abc import Mapping

from assistant.finding.rarity import Rarity

SHARE = 0.6
"""What such a character counts, of what a pair as rare as it does."""

ABOVE = 0.6
"""... where it stands in the headings above a sentence."""

_MEANS_BY_ITSELF = frozenset(
    "氢碳煤油气电水热冷风光氨醇碱酸氮磷硫盐矿钢铁铝铜锂砖瓦布纸糖粮菜果棉烟酒肉蛋奶茶药种苗花草树林肥虫猪牛羊鱼鸡鸭狗猫鸟"
    "路桥房车船港井坝渠管网桩库厂校塔锅炉窑泵阀表箱柜灯牌门窗墙顶楼梯田地山河湖海庙坟葬"
    "存运储输租买卖税费钱奖罚贷息证照票章书报学考课医病伤残亡孕婚育产假薪岗老孩娃师住污臭噪尘灰渣废粪尿毒火震旱涝淹挖填堵采农渔牧猎"
)


def single_words(topic: str, rarity: Rarity) -> dict[str, float]:
    """The characters of a question that are words by themselves, and what each of them tells."""
    return {char: SHARE * weight for char, weight in rarity.alone(topic).items() if char in _MEANS_BY_ITSELF}


def told_alone(words: Mapping[str, float], text: str, above: str) -> float:
    """What a sentence with the headings above it holds of them."""
    return sum(weight if char in text else ABOVE * weight for char, weight in words.items() if char in text + above)
