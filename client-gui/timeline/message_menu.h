// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/cid.h"
#include "shared/base/ids.h"

#include <QMenu>
#include <QPersistentModelIndex>
#include <QUrl>

namespace salon {

/// What can be done with one message of a person. Copies by itself, asks for the rest; deletes itself when it closes.
class MessageMenu : public QMenu
{
    Q_OBJECT

public:
    /// `index`: a row of TimelineModel. `link`: the one under the mouse; empty: all links of the message are offered.
    MessageMenu(const QModelIndex &index, const QUrl &link, bool hasSelection, QWidget *parent);

Q_SIGNALS:
    void copySelectionRequested();
    void linkOpened(const QUrl &link);
    void retryRequested(const salon::Cid &cid);
    void discardRequested(const salon::Cid &cid);
    void editRequested(const salon::Cid &cid);
    void mentionRequested(salon::AccountId person);
    void directRequested(salon::AccountId person);
    /// Only while the row exists.
    void infoRequested(const QModelIndex &index);

private:
    template <class Action>
    void add(const QString &words, Action action);
    void addCopying(const QString &text, bool hasSelection);
    void addLinks(const QList<QUrl> &links);
    void addLink(QMenu &menu, const QUrl &link);
    void addSending(const Cid &cid);
    void addPerson(AccountId person);
};

} // namespace salon
