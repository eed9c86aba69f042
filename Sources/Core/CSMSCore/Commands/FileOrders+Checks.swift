import OCPPJSON

/// What makes an order that names a file or an address impossible.
extension RetryRule {
  func check() throws(CommandRefusal) {
    try StationCommand.notNegative("retries", retries)
    try StationCommand.notNegative("retry_interval", interval)
  }
}

extension FirmwareOrder {
  func check() throws(CommandRefusal) {
    try StationCommand.isAddress("location", location)
    try retry.check()
  }
}

extension SignedFirmwareOrder {
  func check() throws(CommandRefusal) {
    try firmware.check()
    try StationCommand.isPEM("signing_certificate", signingCertificate)
    try StationCommand.notEmpty("signature", signature)
    if let installAt, installAt < firmware.retrieveAt {
      throw CommandRefusal("install_date", .endsBeforeItStarts)
    }
  }
}

extension DiagnosticsOrder {
  func check() throws(CommandRefusal) {
    try StationCommand.isAddress("location", location)
    try retry.check()
    if let from, let to, to < from { throw CommandRefusal("start_time", .startsAfterItsEnd) }
  }
}
