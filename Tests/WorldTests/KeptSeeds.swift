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
      story: "a hard reset was billed by the last sample instead of the meter after the restart"),
    KeptSeed(
      seed: 1275, faults: "harsh",
      story: "a full journal dropped samples of a stop that had been sent: its retry said less"),
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
      story: "a hard reset was billed by the last sample instead of the meter after the restart"),
    KeptSeed(
      seed: 5216, days: 10, faults: "harsh",
      story: "a message with attempts was thinned, and what was noted of them stayed for ever"),
    KeptSeed(
      seed: 95, faults: "mild",
      story: "a sample for a stop took another place in the journal than the one that went"),
    KeptSeed(
      seed: 175, faults: "harsh",
      story: "a clock set back to before the transaction lifted the limit of its relative profile"),
    KeptSeed(
      seed: 340, faults: "harsh",
      story: "samples from before and after the clock was set came back in another order"),
    KeptSeed(
      seed: 946, faults: "harsh",
      story: "a frame that waited for a full journal went out when its connection was gone"),
    KeptSeed(
      seed: 3774, faults: "harsh",
      story: "a call waited for a full journal, and its time ran before it was sent"),
    KeptSeed(
      seed: 913_009, faults: "harsh",
      story: "the flash refused when an installation was to begin: it never did, for good"),
    KeptSeed(
      seed: 911_454, faults: "harsh",
      story: "the flash refused when a message was given up: nobody was told"),
  ]
}
