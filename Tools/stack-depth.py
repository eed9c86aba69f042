"""How deep the stack of a chip's image can become: walks the graph of calls in its machine code, where every
function's frame stands in its first instructions. `stack-depth.py IMAGE [LIMIT]` prints the deepest chain, and
fails when it is deeper than LIMIT bytes, or cannot be told because a chain comes back to itself.

A call through a pointer reaches what the function that makes it, or one that calls it, takes the address of.
What a measured conversation needs is less; this is what no conversation can exceed."""

from __future__ import annotations

import bisect
import re
import subprocess
import sys

# Functions that end the machine: what they need is not on top of anything.
ENDS = ("trap_entry", "board_trap", "board_fail", "board_off", "_start")


def run(*command: str, text: str | None = None) -> str:
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout


class Image:
    def __init__(self, path: str):
        self.path = path
        symbols: dict[int, str] = {}
        for line in run("llvm-nm", "-n", path).splitlines():
            parts = line.split()
            if len(parts) == 3 and parts[1] in "tTwW" and not parts[2].startswith(("$x", "$d", ".L")):
                symbols.setdefault(int(parts[0], 16), parts[2])
        self.starts = sorted(symbols)
        self.names = [symbols[start] for start in self.starts]
        self.lines: list[tuple[int, str, str]] = []
        for line in run("llvm-objdump", "-d", "--no-show-raw-insn", path).splitlines():
            if found := re.match(r"\s*([0-9a-f]+):\s+(\S+)\s*(.*)", line):
                self.lines.append((int(found[1], 16), found[2], found[3]))
        self.places = {line[0]: place for place, line in enumerate(self.lines)}

    def function(self, address: int) -> int:
        return bisect.bisect_right(self.starts, address) - 1

    def target(self, arguments: str) -> int | None:
        found = re.search(r"0x([0-9a-f]+)", arguments.split(", ")[-1])
        return int(found[1], 16) if found else None

    def frame(self, start: int, end: int | None = None) -> int:
        """The bytes by which the beginning of a function lowers the stack pointer. Prologues that several
        functions have in common are functions themselves, called with `t0`."""
        total, upper = 0, {}
        for address, operation, arguments in self.lines[self.places[start] :]:
            if end is not None and address >= end:
                break
            words = arguments.split(", ")
            if operation == "addi" and words[:2] == ["sp", "sp"]:
                total -= min(int(words[2], 0), 0)
            elif operation == "lui":
                upper[words[0]] = int(words[1], 0) << 12
            elif operation == "addi" and words[0] == words[1] and words[0] in upper:
                upper[words[0]] += int(words[2], 0)
            elif operation in ("add", "sub") and words[:2] == ["sp", "sp"]:
                amount = upper.get(words[2], 0)
                total += min(amount, (1 << 32) - amount) if operation == "add" else amount
            elif operation in ("jal", "j") and (words[0] == "t0" or operation == "j"):
                target = self.target(arguments)
                name = self.names[self.function(target)]
                if found := re.match(r"__riscv_save_(\d+)", name):
                    total += (16, 32, 48, 64)[int(found[1]) // 4]
                elif operation == "jal":
                    total += self.frame(target)
                if operation == "j":
                    break
            elif operation in ("jal", "jalr", "jr", "ret") or operation.startswith("b"):
                break
        return total

    def calls(self) -> list[set[int]]:
        """The functions that each may call."""
        calls: list[set[int]] = [set() for _ in self.starts]
        taken: list[set[int]] = [set() for _ in self.starts]
        blind = set()
        known, upper = set(self.starts), {}
        for address, operation, arguments in self.lines:
            caller = self.function(address)
            words = arguments.split(", ")
            if operation == "lui":
                upper[words[0]] = int(words[1], 0) << 12
            elif operation == "addi" and words[1] in upper and re.fullmatch(r"-?(0x)?[0-9a-f]+", words[2]):
                made = (upper[words[1]] + int(words[2], 0)) & 0xFFFFFFFF
                if made in known:
                    taken[caller].add(self.function(made))
            elif operation == "jalr" and words[0] != "t0":
                blind.add(caller)
            elif operation in ("jal", "j") or operation.startswith("b"):
                target = self.target(arguments)
                if target is not None and self.function(target) != caller:
                    calls[caller].add(self.function(target))
        # Who calls through a pointer has it from a caller, or made it.
        for each in blind:
            for caller, callees in enumerate(calls):
                if each in callees or each == caller:
                    calls[each] = calls[each] | taken[caller]
        # What an object does at its end.
        ends = {place for place, name in enumerate(self.names) if re.search(r"CfD|_deallocating", name)}
        for place, name in enumerate(self.names):
            if name == "_swift_embedded_invoke_heap_object_destroy":
                calls[place] |= ends
        return calls


def main(path: str, limit: int | None) -> int:
    image = Image(path)
    calls = image.calls()
    ends = image.starts[1:] + [1 << 32]
    own = [
        0
        if name.startswith(("OUTLINED", "__riscv")) or start not in image.places
        else image.frame(start, end)
        for start, end, name in zip(image.starts, ends, image.names)
    ]
    depth: dict[int, tuple[int, int | None]] = {}
    above: list[int] = []
    circles: set[str] = set()

    def deepest(function: int) -> int:
        if image.names[function] in ENDS:
            return 0
        if function in depth:
            return depth[function][0]
        if function in above:
            circles.add(image.names[function])
            return 0
        above.append(function)
        best = max(((deepest(each), each) for each in calls[function]), default=(0, None))
        above.pop()
        depth[function] = (best[0] + own[function], best[1])
        return depth[function][0]

    sys.setrecursionlimit(10_000)
    total = deepest(image.names.index("main"))
    chain, function = [], image.names.index("main")
    told: set[int] = set()
    while function is not None and function in depth and function not in told:
        told.add(function)
        if own[function]:
            chain.append((own[function], image.names[function]))
        function = depth[function][1]
    names = run("swift-demangle", "--simplified", text="\n".join(name for _, name in chain)).splitlines()
    for (bytes, _), name in zip(chain, names):
        print(f"{bytes:6} {name[:110]}")
    for name in sorted(circles):
        print(f"       in a circle: {name}")
    print(f"stack: at most {total} bytes by the graph of calls" + (f" (limit {limit})" if limit else ""))
    return 0 if limit is None or total <= limit else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else None))
