"""Name tables: names with a perfect hash as one string constant.

The layout is described in Sources/Core/OCPPJSON/NameTable.swift, which reads it; the hash here and
`NameTable.find` there must agree.
"""

from __future__ import annotations

K1 = 0x9E3779B97F4A7C15
K2 = 0xC2B2AE3D27D4EB4F
K3 = 0x165667B19E3779F9
MASK = (1 << 64) - 1

HEADER = 11
PADDING = 8
SEED_LIMIT = 1 << 14


def little(name: bytes, at: int, count: int) -> int:
    """`count` bytes at `at` as a little-endian number."""
    return int.from_bytes(name[at : at + count], "little")


def hash_of(name: bytes, seed: int) -> int:
    """The 24 hash bits of a name."""
    n = len(name)
    if n >= 8:
        mixed = little(name, 0, 8) * K1 ^ little(name, n - 8, 8) * K2
        if n > 16:
            mixed ^= little(name, (n >> 1) - 4, 8) * K3
    elif n >= 4:
        mixed = (little(name, 0, 4) | little(name, n - 4, 4) << 32) * K1
    else:
        mixed = (name[0] | name[n >> 1] << 8 | name[n - 1] << 16) * K1
    mixed = ((mixed & MASK) + n) & MASK
    mixed = ((mixed ^ mixed >> 32) * (2 * seed + 1)) & MASK
    return mixed >> 40


def find_seed(names: list[bytes]) -> tuple[int, int]:
    """The smallest table (log2 of its slots) and a seed with which no two names share a slot."""
    start = max(len(names) - 1, 0).bit_length()
    for log in range(start, 12):
        slots = 1 << log
        for seed in range(SEED_LIMIT):
            if len({hash_of(name, seed) & (slots - 1) for name in names}) == len(names):
                return log, seed
    raise ValueError(f"no perfect hash for {names}")


def seven_bits(value: int, count: int) -> list[int]:
    """`value` in `count` groups of seven bits, low first."""
    return [value >> 7 * index & 127 for index in range(count)]


def table(names: list[str], required: int = 0) -> str:
    """The Swift string literal of a table; bit i of `required` stands for name i."""
    if len(names) > 126:
        raise ValueError(f"too many names: {names}")
    encoded = [name.encode() for name in names]
    log, seed = find_seed(encoded)
    slots = [0] * (1 << log)
    entries: list[int] = []
    offset = HEADER + 3 * len(names) + len(slots)
    for index, name in enumerate(encoded):
        slots[hash_of(name, seed) & (len(slots) - 1)] = index + 1
        entries += [*seven_bits(offset, 2), len(name)]
        offset += len(name)
    if offset >= 1 << 14:
        raise ValueError("a name table holds at most 16 KB")
    head = [log, len(names), *seven_bits(seed, 2), *seven_bits(required, 7), *entries, *slots]
    return '"' + "".join(f"\\u{{{byte:X}}}" for byte in head) + "".join(names) + "\\0" * PADDING + '"'
