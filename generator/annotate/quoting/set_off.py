"""Words that are quoted without marks: block quotations of Markdown, turns of a transcript, what a colon announces.

In: paragraphs. Out: for each, the words that are someone's as a whole. Never: looks at a paragraph that holds marks.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from generator.annotate.quoting.attribution import Attribution
from generator.annotate.quoting.dialogue import is_only_spoken, opens_with_dash
from generator.annotate.quoting.lines import Line
from generator.annotate.quoting.paragraphs import Paragraph
from generator.annotate.quoting.phrases import Phrase
from generator.annotate.quoting.signatures import is_block, is_signature
from generator.annotate.quoting.speakers import Voice, make_voice
from generator.model import Record
from generator.spans import cut

LABEL = 5  # tokens of a name before the colon of a turn: "DR. ANN LEE"
ANNOUNCING = 14  # tokens of a line such as "Ann Lee wrote on Monday:"


class SetOff(Record, frozen=True, kw_only=True):
    """Words set off, as half-open offsets; `goes_on` says that those of the paragraph before are of one utterance."""

    start: int
    end: int
    voice: Voice | None
    goes_on: bool


def find_set_off(paragraphs: Sequence[Paragraph]) -> tuple[SetOff | None, ...]:
    """For each paragraph what is set off in it, None where it is running text."""
    labels = [label_end(paragraph.scene.line) for paragraph in paragraphs]
    turns = find_turns(paragraphs, labels)
    found: list[SetOff | None] = []
    for index, (paragraph, label) in enumerate(zip(paragraphs, labels, strict=True)):
        before = paragraphs[index - 1] if index and paragraph.scene.block.follows else None
        own = None
        if not paragraph.passages and not is_signature(paragraph):
            own = (
                answer(paragraph, before)
                or in_block(paragraph, before, found[-1] if before else None)
                or announced(paragraph, before)
            )
            own = own or (turn(paragraph, label) if label is not None and index in turns else None)
        found.append(own)
    return with_answerers(paragraphs, labels, found)


def with_answerers(
    paragraphs: Sequence[Paragraph], labels: Sequence[int | None], found: Sequence[SetOff | None]
) -> tuple[SetOff | None, ...]:
    """The turns in which "Q" and "A" stand for names: the answers are whose who was introduced last as answering."""
    named: list[SetOff | None] = []
    answerer: Voice | None = None
    for paragraph, label, own in zip(paragraphs, labels, found, strict=True):
        words = paragraph.scene.line.words
        answerer = answerer if paragraph.scene.block.follows else None
        label_word = paragraph.scene.line.tokens[0].word if label == 1 and own else ""
        if own is None and is_about_interview(paragraph):
            answerer = only_person(paragraph)
        if own and label_word in words.answers | words.questions:
            named.append(replace(own, voice=answerer if label_word in words.answers else None))
        else:
            named.append(own)
    return tuple(named)


def is_about_interview(paragraph: Paragraph) -> bool:
    """Whether a paragraph says that someone answers questions."""
    line = paragraph.scene.line
    return any(token.word in line.words.interviews for token in line.tokens)


def only_person(paragraph: Paragraph) -> Voice | None:
    """The one person whom a paragraph names, None where there are two."""
    scene = paragraph.scene
    mentions = scene.directory.within(scene.block.start, scene.block.end)
    people = [mention for mention in mentions if scene.directory.is_kind(mention, "person")]
    if len({mention.candidate for mention in people}) != 1:
        return None
    span = cut(scene.source, people[0].start, people[0].end)
    return Voice(speaker=people[0].candidate, text=span.text, span=span, via=(), cue=None, cue_class=None)


def find_turns(paragraphs: Sequence[Paragraph], labels: Sequence[int | None]) -> frozenset[int]:
    """The paragraphs that are turns of a talk: next to one with another name; "NEW: ..." alone is a heading.

    Names that are not in capitals have to alternate: "Monday: ..." before "Tuesday: ..." is a list.
    """
    names = [
        None if label is None else " ".join(token.text for token in paragraph.scene.line.tokens[:label])
        for paragraph, label in zip(paragraphs, labels, strict=True)
    ]
    follows = [paragraph.scene.block.follows for paragraph in paragraphs]
    pairs = [
        (index - 1, index)
        for index in range(1, len(paragraphs))
        if names[index] and names[index - 1] and names[index] != names[index - 1] and follows[index]
    ]
    there = set(pairs)
    back = {first for first, _ in pairs if (first + 1, first + 2) in there and names[first] == names[first + 2]}
    kept = [
        (first, second)
        for first, second in pairs
        if (is_upper(names[first]) and is_upper(names[second]))
        or is_answered(first, back)
        or is_answer(paragraphs[first], paragraphs[second])
    ]
    return frozenset(place for pair in kept for place in pair)


def is_upper(name: str | None) -> bool:
    """Whether a name stands in capitals."""
    return name is not None and name.isupper()


def is_answer(first: Paragraph, second: Paragraph) -> bool:
    """Whether the words for a question and an answer open two paragraphs: "Question: ...", "Answer: ..."."""
    words = first.scene.line.words
    return first.scene.line.tokens[0].word in words.questions and second.scene.line.tokens[0].word in words.answers


def is_answered(first: int, back: set[int]) -> bool:
    """Whether two paragraphs belong to three or more that alternate between two names; `back` are where those start."""
    return first in back or first - 1 in back


def in_block(paragraph: Paragraph, before: Paragraph | None, above: SetOff | None) -> SetOff | None:
    """A line of a block quotation; it goes on with the line above, or is whose word the paragraph before gives."""
    if not is_block_line(paragraph):
        return None
    if above is not None and before is not None and is_block_line(before):
        return set_off(paragraph, 1, above.voice, goes_on=True)
    return set_off(paragraph, 1, before.last_voice if before else None)


def answer(paragraph: Paragraph, before: Paragraph | None) -> SetOff | None:
    """A paragraph that a dash opens behind one in which a dash opens what someone says; nothing tells whose it is."""
    text = paragraph.scene.source.text
    talk = before is not None and bool(before.passages) and opens_with_dash(text, before.scene.block)
    return set_off(paragraph, 1, None) if talk and is_only_spoken(text, paragraph.scene.block) else None


def is_block_line(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a line of a block quotation with words."""
    line = paragraph.scene.line
    return is_block(paragraph) and any(token.is_word for token in line.tokens)


def announced(paragraph: Paragraph, before: Paragraph | None) -> SetOff | None:
    """A paragraph behind a short line that gives the word with a colon: "Ann Lee wrote:"."""
    if before is None or before.passages or before.last_voice is None or not before.cues:
        return None
    line, cue = before.scene.line, before.cues[-1]
    announces = line.text(len(line.tokens) - 1) == ":" and len(line.tokens) <= ANNOUNCING
    says = cue.kind == "say" and not cue.participle and not has_clause(line, cue.closes)
    return set_off(paragraph, 0, before.last_voice) if announces and says else None


def has_clause(line: Line, start: int) -> bool:
    """Whether a verb stands behind a token: what is said is then told before the colon."""
    return any(line.is_predicate(index) for index in range(start, len(line.tokens)))


def label_end(line: Line) -> int | None:
    """Where the name ends with which a paragraph begins, before its colon and words: "LEE: No.", "Ann Lee: No."."""
    for index, token in enumerate(line.tokens[: LABEL + 1]):
        if token.text == ":":
            return index if index and index + 1 < len(line.tokens) else None
        named = token.text[0].isupper() and token.text.strip(".").isalpha() and line.roles[index] != "time"
        if token.is_word and not named:
            return None
    return None


def turn(paragraph: Paragraph, label: int) -> SetOff:
    """A turn of a transcript, without the name before it."""
    speaker = Phrase(start=0, end=label, head=label)
    voice = make_voice(paragraph.scene, Attribution(cue=None, speaker=speaker, how="colon"))
    return set_off(paragraph, label + 1, voice)


def set_off(paragraph: Paragraph, first: int, voice: Voice | None, *, goes_on: bool = False) -> SetOff:
    """A paragraph's words from a token on."""
    tokens = paragraph.scene.line.tokens
    return SetOff(start=tokens[first].start, end=tokens[-1].end, voice=voice, goes_on=goes_on)
