"""Marks photo captions by the credit that they carry, and the picture's label directly above one.

A credit is a label with names behind it ("Photo: Ann Lee / Agency"), names in brackets at the line's end
("(Ann Lee/Agency)"), or a © with names; nothing but names and the words of credits may stand in it.

In: stored text and its lines. Out: captions, and the labels as furniture. Never: decides what a caption dates.
"""

import re
from collections.abc import Sequence
from functools import cache

from generator.ingest.lines import Line, count_words, has_full_stop, separates_paragraphs
from generator.ingest.names import is_names
from generator.language.loader import languages
from generator.language.page import page_words
from generator.model import Caption, Furniture, Record

LONGEST = 500  # characters: a longer line is a paragraph, whatever it ends in
CAPTION_WORDS = 45  # above a credit on its own line; a longer line is a paragraph of the text
CREDIT_WORDS = 10
FEW_WORDS = 3  # agencies that write themselves in lower case, "supplied", "the author"
LABEL_WORDS = 14
PHOTO_LABEL_WORDS = 6  # "City Herald Photo" names an outlet and no more
NO_PICTURE = frozenset({"credit", "credits"})  # labels that do not say of what
LABEL = "photo label"
BRACKETS = re.compile(r"\(([^()]{3,120})\)(\.?)[”\"]?$")


class Captions(Record, frozen=True, kw_only=True):
    """The captions of a page and the labels above them, each sorted."""

    captions: tuple[Caption, ...]
    labels: tuple[Furniture, ...]


class Credits(Record, frozen=True, kw_only=True):
    """The words of credits in all languages, in lower case; `label` finds what opens a credit."""

    label: re.Pattern[str]
    captions: tuple[str, ...]
    words: frozenset[str]
    photo: frozenset[str]


def find_captions(text: str, lines: Sequence[Line]) -> Captions:
    """Lines with a photo credit. A credit on a line of its own takes the line directly above it as its caption."""
    blocks = separates_paragraphs(lines)
    captions: list[Caption] = []
    labels: list[Furniture] = []
    for index, line in enumerate(lines):
        place = credit_start(line.text)
        if place is None:
            continue
        start = line.start
        if index and _is_label(lines[index - 1], line, first=index == 1):
            above = lines[index - 1]
            labels.append(Furniture(start=above.start, end=above.end, text=above.text, rule=LABEL))
        elif place == 0 and blocks and _ends_pair(lines, index):
            start = lines[index - 1].start
        if not captions or captions[-1].end <= start:
            captions.append(Caption(start=start, end=line.end, text=text[start : line.end]))
    return Captions(captions=tuple(captions), labels=tuple(labels))


def credit_start(text: str) -> int | None:
    """Where the photo credit of a line begins, None where it has none; 0 where it is nothing but a credit.

    >>> credit_start("The bridge at dusk. (Ann Lee/Agency)"), credit_start("It costs more (in time and money)")
    (20, None)
    """
    if len(text) > LONGEST:
        return None
    if text[:1].isupper() and text.casefold().startswith(_credits().captions):
        return len(text)
    for find in (_bracketed, _labelled, _signed):
        place = find(text)
        if place is not None:
            return place
    return None


def _bracketed(text: str) -> int | None:
    """A credit in brackets at the end: with a word of credits, or as names on both sides of a stroke."""
    found = BRACKETS.search(text)
    if not found or not _is_names(found[1]):
        return None
    words = found[1].casefold().replace("/", " ").replace(":", " ").split()
    if _credits().photo & set(words):
        return found.start()
    sides = [side.split() for side in found[1].split("/")]
    two_names = len(sides) > 1 and all(sides) and max(len(side) for side in sides) > 1
    before = text[: found.start()].rstrip()
    in_sentence = bool(found[2]) and bool(before) and not has_full_stop(before)
    return found.start() if (two_names or "via" in words) and not in_sentence else None


def _labelled(text: str) -> int | None:
    """A credit behind its label, where a line or sentence begins: names, or few words ("Photo: supplied")."""
    for found in _credits().label.finditer(text):
        rest = text[found.end() :].strip()
        label = found[1].rstrip(": ").casefold()
        few = found[1].endswith(":") and label in _credits().photo and 0 < len(rest.split()) <= FEW_WORDS
        if found[1][0].isupper() and (_is_names(rest) or (few and not has_full_stop(rest))):
            return found.start(1)
    return None


def _signed(text: str) -> int | None:
    """A © with names behind a caption; with a year it is the page's own copyright line."""
    place = text.rfind("©")
    names = text[place + 1 :]
    return place if place > 0 and _is_names(names) and not any(c.isdigit() for c in names) else None


def _is_names(text: str) -> bool:
    return is_names(text, _credits().words, CREDIT_WORDS)


def _is_label(above: Line, caption: Line, *, first: bool) -> bool:
    """Whether the line above a caption is the picture's own label, which the caption repeats or goes on from."""
    if caption.blanks or has_full_stop(above.text) or count_words(above.text, LABEL_WORDS + 1) > LABEL_WORDS:
        return False
    words = above.text.split()
    if words[-1].casefold() in _credits().photo and len(words) <= PHOTO_LABEL_WORDS:
        return all(word[0].isupper() for word in words)
    return not first and caption.text.casefold().startswith(above.text.casefold())


def _ends_pair(lines: Sequence[Line], index: int) -> bool:
    """Whether a line and the one directly above it, which is no headline, stand alone between blank lines."""
    if not index or lines[index].blanks or (index + 1 < len(lines) and not lines[index + 1].blanks):
        return False
    above = lines[index - 1]
    apart = above.blanks > 0 if index > 1 else has_full_stop(above.text)
    return apart and count_words(above.text, CAPTION_WORDS + 1) <= CAPTION_WORDS


@cache
def _credits() -> Credits:
    data = [page_words(language) for language in languages("page")]
    openings = sorted({word for words in data for word in words.credit_by}, key=lambda word: (-len(word), word))
    labels = sorted({word for words in data for word in words.credit}, key=lambda word: (-len(word), word))
    spelled = rf"(?:{_either(labels)})\s?:|(?:{_either(openings)})\b:?"
    return Credits(
        label=re.compile(rf"(?:^|[.!?…”\")\]]\s{{0,3}}|\s[|–—-]\s)({spelled})\s*", re.IGNORECASE),
        captions=tuple(sorted({word for words in data for word in words.caption})),
        words=frozenset(word for words in data for word in (*words.credit_words, *words.small)),
        photo=frozenset(word for words in data for word in words.credit if " " not in word) - NO_PICTURE,
    )


def _either(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in words)
