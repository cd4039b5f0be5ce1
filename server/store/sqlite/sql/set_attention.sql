-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
UPDATE memberships SET attention = ?, attention_until_ms = ? WHERE room = ? AND account = ?
