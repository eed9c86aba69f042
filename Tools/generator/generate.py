#!/usr/bin/env python3
"""Writes the Swift that follows from the message models.

    python3 Tools/generator/generate.py

writes Sources/Core/OCPP16/Generated/*.swift, out of the two models of OCPP 2 together
Sources/Core/OCPP2/Generated/*.swift, the models' texts for the `ocpp` program, and docs/messages.md.
`--root DIR` writes below another folder than this one.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import editionactions
from actions import declaration, dispatching
from editionobjects import EditionWriter
from editions import Editions, MergedMessage, merge
from messagesdoc import document
from model import Message, Model, parse
from names import lower_camel
from objects import ObjectWriter

# More users of a type than this are counted, not named.
MANY = 6
ROOT = Path(__file__).resolve().parents[2]
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


def users(model: Model, name: str) -> list[Message]:
    """The messages in which a type stands."""

    def holds(members: list) -> bool:
        return any(
            member.type == name
            or (member.type in model.types and holds(model.types[member.type]))
            for member in members
        )

    return [m for m in model.messages.values() if holds(m.request) or holds(m.response)]


def uses(model: Model, name: str) -> str:
    """The messages in which a type stands, for its summary."""
    return f"Part of {', '.join(message.name for message in users(model, name))}."


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


def edition_files(editions: Editions) -> dict[str, list[str]]:
    """The same for the two editions of OCPP 2."""
    writer = EditionWriter(editions)
    model = editions.newer
    enums = {
        name: writer.words(name, edition_uses(editions, name)) for name in editions.enums
    } | {name: writer.opened(name, edition_uses(editions, name)) for name in editions.opened}
    homes = homes_of_types(model)
    files = {
        "Action": joined([editionactions.declaration(editions)]),
        "Dispatch": joined([editionactions.dispatching(editions)]),
        "Enums": joined([enums[name] for name in sorted(enums)]),
    }
    for block in ["Types", *model.letters]:
        units = [
            writer.merged(name, merged, edition_uses(editions, name))
            for name, merged in editions.objects.items()
            if homes[name] == block
        ]
        units = [edition_message(writer, m) for m in editions.messages if m.newer.profile == block] + units
        files[block] = joined(units)
    return files


def edition_message(writer: EditionWriter, merged: MergedMessage) -> list[str]:
    """Request and response, or the send."""
    message = merged.newer
    since = "OCPP 2.1" if merged.is_newer else "OCPP 2.0.1 and 2.1"
    letter = writer.model.letters[message.profile]
    action = f"@inline(__always) public static var action: Action {{ .{lower_camel(message.name)} }}"
    docs = [
        f"`{message.request_type}`, {sender.replace('central system', 'CSMS')}"
        f" ({since}, block {letter})."
        for sender in SENDERS[message.direction]
    ]
    if message.is_send:
        return writer.merged(
            message.request_type, merged.request, docs[0], "OCPPSend", ["", action], True
        )
    docs[1] = docs[1].replace(message.request_type, f"{message.name}Response")
    alias = f"public typealias Response = {message.name}Response"
    return [
        *writer.merged(
            message.request_type, merged.request, docs[0], "OCPPRequest", ["", alias, action], True
        ),
        "",
        *writer.merged(f"{message.name}Response", merged.response, docs[1], is_message=True),
    ]  # fmt: skip


def homes_of_types(model: Model) -> dict[str, str]:
    """The block whose messages alone use a type, else `Types`."""
    homes = {}
    for name in model.types:
        blocks = {message.profile for message in users(model, name)}
        homes[name] = blocks.pop() if len(blocks) == 1 else "Types"
    return homes


def edition_uses(editions: Editions, name: str) -> str:
    """What `uses` says, and since when the type is there."""
    is_newer = name not in editions.older.types and name not in editions.older.enums
    found = [message.name for message in users(editions.newer, name)]
    if len(found) > MANY:
        sentence = f"Part of {len(found)} messages."
    else:
        sentence = f"Part of {', '.join(found)}."
    return sentence + (" Only in 2.1." if is_newer else "")


def remove_old(folder: Path) -> None:
    """Nothing stays that is no longer written."""
    for old in folder.glob("*.swift"):
        old.unlink()


def generate_editions(newer: Path, older: Path, root: Path) -> Editions:
    """The module of both editions of OCPP 2."""
    editions = merge(*(parse(path.read_text(encoding="utf-8")) for path in (newer, older)))
    folder = root / "Sources/Core/OCPP2/Generated"
    remove_old(folder)
    first = heading(f"Model/{older.name} and Model/{newer.name}")
    for name, lines in edition_files(editions).items():
        write(folder, name, [first, "public import OCPPJSON", *lines])
    return editions


def generate(source: Path, root: Path) -> Model:
    """The module of OCPP 1.6."""
    model = parse(source.read_text(encoding="utf-8"))
    folder = root / "Sources/Core/OCPP16/Generated"
    remove_old(folder)
    for name, lines in source_files(model).items():
        write(folder, name, [heading(f"Model/{source.name}"), "public import OCPPJSON", *lines])
    return model


def embed(source: Path, root: Path) -> None:
    """The model's text as a constant of the `ocpp` program."""
    text = source.read_text(encoding="utf-8")
    model = parse(text)
    relative = f"Model/{source.name}"
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
    parser = argparse.ArgumentParser(description="Writes the Swift of the message models.")
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "Model")
    parser.add_argument("--root", type=Path, default=ROOT)
    arguments = parser.parse_args()
    sources = {
        version: arguments.folder / f"ocpp{version}.model" for version in ("1.6", "2.0.1", "2.1")
    }
    for source in sources.values():
        embed(source, arguments.root)
    model = generate(sources["1.6"], arguments.root)
    editions = generate_editions(sources["2.1"], sources["2.0.1"], arguments.root)
    page = arguments.root / "docs/messages.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(document(arguments.root, model, editions), encoding="utf-8")


if __name__ == "__main__":
    main()
