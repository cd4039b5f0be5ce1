// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QList>
#include <QMetaType>
#include <QString>

namespace salon {

/// One reaction below a message, as TimelineModel::ReactionsRole gives them.
struct ReactionView
{
    QString emoji{};
    int count = 0;
    bool isMine = false;
    QList<AccountId> people{}; ///< the first ones; Workspace::reactionPeople() has all
    friend bool operator==(const ReactionView &, const ReactionView &) = default;
};

} // namespace salon

Q_DECLARE_METATYPE(salon::ReactionView)
Q_DECLARE_METATYPE(QList<salon::ReactionView>)
