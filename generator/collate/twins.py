"""Undated sentences that tell what a dated report of another witness tells: they join its event without a date.

Three kinds of evidence, the strongest first: the same utterance is quoted in both; most of the sentence is running text
that stands in the report as well; nearly all of what they are about agrees.

In: groups of dated reports, undated sentences, shared passages. Out: the groups with their twins.
Never: joins a sentence that fits two groups equally well.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.collate.joining import LEAST_SHARED, WIDE, Weights, conflict, likeness, place
from generator.collate.reports import Told
from generator.model import Reuse, Sentence, Span
from generator.spans import within, witness

LIKE = 0.75  # how alike in matter (0-1): read by eye as those of dated pairs are
COPIED = 0.5  # share of a sentence's characters that a shared passage takes, and of the passage that the report takes

Index = Mapping[str, Sequence[tuple[int, Told]]]
Evidence = Mapping[str, set[int]]  # numbers of groups by the id of an undated sentence


def with_twins(
    groups: Sequence[Sequence[Told]], undated: Iterable[Told], reuse: Sequence[Reuse], weights: Weights
) -> list[list[Told]]:
    """The groups, each with the undated sentences of other witnesses that are twins of one of its members."""
    items = sorted(undated, key=place)
    by_utterance = index(groups, lambda told: told.utterances)
    by_word = index(groups, lambda told: told.matter)
    copied = find_copied(groups, items, reuse)
    joined = [list(group) for group in groups]
    for item in items:
        by_likeness = find_alike(item, by_word, weights)
        for found in (find_quoted(item, by_utterance), copied.get(item.sentence.id, set()), by_likeness):
            if found:
                if len(found) == 1:
                    joined[min(found)].append(item)
                break
    return joined


def index(groups: Sequence[Sequence[Told]], keys: Callable[[Told], Iterable[str]]) -> Index:
    """The members of the groups by each of their keys, with the number of their group."""
    holders: dict[str, list[tuple[int, Told]]] = defaultdict(list)
    for number, group in enumerate(groups):
        for told in group:
            for key in sorted(keys(told)):
                holders[key].append((number, told))
    return holders


def find_quoted(item: Told, by_utterance: Index) -> set[int]:
    """The groups in which another witness quotes an utterance that begins in the sentence."""
    return {
        number
        for utterance in item.utterances
        for number, other in by_utterance.get(utterance, ())
        if are_two_witnesses(item, other) and (item.speaker is None or item.speaker == other.speaker)
    }


def find_copied(groups: Sequence[Sequence[Told]], undated: Iterable[Told], reuse: Iterable[Reuse]) -> Evidence:
    """The groups with which undated sentences share running text, by the id of the sentence."""
    dated = by_source((number, told) for number, group in enumerate(groups) for told in group)
    loose = by_source((0, told) for told in undated)
    found: dict[str, set[int]] = defaultdict(set)
    for passage in reuse:
        for ours, theirs in ((passage.a, passage.b), (passage.b, passage.a)):
            holders = list(at(dated, theirs, least=COPIED * (theirs.end - theirs.start)))
            for _, item in at(loose, ours, least=1) if holders else ():
                if shared(item, ours) >= COPIED * (item.sentence.end - item.sentence.start):
                    found[item.sentence.id].update(number for number, told in holders if not conflict(item, told))
    return found


def by_source(told: Iterable[tuple[int, Told]]) -> Mapping[str, dict[Sentence, tuple[int, Told]]]:
    """Sentences in text order with the numbers of their groups, by source."""
    found: dict[str, dict[Sentence, tuple[int, Told]]] = defaultdict(dict)
    for number, item in sorted(told, key=lambda pair: place(pair[1])):
        found[item.sentence.source][item.sentence] = number, item
    return found


def at(
    sources: Mapping[str, dict[Sentence, tuple[int, Told]]], passage: Span, *, least: float
) -> Iterator[tuple[int, Told]]:
    """Those sentences that hold at least so many characters of the passage."""
    told = sources.get(passage.source, {})
    for sentence in within(tuple(told), passage.start, passage.end):
        if shared(told[sentence][1], passage) >= least:
            yield told[sentence]


def shared(item: Told, passage: Span) -> int:
    """How many characters of a passage stand in the sentence."""
    return min(item.sentence.end, passage.end) - max(item.sentence.start, passage.start)


def find_alike(item: Told, by_word: Index, weights: Weights) -> set[int]:
    """The groups in which another witness tells nearly the same, looked for by the sentence's rarest words."""
    if len(item.matter) <= LEAST_SHARED:
        return set()
    rarest = sorted(item.matter, key=lambda word: (-weights[word], word))[: LEAST_SHARED + 1]
    likely = {(number, place(other)): other for word in rarest for number, other in by_word.get(word, ())[:WIDE]}
    return {
        number
        for (number, _), other in likely.items()
        if are_two_witnesses(item, other) and not conflict(item, other) and likeness(item, other, weights) >= LIKE
    }


def are_two_witnesses(a: Told, b: Told) -> bool:
    """Whether two sentences stand in different documents or items."""
    return witness(a.sentence) != witness(b.sentence)
