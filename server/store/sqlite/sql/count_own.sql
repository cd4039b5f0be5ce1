-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT COUNT(*) FROM events INDEXED BY events_own WHERE author = ? AND room = ? AND seq > ? AND kind = 1
