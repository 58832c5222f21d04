"""What of the evidence goes to the model: whole clauses, as many as there is room for, under keys of this request.

The keys and the fence are drawn anew for each request, so that no document can name
a clause, close the fence, or pass itself off as another one's clause.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from assistant.writing.request import Request
from assistant.writing.tokens import MESSAGE, estimated
from index.models import Evidence

NO_EXCERPTS = "（没有）"
_MARK = 10
"""Tokens of one key in its brackets."""

_CONTROL_TOKENS = re.compile(r"<(?=\|)|\[(?=/?INST\])|<(?=<SYS>>)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Context:
    """The clauses of one request by their keys, and the fence round them."""

    keyed: Mapping[str, Evidence]
    fence: str

    def variables(self, request: Request) -> dict[str, str]:
        """What the prompt's variables stand for."""
        entries = "\n\n".join(_entry(key, one) for key, one in self.keyed.items())
        return {
            "fence": self.fence,
            "example": next(iter(self.keyed), "k0000000"),
            "clauses": entries,
            "excerpts": "\n".join(self._excerpts(request)) or NO_EXCERPTS,
            "question": as_data(request.question),
            "characters": str(request.characters),
        }

    def _excerpts(self, request: Request) -> Iterator[str]:
        key_of = {(one.clause.id, one.text): key for key, one in self.keyed.items()}
        under = ""
        for excerpt in request.excerpts:
            if excerpt.under != under:
                under = excerpt.under
                yield f"# {as_data(under)}"
            keys = [key_of.get((one.clause.id, one.text)) for one in excerpt.evidence]
            if all(keys):
                yield f"- {as_data(excerpt.text)}{''.join(f'[{key}]' for key in keys)}"


def context_for(request: Request, room: int) -> Context:
    """The best clauses within `room` tokens, prompt, question and excerpts included.

    A clause that does not fit is passed over, not cut.
    """
    fence = new_fence()
    around = f"{request.prompt.system}{request.prompt.user}{request.question}{fence * 4}{NO_EXCERPTS}"
    excerpts = sum(estimated(one.under + one.text) + _MARK * len(one.evidence) for one in request.excerpts)
    left = room - estimated(around) - excerpts - 2 * MESSAGE
    keyed: dict[str, Evidence] = {}
    for one in _in_turn(request.evidence) if request.balanced else request.evidence:
        key = _new_key(keyed)
        cost = estimated(_entry(key, one)) + 2
        if cost <= left:
            keyed[key] = one
            left -= cost
    return Context(MappingProxyType(keyed), fence)


def new_fence() -> str:
    return f"<<<{secrets.token_hex(8)}>>>"


def as_data(text: str) -> str:
    """A text in which the signs that steer a model's own template are put out of force."""
    return _CONTROL_TOKENS.sub(lambda found: {"<": "＜", "[": "［"}[found.group()], text)


def _new_key(taken: Mapping[str, Evidence]) -> str:
    while (key := f"k{secrets.token_hex(4)[:7]}") in taken:
        continue
    return key


def _in_turn(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The best of each document, then the second of each, and so on."""
    ranks: dict[str, int] = {}
    placed: list[tuple[int, int, Evidence]] = []
    for at, one in enumerate(evidence):
        rank = ranks.get(one.document.id, 0)
        ranks[one.document.id] = rank + 1
        placed.append((rank, at, one))
    return [one for _, _, one in sorted(placed, key=lambda entry: entry[:2])]


def _entry(key: str, evidence: Evidence) -> str:
    document = evidence.document
    number = f"（{document.number}）" if document.number else ""
    where = " ".join(part for part in (evidence.clause.path_text, evidence.clause.heading) if part)
    return f"[{key}] {as_data(f'《{document.title}》{number} {where}')}\n{as_data(evidence.text)}"
