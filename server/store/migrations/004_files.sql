-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0

-- Contents of files; the bytes are in the folder "files", named by their hash. kept_ms: when somebody last put it up or
-- asked for it to be kept. named: a message has named it, so that it goes with the last message that does.
CREATE TABLE blobs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  hash BLOB NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  kept_ms INTEGER NOT NULL,
  named INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX blobs_unnamed ON blobs (kept_ms) WHERE named = 0;

-- Who has put it up. Only they, and who can read a message that has it, may name it: to know a hash gives nothing.
CREATE TABLE blob_owners (
  blob INTEGER NOT NULL REFERENCES blobs (id) ON DELETE CASCADE,
  account INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  PRIMARY KEY (blob, account)
) WITHOUT ROWID;

-- The files of messages. Like the logs, a table that only grows at its end and whose rows never change their size: the
-- words of a deleted message's files are overwritten where they lie, by blobs, which is how they are told from others.
-- folder is in the first row of a message only.
CREATE TABLE message_files (
  no INTEGER PRIMARY KEY,
  room INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  blob INTEGER NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  path TEXT NOT NULL,
  folder TEXT NOT NULL
);

CREATE UNIQUE INDEX message_files_place ON message_files (room, seq, idx);

CREATE INDEX message_files_blob ON message_files (blob) WHERE typeof(name) = 'text';
