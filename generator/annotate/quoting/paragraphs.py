"""The blocks of a source read in order: each takes from the one before it what its own words leave open.

In: a source, its sentences, its names. Out: paragraphs with a voice for each passage. Never: joins across a part.
"""

from collections.abc import Sequence

from generator.annotate.quoting.attribution import Attribution, attribute
from generator.annotate.quoting.blocks import Block, find_blocks
from generator.annotate.quoting.clauses import find_cues
from generator.annotate.quoting.cues import Cue, between
from generator.annotate.quoting.lines import read_line
from generator.annotate.quoting.marks import Passage
from generator.annotate.quoting.single_marks import sets_single_marks
from generator.annotate.quoting.speakers import Directory, Scene, Voice, is_someone, make_voice
from generator.annotate.quoting.subjects import leading_phrase
from generator.annotate.quoting.unclosed import find_ended_passages
from generator.model import Record, Sentence, Source


class Paragraph(Record, frozen=True, kw_only=True):
    """A block read: its cues, what its passages are attributed to and in whose voice, and who has the last word."""

    scene: Scene
    cues: tuple[Cue, ...]
    found: tuple[Attribution | None, ...]
    voices: tuple[Voice | None, ...]
    last_voice: Voice | None

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Its passages in marks."""
        return self.scene.line.passages

    @property
    def left_open(self) -> Passage | None:
        """The passage that runs to the end of the block without a closing mark."""
        last = self.passages[-1] if self.passages else None
        return last if last and not last.closed and last.closing == self.scene.block.end else None


def read_paragraphs(source: Source, sentences: Sequence[Sentence], directory: Directory) -> tuple[Paragraph, ...]:
    """The paragraphs of a source."""
    paragraphs: list[Paragraph] = []
    single = sets_single_marks(source.text)
    for block in find_blocks(source, sentences):
        before = paragraphs[-1] if paragraphs and block.follows else None
        paragraphs.append(read_paragraph(source, block, directory, before, single=single))
    return tuple(paragraphs)


def read_paragraph(
    source: Source, block: Block, directory: Directory, before: Paragraph | None, *, single: bool
) -> Paragraph:
    """One block beside the one before it; `single` says that the source sets single marks and no others."""
    left_open = before is not None and before.left_open is not None
    passages = find_ended_passages(source.text, block, left_open=left_open, single=single)
    line = read_line(source.text, block, passages)
    scene = Scene(source=source, block=block, line=line, directory=directory)
    cues = find_cues(line)
    found = tuple(attribute(line, cues))
    voices = tuple(make_voice(scene, own) if own and is_someone(scene, own) else None for own in found)
    voices = with_voice_before(scene, voices, before.last_voice if before else None)
    last = voices[-1] if ends_quoted(scene) else last_sayer(scene, cues)
    return Paragraph(scene=scene, cues=cues, found=found, voices=voices, last_voice=last)


def with_voice_before(scene: Scene, voices: Sequence[Voice | None], before: Voice | None) -> tuple[Voice | None, ...]:
    """The voices with that of the paragraph before for a passage that goes on, and for all in a block of quotations."""
    only_quoted = not scene.line.worded
    goes_on = [only_quoted or passage.continues for passage in scene.line.passages]
    return tuple(voice or (before if taken else None) for voice, taken in zip(voices, goes_on, strict=True))


def ends_quoted(scene: Scene) -> bool:
    """Whether a quotation stands in the last sentence of a block."""
    last = scene.line.firsts[-1] if scene.line.firsts else 0
    return any(token.passage is not None for token in scene.line.tokens[last:])


def last_sayer(scene: Scene, cues: Sequence[Cue]) -> Voice | None:
    """Who clearly has the word at the end of a block whose last sentence quotes nothing: the one who says something in
    it, by a name or description, or the person who is its subject."""
    line = scene.line
    if not line.tokens:
        return None
    last = between(cues, line.firsts[-1], len(line.tokens))
    cue = next((cue for cue in last if cue.kind in ("say", "tell", "ask")), None)
    subject = cue.speaker if cue else leading_phrase(line, len(line.tokens) - 1)
    if subject is None:
        return None
    voice = make_voice(scene, Attribution(cue=cue, speaker=subject, how="carried"))
    if line.tokens[-1].text == ":" or scene.directory.kinds.get(voice.speaker or "") == "person":
        return voice
    return voice if cue and line.roles[subject.start] != "pronoun" and subject.antecedent is None else None
