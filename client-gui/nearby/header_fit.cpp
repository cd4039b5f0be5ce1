// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/nearby/header_fit.h"

#include "client-gui/app/design_tokens.h"
#include "client-gui/nearby/direct_badge.h"
#include "client-gui/widgets/elided_label.h"

#include <QBoxLayout>

#include <algorithm>

namespace salon {
namespace {

constexpr int WantedName = 160; ///< longer ones are shortened before anything else gives way
constexpr int LeastStatus = 70;

/// Without the status nothing else takes what is left.
void giveRest(const HeaderParts &parts, bool toName)
{
    parts.name.setSizePolicy(toName ? QSizePolicy::Ignored : QSizePolicy::Maximum, QSizePolicy::Preferred);
    parts.row.setStretchFactor(&parts.name, toName ? 1 : 0);
}

} // namespace

void fitHeader(const Tokens &tokens, int width, const HeaderParts &parts)
{
    const int gap = parts.row.spacing();
    const QMargins margins = parts.row.contentsMargins();
    int room
        = width - margins.left() - margins.right() - std::min(parts.name.sizeHint().width(), tokens.px(WantedName));
    for (int i = 0; i < parts.row.count(); ++i) {
        const QWidget *other = parts.row.itemAt(i)->widget();
        const bool mayGiveWay = other == &parts.name || other == &parts.badge || other == &parts.avatar
            || other == &parts.status || other == parts.button;
        if (other && !mayGiveWay && !other->isHidden())
            room -= other->sizeHint().width() + gap;
    }
    // Each takes its part of what is left.
    const auto has = [&room](int wide) {
        const bool fits = wide <= room;
        if (fits)
            room -= wide;
        return fits;
    };
    parts.badge.setCompact(true);
    const int compact = parts.badge.sizeHint().width();
    const bool hasBadge = !parts.badge.text().isEmpty() && has(compact + gap);
    parts.badge.setHasRoom(hasBadge);
    parts.avatar.setVisible(has(parts.avatar.sizeHint().width() + gap));
    if (parts.button)
        parts.button->setVisible(has(parts.button->sizeHint().width() + gap));
    parts.badge.setCompact(false);
    parts.badge.setCompact(hasBadge && !has(parts.badge.sizeHint().width() - compact));
    parts.status.setVisible(has(std::min(parts.status.sizeHint().width(), tokens.px(LeastStatus)) + gap));
    giveRest(parts, parts.status.isHidden());
}

void unfitHeader(const HeaderParts &parts)
{
    giveRest(parts, false);
}

} // namespace salon
