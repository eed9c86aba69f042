"""What schemathesis cannot guess: names of things that are there."""

import random

import schemathesis

_dice = random.Random(1)
_THERE = {
    "id": ["CP1", "1", "TAG1"], "station": ["CP1"], "station_id": ["CP1"], "charger_id": ["CP1"],
    "connector_id": ["1"], "company_id": ["C1"], "site_id": ["S1"], "driver_id": ["D1"],
    "card_id": ["TAG1"], "tariff_id": ["T1"], "session_id": ["1"], "transaction_id": ["1"],
    "webhook_id": ["W1"], "event_id": ["1"],
}  # fmt: skip


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    """Three times in four the connected station, transaction 1, job 1."""
    for name in path_parameters or {}:
        if name in _THERE and _dice.random() < 0.75:
            path = context.operation.path
            station = path.startswith(("/charge", "/connections", "/api"))
            path_parameters[name] = "CP1" if station else _dice.choice(_THERE[name])
    return path_parameters


@schemathesis.hook
def before_call(context, case, kwargs):
    """Events that go on for ever are asked for page by page."""
    if case.operation.path == "/api/events":
        query = case.query = dict(case.query or {})
        if query.get("follow", True) in (True, "true"):
            query["follow"] = "false"
