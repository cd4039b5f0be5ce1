-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT s.no, s.room, s.seq
FROM saved s INDEXED BY saved_newest CROSS JOIN memberships m ON m.room = s.room AND m.account = s.account
WHERE s.account = ? AND s.no < ? AND (? IS NULL OR s.room = ?) AND s.seq >= m.floor
ORDER BY s.no DESC LIMIT ?
