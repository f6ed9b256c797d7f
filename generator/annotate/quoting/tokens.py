"""A block cut into tokens, each quotation being one, so that the writer's own sentence can be read.

In: a block with its passages. Out: tokens numbered by sentence. Never: a word from inside a quotation.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from generator.annotate.quoting.blocks import Block
from generator.annotate.quoting.marks import Passage
from generator.language.sentences import sentence_words
from generator.language.speech import according_phrases, cue_forms, speech
from generator.model import Record

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|['’]s\b|[@#]?\w+(?:[.,]\d+)*(?:[-‐‑'’](?!s\b)\w+)*|-{2,3}|[^\w\s]")
ENDINGS = ".?!…。！？"
DASHES = frozenset({"-", "--", "---", "–", "—"})  # of tokens; a hyphen inside a word is a part of it

EUPHONIC = "-t"  # what French sets between a verb and the vowel of its subject
SMALL = 3  # letters of the words that a title may leave in lower case
TITLE = 4  # longer words of a title; fewer with capitals may be names

Piece = tuple[int, int, int | None]  # start, end, index of the passage or None


class Token(Record, frozen=True, kw_only=True):
    """A word, a punctuation character, or a whole quotation with its marks (`passage`: its index among the line's).

    `word` is in lower case with straight apostrophes, empty for a quotation. Numbers, handles and hashtags are words;
    `is_capital` says that a word is written like a name. `sentence` counts the block's sentences as the writer's own:
    what ends inside a quotation ends none.
    """

    start: int
    end: int
    text: str
    word: str
    is_word: bool
    is_capital: bool
    passage: int | None
    sentence: int


def find_tokens(text: str, block: Block, passages: Sequence[Passage]) -> tuple[Token, ...]:
    """The tokens of a block whose passages are known."""
    pieces = list(cut_pieces(text, block, passages))
    numbers = number_sentences(text, block, passages, pieces)
    tokens = [make_token(text, piece, number) for piece, number in zip(pieces, numbers, strict=True)]
    titled = find_titled(tokens)
    return tuple(replace(token, is_capital=False) if token.sentence in titled else token for token in tokens)


def find_titled(tokens: Sequence[Token]) -> frozenset[int]:
    """The sentences in title case, "Baker Says He Never Sold the Mill": there a capital tells nothing of a word."""
    long = [token for token in tokens if token.is_word and len(token.word) > SMALL and token.word.isalpha()]
    counted = Counter(token.sentence for token in long)
    lower = {token.sentence for token in long if not token.is_capital}
    return frozenset(number for number, count in counted.items() if count >= TITLE and number not in lower)


def make_token(text: str, piece: Piece, sentence: int) -> Token:
    """The token at a place."""
    start, end, passage = piece
    words = text[start:end]
    is_word = passage is None and any(character.isalnum() for character in words[:2])
    return Token(
        start=start,
        end=end,
        text=words,
        word="" if passage is not None else words.lower().replace("’", "'"),
        is_word=is_word,
        is_capital=is_word and (words[0].isupper() or words[0] in "@#"),
        passage=passage,
        sentence=sentence,
    )


def cut_pieces(text: str, block: Block, passages: Sequence[Passage]) -> Iterator[Piece]:
    """The pieces of a block in text order."""
    at = block.start
    for index, passage in enumerate(passages):
        yield from cut_words(text, at, passage.opening, block.language)
        yield passage.opening, passage.closing, index
        at = passage.closing
    yield from cut_words(text, at, block.end, block.language)


def cut_words(text: str, start: int, end: int, language: str) -> Iterator[Piece]:
    """Each word and mark; the full stop of an abbreviation or initial belongs to it."""
    abbreviations, words = sentence_words(language).abbreviations, speech(language)
    joins = bool(words.clitics or words.elided)
    at = start
    while found := WORD.search(text, at, end):
        first, at = found.span()
        if at < end and text[at] == "." and is_short(text[first : at + 1], abbreviations):
            at += 1
        ends, starts = find_join(text[first:at], language) if joins else (0, 0)
        if ends:
            yield first, first + ends, None
        yield first + starts, at, None


def find_join(word: str, language: str) -> tuple[int, int]:
    """Where the first of two joined words ends and the second starts, 0 where the word is one.

    A subject is joined by a hyphen ("dit-elle", "ajoute-t-elle"), a small word by an apostrophe ("dell'architetto"); a
    word that the lists hold as a whole is one.
    """
    words, form = speech(language), word.lower().replace("’", "'")
    verb, _, clitic = form.rpartition("-")
    if clitic in words.clitics:
        return len(verb.removesuffix(EUPHONIC)), len(word) - len(clitic)
    small, mark, _ = form.partition("'")
    listed = form in words.joins or form in cue_forms(language) or form in according_phrases(language)
    joined = len(small + mark) if mark and small + mark in words.elided and not listed else 0
    return joined, joined


def is_short(word: str, abbreviations: Sequence[str]) -> bool:
    """Whether a word with its full stop is an initial or an abbreviation that ends no sentence."""
    return (len(word) == len("J.") and word[0].isupper()) or word in abbreviations


def number_sentences(text: str, block: Block, passages: Sequence[Passage], pieces: Sequence[Piece]) -> list[int]:
    """The number of the sentence of each piece, from 0.

    A new one starts where a sentence of the block does outside of quotations, and behind a quotation that ends one.
    """
    starts = [start for start in block.starts if not is_inside(passages, start)]
    numbers: list[int] = []
    number, seen = 0, 0
    for index, (start, _, _) in enumerate(pieces):
        reached = bisect_right(starts, start)
        runs_on = index > 0 and pieces[index - 1][2] is not None and text[start].islower()
        if index and ((reached > seen and not runs_on) or ends_sentence(text, passages, pieces[index - 1], start)):
            number += 1
        seen = max(seen, reached)
        numbers.append(number)
    return numbers


def is_inside(passages: Sequence[Passage], offset: int) -> bool:
    """Whether an offset lies within a quotation, behind its opening mark."""
    index = bisect_right(passages, offset, key=lambda passage: passage.start) - 1
    return index >= 0 and offset < passages[index].closing


def ends_sentence(text: str, passages: Sequence[Passage], before: Piece, start: int) -> bool:
    """Whether the piece before an offset is a quotation that ends a sentence: a capital or a mark follows."""
    if before[2] is None or text[passages[before[2]].end - 1] not in ENDINGS:
        return False
    behind = passages[before[2] + 1].opening if before[2] + 1 < len(passages) else None
    return text[start].isupper() or start == behind
