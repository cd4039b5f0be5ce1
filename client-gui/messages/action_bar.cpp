// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/messages/action_bar.h"

#include "client-gui/app/theme.h"
#include "client-gui/widgets/icon_button.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace salon {

ActionBar::ActionBar(Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_row(new QHBoxLayout(this))
    , m_react(new IconButton(theme, MessageOffer::icon(MessageAction::React), this))
    , m_reply(new IconButton(theme, MessageOffer::icon(MessageAction::Reply), this))
    , m_edit(new IconButton(theme, MessageOffer::icon(MessageAction::Edit), this))
    , m_more(new IconButton(theme, u"more"_s, this))
{
    setObjectName(u"messageBar"_s);
    setFrameShape(QFrame::NoFrame);
    setCursor(Qt::ArrowCursor);
    m_react->setObjectName(u"react"_s);
    m_reply->setObjectName(u"reply"_s);
    m_edit->setObjectName(u"edit"_s);
    m_more->setObjectName(u"more"_s);
    for (IconButton *button : { m_react, m_reply, m_edit, m_more }) {
        button->setFocusPolicy(Qt::NoFocus);
        m_row->addWidget(button);
    }
    for (const MessageAction action : { MessageAction::React, MessageAction::Reply, MessageAction::Edit })
        connect(buttonOf(action), &QAbstractButton::clicked, this, [this, action] { Q_EMIT asked(action); });
    connect(m_more, &QAbstractButton::clicked, this,
        [this] { Q_EMIT moreAsked(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    connect(&theme, &Theme::changed, this, &ActionBar::applyLook);
    applyLook();
    retranslateUi();
    hide();
}

IconButton *ActionBar::buttonOf(MessageAction action) const
{
    switch (action) {
    case MessageAction::React:
        return m_react;
    case MessageAction::Reply:
        return m_reply;
    case MessageAction::Edit:
        return m_edit;
    default:
        return m_more;
    }
}

void ActionBar::offer(const QList<MessageAction> &actions)
{
    m_isOffering = !actions.isEmpty();
    for (const MessageAction action : { MessageAction::React, MessageAction::Reply, MessageAction::Edit })
        buttonOf(action)->setVisible(actions.contains(action));
    resize(sizeHint());
}

QRect ActionBar::globalRect(MessageAction action) const
{
    const IconButton *button = buttonOf(action);
    return { button->mapToGlobal(QPoint()), button->size() };
}

void ActionBar::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.colour(ColourRole::Line), tokens.lineWidth()));
    painter.setBrush(tokens.colour(ColourRole::Raised));
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens.controlRadius(), tokens.controlRadius());
}

void ActionBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QFrame::changeEvent(event);
}

void ActionBar::applyLook()
{
    const int inset = m_theme.tokens().px(2);
    m_row->setContentsMargins(inset, inset, inset, inset);
    m_row->setSpacing(0);
    resize(sizeHint());
}

void ActionBar::retranslateUi()
{
    setAccessibleName(tr("Actions of the message"));
    m_react->setWords(tr("React"), MessageOffer::key(MessageAction::React));
    m_reply->setWords(tr("Reply"), MessageOffer::key(MessageAction::Reply));
    m_edit->setWords(tr("Edit"), MessageOffer::key(MessageAction::Edit));
    m_more->setWords(tr("More"));
}

} // namespace salon
