-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO message_files (room, seq, idx, blob, name, media_type, width, height, path, folder)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
