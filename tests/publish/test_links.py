"""Addresses lead where they say, under any path; and no page has one that leads nowhere."""

from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_dossier import at, read

from generator.publish import links
from generator.publish.addresses import check_addresses
from generator.publish.links import Passages, page_file, page_url, relative
from generator.publish.site import Site
from generator.spans import cut

IDS = st.text(alphabet=st.sampled_from("abc-é漢 #?&%+:.~'\""), min_size=1, max_size=8).filter(lambda id: id[0] != ".")
PAGES = st.one_of(
    st.sampled_from(
        [links.home(), links.timeline(), links.actors(), links.sources(), links.comparison(), links.about()]
    ),
    IDS.map(links.actor),
    IDS.map(links.source),
)
PLACES = st.one_of(PAGES, IDS.map(links.event), IDS.map(links.family))
ADDRESSES = st.one_of(PLACES, IDS.map(links.data))


def test_the_address_scheme() -> None:
    assert links.event("e-1f0c2a") == "timeline/#e-1f0c2a"
    assert links.actor("ida-moen") == "actors/ida-moen/"
    assert links.source("quay-post") == "sources/quay-post/"
    assert links.family("f-77") == "comparison/wordings/#f-77"
    assert links.label("l-1") == "comparison/words/#l-1"
    assert links.copies_with("quay-post", 2) == "comparison/copies/quay-post/#with-2"
    assert links.data("dossier.json") == "data/dossier.json"
    assert links.actor("ida möen") == "actors/ida%20m%C3%B6en/"


@settings(deadline=None)
@given(to_url=ADDRESSES, from_url=PLACES, root=st.sampled_from(["/", "/sub/", "/a/b/"]))
def test_a_relative_link_leads_there_under_any_path(to_url: str, from_url: str, root: str) -> None:
    base = f"https://site.example{root}"
    assert urljoin(base + from_url, relative(to_url, from_url)) == base + to_url


@settings(deadline=None)
@given(to_url=ADDRESSES, from_url=PLACES)
def test_a_relative_link_is_never_taken_for_another_site_or_left_empty(to_url: str, from_url: str) -> None:
    href = relative(to_url, from_url)
    assert href and not href.startswith("/")
    assert not urlsplit(href).scheme and not urlsplit(href).netloc


@settings(deadline=None)
@given(url=PAGES)
def test_a_page_and_its_file_know_each_other(url: str) -> None:
    assert page_url(page_file(url)) == url
    assert not page_file(url).startswith("/") and ".." not in page_file(url).split("/")


@settings(deadline=None)
@given(id=IDS)
def test_a_page_of_its_own_has_a_file_of_its_name(id: str) -> None:
    assert page_file(links.actor(id)) == f"actors/{id}.md"


def test_a_passage_leads_to_the_sentence_that_holds_its_start() -> None:
    reading = read("First loaf. Second loaf.\nShare this\nThird loaf.", furniture=())
    first, second, share, third = reading.sentences
    passages = Passages([reading])
    assert passages.url(first) == f"sources/a/#{first.id}"
    assert passages.url(at(reading, "loaf. Second")) == f"sources/a/#{first.id}"
    assert passages.url(at(reading, "cond")) == f"sources/a/#{second.id}"
    assert passages.url(cut(reading.source, 11, 12)) == f"sources/a/#{second.id}"
    without = Passages([type(reading)(**{f: getattr(reading, f) for f in reading.__struct_fields__} | {
        "sentences": (first, third)})])  # fmt: skip
    assert without.url(share) == f"sources/a/#{third.id}"
    assert without.url(second) == f"sources/a/#{third.id}"
    end = len(reading.source.text)
    assert without.url(cut(reading.source, end, end)) == f"sources/a/#{third.id}"


def test_a_source_without_sentences_is_led_to_itself() -> None:
    reading = read("   ")
    assert Passages([reading]).url(cut(reading.source, 0, 1)) == "sources/a/"


def faults(**pages: str) -> list[str]:
    """What is wrong with these pages; `__` in a name stands for a slash."""
    named = {name.replace("__", "/") + ".md": text.encode() for name, text in pages.items()}
    files = {"assets/dossier.css": b"", "data/dossier.json": b"{}"} | named
    return [str(problem) for problem in check_addresses(Site(files=files))]


GOOD = [
    '<a href="timeline/">x</a>',
    '<a href="./">x</a>',
    '<a href="timeline/#e-1">x</a>',
    '<a href="timeline/#e-2">x</a>',
    '<a href="timeline/#by-hand">x</a>',
    '<a href="timeline/#written-by-hand">x</a>',
    '<a href="timeline/#made-of-lines">x</a>',
    '<a href="sources/caf%C3%A9/">x</a>',
    '<a href="sources/">x</a>',
    '<a href="data/dossier.json">x</a>',
    '<img src="assets/dossier.css">',
    '<a href="#here">x</a> <p id="here">y</p>',
    '<a href="https://bread.example/?a=1&amp;b=2#c">x</a>',
    '<a href="mailto:ida@bread.example">x</a>',
    '<img src="data:image/png;base64,AA==">',
    "[x](timeline.md)",
    "[x](timeline.md#e-1)",
    "[x](timeline.md#written-by-hand)",
    "[x](sources/index.md)",
    "[x](#section)\n\n## Section",
    "[x][y]\n\n[y]: timeline.md",
    "<https://bread.example>",
    '`<a href="nowhere/">`',
    '```\n<a href="nowhere/">\n[x](nowhere.md)\n```',
    "a [bracket] (aside)",
]
BAD = [
    ('<a href="nowhere/">x</a>', "“nowhere/”, which is not there"),
    ('<a class="a" href="timeline">x</a>', "“timeline”, which is not there"),
    ('<a href="timeline.md">x</a>', "“timeline.md”, which is not there"),
    ('<a href="../timeline/">x</a>', "“../timeline/”, which is not there"),
    ('<a href="timeline/#e-3">x</a>', "“timeline/#e-3”, but the page has no such place"),
    ('<a href="#nowhere">x</a>', "“#nowhere”, but the page has no such place"),
    ('<a href="/timeline/">x</a>', "starts at the server's root"),
    ('<a href="//bread.example/">x</a>', "no address of the web"),
    ('<a href="javascript:alert(1)">x</a>', "no address of the web"),
    ('<a href="data:text/html,x">x</a>', "no address of the web"),
    ('<a href="https://[">x</a>', "which is no address"),
    ('<img src="https://bread.example/a.png">', "no page may load anything from elsewhere"),
    ('<script src="//bread.example/a.js"></script>', "no page may load anything from elsewhere"),
    ('<img src="assets/nothing.png">', "“assets/nothing.png”, which is not there"),
    ("<A HREF='nowhere/'>x</A>", "“nowhere/”, which is not there"),
    ("<a href = nowhere/>x</a>", "“nowhere/”, which is not there"),
    ("[x](nowhere.md)", "“nowhere.md”, which is not there"),
    ("[x](timeline.md#nowhere)", "but the page has no such place"),
    ("[x](timeline/)", "write “timeline.md”"),
    ("[x](../timeline/)", "“../timeline/”, which is not there"),
    ("[x][y]\n\n[y]: nowhere.md", "“nowhere.md”, which is not there"),
    ('<p id="a">x</p><p id="a">y</p>', "The id “a” stands on this page 2 times"),
    ('## X {#a}\n\n<p id="a">y</p>', "The id “a” stands on this page 2 times"),
]
TIMELINE = (
    "# Timeline\n\n## By hand {#by-hand}\n\n## Written by hand\n\nMade of lines\n---\n\n"
    '<article id="e-1"><span id="e-2"></span></article>\n'
)


@pytest.mark.parametrize("text", GOOD)
def test_a_link_that_leads_somewhere_is_no_problem(text: str) -> None:
    assert faults(index=f"# Bread\n\n{text}\n", timeline=TIMELINE, sources__café="# C\n", sources__index="# S\n") == []


@pytest.mark.parametrize(("text", "fault"), BAD)
def test_a_link_that_leads_nowhere_names_its_page(text: str, fault: str) -> None:
    [problem] = faults(index=f"---\ntitle: B\n---\n# Bread\n\n{text}\n", timeline=TIMELINE)
    assert problem.startswith("content/index.md: error: ") and fault in problem


def test_links_start_at_the_address_of_their_page() -> None:
    text = '<a href="../timeline/#e-1">x</a> <a href="../a/">x</a> <a href="../">x</a> <a href="../../">x</a>'
    assert (
        faults(index="# B", timeline=TIMELINE, sources__index="# S", sources__a=text.replace("../t", "../../t")) == []
    )
    assert len(faults(index="# B", timeline=TIMELINE, sources__index="# S", sources__a=text)) == 1
    assert faults(index="# B", timeline=TIMELINE, sources__a="[x](../timeline.md#e-1)") == []
    assert faults(index="# B", method="![x](assets/dossier.css) [y](data/dossier.json)") == []
    assert len(faults(index="# B", method='<img src="assets/dossier.css">')) == 1
    assert "write “../timeline.md”" in faults(index="# B", timeline=TIMELINE, sources__a="[x](../../timeline/)")[0]


@settings(deadline=None)
@given(id=IDS.filter(lambda id: "#" not in id))
def test_ids_and_addresses_agree_whatever_letters_they_have(id: str) -> None:
    escaped = id.replace("&", "&amp;").replace('"', "&#34;")
    href = relative(links.event(id), links.home())
    assert faults(index=f'<a href="{href}">x</a>', timeline=f'<p id="{escaped}">x</p>') == []
    assert unquote(href.partition("#")[2]) == id


def test_pages_with_much_text_are_read_in_a_moment() -> None:
    assert faults(index="<" * 300_000) == []
    assert faults(index="# " + "{" * 300_000) == []
    assert faults(index="<a " * 100_000) == []
