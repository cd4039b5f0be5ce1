// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/peer_commands.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

constexpr qsizetype WidestName = 24; ///< that others are aligned with
constexpr qsizetype LongestTyped = 20; ///< longer names are not to be typed

QString spelled(const QStringList &words)
{
    return words.isEmpty() ? u"…"_s : words.join(u' ');
}

/// Digits alone are a number of the list, whatever people call themselves.
bool isNumber(const QString &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) { return c.isDigit(); });
}

const PeerCommands::Row *rowOf(const QString &line)
{
    const QString name = line.section(u' ', 0, 0).mid(1).toLower();
    const auto all = PeerCommands::table();
    const auto row = std::find_if(all.begin(), all.end(),
        [&name](const PeerCommands::Row &candidate) { return name == QLatin1StringView(candidate.name); });
    return row == all.end() || !line.startsWith(u'/') ? nullptr : &*row;
}

} // namespace

PeerCommands::PeerCommands(Nearby &nearby, PeerView &view, Screen &screen)
    : m_nearby(nearby)
    , m_view(view)
    , m_screen(screen)
{
    NearbyFiles &files = nearby.files();
    connect(&files, &NearbyFiles::offered, this, &PeerCommands::filePrepared);
    connect(&files, &NearbyFiles::notOffered, this, [this](const QByteArray &, const QString &, const Error &error) {
        m_screen.problem(error);
        Q_EMIT filePrepared();
    });
    connect(&files, &NearbyFiles::notAccepted, this,
        [this](const QByteArray &, const Cid &, const Error &error) { m_screen.problem(error); });
    connect(&nearby, &Nearby::fileFailed, this,
        [this](const QByteArray &, const Cid &, const Error &error) { m_screen.problem(error); });
    connect(&nearby.people(), &NearbyPeople::personChanged, this, [this](const QByteArray &key) {
        const auto person = m_wordsPromised.contains(key) ? m_nearby.people().find(key) : std::nullopt;
        if (!person || person->words.isEmpty())
            return;
        m_wordsPromised.remove(key);
        showWordsOf(*person);
    });
}

std::span<const PeerCommands::Row> PeerCommands::table()
{
    static constexpr std::array all{
        Row{ "nearby", QT_TR_NOOP("[on|off]"),
            QT_TR_NOOP("Shows who is nearby, without any server; on and off say whether others find you."),
            &PeerCommands::nearby, false },
        Row{ "direct", QT_TR_NOOP("name"), QT_TR_NOOP("Opens the conversation with somebody nearby."),
            &PeerCommands::direct, false },
        Row{ "accept", QT_TR_NOOP("name"), QT_TR_NOOP("Talks with somebody nearby who asks."), &PeerCommands::accept,
            false },
        Row{ "refuse", QT_TR_NOOP("name"),
            QT_TR_NOOP("Does not talk with somebody nearby; they are not asked about again."), &PeerCommands::refuse,
            false },
        Row{ "words", QT_TR_NOOP("[name]"),
            QT_TR_NOOP("Shows the four words of your device, or of somebody else's, to compare."), &PeerCommands::words,
            false },
        Row{ "connect", QT_TR_NOOP("address"),
            QT_TR_NOOP("Talks with whoever is at this address, or waits there for them."), &PeerCommands::connectTo,
            false },
        Row{ "hang-up", QT_TR_NOOP("[address]"),
            QT_TR_NOOP("Ends what /connect began: nobody is waited for at this address any more."),
            &PeerCommands::hangUp, false },
        Row{ "send-file", QT_TR_NOOP("path"), QT_TR_NOOP("Offers a file to the person nearby."),
            &PeerCommands::sendFile, true },
        Row{ "files", "", QT_TR_NOOP("Lists the files of the conversation."), &PeerCommands::files, true },
        Row{ "accept-file", QT_TR_NOOP("number [folder]"), QT_TR_NOOP("Takes a file, or goes on with it."),
            &PeerCommands::acceptFile, true },
        Row{
            "refuse-file", QT_TR_NOOP("number"), QT_TR_NOOP("Does not take a file."), &PeerCommands::refuseFile, true },
        Row{ "pause-file", QT_TR_NOOP("number"), QT_TR_NOOP("Stops taking a file for now."), &PeerCommands::pauseFile,
            true },
        Row{ "withdraw-file", QT_TR_NOOP("[number]"),
            QT_TR_NOOP("Takes back a file that you offered; without a number, those that are still being read."),
            &PeerCommands::withdrawFile, true },
    };
    return all;
}

bool PeerCommands::needsConversation(const QString &line)
{
    const Row *row = rowOf(line);
    return row && row->needsConversation;
}

QList<CommandName> PeerCommands::names() const
{
    QList<CommandName> names;
    for (const Row &row : table())
        names.append({ QString::fromLatin1(row.name), *row.arguments ? tr(row.arguments) : QString(), tr(row.help) });
    return names;
}

bool PeerCommands::run(const QString &line)
{
    const Row *row = rowOf(line);
    if (!row)
        return false;
    const QString argument = line.section(u' ', 1).trimmed();
    const bool canBeEmpty = !*row->arguments || *row->arguments == '[';
    if (argument.isEmpty() && !canBeEmpty)
        m_screen.problem(tr("Like this: /%1 %2").arg(QString::fromLatin1(row->name), tr(row->arguments)));
    else if (row->needsConversation && !m_view.isOpen())
        m_screen.problem(tr("No conversation with somebody nearby is open. /nearby shows them, /direct opens one."));
    else
        (this->*row->run)(argument);
    return true;
}

bool PeerCommands::isReady()
{
    if (!m_nearby.isOpen())
        m_screen.problem(tr("People nearby are switched off. /nearby on lets you find each other."));
    return m_nearby.isOpen();
}

QList<NearbyPerson> PeerCommands::everybodyNamed(const QString &name) const
{
    QList<NearbyPerson> found;
    for (const NearbyPerson &person : m_nearby.people().all()) {
        if (foldedForSearch(person.name) == foldedForSearch(name))
            found.append(person);
    }
    return found;
}

QList<NearbyPerson> PeerCommands::acceptedNamed(const QString &name) const
{
    QList<NearbyPerson> found = everybodyNamed(name);
    found.removeIf([](const NearbyPerson &person) { return person.trust != PeerTrust::Accepted; });
    return found;
}

QString PeerCommands::handleOf(const NearbyPerson &person)
{
    const QString name = NearbyPeople::nameOf(person);
    const QList<NearbyPerson> named = everybodyNamed(name);
    const bool isPlain = !isNumber(name) && name.size() <= LongestTyped && person.doubt == PeerDoubt::None;
    if (isPlain && named.size() == 1 && named.constFirst().key == person.key)
        return name;
    if (!m_listed.contains(person.key))
        m_listed.append(person.key);
    return QString::number(m_listed.indexOf(person.key) + 1);
}

std::optional<NearbyPerson> PeerCommands::personNamed(const QString &name)
{
    if (!isReady())
        return {};
    if (isNumber(name)) {
        const qsizetype number = name.toInt();
        if (number >= 1 && number <= m_listed.size()) {
            if (const auto person = m_nearby.people().find(m_listed.at(number - 1)))
                return person;
        }
        m_screen.problem(tr("There is no number %1 in the list. /nearby shows everybody.").arg(Screen::safe(name)));
        return {};
    }
    const QList<NearbyPerson> found = everybodyNamed(name);
    if (found.size() == 1)
        return found.constFirst();
    if (found.isEmpty()) {
        m_screen.problem(tr("Nobody nearby is called “%1”. /nearby shows everybody.").arg(Screen::safe(name)));
        return {};
    }
    m_screen.problem(
        tr("Several people nearby are called “%1”. Use the number that /nearby shows.").arg(Screen::safe(name)));
    return {};
}

void PeerCommands::nearby(const QString &argument)
{
    if (argument == "on"_L1) {
        m_nearby.setOn(true);
        m_screen.success(tr("Others on this network find you as %1 now.").arg(Screen::safe(m_nearby.name())));
    } else if (argument == "off"_L1) {
        m_view.close();
        m_nearby.setOn(false);
        m_screen.success(tr("Nobody nearby finds you any more."));
    } else if (!argument.isEmpty()) {
        m_screen.problem(tr("Like this: /%1 %2").arg(u"nearby"_s, tr("[on|off]")));
    } else if (isReady()) {
        list();
        m_nearby.lookAround();
    }
}

void PeerCommands::list()
{
    m_listed.clear();
    const QList<NearbyPerson> everybody = m_nearby.people().all();
    if (everybody.isEmpty())
        m_screen.notice(tr("Nobody is here yet. Whoever switches on “people nearby” on this network is shown."));
    qsizetype widest = 0;
    for (const NearbyPerson &person : everybody)
        widest = std::max(widest, NearbyPeople::nameOf(person).size());
    for (const NearbyPerson &person : everybody) {
        m_listed.append(person.key);
        m_screen.raw(lineOf(person, std::min(widest, WidestName)));
    }
    for (const NearbyPerson &person : everybody) {
        if (person.doubt != PeerDoubt::None && person.words.isEmpty())
            showWordsOf(person);
    }
    m_screen.notice(tr("You are %1; the words of your device: %2").arg(m_nearby.name(), spelled(m_nearby.words())));
}

QString PeerCommands::lineOf(const NearbyPerson &person, qsizetype nameWidth)
{
    const QString padding(std::max(qsizetype(0), nameWidth - NearbyPeople::nameOf(person).size()), u' ');
    QString line = m_screen.ansi().styled(Ansi::Style::Accent, u"  %1  "_s.arg(m_listed.size(), 2))
        + m_view.name(person) + padding + u"  "_s;
    const QString status = NearbyPeople::statusOf(person);
    line += person.doubt == PeerDoubt::None ? status : m_screen.ansi().styled(Ansi::Style::Warning, status);
    if (person.unread > 0)
        line += u" · "_s + m_screen.ansi().styled(Ansi::Style::Warning, NearbyPeople::unreadText(person.unread));
    for (const NearbyAccount &account : person.accounts)
        line += u" · "_s + tr("known as %1 from %2").arg(Screen::safe(account.name), Screen::safe(account.serverName));
    // Of strangers who were only found, the words are found when somebody asks for them.
    if (!person.words.isEmpty() || person.asks || person.trust == PeerTrust::Accepted)
        line += m_screen.ansi().styled(Ansi::Style::Muted, u" · "_s + spelled(person.words));
    return line;
}

void PeerCommands::direct(const QString &name)
{
    // Whoever takes the name of somebody accepted does not come between.
    const QList<NearbyPerson> accepted = isNumber(name) ? QList<NearbyPerson>() : acceptedNamed(name);
    const auto person = accepted.size() == 1 ? std::optional(accepted.constFirst()) : personNamed(name);
    if (person && person->trust == PeerTrust::Accepted) {
        m_view.open(person->key);
        return;
    }
    if (person)
        showStranger(*person);
    Q_EMIT notOpened();
}

void PeerCommands::accept(const QString &name)
{
    const auto person = personNamed(name);
    if (!person)
        return;
    m_view.noteCompared(person->key);
    m_nearby.accept(person->key);
    m_screen.success(tr("You talk with %1 from now on.").arg(NearbyPeople::nameOf(*person)));
    if (!m_view.isOpen())
        m_view.open(person->key);
}

void PeerCommands::refuse(const QString &name)
{
    const auto person = personNamed(name);
    if (!person)
        return;
    if (m_view.person() == person->key)
        m_view.close();
    m_nearby.refuse(person->key);
    m_screen.success(tr("You do not talk with %1. /accept takes this back.").arg(NearbyPeople::nameOf(*person)));
}

void PeerCommands::words(const QString &name)
{
    if (name.isEmpty()) {
        if (isReady())
            m_screen.notice(tr("The words of your device: %1").arg(spelled(m_nearby.words())));
    } else if (const auto person = personNamed(name)) {
        showWordsOf(*person);
    }
}

void PeerCommands::showRequest(const NearbyPerson &person)
{
    const QString name = NearbyPeople::nameOf(person);
    const QString doubt = m_nearby.people().doubtOf(person);
    if (!doubt.isEmpty()) {
        m_screen.raw(m_screen.ansi().styled(Ansi::Style::Danger, doubt));
        m_screen.raw(m_screen.ansi().styled(
            Ansi::Style::Danger, tr("The words of this device are: %1").arg(spelled(person.words))));
        m_screen.notice(tr("Nothing was sent. Type /accept %1 only if these words are on the screen of the %2 you "
                           "mean, else /refuse %1.")
                            .arg(handleOf(person), name));
        return;
    }
    m_screen.raw(m_screen.ansi().styled(Ansi::Style::Warning,
        tr("%1 wants to talk with you directly. The words of their device: %2").arg(name, spelled(person.words))));
    m_screen.notice(tr("Compare them with what /words shows on their screen, then type /accept %1 or /refuse %1.")
                        .arg(handleOf(person)));
}

void PeerCommands::showStranger(const NearbyPerson &person)
{
    const QString name = NearbyPeople::nameOf(person);
    if (person.trust == PeerTrust::Blocked) {
        m_screen.notice(tr("You do not talk with %1. /accept %2 takes this back.").arg(name, handleOf(person)));
        return;
    }
    if (const QString doubt = m_nearby.people().doubtOf(person); !doubt.isEmpty())
        m_screen.raw(m_screen.ansi().styled(Ansi::Style::Danger, doubt));
    m_screen.notice(tr("You have not accepted %1 yet, and anybody can take this name.").arg(name));
    m_screen.notice(
        tr("Compare their words with what /words shows on their screen, then type /accept %1 or /refuse %1.")
            .arg(handleOf(person)));
    showWordsOf(person);
}

/// At once, or as soon as they are found.
void PeerCommands::showWordsOf(const NearbyPerson &person)
{
    if (person.words.isEmpty()) {
        m_wordsPromised.insert(person.key);
        m_nearby.wantWords(person.key);
        return;
    }
    m_screen.notice(tr("The words of %1's device: %2. They are the ones that /words shows there.")
                        .arg(NearbyPeople::nameOf(person), spelled(person.words)));
}

void PeerCommands::connectTo(const QString &address)
{
    const auto endpoint = Nearby::readAddress(address);
    if (!endpoint) {
        m_screen.problem(endpoint.error());
        return;
    }
    m_screen.notice(tr("Looking for somebody at %1…").arg(endpoint->toString()));
    m_nearby.connectTo(*endpoint);
}

void PeerCommands::hangUp(const QString &address)
{
    const QList<Endpoint> all = m_nearby.addresses();
    const auto given = address.isEmpty() ? Result<Endpoint>(all.size() == 1 ? all.constFirst() : Endpoint{})
                                         : Nearby::readAddress(address);
    if (!given) {
        m_screen.problem(given.error());
    } else if (!all.contains(*given)) {
        m_screen.problem(tr("Nobody is waited for there. /connect waits at an address."));
    } else {
        m_nearby.hangUp(*given);
        m_screen.success(tr("Nobody is waited for at %1 any more.").arg(given->toString()));
    }
}

} // namespace salon::console
