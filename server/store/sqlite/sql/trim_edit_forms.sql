-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO forms (room, seq, author, changed, deleted)
SELECT room, seq, author, seq, 2 FROM events INDEXED BY events_edits
WHERE room = ? AND target >= ? AND target < ? AND kind = 13 AND seq >= ?
ON CONFLICT (room, seq) DO UPDATE SET deleted = 2
