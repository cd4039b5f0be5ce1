-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0

-- The logs again, as a table that only grows at its end: a row never moves nor changes its size once it is written. A
-- text that is deleted is overwritten where it lies, and no copy of it can be left in the unused part of a page that was
-- split (which secure_delete does not see). `no` counts all events of the server. `target` is the message of a
-- change, and for a message the one that it answers. What changes make of a message is in `forms`.
CREATE TABLE new_events (
  no INTEGER PRIMARY KEY,
  room INTEGER NOT NULL REFERENCES rooms (id),
  seq INTEGER NOT NULL,
  time_ms INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  author INTEGER REFERENCES accounts (id),
  author_name TEXT NOT NULL,
  alias TEXT NOT NULL DEFAULT '',
  cid BLOB,
  body TEXT NOT NULL,
  format INTEGER NOT NULL DEFAULT 0,
  target INTEGER NOT NULL DEFAULT 0,
  params TEXT,
  subject INTEGER,
  mentions TEXT,
  call INTEGER NOT NULL DEFAULT 0,
  message_no INTEGER NOT NULL,
  body_alg INTEGER NOT NULL DEFAULT 0,
  body_kid BLOB
);

-- In the order of their times; only their places are sorted, and the limit keeps that order.
INSERT INTO new_events (room, seq, time_ms, kind, author, author_name, alias, cid, body, params, subject, mentions,
  message_no, body_alg, body_kid)
SELECT e.room, e.seq, e.time_ms, e.kind, e.author, e.author_name, e.alias, e.cid, e.body, e.params, e.subject,
  e.mentions, e.message_no, e.body_alg, e.body_kid
FROM (SELECT room, seq FROM events ORDER BY time_ms, room, seq LIMIT -1) place
CROSS JOIN events e ON e.room = place.room AND e.seq = place.seq;

DROP TABLE events;

ALTER TABLE new_events RENAME TO events;

CREATE UNIQUE INDEX events_place ON events (room, seq);

-- A message is stored once, however often it is sent and however long ago the first time was.
CREATE UNIQUE INDEX events_cid ON events (author, cid) WHERE cid IS NOT NULL;

-- Counts one's own messages, which are never unread.
CREATE INDEX events_own ON events (author, room, seq, kind) WHERE kind = 1;

-- The edits of a message.
CREATE INDEX events_edits ON events (room, target, seq) WHERE kind = 13;

-- What changes made of a message: changed is the newest of them, text_seq the edit whose text counts (0: the message's
-- own), mentions and call are NULL while they are the first ones. deleted: 1 a message, 2 an edit whose message was
-- deleted. pinned is the event that pinned it, or 0.
CREATE TABLE forms (
  room INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  author INTEGER,
  changed INTEGER NOT NULL,
  text_seq INTEGER NOT NULL DEFAULT 0,
  mentions TEXT,
  call INTEGER,
  deleted INTEGER NOT NULL DEFAULT 0,
  deleted_by INTEGER,
  pinned INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (room, seq)
) WITHOUT ROWID;

CREATE INDEX forms_deleted ON forms (room, seq, author, deleted) WHERE deleted = 1;

CREATE INDEX forms_pinned ON forms (room, pinned) WHERE pinned > 0;

-- The emoji of a message, in the order of `first`, the change that brought it.
CREATE TABLE reactions (
  room INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  emoji TEXT NOT NULL,
  first INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (room, seq, emoji)
) WITHOUT ROWID;

CREATE TABLE reaction_people (
  room INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  emoji TEXT NOT NULL,
  account INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  change INTEGER NOT NULL,
  PRIMARY KEY (room, seq, emoji, account)
) WITHOUT ROWID;

CREATE INDEX reaction_people_in_order ON reaction_people (room, seq, emoji, change);

-- Mentions by name, with the number of the event, so that they can be listed over all rooms, newest first.
CREATE TABLE new_mentions (
  account INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  room INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  no INTEGER NOT NULL,
  PRIMARY KEY (account, room, seq)
) WITHOUT ROWID;

INSERT INTO new_mentions (account, room, seq, no)
SELECT m.account, m.room, m.seq, e.no FROM mentions m JOIN events e ON e.room = m.room AND e.seq = m.seq;

DROP TABLE mentions;

ALTER TABLE new_mentions RENAME TO mentions;

CREATE INDEX mentions_newest ON mentions (account, no);

-- Messages that call a whole room; these have no rows among the mentions.
CREATE TABLE calls (
  no INTEGER PRIMARY KEY,
  room INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  author INTEGER,
  UNIQUE (room, seq)
);

-- What people keep for themselves; no goes up with each.
CREATE TABLE saved (
  account INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  room INTEGER NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  no INTEGER NOT NULL,
  PRIMARY KEY (account, room, seq)
) WITHOUT ROWID;

CREATE INDEX saved_newest ON saved (account, no);

CREATE TABLE bans (
  room INTEGER NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  account INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  banned_by INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  time_ms INTEGER NOT NULL,
  PRIMARY KEY (room, account)
) WITHOUT ROWID;
