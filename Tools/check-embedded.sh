#!/usr/bin/env bash
# Guards the promise that everything in Sources/Core runs on a small chip: looks for words that Core
# may not use; compiles each Core module as Embedded Swift for riscv32; links the self-test with them,
# without the Unicode tables, so that comparing or hashing a String is a link error; prints the bytes
# of flash and RAM it takes; and runs the self-test, a charging session included, in an emulated chip.
set -euo pipefail
# shellcheck source=Tools/toolchain.sh
source "$(dirname "$0")/toolchain.sh"

# Every Core module, in groups: each after those it imports. A group is compiled at the same time.
groups=(
  "OCPPJSON Journal" "OCPP16 OCPP2 OCPPRPC SmartCharging WebSocketStream" "StationCore CSMSCore"
)
read -ra modules <<<"${groups[*]}"
# The whole self-test with every module may not grow beyond this without somebody saying why: the
# charge point, the messages of all versions, and the journal. (Of 2.x the name tables of all its
# messages come along, 45 KB, as soon as one message is used: the compiler puts a module's constants
# into one section.) What a firmware takes is guarded by Tools/firmware.sh.
flash_limit=${FLASH_LIMIT:-400000}
# The heap in Tools/embedded/runtime.c, which is not Core's.
heap=262144

chip=riscv32-none-none-eabi
out=.build/embedded/$chip
language=(
  -swift-version 6 -enable-experimental-feature Embedded -enable-experimental-feature Extern
  -wmo -parse-as-library -package-name swift-ocpp -warnings-as-errors
  -enable-experimental-feature RawLayout -enable-upcoming-feature ExistentialAny
  -enable-upcoming-feature InternalImportsByDefault
  -enable-upcoming-feature MemberImportVisibility
  -target "$chip" -Osize -Xcc -march=rv32imac -Xcc -mabi=ilp32 -Xcc -ffreestanding
  -Xfrontend -function-sections -Xfrontend -disable-stack-protector
)
# Tools/embedded/messages.swift is part of the self-test as soon as there are messages.
[[ -e Sources/Core/OCPP16/Placeholder.swift ]] || language+=(-D MESSAGES)

# compile NAME FOLDER_OF_SOURCES
compile() {
  local name=$1 from=$2 module_flags=() sources
  [[ "$name" == SelfTest ]] || module_flags=(-emit-module -emit-module-path "$out/$name.swiftmodule")
  # Not compiled again unless it, this script or a module of an earlier group is newer.
  if [[ ! -e "$out/renewed" && -e "$out/$name.o" && -z "$(find "$from" "$0" -newer "$out/$name.o")" ]]; then
    return 0
  fi
  touch "$out/renewed.next"
  rm -f "$out/$name.o"
  mapfile -d '' sources < <(find "$from" -name '*.swift' -print0 | sort -z)
  swiftc "${language[@]}" -I "$out" -module-name "$name" "${module_flags[@]}" -c "${sources[@]}" \
    -o "$out/$name.o"
}

compile_all() {
  local group module job jobs
  mkdir -p "$out"
  rm -f "$out/renewed" "$out/renewed.next"
  for group in "${groups[@]}"; do
    jobs=()
    for module in $group; do
      compile "$module" "Sources/Core/$module" &
      jobs+=("$!:$module")
    done
    for job in "${jobs[@]}"; do
      wait "${job%%:*}" || fail "${job#*:} does not compile as Embedded Swift."
    done
    [[ ! -e "$out/renewed.next" ]] || mv "$out/renewed.next" "$out/renewed"
  done
  compile SelfTest Tools/embedded || fail "the self-test does not compile."
}

link_for_chip() {
  local to=$out undefined unicode
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
    END { print $flash + 0, " ", $ram - '"$heap"', "\n" }'
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

compile_all
link_for_chip
read -r flash ram < <(sizes "$out/selftest.elf")
echo "riscv32: $flash bytes of flash, $ram bytes of RAM before the heap (flash limit $flash_limit)"
echo "of this: $(sizes_by_module "$out/selftest.map")"
((flash <= flash_limit)) || fail "the self-test takes more flash than $flash_limit bytes."

command -v qemu-system-riscv32 >/dev/null || fail "qemu-system-riscv32 is missing. Run Tools/setup.sh."
timeout 60 qemu-system-riscv32 -machine virt -m 256M -display none -serial none -monitor none \
  -semihosting-config enable=on,target=native -bios "$out/selftest.elf" \
  >"$out/selftest.log" 2>&1 ||
  { cat "$out/selftest.log" >&2; fail "the self-test failed in the emulated chip."; }
! grep -qv '^ok ' "$out/selftest.log" || { cat "$out/selftest.log" >&2; fail "the self-test failed."; }
for promise in "a vehicle charges" "all of its energy is billed"; do
  grep -q "^ok .*$promise" "$out/selftest.log" || fail "the self-test did not say: $promise"
done
echo "self-test in the emulated chip: $(grep -c '^ok' "$out/selftest.log") checks passed"
