#!/usr/bin/env bash
# Builds the station page: the charge point as WebAssembly from Browser/, its page beside it, each
# compressed too, and the table of them that the next build of `ocpp` takes in. Everything goes to
# .build/station-page/. With `--if-possible`, a toolchain that cannot build WebAssembly is no error:
# `ocpp serve` then says at /station what is missing.
set -euo pipefail
# shellcheck source=Tools/toolchain.sh
source "$(dirname "$0")/toolchain.sh"

out=.build/station-page
triple=wasm32-unknown-none-wasm

if [[ ! -d "$swift_bin/../lib/swift/embedded/$triple" ]]; then
  [[ "${1:-}" == --if-possible ]] || fail "this Swift toolchain has no Embedded Swift for $triple; the one of swift.org has."
  echo "No station page: this Swift toolchain cannot build WebAssembly." >&2
  exit 0
fi

swift build --package-path Browser -c release --triple "$triple" --toolset Browser/toolset.json >&2
fresh=$out.new
rm -rf "$fresh"
mkdir -p "$fresh"
cp Browser/web/* "$fresh/"
cp "Browser/.build/$triple/release/StationPage.wasm" "$fresh/station.wasm"

type_of() {
  case "$1" in
    *.html) echo "text/html; charset=utf-8" ;;
    *.css) echo "text/css; charset=utf-8" ;;
    *.js) echo "text/javascript; charset=utf-8" ;;
    *.svg) echo "image/svg+xml" ;;
    *.wasm) echo "application/wasm" ;;
    *) fail "Browser/web/$1: no media type is known for this file." ;;
  esac
}

# The table in C, which Sources/Edges/Libraries/CStationPage includes.
number=0 table=
names=$(cd "$fresh" && ls)
for name in $names; do
  type=$(type_of "$name")
  gzip -9 -n -c "$fresh/$name" >"$fresh/$name.gz"
  {
    printf 'static const unsigned char plain%d[] = {\n#embed "%s"\n};\n' "$number" "$name"
    printf 'static const unsigned char gzip%d[] = {\n#embed "%s.gz"\n};\n' "$number" "$name"
  } >>"$fresh/files.inc"
  tag=$(sha256sum "$fresh/$name" | cut -c1-16)
  table+="  {\"$name\", \"$type\", \"\\\"$tag\\\"\", plain$number, sizeof plain$number, gzip$number, sizeof gzip$number},
"
  number=$((number + 1))
done
printf 'static const struct station_page_file files[] = {\n%s};\n' "$table" >>"$fresh/files.inc"

# What did not change is not built again.
if ! diff -rq "$fresh" "$out" >/dev/null 2>&1; then
  rm -rf "$out"
  mv "$fresh" "$out"
  touch Sources/Edges/Libraries/CStationPage/files.c
else
  rm -rf "$fresh"
fi
plain=$(stat -c %s "$out"/*.html "$out"/*.css "$out"/*.js "$out"/*.svg "$out"/*.wasm | awk '{ n += $1 } END { print n }')
small=$(stat -c %s "$out"/*.gz | awk '{ n += $1 } END { print n }')
echo "station page: $small bytes compressed ($plain plain), of this WebAssembly" \
  "$(stat -c %s "$out/station.wasm.gz") ($(stat -c %s "$out/station.wasm"))"
