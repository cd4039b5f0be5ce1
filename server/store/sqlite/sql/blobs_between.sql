-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT DISTINCT b.id, b.hash, b.size FROM message_files f JOIN blobs b ON b.id = f.blob
WHERE f.room = ? AND f.seq >= ? AND f.seq <= ? AND typeof(f.name) = 'text'
