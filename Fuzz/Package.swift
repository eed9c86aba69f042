// swift-tools-version: 6.2
import PackageDescription

// A package of its own, because everything in it is instrumented: `Fuzz/run.sh` builds it with
// `-sanitize=fuzzer`, which applies to the message modules too.
let package = Package(
  name: "ocpp-fuzz",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "swift-ocpp", path: "..")],
  targets: [
    .target(name: "LibFuzzer"),
    .executableTarget(
      name: "fuzz",
      dependencies: ["LibFuzzer", .product(name: "OCPPMessages", package: "swift-ocpp")],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
