-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT hash FROM blobs WHERE hash >= ? AND hash < ?
