-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
-- Whose read position or mark lies in what was removed. A position right below the floor is where it can be.
SELECT account, read_seq, mark FROM memberships WHERE room = ? AND (read_seq < ? OR (mark > 0 AND mark < ?))
