-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO invitations (code_hash, maker, uses_left, created_ms, expires_ms) VALUES (?, ?, ?, ?, ?)
