import Testing

/// A command over HTTP, the frame it becomes, the station's answer, and what the client hears of it.
struct Exchange: Sendable, CustomTestStringConvertible {
  var path: String
  var body: String?
  var action: String
  var payload: String
  var answer: String
  var reply: String
  var method = "POST"

  init(
    _ path: String, _ body: String?, _ action: String, _ payload: String,
    _ answer: String = #"{"status":"Accepted"}"#, reply: String? = nil, method: String = "POST"
  ) {
    self.path = path
    self.body = body
    self.action = action
    self.payload = payload
    self.answer = answer
    self.reply = reply ?? #"{"command":"\#(action)","result":"Accepted"}"#
    self.method = method
  }

  var testDescription: String { "\(method) \(path) \(body ?? "")" }
}
