"""Planted corruptions: a byte under a passage, an anchor moved to a lookalike. All are stopped, each with its place.

What leaks into a file is planted in test_leaks, what is wrong in a hand-written quotation in test_corrupted_quotations.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache

import pytest
from msgspec.structs import replace
from planted import TWENTY, bridge, line_of, said_twice, source_of, spread, to_echo, with_echo

from generator.model import Dossier, Span
from generator.pipeline import Edition, make_site
from generator.problems import Problem
from generator.publish.evidence import find_broken, list_spans
from generator.publish.exported import check_dossier, check_exports
from generator.publish.site import Site
from generator.publish.verification import prove, verify
from generator.publish.walk import spans_of

DOSSIER, ANNOTATIONS = "data/dossier.json", "data/annotations.json"
WRONG = "¤"  # in no text


@cache
def site() -> Site:
    return make_site(bridge())[0]


def stopped_at(problems: Sequence[Problem]) -> set[tuple[str, int | None]]:
    return {(problem.where.file, problem.where.line) for problem in problems if " error: " in str(problem)}


def place_of(edition: Edition, span: Span, at: int) -> tuple[str, int]:
    """The file and the line of a character of a source."""
    source = source_of(edition, span.source)
    return source.file, line_of(source, at)


def spans_with_words(edition: Edition) -> list[Span]:
    return sorted({span for span in spans_of(edition.dossier) if span.text.strip()}, key=repr)


@pytest.mark.parametrize("number", range(TWENTY))
def test_a_byte_changed_in_the_seeds_under_a_printed_passage(number: int) -> None:
    edition = bridge()
    printed = [span for span in list_spans(json.loads(site().files[DOSSIER])) if span["text"]]
    span = spread(printed)[number]
    source = source_of(edition, span["source"])
    at = span["start"] + number % (span["end"] - span["start"])
    readings = tuple(
        replace(one, source=replace(source, text=source.text[:at] + WRONG + source.text[at + 1 :]))
        if one.source is source
        else one
        for one in edition.readings
    )
    (found,) = find_broken(site().files[DOSSIER], readings)
    assert (found.where.file, found.where.line) == (source.file, line_of(source, at))
    assert WRONG in found.message


@pytest.mark.parametrize("number", range(TWENTY))
def test_a_letter_changed_in_a_passage_of_the_dossier(number: int) -> None:
    edition = bridge()
    span = spread(spans_with_words(edition))[number]
    at = number % len(span.text)
    wrong = replace(span, text=span.text[:at] + WRONG + span.text[at + 1 :])
    found = verify(swap(edition.dossier, span, wrong), edition.readings)
    assert place_of(edition, span, span.start + at) in stopped_at(found)


@pytest.mark.parametrize("number", range(TWENTY))
@pytest.mark.parametrize("check", [find_broken, lambda data, readings: check_exports(files_with(data), readings)])
def test_a_letter_changed_in_a_passage_of_the_published_dossier(number: int, check: Callable[..., object]) -> None:
    edition = bridge()
    published = json.loads(site().files[DOSSIER])
    span = spread([span for span in list_spans(published) if span["text"]])[number]
    at = number % len(span["text"])
    span["text"] = span["text"][:at] + WRONG + span["text"][at + 1 :]
    source = source_of(edition, span["source"])
    found = check(json.dumps(published).encode(), edition.readings)
    assert (source.file, line_of(source, span["start"] + at)) in stopped_at(found)


@pytest.mark.parametrize("number", range(TWENTY))
def test_a_hash_changed_in_the_published_dossier(number: int) -> None:
    edition = bridge("pointer")
    published = json.loads(make_site(edition)[0].files[DOSSIER])
    span = spread([span for span in list_spans(published) if span["text"] is None])[number]
    span["sha256"] = span["sha256"][::-1]
    source = source_of(edition, span["source"])
    found = check_exports(files_with(json.dumps(published).encode()), edition.readings)
    assert (source.file, line_of(source, span["start"])) in stopped_at(found)


def files_with(data: bytes, name: str = DOSSIER) -> dict[str, bytes]:
    return {**site().files, name: data}


def annotations() -> dict[str, dict[str, object]]:
    """The published annotations, parsed; and each by its address."""
    return json.loads(site().files[ANNOTATIONS])


CHANGES: dict[str, Callable[[dict[str, object], dict[str, object]], None]] = {
    "exact": lambda words, _: alter(words, "exact"),
    "prefix": lambda words, _: alter(words, "prefix"),
    "suffix": lambda words, _: alter(words, "suffix"),
    "start": lambda _, place: place.update(start=place["start"] + 1),
    "end": lambda _, place: place.update(end=place["end"] - 1),
}


def alter(words: dict[str, object], name: str) -> None:
    """Another letter, or another hash where the words are withheld."""
    holder = words if name in words else words["microsite:withheld"]
    holder[name] = WRONG + holder[name][1:]


@pytest.mark.parametrize("change", CHANGES)
def test_anything_changed_in_an_annotation(change: str) -> None:
    edition = bridge()
    total = annotations()["total"]
    for number in range(total):
        parsed = annotations()
        item = parsed["first"]["items"][number]
        words, place = item["target"]["selector"]
        start = place["start"]
        CHANGES[change](words, place)
        found = check_exports(files_with(json.dumps(parsed).encode(), ANNOTATIONS), edition.readings)
        source = source_of(edition, item["id"].split("/")[1])
        assert len(found) == 1
        assert stopped_at(found) <= {(source.file, line_of(source, at)) for at in (start, start + 1)}
    assert total >= TWENTY


def test_an_annotation_moved_to_a_lookalike() -> None:
    """The words, and few words around them, are the same there; the address is not."""
    edition = said_twice()
    written = make_site(edition)[0].files
    source = edition.readings[0].source
    count = 0
    for number in range(json.loads(written[ANNOTATIONS])["total"]):
        parsed = json.loads(written[ANNOTATIONS])
        _, place = parsed["first"]["items"][number]["target"]["selector"]
        text = source.text[place["start"] : place["end"]]
        other = source.text.find(text, place["end"])
        if other >= 0:
            place.update(start=other, end=other + len(text))
            files = {**written, ANNOTATIONS: json.dumps(parsed).encode()}
            assert stopped_at(check_exports(files, edition.readings)) == {(source.file, line_of(source, other))}
            count += 1
    assert count


def swap(root: Dossier, old: Span, new: Span) -> Dossier:
    """The dossier with one span at every place of another one that is equal to it."""

    def within(value: object) -> object:
        if value == old:
            return new
        if isinstance(value, tuple):
            return tuple(within(item) for item in value)
        fields = getattr(value, "__struct_fields__", ())
        changed = {name: within(getattr(value, name)) for name in fields}
        return replace(value, **changed) if fields else value

    return within(root)  # type: ignore[return-value]


Kind = Callable[[Dossier], Iterator[Span]]
KINDS: dict[str, Kind] = {
    "date": lambda dossier: iter(dossier.dates),
    "quotation": lambda dossier: iter(dossier.quotes),
    "speaker": lambda dossier: (one.speaker_span for one in dossier.quotes if one.speaker_span),
    "cue": lambda dossier: (one.cue_span for one in dossier.quotes if one.cue_span),
    "mention": lambda dossier: (span for actor in dossier.actors for span in actor.mentions),
    "description": lambda dossier: (span for actor in dossier.actors for span in actor.descriptions),
    "report": lambda dossier: (report for event in dossier.events for report in event.reports),
    "headline": lambda dossier: (one.headline.span for one in dossier.events if one.headline.span),
    "variant": lambda dossier: (
        span
        for family in dossier.families
        for reading in family.readings
        for one in reading.variants
        for span in (one.base, one.reading)
        if span.text
    ),
    "publication": lambda dossier: (one.published.span for one in dossier.sources if one.published.span),
}


def findings(edition: Edition, kind: str) -> list[Span]:
    return spread(KINDS[kind](edition.dossier))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("edition", [bridge, said_twice])
def test_a_finding_moved_to_words_where_nothing_was_found(edition: Callable[[], Edition], kind: str) -> None:
    echoed = with_echo(edition())
    for span in findings(echoed, kind):
        moved = to_echo(span, echoed.readings)
        assert moved.text == span.text
        found = prove(swap(echoed.dossier, span, moved), echoed.readings)
        assert place_of(echoed, moved, moved.start) in stopped_at(found), span


@pytest.mark.parametrize("kind", KINDS)
def test_the_echo_alone_is_no_fault(kind: str) -> None:
    """What the tests above find is the move, not the echo; and of each kind there is something to be moved."""
    both = [with_echo(edition()) for edition in (bridge, said_twice)]
    wrong = [problem for echoed in both for problem in prove(echoed.dossier, echoed.readings)]
    assert not wrong
    assert sum(len(findings(echoed, kind)) for echoed in both) >= 1


@pytest.mark.parametrize("kind", ["date", "quotation", "mention", "report", "speaker", "cue"])
def test_a_finding_moved_to_one_that_reads_the_same(kind: str) -> None:
    """At both places something was found: it is the id, or that one place would be taken twice, that tells."""
    edition = said_twice()
    moved = 0
    for span in KINDS[kind](edition.dossier):
        other = next((o for o in KINDS[kind](edition.dossier) if o.text == span.text and o.start > span.start), None)
        if other is None:
            continue
        wrong = replace(span, start=other.start, end=other.end)
        found = prove(swap(edition.dossier, span, wrong), edition.readings)
        assert place_of(edition, other, other.start) in stopped_at(found), span
        moved += 1
    assert moved


@pytest.mark.parametrize("kind", KINDS)
def test_a_finding_moved_in_the_published_dossier(kind: str) -> None:
    echoed = with_echo(bridge())
    for span in findings(echoed, kind):
        published = json.loads(site().files[DOSSIER])
        own = {"source": span.source, "start": span.start, "end": span.end}
        to = to_echo(span, echoed.readings)
        found = (one for one in list_spans(published) if own.items() <= one.items())
        moved = [one for one in found if fields_of(one) == fields_of(span)]
        for one in moved:
            one.update(start=to.start, end=to.end, part=to.part)
        stopped = stopped_at(check_dossier(json.dumps(published).encode(), echoed.readings))
        assert (place_of(echoed, to, to.start) in stopped) == bool(moved), "people without a page are not published"


def fields_of(span: Span | dict[str, object]) -> set[str]:
    """What a span says; of a published one without the hash that stands for its words."""
    return set(span) - {"sha256"} if isinstance(span, dict) else set(span.__struct_fields__)


@pytest.mark.parametrize("field", ["sha256", "file", "parts", "furniture", "captions"])
def test_what_is_said_of_a_file_is_what_was_read(field: str) -> None:
    edition = bridge()
    entries = [entry for entry in edition.dossier.sources if getattr(entry, field)]
    for entry in entries:
        value = getattr(entry, field)
        wrong = replace(entry, **{field: value[:-1]})
        sources = tuple(wrong if one is entry else one for one in edition.dossier.sources)
        found = prove(replace(edition.dossier, sources=sources), edition.readings)
        assert any(p.where.file == source_of(edition, entry.id).file and field in p.message for p in found)
    assert entries


def test_swapped_ids_of_two_dates_that_read_the_same() -> None:
    edition = said_twice()
    first, *_, last = [date for date in edition.dossier.dates if date.text == "Monday"]
    dates = {first.id: replace(first, id=last.id), last.id: replace(last, id=first.id)}
    dossier = replace(edition.dossier, dates=tuple(dates.get(one.id, one) for one in edition.dossier.dates))
    found = stopped_at(prove(dossier, edition.readings))
    assert found == {place_of(edition, first, first.start), place_of(edition, last, last.start)}
