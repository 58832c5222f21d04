"""Serves the real pages over hand-made answers: `python -m tests.e2e.desk_server PORT HOME [LIBRARY ...]`.

A library is `bundled`, `hostile` or `hostile-kinds`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.ui.desk import HandMadeDesk, bundled_texts, hostile_text
from tests.ui.hostile import hostile_desk, hostile_texts
from ui.server import Report, serve


def main(port: int, home: Path, libraries: list[str]) -> None:
    def prepare(report: Report) -> HandMadeDesk:
        report("正在收入文件……", "Adding documents ...")
        texts = bundled_texts() if "bundled" in libraries else ()
        if "hostile-kinds" in libraries:
            return hostile_desk(HandMadeDesk(home, hostile_texts()))
        return HandMadeDesk(home, [*texts, *([hostile_text()] if "hostile" in libraries else [])])

    serve(prepare, port=port)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
