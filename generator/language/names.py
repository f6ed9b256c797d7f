"""Words that tell names from other capitalised words, and the one form under which two spellings of a name compare.

In: a language; a name. Out: sets of lower-case words; normal forms. Never: decides that a phrase is a name.
"""

import re
from functools import cache

from generator.language.loader import load, primary
from generator.language.name_lists import (
    NameData,
    calendar,
    common_forms,
    compounded,
    nouns_of,
    verb_forms,
    with_plurals,
    words_of,
)
from generator.language.places import by_country, country, english_name, fold, international_body
from generator.model import Record

POSSESSIVE = re.compile(r"['’ʼ`](?:s|S)?(?=\s|$)")
SEPARATORS = re.compile(r"[‐‑–_/]")
SILENT = re.compile(r"[,'’ʼ`\"“”()\[\]#@&]")
UNDECOMPOSED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"})


class NameWords(Record, frozen=True, kw_only=True):
    """The same as sets, with the endings worked out: `common` holds every form of the common words."""

    language: str
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
    partners: frozenset[str]
    generation: frozenset[str]
    things: frozenset[str]
    member_plurals: frozenset[str]
    family_names: frozenset[str]
    han_family_names: frozenset[str]
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
    elided: frozenset[str]
    genitives: frozenset[str]
    head_genitives: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    hyphenated: frozenset[str]
    adjective_endings: frozenset[str]
    streets: frozenset[str]
    firms: frozenset[str]
    vague_heads: frozenset[str]
    article_he: frozenset[str]
    article_she: frozenset[str]
    woman_endings: frozenset[str]
    he: frozenset[str]
    she: frozenset[str]
    noun_determiners: frozenset[str]
    verb_last: frozenset[str]

    def is_given(self, word: str) -> bool:
        """Whether a lower-case word is a given name, with its diacritics or without."""
        return word in self.given_names or (not word.isascii() and fold(word) in self.given_names)


@cache
def name_words(language: str) -> NameWords:
    """The words of a language; what no language owns (given names, legal endings) is in each."""
    own, shared = load("names", primary(language), NameData), load("names", "mul", NameData)
    english = load("names", "en", NameData)
    verbs = words_of(own.verbs) | words_of(own.acting_verbs)
    forms = (
        frozenset(form for verb in verbs for form in verb_forms(verb))
        | words_of(own.irregular)
        | words_of(own.acting_irregular)
    )
    organisations = compounded(words_of(own.organisation_heads), own)
    heads = organisations | words_of(own.place_heads) | words_of(own.no_actor_heads)
    offices = words_of(own.offices) | words_of(own.role_modifiers) | words_of(shared.legal_endings)
    roles = compounded(with_plurals(words_of(own.roles)), own) | words_of(own.short_roles)
    genitives = words_of(own.genitives) | words_of(english.genitives)
    return NameWords(
        language=primary(language),
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
        organisation_heads=organisations,
        state_bodies=words_of(own.state_bodies),
        state_body_modifiers=words_of(own.state_body_modifiers),
        place_heads=words_of(own.place_heads),
        no_actor_heads=words_of(own.no_actor_heads),
        no_actor_acronyms=words_of(own.no_actor_acronyms),
        calendar=(calendar(primary(language)) - words_of(own.place_heads)) | words_of(own.holidays),
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
        partners=words_of(own.partners),
        generation=words_of(shared.generation),
        no_actor_openings=words_of(own.no_actor_openings),
        member_plurals=with_plurals(words_of(own.members)) - words_of(own.members),
        han_family_names=words_of(shared.han_family_names),
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
        elided=words_of(own.elisions),
        genitives=genitives | words_of(shared.romance_genitives),
        head_genitives=genitives,
        definite=words_of(own.definite),
        indefinite=words_of(own.indefinite),
        hyphenated=frozenset(word for word in roles | organisations | words_of(own.things) if "-" in word),
        adjective_endings=words_of(own.adjective_endings),
        streets=words_of(own.streets),
        firms=words_of(own.firms),
        vague_heads=words_of(own.vague_heads),
        article_he=words_of(own.article_he),
        article_she=words_of(own.article_she),
        woman_endings=words_of(own.woman_endings),
        he=words_of(own.he),
        she=words_of(own.she),
        noun_determiners=words_of(own.noun_determiners),
        verb_last=words_of(own.verb_last),
    )


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
