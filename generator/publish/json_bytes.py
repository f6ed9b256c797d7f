"""Plain data as the bytes of a JSON file.

In: plain data. Out: UTF-8, indented, one line break at the end. Never: sorts, leaves out.
"""

import msgspec

INDENT = 1  # enough for a readable diff; deeper indents make the file a third larger

Fields = dict[str, object]


def as_json(data: object) -> bytes:
    """The data as JSON; records and tuples too."""
    return msgspec.json.format(msgspec.json.encode(data), indent=INDENT) + b"\n"
