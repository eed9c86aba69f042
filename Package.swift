// swift-tools-version: 6.2
import PackageDescription

// The folder a target lives in decides what it may depend on (docs/architecture.md). A dependency
// that breaks a wall stops the manifest from loading, with a sentence that says which wall.

let upcoming: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let coreNames = [
  "OCPPJSON", "OCPPRPC", "OCPP16", "OCPP2", "SmartCharging", "Journal", "WebSocketStream",
  "StationCore", "CSMSCore", "Tariffs",
]
let libraryNames = ["CUV", "COpenSSL", "CSQLite", "CSodium", "CCurl", "CLZ4", "CStationPage"]
let edgeNames = [
  "ServerLog", "Network", "StationHost", "Fleet", "Frames", "Gateway", "Billing", "Store", "Access",
  "Webhooks",
  "API",
]

func check(_ name: String, _ dependencies: [String], allowed: [String], _ wall: String) {
  for dependency in dependencies where !allowed.contains(dependency) {
    fatalError("\(name) may not depend on \(dependency): \(wall)")
  }
}

/// Standard library only; must also compile as Embedded Swift.
func core(_ name: String, _ dependencies: [String] = [], features: [String] = []) -> Target {
  check(name, dependencies, allowed: coreNames, "a Core target depends on Core targets only.")
  return .target(
    name: name, dependencies: dependencies.map { .init(stringLiteral: $0) },
    path: "Sources/Core/\(name)",
    swiftSettings: upcoming + features.map { .enableExperimentalFeature($0) } + [
      .treatWarning("EmbeddedRestrictions", as: .error)
    ])
}

/// Core plus one outside thing.
func edge(_ name: String, _ dependencies: [String], exclude: [String] = []) -> Target {
  check(
    name, dependencies, allowed: coreNames + edgeNames + libraryNames,
    "an edge depends on Core, other edges and C libraries only.")
  return .target(
    name: name, dependencies: dependencies.map { .init(stringLiteral: $0) },
    path: "Sources/Edges/\(name)", exclude: exclude, swiftSettings: upcoming)
}

/// A C library of the operating system.
func library(_ name: String, pkgConfig: String, apt: String, brew: String) -> Target {
  .systemLibrary(
    name: name, path: "Sources/Edges/Libraries/\(name)", pkgConfig: pkgConfig,
    providers: [.apt([apt]), .brew([brew])])
}

/// Files that become part of the executable, in C because only its compiler can take them in.
func embedded(_ name: String) -> Target {
  .target(name: name, path: "Sources/Edges/Libraries/\(name)")
}

/// The place where edges are put together. It may also show a kit to people: `ocpp world` runs the
/// simulation that the tests run, so that a failing seed is one command to replay; `ocpp check` asks a
/// server as app developers do.
func program(_ name: String, _ dependencies: [String]) -> Target {
  check(
    name, dependencies, allowed: coreNames + edgeNames + ["World", "CSMSClient"],
    "a program puts edges together, and shows the World and the client.")
  return .executableTarget(
    name: name, dependencies: dependencies.map { .init(stringLiteral: $0) },
    path: "Sources/Programs/\(name)", swiftSettings: upcoming)
}

/// What app developers link: HTTP and nothing of the server.
func client(_ name: String, _ dependencies: [String]) -> Target {
  check(
    name, dependencies, allowed: ["Network", "OCPPJSON"],
    "a client speaks HTTP and links nothing of the server.")
  return kit(name, dependencies)
}

/// For tests and for people who build on the project; never a dependency of Sources/Core or Edges.
func kit(_ name: String, _ dependencies: [String]) -> Target {
  check(name, dependencies, allowed: coreNames + edgeNames, "a kit depends on Core and edges.")
  return .target(
    name: name, dependencies: dependencies.map { .init(stringLiteral: $0) },
    path: "Sources/Kits/\(name)", swiftSettings: upcoming)
}

/// A program to learn from; built with everything, not a product.
func example(_ name: String, _ dependencies: [String], path: String) -> Target {
  check(name, dependencies, allowed: ["CSMSClient"], "an example shows what an app links.")
  return .executableTarget(
    name: name, dependencies: dependencies.map { .init(stringLiteral: $0) },
    path: path, swiftSettings: upcoming)
}

func tests(_ name: String, _ dependencies: [String]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies.map { .init(stringLiteral: $0) },
    path: "Tests/\(name)", swiftSettings: upcoming)
}

/// A program that only tests start; not a product.
func tool(_ name: String, _ dependencies: [String], path: String) -> Target {
  check(name, dependencies, allowed: coreNames, "a test tool drives Core.")
  return .executableTarget(
    name: name, dependencies: dependencies.map { .init(stringLiteral: $0) },
    path: path, swiftSettings: upcoming)
}

let package = Package(
  name: "swift-ocpp",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "ocpp", targets: ["ocpp"]),
    .library(name: "OCPPMessages", targets: ["OCPPJSON", "OCPPRPC", "OCPP16", "OCPP2"]),
    .library(
      name: "StationCore",
      targets: [
        "StationCore", "SmartCharging", "WebSocketStream", "Journal", "OCPP16", "OCPPJSON",
      ]),
    .library(name: "CSMSClient", targets: ["CSMSClient"]),
    .library(name: "CentralStore", targets: ["Store", "CSMSCore", "OCPPJSON"]),
  ],
  targets: [
    core("OCPPJSON"),
    core("OCPPRPC", ["OCPPJSON"]),
    core("OCPP16", ["OCPPJSON"]),
    core("OCPP2", ["OCPPJSON"]),
    core("SmartCharging", ["OCPPJSON"]),
    // What holds a value to its place in memory (`Pin`).
    core("Journal", features: ["RawLayout"]),
    core("WebSocketStream", ["OCPPJSON"]),
    core(
      "StationCore",
      ["OCPPJSON", "OCPPRPC", "OCPP16", "SmartCharging", "Journal", "WebSocketStream"],
      features: ["RawLayout"]),
    core("CSMSCore", ["OCPPJSON", "OCPPRPC", "OCPP16"]),
    core("Tariffs", ["OCPPJSON"]),

    library("CUV", pkgConfig: "libuv", apt: "libuv1-dev", brew: "libuv"),
    library("COpenSSL", pkgConfig: "openssl", apt: "libssl-dev", brew: "openssl@3"),
    library("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev", brew: "sqlite"),
    library("CSodium", pkgConfig: "libsodium", apt: "libsodium-dev", brew: "libsodium"),
    library("CCurl", pkgConfig: "libcurl", apt: "libcurl4-openssl-dev", brew: "curl"),
    library("CLZ4", pkgConfig: "liblz4", apt: "liblz4-dev", brew: "lz4"),

    embedded("CStationPage"),

    edge("Network", ["CUV", "COpenSSL"], exclude: ["README.md"]),
    edge(
      "StationHost",
      [
        "StationCore", "Journal", "Network", "SmartCharging", "OCPP16", "OCPPJSON", "COpenSSL",
      ]),
    edge("Fleet", ["StationHost", "StationCore", "Journal", "Network", "OCPP16", "OCPPJSON"]),
    edge("Billing", ["Tariffs", "CSMSCore", "OCPPJSON"]),
    edge("Store", ["Billing", "Tariffs", "CSMSCore", "OCPPJSON", "CSQLite"]),
    edge("ServerLog", []),
    edge("Frames", ["OCPPJSON", "OCPPRPC", "CLZ4"]),
    edge("Access", ["Store", "Network", "OCPPJSON", "CSodium", "COpenSSL"]),
    edge(
      "Gateway", ["CSMSCore", "Network", "Frames", "ServerLog", "OCPPJSON", "OCPPRPC", "OCPP16"]),
    edge(
      "Webhooks", ["CSMSCore", "Store", "Network", "Access", "ServerLog", "OCPPJSON", "CCurl"]),
    edge(
      "API",
      [
        "Access", "Billing", "Tariffs", "Webhooks", "CSMSCore", "Network", "Frames", "Gateway",
        "Store",
        "ServerLog", "OCPPJSON", "OCPPRPC", "OCPP16", "CStationPage",
      ]),

    program(
      "ocpp",
      [
        "API", "Access", "Gateway", "Frames", "Store", "Network", "ServerLog", "StationHost",
        "Webhooks",
        "Fleet", "StationCore", "CSMSCore", "OCPPJSON", "OCPPRPC", "OCPP16", "World",
        "CSMSClient",
      ]),

    kit(
      "TestKit",
      [
        "API", "Access", "Gateway", "Frames", "Store", "Network", "ServerLog", "Webhooks",
        "CSMSCore", "OCPPJSON", "OCPPRPC", "OCPP16", "Journal",
      ]),

    client("CSMSClient", ["Network", "OCPPJSON"]),

    kit("World", ["StationCore", "Journal", "CSMSCore", "OCPPJSON", "OCPPRPC", "OCPP16"]),

    tool("codec-check", ["OCPPJSON", "OCPP16", "OCPP2"], path: "Tests/Schemas/CodecCheck"),

    example("charge-app", ["CSMSClient"], path: "Examples/swift-app"),

    tests("OCPPJSONTests", ["OCPPJSON", "OCPP16"]),
    tests("OCPP16Tests", ["OCPP16", "OCPPJSON"]),
    tests("OCPP2Tests", ["OCPP2", "OCPPJSON"]),
    tests("OCPPRPCTests", ["OCPPRPC", "OCPPJSON", "OCPP16"]),
    tests("CSMSCoreTests", ["CSMSCore", "OCPPRPC", "OCPP16", "OCPPJSON"]),
    tests(
      "APITests",
      [
        "API", "TestKit", "Gateway", "Store", "CSMSCore", "Network", "ServerLog", "OCPPRPC",
        "OCPP16", "OCPPJSON",
      ]),
    tests(
      "CommandsTests",
      [
        "API", "TestKit", "Gateway", "Store", "CSMSCore", "Network", "ServerLog", "OCPPRPC",
        "OCPP16", "OCPPJSON",
      ]),
    tests("AccessTests", ["Access", "Store", "Network", "OCPPJSON"]),
    tests(
      "RecordsTests",
      [
        "API", "Access", "TestKit", "Gateway", "Store", "CSMSCore", "Network", "ServerLog",
        "OCPPJSON",
      ]),
    tests(
      "WebhooksTests",
      [
        "Webhooks", "API", "Access", "TestKit", "Gateway", "Store", "CSMSCore", "Network",
        "OCPPJSON",
      ]),
    tests("Conversations", ["TestKit", "Store", "CSMSCore", "OCPP16", "OCPPJSON"]),
    tests(
      "GatewayTests",
      [
        "Gateway", "TestKit", "Store", "CSMSCore", "Network", "ServerLog", "OCPPRPC", "OCPP16",
        "OCPPJSON",
      ]),
    tests("TariffsTests", ["Tariffs", "OCPPJSON"]),
    tests("BillingTests", ["Billing", "Tariffs", "CSMSCore", "OCPP16", "OCPPJSON"]),
    tests("SmartChargingTests", ["SmartCharging", "TestKit", "OCPPJSON"]),
    tests("JournalTests", ["Journal", "TestKit"]),
    tests(
      "CSMSClientTests",
      [
        "CSMSClient", "API", "TestKit", "Gateway", "Store", "CSMSCore", "Network", "OCPPJSON",
      ]),
    tests("WebSocketStreamTests", ["WebSocketStream", "OCPPJSON"]),
    tests("FileFlashTests", ["StationHost", "Journal", "TestKit"]),
    tests("NetworkTests", ["Network", "TestKit", "COpenSSL"]),
    tests(
      "FleetTests",
      [
        "Fleet", "StationHost", "StationCore", "TestKit", "Gateway", "Store", "CSMSCore", "Network",
        "OCPP16",
        "OCPPJSON",
      ]),
    tests(
      "ProgramTests",
      [
        "ocpp", "TestKit", "Fleet", "Store", "CSMSCore", "Network", "StationCore", "ServerLog",
        "OCPPJSON", "StationHost",
      ]),
    tests("ServerLogTests", ["ServerLog"]),
    tests(
      "FramesTests",
      [
        "Frames", "TestKit", "API", "Gateway", "CSMSCore", "Network", "OCPPRPC", "OCPP16",
        "OCPPJSON",
      ]),
    tests(
      "StationCoreTests",
      [
        "StationCore", "SmartCharging", "Journal", "WebSocketStream", "TestKit", "OCPP16",
        "OCPPRPC", "OCPPJSON",
      ]),
    tests(
      "StationHostTests",
      [
        "StationHost", "StationCore", "Journal", "TestKit", "Gateway", "Store", "Network",
        "OCPPJSON",
      ]),
    tests("WorldTests", ["World", "TestKit", "Store", "CSMSCore", "OCPPJSON"]),
    tests("StoreTests", ["Billing", "CSMSCore", "OCPP16", "OCPPJSON", "Store", "Tariffs"]),
  ],
  swiftLanguageModes: [.v6]
)
