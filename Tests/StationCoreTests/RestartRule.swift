/// What a restart may change (docs/decisions/0033-restart-equivalence.md): each rule is one excuse, and
/// one that no cut ever needs is one too many.
enum RestartRule: String, CaseIterable {
  /// Nobody knows whether it arrived: the same id and the same bytes, once more.
  case sentAgain
  /// Unlike those of transactions, a security event's second attempt has an id of its own.
  case securityEventAgain
  /// The central system may have forgotten the station as the station forgot it: BootNotification,
  /// Heartbeat, and statuses that are as they were.
  case saidAgain
  /// A token whose transaction was not durable is presented again, and asked about again.
  case askedAgain
  /// A call without an answer is made again, and answered as what it is: the second one.
  case calledAgain
  /// A sample that was due at the very moment of the cut.
  case sampleOfTheMoment
  /// Without a network and a clock of its own the station knows neither midnight's grid nor when a
  /// transaction began in monotonic time: until it hears the time, samples count from the restart.
  case samplesWithoutClock
  /// A vehicle that is plugged in and does not charge is one that has just come: Preparing again
  /// instead of Finishing.
  case pluggedIsNew
  /// Notices of uploads and updates wait in memory.
  case noticesInMemory
  /// With `PowerLossPolicy.stop`: what ran ends with PowerLoss, its register, and the time of its last
  /// journalled sample.
  case powerLoss
}
