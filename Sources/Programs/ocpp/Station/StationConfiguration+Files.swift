import Foundation
import Network
import StationHost

extension StationConfiguration {
  /// A file that cannot be used is better noticed now than when it is needed first.
  func checkFiles() throws {
    do throws(FileFlashError) {
      try stationSettings.journal.check()
    } catch {
      throw UsageError("--journal: \(error).")
    }
    try checkFirmwareRoot()
    try checkData()
    if caFile == nil && certificateFile == nil && keyFile == nil { return }
    _ = try TLSClientContext(caFile: caFile, certificateFile: certificateFile, keyFile: keyFile)
  }

  private func checkFirmwareRoot() throws(UsageError) {
    guard let firmwareRootFile else { return }
    guard let contents = FileManager.default.contents(atPath: firmwareRootFile) else {
      throw UsageError("--firmware-root: \(firmwareRootFile) cannot be read.")
    }
    if !String(decoding: contents, as: UTF8.self).contains("-----BEGIN CERTIFICATE-----") {
      throw UsageError("--firmware-root: there is no certificate in \(firmwareRootFile) (PEM).")
    }
  }

  /// The folder is made, as it would be for the first file.
  private func checkData() throws(UsageError) {
    guard let data else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw UsageError("--data: the folder \(data) cannot be made.")
    }
    if !FileManager.default.isWritableFile(atPath: data) {
      throw UsageError("--data: nothing can be written to \(data).")
    }
  }
}
