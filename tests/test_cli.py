"""The commands, run as a person runs them, on a project of their own."""

import json
import os
import pty
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from project import BRIDGE, ROOT, copy_project, environment, files_in, microsite

from generator.cli import guarded
from generator.problems import BuildError, error


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "project")


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_bytes().decode()
    assert old in text
    file.write_bytes(text.replace(old, new, 1).encode())


def line_with(file: Path, words: str) -> int:
    return next(n for n, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1) if words in line)


def test_the_dossier_goes_to_a_file_or_to_standard_output(project: Path) -> None:
    to_file = microsite(project, "dossier", "--seeds", "seeds", "--out", "found.json")
    to_stdout = microsite(project, "dossier", "--seeds", "seeds", "--out", "-")
    assert (to_file.returncode, to_file.stdout) == (0, "")
    assert to_stdout.stdout == (project / "found.json").read_text(encoding="utf-8")
    sources = json.loads(to_stdout.stdout)["sources"]
    assert [source["id"] for source in sources] == ["agency", "courier", "forum", "gazette"]


def test_the_dossier_command_writes_nothing_else(project: Path) -> None:
    before = files_in(project)
    microsite(project, "dossier", "--seeds", "seeds", "--out", "-")
    assert files_in(project) == before


def test_a_fresh_build_is_up_to_date(project: Path) -> None:
    built = microsite(project, "build", "--no-site")
    assert built.returncode == 0, built.stderr
    assert "sources            4" in built.stdout
    assert "witnesses          7" in built.stdout
    assert not (project / "site").exists()
    for command in (["build", "--check"], ["check"]):
        again = microsite(project, *command)
        assert (again.returncode, again.stderr) == (0, built.stderr)


def test_a_second_build_writes_nothing(project: Path) -> None:
    microsite(project, "build", "--no-site")
    times = {file: file.stat().st_mtime_ns for file in (project / "content").rglob("*")}
    microsite(project, "build", "--no-site")
    assert {file: file.stat().st_mtime_ns for file in (project / "content").rglob("*")} == times


def test_pages_that_are_not_what_the_seeds_give_are_named(project: Path) -> None:
    microsite(project, "build", "--no-site")
    replace(project / "content" / "timeline.md", "\n", "\nA line that nobody found.\n")
    (project / "content" / "comparison.md").unlink()
    for command in (["build", "--check"], ["check"]):
        found = microsite(project, *command)
        assert found.returncode == 1
        assert "content/timeline.md" in found.stderr
        assert "content/comparison.md" in found.stderr


def test_one_byte_changed_in_a_seed_under_a_printed_passage(project: Path) -> None:
    microsite(project, "build", "--no-site")
    replace(project / "seeds" / "agency.txt", "to all traffic on", "to all traffik on")
    for command in (["build", "--check"], ["check"]):
        found = microsite(project, *command)
        assert found.returncode == 1
        assert "seeds/agency.txt:5: error: The site prints “" in found.stderr
        assert "content/sources/agency.md: error:" in found.stderr
    before = files_in(project / "content")
    built = microsite(project, "build", "--no-site")
    assert built.returncode == 1
    assert "seeds/agency.txt:5: error: The site prints “" in built.stderr
    assert files_in(project / "content") == before, "what was there stays"


def test_a_source_that_was_meant_to_change_is_taken_over_when_told_so(project: Path) -> None:
    microsite(project, "build", "--no-site")
    replace(project / "seeds" / "agency.txt", "to all traffic on", "to all traffik on")
    assert microsite(project, "build", "--no-site", "--accept-changed-sources").returncode == 0
    assert "to all traffik on" in (project / "content" / "sources" / "agency.md").read_text(encoding="utf-8")
    assert microsite(project, "build", "--no-site").returncode == 0


def test_one_byte_changed_in_a_seed_under_a_quotation_of_the_home_page(project: Path) -> None:
    microsite(project, "build", "--no-site")
    before = files_in(project / "content")
    replace(project / "seeds" / "agency.txt", "divers found 12 cracks", "divers found 13 cracks")
    found = microsite(project, "build", "--no-site")
    line = line_with(project / "seeds" / "pages" / "index.md", "divers found 12 cracks")
    assert found.returncode == 1
    assert f"pages/index.md:{line}: error:" in found.stderr
    assert "divers found 13 cracks" in found.stderr, "the nearest passage is shown"
    assert files_in(project / "content") == before, "what was there stays"


def test_one_letter_changed_in_a_quotation_of_the_home_page(project: Path) -> None:
    page = project / "seeds" / "pages" / "index.md"
    replace(page, "We could not wait another day", "We could not want another day")
    found = microsite(project, "build", "--no-site")
    assert found.returncode == 1
    assert f"pages/index.md:{line_with(page, 'We could not want')}: error:" in found.stderr
    assert "We could not wait another day" in found.stderr
    assert not (project / "content").exists()


def test_what_mkdocs_finds_wrong_is_an_error(project: Path) -> None:
    microsite(project, "build", "--no-site")
    (project / "content" / "ferry.md").write_text("# The ferry\n\n[Times](times.md)\n", encoding="utf-8")
    built = microsite(project, "build")
    assert built.returncode == 1
    assert "mkdocs.yml: error:" in built.stderr
    assert "times.md" in built.stderr


def test_without_seeds_the_pages_are_taken_as_they_are(project: Path) -> None:
    microsite(project, "build", "--no-site")
    (project / "seeds").rename(project / "elsewhere")
    built = microsite(project, "build")
    assert built.returncode == 0, built.stderr
    assert (project / "site" / "timeline" / "index.html").exists()


def test_without_any_source_nothing_is_written(project: Path) -> None:
    microsite(project, "build", "--no-site")
    before = files_in(project / "content")
    for seed in (project / "seeds").glob("*.txt"):
        seed.unlink()
    assert microsite(project, "build", "--no-site").returncode == 1
    assert files_in(project / "content") == before


def test_the_pages_in_the_repository_are_what_its_seeds_give() -> None:
    checked = microsite(ROOT, "check")
    assert checked.returncode == 0, checked.stderr


def empty(seeds: Path) -> None:
    (seeds / "empty.txt").write_bytes(b"")


def binary(seeds: Path) -> None:
    (seeds / "binary.txt").write_bytes(bytes(range(256)) * 40)


def one_long_line(seeds: Path) -> None:
    (seeds / "long.txt").write_text("The baker sold another loaf on Monday. " * 128_000, encoding="utf-8")


def odd_encoding(seeds: Path) -> None:
    (seeds / "encoding.txt").write_bytes(b"The museum\xff\xfe opened\x81\x00 on \x8d Monday.\n" * 3)


def wrong_bibliography(seeds: Path) -> None:
    replace(seeds / "sources.yml", "added: 2022-03-20", 'added: "20/03"')


def no_yaml(seeds: Path) -> None:
    (seeds / "sources.yml").write_text("sources: [courier.txt: {", encoding="utf-8")


def equal_ids(seeds: Path) -> None:
    for name in ("bakery.txt", "Bakery.txt"):
        (seeds / name).write_text("The bakery opened on May 2, 2022, and a queue stood outside.\n", encoding="utf-8")


def odd_names(seeds: Path) -> None:
    (seeds / "Größe & Preis (für 2022).txt").write_text("The bakery opened on May 2, 2022.\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "code", "named"),
    [
        (empty, 0, "seeds/empty.txt: warning:"),
        (binary, 1, "seeds/binary.txt: error:"),
        (odd_encoding, 1, "seeds/encoding.txt: error:"),
        (wrong_bibliography, 1, 'added "20/03" is not a date'),
        (no_yaml, 1, "seeds/sources.yml"),
        (equal_ids, 1, "seeds/bakery.txt: error:"),
        (odd_names, 0, None),
    ],
)
def test_a_bad_seed_is_named_and_the_rest_is_built(
    project: Path, spoil: Callable[[Path], None], code: int, named: str | None
) -> None:
    spoil(project / "seeds")
    built = microsite(project, "build", "--no-site")
    assert built.returncode == code, built.stderr
    assert named is None or named in built.stderr
    assert all(": error: " in line or ": warning: " in line for line in built.stderr.splitlines())
    assert (project / "content" / "timeline.md").exists()


def test_a_line_of_five_megabytes_is_read(project: Path) -> None:
    one_long_line(project / "seeds")
    built = microsite(project, "dossier", "--seeds", "seeds", "--out", "found.json")
    assert built.returncode == 0, built.stderr
    assert "long" in {source["id"] for source in json.loads((project / "found.json").read_bytes())["sources"]}


def on_a_terminal(project: Path) -> str:
    """What a person sees on standard error while the dossier is made."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "generator", "dossier", "--out", "found.json"]
    subprocess.run(command, cwd=project, env=environment(), stderr=theirs, check=True)
    seen = os.read(ours, 100_000).decode() if select.select([ours], [], [], 0)[0] else ""
    os.close(ours)
    os.close(theirs)
    return seen


def test_a_bar_shows_how_far_a_long_build_has_come(project: Path) -> None:
    assert "Reading sources" not in on_a_terminal(project)
    for number in range(20):
        (project / "seeds" / f"note-{number}.txt").write_text("The bakery opened on May 2, 2022.\n", encoding="utf-8")
    assert "Reading sources" in on_a_terminal(project)
    assert "Reading sources" not in microsite(project, "dossier", "--out", "found.json").stderr


@pytest.mark.parametrize(
    "arguments",
    [[], ["bake"], ["dossier"], ["build", "--seeds", "nowhere"], ["build", "--config", "nowhere.yml"], ["check", "-x"]],
)
def test_wrong_usage(project: Path, arguments: list[str]) -> None:
    assert microsite(project, *arguments).returncode == 2


def test_what_cannot_be_written_is_said(project: Path) -> None:
    refused = microsite(project, "dossier", "--seeds", "seeds", "--out", "nowhere/found.json")
    assert refused.returncode == 1
    assert refused.stderr == "microsite: error: No such file or directory: nowhere/found.json\n"


def ends_with(result: int | Exception, *arguments: str) -> tuple[int, str]:
    """The exit code and the lines on standard error of a command with this result."""

    @click.command()
    @guarded
    def command() -> int:
        if isinstance(result, Exception):
            raise result
        return result

    ended = CliRunner().invoke(command, arguments)
    return ended.exit_code, ended.stderr


def test_exit_codes() -> None:
    assert ends_with(0) == (0, "")
    assert ends_with(1) == (1, "")
    assert ends_with(BuildError([error("seeds/a.txt", "No.")])) == (1, "seeds/a.txt: error: No.\n")
    assert ends_with(click.UsageError("No."))[0] == 2


def test_a_bug_asks_to_be_reported() -> None:
    code, said = ends_with(ValueError("seven"))
    assert code == 3
    assert said.startswith("microsite: bug: ValueError: seven\n")
    assert "report" in said


def test_the_seeds_of_the_tests_are_never_written(project: Path) -> None:
    before = files_in(BRIDGE)
    microsite(project, "build", "--no-site")
    assert files_in(BRIDGE) == before
