"""Who is named with whom, drawn: names in a column, an arc between two that stand in one sentence.

The order of the names keeps arcs short: it begins with the one that has most ties, and grows above and below it by the
one that is drawn most strongly to those already placed. Places are pixels: names keep their size on every screen.

In: numbers of names and the strength of their ties. Out: records that a template draws as SVG. Never: markup, names.
"""

import math
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence

from generator.model import Record

ROW = 26  # pixels from one name to the next: room for a finger
REACH = 140  # pixels that the widest arc stands out: what a telephone has beside the names
THINNEST, THICKEST = 1.0, 6.0  # pixels
WIDTH_PER_DOUBLING = 1.25  # pixels that an arc grows by each time its count doubles

Tie = tuple[int, int]  # numbers of two names, the smaller first
Ties = Mapping[Tie, int]  # in how many sentences both stand


class Arc(Record, frozen=True, kw_only=True):
    """A tie between two rows: from `top` to `bottom`, standing out by `reach`, all in pixels."""

    top: int
    bottom: int
    reach: float
    half: float
    width: float
    tie: Tie


class Arcs(Record, frozen=True, kw_only=True):
    """A drawing: `order` are the numbers of the names from top to bottom, `rows` the pixels at which they stand."""

    height: int
    order: tuple[int, ...]
    rows: tuple[int, ...]
    arcs: tuple[Arc, ...]


def draw_arcs(ties: Ties) -> Arcs:
    """The drawing of all ties; names without one are not in it."""
    order = order_names(ties)
    row_of = {name: ROW * at + ROW // 2 for at, name in enumerate(order)}
    longest = max((abs(row_of[a] - row_of[b]) for a, b in ties), default=0)
    arcs = [_arc(tie, count, sorted((row_of[tie[0]], row_of[tie[1]])), longest) for tie, count in ties.items()]
    return Arcs(
        height=ROW * len(order),
        order=order,
        rows=tuple(row_of[name] for name in order),
        arcs=tuple(sorted(arcs, key=lambda arc: (arc.top - arc.bottom, arc.top))),
    )


def order_names(ties: Ties) -> tuple[int, ...]:
    """The names from top to bottom; of equals the one with more ties, then with the smaller number, comes first.

    >>> order_names({(0, 1): 1, (1, 2): 5, (1, 3): 2})
    (3, 1, 2, 0)
    """
    strength: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for (a, b), count in ties.items():
        strength[a][b] = strength[b][a] = count
    left = sorted(strength, key=lambda name: (-sum(strength[name].values()), name))
    placed: deque[int] = deque(left[:1])
    left = left[1:]
    while left:
        sides = (list(reversed(placed)), list(placed))
        _, at, up = min(
            (-_pull(strength[name], side), at, up) for at, name in enumerate(left) for up, side in enumerate(sides)
        )
        (placed.appendleft if up else placed.append)(left.pop(at))
    return tuple(placed)


def _pull(ties: Mapping[int, int], placed: Sequence[int]) -> float:
    """How strongly a name is drawn to those already placed, given with the nearest first."""
    return sum(ties.get(name, 0) / away for away, name in enumerate(placed, start=1))


def _arc(tie: Tie, count: int, rows: Sequence[int], longest: int) -> Arc:
    top, bottom = rows
    return Arc(
        top=top,
        bottom=bottom,
        reach=round(REACH * math.sqrt((bottom - top) / longest), 1),
        half=(bottom - top) / 2,
        width=round(min(THICKEST, THINNEST + WIDTH_PER_DOUBLING * math.log2(count)), 1),
        tie=tie,
    )
