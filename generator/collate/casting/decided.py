"""Names that people took from one actor and gave to another: in the readings, before actors are joined.

In: annotated sources, decisions. Out: readings in which such mentions go under a candidate of their own. Never: changes
a span; takes a name from an actor that the entry does not name.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from generator.collate.applied import Applied, quoted, says_more, stale
from generator.collate.casting.chosen_names import split_key
from generator.collate.casting.entries import list_entries
from generator.collate.casting.groups import group_entries
from generator.collate.casting.roll import Roll, enter_names, enter_split, find_one, join_named, make_roll
from generator.collate.unions import find
from generator.language.names import normal_form
from generator.model import (
    ActorDecision,
    AnnotatedSource,
    Candidate,
    Decisions,
    Description,
    Mention,
    Quotation,
    Split,
)
from generator.problems import Problem, Problems
from generator.spans import contains, witness

Home = tuple[str | None, str]  # an item of the source (None outside of items) and a candidate's key


def split_actors(
    readings: Sequence[AnnotatedSource], decisions: Decisions
) -> tuple[tuple[AnnotatedSource, ...], Applied]:
    """The readings with the names that decisions give to another actor under a candidate of their own.

    An entry means the actor as it is after the entries before it. Names that nothing prints make the split stale.
    """
    if not any(decision.split for decision in decisions.actors):
        return tuple(readings), Applied()
    entries = list_entries(sorted(readings, key=lambda reading: reading.source.id))
    roll = make_roll(entries, group_entries(entries))
    readings, holders = list(readings), find_holders(readings)
    problems: Problems = ()
    for decision in decisions.actors:
        root, found = find_one(roll, decision.actor, decision, decisions)
        problems += found if decision.split else ()
        if root is not None:
            problems += split_entry(readings, holders, roll, root, decision, decisions)
    return tuple(readings), Applied(problems=problems)


def find_holders(readings: Sequence[AnnotatedSource]) -> dict[str, list[int]]:
    """The numbers of the readings in which each printed name (folded) stands; splits do not change them."""
    holders: dict[str, dict[int, None]] = defaultdict(dict)
    for number, reading in enumerate(readings):
        for mention in reading.mentions:
            holders[normal_form(mention.text)][number] = None
    return {form: list(numbers) for form, numbers in holders.items()}


def split_entry(
    readings: list[AnnotatedSource],
    holders: Mapping[str, Sequence[int]],
    roll: Roll,
    root: str,
    decision: ActorDecision,
    decisions: Decisions,
) -> Problems:
    """Applies one entry; the readings and the roll are led on."""
    root, _, _ = join_named(roll, root, decision, decisions)
    problems: Problems = ()
    for split in decision.split:
        numbers = sorted({number for name in split.names for number in holders.get(normal_form(name), ())})
        moved = {number: found for number in numbers if (found := find_moved(readings[number], roll, root, split))}
        if not moved:
            problems += (nothing_to_split(split, decision, decisions),)
            continue
        for number, found in moved.items():
            readings[number] = move(readings[number], found, split)
        roll.roots.setdefault(split_key(split), split_key(split))
        for mention in (mention for found in moved.values() for mention in found):
            roll.printed[normal_form(mention.text)].subtract([mention.candidate])
        enter_split(roll, root, split)
    enter_names(roll, root, decision)
    return problems


def nothing_to_split(split: Split, decision: ActorDecision, decisions: Decisions) -> Problem:
    """The warning for a split whose names match nothing."""
    names = " or ".join(quoted(name) for name in split.names)
    where = f" in {', '.join(split.sources)}" if split.sources else ""
    message = f"{quoted(decision.actor)} is never printed as {names}{where}."
    return stale(decisions, decision, message, part=says_more(decision, "split"))


def find_moved(reading: AnnotatedSource, roll: Roll, root: str, split: Split) -> tuple[Mention, ...]:
    """The mentions of an actor that are printed as one of the split's names, in its witnesses."""
    forms = {normal_form(name) for name in split.names}
    return tuple(
        mention
        for mention in reading.mentions
        if (not split.sources or not {mention.source, witness(mention)}.isdisjoint(split.sources))
        and normal_form(mention.text) in forms
        and find(roll.roots, mention.candidate) == root
    )


def move(reading: AnnotatedSource, moved: Sequence[Mention], split: Split) -> AnnotatedSource:
    """The reading with these mentions under the split's candidate, and with them what belongs to them."""
    if not moved:
        return reading
    key, at = split_key(split), {mention.start for mention in moved}
    full = normal_form(split.name)
    mentions = tuple(
        replace(m, candidate=key, how="name" if normal_form(m.text) == full else "short") if m.start in at else m
        for m in reading.mentions
    )
    left = {(mention.part, mention.candidate) for mention in mentions}
    return replace(
        reading,
        candidates=with_candidate(reading, moved, mentions, split),
        mentions=mentions,
        descriptions=tuple(
            replace(found, candidate=key) if nearest_mention(found, reading.mentions).start in at else found
            for found in reading.descriptions
        ),
        quotations=tuple(follow(quotation, moved, left, key) for quotation in reading.quotations),
    )


def with_candidate(
    reading: AnnotatedSource, moved: Sequence[Mention], left: Sequence[Mention], split: Split
) -> tuple[Candidate, ...]:
    """The reading's candidates and the new one, of the kind of that from which its first mention comes.

    One of whose name no mention is left bears the name that is left most often.
    """
    kinds = {candidate.key: candidate.kind for candidate in reading.candidates}
    key, touched = split_key(split), {mention.candidate for mention in moved}
    new = Candidate(source=reading.source.id, key=key, name=split.name, kind=kinds[moved[0].candidate])
    kept = (named_by(one, left) if one.key in touched else one for one in reading.candidates)
    return tuple(sorted({one.key: one for one in (new, *kept)}.values(), key=lambda one: one.key))


def named_by(candidate: Candidate, left: Iterable[Mention]) -> Candidate:
    """The candidate under a name that one of its mentions prints, if it has any."""
    printed = Counter(mention.text for mention in left if mention.candidate == candidate.key)
    if not printed or normal_form(candidate.name) in map(normal_form, printed):
        return candidate
    return replace(candidate, name=min(printed, key=lambda text: (-printed[text], text)))


def nearest_mention(description: Description, mentions: Iterable[Mention]) -> Mention:
    """The mention of the described candidate beside which the description stands."""
    own = (mention for mention in mentions if mention.candidate == description.candidate)
    return min(own, key=lambda m: (max(m.start - description.end, description.start - m.end), m.start))


def follow(quotation: Quotation, moved: Sequence[Mention], left: set[Home], key: str) -> Quotation:
    """The quotation with those under the new key who were moved.

    Its speaker was, where a moved mention names the speaker; or, as for all who pass it on, where none of the item's
    mentions of them is left.
    """
    here = quotation.part
    gone = {m.candidate for m in moved if m.part == here} - {old for part, old in left if part == here}
    span = quotation.speaker_span
    named = span is not None and any(m.candidate == quotation.speaker and contains(span, m) for m in moved)
    return replace(
        quotation,
        speaker=key if named or quotation.speaker in gone else quotation.speaker,
        via=tuple(key if old in gone else old for old in quotation.via),
    )
