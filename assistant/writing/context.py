"""What of the evidence goes to the model: whole clauses, as many as there is room for, under keys of this request.

The keys and the fence are drawn anew for each request, so that no document can name
a clause, close the fence, or pass itself off as another one's clause.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from assistant.prompts import Prompt
from assistant.writing.tokens import MESSAGE, estimated
from index.models import Evidence

KEY = re.compile(r"k[0-9a-f]{7}")
_CONTROL_TOKENS = re.compile(r"<(?=\|)|\[(?=/?INST\])|<(?=<SYS>>)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Context:
    """The clauses of one request by their keys, and the fence round them."""

    keyed: Mapping[str, Evidence]
    fence: str

    def variables(self, question: str) -> dict[str, str]:
        """What the prompt's variables stand for."""
        entries = "\n\n".join(_entry(key, one) for key, one in self.keyed.items())
        return {
            "fence": self.fence,
            "example": next(iter(self.keyed), "k0000000"),
            "clauses": entries,
            "question": as_data(question),
        }


def context_for(
    prompt: Prompt, question: str, evidence: Sequence[Evidence], room: int, *, balanced: bool = False
) -> Context:
    """The best clauses within `room` tokens, prompt and question included.

    A clause that does not fit is passed over, not cut. `balanced`: the documents take turns.
    """
    fence = new_fence()
    left = room - estimated(f"{prompt.system}{prompt.user}{question}{fence * 4}") - 2 * MESSAGE
    keyed: dict[str, Evidence] = {}
    for one in _in_turn(evidence) if balanced else evidence:
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
