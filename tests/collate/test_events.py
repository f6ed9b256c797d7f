"""Events: the cases of cases/events.txt, what is counted over reports, and what always holds."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from cases import Case, read_cases
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import Marked, make_cast, parse, read_marked

from generator.collate.copying.reuse import Sharing, compare_reuse
from generator.collate.telling.events import group_events
from generator.model import Caption, Event, PublicationDate, Span

CASES = read_cases(Path(__file__).parent / "cases" / "events.txt")
CLOSED = "<Ann Lee> closed the old harbour bridge in <Ulm:place> [on Monday=2021-01-04] for repairs."


def read_all(given: str) -> list[Marked]:
    blocks = [block.partition("\n") for block in given.split("== ")[1:]]
    return [read_marked(text.rstrip("\n"), id=id.strip()) for id, _, text in blocks]


def events_of(
    marked: Sequence[Marked], published: dict[str, PublicationDate] | None = None, sharing: Sharing | None = None
) -> tuple[Event, ...]:
    readings = [item.reading for item in marked]
    return group_events(
        readings,
        make_cast(readings),
        [date for item in marked for date in item.dates],
        [quote for item in marked for quote in item.quotes],
        sharing or Sharing(reuse=(), overlap=(), clusters=()),
        published or {},
    ).events


def show(event: Event) -> str:
    sources = ", ".join(report.source if report.date else f"({report.source})" for report in event.reports)
    return f"{event.edtf} {event.kind} by {event.attributed_to or '-'}: {sources} | {event.headline.text}"


def stated(day: str, span: Span | None = None) -> PublicationDate:
    return PublicationDate(edtf=day, basis="stated" if span else "curated", why="", span=span)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    assert sorted(show(event) for event in events_of(read_all(case.given))) == sorted(case.expected), case.where


def test_an_event_names_who_acts_and_where() -> None:
    (event,) = events_of([read_marked(CLOSED)])
    assert (event.actors, event.places) == (("ann-lee",), ("ulm",))
    assert event.basis == "as written"


def test_an_event_has_the_id_of_its_first_dated_report_and_answers_to_those_of_the_others() -> None:
    first, second = read_marked(CLOSED, id="a"), read_marked(CLOSED.replace("for repairs", "for long repairs"), id="b")
    (alone,), (other,) = events_of([first]), events_of([second])
    (joined,) = events_of([second, first])
    assert joined.id == alone.id
    assert joined.aliases == (other.id,)
    assert [report.id[1:] for report in joined.reports] == [alone.id[1:], other.id[1:]]


def test_a_report_that_can_have_no_date_gives_its_event_no_address() -> None:
    undated, dated = "Divers found deep cracks in two stone piers of the bridge.", "Divers found deep cracks in two "
    dated += "stone piers of the bridge [on Thursday=2021-01-07]."
    (alone,) = events_of([read_marked(dated, id="b")])
    (joined,) = events_of([read_marked(undated, id="a"), read_marked(dated, id="b")])
    assert [report.source for report in joined.reports] == ["a", "b"]
    assert (joined.id, joined.aliases) == (alone.id, ())


def test_copies_count_as_one_independent_witness_and_the_first_to_appear_is_named() -> None:
    more = " ".join(f"word{number}" for number in range(40))
    marked = [read_marked(f"{CLOSED} {more}.", id=id) for id in "ab"] + [read_marked(CLOSED, id="c")]
    sharing = compare_reuse([item.reading for item in marked])
    published = {"a": stated("2021-01-06"), "b": stated("2021-01-05"), "c": stated("2021")}
    event = next(event for event in events_of(marked, published, sharing) if event.kind == "event")
    assert (event.witnesses, event.independent) == (3, 1)
    assert event.first_reported is not None
    assert (event.first_reported.witness, event.first_reported.edtf) == ("b", "2021-01-05")


def test_days_that_differ_are_all_shown() -> None:
    other = CLOSED.replace("on Monday=2021-01-04", "on Tuesday=2021-01-05")
    (event,) = events_of([read_marked(CLOSED, id="a"), read_marked(other, id="b")])
    assert event.edtf == "2021-01-04/2021-01-05"
    assert event.basis == "range only"
    (conflict,) = event.conflicts
    assert [value.value for value in conflict.values] == ["2021-01-04", "2021-01-05"]


def test_the_day_that_more_witnesses_give_is_the_events_but_the_other_is_shown() -> None:
    other = CLOSED.replace("on Monday=2021-01-04", "on Tuesday=2021-01-05")
    (event,) = events_of([read_marked(text, id=id) for id, text in zip("abc", [CLOSED, other, CLOSED], strict=True)])
    assert event.edtf == "2021-01-04"
    assert len(event.conflicts) == 1


def test_a_caption_dates_its_photograph_and_no_event() -> None:
    text = f"Ann Lee bakes bread.\n{parse(CLOSED)[0]}"
    caption = Caption(start=21, end=len(text), text=text[21:])
    photographed = read_marked(f"<Ann Lee> bakes bread.\n{CLOSED}", id="a", captions=(caption,))
    events = events_of([photographed, read_marked(CLOSED, id="b")])
    assert sorted((event.kind, [report.source for report in event.reports]) for event in events) == [
        ("event", ["b"]),
        ("photograph", ["a"]),
    ]


def test_a_stated_or_curated_date_of_publication_is_an_event_and_its_line_reports_nothing() -> None:
    line = Span(source="a", part=None, start=15, end=29, text="5 January 2021")
    marked = read_marked(
        "Bridge closed\n\n[5 January 2021=2021-01-05]\nThe harbour bridge is closed now.",
        id="a",
        published=stated("2021-01-05", line),
    )
    (event,) = events_of([marked], {"a": stated("2021-01-05", line)})
    assert (event.kind, event.edtf, event.reports[0].text) == ("publication", "2021-01-05", "5 January 2021")


def test_bounds_of_publication_are_no_event() -> None:
    bounded = PublicationDate(edtf="2021-01-05/..", basis="bounded", why="", span=None)
    assert events_of([read_marked("The harbour bridge is closed.", id="a")], {"a": bounded}) == ()


SENTENCES = st.sampled_from([
    CLOSED,
    "<Ann Lee> closed the harbour bridge of <Ulm:place> [on Monday=2021-01-04].",
    "[In January=2021-01], <Ann Lee> closed the old harbour bridge in <Ulm:place> for repairs.",
    "The old harbour bridge in <Ulm:place> was closed [on January 5=2021-01-05] for repairs by <Ann Lee>.",
    "<Bo Roy> said [on Monday=2021-01-04] {that the bridge was closed|Bo Roy}.",
    "<Ann Lee> closed the old harbour bridge in <Ulm:place> on Monday for repairs.",
    "Bread is dear.",
])  # fmt: skip


@settings(max_examples=80)
@given(st.lists(st.lists(SENTENCES, max_size=3), max_size=4), st.randoms(use_true_random=False))
def test_events_are_verbatim_unique_and_do_not_depend_on_the_order(texts: list[list[str]], shuffled: object) -> None:
    marked = [read_marked(" ".join(text), id=f"s{number}") for number, text in enumerate(texts)]
    events = events_of(marked)
    shuffled.shuffle(marked)  # type: ignore[attr-defined]
    assert events_of(marked) == events
    stored = {item.reading.source.id: item.reading.source.text for item in marked}
    ids = [id for event in events for id in (event.id, *event.aliases)]
    assert len(ids) == len(set(ids))
    reports = [(report.source, report.start) for event in events for report in event.reports]
    assert len(reports) == len(set(reports))
    for event in events:
        assert event.headline.span is not None
        assert event.headline.text == event.headline.span.text
        assert 1 <= event.independent <= event.witnesses <= len(event.reports)
        for span in (event.headline.span, *event.reports):
            assert stored[span.source][span.start : span.end] == span.text
