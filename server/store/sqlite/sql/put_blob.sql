-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO blobs (hash, size, kept_ms) VALUES (?, ?, ?)
ON CONFLICT (hash) DO UPDATE SET size = excluded.size, kept_ms = excluded.kept_ms
