-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO reactions (room, seq, emoji, first, count) VALUES (?, ?, ?, ?, 1)
ON CONFLICT (room, seq, emoji) DO UPDATE SET count = count + 1
