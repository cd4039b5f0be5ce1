-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0

-- Facts about the server itself: server_id, epoch, unicode_version, and owner_code until it is claimed.
CREATE TABLE server (
  key TEXT PRIMARY KEY,
  value BLOB NOT NULL
) WITHOUT ROWID;

-- Ids are never used again, hence AUTOINCREMENT throughout.
CREATE TABLE accounts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  login TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL,
  role INTEGER NOT NULL,
  password_hash BLOB NOT NULL,
  status_text TEXT NOT NULL,
  created_ms INTEGER NOT NULL,
  last_seen_ms INTEGER NOT NULL
);

-- What logins and display names look like (Unicode TS 39): no two accounts may share a skeleton.
CREATE TABLE names (
  skeleton TEXT PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE INDEX names_of_account ON names (account);

CREATE TABLE devices (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  key BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  enrolled_ms INTEGER NOT NULL,
  last_seen_ms INTEGER NOT NULL
);

-- Only the SHA-256 of a code is kept.
CREATE TABLE invitations (
  code_hash BLOB PRIMARY KEY,
  maker INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  uses_left INTEGER NOT NULL,
  created_ms INTEGER NOT NULL,
  expires_ms INTEGER NOT NULL
) WITHOUT ROWID;

-- next_seq is the place of the next event; message_count counts the messages among those before it.
CREATE TABLE rooms (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind INTEGER NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT UNIQUE,
  topic TEXT NOT NULL,
  maker INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  member_key TEXT UNIQUE,
  created_ms INTEGER NOT NULL,
  first INTEGER NOT NULL,
  next_seq INTEGER NOT NULL,
  message_count INTEGER NOT NULL,
  last_activity_ms INTEGER NOT NULL
);

CREATE TABLE memberships (
  room INTEGER NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  account INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  joined_ms INTEGER NOT NULL,
  floor INTEGER NOT NULL,
  read_seq INTEGER NOT NULL,
  messages_at_read INTEGER NOT NULL,
  PRIMARY KEY (room, account)
) WITHOUT ROWID;

-- The logs. message_no counts the messages of the room up to and including this event, so that what lies between two
-- places is a subtraction. body_alg and body_kid are for sealed bodies: 0 is plain text.
CREATE TABLE events (
  room INTEGER NOT NULL REFERENCES rooms (id),
  seq INTEGER NOT NULL,
  time_ms INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  author INTEGER REFERENCES accounts (id),
  author_name TEXT NOT NULL,
  cid BLOB,
  body TEXT NOT NULL,
  params TEXT,
  subject INTEGER,
  mentions TEXT,
  message_no INTEGER NOT NULL,
  body_alg INTEGER NOT NULL DEFAULT 0,
  body_kid BLOB,
  PRIMARY KEY (room, seq)
) WITHOUT ROWID;

-- A message is stored once, however often it is sent and however long ago the first time was.
CREATE UNIQUE INDEX events_cid ON events (author, cid) WHERE cid IS NOT NULL;

-- Counts one's own messages, which are never unread.
CREATE INDEX events_own ON events (author, room, seq) WHERE kind = 1;

CREATE TABLE mentions (
  account INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  room INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (account, room, seq)
) WITHOUT ROWID;

-- Sender order: the number that a device used last in a room.
CREATE TABLE device_counters (
  device INTEGER NOT NULL REFERENCES devices (id) ON DELETE CASCADE,
  room INTEGER NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  last INTEGER NOT NULL,
  PRIMARY KEY (device, room)
) WITHOUT ROWID;
