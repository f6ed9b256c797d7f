"""The JSON Schema of dossier.json, made from the records, and validation against it.

In: JSON. Out: the schema, problems. Never: touches the disk; checks what a schema cannot say (`verify` does that).
"""

import json
from functools import cache
from itertools import islice

import msgspec
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from generator.model import Dossier
from generator.problems import Problems, error, in_order

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DOSSIER = "data/dossier.json"
TITLE = "dossier.json, schema 1"
DESCRIPTION = (
    "Everything that the generator found in the sources. A span that its source's mode withholds has `text` null and "
    "the `sha256` of its text; words that repeat it are null as well."
)
# Fields that repeat a passage, or say it in other words: null where that is withheld.
REPEATED = {
    "Headline": "text",
    "NameForm": "text",
    "LabelUse": "term",
    "Statement": "text",
    "Figure": "what",
    "Translation": "translation",
}
SHA256 = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
SEALED = {
    "if": {"properties": {"text": {"type": "null"}}},
    "then": {"required": ["sha256"]},
    "else": {"not": {"required": ["sha256"]}},
}
MOST_PROBLEMS = 20  # one slip in a stage makes thousands
LONGEST_MESSAGE = 200  # the library prints the whole of what is wrong, up to the whole dossier

Schema = dict[str, object]


def schema_json() -> bytes:
    """The schema of the whole and of the published dossier, JSON Schema 2020-12; one line break at the end."""
    return json.dumps(_schema(), ensure_ascii=False, indent=1).encode() + b"\n"


def validate(data: bytes) -> Problems:
    """Where a dossier's JSON departs from the schema: at most MOST_PROBLEMS, each with its path."""
    try:
        dossier = json.loads(data)
    except ValueError as fault:
        return (error(DOSSIER, f"This is not JSON: {fault}."),)
    found = islice(Draft202012Validator(_schema()).iter_errors(dossier), MOST_PROBLEMS)
    return in_order(error(DOSSIER, _in_words(fault)) for fault in found)


@cache
def _schema() -> Schema:
    schema = msgspec.json.schema(Dossier)
    for name, definition in schema["$defs"].items():
        fields = definition["properties"]
        if {"start", "end", "text"} <= fields.keys():
            fields.update(text=_or_null(fields["text"]), sha256=SHA256)
            definition.update(SEALED)
        if name in REPEATED:
            fields[REPEATED[name]] = _or_null(fields[REPEATED[name]])
    return {"$schema": DIALECT, "title": TITLE, "description": DESCRIPTION, **schema}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _in_words(fault: ValidationError) -> str:
    """A fault as one line: where, and what.

    >>> _in_words(ValidationError("3 is not of type 'string'", path=["quotes", 4, "cue"]))
    "quotes[4].cue: 3 is not of type 'string'."
    """
    where = fault.json_path.removeprefix("$").removeprefix(".") or "the dossier"
    message = fault.message if len(fault.message) <= LONGEST_MESSAGE else fault.message[:LONGEST_MESSAGE] + " …"
    return f"{where}: {message}."
