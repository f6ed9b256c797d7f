"""Denials: around the words that both have and between them, in each language; and words that deny nothing."""

import pytest

from generator.collate.quoting.denials import is_denied, is_turning
from generator.collate.quoting.wordings import read_wording
from generator.language.loader import languages

SAID = {
    "en": ("the oven has been repaired and is safe", "it is not true that the oven has been repaired and is safe"),
    "de": ("der Ofen wurde geprüft und ist sicher", "es ist nicht wahr, der Ofen wurde geprüft und ist sicher"),
    "fr": ("le four a été réparé et il est sûr", "il est faux que le four a été réparé et il est sûr"),
    "es": ("el horno fue reparado y es seguro", "es mentira que el horno fue reparado y es seguro"),
    "it": ("il forno è stato riparato ed è sicuro", "è falso che il forno è stato riparato ed è sicuro"),
    "pt": ("o forno foi reparado e é seguro", "é mentira que o forno foi reparado e é seguro"),
}
MORE = {
    "en": "we all know that the oven has been repaired and is safe",
    "de": "wir wissen, der Ofen wurde geprüft und ist sicher",
    "fr": "nous savons que le four a été réparé et il est sûr",
    "es": "sabemos que el horno fue reparado y es seguro",
    "it": "sappiamo che il forno è stato riparato ed è sicuro",
    "pt": "sabemos que o forno foi reparado e é seguro",
}


def denied(first: str, second: str, language: str = "en") -> bool:
    a, b = read_wording(first, 0), read_wording(second, 0)
    assert is_denied(a, b, language) == is_denied(b, a, language)
    return is_denied(a, b, language)


@pytest.mark.parametrize("language", languages("reports"))
def test_a_denial_is_told_from_what_it_denies(language: str) -> None:
    said, denial = SAID[language]
    assert denied(said, denial, language)
    assert not denied(denial, denial, language)


@pytest.mark.parametrize("language", languages("reports"))
def test_more_words_before_deny_nothing(language: str) -> None:
    assert not denied(SAID[language][0], MORE[language], language)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("the oven is safe and warm", "that the oven is safe and warm is a plain lie", True),
        ("the oven is safe and warm", "the oven is safe and warm, and we will not rest", False),
        ("the oven is safe and warm", "We did not sleep. The oven is safe and warm", False),
        ("the oven is safe and warm", "The oven is safe and warm. That was a lie", False),
        ("the oven is safe and warm tonight", "the oven is not safe and warm tonight", True),
        ("the oven is safe and warm", "the oven, nobody else’s and not mine but the guild’s, is safe and warm", False),
        ("nothing agrees here", "we wait for wood", False),
    ],
)
def test_where_a_denial_stands(first: str, second: str, expected: bool) -> None:
    assert denied(first, second) == expected


def test_words_that_turn() -> None:
    assert is_turning(("isn't", "so"), "en")
    assert not is_turning(("is", "so"), "en")
