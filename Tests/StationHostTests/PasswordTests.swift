import Network
import OCPPJSON
import StationCore
import Testing

@testable import StationHost

@Suite("Which password a station connects with") struct PasswordTests {
  private let refusal = NetworkError.refused(status: 401)

  private func security() -> StationSecurity {
    var settings = StationSettings(url: "ws://127.0.0.1:1/ocpp", identity: "CP1")
    settings.password = "first-password-1234"
    return StationSecurity(
      settings, certificates: CertificateStore(folder: StationFolder(nil), caFile: nil))
  }

  /// A station whose journal has another password than the command line.
  private func station() -> ChargePoint {
    var station = ChargePoint(setup: StationSetup())
    let isKey = station.preset("AuthorizationKey", "second-password-5678")
    #expect(isKey)
    return station
  }

  private func kept(_ station: borrowing ChargePoint) -> String {
    station.configurationText(.authorizationKey)
  }

  private func shown(_ security: StationSecurity) throws -> String {
    let client = try security.client()
    return String(decoding: client.basicAuth?.password ?? [], as: UTF8.self)
  }

  @Test("One refusal after a restart does not make it forget the password of the journal")
  func oneRefusal() throws {
    let security = security()
    var station = station()
    security.powerOn(&station)
    #expect(try shown(security) == "second-password-5678")

    let isAtOnce = security.failed(refusal, &station)
    #expect(isAtOnce)
    #expect(try shown(security) == "first-password-1234")
    #expect(kept(station) == "second-password-5678")
    // From now on they take turns, and each waits for its time.
    let isAtOnceAgain = security.failed(refusal, &station)
    #expect(!isAtOnceAgain)
    #expect(try shown(security) == "second-password-5678")
    security.connected(&station)

    #expect(kept(station) == "second-password-5678")
    let hasAnother = security.failed(refusal, &station)
    #expect(!hasAnother)
    #expect(try shown(security) == "second-password-5678")
  }

  @Test("The password that a connection shows to be right is the journal's from then on")
  func theOtherIsRight() throws {
    let security = security()
    var station = station()
    security.powerOn(&station)

    _ = security.failed(refusal, &station)
    security.connected(&station)

    #expect(kept(station) == "first-password-1234")
    #expect(try shown(security) == "first-password-1234")
  }
}
