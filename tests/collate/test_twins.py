"""Undated sentences join the event of a dated report that tells the same, and no other."""

from collections.abc import Sequence

from marked import Marked, make_cast, read_marked
from msgspec.structs import replace

from generator.collate.copying.reuse import Sharing, compare_reuse
from generator.collate.telling.events import group_events
from generator.model import Event, PublicationDate

LETTER = "[On May 3=2021-05-03] <Ann Lee> wrote that {“we shall bake no more rye loaves this winter”|Ann Lee}."
COPY = "{“We shall bake no more rye loaves this winter”|?}, the letter read. Nobody in the village had seen it coming."
CLOSURE = (
    "<Ann Lee> said [on May 3=2021-05-03] that the mill had stopped all its wheels over a dispute about river rights, "
    "to the surprise of many."
)
LEAD = (
    "The mill had stopped all its wheels over a dispute about river rights.\nIts neighbours learned of it from a note."
)


def of_one_family(marked: Marked) -> Marked:
    return marked._replace(quotes=tuple(replace(quote, family="f-1") for quote in marked.quotes))


def events_of(marked: Sequence[Marked], *, shared: bool = False, **published: str) -> tuple[Event, ...]:
    readings = [item.reading for item in marked]
    dates = [date for item in marked for date in item.dates]
    quotes = [quote for item in marked for quote in item.quotes]
    sharing = compare_reuse(readings) if shared else Sharing(reuse=(), overlap=(), clusters=())
    publications = {id: PublicationDate(edtf=edtf, basis="stated", why="", span=None) for id, edtf in published.items()}
    return group_events(readings, make_cast(readings), dates, quotes, sharing, publications).events


def test_an_utterance_quoted_again_joins_the_statement_that_dates_it() -> None:
    (event,) = events_of([of_one_family(read_marked(LETTER, id="a")), of_one_family(read_marked(COPY, id="b"))])
    assert [(report.source, bool(report.date)) for report in event.reports] == [("a", True), ("b", False)]
    assert event.reports[1].text.endswith("the letter read.")
    assert event.edtf == "2021-05-03"


def test_like_words_of_another_utterance_do_not() -> None:
    events = events_of([of_one_family(read_marked(LETTER, id="a")), read_marked(COPY.replace("rye", "oat"), id="b")])
    assert [{report.source for report in event.reports} for event in events] == [{"a"}]


def test_an_utterance_dated_twice_joins_neither() -> None:
    later = LETTER.replace("May 3=2021-05-03", "June 9=2021-06-09").replace("wrote that", "told the council that")
    marked = [of_one_family(read_marked(text, id=id)) for text, id in ((LETTER, "a"), (COPY, "b"), (later, "c"))]
    assert sorted(len(event.reports) for event in events_of(marked)) == [1, 1]


def test_a_lead_that_is_copied_joins_the_report_that_dates_it() -> None:
    (event,) = events_of([read_marked(CLOSURE, id="a"), read_marked(LEAD, id="b")], shared=True)
    assert [report.source for report in event.reports] == ["a", "b"]
    assert event.witnesses == 2


def test_a_sentence_of_which_little_is_copied_does_not() -> None:
    rest = "which is one of three accounts that the millers of the upper valley gave to the clerk when he came to ask"
    longer = LEAD.replace("rights.", f"rights, {rest} them about the flour that they had not delivered to the fair.")
    events = events_of([read_marked(CLOSURE, id="a"), read_marked(longer, id="b")], shared=True)
    assert [{report.source for report in event.reports} for event in events] == [{"a"}]


def reports_of_statements(events: Sequence[Event]) -> list[str]:
    return ["".join(report.source for report in event.reports) for event in events if event.kind != "publication"]


def test_an_utterance_printed_before_that_day_is_an_earlier_one() -> None:
    marked = [of_one_family(read_marked(text, id=id)) for text, id in ((LETTER, "a"), (COPY, "b"), (COPY, "c"))]
    assert reports_of_statements(events_of(marked, b="2021-05-03", c="2021-05-04")) == ["abc"]
    assert reports_of_statements(events_of(marked, b="2021-05-04", c="2021-05-02")) == ["a"]


def test_a_lead_printed_before_that_day_tells_of_another() -> None:
    marked = [read_marked(CLOSURE, id="a"), read_marked(LEAD, id="b")]
    assert reports_of_statements(events_of(marked, shared=True, b="2021-05-02")) == ["a"]


def test_a_weekday_that_the_day_does_not_fall_on_speaks_against_it() -> None:
    quoted = [COPY.replace("the letter read", f"the letter read [on {day}=XXXX-WXX-{number}]")
              for day, number in (("Monday", 1), ("Tuesday", 2))]  # fmt: skip
    for copy, joined in zip(quoted, ("ab", "a"), strict=True):
        marked = [of_one_family(read_marked(text, id=id)) for text, id in ((LETTER, "a"), (copy, "b"))]
        assert reports_of_statements(events_of(marked)) == [joined]
