"""An answer's Markdown as safe HTML, its marks as links and its doubtful sentences labelled.

Answers quote documents and, later, repeat what a model wrote: both are data. So
only plain formatting is understood; HTML is escaped, and links and images, which
could reach out of the machine, stay text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from assistant.models import Answer, Citation, Draft, Sentence, SentenceStatus
from assistant.recheck import Fate
from ui.catalogue import Words

PANEL_ID = "evidence"
"""Element id of the evidence panel, where every mark leads."""

_MARK = re.compile(r"\[(\d{1,3})\]")
_LABELS: Mapping[str, SentenceStatus] = {
    "\ue001": SentenceStatus.COMPUTED,
    "\ue002": SentenceStatus.UNVERIFIED,
}
"""Private-use characters that stand for a sentence's label while Markdown is parsed."""


Lost = Mapping[str, Fate]
"""Cited documents that are not in the library any more, by their ids."""

NOTHING_LOST: Lost = {}


def answer_html(answer: Answer, key: str, words: Words, shown: int | None = None, lost: Lost = NOTHING_LOST) -> str:
    """The body of an answer; `shown` limits it to that many characters while it is being shown."""
    text, unplaced = _labelled(answer)
    citations = {citation.mark: citation for citation in answer.citations}
    environment = {"citations": citations, "key": key, "words": words, "seen": {}, "lost": lost}
    body = str(_markdown().render(text[:shown], environment))
    if shown is None and unplaced:
        body += _unplaced_html(unplaced, words)
    return body


def draft_html(draft: Draft, key: str, words: Words) -> str:
    """An answer while it is being written; its marks lead to their clauses as soon as they appear."""
    citations = {citation.mark: citation for citation in draft.citations}
    text = draft.text.translate({ord(character): None for character in _LABELS})
    return str(_markdown().render(text, {"citations": citations, "key": key, "words": words, "seen": {}, "lost": {}}))


def cuts(answer: Answer, steps: int) -> tuple[int, ...]:
    """Values of `shown` that let an answer appear in about `steps` pieces, no mark cut in two."""
    text, _ = _labelled(answer)
    size = max(1, len(text) // steps)
    inside_mark = re.compile(r"\d*\]")
    ends = []
    for end in range(size, len(text), size):
        found = inside_mark.match(text, end) if "[" in text[max(0, end - 4) : end] else None
        ends.append(found.end() if found else end)
    return tuple(ends)


def standing(citation: Citation, words: Words, lost: Lost) -> tuple[str, str]:
    """Badge of a citation, and its explanation: how the quote stands in its clause, or that its document has gone."""
    fate = lost.get(citation.document_id)
    return words.fate(fate) if fate else words.citation(citation.status)


def mark_html(mark: int, citation: Citation, key: str, words: Words, element_id: str, lost: Lost = NOTHING_LOST) -> str:
    """The link of one mark: bound to the exchange and the mark number, which the server resolves."""
    badge, _ = standing(citation, words, lost)
    label = words.mark_label.format(mark=mark, title=citation.title or citation.source, path=citation.path)
    return (
        f'<a class="mark {citation.status}" id="{escape(element_id)}" href="#{PANEL_ID}" data-turn="{escape(key)}" '
        f'data-mark="{mark}" aria-label="{escape(f"{label} · {badge}")}">{mark}</a>'
    )


def labelled_text(answer: Answer, words: Words) -> str:
    """The answer's Markdown with what is computed or unverified labelled in words, for paper."""
    text, unplaced = _labelled(answer)
    for character, status in _LABELS.items():
        text = text.replace(character, f"（{words.sentence(status)[0]}）")
    lost = [f"{one.text}（{words.sentence(one.status)[0]}）" for one in unplaced]
    return "\n\n".join([text, *([words.unplaced_title, *lost] if lost else [])])


def _labelled(answer: Answer) -> tuple[str, tuple[Sentence, ...]]:
    """The answer with a label character after each sentence that needs one, and the sentences not found in it."""
    text = answer.answer.translate({ord(character): None for character in _LABELS})
    unplaced: list[Sentence] = []
    cursor = 0
    for sentence in answer.sentences:
        found = _end_of(sentence.text, text, cursor)
        if found is None:
            if sentence.status is not SentenceStatus.VERIFIED:
                unplaced.append(sentence)
            continue
        cursor = found
        if sentence.status is not SentenceStatus.VERIFIED:
            label = next(character for character, status in _LABELS.items() if status is sentence.status)
            text = text[:cursor] + label + text[cursor:]
            cursor += 1
    return text, tuple(unplaced)


def _end_of(sentence: str, text: str, cursor: int) -> int | None:
    """Where `sentence`, marks, emphasis and white space aside, ends in `text` with the marks that follow it."""
    wanted = re.sub(r"\s|\*\*", "", _MARK.sub("", sentence))
    gap = r"(?:\s|\*\*|\[\d{1,3}\])*"
    pattern = gap.join(re.escape(character) for character in wanted)
    found = re.compile(pattern + r"(?:\[\d{1,3}\])*").search(text, cursor) if wanted else None
    return found.end() if found else None


def _unplaced_html(sentences: Iterable[Sentence], words: Words) -> str:
    items = "".join(f"<li>{escape(sentence.text)}{_label_html(sentence.status, words)}</li>" for sentence in sentences)
    return f'<div class="unplaced"><p>{escape(words.unplaced_title)}</p><ul>{items}</ul></div>'


def _label_html(status: SentenceStatus, words: Words) -> str:
    label, hint = words.sentence(status)
    return f'<span class="label {status}" title="{escape(hint)}">{escape(label)}</span>'


# -- the Markdown parser ------------------------------------------------------


@cache
def _markdown() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable(["table", "strikethrough"])
    parser.disable(["link", "image", "autolink", "reference", "code", "html_block", "html_inline", "entity"])
    parser.inline.ruler.push("mark", _mark_rule)
    parser.inline.ruler.push("label", _label_rule)
    parser.inline.add_terminator_char("[")
    for character in _LABELS:
        parser.inline.add_terminator_char(character)
    parser.add_render_rule("mark", _render_mark)
    parser.add_render_rule("label", _render_label)
    return parser


def _mark_rule(state: StateInline, silent: bool) -> bool:
    found = _MARK.match(state.src, state.pos)
    if not found or int(found[1]) not in state.env["citations"]:
        return False
    if not silent:
        token = state.push("mark", "", 0)
        token.meta = {"mark": int(found[1])}
    state.pos = found.end()
    return True


def _label_rule(state: StateInline, silent: bool) -> bool:
    status = _LABELS.get(state.src[state.pos])
    if status is None:
        return False
    if not silent:
        token = state.push("label", "", 0)
        token.meta = {"status": status}
    state.pos += 1
    return True


def _render_mark(
    self: RendererHTML, tokens: list[Token], index: int, options: OptionsDict, environment: EnvType
) -> str:
    mark: int = tokens[index].meta["mark"]
    key: str = environment["key"]
    seen = environment["seen"]
    seen[mark] = seen.get(mark, 0) + 1
    element_id = f"mark-{key}-{mark}-{seen[mark]}"
    link = mark_html(mark, environment["citations"][mark], key, environment["words"], element_id, environment["lost"])
    return f"<sup>{link}</sup>"


def _render_label(
    self: RendererHTML, tokens: list[Token], index: int, options: OptionsDict, environment: EnvType
) -> str:
    return _label_html(tokens[index].meta["status"], environment["words"])
