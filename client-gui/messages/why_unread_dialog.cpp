// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/messages/why_unread_dialog.h"

#include "client-gui/app/theme.h"
#include "client-gui/timeline/message_text.h"
#include "client-gui/widgets/breakable.h"
#include "client-gui/widgets/text_label.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/session/names_in_texts.h"
#include "shared/client-core/text/time_text.h"
#include "shared/client-core/workspace.h"
#include "shared/markup/format_text.h"
#include "shared/markup/plain_text.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {

namespace {
constexpr qsizetype MostCharacters = 300; ///< of the message
} // namespace

WhyUnreadDialog::WhyUnreadDialog(Theme &theme, Workspace &workspace, RoomId room, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_workspace(workspace)
    , m_room(room)
    , m_count(new TextLabel(theme, TextRole::Body, ColourRole::Text, this))
    , m_message(new TextLabel(theme, TextRole::Body, ColourRole::Text, this))
    , m_why(new TextLabel(theme, TextRole::Body, ColourRole::Muted, this))
    , m_close(addCancel())
    , m_open(addPrimary())
{
    setObjectName(u"whyUnreadDialog"_s);
    m_open->setObjectName(u"openUnread"_s);
    for (TextLabel *label : { m_count, m_message, m_why }) {
        label->setWordWrap(true);
        content()->addWidget(label);
    }
    m_message->setContentsMargins(theme.tokens().space(Space::Medium), 0, 0, 0);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    content()->addStretch(1);
    setTroubleLines(1);
    connect(m_open, &QPushButton::clicked, this, [this] {
        Q_EMIT openRequested(m_room);
        accept();
    });
    connect(&workspace.rooms(), &Rooms::removed, this, [this](RoomId removed) {
        if (removed == m_room)
            reject();
    });
    whenReady(workspace.whyUnread(room), this, [this](const Result<UnreadReason> &reason) {
        m_reason = reason ? *reason : UnreadReason();
        if (!reason)
            showTrouble(reason.error());
        retranslateUi();
    });
    retranslateUi();
    m_open->setFocus();
}

QString WhyUnreadDialog::shownText() const
{
    return QStringList{ m_count->text(), m_message->text(), m_why->text() }.join(u'\n');
}

QString WhyUnreadDialog::countWords() const
{
    if (!m_reason)
        return tr("Looking for it…");
    if (m_reason->count == 0)
        return tr("Nothing is unread there any more.");
    return tr("%n unread message(s); the first one is:", nullptr, m_reason->count);
}

QString WhyUnreadDialog::messageWords() const
{
    if (!m_reason || m_reason->count == 0)
        return {};
    const RoomEvent &first = m_reason->first;
    if (first.seq == 0)
        return tr("It cannot be shown without a connection.");
    const QString now = m_workspace.people().nameOf(first.author);
    const QString author = !first.alias.isEmpty() ? first.alias : now.isEmpty() ? first.authorName : now;
    const MarkupNames names = namesInTexts(m_workspace.people(), m_workspace.rooms(), first);
    const QString text = oneLine(formatText(first.text, first.format, names), MostCharacters);
    //: The first unread message: %1 author, %2 date and time, %3 what it says
    return tr("%1, %2: %3").arg(isolated(author), TimeText::full(first.timeMs), isolated(text));
}

QString WhyUnreadDialog::reasonWords() const
{
    if (!m_reason || m_reason->count == 0)
        return {};
    QStringList words;
    if (m_reason->isMarked)
        words.append(tr("You had read it, and marked the room as unread from there on."));
    else if (m_reason->readSeq > 0)
        words.append(tr("You have read what comes before it, on this device or another one."));
    else
        words.append(tr("You have not read anything of this room yet."));
    if (m_reason->mentionsMe)
        words.append(tr("You are mentioned."));
    return words.join(u' ');
}

void WhyUnreadDialog::retranslateUi()
{
    //: %1 is the name of a room or of a person
    setHeading(tr("Why %1 is unread").arg(m_workspace.rooms().displayName(m_room)));
    m_count->setText(countWords());
    m_message->setText(breakable(messageWords()));
    m_message->setVisible(!m_message->text().isEmpty());
    m_why->setText(reasonWords());
    m_why->setVisible(!m_why->text().isEmpty());
    m_close->setText(tr("Close"));
    m_open->setText(tr("Open"));
    m_open->setVisible(m_reason && m_reason->count > 0);
}

} // namespace salon
