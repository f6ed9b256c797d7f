"""Which names of different sources name the same: union-find over forms, each union with its evidence.

In: forms with their kinds and where they stand. Out: groups, and pairs that may be the same but are kept apart. Never:
depends on the order of sources; merges where two longer names fit, or where two full names stand in one witness.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from generator.collate.casting.nicknames import nicknames
from generator.collate.casting.spellings import spellings
from generator.collate.unions import find, unite
from generator.language.short_forms import (
    HEADS,
    STATE_BODIES,
    index_forms,
    is_place,
    is_short_for,
    is_team_short,
    longer_forms,
    place_without_rank,
    without_adjective,
    without_ending,
)
from generator.model import ActorKind, Record

Pair = tuple[str, str]

RARER = 3  # a longer form may be at most so many times rarer than the place or acronym that it would swallow
AGREEING_SOURCES = 2  # that link a short form to one name, before sources without a full name are trusted to mean it
DISAGREEING_SHARE = 5  # so many times more sources than those that link it to another name
TWO_LETTERS = 2
WITHOUT_THE_NAME = 5  # witnesses: so many use a word without the person's full name only where it is not a surname
LONG_NAME = 3  # words: one letter more or less in so many is a slip


class Form(Record, frozen=True, kw_only=True):
    """One comparison form over all sources: its kind, how often it is printed, in which witnesses.

    `short_of`: for each form to which sources themselves linked it, in how many. `acronym`: always in capitals.
    """

    form: str
    kind: ActorKind
    count: int
    acronym: bool
    witnesses: frozenset[str]
    short_of: tuple[tuple[str, int], ...]


class Joined(Record, frozen=True, kw_only=True):
    """Two forms that were taken for one name, and by what: in words of the site."""

    left: str
    right: str
    why: str


class Merged(Record, frozen=True, kw_only=True):
    """For each form its group's first form, and pairs of forms of different groups that may be the same, sorted.

    `joined` is the evidence: by these pairs the groups came about, in the order in which they did.
    """

    groups: dict[str, str]
    uncertain: tuple[Pair, ...]
    joined: tuple[Joined, ...] = ()


def merge(forms: Iterable[Form]) -> Merged:
    """All forms joined as far as the evidence is certain."""
    known = {form.form: form for form in sorted(forms, key=lambda one: one.form)}
    parent = {form: form for form in known}
    joined: list[Joined] = []

    def join(left: str, right: str, why: str) -> None:
        """Puts two groups together and keeps by what."""
        if find(parent, left) != find(parent, right):
            joined.append(Joined(left=left, right=right, why=why))
        unite(parent, left, right)

    for why, pairs in CERTAIN.items():
        for left, right in pairs(known):
            join(left, right, why)
    uncertain = [*likely(known)]
    for left, right, why in nearly_alike(known):
        if why:
            join(left, right, why)
        else:
            uncertain.append((left, right))
    for short, fulls in short_forms(known):
        chosen = choose(known, parent, short, fulls)
        uncertain.extend((short, full) for full in fulls if chosen is None)
        if chosen is not None and chosen != find(parent, short):
            join(short, next(full for full in fulls if find(parent, full) == chosen), why_short(known[short]))
    groups = {form: find(parent, form) for form in known}
    uncertain.extend(with_and_without_head(known, groups))
    apart = {(min(pair), max(pair)) for pair in uncertain if groups[pair[0]] != groups[pair[1]]}
    return Merged(groups=groups, uncertain=tuple(sorted(apart)), joined=tuple(joined))


def why_short(short: Form) -> str:
    """By what a short form went with its full one: sources that use both, or that no other name fits."""
    if short.short_of:
        return "a source that has both uses one for the other"
    return "short form of the only name here that it fits"


def same_letters(known: Mapping[str, Form]) -> Iterator[Pair]:
    """Forms that differ in spaces alone, as a tag and running text do, and an account with a name of several words."""
    seen: dict[str, str] = {}
    for form in sorted(known, key=lambda form: (form.startswith("@"), form)):
        squeezed = form.replace(" ", "").replace("_", "").removeprefix("@")
        if not form.startswith("@") or " " in seen.get(squeezed, ""):
            if squeezed in seen:
                yield seen[squeezed], form
            seen.setdefault(squeezed, form)


def same_number(known: Mapping[str, Form]) -> Iterator[Pair]:
    """Long names of bodies that differ only in a plural: "Office of Harbour Work", "Office of Harbour Works"."""
    seen: dict[str, str] = {}
    for form, entry in known.items():
        words = form.split()
        if entry.kind == "organisation" and len(words) >= LONG_NAME:
            singular = " ".join(word.removesuffix("s") for word in words)
            yield seen.setdefault(singular, form), form


def plainer(known: Mapping[str, Form]) -> Iterator[Pair]:
    """A name with and without what only adds to it: a nationality, a legal ending, a place's rank."""
    for form, entry in known.items():
        rank = place_without_rank(form) if entry.kind == "place" else None
        for shorter in (without_adjective(form), without_ending(form), rank):
            if shorter is not None and shorter in known and known[shorter].kind == entry.kind:
                yield shorter, form


def likely(known: Mapping[str, Form]) -> Iterator[Pair]:
    """What may be the same: an account and a name of one word, two letters and a body with such initials."""
    index = index_forms(known)
    for form, entry in known.items():
        if form.startswith("@") and form[1:] in known:
            yield form, form[1:]
        elif entry.acronym and len(form) == TWO_LETTERS:
            bodies = [full for full in index.get(f"={form}", ()) if known[full].kind == "organisation"]
            yield from ((form, body) for body in bodies if len(bodies) == 1)


def with_and_without_head(known: Mapping[str, Form], groups: Mapping[str, str]) -> Iterator[Pair]:
    """A body with and without a head that names seldom do without: "Acme Front", "Acme"; not where that is a person."""
    people = {groups[form] for form, entry in known.items() if entry.kind == "person"}
    for form, entry in known.items():
        stem, _, head = form.rpartition(" ")
        headed = entry.kind == "organisation" and head in HEADS - STATE_BODIES and stem in known
        if headed and groups[stem] not in people and not is_place(stem, known[stem].kind):
            yield stem, form


CERTAIN = {  # each pair of these is one name, whatever else is known
    "the same letters": same_letters,
    "the same but for a plural": same_number,
    "the same but for what only adds to it (a nationality, a legal ending, a rank)": plainer,
}
NICKNAME = "the same surname, and one given name is short for the other"
SPELLING = "two spellings: all words but one agree, and that one nearly does"


def nearly_alike(known: Mapping[str, Form]) -> Iterator[tuple[str, str, str]]:
    """Forms in two spellings, people with a short given name; each with why they are one, "" where they may be two."""
    for left, right in spellings({form: entry.kind for form, entry in known.items()}):
        yield left, right, "" if are_told_apart(known[left], known[right]) else SPELLING
    for left, right, alone in nicknames([form for form, entry in known.items() if entry.kind == "person"]):
        one = alone and not known[left].witnesses & known[right].witnesses
        yield left, right, NICKNAME if one else ""


def are_told_apart(left: Form, right: Form) -> bool:
    """Whether two spellings of a person's name may be two people: they share a witness, or both are well attested."""
    if left.kind != "person":
        return False
    attested = min(len(left.witnesses), len(right.witnesses)) >= AGREEING_SOURCES
    return attested or bool(left.witnesses & right.witnesses)


def short_forms(known: Mapping[str, Form]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each form with the longer ones for which it may be short; longer forms come first."""
    index = index_forms(known)
    for form in sorted(known, key=lambda form: (-len(form.split()), form)):
        kind = known[form].kind
        longer = longer_forms(form, index)
        fulls = tuple(full for full in longer if is_short_for(form, kind, full, known[full].kind))
        if known[form].acronym and len(form) == TWO_LETTERS:
            fulls = tuple(full for full, _ in known[form].short_of if full in known)
        if fulls:
            yield form, tuple(full for full in fulls if known[full].kind != "group") or fulls


def choose(known: Mapping[str, Form], parent: Mapping[str, str], short: str, fulls: tuple[str, ...]) -> str | None:
    """The one longer form that the short one stands for, None where several fit or it would be swallowed."""
    own = find(parent, short)
    groups = {find(parent, full) for full in fulls} - {own}
    if not groups:
        return own
    linked = Counter[str]()
    for full, count in known[short].short_of:
        if full in parent and find(parent, full) != own:
            linked[find(parent, full)] += count
    if len(groups) > 1:
        groups &= agreed(linked)
    if len(groups) != 1:
        return None
    longer = [known[full] for full in fulls if find(parent, full) in groups]
    if not linked and (is_swallowed(known[short], longer) or is_team(short, longer)):
        return None
    if is_no_surname(known[short], longer) or is_body_apart(known[short], longer):
        return None
    return groups.pop()


def agreed(linked: Counter[str]) -> set[str]:
    """The one group to which nearly all sources that link the short form link it; empty where there is none."""
    best = {group for group, count in linked.items() if count >= AGREEING_SOURCES}
    return {group for group in best if linked[group] >= DISAGREEING_SHARE * (linked.total() - linked[group])}


def is_team(short: str, longer: Iterable[Form]) -> bool:
    """Whether the short form fits as a team's name without its place alone: that a source must show itself."""
    return all(full.kind != "person" and is_team_short(short.split(), full.form.split()) for full in longer)


def is_no_surname(short: Form, longer: Iterable[Form]) -> bool:
    """Whether a word that passes for no person is much more frequent than the one person whose surname it may be."""
    longer = tuple(longer)
    people = short.kind != "person" and all(full.kind == "person" for full in longer)
    known = frozenset[str]().union(*(full.witnesses for full in longer))
    often = short.count > RARER * sum(full.count for full in longer)
    return people and often and len(short.witnesses - known) > WITHOUT_THE_NAME


def is_body_apart(short: Form, longer: Iterable[Form]) -> bool:
    """Whether a body's full name is much more frequent than the longer one that it ends: "Workers Party", "Ulm ..."."""
    longer = tuple(longer)
    tail = " " in short.form and all(full.form.endswith(f" {short.form}") for full in longer)
    return tail and short.kind != "person" and short.count > RARER * sum(full.count for full in longer)


def is_swallowed(short: Form, longer: Iterable[Form]) -> bool:
    """Whether a place or acronym would go under a much rarer longer name; a body's name in full is no such name."""
    longer = tuple(longer)
    spelt_out = short.acronym and any(HEADS.intersection(full.form.split()) for full in longer)
    guarded = (short.acronym and not spelt_out) or is_place(short.form, short.kind)
    return guarded and short.count > RARER * sum(full.count for full in longer)
