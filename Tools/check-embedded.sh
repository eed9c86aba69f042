#!/usr/bin/env bash
# Guards the promise that everything in Sources/Core runs on a small chip: looks for words that Core
# may not use; compiles each Core module as Embedded Swift for riscv32; links the self-test with them,
# without the Unicode tables, so that comparing or hashing a String is a link error; prints the bytes
# of flash and RAM it takes; and runs the self-test on this machine, in Embedded mode too.
set -euo pipefail
# shellcheck source=Tools/toolchain.sh
source "$(dirname "$0")/toolchain.sh"

# Every Core module, each after those it imports.
modules=(OCPPJSON SmartCharging OCPPRPC OCPP16 OCPP2 Journal WebSocketStream StationCore CSMSCore)
# The whole self-test with every module may not grow beyond this without somebody saying why.
# (Of 2.x the name tables of all its messages come along, 45 KB, as soon as one message is used: the
# compiler puts a module's constants into one section.)
flash_limit=${FLASH_LIMIT:-196608}

chip=riscv32-none-none-eabi
host="$(uname -m)-unknown-linux-gnu"
out=.build/embedded
language=(
  -swift-version 6 -enable-experimental-feature Embedded -enable-experimental-feature Extern
  -wmo -parse-as-library -package-name swift-ocpp -warnings-as-errors
  -enable-upcoming-feature ExistentialAny
  -enable-upcoming-feature InternalImportsByDefault
  -enable-upcoming-feature MemberImportVisibility
)
for_chip=(
  -target "$chip" -Osize -Xcc -march=rv32imac -Xcc -mabi=ilp32 -Xcc -ffreestanding
  -Xfrontend -function-sections -Xfrontend -disable-stack-protector
)
# Tools/embedded/messages.swift is part of the self-test as soon as there are messages.
[[ -e Sources/Core/OCPP16/Placeholder.swift ]] || language+=(-D MESSAGES)
for_host=(-target "$host" -O)

# compile NAME FOLDER_OF_SOURCES FOLDER_OF_RESULTS FLAG...
compile() {
  local name=$1 from=$2 to=$3 module_flags=() sources
  shift 3
  [[ "$name" == SelfTest ]] || module_flags=(-emit-module -emit-module-path "$to/$name.swiftmodule")
  # Not compiled again unless it, this script or another module of the build is newer.
  if [[ -e "$to/$name.o" && -z "$(find "$from" "$to"/*.changed "$0" -newer "$to/$name.o")" ]]; then
    return 0
  fi
  touch "$to/$name.changed"
  rm -f "$to/$name.o"
  mapfile -d '' sources < <(find "$from" -name '*.swift' -print0 | sort -z)
  swiftc "${language[@]}" "$@" -I "$to" -module-name "$name" \
    "${module_flags[@]}" -c "${sources[@]}" -o "$to/$name.o"
}

# compile_all FOLDER_OF_RESULTS FLAG...
compile_all() {
  local to=$1 module
  shift
  mkdir -p "$to"
  touch -d @0 "$to/none.changed"
  for module in "${modules[@]}"; do
    compile "$module" "Sources/Core/$module" "$to" "$@" ||
      fail "$module does not compile as Embedded Swift."
  done
  compile SelfTest Tools/embedded "$to" "$@" || fail "the self-test does not compile."
}

link_for_chip() {
  local to=$out/$chip undefined unicode
  "$(tool clang)" --target="$chip" -march=rv32imac -mabi=ilp32 -ffreestanding -ffunction-sections \
    -fdata-sections -fno-builtin -Os -Wall -Wextra -c Tools/embedded/runtime.c -o "$to/runtime.o"
  local objects=()
  for module in "${modules[@]}" SelfTest runtime; do objects+=("$to/$module.o"); done
  # All of Core, whether the self-test reaches it or not: no section is dropped here.
  if ! "$(tool ld.lld)" -T Tools/embedded/chip.ld --error-limit=0 -o "$to/whole.elf" "${objects[@]}" \
    2>"$to/link.log"; then
    undefined=$(sed -n 's/.*undefined symbol: //p' "$to/link.log" | sort -u)
    unicode=$(grep -E '^_swift_stdlib_' <<<"$undefined" || true)
    if [[ -n "$unicode" ]]; then
      echo "Core compares, hashes, sorts, splits or counts a String somewhere, which needs Unicode" >&2
      echo "tables of 60 KB (compare UTF-8 bytes instead). Undefined symbols, and who uses them:" >&2
      swift demangle --simplified <"$to/link.log" | grep -A 3 'undefined symbol: _swift_stdlib_' >&2
    else
      cat "$to/link.log" >&2
    fi
    fail "Core does not link for $chip: $(tr '\n' ' ' <<<"${undefined:-see above}")"
  fi
  "$(tool ld.lld)" -T Tools/embedded/chip.ld --gc-sections -Map="$to/selftest.map" \
    -o "$to/selftest.elf" "${objects[@]}"
}

# Prints "FLASH RAM" in bytes: code, constants and initial values; variables without the test's heap.
sizes() {
  "$(tool llvm-objdump)" -h "$1" | perl -ne '
    next unless /^\s*\d+\s+(\.\w+)\s+([0-9a-f]+)\s/;
    my ($name, $bytes) = ($1, hex $2);
    $flash += $bytes if $name =~ /^\.(text|rodata|data)$/;
    $ram += $bytes if $name =~ /^\.(data|bss)$/;
    END { print $flash + 0, " ", ($ram > 65536 ? $ram - 65536 : $ram + 0), "\n" }'
}

# Prints the bytes of flash each object file contributes, from the linker's map.
sizes_by_module() {
  perl -ne '
    next unless /^\s*[0-9a-f]+\s+[0-9a-f]+\s+([0-9a-f]+)\s+\d+\s+\S*?(\w+)\.o:\(\.(text|rodata|srodata|data|sdata)\b/;
    $bytes{$2} += hex $1;
    END { print join(", ", map { "$_ $bytes{$_}" } sort { $bytes{$b} <=> $bytes{$a} } keys %bytes), "\n" }
  ' "$1"
}

Tools/core-words.pl "${modules[@]}" || fail "Sources/Core uses words that cannot run on a chip."

compile_all "$out/$chip" "${for_chip[@]}"
link_for_chip
read -r flash ram < <(sizes "$out/$chip/selftest.elf")
echo "riscv32: $flash bytes of flash, $ram bytes of RAM before the heap (flash limit $flash_limit)"
echo "of this: $(sizes_by_module "$out/$chip/selftest.map")"
((flash <= flash_limit)) || fail "the self-test takes more flash than $flash_limit bytes."

resources="$swift_bin/../lib/swift/embedded/$host"
if [[ -d "$resources" ]]; then
  compile_all "$out/$host" "${for_host[@]}"
  objects=()
  for module in "${modules[@]}" SelfTest; do objects+=("$out/$host/$module.o"); done
  "$(tool clang)" -fuse-ld=lld -o "$out/$host/selftest" "${objects[@]}" \
    2>"$out/$host/link.log" || { cat "$out/$host/link.log" >&2; fail "the self-test does not link for $host."; }
  "$out/$host/selftest" >"$out/$host/selftest.log" ||
    { cat "$out/$host/selftest.log" >&2; fail "the self-test failed."; }
  grep -q '^ok' "$out/$host/selftest.log" || fail "the self-test printed nothing."
  echo "self-test in Embedded mode: $(grep -c '^ok' "$out/$host/selftest.log") checks passed"
else
  echo "self-test not run: this toolchain has no Embedded Swift for $host"
fi
