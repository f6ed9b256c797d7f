"""Decisions in a project as a person has it: proposed, applied, stale, and found again in a newer capture."""

from pathlib import Path

import pytest
from project import copy_project, microsite

CURATION = """\
events:
  - passage: The council will vote on the money
    in: gazette
    retitle: The council is to vote
    reason: The source's own words are long.
"""
STALE = """\
actors:
  - actor: Ingrid Solvangg
    describe: Director of the port
    reason: It is said so in all reports.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "project")


def put_before(file: Path, words: str) -> None:
    """The file with other words at its beginning."""
    file.write_text(words + file.read_text(encoding="utf-8"), encoding="utf-8")


def test_proposals_are_printed_and_nothing_is_written(project: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in project.rglob("*")}
    found = microsite(project, "curate")
    assert found.returncode == 0, found.stderr
    assert found.stdout.startswith("# Proposals for seeds/curation.yml.")
    assert {file: file.stat().st_mtime_ns for file in project.rglob("*")} == before


def test_a_decision_is_on_the_page_with_its_reason(project: Path) -> None:
    (project / "seeds" / "curation.yml").write_text(CURATION, encoding="utf-8")
    built = microsite(project, "build", "--no-site")
    assert built.returncode == 0, built.stderr
    timeline = (project / "content" / "timeline.md").read_text(encoding="utf-8")
    assert "The council is to vote" in timeline
    assert "words are long" in timeline
    assert "words are long" in (project / "content" / "corrections.md").read_text(encoding="utf-8")


def test_a_stale_decision_is_a_warning_and_an_error_where_that_is_asked(project: Path) -> None:
    (project / "seeds" / "curation.yml").write_text(STALE, encoding="utf-8")
    for command in (["build", "--no-site"], ["check"]):
        lenient, strict = microsite(project, *command), microsite(project, *command, "--strict")
        assert (lenient.returncode, strict.returncode) == (0, 1)
        for found in (lenient, strict):
            assert "seeds/curation.yml:2: warning: This entry is stale and has no effect" in found.stderr
            assert 'Did you mean "Ingrid Solvang"?' in found.stderr


def test_a_passage_that_moved_is_told_and_applies(project: Path) -> None:
    (project / "seeds" / "curation.yml").write_text(CURATION, encoding="utf-8")
    microsite(project, "build", "--no-site")
    put_before(project / "seeds" / "gazette.txt", "Home\n\n")
    stopped = microsite(project, "build", "--no-site")
    assert stopped.returncode == 1
    built = microsite(project, "build", "--no-site", "--accept-changed-sources")
    assert built.returncode == 0, built.stderr
    for found in (stopped, built):
        assert "curation.yml: moved: gazette.txt, characters " in found.stdout
    assert "The council is to vote" in (project / "content" / "timeline.md").read_text(encoding="utf-8")


def test_a_passage_that_now_stands_twice_stops_the_build_whatever_is_accepted(project: Path) -> None:
    (project / "seeds" / "curation.yml").write_text(CURATION, encoding="utf-8")
    microsite(project, "build", "--no-site")
    put_before(project / "seeds" / "gazette.txt", "The council will vote on the money soon.\n\n")
    found = microsite(project, "build", "--no-site", "--accept-changed-sources")
    assert found.returncode == 1
    assert "seeds/curation.yml:2: error: “The council will vote on the money” stands 2 times in gazette" in found.stderr


def test_who_quotes_more_words_can_build_again(project: Path) -> None:
    page, courier = project / "seeds" / "pages" / "vote.md", project / "seeds" / "courier.txt"
    page.write_text('# The bridge\n\nIt is closed [@courier "divers found 12 cracks"].\n', encoding="utf-8")
    assert microsite(project, "build", "--no-site").returncode == 0
    put_before(courier, "divers found 12 cracks today.\n\n")
    found = microsite(project, "build", "--no-site", "--accept-changed-sources")
    assert found.returncode == 1
    assert "seeds/pages/vote.md:3: error: “divers found 12 cracks” stood at characters " in found.stderr
    page.write_text('# The bridge\n\nIt is closed [@courier "divers found 12 cracks today"].\n', encoding="utf-8")
    found = microsite(project, "build", "--no-site", "--accept-changed-sources")
    assert found.returncode == 0, found.stderr


def test_a_decision_whose_passage_is_lost_is_stale(project: Path) -> None:
    (project / "seeds" / "curation.yml").write_text(CURATION, encoding="utf-8")
    microsite(project, "build", "--no-site")
    gazette = project / "seeds" / "gazette.txt"
    gazette.write_text(gazette.read_text(encoding="utf-8").replace("on the money", "on the sum"), encoding="utf-8")
    found = microsite(project, "build", "--no-site", "--accept-changed-sources")
    assert found.returncode == 0, found.stderr
    assert "curation.yml: lost: gazette.txt, characters " in found.stdout
    assert "seeds/curation.yml:2: warning: This entry is stale" in found.stderr
    assert "Nearest: “The council will vote on the sum" in found.stderr
