/// A world that once broke a promise, and why. One station.
struct KeptSeed: Sendable {
  var seed: UInt64
  var days = 1
  var faults: String
  var story: String

  static let all: [KeptSeed] = [
    KeptSeed(
      seed: 342, faults: "mild",
      story: "a stop was billed by a reading taken before the contactor opened"),
    KeptSeed(
      seed: 368, faults: "mild",
      story: "a stop was billed by a reading taken before the contactor opened"),
    KeptSeed(
      seed: 46, faults: "harsh",
      story: "a status answered with CALLERROR was taken for delivered"),
    KeptSeed(
      seed: 226, faults: "harsh",
      story: "a status answered with CALLERROR was taken for delivered"),
    KeptSeed(
      seed: 269, faults: "harsh",
      story: "a status in doubt after a time-out was taken for not delivered"),
    KeptSeed(
      seed: 715, faults: "harsh",
      story: "a hard reset after the vehicle had paused: the world allowed too little"),
    KeptSeed(
      seed: 1275, faults: "harsh",
      story: "a full journal had dropped samples: the retry of a stop had less transaction data"),
    KeptSeed(
      seed: 3421, faults: "harsh",
      story: "a transaction began while a soft reset waited, and the station span for ever"),
    KeptSeed(
      seed: 3432, faults: "harsh",
      story: "a limit that was being cleared already: the world took it for certain"),
    KeptSeed(
      seed: 5133, days: 10, faults: "harsh",
      story: "an unlocked connector was reported when the one who asked was gone"),
    KeptSeed(
      seed: 5227, days: 10, faults: "harsh",
      story: "the power went right after a message was given up: the world did not know"),
    KeptSeed(
      seed: 1328, faults: "harsh",
      story: "the power went while a hard reset was made durable: the world allowed too little"),
  ]
}
