-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
-- Overwritten in place: the same sizes.
UPDATE message_files SET name = zeroblob(length(CAST(name AS BLOB))),
  media_type = zeroblob(length(CAST(media_type AS BLOB))), path = zeroblob(length(CAST(path AS BLOB))),
  folder = zeroblob(length(CAST(folder AS BLOB)))
WHERE room = ? AND seq >= ? AND seq <= ? AND typeof(name) = 'text'
