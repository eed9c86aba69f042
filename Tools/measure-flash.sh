#!/usr/bin/env bash
# Prints what the messages of each version take of a chip's flash: a program that reads and writes every
# message of a version as a station does (half the directions), or both ways. Run after
# Tools/check-embedded.sh, whose objects it links. The first two lines differ only in whether the module
# of 2.x was among the linker's inputs: what nobody refers to costs nothing.
set -euo pipefail
# shellcheck source=Tools/toolchain.sh
source "$(dirname "$0")/toolchain.sh"

chip=riscv32-none-none-eabi
objects=.build/embedded/$chip
work=.build/embedded/flash
[[ -e "$objects/OCPP2.o" ]] || fail "run Tools/check-embedded.sh first."
mkdir -p "$work"

# probe MODULE VERSION ROLE: a program that reaches the messages of a version.
probe() {
  cat <<SWIFT
import $1
import OCPPJSON

@main struct Probe {
  static func decode<Part: OCPPObject>(_: Part.Type) {
    var reader = JSONReader(UnsafeBufferPointer(start: nil, count: 0))
    var part = Part(blank: ())
    part.read(&reader)
  }
  static func encode<Part: OCPPObject>(_: Part.Type) {
    var writer = JSONWriter()
    Part(blank: ()).write(&writer)
  }
  static func main() {
SWIFT
  awk -v role="$3" '
    function reach(way, type) { print "    " way "(" type ".self)" }
    $1 == "message" || $1 == "send" {
      request = $1 == "send" ? $2 : $2 "Request"
      from = $3 != "cs" || role == "all"
      to = $3 != "cp" || role == "all"
      if (from) reach("encode", request)
      if (to) reach("decode", request)
      if ($1 == "send") next
      if (from) reach("decode", $2 "Response")
      if (to) reach("encode", $2 "Response")
    }' "Model/ocpp$2.model"
  printf '  }\n}\n'
}

# flash NAME OBJECT...: the bytes of code, constants and initial values of the linked program.
flash() {
  local name=$1
  shift
  "$(tool ld.lld)" -T Tools/embedded/chip.ld --gc-sections -o "$work/$name.elf" "$work/$name.o" \
    "$objects/OCPPJSON.o" "$objects/runtime.o" "$@"
  "$(tool llvm-objdump)" -h "$work/$name.elf" | perl -ne '
    next unless /^\s*\d+\s+\.(text|rodata|data)\s+([0-9a-f]+)\s/;
    $flash += hex $2;
    END { print $flash + 0, "\n" }'
}

# measure MODULE VERSION ROLE OBJECT...
measure() {
  local name="probe-$2-$3"
  probe "$1" "$2" "$3" >"$work/$name.swift"
  swiftc -swift-version 6 -enable-experimental-feature Embedded -wmo -parse-as-library \
    -target "$chip" -Osize -Xcc -march=rv32imac -Xcc -mabi=ilp32 -Xcc -ffreestanding \
    -Xfrontend -function-sections -Xfrontend -disable-stack-protector -I "$objects" \
    -module-name Probe -c "$work/$name.swift" -o "$work/$name.o"
  flash "$name" "${@:4}"
}

row() { printf '%-44s %8d bytes\n' "$1" "$2"; }
row "1.6, station" "$(measure OCPP16 1.6 station "$objects/OCPP16.o")"
row "1.6, station, 2.x beside it" "$(measure OCPP16 1.6 station "$objects/OCPP16.o" "$objects/OCPP2.o")"
row "1.6, both directions" "$(measure OCPP16 1.6 all "$objects/OCPP16.o")"
for version in 2.0.1 2.1; do
  row "$version, station" "$(measure OCPP2 "$version" station "$objects/OCPP2.o")"
  row "$version, both directions" "$(measure OCPP2 "$version" all "$objects/OCPP2.o")"
done
