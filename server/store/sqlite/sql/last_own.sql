-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
-- When somebody wrote last.
SELECT time_ms FROM events INDEXED BY events_own WHERE author = ? AND room = ? AND kind = 1 ORDER BY seq DESC LIMIT 1
