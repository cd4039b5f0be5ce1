// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/salon_dialog.h"

class QCheckBox;

namespace salon {

class Card;

/// The hard stop when a server shows another key than before. What is done without thinking (Enter, Esc, closing) stays
/// disconnected; accepting takes a check mark and a button.
class ServerKeyDialog final : public SalonDialog
{
    Q_OBJECT

public:
    ServerKeyDialog(Theme &theme, const QString &server, const QByteArray &expected, const QByteArray &presented,
        QWidget *parent = nullptr);

Q_SIGNALS:
    /// The person compared the fingerprints and wants the new key.
    void newKeyAccepted();

protected:
    void retranslateUi() override;
    void applyTheme() override;

private:
    TextLabel *addFingerprint(const QByteArray &pin, const char *objectName);

    QString m_server;
    TextLabel *m_what;
    TextLabel *m_why;
    Card *m_card;
    TextLabel *m_oldLabel;
    TextLabel *m_newLabel;
    TextLabel *m_old;
    TextLabel *m_new;
    QCheckBox *m_compared;
    QPushButton *m_accept;
    QPushButton *m_stay;
};

} // namespace salon
