-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
-- What a change is about.
SELECT e.kind, e.author, COALESCE(t.body, e.body), COALESCE(t.format, e.format), COALESCE(f.mentions, e.mentions),
  COALESCE(f.call, e.call), e.no, f.text_seq, f.mentions, f.call, f.deleted, f.pinned,
  EXISTS (SELECT 1 FROM message_files m WHERE m.room = e.room AND m.seq = e.seq AND typeof(m.name) = 'text')
FROM events e LEFT JOIN forms f ON f.room = e.room AND f.seq = e.seq
  LEFT JOIN events t ON t.room = f.room AND t.seq = f.text_seq
WHERE e.room = ? AND e.seq = ?
