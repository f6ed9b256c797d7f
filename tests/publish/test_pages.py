"""The pages: what a reader sees of a small dossier of our own, and what never reaches a reader."""

import re
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace
from rendered import Reader, fold, render
from small_dossier import actor, at, dossier, entry, event, family, quote, read, to

from generator.model import (
    Actor,
    ActorMention,
    AnnotatedSource,
    Cluster,
    Conflict,
    ConflictValue,
    DateFinding,
    Dossier,
    FirstReport,
    Furniture,
    Headline,
    NameForm,
    Overlap,
    Part,
    PublicationDate,
    Reading,
    Reuse,
    Span,
    Variant,
)
from generator.publish.addresses import check_addresses
from generator.publish.gate import Gate
from generator.publish.links import Passages
from generator.publish.pages import render_pages
from generator.publish.pages.downloads import MEANINGS
from generator.publish.site import Site

DATA = dict.fromkeys((f"data/{name}" for name in MEANINGS), b"{}")
STATED = PublicationDate(edtf="2022-03-02", basis="stated", why="The text prints it.", span=None)
A = read(
    "Ann Lee, a baker from Orvel, said on 1 March that the bridge stays closed.\n"
    "“We bake for the whole quay,” said Lee.\nThe mayor of Orvel was away.\nNobody rests on this line.",
    id="a", label="Quay Post", title="Bridge closed", published=STATED, mode="full",
)  # fmt: skip
B = read(
    "Ann Lee, a baker from Orvel, said on 1 March that the bridge stays closed.\n"
    "“We bake for the quay,” said Lee.\nShare this",
    id="b", mode="full", furniture=(Furniture(start=109, end=119, text="Share this", rule="share button"),),
)  # fmt: skip
THREADS = "The bridge was old.\nIl ponte era vecchio."
C = read(
    THREADS, id="c", kind="collection", mode="full",
    parts=tuple(
        Part(id=f"t{number}", start=start, end=end, language=language, title=None, author=None, published=None,
             posts_stated=4, posts_saved=1)
        for number, (start, end, language) in enumerate([(0, 19, "en"), (20, 41, "it")], start=1)
    ),
)  # fmt: skip
C = replace(C, sentences=(C.sentences[0], replace(C.sentences[1], language="it")))
D = read("The secret recipe was read aloud on 1 March.\nNo more.", id="d", mode="pointer")
READINGS = (A, B, C, D)


def place_of(span: Span) -> dict[str, object]:
    return {"source": span.source, "part": span.part, "start": span.start, "end": span.end, "text": span.text}


def mention(reading: AnnotatedSource, words: str) -> ActorMention:
    return to(ActorMention, at(reading, words), how="name")


LEE = actor(
    "ann-lee", name="Ann Lee",
    names=(NameForm(text="Ann Lee", sources=("a", "b"), count=2), NameForm(text="Lee", sources=("a",), count=1)),
    descriptions=(at(A, "a baker from Orvel"),),
    mentions=(mention(A, "Ann Lee"), mention(A, "Lee"), mention(B, "Ann Lee")),
)  # fmt: skip
LEE_UNNAMED = actor("ann-lee", name="Ann Lee")
ORVEL = actor("orvel", name="Orvel", kind="place", mentions=(mention(A, "Orvel"), mention(B, "Orvel")))
CHILD = actor("tom-roe", name="Tom Roe", published=False, why="named once")
WHEN = to(
    DateFinding, at(A, "1 March"), id="d-1", type="DATE", value="2022-03-01", edtf="2022-03-01", anchor=None,
    rule="day-month", why="Ann’s text has no year; it is of 2 March 2022.", basis="year worked out", curated=None,
)  # fmt: skip
STATEMENT = event(
    "e-1", A.sentences[0], B.sentences[0], kind="statement", attributed_to="ann-lee", basis="year worked out",
    aliases=("e-2",), actors=("ann-lee",), places=("orvel",), independent=1,
    headline=Headline(text="the bridge stays closed", span=at(A, "the bridge stays closed"), curated=None),
    first_reported=FirstReport(witness="a", edtf="2022-03-02"),
    conflicts=(Conflict(what="figure", values=(to(ConflictValue, at(A, "1 March"), value="1"),)),),
)  # fmt: skip
STATEMENT = replace(STATEMENT, reports=(replace(STATEMENT.reports[0], date="d-1"), STATEMENT.reports[1]))
AWAY = event("e-3", A.sentences[2], edtf="2022-03", basis="range only")
OLD = event("e-4", *C.sentences, edtf="2019", witnesses=2, independent=2)
THREAD = event("e-5", C.sentences[1], edtf="2018")
SECRET = event("e-6", D.sentences[0], basis="as written", kind="statement")
UNDATED = event("e-7", A.sentences[2], edtf=None)
OUT = event("e-8", A.sentences[0], kind="publication", edtf="2022-03-02")
QUOTES = (
    quote(
        "q-a", at(A, "We bake for the whole quay"), speaker="ann-lee", family="f-1", cue="said", cue_span=at(A, "said")
    ),
    quote("q-b", at(B, "We bake for the quay"), speaker="ann-lee", family="f-1"),
    quote("q-d", at(D, "No more"), speaker="ann-lee"),
)
NO_WORDS = replace(at(B, "quay,"), end=at(B, "quay,").start, text="")
FAMILY = replace(
    family("f-1", "q-a", "q-b", speaker="ann-lee", aliases=("f-2",)),
    readings=(
        Reading(quote="q-a", variants=()),
        Reading(quote="q-b", variants=(Variant(kind="elided", base=at(A, "whole "), reading=NO_WORDS),)),
    ),
)
SOURCES = tuple(
    replace(entry(reading, siglum), label=label, shown=0.5)
    for reading, siglum, label in zip(READINGS, "ABCD", ("Quay Post", "Copy", "Threads", "Cookbook"), strict=True)
)
BRIDGE = dossier(
    READINGS, sources=SOURCES, actors=(LEE, CHILD, ORVEL), dates=(WHEN,), quotes=QUOTES, families=(FAMILY,),
    events=(STATEMENT, AWAY, OLD, THREAD, SECRET, UNDATED, OUT),
    clusters=(Cluster(id="k-1", members=("a", "b"), why="shared text", spans=(A.sentences[0],), curated=None),),
    reuse=(Reuse(a=A.sentences[0], b=B.sentences[0], similarity=1.0),),
    overlap=(Overlap(a="a", b="b", a_in_b=0.61, b_in_a=0.9),),
)  # fmt: skip


def pages_of(found: Dossier, readings: tuple[AnnotatedSource, ...], home_text: str | None = None) -> dict[str, str]:
    return render_pages(found, Gate(found, readings), Passages(readings), home_text)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return pages_of(BRIDGE, READINGS)


def seen(page: str) -> str:
    """What a reader reads of a page, with a space where a new cell, line or remark begins."""
    html = render(re.sub(r"\A---\n.*?\n---\n", "", page, flags=re.DOTALL))
    return fold(Reader(re.sub(r"<(?=(?:d[dt]|t[dh]|li|p|summary|small)\b)", " <", html)).text)


def test_there_is_a_page_for_each_thing(pages: dict[str, str]) -> None:
    assert sorted(pages) == [
        "about.md", "actors/ann-lee.md", "actors/index.md", "actors/orvel.md", "comparison.md",
        "comparison/copies.md", "comparison/copies/a.md", "comparison/copies/b.md", "comparison/copies/c.md",
        "comparison/copies/d.md", "comparison/figures.md", "comparison/statements.md", "comparison/wordings.md",
        "comparison/words.md", "corrections.md", "index.md",
        "sources/a.md", "sources/b.md", "sources/c.md", "sources/d.md", "sources/index.md", "timeline.md",
    ]  # fmt: skip


def test_every_link_leads_somewhere_and_no_id_stands_twice(pages: dict[str, str]) -> None:
    files = {path: text.encode() for path, text in pages.items()}
    assert check_addresses(Site(files=files | DATA)) == ()


def test_the_same_dossier_gives_the_same_pages(pages: dict[str, str]) -> None:
    assert pages_of(BRIDGE, READINGS) == pages


class Balance(HTMLParser):
    """The tags that a block leaves open."""

    void = frozenset(("input", "br", "hr", "img"))

    def __init__(self, block: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(block)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in self.void:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_no_block_of_html_has_a_blank_line_inside(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        for block in page.split("\n\n"):
            assert Balance(block).open == [], (path, block)


def test_headings_stand_alone(pages: dict[str, str]) -> None:
    """CommonMark takes what follows an HTML block without a blank line for part of it."""
    for path, page in pages.items():
        assert not re.search(r"[^\n]\n#{1,3} ", page), path


# ------------------------------------------------------------------------------------------------ the timeline


def test_a_statement_is_attributed_counted_and_explained(pages: dict[str, str]) -> None:
    text = seen(pages["timeline.md"])
    assert "Statement by Ann Lee, as A reports" in text
    assert "2 witnesses, 1 independent A and B carry one text and count once" in text
    assert "A: Ann’s text has no year; it is of 2 March 2022." in text
    assert "Figure differs 1: 1 March" in text


def test_who_prints_words_of_the_speaker_reports_the_statement_though_without_a_date() -> None:
    words = quote("q-b", at(B, B.sentences[0].text), speaker="ann-lee")
    found = pages_of(replace(BRIDGE, events=(STATEMENT,), quotes=(words,), families=()), READINGS)
    assert "Statement by Ann Lee, as A and B report" in seen(found["timeline.md"])
    other = replace(words, speaker="tom-roe")
    found = pages_of(replace(BRIDGE, events=(STATEMENT,), quotes=(other,), families=()), READINGS)
    assert "Statement by Ann Lee, as A reports" in seen(found["timeline.md"])


def test_in_a_list_the_letter_of_the_words_comes_first_and_others_who_report_it_after(pages: dict[str, str]) -> None:
    assert "Ann Lee: … the bridge stays closed A also reported by B" in seen(pages["index.md"])


def test_a_statement_without_a_speaker_says_so(pages: dict[str, str]) -> None:
    assert "Statement, speaker not certain, as D reports" in seen(pages["timeline.md"])


def test_a_speaker_without_a_name_is_called_what_the_source_calls_him() -> None:
    said = replace(STATEMENT, attributed_to=None, actors=(), places=())
    unnamed = quote("q-u", at(A, "the bridge stays closed"), kind="indirect", speaker_span=at(A, "a baker from Orvel"))
    found = seen(pages_of(replace(BRIDGE, events=(said,), quotes=(unnamed,), families=()), READINGS)["timeline.md"])
    assert "Statement by a baker from Orvel, as A reports" in found
    pronoun = replace(unnamed, speaker_span=at(A, "Lee"))
    found = seen(pages_of(replace(BRIDGE, events=(said,), quotes=(pronoun,), families=()), READINGS)["timeline.md"])
    assert "Statement, speaker not certain, as A reports" in found


def test_phrases_and_what_is_told_without_marks_stand_apart_from_quotations() -> None:
    quotes = (
        quote("q-1", at(A, "We bake for the whole quay"), speaker="ann-lee"),
        quote("q-2", at(A, "bridge stays"), speaker="ann-lee", kind="mixed"),
        quote("q-3", at(A, "the bridge stays closed"), speaker="ann-lee", kind="indirect"),
    )
    found = seen(pages_of(replace(BRIDGE, quotes=quotes, families=()), READINGS)["actors/ann-lee.md"])
    said, told = found.split("Single words and phrases in quotation marks, given to the same speaker: ")
    assert "We bake for the whole quay" in said and "bridge stays" not in said.split("Quoted as saying")[1]
    assert told.startswith("bridge stays A") and "Told without quotation marks 1 the bridge stays closed" in told


def test_a_speaker_without_a_page_is_not_named() -> None:
    said = replace(STATEMENT, attributed_to="tom-roe", actors=("tom-roe",), places=())
    families = (replace(FAMILY, speaker="tom-roe"),)
    found = pages_of(replace(BRIDGE, events=(said,), families=families), READINGS)
    assert "Statement by someone not listed here, as A reports" in seen(found["timeline.md"])
    assert "Someone not listed here One utterance, 2 readings" in seen(found["comparison/wordings.md"])
    assert all("Tom Roe" not in page and "tom-roe" not in page for page in found.values())


def test_a_headline_is_in_the_words_of_a_source(pages: dict[str, str]) -> None:
    assert (
        '<q lang="en">the bridge stays closed</q>&#8239;<a class="d-sig" href="../sources/a/#' in pages["timeline.md"]
    )


def test_a_headline_cut_from_inside_a_sentence_says_so_outside_the_quotation(pages: dict[str, str]) -> None:
    cut = '<span class="d-cut">…</span> '
    name = '<h3 class="d-head"><span class="d-name" data-known="2022-03-02">'
    assert f'{name}{cut}<q lang="en">the bridge stays closed</q>' in pages["timeline.md"]
    assert f'Ann Lee: {cut}<a href="timeline/#e-1"><q' in pages["index.md"]
    assert f'{name}<q lang="en">The mayor of Orvel was away' in pages["timeline.md"]


def test_of_many_reporters_the_first_are_named_and_the_others_counted() -> None:
    many = tuple(read("Ann Lee opened the bridge.", id=f"s{number:02}", mode="full") for number in range(20))
    told = event("e-1", *(reading.sentences[0] for reading in many), kind="statement", attributed_to="ann-lee")
    out = event("e-2", many[0].sentences[0], kind="publication")
    page = pages_of(dossier(many, actors=(LEE_UNNAMED,), events=(told, out)), many)["timeline.md"]
    assert "Statement by Ann Lee, as 20 sources report" in seen(page)
    assert "L S11 and 8 more20 witnesses, 20 independent" in seen(page).replace("more ", "more")
    assert "M S12 “Ann" not in seen(page)
    assert "The days on which sources appeared are folded." in seen(page)


def test_a_headline_of_an_editor_is_not_quoted() -> None:
    own = replace(AWAY, headline=Headline(text="The mayor’s absence", span=None, curated="clearer"))
    page = pages_of(replace(BRIDGE, events=(own,)), READINGS)["timeline.md"]
    assert '<span class="d-name" data-known="">The mayor’s absence</span>&nbsp;<a class="d-link"' in page


def test_one_witness_is_one_witness(pages: dict[str, str]) -> None:
    assert "1 witness " in seen(pages["timeline.md"])
    assert "1 witnesses" not in seen(pages["timeline.md"])


def test_aliases_of_an_entry_and_a_family_are_addresses(pages: dict[str, str]) -> None:
    assert '<span id="e-2"></span>' in pages["timeline.md"]
    assert '<span id="f-2"></span>' in pages["comparison.md"]


def test_what_a_single_thread_tells_is_folded(pages: dict[str, str]) -> None:
    assert '<li id="e-5"' in pages["timeline.md"]
    assert '<li class="d-event d-event--range" id="e-4"' in pages["timeline.md"]


def test_without_articles_nothing_is_folded_for_being_a_thread() -> None:
    alone = dossier((C,), sources=(SOURCES[2],), events=(THREAD,))
    assert '<li class="d-event d-event--range" id="e-5"' in pages_of(alone, (C,))["timeline.md"]


def test_words_are_marked_with_their_language(pages: dict[str, str]) -> None:
    assert '<blockquote lang="it"><p>Il ponte era vecchio&#46;'.replace("&#46;", ".") in pages["timeline.md"]


def test_the_filter_has_what_it_needs(pages: dict[str, str]) -> None:
    page = pages["timeline.md"]
    facts = 'data-src="A B" data-actors="ann-lee orvel" data-basis="year worked out" data-first="20220301"'
    assert f'{facts} data-last="20220301" data-known="2022-03-02"' in page
    assert '<option value="2019" data-day="20190101">2019</option>' in page, "as the first year"
    assert '<option value="2019" data-day="20191231">2019</option>' in page, "as the last year"
    assert '<option value="2022-03-02">2 March 2022</option>' in page
    assert "<option>inferred</option>" not in page, "no entry has this basis"


def test_entries_without_a_date_stand_apart_at_the_end(pages: dict[str, str]) -> None:
    before, _, after = pages["timeline.md"].partition("## Without a date {#undated}")
    assert '<li id="e-7"' in after and 'id="e-7"' not in before
    assert '<li id="e-7" data-src="A" data-actors="" data-basis="" data-known=' in after, "no period holds it"
    assert "date not known" in seen(after)


# ---------------------------------------------------------------------------------------------- what is withheld


def test_no_word_of_a_source_named_by_place_reaches_a_page(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        assert "recipe" not in page and "No more" not in page, path


def test_no_reason_and_no_name_says_what_is_withheld() -> None:
    when = replace(WHEN, **place_of(at(D, "1 March")), why="The text prints “1 March”.")
    found = replace(SECRET, edtf="2022-03-01", reports=(replace(SECRET.reports[0], date="d-1"),))
    cook = actor(
        "cook", name="The Cook", mentions=(mention(D, "secret recipe"),),
        names=(NameForm(text="secret recipe", sources=("d",), count=1),),
    )  # fmt: skip
    pages = pages_of(replace(BRIDGE, events=(found,), dates=(when,), actors=(cook, LEE, ORVEL)), READINGS)
    assert "D: The text prints place only: characters 36–43." in seen(pages["timeline.md"])
    assert "Used by place only D Cookbook" in seen(pages["actors/cook.md"])
    assert all("secret" not in seen(page) and "“1 March”" not in seen(page) for page in pages.values())


def test_withheld_passages_are_places(pages: dict[str, str]) -> None:
    assert "place only: characters 0–44" in seen(pages["timeline.md"])
    assert "characters 0–44 9 words, place only" in seen(pages["sources/d.md"])
    assert "Statement place only" in seen(pages["timeline.md"])
    assert "Quoted as well, place only: D Cookbook characters 45–52" in seen(pages["actors/ann-lee.md"])


def test_an_actor_without_a_page_is_counted_and_not_named(pages: dict[str, str]) -> None:
    assert all("Tom Roe" not in page for page in pages.values())
    assert "1 more that the sources name has no entry and no page: 1 named once" in seen(pages["actors/index.md"])


# ------------------------------------------------------------------------------------------- the other pages


def test_the_home_page_opens_with_what_can_be_counted(pages: dict[str, str]) -> None:
    text = seen(pages["index.md"])
    assert "The bakery on the quay What 4 sources: 3 articles and a page of 2 threads say" in text
    assert "with dates from in" not in text
    assert "4 sources · 5 witnesses · 6 dated entries · 2 actors · 3 quotations" in text


def test_a_hand_written_page_keeps_its_words_and_gets_the_counts_after_its_opening() -> None:
    page = pages_of(BRIDGE, READINGS, "# The quay\n\nA bridge.\n\n## Then {#then}\n\nIt closed.\n")["index.md"]
    order = ["# The quay\n\nA bridge.\n\n", '<p class="d-line">', "## Then {#then}\n\nIt closed.\n\n", "## Key dates"]
    assert sorted(order, key=page.index) == order


def test_key_dates_are_the_most_told_in_the_order_of_time(pages: dict[str, str]) -> None:
    found = re.findall(r'd-key__when">([^<]*?)(?: <span class="d-basis">([^<]*))?<', pages["index.md"])
    assert found == [
        ("in 2018", ""), ("in 2019", ""), ("1 March 2022", "year worked out"), ("1 March 2022", "as written"),
        ("in March 2022", "range only"),
    ]  # fmt: skip


def test_pinned_events_alone_are_key_dates() -> None:
    many = tuple(event(f"e-x{n}", *A.sentences[:2], edtf=f"2020-01-{n:02}") for n in range(1, 10))
    pinned = replace(AWAY, key=True)
    page = pages_of(replace(BRIDGE, events=(*many, pinned)), READINGS)["index.md"]
    assert page.count('class="d-key__when"') == 1
    assert "timeline/#e-3" in page


def test_an_actor_has_its_names_words_and_company(pages: dict[str, str]) -> None:
    text = seen(pages["actors/ann-lee.md"])
    assert "A person, named in 2 of the 4 sources." in text
    assert "2 witnesses, 1 independent: A and B carry one text and count once" in text
    assert "Not found in the saved part of C Threads" in text
    assert "Not found in D" not in text  # it quotes her under another name
    assert "How described A Quay Post a baker from Orvel" in text
    assert "cue: saidA Quay PostThe same utterance in B: compare the readings" in text
    assert "Orvel 2 A B" in text


def test_a_source_shows_what_its_passages_are_used_for(pages: dict[str, str]) -> None:
    text = seen(pages["sources/a.md"])
    assert "used for: entry, 1 March 2022; entry, 2 March 2022; description: Ann Lee" in text
    assert "61% of this text stands there too; 90% of that text stands here" in text
    assert "used for: readings compared; quotation: Ann Lee" in text
    assert "Publisher not stated" in text


def test_items_of_a_collection_have_their_own_headings(pages: dict[str, str]) -> None:
    assert "### Thread 2 {#thread-2}" in pages["sources/c.md"]
    assert "Italian, 1 of 4 posts saved" in seen(pages["sources/c.md"])


def test_readings_are_shown_against_the_longest(pages: dict[str, str]) -> None:
    assert '<td data-h="4">90<small>%</small></td>' in pages["comparison.md"]
    page = pages["comparison/wordings.md"]
    assert "We bake for the <del>whole</del> quay" in page
    place = next(line for line in page.splitlines() if '<q lang="en">whole</q>' in line)
    assert re.findall("<b>(.*?)</b>", place.partition("</q>")[2]) == ["A", "B"]


def test_about_counts_what_was_checked(pages: dict[str, str]) -> None:
    text = seen(pages["about.md"])
    assert "5 witnesses" in text
    assert "1 named once" in text


# -------------------------------------------------------------------------------------------- hostile and odd input

HOSTILE = (
    "<script>alert(1)</script>",
    "{{ 7 * 7 }} {% raw %}",
    "[x](http://example.org) **b** `c`",
    "a\n\n<b>b</b>\n# c",
    "&lt;i&gt; &amp; \"q\" 'q'",
    "# {#id}",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_names_and_labels_are_shown_as_they_are(text: str) -> None:
    named: Actor = replace(LEE, name=text, names=())
    sources = (replace(SOURCES[0], label=text, title=text, publisher=text, byline=text), *SOURCES[1:])
    found = pages_of(replace(BRIDGE, title=text, actors=(named, CHILD, ORVEL), sources=sources), READINGS)
    for path in ("index.md", "timeline.md", "actors/index.md", "actors/ann-lee.md", "sources/a.md", "comparison.md"):
        reader = Reader(render(re.sub(r"\A---\n.*?\n---\n", "", found[path], flags=re.DOTALL)))
        assert fold(text) in fold(reader.text), path
        assert not {"script", "i", "strong", "code"} & {tag for tag, _ in reader.elements} - {"i"}, path
        assert "http://example.org" not in [attributes.get("href") for _, attributes in reader.elements], path


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//example.org"])
def test_only_an_address_of_the_web_becomes_a_link(url: str) -> None:
    sources = (replace(SOURCES[0], url=url), *SOURCES[1:])
    assert f'href="{url}' not in pages_of(replace(BRIDGE, sources=sources), READINGS)["sources/a.md"]


def test_one_source_without_findings_has_all_its_pages() -> None:
    found = pages_of(dossier((A,)), (A,))
    assert "There is one source: nothing to compare yet." in seen(found["comparison.md"])
    assert "No dated entry was found in the sources." in seen(found["timeline.md"])
    assert "No one is listed here." in seen(found["actors/index.md"])
    assert "Key dates" not in found["index.md"]
    assert "What 1 source says, in its own words." in seen(found["index.md"])


def test_an_actor_of_one_source_is_told_of_in_the_singular() -> None:
    found = pages_of(dossier((A,), actors=(replace(LEE, mentions=LEE.mentions[:1], names=()),)), (A,))
    assert "A person, named in the one source. Everything below is what it prints;" in seen(found["actors/ann-lee.md"])


def test_words_with_quotation_marks_of_their_own_stand_in_single_ones() -> None:
    said = event("e-1", at(B, "“We bake for the quay,” said Lee."))
    page = pages_of(dossier((A, B), events=(said,)), (A, B))["timeline.md"]
    assert '<q class="d-single" lang="en">“We bake for the quay,” said Lee' in page
    assert 'class="d-single" lang="en">the bridge' not in page


def test_no_source_at_all_is_said() -> None:
    assert "There are no sources yet." in seen(pages_of(dossier(()), ())["sources/index.md"])


def test_many_sources_are_compared_in_pairs() -> None:
    readings = tuple(read(f"The bridge number {n} closed.", id=f"s{n:03}", mode="full") for n in range(60))
    sources = tuple(
        entry(reading, "A" * (1 + n // 26) + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[n % 26]) for n, reading in enumerate(readings)
    )
    pairs = tuple(Overlap(a=f"s{n:03}", b=f"s{n + 1:03}", a_in_b=0.5, b_in_a=0.5) for n in range(59))
    events = tuple(
        event(f"e-{n}", one.sentences[0], edtf=f"20{n // 12:02}-{n % 12 + 1:02}") for n, one in enumerate(readings)
    )
    named = actor("pat", mentions=(mention(readings[0], "bridge"),))
    many = dossier((), sources=sources, overlap=pairs, events=events, actors=(named,))
    found = pages_of(many, readings)
    assert "d-heat" not in found["comparison.md"] + found["comparison/copies.md"]
    assert "19 more pairs in the data" in seen(found["comparison/copies.md"])
    assert "59 sources" in seen(found["actors/pat.md"])
    files = {path: text.encode() for path, text in found.items()}
    assert check_addresses(Site(files=files | DATA)) == ()
