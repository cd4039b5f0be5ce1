// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/main_window/server_rail.h"

#include "client-gui/app/avatar_painter.h"
#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/rooms/muted_rooms.h"
#include "client-gui/widgets/plain_tool_tip.h"
#include "shared/client-core/text/error_text.h"
#include "shared/client-core/workspaces.h"

#include <QAbstractButton>
#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace salon {

namespace {

/// A server as a rounded tile with its initials; a bar at the left marks the open one, a dot the unread ones.
class ServerButton : public QAbstractButton
{
public:
    ServerButton(Theme &theme, SettingsStore &settings, Workspace &workspace, QWidget *parent)
        : QAbstractButton(parent)
        , m_theme(theme)
        , m_settings(settings)
        , m_workspace(workspace)
    {
        setCheckable(true);
        setAutoExclusive(true);
        setCursor(Qt::PointingHandCursor);
        setFixedSize(theme.tokens().railWidth(), theme.tokens().railWidth());
        connect(&workspace, &Workspace::nameChanged, this, &ServerButton::showWords);
        connect(&workspace.session(), &Session::stateChanged, this, &ServerButton::showWords);
        showWords();
        connect(&workspace, &Workspace::unreadChanged, this, [this] { update(); });
        connect(&settings, &SettingsStore::changed, this, [this] { update(); });
    }

protected:
    void changeEvent(QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange)
            showWords();
        QAbstractButton::changeEvent(event);
    }

    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = m_theme.tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const int side = tokens.px(32);
        const QRectF tile((width() - side) / 2.0, (height() - side) / 2.0, side, side);
        paintAvatar(painter, tile, avatarFace(m_workspace.name(), hueOf(m_workspace.id())), tokens);
        painter.setPen(Qt::NoPen);
        if (isChecked()) {
            painter.setBrush(tokens.colour(ColourRole::Accent));
            painter.drawRoundedRect(QRectF(0, height() / 4.0, tokens.px(3), height() / 2.0), 1.5, 1.5);
        } else if (const auto counts = MutedRooms(m_settings).heardOf(m_workspace); counts.unread > 0) {
            const bool isMention = counts.mentions > 0;
            painter.setBrush(tokens.colour(isMention ? ColourRole::Accent : ColourRole::Badge));
            const int dot = tokens.px(10);
            painter.drawEllipse(QRectF(tile.right() - dot * 0.7, tile.top() - dot * 0.3, dot, dot));
        }
        if (!troubleWords().isEmpty()) {
            const int size = tokens.px(16);
            const QRect mark(
                int(tile.right()) - size + tokens.px(4), int(tile.bottom()) - size + tokens.px(4), size, size);
            painter.setPen(Qt::NoPen);
            painter.setBrush(tokens.colour(ColourRole::Window));
            painter.drawEllipse(mark);
            paintIcon(painter, mark.adjusted(1, 1, -1, -1), QStringLiteral("alert"), tokens.colour(ColourRole::Danger));
        }
        if (hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(tokens.colour(ColourRole::FocusRing), tokens.focusWidth()));
            painter.drawEllipse(tile.adjusted(-2, -2, 2, 2));
        }
    }

private:
    void showWords()
    {
        const QString name = m_workspace.name();
        const QString trouble = troubleWords();
        setText(name);
        setAccessibleName(trouble.isEmpty() ? name : name + QStringLiteral(", ") + trouble);
        setPlainToolTip(this, trouble.isEmpty() ? name : name + u'\n' + trouble);
        update();
    }

    /// Why somebody has to look at it; empty when nobody has.
    [[nodiscard]] QString troubleWords() const
    {
        const SessionTrouble &trouble = m_workspace.session().trouble();
        switch (trouble.kind) {
        case SessionTrouble::Kind::ServerKeyChanged:
            return ErrorText::keyChangedTitle();
        case SessionTrouble::Kind::CredentialsNeeded:
            return ErrorText::of(trouble.why);
        case SessionTrouble::Kind::SentAway:
            return ErrorText::of(trouble.goodbye);
        case SessionTrouble::Kind::None:
            break;
        }
        return {};
    }

    Theme &m_theme;
    SettingsStore &m_settings;
    Workspace &m_workspace;
};

} // namespace

ServerRail::ServerRail(Theme &theme, SettingsStore &settings, Workspaces &workspaces, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_workspaces(workspaces)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("serverRail"));
    connect(&workspaces, &Workspaces::added, this, &ServerRail::rebuild);
    connect(&workspaces, &Workspaces::removed, this, &ServerRail::rebuild);
    // A button must not outlive its server, not even until the list was made anew.
    connect(&workspaces, &Workspaces::aboutToRemove, this,
        [this] { qDeleteAll(findChildren<QAbstractButton *>(Qt::FindDirectChildrenOnly)); });
    connect(&theme, &Theme::changed, this, &ServerRail::rebuild);
    rebuild();
}

void ServerRail::setCurrent(Workspace *workspace)
{
    m_current = workspace;
    rebuild();
}

void ServerRail::rebuild()
{
    qDeleteAll(findChildren<QAbstractButton *>(Qt::FindDirectChildrenOnly));
    while (QLayoutItem *item = m_column->takeAt(0))
        delete item;
    m_column->setContentsMargins(0, m_theme.tokens().space(Space::Tight), 0, 0);
    m_column->setSpacing(0);
    const QList<Workspace *> all = m_workspaces.all();
    for (Workspace *workspace : all) {
        auto *button = new ServerButton(m_theme, m_settings, *workspace, this);
        button->setChecked(workspace == m_current);
        connect(button, &QAbstractButton::clicked, this, [this, workspace] { Q_EMIT chosen(workspace); });
        m_column->addWidget(button);
    }
    m_column->addStretch();
    setFixedWidth(m_theme.tokens().railWidth());
    setVisible(all.size() > 1);
}

void ServerRail::paintEvent(QPaintEvent *event)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(event->rect(), tokens.colour(ColourRole::Window));
    painter.fillRect(
        QRect(width() - tokens.lineWidth(), 0, tokens.lineWidth(), height()), tokens.colour(ColourRole::Line));
}

} // namespace salon
