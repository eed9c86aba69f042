"""Swift for the list of actions of two editions and for what is done by action."""

from __future__ import annotations

from actions import boolean
from editions import Editions
from model import Message
from names import escaped, lower_camel
from nametable import table


def declaration(editions: Editions) -> list[str]:
    """`enum Action` and `enum FunctionalBlock`."""
    messages = [merged.newer for merged in editions.messages]
    older = [merged.newer.name for merged in editions.messages if not merged.is_newer]
    letters = editions.newer.letters
    lines = ["/// The functional blocks of OCPP 2.1 (part 2), with their letters."]
    lines.append("public enum FunctionalBlock: UInt8, Sendable, CaseIterable {")
    for name, letter in letters.items():
        lines += [f"  /// Block {letter}.", f"  case {lower_camel(name)}"]
    lines += [
        "}",
        "",
        "/// What a call or a send asks for. The actions of 2.0.1 stand first.",
        "public enum Action: UInt8, OCPPEnum, CaseIterable {",
        *[f"  case {lower_camel(message.name)}" for message in messages],
        "",
        "  @inline(__always) public static var table: NameTable {",
        f"    NameTable({table([message.name for message in messages])})",
        "  }",
        "",
        "  @inline(__always) static var olderTable: NameTable {",
        f"    NameTable({table(older)})",
        "  }",
        "",
        "  /// How many of them 2.0.1 has.",
        f"  static var olderCount: UInt8 {{ {len(older)} }}",
        "",
    ]
    station = [message for message in messages if message.direction in ("cp", "both")]
    central = [message for message in messages if message.direction in ("cs", "both")]
    sends = [message for message in messages if message.is_send]
    lines += boolean("sentByStation", "Whether a charging station may send this.", station)
    lines.append("")
    lines += boolean("sentByCSMS", "Whether a CSMS may send this.", central)
    lines.append("")
    lines += boolean("isSend", "Whether this is a SEND, which nobody answers, not a CALL.", sends)
    lines += ["", "  public var block: FunctionalBlock {", "    switch self {"]
    for block in letters:
        members = [message for message in messages if message.profile == block]
        cases = ",\n      ".join(f".{lower_camel(message.name)}" for message in members)
        lines += [f"    case {cases}:", f"      .{lower_camel(block)}"]
    return [*lines, "    }", "  }", "}"]


def handler(protocol: str, doc: str, messages: list[Message]) -> list[str]:
    """The protocol of somebody who answers requests."""
    lines = [f"/// {doc}", f"public protocol {protocol} {{", "  /// What answering comes to."]
    lines.append("  associatedtype Output")
    for message in messages:
        name = escaped(lower_camel(message.name))
        label = "message" if message.is_send else "request"
        lines.append(f"  mutating func {name}(_ {label}: {message.request_type}) -> Output")
    return [*lines, "}"]


def dispatch(label: str, protocol: str, messages: list[Message]) -> list[str]:
    """The switch that reads a payload and calls the handler's method for it."""
    lines = [
        "extension Action {",
        "  /// Reads the payload of a call or send of this action, as the reader's edition has it, and",
        "  /// the rest of its frame (`]`), and then calls the handler's method for it. Nothing is",
        "  /// called when anything is wrong. Throws `notImplemented` for an action that the edition",
        "  /// does not have or the other side never sends. That a SEND came as one and a CALL as one",
        "  /// is the caller's to check (`isSend`).",
        f"  @inlinable public func dispatch<Handler: {protocol}>(",
        f"    _ reader: inout JSONReader, {label} handler: inout Handler",
        "  ) throws(DecodeError) -> Handler.Output {",
        "    if !exists(in: reader.edition) { throw reader.neverSent() }",
        "    switch self {",
    ]
    for message in messages:
        name = lower_camel(message.name)
        lines += [
            f"    case .{name}:",
            f"      var request = {message.request_type}.makeBlank()",
            "      try reader.readLast(&request)",
            f"      return handler.{escaped(name)}(request)",
        ]
    return [*lines, "    default: throw reader.neverSent()", "    }", "  }", "}"]


def checking(messages: list[Message]) -> list[str]:
    """Decode and throw away."""
    lines = [
        "extension Action {",
        "  /// Validates a request's or a send's payload, as the reader's edition has it, and throws it",
        "  /// away.",
        "  public func checkRequest(_ reader: inout JSONReader) throws(DecodeError) {",
        "    if !exists(in: reader.edition) { throw reader.neverSent() }",
        "    switch self {",
    ]
    for message in messages:
        name = lower_camel(message.name)
        lines.append(f"    case .{name}: _ = try {message.request_type}.decode(&reader)")
    lines += [
        "    }",
        "  }",
        "",
        "  /// Validates a response's payload, as the reader's edition has it, and throws it away. A send",
        "  /// has none.",
        "  public func checkResponse(_ reader: inout JSONReader) throws(DecodeError) {",
        "    if !exists(in: reader.edition) { throw reader.neverSent() }",
        "    switch self {",
    ]
    for message in messages:
        name = lower_camel(message.name)
        if message.is_send:
            lines.append(f"    case .{name}: throw reader.neverSent()")
        else:
            lines.append(f"    case .{name}: _ = try {message.name}Response.decode(&reader)")
    return [*lines, "    }", "  }", "}"]


def visiting(messages: list[Message]) -> list[str]:
    """From the action to its type."""
    lines = [
        "extension Action {",
        "  /// Calls the visitor with the message type of this action.",
        "  @inlinable public func visit<Visitor: MessageVisitor>(",
        "    _ visitor: inout Visitor",
        "  ) -> Visitor.Output {",
        "    switch self {",
    ]
    for message in messages:
        name = lower_camel(message.name)
        lines.append(f"    case .{name}: visitor.visit({message.request_type}.self)")
    return [*lines, "    }", "  }", "}"]


def dispatching(editions: Editions) -> list[str]:
    """The handlers, the switches and the checks."""
    messages = [merged.newer for merged in editions.messages]
    station = [message for message in messages if message.direction in ("cp", "both")]
    central = [message for message in messages if message.direction in ("cs", "both")]
    units = [
        handler(
            "CSMSHandler",
            "Answers what charging stations ask: one method per message a station may send.",
            station,
        ),
        handler(
            "StationHandler",
            "Answers what the CSMS asks: one method per request it may send.",
            central,
        ),
        dispatch("toCSMS", "CSMSHandler", station),
        dispatch("toStation", "StationHandler", central),
        visiting(messages),
        checking(messages),
    ]
    lines: list[str] = []
    for unit in units:
        lines += ["", *unit]
    return lines[1:]
