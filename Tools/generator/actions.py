"""Swift for the list of actions and for what is done by action."""

from __future__ import annotations

from model import Message, Model
from names import escaped, lower_camel
from nametable import table


def case_list(messages: list[Message]) -> str:
    """`.authorize, .bootNotification` on lines of their own."""
    return ",\n      ".join(f".{lower_camel(message.name)}" for message in messages)


def boolean(name: str, doc: str, messages: list[Message]) -> list[str]:
    """A property that is true for some actions."""
    return [
        f"  /// {doc}",
        f"  public var {name}: Bool {{",
        "    switch self {",
        f"    case {case_list(messages)}:",
        "      true",
        "    default: false",
        "    }",
        "  }",
    ]


def declaration(model: Model) -> list[str]:
    """`enum Action` and `enum FeatureProfile`."""
    messages = list(model.messages.values())
    lines = [
        "/// The feature profiles of OCPP 1.6 (§3), and the security whitepaper as one more.",
        "public enum FeatureProfile: UInt8, Sendable, CaseIterable {",
        *[f"  case {lower_camel(profile)}" for profile in model.profiles],
        "}",
        "",
        "/// What a call asks for.",
        "public enum Action: UInt8, OCPPEnum, CaseIterable {",
        *[f"  case {lower_camel(message.name)}" for message in messages],
        "",
        "  @inline(__always) public static var table: NameTable {",
        f"    NameTable({table([message.name for message in messages])})",
        "  }",
        "",
    ]
    station = [message for message in messages if message.direction in ("cp", "both")]
    central = [message for message in messages if message.direction in ("cs", "both")]
    lines += boolean("sentByStation", "Whether a charge point may send this request.", station)
    lines.append("")
    lines += boolean(
        "sentByCentralSystem", "Whether a central system may send this request.", central
    )
    lines += ["", "  public var profile: FeatureProfile {", "    switch self {"]
    for profile in model.profiles:
        members = [message for message in messages if message.profile == profile]
        lines += [f"    case {case_list(members)}:", f"      .{lower_camel(profile)}"]
    return [*lines, "    }", "  }", "}"]


def handler(protocol: str, doc: list[str], messages: list[Message]) -> list[str]:
    """The protocol of somebody who answers requests."""
    lines = [f"/// {line}" for line in doc]
    lines += [f"public protocol {protocol} {{", "  /// What answering comes to."]
    lines.append("  associatedtype Output")
    for message in messages:
        name = escaped(lower_camel(message.name))
        lines.append(f"  mutating func {name}(_ request: {message.name}Request) -> Output")
    return [*lines, "}"]


def dispatch(label: str, protocol: str, messages: list[Message], every: int) -> list[str]:
    """The switch that reads a call's payload and calls the handler's method for it."""
    lines = [
        "extension Action {",
        "  /// Reads the payload of a call of this action and the rest of its frame (`]`), and then",
        "  /// calls the handler's method for it. Nothing is called when anything is wrong. Throws",
        "  /// `notImplemented` for an action that the other side never sends.",
        f"  @inlinable public func dispatch<Handler: {protocol}>(",
        f"    _ reader: inout JSONReader, {label} handler: inout Handler",
        "  ) throws(DecodeError) -> Handler.Output {",
        "    switch self {",
    ]
    for message in messages:
        name = lower_camel(message.name)
        lines += [
            f"    case .{name}:",
            f"      var request = {message.name}Request(blank: ())",
            "      try reader.readLast(&request)",
            f"      return handler.{escaped(name)}(request)",
        ]
    if len(messages) < every:
        lines += ["    default: throw reader.neverSent()"]
    return [*lines, "    }", "  }", "}"]


def checking(messages: list[Message], kind: str, doc: str) -> list[str]:
    """Decode and throw away."""
    lines = [
        f"  /// {doc}",
        f"  public func check{kind}(_ reader: inout JSONReader) throws(DecodeError) {{",
        "    switch self {",
    ]
    for message in messages:
        lines.append(
            f"    case .{lower_camel(message.name)}:"
            f" _ = try {message.name}{kind}.decode(&reader)"
        )
    return [*lines, "    }", "  }"]


def visiting(messages: list[Message]) -> list[str]:
    """From the action to its type."""
    lines = [
        "extension Action {",
        "  /// Calls the visitor with the request type of this action.",
        "  @inlinable public func visit<Visitor: RequestVisitor>(",
        "    _ visitor: inout Visitor",
        "  ) -> Visitor.Output {",
        "    switch self {",
    ]
    for message in messages:
        name = lower_camel(message.name)
        lines.append(f"    case .{name}: visitor.visit({message.name}Request.self)")
    return [*lines, "    }", "  }", "}"]


def dispatching(model: Model) -> list[str]:
    """The handlers, the two switches and the checks."""
    messages = list(model.messages.values())
    station = [message for message in messages if message.direction in ("cp", "both")]
    central = [message for message in messages if message.direction in ("cs", "both")]
    return [
        *handler(
            "CentralSystemHandler",
            ["Answers what charge points ask: one method per request a charge point may send."],
            station,
        ),
        "",
        *handler(
            "StationHandler",
            ["Answers what the central system asks: one method per request it may send."],
            central,
        ),
        "",
        *dispatch("toCentralSystem", "CentralSystemHandler", station, len(messages)),
        "",
        *dispatch("toStation", "StationHandler", central, len(messages)),
        "",
        *visiting(messages),
        "",
        "extension Action {",
        *checking(messages, "Request", "Validates a request's payload and throws it away."),
        "",
        *checking(messages, "Response", "Validates a response's payload and throws it away."),
        "}",
    ]
