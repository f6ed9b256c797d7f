"""Who is described as a child: the cases of cases/minors.txt, and what that does to a page."""

from pathlib import Path

import pytest
from cases import Case, read_cases
from hypothesis import given
from hypothesis import strategies as st
from readings import read, read_posts

from generator.collate.casting.actors import group_actors
from generator.collate.casting.minors import find_minors, find_minors_in
from generator.model import ActorDecision, Decisions
from generator.spans import within

CASES = read_cases(Path(__file__).parent / "cases" / "minors.txt")
NO_PAGE = "named as a minor; gets no page unless the editor decides so"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    language, _, text = case.given.removeprefix("== ").partition("\n")
    reading = read(text, language=language)
    found = [
        mention.text
        for sentence in reading.sentences
        for mention in find_minors_in(sentence, within(reading.mentions, sentence.start, sentence.end))
    ]
    assert found == case.expected, case.where


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
