// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/widgets/banner.h"
#include "shared/client-core/session/session.h"

#include <QPointer>
#include <QTimer>

namespace salon {

class Workspace;

/// Says why there is no connection and what happens next, as the session knows it: any server may be looked at, at any
/// time. A loss that heals within five seconds is not worth a word.
class ConnectionBar : public Banner
{
    Q_OBJECT

public:
    static constexpr int SilentMs = 5000;

    explicit ConnectionBar(Theme &theme, QWidget *parent = nullptr);

    void setWorkspace(Workspace *workspace);
    /// For tests.
    void setSilentMs(int ms) { m_silence.setInterval(ms); }

Q_SIGNALS:
    void loginRequested(salon::RegistrationPolicy policy, const salon::Error &why);
    void serverKeyChanged(const QByteArray &expected, const QByteArray &presented);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString waitingWords(const Session &session) const;
    [[nodiscard]] static QString shortWords(const Session &session);
    void stateChanged();
    void showWords();
    void act();

    QPointer<Workspace> m_workspace;
    QTimer m_silence;
    QTimer m_second;
};

} // namespace salon
