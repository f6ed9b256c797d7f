"""Where given words stand in a long text, found without reading it again for each question.

The text is indexed by its words once; a question looks only where the rarest word of what it asks for stands.

In: a text. Out: offsets. Never: folds, guesses; looks at more than MOST_TRIED places for one question.
"""

import re
from array import array
from collections.abc import Iterator, Sequence
from itertools import islice

MOST_WEIGHED = 40  # words of what is looked for: among so many a rare one is found, if there is any
RARE = 4  # places: no rarer word is worth looking for
MOST_TRIED = 500  # places of the rarest word: a text of few words, often repeated, must not take a square of its length
WORD = re.compile(r"\w+")


class Occurrences:
    """Finds strings in one text."""

    __slots__ = ("_places", "text")

    def __init__(self, text: str) -> None:
        """The index takes one pass over the text, and about as much memory as eight bytes a word."""
        self.text = text
        self._places: dict[str, array[int]] = {}
        for word in WORD.finditer(text):
            places = self._places.get(word.group())
            if places is None:
                places = self._places[word.group()] = array("L")
            places.append(word.start())

    def find(self, wanted: str, most: int = 2) -> tuple[int, ...] | None:
        """The first places where exactly these characters stand, at most `most` of them.

        None where fewer were found and not all places could be looked at.
        """
        tried, complete = self._candidates(wanted)
        found = tuple(islice((at for at in tried if self.text.startswith(wanted, at)), most))
        return found if complete or len(found) == most else None

    def stands_once(self, wanted: str) -> bool:
        """Whether exactly these characters are known to stand in the text once."""
        found = self.find(wanted)
        return found is not None and len(found) == 1

    def _candidates(self, wanted: str) -> tuple[Iterator[int], bool]:
        """Where the string may begin, and whether these are all such places."""
        rarest: tuple[Sequence[int], int] | None = None
        for word in islice(WORD.finditer(wanted), MOST_WEIGHED):
            if word.start() > 0 and word.end() < len(wanted):  # one at an end may be a piece of a longer word
                known: Sequence[int] = self._places.get(word.group(), ())
                if rarest is None or len(known) < len(rarest[0]):
                    rarest = known, word.start()
                if len(known) <= RARE:
                    break
        if rarest is None:
            return _find_all(self.text, wanted), True
        places, offset = rarest
        starts = (at - offset for at in islice(places, MOST_TRIED) if at >= offset)
        return starts, len(places) <= MOST_TRIED


def _find_all(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)
