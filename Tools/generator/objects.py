"""Swift for objects (requests, responses, shared types) and for enumerations."""

from __future__ import annotations

from model import Difference, Member, Model
from names import case_name, escaped
from nametable import table

SWIFT = {
    "string": "Text",
    "uri": "Text",
    "int": "Int",
    "decimal": "Decimal",
    "bool": "Bool",
    "datetime": "DateTime",
}
BLANK = {
    "string": "Text()",
    "uri": "Text()",
    "int": "0",
    "decimal": "Decimal(0)",
    "bool": "false",
    "datetime": "DateTime(milliseconds: 0)",
}
# MembersRead has room for this many members.
MEMBER_LIMIT = 48


class ObjectWriter:
    """Writes the types of one model."""

    def __init__(self, model: Model) -> None:
        self.model = model

    # Types and values

    def element_type(self, member: Member) -> str:
        """The Swift type of a member, or of its items."""
        return SWIFT.get(member.type, member.type)

    def swift_type(self, member: Member) -> str:
        """The Swift type of a member."""
        name = self.element_type(member)
        if member.array:
            name = f"[{name}]"
        return name + ("?" if member.optional else "")

    def blank(self, member: Member) -> str:
        """The simplest value of a member."""
        if member.optional:
            return "nil"
        if member.array:
            return "[]"
        if member.type in self.model.enums:
            return "." + case_name(self.model.enums[member.type][0])
        return BLANK.get(member.type) or f"{member.type}(blank: ())"

    # Reading

    def read_scalar(self, member: Member) -> str:
        """The expression that reads one value that is not an object."""
        if member.type in self.model.enums:
            difference = member.difference
            if difference and difference.without:
                case = case_name(difference.without)
                return f"reader.word(except: .{case}, in: {self.variant(difference)})"
            return "reader.word()"
        if member.type in ("string", "uri"):
            return f"reader.text({member.max_length if member.max_length is not None else ''})"
        if member.type in ("int", "decimal"):
            if member.fraction_digits is not None:
                return f"reader.decimal(fraction: {member.fraction_digits})"
            if member.low is None and member.high is None:
                return f"reader.{member.type}()"
            low = "Int(Int32.min)" if member.low is None else str(member.low)
            high = "Int(Int32.max)" if member.high is None else str(member.high)
            return f"reader.{member.type}({low}, {high})"
        return {"bool": "reader.bool()", "datetime": "reader.dateTime()"}[member.type]

    def variant(self, difference: Difference) -> int:
        """The number under which the reader knows the message that differs."""
        return self.model.variant(difference.message)

    def bounds(self, member: Member) -> str:
        """The two arguments that bound an array."""
        low, high = str(member.array.low), member.array.high
        if member.difference and member.difference.bounds:
            other = member.difference.bounds
            if other.high != high:
                raise ValueError(f"{member.name}: only the lower bound may differ")
            low = f"reader.variant == {self.variant(member.difference)} ? {other.low} : {low}"
        return f"{low}, {'.max' if high is None else high}"

    def read_statement(self, member: Member) -> str:
        """The statement that reads a member's value in place."""
        name = escaped(member.name)
        is_object = member.type in self.model.types
        if member.array and is_object:
            if member.optional:
                return f"{name} = []; reader.objects(&{name}!, {self.bounds(member)})"
            return f"reader.objects(&{name}, {self.bounds(member)})"
        if member.array:
            item = self.read_scalar(member).replace("reader.", "$0.")
            return f"{name} = reader.array({self.bounds(member)}) {{ {item} }}"
        if is_object and member.optional:
            return f"{name} = {member.type}(blank: ()); {name}!.read(&reader)"
        if is_object:
            return f"{name}.read(&reader)"
        return f"{name} = {self.read_scalar(member)}"

    # Declarations

    def object(
        self, name: str, members: list[Member], doc: str, conformance: str = "OCPPObject",
        extra: list[str] | None = None, variant: int = 0,
    ) -> list[str]:  # fmt: skip
        """A struct with everything."""
        if len(members) > MEMBER_LIMIT:
            raise ValueError(f"{name} has more than {MEMBER_LIMIT} members")
        lines = [f"/// {doc}", f"public struct {name}: {conformance}, Equatable {{"]
        lines += [f"  public var {escaped(m.name)}: {self.swift_type(m)}" for m in self.stored(members)]
        lines += [f"  {line}" if line else "" for line in extra or []]
        lines += ["", *self.initializers(members), ""]
        required = sum(1 << index for index, member in enumerate(members) if not member.optional)
        names = table([member.name for member in members], required)
        lines += [
            "  @inline(__always) static var table: NameTable {",
            f"    NameTable({names})",
            "  }",
            "",
            *self.reading(members, variant),
            "",
            "  public func write(_ writer: inout JSONWriter) {",
            "    writer.beginObject()",
        ]
        for index, member in enumerate(members):
            lines.append(f"    writer.member(Self.table, {index}, {escaped(member.name)})")
        return [*lines, "    writer.endObject()", "  }", "}"]

    def stored(self, members: list[Member]) -> list[Member]:
        """The members in the order in which they lie in memory: what fills whole words comes last, so
        that an array of the type has no gaps (docs/decisions/0039-chip-budgets.md)."""

        def fill(member: Member) -> int:
            if member.type in self.model.types and not member.array:
                return 5
            if member.array or member.type in ("string", "uri"):
                return 3
            if member.type in self.model.enums or member.type == "bool":
                return 2
            if member.type == "int":
                return 1 if member.optional else 3
            return 4 if member.type == "datetime" and not member.optional else 0

        return sorted(members, key=fill)

    def initializers(self, members: list[Member]) -> list[str]:
        """The memberwise initializer and the blank one."""
        parameters = ", ".join(
            f"{escaped(m.name)}: {self.swift_type(m)}" + (" = nil" if m.optional else "")
            for m in members
        )
        lines = [f"  public init({parameters}) {{"]
        lines += [f"    self.{escaped(m.name)} = {escaped(m.name)}" for m in members]
        lines += ["  }", "", "  public init(blank: ()) {"]
        lines += [f"    {escaped(m.name)} = {self.blank(m)}" for m in members]
        return [*lines, "  }"]

    def reading(self, members: list[Member], variant: int) -> list[str]:
        """The `read` method."""
        lines = ["  public mutating func read(_ reader: inout JSONReader) {"]
        if variant:
            lines += [f"    reader.variant = {variant}", "    defer { reader.variant = 0 }"]
        if not members:
            return [
                *lines,
                "    var seen = MembersRead()",
                "    _ = reader.next(&seen, Self.table)",
                "  }",
            ]
        lines += [
            "    var seen = MembersRead()",
            "    while true {",
            "      switch reader.next(&seen, Self.table) {",
        ]
        for index, member in enumerate(members):
            lines.append(f"      case {index}: {self.read_statement(member)}")
        return [*lines, "      default: return", "      }", "    }", "  }"]

    def enumeration(self, name: str, words: list[str]) -> list[str]:
        """A closed set of words."""
        return [
            f"public enum {name}: UInt8, OCPPEnum, CaseIterable {{",
            *[f"  case {case_name(word)}" for word in words],
            "",
            "  @inline(__always) public static var table: NameTable {",
            f"    NameTable({table(words)})",
            "  }",
            "}",
        ]
