"""Words that tell names from other capitalised words, and the one form under which two spellings of a name compare.

In: a language; a name. Out: sets of lower-case words; normal forms. Never: decides that a phrase is a name.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from babel import Locale, UnknownLocaleError

from generator.language.loader import load, primary
from generator.language.places import by_country, country, english_name, fold, international_body
from generator.model import Record

POSSESSIVE = re.compile(r"['’ʼ`](?:s|S)?(?=\s|$)")
SEPARATORS = re.compile(r"[‐‑–_/]")
SILENT = re.compile(r"[,'’ʼ`\"“”()\[\]#@&]")
UNDECOMPOSED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"})


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
    generation: str = ""
    things: str = ""
    family_names: str = ""
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


class NameWords(Record, frozen=True, kw_only=True):
    """The same as sets, with the endings worked out: `common` holds every form of the common words."""

    courtesy: frozenset[str]
    roles: frozenset[str]
    surnames: frozenset[str]
    royal: frozenset[str]
    stopped: frozenset[str]
    courtesy_women: frozenset[str]
    courtesy_men: frozenset[str]
    place_openings: frozenset[str]
    word_endings: frozenset[str]
    quantifiers: frozenset[str]
    locatives: frozenset[str]
    settlements: frozenset[str]
    droppable_heads: frozenset[str]
    division_heads: frozenset[str]
    place_abbreviations: frozenset[str]
    members: frozenset[str]
    short_roles: frozenset[str]
    role_modifiers: frozenset[str]
    offices: frozenset[str]
    organisation_heads: frozenset[str]
    state_bodies: frozenset[str]
    state_body_modifiers: frozenset[str]
    place_heads: frozenset[str]
    no_actor_heads: frozenset[str]
    no_actor_acronyms: frozenset[str]
    calendar: frozenset[str]
    function_words: frozenset[str]
    acting: frozenset[str]
    verbs: frozenset[str]
    plain_verbs: frozenset[str]
    common: frozenset[str]
    nouns: frozenset[str]
    singular: frozenset[str]
    bodies: frozenset[str]
    people_nouns: frozenset[str]
    particles: frozenset[str]
    legal_endings: frozenset[str]
    generation: frozenset[str]
    things: frozenset[str]
    member_plurals: frozenset[str]
    family_names: frozenset[str]
    no_actor_openings: frozenset[str]
    ship_prefixes: frozenset[str]
    plain_adjectives: frozenset[str]
    given_names: frozenset[str]
    civic: frozenset[str]
    life_verbs: frozenset[str]
    family_nouns: frozenset[str]
    documents: frozenset[str]
    document_verbs: frozenset[str]
    firm_nouns: frozenset[str]

    def is_given(self, word: str) -> bool:
        """Whether a lower-case word is a given name, with its diacritics or without."""
        return word in self.given_names or (not word.isascii() and fold(word) in self.given_names)


@cache
def name_words(language: str) -> NameWords:
    """The words of a language; what no language owns (given names, legal endings) is in each."""
    own, shared = load("names", primary(language), NameData), load("names", "mul", NameData)
    verbs = words_of(own.verbs) | words_of(own.acting_verbs)
    forms = (
        frozenset(form for verb in verbs for form in verb_forms(verb))
        | words_of(own.irregular)
        | words_of(own.acting_irregular)
    )
    heads = words_of(own.organisation_heads) | words_of(own.place_heads) | words_of(own.no_actor_heads)
    offices = words_of(own.offices) | words_of(own.role_modifiers) | words_of(shared.legal_endings)
    roles = with_plurals(words_of(own.roles)) | words_of(own.short_roles)
    return NameWords(
        courtesy=words_of(own.courtesy),
        roles=roles,
        surnames=words_of(own.surnames),
        royal=words_of(own.royal),
        stopped=words_of(own.courtesy) | words_of(own.short_roles) | words_of(own.place_openings),
        courtesy_women=words_of(own.courtesy_women),
        courtesy_men=words_of(own.courtesy_men),
        place_openings=words_of(own.place_openings),
        word_endings=words_of(own.word_endings),
        quantifiers=words_of(own.quantifiers),
        locatives=words_of(own.locatives),
        settlements=words_of(own.settlements),
        droppable_heads=words_of(own.droppable_heads),
        division_heads=words_of(own.division_heads),
        place_abbreviations=words_of(own.place_abbreviations),
        members=words_of(own.members),
        short_roles=words_of(own.short_roles),
        role_modifiers=words_of(own.role_modifiers),
        offices=words_of(own.offices),
        organisation_heads=words_of(own.organisation_heads),
        state_bodies=words_of(own.state_bodies),
        state_body_modifiers=words_of(own.state_body_modifiers),
        place_heads=words_of(own.place_heads),
        no_actor_heads=words_of(own.no_actor_heads),
        no_actor_acronyms=words_of(own.no_actor_acronyms),
        calendar=calendar(primary(language)) | words_of(own.holidays),
        function_words=words_of(own.function_words),
        acting=frozenset(form for verb in words_of(own.acting_verbs) for form in verb_forms(verb))
        | words_of(own.acting_irregular),
        verbs=forms,
        plain_verbs=forms - heads,
        common=frozenset(common_forms(own)) | forms | roles | words_of(own.function_words) | heads | offices,
        nouns=with_plurals(nouns_of(own)),
        singular=nouns_of(own),
        bodies=words_of(own.bodies),
        people_nouns=words_of(own.people_nouns),
        particles=words_of(shared.particles),
        legal_endings=words_of(shared.legal_endings),
        generation=words_of(shared.generation),
        no_actor_openings=words_of(own.no_actor_openings),
        member_plurals=with_plurals(words_of(own.members)) - words_of(own.members),
        family_names=words_of(shared.family_names),
        things=with_plurals(words_of(own.things)),
        ship_prefixes=words_of(shared.ship_prefixes),
        plain_adjectives=words_of(own.adjectives),
        given_names=words_of(shared.given_names),
        civic=words_of(own.civic),
        life_verbs=words_of(own.life_verbs),
        family_nouns=words_of(own.family_nouns),
        documents=words_of(own.documents),
        document_verbs=words_of(own.document_verbs),
        firm_nouns=words_of(own.firm_nouns),
    )


def words_of(text: str) -> frozenset[str]:
    """The words of a data field."""
    return frozenset(text.split())


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


@cache
def normal_form(name: str) -> str:
    """A name for comparison: no case, diacritics, dots, hyphens, possessive ending, article.

    >>> normal_form("the Café-Society’s"), normal_form("U.S."), normal_form("Jo K. Lind")
    ('cafe society', 'us', 'jo k lind')
    """
    return fold(SEPARATORS.sub(" ", SILENT.sub("", POSSESSIVE.sub("", name))))


def comparison_form(name: str, language: str = "en") -> str:
    """The form under which mentions of one name meet: the normal form, and one name for each country that it holds.

    >>> comparison_form("U.S."), comparison_form("Iceland’s foreign ministry"), comparison_form("Paris Lind")
    ('united states', 'iceland foreign ministry', 'paris lind')
    """
    form = normal_form(name).translate(UNDECOMPOSED)
    if body := international_body(name, language):
        return body
    if code := country(name, language):
        return english_name(code)
    return by_country(form, language) if set(form.split()) & name_words("en").state_bodies else form
