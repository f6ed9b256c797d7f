"""Markdown rendered as the project renders it, and read back as a browser reads it."""

from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import markdown
import yaml
from mkdocs.utils.yaml import get_yaml_loader

CONFIG = Path(__file__).parents[2] / "mkdocs.yml"
ALWAYS = ("toc", "tables", "fenced_code")  # MkDocs turns these on whatever the configuration says
ADDED_LATER = ("extra", "smarty", "sane_lists", "admonition", "md_in_html", "footnotes", "def_list", "abbr")


class Reader(HTMLParser):
    """The text of a page, and its elements with their attributes in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()
        self.text = "".join(self.pieces)

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_comment(self, data: str) -> None:
        self.elements.append(("comment", {}))

    def handle_decl(self, decl: str) -> None:
        self.elements.append(("declaration", {}))

    def handle_pi(self, data: str) -> None:
        self.elements.append(("instruction", {}))


@cache
def _extensions() -> tuple[tuple[str, ...], dict[str, dict[str, object]]]:
    config = yaml.load(CONFIG.read_text(encoding="utf-8"), Loader=get_yaml_loader())
    named = [{one: {}} if isinstance(one, str) else one for one in config["markdown_extensions"]]
    settings = {name: values for one in named for name, values in one.items()}
    return tuple(dict.fromkeys([*ALWAYS, *settings])), settings


def render(text: str, *more: str) -> str:
    """The HTML that the extensions of mkdocs.yml make of a page, `more` beside them."""
    extensions, settings = _extensions()
    return markdown.markdown(text, extensions=[*extensions, *more], extension_configs=settings)


def fold(text: str) -> str:
    """A text as it is seen: white space folded."""
    return " ".join(text.split())
