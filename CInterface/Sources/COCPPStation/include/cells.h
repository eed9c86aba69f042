/* Where the stations are: not part of the interface. A handle is the address of a cell, so that one of a
 * deleted station, or none at all, is told from a station without touching what it points to. */
#ifndef OCPP_CELLS_H
#define OCPP_CELLS_H

struct ocpp_station;

/* Puts a station into a free cell; NULL when there is none. */
struct ocpp_station *cells_take(void *station);
/* The station of a cell; NULL for an empty one, and for what is no cell. */
void *cells_find(const struct ocpp_station *cell);
/* Empties a cell. The station that was in it, if this call was the one that did it. */
void *cells_empty(struct ocpp_station *cell);

#endif
