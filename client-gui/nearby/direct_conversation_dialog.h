// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/salon_dialog.h"
#include "shared/discovery/network_link.h"
#include "shared/transport/endpoint.h"

class QLineEdit;

namespace salon {

class FormField;
class Nearby;
class ScrolledContent;

/// A conversation with somebody whose address one knows: whoever does this first waits, the second connects. Shows
/// one's own address, to be told to the other, and waits visibly; it goes on when the dialog is closed, until stopped.
class DirectConversationDialog final : public SalonDialog
{
    Q_OBJECT

public:
    DirectConversationDialog(Theme &theme, Nearby &nearby, QWidget *parent = nullptr);

    /// This computer's addresses as others reach them, the best first: of networks, not of itself.
    [[nodiscard]] static QStringList ownAddresses(const QList<NetworkLink> &links);

Q_SIGNALS:
    /// The other is there: who is expected at an address, or whoever came to one where nobody was yet.
    void reached(const QByteArray &person);

protected:
    void retranslateUi() override;
    void applyTheme() override;

private:
    void submit();
    void stop();
    void showOwnAddress();
    void showWaiting();
    void notReached(const Endpoint &endpoint, const Error &error);
    void noteOther(const QByteArray &person, const QByteArray &expected);
    void personIsThere(const QByteArray &person);
    void reach(const QByteArray &person);

    Nearby &m_nearby;
    QStringList m_own;
    ScrolledContent *m_scrolled;
    TextLabel *m_what;
    QLineEdit *m_address;
    FormField *m_field;
    TextLabel *m_ownHead;
    TextLabel *m_ownAddress;
    TextLabel *m_waiting;
    QPushButton *m_stop;
    QPushButton *m_close;
    QPushButton *m_connect;
    Error m_why{};
    QByteArray m_other; ///< accepted, and answered instead of m_expected
    QByteArray m_expected;
};

} // namespace salon
