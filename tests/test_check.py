"""`microsite check` tells of each source how much of it the site may show, and does."""

import re
from pathlib import Path

from project import copy_project, microsite

SEEDS = {
    "sources.yml": (
        "title: The ferry\nsources:\n"
        "  bell.txt: {id: bell, mode: full, added: 2022-03-01}\n"
        "  quay.txt: {id: quay, added: 2022-03-02, max_share: 0.25}\n"
        "  oven.txt: {id: oven, mode: pointer, added: 2022-03-03}\n"
    ),
    "bell.txt": "The bell of the ferry was cast on 3 March 1904.\n",
    "quay.txt": "The quay was opened on 4 March 1904. Nobody remembers who paid for the two lamps at its end.\n",
    "oven.txt": "The oven of the bakery was lit on 5 March 1904.\n",
}


def test_the_table_of_shares_is_aligned_and_in_the_order_of_letters(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    for name, text in SEEDS.items():
        (tmp_path / "seeds" / name).write_text(text, encoding="utf-8")
    project = copy_project(tmp_path / "project", tmp_path / "seeds")
    told = microsite(project, "check").stdout
    head, *rows = told[told.index("    mode") :].splitlines()[:4]
    assert head.split() == ["mode", "limit", "shown", "words", "source"]
    columns = [row.split() for row in rows]
    assert [(c[0], c[1], c[2], c[5]) for c in columns] == [
        ("A", "full", "100%", "bell"), ("B", "excerpt", "25%", "quay"), ("C", "pointer", "0%", "oven"),
    ]  # fmt: skip
    assert [c[3] for c in columns][::2] == ["100%", "0%"]
    assert columns[0][4] == "11"
    assert {row.index(id) for row, id in zip(rows, ("bell", "quay", "oven"), strict=True)} == {head.index("source")}
    assert re.search(r"^passages +[1-9]", told, re.MULTILINE)
