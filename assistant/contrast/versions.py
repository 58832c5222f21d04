"""Two versions of one document: which clauses are new, gone, changed or moved, and in which words.

Clauses with the same words are paired first, then those most alike; what is left has
been added or dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from assistant.contrast.models import Change, ChangeKind, Column, Kept, Revision, Stretch
from corpus.models import Clause, Document
from corpus.text import fold
from corpus.vocabulary import PartRole

ALIKE = 0.5
"""Share of words in common from which two clauses are one that was changed."""

VERSIONS = 0.35
"""Share of clauses found again from which two documents are versions of one."""

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*[%％]?|[〇零一二三四五六七八九十百千万亿两]+(?:点[〇零一二三四五六七八九]+)?|[A-Za-z]+|\s+|.",
    re.DOTALL,
)
_ISLAND = 2
"""Tokens in common between two changes that are too few to be read as kept."""


def are_versions(old: Document, new: Document) -> bool:
    """Do two documents have so many clauses in common that one is a version of the other?"""
    before, after = _clauses(old), _clauses(new)
    found = sum(pair is not None for pair in _paired(before, after))
    return bool(before and after) and found >= VERSIONS * max(len(before), len(after))


def revision(old: Document, new: Document, old_column: Column, new_column: Column) -> Revision:
    """What `new` changes of `old`, in the order of the new version; what it drops stands where it was."""
    before, after = _clauses(old), _clauses(new)
    partner = _paired(before, after)
    changes: list[Change] = []
    same = 0
    dropped = set(range(len(before))) - {at for at in partner if at is not None}
    done = -1
    for at, clause in enumerate(after):
        found = partner[at]
        if found is not None and found > done:
            changes += [_dropped(before[i]) for i in sorted(dropped) if done < i < found]
            dropped -= set(range(found))
            done = found
        change = _change(before[found] if found is not None else None, clause)
        if change is None:
            same += 1
        else:
            changes.append(change)
    changes += [_dropped(before[i]) for i in sorted(dropped)]
    return Revision(old=old_column, new=new_column, same=same, changes=tuple(changes))


def _clauses(document: Document) -> list[Clause]:
    return [clause for clause in document.clauses if clause.part is not PartRole.WEB_TEXT and _words(clause)]


def _words(clause: Clause) -> str:
    """What a clause says, its number aside: 第三条 that became 第四条 has moved, not changed."""
    printed = clause.printed
    return printed[len(clause.num) :].strip() if clause.num and printed.startswith(clause.num) else printed.strip()


def _paired(before: Sequence[Clause], after: Sequence[Clause]) -> list[int | None]:
    """For each clause of the new version its place in the old one; None for what is new."""
    partner: list[int | None] = [None] * len(after)
    by_words: dict[str, list[int]] = {}
    for at, clause in enumerate(before):
        by_words.setdefault(fold(_words(clause)), []).append(at)
    for at, clause in enumerate(after):
        places = by_words.get(fold(_words(clause)))
        if places:
            partner[at] = places.pop(0)
    free_old = sorted(set(range(len(before))) - {at for at in partner if at is not None})
    free_new = [at for at, found in enumerate(partner) if found is None]
    for _, old, new in sorted(_likenesses(before, after, free_old, free_new), reverse=True):
        if old in free_old and partner[new] is None:
            partner[new] = old
            free_old.remove(old)
    return partner


def _likenesses(
    before: Sequence[Clause], after: Sequence[Clause], old: Sequence[int], new: Sequence[int]
) -> Iterator[tuple[float, int, int]]:
    grams = {("old", at): _grams(_words(before[at])) for at in old} | {
        ("new", at): _grams(_words(after[at])) for at in new
    }
    for i in old:
        for j in new:
            one, other = grams["old", i], grams["new", j]
            shared = 2 * len(one & other) / max(1, len(one) + len(other))
            same_place = before[i].path == after[j].path
            if shared >= (ALIKE if not same_place else 0.6 * ALIKE):
                yield shared + 0.05 * same_place, i, j


def _grams(text: str) -> set[str]:
    folded = fold(text)
    return {folded[at : at + 2] for at in range(len(folded) - 1)} or {folded}


def _change(old: Clause | None, new: Clause) -> Change | None:
    if old is None:
        return Change(
            kind=ChangeKind.ADDED,
            new_path=new.path_text,
            new_clause_id=new.id,
            words=(Stretch(text=_words(new), kept=Kept.ADDED),),
        )
    places = {
        "old_path": old.path_text,
        "new_path": new.path_text,
        "old_clause_id": old.id,
        "new_clause_id": new.id,
    }
    if fold(_words(old)) != fold(_words(new)):
        return Change(kind=ChangeKind.CHANGED, words=tuple(marked(_words(old), _words(new))), **places)
    if old.path != new.path:
        return Change(kind=ChangeKind.MOVED, words=(Stretch(text=_words(new), kept=Kept.SAME),), **places)
    return None


def _dropped(clause: Clause) -> Change:
    return Change(
        kind=ChangeKind.DROPPED,
        old_path=clause.path_text,
        old_clause_id=clause.id,
        words=(Stretch(text=_words(clause), kept=Kept.DROPPED),),
    )


def marked(old: str, new: str) -> list[Stretch]:
    """The words of two texts as one run: kept, dropped, added; figures and Latin words are never cut."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    found: list[tuple[str, str, str]] = []
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        kept = "".join(before[i:j]) if kind == "equal" else ""
        if kind == "equal" and (j - i > _ISLAND or not found or (j == len(before) and m == len(after))):
            found.append((kept, "", ""))
        else:
            gone, come = "".join(before[i:j]), "".join(after[k:m])
            if found and not found[-1][0]:
                gone, come = found[-1][1] + gone, found[-1][2] + come
                found.pop()
            found.append(("", gone, come))
    parts = (
        (text, kept) for run in found for text, kept in zip(run, (Kept.SAME, Kept.DROPPED, Kept.ADDED), strict=True)
    )
    return [Stretch(text=text, kept=kept) for text, kept in parts if text]
