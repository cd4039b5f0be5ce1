// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/messages/message_offers.h"
#include "shared/base/error.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace salon {

class EmojiCatalogue;
class EmojiPicker;
class SettingsStore;
class Theme;
class Workspace;

/// Does to messages of the open room what the person asked for: asks the workspace, and first the person where
/// something cannot be undone. What belongs to the composer is passed on.
class MessageActions : public QObject
{
    Q_OBJECT

public:
    /// Dialogs and popups stand over `window`. All outlive this.
    MessageActions(Theme &theme, const EmojiCatalogue &emoji, SettingsStore &settings, QWidget &window);
    ~MessageActions() override;

    /// Null and invalid: none.
    void setRoom(Workspace *workspace, RoomId room);
    [[nodiscard]] MessageOffers offers() const;

    /// `anchor`: where on the screen a popup for it may stand.
    void perform(MessageAction action, const TimelineRow &row, const QRect &anchor);
    void react(Seq seq, const QString &emoji, bool isOn);

Q_SIGNALS:
    void replyAsked(salon::Seq seq);
    void editAsked(salon::Seq seq);
    /// The room is to count as unread from this message on.
    void unreadAsked(salon::Seq seq);
    /// It could not be done.
    void failed(const salon::Error &error);
    /// It was done, and nothing on the screen shows it.
    void noted(const QString &words);

private:
    void chooseReaction(Seq seq, const QRect &anchor);
    void askToDelete(const TimelineRow &row);
    void save(const TimelineRow &row);
    void copyLink(Seq seq);
    void forward(const TimelineRow &row);

    Theme &m_theme;
    const EmojiCatalogue &m_emoji;
    SettingsStore &m_settings;
    QWidget &m_window;
    EmojiPicker *m_picker = nullptr; ///< made when first wanted
    QPointer<Workspace> m_workspace;
    RoomId m_room;
    Seq m_reactingTo = 0;
};

} // namespace salon
