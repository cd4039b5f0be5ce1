-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT COUNT(*) FROM saved INDEXED BY saved_newest WHERE account = ?
