-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT seq FROM events INDEXED BY events_edits WHERE room = ? AND target = ? AND kind = 13 ORDER BY seq
