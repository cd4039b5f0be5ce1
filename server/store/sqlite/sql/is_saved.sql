-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT 1 FROM saved WHERE account = ? AND room = ? AND seq = ?
