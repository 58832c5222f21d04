"""Verbs on the library: ingest, list, outline, remove, reindex, doctor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from corpus.instructions import warnings
from ui.commands.bilingual import Command, both
from ui.commands.progress import bar
from ui.commands.rows import document_row, stated
from ui.commands.session import Session, json_option, pass_session

if TYPE_CHECKING:
    from corpus.models import Clause, DocumentSummary
    from index.indexer import IngestResult


@click.command(
    "ingest",
    cls=Command,
    help=both(
        "把文件导入文库；FILE 也可以是文件夹，其中可读取的文件都会导入。\n\n"
        "内容相同的文件只收一份，同名而内容不同的以新换旧。",
        "Add documents to the library; FILE may be a folder, of which the readable files are taken.\n\n"
        "The same content is kept once; the same name with new content replaces the old document.",
    ),
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@json_option
@pass_session
@click.pass_context
def ingest(context: click.Context, session: Session, files: tuple[Path, ...], as_json: bool) -> None:
    from index.inputs import expand

    wanted, skipped = expand(files)
    with bar(session.words("导入文库", "Adding")) as progress:
        results = session.services.indexer.ingest(wanted, progress)
    failed = [result for result in results if result.error is not None]
    if as_json:
        rows = [_ingest_row(session, result) for result in results]
        session.json({"results": rows, "skipped": [str(path) for path in skipped]})
    else:
        _print_ingest(session, results)
        _print_skipped(session, skipped)
    for result in failed:
        if result.error is not None:
            click.echo(result.error.message(session.language), err=True)
    if failed:
        context.exit(1)


def _ingest_row(session: Session, result: IngestResult) -> dict[str, Any]:
    if result.error is not None:
        reason = result.error.message(session.language)
        return {"file": str(result.path), "outcome": "failed", "reason": reason, "kind": type(result.error).__name__}
    assert result.outcome is not None
    document = result.outcome.document
    return {
        "file": str(result.path),
        "outcome": str(result.outcome.kind),
        "name": document.name,
        "document": document_row(document),
        "notes": list(result.notes),
    }


def _print_ingest(session: Session, results: list[IngestResult]) -> None:
    counts = dict.fromkeys(("added", "replaced", "duplicate", "failed"), 0)
    for result in results:
        row = _ingest_row(session, result)
        counts[row["outcome"]] += 1
        name = result.path.name
        match row["outcome"]:
            case "added":
                session.data(session.words(f"已导入  {name}", f"added      {name}"))
            case "replaced":
                session.data(session.words(f"已更新  {name}", f"replaced   {name}"))
            case "duplicate":
                session.data(
                    session.words(
                        f"已有    {name}（内容同 {row['name']}）", f"duplicate  {name} (same as {row['name']})"
                    )
                )
            case _:
                session.data(session.words(f"未导入  {result.path}", f"failed     {result.path}"))
        for warning in warnings(result.notes):
            session.data(session.words(f"        注意：{warning}", f"           note: {warning}"))
    session.data(
        session.words(
            "导入 {added}，更新 {replaced}，已有 {duplicate}，未导入 {failed}。",
            "{added} added, {replaced} replaced, {duplicate} already there, {failed} failed.",
        ).format_map(counts)
    )


def _print_skipped(session: Session, skipped: Sequence[Path]) -> None:
    if not skipped:
        return
    kinds = Counter(path.suffix.lower() or path.name for path in skipped)
    counted = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
    session.data(
        session.words(
            f"文件夹里另有 {len(skipped)} 个文件不是可读取的格式，已跳过（{counted.replace(', ', '，')}）。",
            f"{len(skipped)} more in the folders skipped, their formats cannot be read ({counted}).",
        )
    )


@click.command("list", cls=Command, help=both("列出文库里的文件。", "List the documents in the library."))
@json_option
@pass_session
def list_documents(session: Session, as_json: bool) -> None:
    documents = session.services.library.holdings()
    if as_json:
        session.json([document_row(document) for document in documents])
        return
    for document in documents:
        session.data(f"{document.name}\n    {document.title}\n    {_about(session, document)}")
    if not documents:
        session.note(
            "文库是空的。用 wence ingest FILE 导入文件。",
            "The library is empty. Add documents with wence ingest FILE.",
        )


def _about(session: Session, document: DocumentSummary) -> str:
    size = session.words(
        f"{document.clauses} 条，{document.characters} 字",
        f"{document.clauses} clauses, {document.characters} characters",
    )
    known = (
        *("、".join(document.issuers), document.number, document.date, size, document.security_level),
        *stated(session, document),
    )
    return " | ".join(part for part in known if part)


@click.command("outline", cls=Command, help=both("列出一份文件的条款。", "Show the clauses of one document."))
@click.argument("name", metavar="NAME")
@json_option
@pass_session
def outline(session: Session, name: str, as_json: bool) -> None:
    library = session.services.library
    document = library.document(library.find(name).id)
    if as_json:
        session.json([_clause_row(clause) for clause in document.clauses])
        return
    session.data(document.title)
    for clause in document.clauses:
        session.data(f"{'  ' * clause.depth}{clause.path[-1]}  {clause.heading or _opening(clause.text)}".rstrip())


def _clause_row(clause: Clause) -> dict[str, Any]:
    return {
        "path": clause.path_text,
        "heading": clause.heading,
        "text": clause.text,
        "id": clause.id,
        "eid": clause.eid,
        "kind": clause.kind,
        "part": clause.part,
        "span": list(clause.span),
    }


def _opening(text: str, length: int = 30) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= length else f"{flat[:length]}…"


@click.command("remove", cls=Command, help=both("从文库移除一份文件。", "Remove one document from the library."))
@click.argument("name", metavar="NAME")
@json_option
@pass_session
def remove(session: Session, name: str, as_json: bool) -> None:
    document = session.services.indexer.remove(name)
    if as_json:
        session.json({"removed": document_row(document)})
    else:
        session.data(session.words(f"已移除 {document.name}。", f"Removed {document.name}."))


@click.command(
    "reindex",
    cls=Command,
    help=both(
        "重建检索索引。\n\n换了嵌入模型或它的设置之后要运行。建成之前检索仍用原来的索引；中断后再次运行会接着做。",
        "Rebuild the search indexes from the library.\n\n"
        "To be run after a change of the embedding model or its settings. Searches use the old indexes until the new "
        "ones are complete; a rebuild that was stopped goes on when it is run again.",
    ),
)
@json_option
@pass_session
def reindex(session: Session, as_json: bool) -> None:
    with bar(session.words("重建索引", "Indexing"), timed=True) as progress:
        session.services.indexer.reindex(progress)
    count = len(session.services.library.holdings())
    if as_json:
        session.json({"documents": count})
    else:
        session.data(session.words(f"已重建 {count} 份文件的索引。", f"Rebuilt the indexes of {count} documents."))


VERBS = (ingest, list_documents, outline, remove, reindex)
