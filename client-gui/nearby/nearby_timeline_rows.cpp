// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/nearby/nearby_timeline_rows.h"

#include "client-gui/nearby/nearby_face.h"
#include "shared/client-core/models/timeline_model.h"
#include "shared/nearby/nearby_people.h"
#include "shared/nearby/peer_timeline.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace salon {

NearbyTimelineRows::NearbyTimelineRows(PeerTimeline &timeline, const NearbyPeople &people, const QByteArray &ownKey,
    OwnAccount ownAccount, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_timeline(timeline)
    , m_people(people)
    , m_ownKey(ownKey)
    , m_ownAccount(std::move(ownAccount))
    , m_self(faceIdOf(ownKey))
    , m_other(faceIdOf(timeline.person()))
{
    setSourceModel(&timeline);
    personChanged();
    connect(&people, &NearbyPeople::personChanged, this, [this](const QByteArray &key) {
        if (key == m_timeline.person())
            personChanged();
    });
    // Other roles there than here: what changes there may change any of ours.
    connect(&timeline, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
            if (!roles.isEmpty())
                Q_EMIT dataChanged(mapFromSource(first), mapFromSource(last));
        });
}

void NearbyTimelineRows::personChanged()
{
    const std::optional<NearbyPerson> person = m_people.find(m_timeline.person());
    const qint64 other = person ? faceIdOf(*person) : m_other;
    AccountId own;
    if (person && !person->accounts.isEmpty() && m_ownAccount)
        own = m_ownAccount(person->accounts.constFirst().server);
    const qint64 self = faceIdOf(m_ownKey, own);
    const bool isSame = self == m_self && other == m_other;
    m_self = self;
    m_other = other;
    if (!isSame && rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), { TimelineModel::AuthorIdRole });
}

QVariant NearbyTimelineRows::data(const QModelIndex &index, int role) const
{
    const QModelIndex source = mapToSource(index);
    if (!source.isValid())
        return {};
    const auto state = PeerEntryState(source.data(PeerTimeline::StateRole).toInt());
    const bool isMine = source.data(PeerTimeline::IsMineRole).toBool();
    switch (role) {
    case TimelineModel::RowKindRole:
        return int(TimelineModel::RowKind::Message);
    case TimelineModel::EventKindRole:
        return int(EventKind::Message);
    case TimelineModel::SeqRole:
        return seqOf(source.row());
    case TimelineModel::CidRole:
        return source.data(PeerTimeline::CidRole);
    case TimelineModel::AuthorIdRole:
        return isMine ? m_self : m_other;
    case TimelineModel::AuthorNameRole:
        return source.data(PeerTimeline::AuthorNameRole);
    case TimelineModel::TimeRole:
        return source.data(PeerTimeline::TimeRole);
    case TimelineModel::TextRole:
        return textOf(source);
    case TimelineModel::SendStateRole:
        // Nothing can be done about one that waits: what is queued here is sent.
        return int(state == PeerEntryState::Queued ? SendState::Sending : SendState::Stored);
    case TimelineModel::IsOwnRole:
        return isMine && state != PeerEntryState::Failed; // a failed one has no mark; its text says it
    case TimelineModel::MentionsMeRole:
    case TimelineModel::StartsUnreadRole:
        return false;
    case TimelineModel::StartsGroupRole:
        return source.data(PeerTimeline::StartsGroupRole);
    case TimelineModel::StartsDayRole:
        return source.data(PeerTimeline::StartsDayRole);
    case Qt::StatusTipRole: // for "About this message"
        return stateOf(source);
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return source.data(role);
    default:
        return {};
    }
}

/// Grows from row to row. Lines that came while this was open do not know their place yet.
qint64 NearbyTimelineRows::seqOf(int row) const
{
    constexpr qint64 AfterAllPlaces = qint64(1) << 40;
    const qint64 place = m_timeline.entries().at(row).place;
    return place > 0 ? place : AfterAllPlaces + row;
}

QString NearbyTimelineRows::textOf(const QModelIndex &source) const
{
    QStringList lines;
    if (source.data(PeerTimeline::IsFileRole).toBool()) {
        //: A file in a conversation. %1 is its name
        lines.append(tr("File: %1").arg(source.data(PeerTimeline::FileNameRole).toString()));
        lines.append(source.data(PeerTimeline::FileTextRole).toString());
    }
    if (const QString text = source.data(PeerTimeline::TextRole).toString(); !text.isEmpty())
        lines.append(text);
    const QString error = source.data(PeerTimeline::ErrorRole).toString();
    if (PeerEntryState(source.data(PeerTimeline::StateRole).toInt()) == PeerEntryState::Failed)
        //: Under a message. %1 is a sentence: why
        lines.append(tr("Not delivered. %1").arg(error));
    else if (!error.isEmpty())
        lines.append(error);
    return lines.join(u'\n');
}

QString NearbyTimelineRows::stateOf(const QModelIndex &source) const
{
    switch (PeerEntryState(source.data(PeerTimeline::StateRole).toInt())) {
    case PeerEntryState::Queued:
        return tr("Waiting until the other device is here; it is safe on this computer.");
    case PeerEntryState::Delivered:
        return tr("Stored on the other device. No server has it.");
    case PeerEntryState::Failed:
        return tr("The other device did not take it.");
    case PeerEntryState::Received:
        return tr("It came directly. No server has it.");
    }
    return {};
}

} // namespace salon
