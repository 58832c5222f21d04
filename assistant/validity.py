"""A word of caution where an answer rests on a document that is repealed, amended, or not in force on the day."""

from __future__ import annotations

from assistant.models import Answer, Passage
from corpus.status import OUT_OF_FORCE
from corpus.vocabulary import Force

FORCES = {
    Force.TRIAL: "试行",
    Force.AMENDED: "已修改",
    Force.REPEALED: "已废止",
    Force.EXPIRED: "已失效",
    Force.NOT_YET: "尚未施行",
}
"""What is printed of a document that does not simply hold."""

_ENGLISH = {
    Force.REPEALED: "is repealed",
    Force.EXPIRED: "is no longer in force",
    Force.NOT_YET: "is not in force yet",
    Force.AMENDED: "has been amended",
}


def force_word(passage: Passage) -> str:
    """已废止 and the like; nothing for a document that is in force, or of which nothing is stated."""
    return FORCES.get(passage.force, "")


def cautioned(answer: Answer) -> Answer:
    """The answer, its notice naming each document cited that does not hold as it stands."""
    zh, en = _caution(answer)
    if not zh:
        return answer
    return answer.model_copy(update={"notice": f"{answer.notice}{zh}", "notice_en": f"{answer.notice_en} {en}".strip()})


def _caution(answer: Answer) -> tuple[str, str]:
    found = {one.title or one.source: one.force for one in answer.citations if one.force in _ENGLISH}
    if not found:
        return "", ""
    named = "，".join(f"《{title}》{FORCES[force]}" for title, force in found.items())
    named_en = ", ".join(f"《{title}》 {_ENGLISH[force]}" for title, force in found.items())
    if any(force in OUT_OF_FORCE for force in found.values()):
        return f"注意：{named}；引用前请查明现行的规定。", f"Note: {named_en}. Look up what is in force before quoting."
    return f"注意：{named}；引用前请核对修改后的文本。", f"Note: {named_en}. Check the amended text before quoting."
