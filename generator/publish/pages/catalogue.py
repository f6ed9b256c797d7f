"""Everything in the dossier by its id: what the pages look up while they are built.

In: a dossier, the gate, the addresses of its passages. Out: a catalogue. Never: words, markup.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import groupby
from types import MappingProxyType
from typing import Protocol, TypeVar

from msgspec.structs import replace

from generator.edtf import sort_key
from generator.language.loader import languages
from generator.language.speech import speech
from generator.model import (
    Actor,
    Cluster,
    DateFinding,
    Decided,
    Dossier,
    Event,
    Family,
    Part,
    Quote,
    Record,
    Sentence,
    SourceEntry,
    Span,
    Translation,
)
from generator.publish import links
from generator.publish.axes import is_marked
from generator.publish.gate import Gate
from generator.publish.links import Passages
from generator.publish.pages.volumes import Volume, find_volumes
from generator.reported import is_speech, only_speech
from generator.spans import overlap, witness

Item = TypeVar("Item")
AnySpan = TypeVar("AnySpan", bound=Span)


class Named(Protocol):
    """A record with an id."""

    @property
    def id(self) -> str:
        """Unique among its kind."""


WithId = TypeVar("WithId", bound=Named)


class Cited(Record, frozen=True, kw_only=True):
    """A passage that a hand-written page quotes, with the page's title and address."""

    span: Span
    title: str
    url: str


class Frame(Record, frozen=True, kw_only=True):
    """What of a site does not stand in its dossier.

    `contact` is the address for corrections, None where none is given. `written` are title and address of the
    hand-written pages but the home page, `cited` the passages that hand-written pages quote. `former_events` and
    `former_families` are ids under which something may have stood in an earlier build, and that must lead somewhere.
    `sizes` are those of the exported files, in bytes, by name.
    """

    contact: str | None = None
    written: tuple[tuple[str, str], ...] = ()
    cited: tuple[Cited, ...] = ()
    former_events: tuple[str, ...] = ()
    former_families: tuple[str, ...] = ()
    sizes: Mapping[str, int] = MappingProxyType({})


BARE = Frame()


class Catalogue(Record, frozen=True, kw_only=True):
    """The dossier's findings by id. `sources` are in the order of their letters; `events` are those with a date, by it,
    what goes on with another event behind it.

    `undated` are the events without one, by source and place. `volumes` are the pages into which a long timeline is
    cut, and `volume_of` has the key of each event's, aliases included.

    `quotes_of` are by speaker what it says, `attitudes_of` what sources tell in their own words of its attitudes,
    judgements and acts. `parts` and `clusters` go by witness; a part comes with its place in its collection,
    counted from 1. `unnamed` are, by source, the quotations of whom words tell that are no actor's name ("a
    spokesman"). `used` are the sentences on which findings rest. `translations` go by source, `decided` by kind and
    id of the record.
    """

    dossier: Dossier
    gate: Gate
    passages: Passages
    frame: Frame
    sources: Mapping[str, SourceEntry]
    parts: Mapping[str, tuple[int, Part]]
    actors: Mapping[str, Actor]
    dates: Mapping[str, DateFinding]
    quotes: Mapping[str, Quote]
    families: Mapping[str, Family]
    clusters: Mapping[str, Cluster]
    events: tuple[Event, ...]
    undated: tuple[Event, ...]
    volumes: tuple[Volume, ...]
    volume_of: Mapping[str, str]
    events_of: Mapping[str, tuple[Event, ...]]
    quotes_of: Mapping[str, tuple[Quote, ...]]
    attitudes_of: Mapping[str, tuple[Quote, ...]]
    unnamed: Mapping[str, tuple[Quote, ...]]
    used: Mapping[str, tuple[Sentence, ...]]
    translations: Mapping[str, tuple[Translation, ...]]
    decided: Mapping[tuple[str, str], tuple[Decided, ...]]

    def passage(self, span: Span) -> str:
        """The address of the passage that holds a span."""
        return self.passages.url(span)

    def entry(self, id: str) -> str:
        """The address of an event's entry."""
        return links.event(id, self.volume_of.get(id, ""))


def make_catalogue(dossier: Dossier, gate: Gate, passages: Passages, frame: Frame = BARE) -> Catalogue:
    """The catalogue of a dossier, made once for all pages: of its quotations, those that are someone's speech."""
    apart = [quote for quote in dossier.quotes if not is_speech(quote)]
    dossier = replace(dossier, quotes=only_speech(dossier.quotes))
    sources = sorted(dossier.sources, key=lambda source: letter_order(source.siglum))
    dated = (event for event in dossier.events if event.edtf is not None)
    letters = {source.id: number for number, source in enumerate(sources)}
    events = tuple(
        sorted(dated, key=lambda event: (sort_key(event.edtf), is_marked(event.edtf), *_after_lead(event, letters)))
    )
    undated = sorted(
        (event for event in dossier.events if event.edtf is None),
        key=lambda event: (letters[event.reports[0].source], event.reports[0].start, event.id),
    )
    volumes = find_volumes(events, undated)
    used = {source.id: gate.used_sentences(source.id) for source in sources}
    return Catalogue(
        dossier=dossier,
        gate=gate,
        passages=passages,
        frame=frame,
        sources=_by_id(sources),
        parts={
            f"{source.id}#{part.id}": (number, part)
            for source in sources
            for number, part in enumerate(source.parts, start=1)
        },
        actors=_by_id(dossier.actors),
        dates=_by_id(dossier.dates),
        quotes=_by_id(dossier.quotes),
        families=_by_id(dossier.families),
        clusters={
            member: cluster
            for cluster in dossier.clusters
            if cluster.why == "shared text"
            for member in cluster.members
        },
        events=events,
        undated=tuple(undated),
        volumes=volumes,
        volume_of={
            id: volume.key for volume in volumes for event in volume.events for id in (event.id, *event.aliases)
        },
        events_of=_by_actor(events),
        quotes_of=grouped(
            (quote for quote in dossier.quotes if quote.speaker is not None), lambda quote: quote.speaker or ""
        ),
        attitudes_of=grouped((quote for quote in apart if quote.speaker), lambda quote: quote.speaker or ""),
        unnamed=grouped(
            (quote for quote in dossier.quotes if is_unnamed(quote)),
            lambda quote: quote.source,
        ),
        used=used,
        translations=grouped(dossier.translations, lambda one: one.source),
        decided=_decided(dossier),
    )


def _after_lead(event: Event, letters: Mapping[str, int]) -> tuple[bool, int, int, str]:
    """Sorts the events of one day: those that go on with another behind all that do not, and in text order."""
    if event.told_with is None:
        return False, 0, 0, event.id
    return True, letters[event.reports[0].source], event.reports[0].start, event.id


def is_unnamed(quote: Quote) -> bool:
    """Whether words tell who speaks and no actor is known by them. Where an editor says nobody known, they do not; nor
    does a pronoun, once it stands apart from its text."""
    if quote.speaker is not None or quote.curated is not None or quote.speaker_span is None:
        return False
    return quote.speaker_span.text.casefold() not in _pronouns()


@cache
def _pronouns() -> frozenset[str]:
    """Those of all languages: words that are one in any of them tell nobody who speaks."""
    return frozenset[str]().union(*(speech(tag).pronouns for tag in languages("speech")))


def letter_order(siglum: str) -> tuple[int, str]:
    """Orders letters as they were given: Z before AA."""
    return len(siglum), siglum


def grouped(items: Iterable[Item], key: Callable[[Item], str]) -> dict[str, tuple[Item, ...]]:
    """The items under their keys, keys sorted, each group in the order given."""
    return {name: tuple(group) for name, group in groupby(sorted(items, key=key), key)}


def in_letter_order(catalogue: Catalogue, spans: Iterable[AnySpan]) -> list[AnySpan]:
    """Spans by their source's letter, then in text order."""
    return sorted(spans, key=lambda span: (letter_order(catalogue.sources[span.source].siglum), span.start, span.end))


def witnesses_of(spans: Iterable[Span]) -> tuple[str, ...]:
    """Who tells these passages: witnesses, sorted, each once."""
    return tuple(sorted({witness(span) for span in spans}))


def count_independent(catalogue: Catalogue, witnesses: Sequence[str]) -> int:
    """How many witnesses are left after those that carry one text count once."""
    return len({catalogue.clusters[name].id if name in catalogue.clusters else name for name in witnesses})


def find_statement_date(catalogue: Catalogue, speaker: str | None, quotes: Iterable[Quote]) -> str | None:
    """The date of the speaker's statement whose reports hold the quotations, None without one or with several."""
    if speaker is None:
        return None
    said = [event for event in catalogue.events_of.get(speaker, ()) if event.attributed_to == speaker]
    reports = [(event.edtf, report) for event in said if event.kind == "statement" for report in event.reports]
    dates = {edtf for quote in quotes for edtf, report in reports if overlap(report, quote)}
    return dates.pop() if len(dates) == 1 else None


def _by_id(items: Iterable[WithId]) -> dict[str, WithId]:
    return {item.id: item for item in items}


def _decided(dossier: Dossier) -> dict[tuple[str, str], tuple[Decided, ...]]:
    """What was decided of each record that is on the site, in the order of the decisions."""
    found: defaultdict[tuple[str, str], list[Decided]] = defaultdict(list)
    for one in dossier.decisions:
        if one.id is not None:
            found[one.what, one.id].append(one)
    return {key: tuple(decisions) for key, decisions in found.items()}


def _by_actor(events: Iterable[Event]) -> dict[str, tuple[Event, ...]]:
    """Each actor's events, in their order: those it takes part in, speaks in or is the place of."""
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        speaker = (event.attributed_to,) if event.attributed_to else ()
        for actor in dict.fromkeys((*event.actors, *event.places, *speaker)):
            found[actor].append(event)
    return {actor: tuple(events) for actor, events in found.items()}
