// StationHost
