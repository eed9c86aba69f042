#!/usr/bin/env bash
# Builds the charge point for C: .build/c-library/TARGET/libocppstation.a beside ocpp_station.h, for this
# machine and for a riscv32 chip; checks that it needs nothing but a C library; builds the examples with
# plain cc and c++; prints what it takes. `Tools/c-library.sh linux` or `riscv32` only that one.
set -euo pipefail
# shellcheck source=Tools/toolchain.sh
source "$(dirname "$0")/toolchain.sh"

out=.build/c-library
header=CInterface/Sources/COCPPStation/include/ocpp_station.h
# What a C library has, and for a chip also the compiler's own arithmetic.
allowed='memcpy|memmove|memset|memcmp|malloc|free|posix_memalign|arc4random_buf|__stack_chk_(fail|guard)'
arithmetic='__(u?div|u?mod|mul)di3|__u?divmoddi4|__(ashl|ashr|lshr)di3|__mulodi4|__muloti4'

# make_library NAME TRIPLE
make_library() {
  local name=$1 triple=$2 folder=$out/$1 library undefined defined needed
  swift build --package-path CInterface --scratch-path "CInterface/.build/$name" -c release \
    --product ocppstation --triple "$triple" --toolset "CInterface/toolset-$name.json" >&2
  library=CInterface/.build/$name/$triple/release/libocppstation.a
  mkdir -p "$folder"
  cp "$header" "$folder/"
  "$(tool llvm-objcopy)" --strip-debug "$library" "$folder/libocppstation.a"
  undefined=$("$(tool llvm-nm)" --undefined-only --no-sort -j "$folder/libocppstation.a" 2>/dev/null | grep -v ':$' | sort -u)
  defined=$("$(tool llvm-nm)" --defined-only --no-sort -j "$folder/libocppstation.a" 2>/dev/null | grep -v ':$' | sort -u)
  needed=$(comm -23 <(echo "$undefined") <(echo "$defined") | grep -vE "^($allowed|$arithmetic)$" | grep . || true)
  [[ -z "$needed" ]] || fail "libocppstation.a for $name needs more than a C library: $(tr '\n' ' ' <<<"$needed")"
}

# The bytes of code, constants and initial values of a linked program.
bytes_of() {
  "$(tool llvm-objdump)" -h "$1" | perl -ne '
    next unless /^\s*\d+\s+(\.\S+)\s+([0-9a-f]+)\s/;
    my ($name, $bytes) = ($1, hex $2);
    $sum += $bytes if $name =~ /^\.(text|rodata|srodata|data|sdata)(\.|$)/;
    END { print $sum + 0, "\n" }'
}

# The header alone, in both languages, with nothing beside the standard; and every function it promises is
# in the library.
check_header() {
  local strict=(-Wall -Wextra -Wpedantic -Werror -fsyntax-only) promised missing
  cc -std=c11 "${strict[@]}" -x c "$header"
  c++ -std=c++17 "${strict[@]}" -x c++ "$header"
  promised=$(grep -oE '^(const char \*|[a-z0-9_]+ )ocpp_[a-z_]+\(' "$header" | grep -oE 'ocpp_[a-z_]+\(' | tr -d '(' | sort -u)
  missing=$(comm -23 <(echo "$promised") \
    <("$(tool llvm-nm)" --defined-only -j "$out/linux/libocppstation.a" 2>/dev/null | grep '^ocpp_' | sort -u))
  [[ -n "$promised" && -z "$missing" ]] || fail "ocpp_station.h promises what the library has not: $missing"
}

make_linux() {
  local flags=(-Os -Wall -Wextra -Werror -I"$out/linux" -Wl,--gc-sections) program
  make_library linux "$(uname -m)-unknown-linux-gnu"
  check_header
  cc -std=gnu11 "${flags[@]}" Examples/c-linux/*.c "$out/linux/libocppstation.a" -o "$out/station"
  for program in misuse steady; do
    cc -std=c11 -pedantic "${flags[@]}" "Tests/CInterface/$program.c" "$out/linux/libocppstation.a" -o "$out/$program"
  done
  cc -std=gnu11 "${flags[@]}" Tests/CInterface/services.c Examples/c-linux/linux.c "$out/linux/libocppstation.a" -o "$out/services"
  c++ -std=c++17 "${flags[@]}" -IExamples/arduino/host Examples/arduino/host/main.cpp \
    "$out/linux/libocppstation.a" -o "$out/sketch"
  echo "C library: libocppstation.a needs only libc; Examples/c-linux takes $(bytes_of "$out/station") bytes with all of it"
}

make_riscv32() {
  make_library riscv32 riscv32-none-none-eabi
  # All that the interface reaches, as an image would link it; the names a board brings stay open.
  local roots
  roots=$("$(tool llvm-nm)" --defined-only -j "$out/riscv32/libocppstation.a" 2>/dev/null | grep -E '^ocpp_' | sort -u)
  # shellcheck disable=SC2046
  "$(tool ld.lld)" -m elf32lriscv --gc-sections --unresolved-symbols=ignore-all -e ocpp_station_new \
    $(sed 's/^/--undefined=/' <<<"$roots") "$out/riscv32/libocppstation.a" -o "$out/riscv32.elf"
  echo "C library on riscv32: $(bytes_of "$out/riscv32.elf") bytes of flash with every function of the interface"
  make_chip
}

# A program in C with the library, whole, for qemu's virt machine.
make_chip() {
  local board=Firmware/qemu-virt/Sources source objects=() libraries
  local machine=(-march=rv32imac -mabi=ilp32)
  local picolibc=/usr/lib/picolibc/riscv64-unknown-elf
  for source in "$board"/Board/{board.c,meter.c,random.c,start.S} "$board/CProgram/program.c"; do
    objects+=("$out/riscv32/$(basename "${source%.*}").o")
    "$(tool clang)" --target=riscv32-none-none-eabi "${machine[@]}" -std=gnu11 -ffreestanding -fno-pic \
      -fno-builtin -ffunction-sections -fdata-sections -Os -Wall -Wextra -Werror \
      -isystem "$picolibc/include" -I "$board/Board/include" -I "$out/riscv32" -c "$source" -o "${objects[-1]}"
  done
  libraries=$(riscv64-unknown-elf-gcc "${machine[@]}" -print-libgcc-file-name) ||
    fail "riscv64-unknown-elf-gcc is missing. Run Tools/setup.sh."
  libraries=$(dirname "$libraries")
  "$(tool ld.lld)" -T Firmware/qemu-virt/board/virt.ld --gc-sections --icf=all -o "$out/chip.elf" \
    "${objects[@]}" "$out/riscv32/libocppstation.a" -L "$picolibc/lib/release/rv32imac/ilp32" -lc \
    -L "$libraries" -lgcc
  echo "a program in C on the emulated chip: $(bytes_of "$out/chip.elf") bytes of flash"
}

case "${1:-all}" in
  all) make_linux; make_riscv32 ;;
  linux | riscv32) "make_$1" ;;
  *) fail "usage: Tools/c-library.sh [linux|riscv32]" ;;
esac
