-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
UPDATE reactions SET count = count - 1 WHERE room = ? AND seq = ? AND emoji = ?
