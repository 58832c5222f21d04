"""Finds where store and indexes do not fit together, and names it; mending is the indexer's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from corpus.errors import IndexMismatch, SearchIndexError, WenceError
from corpus.library import Library
from index.indexes import Indexes
from index.manifest import READ_EARLIER, IndexFolder, manifest_of
from index.protocols import Embedder, SearchIndex


class FindingKind(StrEnum):
    """What can be wrong with a home folder."""

    STORE_DAMAGED = "store_damaged"
    INDEX_ABSENT = "index_absent"
    INDEX_UNREADABLE = "index_unreadable"
    INDEX_MISMATCH = "index_mismatch"
    DOCUMENT_MISSING = "document_missing"
    DOCUMENT_PARTIAL = "document_partial"
    DOCUMENT_UNKNOWN = "document_unknown"
    WRITE_UNFINISHED = "write_unfinished"
    FOLDER_LEFT = "folder_left"
    READ_EARLIER = "read_earlier"


_INDEX_NAMES = {"lexical": ("词语索引", "word index"), "dense": ("向量索引", "vector index")}

_UNUSABLE = frozenset({FindingKind.INDEX_ABSENT, FindingKind.INDEX_UNREADABLE, FindingKind.INDEX_MISMATCH})
_REBUILT = _UNUSABLE | {FindingKind.READ_EARLIER}
_WAITING = frozenset({FindingKind.DOCUMENT_MISSING, FindingKind.DOCUMENT_PARTIAL, FindingKind.WRITE_UNFINISHED})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong; `document_id` where it concerns one document."""

    kind: FindingKind
    zh: str
    en: str
    document_id: str = ""

    def message(self, language: str = "zh") -> str:
        return self.en if language == "en" else self.zh


@dataclass(frozen=True, slots=True)
class DoctorReport:
    """What was found, whether it was mended, and what is still wrong after that."""

    findings: tuple[Finding, ...]
    mended: bool = False
    left: tuple[Finding, ...] = ()

    @property
    def sound(self) -> bool:
        """Nothing is wrong, or not any more."""
        return not (self.left if self.mended else self.findings)

    @property
    def needs_rebuild(self) -> bool:
        return any(finding.kind in _REBUILT for finding in self.findings)

    @property
    def summary(self) -> tuple[str, str]:
        """What was found as one sentence, in Chinese and in English."""
        kinds, count = {finding.kind for finding in self.findings}, len(self.document_ids)
        if not kinds:
            return "文库完好。", "The library is sound."
        if FindingKind.STORE_DAMAGED in kinds:
            return "文库文件已损坏。", "The library file is damaged."
        if kinds & _UNUSABLE:
            return "检索索引不能用，需要重建。", "The search indexes cannot be used and need to be rebuilt."
        if kinds & _WAITING:
            return f"有 {count} 份文件等待编入索引。", f"Waiting to be indexed: {_documents(count)}."
        if count:
            return f"有 {count} 份已移除的文件还留在索引里。", f"Removed but still in the indexes: {_documents(count)}."
        if FindingKind.READ_EARLIER in kinds:
            return "文库的文件由较早的版本读成。", "The documents were read by an earlier version."
        return "有一次重建没有完成，留下了无用的文件夹。", "A rebuild was not finished and left folders of no use."

    @property
    def document_ids(self) -> tuple[str, ...]:
        """The documents that the indexes have to follow again."""
        return tuple(sorted({finding.document_id for finding in self.findings if finding.document_id}))


def _documents(count: int) -> str:
    return f"{count} document{'s' * (count != 1)}"


def examine(library: Library, folder: IndexFolder, embedder: Embedder) -> DoctorReport:
    """Everything that is wrong; reads only."""
    return DoctorReport((*_store(library), *_indexes(library, folder, embedder), *_folders(folder)))


def _store(library: Library) -> Iterator[Finding]:
    for damage in library.damage():
        yield Finding(
            FindingKind.STORE_DAMAGED,
            f"文库文件已损坏（{damage}）。请用备份恢复；没有备份时，把它移到别处后重新运行 wence ingest。",
            f"The library file is damaged ({damage}). Restore it from a backup; without one, move it away and run "
            "wence ingest again.",
        )


def _indexes(library: Library, folder: IndexFolder, embedder: Embedder) -> Iterator[Finding]:
    try:
        found = folder.matching(manifest_of(embedder))
        if found is not None:
            yield from _compared(library, found, embedder)
            yield from _read_earlier(library, folder)
        elif library.holdings():
            yield Finding(
                FindingKind.INDEX_ABSENT,
                "文库有文件而没有检索索引。",
                "The library has documents and no search indexes.",
            )
    except IndexMismatch as error:
        yield _from(FindingKind.INDEX_MISMATCH, error)
    except SearchIndexError as error:
        yield _from(FindingKind.INDEX_UNREADABLE, error)


def _read_earlier(library: Library, folder: IndexFolder) -> Iterator[Finding]:
    if library.holdings() and folder.read_earlier():
        yield Finding(FindingKind.READ_EARLIER, *READ_EARLIER)


def _compared(library: Library, folder: Path, embedder: Embedder) -> Iterator[Finding]:
    indexes = Indexes.open(folder, embedder)
    try:
        findings = [finding for name, index in indexes.both for finding in _differences(library, name, index)]
    finally:
        indexes.close()
    yield from findings
    named = {finding.document_id for finding in findings}
    names = {document.id: document.name for document in library.holdings()}
    for document_id in library.pending():
        if document_id not in named:
            yield Finding(
                FindingKind.WRITE_UNFINISHED,
                f"“{names.get(document_id, document_id)}”的一次写入没有完成。",
                f"A write of {names.get(document_id, document_id)!r} was not finished.",
                document_id,
            )


def _differences(library: Library, name: str, index: SearchIndex) -> Iterator[Finding]:
    stored, indexed = library.chunk_ids(), index.chunk_ids()
    held = index.document_ids()
    names = {document.id: document.name for document in library.holdings()}
    lacking = {document_id for chunk_id, document_id in stored.items() if chunk_id not in indexed}
    for document_id in sorted(lacking - held):
        yield _missing(name, document_id, names[document_id])
    for document_id in sorted(lacking & held):
        yield _partial(name, document_id, names[document_id])
    for document_id in sorted(held - names.keys()):
        yield _unknown(name, document_id)
    if not lacking and held <= names.keys() and indexed - stored.keys():
        # Chunks of another cut of documents that the library holds: no more than all of them can tell which.
        for document_id in sorted(held):
            yield _partial(name, document_id, names[document_id])


def _missing(index: str, document_id: str, name: str) -> Finding:
    zh, en = _INDEX_NAMES[index]
    return Finding(
        FindingKind.DOCUMENT_MISSING,
        f"“{name}”不在{zh}里。",
        f"{name!r} is missing from the {en}.",
        document_id,
    )


def _partial(index: str, document_id: str, name: str) -> Finding:
    zh, en = _INDEX_NAMES[index]
    return Finding(
        FindingKind.DOCUMENT_PARTIAL,
        f"“{name}”在{zh}里不完整。",
        f"{name!r} is not complete in the {en}.",
        document_id,
    )


def _unknown(index: str, document_id: str) -> Finding:
    zh, en = _INDEX_NAMES[index]
    return Finding(
        FindingKind.DOCUMENT_UNKNOWN,
        f"{zh}里还有已不在文库的文件（{document_id}）。",
        f"The {en} still holds a document that is no longer in the library ({document_id}).",
        document_id,
    )


def _folders(folder: IndexFolder) -> Iterator[Finding]:
    try:
        leftovers = folder.leftovers()
    except SearchIndexError:
        return  # Said already: the manifest that names the folder in force is unreadable.
    for path in leftovers:
        yield Finding(
            FindingKind.FOLDER_LEFT,
            f"“{path}”是一次没有完成的重建留下的；设置不变时，wence reindex 会接着做。",
            f"{str(path)!r} was left by a rebuild that was not finished; with the same settings, wence reindex "
            "goes on with it.",
        )


def _from(kind: FindingKind, error: WenceError) -> Finding:
    return Finding(kind, error.zh, error.en)
