#!/usr/bin/env python3
"""Writes the Swift that follows from a message model.

    python3 Tools/generator/generate.py Model/ocpp1.6.model

writes Sources/Core/OCPP16/Generated/*.swift and the model's text for the `ocpp` program.
`--root DIR` writes below another folder than this one.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from actions import declaration, dispatching
from model import Message, Model, parse
from names import lower_camel
from objects import ObjectWriter

ROOT = Path(__file__).resolve().parents[2]
MODULES = {"1.6": "OCPP16"}
SENDERS = {
    "cp": ("station to central system", "central system to station"),
    "cs": ("central system to station", "station to central system"),
    "both": ("either way", "either way"),
}


def message_doc(model: Model, message: Message, is_request: bool) -> str:
    """`Authorize.req`, who sends it, where the specification says so."""
    sender = SENDERS[message.direction][0 if is_request else 1]
    where = ""
    if message.clause:
        chapter, number = message.clause.split(".")
        number = int(number) + (0 if is_request else 1)
        where = f" (OCPP {model.version} §{chapter}.{number})"
    return f"`{message.name}.{'req' if is_request else 'conf'}`, {sender}{where}."


def message_code(writer: ObjectWriter, message: Message) -> list[str]:
    """Request and response."""
    model = writer.model
    extra = [
        "",
        f"public typealias Response = {message.name}Response",
        "@inline(__always) public static var action: Action { ." + lower_camel(message.name) + " }",
    ]
    return [
        *writer.object(
            f"{message.name}Request", message.request, message_doc(model, message, True),
            "OCPPRequest", extra, model.variant(message.name),
        ),
        "",
        *writer.object(
            f"{message.name}Response", message.response, message_doc(model, message, False)
        ),
    ]  # fmt: skip


def uses(model: Model, name: str) -> str:
    """The messages in which a type stands, for its summary."""
    def holds(members: list, seen: tuple = ()) -> bool:
        return any(
            member.type == name
            or (member.type in model.types and holds(model.types[member.type]))
            for member in members
        )

    found = [m.name for m in model.messages.values() if holds(m.request) or holds(m.response)]
    return f"Part of {', '.join(found)}."


def joined(units: list[list[str]]) -> list[str]:
    """With an empty line between two."""
    lines: list[str] = []
    for unit in units:
        lines += ["", *unit]
    return lines


def source_files(model: Model) -> dict[str, list[str]]:
    """File name → lines, without the heading."""
    writer = ObjectWriter(model)
    files = {
        "Action": joined([declaration(model)]),
        "Dispatch": joined([dispatching(model)]),
        "Enums": joined(
            [
                [f"/// {uses(model, name)}", *writer.enumeration(name, words)]
                for name, words in model.enums.items()
            ]
        ),
        "Types": joined(
            [
                writer.object(name, members, uses(model, name))
                for name, members in model.types.items()
            ]
        ),
    }
    for profile in model.profiles:
        files[profile] = joined(
            [
                message_code(writer, message)
                for message in model.messages.values()
                if message.profile == profile
            ]
        )
    return files


def heading(source: str) -> str:
    """The first line of every generated file."""
    return f"// Generated from {source} by Tools/generator; do not edit."


def write(folder: Path, name: str, lines: list[str]) -> None:
    """One file."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.swift").write_text("\n".join(lines) + "\n", encoding="utf-8")


def generate(source: Path, root: Path) -> None:
    """All files of one model."""
    text = source.read_text(encoding="utf-8")
    model = parse(text)
    relative = f"Model/{source.name}"
    folder = root / "Sources/Core" / MODULES[model.version] / "Generated"
    for old in folder.glob("*.swift"):
        old.unlink()
    for name, lines in source_files(model).items():
        write(folder, name, [heading(relative), "public import OCPPJSON", *lines])
    digits = model.version.replace(".", "")
    constant = [
        "",
        "extension MessageModel {",
        f"  /// OCPP {model.version}, as {relative} has it.",
        f'  static let ocpp{digits} = """',
        *[f"    {line}".rstrip() for line in text.splitlines()],
        '    """',
        "}",
    ]
    write(
        root / "Sources/Programs/ocpp/Generated",
        f"MessageModel{digits}",
        [heading(relative), *constant],
    )


def main() -> None:
    """Reads the arguments."""
    parser = argparse.ArgumentParser(description="Writes the Swift of a message model.")
    parser.add_argument("model", type=Path, nargs="+")
    parser.add_argument("--root", type=Path, default=ROOT)
    arguments = parser.parse_args()
    for source in arguments.model:
        generate(source, arguments.root)


if __name__ == "__main__":
    main()
