/// What the operator has set up at a station, as far as it is certain.
struct Operations {
  var limits: CertainLimits
  var nextReservation = 1
  /// Of updates and uploads.
  var nextRequest = 0
  var listVersion = 0
  /// Counts what may change which measurands go into StopTransaction.
  var stopChoices = 0
}
