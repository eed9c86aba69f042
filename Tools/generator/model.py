"""The message model: what Model/*.model says, as data classes, and its reader.

The grammar is described in Model/README.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

SCALARS = ("string", "uri", "int", "decimal", "bool", "datetime", "any")


class ModelError(Exception):
    """A line of the model that makes no sense."""


@dataclass(frozen=True)
class Bounds:
    """How many items an array may have; no `high` means as many as a message holds."""

    low: int
    high: int | None


@dataclass
class Difference:
    """What is different about a member when its type is used inside one particular message."""

    message: str
    bounds: Bounds | None = None
    without: str | None = None


@dataclass
class Member:
    """One member of an object."""

    name: str
    type: str
    optional: bool = False
    max_length: int | None = None
    low: int | None = None
    high: int | None = None
    step: str | None = None
    array: Bounds | None = None
    difference: Difference | None = None
    default: str | None = None

    @property
    def fraction_digits(self) -> int | None:
        """`step 0.1` is one digit after the point."""
        return len(self.step.split(".")[1]) if self.step else None


@dataclass
class Message:
    """One action: request and response; only a request when it is a SEND."""

    name: str
    direction: str
    profile: str
    clause: str | None = None
    is_send: bool = False
    request: list[Member] = field(default_factory=list)
    response: list[Member] = field(default_factory=list)

    @property
    def request_type(self) -> str:
        """The Swift type of the request, or of the send."""
        return self.name + ("" if self.is_send else "Request")


@dataclass
class Model:
    """One version of OCPP."""

    version: str = ""
    enums: dict[str, list[str]] = field(default_factory=dict)
    types: dict[str, list[Member]] = field(default_factory=dict)
    messages: dict[str, Message] = field(default_factory=dict)
    # Functional block → its letter in the specification.
    letters: dict[str, str] = field(default_factory=dict)

    @property
    def has_custom_data(self) -> bool:
        """Whether every object may carry `customData`."""
        return self.version.startswith("2")

    @property
    def profiles(self) -> list[str]:
        """The feature profiles or functional blocks in the order of the model."""
        return list(dict.fromkeys(message.profile for message in self.messages.values()))

    def variant(self, message: str) -> int:
        """1… for a message inside which a shared type differs, 0 for all others."""
        names = [
            member.difference.message
            for members in self.types.values()
            for member in members
            if member.difference
        ]
        order = list(dict.fromkeys(names))
        return order.index(message) + 1 if message in order else 0


MEMBER = re.compile(
    r"  (?P<name>\w+)(?P<optional>\?)?: (?P<type>\w+)"
    r"(?:\((?P<argument>[^)]*)\))?"
    r"(?: step (?P<step>\d+\.\d+))?"
    r"(?:\[(?P<from>\d*)\.\.(?P<to>\d*)\])?"
    r"(?: = (?P<default>\S+))?"
    r"(?:, in (?P<message>\w+) (?:\[(?P<infrom>\d*)\.\.(?P<into>\d*)\]|without (?P<without>\S+)))?"
)
MESSAGE = re.compile(r"(?:message|send) (\w+) (cp|cs|both)(?: §(\d+\.\d+))?")


def number(text: str | None) -> int | None:
    """An optional number."""
    return int(text) if text else None


def parse_member(line: str) -> Member:
    """`  name?: type(limits) step 0.1[1..5], in Message …`."""
    match = MEMBER.fullmatch(line)
    if not match:
        raise ModelError(f"not a member: {line.strip()!r}")
    part = match.groupdict()
    member = Member(part["name"], part["type"], bool(part["optional"]), step=part["step"])
    member.default = part["default"]
    argument = part["argument"]
    if argument is not None and ".." in argument:
        low, high = argument.split("..")
        member.low, member.high = number(low), number(high)
    elif argument is not None:
        member.max_length = int(argument)
    if part["from"] is not None:
        member.array = Bounds(int(part["from"] or 0), number(part["to"]))
    if part["message"]:
        bounds = None
        if part["infrom"] is not None:
            bounds = Bounds(int(part["infrom"] or 0), number(part["into"]))
        member.difference = Difference(part["message"], bounds, part["without"])
    return member


class Parser:
    """Reads a model line by line."""

    def __init__(self) -> None:
        self.model = Model()
        self.profile = ""
        self.words: list[str] = []
        self.members: list[Member] = []
        self.message: Message | None = None

    def line(self, line: str) -> None:
        """One line that is neither empty nor a comment."""
        keyword, _, rest = line.partition(" ")
        if keyword == "ocpp":
            self.model.version = rest.strip()
        elif keyword == "profile":
            self.profile = rest.strip()
        elif keyword == "block":
            letter, _, self.profile = rest.strip().partition(" ")
            self.model.letters[self.profile] = letter
        elif keyword == "enum":
            name, _, words = rest.partition(":")
            self.words = self.model.enums[name] = words.split()
        elif line.startswith("    "):
            self.words += line.split()
        elif keyword == "type":
            self.members = self.model.types[rest.strip()] = []
        elif keyword in ("message", "send"):
            self.begin_message(line)
        elif line == "->" and self.message:
            self.members = self.message.response
        else:
            self.members.append(parse_member(line))

    def begin_message(self, line: str) -> None:
        """`message Name cp §6.1`."""
        match = MESSAGE.fullmatch(line)
        if not match or not self.profile:
            raise ModelError("a message needs a direction and a profile or block above it")
        name, direction, clause = match.groups()
        self.message = Message(
            name, direction, self.profile, clause, is_send=line.startswith("send ")
        )
        self.model.messages[name] = self.message
        self.members = self.message.request


def check(model: Model) -> None:
    """Every type that is used is there, once."""
    known = [*SCALARS, *model.enums, *model.types]
    if len(known) != len(set(known)):
        raise ModelError("a name stands for two things")
    objects = list(model.types.values())
    for message in model.messages.values():
        objects += [message.request, message.response]
    for members in objects:
        for member in members:
            if member.type not in known:
                raise ModelError(f"{member.name} has the unknown type {member.type}")


def parse(text: str) -> Model:
    """The model in `text`."""
    parser = Parser()
    for index, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            parser.line(line)
        except ModelError as error:
            raise ModelError(f"line {index}: {error}") from error
    check(parser.model)
    return parser.model
