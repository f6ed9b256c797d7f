"""Who is described as a child: the cases of cases/minors.txt, and what that does to a page."""

import re
from pathlib import Path

import pytest
from cases import Case, read_cases
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from readings import read, read_posts

from generator.collate.casting.actors import group_actors
from generator.collate.casting.minors import find_minors, find_minors_in
from generator.language.loader import languages
from generator.language.minors import MinorWords, minor_words
from generator.model import ActorDecision, Decisions
from generator.spans import within

FOLDER = Path(__file__).parent / "cases"
CASES = read_cases(FOLDER / "minors.txt")
RULES = read_cases(FOLDER / "minors_rules.txt")
NEAR_MISSES = read_cases(FOLDER / "minors_near_misses.txt")
NOTHING = re.compile("(?!)")
BESIDE = {"de", "es", "fr", "it", "pt"}  # languages in which a noun before a name is no part of it
NO_WORDS = {  # languages that do not say so, or in which another rule finds it first
    "aged": {"es", "pt"},
    "aged_behind": {"es", "pt"},
    "child": {"de"},
    "several": {"de"},
    "opening": BESIDE,
    "several_opening": BESIDE,
}
NO_PAGE = "named as a minor; gets no page unless the editor decides so"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    language, _, text = case.given.removeprefix("== ").partition("\n")
    reading = read(text, language=language)
    found = [
        mention.text
        for sentence in reading.sentences
        for mention in find_minors_in(
            sentence, within(reading.mentions, sentence.start, sentence.end), minor_words(sentence.language)
        )
    ]
    assert found == case.expected, case.where


def names_in(line: str, without: str | None = None) -> list[str]:
    """The names that a line of a case file says to be a child's, one pattern left out."""
    language, _, text = line.partition(": ")
    reading, words = read(text, language=language), minor_words(language)
    words = replace(words, **{without: NOTHING}) if without else words
    return [
        mention.text
        for sentence in reading.sentences
        for mention in find_minors_in(sentence, within(reading.mentions, sentence.start, sentence.end), words)
    ]


@pytest.mark.parametrize("case", RULES, ids=lambda case: case.title)
def test_each_rule_finds_what_no_other_does(case: Case) -> None:
    lines = case.given.splitlines()
    assert [f"{line[:2]}: {', '.join(names_in(line))}" for line in lines] == case.expected, case.where
    for line in lines:
        assert names_in(line) != names_in(line, without=case.title), line


@pytest.mark.parametrize("case", NEAR_MISSES, ids=lambda case: case.title)
def test_near_misses(case: Case) -> None:
    for line in case.given.splitlines():
        assert names_in(line) == [], line


def test_every_rule_is_tried_in_each_language_that_has_words_for_it() -> None:
    tried = {case.title: {line[:2] for line in case.given.splitlines()} for case in RULES}
    assert tried == {case.title: {line[:2] for line in case.given.splitlines()} for case in NEAR_MISSES}
    patterns = {rule for rule, kind in MinorWords.__annotations__.items() if "Pattern" in str(kind)} - {"stop", "joint"}
    assert tried.keys() == patterns
    for rule, missing in NO_WORDS.items():
        assert tried.pop(rule) == {*languages("minors")} - missing, rule
    assert set(map(frozenset, tried.values())) == {frozenset(languages("minors"))}


def test_a_minor_gets_no_page_whichever_source_says_it() -> None:
    quiet = [read(f"They met Ann Brandt in {town}. Ann Brandt sang.", id=town) for town in ("Ulm", "Skelby")]
    assert [one.published for one in group_actors(quiet).actors if one.id == "ann-brandt"] == [True]
    telling = read("The nine-year-old Ann Brandt came.", id="c")
    (found,) = [one for one in group_actors([*quiet, telling]).actors if one.id == "ann-brandt"]
    assert (found.published, found.why, found.aliases) == (False, NO_PAGE, ())


def test_a_short_form_and_a_word_that_may_be_a_person_count_too() -> None:
    cast = group_actors([read("They met Ann Brandt. Then Brandt, 9, sang.")])
    assert [one.why for one in cast.actors] == [NO_PAGE]
    cast = group_actors([read("We met Brennick there."), read("The nine-year-old Brennick sang.", id="b")])
    assert [(one.kind, one.why) for one in cast.actors] == [("organisation", NO_PAGE)]


def test_a_body_is_no_minor() -> None:
    texts = ["They sold the 12-year-old Brimco Bank.", "They like Brimco Bank, 12, very much."]
    (found,) = group_actors([read(text, id=str(number)) for number, text in enumerate(texts)]).actors
    assert (found.published, found.why) == (True, "named by 2 witnesses")


@pytest.mark.parametrize("text", ["Then Ann Brandt, 9, sang. Then Ann Brandt left.", "Then Ann Brandt sang."])
def test_people_decide(text: str) -> None:
    decision = ActorDecision(line=2, reason="Her parents agreed.", actor="Ann Brandt", publish=True)
    decisions = Decisions(file="curation.yml", actors=(decision,))
    posts = read_posts([text, "They met Ann Brandt."])
    assert not group_actors([posts]).actors[0].published
    cast = group_actors([posts], decisions)
    assert [(one.published, one.why) for one in cast.actors] == [(True, "decided by the editor")]
    assert [(one.id, one.did) for one in cast.applied.decided] == [("ann-brandt", "given a page")]


PIECES = st.sampled_from(
    ["Ann Brandt", "Tom Quill", ", ", " ", "9", "nine-year-old", "a", "the", "boy", "and", ".", "(", "’s"]
)


@given(st.lists(PIECES, max_size=40), st.sampled_from(["en", "de", "fr", "it", "es", "und"]))
def test_whatever_stands_there_only_named_candidates_are_found(pieces: list[str], language: str) -> None:
    reading = read(" ".join(pieces), language=language)
    assert find_minors([reading]) <= {(mention.source, mention.candidate) for mention in reading.mentions}
