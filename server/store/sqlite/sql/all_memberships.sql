-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
-- With the exact counts of what lies after each read position. The index is named because the planner, without
-- statistics, would walk the log.
SELECT m.room, m.account, m.joined_ms, m.floor, m.read_seq, m.messages_at_read,
  (SELECT COUNT(*) FROM events e INDEXED BY events_own
    WHERE e.author = m.account AND e.room = m.room AND e.seq > m.read_seq AND e.kind = 1),
  (SELECT COUNT(*) FROM mentions n WHERE n.account = m.account AND n.room = m.room AND n.seq > m.read_seq)
FROM memberships m
