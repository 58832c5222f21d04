"""The library tab as HTML: the box that takes files, the list of documents, the sheet for one of them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from corpus.models import DocumentStatus, DocumentSummary
from corpus.status import force_today
from corpus.vocabulary import Force, Validity
from ui.catalogue_library import LibraryWords
from ui.links import reader_url

_BADGES = {
    Force.IN_FORCE: "verified",
    Force.TRIAL: "neutral",
    Force.AMENDED: "altered",
    Force.REPEALED: "missing",
    Force.EXPIRED: "missing",
    Force.NOT_YET: "altered",
    Force.UNKNOWN: "none",
}
ISSUERS_NAMED = 2


def isolated(text: str) -> str:
    """Text of a file among other words of a line: escaped, and its direction signs kept to itself."""
    return f'<bdi lang="zh-CN">{escape(text)}</bdi>'


# -- taking files -------------------------------------------------------------


def drop_html(words: LibraryWords, upload_bytes: int) -> str:
    """The box that files are dropped into, with the words its script needs."""
    title = f'<h2 id="lib-add">{escape(words.add_title)}</h2>'
    if not upload_bytes:
        return f'<section class="lib-add" aria-labelledby="lib-add">{title}<p>{escape(words.uploads_off)}</p></section>'
    said = (
        "waiting", "sending", "working", "reading", "indexing", "failed", "stopped", "unreachable", "cancel",
        "cancel_all",
    )  # fmt: skip
    data = "".join(f' data-{name.replace("_", "-")}="{escape(getattr(words, name))}"' for name in said)
    outcomes = "".join(f' data-{name}="{escape(getattr(words, name))}"' for name in ("added", "replaced", "duplicate"))
    hint = escape(words.drop_hint.format(limit=upload_bytes // 2**20))
    return (
        f'<section class="lib-add" aria-labelledby="lib-add"{data}{outcomes}>{title}'
        f'<div class="lib-drop"><span>{escape(words.drop)}</span> '
        f'<label class="lib-choose"><input type="file" multiple class="visually-hidden" '
        f'aria-describedby="lib-drop-hint"><span>{escape(words.choose)}</span></label>'
        f'<p class="lib-hint" id="lib-drop-hint">{hint}</p></div>'
        f'<ul class="lib-queue" aria-label="{escape(words.queue_label)}" aria-live="polite"></ul></section>'
    )


# -- the list -----------------------------------------------------------------


def list_html(documents: Sequence[DocumentSummary], words: LibraryWords) -> str:
    """Every document in a table that can be sorted and filtered."""
    title = f'<h2 id="lib-list">{escape(words.list_title)}</h2>'
    if not documents:
        return (
            f'<section class="lib-list" aria-labelledby="lib-list">{title}'
            f'<p class="nothing">{escape(words.list_empty)}</p></section>'
        )
    head = "".join(_column_html(name, kind, words) for name, kind in _columns(words))
    rows = "".join(_row_html(document, words) for document in documents)
    count = escape(words.list_count.format(shown="{shown}", count=len(documents)))
    return (
        f'<section class="lib-list" aria-labelledby="lib-list"><div class="lib-bar">{title}'
        f'<input type="search" class="lib-filter" placeholder="{escape(words.list_filter)}" '
        f'aria-label="{escape(words.list_filter)}"><span class="lib-count" role="status" data-text="{count}"></span>'
        f'</div><div class="lib-scroll"><table class="lib-table" aria-labelledby="lib-list"><thead><tr>{head}'
        f'<th scope="col"><span class="visually-hidden">{escape(words.column_actions)}</span></th></tr></thead>'
        f'<tbody>{rows}</tbody></table></div><p class="nothing lib-none" hidden>{escape(words.list_none)}</p></section>'
    )


def _columns(words: LibraryWords) -> tuple[tuple[str, str], ...]:
    return (
        (words.column_title, "text"),
        (words.column_number, "text"),
        (words.column_issuer, "text"),
        (words.column_date, "text"),
        (words.column_place, "text"),
        (words.column_status, "text"),
        (words.column_clauses, "number"),
    )


def _column_html(name: str, kind: str, words: LibraryWords) -> str:
    label = escape(words.sort_by.format(column=name))
    return (
        f'<th scope="col" data-kind="{kind}" aria-sort="none"><button type="button" class="lib-sort" '
        f'title="{label}">{escape(name)}</button></th>'
    )


def _row_html(document: DocumentSummary, words: LibraryWords) -> str:
    link = f'<a href="{escape(reader_url(document.id))}">{escape(document.title)}</a>'
    name = f'<span class="lib-name">{escape(document.name)}</span>' if document.name != document.title else ""
    issuers = "、".join(document.issuers[:ISSUERS_NAMED]) + ("等" if len(document.issuers) > ISSUERS_NAMED else "")
    labels = [name for name, _ in _columns(words)]
    cells = (
        f"{link}{name}",
        escape(document.number) or words.no_value,
        escape(issuers) or words.no_value,
        escape(document.date) or words.no_value,
        escape(document.place) or words.no_value,
        status_html(document, words),
        str(document.clauses),
    )
    body = "".join(
        f'<td data-label="{escape(label)}"{_language(at)}>{cell}</td>'
        for at, (label, cell) in enumerate(zip(labels, cells, strict=True))
    )
    manage = escape(words.manage_of.format(title=document.title))
    off = "" if document.status.enabled else ' class="off"'
    return (
        f'<tr data-document="{escape(document.id)}"{off}>{body}<td class="lib-actions"><button type="button" '
        f'class="lib-manage" aria-label="{manage}">{escape(words.manage)}</button></td></tr>'
    )


def _language(at: int) -> str:
    """Cells with words of the document are Chinese whatever the page speaks."""
    return ' lang="zh-CN"' if at < 5 else ""


def status_html(document: DocumentSummary, words: LibraryWords, *, unknown: bool = True) -> str:
    """In force or not, switched off, kept on this machine: as badges."""
    badges = [stated_html(document.status, words, unknown=unknown)]
    if document.security_level:
        badges.append(f'<span class="badge altered">{escape(document.security_level)}</span>')
    elif document.local_only:
        badges.append(f'<span class="badge neutral">{escape(words.stated.local_only_badge)}</span>')
    return "".join(badges)


def stated_html(status: DocumentStatus, words: LibraryWords, *, unknown: bool = False) -> str:
    """In force or not, and whether it is switched off; that nothing is stated only with `unknown`."""
    badges = []
    force = force_today(status)
    if unknown or force is not Force.UNKNOWN:
        badges.append(force_html(force, words))
    if not status.enabled:
        badges.append(f'<span class="badge neutral">{escape(words.stated.switched_off)}</span>')
    return "".join(badges)


def force_html(force: Force, words: LibraryWords) -> str:
    """Whether a document holds, as a badge."""
    return f'<span class="badge {_BADGES[force]}">{escape(words.stated.forces[force])}</span>'


def term_html(status: DocumentStatus, words: LibraryWords) -> str:
    """From when and until when the document holds, where that is stated."""
    since = words.stated.since.format(date=status.effective_from) if status.effective_from else ""
    until = words.stated.until.format(date=status.effective_until) if status.effective_until else ""
    return "".join(f"<span>{escape(said)}</span>" for said in (since, until) if said)


# -- what users state of one --------------------------------------------------


def sheet_html(document: DocumentSummary, words: LibraryWords, problem: str = "") -> str:
    """The dialog in which the status of one document is stated, and from which it is removed."""
    status = document.status
    options = "".join(
        f'<option value="{each}"{" selected" if each is status.validity else ""}>'
        f"{escape(words.stated.forces[Force(each)])}</option>"
        for each in Validity
    )
    alert = f'<p class="problem" role="alert">{escape(problem)}</p>' if problem else ""
    return (
        f'<dialog class="lib-sheet" aria-labelledby="lib-sheet-title" data-document="{escape(document.id)}">'
        f'<form method="dialog"><h2 id="lib-sheet-title">{escape(words.stated.sheet_title)}</h2>'
        f'<p class="lib-of" lang="zh-CN">{escape(document.title)}</p>{alert}'
        f'<label class="lib-field"><span>{escape(words.stated.validity_label)}</span>'
        f'<select name="validity">{options}</select></label>'
        f"{_date_html('effective_from', words.stated.from_label, status.effective_from)}"
        f"{_date_html('effective_until', words.stated.until_label, status.effective_until)}"
        f"{_switch_html('enabled', words.stated.enabled_label, words.stated.enabled_hint, status.enabled)}"
        f"{_confined_html(document, words)}"
        f'<div class="lib-buttons"><button type="button" class="lib-remove">{escape(words.stated.remove)}</button>'
        f'<button type="button" class="lib-close">{escape(words.stated.close)}</button>'
        f'<button type="submit" class="lib-save">{escape(words.stated.save)}</button></div></form>'
        f'<div class="lib-confirm" role="alertdialog" aria-labelledby="lib-confirm-title" hidden>'
        f'<h2 id="lib-confirm-title">{escape(words.stated.remove_title)}</h2>'
        f"<p>{_question_html(document, words)}</p>"
        f'<div class="lib-buttons"><button type="button" class="lib-keep">{escape(words.stated.remove_no)}</button>'
        f'<button type="button" class="lib-remove-yes">{escape(words.stated.remove_yes)}</button></div></div></dialog>'
    )


def _question_html(document: DocumentSummary, words: LibraryWords) -> str:
    before, after = words.stated.remove_question.split("{name}")
    return f"{escape(before)}{isolated(document.name)}{escape(after)}"


def _date_html(name: str, label: str, value: str) -> str:
    return (
        f'<label class="lib-field"><span>{escape(label)}</span>'
        f'<input type="date" name="{name}" value="{escape(value)}"></label>'
    )


def _switch_html(name: str, label: str, hint: str, on: bool, fixed: bool = False) -> str:
    states = (" checked" if on else "") + (" disabled" if fixed else "")
    return (
        f'<label class="lib-switch"><input type="checkbox" name="{name}"{states}>'
        f"<span>{escape(label)}<small>{escape(hint)}</small></span></label>"
    )


def _confined_html(document: DocumentSummary, words: LibraryWords) -> str:
    if document.security_level:
        hint = words.stated.confined_by.format(level=document.security_level)
        return _switch_html("local_only", words.stated.local_only_label, hint, True, fixed=True)
    return _switch_html("local_only", words.stated.local_only_label, words.stated.local_only_hint, document.local_only)
