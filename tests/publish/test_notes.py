"""Footnotes and links by reference that lead nowhere fail the build, with their line."""

from pathlib import Path

import pytest
from rendered import CONFIG, Reader, render
from small_dossier import dossier, read

from generator.model import HandPage
from generator.publish import publish
from generator.publish.manifest import write_site
from generator.publish.notes import check_notes
from generator.rendering import render_site


def problems(markdown: str) -> list[str]:
    return [f"{one.where.line} {one.severity.value}: {one.message}" for one in check_notes(markdown, "f")]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("It opened.[^1]\n\n[^1]: In May.\n", []),
        ("It opened [@quay][@board].[^a b]\n\n[^a b]: In May.\n    And so on.\n", []),
        ("[The letter][letter], [Letter][], [a\nletter][A  Letter].\n\n[Letter]: a.md\n[a letter]: b.md\n", []),
        ("Write `[^1]` or `[a][b]`, \\[^1] or \\[a][b].\n\n    [^1]\n", []),
        ("An aside [so they say] [as here] and [^x](y.md); “so […][…] it is”.", ["1 error: The link refers to […]"]),
        ("There are [!count sources][^1].\n\n[^1]: By now.\n", []),
        ("# A\n\nIt opened.[^may]\n", ["3 error: The footnote [^may] is defined nowhere. Write “[^may]: …”"]),
        ("It opened.\n\n[^1]: In May.\n", ["3 warning: The footnote [^1] is never referred to."]),
        ("It[^1].\n\n[^1]: In May.\n[^1]: In June.\n", ["4 error: The footnote [^1] is defined twice."]),
        ("See [the letter][letters].\n\n[letter]: a.md\n", ["1 error: The link refers to [letters], which is defined"]),
        ("See\n![a quay][].\n", ["2 error: The link refers to [a quay], which is defined nowhere."]),
    ],
)
def test_what_leads_nowhere(markdown: str, expected: list[str]) -> None:
    found = problems(markdown)
    assert len(found) == len(expected), found
    assert all(one.startswith(start) for one, start in zip(found, expected, strict=True)), found


def test_a_footnote_is_printed_as_one() -> None:
    reader = Reader(render("It opened.[^1]\n\n[^1]: In *May*.\n"))
    links = [attributes["href"] for tag, attributes in reader.elements if tag == "a"]
    assert links == ["#fn:1", "#fnref:1"]
    assert "[^1]" not in reader.text


def test_an_undefined_footnote_stops_a_build() -> None:
    sources = [read("Bread is sold.\n", "quay", max_share=1.0)]
    text = "---\nstory: false\n---\n# Method\n\nSo it is[^1], and so.[^2]\n\n[^1]: See [home](index.md).\n"
    _, found = publish(dossier(sources), sources, [HandPage(file="pages/method.md", text=text)])
    assert [str(one).partition(" Write")[0] for one in found if one.where.file == "pages/method.md"] == [
        "pages/method.md:6: error: The footnote [^2] is defined nowhere."
    ]


def test_a_page_with_footnotes_is_built_without_a_warning(tmp_path: Path) -> None:
    sources = [read("Bread is sold.\n", "quay", max_share=1.0)]
    text = "# How it was made\n\nBread “is sold” [@quay].[^1]\n\n## Reading\n\nAs in [home][h].[^1]\n{: .d-ours }\n\n"
    page = HandPage(file="pages/method.md", text=text + "[^1]: See [home](index.md).\n\n[h]: index.md\n")
    site, found = publish(dossier(sources), sources, [page])
    assert [one for one in found if one.where.file == "pages/method.md"] == []
    assert write_site(site, tmp_path / "content").problems == ()
    assert render_site(CONFIG, tmp_path / "content", tmp_path / "site") == ()
    reader = Reader((tmp_path / "site" / "method" / "index.html").read_text(encoding="utf-8"))
    ids = {attributes.get("id") for _, attributes in reader.elements}
    links = {attributes.get("href") for tag, attributes in reader.elements if tag == "a"}
    assert {"fn:1", "fnref:1"} <= ids
    assert {"#fn:1", "#fnref:1", "../"} <= links
    assert "How it was made" in reader.text and "[^1]" not in reader.text
