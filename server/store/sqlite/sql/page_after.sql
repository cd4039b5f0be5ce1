-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
-- In their present forms, like page_before and event_at.
SELECT e.seq, e.time_ms, e.kind, e.author, e.author_name, e.cid, COALESCE(t.body, e.body), e.params, e.subject,
  COALESCE(f.mentions, e.mentions), e.alias, e.target, COALESCE(t.format, e.format), COALESCE(f.call, e.call),
  f.changed, t.time_ms, f.deleted, f.deleted_by, f.pinned
FROM events e LEFT JOIN forms f ON f.room = e.room AND f.seq = e.seq
  LEFT JOIN events t ON t.room = f.room AND t.seq = f.text_seq
WHERE e.room = ? AND e.seq > ? AND e.seq >= ? ORDER BY e.seq LIMIT ?
