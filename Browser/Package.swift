// swift-tools-version: 6.2
import PackageDescription

// The charge point for a browser tab: built by Tools/browser.sh as Embedded Swift for WebAssembly, with
// the flags in toolset.json. A package of its own, so that nobody else needs that toolset.
let package = Package(
  name: "station-page",
  dependencies: [.package(name: "swift-ocpp", path: "..")],
  targets: [
    .target(name: "CPage"),
    .executableTarget(
      name: "StationPage",
      dependencies: ["CPage", .product(name: "StationCore", package: "swift-ocpp")],
      swiftSettings: [
        .enableExperimentalFeature("Extern"),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
