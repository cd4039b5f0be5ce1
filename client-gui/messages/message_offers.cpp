// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/messages/message_offers.h"

using namespace Qt::StringLiterals;

namespace salon {

QList<MessageAction> MessageOffer::of(const TimelineRow &row, const MessageOffers &offers)
{
    QList<MessageAction> list;
    if (!row.isPersons() || row.seq <= 0)
        return list;
    const auto add = [&list](bool isOffered, MessageAction action) {
        if (isOffered)
            list.append(action);
    };
    const bool isThere = !row.isDeleted;
    const bool takes = offers.takesChanges;
    add(takes && isThere && row.rights.mayReact, MessageAction::React);
    add(takes && isThere && row.rights.mayReply, MessageAction::Reply);
    add(takes && isThere && row.rights.mayEdit, MessageAction::Edit);
    add(offers.hasLinks && isThere, MessageAction::Forward);
    add(offers.hasLinks && isThere, MessageAction::CopyLink);
    add(takes && (isThere || row.isSaved), MessageAction::Save);
    add(takes && isThere && row.rights.mayPin, MessageAction::Pin);
    add(takes && isThere && row.isEdited, MessageAction::Revisions);
    add(takes && isThere && !row.reactions.isEmpty(), MessageAction::Reactions);
    add(offers.showsSeen, MessageAction::SeenBy);
    add(offers.marksUnread, MessageAction::MarkUnread);
    add(takes && isThere && row.rights.mayDelete, MessageAction::Delete);
    return list;
}

QString MessageOffer::words(MessageAction action, const TimelineRow &row)
{
    switch (action) {
    case MessageAction::React:
        return tr("React…");
    case MessageAction::Reply:
        return tr("Reply");
    case MessageAction::Edit:
        return tr("Edit");
    case MessageAction::Forward:
        return tr("Forward…");
    case MessageAction::CopyLink:
        return tr("Copy link to the message");
    case MessageAction::Save:
        return row.isSaved ? tr("Take off the saved messages") : tr("Save for later");
    case MessageAction::Pin:
        return row.isPinned ? tr("Unpin") : tr("Pin to the room");
    case MessageAction::Revisions:
        return tr("What it said before…");
    case MessageAction::Reactions:
        return tr("Who reacted…");
    case MessageAction::SeenBy:
        return tr("Seen by…");
    case MessageAction::MarkUnread:
        return tr("Mark unread from here");
    case MessageAction::Delete:
        return tr("Delete…");
    }
    return {};
}

QString MessageOffer::icon(MessageAction action)
{
    switch (action) {
    case MessageAction::React:
    case MessageAction::Reactions:
        return u"react"_s;
    case MessageAction::Reply:
        return u"reply"_s;
    case MessageAction::Edit:
        return u"edit"_s;
    case MessageAction::Forward:
        return u"forward"_s;
    case MessageAction::CopyLink:
        return u"link"_s;
    case MessageAction::Save:
        return u"bookmark"_s;
    case MessageAction::Pin:
        return u"pin"_s;
    case MessageAction::SeenBy:
        return u"eye"_s;
    case MessageAction::MarkUnread:
        return u"message"_s;
    case MessageAction::Revisions:
        return u"queued"_s;
    case MessageAction::Delete:
        return u"trash"_s;
    }
    return {};
}

QKeySequence MessageOffer::key(MessageAction action)
{
    switch (action) {
    case MessageAction::React:
        return QKeySequence(Qt::Key_Plus);
    case MessageAction::Reply:
        return QKeySequence(Qt::Key_R);
    case MessageAction::Edit:
        return QKeySequence(Qt::Key_E);
    case MessageAction::Forward:
        return QKeySequence(Qt::Key_F);
    case MessageAction::CopyLink:
        return QKeySequence(Qt::Key_L);
    case MessageAction::Save:
        return QKeySequence(Qt::Key_S);
    case MessageAction::Pin:
        return QKeySequence(Qt::Key_P);
    case MessageAction::Delete:
        return QKeySequence(Qt::Key_Delete);
    case MessageAction::MarkUnread:
        return QKeySequence(Qt::SHIFT | Qt::Key_U);
    case MessageAction::Revisions:
    case MessageAction::Reactions:
    case MessageAction::SeenBy:
        break;
    }
    return {};
}

std::optional<MessageAction> MessageOffer::ofKey(int key, const QString &text, Qt::KeyboardModifiers modifiers)
{
    if (text == u"+"_s || text == u"="_s)
        return MessageAction::React;
    if (key == Qt::Key_U && modifiers.testFlag(Qt::ShiftModifier))
        return MessageAction::MarkUnread; // with Shift: nothing that happens by a slip
    for (const MessageAction action : { MessageAction::Reply, MessageAction::Edit, MessageAction::Forward,
             MessageAction::CopyLink, MessageAction::Save, MessageAction::Pin, MessageAction::Delete })
        if (MessageOffer::key(action) == QKeySequence(key))
            return action;
    return std::nullopt;
}

} // namespace salon
