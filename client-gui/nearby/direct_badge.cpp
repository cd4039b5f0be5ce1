// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/nearby/direct_badge.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/widgets/plain_tool_tip.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

DirectBadge::DirectBadge(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"directBadge"_s);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &DirectBadge::showWords);
    showWords();
}

void DirectBadge::setDirect(bool isDirect)
{
    m_isDirect = isDirect;
    showWords();
}

void DirectBadge::setServers(const QStringList &servers)
{
    m_servers = servers;
    showWords();
}

void DirectBadge::setOfServer(bool isOfServer)
{
    m_isOfServer = isOfServer;
    showWords();
}

void DirectBadge::setCompact(bool isCompact)
{
    if (m_isCompact == isCompact)
        return;
    m_isCompact = isCompact;
    updateGeometry();
    update();
}

void DirectBadge::setHasRoom(bool hasRoom)
{
    m_hasRoom = hasRoom;
    setVisible(hasRoom && !text().isEmpty());
}

QString DirectBadge::text() const
{
    if (m_isDirect && m_isOfServer)
        //: On a badge: this person can be written to without the server too
        return tr("also direct");
    if (m_isDirect)
        //: On a badge: what is written goes straight to the other device
        return tr("direct");
    //: On a badge: %1 is the name of the server by which somebody is reached
    return m_servers.isEmpty() ? QString() : tr("by %1").arg(m_servers.constFirst());
}

QSize DirectBadge::sizeHint() const
{
    const Tokens &tokens = m_theme.tokens();
    const QFontMetrics metrics(tokens.font(TextRole::Meta));
    if (m_isCompact)
        return { tokens.px(14) + 3 * tokens.space(Space::Tight), tokens.px(20) };
    const int words = std::min(metrics.horizontalAdvance(text()) + 2, tokens.px(160));
    return { words + tokens.px(14) + 3 * tokens.space(Space::Tight) + tokens.space(Space::Tight), tokens.px(20) };
}

QString DirectBadge::explanation() const
{
    const QString servers = m_servers.join(u", "_s);
    if (m_isOfServer && m_isDirect)
        //: %1 is the name of a server
        return tr("What you write here goes by %1. The same person can be reached directly, too.").arg(servers);
    if (m_isOfServer && !m_servers.isEmpty())
        //: %1 is the name of a server
        return tr("What you write here goes by %1. There is no direct link to this person now.").arg(servers);
    QString words = m_isDirect ? tr("What you write goes straight to the other device; no server sees it.")
        //: %1 is the name of a server
        : m_servers.isEmpty() ? QString()
                              : tr("Not linked directly now. The same person is on %1.").arg(servers);
    if (m_isDirect && !m_servers.isEmpty())
        //: %1 are names of servers
        words += u'\n' + tr("The same person is on %1.").arg(servers);
    return words;
}

void DirectBadge::showWords()
{
    setVisible(m_hasRoom && !text().isEmpty());
    const QString words = explanation();
    setPlainToolTip(this, words);
    setAccessibleName(text());
    setAccessibleDescription(words);
    updateGeometry();
    update();
}

void DirectBadge::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showWords();
    QWidget::changeEvent(event);
}

void DirectBadge::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    const ColourRole role = m_isDirect ? ColourRole::Ok : ColourRole::Accent;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.tint(role));
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    const int gap = tokens.space(Space::Tight);
    const int icon = tokens.px(14);
    const auto mirrored = [this](const QRect &place) {
        return QStyle::visualRect(layoutDirection(), rect(), place);
    };
    paintIcon(painter, mirrored({ gap + gap / 2, (height() - icon) / 2, icon, icon }),
        m_isDirect ? u"house"_s : u"server"_s, tokens.colour(role));
    if (m_isCompact)
        return;
    painter.setFont(tokens.font(TextRole::Meta));
    painter.setPen(tokens.colour(role));
    const QRect words(2 * gap + icon, 0, width() - 3 * gap - icon, height());
    painter.drawText(mirrored(words), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
}

} // namespace salon
