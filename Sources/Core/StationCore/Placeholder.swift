// StationCore
