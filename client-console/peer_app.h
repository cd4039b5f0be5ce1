// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/options.h"
#include "client-console/peer_desk.h"
#include "client-console/peer_script.h"
#include "client-console/run_mode.h"
#include "client-console/screen.h"
#include "shared/base/console_language.h"
#include "shared/client-core/client_profile.h"

#include <QObject>
#include <memory>

namespace salon::console {

/// salon-console --peer [ADDRESS]: conversations with people nearby, without any server. With an address it connects
/// or waits there; without one it lets this device be found and shows who is near. For a person at a terminal, for
/// lines from a pipe, and for --send. Ends through QCoreApplication::exit().
class PeerApp : public QObject
{
    Q_OBJECT

public:
    PeerApp(Options options, ConsoleLanguage &language);
    ~PeerApp() override;

    /// Call once from the event loop.
    void start();

private:
    void profileOpened();
    void opened();
    void showPrompt();
    void takeLine(const QString &line);
    void takeRest(const QString &line);
    bool runOwn(const QString &line);
    void changeLanguage(const QString &code);
    void talkWithWanted();
    void noteDoubted(const NearbyPerson &person);
    void talkWithFirst(const QByteArray &person);
    void noteOther(const QByteArray &person);
    void endForOtherKey(const QStringList &words);
    void inputEnded();

    Options m_options;
    ConsoleLanguage &m_language;
    RunMode m_mode;
    SystemClock m_clock;
    ClientProfile m_profile;
    std::unique_ptr<LineEditor> m_editor;
    Screen m_screen;
    std::unique_ptr<PeerDesk> m_desk;
    std::unique_ptr<PeerScript> m_script;
    bool m_reads = false; ///< the pipe
    bool m_hasTalked = false; ///< the person of --room was found
    bool m_hasWarned = false; ///< a stranger of that name was told of
    bool m_keyChanged = false; ///< somebody else than expected is at the address, or came while it was waited for
    bool m_choosesItself = true; ///< no conversation was asked for in vain
};

} // namespace salon::console
