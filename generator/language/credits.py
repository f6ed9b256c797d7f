"""Words by which a text says from whom it has what it tells: phrases around an outlet's name, what outlets are called.

In: a BCP 47 tag. Out: words in lower case. Never: names of outlets.
"""

from generator.language.loader import load
from generator.model import Record

NONE: frozenset[str] = frozenset()


class Credits(Record, frozen=True, kw_only=True):
    """A data file.

    `before` are phrases that end right before the name of an outlet to which something is credited, but for an article
    and what kind of outlet it is; `behind` those that follow it. `not_behind` follow it where it acts for itself.
    `kinds` are nouns that tell before or behind a name that it is an outlet's, `heads` words in which such names begin
    or end.
    """

    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    not_behind: tuple[str, ...] = ()
    articles: frozenset[str] = NONE
    kinds: tuple[str, ...] = ()
    heads: frozenset[str] = NONE


def credit_words(language: str) -> Credits:
    """The words of a language, empty where it has no file."""
    words: Credits = load("credits", language, Credits)
    return words
