/// Whose tokens a company accepts at its stations, and whose a removed token was: a station's local
/// list has nothing of another company in it.
enum Migration0010 {
  static let sql = """
    ALTER TABLE companies ADD COLUMN accepts_tokens_of TEXT;   -- JSON: ids, or "*"
    ALTER TABLE removed_tokens ADD COLUMN company_id TEXT;
    DELETE FROM local_lists;
    -- Lists of an older revision of the tokens are sent whole.
    INSERT INTO counters VALUES ('whole_local_lists', 0);

    """
}
