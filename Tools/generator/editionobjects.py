"""Swift for the objects and enumerations of two editions in one module."""

from __future__ import annotations

from editions import CUSTOM_DATA, Editions, MergedMember, MergedObject
from model import Member
from names import case_name, escaped, lower_camel
from nametable import table
from objects import MEMBER_LIMIT, SWIFT, ObjectWriter


# The inline size of a value and of an optional one, in bytes on a 64-bit machine.
SIZES = {"string": (24, 24), "uri": (24, 24), "int": (8, 16), "decimal": (16, 16), "bool": (1, 1),
         "datetime": (8, 16)}  # fmt: skip
WORD = 8
# Optional objects larger than this are kept outside of the object that has them.
INLINE_LIMIT = 64
MOSTLY_PRESENT = {"idTokenInfo", "variableCharacteristics", "costDetails"}


class EditionWriter(ObjectWriter):
    """Writes the types of both editions."""

    def __init__(self, editions: Editions) -> None:
        super().__init__(editions.newer)
        self.editions = editions

    # Types and values

    def element_type(self, member: Member) -> str:
        special = {CUSTOM_DATA: "CustomData", "any": "RawJSON"}
        return special.get(member.type) or SWIFT.get(member.type, member.type)

    def declared_type(self, member: MergedMember) -> str:
        """The Swift type of a member."""
        name = self.element_type(member.newer)
        if member.newer.array:
            name = f"[{name}]"
        return name + ("?" if member.optional else "")

    def blank_value(self, member: MergedMember) -> str:
        """The simplest value of a member."""
        if member.optional:
            return "nil"
        if not member.newer.array and member.newer.type in self.editions.opened:
            return f"{member.newer.type}(Text())"
        if not member.newer.array and member.newer.type in self.editions.enums:
            return "." + case_name(self.editions.enums[member.newer.type][0][0])
        return self.blank(member.newer)

    def size(self, member: MergedMember) -> int:
        """About how many bytes a member takes inside its object."""
        newer = member.newer
        if newer.array or newer.type in (CUSTOM_DATA, "any") or self.is_boxed(member):
            return WORD
        if newer.type in self.editions.opened:
            return SIZES["string"][0]
        if newer.type in self.editions.enums:
            return 1
        if newer.type in self.model.types:
            return self.object_size(newer.type)
        return SIZES[newer.type][member.optional]

    def object_size(self, name: str) -> int:
        """About how many bytes an object takes: its members, each at a multiple of its size."""
        total = 0
        for member in self.editions.objects[name].members:
            size = self.size(member)
            alignment = min(size, WORD)
            total = -(-total // alignment) * alignment + size
        return -(-total // WORD) * WORD

    def is_boxed(self, member: MergedMember) -> bool:
        """Whether a member is large and may be absent."""
        newer = member.newer
        if newer.array or newer.type not in self.model.types or newer.name in MOSTLY_PRESENT:
            return False
        if not newer.optional or not member.optional:
            return False
        return self.object_size(newer.type) > INLINE_LIMIT

    # Reading

    def value(self, member: MergedMember) -> str:
        """The expression that reads one value that is not an object."""
        newer, older = member.newer, member.older
        if newer.type == CUSTOM_DATA:
            return "reader.customData()"
        if newer.type == "any":
            return "reader.raw()"
        if newer.type in self.editions.opened:
            return f"reader.openWord({newer.max_length})"
        if newer.type in self.editions.enums:
            words, known = self.editions.enums[newer.type]
            return "reader.word()" if known == len(words) else f"reader.word(olderCount: {known})"
        if older is None or self.limits(newer) == self.limits(older):
            return self.read_scalar(newer)
        if newer.type == older.type == "string":
            return f"reader.text(older: {older.max_length}, {newer.max_length})"
        if newer.type == "decimal" and older.type == "int":
            return "reader.decimalOnceInteger()"
        if newer.type == older.type == "int" and older.low is None and older.high is None:
            low = "Int(Int32.min)" if newer.low is None else str(newer.low)
            high = "Int(Int32.max)" if newer.high is None else str(newer.high)
            return f"reader.intOnceUnbounded({low}, {high})"
        raise ValueError(f"{newer.name}: no way to read {older} and {newer}")

    @staticmethod
    def limits(member: Member) -> tuple:
        """What a value is checked against."""
        return (member.type, member.max_length, member.low, member.high, member.step)

    def statement(self, member: MergedMember) -> str:
        """The statement that reads a member's value in place."""
        newer = member.newer
        name = property_name(newer)
        if member.older and member.older.array != newer.array:
            raise ValueError(f"{newer.name}: the bounds of the array differ")
        is_object = newer.type in self.model.types
        if newer.array and is_object:
            if member.optional:
                return f"{name} = []; reader.objects(&{name}!, {self.bounds(newer)})"
            return f"reader.objects(&{name}, {self.bounds(newer)})"
        if newer.array:
            item = self.value(member).replace("reader.", "$0.")
            return f"{name} = reader.array({self.bounds(newer)}) {{ {item} }}"
        if self.is_boxed(member):
            return f"var part = {newer.type}.makeBlank(); part.read(&reader); {name} = part"
        if is_object and member.optional:
            return f"reader.part(&{name})"
        if is_object:
            return f"{name}.read(&reader)"
        return f"{name} = {self.value(member)}"

    # Declarations

    def merged(
        self, name: str, merged: MergedObject, doc: str, conformance: str = "OCPPMessagePart",
        extra: list[str] | None = None, is_message: bool = False,
    ) -> list[str]:  # fmt: skip
        """A struct with everything."""
        if len(merged.members) > MEMBER_LIMIT:
            raise ValueError(f"{name} has more than {MEMBER_LIMIT} members")
        lines = [f"/// {doc}", f"public struct {name}: {conformance} {{"]
        for member in merged.members:
            lines += [f"  /// {line}" for line in self.notes(member, merged)]
            box = "@Boxed " if self.is_boxed(member) else ""
            own = property_name(member.newer)
            lines.append(f"  {box}public var {own}: {self.declared_type(member)}")
        lines += [f"  {line}" if line else "" for line in extra or []]
        lines += ["", *self.inits(name, merged), "", *self.tables(merged), "", *self.read(merged, is_message)]
        lines += ["", "  public func write(_ writer: inout JSONWriter) {", "    writer.beginObject()"]
        both = merged.older_count
        for index, member in enumerate(merged.numbered):
            if index == both:
                lines.append("    if !writer.omitsNewerMembers {")
            indent = "    " if index < both else "      "
            own = property_name(member.newer)
            lines.append(f"{indent}writer.member(Self.table, {index}, {own})")
        if both < len(merged.members):
            lines.append("    }")
        return [*lines, "    writer.endObject()", "  }", "}"]

    def notes(self, member: MergedMember, merged: MergedObject) -> list[str]:
        """What the type of a member does not say."""
        notes = []
        newer, older = member.newer, member.older
        if newer.default:
            notes.append(f"`{newer.default}` when absent.")
        if older is None and not merged.is_newer:
            notes.append("Only in 2.1" + ("." if newer.optional else ", where it is required."))
        elif older and newer.optional and not older.optional:
            notes.append("Required in 2.0.1.")
        return [" ".join(notes)] if notes else []

    def inits(self, name: str, merged: MergedObject) -> list[str]:
        """The memberwise initializer and the blank one."""
        parameters = ", ".join(
            f"{property_name(m.newer)}: {self.declared_type(m)}" + (" = nil" if m.optional else "")
            for m in merged.members
        )
        names = [property_name(m.newer) for m in merged.members]
        lines = [f"  public init({parameters}) {{"]
        lines += [f"    self.{each} = {each}" for each in names]
        required = ", ".join(
            f"{each}: {self.blank_value(m)}"
            for each, m in zip(names, merged.members, strict=True)
            if not m.optional
        )
        lines += ["  }", "", "  @inline(__always) public init(blank: ()) {"]
        lines += [f"    self.init({required})", "  }", ""]
        return [*lines, f"  public static let blank = Blank<{name}>()"]

    def tables(self, merged: MergedObject) -> list[str]:
        """The name table, and the older edition's when it is another."""
        names = [member.newer.name for member in merged.numbered]
        tables = [("table", table(names, merged.required))]
        if merged.differs:
            older = table(names[: merged.older_count], merged.older_required)
            tables.append(("olderTable", older))
        lines = []
        for name, constant in tables:
            lines += ["", f"  @inline(__always) static var {name}: NameTable {{"]
            lines += [f"    NameTable({constant})", "  }"]
        return lines[1:]

    def read(self, merged: MergedObject, is_message: bool) -> list[str]:
        """The `read` method."""
        lines = ["  public mutating func read(_ reader: inout JSONReader) {"]
        if merged.is_newer and is_message:
            lines.append("    if reader.is201 { return reader.refuseNewerMessage() }")
        names = "Self.table"
        if merged.differs:
            lines.append("    let table = reader.is201 ? Self.olderTable : Self.table")
            names = "table"
        lines += [
            "    var seen = MembersRead()",
            "    while true {",
            f"      switch reader.next(&seen, {names}) {{",
        ]
        for index, member in enumerate(merged.numbered):
            lines.append(f"      case {index}: {self.statement(member)}")
        return [*lines, "      default: return", "      }", "    }", "  }"]

    def words(self, name: str, doc: str) -> list[str]:
        """A closed set of words; those that only the newer edition has stand last."""
        words, known = self.editions.enums[name]
        lines = [f"/// {doc}", f"public enum {name}: UInt8, OCPPEnum, CaseIterable {{"]
        lines += [f"  case {case_name(word)}" for word in words[:known]]
        if known < len(words):
            lines += ["", "  // Only in 2.1:"]
            lines += [f"  case {case_name(word)}" for word in words[known:]]
        return [
            *lines,
            "",
            "  @inline(__always) public static var table: NameTable {",
            f"    NameTable({table(words)})",
            "  }",
            "}",
        ]

    def opened(self, name: str, doc: str) -> list[str]:
        """A set of words that the newer edition opened."""
        words, limit = self.editions.opened[name]
        lines = [
            f"/// {doc}",
            f"/// A closed list in 2.0.1, any text of up to {limit} characters in 2.1.",
            f"public struct {name}: OpenWord {{",
            "  public var text: Text",
            "",
            "  public init(_ text: Text) { self.text = text }",
            "",
        ]
        for word in words:
            lines.append(f'  public static var {case_name(word)}: {name} {{ "{word}" }}')
        return [
            *lines,
            "",
            "  @inline(__always) public static var table: NameTable {",
            f"    NameTable({table(words)})",
            "  }",
            "}",
        ]


def property_name(member: Member) -> str:
    """The Swift name of a member."""
    return escaped(lower_camel(member.name))
