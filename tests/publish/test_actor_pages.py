"""The index of actors and the page of one: order, company, what others say, entries."""

import re

from msgspec.structs import replace
from rendered import Reader, render
from small_dossier import actor, at, dossier, event, quote, read, to

from generator.model import Actor, ActorMention, AnnotatedSource, Dossier, Evidence, NameForm, Quote, Span
from generator.publish import links
from generator.publish.gate import Gate
from generator.publish.links import Passages
from generator.publish.pages import render_pages
from generator.publish.pages.actors import FIRST, MANY

TEXT = (
    "Ann Lee met Bo Roe at the mill.\n"
    "“Lee kept the mill alive,” said Roe.\n"
    "“We keep it,” said Lee of the mill.\n"
    "“He forgot us,” said Lee.\n"
    "Cy Poe told Dee Orr and Eve Low of it.\n"
    "Fay Ray, Ann Lee, Bo Roe, Cy Poe and Dee Orr came.\n"
)
READING = read(TEXT, id="a", label="Mill Post", mode="full")
NAMES = ("Ann Lee", "Bo Roe", "Cy Poe", "Dee Orr", "Eve Low", "Fay Ray")


def slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def mentions(reading: AnnotatedSource, *forms: str) -> tuple[ActorMention, ...]:
    """Every place where one of the forms stands, the longer form first."""
    found: dict[int, ActorMention] = {}
    for number, form in enumerate(forms):
        for match in re.finditer(re.escape(form), reading.source.text):
            if not any(one.start <= match.start() < one.end for one in found.values()):
                span = to(ActorMention, at(reading, form), how="short" if number else "name")
                found[match.start()] = to(
                    ActorMention, span, how=span.how, start=match.start(), end=match.end(), text=match.group()
                )
    return tuple(found[start] for start in sorted(found))


def people(*, published: bool = True) -> tuple[Actor, ...]:
    return tuple(
        actor(slug(name), name=name, published=published, mentions=mentions(READING, name, name.split()[1]))
        for name in NAMES
    )


def page_of(found: Dossier, url: str, reading: AnnotatedSource = READING) -> str:
    return render_pages(found, Gate(found, (reading,)), Passages((reading,)), None)[links.page_file(url)]


def seen(found: Dossier, url: str) -> Reader:
    return Reader(render(page_of(found, url).split("---\n", 2)[2]))


def test_what_others_say_of_someone_stands_under_those_who_speak() -> None:
    said = (
        quote("q-1", at(READING, "Lee kept the mill alive"), speaker="bo-roe", cue="said"),
        quote("q-2", at(READING, "We keep it"), speaker="ann-lee", cue="said"),
    )
    found = dossier((READING,), actors=people(), quotes=said)
    text = seen(found, links.actor("ann-lee")).text
    assert "What others say" in text
    assert text.index("What others say") < text.index("Lee kept the mill alive")


def test_what_is_told_without_marks_is_marked_as_the_words_of_the_source() -> None:
    told = quote("q-1", at(READING, "Lee kept the mill alive"), speaker="bo-roe", kind="indirect", cue_class="tell")
    page = page_of(dossier((READING,), actors=people(), quotes=(told,)), links.actor("ann-lee"))
    said_of = page.partition("{#said-of}")[2].partition("## ")[0]
    assert '<span class="d-cue">in the words of</span>' in said_of
    assert "<q>" not in said_of


def test_what_stands_in_marks_is_not_said_to_be_in_the_words_of_the_source() -> None:
    said = quote("q-1", at(READING, "Lee kept the mill alive"), speaker="bo-roe", cue_class="say")
    page = page_of(dossier((READING,), actors=people(), quotes=(said,)), links.actor("ann-lee"))
    said_of = page.partition("{#said-of}")[2].partition("## ")[0]
    assert '<span class="d-cue">in the words of</span>' not in said_of
    assert "<q>" in said_of


def test_an_attitude_is_nothing_that_others_say() -> None:
    feared = quote("q-1", at(READING, "Lee kept the mill alive"), speaker="bo-roe", kind="indirect")
    feared = replace(feared, cue_class="attitude")
    found = dossier((READING,), actors=people(), quotes=(feared,))
    assert "What others say" not in seen(found, links.actor("ann-lee")).text


def says(kind: str, cue_class: str) -> str:
    """What the page of a speaker prints where the speaker is quoted, with a cue of this class."""
    said = quote("q-1", at(READING, "Lee kept the mill alive"), speaker="bo-roe", kind=kind, cue_class=cue_class)
    text = seen(dossier((READING,), actors=people(), quotes=(said,)), links.actor("bo-roe")).text
    return text.partition("Quoted as saying")[2]


def test_what_someone_denies_is_not_printed_as_what_is_said() -> None:
    assert re.search(r"denies:\s*Lee kept the mill alive", says("indirect", "deny"))
    assert re.search(r"in a denial:\s*“?Lee kept the mill alive", says("mixed", "deny"))


def test_the_words_of_a_denial_and_of_a_saying_are_no_content_of_one() -> None:
    assert "denial" not in says("direct", "deny")
    assert "denies" not in says("direct", "deny")
    assert "denies" not in says("indirect", "say")


def test_a_name_beside_a_quotation_is_not_in_it() -> None:
    said = (quote("q-1", at(READING, "We keep it"), speaker="cy-poe"),)
    found = dossier((READING,), actors=people(), quotes=said)
    assert "What others say" not in seen(found, links.actor("ann-lee")).text


def test_what_someone_says_of_himself_is_not_said_by_others() -> None:
    said = (quote("q-1", at(READING, "Lee kept the mill alive"), speaker="ann-lee"),)
    found = dossier((READING,), actors=people(), quotes=said)
    assert "What others say" not in seen(found, links.actor("ann-lee")).text


def test_words_of_nobody_known_are_not_what_others_say() -> None:
    said = (
        quote("q-1", at(READING, "Lee kept the mill alive")),
        quote("q-2", at(READING, "Lee kept the mill alive"), kind="scare", speaker="bo-roe"),
    )
    found = dossier((READING,), actors=people(), quotes=said)
    assert "What others say" not in seen(found, links.actor("ann-lee")).text


def test_a_speaker_without_a_page_is_not_named_for_what_it_says() -> None:
    said = (quote("q-1", at(READING, "Lee kept the mill alive"), speaker="bo-roe"),)
    lee, roe, *others = people()
    hidden = actor("bo-roe", name="Bo Roe", published=False, mentions=roe.mentions)
    page = page_of(dossier((READING,), actors=(lee, hidden, *others), quotes=said), links.actor("ann-lee"))
    said_of = page.partition("{#said-of}")[2].partition("## ")[0]
    assert "someone not listed here" in said_of
    assert "Bo Roe" not in said_of.replace("“", "")


def test_speakers_without_pages_stand_under_one_heading() -> None:
    said = (
        quote("q-1", at(READING, "Lee kept the mill alive"), speaker="bo-roe"),
        quote("q-2", at(READING, "kept the mill alive"), speaker="cy-poe"),
        quote("q-3", at(READING, "Lee kept the mill"), speaker="cy-poe"),
    )
    hidden = tuple(actor(one.id, name=one.name, published=False, mentions=one.mentions) for one in people()[1:])
    found = dossier((READING,), actors=(people()[0], *hidden), quotes=said)
    said_of = page_of(found, links.actor("ann-lee")).partition("{#said-of}")[2].partition("## ")[0]
    assert said_of.count("several not listed here") == 1
    assert "someone not listed here" not in said_of


def test_company_is_counted_and_drawn_where_enough_stand_together() -> None:
    page = page_of(dossier((READING,), actors=people()), links.actors())
    assert "Named together" in page
    assert page.count("<path ") == 12  # ten pairs of the five in the last line, and two with Eve Low
    assert len(re.findall(r"<circle ", page)) == len(NAMES)


def test_where_few_stand_together_the_table_is_enough() -> None:
    page = page_of(dossier((READING,), actors=people()[:3]), links.actors())
    assert "Named together" in page
    assert "<path " not in page


def test_who_stands_alone_has_no_company() -> None:
    assert "Named together" not in page_of(dossier((READING,), actors=people()[:1]), links.actors())


def test_of_very_many_the_index_has_the_first_and_leads_to_all() -> None:
    crowd = tuple(actor(f"n-{number}", name=f"N {number}") for number in range(MANY + 1))
    few = (actor("quay", name="Quay", kind="place"),)
    found = dossier((READING,), actors=(*crowd, *few))
    index = page_of(found, links.actors())
    assert index.count("data-row") == FIRST + 1
    assert f"All {MANY + 1}" in index
    everyone = page_of(found, links.actors_of("person"))
    assert everyone.count("data-row") == MANY + 1
    pages = render_pages(found, Gate(found, (READING,)), Passages((READING,)), None)
    assert links.page_file(links.actors_of("place")) not in pages


def test_as_many_as_one_page_holds_stand_on_one() -> None:
    found = dossier((READING,), actors=tuple(actor(f"n-{number}", name=f"N {number}") for number in range(MANY)))
    assert page_of(found, links.actors()).count("data-row") == MANY


def test_entries_without_a_date_of_their_own_are_folded() -> None:
    told = (
        event("e-1", READING.sentences[0], edtf="2022-03-01", actors=("ann-lee",)),
        event("e-2", READING.sentences[2], edtf="2022-03-01~", actors=("ann-lee",), told_with="e-1"),
    )
    page = page_of(dossier((READING,), actors=people(), events=told), links.actor("ann-lee"))
    shown, _, folded = page.partition("More entries")
    assert "#e-1" in shown
    assert "#e-2" not in shown
    assert "#e-2" in folded


def test_every_source_stands_with_how_often_it_names() -> None:
    text = seen(dossier((READING,), actors=people()), links.actor("ann-lee")).text
    assert re.search(r"A Mill Post\s+5×", text), text


CUES = read(
    "“We open,” said Lee.\n“We close,” said Lee.\n“We wait,” claimed Lee.\n“We go” and “we stay” said Lee.\n",
    id="b", label="Quay Post", mode="full",
)  # fmt: skip


def spoken(id: str, words: str, cue: str, *, line: int, kind: str = "direct") -> Quote:
    start = CUES.sentences[line].start + CUES.sentences[line].text.index(cue)
    span = Span(source="b", part=None, start=start, end=start + len(cue), text=cue)
    return quote(id, at(CUES, words), speaker="ann-lee", cue=cue, cue_span=span, kind=kind)


def cue_section(*quotes: Quote) -> str:
    lee = actor("ann-lee", name="Ann Lee", mentions=mentions(CUES, "Lee"))
    page = page_of(dossier((CUES,), actors=(lee,), quotes=quotes), links.actor("ann-lee"), CUES)
    return Reader(render(page.partition("{#cues}")[2].partition("## ")[0])).text if "{#cues}" in page else ""


def test_cues_are_counted_by_source_and_each_count_leads_to_its_passages() -> None:
    text = cue_section(
        spoken("q-1", "We open", "said", line=0),
        spoken("q-2", "We close", "said", line=1),
        spoken("q-3", "We wait", "claimed", line=2),
    )
    assert re.search(r"said 2×\s+1\W2", text)
    assert re.search(r"claimed 1×\s+1", text)


def test_the_pieces_of_an_utterance_have_one_cue() -> None:
    text = cue_section(spoken("q-1", "We go", "said", line=3), spoken("q-2", "we stay", "said", line=3))
    assert re.search(r"said 1×", text)


def test_scare_quotes_have_no_cue() -> None:
    assert cue_section(spoken("q-1", "We open", "said", line=0, kind="scare")) == ""


def voices_of(*quotes: Quote) -> str:
    lee = actor("ann-lee", name="Ann Lee", mentions=mentions(CUES, "Lee"))
    page = page_of(dossier((CUES,), actors=(lee,), quotes=quotes), links.source("b"), CUES)
    return Reader(render(page.partition("{#voices}")[2].partition("## ")[0])).text if "{#voices}" in page else ""


def test_a_source_lists_who_speaks_in_it_and_last_those_of_whom_nothing_tells() -> None:
    text = voices_of(
        quote("q-0", at(CUES, "we stay")),
        spoken("q-1", "We open", "said", line=0),
        spoken("q-2", "We close", "said", line=1),
    )
    assert re.search(r"Ann Lee\s*2\s*said 2×", text)
    assert text.index("Ann Lee") < text.index("speaker not named")


def test_words_between_scare_quotes_are_nobodys_voice() -> None:
    assert voices_of(quote("q-0", at(CUES, "we stay"), kind="scare")) == ""


def test_attitudes_stand_apart_from_what_is_said() -> None:
    lee = actor("ann-lee", name="Ann Lee", mentions=mentions(CUES, "Lee"))
    feared = quote("q-1", at(CUES, "We wait"), speaker="ann-lee", kind="indirect", cue="fears", cue_class="attitude")
    said = quote("q-2", at(CUES, "We open"), speaker="ann-lee", kind="indirect", cue="says", cue_class="say")
    page = page_of(dossier((CUES,), actors=(lee,), quotes=(feared, said)), links.actor("ann-lee"), CUES)
    says, _, attitudes = page.partition("{#attitudes}")
    assert "We open" in says
    assert "We wait" not in says
    assert "We wait" in attitudes
    assert "We open" not in attitudes.partition("## ")[0]


def test_without_attitudes_nothing_is_said_of_them() -> None:
    lee = actor("ann-lee", name="Ann Lee", mentions=mentions(CUES, "Lee"))
    said = quote("q-2", at(CUES, "We open"), speaker="ann-lee", kind="indirect", cue="denies", cue_class="deny")
    page = page_of(dossier((CUES,), actors=(lee,), quotes=(said,)), links.actor("ann-lee"), CUES)
    assert "{#attitudes}" not in page


def test_names_are_told_apart_from_other_words_for_the_same_actor() -> None:
    lee, *others = people()
    we = to(ActorMention, at(READING, "We"), how="pronoun")
    mill = to(ActorMention, at(READING, "the mill."), how="description")
    named = len(lee.mentions)
    found = dossier((READING,), actors=(replace(lee, mentions=(*lee.mentions, we, mill)), *others))
    text = seen(found, links.actor("ann-lee")).text
    assert f"{named + 2} mentions: {named} by name, 1 by a pronoun and 1 by a noun" in text
    plain = seen(dossier((READING,), actors=people()), links.actor("ann-lee")).text
    assert f"{named} mentions" in plain and "by name" not in plain


def test_why_names_are_one_is_said_where_both_may_be_printed() -> None:
    lee, *others = people()
    forms = tuple(NameForm(text=text, sources=("a",), count=1) for text in ("Ann Lee", "Lee"))
    why = Evidence(name="Lee", other="Ann Lee", why="a source that has both uses one for the other")
    joined = replace(lee, names=forms, evidence=(why, replace(why, name="Unprinted")))
    text = seen(dossier((READING,), actors=(joined, *others)), links.actor("ann-lee")).text
    assert "Why these names are one 1" in text and "a source that has both uses one for the other" in text
    assert "Unprinted" not in text
    assert "Why these names are one" not in seen(dossier((READING,), actors=people()), links.actor("ann-lee")).text


def test_who_is_quoted_under_another_name_is_not_said_to_be_absent() -> None:
    other = read("“We bake,” said the regime.\n", id="b", label="Quay Post", mode="full")
    lee = actor("ann-lee", name="Ann Lee", mentions=mentions(READING, "Ann Lee"))
    said = (quote("q-1", at(other, "We bake"), speaker="ann-lee"),)

    def absent(*quotes: Quote) -> bool:
        found = dossier((READING, other), actors=(lee,), quotes=quotes)
        readings = (READING, other)
        page = render_pages(found, Gate(found, readings), Passages(readings), None)[
            links.page_file(links.actor("ann-lee"))
        ]
        return "Not found in" in page

    assert absent()
    assert not absent(*said)
