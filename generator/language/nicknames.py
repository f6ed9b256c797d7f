"""Short forms of given names and the names for which they stand.

In: nothing but the word lists. Out: pairs. Never: says that two people are one.
"""

from collections.abc import Iterator
from functools import cache

from generator.language.loader import load
from generator.language.name_lists import NameData


@cache
def nickname_pairs() -> frozenset[tuple[str, str]]:
    """Each short form with each name for which it may stand."""
    return frozenset(pairs_in(load("names", "mul", NameData).nicknames))


def pairs_in(text: str) -> Iterator[tuple[str, str]]:
    """The pairs of a data field whose lines are a word and those to which it goes.

    >>> list(pairs_in("ned: edmund edward"))
    [('ned', 'edmund'), ('ned', 'edward')]
    """
    for line in text.splitlines():
        short, _, full = line.partition(":")
        yield from ((short, word) for word in full.split())
