"""Words by which a text says that what it quotes was said some time before, not in the news of the day.

In: a BCP 47 tag. Out: words in lower case. Never: dates anything.
"""

from generator.language.loader import load
from generator.model import Record

NONE: frozenset[str] = frozenset()


class Recall(Record, frozen=True, kw_only=True):
    """A data file.

    `perfect` are the auxiliaries that put a verb of saying before the time of the report; a language whose plain past
    is a perfect lists its pluperfect alone. `adverbs` may stand between the two. `recalling` are words that look back
    by themselves.
    """

    perfect: frozenset[str] = NONE
    adverbs: frozenset[str] = NONE
    recalling: frozenset[str] = NONE


def recall(language: str) -> Recall:
    """The words of a language, empty where it has no file."""
    words: Recall = load("recall", language, Recall)
    return words
