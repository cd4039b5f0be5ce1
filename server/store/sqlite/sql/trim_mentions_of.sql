-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT seq, mentions FROM events WHERE room = ? AND seq >= ? AND seq < ? AND mentions IS NOT NULL
