// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

// What can be done with one message of the timeline: by the bar, the menu, a key or a click on one of its parts.
#include "client-gui/app/theme.h"
#include "client-gui/messages/link_question.h"
#include "client-gui/timeline/message_info.h"
#include "client-gui/timeline/message_menu.h"
#include "client-gui/timeline/timeline_view.h"
#include "shared/client-core/text/time_text.h"

#include <QAbstractItemModel>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

void TimelineView::ask(MessageAction action, int row, const QRect &anchor)
{
    if (row < 0 || row >= m_rows.count())
        return;
    const RowLayout &layout = m_rows.layout(row);
    if (!MessageOffer::of(layout.row(), m_offers).contains(action))
        return;
    QRect at = anchor;
    if (at.isNull()) {
        const QRect rect = rowRect(row) & viewport()->rect();
        at = QRect(viewport()->mapToGlobal(QPoint(m_rows.metrics().textX, rect.top())),
            QSize(m_rows.metrics().textWidth / 2, std::max(1, rect.height())));
    }
    Q_EMIT actionAsked(action, model()->index(row, 0), at);
}

/// While a message has the focus its keys belong to it, those that it does not offer too: a letter that sometimes does
/// something and sometimes begins a message would be a trap.
bool TimelineView::askByKey(const QKeyEvent &event)
{
    const bool isPlain = !(event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
    if (!isPlain || !m_showsCurrent || !m_current.isValid() || !(m_offers.takesChanges || m_offers.hasLinks))
        return false;
    const std::optional<MessageAction> action = MessageOffer::ofKey(event.key(), event.text(), event.modifiers());
    if (!action)
        return false;
    ask(*action, m_current.row());
    return true;
}

void TimelineView::toggleReaction(int row, int reaction)
{
    const TimelineRow &what = m_rows.layout(row).row();
    if (reaction < 0 || !m_offers.takesChanges || !what.rights.mayReact)
        return;
    const ReactionView chosen = what.reactions[reaction];
    Q_EMIT reactionToggled(model()->index(row, 0), chosen.emoji, !chosen.isMine);
}

void TimelineView::copyCode(int row, int code)
{
    if (const TextBlock *text = m_rows.layout(row).text(); text && code >= 0)
        QGuiApplication::clipboard()->setText(text->codeText(code));
}

QString TimelineView::reactionWords(const ReactionView &reaction) const
{
    QStringList names;
    for (const AccountId person : reaction.people)
        if (const QString name = m_nameOf ? m_nameOf(person) : QString(); !name.isEmpty() && names.size() < 10)
            names.append(name);
    const int others = reaction.count - int(names.size());
    if (names.isEmpty())
        return tr("%1: %n person(s)", nullptr, reaction.count).arg(reaction.emoji);
    const QString listed = QLocale().createSeparatedList(names);
    //: Who reacted. %1 is an emoji, %2 a list of names, %n how many more there are
    return others > 0 ? tr("%1: %2 and %n other(s)", nullptr, others).arg(reaction.emoji, names.join(u", "_s))
                      //: Who reacted. %1 is an emoji, %2 a list of names
                      : tr("%1: %2").arg(reaction.emoji, listed);
}

QString TimelineView::toolTipAt(const Hit &hit)
{
    const RowLayout &layout = m_rows.layout(hit.row);
    const TimelineRow &row = layout.row();
    if (m_rows.metrics().endWidth > 0 && seenRect(hit.row).contains(hit.point))
        return seenWords(hit.row);
    switch (hit.part) {
    case RowLayout::Part::Link:
        // Encoded: the host that is really asked, in ASCII when it only looks like another one.
        return QString::fromLatin1(layout.linkAt(hit.point).toEncoded());
    case RowLayout::Part::Day:
        return tr("Go to a date…");
    case RowLayout::Part::Reply:
        return tr("Go to the message");
    case RowLayout::Part::Edited:
        return row.editedMs > 0 ? tr("Edited %1").arg(TimeText::full(row.editedMs)) : QString();
    case RowLayout::Part::Reaction:
        return reactionWords(row.reactions[layout.reactionAt(hit.point)]);
    case RowLayout::Part::AddReaction:
        return tr("React");
    case RowLayout::Part::Spoiler:
        return tr("Hidden text: click to read it");
    case RowLayout::Part::CopyCode:
        return tr("Copy");
    case RowLayout::Part::File:
        return fileToolTip(hit.row, layout.fileAt(hit.point));
    default:
        break;
    }
    for (const RowLayout::TailMark &mark : layout.tailMarks())
        if (mark.rect.contains(hit.point))
            return mark.words;
    if (layout.timeRect().contains(hit.point))
        return TimeText::full(row.timeMs);
    if (layout.noticeRect().contains(hit.point) || layout.markRect().contains(hit.point))
        return row.error;
    return {};
}

void TimelineView::openLink(const QUrl &link, const QString &shown)
{
    if (link.scheme() == "salon"_L1) {
        Q_EMIT salonLinkOpened(link);
        return;
    }
    if (link.scheme() != "http"_L1 && link.scheme() != "https"_L1 && link.scheme() != "mailto"_L1)
        return;
    if (isMisleading(link, shown))
        askAboutLink(m_theme, link, this);
    else
        QDesktopServices::openUrl(link);
}

void TimelineView::showContextMenu(int row, QPoint globalPosition, const QUrl &link, const AttachmentsLayout::Hit &file)
{
    const QModelIndex index = model()->index(row, 0);
    const RowLayout &layout = m_rows.layout(row);
    if (!layout.row().isPersons())
        return;
    MessageMenu::About about{ layout.row(), layout.text() ? layout.text()->plainText() : QString(),
        link.isEmpty() && layout.text() ? layout.text()->links(MessageMenu::MostLinks) : QList<QUrl>{ link } };
    about.links.removeAll(QUrl());
    about.files = menuFiles(row, file);
    about.hidesSpoilers = layout.text() && layout.text()->hidesSpoilers();
    auto *menu = new MessageMenu(index, about, m_offers, !m_selection.isEmpty(), this);
    connectMenu(*menu);
    if (globalPosition.isNull())
        globalPosition = viewport()->mapToGlobal(
            QPoint(m_rows.metrics().textX, std::clamp(rowRect(row).bottom(), 0, viewport()->height())));
    menu->popup(globalPosition);
}

void TimelineView::connectMenu(MessageMenu &menu)
{
    connect(&menu, &MessageMenu::copySelectionRequested, this, &TimelineView::copy);
    connect(&menu, &MessageMenu::linkOpened, this, [this](const QUrl &link) { openLink(link); });
    connect(&menu, &MessageMenu::retryRequested, this, &TimelineView::retryRequested);
    connect(&menu, &MessageMenu::discardRequested, this, &TimelineView::discardRequested);
    connect(&menu, &MessageMenu::editRequested, this, &TimelineView::editRequested);
    connect(&menu, &MessageMenu::mentionRequested, this, &TimelineView::mentionRequested);
    connect(&menu, &MessageMenu::directRequested, this, &TimelineView::directRequested);
    connect(&menu, &MessageMenu::fileActionRequested, this,
        [this](FileAction action, const QModelIndex &about, int file) { Q_EMIT fileActionAsked(action, about, file); });
    connect(&menu, &MessageMenu::actionRequested, this,
        [this](MessageAction action, const QModelIndex &about) { ask(action, about.row()); });
    connect(&menu, &MessageMenu::revealRequested, this,
        [this](const QModelIndex &about) { m_rows.revealSpoilers(about.row()); });
    connect(
        &menu, &MessageMenu::infoRequested, this, [this](const QModelIndex &about) { showMessageInfo(about, this); });
}

} // namespace salon
