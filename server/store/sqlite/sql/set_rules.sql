-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
UPDATE rooms SET posting = ?, plain_only = ?, history = ?, retention_days = ?, slow_seconds = ?, files = ?, no_seen = ?,
  no_typing = ?
WHERE id = ?
