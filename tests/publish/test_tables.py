"""Quotations as a table: what stands in a cell, what is withheld, nothing that a spreadsheet would run."""

import csv
import io
import json

from msgspec.structs import replace
from small_dossier import actor, at, dossier, quote, read

from generator.model import AnnotatedSource, Quote
from generator.publish.gate import Gate
from generator.publish.links import Passages
from generator.publish.tables import COLUMNS, make_tables

OPEN = read("“=We bake,” said Ann Lee.\n“We rest,” said a boy.\n", id="a", mode="full")
CLOSED = replace(OPEN, source=replace(OPEN.source, mode="pointer"))
LEE = actor("ann-lee", name="Ann Lee")
BOY = actor("tom-roe", name="Tom Roe", published=False)


def rows_of(reading: AnnotatedSource, *quotes: Quote) -> tuple[list[dict[str, str]], list[dict[str, object]]]:
    found = dossier((reading,), actors=(LEE, BOY), quotes=quotes)
    files = make_tables(found, Gate(found, (reading,)), Passages((reading,)))
    table = list(csv.DictReader(io.StringIO(files["quotations.csv"].decode())))
    return table, json.loads(files["quotations.json"])


def said(reading: AnnotatedSource) -> Quote:
    return quote(
        "q-1", at(reading, "=We bake"), speaker="ann-lee", speaker_span=at(reading, "Ann Lee"), cue="said",
        cue_span=at(reading, "said"), cue_class="say",
    )  # fmt: skip


def test_a_quotation_has_its_speaker_its_cue_and_its_place() -> None:
    table, rows = rows_of(OPEN, said(OPEN))
    assert tuple(table[0]) == COLUMNS["quotations"]
    assert rows[0]["speaker"] == "Ann Lee"
    assert (rows[0]["cue"], rows[0]["class"], rows[0]["kind"]) == ("said", "say", "direct")
    assert str(rows[0]["address"]).startswith("sources/a/#")


def test_no_cell_is_a_formula() -> None:
    table, rows = rows_of(OPEN, said(OPEN))
    assert not table[0]["words"].startswith("=")
    assert rows[0]["words"] == "=We bake"


def test_words_that_a_source_withholds_are_empty_and_their_place_stays() -> None:
    table, rows = rows_of(CLOSED, said(CLOSED))
    assert (table[0]["words"], table[0]["cue"], table[0]["called"]) == ("", "", "")
    assert rows[0]["words"] is None
    assert rows[0]["start"] == said(CLOSED).start


def test_who_has_no_page_is_not_named() -> None:
    hidden = quote("q-2", at(OPEN, "We rest"), speaker="tom-roe", speaker_span=at(OPEN, "a boy"))
    _, rows = rows_of(OPEN, hidden)
    assert rows[0]["speaker"] is None
    assert rows[0]["called"] is None
