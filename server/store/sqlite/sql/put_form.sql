-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO forms (room, seq, author, changed, text_seq, mentions, call, deleted, deleted_by, pinned)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (room, seq) DO UPDATE SET changed = excluded.changed, text_seq = excluded.text_seq,
  mentions = excluded.mentions, call = excluded.call, deleted = excluded.deleted, deleted_by = excluded.deleted_by,
  pinned = excluded.pinned
