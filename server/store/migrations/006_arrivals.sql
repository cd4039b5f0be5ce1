-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0

-- The event that brought somebody into a room, so that nobody is taken for a reader of what was said before.
ALTER TABLE memberships ADD COLUMN joined_seq INTEGER NOT NULL DEFAULT 0;
UPDATE memberships SET joined_seq = arrivals.seq
FROM (SELECT room, iif(kind = 3, author, subject) AS account, MAX(seq) AS seq FROM events WHERE kind IN (3, 5)
  GROUP BY 1, 2) AS arrivals
WHERE arrivals.room = memberships.room AND arrivals.account = memberships.account;
