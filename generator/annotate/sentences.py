"""A source cut into sentences: outside the furniture, never across a line break, a part, a caption or the title.

The library `sentencex` proposes borders; a few rules of language in general move them or take them back.

In: a source. Out: its sentences in text order. Never: changes a character, drops text that is not furniture.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import TypeVar

import sentencex

from generator.language.loader import primary
from generator.language.sentences import sentence_words
from generator.language.speech import speech, verb_forms
from generator.model import Caption, Furniture, Part, Sentence, SentenceRole, Source
from generator.spans import anchor_ids, cut

Piece = TypeVar("Piece", Part, Furniture, Caption)

WINDOW = 4000  # code points given to sentencex at once: its search for quotation marks is quadratic in them
NEAR = 80  # code points looked at on either side of a border
WORD = re.compile(r"[^\W_]")
LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
MARKS = "“”‘’„‚«»‹›\"'"
OPENING = MARKS + "([{「『"
OPENING_CLASS = re.escape(OPENING)
ATTACHED = re.compile(rf"(?:[{MARKS})\]}}」』](?=[\s{MARKS}).,;:]|$)|[\u2070-\u209f²³¹])+")
CLOSED = re.compile(rf"[.!?…。！？][{MARKS})\]」』]+$")
ASKED = re.compile(rf"[!?…！？][{MARKS}」』]+$")
UNSPACED_STOP = re.compile(rf"[。！？।؟۔][{MARKS}）」』]*$|[.!?…][{MARKS})\]]+$")
RUN_ON = re.compile(r"[^\W\d_]*[^\W\d_A-Z][.!?…]$")
ADDRESS = re.compile(r"[/@]|\bwww\.", re.IGNORECASE)
ORDINAL = re.compile(r"(?:^|[\s(])\d{1,2}\.$")
ENDING = ".,;:!?…"
NUMBERING = re.compile(r"\W*(?:\d{1,3}|[^\W\d_])[.)]\s*")
SUBJECT_WORDS = 4  # of the name with which a speech clause begins


def find_sentences(source: Source) -> tuple[Sentence, ...]:
    """The sentences of a source, white space at their ends left off. Together they hold all that is not furniture."""
    places = [
        (cut(source, start + first, start + last), paragraph, role_at(source, start), language)
        for paragraph, start, end in stretches(source)
        for language in (language_at(source, start),)
        for first, last in split(source.text[start:end], language)
    ]
    ids = anchor_ids("p", [span for span, *_ in places])
    return tuple(
        Sentence(
            source=span.source,
            part=span.part,
            start=span.start,
            end=span.end,
            text=span.text,
            id=id,
            paragraph=paragraph,
            role=role,
            language=language,
        )
        for id, (span, paragraph, role, language) in zip(ids, places, strict=True)
    )


def stretches(source: Source) -> Iterator[tuple[int, int, int]]:
    """(paragraph, start, end) of text outside furniture that no line break, part, caption or title divides."""
    borders = list_borders(source)
    lines = (line for line in LINE.finditer(source.text) if not line.group().isspace())
    for paragraph, line in enumerate(lines):
        inner = borders[bisect_right(borders, line.start()) : bisect_right(borders, line.end() - 1)]
        edges = [line.start(), *inner, line.end()]
        for start, end in pairwise(edges):
            if holder(source.furniture, start) is None:
                yield paragraph, start, end


def list_borders(source: Source) -> list[int]:
    """Where furniture, a part, a caption or the title starts or ends: sorted offsets."""
    title = (source.title_span,) if source.title_span else ()
    ranges = (*source.furniture, *source.parts, *source.captions, *title)
    return sorted({offset for piece in ranges for offset in (piece.start, piece.end)})


def holder(pieces: Sequence[Piece], offset: int) -> Piece | None:
    """Which of the pieces (sorted by start, not overlapping) holds the offset."""
    index = bisect_right(pieces, offset, key=lambda piece: piece.start) - 1
    return pieces[index] if index >= 0 and offset < pieces[index].end else None


def role_at(source: Source, offset: int) -> SentenceRole:
    """Whether the title, a caption or running text stands there."""
    if source.title_span and source.title_span.start <= offset < source.title_span.end:
        return "title"
    return "caption" if holder(source.captions, offset) else "body"


def language_at(source: Source, offset: int) -> str:
    """The language of the part that holds the offset, else of the source."""
    part = holder(source.parts, offset)
    return part.language if part else source.language


def split(text: str, language: str) -> Iterator[tuple[int, int]]:
    """(start, end) of the sentences of one line, without the white space around them."""
    borders = [moved(text, border) for border in proposed(text, primary(language))]
    start, word = 0, next_word(text, 0)
    for border, follower in pairwise([*borders, len(text)]):
        wordless = border <= word or next_word(text, border, follower) == follower
        if start < border < follower and not wordless and holds(text, start, border, language):
            yield trimmed(text, start, border)
            start, word = border, next_word(text, border)
    if text[start:].strip():
        yield trimmed(text, start, len(text))


def next_word(text: str, start: int, end: int | None = None) -> int:
    """Where the next letter or digit stands, `end` where there is none before it."""
    end = len(text) if end is None else end
    found = WORD.search(text, start, end)
    return found.start() if found else end


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without the white space at its ends."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def proposed(text: str, language: str) -> list[int]:
    """The inner borders that sentencex or the plain words show, ascending. It is given a long text in windows."""
    borders: list[int] = []
    at = 0
    while at < len(text):
        window = text[at : at + WINDOW]
        ends = list(accumulate(map(len, sentencex.segment(language, window))))
        borders += [at + end for end in ends[:-1]]
        last = ends[-2] if len(ends) > 1 and ends[-2] > WINDOW // 2 else WINDOW
        at += last if len(window) == WINDOW else len(window)
    for pattern in filter(None, (plain_stop(language), clock_stop(language))):
        borders += [stop.end() for stop in pattern.finditer(text)]
    return outside_eras(text, borders, language)


def outside_eras(text: str, borders: Sequence[int], language: str) -> list[int]:
    """The borders, ascending: none inside an era of years ("a. C."), one behind it where a sentence opens."""
    pattern = era(language)
    eras = list(pattern.finditer(text)) if pattern else []
    inner = {offset for found in eras for offset in range(found.start() + 1, found.end() + 1)}
    return sorted(({*borders} - inner) | {found.end() for found in eras if found["opener"]})


@cache
def era(language: str) -> re.Pattern[str] | None:
    """An era of years with the white space behind it, and the word there if it opens a sentence."""
    words = sentence_words(language)
    eras = "|".join(re.escape(one).replace(r"\ ", r"\s?") for one in words.eras)
    openers = "|".join(map(re.escape, words.openers))
    return re.compile(rf"(?<!\w)(?:{eras})(?:\s+(?=(?P<opener>(?:{openers})\b)?))?") if eras else None


@cache
def clock_stop(language: str) -> re.Pattern[str] | None:
    """A time of day with the white space behind it where a quotation opens a sentence: '7 a.m. "This bridge'."""
    words = sentence_words(language)
    clock, openers = ("|".join(map(re.escape, some)) for some in (words.clock, words.openers))
    return re.compile(rf"(?<!\w)(?:{clock})\s+(?=[{OPENING_CLASS}](?:{openers})\s[a-z])") if clock else None


@cache
def plain_stop(language: str) -> re.Pattern[str] | None:
    """What ends a sentence although its last word looks like an abbreviation, with the white space behind it."""
    words = "|".join(map(re.escape, sentence_words(language).plain))
    return re.compile(rf"(?<!\w)(?:{words})\.[{MARKS})]*\s+(?=[A-Z{OPENING_CLASS}])") if words else None


def moved(text: str, border: int) -> int:
    """The border with closing marks before it and opening marks behind it."""
    attached = ATTACHED.match(text, border)
    if attached and not text[border - 1].isspace():
        return attached.end()
    while border > 1 and text[border - 1] in OPENING and (text[border - 2].isspace() or text[border - 2] in OPENING):
        border -= 1
    return border


def holds(text: str, start: int, border: int, language: str) -> bool:
    """Whether a sentence ends there, as far as the words beside the border tell."""
    before, after = text[max(start, border - NEAR) : border], text[border : border + NEAR]
    glued = not before[-1].isspace() and not after[0].isspace()
    before, after = before.rstrip(), after.lstrip()
    if glued and not ends_unspaced(before, after):
        return False
    if NUMBERING.fullmatch(before) or (CLOSED.search(before) and after[0].islower()):
        return False
    if ASKED.search(before) and is_speech_clause(after, language):
        return False
    return not is_abbreviated(before, after, language)


def ends_unspaced(before: str, after: str) -> bool:
    """Whether a sentence ends although no white space follows: lost behind a mark, or between two plain words."""
    if UNSPACED_STOP.search(before):
        return not after[0].islower()
    token = before.rsplit(maxsplit=1)[-1] + after.split(maxsplit=1)[0]
    return bool(RUN_ON.search(before)) and after[:1].isupper() and after[1:2].islower() and not ADDRESS.search(token)


def is_speech_clause(after: str, language: str) -> bool:
    """Whether the words behind a quotation say whose it is: "Ann asked.", "Ann Lee asked in the hall."."""
    words = [*after.split(maxsplit=SUBJECT_WORDS + 2), ""][: SUBJECT_WORDS + 2]
    if words[0] in sentence_words(language).openers or not words[0].isalpha():
        return False
    for word, follower in pairwise(words[1:]):
        if word.rstrip(ENDING) in verb_forms(language):
            return word[-1] in ENDING or not follower or follower in speech(language).prepositions
        if word[-1] in ENDING:
            return False
    return False


def is_abbreviated(before: str, after: str, language: str) -> bool:
    """Whether the full stop belongs to a word: an abbreviation, an ordinal, a time of day with its day behind it."""
    words = sentence_words(language)
    last = before.rsplit(maxsplit=1)[-1].lstrip(OPENING)
    if last in words.clock:
        return after.split(maxsplit=1)[0].rstrip(".,;:") in words.clock_followers
    return last in words.abbreviations or (words.ordinals and bool(ORDINAL.search(before)))
