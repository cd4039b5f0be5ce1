-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT EXISTS (SELECT 1 FROM blob_owners WHERE blob = ? AND account = ?)
  OR EXISTS (SELECT 1 FROM message_files f JOIN memberships m ON m.room = f.room AND m.account = ?
    WHERE f.blob = ? AND typeof(f.name) = 'text' AND f.seq >= m.floor)
