// What the files of the C layer call of each other.
#ifndef PARTS_H
#define PARTS_H
#include "board.h"

void pins_start(void);
// Only while the pilot shows a vehicle that wants energy may the contactor be closed: the pilot's task
// opens it within 20 ms, whatever the charge point wants.
void pins_permit(bool permitted);
// Every 20 ms: the LED's blinking.
void pins_tick(void);
void log_start(void);
// Fills in the diagnostics, at most so many bytes; their length.
#define LOG_TEXT_LIMIT 8192
size_t log_text(char *text);
void transfers_start(void);
// The end of a transfer, with its number, as board.h has it; false for one that does not count any more.
bool transfers_take_end(board_event *event);
void files_start(void);
// The password to connect with, at most 40 bytes and a zero.
void files_password(char password[41]);
int64_t files_register(void);
void files_keep_register(int64_t energy_wh);
void network_start(void);
void pilot_start(void);
void rfid_start(void);

#endif
