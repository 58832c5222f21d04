"""Text to the tokens that the lexical index counts: character pairs, and figures kept whole.

Chinese has no spaces, and a dictionary would have to know every policy term; pairs
of characters need none. Width, case, bracket variants and traditional characters are
folded, so that a query finds a clause however either was typed. Anything changed here changes
TOKENIZER, which stands in the index manifest.
"""

from __future__ import annotations

import re
import unicodedata

from corpus.simplified import simplified

TOKENIZER = "pairs-2"

_CHINESE = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_BRACKETS = str.maketrans({**dict.fromkeys("〔［【〈[{", "("), **dict.fromkeys("〕］】〉]}", ")")})
_GAP = re.compile(rf"(?<=[{_CHINESE}()])\s+(?=[{_CHINESE}\d()])|(?<=\d)\s+(?=[{_CHINESE}%()])")
_GROUPED = re.compile(r"(?<![\d.])\d{1,3}(?:,\d{3})+(?!\d)")
_DOCUMENT_NUMBER = re.compile(rf"(?P<code>[{_CHINESE}]{{1,2}})\((?P<year>(?:19|20)\d\d)\)第?(?P<sequence>\d+)号")
_TOKEN = re.compile(
    rf"(?P<chinese>[{_CHINESE}]+)"
    r"|(?P<figure>\d+(?:\.\d+)*%?)"
    rf"|(?P<word>(?:(?![{_CHINESE}])[^\W\d_])+\d*)"
)
_ASKING = re.compile(
    "请问|介绍一下|一下|有哪些|哪些|哪几个?|哪个|哪里|哪|是什么|为什么|什么|为何|多少|几个|如何|怎么样|怎么|怎样|是否|谁|吗|呢"
)


def fold(text: str) -> str:
    """Width, case, bracket variants, traditional characters, thousands separators, white space inside Chinese gone."""
    folded = simplified(unicodedata.normalize("NFKC", text).lower().translate(_BRACKETS))
    return _GROUPED.sub(lambda match: match[0].replace(",", ""), _GAP.sub("", folded))


def tokenize(text: str) -> list[str]:
    """The tokens of `text`; document numbers come last, as whole tokens beside their parts.

    >>> tokenize("到2025年新增1000 家，占50%")
    ['到', '2025', '年新', '新增', '1000', '家', '占', '50%']
    """
    folded = fold(text)
    tokens: list[str] = []
    for match in _TOKEN.finditer(folded):
        tokens.extend(_pairs(match[0]) if match.lastgroup == "chinese" else (match[0],))
    tokens.extend(document_numbers(folded))
    return tokens


def query_tokens(query: str) -> list[str]:
    """The tokens of a question, without the words that ask: rare in documents, they would outweigh the rest."""
    return tokenize(_ASKING.sub("，", query)) or tokenize(query)


def document_numbers(folded: str) -> list[str]:
    """The document numbers in folded text, each as the last two characters of its code, year and sequence.

    In running text nothing says where the authority's code begins: 根据苏科发〔2023〕11号.
    """
    return [f"{m['code']}({m['year']}){int(m['sequence'])}号" for m in _DOCUMENT_NUMBER.finditer(folded)]


def _pairs(run: str) -> tuple[str, ...]:
    return (run,) if len(run) == 1 else tuple(run[i : i + 2] for i in range(len(run) - 1))
