#!/bin/sh
# Fails when a generated file is not what the generator writes today.
set -eu
cd "$(dirname "$0")/.."
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
PYTHONDONTWRITEBYTECODE=1 python3 Tools/generator/generate.py --root "$fresh" Model/*.model

status=0
folders=$(cd "$fresh" && find . -type d -name Generated | sed 's|^\./||' | sort)
for folder in $folders; do
  if ! difference=$(diff -rq "$folder" "$fresh/$folder"); then
    status=1
    echo "$folder does not follow from Model/ as it is now:"
    printf '%s\n' "$difference" | sed "s|$fresh/|fresh:|g; s|^|  |"
    diff -ru "$folder" "$fresh/$folder" | grep -E '^[-+][^-+]' | cut -c1-110 | head -20 || true
  fi
done
if [ "$status" -ne 0 ]; then
  echo "Run: python3 Tools/generator/generate.py Model/*.model"
fi
PYTHONDONTWRITEBYTECODE=1 python3 Tools/coverage-of-requirements.py --check || status=1
exit "$status"
