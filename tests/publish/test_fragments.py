"""Text directives, read by a matcher that follows the draft step by step, lead to their passage and nowhere else."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import make_source
from small_dossier import dossier, entry, event, read_source

from generator.model import Mode, Source, Span
from generator.publish.fragments import Directive, Fragments, fold, live_url
from generator.publish.gate import Gate
from generator.spans import cut

URL = "https://news.example.org/bread"
TEXT = (
    "A bakery on the quay\n"
    "Ida Moen baked, she said, forty loaves - and more. Nobody came on Monday & nobody asked.\n"
    "The mayor came by boat at noon. He bought seven loaves and left.\n"
    "The mayor came by boat at noon. She paid for them & went home.\n"
)  # fmt: skip


class Granted:
    """A gate that grants all but some words."""

    def __init__(self, source: Source, but: str = "\0") -> None:
        self.fragments = Fragments([source])
        self.withheld = but

    def grants(self, span: Span) -> bool:
        return self.withheld not in span.text


def directive_of(text: str, words: str, but: str = "\0", nth: int = 0) -> str | None:
    source = make_source(text, url=URL)
    start = [found.start() for found in re.finditer(re.escape(words), text)][nth]
    url = live_url(entry(read_source(source), "A"), cut(source, start, start + len(words)), Granted(source, but))
    return None if url is None else url.removeprefix(f"{URL}#:~:")


def parse(directive: str) -> Directive:
    """The terms of a directive as a browser reads them."""
    terms = directive.removeprefix("text=").split(",")
    prefix = unquote(terms.pop(0)[:-1]) if terms[0].endswith("-") else ""
    suffix = unquote(terms.pop()[1:]) if terms[-1].startswith("-") else ""
    return Directive(prefix=prefix, start=unquote(terms[0]), end=unquote(terms[1]) if terms[1:] else "", suffix=suffix)


def find_term(text: str, term: str, at: int) -> list[tuple[int, int]]:
    """Where a term stands from an offset on: in one line, as whole words, without regard to case and accents."""
    pattern = r"[ \t]+".join(re.escape(word) for word in term.split())
    found = (match.span() for match in re.finditer(rf"(?={pattern})", text[at:], re.I))
    places = [(at + start, at + start + re.match(pattern, text[at + start :], re.I).end()) for start, _ in found]
    return [place for place in places if not any(inside_word(text, border) for border in place)]


def inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def matches(text: str, directive: Directive) -> list[tuple[int, int]]:
    """Every range that the directive matches, by the draft's steps."""
    found = []
    for start, end in find_term(text, directive.start, 0):
        before = text[:start].rstrip()
        after = text[end:].lstrip()
        if directive.prefix and before not in [text[: place[1]] for place in find_term(text, directive.prefix, 0)]:
            continue
        if directive.suffix and len(text) - len(after) not in [s for s, _ in find_term(text, directive.suffix, end)]:
            continue
        ends = [place[1] for place in find_term(text, directive.end, end)] if directive.end else [end]
        found += [(start, ends[0])] if ends else []
    return found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("A bakery on the quay", "text=A%20bakery%20on%20the%20quay"),
        ("Nobody came on Monday & nobody asked.", "text=Nobody%20came%20on%20Monday%20%26%20nobody%20asked."),
        ("Ida Moen baked, she said, forty loaves - and more.", "text=Ida%20Moen%20baked%2C,%2D%20and%20more."),
        ("He bought seven loaves and left.", "text=He%20bought%20seven%20loaves%20and%20left."),
    ],
)
def test_a_passage_is_named_in_the_shortest_way(words: str, expected: str) -> None:
    assert directive_of(TEXT, words) == expected


def test_likes_are_told_apart_by_a_word_beside_them() -> None:
    words = "The mayor came by boat at noon."
    assert directive_of(TEXT, words) == "text=The%20mayor%20came%20by%20boat%20at%20noon.,-He"
    assert directive_of(TEXT, words, nth=1) == "text=The%20mayor%20came%20by%20boat%20at%20noon.,-She"


def test_what_no_directive_tells_apart_has_none() -> None:
    assert directive_of("Bread for all. " * 20, "Bread for all.", nth=9) is None


def test_a_passage_over_two_lines_is_named_by_its_ends() -> None:
    found = directive_of(TEXT, TEXT[TEXT.index("Nobody") : TEXT.index(" He bought")])
    assert found == "text=Nobody%20came%20on,boat%20at%20noon."


def test_the_end_of_a_passage_is_named_by_words_that_do_not_stand_in_it_before() -> None:
    text = "On market days bread is baked at noon and on other days it is baked at noon"
    assert directive_of(text, text) == "text=On%20market%20days,it%20is%20baked%20at%20noon"


def test_no_withheld_word_stands_in_a_directive() -> None:
    words = "The mayor came by boat at noon."
    assert directive_of(TEXT, words, but="mayor") is None
    assert directive_of(TEXT, words, but="He") == "text=asked.-,The%20mayor%20came%20by%20boat%20at%20noon."


@pytest.mark.parametrize("mode", ["excerpt", "pointer"])
def test_what_the_mode_withholds_has_no_directive(mode: Mode) -> None:
    reading = read_source(make_source(TEXT, url=URL, mode=mode, max_share=0.3))
    gate = Gate(dossier([reading], events=(event("e-1", reading.sentences[1]),)), [reading])
    found = [live_url(entry(reading, "A"), sentence, gate) for sentence in reading.sentences]
    assert [url is not None for url in found] == [mode == "excerpt" and gate.grants(s) for s in reading.sentences]


@pytest.mark.parametrize("url", [None, "ftp://news.example.org/", "javascript:alert(1)"])
def test_only_a_page_of_the_web_is_led_to(url: str | None) -> None:
    source = make_source(TEXT, url=url)
    assert live_url(entry(read_source(source), "A"), cut(source, 0, 20), Granted(source)) is None


def test_the_place_that_an_address_names_stays() -> None:
    source = make_source(TEXT, url=f"{URL}#top")
    found = live_url(entry(read_source(source), "A"), cut(source, 0, 20), Granted(source))
    assert found == f"{URL}#top:~:text=A%20bakery%20on%20the%20quay"


@given(
    words=st.lists(st.sampled_from(["rye", "Rye,", "oats-", "oat", "&", "a", "\n"]), min_size=1, max_size=60),
    data=st.data(),
)
def test_a_directive_matches_its_passage_alone(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    source = make_source(text, url=URL)
    places = [found.span() for found in re.finditer(r"\S+", text)]
    if not places:
        return
    first = data.draw(st.integers(0, len(places) - 1))
    last = data.draw(st.integers(first, len(places) - 1))
    passage = cut(source, places[first][0], places[last][1])
    found = Fragments([source]).find(passage, Granted(source))
    if found is not None:
        assert parse(str(found)) == found
        assert matches(text, found) == [(passage.start, passage.end)]


def test_folding_knows_no_case_and_no_accents() -> None:
    assert fold("Crème  BRÛLÉE\nŒuf") == "creme brulee œuf"
