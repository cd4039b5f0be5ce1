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
#include <QGridLayout>
#include <QVBoxLayout>

#include <utility>

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
    , m_knownHead(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, m_card))
    , m_known(new TextLabel(theme, TextRole::Title, ColourRole::Text, m_card))
    , m_ownHead(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, m_card))
    , m_own(new TextLabel(theme, TextRole::Title, ColourRole::Text, m_card))
    , m_pair(new QGridLayout)
{
    m_theirs->setObjectName(u"theirWords"_s);
    m_own->setObjectName(u"ownWords"_s);
    m_what->setWordWrap(true);
    m_known->setObjectName(u"knownWords"_s);
    for (TextLabel *label : { m_theirHead, m_knownHead, m_ownHead, m_theirs, m_known, m_own })
        label->setWordWrap(true);
    for (TextLabel *label : { m_theirs, m_known, m_own })
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_theirHead->setBuddy(m_theirs);
    m_knownHead->setBuddy(m_known);
    m_ownHead->setBuddy(m_own);
    auto *inner = new QVBoxLayout(m_card);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->addLayout(m_pair);
    inner->addWidget(m_ownHead);
    inner->addWidget(m_own);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_what);
    column->addWidget(m_card);
    connect(&nearby.people(), &NearbyPeople::personChanged, this, [this](const QByteArray &key) {
        const std::optional<NearbyPerson> shown = m_nearby.people().find(m_key);
        if (key == m_key || (shown && key == shown->notKey))
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
    if (const std::optional<NearbyPerson> person = m_nearby.people().find(key); person && isDoubted(*person))
        m_nearby.wantWords(person->notKey);
    if (!key.isEmpty())
        m_nearby.wantWords(key);
    showWords();
}

void WordsCard::showWords()
{
    const std::optional<NearbyPerson> person = m_nearby.people().find(m_key);
    for (TextLabel *label : { m_theirHead, m_theirs })
        label->setVisible(person.has_value());
    for (TextLabel *label : { m_knownHead, m_known })
        label->setVisible(person && isDoubted(*person));
    if (person)
        showTheirs(*person);
    else
        m_what->setText(tr("Read these words to those who ask whether it is really you. They stand for the key of "
                           "this device, and are the same on their screen."));
    if (person && isDoubted(*person))
        showKnown(*person);
    m_ownHead->setText(tr("Your words, to read to others"));
    const QStringList own = m_nearby.words().isEmpty() ? m_found : m_nearby.words();
    if (own.isEmpty())
        findOwnWords();
    showSet(*m_ownHead, *m_own, own);
    fit();
}

void WordsCard::showSet(const TextLabel &head, TextLabel &label, const QStringList &words)
{
    label.setText(words.isEmpty() ? tr("One moment…") : wordsLine(words));
    //: For screen readers: a heading, and what stands under it
    label.setAccessibleName(tr("%1: %2").arg(head.text(), words.join(u", "_s)));
}

void WordsCard::showTheirs(const NearbyPerson &person)
{
    const QString name = NearbyPeople::nameOf(person);
    if (isDoubted(person)) {
        m_what->setText(tr("These words are not the same: it is another device. Let the person whom you know read "
                           "their words to you, by telephone or face to face, before you answer."));
        //: Above four words. %1 is a person's name
        m_theirHead->setText(tr("Words of this %1").arg(name));
    } else {
        //: %1 is a person's name
        m_what->setText(tr("Anybody can call themselves %1. Let %1 read their own words to you, by telephone or face "
                           "to face: if they are the ones below, it is their device.")
                            .arg(name));
        //: Above four words. %1 is a person's name
        m_theirHead->setText(tr("Words of %1").arg(name));
    }
    showSet(*m_theirHead, *m_theirs, person.words);
}

void WordsCard::showKnown(const NearbyPerson &person)
{
    const NearbyPerson known = m_nearby.people().find(person.notKey).value_or(NearbyPerson{});
    //: Above four words. %1 is a person's name
    m_knownHead->setText(tr("Words of the %1 that you know").arg(NearbyPeople::nameOf(known)));
    showSet(*m_knownHead, *m_known, known.words);
}

void WordsCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void WordsCard::fit()
{
    const QMargins margins = m_card->contentsMargins() + m_card->layout()->contentsMargins();
    const int room = (width() - margins.left() - margins.right() - m_pair->horizontalSpacing()) / 2;
    // Two and two words, if they have to.
    const auto isFit = [room](const TextLabel *label) {
        return label->fontMetrics().horizontalAdvance(label->text()) * 3 / 5 <= room;
    };
    const int beside = !m_known->isHidden() && isFit(m_theirs) && isFit(m_known) ? 1 : 0;
    if (std::exchange(m_beside, beside) == beside)
        return;
    const int below = beside ? 0 : 2;
    m_pair->addWidget(m_theirHead, 0, 0, Qt::AlignBottom);
    m_pair->addWidget(m_theirs, 1, 0, Qt::AlignTop);
    m_pair->addWidget(m_knownHead, below, beside, Qt::AlignBottom);
    m_pair->addWidget(m_known, below + 1, beside, Qt::AlignTop);
    m_pair->setColumnStretch(0, 1);
    m_pair->setColumnStretch(1, beside);
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
    m_pair->setHorizontalSpacing(tokens.space(Space::Medium));
    m_pair->setVerticalSpacing(tokens.px(2));
    m_ownHead->setContentsMargins(0, tokens.space(Space::Small), 0, 0);
}

} // namespace salon
