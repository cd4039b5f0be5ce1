-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
-- With the exact counts of what lies after each counting position. The indexes are named because the planner, without
-- statistics, would walk the log.
SELECT m.room, m.account, m.joined_ms, m.floor, m.read_seq, m.messages_before,
  (SELECT COUNT(*) FROM events e INDEXED BY events_own
    WHERE e.author = m.account AND e.room = m.room AND e.seq > m.place AND e.kind = 1),
  (SELECT COUNT(*) FROM mentions n WHERE n.account = m.account AND n.room = m.room AND n.seq > m.place)
    + (SELECT COUNT(*) FROM calls c WHERE c.room = m.room AND c.seq > m.place AND c.author IS NOT m.account),
  (SELECT COUNT(*) FROM forms f INDEXED BY forms_deleted
    WHERE f.room = m.room AND f.seq > m.place AND f.author IS NOT m.account AND f.deleted = 1),
  m.mark, m.attention, m.attention_until_ms, m.joined_seq
FROM (SELECT *, iif(mark > 0, mark - 1, read_seq) AS place FROM memberships) m
