#!/usr/bin/env python3
"""Writes docs/coverage.md: the requirements on a charge point and the tests that name them.

The tests say it themselves with the trait `.covers("CP16-17")`. With --check nothing is written;
exit 1 when the file is not what would be written, or when a requirement has no test.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs/coverage.md"
REQUIREMENTS = ROOT / "docs/requirements-1.6.md"
TEST = re.compile(r'@Test\(\s*"((?:[^"\\]|\\.)*)"(.*?)\)\s*\n\s*(?:private )?func (\w+)', re.S)
COVERS = re.compile(r"\.covers\(([^)]*)\)")


def tests():
    found = {}
    for path in sorted((ROOT / "Tests").rglob("*.swift")):
        for title, traits, _ in TEST.findall(path.read_text()):
            for covers in COVERS.findall(traits):
                for number in re.findall(r'"(CP16-\d+)"', covers):
                    found.setdefault(number, []).append((title, path.parent.name))
    return found


def main():
    found = tests()
    lines = [
        "# Which test covers what",
        "",
        "Generated from the tests' traits by Tools/coverage-of-requirements.py; do not edit.",
        "The requirements themselves are in requirements-1.6.md.",
        "",
        "| requirement | tests |",
        "|---|---|",
    ]
    missing = []
    for line in REQUIREMENTS.read_text().splitlines():
        match = re.match(r"(\d+)\. (.*)", line)
        if not match:
            continue
        number = f"CP16-{match.group(1)}"
        covering = found.pop(number, [])
        if not covering:
            missing.append(number)
        text = "<br>".join(f"{title} ({where})" for title, where in covering) or "**none**"
        lines.append(f"| {number} | {text} |")
    text = "\n".join(lines) + "\n"
    for number in sorted(found):
        print(f"{number} is named by a test and is no requirement", file=sys.stderr)
    for number in missing:
        print(f"{number} has no test", file=sys.stderr)
    if "--check" in sys.argv:
        stale = not TARGET.exists() or TARGET.read_text() != text
        if stale:
            print("docs/coverage.md is not up to date: run Tools/coverage-of-requirements.py", file=sys.stderr)
        return 1 if stale or missing or found else 0
    TARGET.write_text(text)
    return 1 if missing or found else 0


sys.exit(main())
