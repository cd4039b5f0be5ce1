-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
-- Later edits of messages that are gone.
UPDATE events INDEXED BY events_edits SET body = '', mentions = NULL, format = 0, call = 0
WHERE room = ? AND target >= ? AND target < ? AND kind = 13 AND seq >= ?
