-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT COUNT(*) FROM forms INDEXED BY forms_pinned WHERE room = ? AND pinned > 0
