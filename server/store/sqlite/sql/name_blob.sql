-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
UPDATE blobs SET named = 1 WHERE id = ? AND named = 0
