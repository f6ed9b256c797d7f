"""Which names of different sources name the same: union-find over forms, each union with its evidence.

In: forms with their kinds and where they stand. Out: groups, and pairs that may be the same but are kept apart. Never:
depends on the order of sources; merges where two longer names fit, or where two full names stand in one witness.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import field

from generator.collate.casting.forms import Doubt, Form, Pair
from generator.collate.casting.nicknames import nicknames
from generator.collate.casting.shortened import AGREEING_SOURCES, SEVERAL, TWO_LETTERS, choose, short_forms, why_short
from generator.collate.casting.spellings import sound_alike, spellings
from generator.collate.unions import find, unite
from generator.language.names import name_words
from generator.language.short_forms import (
    PEOPLE_KINDS,
    STATE_BODIES,
    heads,
    index_forms,
    is_place,
    place_without_rank,
    without_adjective,
    without_ending,
)
from generator.model import Record

LONG_NAME = 3  # words: one letter more or less in so many is a slip


class Joined(Record, frozen=True, kw_only=True):
    """Two forms that were taken for one name, and by what: in words of the site."""

    left: str
    right: str
    why: str


class Merged(Record, frozen=True, kw_only=True):
    """For each form its group's first form, and pairs of forms of different groups that may be the same, sorted.

    `joined` is the evidence: by these pairs the groups came about, in the order in which they did. `doubts` say of each
    uncertain pair why it was kept apart.
    """

    groups: dict[str, str]
    uncertain: tuple[Pair, ...]
    joined: tuple[Joined, ...] = ()
    doubts: dict[Pair, str] = field(default_factory=dict)


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
    doubts = [*likely(known)]
    for left, right, why, one in nearly_alike(known):
        if one:
            join(left, right, why)
        else:
            doubts.append((left, right, why))
    for short, fulls in short_forms(known):
        chosen, doubt = choose(known, parent, short, fulls)
        doubts.extend((short, full, doubt) for full in fulls if chosen is None)
        if chosen is not None and chosen != find(parent, short):
            full = next(full for full in fulls if find(parent, full) == chosen)
            join(short, full, why_short(known[short], known[full]))
    groups = {form: find(parent, form) for form in known}
    doubts.extend(with_and_without_head(known, groups))
    apart = {(min(a, b), max(a, b)): why for a, b, why in reversed(doubts) if groups[a] != groups[b]}
    return Merged(groups=groups, uncertain=tuple(sorted(apart)), joined=tuple(joined), doubts=apart)


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


def without_nationality(known: Mapping[str, Form]) -> Iterator[Pair]:
    """A name with and without a nationality before it, where it stands with one nationality alone."""
    return one_alone(plainer(known, without_adjective))


def without_legal_ending(known: Mapping[str, Form]) -> Iterator[Pair]:
    """A firm's name with and without its legal ending."""
    for form, entry in known.items():
        shorter = known.get(without_ending(form) or "")
        if shorter is not None and (shorter.kind == entry.kind or is_person_by_default(shorter)):
            yield shorter.form, form


def is_person_by_default(form: Form) -> bool:
    """Whether two words pass for a person's name though nothing is said of one and nobody is known to be called so."""
    return form.kind == "person" and not form.described and not name_words("en").is_given(form.form.split()[0])


def without_rank(known: Mapping[str, Form]) -> Iterator[Pair]:
    """A place's name with and without the word for what it is."""
    return plainer({form: entry for form, entry in known.items() if entry.kind == "place"}, place_without_rank)


def plainer(known: Mapping[str, Form], without: Callable[[str], str | None]) -> Iterator[Pair]:
    """Names of one kind with and without what only adds to them."""
    for form, entry in known.items():
        shorter = without(form)
        if shorter is not None and shorter in known and known[shorter].kind == entry.kind:
            yield shorter, form


def one_alone(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Those of the pairs whose shorter name has no other longer one."""
    pairs = tuple(pairs)
    longer = Counter(shorter for shorter, _ in pairs)
    return (pair for pair in pairs if longer[pair[0]] == 1)


def likely(known: Mapping[str, Form]) -> Iterator[Doubt]:
    """What may be the same: a name with one of several nationalities, an account and a name of one word, two letters
    and a body with such initials."""
    index = index_forms(known)
    yield from ((shorter, form, SEVERAL) for shorter, form in plainer(known, without_adjective))
    for form, entry in known.items():
        if form.startswith("@") and form[1:] in known:
            yield form, form[1:], ACCOUNT
        elif entry.acronym and len(form) == TWO_LETTERS:
            bodies = [full for full in index.get(f"={form}", ()) if known[full].kind == "organisation"]
            yield from ((form, body, LETTERS) for body in bodies if len(bodies) == 1)


def with_and_without_head(known: Mapping[str, Form], groups: Mapping[str, str]) -> Iterator[Doubt]:
    """A body with and without a head that names seldom do without: "Acme Front", "Acme"; not where that is a person."""
    people = {groups[form] for form, entry in known.items() if entry.kind == "person"}
    for form, entry in known.items():
        stem, _, head = form.rpartition(" ")
        headed = entry.kind == "organisation" and head in heads() - STATE_BODIES and stem in known
        if headed and groups[stem] not in people and not is_place(stem, known[stem].kind):
            yield stem, form, HEAD


CERTAIN = {  # each pair of these is one name, whatever else is known
    "the same letters": same_letters,
    "the same but for a plural": same_number,
    "the same but for a nationality": without_nationality,
    "the same but for a legal ending": without_legal_ending,
    "the same but for the word for what it is": without_rank,
}
NICKNAME = "the same surname, and one given name is short for the other"
SPELLING = "two spellings: all words but one agree, and that one nearly does"

ACCOUNT = "an account and a name of one word"
LETTERS = "two letters that no source introduces"
HEAD = "a name with and without a head that names seldom do without"


def nearly_alike(known: Mapping[str, Form]) -> Iterator[tuple[str, str, str, bool]]:
    """Forms in two spellings, people with a short given name; each with in what, and whether they are one."""
    for left, right in spellings({form: entry.kind for form, entry in known.items()}):
        yield left, right, SPELLING, not are_told_apart(known[left], known[right])
    for left, right, alone in nicknames([form for form, entry in known.items() if entry.kind == "person"]):
        yield left, right, NICKNAME, alone and not known[left].witnesses & known[right].witnesses


def are_told_apart(left: Form, right: Form) -> bool:
    """Whether two spellings may be two names: one witness has both, both are well attested, or they are single words
    that do not sound alike ("Larsen", "Larson"). Of a people all spellings are one name."""
    if {left.kind, right.kind} <= PEOPLE_KINDS and "group" in {left.kind, right.kind}:
        return False
    attested = min(len(left.witnesses), len(right.witnesses)) >= AGREEING_SOURCES
    single = " " not in left.form and not sound_alike(left.form, right.form)
    return attested or single or bool(left.witnesses & right.witnesses)
