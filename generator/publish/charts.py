"""How many entries, and when: the geometry of the timeline's charts and of the strip on a source's page.

What is known to fall into one column is in its bar; a range is a bracket, never a bar in its middle. Places along the
time are per cent and heights are pixels, so that the text in a chart keeps its size on every screen.

In: dates with the link to their entry. Out: records that a template draws as SVG. Never: markup, a source's words.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.edtf import precision
from generator.model import Record
from generator.publish.axes import Axis, Place, concerns, find_place, month_axis, place_name, place_order, year_axis
from generator.publish.words import counted

MAX_TICKS = 10  # words that can be printed side by side on a telephone
WIDE_COLUMNS = 12  # as many or fewer are wider than a year's four digits, even on a telephone
MAX_BRACKETS = 6  # more push the first entry off the screen; the table has them all
BAR_HEIGHT, UNIT_HEIGHT = 44, 22  # of the highest bar, and of one entry where there is room
HEAD, FOOT, ROW = 18, 26, 22  # room for the numbers above, the words below, a bracket with its text
CAP = 5  # half the height of a bracket's end
FILL = 0.7  # share of a column that its bar fills
TEXT_ROOM = 25.0  # per cent of the width that a bracket's text needs beside it


class Mark(Record, frozen=True, kw_only=True):
    """One entry: its date, whether it is folded, the link to it."""

    edtf: str
    side: bool
    href: str


class Bar(Record, frozen=True, kw_only=True):
    """A column: entries set out in full below, folded ones hatched above."""

    x: str
    width: str
    middle: str
    main_y: float
    main_height: float
    side_y: float
    side_height: float
    number_y: float
    number: int
    label: str
    href: str


class Tick(Record, frozen=True, kw_only=True):
    """A word under the axis; `anchor` is its text-anchor."""

    x: str
    y: float
    text: str
    anchor: str


class Bracket(Record, frozen=True, kw_only=True):
    """A range: its line, its caps (x, top, bottom; none where it is open or cut), its text."""

    x1: str
    x2: str
    y: float
    caps: tuple[tuple[str, float, float], ...]
    text: str
    text_x: str
    text_y: float
    anchor: str


class Row(Record, frozen=True, kw_only=True):
    """A line of the table that says the same."""

    label: str
    main: int
    side: int


class Chart(Record, frozen=True, kw_only=True):
    """A drawn chart; `pattern` is the id of its hatching, unique on the page."""

    pattern: str
    title: str
    height: float
    axis: float
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    brackets: tuple[Bracket, ...]
    rows: tuple[Row, ...]


class Strip(Record, frozen=True, kw_only=True):
    """A stretch of a text as per cent of its length."""

    x: str
    width: str


Stacks = Mapping[Place, Sequence[Mark]]


def draw_years(marks: Sequence[Mark]) -> Chart | None:
    """Entries by year; None where one column would hold them all."""
    dated = [mark for mark in marks if precision(mark.edtf) != "none"]
    axis = year_axis([mark.edtf for mark in dated])
    return _draw("hatch-years", axis, dated) if axis else None


def draw_days(marks: Sequence[Mark]) -> Chart | None:
    """Entries by day in the month that holds most of them; None where no month holds enough."""
    axis = month_axis(mark.edtf for mark in marks)
    return _draw("hatch-days", axis, [mark for mark in marks if concerns(axis, mark.edtf)]) if axis else None


def draw_strip(length: int, ranges: Iterable[tuple[int, int]]) -> tuple[Strip, ...]:
    """Where stretches of a text stand in its whole length, both in code points."""
    return tuple(
        Strip(x=_percent(start / length), width=_percent((end - start) / length)) for start, end in ranges if length
    )


def _draw(pattern: str, axis: Axis, marks: Sequence[Mark]) -> Chart:
    stacks: defaultdict[Place, list[Mark]] = defaultdict(list)
    for mark in marks:
        stacks[find_place(axis, mark.edtf)].append(mark)
    in_order = dict(sorted(stacks.items(), key=lambda one: place_order(one[0])))
    bars = {place: stack for place, stack in in_order.items() if _is_column(place)}
    ranges = {place: stack for place, stack in in_order.items() if not _is_column(place)}
    highest = max((len(stack) for stack in bars.values()), default=0)
    unit = min(UNIT_HEIGHT, BAR_HEIGHT / highest) if highest else 0
    line = HEAD + unit * highest
    return Chart(
        pattern=pattern,
        title=axis.title,
        height=line + FOOT + ROW * min(len(ranges), MAX_BRACKETS),
        axis=line,
        bars=tuple(_bar(axis, place.first, stack, line, unit) for place, stack in bars.items()),
        ticks=_ticks(axis, line + 15),
        brackets=_brackets(axis, ranges, line + FOOT + ROW / 2),
        rows=tuple(_row(axis, place, stack) for place, stack in in_order.items()),
    )


def _is_column(place: Place) -> bool:
    return place.first == place.last and place.begins and place.ends and not place.around


def _bar(axis: Axis, at: int, stack: Sequence[Mark], line: float, unit: float) -> Bar:
    side = sum(mark.side for mark in stack)
    main = len(stack) - side
    top, width = line - unit * len(stack), 1 / len(axis.columns)
    return Bar(
        x=_percent((at + (1 - FILL) / 2) * width),
        width=_percent(FILL * width),
        middle=_percent((at + 0.5) * width),
        main_y=round(line - unit * main, 1),
        main_height=round(unit * main, 1),
        side_y=round(top, 1),
        side_height=round(unit * side, 1),
        number_y=round(top - 4, 1),
        number=len(stack),
        label=f"{axis.columns[at].name}: {counted(len(stack), 'entry', 'entries')}",
        href=stack[0].href,
    )


def _ticks(axis: Axis, y: float) -> tuple[Tick, ...]:
    """The words under the axis, as many as have room; in a narrow column at the edge a word starts at the edge."""
    named = [(at, column.tick) for at, column in enumerate(axis.columns) if column.tick]
    every = -(-len(named) // MAX_TICKS)
    return tuple(
        Tick(x=_percent(at / len(axis.columns)), y=y, text=text, anchor="start")
        if at == 0 and len(axis.columns) > WIDE_COLUMNS
        else Tick(x=_percent((at + 0.5) / len(axis.columns)), y=y, text=text, anchor="middle")
        for at, text in named[::every]
    )


def _brackets(axis: Axis, ranges: Stacks, top: float) -> tuple[Bracket, ...]:
    """The first ranges from left to right, each on a row of its own."""
    shown = list(ranges.items())[:MAX_BRACKETS]
    return tuple(_bracket(axis, place, len(stack), top + ROW * row) for row, (place, stack) in enumerate(shown))


def _bracket(axis: Axis, place: Place, entries: int, y: float) -> Bracket:
    columns = len(axis.columns)
    reach = 0.5 if place.around else 0  # what is around a column is as wide as it
    x1 = 100 * (place.first + 0.5 - reach) / columns if place.begins else 0.0
    x2 = 100 * (place.last + 0.5 + reach) / columns if place.ends else 100.0
    anchor, text_x = _beside(x1, x2)
    ends = [x for x, is_end in ((x1, place.begins), (x2, place.ends)) if is_end]
    return Bracket(
        x1=f"{x1:.2f}%",
        x2=f"{x2:.2f}%",
        y=y,
        caps=tuple((f"{x:.2f}%", y - CAP, y + CAP) for x in ends),
        text=counted(entries, "entry", "entries"),
        text_x=f"{text_x:.2f}%",
        text_y=y + (-4 if anchor == "middle" else 4),
        anchor=anchor,
    )


def _beside(x1: float, x2: float) -> tuple[str, float]:
    """Where a bracket's text has room: after it, before it, or above its middle."""
    if x2 <= 100 - TEXT_ROOM:
        return "start", x2 + 1
    if x1 >= TEXT_ROOM:
        return "end", x1 - 1
    return "middle", (x1 + x2) / 2


def _row(axis: Axis, place: Place, stack: Sequence[Mark]) -> Row:
    side = sum(mark.side for mark in stack)
    return Row(label=place_name(axis, place), main=len(stack) - side, side=side)


def _percent(share: float) -> str:
    return f"{100 * share:.2f}%"
