-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT f.pinned, f.room, f.seq
FROM forms f INDEXED BY forms_pinned CROSS JOIN memberships m ON m.room = f.room AND m.account = ?
WHERE f.room = ? AND f.pinned > 0 AND f.pinned < ? AND f.seq >= m.floor
ORDER BY f.pinned DESC LIMIT ?
