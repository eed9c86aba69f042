"""Prints each import of a target of this package that the importing target does not declare.

Takes the output of `swift package describe --type json`; exit 1 when there is one.
"""

import json
import pathlib
import re
import sys

IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?"
    r"import\s+(?:(?:struct|class|enum|protocol|typealias|func|var|let)\s+)?(\w+)"
)


def main(description):
    targets = json.loads(pathlib.Path(description).read_text())["targets"]
    ours = {target["name"] for target in targets}
    found = False
    for target in targets:
        allowed = set(target.get("target_dependencies", [])) | {target["name"]}
        for source in target["sources"]:
            path = pathlib.Path(target["path"], source)
            if path.suffix != ".swift":
                continue
            for number, line in enumerate(path.read_text().splitlines(), 1):
                match = IMPORT.match(line)
                if match and match[1] in ours - allowed:
                    print(f"{path}:{number}: {target['name']} does not declare {match[1]} in Package.swift")
                    found = True
    sys.exit(found)


if __name__ == "__main__":
    main(sys.argv[1])
