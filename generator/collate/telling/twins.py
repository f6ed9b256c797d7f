"""Undated sentences that tell what a dated report of another witness tells: they join its event without a date.

Three kinds of evidence, the strongest first: the same utterance is quoted in both; most of the sentence is running text
that stands in the report as well; nearly all of what they are about agrees.

In: groups of dated reports, undated sentences, shared passages, publication dates. Out: the groups with their twins.
Never: joins a sentence that fits two groups equally well, or one printed before the day or naming another weekday.
"""

import datetime
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice, takewhile

from generator import edtf
from generator.collate.telling.joining import LEAST_SHARED, WIDE, Weights, conflict, likeness, place, value_of
from generator.collate.telling.reports import Told
from generator.model import PublicationDate, Record, Reuse, Span
from generator.spans import witness

LIKE = 0.75  # how alike in matter (0-1): read by eye as those of dated pairs are
COPIED = 0.5  # share of a sentence's characters that a shared passage takes, and of the passage that the report takes

Evidence = Mapping[str, set[int]]  # numbers of groups by the id of an undated sentence
Days = Mapping[str, datetime.date]
Numbered = tuple[int, Told]  # with the number of its group
Index = Mapping[str, Sequence[Numbered]]


class Printed(Record, frozen=True, kw_only=True):
    """The days on which at the latest each witness and each utterance was printed, where such a day is known."""

    witnesses: Days
    utterances: Days


def with_twins(
    groups: Sequence[Sequence[Told]],
    undated: Iterable[Told],
    reuse: Sequence[Reuse],
    weights: Weights,
    published: Mapping[str, PublicationDate],
) -> list[list[Told]]:
    """The groups, each with the undated sentences of other witnesses that are twins of one of its members.

    `published` holds the publication dates by witness.
    """
    items = sorted(undated, key=place)
    printed = find_printed([*items, *(told for group in groups for told in group)], published)
    by_utterance = index(groups, lambda told: told.utterances)
    by_word = index(groups, lambda told: told.matter)
    copied = find_copied(groups, items, reuse, printed)
    joined = [list(group) for group in groups]
    for item in items:
        by_likeness = find_alike(item, by_word, weights, printed)
        by_quote = find_quoted(item, by_utterance, printed)
        for found in (by_quote, copied.get(item.sentence.id, set()), by_likeness):
            if found:
                if len(found) == 1:
                    joined[min(found)].append(item)
                break
    return joined


def index(groups: Sequence[Sequence[Told]], keys: Callable[[Told], Iterable[str]]) -> Index:
    """The members of the groups by each of their keys, with the number of their group."""
    holders: dict[str, list[Numbered]] = defaultdict(list)
    for number, group in enumerate(groups):
        for told in group:
            for key in sorted(keys(told)):
                holders[key].append((number, told))
    return holders


def find_printed(told: Iterable[Told], published: Mapping[str, PublicationDate]) -> Printed:
    """By which day what witnesses tell was printed."""
    latest = {name: edtf.latest(date.edtf) for name, date in published.items() if date.edtf}
    witnesses = {name: day for name, day in latest.items() if day}
    utterances: dict[str, datetime.date] = {}
    for item in told:
        day = witnesses.get(witness(item.sentence))
        for utterance in item.utterances if day else ():
            utterances[utterance] = min(day or datetime.date.max, utterances.get(utterance, datetime.date.max))
    return Printed(witnesses=witnesses, utterances=utterances)


def is_older(printed: datetime.date | None, other: Told) -> bool:
    """Whether what was printed by that day cannot tell of the day that a dated report gives."""
    day = edtf.earliest(value_of(other))
    return printed is not None and day is not None and printed < day


def can_be_twins(item: Told, other: Told, printed: Printed) -> bool:
    """Whether an undated sentence may tell of the day of a dated report of another witness.

    A day after their utterance was first printed is that of a repetition: who does not date it may mean either.
    """
    if witness(item.sentence) == witness(other.sentence):
        return False
    weekday = edtf.weekday_name(value_of(other))
    names_another = weekday and item.weekdays and edtf.WEEKDAYS.index(weekday) + 1 not in item.weekdays
    known = [printed.utterances.get(utterance) for utterance in item.utterances & other.utterances]
    too_early = any(is_older(day, other) for day in (printed.witnesses.get(witness(item.sentence)), *known))
    return not names_another and not too_early


def find_quoted(item: Told, by_utterance: Index, printed: Printed) -> set[int]:
    """The groups in which another witness quotes an utterance that begins in the sentence."""
    return {
        number
        for utterance in item.utterances
        for number, other in by_utterance.get(utterance, ())
        if item.speaker in (None, other.speaker) and can_be_twins(item, other, printed)
    }


def find_copied(
    groups: Sequence[Sequence[Told]], undated: Iterable[Told], reuse: Iterable[Reuse], printed: Printed
) -> Evidence:
    """The groups with which undated sentences share running text, by the id of the sentence."""
    dated = by_source((number, told) for number, group in enumerate(groups) for told in group)
    loose = by_source((0, told) for told in undated)
    found: dict[str, set[int]] = defaultdict(set)
    for passage in reuse:
        for ours, theirs in ((passage.a, passage.b), (passage.b, passage.a)):
            holders = list(at(dated, theirs, least=COPIED * (theirs.end - theirs.start)))
            for _, item in at(loose, ours, least=1) if holders else ():
                if shared(item, ours) >= COPIED * (item.sentence.end - item.sentence.start):
                    found[item.sentence.id].update(
                        number
                        for number, told in holders
                        if not conflict(item, told) and can_be_twins(item, told, printed)
                    )
    return found


def by_source(told: Iterable[Numbered]) -> Mapping[str, list[Numbered]]:
    """What sentences tell, in text order, by source."""
    found: dict[str, list[Numbered]] = defaultdict(list)
    for number, item in sorted(told, key=lambda pair: place(pair[1])):
        found[item.sentence.source].append((number, item))
    return found


def at(sources: Mapping[str, list[Numbered]], passage: Span, *, least: float) -> Iterator[Numbered]:
    """Those sentences that hold at least so many characters of the passage."""
    told = sources.get(passage.source, [])
    first = bisect_right(told, passage.start, key=lambda pair: pair[1].sentence.end)
    for pair in takewhile(lambda pair: pair[1].sentence.start < passage.end, islice(told, first, None)):
        if shared(pair[1], passage) >= least:
            yield pair


def shared(item: Told, passage: Span) -> int:
    """How many characters of a passage stand in the sentence."""
    return min(item.sentence.end, passage.end) - max(item.sentence.start, passage.start)


def find_alike(item: Told, by_word: Index, weights: Weights, printed: Printed) -> set[int]:
    """The groups in which another witness tells nearly the same, looked for by the sentence's rarest words."""
    if len(item.matter) <= LEAST_SHARED:
        return set()
    rarest = sorted(item.matter, key=lambda word: (-weights[word], word))[: LEAST_SHARED + 1]
    likely = {(number, place(other)): other for word in rarest for number, other in by_word.get(word, ())[:WIDE]}
    return {
        number
        for (number, _), other in likely.items()
        if witness(other.sentence) != witness(item.sentence)
        and not conflict(item, other)
        and likeness(item, other, weights) >= LIKE
        and can_be_twins(item, other, printed)
    }
