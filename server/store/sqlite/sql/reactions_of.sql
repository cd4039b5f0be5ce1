-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT emoji, count FROM reactions WHERE room = ? AND seq = ? ORDER BY first
