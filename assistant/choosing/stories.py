"""Cases that news and guides tell to bring a rule home: 例如，小王购买一台冰箱…, 家住利川的向大爷去年住院….

They are full of the figures and words of a rule, and no rule.
"""

from __future__ import annotations

import re

STORY = 0.45
"""What is left to a sentence that tells of somebody, where nobody asks for an example."""

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏"
    "钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文向"
)
_STORY = re.compile(
    rf"^(?:例如|比如|譬如|打个比方|举个?例|举例来说|以[^，。]{{2,12}}为例)|家住|"
    rf"(?:^|[，；。：“])小[{_SURNAMES}](?=[一-龥])(?!村|镇|区|县|乡|学|型)|"
    rf"(?:市民|村民|居民|职工|业主|农户)[{_SURNAMES}][一-龥]{{1,2}}(?:购|买|说|在|的|家|告诉|表示|拿|领)|[{_SURNAMES}](?:大爷|大妈|大娘|阿姨|奶奶|爷爷|师傅|女士|先生|老汉|婆婆)"
)
_ASKED = re.compile(r"举例|例子|例如|比如|怎么算|如何计算|案例|家住|大爷|大妈|女士|先生")


def tells_a_story(question: str, text: str) -> float:
    """A factor for a sentence: less than one where it tells of somebody and the question asks for no such thing."""
    return STORY if _STORY.search(text) and not _ASKED.search(question) else 1.0
