import CSMSCore
import Gateway
import Network
import OCPPJSON
import Store

/// What a client wants a record to be: the members it gave, those that stand in the path, and for a
/// new one what is understood.
struct RecordDraft: Sendable {
  let resource: RecordResource
  var values: [String: RecordValue] = [:]

  /// A new record, or with `replacing` one that takes a record's place.
  init(
    new resource: RecordResource, _ body: FormValues, path: [(name: String, value: String)],
    company: Text?, replacing: Bool = false
  ) throws(Problem) {
    self.resource = resource
    for field in resource.fields where field.column != nil { values[field.name] = field.initial }
    try take(body)
    try take(path)
    if values[resource.companyColumn] == .null, resource.companyColumn != "id", let company {
      values[resource.companyColumn] = .text(company)
    }
    if values["id"] == .null && !replacing {
      let start = resource.noun.prefix(1)
      let letters = secureRandomBytes(8)
        .map { String(0x100 + Int($0), radix: 16).dropFirst() }.joined()
      values["id"] = .text(Text("\(start)_\(letters)"))
    }
    if resource.name == "chargers", case .text(let id)? = values["id"],
      !StationIdentity.isValid("\(id)")
    {
      throw .invalid("id", "must be 1 to 48 letters, digits or any of * - _ = : + | @ .")
    }
  }

  /// Some members of a record.
  init(
    changing resource: RecordResource, _ body: FormValues, path: [(name: String, value: String)]
  ) throws(Problem) {
    self.resource = resource
    try take(body)
    for (name, _) in path where values[name] == .null {
      throw .invalid(name, "is not the one in the path")
    }
    try take(path)
  }

  private mutating func take(_ body: FormValues) throws(Problem) {
    for field in resource.fields where field.column != nil {
      guard let value = body.value(field.name) else { continue }
      let stored = try field.stored(value)
      values[field.name] = stored == .null && !field.isRequired ? field.initial : stored
      if stored == .null && field.initial == .null { values[field.name] = .null }
    }
  }

  /// What stands in the path counts, and the body does not say otherwise.
  private mutating func take(_ path: [(name: String, value: String)]) throws(Problem) {
    for (name, text) in path {
      guard let field = resource.fields.first(where: { $0.name == name }), field.column != nil
      else { continue }
      let value = RecordValue.text(Text(text))
      if let given = values[name], given != .null, given != field.initial, given != value {
        throw .invalid(name, "is not the one in the path")
      }
      values[name] = value
    }
  }

  /// Checks whatever it belongs to, and takes the company over from there.
  /// - Parameter before: the record as it is; nil for a new one.
  mutating func settle(
    _ editor: StoreEditor, before: Record?, seenBy company: Text?
  ) throws(StoreError) {
    if company != nil, before != nil, values["company_id"] == .null {
      // Of no company it would be good everywhere: that is not for one company to say.
      throw StoreError(.incomplete, path: "", "company_id cannot be taken away by a company")
    }
    // Whose the record is, when it does not say so itself.
    var theirs = before?[resource.companyColumn] ?? .null
    for parent in resource.parents {
      guard case .text(let id)? = values[parent.field] else { continue }
      var conditions = [RecordCondition("id", .equal, .text(id))]
      if let company {
        let column = parent.kind.view == "companies" ? "id" : "company_id"
        conditions.append(RecordCondition(column, .equal, .text(company)))
      }
      guard let record = try editor.reader.record(parent.kind, where: conditions) else {
        throw StoreError(.notFound, path: "", "\(parent.noun.lowercased()) \(id) does not exist")
      }
      if parent.givesCompany {
        theirs = record["company_id"] == .null ? theirs : record["company_id"]
        try inherit(record, parent, before)
      } else if (values[resource.companyColumn] ?? theirs) != record["company_id"] {
        throw StoreError(.notFound, path: "", "\(parent.noun.lowercased()) \(id) does not exist")
      }
    }
    if let before { try checkKept(editor, before) }
    if resource.name == "tariffs" { try checkTariff(before) }
    if resource.name == "charge-sessions", let before { try checkCost(before) }
    for field in resource.fields where field.isRequired {
      let isThere = before != nil && values[field.name] == nil
      if !isThere && (values[field.name] ?? .null) == .null {
        throw StoreError(.incomplete, path: "", "\(field.name) is required")
      }
    }
  }

  /// A record that becomes another company's takes nothing along that stays its former one's.
  private func checkKept(_ editor: StoreEditor, _ before: Record) throws(StoreError) {
    guard let company = values["company_id"]?.text, before["company_id"] != .text(company) else {
      return
    }
    for parent in resource.parents where parent.field != "company_id" {
      guard values[parent.field] == nil, case .text(let id) = before[parent.field] else { continue }
      let mine = [
        RecordCondition("id", .equal, .text(id)),
        RecordCondition("company_id", .equal, .text(company)),
      ]
      if try editor.reader.record(parent.kind, where: mine) == nil {
        throw StoreError(
          .incomplete, path: "",
          "\(parent.field) is \(id), which is not of company \(company): give another one or null")
      }
    }
  }

  private mutating func inherit(
    _ record: Record, _ parent: RecordResource.Parent, _ before: Record?
  ) throws(StoreError) {
    if parent.field == "company_id" { return }
    let isSaid = resource.fields.contains { $0.name == "company_id" && $0.column != nil }
    // What is new and does not say whose it is, is its parent's.
    if !isSaid && before == nil { return }
    let theirs = record["company_id"]
    let own = values["company_id"] ?? before?["company_id"] ?? .null
    if own == .null && isSaid {
      values["company_id"] = theirs
    } else if own != theirs {
      throw StoreError(
        .notFound, path: "", "\(parent.noun.lowercased()) \(record["id"].text ?? "") does not exist"
      )
    }
  }

  /// The first member that may not be changed and would be.
  func changedFixed(_ record: Record) -> String? {
    for field in resource.fields where field.isFixed {
      guard let value = values[field.name], value != .null else { continue }
      let isSame =
        if field.name == "id", resource.name == "rfid-cards" {
          value.text?.caseFolded == record["id"].text?.caseFolded
        } else {
          value == record[field.name]
        }
      if !isSame { return field.name }
    }
    return nil
  }

  /// The columns to write.
  func columns(_ editor: StoreEditor, isNew: Bool) throws(StoreError) -> [RecordColumn] {
    var columns: [RecordColumn] = []
    for field in resource.fields {
      guard let column = field.column, let value = values[field.name] else { continue }
      if !isNew && field.isFixed { continue }
      let encoded = field.encode.map { $0(value) } ?? value
      columns.append(try editor.resolved(RecordColumn(column, encoded)))
    }
    if isNew {
      for (column, field) in resource.key where !columns.contains(where: { $0.name == column }) {
        columns.append(try editor.resolved(RecordColumn(column, values[field] ?? .null)))
      }
    }
    return columns
  }
}

extension RecordResource {
  /// The columns that name a record in its table.
  func keyColumns(_ record: Record, _ editor: StoreEditor) throws(StoreError) -> [RecordColumn] {
    var columns: [RecordColumn] = []
    for (column, field) in key {
      columns.append(try editor.resolved(RecordColumn(column, record[field])))
    }
    return columns
  }
}

extension StoreEditor {
  /// A column whose value the database has in another form than the interface.
  fileprivate func resolved(_ column: RecordColumn) throws(StoreError) -> RecordColumn {
    guard case .text(let text) = column.value else { return column }
    switch column.name {
    case "id_tag_folded": return RecordColumn(column.name, .text(text.caseFolded))
    case "station_id":
      return RecordColumn(column.name, .integer(try rowID(ofStation: text)))
    default: return column
    }
  }
}
