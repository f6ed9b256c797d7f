"""Figures that sources give for one quantity, and dates in which reports of one event differ.

In: the catalogue. Out: Markdown. Never: says which is right, averages, sorts the sources by what they give.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from markupsafe import Markup
from msgspec.structs import replace

from generator.edtf import in_words
from generator.language.figures import measures, people
from generator.model import Conflict, ConflictValue, Event, Figure, FigureValue, Record, Span
from generator.publish import links
from generator.publish.pages.catalogue import Catalogue, grouped, in_letter_order
from generator.publish.pages.choices import as_chosen, source_choices
from generator.publish.pages.comparing import compare_nav
from generator.publish.pages.headlines import headline_words
from generator.publish.pages.marks import GLUE, Page, badge, date_words, html, in_language, letter, words_of
from generator.publish.pages.render import render
from generator.publish.words import PLACE_ONLY
from generator.spans import sentence_at, witness

WORTH_FILTERING = 3  # entries; fewer are seen at once
ENDS = 3  # values at either end of a figure on the overview, where it has many
SMALL_COUNT = 10  # things; fewer are often named with their number merely to say which are meant
SHOWN = 200  # figures that differ, figures that agree, dates; the data has all


class ValueRow(Record, frozen=True, kw_only=True):
    """A figure or date, who gives it and in which words; a range and its hedge stand before the number."""

    hedge: str
    value: Markup
    badge: Markup
    words: Markup


class Difference(Record, frozen=True, kw_only=True):
    """One quantity, or one event, with what is given for it.

    It is filtered by `sources`. `between` counts the values that are left out in the middle of the rows.
    """

    what: Markup
    note: str
    rows: tuple[ValueRow, ...]
    sources: str
    between: int = 0


def figures_page(catalogue: Catalogue) -> str:
    """The figures that at least two witnesses give, those that differ first; then the dates that differ.

    Small counts of things in which all agree are left to the data, and the page says so.
    """
    page = Page(catalogue=catalogue, url=links.figures())
    every, dates = order_figures(catalogue), dates_that_differ(catalogue)[:SHOWN]
    alike = [one for one in every if not differs(one)]
    same = [one for one in alike if not is_small_count(one)]
    figures = [*[one for one in every if differs(one)][:SHOWN], *same[:SHOWN]]
    given = {value.source for figure in figures for value in figure.values}
    given |= {value.source for _, conflict in dates for value in conflict.values}
    return render(
        "comparison_figures.md.j2",
        nav=compare_nav(page),
        figures=tuple(make_figure(page, figure) for figure in figures if differs(figure)),
        alike=tuple(make_figure(page, figure) for figure in figures if not differs(figure)),
        dates=tuple(_dates(page, event, conflict) for event, conflict in dates),
        sources=source_choices(catalogue, given),
        left_out=len(alike) - len(same),
        csv=page.href(links.data("figures.csv")),
        filtered=len(figures) + len(dates) >= WORTH_FILTERING,
        json=page.href(links.data("figures.json")),
    )


def order_figures(catalogue: Catalogue) -> list[Figure]:
    """The figures, those first in which the numbers themselves differ, and that most witnesses give."""

    def key(figure: Figure) -> tuple[bool, int, str]:
        return not differs(figure, hedged=False), -len({witness(value) for value in figure.values}), figure.id

    return sorted(catalogue.dossier.figures, key=key)


def differs(figure: Figure, *, hedged: bool = True) -> bool:
    """Whether witnesses differ in what they give, be it by a hedge alone where `hedged` says so."""
    given: defaultdict[str, set[tuple[float, str | None]]] = defaultdict(set)
    for value in figure.values:
        given[witness(value)].add((value.number, value.qualifier if hedged else None))
    return len({frozenset(numbers) for numbers in given.values()}) > 1


def is_small_count(figure: Figure) -> bool:
    """Whether what is given is a count that a phrase has in passing ("the two mills"): in which all agree says nothing.

    An amount, a measure or a share is given to be known, and so is how many people there were, or a count with a hedge.
    """
    return all(
        value.number < SMALL_COUNT and value.qualifier is None and value.unit not in measures() | people()
        for value in figure.values
    )


def dates_that_differ(catalogue: Catalogue) -> list[tuple[Event, Conflict]]:
    """The events whose reports give different days, in their order."""
    return [(event, one) for event in catalogue.events for one in event.conflicts if one.what == "date"]


def make_figure(page: Page, figure: Figure) -> Difference:
    """A figure laid out: smallest number first."""
    given = sorted(pair_ranges(in_letter_order(page.catalogue, figure.values)), key=lambda ends: ends[0].number)
    return Difference(
        what=_name(page, figure),
        note="",
        rows=tuple(make_row(page, *ends) for ends in given),
        sources=as_chosen(page.catalogue, (ends[0].source for ends in given)),
    )


def pair_ranges(values: Iterable[FigureValue]) -> list[tuple[FigureValue, FigureValue]]:
    """Each value with itself, or where it begins a range with the end of that."""
    pairs: list[tuple[FigureValue, FigureValue]] = []
    for value in values:
        before = pairs[-1][0] if pairs else None
        if before and (before.qualifier, value.qualifier, before.source) == ("from", "to", value.source):
            pairs[-1] = (before, value)
        else:
            pairs.append((value, value))
    return pairs


def make_row(page: Page, first: FigureValue, last: FigureValue) -> ValueRow:
    """A value, or the two ends of a range, with who gives it."""
    numbers = number_in_words(first) if first is last else f"{number_in_words(first)} to {number_in_words(last)}"
    return ValueRow(
        hedge=(first.qualifier or "") if first is last else "",
        value=html("{}", numbers),
        badge=badge(page, first),
        words=in_context(page, last),
    )


def shorten(figure: Difference) -> Difference:
    """A figure with its smallest and its largest values alone, where there are many between them."""
    between = len(figure.rows) - 2 * ENDS
    if between <= 1:
        return figure
    return replace(figure, rows=figure.rows[:ENDS] + figure.rows[-ENDS:], between=between)


def _name(page: Page, figure: Figure) -> Markup:
    """A figure is called by the words of one source around it; where these are withheld, by those of the first source
    that prints its own."""
    gate, frame = page.catalogue.gate, figure.frame
    pieces = [span for span in (frame.before, frame.behind) if span] if frame else []
    if frame is None or not pieces or not gate.calls(figure):
        return html("{}", next((words_of(page, value) for value in _shown(page, figure)), PLACE_ONLY))
    before = gate.html(frame.before) + " " if frame.before else ""
    behind = " " + gate.html(frame.behind) if frame.behind else ""
    words = html("<q {}>{}…{}</q>", in_language(gate.language(pieces[0])), before, behind)
    return words + GLUE + letter(page, pieces[0])


def _shown(page: Page, figure: Figure) -> Iterator[FigureValue]:
    return (value for value in in_letter_order(page.catalogue, figure.values) if page.catalogue.gate.allows(value))


def number_in_words(value: FigureValue) -> str:
    """The number with its marks, and per cent.

    >>> span = {"source": "a", "part": None, "start": 0, "end": 1, "text": "…"}
    >>> number_in_words(FigureValue(**span, number=1e6, unit="loaves", qualifier=None))
    '1,000,000'
    """
    number = f"{value.number:,.15g}" if value.number != int(value.number) else f"{value.number:,.0f}"
    return f"{number}%" if value.unit == "percent" else number


def in_context(page: Page, value: Span) -> Markup:
    """The sentence in which a figure stands, where it is printed anyway, else the words of the figure."""
    gate = page.catalogue.gate
    sentence = sentence_at(gate.sentences(value.source), value.start)
    return words_of(page, sentence if sentence is not None and gate.grants(sentence) else value)


def _dates(page: Page, event: Event, conflict: Conflict) -> Difference:
    by_value = grouped(conflict.values, lambda value: value.value)
    values = [value for group in by_value.values() for value in in_letter_order(page.catalogue, group)]
    return Difference(
        what=html('<a href="{}">{}</a>', page.href(page.catalogue.entry(event.id)), headline_words(page, event)),
        note=f"entered {in_words(event.edtf)}",
        rows=tuple(_date_row(page, value) for value in values),
        sources=as_chosen(page.catalogue, (value.source for value in conflict.values)),
    )


def _date_row(page: Page, value: ConflictValue) -> ValueRow:
    return ValueRow(hedge="", value=date_words(value.value), badge=badge(page, value), words=in_context(page, value))
