-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT seq, time_ms, kind, author, author_name, cid, body, params, subject, mentions, alias
FROM events WHERE room = ? AND seq < ? AND seq >= ? ORDER BY seq DESC LIMIT ?
