// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/lines_delegate.h"

namespace salon {

/// A room of the server in two lines: name and members, topic; a check mark when one is a member.
class PublicRoomDelegate : public LinesDelegate
{
    Q_OBJECT

public:
    PublicRoomDelegate(Theme &theme, QObject *parent);

protected:
    [[nodiscard]] Content content(const QModelIndex &index) const override;
};

} // namespace salon
