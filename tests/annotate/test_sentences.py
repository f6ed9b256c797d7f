"""Sentences: the cases of cases/sentences.txt, borders of parts, captions, title and furniture, what always holds."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from cases import Case, read_cases
from hypothesis import given
from hypothesis import strategies as st
from making import make_source

from generator.annotate.sentences import WINDOW, find_sentences
from generator.model import Caption, Furniture, Part, Span

CASES = read_cases(Path(__file__).parent / "cases" / "sentences.txt")
LANGUAGE = re.compile(r"\[(\w+)\]")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    language = LANGUAGE.match(case.title)
    source = make_source(case.given, language=language[1] if language else "en")
    assert [sentence.text for sentence in find_sentences(source)] == case.expected, case.where


def part(id: str, start: int, end: int, language: str) -> Part:
    return Part(
        id=id, start=start, end=end, language=language,
        title=None, author=None, published=None, posts_stated=None, posts_saved=None,
    )  # fmt: skip


def test_title_caption_and_body_are_told_apart() -> None:
    text = "Bridge closed\nThe bridge on a photo. Photo: Ann Lee The bridge is closed. It creaks."
    caption = text.index(" The bridge is")
    source = make_source(
        text,
        title_span=Span(source="a", part=None, start=0, end=13, text=text[:13]),
        captions=(Caption(start=14, end=caption, text=text[14:caption]),),
    )
    assert [(sentence.role, sentence.paragraph, sentence.text) for sentence in find_sentences(source)] == [
        ("title", 0, "Bridge closed"),
        ("caption", 1, "The bridge on a photo."),
        ("caption", 1, "Photo: Ann Lee"),
        ("body", 1, "The bridge is closed."),
        ("body", 1, "It creaks."),
    ]


def test_furniture_is_left_out_and_divides() -> None:
    text = "The bridge Share this is closed. Leave a reply"
    furniture = tuple(
        Furniture(start=text.index(words), end=text.index(words) + len(words), text=words, rule="button")
        for words in ("Share this", "Leave a reply")
    )
    found = find_sentences(make_source(text, furniture=furniture))
    assert [sentence.text for sentence in found] == ["The bridge", "is closed."]


def test_each_part_has_its_language_and_no_sentence_crosses_its_border() -> None:
    text = "Posts about bridges Am 3. Mai war alles zu. At 3. May was lost"
    first, second = text.index("Am 3"), text.index("At 3")
    parts = (part("1", first, second, "de"), part("2", second, len(text), "en"))
    source = make_source(text, kind="collection", parts=parts)
    assert [(sentence.part, sentence.language, sentence.text) for sentence in find_sentences(source)] == [
        (None, "en", "Posts about bridges"),
        ("1", "de", "Am 3. Mai war alles zu."),
        ("2", "en", "At 3."),
        ("2", "en", "May was lost"),
    ]


def test_equal_sentences_have_different_ids_and_an_id_depends_on_its_source_alone() -> None:
    first, second, third = find_sentences(make_source("It rained. It rained. It poured."))
    assert len({first.id, second.id, third.id}) == 3
    assert find_sentences(make_source("It poured. It rained."))[1].id == first.id
    assert find_sentences(make_source("It rained.", id="b"))[0].id != first.id


def test_one_long_line_is_cut_as_short_ones_are() -> None:
    line = "The baker said “No. Never.” and left at 5 p.m. Monday. " * (3 * WINDOW // 50)
    found = find_sentences(make_source(line))
    assert {sentence.text for sentence in found} == {"The baker said “No. Never.” and left at 5 p.m. Monday."}


def test_a_sentence_longer_than_a_window_is_one_sentence() -> None:
    found = find_sentences(make_source("It opened. " + "very " * WINDOW + "late. It closed."))
    assert [sentence.text[:10] for sentence in found] == ["It opened.", "very very ", "It closed."]


@pytest.mark.parametrize("text", ["“a. ", "Mr. ", "! ", "((", "A. ", "Aa. ", ". \n"])
def test_hostile_text_of_a_million_characters_is_read(text: str) -> None:
    found = find_sentences(make_source(text * (1_000_000 // len(text))))
    assert all(before.end <= after.start for before, after in pairwise(found))


PIECES = st.lists(
    st.sampled_from(["The mill", " ", ".", "?", "!", "…", "“", "”", '"', "’", "(", ")", "\n", "\u2028", "\r", "\xa0",
                     "3", "p.m.", "Ann", "asked", "。", "桥", "²", "[1]", "U.S.", "\u200b", "e\u0301", "\x00", "😀"]),
    max_size=40,
).map("".join)  # fmt: skip


@given(st.one_of(PIECES, st.text(max_size=60)), st.sampled_from(["en", "de", "fr", "zh", "und"]), st.data())
def test_sentences_are_verbatim_in_order_and_hold_all_that_is_not_furniture(
    text: str, language: str, data: st.DataObject
) -> None:
    edges = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=4)))
    ranges = [pair for pair in zip(edges[::2], edges[1::2], strict=False) if pair[0] < pair[1]]
    furniture = tuple(Furniture(start=start, end=end, text=text[start:end], rule="x") for start, end in ranges)
    found = find_sentences(make_source(text, language=language, furniture=furniture))
    end, covered = 0, set()
    for sentence in found:
        assert end <= sentence.start < sentence.end
        assert sentence.text == text[sentence.start : sentence.end] == sentence.text.strip()
        covered.update(range(sentence.start, sentence.end))
        end = sentence.end
    set_aside = {offset for start, stop in ranges for offset in range(start, stop)}
    assert not covered & set_aside
    assert all(text[offset].isspace() for offset in set(range(len(text))) - covered - set_aside)
    assert len({sentence.id for sentence in found}) == len(found)
