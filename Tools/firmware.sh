#!/usr/bin/env bash
# Builds the firmware for qemu's virt machine, whole, without an operating system, and prints what it
# takes by module, and the deepest chain of calls; guards its budgets of flash and stack.
# `Tools/firmware.sh run` then boots it against a central system on 127.0.0.1 (PORT, 8000 unless set).
# `Tools/firmware.sh core` builds a second image, with the Core profile alone, in .build/firmware/core;
# `modules` only compiles Core for the chip.
set -euo pipefail
# shellcheck source=Tools/toolchain.sh
source "$(dirname "$0")/toolchain.sh"

usage="usage: Tools/firmware.sh [build|run|core|modules]"
case "${1:-build}" in
  build | run | core | modules) ;;
  --help | -h) echo "$usage"; exit 0 ;;
  *) fail "$usage" ;;
esac

# What each image may take today, in bytes of flash (docs/decisions/0039-chip-budgets.md).
flash_limit=${FLASH_LIMIT:-165000}
goal=120000
# How deep its stack may become by the graph of its calls.
stack_limit=${STACK_LIMIT:-3300}
modules=(OCPPJSON SmartCharging OCPPRPC OCPP16 Journal WebSocketStream StationCore)
chip=riscv32-none-none-eabi
board=Firmware/qemu-virt
out=.build/firmware
machine=(-march=rv32imac -mabi=ilp32)
language=(
  -swift-version 6 -enable-experimental-feature Embedded
  -enable-experimental-feature RawLayout -wmo -parse-as-library
  -package-name swift-ocpp -warnings-as-errors -target "$chip" -Osize
  -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault
  -enable-upcoming-feature MemberImportVisibility
  -Xcc -march=rv32imac -Xcc -mabi=ilp32 -Xcc -ffreestanding -Xcc -fno-pic
  -Xfrontend -function-sections -Xfrontend -disable-stack-protector
  -enforce-exclusivity=unchecked
  # The linker optimizes the program as a whole: it knows that nobody else calls a function.
  -lto=llvm-full -Xcc -msave-restore
  # A call is smaller than what it calls: retaining an object alone was expanded in 300 places.
  -Xllvm -inline-threshold=-1000 -Xllvm -sil-inline-overall-caller-block-limit=5
)
before=()
# Where what differs between the images goes: the station and what is built on it.
own=$out conditions=(-D STANDARD_ONLY)
if [[ "${1:-build}" == core ]]; then
  own=$out/core conditions+=(-D CORE_PROFILE_ONLY) flash_limit=${CORE_FLASH_LIMIT:-122850} goal=60000
fi
mkdir -p "$own"

# compile NAME FOLDER RESULTS FLAG...
compile() {
  local name=$1 from=$2 to=$3 sources
  shift 3
  # Not compiled again unless it, this script or a module before it is newer.
  if [[ -e "$to/$name.o" && -z "$(find "$from" "${before[@]}" "$0" -newer "$to/$name.o")" ]]; then
    before+=("$to/$name.o")
    return 0
  fi
  before+=("$to/$name.o")
  mapfile -d '' sources < <(find "$from" -name '*.swift' -print0 | sort -z)
  swiftc "${language[@]}" "$@" -I "$own" -I "$out" -I "$board/Sources/Board/include" -module-name "$name" \
    -c "${sources[@]}" -o "$to/$name.o"
}
objects=()
for module in "${modules[@]}"; do
  to=$out flags=()
  [[ "$module" != StationCore ]] || to=$own flags=("${conditions[@]}")
  compile "$module" "Sources/Core/$module" "$to" "${flags[@]}" -emit-module \
    -emit-module-path "$to/$module.swiftmodule"
  objects+=("$to/$module.o")
done
[[ "${1:-build}" != modules ]] || exit 0
compile Firmware "$board/Sources/Firmware" "$own"
objects+=("$own/Firmware.o")
for source in board.c arithmetic.c meter.c random.c start.S; do
  "$(tool clang)" --target="$chip" "${machine[@]}" -ffreestanding -fno-pic -fno-builtin \
    -ffunction-sections -fdata-sections -Os -Wall -Wextra -Werror -I "$board/Sources/Board/include" \
    -c "$board/Sources/Board/$source" -o "$out/${source%.*}.o"
done

libraries=$(riscv64-unknown-elf-gcc "${machine[@]}" -print-libgcc-file-name) ||
  fail "riscv64-unknown-elf-gcc is missing. Run Tools/setup.sh."
libraries=$(dirname "$libraries")
picolibc=/usr/lib/picolibc/riscv64-unknown-elf/lib/release/rv32imac/ilp32
for part in board arithmetic meter random start; do objects+=("$out/$part.o"); done
# Only what is smaller than a call of it becomes part of its callers, and what has one caller, unless it needs
# much of the stack: frames of large functions were a fifth of it. The others keep code where it is (what they
# order for speed takes more room), and make comparisons of tables of addresses
# (docs/decisions/0039-chip-budgets.md).
smaller=()
for option in -inline-threshold=-26 -inline-max-stacksize=100 -machine-sink-split=false \
  -enable-misched=false -disable-block-placement -split-spill-mode=size -disable-machine-licm \
  -hoist-cheap-insts=false -consthoist-with-block-frequency=false -riscv-min-jump-table-entries=16 \
  -aggressive-machine-cse -global-merge-on-const; do
  smaller+=(-mllvm "$option")
done
# Without libswiftUnicodeDataTables.a, so that comparing a String is a link error.
"$(tool ld.lld)" -T "$board/board/virt.ld" --gc-sections --icf=all --relax-gp -Map="$own/firmware.map" \
  -plugin-opt=-mattr=+m,+a,+c,+relax,+save-restore -mllvm -target-abi=ilp32 "${smaller[@]}" \
  -o "$own/firmware.elf" "${objects[@]}" -L "$picolibc" -lc -L "$libraries" -lgcc

# A program that tries the flash driver, without a charge point (Tests/Firmware/flash.c).
"$(tool clang)" --target="$chip" "${machine[@]}" -ffreestanding -fno-builtin -Os -Wall -Wextra -Werror \
  -I "$board/Sources/Board/include" -c Tests/Firmware/flash.c -o "$out/flash-test.o"
"$(tool ld.lld)" -T "$board/board/virt.ld" --gc-sections -o "$out/flash-test.elf" \
  "$out"/{flash-test,board,arithmetic,start}.o

read -r flash ram < <("$(tool llvm-objdump)" -h "$own/firmware.elf" | perl -ne '
  next unless /^\s*\d+\s+\.(\w+)\s+([0-9a-f]+)\s/;
  my ($section, $bytes) = ($1, hex $2);
  $flash += $bytes if $section =~ /^(text|rodata|data)$/;
  $ram += $bytes if $section =~ /^(data|bss)$/;
  END { print $flash + 0, " ", $ram + 0, "\n" }')
# By the module of the function: its mangled name begins with it, whoever it was made for.
perl -ne '
  next unless /^\s*[0-9a-f]+\s+[0-9a-f]+\s+([0-9a-f]+)\s+\d+\s+\S*?(\w+)\.(?:o|a\(.*?\)):\(\.(text|s?rodata|s?data|s?bss)\b(\S*)\)/;
  my ($bytes, $file, $section, $name) = (hex $1, $2, $3, $4);
  my $module = $file;
  if ($name =~ /\$e(\d+)(\w+)/) { $module = substr $2, 0, $1 }
  elsif ($name =~ /\$eS|\$es|swift_/) { $module = "Swift" }
  elsif ($file eq "lto") { $module = $section eq "text" ? "outlined" : "constants" }
  $flash{$module} += $bytes if $section !~ /bss/;
  $ram{$module} += $bytes if $section =~ /^s?(data|bss)$/;
  END {
    printf "%-18s %8s %8s\n", "module", "flash", "RAM";
    printf "%-18s %8d %8d\n", $_, $flash{$_} // 0, $ram{$_} // 0
      for sort { ($flash{$b} // 0) <=> ($flash{$a} // 0) } keys %flash;
  }' "$own/firmware.map"
echo "firmware: $flash bytes of flash (limit $flash_limit, goal $goal), $ram bytes of RAM before heap and stack"
((flash <= flash_limit)) || fail "the firmware takes more flash than $flash_limit bytes."
PATH="$swift_bin:$PATH" python3 -B Tools/stack-depth.py "$own/firmware.elf" "$stack_limit" ||
  fail "the firmware's stack may become deeper than $stack_limit bytes."

if [[ "${1:-build}" == run ]]; then
  command -v qemu-system-riscv32 >/dev/null || fail "qemu-system-riscv32 is missing. Run Tools/setup.sh."
  port=${PORT:-8000}
  [[ -e "$out/run.flash" ]] || head -c 33554432 /dev/zero | tr '\0' '\377' >"$out/run.flash"
  : >"$out/commands"
  echo
  echo "CHIP-1 boots against 127.0.0.1:$port. In another terminal, a line each:"
  for command in 'plug 1' 'ready 1' 'tag 1 CARD' 'stop 1' 'unplug 1' 'off 0'; do
    echo "  echo '$command' >> $out/commands"
  done
  echo "Ctrl-C cuts its power; its flash and meters stay in $out."
  if ! (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
    echo "Nobody listens there yet: .build/release/ocpp serve --open --port $port (the chip tries again by itself)"
  fi
  echo
  exec qemu-system-riscv32 -machine virt -cpu rv32,f=off,d=off -m 16M -nographic -monitor none \
    -bios "$out/firmware.elf" \
    -chardev "socket,id=net,host=127.0.0.1,port=$port,server=off,reconnect=1" \
    -serial chardev:net -chardev stdio,id=log \
    -global virtio-mmio.force-legacy=false -device virtio-rng-device \
    -semihosting-config "enable=on,target=native,chardev=log,arg=firmware,arg=folder=$out" \
    -drive "if=pflash,unit=1,format=raw,file=$out/run.flash"
fi
