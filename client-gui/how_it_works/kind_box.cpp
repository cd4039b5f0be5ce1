// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/how_it_works/kind_box.h"

#include "client-gui/app/theme.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QSignalBlocker>
#include <algorithm>

namespace salon {

using Kinds = FrameListModel::Kinds;

namespace {

constexpr int ClosedCharacters = 16;

Kinds band(quint32 first, quint32 last)
{
    return { first, last, true, false };
}

} // namespace

KindBox::KindBox(Theme &theme, QWidget *parent)
    : QComboBox(parent)
    , m_theme(theme)
{
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(ClosedCharacters);
    connect(this, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT chosen(current()); });
    fill();
}

void KindBox::setTypes(const QSet<quint32> &types)
{
    if (types == m_types || view()->isVisible())
        return;
    m_types = types;
    fill();
}

Kinds KindBox::current() const
{
    const QVariantList kinds = currentData().toList();
    if (kinds.size() != 4)
        return {};
    return { kinds[0].toUInt(), kinds[1].toUInt(), kinds[2].toBool(), kinds[3].toBool() };
}

void KindBox::fill()
{
    const Kinds kept = current();
    const QSignalBlocker quiet(this);
    clear();
    const auto add = [this, &kept](const QString &words, const Kinds &kinds) {
        addItem(words, QVariantList{ kinds.first, kinds.last, kinds.withHeartbeat, kinds.withSteps });
        if (kinds == kept)
            setCurrentIndex(count() - 1);
    };
    Kinds quieter;
    quieter.withHeartbeat = false;
    add(tr("All messages"), {});
    add(tr("All but the heartbeat"), quieter);
    add(tr("Hello, heartbeat, goodbye"), band(1, 19));
    add(tr("Accounts and logging in"), band(20, 39));
    add(tr("Rooms"), band(40, 79));
    add(tr("Messages and reading"), band(80, 119));
    add(tr("People and presence"), band(120, 139));
    add(tr("Between two devices"), band(160, 189));
    insertSeparator(count());
    QList<quint32> seen(m_types.cbegin(), m_types.cend());
    if (kept.first == kept.last && !seen.contains(kept.first))
        seen.append(kept.first);
    std::sort(seen.begin(), seen.end());
    for (const quint32 type : std::as_const(seen)) {
        for (const MessageInfo &info : messageInfos) {
            if (quint32(info.type) == type)
                add(info.name, band(type, type));
        }
    }
    setAccessibleName(tr("Which messages"));
    // The open list is as wide as its words; the closed one is not.
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + m_theme.tokens().px(32));
}

void KindBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QComboBox::changeEvent(event);
}

} // namespace salon
