"""Lays view records out: the Jinja environment of all pages.

In: a template's name, what it prints. Out: Markdown with raw HTML blocks. Never: decides what is printed; lets text
through unescaped (autoescape is on; a source's text comes as Markup from the gate).
"""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.publish import escape
from generator.publish.pages.marks import in_language

TEMPLATES = Path(__file__).parents[1] / "templates"


def render(template: str, **view: object) -> str:
    """A template filled in, ending with one line break."""
    return _environment().get_template(template).render(**view).strip() + "\n"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        comment_start_string="[#",  # the usual one opens a heading's id as well
        comment_end_string="#]",
        finalize=_safe,
        auto_reload=False,
    )
    environment.filters["lang"] = in_language
    environment.filters["markdown"] = escape.for_markdown
    environment.filters["yaml"] = lambda text: Markup(escape.for_yaml(text))
    return environment


def _safe(value: object) -> object:
    """Autoescape alone would leave what Markdown acts on, and line breaks that end an HTML block."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else escape.for_html(value)
