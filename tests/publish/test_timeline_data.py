"""The timeline as JSON, as a table and as slides: well formed, cautious, and without a word that is withheld."""

import csv
import io
import json
from typing import Any

import pytest
from msgspec.structs import replace
from small_dossier import at, dossier, event, read
from told_twice import BARGE, BROKE, DIVERS, WEIR, catalogue_of, lock

from generator.model import AnnotatedSource, Event, Headline
from generator.publish.gate import Gate
from generator.publish.links import Passages
from generator.publish.pages.catalogue import make_catalogue
from generator.publish.timeline_data import COLUMNS, timeline_files

HOSTILE = '=cmd|"/c calc"!A1 <script>alert(1)</script> \u202eabc'


def files_of(reading: AnnotatedSource, *events: Event) -> dict[str, bytes]:
    found = dossier((reading,), events=events)
    return timeline_files(make_catalogue(found, Gate(found, (reading,)), Passages((reading,))))


def slides(*events: Event) -> list[dict[str, Any]]:
    found = json.loads(timeline_files(catalogue_of(lock(events=events)))["timeline.timelinejs.json"])
    assert set(found) == {"title", "events"} and found["title"]["text"]["headline"] == "The bakery on the quay"
    return list(found["events"])


def slide(edtf: str) -> dict[str, Any]:
    (found,) = slides(replace(DIVERS, edtf=edtf))
    return found


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_json_has_both_clocks_and_each_reports_own_words() -> None:
    data = json.loads(timeline_files(catalogue_of(lock()))["timeline.json"])
    entries = {entry["id"]: entry for entry in data["entries"]}
    assert len(entries) == 8 and list(entries)[-1] == "e-towpath", "what has no date comes last"
    broke, weir = entries["e-broke"], entries["e-weir"]
    assert (broke["date"], broke["first_reported"], broke["first_reported_by"]) == ("2021-01-04", "2021-01-05", ["A"])
    assert [one["text"] for one in broke["reports"]] == [report.text for report in BROKE.reports]
    assert [one["published"] for one in broke["reports"]] == ["2021-01-05", "2021-01-08", "2021-01-06/.."]
    assert (weir["date"], weir["date_shown"]) == ("2021-02-01", "2021-02-01/2021-02-03")
    assert [(one["value"], one["source"]) for one in weir["conflicts"][0]["values"]] == [
        ("2021-02-01", "A"), ("2021-02-03", "B"),
    ]  # fmt: skip
    assert (weir["headline"], weir["headline_by"]) == ("The weir is to reopen", "editor")
    assert entries["e-flood"]["told_with"] == "e-broke"
    assert entries["e-towpath"]["date"] is None


def test_the_table_has_a_line_for_each_entry() -> None:
    rows = table(timeline_files(catalogue_of(lock()))["timeline.csv"])
    assert tuple(rows[0]) == COLUMNS and len(rows) == 8
    row = next(row for row in rows if row["id"] == "e-broke")
    assert (row["reported_by"], row["headline_by"], row["key"]) == ("A; B; C", "B", "no")
    assert row["headline"] == "Harbour engineers confirm the broken gate."


def test_nothing_in_the_table_is_run_and_nothing_on_a_slide_is_markup() -> None:
    reading = read(HOSTILE, id="a", mode="full")
    told = event("e-1", reading.sentences[0], edtf="2021")
    own = replace(told, id="e-2", headline=Headline(text=HOSTILE, span=None, curated="x"), note="@SUM(A1)")
    files = files_of(reading, told, own)
    assert all(not cell or cell[0] not in "=+-@" for row in table(files["timeline.csv"]) for cell in row.values())
    assert b"<script" not in files["timeline.timelinejs.json"]
    assert "\u202c" in files["timeline.timelinejs.json"].decode(), "the order of writing is closed"
    assert json.loads(files["timeline.json"])["entries"][0]["headline"] == reading.sentences[0].text


def test_words_that_are_withheld_stand_in_no_file() -> None:
    reading = read("The recipe was read aloud.\nNobody wrote it down.", id="a", mode="pointer")
    files = files_of(reading, event("e-1", reading.sentences[0], kind="statement"))
    assert all(b"recipe" not in data for data in files.values())
    entry = json.loads(files["timeline.json"])["entries"][0]
    assert entry["reports"][0]["text"] is None and entry["headline"] == "Statement (place only)"
    assert entry["reports"][0]["start"] == 0 and entry["reports"][0]["end"] == at(reading, "aloud.").end


@pytest.mark.parametrize(
    ("edtf", "start", "end", "words"),
    [
        ("2021-01-07", {"year": 2021, "month": 1, "day": 7}, None, "7 January 2021"),
        ("2021-01", {"year": 2021, "month": 1}, None, "in January 2021"),
        ("2021", {"year": 2021}, None, "in 2021"),
        ("2021-01-21~", {"year": 2021, "month": 1, "day": 21}, None, "around 21 January 2021"),
        ("2021-01-07/2021-01-17", {"year": 2021, "month": 1, "day": 7}, {"year": 2021, "month": 1, "day": 17},
         "between 7 and 17 January 2021"),
        ("2017/2018", {"year": 2017}, {"year": 2018}, "between 2017 and 2018"),
        ("2023-03/..", {"year": 2023, "month": 3}, None, "March 2023 or later"),
        ("../2019-05", {"year": 2019, "month": 5}, None, "May 2019 or earlier"),
        ("201X", {"year": 2010}, {"year": 2019}, "in the 2010s"),
        ("-0043", {"year": -44}, None, "in 44 BC"),
        ("-0043-03-15", {"year": -44, "month": 3, "day": 15}, None, "15 March 44 BC"),
    ],
)  # fmt: skip
def test_a_slide_is_no_sharper_than_its_date(
    edtf: str, start: dict[str, int], end: dict[str, int] | None, words: str
) -> None:
    found = slide(edtf)
    assert found["display_date"] == words
    assert found["start_date"] == start | {"display_date": words}
    assert found.get("end_date") == (end and end | {"display_date": words})


def test_what_has_no_year_is_no_slide() -> None:
    assert slides(replace(DIVERS, edtf="XXXX-01-08"), replace(BARGE, edtf=None)) == []


def test_a_slide_says_whose_words_it_has_and_what_side_matter_it_is_of() -> None:
    told, weir = slides(replace(DIVERS, strand="Divers"), WEIR)
    assert told["unique_id"] == "e-divers" and told["group"] == "Divers" and "group" not in weir
    assert told["text"]["headline"] == "“Divers came on Wednesday.” B"
    assert "<p>as written; 1 witness: B</p><p>“Divers came on Wednesday.” B, Echo</p>" in told["text"]["text"]
    assert weir["display_date"] == "between 1 and 3 February 2021"
