// What the page offers the station: functions of the WebAssembly import module "page", implemented in
// web/station.js. Texts and bytes are passed as address and length in the station's own memory.
#pragma once
#include <stddef.h>
#include <stdint.h>

#define PAGE(name) __attribute__((import_module("page"), import_name(#name)))

/// Opens the WebSocket; then `linked` or `unlinked`.
PAGE(connect) void page_connect(void);
/// Sends a text message.
PAGE(send) void page_send(const uint8_t *text, int32_t length);
/// Closes the WebSocket; then `unlinked`.
PAGE(close) void page_close(int32_t code);
/// Keeps one sector of the journal; 0 when that failed.
PAGE(store) int32_t page_store(int32_t sector, const uint8_t *bytes, int32_t length);
/// Shows a prompt at a connector.
PAGE(prompt) void page_prompt(int32_t connector, int32_t prompt);
/// The station is to start anew.
PAGE(reboot) void page_reboot(int32_t is_hard);
/// The central system set the password for HTTP Basic authentication.
PAGE(password) void page_password(const uint8_t *text, int32_t length);
