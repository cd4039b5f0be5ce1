-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
-- Overwritten in place: the same sizes.
UPDATE events SET body = zeroblob(length(CAST(body AS BLOB))),
  mentions = iif(mentions IS NULL, NULL, printf('%*s', length(mentions), ''))
WHERE room = ? AND seq = ?
