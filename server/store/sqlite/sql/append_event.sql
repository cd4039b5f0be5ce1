-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
-- Takes no place when the author sent this cid before.
INSERT INTO events (room, seq, time_ms, kind, author, author_name, cid, body, params, subject, mentions, message_no,
  alias, target, format, call)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (author, cid) WHERE cid IS NOT NULL DO NOTHING
