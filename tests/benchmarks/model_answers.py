"""How good answers are when a model writes them that answers from what it is sent, beside those by rule.

python -m tests.benchmarks.model_answers ../shared/eval/score.py --wence .venv/bin/wence

Runs the scoring script without a model, and with scripted ones on this machine
(tests/chat_server/honest.py), and prints the figures of each.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from tests.chat_server.honest import answers, repeats
from tests.chat_server.server import ChatServer


def scored(script: Path, wence: Path, environ: dict[str, str]) -> str:
    command = [sys.executable, str(script), "--wence", str(wence), "--only", "ask"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, **environ})
    return done.stdout.strip()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("script", type=Path)
    parser.add_argument("--wence", type=Path, default=Path(".venv/bin/wence"))
    chosen = parser.parse_args()
    print(f"by rule\n{scored(chosen.script, chosen.wence, {})}\n")
    for behaviour, about in ((repeats, "from clauses and excerpts"), (answers, "from the clauses alone")):
        with ChatServer(behaviour) as server:
            environ = {"WENCE_MODEL": "openai:honest", "WENCE_MODEL_URL": server.url, "WENCE_MODEL_RETRIES": "0"}
            print(f"a scripted model, {about}\n{scored(chosen.script, chosen.wence, environ)}")
            print(f"{len(server.sent)} requests\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
