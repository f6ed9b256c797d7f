"""What people decided is marked so, with its reason, wherever it is printed; their words are told from a source's."""

import re

from msgspec.structs import replace
from rendered import Reader, fold, render
from small_dossier import actor, at, dossier, event, family, quote, read, to

from generator.model import (
    ActorMention,
    AnnotatedSource,
    Decided,
    Dossier,
    Headline,
    HiddenEvent,
    Label,
    LabelUse,
    Reading,
    Translation,
)
from generator.publish.addresses import check_addresses
from generator.publish.gate import Gate
from generator.publish.links import Passages
from generator.publish.pages import render_pages
from generator.publish.pages.catalogue import Catalogue, Frame, make_catalogue
from generator.publish.pages.ours import translations_of
from generator.publish.site import Site

A = read(
    "The museum closed its doors on 1 March.\n“We shall open again,” said Ida Roe.\nThe lamps were sold in May.\n"
    "A cat slept in the hall.",
    id="a", mode="full",
)  # fmt: skip
B = read(
    "Le musée a fermé ses portes.\n« Nous rouvrirons », dit Roe.\nLa maison aux lampes attend.",
    id="b", mode="full", language="fr",
)  # fmt: skip
HIDDEN = read("Il museo tace.\nLa casa delle lampade.", id="c", mode="pointer", language="it")
READINGS = (A, B, HIDDEN)

ROE = actor("ida-roe", name="Ida Roe", mentions=(to(ActorMention, at(A, "Ida Roe"), how="name"),))
CLOSED = event("e-1", A.sentences[0], B.sentences[0])
LAMPS = event("e-2", A.sentences[2], edtf="2022-05")
SAID = quote("q-a", at(A, "We shall open again"), speaker="ida-roe")
DIT = quote("q-b", at(B, "Nous rouvrirons"), speaker="ida-roe")


BOTH = replace(
    family("f-1", "q-a", "q-b", speaker="ida-roe"),
    readings=(Reading(quote="q-a", variants=()), Reading(quote="q-b", variants=())),
)


def translation(reading: AnnotatedSource, words: str, text: str, reason: str = "For readers.") -> Translation:
    return to(Translation, at(reading, words), translation=text, curated=reason)


def make(**fields: object) -> Dossier:
    values: dict[str, object] = {"actors": (ROE,), "events": (CLOSED, LAMPS), "quotes": (SAID, DIT)}
    return dossier(READINGS, **(values | fields))


def pages_of(found: Dossier, **more: object) -> dict[str, str]:
    pages = render_pages(found, Gate(found, READINGS), Passages(READINGS), None, Frame(**more))
    exports = {path: b"" for page in pages.values() for path in re.findall(r"data/[a-z.]+", page)}
    assert check_addresses(Site(files=exports | {path: text.encode() for path, text in pages.items()})) == ()
    return pages


def catalogue_of(found: Dossier) -> Catalogue:
    return make_catalogue(found, Gate(found, READINGS), Passages(READINGS))


def seen(page: str) -> str:
    """What a reader reads of a page, with a space where a new cell, line or remark begins."""
    html = render(re.sub(r"\A---\n.*?\n---\n", "", page, flags=re.DOTALL))
    return fold(Reader(re.sub(r"<(?=(?:d[dt]|t[dh]|li|p|summary|small|div|span|b)\b)", " <", html)).text)


# ---------------------------------------------------------------------------------------------------- entries


def test_an_editors_headline_has_no_quotation_marks_and_no_letter_and_the_sources_words_stay_below() -> None:
    own = replace(CLOSED, headline=Headline(text="The museum shuts", span=None, curated="Shorter."), curated="Shorter.")
    page = pages_of(make(events=(own,)))["timeline.md"]
    assert '<span class="d-name" data-known="">The museum shuts</span>&nbsp;<a class="d-link"' in page
    assert "In their own words 2" in seen(page) and "The museum closed its doors on 1 March." in seen(page)


def test_in_a_list_an_editors_headline_is_followed_by_those_who_report_it() -> None:
    own = replace(CLOSED, headline=Headline(text="The museum shuts", span=None, curated="Shorter."), curated="Shorter.")
    assert "The museum shuts reported by A B" in seen(pages_of(make(events=(own,)))["index.md"])


def test_in_a_list_a_publication_is_reported_by_nobody() -> None:
    out = event("e-1", A.sentences[0], kind="publication", actors=("ida-roe",))
    assert "A is published A" in seen(pages_of(make(events=(out,)))["actors/ida-roe.md"])


def test_an_entry_says_once_what_was_decided_and_why() -> None:
    decided = (
        Decided(what="event", id="e-1", did="given a title", reason="Shorter."),
        Decided(what="event", id="e-0", did="merged with 1 other", reason="The same closing."),
        Decided(what="event", id="e-2", did="given a date", reason="Another one."),
    )
    own = replace(CLOSED, aliases=("e-0",), curated="Shorter.; The same closing.")
    page = pages_of(make(events=(own,), decisions=decided))["timeline.md"]
    told = "Decided by the editor Given a title: Shorter. Merged with 1 other: The same closing."
    assert told in seen(page)
    assert page.count("Decided by the editor") == 1 and "Another one." not in seen(page)


def test_what_was_done_is_left_out_where_only_the_reason_is_known() -> None:
    assert "Decided by the editor It was so." in seen(
        pages_of(make(events=(replace(CLOSED, curated="It was so."),)))["timeline.md"]
    )


def test_an_entry_of_which_nothing_was_decided_has_no_mark() -> None:
    decided = Decided(what="quotation", id="q-a", did="translated", reason="For readers.")
    assert all("d-cur" not in page for page in pages_of(make(decisions=())).values())
    assert "d-cur" not in pages_of(make(decisions=(decided,)))["timeline.md"]


def test_a_date_that_was_decided_says_so_beside_the_date_and_gives_the_reason_once() -> None:
    dated = replace(CLOSED, basis="decided by the editor", curated="The notice on the door.")
    text = seen(pages_of(make(events=(dated,)))["timeline.md"])
    assert "Tuesday, decided by the editor" in text
    assert text.count("The notice on the door.") == 1 and "Why this date" not in text


def test_a_note_is_marked_as_ours() -> None:
    noted = replace(CLOSED, note="It is the *old* house.", curated="Told apart.")
    page = pages_of(make(events=(noted,)))["timeline.md"]
    assert '<b>Our note:</b> <span class="d-ours">It is the &#42;old&#42; house' in page


# ---------------------------------------------------------------------------------------------------- strands


def test_side_matters_stand_apart_by_name_in_the_order_of_time() -> None:
    strands = (
        replace(CLOSED, strand="The museum"), replace(LAMPS, strand="Lamps"),
        event("e-3", A.sentences[3], edtf="2021", strand="Lamps", note="Asleep.", curated="Aside."),
    )  # fmt: skip
    page = pages_of(make(events=strands))["timeline.md"]
    assert '<li class="d-event' not in page
    order = [">Lamps</span>", 'id="e-3"', 'id="e-2"', ">The museum</span>", 'id="e-1"']
    assert sorted(order, key=page.index) == order
    assert "Our note: Asleep." in seen(page) and "Decided by the editor Aside." in seen(page)


def test_side_matters_are_hatched_in_the_chart_and_no_key_dates() -> None:
    days = tuple(event(f"e-d{n}", A.sentences[0], edtf=f"2022-03-{n:02}") for n in range(1, 9))
    aside = replace(LAMPS, edtf="2022-03-05", strand="Lamps", witnesses=9, independent=9)
    pages = pages_of(make(events=(*days, aside)))
    assert '<tr><th scope="row">5 March</th><td>1</td><td>1</td></tr>' in pages["timeline.md"]
    assert "timeline/#e-2" not in pages["index.md"]


def test_pinned_entries_alone_are_the_key_dates_and_stand_in_full() -> None:
    pinned = replace(event("e-3", A.sentences[3], kind="photograph"), key=True)
    pages = pages_of(make(events=(CLOSED, LAMPS, pinned)))
    assert re.findall(r"timeline/#(e-\d)", pages["index.md"]) == ["e-3"]
    assert '<li class="d-event d-event--photograph" id="e-3"' in pages["timeline.md"]


# ------------------------------------------------------------------------------------------------- taken out


def test_entries_that_were_taken_out_are_counted_with_their_reasons_and_their_addresses_lead_there() -> None:
    first = HiddenEvent(ids=("e-8", "e-9"), curated="An <i>advertisement</i>.")
    hidden = (first, HiddenEvent(ids=("e-7",), curated="x"))
    page = pages_of(make(hidden=hidden))["timeline.md"]
    assert "2 entries were taken out by the editor An <i>advertisement</i>. x" in seen(page)
    ids = [attrs["id"] for _, attrs in Reader(render(page)).elements if "id" in attrs]
    assert {"e-7", "e-8", "e-9"} <= set(ids)
    assert "1 entry was taken out" in seen(pages_of(make(hidden=hidden[:1], events=()))["timeline.md"])


def test_former_addresses_lead_to_the_page_and_never_stand_twice() -> None:
    hidden = (HiddenEvent(ids=("e-8",), curated="x"),)
    found = make(hidden=hidden, families=(replace(BOTH, aliases=("f-2",)),))
    pages = pages_of(found, former_events=("e-1", "e-8", "e-6", "e-6"), former_families=("f-0", "f-2"))
    assert '<div class="d-former" data-search-exclude><span id="e-6"></span><p' in pages["timeline.md"]
    assert '<div class="d-former" data-search-exclude><span id="f-0"></span><p' in pages["comparison.md"]


# ---------------------------------------------------------------------------------------------- translations


def test_a_translation_stands_below_what_it_translates_and_is_marked_as_ours() -> None:
    found = make(
        translations=(translation(B, "Le musée a fermé", "The museum has closed"),
                      translation(B, "Nous rouvrirons", "We shall reopen", "A *reader* asked.")),
        families=(BOTH,), quotes=tuple(replace(one, family="f-1") for one in (SAID, DIT)),
    )  # fmt: skip
    pages = pages_of(found)
    told = "Le musée a fermé ses portes. Our translation: The museum has closed For readers."
    assert told in seen(pages["timeline.md"])
    assert "Our translation: We shall reopen A *reader* asked." in seen(pages["comparison/wordings.md"])
    alone = pages_of(replace(found, families=(), quotes=(SAID, DIT)))["actors/ida-roe.md"]
    assert "Nous rouvrirons Our translation: We shall reopen A *reader* asked." in seen(alone)
    assert '<span class="d-ours">We shall reopen</span>' in alone


def test_a_translation_of_what_may_not_be_printed_is_not_printed_either() -> None:
    found = make(translations=(translation(HIDDEN, "Il museo tace", "The museum is silent"),),
                 events=(event("e-1", HIDDEN.sentences[0]),))  # fmt: skip
    assert all("The museum is silent" not in page for page in pages_of(found).values())


def test_translations_are_those_of_the_passage_or_of_some_of_it() -> None:
    found = catalogue_of(make(translations=(translation(B, "Le musée", "The museum"), translation(B, "dit Roe", "x"))))
    assert [one.translation for one in translations_of(found, B.sentences[0])] == ["The museum"]
    assert [one.translation for one in translations_of(found, at(B, "fermé ses portes"))] == []
    assert [one.translation for one in translations_of(found, at(B, "Le musée a"))] == ["The museum"]
    assert translations_of(found, A.sentences[0]) == ()


# ------------------------------------------------------------------------------------- actors and quotations


def test_an_actor_is_described_first_in_our_words_with_links_that_ask_for_nothing() -> None:
    known = replace(
        ROE, description="Keeper of the museum", wikidata="Q0", website="https://example.org/roe/?a=1&b=2",
        descriptions=(at(A, "said Ida"),), curated="Readers asked.",
    )  # fmt: skip
    pages = pages_of(make(actors=(known,)))
    page = pages["actors/ida-roe.md"]
    assert '<p class="d-stand"><span class="d-ours">Keeper of the museum</span></p>' in page
    assert '<a href="https&#58;' not in page
    links = [attrs for tag, attrs in Reader(render(page)).elements if tag == "a" and "rel" in attrs]
    assert [link["href"] for link in links] == ["https://www.wikidata.org/wiki/Q0", "https://example.org/roe/?a=1&b=2"]
    assert {link["rel"] for link in links} == {"nofollow noopener"}
    assert "What is ours is marked so; everything else here is what it prints." in seen(page)
    assert "Decided by the editor Readers asked." in seen(page)
    assert "Keeper of the museum, said Ida" in seen(pages["index.md"]).replace(" ,", ",").replace("“", "")
    assert '<span class="d-ours">Keeper of the museum</span>' in pages["actors/index.md"]


def test_a_page_of_an_actor_says_where_to_report_an_error() -> None:
    assert (
        'Something wrong here, or something about you that should not be here? <a href="../../corrections/">'
        in (pages_of(make())["actors/ida-roe.md"])
    )


def test_a_speaker_whom_the_editor_set_is_marked_beside_the_quotation() -> None:
    decided = Decided(what="quotation", id="q-a", did="given a speaker", reason="She signs below.")
    said = replace(SAID, curated="She signs below.")
    phrase = replace(quote("q-c", at(A, "were sold"), kind="mixed", speaker="ida-roe"), curated="Her words.")
    text = seen(pages_of(make(quotes=(said, phrase), decisions=(decided,)))["actors/ida-roe.md"])
    assert "Decided by the editor Given a speaker: She signs below." in text
    assert "were sold A decided by the editor: Her words." in text


def test_a_family_says_what_was_decided_of_it_and_of_its_quotations_once() -> None:
    decided = Decided(what="quotation", id="q-b", did="joined with 1 other", reason="One letter.")
    one = replace(BOTH, curated="One letter.")
    quotes = (replace(SAID, family="f-1", curated="She signs."), replace(DIT, family="f-1"))
    page = pages_of(make(families=(one,), quotes=quotes, decisions=(decided,)))["comparison/wordings.md"]
    assert "Decided by the editor Joined with 1 other: One letter." in seen(page)
    assert page.count("d-cur") == 1


# ----------------------------------------------------------------------------------------------------- labels


def test_words_for_the_same_thing_are_listed_with_who_uses_them_how_often() -> None:
    uses = (
        LabelUse(term="the museum", source="a", count=2, spans=(at(A, "The museum"),)),
        LabelUse(term="the lamps", source="a", count=1, spans=(at(A, "The lamps"),)),
        LabelUse(term="The museum", source="b", count=1, spans=()),
        LabelUse(term="casa", source="c", count=1, spans=(at(HIDDEN, "casa"),)),
    )
    label = Label(id="l-1", referent="what <closed>", uses=uses, curated="One house.")
    unused = Label(id="l-2", referent="what nobody names", uses=(), curated="Gone.")
    page = pages_of(make(labels=(label, unused)))["comparison/words.md"]
    assert '<tbody id="l-1"' in page and "what nobody names" not in page
    assert "what <closed> Decided by the editor One house." in seen(page)
    assert "The museum A A 2× B B 1×" in seen(page)
    assert "casa" not in page and "place only C C 1×" in seen(page)
    assert f"../../sources/a/#{A.sentences[0].id}" in page.partition('id="l-1"')[2]
