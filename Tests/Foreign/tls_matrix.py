"""The matrix of passwords, certificates, versions and suites at each security profile, cell by cell;
docs/security-matrix.md names the cells."""

from __future__ import annotations

import base64
import ssl
import subprocess
import unittest
import warnings
from pathlib import Path

import websockets
from certificates import Authority, authority, client_context, server_files, stranger
from server import PASSWORD, temporary_folder
from tls import LockedServer
from websockets.asyncio.client import connect

warnings.filterwarnings("ignore", category=DeprecationWarning)
COLON = "a:password:with:colons:"
FORTY = "0123456789abcdefghijABCDEFGHIJ!$%&/()=?+"
BYTES = bytes(range(1, 21))
V12, V13 = ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3
# What the security whitepaper names for TLS 1.2 (§4.3), with the kind of key they need.
SUITES = {
    "ECDHE-ECDSA-AES128-GCM-SHA256": "EC", "ECDHE-ECDSA-AES256-GCM-SHA384": "EC",
    "ECDHE-RSA-AES128-GCM-SHA256": "RSA", "ECDHE-RSA-AES256-GCM-SHA384": "RSA",
    "AES128-GCM-SHA256": "RSA", "AES256-GCM-SHA384": "RSA",
}  # fmt: skip
WEAK = {
    "ECDHE-ECDSA-AES128-SHA": "EC", "ECDHE-ECDSA-AES256-SHA384": "EC",
    "ECDHE-RSA-AES128-SHA256": "RSA", "AES128-SHA": "RSA", "AES256-SHA256": "RSA",
    "DHE-RSA-AES128-GCM-SHA256": "RSA", "ECDHE-RSA-CHACHA20-POLY1305": "RSA",
}  # fmt: skip


def openssl(*arguments: object) -> None:
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


def issue(own: Authority, subject: str, *, extensions="", key=("ec", "P-256"), days=30, **more):
    """A certificate for any subject, with any extensions, of any key; `start` sets its first day."""
    folder = temporary_folder()
    kind = f"ec_paramgen_curve:{key[1]}" if key[0] == "ec" else f"rsa_keygen_bits:{key[1]}"
    openssl(
        "req", "-new", "-newkey", key[0], "-pkeyopt", kind, "-nodes", "-keyout", folder / "k.pem",
        "-out", folder / "r.pem", "-subj", subject,
    )  # fmt: skip
    if start := more.get("start"):
        # Only `openssl ca` can begin in the future.
        (folder / "index").write_text("")
        (folder / "ca.cnf").write_text(
            f"[ca]\ndefault_ca=d\n[d]\ndatabase={folder}/index\nnew_certs_dir={folder}\n"
            "default_md=sha256\npolicy=p\nrand_serial=yes\n[p]\ncommonName=supplied\n"
        )
        openssl(
            "ca", "-config", folder / "ca.cnf", "-batch", "-notext", "-in", folder / "r.pem",
            "-cert", own.ca, "-keyfile", own.folder / "ca.key", "-startdate", start, "-enddate",
            "20991231000000Z", "-out", folder / "c.pem",
        )  # fmt: skip
    else:
        (folder / "e.txt").write_text(extensions)
        openssl(
            "x509", "-req", "-in", folder / "r.pem", "-CA", own.ca, "-CAkey",
            own.folder / "ca.key", "-set_serial", 7, "-days", days, "-out", folder / "c.pem",
            "-extfile", folder / "e.txt",
        )  # fmt: skip
    return str(folder / "c.pem"), str(folder / "k.pem")


class Matrix(unittest.IsolatedAsyncioTestCase):
    @classmethod
    def setUpClass(cls):
        cls.rsa = authority().issue("server-rsa", "server", "DNS:localhost,IP:127.0.0.1", rsa=True)
        cls.servers = {"EC": LockedServer().start(), "RSA": LockedServer(cls.rsa).start()}
        cls.server = cls.servers["EC"]
        for identity, password in {
            "CP1": PASSWORD, "CP2": "another station's password", "COLON": COLON, "FORTY": FORTY,
            "CP:1": PASSWORD,
        }.items():  # fmt: skip
            for server in cls.servers.values():
                server.add_station(identity, password=password)

    @classmethod
    def tearDownClass(cls):
        for server in cls.servers.values():
            assert server.terminate() == 0
            server.discard()

    async def outcome(
        self, profile: int, identity: str, *, basic: bytes | None = None, header: str | None = None,
        tls: ssl.SSLContext | None = None, server: LockedServer | None = None,
        host: str = "localhost",
    ) -> int | str:  # fmt: skip
        """101, another status, or TLS."""
        server = server or self.server
        if basic is not None:
            header = f"Basic {base64.b64encode(basic).decode()}"
        scheme = "wss" if profile >= 2 else "ws"
        try:
            socket = await connect(
                f"{scheme}://{host}:{server.port(profile)}/ocpp/{identity.replace(':', '%3A')}",
                proxy=None, close_timeout=1, subprotocols=["ocpp1.6"],
                ssl=(tls or client_context()) if profile >= 2 else None,
                additional_headers={"Authorization": header} if header else {},
            )  # fmt: skip
        except websockets.InvalidStatus as refusal:
            return refusal.response.status_code
        except (ssl.SSLError, websockets.InvalidMessage, ConnectionError):
            return "TLS"
        await socket.close()
        return 101

    async def test_passwords_at_profile_1_and_2(self):
        right = f"CP1:{PASSWORD}".encode()
        cells = {
            "right": ("CP1", {"basic": right}, 101),
            "wrong": ("CP1", {"basic": b"CP1:wrong password 12"}, 401),
            "none": ("CP1", {}, 401),
            "empty": ("CP1", {"basic": b"CP1:"}, 401),
            "other case": ("CP1", {"basic": f"CP1:{PASSWORD.upper()}".encode()}, 401),
            "one byte short": ("CP1", {"basic": right[:-1]}, 401),
            "one byte long": ("CP1", {"basic": right + b"x"}, 401),
            "with a zero byte": ("CP1", {"basic": right + b"\0"}, 401),
            "of another station": ("CP1", {"basic": b"CP1:another station's password"}, 401),
            "of another user": ("CP1", {"basic": f"CP2:{PASSWORD}".encode()}, 401),
            "no user": ("CP1", {"basic": f":{PASSWORD}".encode()}, 401),
            "no colon": ("CP1", {"basic": PASSWORD.encode()}, 401),
            "as a bearer": ("CP1", {"header": f"Bearer {PASSWORD}"}, 401),
            "no base64": ("CP1", {"header": f"Basic {PASSWORD}"}, 401),
            "colons": ("COLON", {"basic": f"COLON:{COLON}".encode()}, 101),
            "colons, cut": ("COLON", {"basic": b"COLON:a"}, 401),
            "40 bytes": ("FORTY", {"basic": f"FORTY:{FORTY}".encode()}, 101),
            "39 of 40 bytes": ("FORTY", {"basic": f"FORTY:{FORTY[:-1]}".encode()}, 401),
            "41 bytes": ("FORTY", {"basic": f"FORTY:{FORTY}x".encode()}, 401),
            "colon in the identity": ("CP:1", {"basic": f"CP:1:{PASSWORD}".encode()}, 101),
            "not on record": ("NOBODY", {"basic": f"NOBODY:{PASSWORD}".encode()}, 404),
        }
        contexts = [(1, None), (2, client_context(version=V12)), (2, client_context(version=V13))]
        for profile, tls in contexts:
            for name, (identity, shown, expected) in cells.items():
                with self.subTest(f"profile {profile}, {name}"):
                    found = await self.outcome(profile, identity, tls=tls, **shown)
                    self.assertEqual(expected, found)

    async def test_bytes_that_are_no_text_harm_nobody(self):
        for shown in (b"CP1:" + BYTES, BYTES, b"\xff\xfe:" + PASSWORD.encode()):
            self.assertEqual(401, await self.outcome(2, "CP1", basic=shown))

    async def test_certificates_at_profile_3(self):
        own = authority()
        intermediate = issue(
            own, "/CN=Sub", extensions="basicConstraints=critical,CA:TRUE\n"
        )
        sub = Authority.__new__(Authority)
        sub.folder, sub.ca, sub.serial = Path(intermediate[1]).parent, Path(intermediate[0]), 0
        (sub.folder / "ca.key").write_text(Path(intermediate[1]).read_text())
        below = issue(sub, "/CN=CP1")
        chained = temporary_folder() / "chain.pem"
        chained.write_text(Path(below[0]).read_text() + sub.ca.read_text())
        self_signed = Authority("CP1")
        cells = {
            "common name": (issue(own, "/CN=CP1"), 101),
            "common name, RSA": (issue(own, "/CN=CP1", key=("rsa", "2048")), 101),
            "DNS name": (issue(own, "/CN=x", extensions="subjectAltName=DNS:y,DNS:CP1\n"), 101),
            "organization beside": (issue(own, "/O=Somebody/CN=CP1"), 101),
            "over an intermediate": ((str(chained), below[1]), 101),
            "intermediate left out": (below, "TLS"),
            "wrong common name": (issue(own, "/CN=CP2"), 401),
            "wrong DNS name": (issue(own, "/CN=x", extensions="subjectAltName=DNS:CP2\n"), 401),
            "other case": (issue(own, "/CN=cp1"), 401),
            "wildcard": (issue(own, "/CN=x", extensions="subjectAltName=DNS:*\n"), 401),
            "two common names": (issue(own, "/CN=CP1/CN=CP2"), 401),
            "no name": (issue(own, "/O=CP1"), 401),
            "an address for a name": (issue(own, "/CN=x", extensions="subjectAltName=URI:CP1\n"), 401),
            "none": (None, "TLS"),
            "expired": (issue(own, "/CN=CP1", days=-1), "TLS"),
            "not yet": (issue(own, "/CN=CP1", start="20980101000000Z"), "TLS"),
            "unknown authority": (issue(stranger(), "/CN=CP1"), "TLS"),
            "self-signed": ((str(self_signed.ca), str(self_signed.folder / "ca.key")), "TLS"),
            "for servers only": (
                issue(own, "/CN=CP1", extensions="extendedKeyUsage=serverAuth\n"), "TLS",
            ),
        }  # fmt: skip
        right = f"CP1:{PASSWORD}".encode()
        for version in (V12, V13):
            for name, (files, expected) in cells.items():
                with self.subTest(f"{version.name}, {name}"):
                    tls = client_context(files, version=version)
                    self.assertEqual(expected, await self.outcome(3, "CP1", tls=tls))
                    # A password does not make up for it.
                    self.assertEqual(expected, await self.outcome(3, "CP1", tls=tls, basic=right))

    async def test_keys_that_are_too_weak(self):
        for key in (("rsa", "1024"), ("ec", "P-192")):
            with self.subTest(key):
                files = issue(authority(), "/CN=CP1", key=key)
                tls = ssl.create_default_context(cafile=str(authority().ca))
                tls.set_ciphers("ALL:@SECLEVEL=0")
                tls.load_cert_chain(*files)
                self.assertEqual("TLS", await self.outcome(3, "CP1", tls=tls))

    async def test_suites_of_the_whitepaper_and_no_others(self):
        right = f"CP1:{PASSWORD}".encode()
        for suites, expected in ((SUITES, 101), (WEAK, "TLS")):
            for suite, kind in suites.items():
                with self.subTest(suite):
                    tls = client_context(version=V12)
                    tls.set_ciphers(f"{suite}:@SECLEVEL=0")
                    server = self.servers[kind]
                    found = await self.outcome(2, "CP1", basic=right, tls=tls, server=server)
                    self.assertEqual(expected, found)

    async def test_versions_at_profile_2_and_3(self):
        right, files = f"CP1:{PASSWORD}".encode(), issue(authority(), "/CN=CP1")
        for version, expected in {
            ssl.TLSVersion.TLSv1: "TLS", ssl.TLSVersion.TLSv1_1: "TLS", V12: 101, V13: 101,
        }.items():  # fmt: skip
            for kind, server in self.servers.items():
                with self.subTest(f"{version.name} {kind}"):
                    tls = client_context(version=version)
                    found = await self.outcome(2, "CP1", basic=right, tls=tls, server=server)
                    self.assertEqual(expected, found)
                    tls = client_context(files, version=version)
                    self.assertEqual(expected, await self.outcome(3, "CP1", tls=tls, server=server))

    async def test_servers_that_a_station_leaves(self):
        right = f"CP1:{PASSWORD}".encode()
        expired = authority().issue("expired-server", "server", "DNS:localhost", days=-1)
        elsewhere = authority().issue("elsewhere-server", "server", "DNS:elsewhere.example")
        for name, files, trusts in (
            ("unknown authority", server_files(), stranger()),
            ("expired", expired, authority()), ("another name", elsewhere, authority()),
        ):  # fmt: skip
            with self.subTest(name), LockedServer(files) as server:
                server.add_station("CP1")
                tls = client_context(trusts=trusts)
                found = await self.outcome(2, "CP1", basic=right, tls=tls, server=server)
                self.assertEqual("TLS", found)
        # By its address it is the same one.
        self.assertEqual(101, await self.outcome(2, "CP1", basic=right, host="127.0.0.1"))

    async def test_plain_and_tls_do_not_mix(self):
        server = self.server
        for profile, port in (("ws", server.port(2)), ("wss", server.port(0))):
            tls = client_context() if profile == "wss" else None
            with self.subTest(profile), self.assertRaises(Exception):
                await connect(f"{profile}://localhost:{port}/ocpp/CP1", proxy=None, ssl=tls)
