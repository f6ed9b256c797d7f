"""The benchmark itself, at sizes that show that it works: its invented matter, its curves, what it writes. No times."""

import json
from pathlib import Path

import pytest
from project import files_in

from benchmarks.__main__ import measure, write_json
from benchmarks.corpus import Knobs, make_text, write_matter
from benchmarks.measuring import Curve, watch
from benchmarks.plan import TINY
from benchmarks.report import GROUPS, as_page, as_table
from generator import collate
from generator.pipeline import make_dossier


def test_the_same_knobs_give_the_same_bytes(tmp_path: Path) -> None:
    knobs = Knobs(sources=5)
    write_matter(tmp_path / "a", knobs)
    write_matter(tmp_path / "b", knobs)
    assert files_in(tmp_path / "a") == files_in(tmp_path / "b")
    assert len(files_in(tmp_path / "a")) == 6


def test_another_seed_gives_another_matter() -> None:
    assert make_text(0, Knobs(seed="bridge")) != make_text(0, Knobs(seed="oven"))


def test_a_larger_matter_begins_like_a_smaller_one(tmp_path: Path) -> None:
    write_matter(tmp_path / "small", Knobs(sources=3))
    write_matter(tmp_path / "large", Knobs(sources=6))
    small, large = files_in(tmp_path / "small"), files_in(tmp_path / "large")
    texts = [name for name in small if name.endswith(".txt")]
    assert len(texts) == 3
    assert all(small[name] == large[name] for name in texts)


def test_texts_are_as_long_and_in_the_languages_that_the_knobs_say() -> None:
    assert len(make_text(0, Knobs(words=500)).split()) >= 500
    assert "sagte" in make_text(0, Knobs(words=400, languages=("de",)))
    assert "sagte" not in make_text(0, Knobs(words=400, languages=("en",)))


def test_the_matter_holds_what_the_generator_looks_for(tmp_path: Path) -> None:
    write_matter(tmp_path, Knobs(sources=12))
    edition = make_dossier(tmp_path)
    dossier = edition.dossier
    assert not [problem for problem in edition.problems if problem.severity == "error"]
    assert dossier.dates and dossier.quotes and dossier.families and dossier.reuse
    assert any(event.witnesses > 1 for event in dossier.events)
    assert {date.type for date in dossier.dates} >= {"DATE", "TIME"}


@pytest.mark.parametrize(("power", "expected"), [(1, 1.0), (2, 2.0)])
def test_an_exponent_is_the_power_of_the_size(power: int, expected: float) -> None:
    curve = Curve(name="work", unit="sources", seconds={size: size**power / 100 for size in (10, 20, 40)}, bar=1.5)
    assert curve.exponent == pytest.approx(expected)
    assert curve.holds is (power == 1)


def test_watching_counts_each_stage_and_leaves_all_as_it_was() -> None:
    before = vars(collate).copy()
    with watch(collate) as seconds:
        collate.collate((), title="Nothing")
    assert {"group_actors", "compare_reuse", "group_families", "group_events"} <= seconds.keys()
    assert vars(collate) == before


def test_a_run_measures_everything_and_writes_it_down(tmp_path: Path) -> None:
    measured = measure(TINY)
    write_json(measured, tmp_path / "build" / "bench.json")
    written = json.loads((tmp_path / "build" / "bench.json").read_text(encoding="utf-8"))
    assert written["growth"].keys() == GROUPS.keys()
    assert written["dates"]["found_ours"] > 0 and written["dates"]["found_theirs"] > 0
    assert written["dates"]["ratio"] > 0 and written["quotations"]["words_a_second"] > 0
    names = {group: {curve["name"] for curve in curves} for group, curves in written["growth"].items()}
    assert names["length"] == {"find_sentences", "find_names", "find_quotations", "find_figures", "find_dates"}
    assert names["sources"] >= {"finding and merging names", "comparison", "whole dossier"}
    assert names["publishing"] == {"publishing"} and names["decisions"] == {"applying decisions"}
    assert all(curve["seconds"] for curves in written["growth"].values() for curve in curves)
    assert "times faster" in as_table(measured)
    page = as_page(measured)
    assert "| comparison | 3 to 6 sources |" in page
    assert " s |" not in page, "no seconds are promised"
