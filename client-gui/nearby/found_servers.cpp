// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/nearby/found_servers.h"

#include "client-gui/app/theme.h"
#include "client-gui/nearby/found_servers_delegate.h"
#include "client-gui/widgets/plain_tool_tip.h"
#include "client-gui/widgets/text_label.h"

#include <QEvent>
#include <QKeyEvent>
#include <QListWidget>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

FoundServers::FoundServers(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_finder(new ServerFinder(ServerFinder::Options::usual(), this))
    , m_head(new TextLabel(theme, TextRole::Name, ColourRole::Text, this))
    , m_list(new QListWidget(this))
    , m_message(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, this))
{
    setObjectName(u"foundServers"_s);
    m_list->setObjectName(u"foundServersList"_s);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setItemDelegate(new FoundServersDelegate(theme, m_list));
    m_list->installEventFilter(this);
    m_head->setBuddy(m_list);
    m_message->setObjectName(u"foundServersMessage"_s);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_head);
    auto *place = new QWidget(this);
    m_stack = new QStackedLayout(place);
    m_stack->addWidget(m_message);
    m_stack->addWidget(m_list);
    column->addWidget(place);
    connect(m_finder, &ServerFinder::changed, this, &FoundServers::showServers);
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { choose(m_list->row(item)); });
    connect(&theme, &Theme::changed, this, &FoundServers::applyTheme);
    applyTheme();
    retranslateUi();
}

void FoundServers::setRows(int rows)
{
    if (rows != std::exchange(m_rows, rows))
        applyTheme();
}

void FoundServers::setInset(int pixels)
{
    m_inset = pixels;
    applyTheme();
}

QString FoundServers::message() const
{
    return m_stack->currentWidget() == m_message ? m_message->text() : QString();
}

bool FoundServers::focusList()
{
    if (m_shown.isEmpty() || isHidden() || !isEnabled())
        return false;
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
    m_list->setFocus(Qt::TabFocusReason);
    return true;
}

void FoundServers::showServers()
{
    const QList<FoundServer> servers = m_finder->servers();
    const int current = m_list->currentRow();
    const FoundServer before = m_shown.value(current);
    if (servers != m_shown || m_list->count() != servers.size()) {
        m_shown = servers;
        m_list->clear();
        for (const FoundServer &server : servers) {
            auto *item = new QListWidgetItem(FoundServerText::name(server), m_list);
            item->setData(FoundServersDelegate::AddressRole, server.address);
            item->setData(FoundServersDelegate::PeopleRole, FoundServerText::people(server));
            item->setData(Qt::AccessibleTextRole, FoundServerText::spoken(server));
            item->setToolTip(plainToolTip(FoundServerText::key(server)));
            if (!server.isJoinable())
                item->setFlags(Qt::NoItemFlags);
            if (current >= 0 && server.isSame(before))
                m_list->setCurrentItem(item);
        }
    }
    const bool isFocused = m_list->hasFocus();
    m_stack->setCurrentWidget(servers.isEmpty() ? static_cast<QWidget *>(m_message) : m_list);
    if (isFocused && servers.isEmpty())
        focusNextChild();
    showMessage();
}

void FoundServers::showMessage()
{
    if (!m_finder->hasLooked())
        m_message->setText(m_finder->isActive() ? tr("Looking around…") : QString());
    else if (m_finder->isAlone())
        m_message->setText(tr("This computer is not connected to a network."));
    else
        m_message->setText(tr("No server was found on this network. Type its address below, or paste the link that "
                              "you were given."));
}

void FoundServers::choose(int row)
{
    const FoundServer server = m_shown.value(row);
    if (row >= 0 && row < m_shown.size() && server.isJoinable())
        Q_EMIT chosen(server);
}

void FoundServers::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void FoundServers::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_finder->setActive(true);
    showMessage();
}

void FoundServers::hideEvent(QHideEvent *event)
{
    m_finder->setActive(false);
    QWidget::hideEvent(event);
}

bool FoundServers::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        // Not also for the button that Enter means in a dialog.
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) {
            choose(m_list->currentRow());
            return true;
        }
    }
    if (watched == m_list && event->type() == QEvent::FocusIn && m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
    return QWidget::eventFilter(watched, event);
}

void FoundServers::retranslateUi()
{
    m_head->setText(tr("Servers on this network"));
    m_list->setAccessibleName(tr("Servers found on this network"));
    m_shown.clear(); // in the other language
    showServers();
}

void FoundServers::applyTheme()
{
    const Tokens &tokens = m_theme.tokens();
    // The rows have a ground that reaches as far as their padding does beyond the words above them.
    const int padding = std::min(m_inset, tokens.space(Space::Small));
    layout()->setSpacing(tokens.space(Space::Tight));
    layout()->setContentsMargins(m_inset - padding, 0, m_inset - padding, 0);
    m_head->setContentsMargins(padding, 0, padding, 0);
    m_message->setContentsMargins(padding, 0, padding, 0);
    m_stack->parentWidget()->setFixedHeight(m_rows * FoundServersDelegate::rowHeight(m_theme));
    m_list->doItemsLayout();
}

} // namespace salon
