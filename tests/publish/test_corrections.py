"""The page on corrections: how to report, what is done unasked, what was decided and why, with a way to each."""

from msgspec.structs import replace
from rendered import Reader, fold, render
from small_dossier import actor, at, dossier, event, quote, read

from generator.model import Decided, Dossier, Headline, HiddenEvent, Label, LabelUse
from generator.publish.front_matter import split_front_matter
from generator.publish.gate import Gate
from generator.publish.links import Passages
from generator.publish.pages.catalogue import Frame, make_catalogue
from generator.publish.pages.corrections import corrections_page

A = read("The bridge opened.\n“It holds,” said Lee.\nThe crossing was free.", id="a", mode="full")
OPENED = event("e-1", A.sentences[0], aliases=("e-0",))
UNDATED = event("e-5", A.sentences[2], edtf=None)
BRIDGE = dossier(
    (A,), events=(OPENED, UNDATED),
    actors=(actor("ann-lee", name="Ann Lee"), actor("tom-roe", name="Tom Roe", published=False)),
    quotes=(quote("q-1", at(A, "It holds")),), hidden=(HiddenEvent(ids=("e-9",), curated="An advertisement."),),
    labels=(
        Label(id="l-1", referent="what was built", curated="x",
              uses=(LabelUse(term="bridge", source="a", count=1, spans=(at(A, "bridge"),)),)),
        Label(id="l-2", referent="what nobody names", curated="x", uses=()),
    ),
)  # fmt: skip


def page_of(found: Dossier, contact: str | None = None) -> Reader:
    text = corrections_page(make_catalogue(found, Gate(found, (A,)), Passages((A,)), Frame(contact=contact)))
    return Reader(render(split_front_matter(text)[1]).replace("<small", " <small"))


def decided(what: str, id: str | None, did: str = "changed", reason: str = "A reason.") -> Reader:
    one = Decided(what=what, id=id, did=did, reason=reason)  # type: ignore[arg-type]
    return page_of(replace(BRIDGE, decisions=(one,)))


def links_of(page: Reader) -> list[str | None]:
    """Where the list of decisions leads; the links before it are those of every such page."""
    hrefs = [attrs["href"] for tag, attrs in page.elements if tag == "a"]
    return hrefs[1:]


def test_it_says_how_to_reach_those_who_publish_it() -> None:
    page = page_of(BRIDGE, "https://example.org/corrections")
    assert "Write to https://example.org/corrections." in page.text
    assert ("a", {"href": "https://example.org/corrections", "rel": "nofollow noopener"}) in page.elements
    assert "Write to desk@example.org." in page_of(BRIDGE, "mailto:desk@example.org").text
    assert "no address for corrections is given" in page_of(BRIDGE).text


def test_it_says_what_is_done_unasked_and_that_nothing_was_decided() -> None:
    text = page_of(BRIDGE).text
    assert "Nobody who is named only in posts has a page" in text and "no minor does" in text
    assert "Nothing so far" in text


def test_each_decision_leads_to_its_record() -> None:
    assert links_of(decided("actor", "ann-lee")) == ["../actors/ann-lee/"]
    assert links_of(decided("event", "e-1")) == ["../timeline/#e-1"]
    assert links_of(decided("event", "e-0")) == ["../timeline/#e-1"]
    assert links_of(decided("event", "e-5")) == ["../timeline/#e-5"], "it has no date, but an entry"
    assert links_of(decided("event", "e-9")) == ["../timeline/#e-9"]
    assert links_of(decided("quotation", "q-1")) == [f"../sources/a/#{A.sentences[1].id}"]
    assert links_of(decided("source", "a")) == ["../sources/a/"]
    assert links_of(decided("source", "a#t1")) == ["../sources/a/"]
    assert links_of(decided("label", "l-1")) == ["../comparison/words/#l-1"]


def test_what_is_not_on_the_site_is_not_led_to_nor_named() -> None:
    for what, id in [
        ("actor", "tom-roe"), ("actor", None), ("event", "e-6"), ("event", None), ("quotation", "q-9"),
        ("quotation", None), ("source", None), ("label", "l-2"), ("label", None),
    ]:  # fmt: skip
        page = decided(what, id)
        assert links_of(page) == [], (what, id)
        assert "Changed: A reason." in fold(page.text) and "Tom Roe" not in page.text


def test_decisions_stand_by_kind_in_their_order_with_what_was_done_and_why() -> None:
    made = [
        Decided(what="event", id="e-1", did="given a title", reason="Shorter."),
        Decided(what="actor", id="ann-lee", did="renamed", reason="Her *own* <b>spelling</b>."),
        Decided(what="event", id="e-9", did="taken out", reason="An advertisement."),
        Decided(what="event", id="e-0", did="merged with 1 other", reason="One opening."),
    ]
    own = replace(OPENED, headline=Headline(text="A bridge", span=None, curated="Shorter."))
    text = fold(page_of(replace(BRIDGE, events=(own,), decisions=tuple(made))).text)
    order = [
        "Actors", "Ann Lee Renamed: Her *own* <b>spelling</b>.", "Entries of the timeline",
        "1 March 2022: A bridge Given a title: Shorter. Merged with 1 other: One opening.",
        "An entry Taken out: An advertisement.",
    ]  # fmt: skip
    assert all(one in text for one in order)
    assert [text.rindex(one) for one in order] == sorted(text.rindex(one) for one in order)


def test_hundreds_of_decisions_are_listed() -> None:
    many = tuple(Decided(what="source", id="a", did="changed", reason=f"Reason {number}.") for number in range(500))
    assert "Reason 499." in page_of(replace(BRIDGE, decisions=many)).text


def test_a_quotation_of_which_something_was_decided_is_told_by_its_first_words() -> None:
    assert "It holds" in decided("quotation", "q-1").text
