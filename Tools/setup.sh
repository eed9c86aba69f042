#!/usr/bin/env bash
# Installs what is missing to build (`Tools/setup.sh build`) or also to test (`Tools/setup.sh test`,
# the default) on a Debian machine that has only the Swift toolchain: packages of the system with apt,
# and for the tests a Python environment in .build/venv with the versions in Tools/requirements.txt.
# Asks apt for nothing, and so needs no root, when everything is there.
set -euo pipefail
purpose=${1:-test}
# shellcheck source=Tools/toolchain.sh
source "$(dirname "$0")/toolchain.sh"

packages=(libuv1-dev libssl-dev libsqlite3-dev libsodium-dev libcurl4-openssl-dev liblz4-dev pkg-config gcc libc6-dev make)
case "$purpose" in
  build) ;;
  test)
    packages+=(python3 python3-venv curl chromium)
    # The emulated chip, and its compiler's libraries.
    packages+=(qemu-system-misc gcc-riscv64-unknown-elf picolibc-riscv64-unknown-elf)
    ;;
  *) fail "usage: Tools/setup.sh [build|test]" ;;
esac

missing_packages() {
  local package
  for package in "${packages[@]}"; do
    [[ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" == installed ]] ||
      echo "$package"
  done
}

install_packages() {
  local missing as_root=()
  mapfile -t missing < <(missing_packages)
  ((${#missing[@]})) || return 0
  if ((EUID != 0)); then
    command -v sudo >/dev/null ||
      fail "missing: ${missing[*]}. As root: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  echo "Installing ${missing[*]}" >&2
  # A fresh image has no package lists, and old lists name versions that are gone.
  "${as_root[@]}" apt-get update -qq >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2 ||
    fail "apt-get could not install: ${missing[*]}"
}

install_python_environment() {
  local wanted installed=.build/venv/requirements.txt python=python3
  wanted=Tools/requirements.txt
  cmp -s "$wanted" "$installed" && return 0
  # Debian's own interpreter, whatever else is on PATH: python3-venv belongs to it.
  [[ -x /usr/bin/python3 ]] && python=/usr/bin/python3
  echo "Making the Python environment .build/venv" >&2
  rm -rf .build/venv
  mkdir -p .build
  "$python" -m venv .build/venv || fail "$python -m venv failed; is python3-venv installed?"
  .build/venv/bin/pip install --quiet --disable-pip-version-check -r "$wanted" >&2 ||
    fail "pip could not install Tools/requirements.txt"
  cp "$wanted" "$installed"
}

if command -v dpkg-query >/dev/null; then
  install_packages
elif ! pkg-config --exists libuv openssl sqlite3 libsodium libcurl liblz4 2>/dev/null; then
  fail "this script knows apt only. Install libuv, OpenSSL 3, SQLite 3, libsodium, libcurl, liblz4 and pkg-config" \
    "yourself (on macOS: brew install libuv openssl@3 sqlite libsodium curl lz4 pkg-config)."
fi
[[ "$purpose" == test ]] && install_python_environment
exit 0
