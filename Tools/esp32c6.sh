#!/usr/bin/env bash
# The charge point of Firmware/esp32c6 as one object for ESP-IDF's linker: `Tools/esp32c6.sh object FILE`
# makes it, which is what the project's CMake calls; `Tools/esp32c6.sh` makes it too, checks the C layer
# against the declared functions of ESP-IDF, and that the object needs nothing but board.h and a C
# library, and prints what it takes.
set -euo pipefail
# CMake calls this from its own folder.
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=Tools/toolchain.sh
source Tools/toolchain.sh

usage="usage: Tools/esp32c6.sh [check|object FILE]"
chip=riscv32-none-none-eabi
# ESP-IDF's own for this chip.
machine=(-march=rv32imac_zicsr_zifencei -mabi=ilp32)
project=Firmware/esp32c6
modules=(OCPPJSON SmartCharging OCPPRPC OCPP16 Journal WebSocketStream StationCore)
core=.build/firmware
out=.build/esp32c6
libc='memcpy|memmove|memset|memcmp|malloc|free|posix_memalign|arc4random_buf'
arithmetic='__(u?div|u?mod|mul)di3|__u?divmoddi4|__(ashl|ashr|lshr)di3|__(ctz|clz|popcount)[sd]i2|__riscv_(save|restore)_[0-9]+'

make_object() {
  local flags=() sources objects=()
  mkdir -p "$out"
  Tools/firmware.sh modules
  for flag in "${machine[@]}" -ffreestanding -fno-pic -msave-restore; do flags+=(-Xcc "$flag"); done
  mapfile -d '' sources < <(find "$project/Sources" -name '*.swift' -print0 | sort -z)
  swiftc -swift-version 6 -enable-experimental-feature Embedded -wmo -parse-as-library \
    -package-name swift-ocpp -warnings-as-errors -target "$chip" -Osize \
    -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault \
    -enable-upcoming-feature MemberImportVisibility -Xfrontend -function-sections \
    -Xfrontend -disable-stack-protector -enforce-exclusivity=unchecked -lto=llvm-full \
    -Xllvm -inline-threshold=-1000 -Xllvm -sil-inline-overall-caller-block-limit=5 "${flags[@]}" \
    -I "$core" -I "$project/main/include" -module-name Charger -c "${sources[@]}" -o "$out/Charger.o"
  for module in "${modules[@]}"; do objects+=("$core/$module.o"); done
  # One object of machine code, so that any linker takes it; without libswiftUnicodeDataTables.a.
  "$(tool ld.lld)" -m elf32lriscv -r --icf=none -plugin-opt=-mattr=+m,+a,+c,+relax,+save-restore \
    -mllvm -target-abi=ilp32 -mllvm -inline-threshold=-26 -mllvm -inline-max-stacksize=100 \
    -mllvm -machine-sink-split=false -mllvm -enable-misched=false -mllvm -disable-block-placement \
    -mllvm -split-spill-mode=size -mllvm -disable-machine-licm -mllvm -hoist-cheap-insts=false \
    -mllvm -consthoist-with-block-frequency=false -mllvm -riscv-min-jump-table-entries=16 \
    -mllvm -aggressive-machine-cse -mllvm -global-merge-on-const -o "$out/charger.o" "$out/Charger.o" "${objects[@]}"
}

# symbols --undefined-only|--defined-only FILE...
symbols() {
  "$(tool llvm-nm)" "$1" -j "${@:2}" 2>/dev/null | grep -v ':$' | grep . | sort -u
}

check() {
  local picolibc=/usr/lib/picolibc/riscv64-unknown-elf source objects=() needed declared
  make_object
  for source in "$project"/main/*.c; do
    objects+=("$out/$(basename "$source" .c).o")
    "$(tool clang)" --target="$chip" "${machine[@]}" -std=gnu17 -Os -ffunction-sections -Wall -Wextra \
      -Werror -isystem "$picolibc/include" -isystem "$project/prototypes" -I "$project/main/include" \
      -c "$source" -o "${objects[-1]}"
  done
  # What can be run here runs here, on an ESP-IDF that pretends.
  for source in transfers electronics; do
    "$(tool clang)" -fuse-ld=lld -std=gnu17 -O1 -g -fsanitize=address,undefined -Wall -Wextra -Werror -Wno-unused-value \
      -isystem "$project/prototypes" -I "$project/main/include" "Tests/Firmware/$source.c" -o "$out/$source"
    "$out/$source"
  done
  # The object needs what the C layer has, and of a C library no more than this.
  needed=$(comm -23 <(symbols --undefined-only "$out/charger.o") <(symbols --defined-only "${objects[@]}") |
    grep -vE "^($libc|$arithmetic)$" || true)
  [[ -z "$needed" ]] || fail "the charge point needs what nobody has: $(tr '\n' ' ' <<<"$needed")"
  # And the C layer has all that the header promises.
  declared=$(grep -oE '\b(board|charger)_[a-z_]+\(' "$project/main/include/board.h" | tr -d '(' | sort -u)
  needed=$(comm -23 <(echo "$declared") <(symbols --defined-only "${objects[@]}" "$out/charger.o"))
  [[ -z "$needed" ]] || fail "board.h declares what nobody has: $(tr '\n' ' ' <<<"$needed")"
  "$(tool ld.lld)" -m elf32lriscv --gc-sections --unresolved-symbols=ignore-all -e charger_run \
    -o "$out/charger.elf" "$out/charger.o"
  "$(tool llvm-objdump)" -h "$out/charger.elf" | perl -ne '
    next unless /^\s*\d+\s+\.(\S+)\s+([0-9a-f]+)\s/;
    my ($section, $bytes) = ($1, hex $2);
    $flash += $bytes if $section =~ /^(text|s?rodata|s?data)(\.|$)/;
    $ram += $bytes if $section =~ /^s?(data|bss)(\.|$)/;
    END { print "ESP32-C6: the charge point takes $flash bytes of flash, $ram bytes of RAM before the heap; ",
      "its C layer compiles against the declared ESP-IDF\n" }'
}

case "${1:-check}" in
  check) check ;;
  object)
    [[ $# -eq 2 ]] || fail "$usage"
    make_object
    cp "$out/charger.o" "$2"
    ;;
  --help | -h) echo "$usage" ;;
  *) fail "$usage" ;;
esac
