"""What a word or mark may be in or beside a date expression, wherever it stands.

In: a piece of text, a language. Out: its classes, its tense. Never: looks at what stands around it.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from generator.annotate.dates_grammar import HYPHEN, MARKS, NAMES, THINGS, Grammar, grammar
from generator.language.dates import Classes, Meaning, date_words
from generator.model import Record, Tense

VOCABULARY = 1 << 15  # words that are kept: more than a long book has
SHORTEST_ENDING = 3  # letters before an ending: "need", "red" and "bed" are no past forms
DIGITS = frozenset("0123456789")


class Word(Record, frozen=True, kw_only=True):
    """A piece of text with its classes, for which `character` stands.

    `depends` says whether it may be more where it stands: a `figure`, the start of one of the `phrases` (by their
    second word), an abbreviation, which has the classes `dotted` with its full stop, a hyphen. `is_verb` says whether
    it has a tense, `is_trigger` whether a date expression may be where it stands.
    """

    classes: Classes
    character: str
    is_verb: bool
    is_trigger: bool
    depends: bool
    figure: bool
    phrases: Mapping[str, Sequence[tuple[str, ...]]]
    dotted: Classes | None


@lru_cache(maxsize=VOCABULARY)
def known(piece: str, language: str) -> Word:
    """What the language's lists say of a piece of text."""
    rules = grammar(language)
    is_word = piece[0].isalnum() and not piece[0].isdecimal()
    classes = classify_word(piece, rules) if is_word else classify_mark(piece)
    phrases = rules.phrases.get(plain(piece), {})
    dotted = classify_word(f"{piece}.", rules) if is_word and f"{piece.lower()}." in rules.words else None
    figure = piece[0] in DIGITS
    return Word(
        classes=classes,
        character=rules.character(classes),
        is_trigger=figure or plain(piece).removesuffix(".") in rules.triggers,
        is_verb=tense_of(piece, language) is not None,
        depends=bool(phrases) or dotted is not None or figure or piece == HYPHEN,
        figure=figure,
        phrases=phrases,
        dotted=dotted,
    )


def plain(piece: str) -> str:
    """A piece as the entries of the lists are written."""
    return piece.lower().replace("’", "'")


def classify_word(word: str, rules: Grammar) -> Classes:
    """The classes of a word; one that no list has is only "Word" or "Capital".

    In lower case, it is no name of a month or weekday where these always have a capital.
    """
    classes = rules.words.get(word.lower())
    if classes is None:
        names = ("Capital",) if word[0].isupper() else THINGS if is_plural(word, rules) else ("Word",)
        return {name: Meaning() for name in names}
    if rules.settings.capitalised and word[0].islower() and not NAMES.isdisjoint(classes):
        return {name: meaning for name, meaning in classes.items() if name not in NAMES}
    return classes


def is_plural(word: str, rules: Grammar) -> bool:
    """Whether a word may name several things, as far as its ending tells."""
    return len(word) > SHORTEST_ENDING and word.endswith(rules.settings.plural_endings or ("\0",))


def classify_mark(mark: str) -> Classes:
    """The classes of a mark that stands alone."""
    return {name: Meaning() for name in MARKS.get(mark, ())}


@lru_cache(maxsize=VOCABULARY)
def tense_of(word: str, language: str) -> Tense | None:
    """The tense that a verb form speaks of, None for any other word. Capitals count: "May" is no verb."""
    tenses = date_words(language).tenses
    if word in tenses.future:
        return "future"
    if word in tenses.present:
        return "present"
    ends_past = word[:1].islower() and any(
        len(word) >= len(end) + SHORTEST_ENDING and word.endswith(end) for end in tenses.past_endings
    )
    return "past" if ends_past or word in tenses.past else None
