"""Inserts print pieces of the findings with their marks; what they cannot find or read is named with its line."""

import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rendered import Reader, render
from small_dossier import actor, at, dossier, event, family, quote, read, to

from generator.model import ActorMention, AnnotatedSource, Dossier, HandPage, Reading, Reuse
from generator.problems import Severity
from generator.publish import publish
from generator.publish.handpages import HOME
from generator.publish.inserts import FORMS, find_inserts
from generator.publish.pages.counts import COUNTS

QUAY = "The bakery opened in May. “We sell rye bread and nothing else,” said Ida Holm, a baker.\nIt closed in June.\n"
BOARD = "“We sell rye bread,” says Ida Holm.\nThe ferry came in July. Nobody bakes at night.\n"


def readings(**modes: str) -> list[AnnotatedSource]:
    return [
        read(QUAY, "quay", label="Quay Post", max_share=1.0, mode=modes.get("quay", "excerpt")),
        read(BOARD, "board", label="Town Board", max_share=1.0, mode=modes.get("board", "excerpt")),
    ]


def findings(sources: list[AnnotatedSource]) -> Dossier:
    quay, board = sources
    long, short = at(quay, "We sell rye bread and nothing else"), at(board, "We sell rye bread")
    names = tuple(to(ActorMention, at(one, "Ida Holm"), how="name") for one in sources)
    return dossier(
        sources,
        quotes=(quote("q-1", long, family="f-1", speaker="ida-holm"), quote("q-2", short, family="f-1")),
        families=(
            family("f-1", "q-1", "q-2", speaker="ida-holm", readings=(Reading(quote="q-1", variants=()),
                                                                      Reading(quote="q-2", variants=()))),
        ),
        actors=(
            actor("ida-holm", name="Ida Holm", mentions=names, descriptions=(at(quay, "a baker"),),
                  description="Baker until 1907"),
            actor("boy", name="A Boy", published=False),
        ),
        events=(
            event("e-1", at(quay, "The bakery opened in May"), edtf="1902-05", basis="as written", key=True),
            event("e-2", at(quay, "It closed in June"), edtf="1902-06", actors=("ida-holm",), basis="worked out"),
            event("e-3", at(board, "The ferry came in July"), edtf="1902-07-03", strand="The ferry"),
            event("e-4", at(board, "Nobody bakes at night"), edtf=None),
        ),
        reuse=(Reuse(a=short, b=long, similarity=1.0),),
    )  # fmt: skip


def build(text: str, **modes: str) -> tuple[str, list[str]]:
    """The Markdown of a page of its own, and the problems in it."""
    sources = readings(**modes)
    page = HandPage(file="pages/more/page.md", text=f"---\nstory: false\n---\n{text}\n")
    site, problems = publish(findings(sources), sources, [page])
    return site.files["more/page.md"].decode(), [str(one) for one in problems if "pages/more/page.md" in str(one)]


def shown(text: str, **modes: str) -> str:
    """The text that a reader sees of a page without problems, in one line."""
    markdown, problems = build(text, **modes)
    assert problems == []
    return " ".join(Reader(render(markdown.partition("---\n")[2].partition("---\n")[2])).text.split())


def test_key_events_are_those_of_the_home_page() -> None:
    assert shown("[!key-events]") == (
        "in May 1902 as written The bakery opened in May A All dates, with each source’s own words"
    )


@pytest.mark.parametrize(
    ("options", "entries"),
    [
        ("", ["e-1", "e-2"]),
        ("from=1902-06", ["e-2"]),
        ("to=1902-05-31", ["e-1"]),
        ("to=1902-05-30", []),
        ("from=1902-05-02 to=1902-06", ["e-2"]),
        ("actor=ida-holm", ["e-2"]),
        ('strand="The ferry"', ["e-3"]),
        ("strand=“The ferry” from=1902 to=1902", ["e-3"]),
        ("source=board", ["e-3"]),
        ("source=quay actor=ida-holm", ["e-2"]),
    ],
)
def test_a_slice_of_the_timeline(options: str, entries: list[str]) -> None:
    markdown, problems = build(f"[!timeline {options}]" if options else "[!timeline]")
    assert re.findall(r"timeline/#(e-\d)", markdown) == entries
    assert [problem.partition(": ")[2] for problem in problems] == ([] if entries else [
        "warning: The insert “timeline” finds no entry (to=1902-05-30); nothing is printed in its place."
    ])  # fmt: skip
    assert "[!timeline" not in markdown


def test_an_actor_has_a_card_with_our_words_and_the_sources() -> None:
    markdown, _ = build("[!actor ida-holm]")
    assert shown("[!actor ida-holm]") == "Ida Holm A person Baker until 1907, a baker A"
    assert '<span class="d-ours">Baker until 1907</span>' in markdown
    assert '<q lang="en">a baker</q>' in markdown and 'href="../../actors/ida-holm/"' in markdown


def test_a_quotation_stands_with_its_readings() -> None:
    text = shown('[!quotation "We sell rye bread" @board]')
    assert text.startswith("Ida Holm One utterance, 2 readings The longest wording stands first")
    assert "A Quay Post longest readingWe sell rye bread and" in text
    assert "B Town Board" in text and text.endswith("The same on the comparison")


def test_a_quotation_without_readings_stands_alone() -> None:
    assert shown('[!quotation "It closed […] June" @quay, par. 2]') == "A Quay PostIt closed […] June"
    assert shown("[!quotation “It closed in June” @quay]") == "A Quay PostIt closed in June"


@pytest.mark.parametrize(
    ("what", "number"),
    [
        ("sources", 2), ("witnesses", 2), ("witnesses source=quay", 1), ("items", 0), ("threads source=board", 0),
        ("events", 3), ("events source=board", 1), ("events actor=ida-holm", 1), ("actors", 1), ("quotations", 2),
        ("quotations source=quay", 1), ("quotations actor=ida-holm", 1), ("families", 1), ("shared-passages", 1),
        ("words source=quay", len(QUAY.split())), ("words", len((QUAY + BOARD).split())),
    ],
)  # fmt: skip
def test_what_can_be_counted(what: str, number: int) -> None:
    assert shown(f"There are [!count {what}] of them.") == f"There are {number} of them."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[!keyevents]", "There is no insert “keyevents”. Did you mean “key-events”?"),
        ("[!timeline form=1902]", "The insert “timeline” has no option “form”. Did you mean “from”? It has from, to"),
        ("[! Timeline]", "An insert that begins here cannot be read. There are [!key-events], [!timeline"),
        ("[!KEY-EVENTS]", "There is no insert “KEY-EVENTS”. Did you mean “key-events”?"),
        ("[!timeline from=XXXX-05-01]", "“XXXX-05-01” is not a date. Write from=2021-02-15"),
        ("[!timeline to=2021/..]", "“2021/..” is not a date. Write to=2021-02-15"),
        ("[!timeline from=May]", "“May” is not a date. Write from=2021-02-15, from=2021-02 or from=2021."),
        ("[!timeline actor=ida-home]", "There is no page of an actor “ida-home”; an actor is named by the end of its "
                                       "page's address. Did you mean “ida-holm”? Known: ida-holm."),
        ("[!timeline source=key]", "There is no source “key”. Known: quay, board."),
        ("[!timeline strand=ferry]", "There is no strand “ferry” among the dated events. Did you mean “The ferry”?"),
        ("[!timeline 1902]", "The insert “timeline” is written so: [!timeline from=2021-01 to=2021-02-15]."),
        ("[!key-events source=quay]", "The insert “key-events” has no option “source”. It has none."),
        ("[!actor boy]", "There is no page of an actor “boy”"),
        ("[!actor]", "The insert “actor” is written so: [!actor ann-lee]."),
        ('[!actor "Ida Holm"]', "The insert “actor” is written so: [!actor ann-lee]."),
        ("[!quotation We sell @quay]", 'The insert “quotation” is written so: [!quotation "words" @source-id].'),
        ('[!quotation "We sell"]', 'The insert “quotation” is written so: [!quotation "words" @source-id].'),
        ('[!quotation "We sold rye bread" @quay]', "“We sold rye bread” does not stand so in the source “quay”"),
        ('[!quotation "We sell" @key]', "There is no source “key”."),
        ('[!quotation "We sell" @quay, par. 2]', "“We sell” stands in the source “quay”, but not at the place named"),
        ('[!quotation "We sell @quay]', "An insert that begins here cannot be read. There are [!key-events],"),
        ("There are [!count bakers].", "There is no count of “bakers”. Known: sources, witnesses, items"),
        ("There are [!count sources actor=ida-holm].", "“sources” cannot be counted by actor."),
        ("There are [!count].", "The insert “count” is written so: [!count sources]."),
        ("See [!key-events]", "The insert “key-events” is a paragraph of its own. Set it on one line"),
        ("  [!key-events]", "The insert “key-events” is a paragraph of its own."),
        ("[!key-events]\n{: .wide }", "The insert “key-events” is a paragraph of its own."),
        ("See:\n[!key-events]", "The insert “key-events” is a paragraph of its own."),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_insert(text: str, message: str) -> None:
    markdown, problems = build(f"# A\n\n{text}")
    line = 6 + ("\n[" in text)
    assert len(problems) == 1, problems
    assert problems[0].startswith(f"pages/more/page.md:{line}: error: {message}"), problems
    assert text in markdown


def test_words_that_a_source_withholds_are_no_insert() -> None:
    _, [problem] = build('[!quotation "We sell rye bread and nothing" @quay]', quay="pointer")
    assert "error: “We sell rye bread and nothing” stands in the source “quay”, but its mode “pointer”" in problem


def test_code_links_and_pictures_are_no_inserts() -> None:
    text = "`[!key-events]` \\[!key-events] [!note](x.md) ![!](x.png) [!] [! x]\n\n    [!nothing]\n"
    assert find_inserts(text, "f") == ((), ())


def test_inserts_stand_on_the_home_page_as_well() -> None:
    sources = readings()
    text = "# Bread\n\nIn May [@quay].\n\n## When {#when}\n\n[!timeline to=1902-05]\n\n[!quotation “We sell” @quay]\n"
    site, problems = publish(findings(sources), sources, [HandPage(file=HOME, text=text)])
    assert [one for one in problems if one.where.file == HOME] == []
    assert site.files["index.md"].decode().count('<div class="d-insert') == 2
    anchors = msgspec.json.decode(site.files["data/dossier.json"])["anchors"]
    assert [(one["source"], one["text"], one["by"]) for one in anchors] == [("quay", "We sell", HOME)]


def test_the_same_quotation_twice_on_a_page_is_an_error() -> None:
    _, problems = build("[!quotation “We sell” @quay]\n\n[!quotation “We sell” @board]\n")
    assert len(problems) == 1
    assert "pages/more/page.md:6: error: The readings of this quotation stand on the page already." in problems[0]


def test_the_examples_of_all_inserts_are_well_formed() -> None:
    for name, form in FORMS.items():
        [insert], problems = find_inserts(form.example, "f")
        assert problems == () and insert.name == name
    assert all(set(count.by) <= set(FORMS["count"].options) for count in COUNTS.values())


@settings(deadline=None)
@given(st.lists(st.sampled_from(["[!", "count", "]", " ", '"', "“", "”", "@a", "x=", "from=", "\n", "`", "\\", "("])))
def test_any_page_is_read(pieces: list[str]) -> None:
    text = "".join(pieces)
    inserts, problems = find_inserts(text, "f")
    assert all(text[one.start : one.end].startswith("[!") and text[one.end - 1] == "]" for one in inserts)
    assert all(problem.severity is Severity.ERROR for problem in problems)


@pytest.mark.parametrize(
    "text", ["[!count " * 20_000, '[!count "' * 20_000, "[!count " + '"x" ' * 50_000, "[!a]\n" * 5_000]
)
def test_long_pages_are_read_in_a_moment(text: str) -> None:
    find_inserts(text, "f")
