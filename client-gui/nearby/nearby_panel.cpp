// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/nearby/nearby_panel.h"

#include "client-gui/app/control_look.h"
#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/nearby/nearby_delegate.h"
#include "client-gui/nearby/other_people.h"
#include "client-gui/nearby/words_dialog.h"
#include "client-gui/widgets/elided_label.h"
#include "client-gui/widgets/icon_button.h"
#include "client-gui/widgets/plain_tool_tip.h"
#include "client-gui/widgets/text_label.h"
#include "shared/client-core/text/error_text.h"
#include "shared/nearby/nearby.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

NearbyPanel::NearbyPanel(Theme &theme, Nearby &nearby, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_nearby(nearby)
    , m_people(new OtherPeople(nearby.people(), this))
    , m_head(new ElidedLabel(theme, TextRole::SectionHead, ColourRole::Muted, this))
    , m_switch(new QCheckBox(this))
    , m_more(new IconButton(theme, u"house"_s, this))
    , m_headRow(new QHBoxLayout)
    , m_list(new QListView(this))
    , m_message(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, this))
{
    setObjectName(u"nearbyPanel"_s);
    m_switch->setObjectName(u"nearbySwitch"_s);
    m_more->setObjectName(u"nearbyMore"_s);
    m_list->setObjectName(u"nearbyList"_s);
    m_message->setObjectName(u"nearbyMessage"_s);
    setSwitchLook(m_switch);
    m_message->setWordWrap(true);
    m_head->setMinimumWidth(0);
    m_head->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setItemDelegate(new NearbyDelegate(theme, m_list));
    m_list->setModel(m_people);
    m_list->installEventFilter(this);
    m_headRow->addWidget(m_head, 1);
    m_headRow->addWidget(m_switch);
    m_headRow->addWidget(m_more);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_headRow);
    column->addWidget(m_message);
    column->addWidget(m_list);

    connect(m_switch, &QCheckBox::toggled, this, [this](bool on) { m_nearby.setOn(on); });
    connect(m_more, &QAbstractButton::clicked, this, &NearbyPanel::showMenu);
    connect(m_list, &QListView::clicked, this, &NearbyPanel::choose);
    connect(m_list, &QListView::customContextMenuRequested, this, &NearbyPanel::showPersonMenu);
    connect(&nearby, &Nearby::onChanged, this, [this] {
        m_trouble.reset();
        showPeople();
    });
    connect(&nearby, &Nearby::openChanged, this, &NearbyPanel::showPeople);
    connect(&nearby, &Nearby::failed, this, [this](const Error &error) {
        m_trouble = error;
        showPeople();
    });
    for (const auto changed : { &QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved })
        connect(m_people, changed, this, &NearbyPanel::showPeople);
    connect(m_people, &QAbstractItemModel::modelReset, this, &NearbyPanel::showPeople);
    connect(&theme, &Theme::changed, this, &NearbyPanel::applyLook);
    retranslateUi();
    applyLook();
}

void NearbyPanel::setSamePeople(const SamePeople *same)
{
    m_people->setSamePeople(same);
}

void NearbyPanel::setIconsOnly(bool isIconsOnly)
{
    m_isIconsOnly = isIconsOnly;
    static_cast<NearbyDelegate *>(m_list->itemDelegate())->setIconsOnly(isIconsOnly);
    applyLook();
}

void NearbyPanel::setCurrent(const QByteArray &key)
{
    m_current = key;
    markCurrent();
}

QString NearbyPanel::message() const
{
    return m_message->isHidden() ? QString() : m_message->text();
}

void NearbyPanel::markCurrent()
{
    const QModelIndex index = m_current.isEmpty() ? QModelIndex() : m_people->indexOf(m_current);
    if (index.isValid())
        m_list->setCurrentIndex(index);
    else
        m_list->selectionModel()->clear();
}

void NearbyPanel::showPeople()
{
    const QSignalBlocker quiet(m_switch);
    m_switch->setChecked(m_nearby.isOn());
    const bool isNobodyThere = m_nearby.people().rowCount() == 0;
    m_list->setVisible(m_people->rowCount() > 0);
    m_message->setText(
        m_trouble ? ErrorText::of(*m_trouble) : tr("Nobody is here yet. Others appear when they turn this on too."));
    m_message->setColourRole(m_trouble ? ColourRole::Danger : ColourRole::Muted);
    m_message->setVisible((m_trouble || (isNobodyThere && m_nearby.isOn())) && !m_isIconsOnly);
    fitRows();
    markCurrent();
}

void NearbyPanel::setMostHeight(int height)
{
    m_mostHeight = height;
    fitRows();
}

void NearbyPanel::fitRows()
{
    const int rowHeight = m_theme.tokens().listRowHeight();
    int rows = std::min(m_people->rowCount(), MostRows);
    if (m_mostHeight > 0) {
        const QMargins margins = layout()->contentsMargins();
        int room = m_mostHeight - m_headRow->totalMinimumSize().height() - margins.top() - margins.bottom();
        if (!m_message->isHidden())
            room -= m_message->heightForWidth(width());
        rows = std::min(rows, std::max(1, room / rowHeight));
    }
    m_list->setFixedHeight(rows * rowHeight);
}

void NearbyPanel::choose(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT personChosen(index.data(NearbyPeople::KeyRole).toByteArray());
}

void NearbyPanel::showMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *on = menu->addAction(tr("People nearby"));
    on->setCheckable(true);
    on->setChecked(m_nearby.isOn());
    connect(on, &QAction::triggered, this, [this](bool isOn) { m_nearby.setOn(isOn); });
    menu->addSeparator();
    QAction *look = menu->addAction(tintedIcon(m_theme, u"retry"_s), tr("Look around now"));
    look->setEnabled(m_nearby.isOn());
    connect(look, &QAction::triggered, this, [this] { m_nearby.lookAround(); });
    menu->addAction(
        tintedIcon(m_theme, u"link"_s), tr("Direct conversation…"), this, &NearbyPanel::directConversationRequested);
    menu->addAction(tintedIcon(m_theme, u"key"_s), tr("Your four words…"), this,
        [this] { (new WordsDialog(m_theme, m_nearby, {}, window()))->open(); });
    menu->addSeparator();
    menu->addAction(tintedIcon(m_theme, u"settings"_s), tr("Settings…"), this, &NearbyPanel::settingsRequested);
    menu->popup(m_more->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void NearbyPanel::showPersonMenu(const QPoint &place)
{
    const QModelIndex index = m_list->indexAt(place);
    if (!index.isValid())
        return;
    const QByteArray key = index.data(NearbyPeople::KeyRole).toByteArray();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open the conversation"), this, [this, key] { Q_EMIT personChosen(key); });
    menu->addAction(tr("Compare the four words…"), this,
        [this, key] { (new WordsDialog(m_theme, m_nearby, key, window()))->open(); });
    menu->addSeparator();
    // Whom to doubt is decided where the words stand.
    const bool isDoubt = !index.data(NearbyPeople::DoubtTextRole).toString().isEmpty();
    if (PeerTrust(index.data(NearbyPeople::TrustRole).toInt()) != PeerTrust::Accepted && !isDoubt)
        menu->addAction(tr("Talk with this person"), this, [this, key] { m_nearby.accept(key); });
    if (PeerTrust(index.data(NearbyPeople::TrustRole).toInt()) != PeerTrust::Blocked)
        menu->addAction(tr("Talk with this person no more"), this, [this, key] { m_nearby.refuse(key); });
    menu->popup(m_list->viewport()->mapToGlobal(place));
}

bool NearbyPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            choose(m_list->currentIndex());
            return true;
        }
        // Alt+arrows walk through the rooms from anywhere.
        if (key->modifiers() & Qt::AltModifier) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void NearbyPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void NearbyPanel::retranslateUi()
{
    //: Head of a section of the list of rooms, in small capitals
    m_head->setFullText(tr("PEOPLE NEARBY"));
    m_switch->setAccessibleName(tr("People nearby"));
    setPlainToolTip(m_switch, tr("Be found by people on this network, and find them, without a server"));
    m_more->setWords(tr("More about people nearby"));
    m_list->setAccessibleName(tr("People nearby"));
    showPeople();
}

void NearbyPanel::applyLook()
{
    const Tokens &tokens = m_theme.tokens();
    m_head->setVisible(!m_isIconsOnly);
    m_switch->setVisible(!m_isIconsOnly);
    const int side = tokens.space(Space::Small);
    m_headRow->setContentsMargins(
        m_isIconsOnly ? 0 : tokens.space(Space::Large), tokens.space(Space::Tight), m_isIconsOnly ? 0 : side, 0);
    m_headRow->setSpacing(tokens.space(Space::Tight));
    m_headRow->setAlignment(m_more, m_isIconsOnly ? Qt::AlignHCenter : Qt::AlignVCenter);
    m_message->setContentsMargins(
        tokens.space(Space::Large), 0, tokens.space(Space::Large), tokens.space(Space::Small));
    layout()->setContentsMargins(0, 0, 0, tokens.space(Space::Tight));
    showPeople();
    m_list->doItemsLayout();
}

} // namespace salon
