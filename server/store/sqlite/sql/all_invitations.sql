-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT code_hash, maker, uses_left, created_ms, expires_ms FROM invitations WHERE uses_left > 0
