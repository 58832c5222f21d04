"""README, docs, changelog and pins say what is so."""

from __future__ import annotations

import glob
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from ui.cli import run

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
READMES = ["README.md", "README.zh-CN.md"]
PACKAGES = ("corpus", "index", "assistant", "ui")


def shell_lines(page: str) -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), flags=re.DOTALL)
    return [line.split("  #")[0].strip() for block in blocks for line in block.splitlines() if line.strip()]


def words_of(line: str) -> list[str]:
    words = shlex.split(line)[1:]
    return [found for word in words for found in (sorted(glob.glob(word, root_dir=ROOT)) if "*" in word else [word])]


def test_the_command_line_page_is_that_of_the_program() -> None:
    words = [sys.executable, str(ROOT / "docs/generate_command_line.py"), "--check"]
    done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert done.returncode == 0, done.stderr


def test_the_changelog_opens_with_the_version_of_the_package() -> None:
    versions = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert next(version for version in versions if version != "Unreleased") == PROJECT["version"]


def test_a_readme_stays_under_two_screens() -> None:
    for page in READMES:
        assert len((ROOT / page).read_text(encoding="utf-8").splitlines()) <= 90, page


def test_both_readmes_show_the_same_commands() -> None:
    english, chinese = (shell_lines(page) for page in READMES)
    assert english == chinese


def test_the_commands_of_the_readme_work(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    lines = [line for line in shell_lines("README.md") if line.startswith("wence ")]
    assert len(lines) > 5
    for line in lines:
        if line.startswith("wence serve"):
            continue
        assert run(words_of(line)) == 0, (line, capsys.readouterr().err)
        assert capsys.readouterr().out, line


def test_the_make_targets_that_are_named_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for page in PAGES:
        for target in re.findall(r"(?:^|`)make (\w+)", page.read_text(encoding="utf-8"), flags=re.MULTILINE):
            assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE), (page.name, target)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_inside_the_project_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_architecture_names_every_folder_and_every_file_that_is_in_none() -> None:
    described = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    for package in PACKAGES:
        files = [path for path in (ROOT / package).rglob("*.py") if path.name != "__init__.py"]
        beside = [path.name for path in files if path.parent == ROOT / package]
        folders = {f"{path.parent.name}/" for path in files if path.parent != ROOT / package}
        assert [name for name in (*beside, *folders) if name not in described] == []


def test_the_page_of_modules_is_what_their_docstrings_say() -> None:
    words = [sys.executable, str(ROOT / "docs/generate_modules.py"), "--check"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_module_says_what_it_is_for() -> None:
    described = (ROOT / "docs/modules.md").read_text(encoding="utf-8")
    files = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    assert [str(path.relative_to(ROOT)) for path in files if f"| `{path.name}` |" not in described] == []


def test_the_architecture_names_no_file_that_is_gone() -> None:
    described = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    names = {path.name for package in PACKAGES for path in (ROOT / package).rglob("*.py")}
    assert {name.rpartition("/")[2] for name in re.findall(r"`([a-z_/]+\.py)`", described)} - names == set()


def test_every_dependency_is_pinned_by_version_alone() -> None:
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").split()
    assert [pin for pin in pins if not re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", pin)] == []
    pinned = {pin.split("==")[0] for pin in pins}
    wanted = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
    assert {re.split(r"[<>=\[]", name)[0] for name in wanted} <= pinned
