"""Marks the front matter with which a Markdown file may begin: settings between two lines of hyphens.

In: the lines of a page. Out: its lines but for those that state a date or byline, as furniture. Never: reads YAML.
"""

import re
from collections.abc import Sequence

from generator.ingest.header_lines import read_header_line
from generator.ingest.lines import Line
from generator.model import Furniture

BORDER = "---"
MOST_LINES = 60
SETTING = re.compile(r"[A-Za-z][\w-]{0,40}\s?:(?:\s.*)?|-\s.*|#.*")
RULE = "front matter"


def find_front_matter(lines: Sequence[Line], language: str) -> tuple[Furniture, ...]:
    """The lines of a front matter, borders included, sorted; none where a line between them is no setting.

    A date or byline in it is left to the header, which reads such lines wherever they stand in a head.
    """
    head = lines[: MOST_LINES + 2]
    closing = next((place for place, line in enumerate(head) if place and line.text == BORDER), None)
    if closing is None or head[0].text != BORDER or not all(SETTING.fullmatch(line.text) for line in head[1:closing]):
        return ()
    stating = {line.start for line in head[1:closing] if read_header_line(line.text, language, first=True)}
    own = (line for line in head[: closing + 1] if line.start not in stating)
    return tuple(Furniture(start=line.start, end=line.end, text=line.text, rule=RULE) for line in own)
