"""Families as people decided them: which quotations render one utterance, and which do not.

First the quotations that people took out leave, and what is left is grouped without them; then families and single
quotations are joined, entry by entry. An automatic family never takes what people took out of one.

In: annotated sources, families, quotes, decisions. Out: families, what was done. Never: joins what people parted,
parts what people joined.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from generator.collate.applied import Applied, put_together, stale
from generator.collate.quoting.families import group_families, join_family
from generator.collate.quoting.meant import Search, locate_quotes, make_search
from generator.collate.quoting.settings import Setting, read_settings
from generator.family_ids import VERBATIM
from generator.model import Actor, AnnotatedSource, Decided, Decisions, Family, QuotationDecision, Quote, Record
from generator.problems import Problem, error
from generator.wording import Finder

Group = frozenset[str]  # ids of quotes
NONE: Group = frozenset()


class Entry(Record, frozen=True, kw_only=True):
    """A decision with the ids of the quotes it means: its target's, those to be joined with them, those that leave
    their family."""

    decision: QuotationDecision
    own: Group
    others: Group
    leaving: Group
    applied: Applied

    @property
    def joined(self) -> Group:
        """All quotes that the entry joins; empty where it joins none."""
        return self.own | self.leaving | self.others if self.others else NONE


class Ground(Record, frozen=True, kw_only=True):
    """What entries are weighed against: the pieces of each quote's utterance and the quotes of its family, by quote."""

    utterances: Mapping[str, Group]
    groups: Mapping[str, Group]
    search: Search


def decide_families(
    readings: Sequence[AnnotatedSource],
    families: Sequence[Family],
    quotes: Sequence[Quote],
    decisions: Decisions,
    finder: Finder,
    actors: Sequence[Actor] = (),
) -> tuple[tuple[Family, ...], Applied]:
    """The families as people joined and parted them, sorted by id. A family of one quote is none."""
    wanted = [decision for decision in decisions.quotations if decision.merge or decision.split]
    search = make_search(quotes, decisions, finder)
    ground = Ground(utterances=utterances_of(quotes), groups=group_of(families), search=search)
    entries = check_parting([read_entry(decision, search) for decision in wanted], ground)
    left = mates_left(entries, ground)
    if left:
        families = group_families(readings, [quote for quote in quotes if quote.id not in left], actors)
    entries, groups = join_groups(entries, group_of(families), left, search)
    settings = read_settings(readings, quotes, actors) if wanted else {}
    made = make_families(families, groups, quotes, ground.utterances, left, settings)
    applied = put_together(with_decided(entry, ground.utterances) for entry in entries)
    reasons = list_reasons(entries, left)
    return tuple(with_reasons(family, reasons) for family in made), applied


def utterances_of(quotes: Iterable[Quote]) -> dict[str, Group]:
    """The pieces of each quote's utterance, by quote."""
    pieces: dict[tuple[str, str], list[str]] = defaultdict(list)
    for quote in quotes:
        pieces[quote.source, quote.utterance].append(quote.id)
    return by_member(pieces.values())


def group_of(families: Iterable[Family]) -> dict[str, Group]:
    """The quotes of each quote's family, by quote."""
    return by_member(family.quotes for family in families)


def by_member(groups: Iterable[Sequence[str]]) -> dict[str, Group]:
    """Each group by each of its members; all of them have one set, however many they are."""
    return {id: group for ids in groups for group in (frozenset(ids),) for id in ids}


def read_entry(decision: QuotationDecision, search: Search) -> Entry:
    """An entry with its quotes; without any where its target is gone."""
    quotes, applied = locate_quotes(decision.target, decision, search)
    found = [locate_quotes(target, decision, search) for target in decision.merge]
    own = frozenset(quote.id for quote in quotes)
    others = frozenset(quote.id for others, _ in found for quote in others) - own
    applied = put_together((applied, *(step for _, step in found)))
    if decision.merge and not others and not applied.problems:
        message = "all its passages stand in one quotation, and there is nothing to join."
        applied = replace(applied, problems=(stale(search.decisions, decision, message),))
    return Entry(
        decision=decision,
        own=own,
        others=others if own else NONE,
        leaving=own if decision.split else NONE,
        applied=applied,
    )


def check_parting(entries: Iterable[Entry], ground: Ground) -> list[Entry]:
    """The entries, none of which parts what an earlier one joins, or what stands in no family."""
    joined: dict[str, int] = {}
    checked = []
    for entry in entries:
        checked.append(check_entry(entry, ground, joined) if entry.leaving else entry)
        for quote in checked[-1].joined:
            joined.setdefault(quote, entry.decision.line)
    return checked


def check_entry(entry: Entry, ground: Ground, joined: Mapping[str, int]) -> Entry:
    """An entry weighed against the families and against what earlier lines join, quote by quote.

    Other pieces of the same utterance leave the family with the one that is meant.
    """
    file, groups = ground.search.decisions.file, ground.groups
    leaving = frozenset(
        piece for id in entry.own & groups.keys() for piece in ground.utterances[id] if groups.get(piece) == groups[id]
    )
    line = min((joined[id] for id in leaving | entry.own if id in joined), default=None)
    if line is not None:
        message = (
            f"Line {line} joins this quotation with others, and counts. To move it from one family to another, "
            "write “split: true” into the entry that joins it."
        )
        return refuse(entry, error(file, message, entry.decision.line))
    if leaving or entry.others:
        return replace(entry, leaving=leaving)
    message = "the quotation stands in no family to be taken from."
    return refuse(entry, stale(ground.search.decisions, entry.decision, message))


def refuse(entry: Entry, problem: Problem) -> Entry:
    """An entry that does nothing but say why."""
    applied = replace(entry.applied, problems=(*entry.applied.problems, problem))
    return replace(entry, others=NONE, leaving=NONE, applied=applied)


def mates_left(entries: Iterable[Entry], ground: Ground) -> dict[str, Group]:
    """For each quote that people took out of its family, the quotes that stay there."""
    out = frozenset(id for entry in entries for id in entry.leaving)
    return {id: ground.groups[id] - out for id in out}


def join_groups(
    entries: Sequence[Entry], groups: Mapping[str, Group], left: Mapping[str, Group], search: Search
) -> tuple[list[Entry], dict[str, Group]]:
    """The entries, and the quotes of each quote's family once all are joined. What was parted is not joined again."""
    groups = dict(groups)
    checked = []
    for entry in entries:
        united = NONE.union(*(groups.get(id, {id}) for id in entry.joined))
        if any(left.get(id, NONE) & united for id in united):
            message = "This joins a quotation with others from which “split: true” parts it. Remove one of the two."
            problem = error(search.decisions.file, message, entry.decision.line)
            checked.append(replace(refuse(entry, problem), leaving=entry.leaving))
        else:
            groups |= dict.fromkeys(united, united)
            checked.append(entry)
    return checked, groups


def make_families(
    families: Sequence[Family],
    groups: Mapping[str, Group],
    quotes: Sequence[Quote],
    utterances: Mapping[str, Group],
    left: Mapping[str, Group],
    settings: Mapping[str, Setting],
) -> tuple[Family, ...]:
    """A family for each group, sorted by id; those that nobody joined as they were.

    A piece of an utterance may follow the others into one family that people made; none that they took out of one.
    """
    made = {frozenset(family.quotes): family for family in families}
    by_id = {quote.id: quote for quote in quotes}
    taken = groups.keys() | left.keys()
    for group in sorted(set(groups.values()) - made.keys(), key=min):
        pieces = sorted({piece for id in group for piece in utterances[id]} - taken)
        family = join_family(
            [by_id[id] for id in sorted(group)],
            [by_id[piece] for piece in pieces if by_id[piece].kind in VERBATIM],
            settings,
        )
        made[group] = family
        taken |= set(family.quotes)
    return tuple(sorted((made[group] for group in set(groups.values())), key=lambda family: family.id))


def list_reasons(entries: Iterable[Entry], left: Mapping[str, Group]) -> dict[str, list[tuple[int, str]]]:
    """For each quote the line and the reason of each entry that joined it, or took another one out beside it."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for entry in entries:
        for quote in entry.joined.union(*(left[id] for id in entry.leaving)):
            found[quote].append((entry.decision.line, entry.decision.reason))
    return found


def with_reasons(family: Family, reasons: Mapping[str, Sequence[tuple[int, str]]]) -> Family:
    """The family with the reasons of those who joined or took out one of its quotes, in the order of the lines."""
    found = sorted({one for quote in family.quotes for one in reasons.get(quote, ())})
    return replace(family, curated="; ".join(dict.fromkeys(reason for _, reason in found)) or None)


def with_decided(entry: Entry, utterances: Mapping[str, Group]) -> Applied:
    """What became of an entry, with what was done for readers."""
    did = ["parted from its other readings"] if entry.leaving else []
    if entry.others:
        count = len({utterances[id] for id in entry.others})
        did.append(f"joined with {count} other{'s' if count > 1 else ''}")
    if not did:
        return entry.applied
    decided = Decided(what="quotation", id=min(entry.own), did=", ".join(did), reason=entry.decision.reason)
    return replace(entry.applied, decided=(decided,))
