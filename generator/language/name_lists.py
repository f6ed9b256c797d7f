"""The lists of words from which names are told, as the data files hold them, and the forms worked out from them.

In: a data file; a word. Out: sets of lower-case words. Never: says which of them make a name.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from babel import Locale, UnknownLocaleError

from generator.model import Record


class NameData(Record, frozen=True, kw_only=True):
    """A data file as it stands: words separated by white space."""

    courtesy: str = ""
    roles: str = ""
    surnames: str = ""
    royal: str = ""
    courtesy_women: str = ""
    courtesy_men: str = ""
    place_openings: str = ""
    word_endings: str = ""
    quantifiers: str = ""
    locatives: str = ""
    settlements: str = ""
    droppable_heads: str = ""
    division_heads: str = ""
    silent_in_initials: str = ""
    place_abbreviations: str = ""
    members: str = ""
    short_roles: str = ""
    role_modifiers: str = ""
    offices: str = ""
    organisation_heads: str = ""
    state_bodies: str = ""
    state_body_modifiers: str = ""
    place_heads: str = ""
    no_actor_heads: str = ""
    no_actor_acronyms: str = ""
    holidays: str = ""
    function_words: str = ""
    acting_verbs: str = ""
    acting_irregular: str = ""
    verbs: str = ""
    irregular: str = ""
    nouns: str = ""
    adjectives: str = ""
    bodies: str = ""
    people_nouns: str = ""
    particles: str = ""
    legal_endings: str = ""
    partners: str = ""
    generation: str = ""
    things: str = ""
    family_names: str = ""
    han_family_names: str = ""
    no_actor_openings: str = ""
    ship_prefixes: str = ""
    given_names: str = ""
    civic: str = ""
    life_verbs: str = ""
    family_nouns: str = ""
    nicknames: str = ""
    documents: str = ""
    document_verbs: str = ""
    firm_nouns: str = ""
    elisions: str = ""
    genitives: str = ""
    romance_genitives: str = ""
    definite: str = ""
    indefinite: str = ""
    compound_openings: str = ""
    adjective_endings: str = ""
    streets: str = ""
    firms: str = ""
    vague_heads: str = ""
    article_he: str = ""
    article_she: str = ""
    woman_endings: str = ""
    he: str = ""
    she: str = ""
    noun_determiners: str = ""
    verb_last: str = ""


def compounded(words: frozenset[str], data: NameData) -> frozenset[str]:
    """The words, and what a language makes of them by writing another word before: "Museumsdirektor"."""
    return words | {f"{opening}{word}" for opening in words_of(data.compound_openings) for word in words}


def words_of(text: str) -> frozenset[str]:
    """The words of a data field."""
    return frozenset(text.casefold().split())


def nouns_of(data: NameData) -> frozenset[str]:
    """The nouns of a data file in the singular, none where it lists no common nouns."""
    return words_of(f"{data.nouns} {data.bodies} {data.people_nouns}") if data.nouns else frozenset()


def common_forms(data: NameData) -> Iterator[str]:
    """Nouns and the bodies and people among them with their plurals, adjectives with their degrees and adverbs."""
    yield from with_plurals(words_of(data.nouns) | words_of(data.bodies) | words_of(data.people_nouns))
    for word in words_of(data.adjectives):
        stem = word.removesuffix("e")
        soft = f"{word[:-1]}i" if word.endswith("y") else stem
        yield from (word, f"{soft}er", f"{soft}est", f"{word}ly", f"{soft}ly", f"{word}ally", f"{soft}ness")


def with_plurals(words: Iterable[str]) -> frozenset[str]:
    """The words and their regular plurals."""
    return frozenset(form for word in words for form in (word, plural(word)))


def plural(word: str) -> str:
    """The regular plural or third person of an English word.

    >>> plural("bakery"), plural("church"), plural("day")
    ('bakeries', 'churches', 'days')
    """
    if word.endswith("y") and word[-2:-1] not in set("aeiou"):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{word}s"


def verb_forms(verb: str) -> tuple[str, ...]:
    """The regular forms of an English verb and who does it; one too many does no harm.

    >>> verb_forms("plan")
    ('plan', 'plans', 'planed', 'planing', 'planer', 'planned', 'planning', 'planner')
    """
    stem = verb.removesuffix("e")
    past = f"{verb[:-1]}i" if verb.endswith("y") and verb[-2:-1] not in set("aeiou") else stem
    forms = (verb, plural(verb), f"{past}ed", f"{stem}ing", f"{past}er")
    doubled = verb + verb[-1]
    return forms if verb.endswith("e") else (*forms, f"{doubled}ed", f"{doubled}ing", f"{doubled}er")


@cache
def calendar(language: str) -> frozenset[str]:
    """Months and weekdays, whole and shortened, as CLDR writes them."""
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    named = [
        names
        for table in (locale.months, locale.days)
        for width in ("wide", "abbreviated")
        for names in (table["format"][width],)
    ]
    return frozenset(name.casefold().rstrip(".") for names in named for name in names.values())
