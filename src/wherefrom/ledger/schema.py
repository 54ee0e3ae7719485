"""The tables of a ledger, version by version.

`entries`, `captures`, `documents` and `readings` are the truth and are only ever added to. `profiles`, `names`, `grouped`, `stories`, `held`,
`told`, `claims`, `sources` and `search` are made of them and can be made again. `vault` alone can lose something: identities that are erased.
"""

APPLICATION = 0x57686672
"""SQLite's application id of a ledger: "Whfr"."""

HELD = "since <= ? AND (until IS NULL OR until > ?)"
"""Which rows of `held` hold at an entry, whose number stands for both marks."""

MIGRATIONS = (
    """
    CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE entries (
        seq INTEGER PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL,
        previous TEXT NOT NULL, hash TEXT NOT NULL
    );
    CREATE INDEX entries_by_kind ON entries (kind, seq);
    CREATE INDEX entries_by_time ON entries (at);
    CREATE TRIGGER entries_stay BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries never change'); END;
    CREATE TRIGGER entries_are_kept BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries are never dropped'); END;
    CREATE TABLE captures (sha256 TEXT PRIMARY KEY, raw BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE documents (
        id TEXT PRIMARY KEY, seq INTEGER NOT NULL REFERENCES entries, sha256 TEXT NOT NULL REFERENCES captures, published TEXT,
        publisher TEXT, body BLOB NOT NULL
    );
    CREATE INDEX documents_by_publisher ON documents (publisher COLLATE NOCASE);
    CREATE TABLE readings (
        document TEXT NOT NULL REFERENCES documents, seq INTEGER NOT NULL REFERENCES entries, body BLOB NOT NULL,
        PRIMARY KEY (document, seq)
    );
    CREATE TABLE profiles (
        place INTEGER PRIMARY KEY, document TEXT NOT NULL UNIQUE REFERENCES documents, size INTEGER NOT NULL, state TEXT NOT NULL,
        body BLOB NOT NULL
    );
    CREATE TABLE names (name TEXT NOT NULL, place INTEGER NOT NULL, weight REAL NOT NULL, PRIMARY KEY (name, place)) WITHOUT ROWID;
    CREATE TABLE grouped (document TEXT PRIMARY KEY REFERENCES documents, number INTEGER NOT NULL);
    CREATE TABLE stories (key TEXT PRIMARY KEY, made_by TEXT NOT NULL, body BLOB NOT NULL);
    CREATE TABLE held (
        story TEXT NOT NULL REFERENCES stories (key), since INTEGER NOT NULL REFERENCES entries, until INTEGER REFERENCES entries
    );
    CREATE INDEX held_now ON held (until, story);
    CREATE INDEX held_of ON held (story);
    CREATE INDEX held_since ON held (since, until, story);
    CREATE TABLE told (story TEXT NOT NULL REFERENCES stories (key), document TEXT NOT NULL REFERENCES documents);
    CREATE INDEX told_by ON told (document, story);
    CREATE INDEX told_in ON told (story);
    CREATE TABLE claims (
        story TEXT NOT NULL REFERENCES stories (key), id TEXT NOT NULL, text TEXT NOT NULL, at_least INTEGER NOT NULL, at_most INTEGER,
        documents INTEGER NOT NULL, PRIMARY KEY (story, id)
    );
    CREATE INDEX claims_by_id ON claims (id);
    CREATE INDEX claims_most_told ON claims (documents DESC, id);
    CREATE TABLE sources (
        story TEXT NOT NULL REFERENCES stories (key), name TEXT NOT NULL, kind TEXT NOT NULL, named INTEGER NOT NULL,
        document TEXT NOT NULL REFERENCES documents, statements INTEGER NOT NULL
    );
    CREATE INDEX sources_by_name ON sources (name COLLATE NOCASE);
    CREATE INDEX sources_of ON sources (story);
    CREATE VIRTUAL TABLE search USING fts5 (kind UNINDEXED, id UNINDEXED, story UNINDEXED, text, tokenize = "porter unicode61");
    CREATE TABLE vault (handle TEXT PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID;
    """,
)
"""Each takes a ledger from one version to the next; `user_version` says how many it has been through."""
