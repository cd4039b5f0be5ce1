-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
DELETE FROM blobs WHERE id = ?
  AND NOT EXISTS (SELECT 1 FROM message_files WHERE blob = ? AND typeof(name) = 'text')
