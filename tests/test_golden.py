"""A second dossier, of our own writing, about another matter: three articles and a page of posts on a harbour bridge.

The golden text is what is found in it, a line a finding, so that a change of an engine is a difference one can read.
`pytest tests/test_golden.py --snapshot-update` writes it anew. What must hold whatever else changes is asserted below it.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from generator.model import Dossier, Span
from generator.pipeline import Edition, make_dossier
from generator.problems import Severity
from generator.spans import witness

SEEDS = Path(__file__).parent / "golden" / "bridge" / "seeds"


class TextFile(SingleFileSnapshotExtension):
    """One plain text file a snapshot."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture(scope="module")
def bridge() -> Edition:
    return make_dossier(SEEDS)


def place(span: Span) -> str:
    return f"{witness(span)} {span.start}-{span.end}"


def shown(span: Span | None) -> str:
    return "-" if span is None else f"“{' '.join(span.text.split())}”"


def lines(dossier: Dossier) -> Iterator[str]:
    for source in dossier.sources:
        yield f"SOURCE {source.siglum} {source.id} [{source.kind}, {source.language}, {source.words} words] {source.label} | {source.title} | {source.byline}"
        yield f"  published {source.published.edtf} ({source.published.basis}), updated {source.updated.edtf}"
        yield from (f"  part {part.id} [{part.language}] {part.posts_saved} of {part.posts_stated}" for part in source.parts)
        yield from (f"  set aside as {piece.rule}: “{piece.text}”" for piece in source.furniture)
        yield from (f"  caption: “{piece.text}”" for piece in source.captions)
    for date in dossier.dates:
        yield f"DATE {place(date)} {shown(date)} {date.type} {date.value} = {date.edtf} ({date.basis})"
    for actor in dossier.actors:
        names = ", ".join(f"{name.text} {name.count}×" for name in actor.names)
        yield f"ACTOR {actor.id} [{actor.kind}] {'page' if actor.published else 'no page'}: {names}"
        yield from (f"  described {place(span)} {shown(span)}" for span in actor.descriptions)
    for quote in dossier.quotes:
        yield f"QUOTE {place(quote)} {quote.kind} {shown(quote)} — {quote.speaker or quote.speaker_text} [{quote.cue}] {quote.family or ''}".rstrip()
    for family in dossier.families:
        yield f"FAMILY {family.id} {family.speaker}"
        for reading in family.readings:
            variants = "; ".join(f"{v.kind} {shown(v.base)} > {shown(v.reading)}" for v in reading.variants)
            yield f"  {reading.quote}: {variants or 'as the base'}"
    for event in dossier.events:
        yield f"EVENT {event.edtf} [{event.kind}, {event.witnesses} witnesses, {event.independent} independent] {event.headline.text}"
        yield f"  actors {', '.join(event.actors)} | places {', '.join(event.places)} | by {event.attributed_to}"
        yield from (f"  {place(report)} {shown(report)}" for report in event.reports)
        yield from (f"  differs: {value.value} {place(value)}" for conflict in event.conflicts for value in conflict.values)
    for cluster in dossier.clusters:
        yield f"CLUSTER {', '.join(cluster.members)}"
    for reuse in dossier.reuse:
        yield f"REUSE {place(reuse.a)} ~ {place(reuse.b)} {reuse.similarity}"
    for pair in dossier.overlap:
        yield f"OVERLAP {pair.a} {pair.a_in_b} ~ {pair.b} {pair.b_in_a}"


def test_the_whole_dossier(bridge: Edition, snapshot: SnapshotAssertion) -> None:
    found = "\n".join(lines(bridge.dossier)) + "\n"
    assert found == snapshot(extension_class=TextFile, name="bridge")


def test_no_problem_is_an_error(bridge: Edition) -> None:
    assert not [problem for problem in bridge.problems if problem.severity is Severity.ERROR]


def test_the_copied_article_counts_once(bridge: Edition) -> None:
    assert [cluster.members for cluster in bridge.dossier.clusters] == [("agency", "courier")]
    closures = [e for e in bridge.dossier.events if {r.source for r in e.reports} >= {"agency", "courier"}]
    assert closures and all(event.independent == event.witnesses - 1 for event in closures)


def test_the_director_has_one_utterance_in_two_wordings(bridge: Edition) -> None:
    utterances = [quote for quote in bridge.dossier.quotes if quote.text.startswith("We could not wait")]
    assert {quote.source for quote in utterances} == {"agency", "courier"}
    assert len({quote.family for quote in utterances}) == 1 and utterances[0].family
    assert {quote.speaker for quote in utterances} == {"ingrid-solvang"}


def test_a_child_named_in_a_post_has_no_page(bridge: Edition) -> None:
    assert not [actor for actor in bridge.dossier.actors if "Anni" in actor.name and actor.published]


def test_the_undated_agency_text_is_dated_by_nothing_it_does_not_say(bridge: Edition) -> None:
    agency = next(source for source in bridge.dossier.sources if source.id == "agency")
    assert agency.published.basis in ("bounded", "unknown")


def test_the_photograph_is_no_event(bridge: Edition) -> None:
    dated = {event.kind for event in bridge.dossier.events if event.edtf == "2022-02-27"}
    assert dated == {"photograph"}
