// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/members/member_words.h"

#include "client-gui/nearby/same_people.h"
#include "client-gui/widgets/plain_tool_tip.h"
#include "shared/client-core/models/member_model.h"
#include "shared/client-core/text/people_text.h"
#include "shared/client-core/text/time_text.h"

using namespace Qt::StringLiterals;

namespace salon {

void MemberWords::setSamePeople(const SamePeople *same)
{
    if (m_same)
        m_same->disconnect(this);
    m_same = same;
    const auto changed = [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0),
                { IsNearbyRole, IsDirectRole, Qt::AccessibleTextRole, Qt::ToolTipRole });
    };
    if (same)
        connect(same, &SamePeople::changed, this, changed);
    changed();
}

QVariant MemberWords::data(const QModelIndex &index, int role) const
{
    const auto nearby = [this, &index] {
        const AccountId account{ index.data(MemberModel::AccountIdRole).toLongLong() };
        return m_same ? m_same->ofAccount(account) : std::nullopt;
    };
    if (role == IsNearbyRole)
        return nearby().has_value();
    if (role == IsDirectRole) {
        const auto person = nearby();
        return person && person->direct;
    }
    if (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return QIdentityProxyModel::data(index, role);
    const QString separator = role == Qt::ToolTipRole ? u"\n"_s : u", "_s;
    QStringList words{ index.data(MemberModel::NameRole).toString() };
    words.append(u'@' + index.data(MemberModel::LoginRole).toString());
    const auto state = PresenceState(index.data(MemberModel::PresenceRole).toInt());
    const qint64 lastSeen = index.data(MemberModel::LastSeenRole).toLongLong();
    words.append(state == PresenceState::Offline && lastSeen > 0
            ? TimeText::lastSeen(lastSeen, QDateTime::currentDateTime())
            : PeopleText::presence(state));
    if (const auto onServer = salon::Role(index.data(MemberModel::RoleRole).toInt()); onServer != salon::Role::Member)
        words.append(PeopleText::role(onServer));
    if (const QString status = index.data(MemberModel::StatusTextRole).toString(); !status.isEmpty())
        words.append(status);
    if (index.data(IsDirectRole).toBool())
        words.append(tr("Can be reached directly, without the server"));
    const QString all = words.join(separator);
    return role == Qt::ToolTipRole ? plainToolTip(all) : all;
}

} // namespace salon
