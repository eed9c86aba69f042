#!/usr/bin/env python3
"""Conversations with the firmware in qemu over TCP: usage: conversations.py FIRMWARE.ELF

A scripted central system listens, qemu's UART connects to it. Needs only Python and qemu-system-riscv32."""
import base64, hashlib, json, os, re, socket, subprocess, sys, tempfile, time


class Station:
    def __init__(self, elf, folder):
        self.elf, self.folder = elf, folder
        self.flash, self.commands = folder + "/flash", folder + "/commands"
        with open(self.flash, "wb") as f:
            for _ in range(32):
                f.write(b"\xff" * (1 << 20))
        self.server = socket.create_server(("127.0.0.1", 0))
        self.server.settimeout(20)
        self.seen = []

    def power_on(self, cut=None):
        open(self.commands, "w").close()
        port = self.server.getsockname()[1]
        options = f"arg=firmware,arg=file={self.commands}" + (f",arg=cut={cut}" if cut is not None else "")
        self.log = open(self.folder + "/log", "ab")
        self.qemu = subprocess.Popen(
            ["qemu-system-riscv32", "-machine", "virt", "-cpu", "rv32,f=off,d=off", "-m", "16M", "-nographic",
             "-monitor", "none", "-bios", self.elf,
             "-chardev", f"socket,id=net,host=127.0.0.1,port={port},server=off", "-serial", "chardev:net",
             "-chardev", "stdio,id=log,signal=off",
             "-semihosting-config", f"enable=on,target=native,chardev=log,{options}",
             "-drive", f"if=pflash,unit=1,format=raw,file={self.flash}"],
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        self.wire, _ = self.server.accept()
        self.wire.settimeout(20)

    def power_off(self):
        self.qemu.kill()
        self.qemu.wait()
        self.wire.close()

    def exactly(self, count):
        data = b""
        while len(data) < count:
            part = self.wire.recv(count - len(data))
            if not part:
                raise ConnectionError("the station hung up")
            data += part
        return data

    def open(self):
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += self.exactly(1)
        assert head.startswith(b"GET /ocpp/CHIP-1 HTTP/1.1\r\n"), head
        key = re.search(rb"Sec-WebSocket-Key: (\S+)", head)[1]
        accept = base64.b64encode(hashlib.sha1(key + b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest())
        self.wire.sendall(
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Protocol: ocpp1.6\r\nSec-WebSocket-Accept: " + accept + b"\r\n\r\n")

    def send(self, message):
        text = json.dumps(message).encode()
        length = bytes([len(text)]) if len(text) < 126 else b"\x7e" + len(text).to_bytes(2, "big")
        self.wire.sendall(b"\x81" + length + text)

    def receive(self):
        while True:
            first, second = self.exactly(2)
            length = second & 127
            if length == 126:
                length = int.from_bytes(self.exactly(2), "big")
            mask, data = self.exactly(4), self.exactly(length)
            if first == 0x81:
                return json.loads(bytes(b ^ mask[i & 3] for i, b in enumerate(data)))

    def answer(self, call):
        info = {"idTagInfo": {"status": "Accepted"}}
        now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        result = {"BootNotification": {"status": "Accepted", "currentTime": now, "interval": 300},
                  "Authorize": info, "StartTransaction": {"transactionId": 7, **info},
                  "Heartbeat": {"currentTime": now}}.get(call[2], {})
        self.send([3, call[1], result])

    def until(self, action, **members):
        """Answers every call up to one of this action with these members."""
        while True:
            message = self.receive()
            if message[0] != 2:
                continue
            self.answer(message)
            self.seen.append(message)
            if message[2] == action and all(message[3].get(k) == v for k, v in members.items()):
                return message[3]

    def call(self, action, payload):
        """Makes a call; what the station calls meanwhile is answered."""
        self.send([2, "c-" + action, action, payload])
        while True:
            message = self.receive()
            if message[0] == 2:
                self.answer(message)
                self.seen.append(message)
            elif message[1] == "c-" + action:
                assert message[0] == 3, message
                return message[2]

    def do(self, command):
        with open(self.commands, "a") as f:
            f.write(command + "\n")

    def boot(self):
        self.open()
        self.until("BootNotification", chargePointModel="qemu-virt")
        self.until("StatusNotification", connectorId=2, status="Available")


def a_session(station):
    station.power_on()
    station.boot()
    station.do("plug 1\nready 1\ntag 1 CARD")
    start = station.until("StartTransaction", connectorId=1, idTag="CARD")
    station.do("unplug 1")
    stop = station.until("StopTransaction", transactionId=7)
    assert stop["meterStop"] >= start["meterStart"], (start, stop)
    station.power_off()


def configuration_survives_a_kill(station):
    station.power_on()
    station.boot()
    answer = station.call("ChangeConfiguration", {"key": "MeterValueSampleInterval", "value": "77"})
    assert answer == {"status": "Accepted"}, answer
    station.power_off()
    station.power_on()
    station.boot()
    answer = station.call("GetConfiguration", {"key": ["MeterValueSampleInterval"]})
    assert answer["configurationKey"][0]["value"] == "77", answer
    station.power_off()


def a_transaction_that_loses_power_is_stopped(station):
    station.power_on()
    station.boot()
    station.do("plug 2\nready 2\ntag 2 CARD")
    station.until("StartTransaction", connectorId=2)
    # The answer to this shows that the answer before it was taken.
    station.call("GetConfiguration", {"key": ["ConnectionTimeOut"]})
    station.power_off()
    station.power_on()
    station.open()
    station.until("BootNotification")
    station.until("StopTransaction", transactionId=7, reason="PowerLoss")
    station.power_off()


def power_cuts_leave_a_station_that_boots(station):
    for cut in range(0, 30, 6):
        station.power_on(cut)
        try:
            station.boot()
            station.do("plug 1\nready 1\ntag 1 CARD")
            station.until("StartTransaction", connectorId=1)
        except (ConnectionError, socket.timeout, AssertionError):
            pass
        station.power_off()
        station.power_on()
        station.open()
        station.until("BootNotification")
        station.power_off()


def main():
    if len(sys.argv) != 2 or sys.argv[1] in ("--help", "-h"):
        sys.exit(__doc__)
    conversations = [a_session, configuration_survives_a_kill, a_transaction_that_loses_power_is_stopped,
                     power_cuts_leave_a_station_that_boots]
    for conversation in conversations:
        with tempfile.TemporaryDirectory() as folder:
            station = Station(os.path.abspath(sys.argv[1]), folder)
            try:
                conversation(station)
            except BaseException:
                print(f"FAILED {conversation.__name__}; last calls {station.seen[-4:]}")
                print(open(folder + "/log", errors="replace").read()[-2000:])
                raise
            finally:
                station.power_off()
            print(f"ok {conversation.__name__}")
    print(f"{len(conversations)} conversations passed")


main()
