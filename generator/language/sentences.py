"""What ends no sentence, although it looks so: abbreviations, ordinals, times of day.

In: a BCP 47 tag. Out: words, as they are written. Never: a rule of its own.
"""

from generator.language.loader import load
from generator.model import Record


class SentenceWords(Record, frozen=True, kw_only=True):
    """Words as written, capitals included.

    `abbreviations` never end a sentence. `ordinals` says whether "3." is read "third". `clock` abbreviations end one
    unless one of `clock_followers` comes next ("10 p.m. Monday"). `openers` with a capital open a sentence: none of
    them is the name with which a speech clause begins. `plain` words are none of the abbreviations that they look like.
    `eras` of years in several words ("a. C.") end a sentence only before one of `openers`.
    """

    abbreviations: tuple[str, ...] = ()
    ordinals: bool = False
    plain: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    clock: tuple[str, ...] = ()
    clock_followers: tuple[str, ...] = ()
    eras: tuple[str, ...] = ()


def sentence_words(language: str) -> SentenceWords:
    """The words of a language, empty lists where it has no file."""
    words: SentenceWords = load("sentences", language, SentenceWords)
    return words
