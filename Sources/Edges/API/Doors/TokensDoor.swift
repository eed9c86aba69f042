import Access
import CSMSCore
import Foundation
import Gateway
import OCPPJSON
import Store

/// `/tokens…`: who may charge.
struct TokensDoor: Sendable {
  private struct TokenJSON: Codable, Sendable {
    static let shape = Shape.named(
      "Token",
      .object([
        .init("id_tag", .idTag, required: true),
        .init("status", .orNull(Shapes.tokenStatus), "Accepted when left out."),
        .init("expiry", .orNull(.instant)), .init("parent", .orNull(.idTag), "Its group."),
        .init(
          "maximum_transactions", .orNull(.integer(0...1_000_000)),
          "How many it may have at a time; of a group: all its tokens together."),
      ]))

    var idTag: String
    var status: String?
    var expiry: Timestamp?
    var parent: String?
    var maximumTransactions: Int?
  }

  private struct Page: Encodable, Sendable {
    var tokens: [TokenJSON]
    var nextCursor: String?
  }

  private let services: Services

  init(_ services: Services) { self.services = services }

  var routes: [Route] {
    [
      Route("GET", "/tokens") { [self] (request, responder) throws(Problem) in
        try list(request, responder)
      }.documented(
        Operation("Authorization", "The tokens on record").paged()
          .answers(200, "A page, by tag.", Shapes.page("tokens", TokenJSON.shape))
          .problems(400, 503)
      ).open(reach: .own),
      Route("POST", "/tokens") { [self] (request, responder) throws(Problem) in
        try put(request, responder)
      }.documented(
        Operation("Authorization", "Put a token on record, or replace it")
          .takes(TokenJSON.shape).answers(201, "The token.", TokenJSON.shape)
          .problems(400, 409, 503)
      ).open(reach: .own),
      Route("DELETE", "/tokens/{id}") { [self] request, responder in
        let (idTag, principal) = (Text(request.argument(0)), request.principal)
        services.write(responder) { (editor) throws(StoreError) in
          try editor.removeToken(idTag, seenBy: principal.company)
        } respond: { [self] in
          services.tokens.remove(idTag)
          services.care.tokensChanged()
          responder.empty()
        }
      }.documented(
        Operation("Authorization", "Take a token off the record")
          .path("id", .text(1...Int.max), "The tag.").answers(204, "It is gone.")
          .problems(404, 503)
      ).open(reach: .own),
    ]
  }

  private func list(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let limit = try request.integer("limit", default: 100, in: 1...1000)
    let cursor = request.query("cursor").map { Text($0) }
    let company = request.principal.company
    services.read(responder) { (reader) throws(StoreError) in
      try reader.tokens(limit: limit, after: cursor, of: company)
    } respond: { rows in
      let tokens = rows.map {
        TokenJSON(
          idTag: $0.idTag.description, status: $0.status.description,
          expiry: Timestamp($0.expiry), parent: $0.parent?.description,
          maximumTransactions: $0.maximumTransactions)
      }
      responder.json(
        200, Page(tokens: tokens, nextCursor: rows.count == limit ? tokens.last?.idTag : nil))
    }
  }

  /// Makes a token, or replaces the one with the same tag.
  private func put(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let body = try request.body(TokenJSON.self, TokenJSON.shape)
    for (field, value) in [("id_tag", body.idTag), ("parent", body.parent ?? "x")] {
      if value.isEmpty || value.unicodeScalars.count > 20 {
        throw .invalid(field, "must have 1 to 20 characters")
      }
    }
    guard let status = TokenStatus(word: Text(body.status ?? "Accepted")),
      status != .concurrentTx
    else { throw .invalid("status", "must be Accepted, Blocked, Expired or Invalid") }
    if let most = body.maximumTransactions, !(0...1_000_000).contains(most) {
      throw .invalid("maximum_transactions", "must be a whole number from 0 to 1000000")
    }
    let record = TokenRecord(
      idTag: Text(body.idTag), status: status, expiry: body.expiry?.dateTime,
      parent: body.parent.map { Text($0) }, maximumTransactions: body.maximumTransactions)
    let company = request.principal.company
    services.write(responder) { (editor) throws(StoreError) in
      try editor.putToken(
        TokenRow(
          idTag: record.idTag, status: status.word, expiry: record.expiry, parent: record.parent,
          maximumTransactions: record.maximumTransactions),
        company: company)
      return try editor.reader.effectiveTokens(of: .card(record.idTag))
    } respond: { [self] tokens in
      for token in tokens { services.tokens.set(token) }
      services.care.tokensChanged()
      var answer = body
      answer.status = status.word.description
      responder.json(201, answer)
    }
  }
}
