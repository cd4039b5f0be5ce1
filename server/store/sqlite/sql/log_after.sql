-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT no, room, seq, kind, target FROM events WHERE no > ? ORDER BY no LIMIT ?
