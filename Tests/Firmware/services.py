"""What the program in C on the chip does besides charging: `main.py services` with its image. The images in
Swift have nothing of it."""

from __future__ import annotations

from conversations import accepted, bench, in_minutes
from ocpp.v16 import call


async def firmware_and_logs_are_asked_for():
    async with bench() as (system, chip):
        await system.call(call.UpdateFirmware("http://x/firmware", in_minutes(-1)))
        await chip.says("download http://x/firmware")
        await chip.says("install 0")
        told = lambda: system.statuses("FirmwareStatusNotification", None)  # noqa: E731
        await chip.until(lambda: "Installed" in told())
        assert told() == ["Downloading", "Downloaded", "Installing", "Installed"], told()
        answer = await system.call(call.GetDiagnostics("http://x/in"))
        assert answer.file_name == "diagnostics.log", answer
        await chip.says("upload diagnostics.log")
        told = lambda: system.statuses("DiagnosticsStatusNotification", None)  # noqa: E731
        await chip.until(lambda: told() == ["Uploading", "Uploaded"])
        # No certificates here.
        await accepted(system, call.CertificateSigned("PEM"), "Rejected")


async def data_goes_both_ways():
    async with bench() as (system, chip):
        answer = await system.call(call.DataTransfer("org.example", data="to the chip and back"))
        assert (answer.status, answer.data) == ("Accepted", "to the chip and back"), answer
        await chip.says("data from org.example")
        chip.do("data 0")
        await chip.until(lambda: system.sent("DataTransfer"))
        await chip.until(lambda: any(line.startswith("data answered") for line in chip.lines))
    sent = system.sent("DataTransfer")[0][3]
    assert sent == {"vendorId": "org.example", "messageId": "battery", "data": "42"}, sent


async def a_key_of_its_own_survives_a_kill():
    async with bench() as (system, chip):
        await accepted(system, call.ChangeConfiguration("LedColour", "colourful"), "Rejected")
        await accepted(system, call.ChangeConfiguration("LedColour", "blue"))
        await chip.says("changed LedColour")
        await chip.power_cycle()
        await chip.settles()
        answer = await system.call(call.GetConfiguration(["LedColour"]))
        assert answer.configuration_key[0]["value"] == "blue", answer


async def a_warning_and_a_tamper_are_told():
    async with bench() as (system, chip):
        chip.do("weak 1", "alarm 0")
        warned = lambda: [  # noqa: E731
            frame[3] for frame in system.sent("StatusNotification")
            if frame[3]["errorCode"] == "WeakSignal"
        ]  # fmt: skip
        told = (await chip.until(warned))[0]
        assert (told["status"], told["vendorErrorCode"]) == ("Available", "E7"), told
        await chip.until(lambda: system.sent("SecurityEventNotification"))


ALL = [
    firmware_and_logs_are_asked_for, data_goes_both_ways, a_key_of_its_own_survives_a_kill,
    a_warning_and_a_tamper_are_told,
]  # fmt: skip
