// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/messages/message_offers.h"
#include "client-gui/timeline/file_offers.h"
#include "shared/base/cid.h"
#include "shared/base/ids.h"

#include <QMenu>
#include <QPersistentModelIndex>
#include <QUrl>

namespace salon {

/// One of its files in the menu of a message.
struct MessageFile
{
    int file = 0; ///< -1: all
    QString name{};
    QList<FileAction> actions{};
};

/// What can be done with one message of a person. Copies by itself, asks for the rest; deletes itself when it closes.
class MessageMenu : public QMenu
{
    Q_OBJECT

public:
    static constexpr qsizetype MostLinks = 10; ///< a menu has to fit on the screen

    /// The message as it is shown.
    struct About
    {
        TimelineRow row{};
        QString shown{}; ///< its text, as it is copied
        QList<QUrl> links{}; ///< the one under the mouse, or all
        QList<MessageFile> files{}; ///< the one under the mouse, or all
        bool hidesSpoilers = false;
    };

    /// `index`: a row of TimelineModel.
    MessageMenu(
        const QModelIndex &index, const About &about, const MessageOffers &offers, bool hasSelection, QWidget *parent);

Q_SIGNALS:
    void copySelectionRequested();
    void linkOpened(const QUrl &link);
    void retryRequested(const salon::Cid &cid);
    void discardRequested(const salon::Cid &cid);
    void editRequested(const salon::Cid &cid);
    void mentionRequested(salon::AccountId person);
    void directRequested(salon::AccountId person);
    /// These only while the row exists.
    void actionRequested(salon::MessageAction action, const QModelIndex &index);
    void revealRequested(const QModelIndex &index);
    void infoRequested(const QModelIndex &index);
    void fileActionRequested(salon::FileAction action, const QModelIndex &index, int file);

private:
    template <class Action>
    QAction *add(const QString &words, Action action);
    void addActions(const TimelineRow &row, const MessageOffers &offers);
    void addCopying(const About &about, bool hasSelection);
    void addLinks(const QList<QUrl> &links);
    void addLink(QMenu &menu, const QUrl &link);
    void addFiles(const QList<MessageFile> &files);
    /// `isText`: it can be written again.
    void addSending(const Cid &cid, bool isText);
    void addPerson(AccountId person);

    QPersistentModelIndex m_index;
};

} // namespace salon
