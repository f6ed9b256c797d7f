"""The pages and tables of the comparison: what each source has, which kind of nothing, figures, copies, downloads."""

import csv
import io
import json

import pytest
from msgspec.structs import replace
from rendered import Reader, fold, render
from small_dossier import at, dossier, event, read, to

from generator.collate.comparing.closest import LEAST_LIKE, LEAST_OF_OTHERS, LEAST_SHARED
from generator.collate.copying.agreement import SMALL
from generator.collate.copying.clusters import LEAST_CONTAINED
from generator.model import (
    AnnotatedSource,
    Cell,
    Cluster,
    Dossier,
    Figure,
    FigureFrame,
    FigureValue,
    Overlap,
    Part,
    Reuse,
    Statement,
)
from generator.publish.gate import Gate
from generator.publish.links import Passages
from generator.publish.pages import render_pages
from generator.publish.tables import COLUMNS, make_tables

A = read("The mill burned on 3 May. More than 300 sacks were lost there. Bread was dear.", id="a", mode="full")
B = read("On 3 May the mill burned down. Up to 450 sacks were lost there.", id="b", mode="full")
C = read("Bread is cheap here, the bakers of the old harbour quarter told everybody last week.", id="c", mode="full")
ITEMS = (
    Part(
        id="1", start=0, end=20, language="en", title=None, author=None, published=None, posts_stated=4, posts_saved=1
    ),
    Part(
        id="2", start=21, end=40, language="en", title=None, author=None, published=None, posts_stated=1, posts_saved=1
    ),
)
D = read("The mill burned down. Nobody sold bread.", id="d", mode="full", kind="collection", parts=ITEMS)
READINGS = (A, B, C, D)
ROW = Statement(
    id="s-1",
    text=A.sentences[0].text,
    reports=(A.sentences[0], B.sentences[0]),
    cells=(
        Cell(witness="a", state="states", closest=A.sentences[0]),
        Cell(witness="b", state="differs", closest=B.sentences[0]),
        Cell(witness="c", state="not found", closest=C.sentences[0]),
        Cell(witness="d#1", state="states", closest=D.sentences[0]),
        Cell(witness="d#2", state="excerpt only", closest=None),
    ),
    curated=None,
)
LONE = replace(
    ROW,
    id="s-2",
    reports=(A.sentences[2],),
    cells=(
        Cell(witness="a", state="states", closest=A.sentences[2]),
        Cell(witness="c", state="too early", closest=None),
        Cell(witness="b", state="not found", closest=None),
    ),
)
SACKS = Figure(
    id="n-1",
    what="sacks: lost",
    values=(
        to(FigureValue, at(B, "Up to 450 sacks"), number=450.0, unit="sacks", qualifier="up to"),
        to(FigureValue, at(A, "More than 300 sacks"), number=300.0, unit="sacks", qualifier="more than"),
    ),
    curated=None,
)
FOUND = dossier(
    READINGS,
    events=(event("e-1", A.sentences[0], B.sentences[0]), event("e-2", A.sentences[2])),
    statements=(ROW, LONE),
    figures=(SACKS,),
    reuse=(Reuse(a=A.sentences[0], b=B.sentences[0], similarity=0.8),),
    overlap=(Overlap(a="a", b="b", a_in_b=0.4, b_in_a=0.5),),
)


def pages_of(found: Dossier, readings: tuple[AnnotatedSource, ...] = READINGS) -> dict[str, str]:
    return render_pages(found, Gate(found, readings), Passages(readings), None)


def seen(page: str) -> str:
    return fold(Reader(render(page.partition("\n---\n")[2]).replace("<td", " <td").replace("<small", " <small")).text)


def test_each_source_has_its_state_with_its_passage() -> None:
    page = pages_of(FOUND)["comparison/statements.md"]
    row = page.partition("data-row")[2].partition("</tr>")[0]
    assert f'<a href="../../sources/a/#{A.sentences[0].id}">states</a>' in row
    assert f'<a href="../../sources/b/#{B.sentences[0].id}">differs</a>' in row
    assert f'<a href="../../sources/c/#{C.sentences[0].id}">closest passage</a>' in row


def test_the_kinds_of_nothing_are_told_apart() -> None:
    text = seen(pages_of(FOUND)["comparison/statements.md"])
    assert "not found here closest passage" in text
    assert "too early text of not stated" in text

    assert "states 1; 1 excerpt only of 2 threads" in text


def test_a_statement_says_why_its_witnesses_count_once() -> None:
    cells = tuple(replace(cell, state="states") if cell.witness == "b" else cell for cell in ROW.cells)
    cluster = Cluster(id="c-1", members=("a", "b"), why="shared text", spans=(A.sentences[0],), curated=None)
    found = replace(FOUND, statements=(replace(ROW, cells=cells),), clusters=(cluster,))
    text = seen(pages_of(found)["comparison/statements.md"])
    assert "3 witnesses, 2 independent (A and B carry one text and count once)" in text
    assert "count once" not in seen(pages_of(FOUND)["comparison/statements.md"])


def test_where_nothing_is_near_no_passage_is_linked() -> None:
    cells = tuple(replace(cell, closest=None) if cell.witness == "c" else cell for cell in ROW.cells)
    text = seen(pages_of(replace(FOUND, statements=(replace(ROW, cells=cells), LONE)))["comparison/statements.md"])
    assert "not found here nothing close to it" in text and "closest passage is linked where" in text


def test_a_text_in_another_language_says_that_it_was_not_compared_and_lacks_nothing() -> None:
    german = read("Das Brot ist teuer.", id="e", mode="full", language="de")
    posts = tuple(replace(one, language="it") if one.id == "2" else one for one in ITEMS)
    mixed = read(D.source.text, id="d", mode="full", kind="collection", parts=posts)
    readings = (A, B, C, mixed, german)
    row = replace(ROW, cells=tuple(cell for cell in ROW.cells if cell.witness != "d#2"))
    pages = pages_of(dossier(readings, statements=(row,)), readings)
    text = seen(pages["comparison/statements.md"])
    assert "not compared: in German" in text and "others not compared: in Italian" in text
    assert "Not found here" not in pages["sources/e.md"] and "not found here" not in pages["sources/e.md"]
    same = (A, B, C, D, read("Bread is dear.", id="e", mode="full"))
    assert "not compared: in" not in seen(pages_of(dossier(same, statements=(row,)), same)["comparison/statements.md"])


def test_the_items_of_a_collection_share_a_column() -> None:
    page = pages_of(FOUND)["comparison/statements.md"]
    assert page.count('role="columnheader"') == 1 + len(READINGS)


def test_of_many_sources_each_statement_is_a_block_with_a_line_for_each_state() -> None:
    readings = tuple(read(f"The mill number {n} burned down.", id=f"s{n:02}", mode="full") for n in range(16))
    cells = [Cell(witness=one.source.id, state="states", closest=one.sentences[0]) for one in readings[:14]]
    cells += [Cell(witness="s14", state="not found", closest=readings[14].sentences[0])]
    cells += [Cell(witness="s15", state="not found", closest=None)]
    row = replace(ROW, reports=(readings[0].sentences[0],), cells=tuple(cells))
    found = dossier(readings, events=(event("e-1", readings[0].sentences[0]),), statements=(row,))
    page = pages_of(found, readings)["comparison/statements.md"]
    assert "d-matrix--stack" in page and 'role="columnheader"' not in page
    assert page.count('<td role="cell"') == 2
    assert "and 2 more" in seen(page) and "1 other" in seen(page)
    assert f"../../sources/s14/#{readings[14].sentences[0].id}" in page


def test_what_parts_whole_texts_most_comes_first() -> None:
    page = pages_of(FOUND)["comparison/statements.md"]
    assert page.index("timeline/#e-1") < page.index("timeline/#e-2")


def test_a_source_says_what_it_alone_has_and_what_was_not_found_in_it() -> None:
    pages = pages_of(FOUND)
    assert "Only here Found in this source alone" in seen(pages["sources/a.md"])
    assert "{#missing}" in pages["sources/c.md"] and "{#missing}" not in pages["sources/b.md"]
    assert f'<a href="./#{C.sentences[0].id}">closest' in pages["sources/c.md"].replace('href="#', 'href="./#')


def test_what_one_text_alone_has_is_not_missing_in_others() -> None:
    copied = Cluster(id="c-1", members=("a", "b"), why="shared text", spans=(A.sentences[0],), curated=None)
    row = replace(ROW, cells=ROW.cells[:3])
    assert "{#missing}" not in pages_of(replace(FOUND, statements=(row,), clusters=(copied,)))["sources/c.md"]


def test_figures_stand_with_their_hedges_the_smallest_first() -> None:
    text = seen(pages_of(FOUND)["comparison/figures.md"])
    assert text.index("more than 300") < text.index("up to 450")
    assert text.count("More than 300 sacks") > 1, "without words around it, it is called by those of the first source"


def test_numbers_that_differ_come_before_hedges_that_do() -> None:
    same = tuple(replace(value, number=7.0) for value in SACKS.values)
    hedged = replace(SACKS, id="n-0", values=(*same, replace(same[0], source="c", start=0, end=5, text="Bread")))
    text = seen(pages_of(replace(FOUND, figures=(hedged, SACKS)))["comparison/figures.md"])
    assert 0 < text.index("up to 450") < text.index("up to 7")


@pytest.mark.parametrize(
    ("number", "unit", "qualifier", "listed"),
    [
        (2.0, "mills", None, False),
        (12.0, "mills", None, True),
        (2.0, "mills", "about", True),
        (2.0, "km", None, True),
        (2.0, "people", None, True),
        (2.0, "bakers", None, False),
        (2.0, "workers", None, True),
    ],
)
def test_small_counts_in_which_all_agree_are_not_compared(
    number: float, unit: str, qualifier: str | None, listed: bool
) -> None:
    same = tuple(replace(value, number=number, unit=unit, qualifier=qualifier) for value in SACKS.values)
    page = pages_of(replace(FOUND, figures=(replace(SACKS, values=same),)))["comparison/figures.md"]
    assert ("{#alike}" in page) == listed
    assert ("Counts under ten" in page) != listed


def test_small_counts_that_differ_are_compared() -> None:
    values = tuple(
        replace(value, number=float(at), unit="mills", qualifier=None) for at, value in enumerate(SACKS.values)
    )
    page = pages_of(replace(FOUND, figures=(replace(SACKS, values=values),)))["comparison/figures.md"]
    assert "No figure was found that sources give differently" not in page


def test_the_ends_of_a_range_stand_in_one_row() -> None:
    ranged = (
        replace(SACKS.values[0], number=2.0, qualifier="from"),
        replace(SACKS.values[0], start=SACKS.values[0].end - 5, text="sacks", number=450.0, qualifier="to"),
    )
    page = seen(
        pages_of(replace(FOUND, figures=(replace(SACKS, values=(*ranged, SACKS.values[1])),)))["comparison/figures.md"]
    )
    assert "2 to 450" in page and "from 2" not in page


def test_of_many_values_the_overview_shows_the_smallest_and_the_largest() -> None:
    values = tuple(replace(SACKS.values[0], number=float(number)) for number in range(101, 110))
    pages = pages_of(replace(FOUND, figures=(replace(SACKS, values=(*values, SACKS.values[1])),)))
    overview, page = seen(pages["comparison.md"]), seen(pages["comparison/figures.md"])
    assert [n for n in range(101, 110) if f"up to {n}" in overview] == [101, 102, 103, 108, 109]
    assert "more than 300" in overview and "4 more between them" in overview
    assert all(f"up to {number}" in page for number in range(101, 110)) and "between them" not in page


def test_a_figure_is_called_by_the_words_around_it_with_a_gap_for_the_number() -> None:
    called = replace(SACKS, what="… lost there", frame=FigureFrame(before=None, behind=at(A, "lost there")))
    page = pages_of(replace(FOUND, figures=(called,)))["comparison/figures.md"]
    assert "… lost there" in seen(page)
    assert f"../../sources/a/#{A.sentences[1].id}" in page.partition("<caption>")[2].partition("</caption>")[0]


def test_the_words_around_a_figure_are_withheld_as_any_others() -> None:
    withheld = read(A.source.text, id="a", mode="pointer")
    readings = (withheld, B, C, D)
    frame = FigureFrame(before=None, behind=at(withheld, "lost there"))
    found = dossier(readings, figures=(replace(SACKS, what="… lost there", frame=frame),))
    assert "… lost there" not in seen(pages_of(found, readings)["comparison/figures.md"])
    tables = make_tables(found, Gate(found, readings), Passages(readings))
    assert not any("lost there" in str(table) for table in tables.values())


def test_the_rules_that_pages_tell_are_those_that_are_followed() -> None:
    assert (LEAST_SHARED, LEAST_LIKE, LEAST_OF_OTHERS, SMALL, LEAST_CONTAINED) == (3, 1 / 6, 1 / 3, 3, 3 / 5)
    cluster = Cluster(id="c-1", members=("a", "b"), why="shared text", spans=(A.sentences[0],), curated=None)
    pages = pages_of(replace(FOUND, clusters=(cluster,)))
    told, copies = seen(pages["comparison/statements.md"]), seen(pages["comparison/copies.md"])
    assert "three words or names at least" in told and "a sixth of what both are about, or a third where" in told
    assert "Changes of up to three words in a row" in copies and "where three fifths of one or more" in copies


def test_no_page_scores_a_source() -> None:
    words = ("reliab", "credib", "accura", "bias", "trustworth", "omit", "silent about", "leaves out", "quality of")
    text = " ".join(seen(page) for path, page in pages_of(FOUND).items() if path.startswith("comparison")).casefold()
    assert [word for word in words if word in text] == []


def test_two_texts_stand_side_by_side_with_their_differences_marked() -> None:
    page = pages_of(FOUND)["comparison/copies/a.md"]
    assert "<mark>On</mark>" not in page.partition("{#with-1}")[0]
    assert "## With B B {#with-1}" in page
    assert "<mark>down&#46;</mark>" in page.replace("down.", "down&#46;")
    other = pages_of(FOUND)["comparison/copies/c.md"]
    assert "No passage of it was found in another source." in other
    assert "no shared text found" in other and "Text that" not in other


def test_older_addresses_on_the_overview_lead_on() -> None:
    overview = pages_of(FOUND)["comparison.md"]
    assert all(place in overview for place in ("{#overlap}", 'id="shared"', "{#figures}", "{#statements}"))


# ------------------------------------------------------------------------------------------------------ tables


def tables_of(found: Dossier, readings: tuple[AnnotatedSource, ...] = READINGS) -> dict[str, bytes]:
    return make_tables(found, Gate(found, readings), Passages(readings))


def test_each_table_is_there_twice_with_the_same_rows() -> None:
    tables = tables_of(FOUND)
    for name, columns in COLUMNS.items():
        lines = list(csv.reader(io.StringIO(tables[f"{name}.csv"].decode())))
        rows = json.loads(tables[f"{name}.json"])
        assert lines[0] == list(columns)
        assert lines[1:] == [["" if row[c] is None else str(row[c]) for c in columns] for row in rows]


def test_every_cell_has_its_row_with_its_address() -> None:
    rows = json.loads(tables_of(FOUND)["statements.json"])
    assert len(rows) == len(ROW.cells) + len(LONE.cells)
    assert {row["witness"] for row in rows} == {"a", "b", "c", "d#1", "d#2"}
    assert rows[0]["address"] == f"sources/a/#{A.sentences[0].id}"


def test_words_that_a_mode_withholds_are_in_no_table() -> None:
    hidden = (read(A.source.text, id="a", mode="pointer"), *READINGS[1:])
    tables = tables_of(FOUND, hidden)
    assert b"burned on" not in b"".join(tables.values()) and b"More than" not in b"".join(tables.values())
    first = json.loads(tables["figures.json"])[1]
    assert first["words"] is None and first["number"] == 300


def test_no_cell_is_a_formula() -> None:
    risky = read("=SUM(1) is what the mill wrote. Bread.", id="a", mode="full")
    row = replace(
        ROW, reports=(risky.sentences[0],), cells=(Cell(witness="a", state="states", closest=risky.sentences[0]),)
    )
    found = dossier((risky,), statements=(row,))
    assert b'"=SUM' not in tables_of(found, (risky,))["statements.csv"]
