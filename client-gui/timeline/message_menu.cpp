// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/message_menu.h"

#include "client-gui/timeline/row_layout.h"
#include "shared/client-core/models/timeline_model.h"

#include <QClipboard>
#include <QGuiApplication>

namespace salon {

template <class Action>
void MessageMenu::add(const QString &words, Action action)
{
    connect(addAction(words), &QAction::triggered, this, std::move(action));
}

MessageMenu::MessageMenu(const QModelIndex &index, const QUrl &link, bool hasSelection, QWidget *parent)
    : QMenu(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    const TimelineRow what = readTimelineRow(index);
    addCopying(what.text, link, hasSelection);
    if (what.mark == TimelineRow::Mark::Failed || what.mark == TimelineRow::Mark::Queued)
        addSending(index.data(TimelineModel::CidRole).toUuid());
    if (!what.isOwn && what.author.isValid())
        addPerson(what.author);
    addSeparator();
    add(tr("About this message…"), [this, row = QPersistentModelIndex(index)] {
        if (row.isValid())
            Q_EMIT infoRequested(row);
    });
}

void MessageMenu::addCopying(const QString &text, const QUrl &link, bool hasSelection)
{
    if (hasSelection)
        add(tr("Copy"), [this] { Q_EMIT copySelectionRequested(); });
    add(tr("Copy text"), [text] { QGuiApplication::clipboard()->setText(text); });
    if (!link.isEmpty())
        add(tr("Copy link"), [link] { QGuiApplication::clipboard()->setText(link.toString()); });
}

void MessageMenu::addSending(const Cid &cid)
{
    addSeparator();
    add(RowLayout::retryText(), [this, cid] { Q_EMIT retryRequested(cid); });
    add(tr("Edit and send again"), [this, cid] { Q_EMIT editRequested(cid); });
    add(RowLayout::discardText(), [this, cid] { Q_EMIT discardRequested(cid); });
}

void MessageMenu::addPerson(AccountId person)
{
    addSeparator();
    add(tr("Mention"), [this, person] { Q_EMIT mentionRequested(person); });
    add(tr("Send a direct message"), [this, person] { Q_EMIT directRequested(person); });
}

} // namespace salon
