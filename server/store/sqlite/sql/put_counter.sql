-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO device_counters (device, room, last) VALUES (?, ?, ?)
ON CONFLICT (device, room) DO UPDATE SET last = excluded.last
