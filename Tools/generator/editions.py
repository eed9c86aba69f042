"""Two editions of one protocol (OCPP 2.0.1 and 2.1) as one set of types.

The newer model gives the members and their order. Each member remembers the older rule. What only the
newer edition has stands last, in objects and in enumerations: so the older edition's names are the
first so many of the newer one's, and both number them alike.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from model import Member, Message, Model, ModelError

CUSTOM_DATA = "customData"


@dataclass
class MergedMember:
    """A member as both editions have it; `older` is None when the older one lacks it."""

    newer: Member
    older: Member | None

    @property
    def optional(self) -> bool:
        """Whether a value of the type may leave it out: what one edition does not require."""
        return self.newer.optional or self.older is None or self.older.optional


@dataclass
class MergedObject:
    """An object as both editions have it."""

    # In the newer edition's order, then `customData`.
    members: list[MergedMember]
    # Only the newer edition has the object at all.
    is_newer: bool

    @property
    def numbered(self) -> list[MergedMember]:
        """In the order of the name table: what both editions have first."""
        if self.is_newer:
            return self.members
        both = [member for member in self.members if member.older]
        return both + [member for member in self.members if not member.older]

    @property
    def older_count(self) -> int:
        """How many of `numbered` the older edition has."""
        return len([m for m in self.members if m.older or self.is_newer])

    @property
    def required(self) -> int:
        """A bit for each required member of the newer edition."""
        return sum(1 << i for i, m in enumerate(self.numbered) if not m.newer.optional)

    @property
    def older_required(self) -> int:
        """A bit for each required member of the older edition."""
        if self.is_newer:
            return self.required
        return sum(
            1 << i for i, m in enumerate(self.numbered) if m.older and not m.older.optional
        )

    @property
    def differs(self) -> bool:
        """Whether the older edition needs a name table of its own."""
        return self.older_count < len(self.members) or self.older_required != self.required


@dataclass
class MergedMessage:
    """An action with its merged payloads."""

    newer: Message
    is_newer: bool
    request: MergedObject
    response: MergedObject


@dataclass
class Editions:
    """Both models as one."""

    newer: Model
    older: Model
    objects: dict[str, MergedObject] = field(default_factory=dict)
    messages: list[MergedMessage] = field(default_factory=list)
    # Words, the older edition's first, and how many those are.
    enums: dict[str, tuple[list[str], int]] = field(default_factory=dict)
    # Closed in the older edition, any text in the newer one: the older words and the longest text.
    opened: dict[str, tuple[list[str], int]] = field(default_factory=dict)


def merged_object(newer: list[Member], older: list[Member] | None) -> MergedObject:
    """One object out of two."""
    rules = {member.name: member for member in older or []}
    members = [MergedMember(member, rules.pop(member.name, None)) for member in newer]
    if rules:
        raise ModelError(f"only the older edition has {', '.join(rules)}")
    custom = Member(CUSTOM_DATA, CUSTOM_DATA, optional=True)
    members.append(MergedMember(custom, custom))
    return MergedObject(members, is_newer=older is None)


def find_opened(editions: Editions) -> None:
    """Notes the enumerations that became texts, and makes their members' type the open one."""
    every = [*editions.objects.values()]
    for message in editions.messages:
        every += [message.request, message.response]
    for merged in every:
        for member in merged.members:
            older = member.older
            if older and older.type in editions.older.enums and member.newer.type == "string":
                limit = member.newer.max_length
                editions.opened[older.type] = (editions.older.enums[older.type], limit)
                member.newer.type = older.type


def merge(newer: Model, older: Model) -> Editions:
    """The newer model with what the older one says about it."""
    editions = Editions(newer, older)
    for name, members in newer.types.items():
        editions.objects[name] = merged_object(members, older.types.get(name))
    for is_newer in (False, True):
        for name, message in newer.messages.items():
            was = older.messages.get(name)
            if (was is None) != is_newer:
                continue
            editions.messages.append(
                MergedMessage(
                    message,
                    is_newer,
                    merged_object(message.request, was.request if was else None),
                    merged_object(message.response, was.response if was else None),
                )
            )
    find_opened(editions)
    for name, words in newer.enums.items():
        known = older.enums.get(name, words)
        if not set(known) <= set(words):
            raise ModelError(f"only the older edition has some words of {name}")
        added = [word for word in words if word not in known]
        editions.enums[name] = ([w for w in words if w in known] + added, len(known))
    gone = set(older.messages) - set(newer.messages) | set(older.types) - set(newer.types)
    gone |= set(older.enums) - set(newer.enums) - set(editions.opened)
    if gone:
        raise ModelError(f"only the older edition has {', '.join(sorted(gone))}")
    return editions
