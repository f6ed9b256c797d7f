"""The place in a source that a citation names: an item of a collection, a paragraph, or both.

In: a locator, a reading. Out: a range of the stored text, or what is wrong. Never: looks for words.
"""

from collections.abc import Iterable, Sequence

from generator.model import AnnotatedSource, Part, Sentence
from generator.publish.elisions import Passage
from generator.publish.locators import Locator
from generator.publish.shares import Range
from generator.spans import cut, sentence_at, within

MANY = 12  # ids in a message; of more the first and the last are named


def find_bounds(locator: Locator, reading: AnnotatedSource) -> Range | str:
    """The range of the text that a locator names, the whole text where it names no place; or what is wrong."""
    bounds = (0, len(reading.source.text))
    if locator.part is not None or locator.item is not None:
        part = find_part(locator, reading.source.parts)
        if part is None:
            return no_item(locator, reading)
        bounds = (part.start, part.end)
    if locator.paragraph is None:
        return bounds
    inside = within(reading.sentences, *bounds)
    sentences = [sentence for sentence in inside if sentence.paragraph == locator.paragraph - 1]
    return (sentences[0].start, sentences[-1].end) if sentences else no_paragraph(locator, inside)


def find_part(locator: Locator, parts: Sequence[Part]) -> Part | None:
    """The item with the locator's id or number; None where there is none, or where the two are not the same."""
    named = [part for part in parts if locator.part in (None, part.id)]
    counted = parts[locator.item - 1 : locator.item] if locator.item else () if locator.item == 0 else parts
    return next((part for part in named if part in counted), None)


def no_item(locator: Locator, reading: AnnotatedSource) -> str:
    """What to say of an item that is not there."""
    name = f"“#{locator.part}”" if locator.part is not None else str(locator.item)
    ids = [part.id for part in reading.source.parts]
    if not ids:
        return f"The source “{locator.id}” has no item {name}: it is one document. Cite a paragraph (par. 4) or words."
    known = ", ".join(ids) if len(ids) <= MANY else f"{len(ids)}, from “#{ids[0]}” to “#{ids[-1]}”"
    return f"The source “{locator.id}” has no item {name}. Its items are {known}."


def no_paragraph(locator: Locator, sentences: Sequence[Sentence]) -> str:
    """What to say of a paragraph that is not there, or that is page furniture."""
    where = locator.id if locator.part is None else f"{locator.id}#{locator.part}"
    if not sentences:
        return f"There is no paragraph {locator.paragraph} in “{where}”: nothing there is text of the document."
    first, last = sentences[0].paragraph + 1, sentences[-1].paragraph + 1
    why = "is set aside as page furniture" if first <= (locator.paragraph or 0) <= last else "is not there"
    return f"Paragraph {locator.paragraph} of “{where}” {why}. Its text has the paragraphs {first} to {last}."


def whole_place(locator: Locator, bounds: Range, reading: AnnotatedSource) -> Passage:
    """What a locator without words leads to: a paragraph, the beginning of an item, nothing where it names no place."""
    if locator.paragraph is not None:
        return (cut(reading.source, *bounds),)
    first = within(reading.sentences, *bounds)[:1] if locator.is_place else ()
    return tuple(cut(reading.source, sentence.start, sentence.end) for sentence in first)


def inside(passages: Iterable[Passage], places: Sequence[Range]) -> tuple[Passage, ...]:
    """Those of the passages that stand wholly in one of the places."""
    return tuple(
        passage
        for passage in passages
        if any(start <= passage[0].start and passage[-1].end <= end for start, end in places)
    )


def around(passage: Passage, reading: AnnotatedSource) -> Range:
    """The range of the sentences that hold a passage; its own, in page furniture."""
    first, last = (sentence_at(reading.sentences, at) for at in (passage[0].start, passage[-1].end - 1))
    return (first or passage[0]).start, (last or passage[-1]).end


def paragraph_of(passage: Passage, reading: AnnotatedSource) -> int | None:
    """The number, from 1, of the paragraph in which a passage begins; None in page furniture."""
    sentence = sentence_at(reading.sentences, passage[0].start)
    return None if sentence is None else sentence.paragraph + 1
