-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT id, account, key, name, enrolled_ms, last_seen_ms FROM devices ORDER BY id
