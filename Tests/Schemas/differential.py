#!/usr/bin/env python3
"""Compares the codec with a JSON Schema validator on the official schemas of OCPP 1.6, 2.0.1 and 2.1.

    python3 -m venv .build/venv && .build/venv/bin/pip install ocpp==2.1.0 jsonschema
    swift build --product codec-check && swift build --product ocpp
    .build/venv/bin/python Tests/Schemas/differential.py \\
        --check-binary .build/debug/codec-check --ocpp-binary .build/debug/ocpp

Four questions: is every verdict the same; is what the codec writes again the same message; does the
schema of 2.0.1 accept what the codec writes for a peer of 2.0.1 out of what it read as 2.1; and is what
`ocpp schema` prints the official schema. The differences that are meant stand in `ALLOWED`, each
with its reason, and are counted.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

from instances import Case, cases, encoded, full, maximal, minimal
from official import FOLDERS, exact, normalized, payloads

SHOWN = 15


@dataclass
class Allowed:
    """A difference that is meant."""

    name: str
    reason: str
    # The case, whether the validator accepts it, and the codec's answer.
    applies: Callable[[Case, bool, list[str]], bool]


ALLOWED = [
    Allowed(
        "bad date-time refused",
        "To a validator `format: date-time` is a note; a central system has to read the instant.",
        lambda case, valid, answer: valid and answer[1] == "badDateTime",
    ),
    Allowed(
        "integer beyond 32 bits refused",
        "The schemas know no limits, but stations hold integers in 32 bits; so do the readers here.",
        lambda case, valid, answer: valid and answer[1] == "integerRange" and case.kind == "integer",
    ),
    Allowed(
        "number beyond 10^±128 refused",
        "No limit in the schemas; nothing that charges a car needs it.",
        lambda case, valid, answer: valid and answer[1] == "integerRange" and case.kind == "number",
    ),
    Allowed(
        "integer written 1.0 or 1e2 accepted",
        "JSON Schema up to draft 4 looked at the spelling; later drafts and senders do not.",
        lambda case, valid, answer: not valid and answer[0] == "ok" and case.kind == "integer",
    ),
    Allowed(
        "digits beyond the 18th not looked at",
        "Decimals keep 18 significant digits, so that `multipleOf` cannot see further.",
        lambda case, valid, answer: not valid
        and answer[0] == "ok"
        and "16.1000000000000000000001" in case.text,
    ),
    Allowed(
        "member given twice refused",
        "A validator sees the last one only; whoever sends two means neither.",
        lambda case, valid, answer: valid
        and answer[1] == "duplicateMember"
        and case.kind == "duplicate",
    ),
]

TIME = re.compile(r"(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d):(\d\d)(?:\.(\d+))?([Zz]|[-+]\d\d:\d\d)")


def instant(text: str) -> datetime | None:
    """A date-time to the millisecond."""
    match = TIME.fullmatch(text)
    if not match:
        return None
    day, minute, second, fraction, zone = match.groups()
    zone = "+00:00" if zone in "Zz" else zone
    start = datetime.fromisoformat(f"{day}T{minute}:00{zone}")
    return start + timedelta(
        seconds=int(second), milliseconds=int(((fraction or "") + "000")[:3])
    )


def same(left: object, right: object) -> bool:
    """Whether two messages mean the same."""
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, str) and isinstance(right, str) and left != right:
        return instant(left) is not None and instant(left) == instant(right)
    if isinstance(left, Decimal) and isinstance(right, (int, Decimal)):
        return left == right or abs(left - right) < Decimal("1e-18")
    return type(left) is type(right) and left == right


def answers(binary: Path, every: list[Case], version: str) -> list[list[str]]:
    """What the codec says about each case."""
    lines = [
        f"{version}\t{case.payload.action}\t{case.payload.side}\t{case.text}\n" for case in every
    ]
    run = subprocess.run(
        [binary], input="".join(lines).encode(), stdout=subprocess.PIPE, check=True
    )
    found = [line.split("\t", 1 if line.startswith("ok") else 3)
             for line in run.stdout.decode().split("\n")[:-1]]  # fmt: skip
    if len(found) != len(every):
        raise SystemExit(f"{len(every)} questions, {len(found)} answers")
    return found


def cases_of(version: str) -> list[Case]:
    """Small payloads first, so that a shared definition is examined where little surrounds it."""
    known: set[tuple] = set()
    ordered = sorted(payloads(version), key=lambda payload: len(str(payload.schema)))
    return [case for payload in ordered for case in cases(payload, known)]


def compare_verdicts(binary: Path, version: str, allowed: Counter[str]) -> int:
    """The number of differences that are not meant."""
    every = cases_of(version)
    differences = valid_count = 0
    for case, answer in zip(every, answers(binary, every, version), strict=True):
        instance = exact(case.text)
        valid = case.payload.validator.is_valid(instance)
        valid_count += valid
        accepted = answer[0] == "ok"
        if valid == accepted:
            if not accepted or same(instance, exact(answer[1])):
                continue
            problem = f"written again as {answer[1][:200]}"
        else:
            rule = next((rule for rule in ALLOWED if rule.applies(case, valid, answer)), None)
            if rule:
                allowed[rule.name] += 1
                continue
            problem = f"validator says {'valid' if valid else 'invalid'}, codec {answer[:4]}"
        differences += 1
        if differences <= SHOWN:
            print(f"{case.payload.name} ({case.kind}): {case.text[:200]}\n  {problem}"[:600])
    print(f"verdicts {version}: {len(every)} payloads, {valid_count} valid, {differences} differ")
    return differences


def compare_older(binary: Path) -> int:
    """The number of payloads written for a peer of 2.0.1 that its schema refuses."""
    validators = {(p.action, p.side): p.validator for p in payloads("2.0.1")}
    every = cases_of("2.1")
    differences = written = refused = 0
    for case, answer in zip(every, answers(binary, every, "2.1>2.0.1"), strict=True):
        if answer[0] == "unsendable":
            refused += 1
        if answer[0] != "ok":
            continue
        written += 1
        validator = validators.get((case.payload.action, case.payload.side))
        if validator is None or not validator.is_valid(exact(answer[1])):
            differences += 1
            if differences <= SHOWN:
                print(f"{case.payload.name} for 2.0.1: {answer[1][:500]}")
    print(
        f"2.1 for 2.0.1: {written} payloads written, {refused} refused, {differences} that the"
        " schemas of 2.0.1 refuse"
    )
    return differences


def print_allowed(allowed: Counter[str]) -> int:
    """Says which meant differences were met; the number of those that never were."""
    idle = 0
    for rule in ALLOWED:
        print(f"  allowed: {allowed[rule.name]:5} × {rule.name}. {rule.reason}")
        if not allowed[rule.name]:
            print("  … which never happens: remove the rule")
            idle += 1
    return idle


def compare_schemas(binary: Path, version: str) -> int:
    """The number of schemas that `ocpp schema` prints otherwise than they are."""
    differences = 0
    every = payloads(version)
    for payload in every:
        arguments = [binary, "schema", version, payload.action]
        if payload.side == "res":
            arguments.append("--response")
        run = subprocess.run(arguments, stdout=subprocess.PIPE, check=False)
        printed = exact(run.stdout.decode()) if run.returncode == 0 else {}
        # 1.6 core titles are `…Request`; the security ones are urns.
        ours, official = normalized(printed, printed), normalized(payload.schema, payload.schema)
        order = list(printed.get("properties", {})) == list(payload.schema.get("properties", {}))
        if ours != official or not order:
            differences += 1
            print(f"{payload.name}:\n  official {encoded(official)}\n  printed  {encoded(ours)}")
    print(f"schemas {version}: {len(every)} printed, {differences} differ")
    return differences


def write_fixtures(path: Path, version: str) -> None:
    """Minimal and maximal instances for the Swift tests, one a line."""
    lines = []
    for payload in payloads(version):
        sizes = [("minimal", minimal)]
        sizes.append(("maximal", maximal) if version == "1.6" else ("full", full))
        for size, build in sizes:
            text = encoded(build(payload.schema, payload.schema))
            lines.append(f"{payload.action}\t{payload.side}\t{size}\t{text}\n")
    path.write_text("".join(lines), encoding="utf-8")


def main() -> int:
    """Reads the arguments; 1 when anything differs."""
    parser = argparse.ArgumentParser(description="Compares the codec with the official schemas.")
    parser.add_argument("--check-binary", type=Path)
    parser.add_argument("--ocpp-binary", type=Path)
    parser.add_argument("--write-fixtures", type=Path, metavar="FILE")
    parser.add_argument("--version", choices=FOLDERS, action="append")
    arguments = parser.parse_args()
    versions = arguments.version or list(FOLDERS)
    differences = 0
    if arguments.write_fixtures:
        write_fixtures(arguments.write_fixtures, versions[0])
    if arguments.check_binary:
        allowed: Counter[str] = Counter()
        for version in versions:
            differences += compare_verdicts(arguments.check_binary, version, allowed)
        if versions == list(FOLDERS):
            differences += print_allowed(allowed)
        if "2.0.1" in versions:
            differences += compare_older(arguments.check_binary)
    for version in versions if arguments.ocpp_binary else []:
        differences += compare_schemas(arguments.ocpp_binary, version)
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
