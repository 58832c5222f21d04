"""Does a question ask what a word means (什么是…, …是指什么), rather than what is said of the thing?"""

from __future__ import annotations

import re

_MEANING = re.compile(
    r"是(?:个)?(?:什么|啥)意思|(?:什么|啥)(?:是|叫)|何谓|何为|含义|定义|(?:指|指的是|所称|所指)(?:的)?(?:是)?(?:什么|哪|啥|谁)|"
    r"指[^，。？]{0,6}(?:多少|多大|几[^，。？])[^，。？]{0,4}的|"
    r"(?:哪些|什么样?的?|啥样?的?|怎样的?|哪[种类])(?:人|单位|企业|公司|机构|项目|情况|情形|行为|地方|东西)?才?(?:算得上|算是|才算|称得上)|"
    r"(?:怎么|如何)(?:定义|界定|理解)|按什么算|包括了?(?:哪|什么|啥)|"
    r"[”\"」』](?:的?(?:状态|字样|提示|标志|标识|记号|意思))?[，,]?(?:就|都|又|到底)?(?:代表|表示|意味着|说明)(?:了|的是)?"
    r"[^，。？]{0,6}(?:什么|啥|哪|怎么)"
)


def asks_meaning(text: str) -> bool:
    """Is `text` answered by the sentence that defines the word in it?"""
    return bool(_MEANING.search(text))
