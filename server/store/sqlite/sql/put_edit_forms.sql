-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
-- The edits of a message that is deleted: by which change, by whom.
INSERT INTO forms (room, seq, author, changed, deleted, deleted_by)
SELECT room, seq, author, ?, 2, ? FROM events INDEXED BY events_edits WHERE room = ? AND target = ? AND kind = 13
