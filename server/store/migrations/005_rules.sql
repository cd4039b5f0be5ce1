-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0

-- What holds in a room, and how far its history is gone: what lies below the floor cannot be got any more, and below
-- `swept` its texts are overwritten already.
ALTER TABLE rooms ADD COLUMN floor INTEGER NOT NULL DEFAULT 1;
ALTER TABLE rooms ADD COLUMN swept INTEGER NOT NULL DEFAULT 1;
ALTER TABLE rooms ADD COLUMN posting INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rooms ADD COLUMN plain_only INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rooms ADD COLUMN history INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rooms ADD COLUMN retention_days INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rooms ADD COLUMN slow_seconds INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rooms ADD COLUMN files INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rooms ADD COLUMN no_seen INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rooms ADD COLUMN no_typing INTEGER NOT NULL DEFAULT 0;

-- messages_before counts up to the counting position: what is before the mark, or read_seq without one.
ALTER TABLE memberships RENAME COLUMN messages_at_read TO messages_before;
ALTER TABLE memberships ADD COLUMN mark INTEGER NOT NULL DEFAULT 0;
ALTER TABLE memberships ADD COLUMN attention INTEGER NOT NULL DEFAULT 0;
ALTER TABLE memberships ADD COLUMN attention_until_ms INTEGER NOT NULL DEFAULT 0;

-- The lowest seq that somebody who left could get.
CREATE TABLE past_floors (
  room INTEGER NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  account INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  floor INTEGER NOT NULL,
  PRIMARY KEY (room, account)
) WITHOUT ROWID;

ALTER TABLE accounts ADD COLUMN hides_seen INTEGER NOT NULL DEFAULT 0;

-- Finds what people saved of messages that go.
CREATE INDEX saved_place ON saved (room, seq);
