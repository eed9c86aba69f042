/// What can be done with demo data: commands that work at this server as they stand, in a shell where
/// `OCPP_API_KEY` is the key, if the server wants one.
struct DemoDataAdvice {
  /// For the station, whose password is told with it: it is for looking.
  private static let password = "demo-station-password"
  private let base: String
  private let place: ServerPlace

  init(_ baseURL: String, _ place: ServerPlace) {
    base = baseURL
    self.place = place
  }

  var text: String {
    """
    \(place.key == nil ? "look at it" : "look at it, with the key in OCPP_API_KEY")
      \(curl("/db/charge-sessions/?company_id=DEMO-NORTH"))
      \(curl("/api/ocpp/stations/"))
    charge there, with a station and a card of it
    \(station)
    take it away
      \(curl("/db/companies/DEMO-NORTH?cascade=true", "-X DELETE "))
      \(curl("/db/companies/DEMO-SOUTH?cascade=true", "-X DELETE "))
    """
  }

  private var station: String {
    // "http://…" becomes "ws://…", "https://…" "wss://…".
    let url = "ws" + base.dropFirst("http".count) + "/ocpp"
    let trust = place.caFile.map { " --ca " + Self.quoted($0) } ?? ""
    let command =
      "ocpp station --url \(Self.quoted(url))\(trust) --id DEMO-N1 --tag DEMO-CARD-1 --duration 20"
    if place.key == nil { return "  " + command }
    let body =
      "-X PATCH -H 'Content-Type: application/json' -d '{\"password\":\"\(Self.password)\"}' "
    return """
        \(curl("/charge-points/DEMO-N1", body))
        OCPP_PASSWORD=\(Self.password) \(command)
      """
  }

  private func curl(_ path: String, _ options: String = "") -> String {
    let key = place.key == nil ? "" : "-H \"Authorization: Bearer $OCPP_API_KEY\" "
    let trust = place.caFile.map { "--cacert \(Self.quoted($0)) " } ?? ""
    return "curl \(options)\(trust)\(key)\(Self.quoted(base + path))"
  }

  /// As one word of a shell.
  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
