"""What became of the passages that people rely on where a source's file has been replaced since the last build.

Decisions and citations name passages by their words, and an earlier build says where these stood. A passage is *kept*
where the same words stand at the same place, *moved* where they stand at one other place, *ambiguous* where they stand
at several others, *lost* where they stand nowhere. Of several places one counts if it lies just as far as before from a
kept or moved passage nearby: so do the pieces of one quotation. Words are compared as citations are: letter by letter,
white space and the style of quotation marks aside. Nothing is ever matched by likeness.

In: the published dossier, readings. Out: records, problems. Never: applies anything; looks at sources as they were.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from msgspec.structs import replace

from generator.model import AnnotatedSource, HandPage, Record, Source, Span
from generator.problems import Problem, Problems, error
from generator.publish.elisions import STRETCH
from generator.publish.evidence import read_json
from generator.publish.markdown_code import line_of
from generator.publish.proofs import quoted
from generator.spans import cut
from generator.wording import find_wording, fold

State = Literal["kept", "moved", "ambiguous", "lost"]
WORD_START = re.compile(r"(?<!\S)\S|(?<=\W)\w")  # where a passage of which only the hash was published can begin


class Reanchored(Record, frozen=True, kw_only=True):
    """One passage: the file of the seeds folder that relies on it, the places in the source before and now.

    `was` is half-open, in code points of the earlier text; `now` holds every place where the words stand; one of them
    where the state is "kept" or "moved". `alike` is every place, in any state. `words` are those of the passage, ""
    where they were withheld and are lost; `part` is the id of the item of a collection in which it stood.
    """

    by: str
    source: str
    file: str
    state: State
    words: str
    part: str | None
    was: tuple[int, int]
    now: tuple[Span, ...]
    alike: tuple[Span, ...]

    def __str__(self) -> str:
        """One line for the terminal."""
        line = f"{self.by}: {self.state}: {self.file}, characters {self.was[0]}–{self.was[1]}"
        if self.state == "moved":
            line += f", now {self.now[0].start}–{self.now[0].end}"
            line += f" in item #{self.now[0].part}" if self.now[0].part != self.part else ""
        return f"{line}: {quoted(self.words)}" if self.words else line


def compare_anchors(published: bytes, readings: Sequence[AnnotatedSource]) -> tuple[Reanchored, ...]:
    """The passages of changed sources that people rely on, sorted by file, source and place."""
    before = read_json(published)
    if not isinstance(before, dict):
        return ()
    sources = {reading.source.id: reading.source for reading in readings}
    changed = {id: source for id, source in sources.items() if _hash_of(before, id) not in (None, source.sha256)}
    folded = {id: fold(source.text) for id, source in changed.items()}
    found = []
    for anchor in _anchors_of(before):
        if anchor["source"] in changed:
            source = changed[anchor["source"]]
            words = _words_of(anchor, source)
            places = (cut(source, *place) for place in find_wording(folded[source.id], words))
            now = tuple(span for span in places if _in_part(span, anchor))
            found.append(compare_anchor(anchor, words, source, now))
    return tuple(sorted((settle(one, found) for one in found), key=lambda one: (one.by, one.file, one.was)))


def compare_anchor(anchor: Mapping[str, Any], words: str, source: Source, now: tuple[Span, ...]) -> Reanchored:
    """One passage, with the places where its words stand now."""
    was = (anchor["start"], anchor["end"])
    same = tuple(span for span in now if (span.start, span.end) == was)
    state: State = "kept" if same else "lost" if not now else "moved" if len(now) == 1 else "ambiguous"
    return Reanchored(
        by=anchor["by"], source=source.id, file=source.file, state=state, words=words, part=anchor["part"], was=was,
        now=same or now, alike=now,
    )  # fmt: skip


def settle(one: Reanchored, found: Sequence[Reanchored]) -> Reanchored:
    """An ambiguous passage as one that moved, where a neighbour of certain place moved just as far."""
    if one.state != "ambiguous":
        return one
    near = (
        other
        for other in found
        if (other.by, other.source) == (one.by, one.source)
        and other.state in ("kept", "moved")
        and abs(other.was[0] - one.was[0]) <= STRETCH
    )
    shifts = {other.now[0].start - other.was[0] for other in near}
    along = tuple(span for span in one.now if span.start - one.was[0] in shifts)
    return replace(one, state="moved", now=along) if len(along) == 1 else one


def refuse_ambiguous(found: Sequence[Reanchored], anew: bytes, pages: Sequence[HandPage] = ()) -> Problems:
    """An error for each passage that stands in several other places now, if people rely on one that may be wrong.

    `anew` is the dossier as it would be published now: who has quoted more words since relies on another passage. One
    that is lost is found wanting where it is used: a decision is stale, a quotation is not in its source. Of a
    page of `pages` the line is told.
    """
    now = read_json(anew)
    relied = {_place(one) for one in _anchors_of(now)} if isinstance(now, dict) else set()
    moved = ((one, set(one.alike) - set(one.now if one.state == "moved" else ())) for one in found)
    refused = [
        one
        for one, wrong in moved
        if one.state in ("moved", "ambiguous") and relied & {(one.by, s.source, s.start, s.end) for s in wrong}
    ]
    written = {page.file: page.text for page in pages}
    return tuple(_refuse(one, written.get(one.by, "")) for one in refused)


def _refuse(one: Reanchored, written: str) -> Problem:
    start, end = one.was
    place = next(find_wording(fold(written), one.words), None)
    places = ", ".join(f"{span.start}–{span.end}" for span in one.alike)
    message = (
        f"{quoted(one.words)} stood at characters {start}–{end} of {one.file}. That file has been replaced, "
        f"and the words now stand {len(one.alike)} times in it (characters {places}). Quote more words around it."
    )
    return error(one.by, message, line=line_of(written, place[0]) if place else None)


def _anchors_of(before: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The anchors of a published dossier that have what an anchor has."""
    anchors = before.get("anchors")
    for anchor in anchors if isinstance(anchors, list) else ():
        if isinstance(anchor, dict) and anchor.keys() >= {"by", "source", "part", "start", "end", "text"}:
            yield anchor


def _place(anchor: Mapping[str, Any]) -> tuple[str, str, int, int]:
    """Who relies on which place."""
    return anchor["by"], anchor["source"], anchor["start"], anchor["end"]


def _hash_of(before: Mapping[str, Any], id: str) -> str | None:
    """The SHA-256 of a source's file at the earlier build, None if it was not there."""
    sources = before.get("sources")
    listed = sources if isinstance(sources, list) else ()
    return next((one.get("sha256") for one in listed if isinstance(one, dict) and one.get("id") == id), None)


def _words_of(anchor: Mapping[str, Any], source: Source) -> str:
    """The words of an anchor; of one that was withheld those of the new text that have its length and hash."""
    if isinstance(anchor["text"], str):
        return anchor["text"]
    length = anchor["end"] - anchor["start"]
    places = (source.text[found.start() : found.start() + length] for found in WORD_START.finditer(source.text))
    return next((text for text in places if hashlib.sha256(text.encode()).hexdigest() == anchor.get("sha256")), "")


def _in_part(span: Span, anchor: Mapping[str, Any]) -> bool:
    """Whether a place is where the passage may be: items of a collection are told apart, but may be numbered anew."""
    return (span.part is None) == (anchor["part"] is None)
