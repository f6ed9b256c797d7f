"""What the words of a match say together: the fields of a date expression.

In: the classes and tokens of a match, its rule. Out: fields. Never: supplies what the text does not print.
"""

import calendar
from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec

from generator.annotate.dates_tokens import Tokens
from generator.language.dates import Meaning, Rule

Fields = dict[str, int | str | None]

CENTURY = 100
MEANINGS = 1 << 12  # that are kept taken apart
HALF_DAY = 12
LEAP_YEAR = 2000  # any one: where the year is not printed, February may have 29 days
LAST_MONTH = 12
LAST_OF_YEAR = {"quarter": 4, "half": 2}


def fields_of(parts: Sequence[tuple[str, int]], tokens: Tokens, rule: Rule) -> Fields:
    """The fields of an expression or of one end of a range, from what its words and its rule mean."""
    meanings = [tokens.classes[place][name] for name, place in parts] + [rule.means]
    said: dict[str, int | str] = {}
    for meaning in meanings:
        said |= said_by(meaning)
    return combined(said)


@lru_cache(maxsize=MEANINGS)
def said_by(meaning: Meaning) -> Mapping[str, int | str]:
    """The fields that a meaning fills."""
    return {field: value for field, value in msgspec.structs.asdict(meaning).items() if value is not None}


def combined(said: dict[str, int | str]) -> Fields:
    """Fields that only count together with others, put together: "three", "months" and "ago" are a shift of -3."""
    fields: Fields = dict(said)
    if (tens := fields.pop("tens", None)) is not None:
        fields["number"] = as_number(tens) + as_number(fields.get("number"))
    if (century := fields.pop("century", None)) is not None:
        short = as_number(fields.pop("number", None)) + as_number(fields.pop("short_year", None))
        fields["number" if fields.get("unit") == "decade" else "year"] = as_number(century) + short
    if (sign := fields.pop("sign", None)) is not None:
        fields |= shifted(as_number(sign), fields.pop("number", None))
    if (era := fields.pop("era", None)) is not None:
        counted = "year" if "year" in fields else "number"
        fields[counted] = as_number(era) * as_number(fields.get(counted))
    hour, minute, noon = (fields.pop(name, None) for name in ("hour", "minute", "noon"))
    if hour is not None:
        hour = as_number(hour) if noon is None else as_number(hour) % HALF_DAY + as_number(noon)
        fields["clock"] = f"T{hour:02}:{as_number(minute):02}"
    return fields


def settled(fields: Fields) -> Fields:
    """A date in figures whose weekday agrees with one of its two readings only, in that reading."""
    if fields.get("order") is None or fields.get("weekday") is None:
        return fields
    year, month, day = (as_number(fields[name]) for name in ("year", "month", "day"))
    agreeing = [
        (month, day)
        for month, day in ((month, day), (day, month))
        if is_possible({"year": year, "month": month, "day": day})
        and calendar.weekday(year, month, day) + 1 == as_number(fields["weekday"])
    ]
    if len(agreeing) != 1:
        return fields
    return {**fields, "month": agreeing[0][0], "day": agreeing[0][1], "order": None}


def shifted(sign: int, number: int | str | None) -> Fields:
    """A number of units before or after; a vague one ("several years ago") says only the direction."""
    if number is None:
        return {"reference": "PAST_REF" if sign < 0 else "FUTURE_REF"}
    return {"shift": sign * as_number(number)}


def as_number(value: int | str | None) -> int:
    """A field that holds a number, 0 where it is missing."""
    return int(value or 0)


def share(fields: Fields, until: Fields | None) -> tuple[Fields, Fields | None]:
    """Both ends of a range, each with what only the other one prints: "3-5 March 2021", "1991-92", "May to June 1921".

    A year printed once is that of the end beside it; the first end of "December to March 1944" lies in 1943.
    """
    if until is None:
        return fields, None
    fields, until = dict(fields), dict(until)
    if "day" in until and "month" in fields:
        until.setdefault("month", fields["month"])
    if "day" in fields and "month" in until:
        fields.setdefault("month", until["month"])
    if (short := until.pop("short_year", None)) is not None:
        until["year"] = as_number(fields.get("year")) // CENTURY * CENTURY + as_number(short)
    turns = as_number(fields.get("month")) > as_number(until.get("month")) > 0
    if "year" in until:
        fields.setdefault("year", as_number(until["year"]) - turns)
    elif "year" in fields:
        until["year"] = as_number(fields["year"]) + turns
    if as_number(until.get("year")) < 0:  # "612-608 BC"
        fields["year"] = -abs(as_number(fields["year"]))
    return fields, until


def is_possible(fields: Fields) -> bool:
    """Whether the calendar has such a date: no 31 April, no fifth quarter, no year 0."""
    month, day, year = fields.get("month"), fields.get("day"), fields.get("year")
    last = LAST_OF_YEAR.get(str(fields.get("unit")))
    if last and as_number(fields.get("number")) > last:
        return False
    if year == 0 or not (month is None or 1 <= as_number(month) <= LAST_MONTH):
        return False
    if day is None or month is None:
        return day is None
    leap = year is None or calendar.isleap(as_number(year))
    return 1 <= as_number(day) <= calendar.monthrange(LEAP_YEAR if leap else LEAP_YEAR - 1, as_number(month))[1]
