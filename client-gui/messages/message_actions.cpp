// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/messages/message_actions.h"

#include "client-gui/dialogs/question_dialog.h"
#include "client-gui/emoji/emoji_picker.h"
#include "client-gui/messages/forward_dialog.h"
#include "client-gui/messages/reactions_dialog.h"
#include "client-gui/messages/revisions_dialog.h"
#include "client-gui/messages/seen_by_dialog.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/workspace.h"

#include <QClipboard>
#include <QGuiApplication>

namespace salon {

MessageActions::MessageActions(Theme &theme, const EmojiCatalogue &emoji, SettingsStore &settings, QWidget &window)
    : QObject(&window)
    , m_theme(theme)
    , m_emoji(emoji)
    , m_settings(settings)
    , m_window(window)
{
}

MessageActions::~MessageActions() = default;

void MessageActions::setRoom(Workspace *workspace, RoomId room)
{
    m_workspace = workspace;
    m_room = room;
    m_reactingTo = 0;
}

MessageOffers MessageActions::offers() const
{
    const bool hasRoom = m_workspace && m_room.isValid();
    MessageOffers offers{ hasRoom && m_workspace->canChange(), hasRoom };
    offers.marksUnread = hasRoom && m_workspace->canMarkUnread();
    offers.showsSeen = hasRoom && m_workspace->seen().isShown(m_room);
    return offers;
}

void MessageActions::perform(MessageAction action, const TimelineRow &row, const QRect &anchor)
{
    if (!m_workspace || !m_room.isValid() || row.seq <= 0)
        return;
    switch (action) {
    case MessageAction::React:
        chooseReaction(row.seq, anchor);
        break;
    case MessageAction::Reply:
        Q_EMIT replyAsked(row.seq);
        break;
    case MessageAction::Edit:
        Q_EMIT editAsked(row.seq);
        break;
    case MessageAction::Forward:
        forward(row);
        break;
    case MessageAction::CopyLink:
        copyLink(row.seq);
        break;
    case MessageAction::Save:
        save(row);
        break;
    case MessageAction::Pin:
        if (const Result<Cid> pinned = m_workspace->pinMessage(m_room, row.seq, !row.isPinned); !pinned)
            Q_EMIT failed(pinned.error());
        break;
    case MessageAction::Revisions:
        (new RevisionsDialog(m_theme, *m_workspace, m_room, row.seq, &m_window))->open();
        break;
    case MessageAction::Reactions:
        (new ReactionsDialog(m_theme, *m_workspace, m_room, row.seq, &m_window))->open();
        break;
    case MessageAction::SeenBy:
        (new SeenByDialog(m_theme, *m_workspace, m_room, row.seq, &m_window))->open();
        break;
    case MessageAction::MarkUnread:
        Q_EMIT unreadAsked(row.seq);
        break;
    case MessageAction::Delete:
        askToDelete(row);
        break;
    }
}

void MessageActions::react(Seq seq, const QString &emoji, bool isOn)
{
    if (!m_workspace || !m_room.isValid())
        return;
    if (const Result<Cid> queued = m_workspace->react(m_room, seq, emoji, isOn); !queued)
        Q_EMIT failed(queued.error());
}

void MessageActions::chooseReaction(Seq seq, const QRect &anchor)
{
    if (!m_picker) {
        m_picker = new EmojiPicker(m_theme, m_emoji, m_settings, &m_window);
        connect(m_picker, &EmojiPicker::picked, this, [this](const QString &emoji) {
            if (m_reactingTo > 0)
                react(m_reactingTo, emoji, true);
        });
    }
    m_reactingTo = seq;
    m_picker->popUpAt(anchor);
}

void MessageActions::askToDelete(const TimelineRow &row)
{
    const bool isOwn = row.isOwn;
    auto *question = new QuestionDialog(
        m_theme,
        [isOwn, name = row.authorName] {
            return QuestionDialog::Words{ tr("Delete this message?"),
                isOwn ? tr("It disappears for everybody, with all that it said before. This cannot be undone.")
                      //: %1 is a person's name
                      : tr("The message of %1 disappears for everybody, and they see that you deleted it. This cannot "
                           "be undone.")
                            .arg(name),
                tr("Delete") };
        },
        &m_window);
    question->setObjectName(QStringLiteral("deleteMessage"));
    connect(
        question, &QuestionDialog::confirmed, this, [question, workspace = m_workspace, room = m_room, seq = row.seq] {
            if (!workspace)
                return;
            const Result<Cid> queued = workspace->deleteMessage(room, seq);
            if (queued)
                question->accept();
            else
                question->failed(queued.error());
        });
    question->open();
}

void MessageActions::save(const TimelineRow &row)
{
    const bool isOn = !row.isSaved;
    whenReady(m_workspace->saveMessage(m_room, row.seq, isOn), this, [this](const Result<> &saved) {
        if (!saved)
            Q_EMIT failed(saved.error());
    });
}

void MessageActions::copyLink(Seq seq)
{
    QGuiApplication::clipboard()->setText(m_workspace->messageLink(m_room, seq));
    Q_EMIT noted(tr("The link to the message is in the clipboard."));
}

void MessageActions::forward(const TimelineRow &row)
{
    auto *dialog = new ForwardDialog(m_theme, *m_workspace, row, &m_window);
    connect(dialog, &ForwardDialog::forwarded, this, [this](const QString &room) {
        //: %1 is the name of a room or of a person
        Q_EMIT noted(tr("Forwarded to %1.").arg(room));
    });
    dialog->open();
}

} // namespace salon
