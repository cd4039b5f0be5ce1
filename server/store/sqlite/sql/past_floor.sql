-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT floor FROM past_floors WHERE room = ? AND account = ?
