-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
UPDATE rooms SET next_seq = ?, message_count = ?, last_activity_ms = ? WHERE id = ?
