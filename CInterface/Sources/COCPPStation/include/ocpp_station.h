/* An OCPP 1.6 charge point for C: libocppstation.a.
 *
 * The library decides, your program has the hardware: you give it callbacks for contactor, meter, lock
 * and flash, tell it what happens (a cable, a card, bytes from the network), and call ocpp_loop() when
 * ocpp_next_wake() says so, or simply all the time.
 *
 * Rules
 *   - One thread uses a station at a time. There may be several stations.
 *   - Functions that can fail return an ocpp_result, 0 or more when they did what was asked. No
 *     argument makes them trap: NULL, wrong numbers and texts that are too long are errors. Only a
 *     pointer that is neither NULL nor valid is beyond help, and so is memory that has run out, which
 *     happens in ocpp_station_new() if at all: everything has its room from then on, within limits.
 *   - Texts are UTF-8 without control characters, and end with a zero.
 *   - Callbacks are called from within these functions, never from elsewhere. From within a callback,
 *     what happened to the hardware may be told (it is taken up right after), and everything may be
 *     read; functions of the network and ocpp_loop() return OCPP_BUSY, and the station must not be
 *     deleted.
 *   - Connectors are numbered from 1; 0 is the station as a whole.
 *
 * § is the OCPP 1.6 specification, edition 2. */
#ifndef OCPP_STATION_H
#define OCPP_STATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of this interface: members are only ever added at the end of structures. */
#define OCPP_STATION_INTERFACE 1

/* A station. */
typedef struct ocpp_station ocpp_station;

/* What came of a call. */
typedef int32_t ocpp_result;
enum {
  OCPP_OK = 0,
  OCPP_BAD_ARGUMENT = -1,   /* NULL, or a number outside its range */
  OCPP_TOO_LONG = -2,       /* a text is longer than the specification allows */
  OCPP_BAD_TEXT = -3,       /* a text is not UTF-8, or has control characters */
  OCPP_BUSY = -4,           /* not from within a callback */
  OCPP_BAD_STATE = -5,      /* not now: see the function */
  OCPP_BAD_FLASH = -6,      /* geometry impossible or sectors too small for these limits */
  OCPP_JOURNAL_ERROR = -7,  /* the flash cannot be read, or is not this library's */
  OCPP_UNKNOWN_KEY = -8,    /* no such configuration key */
  OCPP_BAD_VALUE = -9,      /* a value the key cannot have */
  OCPP_SECRET = -10,        /* a key that can only be written */
  OCPP_NO_ROOM = -11        /* the buffer is too small; the length that is needed was stored */
};

/* A sentence for a result, for logs. Never NULL. */
const char *ocpp_result_text(ocpp_result result);

/* --- Setting up ------------------------------------------------------------------------------- */

/* One reading of a meter. */
typedef struct ocpp_meter {
  int64_t energy_wh;          /* the register: absolute, never goes back */
  int32_t power_w;
  int32_t current_ma[3];      /* by phase; 0 for phases that are not there */
  int32_t voltage_dv[3];      /* by phase against neutral, in tenths of a volt */
  int32_t charge_percent;     /* of the vehicle's battery; -1 when it does not tell */
  int32_t temperature_dc;     /* in tenths of a degree Celsius */
  int32_t frequency_mhz;      /* in thousandths of a hertz */
} ocpp_meter;

/* What the person in front of the charger should know. */
typedef enum ocpp_prompt {
  OCPP_PROMPT_PRESENT_TOKEN, OCPP_PROMPT_PLUG_IN, OCPP_PROMPT_CHECKING, OCPP_PROMPT_ACCEPTED,
  OCPP_PROMPT_REFUSED, OCPP_PROMPT_CABLE_TIMEOUT, OCPP_PROMPT_TOKEN_TIMEOUT, OCPP_PROMPT_RESERVED,
  OCPP_PROMPT_OUT_OF_SERVICE, OCPP_PROMPT_MEMORY_FULL, OCPP_PROMPT_CHARGING, OCPP_PROMPT_FINISHED,
  OCPP_PROMPT_REMOVE_CABLE
} ocpp_prompt;

/* What the station makes the hardware do, and asks it. NULL for what is not there; without
 * `read_meter` and without ocpp_meter_reading() no transaction can begin. */
typedef struct ocpp_hardware {
  void (*set_contactor)(void *context, int connector, bool closed);
  /* What the control pilot may offer, in mA by phase; 0 is no energy for now. */
  void (*offer_current)(void *context, int connector, int32_t milliamperes);
  void (*set_lock)(void *context, int connector, bool locked);
  /* UnlockConnector (§5.18): whether the cable is free now. NULL: set_lock, and it is. */
  bool (*force_unlock)(void *context, int connector);
  /* Fills the reading, which holds sensible defaults; false when it comes later with
   * ocpp_meter_reading(), within two seconds, or not at all. Connector 0 is the main meter. */
  bool (*read_meter)(void *context, int connector, ocpp_meter *reading);
  void (*show_prompt)(void *context, int connector, ocpp_prompt prompt);
  /* Start anew: hard is like pulling the plug. The station takes nothing more: delete it and make
   * another, or restart the processor. When that failed: ocpp_reset_failed(). */
  void (*reboot)(void *context, bool hard);
  /* The central system set the password (AuthorizationKey): keep it, and connect with it next. The
   * library's own WebSocket uses it by itself from the next connection on. */
  void (*use_password)(void *context, const char *password, size_t length);

  /* Inputs that ocpp_loop() looks at, instead of being told with ocpp_plugged() and the like. */
  bool (*is_plugged)(void *context, int connector);
  bool (*is_ev_ready)(void *context, int connector);
  bool (*is_evse_ready)(void *context, int connector);
} ocpp_hardware;

/* The flash partition of the journal: transactions, configuration, lists and profiles that survive
 * a loss of power. All functions return 0, or anything else when they failed. */
typedef struct ocpp_flash {
  uint32_t sector_size;   /* what one erase clears: a power of two, 256 or more; 4096 is usual */
  uint32_t sector_count;  /* 4 or more */
  uint32_t program_unit;  /* what is written at least, and its alignment: a power of two, 1 to 32 */
  int (*read)(void *context, uint32_t address, void *bytes, size_t count);
  /* Clears bits only. */
  int (*program)(void *context, uint32_t address, const void *bytes, size_t count);
  /* Sets every bit of a sector. */
  int (*erase)(void *context, uint32_t sector);
  /* What was written so far survives a loss of power now. NULL where that is always so. */
  int (*sync)(void *context);
} ocpp_flash;

/* Your own WebSocket: text messages with the subprotocol "ocpp1.6". Then ocpp_message_opened(),
 * ocpp_message_received() and ocpp_message_closed(). */
typedef struct ocpp_message_transport {
  void (*connect)(void *context);
  /* Passed over when there is no connection. */
  void (*send)(void *context, const char *text, size_t length);
  void (*close)(void *context, uint16_t code);
} ocpp_message_transport;

/* A stream of bytes, TCP or TLS, on which the library makes the WebSocket itself. Then
 * ocpp_stream_opened(), ocpp_stream_read() and ocpp_stream_closed(). */
typedef struct ocpp_stream_transport {
  void (*open)(void *context);
  /* All of the bytes; what cannot be written is lost, and so is the stream. */
  void (*write)(void *context, const void *bytes, size_t count);
  void (*close)(void *context);
  const char *host;      /* for the Host header, with the port: "example.com:8000" */
  const char *path;      /* before the identity: "/ocpp" */
  const char *identity;  /* the charge box identity, at most 48 bytes */
  const char *password;  /* for HTTP Basic authentication, at most 40 bytes; NULL for none */
} ocpp_stream_transport;

/* Everything that is fixed at start-up. ocpp_setup_init() first, then change what is different. */
typedef struct ocpp_setup {
  uint32_t interface;          /* set by ocpp_setup_init() */
  void *context;               /* handed to every callback */
  /* A clock that counts milliseconds and may wrap around, such as Arduino's millis(). Needed. */
  uint32_t (*milliseconds)(void *context);
  /* Random bits that nobody can foresee, for message ids and WebSocket masks. Needed. */
  uint32_t (*random)(void *context);

  const char *vendor;          /* at most 20 bytes. Needed */
  const char *model;           /* at most 20 bytes. Needed */
  const char *serial_number;   /* at most 25 bytes, or NULL */
  const char *firmware_version;/* at most 50 bytes, or NULL */

  int connectors;              /* 1 to 16; 1 */
  int32_t maximum_current_ma;  /* by phase; 32000 */
  int phases;                  /* 1 or 3; 3 */
  int voltage;                 /* against neutral; 230 */
  bool has_main_meter;         /* whether read_meter answers for connector 0; false */
  bool resumes_after_power_loss; /* otherwise a transaction ends with its last sample; false */

  /* What costs memory; ocpp_memory_needed() tells how much. */
  int queue_limit;             /* transaction messages waiting for the central system; 64 */
  int cache_limit;             /* entries of the authorization cache; 16 */
  int list_limit;              /* entries of the local list; 32 */
  int list_per_call;           /* of one SendLocalList; 16 */
  int profile_limit;           /* charging profiles; 8 */
  int frame_limit;             /* bytes of the longest message taken; 4096 */

  ocpp_hardware hardware;
  const ocpp_flash *flash;     /* NULL for a station that forgets. Copied */
  /* One of the two. Copied. */
  const ocpp_message_transport *messages;
  const ocpp_stream_transport *stream;
} ocpp_setup;

/* Fills in the defaults above. */
ocpp_result ocpp_setup_init(ocpp_setup *setup);

/* Bytes of memory a station with these limits takes, about. Negative: an ocpp_result. */
int32_t ocpp_memory_needed(const ocpp_setup *setup);

/* Makes a station and reads its journal. `setup` and its texts may go afterwards. On an error *station
 * is NULL. */
ocpp_result ocpp_station_new(const ocpp_setup *setup, ocpp_station **station);

/* Powers it on: now it connects and sends BootNotification. Once. */
ocpp_result ocpp_start(ocpp_station *station);

/* Gives everything back. The journal has all that matters: this is like a loss of power. NULL is fine. */
void ocpp_station_delete(ocpp_station *station);

/* --- Running ---------------------------------------------------------------------------------- */

/* Looks at the inputs and does what is due. Call it in loop(), or when ocpp_next_wake() says so. At
 * least once in 24 days, because of the clock. */
ocpp_result ocpp_loop(ocpp_station *station);

/* Milliseconds until ocpp_loop() has something to do, at most 86400000. With input callbacks it is
 * for the program to decide how often they are looked at. Negative: an ocpp_result. */
int32_t ocpp_next_wake(const ocpp_station *station);

/* The stream is open; it ended or could not be opened; bytes came. For ocpp_stream_transport. */
ocpp_result ocpp_stream_opened(ocpp_station *station);
ocpp_result ocpp_stream_closed(ocpp_station *station);
ocpp_result ocpp_stream_read(ocpp_station *station, const void *bytes, size_t count);

/* The WebSocket is open; it ended or could not be opened; a text message came. For
 * ocpp_message_transport. */
ocpp_result ocpp_message_opened(ocpp_station *station);
ocpp_result ocpp_message_closed(ocpp_station *station);
ocpp_result ocpp_message_received(ocpp_station *station, const char *text, size_t length);

/* --- What happens at the charger ---------------------------------------------------------------- */

ocpp_result ocpp_plugged(ocpp_station *station, int connector, bool plugged);
/* The vehicle wants energy (control pilot state C), or no longer. */
ocpp_result ocpp_ev_ready(ocpp_station *station, int connector, bool ready);
/* The station's own electronics are ready, as they are taken to be at the start, or not for now. */
ocpp_result ocpp_evse_ready(ocpp_station *station, int connector, bool ready);
/* A reading that was asked for, or a new one. NULL members of a meter do not exist: fill all. */
ocpp_result ocpp_meter_reading(ocpp_station *station, int connector, const ocpp_meter *reading);

/* A card, at most 20 bytes. Connector 0: the station chooses. It starts a transaction when the id is
 * accepted and the cable is in, and ends the one that it began (§3.2, §4.1). */
ocpp_result ocpp_token(ocpp_station *station, int connector, const char *id_tag);

/* Begins a transaction: the id is authorized like a card's. OCPP_BAD_STATE while one runs there. What
 * comes of it shows ocpp_connector_state(). */
ocpp_result ocpp_begin_transaction(ocpp_station *station, int connector, const char *id_tag);

typedef enum ocpp_stop_reason { OCPP_STOP_LOCAL, OCPP_STOP_EMERGENCY } ocpp_stop_reason;
/* Ends the transaction at a connector. OCPP_BAD_STATE when there is none. */
ocpp_result ocpp_end_transaction(ocpp_station *station, int connector, ocpp_stop_reason reason);

/* ChargePointErrorCode (§7.6) in the order of the specification. */
typedef enum ocpp_fault {
  OCPP_FAULT_CONNECTOR_LOCK_FAILURE, OCPP_FAULT_EV_COMMUNICATION_ERROR, OCPP_FAULT_GROUND_FAILURE,
  OCPP_FAULT_HIGH_TEMPERATURE, OCPP_FAULT_INTERNAL_ERROR, OCPP_FAULT_LOCAL_LIST_CONFLICT,
  OCPP_FAULT_NONE, OCPP_FAULT_OTHER_ERROR, OCPP_FAULT_OVER_CURRENT_FAILURE,
  OCPP_FAULT_POWER_METER_FAILURE, OCPP_FAULT_POWER_SWITCH_FAILURE, OCPP_FAULT_READER_FAILURE,
  OCPP_FAULT_RESET_FAILURE, OCPP_FAULT_UNDER_VOLTAGE, OCPP_FAULT_OVER_VOLTAGE, OCPP_FAULT_WEAK_SIGNAL
} ocpp_fault;
/* Something is wrong at a connector, or nothing any more (OCPP_FAULT_NONE). The contactor opens; the
 * transaction goes on when the fault is gone. `info`: at most 50 bytes, or NULL. */
ocpp_result ocpp_set_fault(ocpp_station *station, int connector, ocpp_fault fault, const char *info);

/* The board did not restart as `reboot` wanted. */
ocpp_result ocpp_reset_failed(ocpp_station *station);

/* --- What there is to know ---------------------------------------------------------------------- */

/* ChargePointStatus (§7.7) in the order of the specification. */
typedef enum ocpp_status {
  OCPP_AVAILABLE, OCPP_PREPARING, OCPP_CHARGING, OCPP_SUSPENDED_EVSE, OCPP_SUSPENDED_EV,
  OCPP_FINISHING, OCPP_RESERVED, OCPP_UNAVAILABLE, OCPP_FAULTED
} ocpp_status;

typedef struct ocpp_connector_state {
  ocpp_status status;
  bool is_plugged;
  bool is_contactor_closed;   /* energy may flow: what MicroOCPP calls ocppPermitsCharge() */
  bool is_locked;
  int32_t offered_ma;
  bool has_transaction;
  int32_t transaction_id;     /* the central system's; 0 while it has not said one */
  int64_t meter_start_wh;
  char id_tag[21];            /* of the transaction; empty without one */
} ocpp_connector_state;
ocpp_result ocpp_get_connector(
    const ocpp_station *station, int connector, ocpp_connector_state *state);

/* 1 when connected and accepted by the central system, 0 when not. */
ocpp_result ocpp_is_online(const ocpp_station *station);
/* Transaction messages the central system has not acknowledged. */
int32_t ocpp_owed_messages(const ocpp_station *station);

/* --- Configuration (§9) ------------------------------------------------------------------------- */

/* Sets a key by its name, read-only ones too. It is kept in the journal, and the central system may
 * change it later. */
ocpp_result ocpp_set_configuration(ocpp_station *station, const char *key, const char *value);

/* Stores a key's value as text, with a zero at its end. `*length` is the room in `value` and becomes
 * the value's length without the zero. With NULL for `value` it only tells the length. */
ocpp_result ocpp_get_configuration(
    const ocpp_station *station, const char *key, char *value, size_t *length);

#ifdef __cplusplus
}
#endif
#endif
