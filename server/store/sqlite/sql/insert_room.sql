-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO rooms (kind, name, name_key, topic, maker, member_key, created_ms, first, next_seq, message_count,
  last_activity_ms)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, 0, ?)
