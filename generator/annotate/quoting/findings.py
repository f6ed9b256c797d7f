"""Findings: paragraphs turned into quotations with offsets, pieces of one utterance told by a common number.

In: paragraphs. Out: findings, passages that are never closed. Never: reads a word anew.
"""

from collections.abc import Iterator, Sequence

import msgspec

from generator.annotate.quoting.attribution import Attribution
from generator.annotate.quoting.indirect import find_reports
from generator.annotate.quoting.kinds import kind_of
from generator.annotate.quoting.marks import Passage
from generator.annotate.quoting.paragraphs import Paragraph
from generator.annotate.quoting.set_off import SetOff, find_set_off
from generator.annotate.quoting.signatures import find_signatures
from generator.annotate.quoting.speakers import Voice, make_voice
from generator.model import QuoteKind, Record


class Finding(Record, frozen=True, kw_only=True):
    """A quotation: offsets of its content, kind, speaker. Pieces of one utterance share the number of the first."""

    start: int
    end: int
    kind: QuoteKind
    voice: Voice | None
    utterance: int


def find_all(paragraphs: Sequence[Paragraph]) -> tuple[Finding, ...]:
    """The findings of all paragraphs; an utterance's speaker is given to those of its pieces that have none."""
    findings: list[Finding] = []
    last_quoted = 0
    signed = find_signatures(paragraphs)
    for paragraph, whole, signer in zip(paragraphs, find_set_off(paragraphs), signed, strict=True):
        quoted = [find_whole(whole, last_quoted)] if whole else list(find_quoted(paragraph, last_quoted))
        quoted = [msgspec.structs.replace(one, voice=signer) for one in quoted] if signer else quoted
        last_quoted = quoted[-1].utterance if quoted else last_quoted
        findings += [*quoted, *(() if whole else find_reported(paragraph))]
    voices = {finding.utterance: finding.voice for finding in reversed(findings) if finding.voice}
    return tuple(with_voice(finding, voices.get(finding.utterance)) for finding in findings)


def with_voice(finding: Finding, voice: Voice | None) -> Finding:
    """The finding with a voice where it has none and can have one."""
    if finding.voice or finding.kind == "scare":
        return finding
    return msgspec.structs.replace(finding, voice=voice)


def find_whole(whole: SetOff, last_quoted: int) -> Finding:
    """Words set off from the running text; `last_quoted` is the utterance of what is quoted before them."""
    utterance = last_quoted if whole.goes_on else whole.start
    return Finding(start=whole.start, end=whole.end, kind="direct", voice=whole.voice, utterance=utterance)


def find_quoted(paragraph: Paragraph, last_quoted: int) -> Iterator[Finding]:
    """The passages in marks of a paragraph; `last_quoted` is the utterance of the passage before it."""
    line, text = paragraph.scene.line, paragraph.scene.source.text
    places = [index for index, token in enumerate(line.tokens) if token.passage is not None]
    utterance = 0
    kind: QuoteKind = "direct"
    for number, (place, passage) in enumerate(zip(places, line.passages, strict=True)):
        goes_on = number > 0 and is_one_utterance(paragraph, places[number - 1], place, number)
        utterance = last_quoted if passage.continues else utterance if goes_on else passage.start
        end = without_comma(text, passage)
        alone = kind_of(text[passage.start : end], line, place, paragraph.found[number])
        kind = kind if goes_on and kind == "direct" else alone
        voice = None if kind == "scare" else paragraph.voices[number]
        yield Finding(start=passage.start, end=end, kind=kind, voice=voice, utterance=utterance)


def is_one_utterance(paragraph: Paragraph, before: int, place: int, number: int) -> bool:
    """Whether the passage with this number goes on with the one before it: one verb attributes both, and nothing of the
    writer's stands between that verb and the second one."""
    line, first, second = paragraph.scene.line, paragraph.found[number - 1], paragraph.found[number]
    if first is None or second is None or second.cue is None or second.cue != first.cue or second.cue.kind == "judge":
        return False
    if first.how == "after" and second.how == "before":
        return not any(token.is_word for token in line.tokens[second.cue.closes : place])
    return line.tokens[place].sentence - line.tokens[before].sentence <= 1


def without_comma(text: str, passage: Passage) -> int:
    """The end of a passage without the comma that belongs to the writer's sentence."""
    shorter = text[passage.start : passage.end].rstrip(",").rstrip()
    return passage.start + len(shorter) if shorter else passage.end


def find_reported(paragraph: Paragraph) -> Iterator[Finding]:
    """What a paragraph reports without marks."""
    tokens = paragraph.scene.line.tokens
    for report in find_reports(paragraph.scene.line, paragraph.cues):
        start, end = tokens[report.start].start, tokens[report.end - 1].end
        voice = make_voice(paragraph.scene, Attribution(cue=report.cue, speaker=report.cue.speaker, how="before"))
        if report.stance != report.cue.stance:
            voice = msgspec.structs.replace(voice, cue_class=report.stance)
        yield Finding(start=start, end=end, kind="indirect", voice=voice, utterance=start)


def find_unclosed(paragraphs: Sequence[Paragraph]) -> tuple[Passage, ...]:
    """The passages that are never closed: cut before a clause, or left open where no paragraph takes them up."""
    unclosed: list[Passage] = []
    for paragraph, behind in zip(paragraphs, (*paragraphs[1:], None), strict=False):
        taken_up = behind is not None and bool(behind.passages) and behind.passages[0].continues
        going_on = paragraph.left_open if taken_up else None
        unclosed += [passage for passage in paragraph.passages if not passage.closed and passage is not going_on]
    return tuple(unclosed)
