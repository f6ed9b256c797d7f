"""When a shorter form may stand for a longer name: a surname for a person, a tail or an acronym for a body.

In: two comparison forms and what kind of thing each names. Out: truth values. Never: decides between two longer names;
the caller links only where one alone fits.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from generator.language.loader import languages, load
from generator.language.name_lists import NameData, words_of
from generator.language.names import name_words
from generator.language.places import capital_of, country, fold, inhabitants, is_adjective, is_region
from generator.model import ActorKind

SHORTEST_ACRONYM = 3  # letters, where no bracket introduces it: two letters are the initials of too much
PEOPLE_KINDS = frozenset({"group", "organisation"})  # the adjective of a people may pass for an organisation
ADMINISTRATIVE = frozenset({"province", "region", "prefecture", "republic"})
PEOPLES = ("ian", "ite", "ist")  # how words for peoples and followers end
STATE_BODIES = name_words("en").state_bodies
DEPARTMENTS = frozenset({"fire", "police"})  # of a town, whose names mostly go on with "Department"
RANKS = frozenset({"department", "dept", "force", "service"})  # that a body's name is also used without: "Ulm Police"
OF = name_words("en").genitives | {"in", "to"}

SINGULAR = "the singular of the other"
SURNAME = "a surname"
GIVEN = "a given name"
LAST_NAMES = "the last of somebody’s names"
OUTER_NAMES = "a name without what stands in its middle"
INITIALS = "initials"
TAIL = "the end of a body’s name"
BEGINNING = "a body’s name without what stands behind “of”"
RANK = "a body’s name without its rank"
HEADLESS = "a firm’s name without its head or legal ending"
DIVISION = "a name without the head of one of its divisions"
TEAM = "a team’s name without its place"


@cache
def heads() -> frozenset[str]:
    """The heads of bodies' names in all languages, folded, and legal endings: a form does not say its language."""
    listed = (name_words(language).organisation_heads for language in languages("names"))
    return frozenset(fold(head) for some in listed for head in some) | name_words("en").legal_endings


def is_short_for(short: str, short_kind: ActorKind, full: str, full_kind: ActorKind) -> bool:
    """Whether the short form may stand for the full one.

    >>> is_short_for("lind", "organisation", "ann lind", "person")
    True
    >>> is_short_for("ulm", "place", "ulm bakery", "organisation")
    False
    >>> is_short_for("bank", "organisation", "bank of ulm", "organisation")
    True
    """
    return how_short(short, short_kind, full, full_kind) is not None


def how_short(short: str, short_kind: ActorKind, full: str, full_kind: ActorKind) -> str | None:
    """In which way the short form may stand for the full one, in words of the site; None where it may not.

    >>> how_short("lind", "person", "ann lind", "person"), how_short("bank", "organisation", "ulm", "place")
    ('a surname', None)
    """
    some, whole = short.split(), full.split()
    if short == full or short.startswith("@") or full.startswith("@"):
        return None
    if f"{short}s" == full:
        return SINGULAR if "group" in {short_kind, full_kind} <= PEOPLE_KINDS else None
    if len(some) >= len(whole) or is_place(short, short_kind):
        return None
    if full_kind == "person":
        return how_person_short(some, whole) if short_kind in {"person", "organisation"} else None
    return how_organisation_short(some, whole) if full_kind == short_kind == "organisation" else None


def is_place(form: str, kind: ActorKind) -> bool:
    """Whether the form is a place or of one, by its mentions or the gazetteers: then it is no short form of another."""
    return kind == "place" or bool(country(form) or capital_of(form) or is_region(form) or is_adjective(form))


def place_without_rank(form: str) -> str | None:
    """A place's name without the word for what it is, None where it has none.

    >>> place_without_rank("ulm region"), place_without_rank("ulm city")
    ('ulm', None)
    """
    words = form.split()
    while len(words) > 1 and words[-1] in ADMINISTRATIVE:
        words.pop()
    return " ".join(words) if len(words) < len(form.split()) else None


def without_adjective(form: str) -> str | None:
    """A name without the nationality before it ("danish jo lind"), None where none stands there.

    >>> without_adjective("danish jo lind"), without_adjective("jo lind")
    ('jo lind', None)
    """
    first, _, rest = form.partition(" ")
    return rest if " " in rest and is_adjective(first) else None


def without_ending(form: str) -> str | None:
    """A firm's name without its legal ending, None where it has none.

    >>> without_ending("acme inc"), without_ending("acme bank")
    ('acme', None)
    """
    words, english = form.split(), name_words("en")
    while len(words) > 1 and words[-1] in english.legal_endings - english.organisation_heads:
        words.pop()
    return " ".join(words) if len(words) < len(form.split()) else None


def how_person_short(some: Sequence[str], whole: Sequence[str]) -> str | None:
    """A surname, of one word or two, a first name, or first and last without what stands between."""
    core = [word for word in whole if word not in name_words("en").generation]
    if core and len(some) == 1:
        return SURNAME if some[0] == core[-1] else GIVEN if some[0] == core[0] else None
    if core and list(core[-len(some) :]) == list(some):
        return LAST_NAMES
    return OUTER_NAMES if core and some[0] == core[0] and some[-1] == core[-1] else None


def how_organisation_short(some: Sequence[str], whole: Sequence[str]) -> str | None:
    """The name without its legal ending or head, its tail with the head, its head before of, its acronym."""
    size = len(some)
    core = core_of(whole)
    if size == 1 and len(some[0]) >= SHORTEST_ACRONYM and some[0] in acronyms(whole):
        return INITIALS
    if list(core[-size:]) == list(some) and some[-1] in heads():
        return TAIL if size == 1 or not is_full_name(core[:-size]) else None
    if list(whole[:size]) != list(some):
        return TEAM if is_team_short(some, whole) else None
    return how_cut(some, whole[size:])


def how_cut(some: Sequence[str], rest: Sequence[str]) -> str | None:
    """What a body's name is without its last words, where that may stand for the whole: no member for the party."""
    if some[-1] in heads() and set(rest) <= RANKS:
        return RANK
    if rest[0] in OF:
        return BEGINNING if some[-1] in heads() else None
    words = name_words("en")
    if set(rest) <= words.droppable_heads | words.legal_endings and some[-1] not in words.members:
        return DIVISION if set(rest) & words.division_heads else HEADLESS
    return None


def is_full_name(words: Sequence[str]) -> bool:
    """Whether these words are a person's given name and surname: a body named so keeps them ("Jo Lind City Hall")."""
    return len(words) > 1 and name_words("en").is_given(words[0])


def is_team_short(some: Sequence[str], whole: Sequence[str]) -> bool:
    """A team's name without the place before it ("Ulm Sparrows"): a plural that names no people or members.

    >>> is_team_short(["sparrows"], ["ulm", "sparrows"]), is_team_short(["democrats"], ["ulm", "democrats"])
    (True, False)
    """
    if len(some) > 1 or whole[-1] != some[0] or not some[0].endswith("s") or some[0].endswith(("ss", "us", "is")):
        return False
    one, words = some[0].removesuffix("s"), name_words("en")
    people = words.members | words.roles | words.people_nouns | words.organisation_heads | words.no_actor_heads
    named = not {one, some[0]} & people and not inhabitants(some[0]) and not one.endswith(PEOPLES)
    place = not set(whole[:-1]) & (words.common - words.place_heads) and not is_adjective(" ".join(whole[:-1]))
    return named and place


def core_of(words: Sequence[str]) -> Sequence[str]:
    """A name's words without where it stands: "danish embassy in peru"."""
    return words[: words.index("in")] if "in" in words[1:] else words


def acronym_fits(acronym: str, form: str) -> bool:
    """Whether an acronym that brackets introduce stands for a name: its initials, or letters of its one word.

    >>> acronym_fits("bhw", "bureau of harbour works"), acronym_fits("sm", "sammart"), acronym_fits("ap", "ulm")
    (True, True, False)
    """
    every = "".join(word[0] for word in form.split())
    if acronym in {initials(form), every}:
        return True
    rest = iter(form)
    return " " not in form and form[0] == acronym[0] and not country(form) and all(letter in rest for letter in acronym)


def initials(form: str) -> str:
    """The first letters of a normal form's words that count in an acronym.

    >>> initials("bureau of harbour works"), initials("oficina de obras del puerto")
    ('bhw', 'oop')
    """
    return "".join(word[0] for word in form.split() if word not in silent_words())


def acronyms(words: Sequence[str]) -> frozenset[str]:
    """By which letters a name of several words may be known: those of its article and of a "Department" may count.

    >>> sorted(acronyms(["ulm", "reporter"])), sorted(acronyms(["ulm", "police"]))
    (['tur', 'ur'], ['tup', 'up', 'upd'])
    """
    if len(words) == 1:
        return frozenset()
    letters = initials(" ".join(words))
    return frozenset({letters, f"t{letters}", *([f"{letters}d"] if words[-1] in DEPARTMENTS else [])})


@cache
def silent_words() -> frozenset[str]:
    """The small words that an acronym leaves out, of all languages."""
    return words_of(load("names", "mul", NameData).silent_in_initials)


def index_forms(forms: Iterable[str]) -> dict[str, list[str]]:
    """Forms by their first and last words, and (after "=") by their initials, sorted: for `longer_forms`."""
    index: dict[str, list[str]] = defaultdict(list)
    for form in sorted(forms):
        for word in outer_words(form):
            index[word].append(form)
        for acronym in sorted(acronyms(form.split())):
            index["=" + acronym].append(form)
    return dict(index)


def longer_forms(short: str, index: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Those of the indexed forms for which this one may be short, to be looked at one by one; sorted."""
    keys = (*outer_words(short), f"={short}", f"{short}s")
    return tuple(sorted({form for key in keys for form in index.get(key, ()) if form != short}))


def outer_words(form: str) -> tuple[str, ...]:
    """The first and last word, and the last before a generation ("Jr") or before "in", each once."""
    words = form.split()
    core = [word for word in core_of(words) if word not in name_words("en").generation] or words
    return tuple(dict.fromkeys((words[0], words[-1], core[-1]))) if words else ()
