"""Takes documents in and out, and keeps the indexes level with the store of record.

The store comes first, one transaction a document; the indexes follow in batches.
A document that the indexes have not followed yet stands in the store as pending,
so that whoever writes next, or `doctor`, makes up for a process that was killed.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.chunking import chunk
from corpus.errors import DocumentUnknown, IngestStopped, InputError, SourceDamaged, WenceError
from corpus.library import AddKind, AddOutcome, Library
from corpus.models import Chunk, Document, DocumentStatus, DocumentSummary, SourceText
from corpus.parsing import parse
from corpus.readers import read_source
from corpus.stopping import Stopped, never
from index.doctor import DoctorReport, examine
from index.indexes import FOLLOWED_AT_ONCE, Indexes
from index.inputs import expand, nothing_readable, require_space
from index.lock import WAIT_SECONDS, WriterLock
from index.manifest import IndexFolder, manifest_of
from index.pacing import PacedEmbedder
from index.protocols import Embedder
from index.rebuilding import Progress, Rebuild
from index.steps import Stage, Step, Told, untold

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class IngestResult:
    """What became of one file: an outcome, or the error that kept it out."""

    path: Path
    outcome: AddOutcome | None = None
    error: WenceError | None = None
    notes: tuple[str, ...] = ()

    @property
    def document(self) -> DocumentSummary | None:
        """The document in the library; for a duplicate, the one that was there first."""
        return self.outcome.document if self.outcome else None

    @property
    def duplicate_of(self) -> str | None:
        """The name under which the same text is found."""
        return self.outcome.document.name if self.outcome and self.outcome.kind is AddKind.DUPLICATE else None


@dataclass(frozen=True, slots=True)
class _Taken:
    """A document that is in the store and not yet in the indexes, and the one that went out for it."""

    at: int
    outcome: AddOutcome
    before: tuple[Document, tuple[Chunk, ...], DocumentStatus] | None


class Indexer:
    """Writes to one home folder: one writer at a time, across processes."""

    def __init__(self, home: Path, library: Library, embedder: Embedder, *, wait_seconds: float = WAIT_SECONDS) -> None:
        self._home = home
        self._library = library
        self._embedder = embedder
        self._lock = WriterLock(home, wait_seconds=wait_seconds)
        self._folder = IndexFolder(home)

    def ingest(
        self,
        paths: Sequence[Path],
        progress: Progress | None = None,
        *,
        stopped: Stopped = never,
        step: Told = untold,
    ) -> list[IngestResult]:
        """Adds files, and the readable files of folders; each has its own result, and one that fails stops no other.

        Once `stopped` says so, what the indexes do not hold yet is left out, the file at work in the middle of its
        pages. `step` is told how far that file is.
        """
        files = expand(paths).files
        require_space(self._home, files)
        run = _Ingest(self._library, files, progress, stopped, step)
        with self._lock.held(), self._level_indexes(PacedEmbedder(self._embedder, run.embedded)) as indexes:
            return run.run(indexes)

    def remove(self, name_or_id: str) -> DocumentSummary:
        """Takes a document out of the library and the indexes, or raises DocumentUnknown."""
        self._library.find(name_or_id)
        with self._lock.held(), self._level_indexes(self._embedder) as indexes:
            summary = self._library.remove(name_or_id)
            indexes.follow(self._library, [summary.id])
            return summary

    def set_status(self, name_or_id: str, status: DocumentStatus, local_only: bool | None = None) -> DocumentSummary:
        """States anew what is said of a document, or raises DocumentUnknown; None leaves `local_only` as it is."""
        document = self._library.find(name_or_id)
        with self._lock.held():
            self._library.set_status(document.id, status)
            if local_only is not None:
                self._library.set_local_only(document.id, local_only)
        return self._library.find(document.id)

    def reindex(self, progress: Progress | None = None) -> int:
        """Parses every source anew and rebuilds both indexes beside the old ones; how many documents there are.

        Progress counts chunks.
        """
        with self._lock.held():
            return Rebuild(self._library, self._folder, self._embedder, progress).run()

    def doctor(self, mend: bool, progress: Progress | None = None) -> DoctorReport:
        """What is wrong with store and indexes; with `mend`, set right."""
        with self._lock.held():
            report = examine(self._library, self._folder, self._embedder)
            if not mend or report.sound:
                return report
            if report.needs_rebuild:
                Rebuild(self._library, self._folder, self._embedder, progress).run()
            elif report.document_ids:
                self._library.mark_pending(report.document_ids)
                with self._level_indexes(self._embedder):
                    pass
            self._folder.clear_leftovers()
            left = examine(self._library, self._folder, self._embedder)
            return replace(report, mended=True, left=left.findings)

    @contextmanager
    def _level_indexes(self, embedder: Embedder) -> Iterator[Indexes]:
        """The indexes in force, once they hold what the store holds."""
        folder = self._folder.matching(manifest_of(self._embedder))
        if folder is None:
            folder = self._folder.fresh()
            held = [document.id for document in self._library.holdings()]
            self._library.mark_pending(held)
            # What the store holds goes in as it was read then, by whichever version.
            manifest = manifest_of(self._embedder)
            self._folder.switch(folder, replace(manifest, reading=0) if held else manifest)
        indexes = Indexes.open(folder, embedder)
        try:
            indexes.follow(self._library, self._library.pending())
            yield indexes
        finally:
            indexes.close()


class _Ingest:
    """One run over some files: into the store one by one, into the indexes in batches."""

    def __init__(
        self,
        library: Library,
        files: Sequence[Path],
        progress: Progress | None,
        stopped: Stopped,
        step: Told,
    ) -> None:
        self._library = library
        self._step = step
        self._stopped = stopped
        self._called_off = False
        self._files = files
        self._progress = progress
        self._results: list[IngestResult] = []
        self._taken: list[_Taken] = []
        self._seen: dict[str, SourceText] = {}
        self._waiting = 0
        self._embedded = 0

    def run(self, indexes: Indexes) -> list[IngestResult]:
        try:
            for path in self._files:
                self._tell(path.name)
                self._results.append(self._take(path))
                if len(self._taken) >= FOLLOWED_AT_ONCE:
                    self._follow(indexes)
        finally:
            # Also when the user interrupts: what is in the store shall be found.
            self._follow(indexes)
        self._tell("")
        return self._results

    def embedded(self, count: int) -> None:
        """So many more chunks have their vectors: with a large model, that is what takes the time."""
        self._embedded += count
        if not self._called_off and self._stopped():
            raise _called_off("")
        self._step(Step(Stage.INDEXING, min(self._embedded, self._waiting), self._waiting))
        if self._embedded < self._waiting:
            self._tell(f"{self._embedded}/{self._waiting}")

    def _tell(self, at_work: str) -> None:
        if self._progress:
            self._progress(len(self._results), len(self._files), at_work)

    def _go_on(self, path: Path) -> None:
        if self._stopped():
            raise _called_off(path.name)

    def _read(self, path: Path) -> SourceText:
        def paged(done: int, total: int) -> None:
            self._go_on(path)
            self._step(Step(Stage.READING, done, total))
            self._tell(f"{path.name} {done}/{total}")

        return read_source(path, paged)

    def _take(self, path: Path) -> IngestResult:
        try:
            self._go_on(path)
            if path.is_dir():
                raise nothing_readable(path)
            document = _document(self._new(self._read(path)))
            self._go_on(path)
            before = self._same_name(document)
            chunks = chunk(document)
            outcome = self._library.add(document, chunks)
        except WenceError as error:
            return IngestResult(path, error=error)
        if outcome.kind is not AddKind.DUPLICATE or outcome.replaced_id:
            self._taken.append(_Taken(len(self._results), outcome, before))
            self._waiting += len(chunks) if outcome.kind is not AddKind.DUPLICATE else 0
        return IngestResult(path, outcome, notes=(*document.source.notes, *document.notes))

    def _new(self, source: SourceText) -> SourceText:
        seen = self._seen.setdefault(source.name, source)
        if seen.sha256 != source.sha256:
            raise InputError(
                f"这一批里有两个内容不同的文件都叫“{source.name}”，只收了第一个。请改名后再加入第二个。",
                f"Two files of this run with different content are both named {source.name!r}; only the first was "
                "added. Rename the second and add it again.",
            )
        return source

    def _same_name(self, document: Document) -> tuple[Document, tuple[Chunk, ...], DocumentStatus] | None:
        try:
            held = self._library.find(document.name)
        except DocumentUnknown:
            return None
        return self._library.document(held.id), tuple(self._library.chunks(held.id)), held.status

    def _follow(self, indexes: Indexes) -> None:
        """The indexes follow what was taken; where they cannot, it goes out of the store again."""
        taken, self._taken = self._taken, []
        if not taken:
            return
        self._embedded = 0
        try:
            indexes.follow(self._library, self._library.pending())
        except WenceError as error:
            logger.warning("the indexes cannot follow, %d documents go back out: %s", len(taken), error.en)
            for one in reversed(taken):
                self._give_back(one)
                path = self._files[one.at]
                called_off = isinstance(error, IngestStopped)
                self._results[one.at] = IngestResult(path, error=_called_off(path.name) if called_off else error)
            if isinstance(error, IngestStopped):
                self._called_off = True
                indexes.follow(self._library, self._library.pending())
        self._waiting = 0

    def _give_back(self, taken: _Taken) -> None:
        try:
            if taken.outcome.kind is not AddKind.DUPLICATE:
                self._library.remove(taken.outcome.document.id)
            if taken.before:
                self._library.add(*taken.before)
        except WenceError as error:
            # It stays pending in the store: the next writer, or doctor, lets the indexes follow.
            logger.error("%s could not be taken out again: %s", taken.outcome.document.name, error.en)


def _called_off(name: str) -> IngestStopped:
    return IngestStopped(
        f"“{name}”没有导入：已按要求停止。需要时重新选择这个文件即可。",
        f"{name!r} was not added: it was stopped as asked. Choose the file again when it is wanted.",
    )


def _document(source: SourceText) -> Document:
    try:
        return parse(source)
    except Exception as exc:
        logger.info("cannot parse %s", source.name, exc_info=exc)
        raise SourceDamaged(
            f"文件“{source.name}”的内容无法解析（{exc!r}）。请另存为纯文本后再试，并向维护者报告。",
            f"The content of {source.name!r} cannot be parsed ({exc!r}). Save it as plain text and try again, and "
            "report it to the maintainers.",
        ) from exc
