-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT seq, time_ms FROM events INDEXED BY events_place WHERE room = ? AND seq >= ? ORDER BY seq LIMIT ?
