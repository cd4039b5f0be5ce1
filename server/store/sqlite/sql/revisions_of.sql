-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
-- Newest first; the first form has the lowest seq.
SELECT seq, time_ms, body, format FROM events WHERE room = ? AND seq = ?
UNION ALL
SELECT seq, time_ms, body, format FROM events INDEXED BY events_edits WHERE room = ? AND target = ? AND kind = 13
ORDER BY seq DESC LIMIT ?
