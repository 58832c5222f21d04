"""A Word file as PDF, by the LibreOffice of this computer where there is one."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from corpus.errors import InputError

PROGRAMS = ("soffice", "libreoffice")
SECONDS = 120.0


def can_print() -> bool:
    """Is there a LibreOffice?"""
    return _program() is not None


def to_pdf(docx: bytes, seconds: float = SECONDS) -> bytes:
    """The same pages as PDF; InputError where there is no LibreOffice, or it gives none."""
    return converted(docx, "docx", "pdf", seconds)


def converted(content: bytes, kind: str, into: str, seconds: float = SECONDS) -> bytes:
    """A file as LibreOffice opens it and saves it in another format: `pdf`, or `csv:` and the filter's options."""
    program = _program()
    if program is None:
        raise InputError(
            "本机没有 LibreOffice，不能转成 PDF。请安装 LibreOffice，或导出 Word 文件后另存为 PDF。",
            "There is no LibreOffice on this computer to make a PDF with. Install it, or save the Word file as PDF.",
        )
    with tempfile.TemporaryDirectory(prefix="wence-pdf-") as folder:
        source = Path(folder, f"paper.{kind}")
        source.write_bytes(content)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", into, "--outdir", folder, str(source)]
        try:
            subprocess.run(command, capture_output=True, timeout=seconds, check=True)
            return source.with_suffix(f".{into.partition(':')[0]}").read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise InputError(
                "LibreOffice 没能转出 PDF。请导出 Word 文件后另存为 PDF。",
                "LibreOffice made no PDF. Export the Word file and save it as PDF.",
            ) from error


def _program() -> str | None:
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)
