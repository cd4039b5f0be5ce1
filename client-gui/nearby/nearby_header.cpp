// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/nearby/nearby_header.h"

#include "client-gui/app/theme.h"
#include "client-gui/nearby/direct_badge.h"
#include "client-gui/nearby/header_fit.h"
#include "client-gui/nearby/nearby_face.h"
#include "client-gui/nearby/words_dialog.h"
#include "client-gui/widgets/avatar_label.h"
#include "client-gui/widgets/elided_label.h"
#include "client-gui/widgets/icon_button.h"
#include "shared/nearby/nearby.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace salon {

NearbyHeader::NearbyHeader(Theme &theme, Nearby &nearby, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_nearby(nearby)
    , m_avatar(new AvatarLabel(theme, 28, this))
    , m_name(new ElidedLabel(theme, TextRole::Title, ColourRole::Text, this))
    , m_badge(new DirectBadge(theme, this))
    , m_status(new ElidedLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_file(new IconButton(theme, u"attach"_s, this))
    , m_words(new IconButton(theme, u"key"_s, this))
    , m_more(new IconButton(theme, u"more"_s, this))
    , m_row(new QHBoxLayout(this))
{
    setObjectName(u"nearbyHeader"_s);
    m_name->setObjectName(u"nearbyName"_s);
    m_status->setObjectName(u"nearbyStatus"_s);
    m_file->setObjectName(u"sendFile"_s);
    m_words->setObjectName(u"compareWords"_s);
    m_more->setObjectName(u"nearbyMenu"_s);
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_row->addWidget(m_avatar);
    m_row->addWidget(m_name);
    m_row->addWidget(m_badge);
    m_row->addWidget(m_status, 1, Qt::AlignVCenter);
    m_row->addWidget(m_file);
    m_row->addWidget(m_words);
    m_row->addWidget(m_more);
    connect(m_file, &QAbstractButton::clicked, this, &NearbyHeader::sendFileRequested);
    connect(m_words, &QAbstractButton::clicked, this, &NearbyHeader::showWords);
    connect(m_more, &QAbstractButton::clicked, this, &NearbyHeader::showMenu);
    connect(&nearby.people(), &NearbyPeople::personChanged, this, [this](const QByteArray &key) {
        if (key == m_key)
            showPerson();
    });
    connect(&theme, &Theme::changed, this, &NearbyHeader::applyLook);
    applyLook();
    retranslateUi();
}

void NearbyHeader::setPerson(const QByteArray &key)
{
    m_key = key;
    showPerson();
}

void NearbyHeader::setMaySend(bool maySend)
{
    m_file->setVisible(maySend);
    fit();
}

QSize NearbyHeader::minimumSizeHint() const
{
    const Tokens &tokens = m_theme.tokens();
    const QMargins margins = m_row->contentsMargins();
    return { margins.left() + margins.right() + tokens.px(LeastHeaderName)
            + 2 * (m_more->sizeHint().width() + m_row->spacing()),
        tokens.headerHeight() };
}

void NearbyHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void NearbyHeader::fit()
{
    QWidget *words = m_isThere ? m_words : nullptr; // its command is in the menu, too
    if (!words)
        m_words->hide();
    fitHeader(m_theme.tokens(), width(), { *m_row, *m_name, *m_badge, *m_avatar, *m_status, words });
}

void NearbyHeader::showPerson()
{
    const int row = m_nearby.people().rowOf(m_key);
    m_isThere = row >= 0;
    m_more->setVisible(m_isThere);
    if (!m_isThere) {
        m_avatar->setPresence(PresenceMark::Offline);
        m_badge->setServers({});
        m_badge->setDirect(false);
        m_status->setFullText({});
        fit();
        return;
    }
    const QModelIndex person = m_nearby.people().index(row, 0);
    const QString name = person.data(NearbyPeople::NameRole).toString();
    m_name->setFullText(name);
    m_avatar->setPerson(name, hueOf(faceIdOf(m_key, AccountId{ person.data(NearbyPeople::AccountRole).toLongLong() })));
    m_avatar->setPresence(
        person.data(NearbyPeople::IsHereRole).toBool() ? PresenceMark::Online : PresenceMark::Offline);
    m_badge->setServers(person.data(NearbyPeople::ServersRole).toStringList());
    m_badge->setDirect(person.data(NearbyPeople::IsDirectRole).toBool());
    m_status->setFullText(person.data(NearbyPeople::StatusTextRole).toString());
    fit();
}

void NearbyHeader::showMenu()
{
    const std::optional<NearbyPerson> person = m_nearby.people().find(m_key);
    if (!person)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    // Whoever is shown when an entry is chosen may be somebody else.
    menu->addAction(tr("Compare the four words…"), this,
        [this, key = m_key] { (new WordsDialog(m_theme, m_nearby, key, window()))->open(); });
    for (const NearbyAccount &account : person->accounts) {
        QString server = account.serverName;
        //: %1 is the name of a server
        menu->addAction(tr("Conversation on %1").arg(server.replace(u'&', u"&&"_s)), this,
            [this, account] { Q_EMIT serverConversationRequested(account.server, account.account); });
    }
    menu->addSeparator();
    if (person->trust == PeerTrust::Accepted)
        menu->addAction(tr("Talk with this person no more"), this, [this, key = m_key] { m_nearby.refuse(key); });
    else if (!isDoubted(*person)) // that is decided below
        menu->addAction(tr("Talk with this person"), this, [this, key = m_key] { m_nearby.accept(key); });
    const QPoint corner = m_more->mapToGlobal(QPoint(m_more->width(), m_more->height()));
    menu->popup(corner - QPoint(menu->sizeHint().width(), 0));
}

void NearbyHeader::showWords()
{
    (new WordsDialog(m_theme, m_nearby, m_key, window()))->open();
}

void NearbyHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
        showPerson();
    }
    QWidget::changeEvent(event);
}

void NearbyHeader::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.colour(ColourRole::Conversation));
    painter.fillRect(
        QRect(0, height() - tokens.lineWidth(), width(), tokens.lineWidth()), tokens.colour(ColourRole::Line));
}

void NearbyHeader::applyLook()
{
    const Tokens &tokens = m_theme.tokens();
    setFixedHeight(tokens.headerHeight());
    m_row->setContentsMargins(tokens.space(Space::Large), 0, tokens.space(Space::Small), 0);
    m_row->setSpacing(tokens.space(Space::Small));
    m_status->setContentsMargins(tokens.space(Space::Tight), tokens.px(2), 0, 0);
    fit();
}

void NearbyHeader::retranslateUi()
{
    m_file->setWords(tr("Send files"));
    m_words->setWords(tr("Compare the four words"));
    m_more->setWords(tr("More about this person"));
}

} // namespace salon
