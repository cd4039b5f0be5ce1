// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/timeline/timeline_row.h"

#include <QCoreApplication>
#include <QKeySequence>
#include <QList>

namespace salon {

/// What a person can do with one message, in the order of its menu.
enum class MessageAction
{
    React,
    Reply,
    Edit,
    Forward,
    CopyLink,
    Save, ///< or take off the list
    Pin, ///< or unpin
    Revisions, ///< what it said before
    Reactions, ///< who reacted
    SeenBy, ///< who has read so far
    MarkUnread, ///< from here on
    Delete
};

/// What the place where messages are shown allows at all; nothing where there is no server.
struct MessageOffers
{
    bool takesChanges = false; ///< the server knows changes of messages
    bool hasLinks = false; ///< messages have an address
    bool marksUnread = false; ///< the server knows unread marks
    bool showsSeen = false; ///< how far others have read is known here
};

/// Words, icon and key of each action, and which of them a message offers.
class MessageOffer
{
    Q_DECLARE_TR_FUNCTIONS(salon::MessageOffer)

public:
    [[nodiscard]] static QList<MessageAction> of(const TimelineRow &row, const MessageOffers &offers);
    /// Of a menu; without mnemonics.
    [[nodiscard]] static QString words(MessageAction action, const TimelineRow &row);
    [[nodiscard]] static QString icon(MessageAction action);
    /// The single key that does it on a focused message; empty where there is none.
    [[nodiscard]] static QKeySequence key(MessageAction action);
    /// The action of a key that was pressed alone or with Shift, and its text.
    [[nodiscard]] static std::optional<MessageAction> ofKey(
        int key, const QString &text, Qt::KeyboardModifiers modifiers = {});
};

} // namespace salon
