-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
-- Of somebody who leaves.
INSERT INTO past_floors (room, account, floor) SELECT room, account, floor FROM memberships WHERE room = ? AND account = ?
ON CONFLICT (room, account) DO UPDATE SET floor = min(floor, excluded.floor)
