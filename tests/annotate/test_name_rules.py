"""Every rule by which names are found: a case in each language that claims it, and a near miss.

A rule is fed by fields of the name or place lists; a language whose list has words in such a field claims the rule.
Emptying the fields must change what is found in the case, and must not change what is found in the near miss, which
holds a word of the list all the same. Rules without a list are told from their near misses by what is found.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec
import pytest
from cases import Case, read_cases
from making import make_source

from generator.annotate.names import find_names
from generator.annotate.naming import described
from generator.annotate.sentences import find_sentences
from generator.language import loader, name_lists, names, places, short_forms
from generator.language.name_lists import NameData
from generator.language.places import PlaceWords
from generator.model import Mention

CASES = read_cases(Path(__file__).parent / "cases" / "name_rules.txt")
LINE = re.compile(r"(\w+) ([+-]) (.+)")
FIELD = re.compile(r'^(\w+) = (?:"""\n.*?^"""|\[\n.*?^\])', re.DOTALL | re.MULTILINE)
TABLE = re.compile(r"^\[(\w+)\]\n.*?(?=^\[\w+\]|\Z)", re.DOTALL | re.MULTILINE)
ALL = ("de", "en", "es", "fr", "it", "pt")
SHARED = "mul"
ELSEWHERE = {"nicknames", "division_heads", "silent_in_initials"}  # read where sources are compared

# The rules that word lists feed, by what a linguist would call them: the fields of the lists.
LISTED: dict[str, tuple[str, ...]] = {
    "a courtesy before a name": ("courtesy",),
    "the gender of a courtesy": ("courtesy_men", "courtesy_women"),
    "a role before a name": ("roles",),
    "a role cut short before a name": ("short_roles",),
    "a role that is a surname too": ("surnames",),
    "a royal name keeps its title": ("royal",),
    "what belongs to a role": ("role_modifiers",),
    "an office behind a role": ("offices",),
    "a role or body with a word written before it": ("compound_openings",),
    "a body's head": ("organisation_heads",),
    "a state's body written small": ("state_bodies", "state_body_modifiers"),
    "a legal ending": ("legal_endings",),
    "a noun for a body before its name": ("bodies",),
    "a firm by what it has": ("firm_nouns",),
    "a body's name without its last word": ("droppable_heads",),
    "of inside a name": ("genitives",),
    "of inside a Romance name": ("romance_genitives",),
    "particles inside a name": ("particles",),
    "a generation behind a name": ("generation",),
    "a given name before another name": ("given_names",),
    "a family name before the given one": ("family_names",),
    "what a person alone does": ("life_verbs",),
    "several relatives of one surname": ("family_nouns",),
    "members of a party": ("members",),
    "a plural behind a quantifier": ("quantifiers",),
    "a name before a noun for people": ("people_nouns",),
    "inhabitants of a country": ("places.inhabitants",),
    "the adjective of a country": ("places.adjectives",),
    "a country by another name": ("places.names",),
    "parts of the world": ("places.regions",),
    "a city in its own language": ("places.cities",),
    "a preposition of place": ("locatives",),
    "a word for a settlement": ("settlements",),
    "what a place has": ("civic",),
    "the head of a place's name": ("place_heads",),
    "the first word of a place's name": ("place_openings",),
    "a state cut short behind a town": ("place_abbreviations",),
    "happenings, works and laws": ("no_actor_heads",),
    "a happening by its first word": ("no_actor_openings",),
    "acronyms of things": ("no_actor_acronyms",),
    "holidays": ("holidays",),
    "a noun for a thing before its name": ("things",),
    "an indefinite article before a thing": ("indefinite",),
    "a ship's prefix": ("ship_prefixes",),
    "documents that speak": ("documents", "document_verbs"),
    "small words with a capital": ("function_words",),
    "common words with a capital": ("nouns", "adjectives", "verbs", "irregular"),
    "a word's ending at a sentence's start": ("word_endings",),
    "a name that acts": ("acting_verbs", "acting_irregular"),
    "words cut short before a name": ("elisions",),
    "a description behind its article": ("definite",),
    "a small adjective in a name or behind a role": ("adjective_endings",),
    "the name of a street": ("streets",),
    "a name in characters": ("han_family_names",),
    "the noun for a firm": ("firms",),
    "those of a firm behind and": ("partners",),
    "a head that is too vague for a description": ("vague_heads",),
    "he and she": ("he", "she"),
    "a noun with what stands before it": ("noun_determiners",),
    "an object before a verb at the end": ("verb_last",),
    "the gender of the article before a role": ("article_he", "article_she"),
    "the gender of a role's ending": ("woman_endings",),
}

# The rules that no list of ours feeds: the languages that have cases for them.
UNLISTED: dict[str, tuple[str, ...]] = {
    "a role called up again": ALL,
    "it and they for a body": ("en",),
    "a role between an article and a comma": ALL,
    "a body's head that opens a sentence": ("es", "fr", "it", "pt"),
    "a body's name that goes on in small letters": ("es", "fr", "it", "pt"),
    "a body with the surname of a person": ALL,
    "a family's plural": ("en",),
    "a handle of common words": ("en",),
    "a name in characters behind a name": ("en",),
    "the town before a head": ("de",),
    "a surname for a full name": ALL,
    "an acronym in brackets": ALL,
    "a body's head for its name": ("en", "es", "fr", "it", "pt"),
    "countries in the language": ALL,
    "bodies of all countries": ALL,
    "days and months": ALL,
    "hashtags": ALL,
    "handles": ALL,
    "a hyphen inside a name": ALL,
    "initials": ALL,
    "a nickname in brackets or quotation marks": ALL,
    "an apposition": ALL,
    "an age behind a name": ALL,
    "names in quotations": ALL,
    "a title between quotation marks": ("en", "es", "fr", "it", "pt"),
    "a shouted line": ALL,
    "a name that stands elsewhere in a sentence": ("en", "es", "fr", "it", "pt"),
    "a headline in capitals": ("en",),
    "an adjective with a capital": ("en",),
    "a name that only modifies a noun": ("en",),
    "what a list joins to a place": ("en",),
    "a dateline": ("en",),
    "he or she behind a comma": ("en",),
    "a possessive ending": ("en",),
    "a common plural before a body's head": ("en",),
    "letters decoded wrongly": ("en",),
    "a credit": ("en",),
    "an administration": ("en",),
    "a couple": ("en",),
    "names where all nouns have a capital": ("de",),
    "a relative whom a bare surname may mean": ("en",),
    "a relative after whom a body is named": ("en",),
    "a given name that is a common word too": ("en",),
    "a name with a number": ("en",),
    "a role of another": ("en",),
    "a title of the next one": ("en",),
    "a structure with a person's name": ("en",),
    "which behind a comma": ("en",),
    "a month cut short that a place is called too": ("pt",),
    "a plural among relatives": ("en",),
}


@dataclass(frozen=True, kw_only=True)
class Example:
    """A line of a case: a text in a language, and what is found in it; a near miss where `near`."""

    rule: str
    language: str
    near: bool
    text: str
    expected: str
    where: str


def examples_of(case: Case) -> Iterator[Example]:
    for line, expected in zip(case.given.splitlines(), case.expected, strict=True):
        match = LINE.fullmatch(line)
        assert match, case.where
        language, sign, text = match.groups()
        yield Example(
            rule=case.title, language=language, near=sign == "-", text=text, expected=expected, where=case.where
        )


EXAMPLES = [example for case in CASES for example in examples_of(case)]


def shown(text: str, language: str) -> str:
    """The names found: "name = kind", its mentions where they are not the name once, what it is called; "-" if none."""
    source = make_source(text.replace("¶", "\n\n"), language=language)
    found = find_names(source, find_sentences(source))
    lines = []
    for candidate in found.candidates:
        mentions = [called(mention) for mention in found.mentions if mention.candidate == candidate.key]
        said = [description.text for description in found.descriptions if description.candidate == candidate.key]
        several = f": {', '.join(mentions)}" if mentions != [candidate.name] else ""
        lines.append(f"{candidate.name} = {candidate.kind}{several}" + "".join(f" | {words}" for words in said))
    return "; ".join(lines) or "-"


def called(mention: Mention) -> str:
    """A mention's words, and how it names where it is neither a name nor its short form."""
    return mention.text if mention.how in {"name", "short"} else f"{mention.text} ({mention.how})"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.rule} {example.language}")
def test_examples(example: Example) -> None:
    assert shown(example.text, example.language) == example.expected, example.where


@cache
def words_in(language: str, field: str) -> frozenset[str]:
    """The words of a field in small letters, however the file holds them."""
    matter, _, name = field.rpartition(".")
    data = loader.load(matter or "names", language, PlaceWords if matter else NameData)
    return frozenset(word.casefold() for word in flat(msgspec.to_builtins(getattr(data, name))))


def flat(value: object) -> Iterator[str]:
    """The words of a text, a list, or the lists of a table."""
    if isinstance(value, str):
        yield from re.sub(r":.*", "", value, flags=re.MULTILINE).split()
    elif isinstance(value, dict):
        yield from (word for some in value.values() for word in some)
    else:
        assert isinstance(value, list | tuple)
        yield from value


def claims() -> list[tuple[str, str]]:
    """Each rule that lists feed with each language that has words for it."""
    return [
        (rule, language)
        for rule, fields in LISTED.items()
        for language in (*ALL, SHARED)
        if any(words_in(language, field) for field in fields)
    ]


def examples_for(rule: str, language: str) -> list[Example]:
    """The examples of a rule; what no language has of its own may have them in any, where it has none itself."""
    of_rule = [one for one in EXAMPLES if one.rule == rule]
    own = [one for one in of_rule if one.language == language]
    return own or (of_rule if language == SHARED else [])


@pytest.mark.parametrize(
    ("rule", "language"), [*claims(), *((rule, tag) for rule in UNLISTED for tag in UNLISTED[rule])]
)
def test_every_rule_has_a_case_and_a_near_miss(rule: str, language: str) -> None:
    assert {example.near for example in examples_for(rule, language)} == {True, False}


def test_every_list_belongs_to_a_rule() -> None:
    fields = {*NameData.__struct_fields__, *(f"places.{field}" for field in PlaceWords.__struct_fields__)} - ELSEWHERE
    assert fields - {field for listed in LISTED.values() for field in listed} == set()
    assert {case.title for case in CASES} == {*LISTED, *UNLISTED}


@pytest.fixture
def lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the word lists which is read in their place; it may be changed."""
    shutil.copytree(loader.DATA, tmp_path / "data")
    monkeypatch.setattr(loader, "DATA", tmp_path / "data")
    yield tmp_path / "data"
    monkeypatch.undo()
    forget()


def forget() -> None:
    """Lets the lists be read anew."""
    for module in (loader, name_lists, names, places, short_forms, described):
        for found in vars(module).values():
            if hasattr(found, "cache_clear"):
                found.cache_clear()


def empty(folder: Path, language: str, fields: tuple[str, ...]) -> None:
    """Takes the fields out of the language's lists."""
    for field in fields:
        matter, _, name = field.rpartition(".")
        file = folder / (matter or "names") / f"{language}.toml"
        if file.exists():
            text = file.read_text(encoding="utf-8")
            for pattern in (FIELD, TABLE) if matter else (FIELD,):
                text = pattern.sub(lambda found, name=name: "" if found[1] == name else found[0], text)
            file.write_text(text, encoding="utf-8")
    forget()


@pytest.mark.parametrize(("rule", "language"), claims())
def test_it_is_the_rule_that_finds_it(rule: str, language: str, lists: Path) -> None:
    words = {word for field in LISTED[rule] for word in words_in(language, field)}
    empty(lists, language, LISTED[rule])
    for example in examples_for(rule, language):
        held = any(re.search(rf"\b{re.escape(word)}|{re.escape(word)}\b", example.text.casefold()) for word in words)
        same = shown(example.text, example.language) == example.expected
        assert (example.text, held, same) == (example.text, True, example.near)


@pytest.mark.parametrize("rule", UNLISTED)
def test_a_near_miss_is_read_otherwise(rule: str) -> None:
    """The case and its near miss differ in what is found, beyond the words of the text."""
    for language in UNLISTED[rule]:
        found = {example.expected for example in examples_for(rule, language) if not example.near}
        assert found.isdisjoint(example.expected for example in examples_for(rule, language) if example.near)
