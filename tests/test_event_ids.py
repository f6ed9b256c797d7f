"""The ids that a source can give to events are all that it ever gives, whoever else is there."""

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest
from making import make_source
from project import BRIDGE, EXAMPLE

from generator.annotate import annotate
from generator.collate import collate
from generator.event_ids import report_ids
from generator.ingest import read_seeds
from generator.model import AnnotatedSource, Caption, PublicationDate, Span

OPENING = "“We shall open the old bridge before the winter comes and the river freezes,” Ann Lee told the council"


def read(text: str, id: str, published: PublicationDate | None = None, **fields: object) -> AnnotatedSource:
    return annotate(make_source(text, id=id, published=published, **fields))[0]


def curated(day: str) -> PublicationDate:
    return PublicationDate(edtf=day, basis="curated", why="", span=None)


def ids_of(*readings: AnnotatedSource) -> set[str]:
    """The ids of all events."""
    return {id for event in collate(readings, title="")[0].events for id in (event.id, *event.aliases)}


def read_folder(folder: Path) -> Sequence[AnnotatedSource]:
    return [annotate(source)[0] for source in read_seeds(folder)[0].sources]


def test_a_day_that_two_sources_dispute_dates_nothing_but_its_address_is_foreseen() -> None:
    first = read(f"{OPENING} on Thursday, 7 January 2021.", "a", curated("2021-01-08"))
    undated = read(f"{OPENING} on Thursday. Masons left the stone yard in Ulm on Thursday.", "b")
    second = read(f"{OPENING} on Thursday, 14 January 2021.", "c", curated("2021-01-15"))
    lost = ids_of(first, undated) - ids_of(first, undated, second)
    assert len(lost) == 2
    assert lost < set(report_ids(undated))


def test_sentences_without_a_date_and_lines_that_date_the_page_give_none() -> None:
    text = "Published 5 January 2021\n\nThe bridge is old. It was shut on Monday. Nobody may cross it for two years."
    line = PublicationDate(edtf="2021-01-05", basis="stated", why="", span=Span(
        source="a", part=None, start=10, end=24, text="5 January 2021"))  # fmt: skip
    dated, plain = read(text, "a", line), read(text, "a")
    monday = next(sentence for sentence in plain.sentences if "Monday" in sentence.text)
    assert f"e{monday.id[1:]}" in report_ids(plain)
    assert len(report_ids(plain)) == 2, "the line is a sentence like any other where it dates nothing"
    assert len(report_ids(dated)) == 2, "the sentence and the publication"
    assert report_ids(dated) != report_ids(plain)


def test_a_caption_with_a_date_gives_one() -> None:
    text = "The bridge is old.\nThe bridge on Monday, 4 January 2021."
    caption = Caption(start=19, end=len(text), text=text[19:])
    assert set(report_ids(read(text, "a", captions=(caption,)))) == ids_of(read(text, "a", captions=(caption,)))


@pytest.mark.parametrize("folder", [BRIDGE, EXAMPLE], ids=["bridge", "example"])
def test_no_company_of_sources_gives_an_event_another_address(folder: Path) -> None:
    readings = read_folder(folder)
    for size in range(1, len(readings) + 1):
        for company in combinations(readings, size):
            assert ids_of(*company) <= {id for reading in company for id in report_ids(reading)}
