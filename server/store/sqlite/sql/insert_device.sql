-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO devices (account, key, name, enrolled_ms, last_seen_ms) VALUES (?, ?, ?, ?, ?)
