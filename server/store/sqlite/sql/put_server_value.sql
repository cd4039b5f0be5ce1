-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO server (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value
