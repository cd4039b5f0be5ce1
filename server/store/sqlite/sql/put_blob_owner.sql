-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO blob_owners (blob, account) VALUES (?, ?) ON CONFLICT DO NOTHING
