"""Every failure that a user can do something about.

WenceError
├── SourceError          a file that cannot become a document
│   ├── SourceMissing    no such file, or it cannot be read
│   ├── SourceEmpty      nothing in it
│   ├── SourceTooLarge   over the size limit
│   ├── FormatUnsupported a format with no reader (doc, wps, ofd, pictures, ...)
│   ├── SourceDamaged    the reader of its format gives up on it
│   └── IngestStopped    the user called it off
├── LibraryError         the home folder or its store
│   ├── HomeUnusable     cannot be made, written, or is full
│   ├── LibraryNewer     written by a newer version
│   ├── LibraryLocked    another process is writing
│   ├── LibraryEmpty     no document to answer from
│   └── DocumentUnknown  no document of that name or id
├── SearchIndexError     the search indexes
│   ├── EmbedderUnusable the embedding model is not on this computer or cannot be run
│   ├── RerankerUnusable the same of the model that puts hits in order
│   └── IndexMismatch    built with other settings: says which command rebuilds it
└── InputError           what the user typed (a question, an option, a batch file)

Each carries its message in Chinese and English and names the file or clause
and what to do next; the ways in choose the language and never show a traceback.
"""

from __future__ import annotations


class WenceError(Exception):
    """Root of all failures shown to users; `zh` and `en` are complete one-line messages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en

    def message(self, language: str = "zh") -> str:
        return self.en if language == "en" else self.zh


class SourceError(WenceError):
    """A file cannot become a document."""


class SourceMissing(SourceError):
    """The file does not exist or may not be read."""


class SourceEmpty(SourceError):
    """The file holds no text."""


class SourceTooLarge(SourceError):
    """The file is over the size limit."""


class FormatUnsupported(SourceError):
    """No reader takes this format."""


class SourceDamaged(SourceError):
    """The reader of the file's format gives up on its content."""


class IngestStopped(SourceError):
    """The user called the ingestion off before this file was in."""


class LibraryError(WenceError):
    """The home folder or the store in it cannot be used as asked."""


class HomeUnusable(LibraryError):
    """The home folder cannot be made or written."""


class LibraryNewer(LibraryError):
    """The store was written by a newer version of the program."""


class LibraryLocked(LibraryError):
    """Another process holds the writer's lock."""


class LibraryEmpty(LibraryError):
    """There is no document to look anything up in."""


class DocumentUnknown(LibraryError):
    """No document of that name or id is in the library."""


class SearchIndexError(WenceError):
    """A search index cannot be opened or written."""


class EmbedderUnusable(SearchIndexError):
    """The embedding model is not on this computer, or cannot be run as set."""


class RerankerUnusable(SearchIndexError):
    """The reranking model is not on this computer, or cannot be run as set."""


class IndexMismatch(SearchIndexError):
    """An index was built with other settings than those in force."""


class InputError(WenceError):
    """What the user typed cannot be used."""
