-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO calls (no, room, seq, author) VALUES (?, ?, ?, ?)
