-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
UPDATE rooms SET floor = ? WHERE id = ?
