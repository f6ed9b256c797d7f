"""Countries, their inhabitants, capitals and provinces, by the names that running text uses for them.

In: a name as printed and its language. Out: ISO 3166-1 codes and truth values. Never: says that a word is a place where
it may as well be a word of the language; the caller looks at its capitals and its neighbours.

Source: names from CLDR (babel) and countryinfo, mended by `data/places/`.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

import msgspec
from babel import Locale, UnknownLocaleError
from babel.core import get_global
from countryinfo import CountryInfo, all_countries

from generator.language.loader import load, primary
from generator.model import Record

FOLDED = 100_000  # names kept folded: most names of a folder come back
LONGEST_NAME = 4  # words
BODIES = ("EU", "UN")
NO_COUNTRIES = frozenset({*BODIES, "EZ", "QO", "ZZ", "XA", "XB"})
CONTINENTS = frozenset({"Africa", "America", "Asia", "Australia", "Europe"})
PARENTHESIS = re.compile(r"\s*\([^)]{0,40}\)")


class Regions(Record, frozen=True, kw_only=True):
    """Parts of the world and their adjectives; names of provinces that mostly mean something else."""

    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()


class PlaceWords(Record, frozen=True, kw_only=True):
    """What a data file adds: names, adjectives and inhabitants by ISO code, large cities as the language names them."""

    names: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    adjectives: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    inhabitants: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    regions: Regions = Regions()
    cities: tuple[str, ...] = ()


@lru_cache(maxsize=FOLDED)
def fold(name: str) -> str:
    """A name without case, diacritics, dots and article, for comparison.

    >>> fold("the U.S."), fold("Perú"), fold("Guinea-Bissau")
    ('us', 'peru', 'guinea bissau')
    """
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    words = re.sub(r"[-\s]+", " ", plain.replace(".", "").replace("’", "'")).casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def country(name: str, language: str = "en") -> str | None:
    """The code of the country of that name, in English or in the language given; None where there is none."""
    folded = fold(name)
    return country_names("en").get(folded) or country_names(primary(language)).get(folded)


def nationality(word: str) -> str | None:
    """The code of the country whose adjective this is ("Danish")."""
    return adjectives().get(fold(word))


def inhabitants(word: str, language: str = "en") -> str | None:
    """The code of the country whose inhabitants these are, named in the plural ("Danes", "Peruvians")."""
    folded = fold(word)
    listed = plurals("en").get(folded) or plurals(primary(language)).get(folded)
    return listed or (adjectives().get(folded[:-1]) if folded.endswith("s") else None)


def is_adjective(word: str) -> bool:
    """Whether the word is an adjective of a country or of a part of the world."""
    return fold(word) in adjectives() or fold(word) in region_adjectives()


def is_region(name: str) -> bool:
    """Whether this is a part of the world, or a province of some country."""
    return fold(name) in regions()


def is_city(name: str, language: str = "en") -> bool:
    """Whether this is a large city of the world, by its English name or as the language names it."""
    return fold(name) in cities("en") or fold(name) in cities(primary(language))


def capital_of(name: str) -> str | None:
    """The code of the country whose capital this is."""
    return capitals().get(fold(name))


def international_body(name: str, language: str = "en") -> str | None:
    """The folded English name of a body that CLDR lists beside the countries (EU, UN), by its name or its two letters.

    >>> international_body("UN"), international_body("Nations Unies", "fr"), international_body("Ulm")
    ('united nations', 'united nations', None)
    """
    return international_bodies(primary(language)).get(name if name.isupper() else fold(name))


def by_country(form: str, language: str = "en") -> str:
    """A folded phrase with every country, nationality and capital turned into the country's name: so phrases compare.

    Such a name comes first where "of" and a country closed the phrase, or what stands before "in".

    >>> by_country("Danish embassy in the U.S.") == by_country("Embassy of Denmark in Washington")
    True
    """
    words = [word for word in fold(form).split() if word != "the"]
    found, index = [], 0
    while index < len(words):
        size, code = longest_country(words[index : index + LONGEST_NAME], language)
        found.append(english_name(code) if code else words[index])
        index += size
    return " ".join(country_first(found))


def country_first(words: list[str]) -> list[str]:
    """The words with the country first that stands behind their last "of", if nothing but "in" and a place follows.

    >>> country_first(["embassy", "of", "denmark", "in", "peru"])
    ['denmark', 'embassy', 'in', 'peru']
    """
    end = words.index("in") if "in" in words else len(words)
    if words[:end][-2:-1] == ["of"] and country(words[end - 1]) and not country(words[0]):
        return [words[end - 1], *words[: end - 2], *words[end:]]
    return words


def english_name(code: str) -> str:
    """The folded English name of a country.

    >>> english_name("US")
    'united states'
    """
    return fold(PARENTHESIS.sub("", str(Locale("en").territories.get(code, code)))).removesuffix(" sar china")


def longest_country(words: Sequence[str], language: str) -> tuple[int, str | None]:
    """How many of the first words name a country, by name, adjective or capital, and which; (1, None) where none do."""
    for size in range(len(words), 0, -1):
        phrase = " ".join(words[:size])
        code = country(phrase, language) or nationality(phrase) or capital_of(phrase)
        if code:
            return size, code
    return 1, None


@cache
def language_names() -> frozenset[str]:
    """Folded English names of languages that are one word: most are the adjective of a people."""
    return frozenset(fold(name) for name in Locale("en").languages.values() if " " not in name)


@cache
def international_bodies(language: str) -> dict[str, str]:
    """The bodies beside the countries: their two letters in capitals and their folded names -> folded English name."""
    names = Locale("en").territories
    found = {code: fold(names[code]) for code in BODIES}
    for tag in ("en", language):
        found.update({fold(name): fold(names[code]) for code, name in cldr_names(tag) if code in BODIES})
    letters = load("places", "mul", PlaceWords).names
    found.update({name: fold(names[code]) for code in BODIES for name in letters.get(code, ())})
    return found


@cache
def known_countries() -> tuple[dict[str, Any], ...]:
    """What countryinfo knows, the most populous first, so that a shared word goes to the country most often meant."""
    facts: list[dict[str, Any]] = [dict(entry.info()) for entry in all_countries() if isinstance(entry, CountryInfo)]
    coded = [fact for fact in facts if fact.get("ISO", {}).get("alpha2")]
    return tuple(sorted(coded, key=lambda fact: (-(fact.get("population") or 0), fact["ISO"]["alpha2"])))


@cache
def country_names(language: str) -> dict[str, str]:
    """Folded name -> code: CLDR's names in the language, and for English the other usual ones."""
    found = {fold(name): code for code, name in cldr_names(language) if code not in NO_COUNTRIES}
    if language == "en":
        for fact in known_countries():
            for name in usual_names(fact):
                found.setdefault(fold(name), fact["ISO"]["alpha2"])
        for code, names in load("places", "en", PlaceWords).names.items():
            found.update({fold(name): code for name in names})
    return found


def cldr_names(language: str) -> Iterator[tuple[str, str]]:
    """CLDR's codes of two letters and their names in the language, none where it does not know the language."""
    try:
        names = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return
    for code in sorted(names):
        if len(code) == len("US"):
            yield code, PARENTHESIS.sub("", names[code])


def usual_names(fact: dict[str, Any]) -> tuple[str, ...]:
    """The name and those other spellings that are phrases: one word alone is too often a word of some language."""
    spellings = [
        spelling for spelling in fact.get("altSpellings") or () if "," not in spelling and " " in spelling.strip()
    ]
    return (fact["name"], *spellings)


@cache
def adjectives() -> dict[str, str]:
    """Folded adjective -> code. A mended one comes first, then the most populous country."""
    found = {fold(word): code for code, words in load("places", "en", PlaceWords).adjectives.items() for word in words}
    for fact in known_countries():
        for word in re.split(r"[,/]", fact.get("demonym") or ""):
            if fold(word):
                found.setdefault(fold(word), fact["ISO"]["alpha2"])
    for name, code in country_names("en").items():
        if name.endswith("stan"):
            found.setdefault(name.removesuffix("stan").removesuffix("i"), code)
    return found


@cache
def plurals(language: str) -> dict[str, str]:
    """Folded name of inhabitants -> code; for English those that are not the adjective with an s."""
    listed = load("places", language, PlaceWords).inhabitants
    return {fold(word): code for code, words in listed.items() for word in words}


@cache
def region_adjectives() -> frozenset[str]:
    """Folded adjectives of parts of the world."""
    return frozenset(map(fold, load("places", "en", PlaceWords).regions.adjectives))


@cache
def regions() -> frozenset[str]:
    """Folded names of parts of the world and of the provinces of all countries."""
    mended = load("places", "en", PlaceWords).regions
    provinces = {fold(name) for fact in known_countries() for name in fact.get("provinces") or ()}
    return frozenset(map(fold, mended.names)) | (provinces - set(map(fold, mended.ambiguous)))


@cache
def cities(language: str) -> frozenset[str]:
    """Folded names of the cities in CLDR's time zones and those listed, without what mostly means something else."""
    zones = (zone.split("/") for zone in get_global("zone_territories"))
    named = {zone[-1].replace("_", " ") for zone in zones if zone[0] in CONTINENTS} if language == "en" else set()
    named |= set(load("places", language, PlaceWords).cities)
    return frozenset(map(fold, named)) - frozenset(map(fold, load("places", "en", PlaceWords).regions.ambiguous))


@cache
def capitals() -> dict[str, str]:
    """Folded capital -> code; "Washington D.C." also without its district."""
    found: dict[str, str] = {}
    for fact in known_countries():
        for name in named_capitals(fact.get("capital")):
            found.setdefault(fold(name), fact["ISO"]["alpha2"])
    return found


def named_capitals(capital: object) -> Iterable[str]:
    """The capitals that a field of countryinfo holds, a text or a list."""
    names = capital if isinstance(capital, list) else [capital]
    for name in filter(None, names):
        yield name
        if name.endswith(" D.C."):
            yield name.removesuffix(" D.C.")
