import Foundation
import Network

/// Defaults, file, environment and command line, put together and checked.
extension ServeConfiguration {
  /// Defaults, then the file, then the environment, then the command line.
  static func read(
    arguments: [String], environment: [String: String]
  ) throws(UsageError) -> ServeConfiguration {
    let reader = SettingsReader(settings: settings)
    var probe = ServeConfiguration()
    try reader.apply(environment: environment, to: &probe)
    try reader.apply(arguments, to: &probe)
    guard let path = probe.configurationFile else {
      try probe.check()
      return probe
    }
    var configuration = ServeConfiguration()
    try reader.apply(file: try members(of: path), path: path, to: &configuration)
    try reader.apply(environment: environment, to: &configuration)
    try reader.apply(arguments, to: &configuration)
    try configuration.check()
    return configuration
  }

  private static func members(of path: String) throws(UsageError) -> [String: String] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UsageError("The configuration file \(path) cannot be read.")
    }
    guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      throw UsageError("The configuration file \(path) is not a JSON object.")
    }
    var members: [String: String] = [:]
    for (key, value) in object {
      switch value {
      case let text as String: members[key] = text
      case let list as [String]: members[key] = list.joined(separator: ";")
      case let number as NSNumber: members[key] = "\(number)"
      default:
        throw UsageError(
          "\(path): \(key) must be a text, a list of texts, a number, true or false.")
      }
    }
    return members
  }

  private func check() throws(UsageError) {
    for listener in listeners where !isAddressLiteral(listener.address) {
      throw UsageError(
        "\"\(listener.address)\" is no address to listen on: it takes one in figures, such as "
          + "127.0.0.1, ::1 or 0.0.0.0.")
    }
    let places = listeners.map(\.place)
    try checkLoopback(isOpen, "--open lets anybody in", "--open")
    try checkLoopback(hasTestAPI, "--test-api is for conformance suites", "--test-api")
    for (index, listener) in listeners.enumerated() where listener.port != 0 {
      if places[..<index].contains(listener.place) {
        throw UsageError("Two listeners are to use \(listener.place).")
      }
    }
  }

  /// What is only for this machine must not be reachable from another one.
  private func checkLoopback(
    _ isOn: Bool, _ reason: String, _ option: String
  ) throws(UsageError) {
    guard isOn,
      let listener = listeners.first(where: { !ServeConfiguration.isLoopback($0.address) })
    else { return }
    let place = listener.address == address ? "--address" : "its address= in --listen"
    throw UsageError(
      "\(reason) and therefore listens on loopback only, not on \(listener.address). "
        + "Leave out \(place), or leave out \(option).")
  }
}
