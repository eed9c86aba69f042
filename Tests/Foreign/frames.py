"""What may stand on the wire: the frames of OCPP-J 1.6 and the official schemas of the payloads."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from jsonschema import FormatChecker

sys.path.append(str(Path(__file__).parent.parent / "Schemas"))
from official import exact, payloads  # noqa: E402

__all__ = ["FrameCheck", "exact", "payload_fault"]

ERROR_CODES = {
    "NotImplemented", "NotSupported", "InternalError", "ProtocolError", "SecurityError",
    "FormationViolation", "PropertyConstraintViolation", "OccurenceConstraintViolation",
    "TypeConstraintViolation", "GenericError",
}  # fmt: skip

_formats = FormatChecker(formats=())


@_formats.checks("date-time")
def _is_date_time(value: object) -> bool:
    pattern = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)"
    return not isinstance(value, str) or re.fullmatch(pattern, value) is not None


_validators = {
    each.name.removeprefix("1.6 "): each.validator.evolve(format_checker=_formats)
    for each in payloads("1.6")
}


def payload_fault(name: str, payload: object) -> str | None:
    """What the official schema of `MeterValues` or `MeterValuesResponse` says against a payload."""
    if name not in _validators:
        return f"there is no {name} in OCPP 1.6"
    fault = next(_validators[name].iter_errors(payload), None)
    return fault and f"{name}: {fault.message}"


def _no_duplicates(members: list[tuple[str, object]]) -> dict:
    assert len(dict(members)) == len(members), f"a member twice in {members}"
    return dict(members)


class FrameCheck:
    """Looks at everything one connection carries and remembers what its peer did wrong."""

    def __init__(self):
        self.faults: list[str] = []
        self._actions: dict[str, str] = {}

    def sent(self, text: str) -> None:
        """What we sent: the peer's answers are measured by it."""
        try:
            frame = json.loads(text)
            if frame[0] == 2:
                self._actions[frame[1]] = frame[2]
        except (ValueError, LookupError, TypeError):
            pass

    def received(self, text: str) -> list:
        try:
            exact_frame = exact(text)
            json.loads(text, object_pairs_hook=_no_duplicates)
            fault = self._fault(exact_frame)
        except (ValueError, AssertionError) as error:
            exact_frame, fault = [], str(error)
        if fault:
            self.faults.append(f"{fault} in {text[:500]}")
        return exact_frame

    def _fault(self, frame: object) -> str | None:
        match frame:
            case [2, str(id), str(action), dict(payload)] if 0 < len(id) <= 36:
                return payload_fault(action, payload)
            case [3, str(id), dict(payload)] if id in self._actions:
                return payload_fault(self._actions.pop(id) + "Response", payload)
            case [4, str(id), str(code), str(description), dict()]:
                self._actions.pop(id, None)
                if code not in ERROR_CODES or len(description) > 255:
                    return "no CALLERROR of OCPP 1.6"
                return None
        return "no frame of OCPP-J, or an answer to nothing"
