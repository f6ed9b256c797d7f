"""How large the measured work is: the whole run, a short one, and a tiny one that only shows that everything works."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Sizes, ascending. `sources`, `published` and `decided_sources` count sources, `lengths` and `hostile` characters.

    `named` is the greatest number of sources for which finding and merging names is judged.
    """

    sources: tuple[int, ...]
    named: int
    lengths: tuple[int, ...]
    hostile: tuple[int, ...]
    published: tuple[int, ...]
    decisions: tuple[int, ...]
    decided_sources: int
    peer_sources: int
    rounds: int
    trials: int


WHOLE = Plan(
    sources=(125, 250, 500, 1000, 2000),
    named=1000,
    lengths=(125_000, 250_000, 500_000, 1_000_000),
    hostile=(25_000, 50_000, 100_000, 200_000),
    published=(100, 200, 400),
    decisions=(1250, 2500, 5000, 10_000),
    decided_sources=200,
    peer_sources=8,
    rounds=7,
    trials=3,
)
SHORT = Plan(
    sources=(50, 100, 200, 400),
    named=400,
    lengths=(62_500, 125_000, 250_000),
    hostile=(10_000, 20_000, 40_000),
    published=(20, 40, 80),
    decisions=(400, 800, 1600),
    decided_sources=40,
    peer_sources=3,
    rounds=5,
    trials=4,
)
TINY = Plan(
    sources=(3, 6),
    named=6,
    lengths=(2_000, 4_000),
    hostile=(400, 800),
    published=(2, 3),
    decisions=(6, 12),
    decided_sources=3,
    peer_sources=1,
    rounds=1,
    trials=1,
)
PLANS = {"whole": WHOLE, "short": SHORT, "tiny": TINY}
