// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/message_menu.h"

#include "client-gui/timeline/row_layout.h"
#include "shared/client-core/models/timeline_model.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

constexpr int LinkCharacters = 60;

} // namespace

template <class Action>
QAction *MessageMenu::add(const QString &words, Action action)
{
    QAction *added = addAction(words);
    connect(added, &QAction::triggered, this, std::move(action));
    return added;
}

MessageMenu::MessageMenu(
    const QModelIndex &index, const About &about, const MessageOffers &offers, bool hasSelection, QWidget *parent)
    : QMenu(parent)
    , m_index(index)
{
    setObjectName(u"messageMenu"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    addFiles(about.files);
    addActions(about.row, offers);
    if (about.hidesSpoilers)
        add(tr("Show the hidden text"), [this] {
            if (m_index.isValid())
                Q_EMIT revealRequested(m_index);
        });
    if (!about.row.isDeleted)
        addCopying(about, hasSelection);
    addLinks(about.links);
    if (about.row.mark == TimelineRow::Mark::Failed || about.row.mark == TimelineRow::Mark::Queued)
        addSending(index.data(TimelineModel::CidRole).toUuid(), about.row.files.isEmpty());
    if (!about.row.isOwn && about.row.author.isValid() && about.row.gateway.isEmpty())
        addPerson(about.row.author);
    addSeparator();
    add(tr("About this message…"), [this] {
        if (m_index.isValid())
            Q_EMIT infoRequested(m_index);
    });
}

void MessageMenu::addActions(const TimelineRow &row, const MessageOffers &offers)
{
    const QList<MessageAction> offered = MessageOffer::of(row, offers);
    for (const MessageAction action : offered) {
        if (action == MessageAction::Delete)
            addSeparator();
        QAction *entry = add(MessageOffer::words(action, row), [this, action] {
            if (m_index.isValid())
                Q_EMIT actionRequested(action, m_index);
        });
        // Shown only: the keys are the timeline's.
        entry->setShortcut(MessageOffer::key(action));
        entry->setShortcutContext(Qt::WidgetShortcut);
        entry->setData(int(action));
    }
    if (!offered.isEmpty())
        addSeparator();
}

void MessageMenu::addCopying(const About &about, bool hasSelection)
{
    if (hasSelection)
        add(tr("Copy"), [this] { Q_EMIT copySelectionRequested(); });
    if (about.shown.isEmpty())
        return; // files alone
    add(tr("Copy text"), [text = about.shown] { QGuiApplication::clipboard()->setText(text); });
    // What was typed, where it looks different.
    if (about.row.text != about.shown && !about.hidesSpoilers)
        add(tr("Copy as written"), [text = about.row.text] { QGuiApplication::clipboard()->setText(text); });
}

void MessageMenu::addLinks(const QList<QUrl> &links)
{
    if (links.isEmpty())
        return;
    addSeparator();
    if (links.size() == 1) {
        addLink(*this, links.constFirst());
        return;
    }
    for (const QUrl &link : links) {
        // Encoded, as in the tool tip: the host that is really asked.
        const QString words = fontMetrics().elidedText(
            QString::fromLatin1(link.toEncoded()), Qt::ElideMiddle, LinkCharacters * fontMetrics().averageCharWidth());
        addLink(*addMenu(QString(words).replace(u'&', u"&&"_s)), link);
    }
}

void MessageMenu::addLink(QMenu &menu, const QUrl &link)
{
    connect(menu.addAction(tr("Open link")), &QAction::triggered, this, [this, link] { Q_EMIT linkOpened(link); });
    connect(menu.addAction(tr("Copy link address")), &QAction::triggered, this,
        [link] { QGuiApplication::clipboard()->setText(QString::fromLatin1(link.toEncoded())); });
}

void MessageMenu::addFiles(const QList<MessageFile> &files)
{
    for (const MessageFile &file : files) {
        QMenu *menu = this;
        if (files.size() > 1 && file.file >= 0)
            menu
                = addMenu(fontMetrics()
                              .elidedText(file.name, Qt::ElideMiddle, LinkCharacters * fontMetrics().averageCharWidth())
                              .replace(u'&', u"&&"_s));
        for (const FileAction action : file.actions) {
            QAction *entry = menu->addAction(FileOffer::words(action));
            entry->setObjectName(u"fileAction"_s);
            connect(entry, &QAction::triggered, this, [this, action, number = file.file] {
                if (m_index.isValid())
                    Q_EMIT fileActionRequested(action, m_index, number);
            });
        }
    }
    if (!files.isEmpty())
        addSeparator();
}

void MessageMenu::addSending(const Cid &cid, bool isText)
{
    addSeparator();
    add(RowLayout::retryText(), [this, cid] { Q_EMIT retryRequested(cid); });
    if (isText)
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
