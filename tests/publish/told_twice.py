"""A hand-made dossier for the timeline: two dated articles, an undated one, a page of posts, and what can go wrong."""

from msgspec.structs import replace
from small_dossier import at, dossier, entry, event, read, to

from generator.model import Conflict, ConflictValue, DateFinding, Dossier, Headline, Part, PublicationDate, Span
from generator.publish.gate import Gate
from generator.publish.links import Passages
from generator.publish.pages.catalogue import Catalogue, Frame, make_catalogue


def stated(day: str) -> PublicationDate:
    return PublicationDate(edtf=day, basis="stated", why="The text prints it.", span=None)


POST = read(
    "The lock gate broke on Monday.\nWater stood in the lane.\nThe miller counts nine sacks lost.\n"
    "A barge sank around Sunday.\nThe weir reopens on 1 February.",
    id="post", mode="full", published=stated("2021-01-05"),
)  # fmt: skip
ECHO = read(
    "Harbour engineers confirm the broken gate.\nDivers came on Wednesday.\nThe weir reopens on 3 February.",
    id="echo", mode="full", published=stated("2021-01-08"),
)  # fmt: skip
LEAFLET = read(
    "Nobody knows when the towpath was laid.\nThe gate gave way at night.", id="leaflet", mode="full",
)  # fmt: skip
BOARD_TEXT = "Someone saw herons in 2019.\nEels are back."
BOARD = read(
    BOARD_TEXT, id="board", mode="full", kind="collection",
    parts=(
        Part(id="1", start=0, end=27, language="en", title=None, author=None, published=None, posts_stated=None,
             posts_saved=None),
        Part(id="2", start=28, end=len(BOARD_TEXT), language="en", title=None, author=None, published=None,
             posts_stated=None, posts_saved=None),
    ),
)  # fmt: skip
READINGS = (POST, ECHO, LEAFLET, BOARD)
BOUND = PublicationDate(edtf="2021-01-06/..", basis="bounded", why="It tells of that day.", span=None)
LABELS = {"post": "Weir Post", "echo": "Echo", "leaflet": "Leaflet", "board": "Board"}
SOURCES = tuple(
    replace(entry(reading, letter), label=LABELS[reading.source.id])
    for reading, letter in zip(READINGS, "ABCD", strict=True)
)
SOURCES = tuple(replace(one, published=BOUND) if one.id == "leaflet" else one for one in SOURCES)


def finding(id: str, span: Span, day: str) -> DateFinding:
    return to(
        DateFinding, span, id=id, type="DATE", value=day, edtf=day, anchor=None, rule="x", why="The text prints it.",
        basis="as written", curated=None,
    )  # fmt: skip


DATES = (
    finding("d-1", at(ECHO, "3 February"), "2021-02-03"), finding("d-2", at(POST, "1 February"), "2021-02-01"),
)  # fmt: skip
BROKE = event(
    "e-broke", POST.sentences[0], ECHO.sentences[0], LEAFLET.sentences[1], edtf="2021-01-04", basis="worked out",
    headline=Headline(text=ECHO.sentences[0].text, span=ECHO.sentences[0], curated=None), note="Written later.",
)  # fmt: skip
FLOOD = event("e-flood", POST.sentences[1], edtf="2021-01-04", told_with="e-broke")
SACKS = event("e-sacks", POST.sentences[2], edtf="2021-01-04", told_with="e-flood")
BARGE = event("e-barge", POST.sentences[3], edtf="2021-01-03~", basis="worked out")
DIVERS = event("e-divers", ECHO.sentences[1], edtf="2021-01-06", basis="as written")
WEIR = event(
    "e-weir", POST.sentences[4], ECHO.sentences[2], edtf="2021-02-01", basis="as written",
    headline=Headline(text="The weir is to reopen", span=None, curated="Shorter."), curated="Shorter.",
    conflicts=(
        Conflict(
            what="date",
            values=(
                to(ConflictValue, at(POST, "1 February"), value="2021-02-01"),
                to(ConflictValue, at(ECHO, "3 February"), value="2021-02-03"),
            ),
        ),
    ),
)  # fmt: skip
WEIR = replace(
    WEIR, reports=tuple(replace(report, date=id) for report, id in zip(WEIR.reports, ("d-2", "d-1"), strict=True))
)
HERONS = event("e-herons", replace(BOARD.sentences[0], part="1"), edtf="2019")
TOWPATH = event("e-towpath", LEAFLET.sentences[0], edtf=None)
EVENTS = (BROKE, FLOOD, SACKS, BARGE, DIVERS, WEIR, HERONS, TOWPATH)


def lock(**fields: object) -> Dossier:
    return dossier(READINGS, **({"sources": SOURCES, "events": EVENTS, "dates": DATES} | fields))


def catalogue_of(found: Dossier, frame: Frame | None = None) -> Catalogue:
    return make_catalogue(found, Gate(found, READINGS), Passages(READINGS), frame or Frame())
