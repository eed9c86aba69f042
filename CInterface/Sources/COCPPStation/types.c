// The structures of the interface are C; the functions are in Swift. Except for the table of stations,
// which several threads may look at.
#include "ocpp_station.h"

#include <stdatomic.h>

#include "cells.h"

_Static_assert(sizeof(ocpp_result) == 4, "a result is 32 bits everywhere");

enum { CELLS = 16 };

struct ocpp_station {
  _Atomic(void *) station;
};

static struct ocpp_station cells[CELLS];
/* Where the search for a free cell begins: behind the last one, so that a stale handle stays stale for as
 * long as it can. */
static atomic_uint next_cell;

struct ocpp_station *cells_take(void *station) {
  unsigned first = atomic_load(&next_cell);
  for (unsigned i = 0; i < CELLS; i++) {
    struct ocpp_station *cell = &cells[(first + i) % CELLS];
    void *empty = NULL;
    if (atomic_compare_exchange_strong(&cell->station, &empty, station)) {
      atomic_store(&next_cell, first + i + 1);
      return cell;
    }
  }
  return NULL;
}

static bool is_cell(const struct ocpp_station *cell) {
  uintptr_t offset = (uintptr_t)cell - (uintptr_t)cells;
  return offset < sizeof cells && offset % sizeof cells[0] == 0;
}

void *cells_find(const struct ocpp_station *cell) {
  return is_cell(cell) ? atomic_load(&((struct ocpp_station *)cell)->station) : NULL;
}

void *cells_empty(struct ocpp_station *cell) {
  return is_cell(cell) ? atomic_exchange(&cell->station, NULL) : NULL;
}
