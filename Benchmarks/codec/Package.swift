// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "codec-bench",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "swift-ocpp", path: "../..")],
  targets: [
    .target(name: "Counters"),
    .executableTarget(
      name: "codec-bench",
      dependencies: ["Counters", .product(name: "OCPPMessages", package: "swift-ocpp")]),
  ],
  swiftLanguageModes: [.v6]
)
