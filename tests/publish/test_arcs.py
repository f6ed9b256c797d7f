"""Names joined by arcs: their order, their places, the same drawing whatever the order of the ties."""

import random

from hypothesis import given
from hypothesis import strategies as st

from generator.publish.arcs import REACH, ROW, THICKEST, draw_arcs, order_names

TIES = st.dictionaries(
    st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda tie: tie[0] < tie[1]), st.integers(1, 90), min_size=1
)


def test_those_with_ties_to_one_stand_on_both_sides_of_it() -> None:
    order = order_names({(0, 1): 1, (0, 2): 1, (0, 3): 1, (0, 4): 1})
    assert order.index(0) == 2


def test_a_strong_tie_stands_close() -> None:
    order = order_names({(0, 1): 1, (0, 2): 9, (0, 3): 1})
    assert abs(order.index(0) - order.index(2)) == 1


@given(TIES)
def test_every_name_has_its_row_and_every_tie_its_arc(ties: dict[tuple[int, int], int]) -> None:
    drawn = draw_arcs(ties)
    assert sorted(drawn.order) == sorted({name for tie in ties for name in tie})
    assert drawn.rows == tuple(ROW * at + ROW // 2 for at in range(len(drawn.order)))
    assert sorted(arc.tie for arc in drawn.arcs) == sorted(ties)
    row_of = dict(zip(drawn.order, drawn.rows, strict=True))
    for arc in drawn.arcs:
        assert {arc.top, arc.bottom} == {row_of[name] for name in arc.tie}
        assert 0 < arc.reach <= REACH
        assert arc.width <= THICKEST


@given(TIES, st.randoms(use_true_random=False))
def test_the_order_in_which_ties_are_given_changes_nothing(
    ties: dict[tuple[int, int], int], chance: random.Random
) -> None:
    shuffled = list(ties.items())
    chance.shuffle(shuffled)
    assert draw_arcs(dict(shuffled)) == draw_arcs(ties)
