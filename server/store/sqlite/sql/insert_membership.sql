-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO memberships (room, account, joined_ms, floor, read_seq, messages_before, joined_seq)
VALUES (?, ?, ?, ?, ?, ?, ?)
