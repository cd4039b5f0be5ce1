-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT id, hash, size FROM blobs WHERE named = 0 AND kept_ms < ? ORDER BY kept_ms LIMIT ?
