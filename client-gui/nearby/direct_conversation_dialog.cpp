// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/nearby/direct_conversation_dialog.h"

#include "client-gui/app/theme.h"
#include "client-gui/dialogs/form_field.h"
#include "client-gui/nearby/scrolled_content.h"
#include "client-gui/widgets/text_label.h"
#include "shared/client-core/text/error_text.h"
#include "shared/discovery/discovery_probe.h"
#include "shared/nearby/nearby.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qsizetype MostAddresses = 3;
constexpr int MaxAddressChars = 300;

/// Without the port that is taken when none is said.
QString shown(const Endpoint &endpoint)
{
    const QString whole = endpoint.toString();
    const QString usual = u':' + QString::number(DefaultPeerPort);
    return endpoint.port == DefaultPeerPort && !endpoint.host.contains(u':') && whole.endsWith(usual)
        ? whole.chopped(usual.size())
        : whole;
}

} // namespace

DirectConversationDialog::DirectConversationDialog(Theme &theme, Nearby &nearby, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_nearby(nearby)
    , m_own(ownAddresses(runningLinks()))
    , m_scrolled(new ScrolledContent(theme, new QWidget(this), this))
    , m_what(new TextLabel(theme, TextRole::Body, ColourRole::Text, this))
    , m_address(new QLineEdit(this))
    , m_field(new FormField(theme, m_address, 1, this))
    , m_ownHead(new TextLabel(theme, TextRole::Name, ColourRole::Text, this))
    , m_ownAddress(new TextLabel(theme, TextRole::Body, ColourRole::Text, this))
    , m_waiting(new TextLabel(theme, TextRole::Body, ColourRole::Accent, this))
{
    setObjectName(u"directConversation"_s);
    m_address->setObjectName(u"peerAddress"_s);
    m_ownAddress->setObjectName(u"ownAddress"_s);
    m_waiting->setObjectName(u"waitingLine"_s);
    m_address->setMaxLength(MaxAddressChars);
    m_address->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase);
    m_what->setWordWrap(true);
    m_waiting->setWordWrap(true);
    m_waiting->setMinimumHeight(1);
    m_ownAddress->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_ownHead->setBuddy(m_ownAddress);
    auto *column = new QVBoxLayout(m_scrolled->widget());
    column->setContentsMargins(0, 0, 0, 0);
    for (QWidget *part : std::initializer_list<QWidget *>{ m_what, m_field, m_ownHead, m_ownAddress, m_waiting })
        column->addWidget(part);
    content()->addWidget(m_scrolled);
    setTroubleLines(0);
    m_stop = addSide(ButtonLook::Quiet);
    m_stop->setObjectName(u"stopWaiting"_s);
    m_close = addCancel();
    m_connect = addPrimary();
    m_connect->setObjectName(u"connectOrWait"_s);
    connect(m_connect, &QPushButton::clicked, this, &DirectConversationDialog::submit);
    connect(m_stop, &QPushButton::clicked, this, &DirectConversationDialog::stop);
    connect(m_address, &QLineEdit::textEdited, this, [this] {
        m_field->clearTrouble();
        showOwnAddress();
    });
    connect(&nearby, &Nearby::notReached, this, &DirectConversationDialog::notReached);
    connect(&nearby, &Nearby::otherAnswered, this,
        [this](
            const Endpoint &, const QByteArray &person, const QByteArray &expected) { noteOther(person, expected); });
    connect(&nearby, &Nearby::accepted, this, &DirectConversationDialog::personIsThere);
    connect(&nearby, &Nearby::directChanged, this, [this](const QByteArray &person, bool isDirect) {
        if (isDirect)
            personIsThere(person);
    });
    connect(&nearby, &Nearby::requested, this, [this](const NearbyPerson &person) {
        if (!person.address.isEmpty())
            reach(person.key); // they answered at the address: who they are is for the person to decide
        else
            personIsThere(person.key);
    });
    connect(&nearby, &Nearby::failed, this, [this](const Error &error) { m_field->setTrouble(error); });
    connect(&nearby, &Nearby::openChanged, this, &DirectConversationDialog::showWaiting);
    m_address->setFocus();
    retranslateUi();
    applyTheme();
}

QStringList DirectConversationDialog::ownAddresses(const QList<NetworkLink> &links)
{
    QList<QHostAddress> addresses;
    for (const NetworkLink &link : links)
        for (const LinkAddress &own : link.addresses)
            if (!link.loopback && !own.address.isLoopback() && !own.address.isLinkLocal())
                addresses.append(plainAddress(own.address));
    std::stable_sort(addresses.begin(), addresses.end(),
        [](const QHostAddress &one, const QHostAddress &other) { return addressRank(one) < addressRank(other); });
    QStringList texts;
    for (const QHostAddress &address : std::as_const(addresses))
        if (texts.size() < MostAddresses && !texts.contains(address.toString()))
            texts.append(address.toString());
    return texts;
}

void DirectConversationDialog::submit()
{
    const Result<Endpoint> endpoint = Nearby::readAddress(m_address->text().trimmed());
    if (!endpoint) {
        m_field->setTrouble([] { return tr("Type an address such as 192.168.1.20 or pc-de-luc.local."); });
        m_address->setFocus();
        return;
    }
    m_why = {};
    m_other.clear();
    m_nearby.connectTo(*endpoint);
    showWaiting();
    m_stop->setFocus();
}

void DirectConversationDialog::stop()
{
    const QList<Endpoint> all = m_nearby.addresses();
    for (const Endpoint &endpoint : all)
        m_nearby.hangUp(endpoint);
    showWaiting();
    m_address->setFocus();
}

void DirectConversationDialog::notReached(const Endpoint &, const Error &error)
{
    m_why = error;
    showWaiting();
}

/// Who is known is not taken for somebody else who is known.
void DirectConversationDialog::noteOther(const QByteArray &person, const QByteArray &expected)
{
    m_other = person;
    m_expected = expected;
    showWaiting();
}

void DirectConversationDialog::personIsThere(const QByteArray &person)
{
    if (m_nearby.isAwaited(person))
        reach(person); // else somebody else came
}

void DirectConversationDialog::reach(const QByteArray &person)
{
    if (m_nearby.addresses().isEmpty())
        return; // nobody is waited for
    Q_EMIT reached(person);
    accept();
}

/// With the port, if it is not the usual one: whoever waits, waits on the port that was typed.
void DirectConversationDialog::showOwnAddress()
{
    const Result<Endpoint> typed = Nearby::readAddress(m_address->text().trimmed());
    const quint16 port = typed && typed->service.isEmpty() ? typed->port : DefaultPeerPort;
    QStringList texts;
    for (const QString &own : std::as_const(m_own))
        texts.append(port == DefaultPeerPort ? own : Endpoint::tcp(own, port).toString());
    m_ownAddress->setText(texts.isEmpty() ? tr("This computer is not connected to a network.") : texts.join(u'\n'));
    m_ownAddress->setAccessibleName(m_ownHead->text() + u": "_s + texts.join(u", "_s));
}

void DirectConversationDialog::showWaiting()
{
    const QList<Endpoint> all = m_nearby.addresses();
    m_stop->setVisible(!all.isEmpty());
    QStringList names;
    for (const Endpoint &endpoint : all)
        names.append(shown(endpoint));
    QString words;
    if (!all.isEmpty()) {
        //: %1 is an address, or several
        words = tr("Waiting for %1… Whoever of you is second connects; nothing more is to be done.")
                    .arg(names.join(u", "_s));
        if (m_why.code == ErrorCode::HostNotFound || m_why.code == ErrorCode::AddressInUse)
            words += u'\n' + ErrorText::of(m_why);
        const auto other = m_nearby.people().find(m_other);
        const auto expected = m_nearby.people().find(m_expected);
        if (other && expected)
            words += u'\n'
                + tr("%1 answers there, and not %2, who was there before.")
                      .arg(NearbyPeople::nameOf(*other), NearbyPeople::nameOf(*expected));
    }
    m_waiting->setText(words);
    m_waiting->setVisible(!words.isEmpty());
    if (!words.isEmpty())
        QTimer::singleShot(0, this, [this] { m_scrolled->ensureWidgetVisible(m_waiting); });
}

void DirectConversationDialog::retranslateUi()
{
    setHeading(tr("Direct conversation"));
    m_what->setText(tr("Without a server, and without being found first: both of you open this and type the address of "
                       "the other. Whoever is first waits, the second connects."));
    m_field->setWords(
        tr("Address of the other computer"), tr("A name or an IP address, with a port if they tell you."));
    m_ownHead->setText(tr("Your address, for the other"));
    showOwnAddress();
    m_stop->setText(tr("Stop waiting"));
    m_close->setText(tr("Close"));
    m_connect->setText(tr("Connect or wait"));
    showWaiting();
}

void DirectConversationDialog::applyTheme()
{
    m_scrolled->widget()->layout()->setSpacing(theme().tokens().space(Space::Small));
}

} // namespace salon
