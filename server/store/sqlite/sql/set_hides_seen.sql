-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
UPDATE accounts SET hides_seen = ? WHERE id = ?
