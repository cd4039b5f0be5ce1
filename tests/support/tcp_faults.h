// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QTcpServer>
#include <memory>
#include <optional>
#include <vector>

class QTcpSocket;

namespace salon::test {

/// A TCP proxy on loopback that does to connections, exactly and on demand, what networks do to them by chance. All
/// connections share the plan that holds when they are made; stalls, drops and cuts on demand concern all there are.
class TcpFaults : public QObject
{
    Q_OBJECT
public:
    enum class Cut
    {
        Close, ///< both sides see an orderly end (FIN) after exactly the bytes forwarded
        Reset, ///< both sides see RST
        HalfClose ///< only the receiver of the cut direction sees FIN; the other direction goes on
    };
    enum class Way
    {
        ToServer,
        ToClient
    };

    struct Plan
    {
        std::optional<qint64> cutAfterToServer{}; ///< forwards exactly so many bytes, then cuts
        std::optional<qint64> cutAfterToClient{};
        Cut cut = Cut::Close;
        qint64 dribbleBytes = 0; ///< forwards at most so many bytes per turn of the loop; 0: all
        int delayMs = 0; ///< holds every byte back so long
    };

    /// Forwards 127.0.0.1:port() to 127.0.0.1:`target`.
    explicit TcpFaults(quint16 target, QObject *parent = nullptr);
    ~TcpFaults() override;

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    void setPlan(const Plan &plan) { m_plan = plan; }

    /// Reads nothing from the sender of this direction, so that it feels back-pressure in the end.
    void setStalled(Way way, bool stalled);
    /// Swallows what is sent in this direction: the other side hears nothing.
    void setDropping(Way way, bool dropping);
    void cutAll(Cut cut);

    [[nodiscard]] qint64 forwarded(Way way) const { return m_forwarded[size_t(way)]; }
    [[nodiscard]] int connections() const { return m_connections; }

private:
    class Link;

    void accept();

    QTcpServer m_server;
    quint16 m_target;
    Plan m_plan;
    bool m_stalled[2] = { false, false };
    bool m_dropping[2] = { false, false };
    qint64 m_forwarded[2] = { 0, 0 };
    int m_connections = 0;
    std::vector<std::unique_ptr<Link>> m_links;
};

} // namespace salon::test
