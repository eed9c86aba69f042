/// JSON Schemas (draft 6) of the messages of a model, in the manner of the official files: nothing by
/// reference, members in the official order (`customData` first in 2.0.1 and last in 2.1).
struct ModelSchema {
  let model: MessageModel

  /// The schema of a request or a response as text with indentation.
  func text(of message: MessageModel.Message, isResponse: Bool) -> String {
    let members = isResponse ? message.response : message.request
    let suffix = message.isSend ? "" : isResponse ? "Response" : "Request"
    let heading: [(String, SchemaValue)] = [
      ("$schema", .text("http://json-schema.org/draft-06/schema#")),
      ("title", .text(message.name + suffix)),
    ]
    return SchemaValue.object(heading + object(members, in: message.name)).text()
  }

  /// The keywords of an object with these members.
  private func object(
    _ members: [MessageModel.Member], in message: String
  ) -> [(String, SchemaValue)] {
    var properties = members.map { ($0.name, SchemaValue.object(value($0, in: message))) }
    if model.hasCustomData {
      properties.insert(
        ("customData", .object(ModelSchema.customData)),
        at: model.version == "2.0.1" ? 0 : properties.count)
    }
    var keywords: [(String, SchemaValue)] = [
      ("type", .text("object")),
      ("properties", .object(properties)),
      ("additionalProperties", .literal("false")),
    ]
    let required = members.filter { !$0.isOptional }.map { SchemaValue.text($0.name) }
    if !required.isEmpty { keywords.append(("required", .array(required))) }
    return keywords
  }

  /// The one object that may hold anything beside its `vendorId`.
  private static var customData: [(String, SchemaValue)] {
    let vendorId: [(String, SchemaValue)] = [
      ("type", .text("string")), ("maxLength", .literal("255")),
    ]
    return [
      ("type", .text("object")),
      ("properties", .object([("vendorId", .object(vendorId))])),
      ("required", .array([.text("vendorId")])),
    ]
  }

  /// The keywords of a member's value.
  private func value(
    _ member: MessageModel.Member, in message: String
  ) -> [(String, SchemaValue)] {
    let difference = member.difference?.message == message ? member.difference : nil
    let item = item(member, without: difference?.excludedWord, in: message)
    guard let bounds = difference?.bounds ?? member.array else { return item }
    var keywords: [(String, SchemaValue)] = [("type", .text("array"))]
    if bounds.least > 0 { keywords.append(("minItems", .literal(String(bounds.least)))) }
    if let most = bounds.most { keywords.append(("maxItems", .literal(String(most)))) }
    return keywords + [("items", .object(item))]
  }

  private func item(
    _ member: MessageModel.Member, without excluded: String?, in message: String
  ) -> [(String, SchemaValue)] {
    if let members = model.types[member.kind] { return object(members, in: message) }
    if let words = model.enums[member.kind] {
      let allowed = words.filter { $0 != excluded }.map(SchemaValue.text)
      let known = member.defaultValue.map { [("default", SchemaValue.text($0))] } ?? []
      return [("type", .text("string"))] + known + [("enum", .array(allowed))]
    }
    var keywords = scalar(member.kind)
    if let value = member.defaultValue {
      keywords.append(("default", member.kind == "string" ? .text(value) : .literal(value)))
    }
    if let length = member.maxLength { keywords.append(("maxLength", .literal(String(length)))) }
    if let minimum = member.minimum { keywords.append(("minimum", .literal(String(minimum)))) }
    if let maximum = member.maximum { keywords.append(("maximum", .literal(String(maximum)))) }
    if let step = member.step { keywords.append(("multipleOf", .literal(step))) }
    return keywords
  }

  private func scalar(_ kind: String) -> [(String, SchemaValue)] {
    switch kind {
    case "string": [("type", .text("string"))]
    case "uri": [("type", .text("string")), ("format", .text("uri"))]
    case "datetime": [("type", .text("string")), ("format", .text("date-time"))]
    case "int": [("type", .text("integer"))]
    case "decimal": [("type", .text("number"))]
    case "bool": [("type", .text("boolean"))]
    case "any": []
    default: preconditionFailure("The message model has the unknown type \(kind).")
    }
  }
}

/// JSON that keeps the order of its members.
indirect enum SchemaValue {
  case text(String)
  /// A number or `false`, as it is written.
  case literal(String)
  case array([SchemaValue])
  case object([(String, SchemaValue)])

  /// JSON text, indented by two spaces. Names and words of the model need no escapes.
  func text(indentation: String = "") -> String {
    let inner = indentation + "  "
    switch self {
    case .text(let text): return "\"\(text)\""
    case .literal(let text): return text
    case .array(let items):
      let lines = items.map { inner + $0.text(indentation: inner) }
      return "[\n\(lines.joined(separator: ",\n"))\n\(indentation)]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      let lines = members.map { "\(inner)\"\($0.0)\": \($0.1.text(indentation: inner))" }
      return "{\n\(lines.joined(separator: ",\n"))\n\(indentation)}"
    }
  }
}
