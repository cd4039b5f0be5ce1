-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT COUNT(*), COALESCE(SUM(emoji = ?), 0) FROM reactions WHERE room = ? AND seq = ?
