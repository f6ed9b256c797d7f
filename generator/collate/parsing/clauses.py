"""A sentence divided into its clauses and phrases, as far as commas and small words show them.

In: a sentence's text, its language, the dates in it. Out: pieces, which of them is the main clause, what is a verb.
Never: a parse; what no list of the language names is taken for a part of the main clause.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Literal, NamedTuple

from generator.collate.shingles import WORD, fold
from generator.language.reports import report_words
from generator.language.speech import speech, verb_forms
from generator.language.telling import may_be_past, telling_words

PieceKind = Literal["main", "phrase", "side"]

BORDER = re.compile(r"[,;:][”\"»’']?\s+|\s+[—–-]+\s+|[—–]|\s+\(|\)\s*")
KEPT = 256  # sentences: one is divided several times in a row, by who looks for its act, dates, clauses
VERB_LETTERS = 5  # of a word that is known for a verb by its ending alone


class Piece(NamedTuple):
    """Half-open offsets in the sentence; `kind` tells the main clause, a phrase beside it, a side clause."""

    start: int
    end: int
    kind: PieceKind


def divide(text: str, language: str, dates: Iterable[tuple[int, int]]) -> list[Piece]:
    """The pieces of a sentence in order; borders inside a date do not count. Exactly one piece is the main clause."""
    return list(divide_once(text, language, tuple(dates)))


@lru_cache(maxsize=KEPT)
def divide_once(text: str, language: str, dates: tuple[tuple[int, int], ...]) -> tuple[Piece, ...]:
    """The pieces, kept for the next who asks for those of the same sentence."""
    ranges = list(cut_pieces(text, language, dates))
    side = list(list_side([text[start:end] for start, end in ranges], language))
    able = [number for number, aside in enumerate(side) if not aside] or [0]
    verbal = (number for number in able if has_verb(text[slice(*ranges[number])], language))
    opening = (number for number in able if may_be_past(first_word(text[slice(*ranges[number])]), language))
    main = next(chain(verbal, opening), able[0])
    return tuple(
        Piece(start, end, "main" if number == main else "side" if side[number] else "phrase")
        for number, (start, end) in enumerate(ranges)
    )


def cut_pieces(text: str, language: str, dates: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The ranges between commas, dashes, brackets and before the words that open a side clause."""
    openers = report_words(language).clauses - speech(language).determiners  # these open one only behind a comma
    cuts = [(border.start(), border.end()) for border in BORDER.finditer(text)]
    cuts += [(word.start(), word.start()) for word in WORD.finditer(text) if fold(word.group()) in openers]
    start = 0
    for end, following in sorted(cuts):
        if end > start and not any(first < following and end < last for first, last in dates):
            yield start, end
        if following > start and not any(first < following and end < last for first, last in dates):
            start = following
    if start < len(text):
        yield start, len(text)


def list_side(pieces: Sequence[str], language: str) -> Iterator[bool]:
    """For each piece whether it opens as a side clause does: with a word for it, a participle, an attribution.

    A form that may be a participle is the main verb behind an apposition ("Ann Lee, the mayor, closed the mill"); it is
    a participle directly behind the first piece ("The mill, closed in May, burned") and behind a main verb.
    """
    seen_verb = False
    for number, piece in enumerate(pieces):
        word, words = first_word(piece), speech(language)
        opens = word in words.relatives | words.subordinators | report_words(language).clauses
        gerund = number > 0 and word.endswith(words.gerund_endings or ("\0",))
        participle = number > 0 and is_participle(word, language) and not is_finite(word, language)
        according = piece.lstrip().casefold().startswith(words.according or ("\0",))
        is_side = gerund or according or (opens and (number > 0 or word not in words.determiners))
        is_side = is_side or (participle and (seen_verb or number == 1))
        seen_verb = seen_verb or (not is_side and has_verb(piece, language))
        yield is_side


def find_joins(text: str, language: str, start: int) -> Iterator[int]:
    """The offsets from `start` on where a conjunction adds a second predicate or clause in "that" without a comma.

    Behind a verb it does not end a predicate ("bought and closed the mill"), before a participle that no small word
    follows it may join attributes ("deep and widened cracks"). Only what adds is a border: an "or" or "but" is not.
    """
    lexicon = speech(language)
    adding = (lexicon.conjunctions & report_words(language).openings) - lexicon.contrasts
    small = lexicon.determiners | lexicon.prepositions | lexicon.pronouns | lexicon.infinitive | lexicon.that
    words = list(WORD.finditer(text, start))
    folded = [fold(word.group()) for word in words]
    for at in range(1, len(words) - 2):
        before, joint, after, next_one = folded[at - 1 : at + 3]
        can_open = after in lexicon.that or (is_verb_form(after, language) and next_one in small)
        if joint in adding and can_open and not is_verb_form(before, language):
            yield words[at - 1].end()


def is_verb_form(word: str, language: str) -> bool:
    """Whether a word may be a verb, finite or a participle."""
    return is_verb(word, language) or is_participle(word, language)


def is_participle(word: str, language: str) -> bool:
    """Whether a word may be a past participle."""
    return word in report_words(language).participles or word.endswith(speech(language).verb_endings or ("\0",))


def is_finite(word: str, language: str) -> bool:
    """Whether a form of a verb of saying is the main one of a clause: "said" may be, "written" is not."""
    words = telling_words(language)
    return word in verb_forms(language) and (word not in words.participles or word in words.past)


def first_word(text: str) -> str:
    """The first word, folded; "" where there is none."""
    found = WORD.search(text)
    return fold(found.group()) if found else ""


def has_verb(text: str, language: str) -> bool:
    """Whether a word of the text is known for a verb; one with a capital is a name, unless it is the first."""
    words = [word.group() for word in WORD.finditer(text)]
    return any(is_verb(fold(word), language) for at, word in enumerate(words) if not at or word[0].islower())


def is_verb(word: str, language: str) -> bool:
    """Whether a word is a verb that stands by itself, known by a list or its ending."""
    words, form = speech(language), verb_forms(language).get(word)
    if word in words.auxiliaries or word in words.verbs:
        return True
    if form and form.shape == "finite":
        return word not in words.also_nouns
    return len(word) >= VERB_LETTERS and word.endswith(words.verb_endings or ("\0",))
