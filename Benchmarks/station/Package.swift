// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "station-bench",
  platforms: [.macOS(.v26)],
  dependencies: [
    .package(name: "swift-ocpp", path: "../.."), .package(name: "codec-bench", path: "../codec"),
  ],
  targets: [
    .executableTarget(
      name: "station-bench",
      dependencies: [
        .product(name: "Counters", package: "codec-bench"),
        .product(name: "StationCore", package: "swift-ocpp"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
