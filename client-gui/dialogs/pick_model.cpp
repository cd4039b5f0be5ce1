// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/pick_model.h"

#include "client-gui/app/style_controls.h"
#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/rooms/presence_mark.h"
#include "shared/client-core/text/people_text.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace salon {

PickModel::PickModel(const People &people, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_people(people)
{
    setSourceModel(&m_people);
}

AccountId PickModel::personAt(const QModelIndex &index) const
{
    return AccountId{ index.data(PeopleModel::AccountIdRole).toLongLong() };
}

void PickModel::setChosen(AccountId person, bool isChosen)
{
    if (isChosen == m_chosen.contains(person))
        return;
    if (isChosen)
        m_chosen.append(person);
    else
        m_chosen.removeOne(person);
    tellAll();
}

void PickModel::retranslate()
{
    tellAll();
}

void PickModel::tellAll()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), { Qt::CheckStateRole, Qt::AccessibleTextRole });
}

QVariant PickModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::CheckStateRole)
        return isChosen(personAt(index)) ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::AccessibleTextRole) {
        //: A person in a list, read aloud: %1 name, %2 account, %3 "online", "away"…
        return tr("%1, @%2, %3")
            .arg(index.data(PeopleModel::NameRole).toString(), index.data(PeopleModel::LoginRole).toString(),
                PeopleText::presence(PresenceState(index.data(PeopleModel::PresenceRole).toInt())));
    }
    return QIdentityProxyModel::data(index, role);
}

PickDelegate::PickDelegate(Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void PickDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = m_theme.tokens();
    const bool isCurrent
        = option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_HasFocus);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    const bool isChosen = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    const auto visual = [&option](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    painter->save();
    painter->setLayoutDirection(option.direction);
    controls::paintRowGround(*painter, option.rect.adjusted(1, 1, -1, -1), isCurrent, isHovered, tokens);
    const QColor ground = isCurrent
        ? blended(tokens.colour(ColourRole::Selection), tokens.colour(ColourRole::Conversation))
        : tokens.colour(ColourRole::Conversation);
    const int gap = tokens.space(Space::Small);
    const int side = tokens.listAvatar();
    QRect rest = option.rect.adjusted(gap, 0, -gap, 0);
    const QString name = index.data(PeopleModel::NameRole).toString();
    const QRect avatar(rest.left(), rest.center().y() - side / 2 + 1, side, side);
    paintAvatar(*painter, visual(avatar), avatarFace(name, hueOf(index.data(PeopleModel::AccountIdRole).toLongLong())),
        tokens, presenceMark(PresenceState(index.data(PeopleModel::PresenceRole).toInt())), ground);
    rest.setLeft(rest.left() + side + gap);
    const int icon = tokens.rowIcon();
    if (isChosen)
        paintIcon(*painter, visual(QRect(rest.right() - icon, rest.center().y() - icon / 2 + 1, icon, icon)),
            u"check"_s, tokens.colour(ColourRole::Accent));
    rest.setRight(rest.right() - icon - gap);

    const QFontMetrics nameMetrics(tokens.font(TextRole::ListItem));
    const QString shownName = nameMetrics.elidedText(name, Qt::ElideRight, rest.width());
    painter->setFont(tokens.font(TextRole::ListItem));
    painter->setPen(tokens.colour(ColourRole::Text));
    painter->drawText(visual(rest), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shownName);
    rest.setLeft(rest.left() + nameMetrics.horizontalAdvance(shownName) + gap);
    const QFontMetrics metaMetrics(tokens.font(TextRole::Meta));
    const QString login = u'@' + index.data(PeopleModel::LoginRole).toString();
    painter->setFont(tokens.font(TextRole::Meta));
    painter->setPen(tokens.colour(ColourRole::Muted));
    if (rest.width() > metaMetrics.horizontalAdvance(u"@mm…"_s))
        painter->drawText(visual(rest), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
            metaMetrics.elidedText(login, Qt::ElideRight, rest.width()));
    painter->restore();
}

QSize PickDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return { 0, m_theme.tokens().listRowHeight() };
}

} // namespace salon
