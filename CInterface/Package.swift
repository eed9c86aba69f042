// swift-tools-version: 6.2
import PackageDescription

// libocppstation.a: the charge point for C, built by Tools/c-library.sh as Embedded Swift, so that it
// needs nothing at link time but a C library. A package of its own, so that nobody else needs the
// toolsets beside it.
let package = Package(
  name: "ocpp-station",
  products: [.library(name: "ocppstation", type: .static, targets: ["OCPPStation"])],
  dependencies: [.package(name: "swift-ocpp", path: "..")],
  targets: [
    .target(name: "COCPPStation"),
    .target(
      name: "OCPPStation",
      dependencies: ["COCPPStation", .product(name: "StationCore", package: "swift-ocpp")],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
