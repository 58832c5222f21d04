"""What became of files that were handed in, as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from corpus.instructions import warnings
from corpus.library import AddKind
from corpus.models import DocumentSummary
from corpus.report import Gap, IngestReport
from ui.catalogue_library import ENGLISH_LIBRARY, LibraryWords
from ui.catalogue_reports import ReportWords, note
from ui.conversation import Problem
from ui.links import reader_url
from ui.shelf import isolated


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was handed in: the document it became, or what kept it out."""

    name: str
    outcome: AddKind | None = None
    document: DocumentSummary | None = None
    report: IngestReport | None = None
    problem: Problem | None = None


def reports_html(taken: Sequence[Taken], words: LibraryWords, notice: str = "") -> str:
    """The reports on the last files, newest first, under a line on what was just done."""
    said = f'<p class="lib-notice" role="status">{escape(notice)}</p>' if notice else ""
    if not taken:
        return said
    items = "".join(f"<li>{_item_html(each, words)}</li>" for each in reversed(taken))
    return (
        f'{said}<section class="lib-reports" aria-labelledby="lib-reports-title"><div class="lib-bar">'
        f'<h2 id="lib-reports-title">{escape(words.reports.title)}</h2>'
        f'<button type="button" class="lib-dismiss">{escape(words.reports.dismiss)}</button></div>'
        f"<ol>{items}</ol></section>"
    )


def _item_html(taken: Taken, words: LibraryWords) -> str:
    if taken.problem is not None or taken.document is None or taken.report is None:
        message = problem_text(taken.problem, words) if taken.problem else ""
        return (
            f'<p class="lib-file"><span class="badge missing">{escape(words.failed)}</span>{isolated(taken.name)}</p>'
            f'<p class="problem">{escape(message)}</p>'
        )
    said = {
        AddKind.ADDED: words.added, AddKind.REPLACED: words.replaced, AddKind.DUPLICATE: words.duplicate
    }[taken.outcome or AddKind.ADDED]  # fmt: skip
    size = words.reports.size.format(clauses=taken.report.clauses, characters=taken.report.characters)
    return (
        f'<p class="lib-file"><span class="badge verified">{escape(said)}</span>'
        f'<a href="{escape(reader_url(taken.document.id))}" lang="zh-CN">{escape(taken.document.title)}</a> '
        f'<span class="lib-size">{isolated(taken.name)}</span> '
        f'<span class="lib-size">{escape(size)}</span></p>{_remarks_html(taken, words)}'
        f"{_facts_html(taken.report, words.reports)}"
    )


def problem_text(problem: Problem, words: LibraryWords) -> str:
    """A failure in the language of the tab."""
    return problem.en if words is ENGLISH_LIBRARY else problem.zh


def _remarks_html(taken: Taken, words: LibraryWords) -> str:
    """What the user has to know beside the figures."""
    assert taken.document is not None
    remarks = []
    if taken.outcome is AddKind.DUPLICATE:
        before, after = words.reports.same_text_as.split("{name}")
        remarks.append(f"{escape(before)}{isolated(taken.document.name)}{escape(after)}")
    if taken.outcome is AddKind.REPLACED and taken.document.status != type(taken.document.status)():
        remarks.append(escape(words.reports.took_over))
    if not taken.document.status.enabled:
        remarks.append(escape(words.stated.not_searched))
    return "".join(f'<p class="lib-remark">{remark}</p>' for remark in remarks)


def _facts_html(report: IngestReport, words: ReportWords) -> str:
    parts = words.semicolon.join(
        words.part.format(
            part=words.parts[part.role], size=words.size.format(clauses=part.clauses, characters=part.characters)
        )
        for part in report.parts
    )
    kinds = words.comma.join(f"{words.kinds[kind]} {count}" for kind, count in report.kinds)
    mended = words.semicolon.join(
        words.counted.format(what=words.mended.get(each.what, each.what), count=each.count) for each in report.mended
    )
    facts = [
        (words.parts_label, escape(parts)),
        (words.kinds_label, escape(kinds)),
        (words.numbers, _gaps_html(report.gaps, words)),
        (words.mended_label, escape(mended or words.nothing_mended)),
    ]
    if report.notes:
        facts.append((words.notes, "<br>".join(_note_html(text, words) for text in report.notes)))
    rows = "".join(f"<div><dt>{escape(name)}</dt><dd>{value}</dd></div>" for name, value in facts)
    return f'<dl class="lib-facts">{rows}</dl>'


def _note_html(text: str, words: ReportWords) -> str:
    said = escape(note(text, words))
    return f'<strong class="lib-gap">{said}</strong>' if warnings([text]) else said


def _gaps_html(gaps: Sequence[Gap], words: ReportWords) -> str:
    if not gaps:
        return escape(words.no_gaps)
    return "<br>".join(f'<span class="lib-gap">{escape(_gap(gap, words))}</span>' for gap in gaps)


def _gap(gap: Gap, words: ReportWords) -> str:
    missing = words.comma.join(gap.missing)
    if gap.count > len(gap.missing):
        missing = words.gap_more.format(missing=missing, count=gap.count)
    return words.gap.format(before=gap.before, after=gap.after, missing=missing)
