// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/nearby/decision_page.h"

#include "client-gui/app/control_look.h"
#include "client-gui/app/theme.h"
#include "client-gui/nearby/nearby_face.h"
#include "client-gui/nearby/words_card.h"
#include "client-gui/widgets/card.h"
#include "client-gui/widgets/text_label.h"
#include "shared/nearby/nearby.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

DecisionPage::DecisionPage(Theme &theme, Nearby &nearby, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_nearby(nearby)
    , m_card(new Card(theme))
    , m_head(new TextLabel(theme, TextRole::Title, ColourRole::Text, m_card))
    , m_what(new TextLabel(theme, TextRole::Body, ColourRole::Muted, m_card))
    , m_words(new WordsCard(theme, nearby, m_card))
    , m_row(new QHBoxLayout)
    , m_buttons(new QHBoxLayout)
    , m_refuse(new QPushButton(m_card))
    , m_accept(new QPushButton(m_card))
{
    setObjectName(u"decisionPage"_s);
    setFocusPolicy(Qt::StrongFocus);
    m_accept->setObjectName(u"acceptPerson"_s);
    m_refuse->setObjectName(u"refusePerson"_s);
    m_what->setObjectName(u"decisionText"_s);
    m_head->setObjectName(u"decisionHead"_s);
    m_head->setWordWrap(true);
    m_what->setWordWrap(true);
    auto *inner = new QVBoxLayout(m_card);
    inner->addWidget(m_head);
    inner->addWidget(m_what);
    inner->addWidget(m_words);
    m_buttons->addStretch(1);
    m_buttons->addWidget(m_refuse);
    m_buttons->addWidget(m_accept);
    inner->addLayout(m_buttons);
    auto *ground = new QWidget;
    auto *middle = new QVBoxLayout(ground);
    middle->setContentsMargins(0, 0, 0, 0);
    m_row->addStretch(1);
    m_row->addWidget(m_card, 1000); // as wide as it may be
    m_row->addStretch(1);
    middle->addStretch(2);
    middle->addLayout(m_row);
    middle->addStretch(3);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(ground);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    ground->setAutoFillBackground(false);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    connect(m_accept, &QPushButton::clicked, this, [this] { m_nearby.accept(m_key); });
    connect(m_refuse, &QPushButton::clicked, this, [this] { m_nearby.refuse(m_key); });
    connect(&nearby.people(), &NearbyPeople::personChanged, this, [this](const QByteArray &key) {
        if (key == m_key)
            showPerson();
    });
    connect(&theme, &Theme::changed, this, &DecisionPage::applyLook);
    applyLook();
    showPerson();
}

void DecisionPage::setPerson(const QByteArray &key)
{
    m_key = key;
    m_words->setPerson(key);
    showPerson();
}

void DecisionPage::showPerson()
{
    const int row = m_nearby.people().rowOf(m_key);
    const std::optional<NearbyPerson> person = m_nearby.people().find(m_key);
    m_card->setVisible(person.has_value());
    if (!person)
        return;
    const QString name = m_nearby.people().index(row, 0).data(NearbyPeople::NameRole).toString();
    const bool isRefused = person->trust == PeerTrust::Blocked;
    const bool isDoubt = isDoubted(*person);
    m_refuse->setVisible(!isRefused);
    m_head->setColourRole(isDoubt ? ColourRole::Danger : ColourRole::Text);
    m_what->setColourRole(isDoubt ? ColourRole::Text : ColourRole::Muted);
    setButtonLook(m_accept, isDoubt ? ButtonLook::Quiet : ButtonLook::Accent);
    setButtonLook(m_refuse, isDoubt ? ButtonLook::Accent : ButtonLook::Quiet);
    if (isDoubt) {
        showDoubt(*person);
    } else if (person->asks) {
        //: %1 is a person's name
        m_head->setText(tr("%1 wants to talk with you").arg(name));
        m_what->setText(tr("Directly, from device to device, without a server. You can change your mind at any time."));
    } else if (isRefused) {
        //: %1 is a person's name
        m_head->setText(tr("You do not talk with %1").arg(name));
        m_what->setText(tr("Nothing from this device is taken."));
    } else {
        //: %1 is a person's name
        m_head->setText(tr("%1 is on this network").arg(name));
        m_what->setText(tr("You can write to each other directly, without a server, once both of you agree."));
    }
    m_refuse->setText(tr("Refuse"));
    fit();
}

void DecisionPage::showDoubt(const NearbyPerson &person)
{
    const QString known = NearbyPeople::nameOf(m_nearby.people().find(person.notKey).value_or(NearbyPerson{}));
    const QString name = NearbyPeople::nameOf(person);
    if (person.doubt == PeerDoubt::OtherKeyAtAddress) {
        m_head->setText(tr("Another device answers at this address than before"));
        //: %1 and %2 are names of people
        m_what->setText(
            tr("Before, it was the %1 that you know. This device says that it belongs to %2: a new computer "
               "of the same person, or somebody else. Nothing was sent to it. Compare the four words before "
               "you answer.")
                .arg(known, name));
        return;
    }
    //: %1 is a person's name
    m_head->setText(tr("This is not the %1 that you know").arg(known));
    m_what->setText(person.asks
            //: %1 is a person's name
            ? tr("Another device with the name %1 wants to talk with you. Compare the four words before you answer.")
                  .arg(name)
            //: %1 is a person's name
            : tr("Another device on this network has the name %1. Compare the four words before you answer.")
                  .arg(name));
}

void DecisionPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void DecisionPage::fit()
{
    const QMargins around = m_row->contentsMargins();
    const QMargins inside = m_card->contentsMargins() + m_card->layout()->contentsMargins();
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    const int room = std::min(width() - bar - around.left() - around.right(), m_card->maximumWidth()) - inside.left()
        - inside.right();
    const QString words = tr("Talk with this person");
    m_accept->setAccessibleName(words);
    m_accept->setText(words);
    if (m_accept->sizeHint().width() > room)
        //: Short for “Talk with this person”, on a button where there is little room
        m_accept->setText(tr("Talk"));
    const bool isBeside = m_refuse->isHidden()
        || m_accept->sizeHint().width() + m_refuse->sizeHint().width() + m_buttons->spacing() <= room;
    m_buttons->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void DecisionPage::focusInEvent(QFocusEvent *)
{
    // On the cautious one: what is typed without looking accepts nobody.
    (m_refuse->isVisible() ? m_refuse : m_accept)->setFocus();
}

void DecisionPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showPerson();
    QWidget::changeEvent(event);
}

void DecisionPage::applyLook()
{
    const Tokens &tokens = m_theme.tokens();
    m_card->setMaximumWidth(tokens.cardWidth());
    const int edge = tokens.space(Space::Small);
    m_row->setContentsMargins(edge, edge, edge, edge);
    m_card->layout()->setSpacing(tokens.space(Space::Medium));
    m_card->layout()->setContentsMargins(
        tokens.space(Space::Small), tokens.space(Space::Small), tokens.space(Space::Small), tokens.space(Space::Small));
    m_buttons->setSpacing(tokens.space(Space::Small));
    fit();
}

} // namespace salon
