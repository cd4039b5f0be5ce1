-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
DELETE FROM reaction_people WHERE room = ? AND seq >= ? AND seq < ?
