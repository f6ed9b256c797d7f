"""Quotations of one source: what stands in marks and what is reported without them, and who says it.

In: a source, its sentences and names. Out: quotations sorted by start, and what was odd about the marks.
Never: sees another source, guesses a speaker, reads captions or furniture.
"""

from collections.abc import Iterable, Sequence

from generator.annotate.names import Names
from generator.annotate.quoting.findings import Finding, find_all, find_unclosed
from generator.annotate.quoting.marks import Passage
from generator.annotate.quoting.paragraphs import read_paragraphs
from generator.annotate.quoting.speakers import read_directory
from generator.model import Quotation, Sentence, Source
from generator.problems import Problem, Problems, warning
from generator.spans import anchor_ids, cut

SHOWN_WORDS = 6  # of an unclosed quotation in its warning: enough to find it


def find_quotations(
    source: Source, sentences: Sequence[Sentence], names: Names
) -> tuple[tuple[Quotation, ...], Problems]:
    """All quotations of the source. A warning says where a mark is never closed and what was assumed."""
    paragraphs = read_paragraphs(source, sentences, read_directory(names))
    return make_quotations(source, find_all(paragraphs)), warn_unclosed(source, find_unclosed(paragraphs))


def make_quotations(source: Source, found: Iterable[Finding]) -> tuple[Quotation, ...]:
    """The findings as records; a piece's `utterance` is the id of the first piece of its utterance."""
    ordered = sorted(found, key=lambda finding: (finding.start, finding.end))
    spans = [cut(source, finding.start, finding.end) for finding in ordered]
    ids = anchor_ids("q", spans)
    first_of: dict[int, str] = {}
    for id, finding in zip(ids, ordered, strict=True):
        first_of.setdefault(finding.utterance, id)
    return tuple(
        Quotation(
            source=span.source,
            part=span.part,
            start=span.start,
            end=span.end,
            text=span.text,
            id=id,
            utterance=first_of[finding.utterance],
            kind=finding.kind,
            speaker=finding.voice.speaker if finding.voice else None,
            speaker_text=finding.voice.text if finding.voice else None,
            speaker_span=finding.voice.span if finding.voice else None,
            via=finding.voice.via if finding.voice else (),
            cue=finding.voice.cue.text if finding.voice and finding.voice.cue else None,
            cue_span=finding.voice.cue if finding.voice else None,
            cue_class=finding.voice.cue_class if finding.voice else None,
        )
        for id, span, finding in zip(ids, spans, ordered, strict=True)
    )


def warn_unclosed(source: Source, passages: Sequence[Passage]) -> Problems:
    """A warning for each quotation that is never closed, with the words that it was taken to end with."""
    warnings: list[Problem] = []
    line, at = 1, 0
    for passage in passages:
        line, at = line + source.text.count("\n", at, passage.start), passage.start
        words = source.text[passage.start : passage.end].split()
        shown = " ".join(words[:SHOWN_WORDS]) + (" …" if len(words) > SHOWN_WORDS else "")
        ended = f"It was taken to end with “{words[-1]}”." if words else "Nothing was taken for its words."
        message = f"the quotation “{shown}” is never closed. {ended}"
        warnings.append(warning(source.file, message, line=line))
    return tuple(warnings)
