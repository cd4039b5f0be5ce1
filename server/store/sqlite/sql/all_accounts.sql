-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT id, login, display_name, role, password_hash, status_text, created_ms, last_seen_ms, hides_seen
FROM accounts ORDER BY id
