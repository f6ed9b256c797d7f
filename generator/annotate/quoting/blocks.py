"""Blocks: the stretches of running text over which a quotation may be looked for on its own.

In: a source's sentences. Out: blocks in text order. Never: joins across a part, furniture, a caption or a line break.
"""

from collections.abc import Sequence

from generator.model import Record, Sentence, Source


class Block(Record, frozen=True, kw_only=True):
    """A paragraph, or what furniture leaves of one: half-open offsets, and where its sentences start.

    `follows` says that nothing but white space lies between this block and the one before it, in the same part; `near`
    is then where the last sentence of that one starts, else where the block itself does: so far back a pronoun looks.
    """

    start: int
    end: int
    starts: tuple[int, ...]
    language: str
    follows: bool
    near: int


def find_blocks(source: Source, sentences: Sequence[Sentence]) -> tuple[Block, ...]:
    """The blocks that the sentences form; captions are left out, since they feed no quotation."""
    groups: list[list[Sentence]] = []
    for sentence in sentences:
        if sentence.role == "caption":
            continue
        if groups and groups[-1][-1].paragraph == sentence.paragraph and adjoins(source, groups[-1][-1], sentence):
            groups[-1].append(sentence)
        else:
            groups.append([sentence])
    lasts = [None, *(group[-1] for group in groups)]
    return tuple(make_block(source, before, group) for before, group in zip(lasts, groups, strict=False))


def make_block(source: Source, before: Sentence | None, sentences: Sequence[Sentence]) -> Block:
    """The block of some sentences; `before` is the last sentence of the block before it."""
    follows = before is not None and adjoins(source, before, sentences[0])
    return Block(
        start=sentences[0].start,
        end=sentences[-1].end,
        starts=tuple(sentence.start for sentence in sentences),
        language=sentences[0].language,
        follows=follows,
        near=before.start if before is not None and follows else sentences[0].start,
    )


def adjoins(source: Source, before: Sentence, sentence: Sentence) -> bool:
    """Whether only white space lies between two sentences of one part and role."""
    same = before.part == sentence.part and before.role == sentence.role
    return same and not source.text[before.end : sentence.start].strip()
