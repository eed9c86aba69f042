"""The official JSON Schemas of OCPP 1.6, 2.0.1 and 2.1, from the installed `ocpp` package."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal, getcontext
from pathlib import Path

import jsonschema
import ocpp
from jsonschema.validators import Draft4Validator, Draft6Validator, extend

# Exact for every number of the tests.
getcontext().prec = 500


@dataclass
class Payload:
    """One side of one action of one version."""

    version: str
    action: str
    side: str
    schema: dict
    validator: jsonschema.protocols.Validator

    @property
    def name(self) -> str:
        """`1.6 MeterValues` or `1.6 MeterValuesResponse`."""
        return f"{self.version} {self.action}" + ("Response" if self.side == "res" else "")


def is_integer(_, instance: object) -> bool:
    """Draft 6: a number without a fraction, however it is written."""
    if isinstance(instance, bool):
        return False
    return isinstance(instance, int) or isinstance(instance, Decimal) and instance % 1 == 0


EXACT_DRAFT6 = extend(
    Draft6Validator, type_checker=Draft6Validator.TYPE_CHECKER.redefine("integer", is_integer)
)


def exact(text: str) -> object:
    """JSON with exact decimals."""
    return json.loads(text, parse_float=Decimal)


FOLDERS = {"1.6": "v16", "2.0.1": "v201", "2.1": "v21"}


def payloads(version: str) -> list[Payload]:
    """All of a version, by name. Formats are not checked: the schemas mean them as annotations."""
    folder = Path(ocpp.__file__).parent / FOLDERS[version] / "schemas"
    found = []
    for path in sorted(folder.glob("*.json")):
        schema = exact(path.read_text(encoding="utf-8-sig"))
        draft = EXACT_DRAFT6 if "draft-06" in schema["$schema"] else Draft4Validator
        is_response = path.stem.endswith("Response")
        # Requests of 2.x say so in their names; the SEND of 2.1 and those of 1.6 do not.
        action = path.stem.removesuffix("Response").removesuffix("Request")
        side = "res" if is_response else "req"
        found.append(Payload(version, action, side, schema, draft(schema)))
    return found


def resolved(schema: dict, root: dict) -> dict:
    """What a reference stands for."""
    while "$ref" in schema:
        schema = root["definitions"][schema["$ref"].rsplit("/", 1)[1]]
    return schema


# Says nothing about what is valid, or (on a string or an array) has no effect.
SILENT = {
    "$schema", "$id", "id", "title", "description", "comment", "javaType", "default",
    "definitions", "additionalItems",
}  # fmt: skip


def normalized(schema: dict, root: dict) -> dict:
    """A schema without references and without what changes no verdict; sets in one order."""
    schema = resolved(schema, root)
    result = {}
    for key, value in schema.items():
        if key in SILENT or (key == "additionalProperties" and schema.get("type") != "object"):
            continue
        if key == "properties":
            result[key] = {name: normalized(part, root) for name, part in value.items()}
        elif key == "items":
            result[key] = normalized(value, root)
        elif key == "required":
            result[key] = sorted(value)
        else:
            result[key] = value
    if result.get("type") == "object":
        result.setdefault("properties", {})
    if not result.get("minItems", 1):
        del result["minItems"]
    return result
