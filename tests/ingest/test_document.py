"""Documents put together: what stands above what, languages, and what always holds."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.document import read_document
from generator.model import Source
from generator.problems import Problems

ARTICLE = """Bridge closed until spring

By Ann Lee | January 15, 2021

City Herald Photo
People wait for the ferry in Ulm on Jan. 3, 2021. (Ann Lee/City Agency)

The old bridge over the river stays closed until spring, the council said on Monday.

Share this story
"""
FORUM = """Harbour forum

Showing topics 1 to 4 of 4

Does anyone know when the old bridge opens again? The detour takes me an hour every day.
3 replies
Le pont est fermé depuis des mois et personne ne nous dit rien, c'est une honte pour la ville. #pont
2 replies
Ok! @ann #bridge https://harbour.example/x
1 reply
Ich fahre jetzt jeden Tag mit der Fähre, das ist viel schöner als die Brücke. ImageImage
5 replies
"""


def read(text: str, **fields: str) -> tuple[Source, Problems]:
    return read_document(text, fields, id="a", file="a.txt", sha256="0", shown="seeds/a.txt")


def test_an_article() -> None:
    source, problems = read(ARTICLE)
    assert not problems
    assert (source.kind, source.title, source.byline, source.language) == (
        "article",
        "Bridge closed until spring",
        "Ann Lee",
        "en",
    )
    assert source.title_span is not None
    assert source.published is not None
    assert (source.published.edtf, source.published.basis) == ("2021-01-15", "stated")
    assert [piece.rule for piece in source.furniture] == ["byline", "photo label", "share button"]
    assert [caption.text.split(" (")[1] for caption in source.captions] == ["Ann Lee/City Agency)"]


def test_the_editor_stands_above_the_text() -> None:
    source, _ = read(ARTICLE, title="The bridge", published="2021-01-14", byline="A. L.", mode="full", max_share="0.5")
    assert (source.title, source.title_span, source.byline) == ("The bridge", None, "A. L.")
    assert source.published is not None
    assert (source.published.edtf, source.published.basis, source.published.span) == ("2021-01-14", "curated", None)
    assert source.published.why == "Decided by the editor (sources.yml)."
    assert (source.mode, source.max_share) == ("full", 0.5)
    assert "byline" in [piece.rule for piece in source.furniture]


def test_a_forum_in_three_languages() -> None:
    source, problems = read(FORUM, language="en")
    assert not problems
    assert source.kind == "collection"
    assert [(part.id, part.language, part.posts_stated) for part in source.parts] == [
        ("1", "en", 4),
        ("2", "fr", 3),
        ("3", "en", 2),
        ("4", "de", 6),
    ]
    assert source.title == "Harbour forum"


def test_an_address_on_the_first_line_is_the_documents() -> None:
    text = "https://harbourpost.example/bridge\n\n" + ARTICLE
    source, _ = read(text)
    assert source.url == "https://harbourpost.example/bridge"
    assert source.title == "Bridge closed until spring"
    assert read(text, url="https://x.example")[0].url == "https://x.example"


def test_a_language_that_cannot_be_made_out() -> None:
    source, problems = read("12 345 67\n")
    assert source.language == "und"
    assert [str(problem) for problem in problems] == [
        "seeds/a.txt: warning: Its language cannot be made out, so little will be found in it."
        " Set `language:` in sources.yml."
    ]
    assert not read("12 345 67\n", language="en")[1]


LINES = ["Share this story", "3 replies", "By Ann Lee", "3 March 2021", "(Ann Lee/City)", "City Photo", "ImageImage"]


@given(st.lists(st.sampled_from([*LINES, "", "The bridge.”More on it", "The bridge is closed, it said."]), max_size=25))
def test_everything_stands_in_the_text_and_nothing_overlaps(lines: list[str]) -> None:
    source, _ = read("\n".join(lines))
    pieces = sorted((*source.furniture, *source.captions), key=lambda piece: piece.start)
    assert all(source.text[piece.start : piece.end] == piece.text != "" for piece in pieces)
    assert all(first.end <= second.start for first, second in pairwise(pieces))
    assert list(source.furniture) == sorted(source.furniture, key=lambda piece: piece.start)
    assert all(part.start < part.end <= len(source.text) for part in source.parts)
    spans = [stated.span for stated in (source.published, source.updated) if stated]
    assert all(span and source.text[span.start : span.end] == span.text for span in spans)


@pytest.mark.parametrize(
    "text",
    ["a" * 5_000_000, "The bridge is closed. " * 230_000, "(" * 400_000, ".”A" * 200_000, "\n" * 1_000_000 + "a"],
    ids=["one word", "sentences", "brackets", "glued marks", "blank lines"],
)
def test_five_million_characters_are_read(text: str) -> None:
    source, _ = read(text, language="en")
    assert source.text == text
