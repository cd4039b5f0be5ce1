-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
UPDATE memberships SET read_seq = ?, messages_before = ? WHERE room = ? AND read_seq = ? AND mark = 0
