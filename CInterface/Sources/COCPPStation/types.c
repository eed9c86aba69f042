// The structures of the interface are C; the functions are in Swift.
#include "ocpp_station.h"

_Static_assert(sizeof(ocpp_result) == 4, "a result is 32 bits everywhere");
