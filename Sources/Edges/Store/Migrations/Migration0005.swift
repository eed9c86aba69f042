/// Companies, and who may use the HTTP interface: users, their sign-ins, keys with a role.
enum Migration0005 {
  static let sql = """
    CREATE TABLE companies (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      enabled INTEGER NOT NULL DEFAULT 1,
      home_photo TEXT, brand_colour TEXT, brand_logo TEXT, brand_favicon TEXT,
      tariff_id TEXT,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- password_hash: as libsodium writes it, "$argon2id$…".
    CREATE TABLE users (
      id TEXT PRIMARY KEY,
      email TEXT NOT NULL,
      email_folded TEXT NOT NULL UNIQUE,
      full_name TEXT,
      password_hash TEXT NOT NULL,
      role TEXT NOT NULL,
      company_id TEXT REFERENCES companies(id) ON DELETE CASCADE,
      driver_id TEXT,
      enabled INTEGER NOT NULL DEFAULT 1,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      last_login INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX users_company ON users(company_id);

    -- One row per sign-in. generation: the number of the only refresh token that is good.
    CREATE TABLE sign_ins (
      id TEXT PRIMARY KEY,
      user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
      generation INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sign_ins_user ON sign_ins(user_id, created_at);

    ALTER TABLE api_keys ADD COLUMN role TEXT NOT NULL DEFAULT 'admin';
    ALTER TABLE api_keys ADD COLUMN company_id TEXT REFERENCES companies(id) ON DELETE CASCADE;
    CREATE INDEX api_keys_company ON api_keys(company_id);

    -- Sealed under a key that is not in this database.
    CREATE TABLE secrets (
      name TEXT PRIMARY KEY,
      sealed BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    """
}
