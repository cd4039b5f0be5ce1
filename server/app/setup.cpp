// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/setup.h"

#include "server/app/config_edit.h"
#include "server/app/file_owner.h"
#include "server/app/reach.h"
#include "shared/base/private_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

struct SetupText
{
    Q_DECLARE_TR_FUNCTIONS(SetupText)
};

using Who = Reach::Who;

constexpr std::array registrations{ "invitation", "open", "closed" };

tl::unexpected<ConfigProblem> refuse(const QString &sentence)
{
    return tl::unexpected(ConfigProblem{ sentence });
}

QByteArray readText(const QString &path)
{
    const auto bytes = readSmallFile(path);
    return bytes ? *bytes : QByteArray();
}

/// FILE.bak, or the first of FILE.bak2 … that is free.
QString freeBackupName(const QString &file)
{
    QString name = file + u".bak"_s;
    for (int number = 2; QFileInfo::exists(name) || QFileInfo(name).isSymLink(); ++number)
        name = file + u".bak%1"_s.arg(number);
    return name;
}

} // namespace

Setup::Setup(Config config, QString file)
    : m_config(std::move(config))
    , m_file(std::move(file))
{
    if (const QString real = QFileInfo(m_file).canonicalFilePath(); !real.isEmpty())
        m_file = real; // what a link points to is written, not the link
}

std::optional<QString> Setup::nameFrom(const QString &answer, const Say &say) const
{
    if (answer.isEmpty())
        return m_config.name;
    Config probe = m_config;
    if (const auto set = setConfigKey(probe, u"name"_s, answer); !set) {
        say(set.error().sentence);
        return {};
    }
    if (std::any_of(answer.cbegin(), answer.cend(), [](QChar character) { return !character.isPrint(); })) {
        say(SetupText::tr("A name has no control characters."));
        return {};
    }
    return answer;
}

bool Setup::askAll(const Ask &ask, const Say &say)
{
    // Each question until it has an answer; the end of input is the end of the setup.
    const auto askUntil = [&](const QString &prompt, const auto &take) {
        while (const auto line = ask(prompt)) {
            if (take(line->trimmed()))
                return true;
        }
        return false;
    };
    say(SetupText::tr("Three questions; Enter takes what stands in [brackets]."));
    const bool named = askUntil(
        SetupText::tr("Name of the server, as people see it [%1]: ").arg(m_config.name), [&](const QString &answer) {
            const auto name = nameFrom(answer, say);
            m_config.name = name.value_or(m_config.name);
            return name.has_value();
        });
    if (!named)
        return false;

    const Reach offered = Reach::of(m_config);
    QString shown = QString::number(int(offered.who));
    if (offered.who == Who::AsItIs)
        shown = m_config.listen.join(u", "_s);
    else if (!offered.publicAddress.isEmpty())
        shown += u' ' + offered.publicAddress;
    else if (offered.port != Reach().port)
        shown += u" %1"_s.arg(offered.port);
    say(SetupText::tr("Who may reach it?\n"
                      "  1  only this computer\n"
                      "  2  the local network\n"
                      "  3  everyone, also from the Internet\n"
                      "A port may follow (2 8000), and behind 3 the name by which the server is reached from outside\n"
                      "(3 chat.example.org:8000). Without one it is port %1.")
            .arg(offered.port));
    const bool reached = askUntil(SetupText::tr("Answer [%1]: ").arg(shown), [&](const QString &answer) {
        const auto reach = Reach::read(answer, offered);
        if (!reach) {
            say(SetupText::tr("Type 1, 2 or 3, and behind it a port from 1 to 65535 if it is another one."));
            return false;
        }
        reach->applyTo(m_config);
        return true;
    });
    if (!reached)
        return false;

    const auto current = std::find(registrations.begin(), registrations.end(), m_config.registration.toLatin1());
    say(SetupText::tr("Who may make an account?\n"
                      "  1  people with an invitation\n"
                      "  2  everybody who reaches the server\n"
                      "  3  nobody any more"));
    return askUntil(
        SetupText::tr("Answer [%1]: ").arg(current - registrations.begin() + 1), [&](const QString &answer) {
            if (answer.isEmpty())
                return true;
            bool isNumber = false;
            const uint number = answer.toUInt(&isNumber);
            if (!isNumber || number < 1 || number > registrations.size()) {
                say(SetupText::tr("Type 1, 2 or 3."));
                return false;
            }
            m_config.registration = QString::fromLatin1(registrations.at(number - 1));
            return true;
        });
}

ConfigResult<> Setup::run(const Ask &ask, const Say &say)
{
    const bool isThere = QFileInfo::exists(m_file);
    const QByteArray before = isThere ? readText(m_file) : defaultConfigText();
    if (isThere && ask)
        say(SetupText::tr("%1 is there already; what is not asked here stays in it.").arg(m_file));
    if (ask && !askAll(ask, say))
        return refuse(SetupText::tr("The setup was stopped; nothing was written."));
    const auto after = editedConfigText(before, m_config);
    if (!after)
        return refuse(m_file + u": "_s + after.error().sentence);
    if (isThere && *after == before) {
        say(SetupText::tr("%1 is right as it is; nothing was changed.").arg(m_file));
        sayWhatIsNext(say);
        return {};
    }
    if (isThere && !ask)
        return refuse(SetupText::tr("%1 is there already and says something else; nothing was changed.").arg(m_file));
    auto written = write(isThere ? before : QByteArray(), *after, say);
    if (written)
        sayWhatIsNext(say);
    return written;
}

ConfigResult<> Setup::write(const QByteArray &before, const QByteArray &after, const Say &say) const
{
    const QString folder = QFileInfo(m_file).absolutePath();
    if (!before.isEmpty()) {
        const QString backup = freeBackupName(m_file);
        if (const auto kept = writePrivateFile(backup, before); !kept)
            return refuse(SetupText::tr("%1 cannot be written: %2.").arg(backup, kept.error().detail));
        FileOwner::of(m_file).give(backup);
        say(SetupText::tr("The configuration before this one is kept as %1.").arg(backup));
    }
    // A new file belongs to whom the folder does: root sets up what the server's own user reads. It holds no secret.
    const FileOwner owner = FileOwner::of(before.isEmpty() ? folder : m_file);
    if (const auto written = writePrivateFile(m_file, after, true); !written)
        return refuse(SetupText::tr("%1 cannot be written: %2.").arg(m_file, written.error().detail));
    owner.give(m_file);
    say(SetupText::tr("The configuration is in %1.").arg(m_file));
    return {};
}

void Setup::sayWhatIsNext(const Say &say) const
{
    const Reach reach = Reach::of(m_config);
    if (reach.who == Who::LocalNetwork || reach.who == Who::Everyone) {
        say(SetupText::tr(
            "If there is a firewall, let TCP port %1 through it, and UDP port %2 so that people nearby find "
            "the server.")
                .arg(reach.port)
                .arg(m_config.discoveryPort));
    }
    if (reach.who == Who::Everyone)
        say(SetupText::tr("If there is a router, let it forward TCP port %1 to this computer.").arg(reach.port));
    if (m_file.startsWith("/etc/"_L1) && QFileInfo::exists(u"/run/systemd/system"_s)) {
        say(SetupText::tr("Next: %1").arg(u"systemctl restart salon-server"_s));
        return;
    }
    QString command = u"salon-server"_s;
    const auto quoted = [](const QString &path) {
        return path.contains(u' ') || path.contains(u'\'') ? u'"' + path + u'"' : path;
    };
    if (m_file != m_config.data + u"/salon-server.toml"_s)
        command += u" --config "_s + quoted(m_file);
    command += u" --data "_s + quoted(m_config.data);
    say(SetupText::tr("Next: %1").arg(command));
    say(SetupText::tr("At its first start the server shows a join link; whoever opens it first owns the server."));
}

} // namespace salon::server
