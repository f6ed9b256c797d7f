"""The words without one of which a sentence has no date expression: most sentences have none, and are passed over.

In: the rules and words of a language. Out: words. Never: leaves out a word that a rule could do with alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import inf

from generator.language.dates import Rule

PIECE = re.compile(r"(?<![<!&])\b[A-Z][A-Za-z]*|[()|?]")
EDGES = frozenset({"Start", "End"})
# Short words are the frequent ones (Zipf's law of brevity): each letter more makes a word about so many times rarer.
RARER = 4.0
# Names of months and weekdays hardly stand anywhere but in dates; a word of which nothing is known stands everywhere.
GIVEN = {"Month": 0.0, "SureMonth": 0.0, "Weekday": 0.0, "SureWeekday": 0.0, "Word": inf, "Capital": inf}

Classed = frozenset[str]  # classes of which one must stand in what is found


def list_triggers(rules: Iterable[Rule], words: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """For each rule those words and marks that must be in what it finds, and are rare; figures count as such.

    `words` holds the classes of all words and marks. A class without any stands for figures, or for nothing.
    """
    weights = weigh(words)
    wanted = {name for rule in rules for name in rarest_clause(PIECE.findall(rule.pattern)[::-1], weights) or ()}
    return frozenset(rarest(word) for word, classes in words.items() if not wanted.isdisjoint(classes))


def weigh(words: Mapping[str, Iterable[str]]) -> Mapping[str, float]:
    """How frequent the words of each class are together."""
    weights: dict[str, float] = defaultdict(float)
    for word, classes in words.items():
        for name in classes:
            weights[name] += RARER ** -len(rarest(word))
    return {**weights, **GIVEN}


def rarest(words: str) -> str:
    """The longest word of an entry, the last of equally long ones, without the full stop of an abbreviation.

    >>> rarest("the day before yesterday"), rarest("the end of"), rarest("jan.")
    ('yesterday', 'end', 'jan')
    """
    longest = max(reversed(words.split()), key=len)
    return longest.removesuffix(".") or longest


def rarest_clause(pieces: list[str], weights: Mapping[str, float]) -> Classed | None:
    """The rarest classes of which one stands in all that a pattern matches, None where it may match nothing.

    The pieces lie in reverse order and are used up, up to the closing bracket.
    """
    alternatives: list[Classed | None] = []
    best: Classed | None = None
    while pieces and (piece := pieces.pop()) != ")":
        if piece == "|":
            alternatives.append(best)
            best = None
            continue
        clause = rarest_clause(pieces, weights) if piece == "(" else frozenset({piece}) - EDGES or None
        if pieces and pieces[-1] == "?":
            pieces.pop()
            continue
        best = min((found for found in (best, clause) if found), key=lambda found: weight(found, weights), default=None)
    alternatives.append(best)
    clauses = [clause for clause in alternatives if clause]
    return frozenset[str]().union(*clauses) if len(clauses) == len(alternatives) else None


def weight(clause: Classed, weights: Mapping[str, float]) -> tuple[float, list[str]]:
    """How frequent the words of the classes are; of equally frequent ones the order of their names decides."""
    return sum(weights.get(name, 0.0) for name in clause), sorted(clause)
