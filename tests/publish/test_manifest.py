"""content/ is brought up to date, and nothing that a person wrote is lost."""

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.publish.manifest import (
    MANIFEST,
    Written,
    compare_site,
    is_inside,
    read_manifest,
    write_manifest,
    write_site,
)
from generator.publish.site import Site

FILES = {"index.md": b"# Bread\n", "sources/a.md": b"# A\n", "sources/index.md": b"# Sources\n", "data/d.json": b"{}\n"}


def site(files: dict[str, bytes]) -> Site:
    return Site(files=dict(sorted(files.items())))


def write(files: dict[str, bytes], content: Path) -> Written:
    return write_site(site(files), content)


def stored(content: Path) -> dict[str, bytes]:
    files = (file for file in content.rglob("*") if file.is_file())
    return {file.relative_to(content).as_posix(): file.read_bytes() for file in files if file.name != MANIFEST}


def wrong(written: Written, content: Path) -> list[str]:
    return [str(problem).removeprefix(f"{content.as_posix()}/") for problem in written.problems]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    assert write(FILES, folder) == Written(changed=tuple(sorted(FILES)), removed=(), problems=())
    return folder


def test_every_file_is_written_and_listed(content: Path) -> None:
    assert stored(content) == FILES
    lines = (content / MANIFEST).read_text().splitlines()
    assert [line.split("  ")[1] for line in lines] == sorted(FILES)
    assert all(len(line.split("  ")[0]) == 64 for line in lines)


def test_only_what_changed_is_written(content: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in content.rglob("*")}
    assert write(FILES, content) == Written(changed=(), removed=(), problems=())
    assert {file: file.stat().st_mtime_ns for file in content.rglob("*")} == before
    assert write(FILES | {"index.md": b"# Cake\n"}, content).changed == ("index.md",)
    assert {f for f, time in before.items() if f.is_file() and f.stat().st_mtime_ns != time} == {
        content / "index.md",
        content / MANIFEST,
    }


def test_what_is_no_longer_made_is_removed_with_its_folder(content: Path) -> None:
    written = write({"index.md": FILES["index.md"]}, content)
    assert written == Written(changed=(), removed=("data/d.json", "sources/a.md", "sources/index.md"), problems=())
    assert [file.name for file in sorted(content.iterdir())] == [MANIFEST, "index.md"]


def test_files_of_others_are_never_touched(content: Path) -> None:
    (content / "sources" / "picture.png").write_bytes(b"picture")
    (content / "CNAME").write_bytes(b"bread.example")
    written = write({"index.md": b"# Cake\n"}, content)
    assert written.problems == ()
    assert stored(content) == {"index.md": b"# Cake\n", "sources/picture.png": b"picture", "CNAME": b"bread.example"}


def test_a_file_of_a_person_stays_where_a_page_would_stand(content: Path) -> None:
    (content / "timeline.md").write_bytes(b"My own dates\n")
    written = write(FILES | {"timeline.md": b"# Timeline\n"}, content)
    assert written.changed == ()
    assert wrong(written, content) == [
        "timeline.md: error: was not written by the build, which has a page of that name. Rename or move your file."
    ]
    assert stored(content)["timeline.md"] == b"My own dates\n"
    assert "timeline.md" not in read_manifest(content)
    assert write(FILES, content).removed == ()
    assert stored(content)["timeline.md"] == b"My own dates\n"


def test_an_unlisted_file_with_the_right_bytes_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_bytes(FILES["index.md"])
    assert write(FILES, tmp_path).problems == ()
    assert "index.md" in read_manifest(tmp_path)


def test_an_edit_by_hand_is_kept_and_named_until_it_is_moved(content: Path) -> None:
    (content / "index.md").write_bytes(b"# Bread, and my own words\n")
    for _ in range(2):
        written = write(FILES | {"index.md": b"# Cake\n"}, content)
        assert "index.md: error: was edited by hand" in wrong(written, content)[0]
        assert stored(content)["index.md"] == b"# Bread, and my own words\n"
    (content / "index.md").unlink()
    assert write(FILES | {"index.md": b"# Cake\n"}, content) == Written(changed=("index.md",), removed=(), problems=())


def test_an_edit_by_hand_is_kept_where_the_page_is_no_longer_made(content: Path) -> None:
    (content / "sources" / "a.md").write_bytes(b"# A, and my own words\n")
    for _ in range(2):
        written = write({"index.md": FILES["index.md"]}, content)
        assert "sources/a.md: error: was edited by hand and is no longer made" in wrong(written, content)[0]
        assert stored(content)["sources/a.md"] == b"# A, and my own words\n"
    (content / "sources" / "a.md").write_bytes(FILES["sources/a.md"])
    assert write({"index.md": FILES["index.md"]}, content).removed == ("sources/a.md",)


def test_an_edit_that_is_what_the_build_would_write_is_no_fault(content: Path) -> None:
    (content / "index.md").write_bytes(b"# Cake\n")
    assert write(FILES | {"index.md": b"# Cake\n"}, content).problems == ()


def test_a_build_that_was_stopped_halfway_knows_its_own_files(content: Path) -> None:
    new = FILES | {"index.md": b"# Cake\n", "sources/a.md": b"# A, again\n"}
    hashes = {path: frozenset({sha256(data).hexdigest()}) for path, data in new.items()}
    write_manifest(content, read_manifest(content), hashes)
    (content / "index.md").write_bytes(new["index.md"])
    newest = FILES | {"index.md": b"# Tart\n", "sources/a.md": b"# A, once more\n"}
    assert write(newest, content) == Written(changed=("index.md", "sources/a.md"), removed=(), problems=())
    assert stored(content) == newest
    assert set(read_manifest(content)["index.md"]) == {sha256(b"# Tart\n").hexdigest()}


def test_a_draft_of_a_stopped_build_does_not_stay(content: Path) -> None:
    (content / ".draft-index.md").write_text("half")
    (content / ".draft-mine.md").write_text("a person's")
    assert write(FILES, content).changed == ()
    assert not (content / ".draft-index.md").exists()
    assert (content / ".draft-mine.md").exists()


def test_lines_that_are_not_of_the_manifest_are_passed_over(content: Path) -> None:
    lines = (content / MANIFEST).read_text()
    (content / MANIFEST).write_text(f"<<<<<<< ours\n{lines}=======\n\n")
    assert write(FILES, content) == Written(changed=(), removed=(), problems=())
    assert (content / MANIFEST).read_text() == lines


@pytest.mark.parametrize(
    "path",
    ["../out.md", "/out.md", "a/../../out.md", "a//b.md", "./a.md", "a\\b.md", "a\nb.md", "", ".", "..", MANIFEST],
)
def test_no_path_leads_out_of_the_folder(content: Path, path: str) -> None:
    written = write(FILES | {path: b"x"}, content)
    assert len(written.problems) == 1 and "outside of the folder" in written.problems[0].message
    assert stored(content) == FILES
    assert not (content.parent / "out.md").exists()
    assert not is_inside(content, path)


def test_no_link_leads_out_of_the_folder(content: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (content / "actors").symlink_to(tmp_path / "elsewhere")
    written = write(FILES | {"actors/ida.md": b"x"}, content)
    assert "outside of the folder" in written.problems[0].message
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_manifest_that_names_files_elsewhere_removes_none(content: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_bytes(b"")
    digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    (content / MANIFEST).write_text(f"{digest}  ../mine.txt\n{digest}  {mine}\n")
    assert write(FILES, content).removed == ()
    assert mine.exists()


def test_names_that_some_disks_take_for_one_are_refused(content: Path) -> None:
    written = write(FILES | {"sources/A.md": b"x", "SOURCES/a.md": b"y"}, content)
    assert len(written.problems) == 2
    assert all("large and small letters alone" in problem.message for problem in written.problems)


def test_a_page_where_a_folder_stands_is_refused(content: Path) -> None:
    written = write(FILES | {"sources": b"x"}, content)
    assert wrong(written, content)[0].startswith("sources: error: was not written by the build")
    assert stored(content) == FILES


def test_a_folder_where_a_file_of_a_person_stands_is_refused(content: Path) -> None:
    (content / "actors").write_bytes(b"my list\n")
    written = write(FILES | {"actors/ida.md": b"x"}, content)
    assert wrong(written, content)[0].startswith("actors/ida.md: error: ")
    assert stored(content) == FILES | {"actors": b"my list\n"}


def test_a_file_of_ours_makes_room_for_a_folder(content: Path) -> None:
    files = {"index.md/a.md": b"x"}
    written = write(files, content)
    assert (written.changed, written.problems) == (("index.md/a.md",), ())
    assert stored(content) == files


def test_the_check_names_what_is_missing_differs_or_is_left_over(content: Path) -> None:
    assert compare_site(site(FILES), content) == ()
    (content / "index.md").unlink()
    (content / "sources" / "a.md").write_bytes(b"# B\n")
    (content / "notes.md").write_bytes(b"of a person\n")
    files = {path: data for path, data in FILES.items() if path != "data/d.json"}
    found = [str(problem).removeprefix(f"{content.as_posix()}/") for problem in compare_site(site(files), content)]
    assert [line.partition(". Run")[0] for line in found] == [
        "data/d.json: error: is left over from an earlier build",
        "index.md: error: is missing",
        "sources/a.md: error: is not what the sources give now",
    ]
    assert stored(content)["sources/a.md"] == b"# B\n"


NAMES = st.sampled_from(["index.md", "a.md", "b/a.md", "b/c.md", "d/e/f.md"])
BYTES = st.sampled_from([b"", b"1", b"2", b"3"])
STEPS = st.lists(st.tuples(st.sampled_from(["build", "edit", "delete"]), st.dictionaries(NAMES, BYTES)), max_size=6)


@settings(deadline=None)
@given(steps=STEPS)
def test_no_bytes_of_a_person_are_ever_lost(steps: list[tuple[str, dict[str, bytes]]], tmp_path_factory) -> None:  # type: ignore[no-untyped-def]
    content = tmp_path_factory.mktemp("content")
    of_people: dict[str, bytes] = {}
    for step, files in steps:
        if step == "build":
            written = write(files, content)
            left = {problem.where.file.removeprefix(f"{content.as_posix()}/") for problem in written.problems}
            now = stored(content)
            assert left <= set(of_people)
            assert {path: now.get(path) for path in of_people} == of_people
            assert all(now[path] == data for path, data in files.items() if path not in left)
            of_people = {path: data for path, data in of_people.items() if files.get(path) != data}
            continue
        for path, data in files.items():
            file = content / path
            of_people.pop(path, None)
            if step == "delete":
                file.unlink(missing_ok=True)
            elif not file.exists() or file.read_bytes() != data:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data + b" by hand")
                of_people[path] = data + b" by hand"
