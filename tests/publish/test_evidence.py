"""Published passages held against sources that have changed since."""

import shutil
from pathlib import Path

import pytest

from generator.pipeline import make_dossier, make_site
from generator.publish.evidence import find_broken

BRIDGE = Path(__file__).parent.parent / "golden" / "bridge" / "seeds"


@pytest.fixture(scope="module")
def published() -> bytes:
    return make_site(make_dossier(BRIDGE))[0].files["data/dossier.json"]


def broken(published: bytes, seeds: Path, file: str, old: str, new: str) -> list[str]:
    """The problems once a source has other words; `seeds` is written."""
    shutil.copytree(BRIDGE, seeds)
    text = (seeds / file).read_text(encoding="utf-8")
    assert old in text
    (seeds / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return [str(problem) for problem in find_broken(published, make_dossier(seeds).readings)]


def test_what_has_not_changed_stands(published: bytes) -> None:
    assert find_broken(published, make_dossier(BRIDGE).readings) == ()


def test_one_byte_under_a_printed_passage_is_named_with_its_line(published: bytes, tmp_path: Path) -> None:
    (found,) = broken(published, tmp_path / "seeds", "agency.txt", "to all traffic on", "to all traffik on")
    assert found.startswith("agency.txt:5: error: The site prints “")
    assert "to all traffic on Wednesday" in found and "to all traffik on Wednesday" in found


def test_a_passage_that_the_site_only_names_is_told_by_its_hash(published: bytes, tmp_path: Path) -> None:
    (found,) = broken(published, tmp_path / "seeds", "gazette.txt", "cut in two", "cut in six")
    assert found.startswith("gazette.txt:3: error: The site names a passage from here")
    assert "cut in two" not in found


def test_words_put_in_before_move_all_that_follow(published: bytes, tmp_path: Path) -> None:
    (found,) = broken(published, tmp_path / "seeds", "courier.txt", "Osterhaven closes", "Now Osterhaven closes")
    assert found.startswith("courier.txt:") and "more have changed" in found
