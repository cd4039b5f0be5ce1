-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT account FROM reaction_people INDEXED BY reaction_people_in_order
WHERE room = ? AND seq = ? AND emoji = ? ORDER BY change LIMIT ?
