"""The same seeds give the same findings, whatever the order in which they are read and whatever the process."""

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.collate import collate
from generator.model import NO_DECISIONS, AnnotatedSource
from generator.pipeline import Edition, make_dossier
from generator.publish import publish
from generator.spans import witness

BRIDGE = Path(__file__).parent / "golden" / "bridge" / "seeds"
EDITION = make_dossier(BRIDGE)
MUSEUM = make_dossier(BRIDGE.parents[1] / "museum" / "seeds")  # with decisions of every kind


@pytest.mark.parametrize("edition", [EDITION, MUSEUM], ids=["bridge", "museum"])
@pytest.mark.parametrize("decided", [True, False])
@given(data=st.data())
@settings(max_examples=20, deadline=None)
def test_the_order_of_the_readings_changes_nothing(edition: Edition, decided: bool, data: st.DataObject) -> None:
    decisions = edition.seeds.decisions if decided else NO_DECISIONS
    some = data.draw(st.lists(st.sampled_from(edition.readings), min_size=1, unique_by=lambda one: one.source.id))
    ordered = sorted(some, key=lambda one: one.source.id)
    assert collate(some, title="", decisions=decisions) == collate(ordered, title="", decisions=decisions)


def test_the_order_of_the_readings_changes_no_page() -> None:
    site, problems = publish(MUSEUM.dossier, MUSEUM.readings, MUSEUM.seeds.pages)
    assert publish(MUSEUM.dossier, MUSEUM.readings[::-1], MUSEUM.seeds.pages) == (site, problems)


@given(st.permutations(MUSEUM.readings), st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_the_order_of_readings_and_of_entries_that_do_not_touch_one_another_changes_nothing(
    readings: list[AnnotatedSource], shuffled: Random
) -> None:
    given = MUSEUM.seeds.decisions
    sections = {name: list(getattr(given, name)) for name in ("actors", "events", "quotations", "labels")}
    for entries in sections.values():
        shuffled.shuffle(entries)
    decisions = replace(given, **{name: tuple(entries) for name, entries in sections.items()})
    whole, problems = collate(readings, title=MUSEUM.dossier.title, decisions=decisions)
    assert not problems
    for name in ("actors", "quotes", "families", "events", "labels", "hidden", "anchors"):
        assert getattr(whole, name) == getattr(MUSEUM.dossier, name)


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_the_hash_seed_changes_nothing(seed: str, tmp_path: Path) -> None:
    out = tmp_path / "dossier.json"
    command = [sys.executable, "-m", "generator", "dossier", "--seeds", str(BRIDGE), "--out", str(out)]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed}, cwd=Path(__file__).parent.parent)
    again = tmp_path / "again.json"
    subprocess.run(
        [*command[:-1], str(again)],
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "7"},
        cwd=Path(__file__).parent.parent,
    )
    assert out.read_bytes() == again.read_bytes()


@given(st.sets(st.sampled_from([reading.source.id for reading in EDITION.readings]), min_size=1))
@settings(max_examples=15, deadline=None)
def test_what_is_found_in_a_source_keeps_its_address_when_others_come_or_go(kept: set[str]) -> None:
    part, _ = collate([r for r in EDITION.readings if r.source.id in kept], title="")
    ids = {quote.id for quote in EDITION.dossier.quotes} | {date.id for date in EDITION.dossier.dates}
    assert {quote.id for quote in part.quotes} | {date.id for date in part.dates} <= ids
    addresses = {id for event in EDITION.dossier.events for id in (event.id, *event.aliases)}
    reports = {report.id for event in part.events for report in event.reports if report.date and witness(report)}
    missing = {id for id in reports if "e" + id[1:] not in addresses}
    assert not missing
