"""Shorter forms of a name linked to its full form, within one article or one item of a collection.

In: the sightings of a source. Out: under which form each goes, and of what kind it is. Never: links where two full
forms fit, or across items.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from generator.annotate.naming.kinds import LIKELY, Vote, Votes, decide
from generator.annotate.naming.sightings import Sighting
from generator.language.names import name_words
from generator.language.short_forms import (
    acronym_fits,
    index_forms,
    is_short_for,
    longer_forms,
    place_without_rank,
    without_adjective,
)
from generator.model import ActorKind, Record

Home = tuple[str | None, str]  # part, form

LONG_PLURAL = 4  # letters: below that an s at the end is seldom a plural
USED_BEFORE = 2  # a person's short forms that may precede the full one, in a headline and lead; a body's: one less
IN_TEXT = 1000  # weight of a form in running text against one in a tag, so that any of the former decides


class Links(Record, frozen=True, kw_only=True):
    """For each form in each part the form under which it goes there (without those that name nobody); kinds by form."""

    homes: dict[Home, str]
    kinds: dict[str, ActorKind]


class Part(Record, frozen=True, kw_only=True):
    """The forms of one part with the numbers of their sightings in text order, their index and their kinds.

    `shared`: surnames of two people there, so that a bare one names neither. `namesakes`: given names before a surname
    in the names of bodies.
    """

    uses: dict[str, list[int]]
    index: dict[str, list[str]]
    kinds: Mapping[str, ActorKind]
    shared: frozenset[str]
    namesakes: Mapping[str, frozenset[str]]


def link(sightings: Sequence[Sighting]) -> Links:
    """All sightings of a source linked. `sightings` are in text order."""
    forms = with_one_spelling(sightings)
    kinds = decide_kinds(sightings, forms)
    parts: dict[str | None, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        parts[sighting.part].append(sighting)
    homes: dict[Home, str] = {}
    for part, here in parts.items():
        roots = link_part(here, forms, kinds)
        homes.update({(part, one.form): roots[forms[one.form]] for one in here if forms[one.form] in roots})
    return Links(homes=homes, kinds=kinds)


def with_one_spelling(sightings: Iterable[Sighting]) -> dict[str, str]:
    """Forms that differ in spaces alone under the one that is most often printed outside a tag."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for sighting in sightings:
        counted[sighting.form.replace(" ", "")][sighting.form] += 1 if sighting.tagged else IN_TEXT
    best = {squeezed: min(forms, key=lambda form: (-forms[form], form)) for squeezed, forms in counted.items()}
    return {form: best[squeezed] for squeezed, forms in counted.items() for form in forms}


def decide_kinds(sightings: Iterable[Sighting], forms: Mapping[str, str]) -> dict[str, ActorKind]:
    """The kind of each form by all its sightings in the source, then by the forms that stand beside it."""
    votes: dict[str, list[Votes]] = defaultdict(list)
    for sighting in sightings:
        votes[forms[sighting.form]].append(with_initials(sighting))
    kinds = {form: decide(given) for form, given in votes.items()}
    members = {form for form, kind in kinds.items() if kind == "organisation" and is_plural_of(form, kinds)}
    kinds.update(dict.fromkeys(members, "group"))
    surnames = {form.split()[-1] for form, kind in kinds.items() if kind == "person" and " " in form}
    bare = {form for form in surnames & kinds.keys() if kinds[form] == "organisation" and not is_said(votes[form])}
    kinds.update(dict.fromkeys(bare, "person"))
    families = {form for form in kinds if " " not in form and form.endswith("s") and form[:-1] in surnames}
    kinds.update({form: "group" for form in families if kinds[form] == "organisation"})
    peoples = {form.removesuffix("s") for form, kind in kinds.items() if kind == "group"}
    kinds.update({form: "group" for form in kinds if is_kind_of_people(form, peoples, kinds)})
    return kinds


def with_initials(sighting: Sighting) -> Votes:
    """What a mention says of the kind; a name whose initials stand in brackets behind it is hardly a person's."""
    acronym, form = (sighting.acronym or "").casefold(), sighting.form
    first = form.split()[0] if form else ""
    if not acronym or " " not in form or name_words("en").is_given(first) or not acronym_fits(acronym, form):
        return sighting.votes
    place = any(kind == "place" for kind, _ in sighting.votes.own)
    more: tuple[Vote, ...] = () if place else (("organisation", LIKELY),)
    return Votes(own=sighting.votes.own, around=(*sighting.votes.around, *more))


def is_said(votes: Iterable[Votes]) -> bool:
    """Whether the words of the name themselves say of what kind it is."""
    return any(given.own for given in votes)


def is_plural_of(form: str, kinds: Mapping[str, ActorKind]) -> bool:
    """Whether the form is one word, and the plural of another form."""
    return " " not in form and len(form) > LONG_PLURAL and form.endswith("s") and form[:-1] in kinds


def is_kind_of_people(form: str, peoples: set[str], kinds: Mapping[str, ActorKind]) -> bool:
    """Whether the form is a people with a word before it ("Bremen Danes"), and no person."""
    first, _, last = form.partition(" ")
    people = kinds.get(last) == "group" or (last.endswith("s") and (last[:-1] in peoples or last[:-1] in kinds))
    return people and first not in name_words("en").given_names


def link_part(
    sightings: Sequence[Sighting], forms: Mapping[str, str], kinds: Mapping[str, ActorKind]
) -> dict[str, str]:
    """The root of each form of one part. Longer forms are settled first, so that a short one finds their root."""
    uses: dict[str, list[int]] = defaultdict(list)
    for number, sighting in enumerate(sightings):
        uses[forms[sighting.form]].append(number)
    couples = dict(share_surname(sightings, forms, uses))
    for form, full in couples.items():
        uses[full] = sorted({*uses[full], *uses[form]})
    part = Part(
        uses=dict(uses),
        index=index_forms(uses),
        kinds=kinds,
        shared=find_shared(sightings, forms),
        namesakes=find_namesakes(uses, kinds),
    )
    roots = couples | dict(introduced(sightings, forms, part))
    for form in sorted(uses, key=lambda form: (-len(form.split()), form)):
        if form not in roots:
            roots[form] = full_form(form, part, roots)
    firm = {forms[sighting.form] for sighting in sightings if sighting.sure and not sighting.lone}
    settled = {form: find_root(roots, form) for form in uses}
    return {form: root for form, root in settled.items() if root in firm or root != form}


def find_shared(sightings: Iterable[Sighting], forms: Mapping[str, str]) -> frozenset[str]:
    """The forms that stand behind Mr as well as behind Ms or Mrs."""
    words = name_words("en")
    courtesies: dict[str, set[str]] = defaultdict(set)
    for sighting in sightings:
        courtesies[forms[sighting.form]].add(sighting.courtesy)
    return frozenset(
        form for form, used in courtesies.items() if used & words.courtesy_men and used & words.courtesy_women
    )


def share_surname(
    sightings: Iterable[Sighting], forms: Mapping[str, str], uses: Mapping[str, Sequence[int]]
) -> Iterator[tuple[str, str]]:
    """First names that go with the surname behind the next one, "Ann and Jo Lind", where "Ann Lind" is named too."""
    for sighting in sightings:
        form, surname = forms[sighting.form], (sighting.partner or "").split()[1:]
        full = " ".join((form, *surname))
        if surname and " " not in form and full in uses:
            yield form, full


def introduced(sightings: Iterable[Sighting], forms: Mapping[str, str], part: Part) -> Iterator[tuple[str, str]]:
    """Acronyms that a bracket introduces, "Bureau of Harbour Works (BHW)", but no agency behind a place, "ULM (AP)"."""
    for sighting in sightings:
        acronym, form = (sighting.acronym or "").casefold(), forms[sighting.form]
        if acronym in part.uses and acronym != form and acronym_fits(acronym, form):
            yield acronym, form


def full_form(form: str, part: Part, roots: Mapping[str, str]) -> str:
    """The longer form for which this one is short here, or the plainer one of which it is an extension, or itself."""
    kinds = part.kinds
    if form in part.shared:
        return form
    fulls = [full for full in longer_forms(form, part.index) if is_short_for(form, kinds[form], full, kinds[full])]
    fulls = [full for full in fulls if kinds[full] != "group"] or fulls
    targets: dict[str, int] = {}
    for full in fulls:
        root = find_root(roots, full)
        targets[root] = min(part.uses[full][0], targets.get(root, part.uses[full][0]))
    plainer = without_adjective(form) or (place_without_rank(form) if kinds[form] == "place" else None)
    lead = USED_BEFORE if all(kinds[full] == "person" for full in fulls) else USED_BEFORE - 1
    found = meant(part.uses[form], targets, lead)
    if found and kinds[found] == "person" and is_open(form, found, targets, part):
        return form
    return found or (plainer if plainer in part.uses else None) or form


def is_open(surname: str, person: str, targets: Iterable[str], part: Part) -> bool:
    """Whether the source may mean a relative: one whom it names in full more often, or after whom a body is named."""
    often = len(part.uses[person])
    return any(len(part.uses[other]) > often for other in targets) or any(
        namesake != person.partition(" ")[0] for namesake in part.namesakes.get(surname, ())
    )


def find_namesakes(forms: Iterable[str], kinds: Mapping[str, ActorKind]) -> dict[str, frozenset[str]]:
    """For each surname the given names before it in the names of bodies: "Ida" of "Ida Lind Foundation"."""
    words = name_words("en")
    found: dict[str, set[str]] = defaultdict(set)
    for form in forms:
        for given, surname in pairwise(form.split()) if kinds[form] == "organisation" else ():
            if words.is_given(given) and surname not in words.common:
                found[surname].add(given)
    return {surname: frozenset(given) for surname, given in found.items()}


def meant(uses: Sequence[int], targets: Mapping[str, int], lead: int) -> str | None:
    """The target that a short form used at these places means, given where each target is first named in full.

    One target is meant unless the short form had mostly been used before, and more often than a lead does. Of several,
    the one that alone had been named when the short form was first used after it.
    """
    if not targets:
        return None
    if len(targets) == 1:
        ((target, first),) = targets.items()
        early = bisect_left(uses, first)
        return None if early > lead and 2 * early > len(uses) else target
    after = bisect_right(uses, min(targets.values()))
    named = [target for target, first in targets.items() if after < len(uses) and first < uses[after]]
    return named[0] if len(named) == 1 else None


def find_root(roots: Mapping[str, str], form: str) -> str:
    """The form at the end of the chain."""
    seen = {form}
    while (following := roots.get(form, form)) not in seen:
        seen.add(following)
        form = following
    return form
