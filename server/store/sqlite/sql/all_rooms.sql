-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT id, kind, name, topic, maker, created_ms, next_seq - 1, message_count, last_activity_ms, first, floor, swept,
  posting, plain_only, history, retention_days, slow_seconds, files, no_seen, no_typing
FROM rooms ORDER BY id
