"""The rules of the house that no other tool checks: small files, no matter in the generator, a manual that is true."""

import re
from pathlib import Path

import pytest
import yaml
from project import EXAMPLE, ROOT

from generator.cli import main
from generator.pipeline import make_dossier

GENERATOR = ROOT / "generator"
LONGEST_FILE = 300  # lines
WRITTEN = {".py", ".toml", ".j2", ".html", ".css", ".js"}  # the kinds of files that people write there
WORD = re.compile(r"(?<![^\W_])[^\W\d_]{3,}(?![^\W_])")  # letters alone; `_` divides words

# Words of names in the example that stand in the generator all the same, because they belong to no matter.
# A word goes in here only where any dossier could have it: never the one that makes a name the name of somebody.
GENERAL_WORDS = {
    "bodies and offices, the heads of a thousand names": """
        administration autonomous center command committee daily department district embassy emergency foreign global
        government guardian islamic labour ministry news office party press province region relief state states united
        """,
    "countries, capitals, parts of the world": """
        america arab china hong jordan kong korea north norway norwegian oslo prc south washington west
        """,
    "given names, among the commonest there are": "donald greg jack john maya mike peter rachel saul thomas",
    "family names, among the commonest there are": "liu wang",
    "compass points in other languages": "nord ouest",
    "months": "january sept",
    "English words, here in a name or at the start of a sentence": "baker epoch gap gold report square the times tip",
    "words of other languages that are spelt like a name": "han hui",
    "words of the site itself": "page thread undated",
}


@pytest.mark.parametrize("file", sorted(GENERATOR.rglob("*.py")), ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_file_has_grown_a_second_room(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.fixture(scope="module")
def words_of_the_example() -> set[str]:
    """The words of all actors' names, of the sources' labels, and the names in what sources call things; lower case."""
    dossier = make_dossier(EXAMPLE).dossier
    names = [form.text for actor in dossier.actors for form in actor.names]
    labels = [source.label for source in dossier.sources]
    called = [use.term for label in dossier.labels for use in label.uses]
    in_terms = {word.lower() for text in called for word in WORD.findall(text) if word[0].isupper()}
    return {word.lower() for text in names + labels for word in WORD.findall(text)} | in_terms


def test_nothing_of_the_example_stands_in_the_generator(words_of_the_example: set[str]) -> None:
    general = {word for words in GENERAL_WORDS.values() for word in words.split()}
    particular = words_of_the_example - general
    assert len(particular) > 100, "the example names many actors"
    found = [
        f"{file.relative_to(ROOT)}:{number}: {word}"
        for file in sorted(GENERATOR.rglob("*"))
        if file.suffix in WRITTEN
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        for word in WORD.findall(line)
        if word.lower() in particular
    ]
    assert not found, "\n".join(found)


MANUAL = (ROOT / "README.md").read_text(encoding="utf-8") + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_the_manual_names_only_targets_and_commands_that_there_are() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", MANUAL, re.MULTILINE)) <= targets
    commands = set(re.findall(r"`microsite ([a-z]+)", MANUAL))
    assert commands == set(main.commands)


def test_the_manual_leads_to_files_that_there_are() -> None:
    linked = re.findall(r"\]\(([^)#:]+)\)", MANUAL)
    named = re.findall(r"`((?:[\w.-]+/)+[\w.-]+\.\w+|\w+\.(?:toml|lock))`", MANUAL)
    assert linked and named
    assert not {name for name in linked + named if not any((base / name).exists() for base in (ROOT, GENERATOR))}


def test_the_manual_gives_a_reason_for_every_dependency() -> None:
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    required = re.search(r"^dependencies = \[(.*?)^\]", pyproject, re.MULTILINE | re.DOTALL)
    assert required
    names = {name.lower() for name in re.findall(r'^    "([\w-]+)', required[1], re.MULTILINE)}
    called = {"mkdocs-material": "Material for MkDocs", "pymdown-extensions": "Material for MkDocs"}
    table = MANUAL.lower()
    assert not {name for name in names if called.get(name, name).lower() not in table}


def test_actions_are_pinned_by_commit() -> None:
    workflow = (ROOT / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8")
    used = re.findall(r"uses: (\S+)( # v\d+\.\d+\.\d+)?", workflow)
    assert used
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action) and version for action, version in used)
    jobs = yaml.safe_load(workflow)["jobs"]
    assert jobs["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert jobs["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}


def test_locks_hold_hashes_and_no_address() -> None:
    for name in ("requirements.lock", "requirements-test.lock"):
        lock = (ROOT / name).read_text(encoding="utf-8")
        assert "--hash=sha256:" in lock
        assert "://" not in lock
        assert "--index" not in lock and "--find-links" not in lock
