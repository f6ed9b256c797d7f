"""No file of a site holds a run of withheld words, however it is escaped; and what may be printed raises no alarm."""

import html
import json
from collections.abc import Callable
from urllib.parse import quote as percent_encoded

import pytest
from msgspec.structs import replace
from planted import TWENTY, bridge, in_mode, line_of, said_twice
from project import EXAMPLE
from small_dossier import at, dossier, event, quote, read

from generator.model import HandPage, Mode, Sentence, Span
from generator.pipeline import Edition, make_dossier
from generator.publish import publish
from generator.publish.escape import for_csv, for_html, for_markdown, for_xml, for_yaml
from generator.publish.gate import Gate
from generator.publish.leaks import find_leaks
from generator.publish.site import Site
from generator.publish.withheld import RUN, gather_withheld

VARIANTS: dict[str, tuple[str, Callable[[str], str]]] = {
    "a page, as it is": ("leaked.md", lambda text: f"# Title\n\n{text}\n"),
    "a page, for HTML": ("leaked.md", lambda text: f"# Title\n\n<blockquote><p>{for_html(text)}</p></blockquote>\n"),
    "a page, for Markdown": ("leaked.md", lambda text: f"{for_markdown(text)}\n"),
    "a page, for its front matter": ("leaked.md", lambda text: f"---\ntitle: {for_yaml(text)}\n---\n"),
    "a page, all in entities": ("leaked.md", lambda text: "<p>" + "".join(f"&#x{ord(c):x};" for c in text) + "</p>"),
    "a page, one word in bold": ("leaked.md", lambda text: text.replace(" ", " <b>", 1).replace(" ", "</b> ", 2)),
    "a page, in an attribute": ("leaked.md", lambda text: f'<p data-x="{html.escape(json.dumps({"a": text}))}"></p>'),
    "an address": ("leaked.md", lambda text: f'<a href="https://example.org/#:~:text={percent_encoded(text)}">there</a>'),
    "JSON": ("data/leaked.json", lambda text: json.dumps({"a": [{"b": text}]})),
    "JSON, beyond ASCII": ("data/leaked.json", lambda text: json.dumps({"a": text}, ensure_ascii=False)),
    "JSON, HTML inside": ("data/leaked.json", lambda text: json.dumps({"a": f"<p>{for_html(text)}</p>"})),
    "lines of JSON": ("data/leaked.jsonl", lambda text: f'{{"a": 1}}\n{json.dumps({"a": text})}\n'),
    "CSV": ("data/leaked.csv", lambda text: f'"a",{for_csv(text)}\n'),
    "BibTeX": ("data/leaked.bib", lambda text: f"@misc{{a,\n  note = {{{text}}},\n}}\n"),
    "a feed": ("feed.xml", lambda text: f"<entry><title>{for_xml(text)}</title></entry>"),
    "a feed, HTML inside": ("feed.xml", lambda text: f"<content>{for_xml(f'<p>{for_html(text)}</p>')}</content>"),
    "a chart": ("assets/leaked.svg", lambda text: f"<svg><title>{for_xml(text)}</title></svg>"),
    "a script": ("assets/leaked.js", lambda text: f"const words = {json.dumps(text)};"),
}  # fmt: skip


def withheld_passages(edition: Edition) -> list[Sentence]:
    """Sentences that are withheld, long enough to be a run."""
    gate = Gate(edition.dossier, edition.readings)
    sentences = (sentence for reading in edition.readings for sentence in reading.sentences)
    return [one for one in sentences if not gate.allows(one) and len(one.text.split()) >= RUN]


def leaks_in(edition: Edition, file: str, text: str) -> list[str]:
    site = Site(files={"index.md": b"# Home\n", file: text.encode()})
    gate = Gate(edition.dossier, edition.readings)
    return [str(problem) for problem in find_leaks(site, edition.dossier, edition.readings, gate)]


@pytest.mark.parametrize("variant", VARIANTS)
def test_twenty_withheld_passages_are_found_in_every_kind_of_file(variant: str) -> None:
    file, write = VARIANTS[variant]
    editions = bridge("pointer"), said_twice_withheld()
    planted = [(edition, one) for edition in editions for one in withheld_passages(edition)]
    assert len(planted) >= TWENTY
    for edition, passage in planted:
        found = leaks_in(edition, file, write(passage.text))
        assert len(found) == 1, passage.text
        assert found[0].startswith(f"content/{file}:")
        assert any(place in found[0] for place in places_of(edition, passage.text)), passage.text


def places_of(edition: Edition, text: str) -> list[str]:
    """The first place of each source that prints the same run."""
    run = " ".join(text.split(" ")[:RUN])
    sources = [reading.source for reading in edition.readings if run in reading.source.text]
    return [f"of {source.file} (line {line_of(source, source.text.index(run))})" for source in sources]


def said_twice_withheld() -> Edition:
    return in_mode(said_twice(), "pointer")


def test_a_run_of_nine_words_is_found_and_one_of_eight_is_not() -> None:
    edition = bridge("pointer")
    passage = max(withheld_passages(edition), key=lambda one: len(one.text))
    words = passage.text.split()
    assert leaks_in(edition, "leaked.md", f"He wrote: {' '.join(words[1:10])}, and no more.")
    assert not leaks_in(edition, "leaked.md", f"He wrote: {' '.join(words[1:9])}, and no more.")


def test_words_of_two_blocks_or_values_are_no_run() -> None:
    edition = bridge("pointer")
    passage = max(withheld_passages(edition), key=lambda one: len(one.text))
    words = passage.text.split()
    first, second = " ".join(words[:6]), " ".join(words[6:12])
    assert not leaks_in(edition, "leaked.md", f"<q>{first}</q> <q>{second}</q>")
    assert not leaks_in(edition, "leaked.json", json.dumps([first, second]))
    assert leaks_in(edition, "leaked.md", f"<span>{first}</span> <em>{second}</em>")


def test_words_that_another_source_lets_be_printed_are_no_leak() -> None:
    text = "The bakery on the old quay opened its doors on Tuesday at seven.\n"
    open_one, closed = read(text, id="a", mode="full"), read(text, id="b", mode="pointer")
    found = dossier([open_one, closed], events=(event("e-1", open_one.sentences[0], closed.sentences[0]),))
    assert not gather_withheld(found, [open_one, closed], Gate(found, [open_one, closed])).runs
    alone = dossier([closed], events=(event("e-1", closed.sentences[0]),))
    assert gather_withheld(alone, [closed], Gate(alone, [closed])).runs


def test_sentences_that_no_space_parts_are_told_apart() -> None:
    reading = read("Nobody at all came to the quay for bread.The mayor had long left it by the boat.\n", mode="pointer")
    first, second = reading.sentences
    found = dossier([reading], events=(event("e-1", first, second),))
    gate = Gate(found, [reading])
    for sentence in (first, second):
        site = Site(files={"leaked.md": f"He wrote: “{sentence.text}”".encode()})
        assert len(find_leaks(site, found, [reading], gate)) == 1


def test_words_that_may_be_printed_piece_by_piece_are_no_leak() -> None:
    text = "“We shall bake again by May,” said Ida Moen of Orvel.\nThe oven has stood cold for eleven years or so.\n"
    reading = read(text, mode="excerpt", max_share=0.0)
    oven = reading.sentences[1]
    speaker, cue = at(reading, "Ida Moen of Orvel"), at(reading, "said")
    whole = quote("q-1", at(reading, "We shall bake again by May"), speaker_span=speaker, cue_span=cue)
    found = dossier([reading], quotes=(whole,))
    starts = {start for _, start in gather_withheld(found, [reading], Gate(found, [reading])).runs.values()}
    assert not starts & {0, text.index("shall"), text.index("bake")}, "three runs of words that stand in pieces"
    assert {text.index("again"), oven.start} <= starts


def test_a_title_is_printed_in_every_mode() -> None:
    title = "The bakery on the old quay opened its doors on Tuesday at seven"
    span = Span(source="a", part=None, start=0, end=len(title), text=title)
    reading = read(f"{title}\nNobody came.\n", mode="pointer", title=title, title_span=span)
    found = dossier([reading], events=(event("e-1", reading.sentences[1]),))
    assert not gather_withheld(found, [reading], Gate(found, [reading])).runs


def test_what_a_person_wrote_is_named_at_its_line() -> None:
    edition = bridge("pointer")
    passage = withheld_passages(edition)[0]
    page = HandPage(file="pages/more.md", text=f"# More\n\nOur own words.\n\n{passage.text}\n")
    _, problems = publish(edition.dossier, edition.readings, (page,))
    errors = [str(problem) for problem in problems if " error: " in str(problem)]
    assert len(errors) == 1
    assert errors[0].startswith("pages/more.md:5: error: holds the words at character ")


@pytest.mark.parametrize("share", [None, 0.05, 0.2, 0.5, 0.65])
@pytest.mark.parametrize("mode", ["full", "excerpt", "pointer"])
@pytest.mark.parametrize("seeds", ["bridge", "example", "twice"])
def test_no_site_raises_an_alarm(seeds: str, mode: Mode, share: float | None) -> None:
    edition = {"bridge": bridge, "twice": said_twice, "example": example}[seeds]()
    edition = in_mode(edition, mode)
    readings = tuple(replace(one, source=replace(one.source, max_share=share)) for one in edition.readings)
    _, problems = publish(edition.dossier, readings, ())
    assert problems == ()


EXAMPLES: list[Edition] = []


def example() -> Edition:
    if not EXAMPLES:
        EXAMPLES.append(make_dossier(EXAMPLE))
    return EXAMPLES[0]
