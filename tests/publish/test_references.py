"""Citations: what is known and nothing else, in three forms, each safe in its format."""

import json
import re

import pytest
from making import make_source
from msgspec.structs import replace
from small_dossier import dossier, entry, read_source

from generator.model import Part, PublicationDate, Sentence, SourceEntry
from generator.publish.references import cite_bibtex, cite_csl, cite_plain, locator, sources_bib, sources_csl

TITLE = "The bakery on the quay"
TEXT = "Bread at last\nIt opened on Tuesday. Nobody came.\n"
DAY = PublicationDate(edtf="2022-03-01", basis="stated", why="It says so.", span=None)
FIELD = re.compile(r"^  (\w+) = \{(.*)\},$", re.MULTILINE)


def make(**fields: object) -> tuple[SourceEntry, Sentence]:
    """A source of which a person knows these fields, and its second sentence."""
    reading = read_source(make_source(TEXT, id="quay-post", label="Quay Post"))
    return replace(entry(reading, "A"), **fields), reading.sentences[1]


def known() -> tuple[SourceEntry, Sentence]:
    return make(
        title="Bread at last", byline="Ida Moen", publisher="Quay Post Ltd", published=DAY,
        url="https://news.example.org/a_b%20c?x=1&y=2",
    )  # fmt: skip


def fields_of(bibtex: str) -> dict[str, str]:
    return dict(FIELD.findall(bibtex))


def test_a_source_of_which_all_is_known() -> None:
    assert cite_plain(known()[0], None, TITLE) == (
        "Ida Moen, “Bread at last”, Quay Post Ltd, 1 March 2022, https://news.example.org/a_b%20c?x=1&y=2. "
        "Source A of The bakery on the quay."
    )


def test_what_is_not_known_is_left_out() -> None:
    source, _ = make(title=None)
    assert cite_plain(source, None, TITLE) == "[Quay Post]. Source A of The bakery on the quay."
    assert fields_of(cite_bibtex(source, None, TITLE)).keys() == {"title", "note"}
    assert cite_csl(source, None, TITLE).keys() == {"id", "type", "title", "language", "note"}


@pytest.mark.parametrize("basis", ["inferred", "bounded", "unknown"])
def test_a_date_that_no_source_states_is_no_date_of_publication(basis: str) -> None:
    source, _ = make(published=replace(DAY, basis=basis))
    assert "2022" not in cite_plain(source, None, TITLE) + cite_bibtex(source, None, TITLE)
    assert "issued" not in cite_csl(source, None, TITLE)


def test_a_passage_has_a_locator_and_its_id() -> None:
    source, passage = make()
    assert locator(source, passage) == "paragraph 2, characters 14–35"
    assert cite_plain(source, passage, TITLE) == (
        f"[Quay Post], paragraph 2, characters 14–35. Source A of The bakery on the quay, passage {passage.id}."
    )


def test_a_passage_of_an_item_is_cited_as_that_item() -> None:
    source, passage = make(title="Quay forum", byline="the editors")
    part = Part(
        id="t2", start=0, end=40, language="nl", title="On bread", author="Bo", published=replace(DAY, edtf="2022-04"),
        posts_stated=2, posts_saved=2,
    )  # fmt: skip
    first = replace(part, id="t1", title="Other", author="Someone else")
    source, passage = replace(source, parts=(first, part)), replace(passage, part="t2")
    assert cite_plain(source, passage, TITLE) == (
        "Bo, “On bread”, in “Quay forum”, April 2022, thread 2, paragraph 2, characters 14–35. "
        f"Source A of The bakery on the quay, passage {passage.id}."
    )
    item = cite_csl(source, passage, TITLE)["citationItems"][0]
    assert (item["label"], item["locator"], item["suffix"]) == ("paragraph", "2", ", thread 2, characters 14–35")
    assert item["itemData"]["container-title"] == "Quay forum" and item["itemData"]["language"] == "nl"
    nobody = replace(source, parts=(first, replace(part, author=None)))
    assert "the editors" not in cite_plain(nobody, passage, TITLE), "who edits the page did not write the item"


def test_bibtex_is_online_where_there_is_an_address() -> None:
    source, passage = known()
    found = cite_bibtex(source, passage, TITLE)
    assert found.startswith(f"@online{{quay-post:{passage.id},\n") and found.endswith("}\n")
    assert fields_of(found) == {
        "author": "{Ida Moen}",
        "title": "{Bread at last}",
        "organization": "Quay Post Ltd",
        "date": "2022-03-01",
        "url": "https://news.example.org/a_b%20c?x=1&y=2",
        "note": f"Paragraph 2, characters 14–35. Source A of The bakery on the quay, passage {passage.id}",
    }
    offline = fields_of(cite_bibtex(replace(source, url=None), None, TITLE))
    assert (offline["year"], offline["month"], offline["day"]) == ("2022", "03", "01")
    assert cite_bibtex(replace(source, url=None), None, TITLE).startswith("@misc{quay-post,")


@pytest.mark.parametrize("title", ["50 % {off}", "a } b", "\\input{x} ~ ^ # $ _ &", '"} @misc{x, \n y', "a\tb\u202e"])
def test_no_title_breaks_an_entry(title: str) -> None:
    source, _ = make(title=title, byline=title, publisher=title, url="https://news.example.org/{x}\\y z")
    found = cite_bibtex(source, None, TITLE)
    depth = 0
    for at, char in enumerate(found):
        depth += {"{": 1, "}": -1}.get(char, 0)
        assert depth > 0 or at < found.index("{") or at >= len(found) - 2
    assert depth == 0
    assert found.count("\n") == 7
    assert not re.search(r"(?<!\\)[%#&$_]", fields_of(found)["title"])


def test_csl_has_dates_in_parts_or_in_words() -> None:
    source, _ = known()
    assert cite_csl(source, None, TITLE)["issued"] == {"date-parts": [[2022, 3, 1]]}
    around = cite_csl(replace(source, published=replace(DAY, edtf="2022-03~")), None, TITLE)
    assert around["issued"] == {"literal": "around March 2022"}
    ancient = cite_csl(replace(source, published=replace(DAY, edtf="-0043")), None, TITLE)
    assert ancient["issued"].keys() == {"literal"}


def test_an_address_of_another_kind_is_no_address() -> None:
    source, _ = make(url="javascript:alert(1)")
    assert "javascript" not in cite_plain(source, None, TITLE) + cite_bibtex(source, None, TITLE)
    assert cite_csl(source, None, TITLE)["type"] == "document"


def test_the_exports_hold_all_sources_by_letter() -> None:
    readings = [read_source(make_source(TEXT, id=f"s{number:02}")) for number in range(28)]
    found = dossier(readings)
    letters = [chr(ord("A") + number) for number in range(26)] + ["AA", "AB"]
    found = replace(
        found, sources=tuple(replace(s, siglum=letter) for s, letter in zip(found.sources, letters, strict=True))
    )
    items = json.loads(sources_csl(found))
    assert [item["note"].split()[1] for item in items] == letters
    assert re.findall(r"@misc\{(s\d\d),", sources_bib(found).decode()) == [item["id"] for item in items]
    assert sources_bib(found).endswith(b"}\n")
