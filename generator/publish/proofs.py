"""The citations of a hand-written page held against their sources.

In: a page's Markdown, the sources' readings. Out: the passages on which the page rests, problems. Never: accepts words
that do not stand verbatim in each source cited, at the place that is named.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from unicodedata import normalize

from msgspec.structs import replace

from generator.model import AnnotatedSource, Record, Target
from generator.problems import Problem, error, warning
from generator.publish.citations import Citation, find_citations, find_unread
from generator.publish.elisions import Passage, find_passages, missing_piece, split_words
from generator.publish.inserts import Insert
from generator.publish.locators import Locator, as_meant
from generator.publish.markdown_code import line_of
from generator.publish.places import MANY, around, find_bounds, inside, paragraph_of, whole_place
from generator.publish.shares import Range, share_limit
from generator.publish.words import listed, noun
from generator.spans import sentence_at
from generator.wording import Finder

LONGEST_SHOWN = 160  # characters of a passage in a message
TERM_WORDS = 3  # so many are a term of the source's: any place shows it; more are a statement, and its place matters
PLACES = "Write [@id#3], [@id, item 3], [@id, par. 4] or [@id “words of the passage”], and part sources with “;”."
UNOPENED = (
    "A quotation ends before this citation, but the paragraph has no opening mark for it. Set one; marks inside of "
    "straight ones must be curly or single ones."
)
ADDED = re.compile(r"\*|(?<!\w)_|_(?!\w)|\[|<[A-Za-z/]|`|\{")  # signs of Markdown, words in brackets, tags
PLAIN = "Inside a quotation nothing may be set off, linked or added in brackets: end it before, and begin it anew."
UNREAD = (
    "A citation that begins here cannot be read. Close its bracket, and each quotation mark in it: "
    '[@id], [@id, par. 4] or [@id "words"]. Marks inside of marks must be single ones.'
)


class Shelf(Record, frozen=True, kw_only=True):
    """The sources that citations are held against."""

    readings: Mapping[str, AnnotatedSource]
    finder: Finder


class Proven(Record, frozen=True, kw_only=True):
    """A citation that holds: for each source cited the passage it leads to, an empty one where it names no place."""

    citation: Citation
    passages: tuple[Passage, ...]


class Held(Record, frozen=True, kw_only=True):
    """What became of one locator: the passage it leads to, what is wrong with it, what is not certain."""

    passage: Passage = ()
    fault: str | None = None
    doubt: str | None = None


def make_shelf(readings: Iterable[AnnotatedSource]) -> Shelf:
    """The sources by id; each text is folded once for all pages."""
    by_id = {reading.source.id: reading for reading in readings}
    return Shelf(readings=by_id, finder=Finder(reading.source for reading in by_id.values()))


def prove_citations(markdown: str, file: str, shelf: Shelf) -> tuple[tuple[Proven, ...], tuple[Problem, ...]]:
    """The citations that hold, in text order, and what is wrong with the others. What the gate withholds holds here."""
    proven: list[Proven] = []
    problems = [error(file, UNREAD, line_of(markdown, at)) for at in find_unread(markdown)]
    for citation in find_citations(markdown):
        words = citation.words if citation.words is None or citation.words.strip() else None
        held = [hold(one, words, shelf) for one in citation.cited]
        wrong = [*misquoted(citation), *(one.fault for one in held if one.fault is not None)]
        doubts = [one.doubt for one in held if one.doubt is not None]
        line = line_of(markdown, (citation.quotation or (citation.start,))[0]) if wrong or doubts else None
        problems += [error(file, message, line) for message in wrong]
        problems += [warning(file, message, line) for message in doubts]
        if citation.unchecked is not None:
            problems.append(warn_of(markdown, file, citation.unchecked))
        if not wrong:
            proven.append(Proven(citation=citation, passages=tuple(one.passage for one in held)))
    return tuple(proven), tuple(problems)


def misquoted(citation: Citation) -> Iterator[str]:
    """What is wrong with a citation whatever its sources say, in full sentences."""
    if citation.unopened:
        yield UNOPENED
    if citation.unmarked:
        yield "A block quotation ends with this citation. Set its words in quotation marks: then they are checked."
    if citation.in_html:
        yield "A quotation in HTML ends before this citation. Write the quotation marks themselves: then it is checked."
    if citation.words is not None and not citation.words.strip():
        yield "The quotation before this citation is empty. Marks inside a quotation must be curly or single ones."


def warn_of(markdown: str, file: str, unchecked: Range) -> Problem:
    """The warning for a quotation that nothing was held against."""
    start, end = unchecked
    words = quoted(as_meant(markdown[start + 1 : end - 1]))
    message = f"{words} is not checked: other words part it from the citation. Cite its source directly after it."
    return warning(file, message, line_of(markdown, start))


def hold(locator: Locator, words: str | None, shelf: Shelf) -> Held:
    """One source's citation held against it: the quotation `words`, if there is one, must stand in the place named."""
    reading = shelf.readings.get(locator.id)
    if reading is None:
        return Held(fault=no_source(locator.id, shelf.readings))
    if locator.rest:
        return Held(fault=f"“{locator.rest}” names no place in “{locator.id}”. {PLACES}")
    bounds = find_bounds(locator, reading)
    if isinstance(bounds, str):
        return Held(fault=bounds)
    places: tuple[Range, ...] = (bounds,)
    if locator.words is not None:
        held = hold_words(locator.words, places, reading, shelf)
        named = inside(find_passages(shelf.finder, reading.source, locator.words), places)
        if held.fault is not None or words is None:
            return held if locator.paragraph is None else replace(held, doubt=None)
        places = tuple(around(passage, reading) for passage in named)
    if words is None:
        return Held(passage=whole_place(locator, bounds, reading))
    held = hold_words(words, places, reading, shelf)
    is_narrow = locator.paragraph is not None or locator.words is not None or len(words.split()) <= TERM_WORDS
    return replace(held, doubt=None) if is_narrow else held


def hold_words(words: str, places: Sequence[Range], reading: AnnotatedSource, shelf: Shelf) -> Held:
    """The first passage in one of the places that has the words, outside the furniture if there is one.

    A doubt where it stands in several sentences.
    """
    everywhere = find_passages(shelf.finder, reading.source, words)
    found = inside(everywhere, places)
    if not found:
        return Held(fault=tell_missing(words, everywhere, reading, shelf))
    in_text = [passage for passage in found if sentence_at(reading.sentences, passage[0].start)]
    several = len({around(passage, reading) for passage in in_text}) > 1
    return Held(passage=(in_text or found)[0], doubt=tell_several(words, in_text, reading) if several else None)


def tell_several(words: str, found: Sequence[Passage], reading: AnnotatedSource) -> str:
    """What to say of words that stand in several sentences."""
    numbers = [str(number) for number in dict.fromkeys(paragraph_of(passage, reading) for passage in found)]
    name, paragraphs = reading.source.id, noun(len(numbers), "paragraph", "paragraphs")
    return (
        f"{quoted(words)} stands {len(found)} times in the source “{name}”, in {paragraphs} {listed(numbers)}: the "
        f"letter leads to the first. Say which is meant: [@{name}, par. {numbers[0]}]."
    )


def no_source(id: str, known: Iterable[str]) -> str:
    """What to say of a source that is not there."""
    ids = sorted(known)
    near = get_close_matches(id, ids, n=1) or get_close_matches(id.casefold(), ids, n=1)
    there = f" The sources are {listed(ids)}." if 0 < len(ids) <= MANY else ""
    hint = f"Did you mean “{near[0]}”?" if near else f"Cite it by its id alone: [@id] or [@a; @b].{there}"
    return f"There is no source “{id}”. {hint}" if id else f"This citation names no source. {hint}"


def tell_missing(words: str, elsewhere: Sequence[Passage], reading: AnnotatedSource, shelf: Shelf) -> str:
    """What to say of words that do not stand in the place named."""
    name = f"the source “{reading.source.id}”"
    if elsewhere:
        return f"{quoted(words)} stands in {name}, but not at the place named: {place_of(elsewhere[0], reading)}."
    missing = missing_piece(shelf.finder, reading.source, words)
    if missing is None and len(split_words(words)) == 1:
        return f"{quoted(words)} runs from one item of {name} into the next. Quote each by itself."
    if missing is None:
        return f"The pieces of {quoted(words)} stand in {name}, but not in this order in one passage of one item."
    piece = quoted(missing) if missing == words else f"{quoted(missing)}, a piece of {quoted(words)},"
    return f"{piece} does not stand so in {name}; {nearest(missing, reading, shelf)}.{hint_at(missing, reading, shelf)}"


def hint_at(words: str, reading: AnnotatedSource, shelf: Shelf) -> str:
    """What may be the matter with words that look right, as a sentence with a space before it; "" where nothing is."""
    for form in ("NFC", "NFD"):
        if find_passages(shelf.finder, reading.source, normalize(form, words)):
            return " Only its accents are stored in another way: copy it from the source."
    return f" {PLAIN}" if ADDED.search(words) else ""


def nearest(words: str, reading: AnnotatedSource, shelf: Shelf) -> str:
    """The passage most like the words; of a source that is only pointed to, its place."""
    near = shelf.finder.find_nearest(Target(source=reading.source.id, part=None, words=words))
    if near is None:
        return "nothing there is like it"
    where = f"characters {near.start}–{near.end}"
    return f"nearest: {quoted(near.text)} ({where})" if share_limit(reading.source) else f"nearest: {where}"


def place_of(passage: Passage, reading: AnnotatedSource) -> str:
    """Where a passage stands, as the words after a colon."""
    paragraph = paragraph_of(passage, reading)
    part = "" if passage[0].part is None else f" of item #{passage[0].part}"
    return "in page furniture" if paragraph is None else f"it stands in paragraph {paragraph}{part}"


def prove_insert(insert: Insert, file: str, shelf: Shelf, line: int) -> tuple[Passage, tuple[Problem, ...]]:
    """The passage of a quotation that an insert asks for, or what is wrong; nothing of other inserts."""
    if insert.quoted is None or insert.locator is None:
        return (), ()
    held = hold(insert.locator, insert.quoted, shelf)
    problems = [error(file, held.fault, line)] if held.fault else []
    problems += [warning(file, held.doubt, line)] if held.doubt else []
    return held.passage, tuple(problems)


def quoted(words: str) -> str:
    """Words in a message: on one line, in quotation marks, not too long."""
    line = " ".join(words.split())
    return f"“{line}”" if len(line) <= LONGEST_SHOWN else f"“{line[:LONGEST_SHOWN]} …”"
