"""The pages of sources: every sentence at its address, how to cite it, what was set aside and how to put it back."""

import json
import re

import pytest
from msgspec.structs import replace
from rendered import Reader, fold, render
from small_dossier import at, dossier, entry, event, read, to

from generator.ingest.decided import find_edits
from generator.language.loader import languages
from generator.language.page import page_words
from generator.model import (
    AnnotatedSource,
    Decided,
    Dossier,
    Furniture,
    Mode,
    Part,
    SourceDecision,
    Translation,
)
from generator.publish.gate import Gate
from generator.publish.links import Passages
from generator.publish.pages.catalogue import Catalogue, Cited, Frame, make_catalogue
from generator.publish.pages.sources import source_pages
from generator.publish.references import cite_bibtex, cite_csl
from generator.publish.words import FURNITURE_MEANINGS

TEXT = (
    "The ferry to Orvel leaves at nine.\n"
    "Its bell was cast in 1904.\n"
    "Nobody on the quay remembers who paid for it.\n"
    "The old keeper keeps a list of every storm since then.\n"
)
FIRST, BELL, NOBODY, LIST = TEXT.splitlines()


def catalogue_of(found: Dossier, *readings: AnnotatedSource, cited: tuple[Cited, ...] = ()) -> Catalogue:
    gate = Gate(found, readings, [one.span for one in cited])
    return make_catalogue(gate.with_shares(), gate, Passages(readings), Frame(cited=cited))


def page_of(found: Dossier, *readings: AnnotatedSource, cited: tuple[Cited, ...] = ()) -> str:
    return source_pages(catalogue_of(found, *readings, cited=cited))[f"sources/{readings[0].source.id}/"]


def seen(page: str) -> str:
    """What a reader reads of a page, with a space where a new line or remark begins."""
    html = render(re.sub(r"\A---\n.*?\n---\n", "", page, flags=re.DOTALL))
    return fold(Reader(re.sub(r"<(?=(?:d[dt]|t[dh]|li|p|pre|summary|small|span|details|a)\b)", " <", html)).text)


def ferry(mode: Mode = "excerpt", **fields: object) -> AnnotatedSource:
    return read(TEXT, id="ferry", mode=mode, **fields)


def on_bell(reading: AnnotatedSource, **fields: object) -> Dossier:
    """A dossier with one event, reported where the bell is told of."""
    return dossier([reading], events=(event("e-1", at(reading, BELL)),), **fields)


# ------------------------------------------------------------------------------------------ passages and their gaps


@pytest.mark.parametrize("mode", ["full", "excerpt", "pointer"])
def test_every_sentence_has_its_anchor_whatever_the_mode(mode: Mode) -> None:
    reading = ferry(mode)
    page = page_of(on_bell(reading), reading)
    for sentence in reading.sentences:
        assert page.count(f'id="{sentence.id}"') == 1


@pytest.mark.parametrize("mode", ["full", "excerpt", "pointer"])
def test_the_address_of_any_span_is_that_of_its_sentence(mode: Mode) -> None:
    reading = ferry(mode)
    catalogue = catalogue_of(on_bell(reading), reading)
    for sentence in reading.sentences:
        words = at(reading, sentence.text[4:9])
        assert catalogue.passage(words) == f"sources/ferry/#{sentence.id}"


def test_a_full_source_is_set_out_whole_and_in_order() -> None:
    reading = ferry("full")
    text = seen(page_of(on_bell(reading), reading))
    assert [text.index(line) for line in TEXT.splitlines()] == sorted(text.index(line) for line in TEXT.splitlines())
    assert "not reproduced" not in text.partition("Passages")[2]


def test_an_excerpt_counts_what_it_leaves_out() -> None:
    reading = ferry()
    page = page_of(on_bell(reading), reading)
    text = seen(page)
    assert BELL in text
    assert FIRST not in text and NOBODY not in text and LIST not in text
    assert "7 words not reproduced" in text and "20 words not reproduced" in text
    gap = re.findall(r'<li class="d-gap">(.*?)\d+ words', page)[1]
    assert gap == "".join(f'<span id="{sentence.id}"></span>' for sentence in reading.sentences[2:])


def test_a_pointer_has_places_and_no_words() -> None:
    reading = ferry("pointer")
    text = seen(page_of(on_bell(reading), reading))
    assert "characters 35–61 6 words, place only" in text
    assert not any(line in text for line in TEXT.splitlines())


def test_the_words_that_people_quote_stand_at_their_passage_where_the_rest_of_it_is_withheld() -> None:
    reading = ferry(max_share=0.3)
    quoted = Cited(span=at(reading, "keeper keeps a list of every storm since"), title="The bell", url="bell/")
    page = page_of(dossier([reading]), reading, cited=(quoted,))
    words = '<span class="d-cut">…</span> keeper keeps a list of every storm since <span class="d-cut">…</span>'
    assert words in page
    assert "3 words not reproduced" in seen(page)
    assert "The old" not in seen(page)


def test_items_on_which_nothing_rests_keep_their_anchors() -> None:
    parts = tuple(
        Part(id=f"t{n}", start=start, end=end, language="en", title=None, author=None, published=None,
             posts_stated=None, posts_saved=None)
        for n, (start, end) in enumerate([(0, 61), (62, 162)], start=1)
    )  # fmt: skip
    reading = ferry(kind="collection", parts=parts)
    page = page_of(on_bell(reading), reading)
    assert "### Item 2 {#item-2}" in page
    assert all(f'id="{sentence.id}"' in page for sentence in reading.sentences)
    assert "Nothing on this site rests on item 2." in seen(page)


def test_a_source_without_sentences_has_a_page() -> None:
    reading = read("\n", id="ferry")
    assert "Passages" not in seen(page_of(dossier([reading]), reading))


# ----------------------------------------------------------------------------------------- what a passage comes with


def test_a_passage_that_a_page_quotes_says_so() -> None:
    reading = ferry()
    page = page_of(
        on_bell(reading), reading, cited=(Cited(span=at(reading, "cast in 1904"), title="*Bells*", url="bells/"),)
    )
    assert '<a href="../../bells/">cited: &#42;Bells&#42;</a>' in page
    assert "used for: cited: *Bells*; entry, 1 March 2022" in seen(page)


def test_a_translation_is_marked_as_ours_and_never_stands_for_withheld_words() -> None:
    def page_in(mode: Mode) -> str:
        reading = ferry(mode)
        told = to(Translation, at(reading, NOBODY), translation="In our words.", curated="for readers")
        return page_of(on_bell(reading, translations=(told,)), reading)

    assert '<span class="d-ours">In our words.</span>' in page_in("excerpt")
    assert "In our words" not in page_in("pointer")


@pytest.mark.parametrize(("mode", "links"), [("excerpt", 1), ("full", 4), ("pointer", 0)])
def test_what_is_shown_leads_to_its_words_in_the_live_page(mode: Mode, links: int) -> None:
    reading = ferry(mode, url="https://example.org/bell")
    page = page_of(on_bell(reading), reading)
    found = re.findall(r'<a class="d-live" href="(.*?)" rel="noopener nofollow">In the live page</a>', page)
    assert len(found) == links
    assert all(text_of(one).startswith("https://example.org/bell#:~:text=") for one in found)


def test_a_passage_is_cited_in_plain_text_with_its_place() -> None:
    reading = ferry(title="The bell of Orvel", publisher="Quay Post")
    text = seen(page_of(on_bell(reading), reading))
    assert "“The bell of Orvel”, Quay Post, paragraph 2, characters 35–61. Source A of" in text


PATTERN = re.compile(
    r'<template class="d-pattern" data-id="(.*?)" data-place="(.*?)" data-paragraph="(.*?)" data-search-exclude>'
    r"<pre>(.*?)</pre><pre>(.*?)</pre></template>"
)


def test_the_pattern_of_citations_filled_in_is_the_citation_of_the_passage() -> None:
    """What the script does, done here."""
    reading = ferry(title="The bell of Orvel")
    found = on_bell(reading)
    match = PATTERN.search(page_of(found, reading))
    assert match is not None
    id, place, paragraph, bibtex, csl = (Reader(piece).text for piece in match.groups())

    def filled(text: str) -> str:
        text = text.replace(id, reading.sentences[1].id).replace(place, "characters 35–61")
        return text.replace(f"{int(paragraph):,}", "2").replace(paragraph, "2")

    assert filled(bibtex) == cite_bibtex(found.sources[0], reading.sentences[1], found.title).strip()
    assert json.loads(filled(csl)) == cite_csl(found.sources[0], reading.sentences[1], found.title)


def test_a_source_has_its_bibtex_and_csl_without_script() -> None:
    reading = ferry(title="A & B")
    page = page_of(on_bell(reading), reading)
    pres = [Reader(found).text for found in re.findall(r'<pre class="d-copy">(.*?)</pre>', page)]
    assert pres[0].startswith("@misc{ferry,\n  title = {{A \\& B}}")
    assert json.loads(pres[1])[0]["title"] == "A & B"


# ------------------------------------------------------------------------------------------------- the furniture ledger


def aside(text: str, *pieces: tuple[str, str]) -> tuple[Furniture, ...]:
    """Furniture at the words given, each the next time they stand in the text, with its rule."""
    found, after = [], 0
    for words, rule in pieces:
        start = text.index(words, after)
        after = start + len(words)
        found.append(Furniture(start=start, end=after, text=words, rule=rule))
    return tuple(found)


PAGE = (
    "Share this\nThe bell rang.\nShare this\nSubscribe to the letter of the Orvel Museum today\n"
    'Subscribe to the letter of the Orvel Museum tomorrow\nRing: "the bell"\nAn old notice\n'
)
PIECES = aside(
    PAGE, ("Share this", "share button"), ("Share this", "share button"),
    ("Subscribe to the letter of the Orvel Museum today", "subscription prompt"),
    ("Subscribe to the letter of the Orvel Museum tomorrow", "subscription prompt"),
    ('Ring: "the bell"', "related links"), ("An old notice", "set aside by the editor"),
)  # fmt: skip


def quay(mode: Mode = "excerpt", **fields: object) -> AnnotatedSource:
    return read(PAGE, id="quay", mode=mode, furniture=PIECES, **fields)


def test_what_was_set_aside_is_listed_with_its_rule_and_every_place() -> None:
    text = seen(page_of(dossier([quay()]), quay()))
    assert "share button 2 pieces: a button to pass the page on" in text
    assert "Share this line 1, characters 0–10; line 3, characters 26–36" in text
    assert "Subscribe to the letter of the Orvel and 2 more words line 4" in text


def test_the_line_that_puts_a_piece_back_does_so() -> None:
    page = page_of(dossier([quay()]), quay())
    lines = [line for line in map(text_of, re.findall(r'<pre class="d-copy">(.*?)</pre>', page)) if "restore" in line]
    assert lines == [
        '- {source: quay, restore: "Share this", reason: …}',
        '- {source: quay, restore: "Ring: \\"the bell\\"", reason: …}',
    ]
    for line, number in zip(lines, (2, 1), strict=True):
        words = json.loads(line.partition("restore: ")[2].removesuffix(", reason: …}"))
        decision = SourceDecision(line=1, reason="it belongs there", source="quay", restore=words)
        edits, _ = find_edits(quay().source, [decision], "curation.yml", problems := [])
        assert not problems
        assert len(edits.restored) == number


def text_of(html: str) -> str:
    return Reader(html).text


def test_words_that_do_not_identify_a_piece_are_not_offered() -> None:
    text = seen(page_of(dossier([quay()]), quay()))
    assert text.count("Other pieces begin with these words: take more of them from the file, at this place.") == 2


def test_what_an_editor_set_aside_is_marked_with_the_reason() -> None:
    found = dossier(
        [quay()], sources=(replace(entry(quay(), "A"), curated="printed by mistake"),),
        decisions=(Decided(what="source", id="quay", did="a passage set aside", reason="printed by mistake"),),
    )  # fmt: skip
    text = seen(page_of(found, quay()))
    assert "A passage set aside: printed by mistake" in text
    assert "Its entry in curation.yml, taken out, puts it back." in text


def test_in_a_source_named_by_place_the_ledger_has_places_alone() -> None:
    page = page_of(dossier([quay("pointer")]), quay("pointer"))
    assert "Share" not in page and "Subscribe" not in page and "restore:" not in page
    assert "2 words line 1, characters 0–10; line 3, characters 26–36" in seen(page)
    assert "take the first ones from the file, at this place" in seen(page)


def test_many_pieces_of_one_kind_are_folded_and_all_there() -> None:
    text = "".join(f"Ring number {n}\nThe bell rang {n} times.\n" for n in range(20))
    pieces = aside(text, *((f"Ring number {n}\n".strip(), "share button") for n in range(20)))
    reading = read(text, id="quay", furniture=pieces)
    page = page_of(dossier([reading]), reading)
    assert "The others of this kind <small>19</small>" in page
    assert all(f"Ring number {n} line {2 * n + 1}," in seen(page) for n in range(20))


def test_each_rule_is_explained() -> None:
    rules = {group.rule for language in languages("page") for group in page_words(language).furniture}
    assert rules <= set(FURNITURE_MEANINGS)


@pytest.mark.parametrize("id", ["null", "2022", "a-b"])
def test_an_id_stays_an_id_in_the_line(id: str) -> None:
    reading = read(PAGE, id=id, furniture=PIECES)
    written = "a-b" if id == "a-b" else f'"{id}"'
    line = f'- {{source: {written}, restore: "Share this", reason: …}}'
    assert line in text_of(page_of(dossier([reading]), reading))


def test_a_collection_is_in_the_languages_of_its_items() -> None:
    reading = read(TEXT, id="a", mode="full")
    parts = tuple(
        Part(id=f"t{number}", start=number, end=number + 1, language=tag, title=None, author=None, published=None,
             posts_stated=None, posts_saved=None)
        for number, tag in enumerate(("it", "en", "en", "und"))
    )  # fmt: skip
    source = replace(entry(reading, "A"), kind="collection", parts=parts, language="en")
    assert "English and Italian" in seen(page_of(dossier((reading,), sources=(source,)), reading))
