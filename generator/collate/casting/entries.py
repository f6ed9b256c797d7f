"""What each source found of each of its candidates: what is joined into actors.

In: annotated sources. Out: entries. Never: compares names, decides who is who.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from msgspec.structs import replace

from generator.model import AnnotatedSource, Candidate, Mention, Record, Span
from generator.reported import only_speech
from generator.spans import bare

SEAT = re.compile(r"university of (\w+)|(\w+) (?:city council|city hall|county|police|town council)\b.*")


class Entry(Record, frozen=True, kw_only=True):
    """A candidate with its mentions and descriptions, in text order.

    `name` is the candidate's, or what stands for it in the language in which most of the dossier is written; `familiar`
    says whether its source names it in that language at all. `speaks` says whether an article gives its words, `minor`
    whether its source describes it as a child.
    """

    candidate: Candidate
    name: str
    mentions: tuple[Mention, ...]
    descriptions: tuple[Span, ...]
    articles: bool
    familiar: bool
    speaks: bool
    minor: bool


def list_entries(
    readings: Sequence[AnnotatedSource], minors: Collection[tuple[str, str]] = frozenset()
) -> tuple[Entry, ...]:
    """Every candidate of every source with what was found of it; candidates without a mention are left out.

    `minors` are the candidates (source id, key) that their source describes as children.
    """
    entries: list[Entry] = []
    language = main_language(readings)
    for reading in readings:
        mentions: dict[str, list[Mention]] = defaultdict(list)
        descriptions: dict[str, list[Span]] = defaultdict(list)
        for mention in reading.mentions:
            mentions[mention.candidate].append(mention)
        for description in reading.descriptions:
            descriptions[description.candidate].append(bare(description))
        voices = {quote.speaker for quote in only_speech(reading.quotations) if reading.source.kind == "article"}
        native = {key: names_in(reading, found, language) for key, found in mentions.items()}
        entries.extend(
            Entry(
                candidate=candidate,
                name=entry_name(candidate, mentions[candidate.key], native[candidate.key]),
                mentions=tuple(mentions[candidate.key]),
                descriptions=tuple(descriptions[candidate.key]),
                articles=reading.source.kind == "article",
                familiar=bool(native[candidate.key]),
                speaks=candidate.key in voices,
                minor=(reading.source.id, candidate.key) in minors,
            )
            for candidate in reading.candidates
            if mentions[candidate.key]
        )
    return with_seats(entries)


def with_seats(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries, a word of unknown kind as a place where some source names its county, council or university."""
    found = (SEAT.fullmatch(entry.candidate.key) for entry in entries)
    seats = {one[1] or one[2] for one in found if one}
    return tuple(
        replace(entry, candidate=replace(entry.candidate, kind="place"))
        if entry.candidate.key in seats and entry.candidate.kind == "organisation"
        else entry
        for entry in entries
    )


def list_emptied(readings: Iterable[AnnotatedSource]) -> tuple[Candidate, ...]:
    """The candidates without a mention: people gave all they had to others."""
    return tuple(
        candidate
        for reading in readings
        for named in ({mention.candidate for mention in reading.mentions},)
        for candidate in reading.candidates
        if candidate.key not in named
    )


def main_language(readings: Iterable[AnnotatedSource]) -> str | None:
    """The language in which most of the running text is written, None where there is no text."""
    letters: Counter[str] = Counter()
    for reading in readings:
        for sentence in reading.sentences:
            letters[sentence.language] += len(sentence.text)
    return min(letters, key=lambda language: (-letters[language], language), default=None)


def names_in(reading: AnnotatedSource, mentions: Iterable[Mention], language: str | None) -> Counter[str]:
    """How often each full name among the mentions stands in a text of that language."""
    spoken = {None: reading.source.language} | {part.id: part.language for part in reading.source.parts}
    return Counter(m.text for m in mentions if m.how == "name" and spoken.get(m.part) == language)


def entry_name(candidate: Candidate, mentions: Iterable[Mention], native: Counter[str]) -> str:
    """The candidate's name, unless its source prints that in other languages only and has a native one."""
    is_foreign = candidate.name not in native and any(mention.text == candidate.name for mention in mentions)
    return min(native, key=lambda name: (-native[name], name)) if native and is_foreign else candidate.name
