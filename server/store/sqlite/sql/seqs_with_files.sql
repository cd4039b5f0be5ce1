-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT DISTINCT seq FROM message_files WHERE room = ? AND seq >= ? AND seq <= ?
