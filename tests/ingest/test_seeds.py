"""The seeds folder: what is read, what is reported, and that the file system's order does not matter."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.ingest import read_seeds
from generator.problems import Severity

TEXT = "The old bridge over the river stays closed until spring, the council said on Monday.\n"
LEFT_OUT = "It is left out."


def write(folder: Path, **files: str | bytes) -> Path:
    """A seeds folder with files; in names, `__` stands for `/`."""
    return write_files(folder, {name.replace("__", "/") + ".txt": content for name, content in files.items()})


def write_files(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder / "seeds"


def reported(folder: Path) -> list[str]:
    """The problems, with paths from the folder that holds the seeds."""
    _, problems = read_seeds(folder)
    return [str(problem).removeprefix(f"{folder.parent.as_posix()}/") for problem in problems]


def test_sources_anywhere_below_the_folder_sorted_by_id(tmp_path: Path) -> None:
    folder = write(tmp_path, b=TEXT, sub__a=TEXT, sub__deep__c=TEXT)
    seeds, problems = read_seeds(folder)
    assert [(source.id, source.file) for source in seeds.sources] == [
        ("a", "sub/a.txt"),
        ("b", "b.txt"),
        ("c", "sub/deep/c.txt"),
    ]
    assert not problems
    assert seeds.sources[0].sha256 != ""
    assert seeds.sources[0].language == "en"


def test_what_is_no_source_is_passed_over_or_reported(tmp_path: Path) -> None:
    names = ["a.txt", "b.MD", "README.md", "readme.txt", ".hidden.txt", ".git/c.txt", "curation.yml", "pages/index.md"]
    folder = write_files(tmp_path, dict.fromkeys([*names, "d.html", "e.PDF", "f", "sources.yaml", "pages/p.png"], TEXT))
    assert [source.file for source in read_seeds(folder)[0].sources] == ["a.txt", "b.MD"]
    assert reported(folder) == [
        "seeds/curation.yml:1: error: It must hold sections, each at the start of a line: `actors:`, `events:`,"
        " `quotations:`, `sources:`, `labels:`.",
        "seeds/d.html: warning: .html files are not read yet: save it as text (.txt).",
        "seeds/e.PDF: warning: .pdf files are not read yet: save it as text (.txt).",
        "seeds/f: warning: A file without a suffix is not read yet: save it as text (.txt).",
        "seeds/pages/p.png: warning: Only .md files are read in pages/; this one is left out.",
        'seeds/sources.yaml: warning: This file is not read. Did you mean "sources.yml"?',
    ]


def test_hand_written_pages(tmp_path: Path) -> None:
    folder = write_files(tmp_path, {"a.txt": TEXT, "pages/index.md": "# Home\r\n", "pages/deep/how.md": "# How\n"})
    pages = read_seeds(folder)[0].pages
    assert [(page.file, page.text) for page in pages] == [
        ("pages/deep/how.md", "# How\n"),
        ("pages/index.md", "# Home\n"),
    ]


def test_empty_binary_and_damaged_files_are_reported_and_the_rest_is_built(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        good=TEXT,
        empty="",
        blank=" \n\n",
        binary=b"PK\x03\x04\x00\x00",
        damaged="A café — “closed”.\n".encode() + b"\xff\n",
        noise=b"Ab\xff\xfe\x81\x90cd\xa0",
        latin="Le pont a été fermé après l’hiver, a déclaré la maire de la ville.\n".encode("cp1252"),
    )
    seeds, problems = read_seeds(folder)
    assert [source.id for source in seeds.sources] == ["good", "latin"]
    assert reported(folder) == [
        "seeds/binary.txt: error: This is not text but binary data. Save its text in a .txt file (UTF-8)."
        " It is left out.",
        "seeds/blank.txt: warning: This file is empty and is left out.",
        "seeds/damaged.txt:2: error: Byte 26 is not valid UTF-8, though most of the rest is."
        " Mend that place and save the file as UTF-8. It is left out.",
        "seeds/empty.txt: warning: This file is empty and is left out.",
        "seeds/latin.txt: warning: It is not UTF-8; it was read as cp1252. Check its letters, or save it as UTF-8.",
        "seeds/noise.txt: error: Its encoding cannot be made out. Save it as UTF-8. It is left out.",
    ]
    assert {problem.severity for problem in problems} == {Severity.ERROR, Severity.WARNING}


def test_names_with_spaces_and_other_letters(tmp_path: Path) -> None:
    folder = write_files(tmp_path, {"Ärger am Fluß (2).txt": TEXT, "橋の話.txt": "橋は春まで閉鎖される。\n"})
    seeds, problems = read_seeds(folder)
    assert [source.id for source in seeds.sources] == ["arger-am-fluss-2", "橋の話"]
    assert seeds.sources[0].file == "Ärger am Fluß (2).txt"
    assert not problems


def test_two_files_with_one_id(tmp_path: Path) -> None:
    folder = write_files(tmp_path, {"A b.txt": "First. " + TEXT, "sub/a-b.txt": TEXT, "c.txt": TEXT})
    found = [(source.id, source.file) for source in read_seeds(folder)[0].sources]
    assert found == [("a-b", "A b.txt"), ("c", "c.txt")]
    assert reported(folder) == [
        'seeds/sub/a-b.txt: error: A b.txt and sub/a-b.txt both give the id "a-b"; only the first is used.'
        " Set `id:` for one in sources.yml."
    ]


def test_an_id_in_sources_yml_parts_them(tmp_path: Path) -> None:
    yml = "sources:\n  sub/a.txt:\n    id: other\n"
    folder = write_files(tmp_path, {"a.txt": TEXT, "sub/a.txt": TEXT, "sources.yml": yml})
    seeds, problems = read_seeds(folder)
    assert [source.id for source in seeds.sources] == ["a", "other"]
    assert not problems


@pytest.mark.parametrize("name", ["!!!.txt", "index.txt"])
def test_a_name_that_gives_no_id(tmp_path: Path, name: str) -> None:
    folder = write_files(tmp_path, {name: TEXT, "a.txt": TEXT})
    assert reported(folder) == [
        f"seeds/{name}: error: No id can be made of this file's name. Set `id:` for {name} in sources.yml."
    ]


def test_sources_yml_is_applied_and_its_faults_named(tmp_path: Path) -> None:
    yml = """title: The closed bridge
sources:
  a.txt:
    label: Harbour Post
    published: "12/03"
  gone.txt: {label: G}
  d.html: {label: D}
  aa.txt: {label: A}
"""
    folder = write_files(tmp_path, {"a.txt": TEXT, "d.html": TEXT, "sources.yml": yml})
    seeds, _ = read_seeds(folder)
    assert (seeds.title, seeds.sources[0].label) == ("The closed bridge", "Harbour Post")
    assert seeds.sources[0].published is None
    assert reported(folder) == [
        "seeds/d.html: warning: .html files are not read yet: save it as text (.txt).",
        'seeds/sources.yml:5: error: published "12/03" is not a date. Write YYYY-MM-DD.',
        'seeds/sources.yml:6: warning: "gone.txt" is not in the seeds folder: this entry is stale.',
        'seeds/sources.yml:7: warning: "d.html" is not read as a source: this entry has no effect.',
        'seeds/sources.yml:8: warning: "aa.txt" is not in the seeds folder: this entry is stale. Did you mean "a.txt"?',
    ]


def test_decisions_and_the_contact_are_read(tmp_path: Path) -> None:
    curation = """actors:
  - {actor: Ann Lee, hide: true, reason: A private person.}
events:
  - {passage: the old bridge, in: b, hide: true, reason: An advertisement.}
"""
    files = {"a.txt": TEXT, "sources.yml": "contact: mailto:bridge@harbour.example\n", "curation.yml": curation}
    folder = write_files(tmp_path, files)
    seeds, _ = read_seeds(folder)
    assert seeds.contact == "mailto:bridge@harbour.example"
    assert seeds.decisions.file == (folder / "curation.yml").as_posix()
    assert [(one.actor, one.publish) for one in seeds.decisions.actors] == [("Ann Lee", False)]
    assert not seeds.decisions.events
    assert reported(folder) == [
        'seeds/curation.yml:4: warning: This entry is stale and has no effect: There is no source "b".'
    ]


def test_a_curation_file_of_another_name(tmp_path: Path) -> None:
    folder = write_files(tmp_path, {"a.txt": TEXT, "curations.yml": "actors: []\n"})
    assert reported(folder) == [
        'seeds/curations.yml: warning: This file is not read. Did you mean "curation.yml"?',
    ]


def test_a_sources_yml_that_is_no_text(tmp_path: Path) -> None:
    folder = write_files(tmp_path, {"a.txt": TEXT, "sources.yml": b"\x00\x01"})
    seeds, (problem,) = read_seeds(folder)
    assert problem.severity is Severity.ERROR
    assert len(seeds.sources) == 1


def test_the_title_without_sources_yml(tmp_path: Path) -> None:
    folder = write(tmp_path, a=TEXT)
    assert read_seeds(folder)[0].title == "Untitled dossier"
    assert read_seeds(folder.rename(tmp_path / "harbour-bridge"))[0].title == "harbour-bridge"


def test_a_folder_without_sources_or_without_itself(tmp_path: Path) -> None:
    folder = write_files(tmp_path, {"README.md": TEXT})
    assert reported(folder) == [
        "seeds: error: No source was read here. Save each document as a .txt file in it.",
    ]
    assert reported(tmp_path / "none") == ["none: error: There is no such folder. Make it and put your sources there."]


def test_a_file_name_that_is_not_unicode(tmp_path: Path) -> None:
    folder = write(tmp_path, a=TEXT)
    try:
        Path(os.fsdecode(os.fsencode(folder) + b"/\xff.txt")).write_text(TEXT)
    except OSError:  # this file system takes Unicode names only: there can be no such file
        return
    assert reported(folder) == [r"seeds/\udcff.txt: error: The name of this file is not valid UTF-8. Rename it."]
    assert len(read_seeds(folder)[0].sources) == 1


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(["a.txt", "B.txt", "b/c.txt", "é.txt", "b.txt", "pages/x.md"]), st.uuids())
def test_the_order_of_writing_does_not_matter(tmp_path: Path, names: list[str], folder: object) -> None:
    place = tmp_path / str(folder)
    given_order = write_files(place, {name: f"{name}. {TEXT}" for name in names})
    ordered = write_files(place / "ordered", {name: f"{name}. {TEXT}" for name in sorted(names)})
    assert read_seeds(given_order)[0] == read_seeds(ordered)[0]
    assert len(reported(given_order)) == len(reported(ordered)) == 1
