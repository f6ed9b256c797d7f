"""Whatever a source holds, a page shows it and does nothing else with it."""

import csv
import html
import io
import json
from xml.etree import ElementTree

import jinja2
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rendered import ADDED_LATER, Reader, fold, render

from generator.publish import escape
from generator.publish.escape import for_csv, for_html, for_markdown, for_xml, for_yaml, shown, unclosed

PIECES = [
    "# ", "## x {#id}", "{: .class }", "{ #a .b c=d }", "* ", "- ", "+ ", "1. ", "2) ", "> ", "    ", "\t", "```",
    "~~~", "`code`", "**b**", "_i_", "[a](b)", "[a][b]", "[^1]", "[a]: b", "![x](y)", "<b>", "</p>", "<!--", "-->",
    "<?", "]]>", "<script>", "&amp;", "&lt;", "&#60;", "&", "\\", "\\*", "\\\\", "===", "---", "***", "|",
    "| a | b |", "|---|---|", "http://a.example", "<http://a.example>", "a@b.example", ":smile:", "~~s~~", "^x^",
    "==m==", "$x$", "!!! note", "*[x]: y", "{{ x }}", "{% x %}", "{# x #}", "--8<--", "\n", "\n\n", "\r\n", "  \n",
    "\x02", "\x03", "\x0212345\x03", "\x02klzzwxh:0000\x03", "wzxhzdk:0", "\x02wzxhzdk:0\x03", "\x00", "\x85",
    "\u2028", "\xa0", "\u202e", "\u2067", "\u2069", "\u202c", "\ufeff", "'", '"', "=1+1", "\ud800", "\uffff", "…",
    "é", "漢", "ש", "😀", "a", " ", "9",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=()), max_size=40),
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
)
PLACES = {
    "alone": ("<p>{}</p>", [("p", {})]),
    "with a class": ('<p class="d-stand">{}</p>', [("p", {"class": "d-stand"})]),
    "after a paragraph": ("Before.\n\n<p>{}</p>\n\nAfter.", [("p", {}), ("p", {}), ("p", {})]),
    "in a list": ("- <span>{}</span>\n- b", [("ul", {}), ("li", {}), ("span", {}), ("li", {})]),
    "in a table": (
        "<table>\n<tr><td>{}</td><td>b</td></tr>\n</table>",
        [("table", {}), ("tr", {}), ("td", {}), ("td", {})],
    ),
    "in a sentence": ('Here is <q lang="en">{}</q> of it.', [("p", {}), ("q", {"lang": "en"})]),
    "in a block": (
        "<blockquote>\n<p>{}</p>\n<footer>x</footer>\n</blockquote>",
        [("blockquote", {}), ("p", {}), ("footer", {})],
    ),
}


def visible(text: str) -> str:
    return fold(shown(text))


@pytest.mark.parametrize("more", [(), ADDED_LATER], ids=["mkdocs.yml", "more extensions"])
@pytest.mark.parametrize("place", PLACES)
@settings(deadline=None)
@given(text=TEXTS)
@example(text="\\")
@example(text="*a* _b_ `c` [d](e) <f> &g; {: #h }")
def test_text_in_raw_html_is_text(place: str, more: tuple[str, ...], text: str) -> None:
    pattern, elements = PLACES[place]
    page = Reader(render(pattern.format(for_html(text)), *more))
    around = Reader(render(pattern.format("TEXT"))).text
    assert fold(page.text) == fold(around.replace("TEXT", shown(text)))
    assert page.elements == elements


@pytest.mark.parametrize("more", [(), ADDED_LATER], ids=["mkdocs.yml", "more extensions"])
@settings(deadline=None)
@given(text=TEXTS.filter(lambda text: shown(text).strip()))
@example(text="a #")
@example(text="1. a")
@example(text="a {#b}")
def test_text_in_a_heading_is_text(more: tuple[str, ...], text: str) -> None:
    page = Reader(render(f"Before.\n\n## {for_markdown(text)} {{#here}}\n\nAfter.", *more))
    assert page.elements == [("p", {}), ("h2", {"id": "here"}), ("p", {})]
    assert fold(page.text) == fold(f"Before. {shown(text)} After.")


@settings(deadline=None)
@given(text=TEXTS)
def test_a_heading_of_its_own_is_one(text: str) -> None:
    page = Reader(render(f"# {for_markdown(text)}"))
    assert [(tag, list(values)) for tag, values in page.elements] == [("h1", ["id"])]
    assert fold(page.text) == visible(text)


@settings(deadline=None)
@given(text=TEXTS.filter(lambda text: shown(text).strip()))
def test_text_in_a_paragraph_is_text(text: str) -> None:
    page = Reader(render(f"{for_markdown(text)}\n\n- {for_markdown(text)}"))
    assert [tag for tag, _ in page.elements] == ["p", "ul", "li"]
    assert fold(page.text) == fold(f"{shown(text)} {shown(text)}")


@settings(deadline=None)
@given(text=TEXTS)
def test_text_in_an_attribute_is_its_value(text: str) -> None:
    page = Reader(render(f"<p title=\"{for_html(text)}\" data-x='{for_html(text)}'>x</p>"))
    assert page.elements == [("p", {"title": shown(text), "data-x": shown(text)})]


@settings(deadline=None)
@given(text=TEXTS)
def test_a_template_engine_finds_nothing_to_run(text: str) -> None:
    printed = for_html(text)
    assert jinja2.Environment(keep_trailing_newline=True).from_string(str(printed)).render() == printed
    assert "{{" not in printed and "{%" not in printed and "{#" not in printed


@pytest.mark.parametrize("text", ["{{ config }}", "{% raw %}", "{# note #}"])
def test_braces_survive(text: str) -> None:
    assert Reader(render(f"# {for_markdown(text)}")).text == text
    assert Reader(render(f"<p>{for_html(text)}</p>")).text == text


@settings(deadline=None)
@given(text=TEXTS)
def test_front_matter_holds_the_text_escaped_for_the_theme(text: str) -> None:
    page = yaml.safe_load(f"title: {for_yaml(text)}\nhide: []\n")
    assert not set(page["title"]) & set("<>\"'")
    assert html.unescape(page["title"]) == shown(text)
    assert "\n" not in for_yaml(text)


@settings(deadline=None)
@given(text=TEXTS, other=TEXTS)
def test_a_cell_is_one_cell_and_no_formula(text: str, other: str) -> None:
    [[cell, second]] = csv.reader(io.StringIO(f"{for_csv(text)},{for_csv(other)}\r\n"), strict=True)
    assert not cell.lstrip().startswith(tuple("=+-@\t\r＝＋－＠")) or float(cell) <= 0
    assert cell.removeprefix("'") == shown(text).removeprefix("'")
    assert second.removeprefix("'") == shown(other).removeprefix("'")


@pytest.mark.parametrize("text", ["-12", "-0.5", "-0043"])
def test_a_plain_negative_number_is_no_formula(text: str) -> None:
    assert for_csv(text) == f'"{text}"'


@pytest.mark.parametrize(
    "text",
    [
        "-0043-03-15",
        "-0043/-0041",
        "-1-1",
        "-004X~",
        "-1,5",
        "-5%",
        "-1+1",
        "-2*3",
        "-A1",
        "- 1",
        "-(1)",
        "-1|x",
        "-1;=1",
        "--1",
        "=-1",
    ],
)
def test_what_only_begins_like_a_negative_number_is_guarded(text: str) -> None:
    assert for_csv(text) == f'"\'{text}"'


@settings(deadline=None)
@given(text=TEXTS)
def test_xml_reads_the_text_back(text: str) -> None:
    element = ElementTree.fromstring(f'<a b="{for_xml(text)}">{for_xml(text)}</a>')
    assert (element.text or "", element.get("b")) == (shown(text), shown(text))


@settings(deadline=None)
@given(text=TEXTS)
def test_what_is_shown_can_be_written_and_is_one_line(text: str) -> None:
    assert len(shown(text)) >= len(text)
    assert len(shown(text).splitlines()) <= 1
    assert json.loads(json.dumps(shown(text).encode().decode())) == shown(text)


@settings(deadline=None)
@given(text=st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs")), max_size=30))
def test_text_without_controls_stays_as_it_is(text: str) -> None:
    kept = "".join(" " if char in "\u2028\u2029" else "\ufffd" if char in "\ufffe\uffff" else char for char in text)
    assert shown(text) == kept + unclosed(text)


def test_control_characters_are_seen() -> None:
    assert shown("a\x00b\x1bc\x7fd\x9de\ud800f") == "a␀b␛c␡d\ufffde\ufffdf"


@pytest.mark.parametrize(
    ("text", "closing"),
    [
        ("plain", ""),
        ("\u202eabc", "\u202c"),
        ("\u202eabc\u202c", ""),
        ("\u2067a\u202eb", "\u202c\u2069"),
        ("\u2067a\u202eb\u2069", ""),
        ("\u202ea\u2069", "\u202c"),
        ("\u202ea\u2067b\u202c", "\u2069\u202c"),
        ("\u202c\u2069", ""),
    ],
)
def test_what_a_text_leaves_open_is_closed(text: str, closing: str) -> None:
    assert unclosed(text) == closing


@settings(deadline=None)
@given(text=st.text(alphabet="a\u202a\u202b\u202d\u202e\u202c\u2066\u2067\u2068\u2069", max_size=20))
def test_a_closed_text_leaves_nothing_open(text: str) -> None:
    assert unclosed(text + unclosed(text)) == ""


def test_long_texts_take_no_longer_than_they_are_long() -> None:
    for text in (
        "a" + " " * 200_000,
        "\u202e" * 200_000 + "\u2069" * 200_000,
        "*_[" * 70_000,
        "\u2067\u202e" * 100_000,
    ):
        for function in (for_html, for_markdown, for_yaml, for_csv, escape.for_xml):
            assert function(text)
