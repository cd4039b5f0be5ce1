// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/message_menu.h"

#include "client-gui/timeline/message_text.h"
#include "client-gui/timeline/row_layout.h"
#include "shared/client-core/models/timeline_model.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

constexpr qsizetype MostLinks = 10; ///< a menu has to fit on the screen
constexpr int LinkCharacters = 60;

QList<QUrl> linksOf(const QString &text)
{
    QList<QUrl> links;
    const MessageText message = prepareMessageText(text);
    for (const MessageText::Paragraph &paragraph : message.paragraphs)
        for (const MessageText::Span &span : paragraph.spans)
            if (span.kind == MessageText::Span::Kind::Link && !links.contains(span.target) && links.size() < MostLinks)
                links.append(span.target);
    return links;
}

} // namespace

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
    addCopying(what.text, hasSelection);
    addLinks(link.isEmpty() ? linksOf(what.text) : QList<QUrl>{ link });
    if (what.mark == TimelineRow::Mark::Failed || what.mark == TimelineRow::Mark::Queued)
        addSending(index.data(TimelineModel::CidRole).toUuid());
    if (!what.isOwn && what.author.isValid() && what.gateway.isEmpty())
        addPerson(what.author);
    addSeparator();
    add(tr("About this message…"), [this, row = QPersistentModelIndex(index)] {
        if (row.isValid())
            Q_EMIT infoRequested(row);
    });
}

void MessageMenu::addCopying(const QString &text, bool hasSelection)
{
    if (hasSelection)
        add(tr("Copy"), [this] { Q_EMIT copySelectionRequested(); });
    add(tr("Copy text"), [text] { QGuiApplication::clipboard()->setText(text); });
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
