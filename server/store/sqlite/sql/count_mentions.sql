-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
-- By name, and of the whole room.
SELECT (SELECT COUNT(*) FROM mentions WHERE account = ? AND room = ? AND seq > ?)
  + (SELECT COUNT(*) FROM calls WHERE room = ? AND seq > ? AND author IS NOT ?)
