"""Every call that a central system sends in OCPP 1.6: a payload, and what a station may answer.
Optional members are there, so that nothing gets lost on the way unseen."""

from ocpp.v16 import call_result as result

_HASH = {
    "hashAlgorithm": "SHA256", "issuerNameHash": "6e" * 32, "issuerKeyHash": "4b" * 32,
    "serialNumber": "1d2e3f",
}  # fmt: skip
_PEM = "-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIUQz+/=\n-----END CERTIFICATE-----\n"
_SCHEDULE = {
    "duration": 3600,
    "startSchedule": "2026-03-01T10:00:00.000Z",
    "chargingRateUnit": "A",
    # 16.1 and 6.3 have no exact double.
    "chargingSchedulePeriod": [
        {"startPeriod": 0, "limit": 16.1, "numberPhases": 3},
        {"startPeriod": 1800, "limit": 6.3},
    ],
    "minChargingRate": 0.1,
}
_PROFILE = {
    "chargingProfileId": 7, "stackLevel": 0, "chargingProfilePurpose": "TxProfile",
    "chargingProfileKind": "Recurring", "recurrencyKind": "Daily",
    "validFrom": "2026-03-01T00:00:00Z", "validTo": "2026-04-01T00:00:00Z",
    "chargingSchedule": _SCHEDULE,
}  # fmt: skip
_LOG = {
    "remoteLocation": "https://logs.example.com/put",
    "oldestTimestamp": "2026-02-01T00:00:00Z",
    "latestTimestamp": "2026-03-01T00:00:00Z",
}
_FIRMWARE = {
    "location": "https://firmware.example.com/1.2.bin",
    "retrieveDateTime": "2026-03-02T02:00:00Z", "installDateTime": "2026-03-02T03:00:00Z",
    "signingCertificate": _PEM, "signature": "c2lnbmVk",
}  # fmt: skip

CALLS = {
    "CancelReservation": ({"reservationId": 5}, result.CancelReservation("Accepted")),
    "CertificateSigned": ({"certificateChain": _PEM}, result.CertificateSigned("Rejected")),
    "ChangeAvailability": (
        {"connectorId": 0, "type": "Inoperative"}, result.ChangeAvailability("Scheduled"),
    ),
    "ChangeConfiguration": (
        {"key": "MeterValueSampleInterval", "value": "60"},
        result.ChangeConfiguration("RebootRequired"),
    ),
    "ClearCache": ({}, result.ClearCache("Accepted")),
    "ClearChargingProfile": (
        {
            "id": 7, "connectorId": 1, "chargingProfilePurpose": "TxDefaultProfile",
            "stackLevel": 2,
        },
        result.ClearChargingProfile("Unknown"),
    ),
    "DataTransfer": (
        {"vendorId": "com.example", "messageId": "Display", "data": 'ünï "quoted" \\ \n 🔌'},
        result.DataTransfer("Accepted", data='{"a": 1.10}'),
    ),
    "DeleteCertificate": ({"certificateHashData": _HASH}, result.DeleteCertificate("NotFound")),
    "ExtendedTriggerMessage": (
        {"requestedMessage": "SignChargePointCertificate", "connectorId": 1},
        result.ExtendedTriggerMessage("NotImplemented"),
    ),
    "GetCompositeSchedule": (
        {"connectorId": 1, "duration": 3600, "chargingRateUnit": "A"},
        result.GetCompositeSchedule(
            "Accepted", connector_id=1, schedule_start="2026-03-01T10:00:00Z",
            charging_schedule=_SCHEDULE,
        ),
    ),
    "GetConfiguration": (
        {"key": ["HeartbeatInterval", "Nonsense"]},
        result.GetConfiguration(
            configuration_key=[{"key": "HeartbeatInterval", "readonly": False, "value": "300"}],
            unknown_key=["Nonsense"],
        ),
    ),
    "GetDiagnostics": (
        {
            "location": "ftp://diagnostics.example.com/in", "retries": 3, "retryInterval": 60,
            "startTime": "2026-02-01T00:00:00Z", "stopTime": "2026-03-01T00:00:00Z",
        },
        result.GetDiagnostics(file_name="diagnostics.zip"),
    ),
    "GetInstalledCertificateIds": (
        {"certificateType": "CentralSystemRootCertificate"},
        result.GetInstalledCertificateIds("Accepted", certificate_hash_data=[_HASH]),
    ),
    "GetLocalListVersion": ({}, result.GetLocalListVersion(list_version=-1)),
    "GetLog": (
        {"log": _LOG, "logType": "SecurityLog", "requestId": 1, "retries": 1, "retryInterval": 9},
        result.GetLog("AcceptedCanceled", filename="security.log"),
    ),
    "InstallCertificate": (
        {"certificateType": "ManufacturerRootCertificate", "certificate": _PEM},
        result.InstallCertificate("Failed"),
    ),
    "RemoteStartTransaction": (
        {"idTag": "TAG-OF-20-LETTERS-00", "connectorId": 1, "chargingProfile": _PROFILE},
        result.RemoteStartTransaction("Accepted"),
    ),
    "RemoteStopTransaction": ({"transactionId": 42}, result.RemoteStopTransaction("Rejected")),
    "ReserveNow": (
        {
            "connectorId": 1, "expiryDate": "2026-03-01T12:00:00Z", "idTag": "TAG1",
            "parentIdTag": "FAMILY", "reservationId": 5,
        },
        result.ReserveNow("Occupied"),
    ),
    "Reset": ({"type": "Soft"}, result.Reset("Accepted")),
    "SendLocalList": (
        {
            "listVersion": 3,
            "updateType": "Differential",
            "localAuthorizationList": [
                {"idTag": "GONE"},
                {
                    "idTag": "TAG1",
                    "idTagInfo": {
                        "status": "Accepted", "expiryDate": "2027-01-01T00:00:00Z",
                        "parentIdTag": "FAMILY",
                    },
                },
            ],
        },
        result.SendLocalList("VersionMismatch"),
    ),
    "SetChargingProfile": (
        {"connectorId": 1, "csChargingProfiles": _PROFILE | {"transactionId": 42}},
        result.SetChargingProfile("Accepted"),
    ),
    "SignedUpdateFirmware": (
        {"requestId": 2, "firmware": _FIRMWARE, "retries": 1, "retryInterval": 10},
        result.SignedUpdateFirmware("RevokedCertificate"),
    ),
    "TriggerMessage": (
        {"requestedMessage": "MeterValues", "connectorId": 1}, result.TriggerMessage("Accepted"),
    ),
    "UnlockConnector": ({"connectorId": 1}, result.UnlockConnector("NotSupported")),
    "UpdateFirmware": (
        {
            "location": "https://firmware.example.com/1.1.bin", "retries": 2,
            "retrieveDate": "2026-03-02T02:00:00Z", "retryInterval": 30,
        },
        result.UpdateFirmware(),
    ),
}  # fmt: skip
