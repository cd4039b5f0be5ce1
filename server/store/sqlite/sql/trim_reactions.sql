-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
DELETE FROM reactions WHERE room = ? AND seq >= ? AND seq < ?
