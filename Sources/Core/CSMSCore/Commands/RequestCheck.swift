import OCPP16
import OCPPJSON

/// The checks of commands for requests that a client wrote itself, in OCPP's own words: what their
/// schema cannot say.
public enum RequestCheck {
  /// Why a request, valid by its schema, does not go out; nil when all is well. What is in the past is
  /// not refused here: whoever writes a call himself may know better what time it is at the station.
  /// - Parameters:
  ///   - action: the index of the action in the table of OCPP 1.6.
  ///   - station: what is known of the station it is for.
  public static func refusal(
    action: UInt8, payload: [UInt8], knowing station: StationKnowledge = StationKnowledge()
  ) -> CommandRefusal? {
    guard let action = Action(rawValue: action),
      let command = StationCommand(action, payload: payload)
    else { return nil }
    var known = station
    do throws(CommandRefusal) {
      if case .sendLocalList(let list) = command {
        if let most = station.localListPartLength, list.entries.count > most {
          throw CommandRefusal("localAuthorizationList", .tooManyAtOnce)
        }
        // It goes out as it is, in one part.
        known.localListPartLength = max(1, list.entries.count)
      }
      try command.check(now: DateTime(milliseconds: .min), knowing: known)
      return nil
    } catch {
      return CommandRefusal(
        name(of: error.field, in: action, isKey: error.reason == .notAKey), error.reason)
    }
  }

  /// The member as OCPP calls it.
  private static func name(
    of field: Text, in action: Action, isKey: Bool
  ) -> Text {
    switch action {
    // Of an AuthorizationKey, whose name is never wrong.
    case .changeConfiguration where isKey: "value"
    case .signedUpdateFirmware where field == "install_date": "installDateTime"
    case .getLog where field == "location": "remoteLocation"
    case .getLog where field == "start_time": "oldestTimestamp"
    default: field.inCamelCase
    }
  }
}

extension Text {
  /// `connectorId` for `connector_id`.
  fileprivate var inCamelCase: Text {
    withUTF8 { bytes in
      var letters: [UInt8] = []
      var isFirstOfWord = false
      for byte in bytes {
        if byte == 0x5F {
          isFirstOfWord = true
          continue
        }
        letters.append(isFirstOfWord && byte >= 0x61 && byte <= 0x7A ? byte - 0x20 : byte)
        isFirstOfWord = false
      }
      return Text(utf8: letters)
    }
  }
}
