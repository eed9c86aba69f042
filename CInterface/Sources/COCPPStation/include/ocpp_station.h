/* An OCPP 1.6 charge point for C: libocppstation.a.
 *
 * The library decides, your program has the hardware: you give it callbacks for contactor, meter, lock
 * and flash, tell it what happens (a cable, a card, bytes from the network), and call ocpp_loop() when
 * ocpp_next_wake() says so, or simply all the time.
 *
 * Rules
 *   - Threads. A station belongs to one thread at a time; there may be sixteen stations, on as many
 *     threads. Behind each function stands who may call it:
 *       [any]   from any thread, at any time;
 *       [tell]  from the station's thread, also from within a callback: what is told there is taken up
 *               right after what is under way, up to 64 things, then OCPP_BUSY;
 *       [read]  from the station's thread, also from within a callback;
 *       [run]   from the station's thread, from within a callback OCPP_BUSY.
 *     An interrupt or another thread hands what it has to the station's thread.
 *   - Callbacks are called from within these functions, never from elsewhere. One that is NULL has an
 *     answer of its own, which stands beside it. Pointers that a callback gets are good until it returns.
 *   - What a callback is asked for, it answers by a function that stands beside it: at once, from within
 *     the callback, or later.
 *   - Functions that can fail return an ocpp_result, 0 or more when they did what was asked. No argument
 *     makes them trap: NULL, wrong numbers, texts that are too long, a station that was deleted or never
 *     was one are errors, and so is a call at the wrong time. Only another pointer that is neither NULL
 *     nor valid is beyond help, and so is memory that has run out.
 *   - Texts are UTF-8 without control characters, and end with a zero. Lengths are in bytes, without it.
 *   - Connectors are numbered from 1; 0 is the station as a whole.
 *
 * Every function may return OCPP_BAD_ARGUMENT, for NULL where something is needed, for a number outside
 * its range and for a station that is none; those that take a text OCPP_TOO_LONG and OCPP_BAD_TEXT;
 * [tell] and [run] OCPP_BAD_STATE before ocpp_start(). What else they return stands beside them.
 *
 * § is the OCPP 1.6 specification, edition 2; SW is "Improved security for OCPP 1.6-J", edition 3. */
#ifndef OCPP_STATION_H
#define OCPP_STATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of this interface. A program that was compiled with another header than the library's is
 * refused by ocpp_setup_init(), with OCPP_WRONG_VERSION. */
#define OCPP_STATION_INTERFACE 2

/* A station. */
typedef struct ocpp_station ocpp_station;

/* What came of a call. */
typedef int32_t ocpp_result;
enum {
  OCPP_OK = 0,
  OCPP_BAD_ARGUMENT = -1,   /* NULL, a number outside its range, or no station */
  OCPP_TOO_LONG = -2,       /* a text is longer than the specification allows */
  OCPP_BAD_TEXT = -3,       /* a text is not UTF-8, or has control characters */
  OCPP_BUSY = -4,           /* not from within a callback, or too much was told from within it */
  OCPP_BAD_STATE = -5,      /* not now: see the function */
  OCPP_BAD_FLASH = -6,      /* geometry impossible, or flash too small for these limits */
  OCPP_JOURNAL_ERROR = -7,  /* the flash cannot be read, or is not this library's */
  OCPP_UNKNOWN_KEY = -8,    /* no such configuration key */
  OCPP_BAD_VALUE = -9,      /* a value the key cannot have */
  OCPP_SECRET = -10,        /* a key that can only be written */
  OCPP_NO_ROOM = -11,       /* the buffer is too small, or there are sixteen stations */
  OCPP_WRONG_VERSION = -12  /* the program was compiled with the header of another library */
};

/* A sentence in English for a result, for logs. Never NULL. [any] */
const char *ocpp_result_text(ocpp_result result);

/* --- Setting up ------------------------------------------------------------------------------- */

/* One reading of a meter. Fill all that your meter has; the rest keeps what it has when you get it. */
typedef struct ocpp_meter {
  /* The register: absolute, never goes back. Above 2,147,483,647, which is as far as OCPP's integers reach
   * in most central systems, the connector is Faulted with PowerMeterFailure and sells nothing more. */
  int64_t energy_wh;
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

/* What becomes of a lock that the central system wants open. */
typedef enum ocpp_unlock { OCPP_UNLOCK_FAILED, OCPP_UNLOCKED, OCPP_UNLOCK_LATER } ocpp_unlock;

/* What the station makes the hardware do, and asks it. NULL for what is not there; without
 * `read_meter` and without ocpp_meter_reading() no transaction can begin. */
typedef struct ocpp_hardware {
  void (*set_contactor)(void *context, int connector, bool closed);
  /* What the control pilot may offer, in mA by phase; 0 is no energy for now. */
  void (*offer_current)(void *context, int connector, int32_t milliamperes);
  void (*set_lock)(void *context, int connector, bool locked);
  /* UnlockConnector (§5.18): whether the cable is free now; or OCPP_UNLOCK_LATER, and then
   * ocpp_unlocked() within ten seconds. NULL: set_lock, and it is; without set_lock either, the central
   * system is told NotSupported. */
  ocpp_unlock (*force_unlock)(void *context, int connector);
  /* Fills the reading, which holds sensible defaults; false when it comes later with
   * ocpp_meter_reading(), within two seconds, or not at all. Connector 0 is the main meter. */
  bool (*read_meter)(void *context, int connector, ocpp_meter *reading);
  void (*show_prompt)(void *context, int connector, ocpp_prompt prompt);
  /* A configuration key has another value, LightIntensity or one of your own for example: from the
   * central system, or from ocpp_set_configuration(). Ask for it with ocpp_get_configuration(). */
  void (*configuration_changed)(void *context, const char *key);
  /* Start anew: hard is like pulling the plug. It is also asked for when the journal can never take what
   * has happened: the restart goes on from what it holds. The station takes nothing more: delete it and make
   * another, or restart the processor. When that failed: ocpp_reset_failed(). */
  void (*reboot)(void *context, bool hard);
  /* The central system set the password (AuthorizationKey): keep it, and connect with it next. The
   * library's own WebSocket uses it by itself from the next connection on. */
  void (*use_password)(void *context, const char *password, size_t length);

  /* The central system set the security profile (SW A05), at most to highest_security_profile: connect
   * as it demands, from now on. When that does not work, set the old one again with
   * ocpp_set_configuration("SecurityProfile"). */
  void (*use_security_profile)(void *context, int profile);

  /* Inputs that ocpp_loop() looks at, instead of being told with ocpp_plugged() and the like. */
  bool (*is_plugged)(void *context, int connector);
  bool (*is_ev_ready)(void *context, int connector);
  bool (*is_evse_ready)(void *context, int connector);
} ocpp_hardware;

/* The flash partition of the journal: transactions, configuration, lists and profiles that survive
 * a loss of power. All functions return 0, or anything else when they failed. */
typedef struct ocpp_flash {
  /* What one erase clears: a power of two; 4096 is usual. The largest thing that is written at once must
   * fit: 2,400 bytes with the defaults and a program_unit of 4, else OCPP_BAD_FLASH. */
  uint32_t sector_size;
  /* 4 or more, and enough for list, profiles and configuration at these limits, else OCPP_BAD_FLASH: 8 sectors
   * of 4096 bytes with the defaults; 4 MB at most in all. 16 are plenty. What has no room all the same is
   * refused when the central system sends it. */
  uint32_t sector_count;
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

/* Firmware the central system wants installed (§6.20; SW L01). */
typedef struct ocpp_firmware_image {
  const char *location;     /* a URL */
  /* Both NULL for UpdateFirmware; of SignedUpdateFirmware the signing certificate as PEM and the
   * signature in Base64, of the file's SHA-256. */
  const char *certificate;
  const char *signature;
} ocpp_firmware_image;

typedef enum ocpp_verdict { OCPP_VALID, OCPP_INVALID, OCPP_REVOKED } ocpp_verdict;

/* Firmware updates. The station keeps the time, repeats, waits for transactions to end, takes new ones no
 * longer, tells the central system, and goes on after a restart; you move the bytes. NULL for the whole:
 * UpdateFirmware is answered with the error NotSupported, SignedUpdateFirmware with Rejected. */
typedef struct ocpp_firmware {
  /* Fetch the file. Then ocpp_firmware_downloaded(). Needed. */
  void (*download)(void *context, const ocpp_firmware_image *image);
  /* Install what was fetched. Then ocpp_firmware_installed(), or a restart: the update counts as installed
   * when the `firmware_version` of the next ocpp_setup is another one. Needed. */
  void (*install)(void *context);
  /* The download that is under way is of no use any more. Nothing need be told. */
  void (*cancel)(void *context);
  /* Whether you trust a signing certificate (PEM). Then ocpp_firmware_certificate(). NULL: signed updates
   * are refused with InvalidCertificate. */
  void (*check_certificate)(void *context, const char *certificate);
  /* Whether the signature fits what was fetched. Then ocpp_firmware_verified(). NULL: it does not. */
  void (*verify)(void *context, const ocpp_firmware_image *image);
} ocpp_firmware;

/* What is to be uploaded: GetDiagnostics (§6.24), and GetLog (SW N01) with its two logs. */
typedef enum ocpp_log { OCPP_DIAGNOSTICS, OCPP_DIAGNOSTICS_LOG, OCPP_SECURITY_LOG } ocpp_log;

typedef struct ocpp_upload {
  ocpp_log log;
  const char *location;   /* a URL; a folder's, as a rule */
  const char *file_name;  /* what the central system was told */
  /* Milliseconds since 1970, UTC; INT64_MIN and INT64_MAX where the central system wants no limit. */
  int64_t from_ms, to_ms;
} ocpp_upload;

/* Uploads; the station repeats them as often as the central system allows. NULL for the whole:
 * GetDiagnostics is answered without a file name, GetLog with Rejected. */
typedef struct ocpp_uploads {
  /* Put the file there. Then ocpp_uploaded(). Needed. */
  void (*upload)(void *context, const ocpp_upload *upload);
  /* The upload that is under way is of no use any more. Nothing need be told. */
  void (*cancel)(void *context);
} ocpp_uploads;

typedef enum ocpp_certificate_use { OCPP_CENTRAL_SYSTEM_ROOT, OCPP_MANUFACTURER_ROOT } ocpp_certificate_use;
typedef enum ocpp_hash { OCPP_SHA256, OCPP_SHA384, OCPP_SHA512 } ocpp_hash;
/* What names a certificate (SW, CertificateHashDataType): hashes in hexadecimal. */
typedef struct ocpp_certificate_name {
  ocpp_hash algorithm;
  const char *issuer_name_hash;  /* at most 128 bytes */
  const char *issuer_key_hash;   /* at most 128 bytes */
  const char *serial_number;     /* at most 40 bytes */
} ocpp_certificate_name;

/* Certificates (SW A02, A03, M03 to M05): you keep them and do the cryptography. One is asked for at a
 * time; the central system waits for the answer, 30 seconds as a rule. A NULL callback refuses; NULL for
 * the whole: InstallCertificate and CertificateSigned are answered with Rejected, DeleteCertificate with
 * Failed, GetInstalledCertificateIds with NotFound, the trigger for a signing request with
 * NotImplemented. */
typedef struct ocpp_certificates {
  /* Keep a root certificate (PEM). Then ocpp_certificate_installed(). */
  void (*install)(void *context, ocpp_certificate_use use, const char *certificate);
  /* Forget one. Then ocpp_certificate_deleted(). */
  void (*remove)(void *context, const ocpp_certificate_name *name);
  /* Then ocpp_certificates_listed(). */
  void (*list)(void *context, ocpp_certificate_use use);
  /* The certificate for your last signing request came, with its chain (PEM). Then
   * ocpp_signed_certificate_stored(). */
  void (*store_signed)(void *context, const char *chain);
  /* Make a key pair and a signing request. Then ocpp_sign_certificate(). */
  void (*make_signing_request)(void *context);
} ocpp_certificates;

/* What came of a DataTransfer (§7.15). */
typedef enum ocpp_data_status {
  OCPP_DATA_ACCEPTED, OCPP_DATA_REJECTED, OCPP_DATA_UNKNOWN_MESSAGE, OCPP_DATA_UNKNOWN_VENDOR,
  OCPP_DATA_NO_ANSWER  /* only of your own: an error, or the connection was lost first */
} ocpp_data_status;

/* DataTransfer (§4.3, §5.6), what the specification leaves to vendors. NULL for the whole, or for
 * `received`: the central system is told UnknownVendorId. */
typedef struct ocpp_data_transfer {
  /* The central system sent something, one thing at a time. Then ocpp_data_answer(). `message` and `data`
   * are NULL when they are not there; `length` is that of `data`, which may have zeros inside. */
  void (*received)(
      void *context, const char *vendor, const char *message, const char *data, size_t length);
  /* What came of ocpp_data_send(), in that order, each once. `data` may be NULL. */
  void (*answered)(void *context, ocpp_data_status status, const char *data, size_t length);
} ocpp_data_transfer;

/* A configuration key of your own (§5.3), which the central system reads and changes like OCPP's, and the
 * journal keeps. */
typedef enum ocpp_key_type { OCPP_KEY_TEXT, OCPP_KEY_NUMBER, OCPP_KEY_FLAG } ocpp_key_type;
typedef struct ocpp_own_key {
  const char *name;        /* at most 50 bytes, none of OCPP's */
  /* Until another is set: a text of at most 500 bytes, a whole number, "true" or "false". */
  const char *value;
  ocpp_key_type type;
  int32_t minimum, maximum;/* of a number; of a text `maximum` is its longest length, 1 to 500 */
  bool is_read_only;       /* for the central system */
  bool needs_restart;      /* a change is answered with RebootRequired */
} ocpp_own_key;

/* What the meter measures: the central system may ask for no other measurand. Without OCPP_MEASURES_ENERGY
 * nothing could be billed: it is always there, and so is what is offered. */
enum {
  OCPP_MEASURES_ENERGY = 1, OCPP_MEASURES_POWER = 2, OCPP_MEASURES_CURRENT = 4,
  OCPP_MEASURES_VOLTAGE = 8, OCPP_MEASURES_CHARGE = 16, OCPP_MEASURES_TEMPERATURE = 32,
  OCPP_MEASURES_FREQUENCY = 64, OCPP_MEASURES_ALL = 127
};

/* Everything that is fixed at start-up, in the order of need. ocpp_setup_init() first, then change what is
 * different; behind a member stands its range, and last what it is otherwise. All of it is copied, what it
 * points to as well, and may go after ocpp_station_new(). */
typedef struct ocpp_setup {
  uint32_t interface;          /* set by ocpp_setup_init() */
  void *context;               /* handed to every callback */
  /* A clock that counts milliseconds and may wrap around, such as Arduino's millis(). Needed. */
  uint32_t (*milliseconds)(void *context);
  /* Random bits that nobody can foresee, for message ids and WebSocket masks. Needed. */
  uint32_t (*random)(void *context);

  const char *vendor;          /* at most 20 bytes. Needed */
  const char *model;           /* at most 20 bytes. Needed */
  /* The rest of BootNotification (§6.3), each NULL for none. */
  const char *serial_number;   /* of the charge point; at most 25 bytes */
  const char *firmware_version;/* at most 50 bytes */
  const char *box_serial_number;   /* at most 25 bytes */
  const char *iccid, *imsi;        /* of the SIM card; at most 20 bytes each */
  const char *meter_type;          /* at most 25 bytes */
  const char *meter_serial_number; /* at most 25 bytes */

  int connectors;              /* 1 to 16; 1 */
  int32_t maximum_current_ma;  /* what a connector can give, in mA by phase: 6,000 to 1,000,000; 32,000 */
  int phases;                  /* 1 or 3; 3 */
  int voltage;                 /* against neutral, in V: 50 to 1,000; 230 */
  bool has_main_meter;         /* whether read_meter answers for connector 0; false */
  bool resumes_after_power_loss; /* otherwise a transaction ends with its last sample; false */
  uint32_t measurands;         /* OCPP_MEASURES_…; all */
  int security_profile;        /* of SW, with which it connects: 0 to 3; 0 */
  int highest_security_profile;/* to which the central system may go: 0 to 3; no higher */
  /* What uploads and downloads can be done with, such as "HTTP,HTTPS"; at most 255 bytes; NULL for none */
  const char *file_transfer_protocols;

  /* What costs memory; ocpp_memory_needed() tells how much. Bytes are those of a 32-bit chip, with what the
   * journal's index needs for each. A connector takes ~850. */
  int queue_limit;             /* transaction messages waiting for the central system, ~120 bytes each:
                                  8 to 10,000; 64 */
  int stop_sample_limit;       /* readings kept for StopTransaction, ~110 bytes each: 0 to 1,000; 16 */
  int cache_limit;             /* entries of the authorization cache, ~55 bytes each: 0 to 10,000; 16 */
  int list_limit;              /* entries of the local list, ~55 bytes each: 0 to 10,000; 32 */
  int list_per_call;           /* of one SendLocalList: 0 to 1,000; 16 */
  int profile_limit;           /* charging profiles, ~140 bytes each and their periods: 0 to 1,000; 8 */
  int period_limit;            /* periods of a profile, 24 bytes each: 1 to 100; 24 */
  int frame_limit;             /* bytes of the longest message taken, twice: 512 to 65,536; 4,096. A message
                                  with a certificate may have 5,600 */
  int journal_records;         /* records the journal may hold, 12 bytes each: 64 to 100,000; 0 for as many
                                  as the limits above can come to */

  ocpp_hardware hardware;
  const ocpp_flash *flash;     /* NULL for a station that forgets */
  /* One of the two. */
  const ocpp_message_transport *messages;
  const ocpp_stream_transport *stream;

  /* What else it can do; NULL for what it cannot. */
  const ocpp_firmware *firmware;
  const ocpp_uploads *uploads;
  const ocpp_certificates *certificates;
  const ocpp_data_transfer *data_transfer;
  const ocpp_own_key *own_keys;
  size_t own_key_count;        /* 0 to 32; 0 */
} ocpp_setup;

/* Fills in what stands last behind the members. OCPP_WRONG_VERSION, and nothing is written, when this
 * header is not the library's. [any] */
static inline ocpp_result ocpp_setup_init(ocpp_setup *setup);
ocpp_result ocpp_setup_init_sized(ocpp_setup *setup, uint32_t interface, size_t size); /* [any] */
static inline ocpp_result ocpp_setup_init(ocpp_setup *setup) {
  return ocpp_setup_init_sized(setup, OCPP_STATION_INTERFACE, sizeof(ocpp_setup));
}

/* Bytes of memory a station with these limits takes when all of them are reached, about; or what is wrong
 * with the setup, as ocpp_station_new() says it. [any] */
int32_t ocpp_memory_needed(const ocpp_setup *setup);

/* Makes a station and reads its journal, which has to be erased flash or a journal of this library. On an
 * error *station is NULL. OCPP_WRONG_VERSION for a setup without ocpp_setup_init(); OCPP_BAD_FLASH,
 * OCPP_JOURNAL_ERROR, OCPP_NO_ROOM; OCPP_BAD_VALUE for an own key with a value that it cannot have.
 * [any] */
ocpp_result ocpp_station_new(const ocpp_setup *setup, ocpp_station **station);

/* Powers it on: now it connects and sends BootNotification. OCPP_BAD_STATE when it is on. [run] */
ocpp_result ocpp_start(ocpp_station *station);

/* Gives everything back. The journal has all that matters: this is like a loss of power. Afterwards the
 * station is none any more, and every function says OCPP_BAD_ARGUMENT to it, until its place is needed for
 * another. NULL is fine. [run] */
ocpp_result ocpp_station_delete(ocpp_station *station);

/* --- Running ---------------------------------------------------------------------------------- */

/* Looks at the inputs and does what is due. Call it in loop(), or when ocpp_next_wake() says so. At
 * least once in 24 days, because of the clock. [run] */
ocpp_result ocpp_loop(ocpp_station *station);

/* Milliseconds until ocpp_loop() has something to do, 0 to 86,400,000. With input callbacks it is for the
 * program to decide how often they are looked at. Negative: an ocpp_result. [read] */
int32_t ocpp_next_wake(const ocpp_station *station);

/* For ocpp_stream_transport: the stream is open; it ended or could not be opened; `count` bytes came, which
 * are copied. OCPP_BAD_STATE with the other transport. [run] */
ocpp_result ocpp_stream_opened(ocpp_station *station);
ocpp_result ocpp_stream_closed(ocpp_station *station);
ocpp_result ocpp_stream_read(ocpp_station *station, const void *bytes, size_t count);

/* For ocpp_message_transport: the WebSocket is open; it ended or could not be opened; a text message of
 * `length` bytes came, which is copied. What is no OCPP is answered as OCPP-J demands, and is no error
 * here. OCPP_BAD_STATE with the other transport. [run] */
ocpp_result ocpp_message_opened(ocpp_station *station);
ocpp_result ocpp_message_closed(ocpp_station *station);
ocpp_result ocpp_message_received(ocpp_station *station, const char *text, size_t length);

/* The network is back: a station that waits before it connects again does so at once. [tell] */
ocpp_result ocpp_network_available(ocpp_station *station);

/* The time of day in milliseconds since 1970, UTC, from a clock of your own: 2000 to 2200. The central
 * system tells it too; what happens before anybody has is told with its time afterwards. [tell] */
ocpp_result ocpp_set_time(ocpp_station *station, int64_t unix_ms);
/* Stores it. OCPP_BAD_STATE while nobody has told it, or before ocpp_start(). [read] */
ocpp_result ocpp_get_time(const ocpp_station *station, int64_t *unix_ms);

/* --- What happens at the charger ---------------------------------------------------------------- */

/* The cable is in, or out. Connector 1 and up. [tell] */
ocpp_result ocpp_plugged(ocpp_station *station, int connector, bool plugged);
/* The vehicle wants energy (control pilot state C), or no longer. Connector 1 and up. [tell] */
ocpp_result ocpp_ev_ready(ocpp_station *station, int connector, bool ready);
/* The station's own electronics are ready, as they are taken to be at the start, or not for now.
 * Connector 1 and up. [tell] */
ocpp_result ocpp_evse_ready(ocpp_station *station, int connector, bool ready);
/* A reading that was asked for, or a new one. Fill all members. Connector 0 is the main meter. What
 * cannot be is taken for the nearest that can: a register from 0 to 2,147,483,647 Wh, a charge from -1 to
 * 100 percent. [tell] */
ocpp_result ocpp_meter_reading(ocpp_station *station, int connector, const ocpp_meter *reading);
/* What came of an OCPP_UNLOCK_LATER. Connector 1 and up. [tell] */
ocpp_result ocpp_unlocked(ocpp_station *station, int connector, bool is_free);

/* A card, 1 to 20 bytes. Connector 0: the station chooses. It starts a transaction when the id is
 * accepted and the cable is in, and ends the one that it began (§3.2, §4.1). [tell] */
ocpp_result ocpp_token(ocpp_station *station, int connector, const char *id_tag);

/* Begins a transaction: the id is authorized like a card's. OCPP_BAD_STATE while one runs there. What
 * comes of it shows ocpp_get_connector(). Connector 1 and up. [tell] */
ocpp_result ocpp_begin_transaction(ocpp_station *station, int connector, const char *id_tag);

/* The same for somebody whom your own electronics know already, a payment terminal or the button of a
 * free charger: nobody is asked, with or without a network. The central system learns of it with the
 * transaction, and ends that if it wants to. `parent_id_tag`: at most 20 bytes, or NULL: who has the same
 * may end it. OCPP_BAD_STATE while one runs there. [tell] */
ocpp_result ocpp_begin_authorized(
    ocpp_station *station, int connector, const char *id_tag, const char *parent_id_tag);

/* Reason (§7.36) in the order of the specification. */
typedef enum ocpp_stop_reason {
  OCPP_STOP_EMERGENCY, OCPP_STOP_EV_DISCONNECTED, OCPP_STOP_HARD_RESET, OCPP_STOP_LOCAL,
  OCPP_STOP_OTHER, OCPP_STOP_POWER_LOSS, OCPP_STOP_REBOOT, OCPP_STOP_REMOTE, OCPP_STOP_SOFT_RESET,
  OCPP_STOP_UNLOCK_COMMAND, OCPP_STOP_DE_AUTHORIZED
} ocpp_stop_reason;
/* Ends the transaction at a connector. OCPP_BAD_STATE when there is none. Connector 1 and up. [tell] */
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
 * transaction goes on when the fault is gone. Connector 0: every contactor opens, and every connector is
 * faulted until it is gone; what does not keep it from charging is a warning of ocpp_set_error(), and
 * OCPP_FAULT_RESET_FAILURE opens nothing. `info`: at most 50 bytes, or NULL. [tell] */
ocpp_result ocpp_set_fault(ocpp_station *station, int connector, ocpp_fault fault, const char *info);

/* All that StatusNotification says of an error (§6.47). */
typedef struct ocpp_error {
  ocpp_fault fault;
  const char *info;         /* at most 50 bytes, or NULL */
  const char *vendor_code;  /* your own code, at most 50 bytes, or NULL; goes with the vendor's name */
  /* The charger works on: the status stays what it is, the contactor closed. For a weak signal, a card
   * reader, a door. */
  bool is_warning;
} ocpp_error;
/* The same as ocpp_set_fault(), which is one with no more than `fault` and `info`: each takes the place of
 * the one before. [tell] */
ocpp_result ocpp_set_error(ocpp_station *station, int connector, const ocpp_error *error);

/* The board did not restart as `reboot` wanted: it is tried again ResetRetries times, then a fault.
 * [tell] */
ocpp_result ocpp_reset_failed(ocpp_station *station);

/* Another SIM card, at most 20 bytes each, or NULL: BootNotification is sent again. [tell] */
ocpp_result ocpp_set_sim(ocpp_station *station, const char *iccid, const char *imsi);

/* Something the central system's guards should know (SW A04): `type` is one of its words or your own, 1 to
 * 50 bytes, such as "TamperDetectionActivated"; `info` at most 255, or NULL. Sixteen are kept, in the
 * journal, until it has them. [tell] */
ocpp_result ocpp_security_event(ocpp_station *station, const char *type, const char *info);

/* --- Answers to callbacks ------------------------------------------------------------------------- */
/* Each answers the callback of that name. One that nobody waits for is passed over with OCPP_OK: what was
 * asked may have been cancelled. */

/* `download`: the file is here and complete, or cannot be had. [tell] */
ocpp_result ocpp_firmware_downloaded(ocpp_station *station, bool is_good);
/* `check_certificate`. [tell] */
ocpp_result ocpp_firmware_certificate(ocpp_station *station, ocpp_verdict verdict);
/* `verify`. [tell] */
ocpp_result ocpp_firmware_verified(ocpp_station *station, bool is_valid);
/* `install`: the new firmware runs, without a restart; or could not be installed. [tell] */
ocpp_result ocpp_firmware_installed(ocpp_station *station, bool is_good);

/* `upload`. [tell] */
ocpp_result ocpp_uploaded(ocpp_station *station, bool is_good);

typedef enum ocpp_installing {
  OCPP_CERTIFICATE_INSTALLED, OCPP_CERTIFICATE_FAILED, OCPP_CERTIFICATE_REJECTED
} ocpp_installing;
/* `install` of certificates: failed when it was good and could not be kept. [tell] */
ocpp_result ocpp_certificate_installed(ocpp_station *station, ocpp_installing result);
typedef enum ocpp_removal {
  OCPP_CERTIFICATE_REMOVED, OCPP_CERTIFICATE_NOT_REMOVED, OCPP_CERTIFICATE_NOT_FOUND
} ocpp_removal;
/* `remove`. [tell] */
ocpp_result ocpp_certificate_deleted(ocpp_station *station, ocpp_removal result);
/* `list`: 0 to 32 names, NULL for none. [tell] */
ocpp_result ocpp_certificates_listed(
    ocpp_station *station, const ocpp_certificate_name *names, size_t count);
/* `store_signed`: kept, and used for the next connection; or not good. [tell] */
ocpp_result ocpp_signed_certificate_stored(ocpp_station *station, bool is_good);
/* `make_signing_request`, and whenever you want a new certificate: sends SignCertificate with a request as
 * PEM, 1 to 5,500 bytes; line feeds may be in it. [tell] */
ocpp_result ocpp_sign_certificate(ocpp_station *station, const char *request);

/* `received`; not OCPP_DATA_NO_ANSWER. `data`: at most 8,192 bytes, with line feeds and tabs if you like,
 * or NULL. [tell] */
ocpp_result ocpp_data_answer(ocpp_station *station, ocpp_data_status status, const char *data);
/* Sends a DataTransfer. `vendor`: 1 to 255 bytes; `message`: at most 50, or NULL; `data`: at most 8,192
 * bytes, with line feeds and tabs if you like, or NULL. What came of it, `answered` says. OCPP_BAD_STATE
 * without a central system that has accepted the station: data does not wait for it. [tell] */
ocpp_result ocpp_data_send(
    ocpp_station *station, const char *vendor, const char *message, const char *data);

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
  int32_t offered_ma;         /* by phase */
  bool has_transaction;
  int32_t transaction_id;     /* the central system's; 0 while it has not said one */
  int64_t meter_start_wh;
  char id_tag[21];            /* of the transaction; empty without one */
  ocpp_fault fault;           /* fault or warning; OCPP_FAULT_NONE for none */
  int32_t reservation_id;     /* -1 for none */
} ocpp_connector_state;
/* Stores a connector's state. Connector 0 has status and fault only. [read] */
ocpp_result ocpp_get_connector(
    const ocpp_station *station, int connector, ocpp_connector_state *state);

/* Every message of OCPP that the station sends, or takes, as it is on the wire: for a log. Passwords
 * (AuthorizationKey) are in them. */
typedef void (*ocpp_frame_watcher)(
    void *context, bool is_sent, const char *text, size_t length);
/* Calls `watcher` for each from now on; NULL for no longer. [run] */
ocpp_result ocpp_watch_frames(ocpp_station *station, ocpp_frame_watcher watcher);

/* 1 when connected and accepted by the central system, 0 when not. [read] */
ocpp_result ocpp_is_online(const ocpp_station *station);
/* Transaction messages the central system has not acknowledged. [read] */
int32_t ocpp_owed_messages(const ocpp_station *station);
/* Those that it refused TransactionMessageAttempts times, and that were given up. [read] */
int32_t ocpp_lost_messages(const ocpp_station *station);

/* --- Configuration (§9) ------------------------------------------------------------------------- */

/* Sets a key by its name, whatever the case of its letters, one of OCPP's or of your own, read-only ones
 * too: `key` at most 50 bytes, `value` at most 500. It is kept in the journal, and the central system may
 * change it later. Before ocpp_start() too. OCPP_UNKNOWN_KEY, OCPP_BAD_VALUE. [run] */
ocpp_result ocpp_set_configuration(ocpp_station *station, const char *key, const char *value);

/* Stores a key's value as text, with a zero at its end. `*length` is the room in `value`, in bytes, and
 * becomes the value's length without the zero; OCPP_NO_ROOM when both do not fit. With NULL for `value` it
 * only tells the length. OCPP_UNKNOWN_KEY; OCPP_SECRET for AuthorizationKey. [read] */
ocpp_result ocpp_get_configuration(
    const ocpp_station *station, const char *key, char *value, size_t *length);

#ifdef __cplusplus
}
#endif
#endif
