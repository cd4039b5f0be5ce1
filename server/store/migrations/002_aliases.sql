-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0

-- The guest for whom a gateway's account spoke; empty: the author spoke for itself.
ALTER TABLE events ADD COLUMN alias TEXT NOT NULL DEFAULT '';
