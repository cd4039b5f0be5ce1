-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
-- By the clock, so that a number is not given again after its message was taken off.
INSERT INTO saved (account, room, seq, no)
VALUES (?, ?, ?, max(?, COALESCE((SELECT MAX(no) FROM saved WHERE account = ?), 0) + 1))
