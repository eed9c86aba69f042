// swift-tools-version: 6.2
import Foundation
import PackageDescription

// simdjson is measured beside the codec where it is installed (Debian: libsimdjson-dev).
let hasSimdjson = FileManager.default.fileExists(atPath: "/usr/include/simdjson.h")

let package = Package(
  name: "codec-bench",
  platforms: [.macOS(.v26)],
  products: [.library(name: "Counters", targets: ["Counters"])],
  dependencies: [.package(name: "swift-ocpp", path: "../..")],
  targets: [
    .target(name: "Counters"),
    .target(
      name: "ParseOnly", linkerSettings: hasSimdjson ? [.linkedLibrary("simdjson")] : []),
    .executableTarget(
      name: "codec-bench",
      dependencies: [
        "Counters", "ParseOnly", .product(name: "OCPPMessages", package: "swift-ocpp"),
      ]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
