"""Names in one source: the cases of cases/names.txt, collections, what always holds."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from cases import Case, read_cases
from hypothesis import given
from hypothesis import strategies as st
from making import make_source

from generator.annotate.names import Names, find_names
from generator.annotate.sentences import find_sentences
from generator.model import Part, Source

CASES = read_cases(Path(__file__).parent / "cases" / "names.txt")
LANGUAGE = re.compile(r"\[(\w+)\]")


def find(text: str, language: str = "en") -> Names:
    source = make_source(text, language=language)
    return find_names(source, find_sentences(source))


def shown(names: Names) -> list[str]:
    """A line for each candidate: its name, kind, mentions (each spelling once, as often as it stands), descriptions."""
    lines = []
    for candidate in names.candidates:
        texts = Counter(mention.text for mention in names.mentions if mention.candidate == candidate.key)
        mentions = ", ".join(text if count == 1 else f"{text} {count}" for text, count in texts.items())
        said = "; ".join(found.text for found in names.descriptions if found.candidate == candidate.key)
        lines.append(f"{candidate.name} = {candidate.kind}: {mentions}" + (f" | {said}" if said else ""))
    return lines


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    language = LANGUAGE.match(case.title)
    assert shown(find(case.given, language[1] if language else "en")) == case.expected, case.where


def make_part(id: str, text: str, whole: str) -> Part:
    start = whole.index(text)
    return Part(
        id=id,
        start=start,
        end=start + len(text),
        language="en",
        title=None,
        author=None,
        published=None,
        posts_stated=None,
        posts_saved=None,
    )


def make_posts(*posts: str) -> Source:
    text = "\n".join(posts)
    parts = tuple(make_part(str(number), post, text) for number, post in enumerate(posts, start=1))
    return make_source(text, kind="collection", parts=parts)


def test_a_short_form_is_linked_in_its_own_item_only() -> None:
    source = make_posts("Then Ann Brandt opened the mill. Brandt was glad.", "We thanked Brandt for the bread.")
    names = find_names(source, find_sentences(source))
    assert [(mention.part, mention.text, mention.candidate, mention.how) for mention in names.mentions] == [
        ("1", "Ann Brandt", "ann brandt", "name"),
        ("1", "Brandt", "ann brandt", "short"),
        ("2", "Brandt", "brandt", "name"),
    ]


def test_a_full_name_is_one_candidate_in_all_items() -> None:
    source = make_posts("They met Ann Brandt.", "We thanked #AnnBrandt for the bread.")
    names = find_names(source, find_sentences(source))
    assert [(candidate.key, candidate.name) for candidate in names.candidates] == [("ann brandt", "Ann Brandt")]


def test_keys_do_not_change_when_text_is_added() -> None:
    text = "On Friday Brimco CEO Jo Lindqvist met the Danish embassy in Peru."
    before, after = find(text).candidates, find(f"{text} Later Tess Quill of Radio Skelby came to Oslo.").candidates
    assert {candidate.key for candidate in before} < {candidate.key for candidate in after}


def test_the_span_of_a_tag_leaves_out_its_sign() -> None:
    (mention,) = find("They all thanked #AnnBrandt for it.").mentions
    assert (mention.text, mention.candidate) == ("AnnBrandt", "ann brandt")


PIECES = """Ann Lee Brandt Brimco CEO the The of and & , . - ' ’s “ ” ( ) Danish Denmark embassy Ministry Police US U.S.
Mr. Jr. #AnnLee @ann Monday May said baker van Inc. a 34 BHW in Skelby region : — \n İ ß 大数据"""

NAME_LIKE = st.lists(st.sampled_from(re.split(r"[ \n]", PIECES)), max_size=40).map(" ".join)


@given(NAME_LIKE | st.text(max_size=80), st.sampled_from(["en", "de", "it", "und", "xx"]))
def test_mentions_stand_in_the_text_and_name_candidates(text: str, language: str) -> None:
    names = find(text, language)
    assert all(text[span.start : span.end] == span.text != "" for span in (*names.mentions, *names.descriptions))
    assert all(before.end <= after.start for before, after in pairwise(names.mentions))
    keys = [candidate.key for candidate in names.candidates]
    assert keys == sorted(set(keys))
    assert {mention.candidate for mention in names.mentions} == set(keys)
    assert {found.candidate for found in names.descriptions} <= set(keys)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee " * 20_000,
        "Ann of the " * 20_000,
        "A. " * 20_000,
        "Mr. " * 20_000,
        "Lee-" * 20_000,
        "#Aa" * 20_000,
        "AnnLee" * 20_000,
        " ".join(f"Brim{number} Ko{number}" for number in range(10_000)),
    ],
)
def test_hostile_text_is_read(text: str) -> None:
    assert isinstance(find(text), Names)


@pytest.mark.parametrize(
    ("language", "words"),
    [("de", "Brimco GmbH "), ("de", "Frau "), ("fr", "Musée de l'"), ("it", "la ministra, Ida, ")],
)
def test_hostile_text_of_other_languages_is_read(language: str, words: str) -> None:
    assert isinstance(find(words * 20_000, language), Names)
