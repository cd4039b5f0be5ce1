-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
-- A row that gets shorter stays in its page, which SQLite fills with zeros there: no copy of a text is left. Rows are never
-- deleted, which would move their neighbours. What stays is the place, for counting, and the cid, for ever.
UPDATE events SET body = '', author_name = '', alias = '', params = NULL, mentions = NULL, format = 0, call = 0
WHERE room = ? AND seq >= ? AND seq < ?
