"""Prints the results of Benchmarks/run.sh side by side: medians of the rounds, and ocpp over the floor."""

import json
import statistics
import sys

ROWS = [
    ("messages/s", "messages_per_s", 1, 0),
    ("p50 ms", "p50_us", 1e-3, 2),
    ("p99 ms", "p99_us", 1e-3, 2),
    ("p999 ms", "p999_us", 1e-3, 2),
    ("CPU ms per 1,000 messages", "server_cpu_ms_per_1000", 1, 2),
    ("KiB per connection", "server_rss_kib_per_conn", 1, 2),
    ("errors (sum)", "errors", 1, 0),
]
IDLE_ROWS = [
    ("KiB per connection", "server_rss_kib_per_conn", 1, 2),
    ("RSS MiB", "server_rss_end_kib", 1 / 1024, 1),
    ("seconds to connect and boot", "boot_s", 1, 2),
    ("CPU s to connect and boot", "boot_server_cpu_s", 1, 2),
    ("connections ready", "ready", 1, 0),
    ("errors (sum)", "errors", 1, 0),
]


def main(path, part):
    with open(path) as lines:
        runs = [json.loads(line) for line in lines]
    scenario, rows = ("idle", IDLE_ROWS) if part == "idle" else ("session", ROWS)
    runs = [run for run in runs if run["scenario"] == scenario]
    for count in sorted({run["connections"] for run in runs}):
        group = [run for run in runs if run["connections"] == count]
        rounds = max(sum(run["label"] == label for run in group) for label in ("floor", "ocpp"))
        print(f"\n{scenario}, {count:,} connections, median of {rounds}")
        print(f"  {'':<29}{'C floor':>12}{'ocpp':>12}{'ocpp/floor':>12}")
        for title, key, scale, digits in rows:
            floor, ours = (value(group, label, key, scale) for label in ("floor", "ocpp"))
            ratio = f"{ours / floor:.2f}" if key != "errors" and floor else ""
            print(f"  {title:<29}{floor:>12,.{digits}f}{ours:>12,.{digits}f}{ratio:>12}")


def value(runs, label, key, scale):
    values = [run[key] * scale for run in runs if run["label"] == label] or [0]
    return sum(values) if key == "errors" else statistics.median(values)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
