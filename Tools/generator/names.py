"""Names in Swift for names on the wire."""

from __future__ import annotations

import re

KEYWORDS = {
    "as", "break", "case", "class", "continue", "default", "defer", "do", "else", "enum", "false",
    "for", "func", "if", "import", "in", "init", "inout", "is", "let", "nil", "operator", "private",
    "protocol", "public", "repeat", "return", "self", "static", "struct", "super", "switch", "throw",
    "true", "try", "var", "where", "while",
}  # fmt: skip

# Abbreviations whose mixed case would otherwise read badly, and a slip in 2.1.
SPECIAL = {"SoC": "soc", "IdleTIme": "idleTime", "SoCLimitReached": "socLimitReached"}


def escaped(name: str) -> str:
    """The name, in backticks when Swift reserves it."""
    return f"`{name}`" if name in KEYWORDS else name


def lower_camel(word: str) -> str:
    """`Energy.Active.Import.Register` → `energyActiveImportRegister`, `EVDisconnected` →
    `evDisconnected`, `L1-N` → `l1N`, `SHA256` → `sha256`."""
    if word in SPECIAL:
        return SPECIAL[word]
    first, *rest = re.split(r"[^A-Za-z0-9]+", word)
    run = re.match(r"[A-Z0-9]*", first).group()
    if len(run) == len(first) or len(run) <= 1:
        first = first[: max(len(run), 1)].lower() + first[max(len(run), 1) :]
    else:
        first = first[: len(run) - 1].lower() + first[len(run) - 1 :]
    return first + "".join(part[:1].upper() + part[1:] for part in rest)


def case_name(word: str) -> str:
    """The case of an enumeration for a word."""
    return escaped(lower_camel(word))
