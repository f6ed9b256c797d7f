"""Every address that was ever built still leads somewhere, in whatever order sources and decisions come in.

But for one kind: of a page that is withheld from a minor, from a private person or by a decision, no trace is left.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st
from making import make_source

from generator.annotate import annotate
from generator.collate import collate
from generator.collate.casting.chosen_names import slug_of
from generator.collate.casting.published import PROTECTING
from generator.model import NO_DECISIONS, AnnotatedSource, Decisions, Dossier, Record
from generator.pipeline import make_dossier
from generator.publish import links, publish

GOLDEN = Path(__file__).parent / "golden"
PERMANENT = re.compile(r'\sid="([a-z]-[0-9a-f]{12})"')


class Build(Record, frozen=True, kw_only=True):
    """The addresses of a site: pages, and places on them that have a permanent id. `withheld` are those, without their
    hyphens, of pages that nobody gets to see, by the dossier's own account, because they might do harm."""

    addresses: frozenset[str]
    withheld: frozenset[str]


def build(readings: Sequence[AnnotatedSource], decisions: Decisions = NO_DECISIONS) -> Build:
    dossier, _ = collate(readings, title="A matter", decisions=decisions)
    site, _ = publish(dossier, readings, ())
    pages = {links.page_url(file): data.decode() for file, data in site.files.items() if file.endswith(".md")}
    places = {f"{url}#{id}" for url, text in pages.items() for id in PERMANENT.findall(text)}
    return Build(addresses=frozenset(pages) | places, withheld=list_withheld(dossier))


def list_withheld(dossier: Dossier) -> frozenset[str]:
    """The addresses that the ids and the printed names of those give who are protected by having no page.

    Without hyphens: a tag names somebody without saying where one word ends.
    """
    protected = [actor for actor in dossier.actors if not actor.published and actor.why in PROTECTING]
    slugs = {slug for actor in protected for slug in (actor.id, *(slug_of(form.text) for form in actor.names))}
    return frozenset(without_hyphens(links.actor(slug)) for slug in slugs)


def without_hyphens(address: str) -> str:
    return address.replace("-", "")


def check_steps(builds: Sequence[Build]) -> None:
    """Each build has every address that one before it had, unless it is withheld now."""
    ever: set[str] = set()
    for now in builds:
        gone = sorted(ever - now.addresses)
        assert not [address for address in gone if without_hyphens(address) not in now.withheld]
        ever |= now.addresses


# ------------------------------------------------------------------------------------- two matters, with decisions

EDITIONS = {matter: make_dossier(GOLDEN / matter / "seeds") for matter in ("bridge", "museum")}
READINGS = {matter: {one.source.id: one for one in edition.readings} for matter, edition in EDITIONS.items()}


@cache
def built(matter: str, ids: frozenset[str], decided: bool) -> Build:
    decisions = EDITIONS[matter].seeds.decisions if decided else NO_DECISIONS
    return build([READINGS[matter][id] for id in sorted(ids)], decisions)


@st.composite
def schedules(draw: st.DrawFn) -> list[Build]:
    """Sources one after the other; decisions hold from the start, from some step on, or not at all."""
    matter = draw(st.sampled_from(["bridge", "museum", "museum", "museum"]))
    order = draw(st.permutations(sorted(READINGS[matter])))
    decided_from = draw(st.integers(0, len(order)))
    return [built(matter, frozenset(order[: n + 1]), n >= decided_from) for n in range(len(order))]


@given(schedules())
@settings(max_examples=300, deadline=None)
def test_every_address_ever_built_still_leads_somewhere(builds: list[Build]) -> None:
    check_steps(builds)


def test_what_is_withheld_are_the_pages_of_few() -> None:
    whole = frozenset(READINGS["museum"])
    assert built("museum", whole, False).withheld == {"actors/claralehmann/"}
    assert built("museum", whole, True).withheld == {"actors/claralehmann/", "actors/bolehmann/"}
    for decided in (False, True):
        now = built("museum", whole, decided)
        assert not {without_hyphens(address) for address in now.addresses} & now.withheld


def test_a_short_name_that_became_ambiguous_gives_a_choice() -> None:
    readings = READINGS["museum"]
    before, after = ([readings[id] for id in ids] for ids in (("herald", "weekly"), ("herald", "letter", "weekly")))
    sites = [publish(collate(some, title="")[0], some, ())[0] for some in (before, after)]
    first, second = (site.files["actors/lehmann.md"].decode() for site in sites)
    assert "It is now the page of" in first and "moved_to:" in first
    assert "What stood here may now be on" in second and "moved_to:" not in second
    assert "Clara" not in second


# ------------------------------------------------------------------------------------- small sources made up

NAMES = ("Ann Brandt", "Ann M. Brandt", "Bo Brandt", "Brandt", "A. Brandt", "Karl Odin", "Odin", "Eva Odin", "Brant")
BODIES = ("the Skelby Mill Society", "the S.M.S.", "the Society", "the Skelby Mill", "Skelby", "the Union of Bakers")
SAYINGS = ("nobody in this town will sell the old mill before the winter", "nobody will sell the old mill, ever")
DAYS = ("on Thursday", "on Thursday, 7 January 2021", "on 14 January 2021", "in January", "last week")
PATTERNS = (
    "{name} met {other} in Skelby {day}.",
    "Director {name} thanked {body}.",
    "“We say that {saying},” {name} said {day}.",
    "A note hung there: “{saying}.”",
    "{body} closed its doors {day}, {other} wrote.",
    "{name}, a baker from Ulm, spoke to {body}.",
    "The village of {name} lies near {body}.",
    "{name}, 9, drew the mill {day}.",
    "@{tag} is right: {body} must pay. #{tag}",
)  # fmt: skip
sentences = st.builds(
    str.format,
    st.sampled_from(PATTERNS),
    name=st.sampled_from(NAMES),
    other=st.sampled_from(NAMES),
    body=st.sampled_from(BODIES),
    saying=st.sampled_from(SAYINGS),
    day=st.sampled_from(DAYS),
    tag=st.sampled_from(["AnnBrandt", "SkelbyMill", "odin"]),
)
texts = st.lists(sentences, min_size=1, max_size=4).map(" ".join)
sources = st.tuples(texts, st.sampled_from(["article", "article", "collection"]))
OPENING = "“We shall open the old mill before the winter comes and the river freezes,” Eva Odin told the Society"
DISPUTED_DAY = [
    (f"{OPENING} on Thursday, 7 January 2021.", "article"),
    (f"{OPENING} on Thursday. Masons left the stone yard in Ulm on Thursday.", "article"),
    (f"{OPENING} on Thursday, 14 January 2021.", "article"),
]
TAKEN_APART = [
    ("“I say that we will not sell the old mill to anybody, ever,” said Ann Brandt.", "article"),
    ("A note hung there: “We will not sell the old mill to anybody, ever.”", "article"),
    ("“I told you all that we will not sell the old mill to anybody, ever,” said Bo Odin.", "article"),
]


@given(st.lists(sources, min_size=3, max_size=4))
@example(DISPUTED_DAY)
@example(TAKEN_APART)
@settings(max_examples=100, deadline=None, derandomize=True)
def test_no_address_is_lost_among_names_and_sayings_that_clash(given: list[tuple[str, str]]) -> None:
    readings = [annotate(make_source(text, id=f"s{n}", kind=kind))[0] for n, (text, kind) in enumerate(given)]
    check_steps([build(readings[: n + 1]) for n in range(len(readings))])
