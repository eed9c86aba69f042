"""docs/messages.md: every message of every version and where its types are."""

from __future__ import annotations

import re
from pathlib import Path

from editions import Editions
from model import Model

WAYS = {"cp": "station → central system", "cs": "central system → station", "both": "both ways"}


def lines_of_types(folder: Path) -> dict[str, tuple[str, int]]:
    """Type name → file and line of its declaration."""
    found = {}
    for path in sorted(folder.glob("*.swift")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = re.match(r"public struct (\w+):", line)
            if match:
                found[match[1]] = (path.name, number)
    return found


class Links:
    """Links from docs/ to the declarations of one module."""

    def __init__(self, root: Path, module: str) -> None:
        self.folder = f"Sources/Core/{module}/Generated"
        self.places = lines_of_types(root / self.folder)

    def to(self, name: str, label: str) -> str:
        """A link to a type's declaration."""
        file, line = self.places[name]
        return f"[{label}](../{self.folder}/{file}#L{line})"


def older_messages(model: Model, links: Links) -> list[str]:
    """The tables of OCPP 1.6."""
    lines = []
    for profile in model.profiles:
        lines += ["", f"### {spaced(profile)}", "", "| message | who sends it | types | § |", "|---|---|---|---|"]
        for message in model.messages.values():
            if message.profile != profile:
                continue
            types = (
                links.to(f"{message.name}Request", "request")
                + ", "
                + links.to(f"{message.name}Response", "response")
            )
            lines.append(
                f"| {message.name} | {WAYS[message.direction]} | {types} | {message.clause or ''} |"
            )
    return lines


def spaced(name: str) -> str:
    """`LocalAuthListManagement` → `Local auth list management`, `DERControl` → `DER control`."""
    words = re.findall(r"[A-Z]+(?![a-z])|[A-Z][a-z0-9]*", name)
    return " ".join([words[0], *(w if w.isupper() and len(w) > 1 else w.lower() for w in words[1:])])


def edition_messages(editions: Editions, links: Links) -> list[str]:
    """The tables of OCPP 2."""
    lines = []
    for block, letter in editions.newer.letters.items():
        head = ["| message | since | who sends it | types |", "|---|---|---|---|"]
        lines += ["", f"### {letter} {spaced(block)}", "", *head]
        for merged in editions.messages:
            message = merged.newer
            if message.profile != block:
                continue
            if message.is_send:
                types = links.to(message.request_type, "send")
            else:
                types = (
                    links.to(message.request_type, "request")
                    + ", "
                    + links.to(f"{message.name}Response", "response")
                )
            since = "2.1" if merged.is_newer else "2.0.1"
            lines.append(f"| {message.name} | {since} | {WAYS[message.direction]} | {types} |")
    return lines


def document(root: Path, model16: Model, editions: Editions) -> str:
    """The whole page."""
    newer = [merged for merged in editions.messages if merged.is_newer]
    older = len(editions.messages) - len(newer)
    lines = [
        "<!-- Generated from Model/ by Tools/generator; do not edit. -->",
        "# Messages",
        "",
        "Every message of every version, and the Swift types that read, check and write it."
        " `ocpp schema VERSION MESSAGE` prints what it may hold.",
        "",
        "| version | messages | from the station | from the central system | module |",
        "|---|---|---|---|---|",
        row("1.6 with the security whitepaper", list(model16.messages.values()), "OCPP16"),
        row("2.0.1", list(editions.older.messages.values()), "OCPP2"),
        row("2.1", list(editions.newer.messages.values()), "OCPP2"),
        "",
        "DataTransfer goes both ways and is counted on both sides.",
        "",
        "## OCPP 1.6, by feature profile",
        *older_messages(model16, Links(root, "OCPP16")),
        "",
        "## OCPP 2.0.1 and 2.1, by functional block",
        "",
        f"Of these {len(editions.messages)} messages, {older} are part of both editions and"
        f" {len(newer)} of 2.1 only. One set of types serves both"
        " ([decision 9](decisions/0009-one-module-for-2x.md)).",
        *edition_messages(editions, Links(root, "OCPP2")),
    ]
    return "\n".join(lines) + "\n"


def row(version: str, messages: list, module: str) -> str:
    """One line of the overview."""
    station = sum(message.direction != "cs" for message in messages)
    central = sum(message.direction != "cp" for message in messages)
    return f"| {version} | {len(messages)} | {station} | {central} | `{module}` |"
