"""The front matter of a page: the YAML between its first lines of three hyphens, as MkDocs reads it.

In: a page's text. Out: its parts, its values, problems. Never: changes the page itself.
"""

import re

import yaml

from generator.problems import Problems, error

FRONT_MATTER = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:-{3}|\.{3})[ \t]*(?:\n|$)", re.DOTALL)
UNCLOSED = re.compile(r"-{3}[ \t]*\n[A-Za-z_]{1,50}:(?:\s|$)")
FIRST_LINE = 2  # of the YAML
LONGEST_LINE = 100_000  # so that no value is broken into lines
LATE = re.compile(r"\s+(?=-{3}[ \t]*\n[A-Za-z_]{1,50}:(?:\s|$))")
NOT_FIRST = "Front matter begins in the first line of a page: remove what stands above these three hyphens."
NO_END = "The front matter never ends. Set a line of three hyphens after it."
NOT_YAML = "The front matter (between the lines of three hyphens) is not YAML of the form `key: value`."


def split_front_matter(text: str) -> tuple[str, str]:
    """The front matter with its fences, "" where there is none, and the rest; together they are the text.

    >>> split_front_matter("---\\ntitle: A\\n---\\n# B\\n")
    ('---\\ntitle: A\\n---\\n', '# B\\n')
    """
    found = FRONT_MATTER.match(text)
    end = found.end() if found else 0
    return text[:end], text[end:]


def read_front_matter(front: str, file: str) -> tuple[dict[str, object], Problems]:
    """The values of a page's front matter; none where it is not a list of keys and values."""
    if not front:
        return {}, ()
    try:
        values = yaml.safe_load("\n".join(front.splitlines()[1:-1]))
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        return {}, (error(file, NOT_YAML, line=mark.line + FIRST_LINE if mark else None),)
    if values is None or isinstance(values, dict):
        return values or {}, ()
    return {}, (error(file, NOT_YAML, line=FIRST_LINE),)


def check_fences(text: str, file: str) -> Problems:
    """Errors for front matter that MkDocs would not read as such: it begins too late, or never ends."""
    late = LATE.match(text)
    if late and FRONT_MATTER.match(text, late.end()):
        return (error(file, NOT_FIRST, line=1 + text.count("\n", 0, late.end())),)
    return (error(file, NO_END, line=1),) if is_unclosed(text) else ()


def is_unclosed(text: str) -> bool:
    """Whether a page begins as front matter does, but no line of three hyphens ends it.

    >>> is_unclosed("---\\ntitle: A\\n# B\\n"), is_unclosed("---\\n\\nA rule above.\\n")
    (True, False)
    """
    return FRONT_MATTER.match(text) is None and UNCLOSED.match(text) is not None


def with_front_matter(generated: str, front: str, file: str) -> str:
    """A generated page with a person's front matter laid over its own."""
    made, body = split_front_matter(generated)
    values = read_front_matter(made, file)[0] | read_front_matter(front, file)[0]
    if not values:
        return generated
    lines = yaml.safe_dump(values, sort_keys=False, allow_unicode=True, width=LONGEST_LINE)
    return f"---\n{lines}---\n{body}"
