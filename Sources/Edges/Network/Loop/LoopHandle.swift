/// What a loop has a handle for, so that it can close all of them when it stops.
///
/// libuv's handle retains its object from the moment it is initialized until the close callback, so a
/// late callback never meets a freed object.
public class LoopHandle {
  init() {}

  /// The loop is about to end: say goodbye and close the handle.
  func loopStops() {}
}
