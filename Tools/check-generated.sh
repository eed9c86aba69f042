#!/usr/bin/env bash
# Fails when a file in a folder named Generated is not what the generator makes of the model: runs
# Tools/generate.sh, compares, and puts the files back as they were, so that a check changes nothing.
set -euo pipefail
# shellcheck source=Tools/toolchain.sh
source "$(dirname "$0")/toolchain.sh"

[[ -x Tools/generate.sh ]] || fail "there is no Tools/generate.sh to generate with."

kept=.build/generated-before
rm -rf "$kept"
mkdir -p "$kept"
mapfile -t folders < <(find Sources Tests -type d -name Generated -not -path '*/.build/*' | sort)
((${#folders[@]})) || fail "no folder named Generated under Sources or Tests."
put_back() {
  local folder
  for folder in "${folders[@]}"; do
    rm -rf "$folder"
    cp -pR "$kept/$folder" "$folder"
  done
  rm -rf "$kept"
}
for folder in "${folders[@]}"; do
  mkdir -p "$kept/$(dirname "$folder")"
  cp -pR "$folder" "$kept/$folder"
done
trap put_back EXIT

# Everything goes first, so that a file the generator no longer makes is a difference too.
for folder in "${folders[@]}"; do find "$folder" -type f -delete; done
Tools/generate.sh >.build/generate.log 2>&1 || {
  cat .build/generate.log >&2
  fail "the generator failed."
}
different=0
: >.build/generated.diff
for folder in "${folders[@]}"; do
  diff -ru "$kept/$folder" "$folder" >>.build/generated.diff 2>&1 || different=1
done
if ((different)); then
  head -60 .build/generated.diff >&2
  fail "generated files are not what the generator makes; run Tools/generate.sh and commit the result."
fi
echo "generated files checked: $(find "${folders[@]}" -type f | wc -l) files, no difference: checks passed"
