"""Instances of a schema: minimal, maximal, and each constraint broken or stretched once.

Everything is deterministic: the same schemas give the same instances.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from official import Payload, resolved

ITEMS = 2
# What stands where anything may stand.
ANYTHING: object = {"a": [1, None, "x\u20ac", {"b": Decimal("1.50")}], "c": False}
# Lengths up to this are tried with every kind of character.
SHORT = 1000
UNBOUNDED = 40
GOOD_TIME = "2024-06-11T08:15:30.000Z"

OTHER_VALUES: list[object] = [None, True, False, 0, 1, -1, Decimal("1.5"), "", "x", [], {}, [1], {"a": 1}]
INTEGERS: list[object] = [
    0, -1, 2**31 - 1, -(2**31), 2**31, -(2**31) - 1, 2**53, 10**30, Decimal("1.0"), Decimal("1E+2"),
    Decimal("1.5"), Decimal("1E-1"), Decimal("1E+40"),
]  # fmt: skip
NUMBERS: list[object] = [
    0, -7, 10**9, *map(Decimal, (
        "16.1", "21.4", "0.3", "0.1", "-7.9", "16.10", "16.11", "0.05", "-0.01", "1E+5", "161E-1",
        "1E-2", "123456789012.3", "123456789012.34", "1E+200", "1E-200", "16.1000000000000000000001",
    )),
]  # fmt: skip
TIMES = [
    "2024-02-29T23:59:59Z", "2024-06-11T08:15:30.1Z", "2024-06-11T08:15:30.123456789Z",
    "1999-12-31T00:00:00.5+02:00", "2024-06-11t08:15:30z", "2016-12-31T23:59:60Z",
    "1969-12-31T23:59:59Z", "2038-01-19T03:14:08-11:30", "2023-02-29T00:00:00Z",
    "2024-06-11T08:15:30", "2024-06-11", "yesterday", "222222017-10-27T19:10:11Z",
    "2024-06-11T08:15:30.1234567890Z",
]  # fmt: skip
# Stands for a value that is put in later.
HOLE = "\ue001"
# Words that one version, or one message, has and another has not.
FOREIGN_WORDS = ["Hertz", "Celcius", "AC_BPT", "Dynamic", "OCPP21", "QRCODE"]
CHARACTERS = ["é", "€", "😀", '"', "\\", "\n", "\u0001", "\u007f", "/"]


@dataclass
class Case:
    """One text to be judged, and how it came about."""

    payload: Payload
    kind: str
    text: str


def minimal(schema: dict, root: dict) -> object:
    """Required members only, everything as small as it may be."""
    return build(schema, root, Size(full=False))


def maximal(schema: dict, root: dict) -> object:
    """All members, texts of full length."""
    return build(schema, root, Size(full=True))


def full(schema: dict, root: dict) -> object:
    """All members; where types are shared, one item an array and no long texts, or deep ones grow."""
    if "definitions" not in root:
        return maximal(schema, root)
    return build(schema, root, Size(full=True, items=1, longest=UNBOUNDED))


@dataclass
class Size:
    """How much of what is optional an instance has."""

    full: bool
    items: int = ITEMS
    longest: int = 1 << 20


def build(schema: dict, root: dict, size: Size) -> object:
    """The smallest or the fullest instance."""
    schema = resolved(schema, root)
    if "enum" in schema:
        return schema["enum"][-1 if size.full else 0]
    kind = schema.get("type")
    if kind == "object":
        return build_object(schema, root, size)
    if kind == "array":
        count = max(schema.get("minItems", 0), size.items if size.full else 0)
        count = min(count, schema.get("maxItems", count))
        return [build(schema["items"], root, size) for _ in range(count)]
    if kind == "string":
        if schema.get("format") == "date-time":
            return GOOD_TIME
        return "m" * min(schema.get("maxLength", UNBOUNDED), size.longest) if size.full else ""
    if kind == "integer":
        if size.full:
            return int(schema.get("maximum", 2**31 - 1))
        return int(max(0, schema.get("minimum", 0)))
    if kind == "number":
        if size.full:
            return min(Decimal("16.1"), Decimal(schema.get("maximum", 17)))
        return int(max(0, schema.get("minimum", 0)))
    if kind == "boolean":
        return size.full
    if kind is None:
        return copy.deepcopy(ANYTHING) if size.full else None
    raise ValueError(f"no instance for {schema}")


def build_object(schema: dict, root: dict, size: Size) -> dict:
    """With required members, or with all and, where a schema lets them, unknown ones."""
    required = schema.get("required", [])
    instance = {
        name: build(part, root, size)
        for name, part in schema.get("properties", {}).items()
        if size.full or name in required
    }
    if size.full and schema.get("additionalProperties", True) is not False:
        instance["anything"] = copy.deepcopy(ANYTHING)
    return instance


def places(
    instance: object, schema: dict, root: dict, path: tuple = (), owner: str = ""
) -> Iterator[tuple]:
    """Every value inside an instance with its schema, and with the definition it stands in."""
    inside = schema["$ref"] if "$ref" in schema else owner
    schema = resolved(schema, root)
    yield path, schema, instance, owner
    if isinstance(instance, dict):
        for name, value in instance.items():
            part = schema.get("properties", {}).get(name)
            if part is not None:
                yield from places(value, part, root, (*path, name), inside)
    elif isinstance(instance, list):
        for index, value in enumerate(instance):
            yield from places(value, schema["items"], root, (*path, index), inside)


def replaced(instance: object, path: tuple, value: object) -> object:
    """A copy with another value at `path`."""
    if not path:
        return value
    result = copy.deepcopy(instance)
    target = result
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    return result


def spine(schema: dict, root: dict, path: tuple, value: object) -> object:
    """As small as may be, with `value` at `path`: deep places without everything beside them."""
    if not path:
        return value
    schema = resolved(schema, root)
    if schema["type"] == "array":
        return [spine(schema["items"], root, path[1:], value)]
    instance = build(schema, root, Size(full=False))
    instance[path[0]] = spine(schema["properties"][path[0]], root, path[1:], value)
    return instance


def variations(schema: dict, value: object) -> Iterator[tuple[str, object]]:
    """Other values for one place; the validator decides which are good."""
    for other in OTHER_VALUES:
        yield "type", other
    kind = schema.get("type")
    if "enum" in schema:
        for word in schema["enum"]:
            yield "word", word
            yield "word", word.lower() + " "
            yield "word", word.swapcase()
        yield "word", "NoSuchWord"
        for word in FOREIGN_WORDS:
            yield "word", word
    elif kind == "string" and schema.get("format") == "date-time":
        for time in TIMES:
            yield "time", time
    elif kind == "string":
        yield from texts(schema.get("maxLength"))
    elif kind == "integer":
        for number in [*INTEGERS, *around(schema)]:
            yield "integer", number
    elif kind == "number":
        for number in [*NUMBERS, *around(schema)]:
            yield "number", number
    elif kind == "array":
        for count in {0, 1, schema.get("maxItems", 3) - 1, schema.get("maxItems", 3) + 1, 50}:
            yield "items", (value * count)[:count]
    elif kind == "object":
        yield from objects(schema, value)


def around(schema: dict) -> Iterator[object]:
    """Numbers next to the bounds."""
    for name in ("minimum", "maximum"):
        if name in schema:
            bound = int(schema[name])
            yield from (bound - 1, bound, bound + 1, bound + Decimal("0.01"), bound - Decimal("0.01"))


def texts(limit: int | None) -> Iterator[tuple[str, object]]:
    """Around the longest length, in characters of one to four bytes."""
    for character in CHARACTERS:
        yield "text", character
        if limit is not None and limit < SHORT:
            yield "text", character * limit
            yield "text", character * (limit + 1)
    if limit is not None:
        yield "text", "x" * (limit - 1)
        yield "text", "x" * limit
        yield "text", "x" * (limit + 1)


def objects(schema: dict, value: dict) -> Iterator[tuple[str, object]]:
    """A member less, a member more, a member renamed, another order."""
    for name in value:
        rest = {key: part for key, part in value.items() if key != name}
        yield "member", rest
        yield "member", {**rest, name + "x": value[name]}
        yield "member", {**rest, name[:-1]: value[name]}
        yield "member", {**rest, name: value[name]}
    for extra in (None, 1, "x", [], {"a": [{}]}):
        yield "member", {**value, "additional": extra}
    yield "member", dict(reversed(value.items()))


def touches(schema: dict, value: object) -> Iterator[tuple[str, object]]:
    """Enough to see that the right reader is at work."""
    yield "type", [] if schema.get("type") != "array" else {}
    if isinstance(value, dict):
        yield "member", {**value, "additional": 1}
        yield "member", dict(list(value.items())[1:])


# Where a decimal goes, escaped or not.
NUMBER = re.compile(r'"(?:\ue000|\\ue000)(\d+)(?:\ue000|\\ue000)"')


class ExactEncoder(json.JSONEncoder):
    """Writes decimals as they are."""

    def iterencode(self, o: object, _one_shot: bool = False) -> Iterator[str]:
        numbers: list[str] = []

        def marked(value: object) -> object:
            if isinstance(value, Decimal):
                numbers.append(str(value))
                return f"\ue000{len(numbers) - 1}\ue000"
            if isinstance(value, dict):
                return {key: marked(part) for key, part in value.items()}
            return [marked(part) for part in value] if isinstance(value, list) else value

        text = "".join(super().iterencode(marked(o), _one_shot))
        yield NUMBER.sub(lambda match: numbers[int(match[1])], text)


def encoded(value: object, ascii_only: bool = False, spaced: bool = False) -> str:
    """JSON text, decimals exactly."""
    separators = (" , ", " : ") if spaced else (",", ":")
    return json.dumps(value, cls=ExactEncoder, ensure_ascii=ascii_only, separators=separators)


def cases(payload: Payload, known: set[tuple]) -> Iterator[Case]:
    """All texts for one payload.

    A member of a definition that is `known` from another payload is only touched: the codec has one
    reader for it, whatever the payload.
    """
    root = payload.schema
    small, large = minimal(root, root), maximal(root, root)
    yield Case(payload, "minimal", encoded(small))
    yield Case(payload, "maximal", encoded(large))
    if "definitions" in root:
        large = full(root, root)
        yield Case(payload, "full", encoded(large))
    seen: set[str] = set()
    for base in (small, large):
        for path, schema, value, owner in places(base, root, root):
            place = (base is large, owner, path[-1], *sorted(schema)) if owner else ()
            new = place not in known
            if owner:
                known.add(place)
            frames: dict[tuple, str] = {}
            for kind, other in variations(schema, value) if new else touches(schema, value):
                style = (len(seen) % 2 == 0, len(seen) % 3 == 0)
                if base is large and "definitions" in root:
                    if style not in frames:
                        frames[style] = encoded(spine(root, root, path, HOLE), *style)
                    before, after = frames[style].split(encoded(HOLE, style[0]))
                    text = before + encoded(other, *style) + after
                else:
                    text = encoded(replaced(base, path, other), *style)
                if text not in seen:
                    seen.add(text)
                    yield Case(payload, kind, text)
    if isinstance(large, dict) and large:
        name = next(iter(large))
        member = encoded({name: large[name]})[1:-1]
        yield Case(payload, "duplicate", encoded(large)[:-1] + "," + member + "}")
