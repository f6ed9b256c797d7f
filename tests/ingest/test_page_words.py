"""The page lexicon of every language."""

import pytest

from generator.language.loader import languages
from generator.language.page import month_names, page_words, weekday_names

LISTS = ["published", "updated", "between", "by", "also", "roles", "origin", "credit", "credit_by", "images", "answers"]


@pytest.mark.parametrize("language", languages("page"))
def test_every_language_has_the_words_that_rules_need(language: str) -> None:
    words = page_words(language)
    assert all(getattr(words, name) for name in LISTS)
    assert all(word == word.lower() == word.strip() for name in LISTS for word in getattr(words, name))


@pytest.mark.parametrize("language", languages("page"))
def test_no_phrase_stands_twice_under_one_place(language: str) -> None:
    lines = [(group.where, line) for group in page_words(language).furniture for line in group.lines]
    assert sorted(lines) == sorted(set(lines))


@pytest.mark.parametrize("language", languages("page"))
def test_months_and_weekdays_are_complete(language: str) -> None:
    assert set(month_names(language).values()) == set(range(1, 13))
    assert set(weekday_names(language).values()) == set(range(1, 8))


def test_a_language_without_data() -> None:
    assert page_words("eo").by == ()
    assert month_names("zz-unknown") == {}
