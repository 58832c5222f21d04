"""The date or the source of what comes along with a document: an interpretation, the news in front of it.

Only where nothing else is asked: what the interpretation says of a matter is in its sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.statements import Statement, ground_in
from assistant.understanding.naming import short_name
from assistant.understanding.query import Asked
from corpus.models import Clause, Document, DocumentSummary
from corpus.vocabulary import PartRole

_PARTS = (
    (PartRole.INTERPRETATION, re.compile(r"(?:政策|官方|文件)?解读(?:材料|稿|文章)?|答?记者问"), "政策解读"),
    (
        PartRole.WEB_TEXT,
        re.compile(
            r"新闻(?:导语|稿|报道|稿件)?|导语|报道|消息稿?|(?:最?前(?:面|头|边)|开头|开篇|打头)的?那?[段条篇](?:话|文字|新闻|消息|报道)?"
        ),
        "新闻导语",
    ),
)
_ASKS_DATE = re.compile(r"日期|时间|(?:哪|几)(?:一)?(?:天|年|月|日|号)|几月几[号日]|什么时候|啥时候|何时|哪天|年月日")
_ASKS_SOURCE = re.compile(
    r"来源|出处|出自|转自|摘自|源自|(?:哪|什么|啥)(?:个|家|份)?(?:行业|专业|地方|官方)?的?(?:网站?|媒体|报纸?|报社|平台|站点?|单位)|"
    r"谁(?:家)?(?:发|登|刊|写|报道|采写)|(?:登|刊)(?:在|于)(?:哪|什么)"
)
_BESIDE = re.compile(
    r"政策|官方|行业|专业|材料|稿件?|文章|文本|正文|全文|附(?:的|带|有)?|随附|后面|最?前(?:面|头|边)|开头|开篇|打头|标注|注明|标明|写明|落款?|署|印|登|刊|发布?|公布|"
    r"发出|出来|出台|那|这|份|段|条|篇|话|文字|网站?|媒体|报纸?|平台|站|家|个|谁|日|号|天|年|月|[的是在于里上由和有了得]"
)
_DATE = re.compile(r"(?:19|20)\d{2}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?")
_OUTLET = r"[一-龥A-Za-z]{1,12}?(?:网|报|社|台|在线|客户端|频道|杂志|公众号)"
_SOURCES = (
    re.compile(rf"^\s*(?P<outlet>{_OUTLET})(?:讯|消息|电|报道)"),
    re.compile(r"(?:来源|稿源|信息来源)\s*[：:]\s*(?P<outlet>[^\s，。；（(]{2,20})"),
    re.compile(rf"(?:转自|摘自|原载|据)[“《]?(?P<outlet>{_OUTLET})"),
)
_OPENING = 200
"""Characters at the beginning of a part in which its date and its source are printed."""

_BESIDE_MOST = 1
"""Characters of a topic that may be left beside the part and what is asked of it."""


def asks_of_part(text: str) -> bool:
    """Does the question name something that comes along with a document?"""
    return any(words.search(text) for _, words, _ in _PARTS)


def of_part(asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]]) -> list[Statement]:
    """The date or source of the part that is asked about, as printed; none where nothing like it is asked."""
    titles = "".join(summary.title for _, summary in documents)
    for role, words, name in _PARTS:
        if not words.search(asked.text):
            continue
        for asks, find in ((_ASKS_SOURCE, _source), (_ASKS_DATE, _date)):
            if asks.search(asked.text) and _asks_no_more(asked, words, asks, titles):
                return [one for pair in documents if (one := find(role, name, *pair))]
    return []


def _asks_no_more(asked: Asked, words: re.Pattern[str], asks: re.Pattern[str], titles: str) -> bool:
    """Is nothing left of the topic but words of the titles, as printed or as people type them?"""
    rest = asks.sub(" ", words.sub(" ", asked.topic))
    for typed, _ in asked.synonyms.pairs:
        rest = rest.replace(typed, " ")
    return len([char for char in _BESIDE.sub("", rest) if char.isalnum() and char not in titles]) <= _BESIDE_MOST


def _date(role: PartRole, name: str, document: Document, summary: DocumentSummary) -> Statement | None:
    clause = _first(role, document)
    found = _DATE.search(clause.printed[:_OPENING]) if clause else None
    if clause is None or found is None:
        return None
    line = clause.printed[: found.end()].rsplit("\n", 1)[-1].strip()
    said = f"{short_name(summary)}文件所附{name}注明的日期是{found.group()}。"
    return Statement(said, (ground_in(summary, clause, line),))


def _source(role: PartRole, name: str, document: Document, summary: DocumentSummary) -> Statement | None:
    clause = _first(role, document)
    if clause is None:
        return None
    found = next((match for one in _SOURCES if (match := one.search(clause.printed[:_OPENING]))), None)
    if found is None:
        return None
    quote = found.group().strip()
    said = f"{short_name(summary)}文件的{name}出自{found['outlet']}。"
    return Statement(said, (ground_in(summary, clause, quote),))


def _first(role: PartRole, document: Document) -> Clause | None:
    return next((one for one in document.clauses if one.part is role), None)
