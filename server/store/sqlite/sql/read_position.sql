-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT read_seq, messages_before, mark, floor FROM memberships WHERE room = ? AND account = ?
