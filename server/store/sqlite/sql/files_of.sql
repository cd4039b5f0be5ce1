-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT b.hash, f.name, b.size, f.media_type, f.width, f.height, f.path, f.folder
FROM message_files f LEFT JOIN blobs b ON b.id = f.blob
WHERE f.room = ? AND f.seq = ? AND typeof(f.name) = 'text' ORDER BY f.idx
