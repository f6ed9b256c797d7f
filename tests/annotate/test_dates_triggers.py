"""The words without one of which a sentence is passed over: each rule has some, and none that stands everywhere."""

import pytest
from making import make_source

from generator.annotate.dates_grammar import grammar
from generator.annotate.dates_tokens import tokenise
from generator.annotate.dates_triggers import PIECE, list_triggers, rarest_clause, weigh
from generator.annotate.sentences import find_sentences
from generator.language.dates import Rule
from generator.language.loader import languages

LANGUAGES = languages("dates")
WORDS = {"the": ("The",), "last": ("Shift",), "next": ("Shift",), "summer": ("Season",), "the end of": ("Mod",)}


def rule(pattern: str) -> Rule:
    return Rule(name="rule", pattern=pattern)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("The Season", {"summer"}),
        ("Mod? Shift Season?", {"last", "next"}),
        ("The (Season|Shift)", {"summer", "last", "next"}),
        ("(Season|Mod) The?", {"summer", "end"}),
        ("<The Mod &Season", {"end"}),
        ("The Year", set()),
    ],
)
def test_of_what_must_stand_in_a_match_the_rarest_counts(pattern: str, expected: set[str]) -> None:
    assert list_triggers([rule(pattern)], WORDS) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_needs_a_word_that_does_not_stand_everywhere(language: str) -> None:
    rules = grammar(language)
    weights = weigh(rules.words)
    for compiled in rules.rules:
        clause = rarest_clause(PIECE.findall(compiled.rule.pattern)[::-1], weights)
        assert clause and clause.isdisjoint({"Word", "Capital"}), compiled.rule.pattern


@pytest.mark.parametrize("text", ["The stone bridge has two arches.", "Le pont est fermé."])
def test_a_sentence_without_such_a_word_is_passed_over(text: str) -> None:
    assert tokenise(text, grammar("en")).line == ""


def test_a_sentence_with_one_is_read() -> None:
    (sentence,) = find_sentences(make_source("The old bridge fell last week."))
    assert len(tokenise(sentence.text, grammar("en")).line) == 7
