"""What several witnesses could state, and what each has on it: a table of statements by witnesses.

A row is an event, or an utterance that no event holds. A cell says what the whole saved text of a witness was found to
have: "not found" is no silence, and what was printed before the matter, or saved in part only, is told apart from it.
A text in another language than all that tell a row has no cell where nothing was found: its words were not compared.

In: readings, the cast, dates, quotations, sharing, publication dates, events, families. Out: statements by id.
Never: says why something is not found; takes a text for silent that is older than the matter or not whole.
"""

import datetime
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator import edtf
from generator.collate.comparing.cells import Row, Witness, make_cell
from generator.collate.comparing.figure_conflicts import Figures, list_figures
from generator.collate.comparing.nearest import Index, Near, find_nearest, make_index
from generator.collate.shingles import WORD, fold
from generator.collate.telling.findings import Evidence, report_of
from generator.collate.telling.reports import Told
from generator.model import Cell, Event, Family, Figure, Quote, Source, Statement
from generator.spans import bare, witness

TOLD_KINDS = ("event", "statement")  # of events; a publication or photograph is no statement
ALL_WITNESSES = 40  # up to so many each has a cell in every row; of more, those that come near
NEAREST = 12  # witnesses beside those that state it, where not all have a cell
SHARABLE = 0.5  # share (0-1) of what a row's actors weigh that another whole text names: then it is of that matter
LEAST_ACTORS = 2  # of a row, to tell by them what another text is about
FEW_ACTORS = 2  # any two are often named together: the other text has to name both


def compare_statements(
    evidence: Evidence,
    told: Iterable[Told],
    events: Iterable[Event],
    families: Iterable[Family],
    quotes: Iterable[Quote],
    figures: Iterable[Figure],
) -> tuple[Statement, ...]:
    """The statements by id, each with a cell for the witnesses that have something on it or might have.

    `told` is what all sentences tell.
    """
    index = make_index(told)
    known = {report_of(told).id: told for told in index.told}
    witnesses = find_witnesses(evidence, index)
    events = tuple(events)
    rows = [*event_rows(events, known), *family_rows(families, quotes, events, index)]
    given = list_figures(figures)
    made = (make_statement(row, index, witnesses, given) for row in rows)
    return tuple(sorted((one for one in made if one is not None), key=lambda one: one.id))


def find_witnesses(evidence: Evidence, index: Index) -> dict[str, Witness]:
    """The witnesses by name."""
    actors: dict[str, set[str]] = defaultdict(set)
    for told in index.told:
        actors[witness(told.sentence)].update(told.actors)
    return {
        name: Witness(
            name=name,
            language=language,
            latest=last_day(evidence, source, name),
            whole=whole,
            actors=frozenset(actors.get(name, ())),
        )
        for source in evidence.sources.values()
        for name, language, whole in list_texts(source)
    }


def list_texts(source: Source) -> Iterator[tuple[str, str, bool]]:
    """The witnesses of a source, their languages, whether they are whole: of some items fewer posts were saved than
    stated."""
    if source.kind == "article":
        yield source.id, source.language, True
        return
    for part in source.parts:
        whole = part.posts_stated is None or (part.posts_saved or 0) >= part.posts_stated
        yield f"{source.id}#{part.id}", part.language, whole


def last_day(evidence: Evidence, source: Source, name: str) -> datetime.date | None:
    """The last day on which the text can have changed, as far as dates are known."""
    published = evidence.published.get(name) or evidence.published.get(source.id)
    known = [published.edtf if published else None, source.updated.edtf if source.updated else None]
    if known[0] is None:
        return edtf.latest(known[1]) if known[1] else None
    days = [edtf.latest(value) for value in known if value]
    return None if None in days else max(day for day in days if day)


def event_rows(events: Iterable[Event], known: Mapping[str, Told]) -> Iterator[Row]:
    """A row for each event that something happened or was said."""
    for event in events:
        if event.kind in TOLD_KINDS:
            told = (known.get(report.id) for report in event.reports)
            yield Row(
                id=f"s{event.id[1:]}",
                text=event.headline.text,
                reports=tuple(bare(report) for report in event.reports),
                edtf=event.edtf,
                earliest=first_day(event),
                conflicts=event.conflicts,
                told=tuple(one for one in told if one),
                curated=event.curated,
            )


def first_day(event: Event) -> datetime.date | None:
    """The first day on which it can have been told, None where that is open.

    A day that no report gives counts like one: a text that ends before it may be too early; it is not said to be
    silent.
    """
    return edtf.earliest(event.edtf) if event.edtf else None


def family_rows(
    families: Iterable[Family], quotes: Iterable[Quote], events: Iterable[Event], index: Index
) -> Iterator[Row]:
    """A row for each utterance that two witnesses print and that no event with both holds."""
    by_id = {quote.id: quote for quote in quotes}
    holders = events_at(events)
    tellers: dict[str, list[Told]] = defaultdict(list)
    for told in index.told:
        for utterance in told.utterances:
            tellers[utterance].append(told)
    for family in families:
        spans = [by_id[id] for id in family.quotes]
        own = tuple(tellers[family.id])
        if len({witness(span) for span in spans}) > 1 and own and not is_held(own, holders):
            base = by_id[family.base]
            yield Row(
                id=f"s{family.id[1:]}",
                text=base.text,
                reports=tuple(bare(span) for span in [base, *(span for span in spans if span is not base)]),
                edtf=None,
                earliest=None,
                conflicts=(),
                told=own,
                curated=family.curated,
                words=tuple(fold(word.group()) for word in WORD.finditer(base.text)),
            )


def events_at(events: Iterable[Event]) -> dict[str, set[str]]:
    """The ids of the events that each report is one of, by its id."""
    found: dict[str, set[str]] = defaultdict(set)
    for event in events:
        for report in event.reports:
            found[report.id].add(event.id)
    return found


def is_held(told: Sequence[Told], holders: Mapping[str, set[str]]) -> bool:
    """Whether one event is reported by sentences of two witnesses among these."""
    counts = Counter(
        event for _, event in {(witness(one.sentence), e) for one in told for e in holders.get(report_of(one).id, ())}
    )
    return any(count > 1 for count in counts.values())


def make_statement(row: Row, index: Index, witnesses: Mapping[str, Witness], figures: Figures) -> Statement | None:
    """The row with its cells, None where one witness alone tells it and no other whole text is about its matter."""
    near = find_nearest(index, row.told)
    stated = {witness(report) for report in row.reports}
    chosen = choose(witnesses, stated, near)
    made = {name: make_cell(row, witnesses[name], near.get(name), index, figures) for name in chosen}
    cells = {name: cell for name, cell in made.items() if cell is not None}
    if len(stated) == 1 and not any(is_of_matter(row, cell, witnesses, index) for cell in cells.values()):
        return None
    return Statement(
        id=row.id,
        text=row.text,
        reports=row.reports,
        cells=tuple(cells[name] for name in sorted(cells)),
        curated=row.curated,
    )


def choose(witnesses: Mapping[str, Witness], stated: set[str], near: Mapping[str, Near]) -> list[str]:
    """The witnesses that have a cell: all, or of many those that state it and those that come nearest to it."""
    if len(witnesses) <= ALL_WITNESSES:
        return sorted(witnesses)
    others = sorted(
        (name for name in near if name in witnesses and name not in stated), key=lambda n: (-near[n].nearness, n)
    )
    return sorted({name for name in stated if name in witnesses} | set(others[:NEAREST]))


def is_of_matter(row: Row, cell: Cell, witnesses: Mapping[str, Witness], index: Index) -> bool:
    """Whether a text that does not report it tells of it, or is whole and names most of its actors by weight."""
    if cell.state in {"states", "differs"}:
        return cell.witness not in {witness(report) for report in row.reports}
    who = witnesses[cell.witness]
    actors = sorted({f"@{actor}" for told in row.told for actor in told.actors})
    weight = math.fsum(index.weights[actor] for actor in actors)
    named = math.fsum(index.weights[actor] for actor in actors if actor[1:] in who.actors)
    least = 1.0 if len(actors) <= FEW_ACTORS else SHARABLE
    return who.whole and cell.state == "not found" and len(actors) >= LEAST_ACTORS and named >= least * weight
