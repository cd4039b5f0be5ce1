// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QModelIndex;
class QWidget;

namespace salon {

/// Opens a small box with what is known of a message: who, when, its number in the room, and whether it was stored.
void showMessageInfo(const QModelIndex &index, QWidget *parent);

} // namespace salon
