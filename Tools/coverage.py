"""Prints line coverage by target from the JSON that llvm-cov exports; exit 1 below the thresholds.

A target is a folder Sources/LAYER/TARGET. Code that is in no measured binary counts as not covered,
so that a target without tests does not pass by being absent.
"""

import json
import pathlib
import re
import sys

CORE, REST = 95.0, 85.0


def main(report):
    root = pathlib.Path.cwd()
    data = json.loads(pathlib.Path(report).read_text())["data"][0]
    lines = {}
    for file in data["files"]:
        path = pathlib.Path(file["filename"])
        if path.is_relative_to(root / "Sources"):
            total = file["summary"]["lines"]
            lines[path.relative_to(root)] = (total["covered"], total["count"])

    targets, generated, unmeasured = {}, {}, []
    for path in sorted(pathlib.Path("Sources").rglob("*.swift")):
        target = targets.setdefault("/".join(path.parts[1:3]), [0, 0])
        covered, count = lines.get(path, (0, 0))
        if "Generated" in path.parts:
            sums = generated.setdefault("/".join(path.parts[1:3]), [0, 0, 0])
            sums[0] += covered
            sums[1] += count
            sums[2] += 1
            continue
        if path not in lines:
            count = uncompiled_lines(path)
            if count:
                unmeasured.append(path)
        target[0] += covered
        target[1] += count

    failures = []
    print(f"{'target':<28}{'lines':>7}{'covered':>9}{'%':>8}{'needed':>8}")
    for name, (covered, count) in sorted(targets.items()):
        needed = CORE if name.startswith("Core/") else REST
        if count == 0:
            print(f"{name:<28}{'-':>7}{'-':>9}{'-':>8}{needed:>8.0f}")
            continue
        percent = 100 * covered / count
        if percent < needed:
            failures.append(name)
        mark = "  below" if percent < needed else ""
        print(f"{name:<28}{count:>7}{covered:>9}{percent:>8.1f}{needed:>8.0f}{mark}")
    for name, (covered, count, files) in sorted(generated.items()):
        percent = f"{100 * covered / count:.1f}" if count else "-"
        print(f"{name + ' (generated)':<28}{count:>7}{covered:>9}{percent:>8}   not counted, {files} files")
    for path in unmeasured:
        print(f"in no measured binary: {path}")
    for name in failures:
        print(f"least covered in {name}:")
        worst = sorted(
            (count - covered, path, covered, count)
            for path, (covered, count) in lines.items()
            if "/".join(path.parts[1:3]) == name and "Generated" not in path.parts
        )
        for missed, path, covered, count in worst[:-6:-1]:
            print(f"  {missed:>5} of {count:>5} lines not run: {path}")
    if failures:
        sys.exit(f"error: line coverage below what is needed: {', '.join(failures)}")


def uncompiled_lines(path):
    """Lines inside functions, roughly: enough to see that there is code nobody ran."""
    text = path.read_text()
    if not re.search(r"\b(func|init|deinit|subscript)\b", text):
        return 0
    return sum(1 for line in text.splitlines() if line.startswith("    ") and line.strip())


if __name__ == "__main__":
    main(sys.argv[1])
