// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QString>

class QWidget;

namespace salon {

class Theme;
class Workspace;

/// Asks whether somebody is to be put out of a room (`isBan`: and kept out), and does it. Says in the dialog what the
/// server refuses.
void askToRemove(Theme &theme, Workspace &workspace, RoomId room, AccountId person, const QString &name, bool isBan,
    QWidget *parent);

} // namespace salon
