"""Which longer name a short form stands for, over all sources: only one that fits alone, and that it does not outweigh.

In: forms, the groups so far. Out: a group, or why the short form is left alone. Never: takes the house for one of its
divisions; links a team's bare plural that no source uses for it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.collate.casting.forms import Form
from generator.collate.unions import find
from generator.language.names import name_words
from generator.language.places import longest_country
from generator.language.short_forms import (
    BEGINNING,
    DIVISION,
    GIVEN,
    TAIL,
    TEAM,
    heads,
    how_short,
    index_forms,
    is_place,
    is_short_for,
    longer_forms,
)

RARER = 3  # a longer form may be at most so many times rarer than the place or acronym that it would swallow
DISAGREEING_SHARE = 5  # so many times more sources than those that link it to another name
TWO_LETTERS = 2
WITHOUT_THE_NAME = 5  # witnesses: so many use a word without the person's full name only where it is not a surname
AGREEING_SOURCES = 2  # that link a short form to one name, before sources without a full name are trusted to mean it

INTRODUCED = "letters that a source introduces"
SEVERAL = "several names fit the short form"
MOSTLY_ELSE = "the short form is much more frequent than the only name that it fits"
SHOWN_ONLY = "no source uses the short form for the name beside it"
PARTS = "a house and one of its divisions"


def why_short(short: Form, full: Form) -> str:
    """By what a short form went with its full one: in which way it is short, and who says that this one is meant."""
    how = how_of(short, full) or INTRODUCED
    if short.short_of:
        return f"{how}; a source that has both uses one for the other"
    return f"{how}; no other name here fits it"


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


def choose(
    known: Mapping[str, Form], parent: Mapping[str, str], short: str, fulls: tuple[str, ...]
) -> tuple[str | None, str]:
    """The one longer form that the short one stands for; None, and why, where several fit or it would be swallowed."""
    own = find(parent, short)
    groups = {find(parent, full) for full in fulls} - {own}
    if not groups:
        return own, ""
    linked = Counter[str]()
    for full, count in known[short].short_of:
        if full in parent and find(parent, full) != own:
            linked[find(parent, full)] += count
    if len(groups) > 1:
        groups &= agreed(linked)
    if len(groups) != 1:
        return None, SEVERAL
    longer = [known[full] for full in fulls if find(parent, full) in groups]
    doubt = next((why for why, holds in DOUBTED.items() if holds(known[short], longer, bool(linked))), None)
    return (groups.pop(), "") if doubt is None else (None, doubt)


def agreed(linked: Counter[str]) -> set[str]:
    """The one group to which nearly all sources that link the short form link it; empty where there is none."""
    best = {group for group, count in linked.items() if count >= AGREEING_SOURCES}
    return {group for group in best if linked[group] >= DISAGREEING_SHARE * (linked.total() - linked[group])}


def is_mostly_else(short: Form, longer: Sequence[Form], linked: bool) -> bool:
    """Whether the short form is so frequent that it is the name of something else."""
    return (not linked and is_swallowed(short, longer)) or is_no_surname(short, longer) or is_body_apart(short, longer)


def is_unshown(short: Form, longer: Sequence[Form], linked: bool) -> bool:
    """Whether the short form fits in a way that is too weak where no source itself uses it for the longer one."""
    return not linked and all(is_weak(short, full) for full in longer)


def is_weak(short: Form, full: Form) -> bool:
    """A team without its place, a given name alone, "Lind Office" of "Ann Lind Office", "Danish Bank" of "... of"."""
    how = how_of(short, full)
    if how == TAIL:
        return name_words("en").is_given(full.form.removesuffix(f" {short.form}"))
    if how == BEGINNING:
        return longest_country(short.form.split(), "en")[1] is not None
    return how in {TEAM, GIVEN}


def is_division(short: Form, longer: Sequence[Form], linked: bool) -> bool:
    """Whether the longer form may be a division of the house that the short one names, be it used for it somewhere."""
    return all(how_of(short, full) == DIVISION for full in longer)


def how_of(short: Form, full: Form) -> str | None:
    """In which way the one is short for the other."""
    return how_short(short.form, short.kind, full.form, full.kind)


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
    spelt_out = short.acronym and any(heads().intersection(full.form.split()) for full in longer)
    guarded = (short.acronym and not spelt_out) or is_place(short.form, short.kind)
    return guarded and short.count > RARER * sum(full.count for full in longer)


DOUBTED = {
    MOSTLY_ELSE: is_mostly_else,
    SHOWN_ONLY: is_unshown,
    PARTS: is_division,
}  # why a name that alone fits is not meant
