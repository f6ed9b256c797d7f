"""Statements by sources: what each has on a matter, with its passage or the closest one that was searched.

In: the catalogue. Out: Markdown, view records. Never: says that a source leaves something out; shows one kind of
nothing as another.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup

from generator import dependence
from generator.edtf import in_words, sort_key
from generator.language.loader import primary
from generator.model import Cell, CellState, Event, Record, SourceEntry, Statement
from generator.publish import links
from generator.publish.pages.catalogue import Catalogue, count_independent, letter_order
from generator.publish.pages.choices import actor_choices, as_chosen, source_choices
from generator.publish.pages.comparing import compare_nav
from generator.publish.pages.headlines import headline_words
from generator.publish.pages.marks import Page, first_words, html, letter, letters, source_badge
from generator.publish.pages.render import render
from generator.publish.pages.reported import counted_why
from generator.publish.words import counted, language_name, listed, part_noun, published_in_words
from generator.spans import witness

ROWS = 200  # statements of the page, the most telling; the data has all
COLUMNS = 8  # sources; more do not fit side by side: then each statement is a block with a line for each state
BEGINNING = 14  # words of an utterance that names its row
LETTERS = 3  # items of a collection that are linked one by one
ORDER: tuple[CellState, ...] = ("states", "differs", "not found", "too early", "excerpt only")
WORDS: Mapping[CellState, str] = {
    "states": "states",
    "differs": "differs",
    "not found": "not found here",
    "too early": "too early",
    "excerpt only": "excerpt only",
}
NOT_COMPARED = "not compared"
MEANINGS = (
    ("states", WORDS["states"], "a passage states it"),
    (
        "differs",
        WORDS["differs"],
        "a passage states it with another date, figure or actor",
    ),
    (
        "not found",
        WORDS["not found"],
        "the whole saved text was searched; its closest passage is linked where it shares with one that states it "
        "three words or names at least (what is done counts for two) and a sixth of what both are about, or a third "
        "where it names nobody who says or does it; one that denies it comes last",
    ),
    (
        "too early",
        WORDS["too early"],
        "the text was finished before the day of the matter, as far as that day is known",
    ),
    ("excerpt only", WORDS["excerpt only"], "not all of the item was saved, so nothing is said to be missing"),
    ("", NOT_COMPARED, "the text is in another language than all that state it, and nothing was found"),
)
STATED = ("states", "differs")
NOTHING_NEAR = "nothing close to it"


class CellView(Record, frozen=True, kw_only=True):
    """What one source has: its badge, the state of its mark, what is printed beside it."""

    badge: Markup
    state: str
    text: Markup
    small: Markup


class RowView(Record, frozen=True, kw_only=True):
    """A statement with its cells, and what it is filtered by."""

    what: Markup
    when: str
    who: str
    cells: tuple[CellView, ...]
    sources: str
    actors: str


def statements_page(catalogue: Catalogue) -> str:
    """The statements as Markdown, the most telling first."""
    page = Page(catalogue=catalogue, url=links.statements())
    every = in_order(catalogue)
    rows = every[:ROWS]
    events = events_by_statement(catalogue)
    wide = len(catalogue.sources) <= COLUMNS
    actors = [actor for row in rows for actor in _actors(catalogue, events.get(row.id))]
    return render(
        "comparison_statements.md.j2",
        nav=compare_nav(page),
        wide=wide,
        columns=tuple(source_badge(page, source) for source in catalogue.sources.values()) if wide else (),
        rows=tuple(make_row(page, row, events.get(row.id), wide=wide) for row in rows),
        more=max(0, len(every) - ROWS),
        meanings=MEANINGS if wide else MEANINGS[:-1],
        sources=source_choices(catalogue),
        actors=actor_choices(catalogue, actors),
        csv=page.href(links.data("statements.csv")),
        json=page.href(links.data("statements.json")),
    )


def events_by_statement(catalogue: Catalogue) -> dict[str, Event]:
    """The events that are statements of the table, by the id of the statement."""
    return {f"s{event.id[1:]}": event for event in catalogue.dossier.events}


def in_order(catalogue: Catalogue) -> list[Statement]:
    """The statements, those first on which whole texts part most: as many have it as have it not."""
    events = events_by_statement(catalogue)

    def key(row: Statement) -> tuple[float, int, object, str]:
        have = count_independent(catalogue, witnesses(row, *STATED))
        differ = count_independent(catalogue, witnesses(row, "differs"))
        lack = count_independent(catalogue, witnesses(row, "not found"))
        event = events.get(row.id)
        return -min(have, lack) - differ, -have, sort_key(event.edtf if event else None), row.id

    return sorted(catalogue.dossier.statements, key=key)


def witnesses(row: Statement, *states: str) -> list[str]:
    """The witnesses whose cells are in one of the states."""
    return [cell.witness for cell in row.cells if cell.state in states]


def make_row(page: Page, row: Statement, event: Event | None, *, wide: bool) -> RowView:
    """A statement laid out: a cell for each source where they are few, a line for each state where they are many."""
    cells = by_source(row)
    if wide:
        views = [make_cell(page, row, source, cells.get(source.id, ())) for source in page.catalogue.sources.values()]
    else:
        views = list(_by_state(page, row))
    return RowView(
        what=_what(page, row, event),
        when=in_words(event.edtf) if event and event.edtf else "",
        who=_who(page.catalogue, row),
        cells=tuple(views),
        sources=as_chosen(page.catalogue, (id for id in cells if any(one.state in STATED for one in cells[id]))),
        actors=" ".join(_actors(page.catalogue, event)),
    )


def _by_state(page: Page, row: Statement) -> Iterator[CellView]:
    """For each state the letters of those who are in it, leading to their passage or to the closest one."""
    for state in ORDER:
        found = [cell for cell in row.cells if cell.state == state]
        spans = [cell.closest for cell in found if cell.closest is not None]
        if found:
            named = letters(page, spans) if spans else Markup("")
            without = counted(len(found) - len(spans), "other") if spans else f"{len(found):,}"
            more = html(" <small>{}</small>", without) if len(found) > len(spans) else Markup("")
            yield CellView(badge=html("{}", WORDS[state]), state=state, text=named + more, small=Markup(""))


def by_source(row: Statement) -> dict[str, list[Cell]]:
    """The cells of a row by source; those of a collection's items stand together."""
    found: defaultdict[str, list[Cell]] = defaultdict(list)
    for cell in row.cells:
        found[cell.witness.partition("#")[0]].append(cell)
    return found


def _what(page: Page, row: Statement, event: Event | None) -> Markup:
    """What is stated, leading to its entry, to the readings of an utterance, or to the passage."""
    if event is None:
        family = page.href(links.family(f"f{row.id[1:]}"))
        shown = next((one for one in row.reports if page.catalogue.gate.allows(one)), row.reports[0])
        return html('{} <a href="{}">readings compared</a>', first_words(page, shown, BEGINNING), family)
    href = page.href(page.catalogue.entry(event.id))
    return html('<a href="{}">{}</a>', href, headline_words(page, event))


def _who(catalogue: Catalogue, row: Statement) -> str:
    """How many witnesses state it, how many of them are independent and why not all are, how many differ."""
    have, other = witnesses(row, "states"), witnesses(row, "differs")
    spans = [*row.reports, *(cell.closest for cell in row.cells if cell.closest is not None)]
    told = [span for span in spans if witness(span) in have]
    single, why = dependence.count_independent(told, catalogue.dossier.clusters), counted_why(catalogue, told)
    said = [counted(len(have), "witness", "witnesses")] if have else []
    said += [f"{single} independent ({why})" if why else f"{single} independent"] if single != len(have) else []
    said += [f"{len(other):,} differ" if len(other) > 1 else "1 differs"] if other else []
    return ", ".join(said)


def _actors(catalogue: Catalogue, event: Event | None) -> tuple[str, ...]:
    """The listed actors of an event."""
    named = (*event.actors, *event.places) if event else ()
    return tuple(id for id in named if catalogue.actors[id].published)


def make_cell(page: Page, row: Statement, source: SourceEntry, cells: Sequence[Cell]) -> CellView:
    """What a source has: an article its one state, a collection its items by state."""
    apart = foreign_languages(page, row, source, cells)
    said = listed([language_name(tag) for tag in apart])
    if not cells:
        text = html("not compared: in {}", said) if said else html(NOT_COMPARED)
        return CellView(badge=source_badge(page, source), state="", text=text, small=Markup(""))
    first = min(cells, key=lambda cell: ORDER.index(cell.state))
    if source.kind == "article":
        return CellView(
            badge=source_badge(page, source),
            state=first.state,
            text=_linked(page, first),
            small=_closest(page, first, source),
        )
    return CellView(
        badge=source_badge(page, source),
        state=first.state,
        text=_items(page, source, cells),
        small=html("others not compared: in {}", said) if said else Markup(""),
    )


def foreign_languages(page: Page, row: Statement, source: SourceEntry, cells: Iterable[Cell]) -> list[str]:
    """The languages of what of a source has no cell in a row, where no report of the row is in them."""
    told = {primary(page.catalogue.gate.language(report)) for report in row.reports}
    compared = {cell.witness for cell in cells}
    parts = {f"{source.id}#{part.id}": part.language for part in source.parts}
    texts = parts if source.kind == "collection" else {source.id: source.language}
    return sorted({primary(tag) for name, tag in texts.items() if name not in compared} - told)


def _linked(page: Page, cell: Cell) -> Markup:
    """The state, leading to the passage that it rests on."""
    if cell.state in STATED and cell.closest is not None:
        return html('<a href="{}">{}</a>', page.passage(cell.closest), WORDS[cell.state])
    return html("{}", WORDS[cell.state])


def _closest(page: Page, cell: Cell, source: SourceEntry) -> Markup:
    """The closest passage of what is not found, the day of what is too early."""
    if cell.state == "too early":
        return html("text of {}", published_in_words(source.published, source.updated))
    if cell.state == "not found" and cell.closest is not None:
        return html('<a href="{}">closest passage</a>', page.passage(cell.closest))
    return html("{}", NOTHING_NEAR) if cell.state == "not found" else Markup("")


def _items(page: Page, source: SourceEntry, cells: Sequence[Cell]) -> Markup:
    """The items of a collection by state: the few that have it linked, all others counted."""
    said = []
    for state in ORDER:
        found = [cell for cell in cells if cell.state == state]
        if not found:
            continue
        numbers = sorted(found, key=lambda cell: page.catalogue.parts[cell.witness][0])
        linked = [_item(page, cell) for cell in numbers if cell.closest is not None] if state in STATED else []
        if len(cells) == len(found) or not linked:
            said.append(html("{} {}", f"{len(found):,}", WORDS[state]))
        else:
            said.append(html("{} {}", WORDS[state], Markup(", ").join(linked[:LETTERS])))
    return html("{} <small>of {}</small>", Markup("; ").join(said), counted(len(cells), part_noun(source)))


def _item(page: Page, cell: Cell) -> Markup:
    number = page.catalogue.parts[cell.witness][0]
    return html('<a href="{}">{}</a>', page.passage(cell.closest) if cell.closest else "", f"{number}")


def short_line(page: Page, row: Statement, event: Event | None) -> Markup:
    """A statement as a line of another page, with the letters of those who have it."""
    spans = [cell.closest for cell in row.cells if cell.state in STATED and cell.closest is not None]
    spans.sort(key=lambda span: (letter_order(page.catalogue.sources[span.source].siglum), span.start))
    first = {span.source: span for span in reversed(spans)}
    marks = Markup(" ").join(letter(page, first[id]) for id in dict.fromkeys(span.source for span in spans))
    return html('{} <span class="d-sigs">{}</span>', _what(page, row, event), marks)
