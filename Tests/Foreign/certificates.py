"""Certificates for the tests, made by the `openssl` program in a folder that goes when they end."""

from __future__ import annotations

import functools
import ssl
import subprocess
from pathlib import Path

from server import temporary_folder

LOCAL = "DNS:localhost,IP:127.0.0.1"


def _openssl(*arguments: str | Path) -> None:
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


class Authority:
    """Issues certificates; `NAME.pem` and `NAME.key` in its folder."""

    def __init__(self, name: str):
        self.folder = temporary_folder()
        self.ca = self.folder / "ca.pem"
        self.serial = 0
        _openssl(
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
            "-days", "30", "-keyout", self.folder / "ca.key", "-out", self.ca,
            "-subj", f"/CN={name}",
        )  # fmt: skip

    def issue(
        self, name: str, common_name: str, names: str = "", days: int = 30, rsa: bool = False
    ) -> tuple[str, str]:
        """The certificate's file and the key's; `names` as in subjectAltName."""
        self.serial += 1
        base = self.folder / name
        kind = ["rsa:2048"] if rsa else ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
        _openssl(
            "req", "-newkey", *kind, "-nodes", "-keyout", f"{base}.key", "-out", f"{base}.csr",
            "-subj", f"/CN={common_name}",
        )  # fmt: skip
        Path(f"{base}.ext").write_text(f"subjectAltName={names}\n" if names else "")
        _openssl(
            "x509", "-req", "-in", f"{base}.csr", "-CA", self.ca, "-CAkey", self.folder / "ca.key",
            "-set_serial", str(self.serial), "-days", str(days), "-out", f"{base}.pem",
            "-extfile", f"{base}.ext",
        )  # fmt: skip
        return f"{base}.pem", f"{base}.key"


@functools.cache
def authority() -> Authority:
    """The one that everybody trusts."""
    return Authority("Foreign Tests")


@functools.cache
def stranger() -> Authority:
    """One that nobody trusts."""
    return Authority("Stranger")


@functools.cache
def server_files() -> tuple[str, str]:
    return authority().issue("server", "server", LOCAL)


def client_context(
    files: tuple[str, str] | None = None, *, trusts: Authority | None = None,
    version: ssl.TLSVersion | None = None,
) -> ssl.SSLContext:  # fmt: skip
    """What a client of Python speaks TLS with."""
    context = ssl.create_default_context(cafile=str((trusts or authority()).ca))
    if files:
        context.load_cert_chain(*files)
    if version:
        context.set_ciphers("ALL:@SECLEVEL=0")
        context.minimum_version = context.maximum_version = version
    return context


def server_context(
    files: tuple[str, str] | None = None, *, wants_certificate: bool = False
) -> ssl.SSLContext:
    """What a server of Python speaks TLS with."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*(files or server_files()))
    if wants_certificate:
        context.load_verify_locations(str(authority().ca))
        context.verify_mode = ssl.CERT_REQUIRED
    return context
