// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/join_attempt.h"
#include "shared/base/error.h"

#include <QObject>

class QLineEdit;

namespace salon {

class FormField;
class PasswordEdit;
class Theme;

/// What is typed to join a server: the fields, which of them a stage shows, whether their content will do, and which of
/// them an error is about. JoinForm places them and knows when they are asked for.
class JoinFields : public QObject
{
    Q_OBJECT

public:
    enum class Stage
    {
        Join, ///< address and name
        Invitation, ///< the server wants a code
        Account ///< username and password
    };

    /// The widgets become children of `form`.
    JoinFields(Theme &theme, QWidget &form);

    QLineEdit *address, *name, *newLogin;
    PasswordEdit *newPassword;
    QLineEdit *code, *login;
    PasswordEdit *password;
    FormField *addressField, *nameField, *newLoginField, *newPasswordField, *codeField, *loginField, *passwordField;

    /// In no particular order.
    [[nodiscard]] QList<FormField *> all() const;
    [[nodiscard]] QList<QLineEdit *> edits() const;

    /// Shows what the stage asks for; the address only when the server is still to be named, username and password of a
    /// new account only when they are wanted.
    void show(Stage stage, bool asksAddress, bool showsMore);
    void setEnabled(bool isEnabled);
    void clear();
    /// Passwords and the invitation.
    void clearSecrets();
    void clearTroubles();
    /// Room at either side, in pixels.
    void setInset(int pixels);
    void retranslate();
    /// The address was chosen from those found on the network: its hint becomes the key that was announced. Empty: it
    /// was not.
    void setAnnouncedPin(const QByteArray &pin);

    /// Fills `wish` with what the stages up to this one ask for. False: a field says what is wrong with it and has the
    /// cursor.
    [[nodiscard]] bool check(JoinWish &wish, Stage stage, bool asksAddress, bool hasMore);
    /// Else the first stage, the only one that asks for the name, must come again.
    [[nodiscard]] bool isNameFine() const;
    /// The field that the server's refusal is about; null when it is about none.
    [[nodiscard]] FormField *fieldFor(ErrorCode why, Stage stage) const;
    /// The first that is still to be filled.
    [[nodiscard]] QLineEdit *firstEmpty(Stage stage, bool asksAddress) const;

Q_SIGNALS:
    void edited();
    void submitted();

private:
    [[nodiscard]] bool checkAddress(JoinWish &wish);
    [[nodiscard]] bool checkAccount(JoinWish &wish);
    [[nodiscard]] bool checkNewAccount(JoinWish &wish);
    [[nodiscard]] bool checkCode(JoinWish &wish);

    QByteArray m_announcedPin;
};

} // namespace salon
