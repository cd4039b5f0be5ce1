-- SPDX-FileCopyrightText: 2026 The Salon developers
-- SPDX-License-Identifier: Apache-2.0
SELECT COUNT(*) FROM forms INDEXED BY forms_deleted WHERE room = ? AND seq > ? AND author IS NOT ? AND deleted = 1
