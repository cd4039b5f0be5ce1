// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/discover.h"

#include "client-console/exit_code.h"
#include "shared/base/terminal_text.h"
#include "shared/transport/endpoint.h"
#include "shared/transport/tls_identity.h"

#include <QLocale>
#include <algorithm>
#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

constexpr qsizetype Columns = 5;
using Row = std::array<QString, Columns>;

QString addressOf(const Neighbour &neighbour)
{
    return Endpoint::tcp(neighbour.addresses.value(0).toString(), neighbour.said.port).toString();
}

QList<Neighbour> sorted(QList<Neighbour> neighbours)
{
    std::stable_sort(neighbours.begin(), neighbours.end(), [](const Neighbour &a, const Neighbour &b) {
        return std::pair(a.said.kind, a.said.name.toCaseFolded()) < std::pair(b.said.kind, b.said.name.toCaseFolded());
    });
    return neighbours;
}

} // namespace

Discover::Discover(const Ansi &ansi, bool forPeople, QObject *parent)
    : QObject(parent)
    , m_ansi(ansi)
    , m_forPeople(forPeople)
{
    connect(&m_probe, &DiscoveryProbe::finished, this, &Discover::finish);
}

void Discover::start()
{
    const quint16 port = qEnvironmentVariable("SALON_DISCOVERY_PORT").toUShort();
    m_probe.start(port != 0 ? port : discovery::DefaultPort);
}

void Discover::finish()
{
    const QList<Neighbour> neighbours = sorted(m_probe.neighbours());
    if (neighbours.isEmpty()) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(tr("Nobody answered on this network.")));
        QCoreApplication::exit(ExitNotConnected);
        return;
    }
    std::fputs(qUtf8Printable(m_forPeople ? table(neighbours) : linesForPrograms(neighbours)), stdout);
    QCoreApplication::exit(ExitDone);
}

QString Discover::linesForPrograms(const QList<Neighbour> &neighbours)
{
    QString lines;
    for (const Neighbour &neighbour : neighbours) {
        const DiscoveryReply &said = neighbour.said;
        const QStringList cells{ said.kind == DiscoveryKind::Server ? u"server"_s : u"person"_s, addressOf(neighbour),
            QString::number(said.online), said.pin.isEmpty() ? u"-"_s : pinText(said.pin),
            safeLineForTerminal(said.name) };
        lines += cells.join(u'\t') + u'\n';
    }
    return lines;
}

QString Discover::table(const QList<Neighbour> &neighbours) const
{
    QList<Row> rows;
    for (const Neighbour &neighbour : neighbours) {
        const DiscoveryReply &said = neighbour.said;
        const bool isServer = said.kind == DiscoveryKind::Server;
        rows.append(
            { said.name.isEmpty() ? u"—"_s : safeLineForTerminal(said.name), isServer ? tr("server") : tr("person"),
                addressOf(neighbour), isServer ? QLocale().toString(said.online) : u"—"_s,
                said.pin.isEmpty() ? tr("without TLS") : fingerprintText(said.pin) });
    }
    //: headings of the table of servers and people found on the local network
    const Row headings{ tr("Name"), tr("Kind"), tr("Address"), tr("People"), tr("Key") };
    Row widest = headings;
    for (const Row &row : std::as_const(rows)) {
        for (size_t i = 0; i < Columns; ++i) {
            if (row[i].size() > widest[i].size())
                widest[i] = row[i];
        }
    }
    const auto line = [&widest](const Row &row) {
        QString text;
        for (size_t i = 0; i + 1 < Columns; ++i)
            text += row[i].leftJustified(widest[i].size()) + u"  "_s;
        return text + row.back();
    };
    QString text = m_ansi.styled(Ansi::Style::Muted, line(headings)) + u'\n';
    for (const Row &row : std::as_const(rows))
        text += line(row) + u'\n';
    return text
        + m_ansi.styled(Ansi::Style::Muted,
            tr("To join a server: salon-console ADDRESS. Names and keys are what each one says of itself; compare the "
               "key with the one that the person who runs it shows you."))
        + u'\n';
}

} // namespace salon::console
