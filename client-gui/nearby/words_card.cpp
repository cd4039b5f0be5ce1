// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/nearby/words_card.h"

#include "client-gui/app/theme.h"
#include "client-gui/nearby/nearby_face.h"
#include "client-gui/widgets/card.h"
#include "client-gui/widgets/text_label.h"
#include "shared/base/job_lane.h"
#include "shared/base/when_ready.h"
#include "shared/nearby/nearby.h"
#include "shared/peer/key_words.h"

#include <QEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {

WordsCard::WordsCard(Theme &theme, Nearby &nearby, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_nearby(nearby)
    , m_what(new TextLabel(theme, TextRole::Body, ColourRole::Text, this))
    , m_card(new Card(theme, this))
    , m_theirHead(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, m_card))
    , m_theirs(new TextLabel(theme, TextRole::Title, ColourRole::Text, m_card))
    , m_ownHead(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, m_card))
    , m_own(new TextLabel(theme, TextRole::Title, ColourRole::Text, m_card))
{
    m_theirs->setObjectName(u"theirWords"_s);
    m_own->setObjectName(u"ownWords"_s);
    m_what->setWordWrap(true);
    for (TextLabel *label : { m_theirHead, m_ownHead, m_theirs, m_own })
        label->setWordWrap(true);
    for (TextLabel *label : { m_theirs, m_own })
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_theirHead->setBuddy(m_theirs);
    m_ownHead->setBuddy(m_own);
    auto *inner = new QVBoxLayout(m_card);
    inner->setContentsMargins(0, 0, 0, 0);
    for (TextLabel *label : { m_theirHead, m_theirs, m_ownHead, m_own })
        inner->addWidget(label);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_what);
    column->addWidget(m_card);
    connect(&nearby.people(), &NearbyPeople::personChanged, this, [this](const QByteArray &key) {
        if (key == m_key)
            showWords();
    });
    connect(&nearby, &Nearby::selfChanged, this, &WordsCard::showWords);
    connect(&theme, &Theme::changed, this, &WordsCard::applyLook);
    applyLook();
    showWords();
}

WordsCard::~WordsCard() = default;

void WordsCard::findOwnWords()
{
    if (m_lane)
        return;
    m_lane = std::make_unique<JobLane>(u"salon-own-words"_s);
    whenReady(m_lane->run([key = m_nearby.key()] { return keyWords(key); }), this, [this](const QStringList &words) {
        m_found = words;
        showWords();
    });
}

void WordsCard::setPerson(const QByteArray &key)
{
    m_key = key;
    if (!key.isEmpty())
        m_nearby.wantWords(key);
    showWords();
}

void WordsCard::showWords()
{
    const int row = m_nearby.people().rowOf(m_key);
    const bool hasPerson = !m_key.isEmpty() && row >= 0;
    m_theirHead->setVisible(hasPerson);
    m_theirs->setVisible(hasPerson);
    const QString waiting = tr("One moment…");
    if (hasPerson) {
        const QModelIndex person = m_nearby.people().index(row, 0);
        const QString name = person.data(NearbyPeople::NameRole).toString();
        const QStringList words = person.data(NearbyPeople::WordsRole).toStringList();
        //: %1 is a person's name
        m_what->setText(tr("Anybody can call themselves %1. Let %1 read their own words to you, by telephone or face "
                           "to face: if they are the ones below, it is their device.")
                            .arg(name));
        //: Above four words. %1 is a person's name
        m_theirHead->setText(tr("Words of %1").arg(name));
        m_theirs->setText(words.isEmpty() ? waiting : wordsLine(words));
        m_theirs->setAccessibleName(m_theirHead->text() + u": "_s + words.join(u", "_s));
    } else {
        m_what->setText(tr("Read these words to those who ask whether it is really you. They stand for the key of "
                           "this device, and are the same on their screen."));
    }
    m_ownHead->setText(tr("Your words, to read to others"));
    const QStringList own = m_nearby.words().isEmpty() ? m_found : m_nearby.words();
    if (own.isEmpty())
        findOwnWords();
    m_own->setText(own.isEmpty() ? waiting : wordsLine(own));
    m_own->setAccessibleName(m_ownHead->text() + u": "_s + own.join(u", "_s));
}

void WordsCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showWords();
    QWidget::changeEvent(event);
}

void WordsCard::applyLook()
{
    const Tokens &tokens = m_theme.tokens();
    layout()->setSpacing(tokens.space(Space::Medium));
    m_card->layout()->setSpacing(tokens.px(2));
    m_ownHead->setContentsMargins(0, tokens.space(Space::Small), 0, 0);
}

} // namespace salon
