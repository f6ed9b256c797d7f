"""Publication dates: stated, bounded by a day that another source lends, bounded by what is told as past, unknown."""

import pytest
from dated_readings import item, reading_of

from generator.collate.dating.publication import UNKNOWN, date_publications
from generator.collate.dating.shared_days import SharedDay, as_span
from generator.model import AnnotatedSource, Caption, PublicationDate


def publication(reading: AnnotatedSource, *days: SharedDay) -> PublicationDate:
    return date_publications([reading], days)[reading.source.id]


def lent(reading: AnnotatedSource, words: str, day: str) -> SharedDay:
    expression = next(found for found in reading.expressions if found.text == words)
    return SharedDay(
        source=reading.source.id, part=expression.part, expression=expression, day=day,
        evidence=as_span(expression), family="f-1",
    )  # fmt: skip


def test_a_stated_date_stays_as_it_is() -> None:
    reading = reading_of("The oven broke in March 2030.", published="2021-01-21")
    assert publication(reading) == reading.source.published


def test_a_bare_weekday_bounds_on_both_sides() -> None:
    reading = reading_of("On Thursday the oven broke.")
    found = publication(reading, lent(reading, "Thursday", "2021-01-21"))
    assert (found.edtf, found.basis) == ("2021-01-21/2021-01-27", "bounded")
    assert found.span and found.span.text == "Thursday"
    assert found.why == (
        "Another source prints the same utterance with the date 21 January 2021, and “Thursday” agrees: the text "
        "appeared on that day or in the six days after it."
    )


def test_a_day_and_month_bound_below_only() -> None:
    reading = reading_of("On January 21 the oven broke.")
    found = publication(reading, lent(reading, "January 21", "2021-01-21"))
    assert (found.edtf, found.why.rpartition(": ")[2]) == ("2021-01-21/..", "the text appeared on that day or later.")


def test_the_latest_lent_day_counts() -> None:
    reading = reading_of("On Monday it rained. On Thursday the oven broke.")
    found = publication(reading, lent(reading, "Monday", "2021-01-18"), lent(reading, "Thursday", "2021-01-21"))
    assert found.edtf == "2021-01-21/2021-01-27"


def test_a_day_lent_to_an_item_bounds_its_collection_below_only() -> None:
    text = "On Thursday the oven broke."
    reading = reading_of(text, kind="collection", parts=(item("1", 0, len(text)),))
    assert publication(reading, lent(reading, "Thursday", "2021-01-21")).edtf == "2021-01-21/.."


def test_the_latest_date_told_as_past_bounds_below() -> None:
    told = "The mill closed in 1998. In March 2023 the town sold it. It burnt on 3 May 2021."
    found = publication(reading_of(told))
    assert (found.edtf, found.basis) == ("2023-03/..", "bounded")
    assert found.why == "The text tells of March 2023 as past: it appeared then or later."
    assert publication(reading_of(told.replace("sold it", "announced a plan"))).edtf == "2021-05-03/.."


def test_the_end_of_a_range_told_as_past_bounds_below() -> None:
    assert publication(reading_of("The mill stood empty from 2017 to 2018, as all knew.")).edtf == "2018/.."


@pytest.mark.parametrize(
    "text",
    [
        "The bridge will open in March 2030.",
        "The bridge was to open in March 2030.",
        "The opening was planned for 2030.",
        "The council approved the 2030 budget.",
        "The council agreed on a date to close the mill in March 2030.",
        "The mayor said the bridge, closed by then, would open in 2030.",
        "They decided to stay until 2030.",
        "The sign said before 2030.",
        "The mill closed on January 7.",
        "The mill closed last year.",
        "The wall fell in 44 BC.",
        "A mill.",
    ],
)
def test_plans_and_vague_dates_bound_nothing(text: str) -> None:
    assert publication(reading_of(text)) == UNKNOWN


def test_a_caption_bounds_nothing() -> None:
    text = "The mill burnt on 3 May 2021. Photo: Ann Lee"
    assert publication(reading_of(text, captions=(Caption(start=0, end=len(text), text=text),))) == UNKNOWN


def test_every_source_gets_one() -> None:
    readings = [reading_of("A mill.", id=id) for id in ("c", "a", "b")]
    assert list(date_publications(readings, ())) == ["a", "b", "c"]


def test_an_update_bounds_above_and_what_is_told_as_past_below() -> None:
    updated = PublicationDate(edtf="2021-05-04", basis="stated", why="The text states it.", span=None)
    found = publication(reading_of("The oven broke.", updated=updated))
    assert (found.edtf, found.basis) == ("../2021-05-04", "bounded")
    assert found.why == "The text says that it was updated on 4 May 2021: it appeared then or earlier."
    found = publication(reading_of("The oven broke in March 2021.", updated=updated))
    assert found.edtf == "2021-03/2021-05-04"
    assert found.why == (
        "The text tells of March 2021 as past and says that it was updated on 4 May 2021: it appeared in between."
    )


def test_an_update_before_what_is_told_bounds_nothing() -> None:
    updated = PublicationDate(edtf="2021-05-04", basis="stated", why="The text states it.", span=None)
    assert publication(reading_of("The oven broke in March 2022.", updated=updated)).edtf == "2022-03/.."
