// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "ledger-bench",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "swift-ocpp", path: "../..")],
  targets: [
    .executableTarget(
      name: "ledger-bench",
      dependencies: [.product(name: "CentralStore", package: "swift-ocpp")]),
    .executableTarget(
      name: "listing-bench",
      dependencies: [.product(name: "CentralStore", package: "swift-ocpp")]),
  ],
  swiftLanguageModes: [.v6]
)
