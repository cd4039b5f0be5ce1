-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
-- By name, and of whole rooms.
SELECT no, room, seq FROM (
  SELECT * FROM (
    SELECT n.no AS no, n.room AS room, n.seq AS seq
    FROM mentions n INDEXED BY mentions_newest CROSS JOIN memberships m ON m.room = n.room AND m.account = n.account
    WHERE n.account = ? AND n.no < ? AND (? IS NULL OR n.room = ?) AND n.seq >= m.floor
    ORDER BY n.no DESC LIMIT ?)
  UNION ALL
  SELECT * FROM (
    SELECT c.no, c.room, c.seq
    FROM calls c CROSS JOIN memberships m ON m.room = c.room AND m.account = ?
    WHERE c.no < ? AND (? IS NULL OR c.room = ?) AND c.author IS NOT ? AND c.seq >= m.floor
    ORDER BY c.no DESC LIMIT ?))
ORDER BY no DESC LIMIT ?
