/* A charge point in C on Linux: one connector, a simulated vehicle, and one charging session.
 *
 *   station HOST PORT IDENTITY [JOURNAL-FILE]
 *
 * The library speaks WebSocket and OCPP over a TCP socket, and a file serves as the journal's flash: both are
 * in linux.c. On real hardware, replace that and what is marked "hardware". */
#include <stdio.h>

#include "linux.h"
#include "ocpp_station.h"

static ocpp_station *station;

/* --- Hardware: a contactor, a meter that counts 11 kW while it is closed, a display ----------- */

static bool is_closed;
static uint64_t watt_milliseconds;
static uint32_t metered_at;

static void count_energy(void) {
  uint32_t now = linux_milliseconds(NULL);
  if (is_closed) watt_milliseconds += (uint64_t)(now - metered_at) * 11000;
  metered_at = now;
}

static void set_contactor(void *context, int connector, bool closed) {
  (void)context;
  count_energy();
  is_closed = closed;
  printf("contactor %d %s\n", connector, closed ? "closed" : "open");
}

static bool read_meter(void *context, int connector, ocpp_meter *reading) {
  (void)context;
  if (connector != 1) return false;
  count_energy();
  reading->energy_wh = (int64_t)(watt_milliseconds / 3600000);
  reading->power_w = is_closed ? 11000 : 0;
  for (int phase = 0; phase < 3; phase++) reading->current_ma[phase] = is_closed ? 15942 : 0;
  return true;
}

static void show_prompt(void *context, int connector, ocpp_prompt prompt) {
  static const char *const words[] = {
      "present a card", "plug in", "checking", "accepted", "refused", "no cable in time",
      "no card in time", "reserved", "out of service", "memory full", "charging", "finished",
      "remove the cable"};
  (void)context;
  printf("display %d: %s\n", connector, words[prompt]);
}

/* --- The program ------------------------------------------------------------------------------- */

static int fail(const char *what, ocpp_result result) {
  fprintf(stderr, "station: %s: %s\n", what, ocpp_result_text(result));
  return 1;
}

int main(int argc, char **argv) {
  if (argc < 4) {
    fprintf(stderr, "usage: station HOST PORT IDENTITY [JOURNAL-FILE]\n");
    return 2;
  }
  setvbuf(stdout, NULL, _IOLBF, 0);
  ocpp_stream_transport stream = linux_stream(argv[1], argv[2], argv[3]);
  ocpp_setup setup;
  ocpp_setup_init(&setup);
  setup.milliseconds = linux_milliseconds;
  setup.random = linux_random;
  setup.vendor = "Example";
  setup.model = "C on Linux";
  setup.hardware.set_contactor = set_contactor;
  setup.hardware.read_meter = read_meter;
  setup.hardware.show_prompt = show_prompt;
  setup.stream = &stream;
  if (argc > 4) {
    if (linux_open_journal(argv[4]) != 0) {
      perror(argv[4]);
      return 1;
    }
    setup.flash = &linux_flash;
  }
  ocpp_result result = ocpp_station_new(&setup, &station);
  if (result != OCPP_OK) return fail("cannot be made", result);
  ocpp_set_configuration(station, "MeterValueSampleInterval", "1");
  result = ocpp_start(station);
  if (result != OCPP_OK) return fail("cannot be started", result);

  /* A visit: the cable, the card, three seconds of energy, and away. */
  enum { registering, authorizing, charging, leaving, done } phase = registering;
  uint32_t since = linux_milliseconds(NULL);
  while (phase != done) {
    linux_wait(station, -1, 200);
    ocpp_connector_state state;
    ocpp_get_connector(station, 1, &state);
    uint32_t now = linux_milliseconds(NULL);
    if (now - since > 60000) return fail("nothing happens for a minute", OCPP_BAD_STATE);
    if (phase == registering && ocpp_is_online(station)) {
      ocpp_plugged(station, 1, true);
      ocpp_ev_ready(station, 1, true);
      ocpp_begin_transaction(station, 1, "DEMO0001");
      phase = authorizing;
      since = now;
    } else if (phase == authorizing && state.has_transaction && state.transaction_id != 0) {
      printf("transaction %d\n", (int)state.transaction_id);
      phase = charging;
      since = now;
    } else if (phase == charging && now - since > 3000) {
      ocpp_end_transaction(station, 1, OCPP_STOP_LOCAL);
      phase = leaving;
      since = now;
    } else if (phase == leaving && !state.has_transaction && ocpp_owed_messages(station) == 0) {
      ocpp_plugged(station, 1, false);
      printf("everything was acknowledged: %lld Wh\n", (long long)(watt_milliseconds / 3600000));
      phase = done;
    }
  }
  ocpp_station_delete(station);
  linux_close();
  return 0;
}
