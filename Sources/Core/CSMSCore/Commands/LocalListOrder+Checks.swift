import OCPPJSON

/// What makes a local list impossible, and in how many parts it goes out.
extension LocalListOrder {
  func check(knowing station: StationKnowledge) throws(CommandRefusal) {
    // 0 stands for "no list" (OCPP 1.6 §5.10), so that the first version is 1.
    try StationCommand.atLeastOne("list_version", version)
    if let known = station.localListVersion, version <= known {
      throw CommandRefusal("list_version", .versionNotIncreasing)
    }
    let first = version - partCount(station) + 1
    let floor = update == .differential ? station.localListVersion ?? 0 : 0
    if first <= floor { throw CommandRefusal("list_version", .versionLeavesNoRoom) }
    try checkEntries()
  }

  /// How many SendLocalList calls it takes.
  func partCount(_ station: StationKnowledge) -> Int {
    entries.isEmpty ? 1 : (entries.count - 1) / station.listPartLength + 1
  }

  private func checkEntries() throws(CommandRefusal) {
    for index in entries.indices {
      if entries[index].idTag.isEmpty {
        throw CommandRefusal(.element("local_authorization_list", index, "idTag"), .empty)
      }
      if update == .full && entries[index].verdict == nil {
        throw CommandRefusal(
          .element("local_authorization_list", index, "idTagInfo"), .needsVerdict)
      }
    }
    // Sorted, so that ten thousand tokens are compared in a moment.
    var tags: [(tag: Text, index: Int)] = []
    for index in entries.indices { tags.append((entries[index].idTag.caseFolded, index)) }
    tags.sort { $0.tag == $1.tag ? $0.index < $1.index : $0.tag < $1.tag }
    for index in tags.indices.dropFirst() where tags[index].tag == tags[index - 1].tag {
      throw CommandRefusal(
        .element("local_authorization_list", tags[index].index, "idTag"), .tokenTwice)
    }
  }
}
