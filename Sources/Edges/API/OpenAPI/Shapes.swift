/// Shapes that several doors share.
enum Shapes {
  static let problem = Shape.named(
    "Problem",
    .object([
      .init("type", .anyText, required: true), .init("title", .anyText, required: true),
      .init("status", .integer(400...599), required: true),
      .init("detail", .anyText, required: true),
      .init("instance", .anyText, "The path of the request."),
      .init(
        "errors",
        .list(
          .object([
            .init("field", .anyText, required: true), .init("message", .anyText, required: true),
          ])), "What is wrong, field by field."),
    ]))

  static let tokenStatus = Shape.words(["Accepted", "Blocked", "Expired", "Invalid"])

  static let cursor = Shape.Member(
    "next_cursor", .anyText, "For the next page; not there on the last one.")

  /// Of lists that may have to read much for little.
  static let shortPages =
    "A page that ends early because much had to be read still has a next_cursor."

  /// A list under a name, with `next_cursor`.
  static func page(_ name: String, _ item: Shape, _ more: [Shape.Member] = []) -> Shape {
    .object(more + [.init(name, .list(item), required: true), cursor])
  }

  static let count = Shape.Member("count", .integer(0...Int.max), required: true)
}
