"""Every rule by which names are one, in each language that it claims: a case that rests on it, and a near miss."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from cases import Case, read_cases
from mergers import merged, printed, read_line, show
from msgspec.structs import replace

from generator.collate.casting.forms import Form
from generator.collate.casting.merging import CERTAIN, NICKNAME, SPELLING, merge
from generator.collate.casting.shortened import (
    AGREEING_SOURCES,
    DISAGREEING_SHARE,
    INTRODUCED,
    RARER,
    WITHOUT_THE_NAME,
)
from generator.language import short_forms
from generator.language.names import POSSESSIVE, normal_form
from generator.language.places import by_country, country, international_body
from generator.model import ActorKind

FOLDER = Path(__file__).parent / "cases"
CASES = read_cases(FOLDER / "merging.txt")
NEAR_MISSES = read_cases(FOLDER / "merging_near_misses.txt")

ALL = ("de", "en", "es", "fr", "it", "pt")
ROMANCE = ("es", "fr", "it", "pt")
UNDONE: dict[str, Callable[[str, str], str | None]] = {  # what makes spellings one where no evidence does
    "diacritics": lambda name, _: "".join(
        s for s in unicodedata.normalize("NFD", name) if not unicodedata.combining(s)
    ),
    "letters without an accent to lose": lambda name, _: name.replace("ø", "o"),
    "capitals": lambda name, _: name.casefold(),
    "hyphens": lambda name, _: name.replace("-", " "),
    "dots": lambda name, _: name.replace(".", ""),
    "possessive": lambda name, _: POSSESSIVE.sub("", name),
    "tag": lambda name, _: name.replace(" ", ""),
    "country": country,
    "body of states": international_body,
    "body of a country": lambda name, language: by_country(normal_form(name), language),
}
LANGUAGES = {  # that a rule claims
    "diacritics": ALL,
    "letters without an accent to lose": ALL,
    "capitals": ALL,
    "hyphens": ("en", *ROMANCE),
    "dots": ("en", *ROMANCE),
    "possessive": ("en",),
    "tag": ALL,
    "country": ALL,
    "body of states": ("en", *ROMANCE),
    "body of a country": ("en",),
    "the same letters": ALL,
    "the same but for a plural": ("en",),
    "the same but for a nationality": ("en",),
    "the same but for a legal ending": ("en", "es", "pt"),
    "the same but for the word for what it is": ("en",),
    SPELLING.partition(":")[0]: ALL,
    NICKNAME.partition(",")[0]: ALL,
    short_forms.SINGULAR: ("en", "fr"),
    short_forms.SURNAME: ("en", *ROMANCE),
    short_forms.GIVEN: ("en", "fr", "it"),
    short_forms.LAST_NAMES: ("en", *ROMANCE),
    short_forms.OUTER_NAMES: ("en", *ROMANCE),
    short_forms.INITIALS: ("en", *ROMANCE),
    INTRODUCED: ("en", "es", "fr", "pt"),
    short_forms.TAIL: ("en",),
    short_forms.BEGINNING: ("en",),
    short_forms.RANK: ("en",),
    short_forms.HEADLESS: ("en",),
    short_forms.TEAM: ("en",),
}


@pytest.mark.parametrize("case", [*CASES, *NEAR_MISSES], ids=lambda case: f"{case.where} {case.title}")
def test_cases(case: Case) -> None:
    assert [show(line) for line in case.given.splitlines()] == case.expected, case.where


@pytest.mark.parametrize("cases", [CASES, NEAR_MISSES], ids=["cases", "near misses"])
def test_every_rule_is_tried_in_each_language_that_it_claims(cases: list[Case]) -> None:
    tried = {case.title: {read_line(line)[0] for line in case.given.splitlines()} for case in cases}
    assert tried == {rule: set(languages) for rule, languages in LANGUAGES.items()}


def test_every_rule_that_leaves_evidence_is_among_them() -> None:
    named = {text for name, text in vars(short_forms).items() if name.isupper() and isinstance(text, str)}
    assert {*CERTAIN, *(named - {short_forms.DIVISION})} <= LANGUAGES.keys()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_what_is_joined_rests_on_this_rule_alone(case: Case) -> None:
    for line in case.given.splitlines():
        if case.title in UNDONE:
            (spellings,) = (texts for texts in printed(line).values() if len(texts) > 1)
            undone = {UNDONE[case.title](name, read_line(line)[0]) for name in spellings}
            assert len(undone) == 1, line
            assert None not in undone
        else:
            assert [re.split("[;,:]", one.why)[0] for one in merged(line).joined] == [case.title], line


@pytest.mark.parametrize("case", NEAR_MISSES, ids=lambda case: case.title)
def test_near_misses_join_nothing(case: Case) -> None:
    for line in case.given.splitlines():
        assert not merged(line).joined, line
        assert len(printed(line)) > 1, line
        assert all(len(texts) == 1 for texts in printed(line).values()), line


def test_a_short_form_is_left_alone_for_each_reason() -> None:
    reasons = {why for case in NEAR_MISSES for line in case.given.splitlines() for why in merged(line).doubts.values()}
    assert {short.partition(":")[0] for short in reasons} >= {
        "several names fit the short form",
        "no source uses the short form for the name beside it",
        "a house and one of its divisions",
        "two letters that no source introduces",
        "a name with and without a head that names seldom do without",
    }


def form(name: str, kind: ActorKind, count: int, *, acronym: bool = False, linked: str = "", sources: int = 0) -> Form:
    """A form that as many witnesses print, once each."""
    return Form(
        form=name,
        kind=kind,
        count=count,
        acronym=acronym,
        described=False,
        witnesses=frozenset(f"{name} {number}" for number in range(count)),
        short_of=((linked, sources),) if linked else (),
    )


@pytest.mark.parametrize(
    ("short", "full"),
    [
        (form("smk", "organisation", RARER, acronym=True), form("skelby mill kitchens", "organisation", 1)),
        (form("lind", "organisation", WITHOUT_THE_NAME), form("ann lind", "person", 1)),
        (form("workers party", "organisation", RARER), form("ulm workers party", "organisation", 1)),
        (form("orsel", "person", 1, linked="orsel lind", sources=1), form("orsel lind", "person", 1)),
    ],
    ids=["an acronym", "a surname", "a body", "a given name"],
)
def test_what_is_seldom_enough_is_short(short: Form, full: Form) -> None:
    assert len(merge([short, full]).joined) == 1


@pytest.mark.parametrize(
    ("short", "full", "why"),
    [
        (form("smk", "organisation", RARER + 1, acronym=True), form("skelby mill kitchens", "organisation", 1), "much"),
        (form("lind", "organisation", WITHOUT_THE_NAME + 1), form("ann lind", "person", 1), "much"),
        (form("workers party", "organisation", RARER + 1), form("ulm workers party", "organisation", 1), "much"),
        (form("orsel", "person", 1), form("orsel lind", "person", 1), "no source uses"),
        (form("acme", "organisation", 1, linked="acme news", sources=9), form("acme news", "organisation", 9), "house"),
    ],
    ids=["an acronym", "a surname", "a body", "a given name", "a division that sources call so"],
)
def test_what_may_be_something_else_is_kept_apart(short: Form, full: Form, why: str) -> None:
    result = merge([short, full])
    assert result.joined == ()
    assert [why in doubt for doubt in result.doubts.values()] == [True]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        (form("ulm", "place", 1), form("ann ulm", "person", 1)),
        (form("ulm", "place", 1), form("ulm bakery", "organisation", 1)),
        (form("lind", "group", 1), form("ann lind", "person", 1)),
        (form("ann", "organisation", 1), form("ann bakery", "place", 1)),
        (form("bob lind", "person", 1), form("ann lind", "person", 1)),
        (form("harbour bank", "place", 1), form("danish harbour bank", "organisation", 1)),
    ],
    ids=["place, surname", "place, body", "people, surname", "body, place", "two given names", "place, nationality"],
)
def test_conflicting_kinds_and_given_names_are_no_short_forms(short: Form, full: Form) -> None:
    result = merge([short, full])
    assert (result.joined, result.uncertain) == ((), ())


def test_sources_that_agree_decide_between_two_names_unless_too_many_disagree() -> None:
    ann, jo = form("ann lind", "person", 9), form("jo lind", "person", 9)
    short = form("lind", "person", 20)
    for against, joined in ((0, 1), (1, 1), (2, 0)):
        linked = (("ann lind", DISAGREEING_SHARE), ("jo lind", against))
        assert len(merge([replace(short, short_of=linked), ann, jo]).joined) == joined
    assert not merge([replace(short, short_of=(("ann lind", AGREEING_SOURCES - 1),)), ann, jo]).joined


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        (form("tehran", "place", 1), form("teheran", "place", 1), 1),
        (form("hamburg", "place", 1), form("homburg", "place", 1), 0),
        (form("larsen", "person", 1), form("larson", "person", 1), 0),
        (form("orlaigs", "group", 9), form("orleigs", "group", 9), 1),
        (form("ann brandtner", "person", 9), form("ann brandner", "person", 1), 1),
        (form("ann brandtner", "person", 2), form("ann brandner", "person", 2), 0),
        (form("brimley bank", "organisation", 2), form("bremley bank", "organisation", 2), 0),
    ],
    ids=lambda given: given.form if isinstance(given, Form) else "",
)
def test_spellings_of_two_names_are_kept_apart(left: Form, right: Form, joined: int) -> None:
    result = merge([left, right])
    assert (len(result.joined), len(result.uncertain)) == (joined, 1 - joined)
