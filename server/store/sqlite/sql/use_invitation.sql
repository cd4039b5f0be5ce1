-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
UPDATE invitations SET uses_left = uses_left - 1 WHERE code_hash = ? AND uses_left > 0 AND expires_ms > ?
