"""What was published held against the sources as they are now: printed passages that stand there no longer.

In: the published dossier, readings. Out: problems, one a source. Never: looks for where a passage may have gone.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.model import AnnotatedSource, Source
from generator.problems import Problem, Problems, error, in_order
from generator.publish.messages import around, first_difference

PLACE = {"source", "start", "end", "text"}  # the fields that every span has

Place = tuple[int, int, Mapping[str, object]]  # start, end, and the span as published


def find_broken(published: bytes, readings: Sequence[AnnotatedSource]) -> Problems:
    """For each source a published passage that its stored text does not have at its place any more.

    What is not JSON holds no passage: that the file is not as it was written is found elsewhere.
    """
    sources = {reading.source.id: reading.source for reading in readings}
    places: dict[str, list[Place]] = defaultdict(list)
    for span in list_spans(read_json(published)):
        if span["source"] in sources:
            places[span["source"]].append((span["start"], span["end"], span))
    broken = {id: [place for place in found if not stands(sources[id], place)] for id, found in places.items()}
    return in_order(tell(sources[id], found) for id, found in broken.items() if found)


def read_json(data: bytes) -> object:
    """What the JSON says, None where it is none."""
    try:
        return json.loads(data)
    except ValueError:
        return None


def list_spans(root: object) -> Iterator[dict[str, Any]]:
    """All objects of a JSON document that have a span's fields."""
    pending = [root]
    while pending:
        item = pending.pop()
        if isinstance(item, dict):
            if item.keys() >= PLACE:
                yield item
            pending.extend(item.values())
        elif isinstance(item, list):
            pending.extend(item)


def stands(source: Source, place: Place) -> bool:
    """Whether the stored text has the passage, or what has its hash, at its place."""
    start, end, span = place
    text = source.text[start:end]
    if span["text"] is not None:
        return text == span["text"]
    return hashlib.sha256(text.encode()).hexdigest() == span.get("sha256")


def tell(source: Source, broken: Sequence[Place]) -> Problem:
    """The problem of one source, at the shortest of its broken passages, which tells best what has changed."""
    start, end, span = min(broken, key=lambda place: (place[2]["text"] is None, place[1] - place[0], place[0]))
    printed, now = span["text"], source.text[start:end]
    at = first_difference(printed, now) if isinstance(printed, str) else 0
    was = f"prints {around(printed, at)}" if isinstance(printed, str) else "names a passage"
    more = len(broken) - 1
    others = f" {more} more {'has' if more == 1 else 'have'} changed." if more else ""
    message = (
        f"The site {was} from here (characters {start}–{end}), where now {around(now, at)} stands.{others} "
        "Put the file back as it was, or run `microsite build --accept-changed-sources` to take its new text over."
    )
    return error(source.file, message, line=1 + source.text.count("\n", 0, start + at))
