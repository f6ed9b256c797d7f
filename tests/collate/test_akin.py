"""Words that tell one thing: found in their forms and phrases, and not in parts of other words."""

import pytest

from generator.language.akin import find_akin


@pytest.mark.parametrize(
    ("language", "wording", "found"),
    [
        ("en", "the tweet was taken down", ["post", "remove"]),
        ("en", "it is no longer available", ["remove"]),
        ("en", "the post office is no longer poor", ["post"]),
        ("en", "posterity removes nothing", ["remove"]),
        ("en", "the poster is removable", []),
        ("de", "der beitrag wurde gelöscht", ["post", "remove"]),
        ("de", "er ist nicht mehr verfügbar", ["remove"]),
        ("de", "die löschgruppe fuhr nicht mehr", []),
        ("fr", "le message a été supprimé", ["post", "remove"]),
        ("fr", "il n'est plus disponible", ["remove"]),
        ("fr", "la messagerie reste ouverte", []),
        ("xx", "the tweet was removed", []),
    ],
)
def test_akin_words(language: str, wording: str, found: list[str]) -> None:
    assert [group for _, group in find_akin(wording, language)] == found
