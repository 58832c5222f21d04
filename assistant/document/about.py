"""Answers about a document itself, out of its header fields, each cited where it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answerable.number_of_office import of_another_office
from assistant.document.imprint import attachments, copies
from assistant.document.in_force import says_of_itself
from assistant.document.passed_on import whose_paper
from assistant.finding.rarity import pairs
from assistant.statements import Ground, Statement, ground_in
from assistant.understanding.fields import About
from assistant.understanding.naming import bare_title, longest_common, short_name
from corpus.models import Clause, Document, DocumentDate, DocumentNumber, DocumentSummary, Field, Span
from corpus.text import find_folded, fold
from corpus.vocabulary import NumberingScheme, PartRole

PRINTED = frozenset(
    {
        About.NUMBER,
        About.DATE,
        About.ADDRESSEES,
        About.DISCLOSURE,
        About.COPIES,
        About.ATTACHMENTS,
        About.EXPIRES,
        About.INTERPRETER,
        About.SCOPE,
    }
)
"""Fields that stand in a document as such or not at all: nothing else it says answers for them."""

HEAD = ("标题", "正文前言")
"""Clauses in which a title is printed."""

_YEARS = re.compile(r"(20\d\d)\s*[-—–~～至到]+\s*(20\d\d)\s*年")
_CITED = re.compile(
    r"(?:引用?|引述|援引|依据|依照|参照|参考|提到|衔接)了?的(?:[那这](?:一?[个份部项])?)?"
    r"(?P<name>[^，。？]{3,20}?(?:规划|方案|意见|条例|办法|规定|通知|纲要|计划|决定))"
)
"""依据的那个发展规划: a question for another document, by what this one does with it."""

_CITED_OF = re.compile(
    r"(?:依据|根据|引用|援引|引述)(?:的?(?:文件|材料|政策))?[里中内]?[面头边]?[，,]?(?P<by>[一-龥]{2,10}?)(?:发|印发|出台|下发)?的?[那这]?一?[份个部](?:文件|方案|通知|意见)"
)
"""依据里，某市的那份文件: the one cited document of a body, which begins its title."""

CALLED = 0.8
"""Share of the words of such a name that the title of a cited document must hold."""

HALF_CALLED = 0.5
"""... where what the question says of it ends in what kind of document it is: 起步区发展规划."""

_KIND = re.compile(r"规划|方案|意见|条例|办法|规定|纲要|计划|决定")
_NUMBERED_TITLE = re.compile(r"《([^《》]{4,90})》\s*[（(]([^（）()]{4,40}号)\s*[）)]")

_LABELLED_NUMBER = re.compile(
    r"(?:文件|标准|制度|规章|规定|文档)?编号\s*[:：]\s*([A-Za-z\d][A-Za-z\d/.·（）()〔〕-]*(?: [\d][A-Za-z\d.-]*)?)"
)


def about_document(
    field: About, document: Document, summary: DocumentSummary, *, named: bool = False
) -> Statement | None:
    """The statement that answers, or None where the document does not print the field; `named`: said already which."""
    meta = document.metadata
    name = "该文件" if named else f"《{bare_title(summary)}》"
    if field is About.NUMBER:
        number = _say(document, summary, f"{name}的发文字号是{{}}。", _field(meta.number))
        return number or _labelled_number(name, document, summary) or says_of_itself(field, document, summary)
    if field is About.DATE:
        dated = _say(document, summary, f"{name}的成文日期是{{}}。", _field(_signed(document)))
        return dated or says_of_itself(field, document, summary)
    if field in (About.EFFECTIVE, About.REPEALS, About.PURPOSE, About.INTERPRETER, About.SCOPE, About.ADOPTED):
        return says_of_itself(field, document, summary)
    if field is About.EXPIRES:
        return says_of_itself(field, document, summary) or _period(document, summary)
    if field is About.COPIES:
        return copies(name, document, summary)
    if field is About.ATTACHMENTS:
        return attachments(name, document, summary)
    if field is About.PERIOD:
        return _period(document, summary)
    if field is About.ADDRESSEES:
        return _say(document, summary, f"{name}主送：{{}}。", meta.addressees)
    if field is About.DISCLOSURE:
        return _say(document, summary, f"{name}注明：{{}}。", meta.disclosure)
    if field is About.CONTACT:
        return _say(document, summary, f"{name}注明：{{}}。", meta.contact)
    if field is About.TITLE:
        return _say(document, summary, "全称是《{}》。", meta.title)
    if field is About.ISSUER:
        return _issuers(document, summary, name) or says_of_itself(field, document, summary)
    return _basis(document, summary, name) or says_of_itself(field, document, summary)


def _labelled_number(name: str, document: Document, summary: DocumentSummary) -> Statement | None:
    """标准编号：Q/LQ 207-2024: how companies number their rules, behind a label at the head."""
    for clause in _at_head(document):
        found = _LABELLED_NUMBER.search(clause.printed)
        if found:
            return Statement(
                f"{name}的编号是{found[1].strip()}。", (ground_in(summary, clause, found.group().strip()),)
            )
    return None


def field_told(
    field: About, question: str, document: Document, summary: DocumentSummary, *, named: bool = False
) -> Statement | None:
    """The same; a question may name a paper that this one cites with its number, or passes on for others."""
    other = other_number(fold(question), document, summary) if field is About.NUMBER else None
    if field is About.PERIOD and _CITED.search(question):
        cited = _cited_as(question, document)
        return _years_of(cited[0], ground_in(summary, cited[1], cited[0].group())) if cited else None
    other = other or (whose_paper(fold(question), document, summary) if field is About.ISSUER else None)
    told = other or about_document(field, document, summary, named=named)
    return None if told and field is About.CONTACT and of_another_office(question, told.text) else told


def _period(document: Document, summary: DocumentSummary) -> Statement | None:
    """The years in the title: （2022—2030年）."""
    title = document.metadata.title
    found = _YEARS.search(title.text) if title else None
    if title is None or found is None:
        return None
    grounds = _printing(document, summary, title.text)
    said = f"标题写明的期限是{found.group(1)}—{found.group(2)}年：《{title.text}》。"
    return Statement(said, grounds) if grounds else None


def _at_head(document: Document) -> Iterator[Clause]:
    return (one for one in document.clauses if one.path_text in HEAD)


def _printing(document: Document, summary: DocumentSummary, words: str) -> tuple[Ground, ...]:
    """The clauses at the head that print some words: the covering notice, the document under it."""
    spans = ((one, find_folded(words, one.printed)) for one in _at_head(document))
    return tuple(ground_in(summary, one, span.of(one.printed)) for one, span in spans if span)


def _signed(document: Document) -> DocumentDate | None:
    """The date under the signature; what a statute prints at its own head is the day of its adoption."""
    date = document.metadata.date
    if date is None or document.scheme is not NumberingScheme.STATUTE:
        return date
    covers = (part.span for part in document.parts if part.role is PartRole.COVER_NOTICE)
    return date if any(cover.start <= date.span.start < cover.end for cover in covers) else None


def _field(printed: DocumentNumber | DocumentDate | None) -> Field | None:
    return Field(printed.text, printed.span) if printed else None


def other_number(asked: str, document: Document, summary: DocumentSummary) -> Statement | None:
    """The number of another document that this one cites, if the question names that one rather than this."""
    cited = _cited_as(asked, document)
    if cited:
        printed, where = cited
        ground = ground_in(summary, where, printed.group())
        return Statement(f"《{fold(printed.group(1))}》的文号是{fold(printed.group(2))}。", (ground,))
    own = len(longest_common(fold(document.title), asked))
    best: tuple[int, str, str, Ground] | None = None
    for clause in document.clauses:
        for found in _NUMBERED_TITLE.finditer(clause.printed):
            title = re.sub(r".*?关于印发|的通知$|\s", "", fold(found.group(1)))
            common = longest_common(title, re.sub(r"\s", "", asked))
            shared = len(common)
            least = HALF_CALLED if _KIND.search(common) else CALLED
            if shared >= 6 and shared >= least * len(title) and shared > own and (best is None or shared > best[0]):
                quote = found.group()
                best = (shared, found.group(1), found.group(2), ground_in(summary, clause, quote))
    if best is None:
        return None
    return Statement(f"《{fold(best[1])}》的文号是{fold(best[2])}。", (best[3],))


def _cited_as(asked: str, document: Document) -> tuple[re.Match[str], Clause] | None:
    """The one document that this one cites with a number and that a question calls so: 引用的那个发展规划."""
    said, of = _CITED.search(asked), _CITED_OF.search(asked)
    if said is None and of is None:
        return None
    name, by = pairs(said["name"]) if said else set[str](), of["by"] if of else ""
    named = [
        (found, clause)
        for clause in document.clauses
        for found in _NUMBERED_TITLE.finditer(clause.printed)
        if (fold(found.group(1)).startswith(by) if by else len(name & pairs(found.group(1))) >= CALLED * len(name))
    ]
    titles = {fold(found.group(1)) for found, _ in named}
    return named[0] if len(titles) == 1 else None


def _years_of(found: re.Match[str], quote: Ground) -> Statement | None:
    title, years = fold(found.group(1)), _YEARS.search(found.group(1))
    return Statement(f"《{title}》标题写明的期限是{'—'.join(years.groups())}年。", (quote,)) if years else None


def header_ground(document: Document, summary: DocumentSummary, span: Span) -> Ground | None:
    """The clause a header field stands in, with the field as quote."""
    clause = next((c for c in document.clauses if c.span.start <= span.start < c.span.end), None)
    if clause is None:
        return None
    printed = find_folded(span.of(document.source.text).strip(" \t\n\u3000*#"), clause.printed)
    if printed is None:
        return None
    quote = printed.of(clause.printed)
    return ground_in(summary, clause, quote)


def _say(document: Document, summary: DocumentSummary, form: str, field: Field | None) -> Statement | None:
    if field is None:
        return None
    found = header_ground(document, summary, field.span)
    if found is None:
        return None
    if len(fold(found.quote)) < 4:
        found = Ground(found.document, found.clause, found.text, _longer(found.clause.printed, found.quote))
    said = re.sub(r"^[（(](.*)[）)]$", r"\1", field.text.strip()).rstrip("：:。").replace("\n", "；")
    return Statement(form.format(said), (found,))


def _longer(printed: str, quote: str) -> str:
    """A quote too short to check, with what stands before it on the page."""
    at = printed.find(quote)
    return printed[max(0, at - 6) : at + len(quote)].strip()


def _issuers(document: Document, summary: DocumentSummary, name: str) -> Statement | None:
    grounds = [header_ground(document, summary, issuer.span) for issuer in document.metadata.issuers]
    found = [one for one in grounds if one]
    if not found:
        return None
    first, last = document.metadata.issuers[0].span, document.metadata.issuers[-1].span
    whole = header_ground(document, summary, Span(first.start, last.end)) if len(found) > 1 else found[0]
    said = "、".join(issuer.text for issuer in document.metadata.issuers)
    kept = (whole,) if whole and len(fold(whole.quote)) >= 4 else tuple(found)
    return Statement(f"{name}的发文机关是{said}。", kept)


def _basis(document: Document, summary: DocumentSummary, name: str) -> Statement | None:
    basis = document.metadata.legal_basis
    found = [one for one in (header_ground(document, summary, field.span) for field in basis) if one]
    if not found:
        return None
    whole = header_ground(document, summary, Span(basis[0].span.start, basis[-1].span.end))
    said = "、".join(field.text for field in basis)
    return Statement(f"{name}依据：{said}。", (whole,) if whole else tuple(found))


def field_of_all(
    field: About, documents: Sequence[tuple[Document, DocumentSummary]]
) -> tuple[list[Statement], list[str]]:
    """Which documents print a header field, one statement each (dates oldest first), and the names of the rest."""
    if field is About.DATE:
        documents = sorted(documents, key=lambda pair: pair[1].date)
    said: list[Statement] = []
    without: list[str] = []
    for document, summary in documents:
        statement = about_document(field, document, summary)
        if statement:
            said.append(statement)
        else:
            without.append(short_name(summary))
    return said, without
