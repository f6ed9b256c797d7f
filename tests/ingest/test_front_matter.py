"""Front matter: what is one, what only begins like one, and what is left to the header."""

import pytest

from generator.ingest.document import read_document
from generator.ingest.front_matter import RULE, find_front_matter
from generator.ingest.lines import find_lines

FRONT = """---
title: "The Bridge"
author: Ann Lee
date: 2021-01-15
tags:
  - bridge
---

# Bridge closed until spring

The old bridge over the river stays closed until spring, the council said on Monday.
"""


def test_settings_are_set_aside_and_the_header_reads_the_rest() -> None:
    source, _ = read_document(FRONT, {}, id="a", file="a.md", sha256="0", shown="a.md")
    assert [piece.text for piece in source.furniture if piece.rule == RULE] == [
        "---",
        'title: "The Bridge"',
        "tags:",
        "- bridge",
        "---",
    ]
    assert (source.title, source.byline) == ("Bridge closed until spring", "Ann Lee")
    assert source.published is not None
    assert source.published.edtf == "2021-01-15"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---\n",
        "---\nThe old bridge stays closed.\n---\nThe council said so.\n",
        "---\ntitle: The Bridge\n\nThe council said so.\n",
        "The council said so.\n---\ntitle: The Bridge\n---\n",
    ],
)
def test_what_only_looks_like_it_is_kept(text: str) -> None:
    assert find_front_matter(find_lines(text), "en") == ()
