// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/peer_app.h"

#include "client-console/listings.h"
#include "shared/base/line_splitter.h"
#include "shared/base/text_limits.h"

#include <QCoreApplication>
#include <QFile>
#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

QString messageOf(const QString &given)
{
    QString text = given;
    if (given == "-"_L1) {
        QFile input;
        text = input.open(stdin, QIODevice::ReadOnly) ? QString::fromUtf8(input.readAll()) : QString();
    }
    while (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

} // namespace

PeerApp::PeerApp(Options options, ConsoleLanguage &language)
    : m_options(std::move(options))
    , m_language(language)
    , m_mode(runModeFor(m_options.hasSend))
    , m_profile({ m_options.dataFolder, true, {} }, m_clock)
    , m_editor(LineEditor::create(m_profile.dataFolder() + u"/line-history"_s))
    , m_screen(*m_editor, Ansi::of(m_options.color))
{
    connect(&m_profile, &ClientProfile::opened, this, &PeerApp::profileOpened);
    connect(&m_profile, &ClientProfile::failed, this, [this](const Error &error) {
        m_screen.problem(error);
        QCoreApplication::exit(ExitLocalProblem);
    });
}

PeerApp::~PeerApp()
{
    m_script.reset();
    m_desk.reset();
}

void PeerApp::start()
{
    if (const auto locked = m_profile.lock(); !locked) {
        m_screen.problem(locked.error());
        QCoreApplication::exit(ExitLocalProblem);
        return;
    }
    const QString remembered = m_profile.settings().current().language;
    if (m_options.language.isEmpty() && ConsoleLanguage::isKnown(remembered))
        m_language.speak(remembered);
    m_profile.open();
}

void PeerApp::profileOpened()
{
    m_desk = std::make_unique<PeerDesk>(m_profile, m_screen, *m_editor);
    Nearby &nearby = m_desk->nearby();
    if (!m_options.name.isEmpty()) {
        if (const auto named = nearby.setName(m_options.name); !named) {
            m_screen.problem(named.error());
            QCoreApplication::exit(ExitUsage);
            return;
        }
    }
    m_desk->view().setSilent(m_mode == RunMode::Send);
    connect(&m_desk->view(), &PeerView::closed, this, &PeerApp::showPrompt);
    if (m_mode != RunMode::Person) {
        m_script = std::make_unique<PeerScript>(
            *m_desk, m_options.timeoutSeconds, m_mode == RunMode::Pipe && m_options.linesAreCommands);
        connect(m_script.get(), &PeerScript::lineLeft, this, &PeerApp::takeRest);
        connect(&m_desk->commands(), &PeerCommands::notOpened, this, [this] {
            // What the script says next is for somebody else than who was open, or will be open by itself.
            m_choosesItself = false;
            m_desk->view().close();
            m_script->noteRefusal();
        });
        connect(m_script.get(), &PeerScript::finished, this, [this](ExitCode code) {
            if (code == ExitNotConnected && m_keyChanged)
                code = ExitKeyChanged;
            if (code == ExitNotConnected)
                m_screen.problem(tr("Nobody was found."));
            if (code == ExitNotConfirmed)
                m_screen.problem(tr(
                    "%n message(s) not delivered in time; kept for the next time.", nullptr, m_script->queuedCount()));
            QCoreApplication::exit(code);
        });
    }
    connect(&nearby, &Nearby::openChanged, this, [this](bool open) {
        if (open)
            opened();
    });
    connect(&nearby, &Nearby::notOpened, this, [this] {
        if (m_mode != RunMode::Person)
            QCoreApplication::exit(ExitLocalProblem);
    });
    connect(&nearby, &Nearby::otherAnswered, this, [this](const Endpoint &, const QByteArray &person) {
        if (!m_options.acceptsNewKey)
            return;
        m_desk->nearby().accept(person);
        if (const auto known = m_desk->nearby().people().find(person); known && known->direct)
            talkWithFirst(person);
    });
    connect(m_desk.get(), &PeerDesk::otherTold, this, &PeerApp::noteOther);
    connect(&nearby, &Nearby::directChanged, this, [this](const QByteArray &person, bool direct) {
        if (direct)
            talkWithFirst(person);
    });
    connect(&nearby, &Nearby::requested, this, &PeerApp::noteDoubted);
    connect(&nearby.people(), &NearbyPeople::personChanged, this, &PeerApp::talkWithWanted, Qt::QueuedConnection);
    connect(m_editor.get(), &LineEditor::lineEntered, this, &PeerApp::takeLine);
    connect(m_editor.get(), &LineEditor::lineDropped, this, [this] {
        m_screen.problem(Error{ ErrorCode::TextTooLong, {},
            { u">%1"_s.arg(LineSplitter::MaxLineBytes), QString::number(text_limits::MaxTextBytes) }, std::nullopt });
        if (m_script)
            m_script->noteRefusal();
    });
    connect(m_editor.get(), &LineEditor::ended, this, &PeerApp::inputEnded);
    connect(
        m_editor.get(), &LineEditor::pasteRefused, this, [this](const Error &error) { m_screen.pasteRefused(error); });
    if (m_mode == RunMode::Person)
        m_editor->joinPastedLines();
    if (m_options.peer->isEmpty()) {
        nearby.turnOn();
    } else if (const auto endpoint = Nearby::readAddress(*m_options.peer)) {
        nearby.connectTo(*endpoint);
    } else {
        m_screen.problem(endpoint.error());
        QCoreApplication::exit(ExitUsage);
        return;
    }
    if (m_mode == RunMode::Person)
        m_editor->start();
}

void PeerApp::opened()
{
    Nearby &nearby = m_desk->nearby();
    if (m_mode == RunMode::Person) {
        m_screen.notice(tr("You are %1; the words of your device: %2").arg(nearby.name(), nearby.words().join(u' ')));
        m_screen.notice(tr("/nearby shows who is here, /help the commands."));
        showPrompt();
    }
    talkWithWanted();
    if (!m_script)
        return;
    if (m_mode == RunMode::Pipe && !std::exchange(m_reads, true))
        m_editor->start(); // whoever writes a script does not wait
    // Without an address nobody is accepted in this run, unless a command of the script says so.
    const bool isInVain = !m_options.room.isEmpty() && !m_hasTalked && m_options.peer->isEmpty()
        && !(m_mode == RunMode::Pipe && m_options.linesAreCommands);
    if (isInVain) {
        m_screen.problem(tr("There is not exactly one person of the name “%1” whom you have accepted. Start "
                            "salon-console --peer, compare the words and type /accept.")
                             .arg(Screen::safe(m_options.room)));
        QCoreApplication::exit(ExitNotConnected);
        return;
    }
    m_script->awaitPerson();
    if (m_mode != RunMode::Send)
        return;
    for (const QString &message : std::as_const(m_options.messages))
        m_script->take(messageOf(message));
    m_script->end();
}

void PeerApp::showPrompt()
{
    if (m_mode == RunMode::Person)
        m_editor->setPrompt(m_screen.ansi().prompt(Ansi::Style::Accent, tr("nearby")) + u"> "_s);
}

/// The person of --room, as soon as somebody accepted has that name; strangers may claim any.
void PeerApp::talkWithWanted()
{
    const QString wanted = m_options.room.startsWith(u'@') ? m_options.room.mid(1) : m_options.room;
    if (wanted.isEmpty() || m_hasTalked || !m_choosesItself || m_desk->view().isOpen() || m_desk->view().isOpening())
        return;
    const QList<NearbyPerson> accepted = m_desk->commands().acceptedNamed(wanted);
    if (accepted.size() == 1) {
        m_hasTalked = true;
        m_desk->view().open(accepted.constFirst().key);
        return;
    }
    const auto &everybody = m_desk->nearby().people().all();
    const auto stranger = std::find_if(everybody.begin(), everybody.end(), [&](const NearbyPerson &person) {
        return person.trust != PeerTrust::Accepted && foldedForSearch(person.name) == foldedForSearch(wanted);
    });
    if (m_mode == RunMode::Person && stranger != everybody.end() && !std::exchange(m_hasWarned, true))
        m_desk->commands().showStranger(NearbyPerson(*stranger));
}

/// Somebody answered at the address, and is not who was there before, or has the name of somebody else who is accepted.
/// A person decides; a script does not, unless the command line says so.
void PeerApp::noteDoubted(const NearbyPerson &person)
{
    if (person.doubt == PeerDoubt::None || person.address.isEmpty())
        return;
    if (m_options.acceptsNewKey) {
        m_desk->nearby().accept(person.key);
        return;
    }
    m_keyChanged = true;
    if (m_mode == RunMode::Person || m_options.linesAreCommands)
        return;
    m_screen.problem(m_desk->nearby().people().doubtOf(person));
    endForOtherKey(person.words);
}

/// Somebody accepted answers where somebody else is expected. Who was named gets what is for them all the same.
void PeerApp::noteOther(const QByteArray &person)
{
    const auto known = m_desk->nearby().people().find(person);
    if (!known || m_desk->view().isFor(person))
        return;
    m_keyChanged = true;
    if (m_mode == RunMode::Person || m_options.linesAreCommands) {
        m_screen.notice(tr("Nothing was opened. /direct %1 opens the conversation with %2.")
                            .arg(m_desk->commands().handleOf(*known), NearbyPeople::nameOf(*known)));
        return;
    }
    if (m_options.room.isEmpty() && !m_desk->view().isOpen() && !m_desk->view().isOpening())
        endForOtherKey(known->words);
}

void PeerApp::endForOtherKey(const QStringList &words)
{
    m_screen.problem(tr("The words of this device are: %1. Nothing was sent. Once you know that they are right, "
                        "--accept-new-key accepts this device.")
                         .arg(words.join(u' ')));
    QCoreApplication::exit(ExitKeyChanged);
}

/// Without a name on the command line, whoever is there first is who one talks with; at an address where somebody is
/// expected, that person alone.
void PeerApp::talkWithFirst(const QByteArray &person)
{
    PeerView &view = m_desk->view();
    if (view.isOpen() || view.isOpening() || !m_options.room.isEmpty() || !m_choosesItself)
        return;
    if (m_desk->nearby().isAwaited(person)) {
        view.open(person);
        return;
    }
    if (!std::exchange(m_keyChanged, true) && m_script && !m_options.linesAreCommands) {
        const auto known = m_desk->nearby().people().find(person);
        m_screen.problem(tr("%1 is here, and is not who was at that address before: nothing is sent to them.")
                             .arg(NearbyPeople::nameOf(known.value_or(NearbyPerson{}))));
    }
}

void PeerApp::takeLine(const QString &line)
{
    if (line.trimmed().isEmpty())
        return;
    if (m_script) {
        m_script->take(line);
        return;
    }
    m_editor->remember(line);
    if (!m_desk->take(line))
        takeRest(line);
}

void PeerApp::takeRest(const QString &line)
{
    if (runOwn(line))
        return;
    if (m_script)
        m_script->noteRefusal();
    if (line.startsWith(u'/') && !line.startsWith("//"_L1))
        m_screen.problem(tr("There is no command %1. /help shows them all; // at the start sends a slash.")
                             .arg(Screen::safe(line.section(u' ', 0, 0))));
    else
        m_screen.problem(
            tr("No conversation is open: your text was not sent. /nearby shows who is here, /direct opens one."));
}

bool PeerApp::runOwn(const QString &line)
{
    const QString command = line.section(u' ', 0, 0).toLower();
    const QString argument = line.section(u' ', 1).trimmed();
    if (command == "/quit"_L1) {
        inputEnded();
    } else if (command == "/help"_L1) {
        QList<CommandName> all = m_desk->commands().names();
        all.append({ { u"older"_s, {}, tr("Shows earlier messages.") },
            { u"nick"_s, tr("name"), tr("Changes the name that others see.") },
            { u"lang"_s, u"fr|en"_s, tr("Changes the language.") },
            { u"quit"_s, {}, tr("Ends the program. What is not delivered is kept.") } });
        Listings::commandTable(all, m_screen);
    } else if (command == "/nick"_L1) {
        if (const auto named = m_desk->nearby().setName(argument))
            m_screen.success(tr("Others see you as %1 now.").arg(m_desk->nearby().name()));
        else
            m_screen.problem(named.error());
    } else if (command == "/lang"_L1) {
        changeLanguage(argument);
    } else {
        return false;
    }
    return true;
}

void PeerApp::changeLanguage(const QString &code)
{
    if (!ConsoleLanguage::isKnown(code)) {
        m_screen.problem(tr("This program speaks fr and en."));
        return;
    }
    m_language.speak(code);
    m_profile.settings().change([&code](Settings &settings) { settings.language = code; });
    m_desk->nearby().retranslate();
    m_screen.success(tr("The program speaks English now."));
}

void PeerApp::inputEnded()
{
    if (m_script) {
        m_script->end();
        return;
    }
    if (const int queued = m_desk->nearby().queuedCount(); queued > 0)
        m_screen.notice(tr("%n message(s) wait and will be delivered next time.", nullptr, queued));
    QCoreApplication::exit(ExitDone);
}

} // namespace salon::console
