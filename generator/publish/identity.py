"""The proof of a dossier's ids: every id is claimed once, every reference leads somewhere.

In: a dossier, the readings it rests on. Out: problems. Never: looks at a text.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.model import AnnotatedSource, Dossier
from generator.problems import Problem, error

DOSSIER = "data/dossier.json"  # where what is wrong concerns no single source
UNSAFE = frozenset('/\\<>:"|?*') | frozenset(map(chr, range(32)))
RESERVED_PAGES = ("index", "readme")  # MkDocs makes both the index of their folder

Reference = tuple[str, str, str]  # who refers, to what kind of thing, its id


def check_ids(dossier: Dossier) -> Iterator[Problem]:
    """Whether ids and aliases are each claimed once among their kind, and can be addresses."""
    for kind, ids in known_ids(dossier).items():
        for id in repeated(ids):
            yield error(DOSSIER, f"More than one {kind} claims the id “{id}”. Give each an id of its own.")
    for letter in repeated(source.siglum for source in dossier.sources):
        yield error(DOSSIER, f"More than one source has the letter {letter}.")
    for id in (*(source.id for source in dossier.sources), *(actor.id for actor in dossier.actors)):
        if not is_page_name(id):
            yield error(DOSSIER, f"The id “{id}” cannot be the name of a page. Give it another one.")


def is_page_name(id: str) -> bool:
    """Whether an id can be the name of a file on every system and is no name that MkDocs keeps for itself.

    >>> is_page_name("ann-lee"), is_page_name(".."), is_page_name("README"), is_page_name("a/b")
    (True, False, False, False)
    """
    return bool(id) and id[0] != "." and id.casefold() not in RESERVED_PAGES and not set(id) & UNSAFE


def known_ids(dossier: Dossier) -> dict[str, list[str]]:
    """All ids by kind, with their repetitions; those of events and families with their aliases."""
    return {
        "source": [source.id for source in dossier.sources],
        "date": [date.id for date in dossier.dates],
        "actor": [actor.id for actor in dossier.actors],
        "quotation": [quote.id for quote in dossier.quotes],
        "family": [id for family in dossier.families for id in {family.id, *family.aliases}],
        "event": [
            *(id for event in dossier.events for id in {event.id, *event.aliases}),
            *(id for event in dossier.hidden for id in event.ids),
        ],
        "cluster": [cluster.id for cluster in dossier.clusters],
        "statement": [statement.id for statement in dossier.statements],
        "figure": [figure.id for figure in dossier.figures],
        "label": [label.id for label in dossier.labels],
    }


def check_references(dossier: Dossier, readings: Sequence[AnnotatedSource]) -> Iterator[Problem]:
    """Whether every id that a record refers to is there."""
    known = {kind: set(ids) for kind, ids in known_ids(dossier).items()}
    known["witness"] = known["source"] | {f"{entry.id}#{part.id}" for entry in dossier.sources for part in entry.parts}
    for who, kind, id in find_references(dossier):
        if id not in known[kind]:
            yield error(DOSSIER, f"{who} refers to the {kind} “{id}”, which is not there.")
    for reading in readings:
        candidates = {candidate.key for candidate in reading.candidates}
        for key in sorted(find_candidates(reading) - candidates):
            yield error(reading.source.file, f"A finding refers to the candidate “{key}”, which is not there.")


def find_candidates(reading: AnnotatedSource) -> set[str]:
    """The candidates that a reading's findings refer to."""
    keys = {finding.candidate for finding in reading.mentions + reading.descriptions}
    for quotation in reading.quotations:
        keys.update((*quotation.via, *_given(quotation.speaker)))
    return keys


def find_references(dossier: Dossier) -> Iterator[Reference]:
    """Every reference from one record of the dossier to another."""
    for actor in dossier.actors:
        who = f"actor “{actor.id}”"
        yield from ((who, "actor", id) for id in actor.possibly_same)
        yield from ((who, "source", id) for form in actor.names for id in form.sources)
    for quote in dossier.quotes:
        who = f"quotation “{quote.id}”"
        yield from ((who, "actor", id) for id in (*quote.via, *_given(quote.speaker)))
        yield from ((who, "family", id) for id in _given(quote.family))
    for family in dossier.families:
        who = f"family “{family.id}”"
        yield from ((who, "actor", id) for id in _given(family.speaker))
        yield from ((who, "quotation", id) for id in (family.base, *family.quotes))
        yield from ((who, "quotation", reading.quote) for reading in family.readings)
    yield from find_event_references(dossier)
    for cluster in dossier.clusters:
        yield from ((f"cluster “{cluster.id}”", "witness", id) for id in cluster.members)
    yield from (("an overlap", "source", id) for pair in dossier.overlap for id in (pair.a, pair.b))
    yield from ((f"statement “{s.id}”", "witness", cell.witness) for s in dossier.statements for cell in s.cells)
    yield from find_decided(dossier)
    yield from ((f"label “{label.id}”", "source", use.source) for label in dossier.labels for use in label.uses)


def find_decided(dossier: Dossier) -> Iterator[Reference]:
    """Every reference from a decision to what it was done to; that of a quotation may be to one or to its family."""
    families = {id for family in dossier.families for id in (family.id, *family.aliases)}
    parts = {f"{source.id}#{part.id}" for source in dossier.sources for part in source.parts}
    for one in dossier.decisions:
        for id in _given(one.id):
            if one.what == "quotation" and id in families:
                yield "a decision", "family", id
            else:
                yield "a decision", "witness" if one.what == "source" and id in parts else one.what, id


def find_event_references(dossier: Dossier) -> Iterator[Reference]:
    """Every reference from an event to another record."""
    for event in dossier.events:
        who = f"event “{event.id}”"
        yield from ((who, "actor", id) for id in (*event.actors, *event.places, *_given(event.attributed_to)))
        yield from ((who, "date", id) for report in event.reports for id in _given(report.date))
        if event.first_reported is not None:
            yield who, "witness", event.first_reported.witness


def _given(id: str | None) -> tuple[str, ...]:
    return () if id is None else (id,)


def repeated(ids: Iterable[str]) -> list[str]:
    """The ids that are there more than once, sorted."""
    return sorted(id for id, count in Counter(ids).items() if count > 1)
