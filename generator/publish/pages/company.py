"""Who is named in the same sentences: counted, with the way to the passages, and drawn where a table does not show it.

In: the catalogue. Out: frozen view records. Never: says of those named together that they know each other.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from generator.model import Actor, Record, Span
from generator.publish import links
from generator.publish.arcs import Arc, draw_arcs
from generator.publish.pages.catalogue import Catalogue
from generator.publish.pages.marks import Page, actor_link, letters
from generator.publish.words import counted

TOGETHER = 12  # names in the table of those named in the same passages as an actor
PAIRS = 15  # pairs in the table of the index
DRAWN_NAMES, DRAWN_TIES = 18, 40  # more names run off a telephone's screen, more arcs hide each other
FEWEST_NAMES, FEWEST_TIES = 6, 8  # below which the table says all that a drawing could
LONGEST_NAME = 24  # letters of a name that have room on a telephone; the table has it whole
ACTING = {"person", "organisation", "group"}  # whose ties are drawn: a country stands beside all of them

Company = Mapping[str, Mapping[str, tuple[Span, ...]]]
Pair = tuple[str, str]


class Together(Record, frozen=True, kw_only=True):
    """Another actor, and in how many sentences of which sources both are named; the letters lead to the first ones."""

    name: Markup
    sentences: int
    sources: Markup


class Couple(Record, frozen=True, kw_only=True):
    """Two actors named in the same sentences."""

    one: Markup
    other: Markup
    sentences: int
    sources: Markup


class DrawnName(Record, frozen=True, kw_only=True):
    """A name in the drawing, at so many pixels from its top; `label` is for those who do not see the arcs."""

    y: int
    name: str
    href: str
    label: str


class Drawing(Record, frozen=True, kw_only=True):
    """Names with arcs between them."""

    title: str
    height: int
    rows: tuple[DrawnName, ...]
    arcs: tuple[Arc, ...]


def find_company(catalogue: Catalogue) -> Company:
    """For each published actor the others named in the same sentences, with a mention in each of these."""
    sentences: defaultdict[str, dict[str, Span]] = defaultdict(dict)
    for actor in catalogue.actors.values():
        if actor.published:
            for mention in actor.mentions:
                sentences[catalogue.passages.url(mention)].setdefault(actor.id, mention)
    found: defaultdict[str, defaultdict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for named in sentences.values():
        for one, span in named.items():
            for other in named:
                if other != one:
                    found[one][other].append(span)
    return {one: {other: tuple(spans) for other, spans in others.items()} for one, others in found.items()}


def list_together(page: Page, company: Mapping[str, tuple[Span, ...]]) -> tuple[Together, ...]:
    """Those most often named with one actor."""
    most = sorted(company.items(), key=lambda one: (-len(one[1]), one[0]))[:TOGETHER]
    return tuple(
        Together(
            name=actor_link(page, page.catalogue.actors[other]),
            sentences=len(spans),
            sources=letters(page, spans),
        )
        for other, spans in most
    )


def list_couples(page: Page, company: Company) -> tuple[Couple, ...]:
    """The pairs that most often stand together in print."""
    actors = page.catalogue.actors
    return tuple(
        Couple(
            one=actor_link(page, actors[one]),
            other=actor_link(page, actors[other]),
            sentences=len(company[one][other]),
            sources=letters(page, company[one][other]),
        )
        for one, other in strongest(company)[:PAIRS]
    )


def draw_company(page: Page, company: Company) -> Drawing | None:
    """Who is named with whom among those who act; None where so few are that the table says it all."""
    actors = page.catalogue.actors
    acting = [pair for pair in strongest(company) if all(actors[id].kind in ACTING for id in pair)]
    pairs = choose_drawn(acting)
    names = sorted({id for pair in pairs for id in pair}, key=lambda id: (actors[id].name.casefold(), id))
    if len(names) < FEWEST_NAMES or len(pairs) < FEWEST_TIES:
        return None
    number = {id: at for at, id in enumerate(names)}
    ties = {(min(number[a], number[b]), max(number[a], number[b])): len(company[a][b]) for a, b in pairs}
    drawn = draw_arcs(ties)
    beside = {at: sum(at in tie for tie in ties) for at in drawn.order}
    return Drawing(
        title=f"{counted(len(names), 'name')}, {counted(len(pairs), 'pair')} named in the same sentences",
        height=drawn.height,
        arcs=drawn.arcs,
        rows=tuple(
            _drawn_name(page, actors[names[at]], y, beside[at]) for at, y in zip(drawn.order, drawn.rows, strict=True)
        ),
    )


def strongest(company: Company) -> list[Pair]:
    """All pairs, those named together in most sentences first, then by their ids."""
    pairs = [(one, other) for one, others in company.items() for other in others if one < other]
    return sorted(pairs, key=lambda pair: (-len(company[pair[0]][pair[1]]), pair))


def choose_drawn(pairs: Sequence[Pair]) -> list[Pair]:
    """The strongest pairs among so many names as can be drawn."""
    names: set[str] = set()
    chosen: list[Pair] = []
    for pair in pairs:
        if len(chosen) < DRAWN_TIES and len(names.union(pair)) <= DRAWN_NAMES:
            names.update(pair)
            chosen.append(pair)
    return chosen


def _drawn_name(page: Page, actor: Actor, y: int, ties: int) -> DrawnName:
    short = actor.name if len(actor.name) <= LONGEST_NAME else actor.name[: LONGEST_NAME - 1].rstrip() + "…"
    return DrawnName(
        y=y,
        name=short,
        href=page.href(links.actor(actor.id)),
        label=f"{actor.name}: named together with {counted(ties, 'other')} here",
    )
