// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/join_fields.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/dialogs/form_field.h"
#include "client-gui/dialogs/password_edit.h"
#include "client-gui/nearby/found_server.h"
#include "shared/base/text_checks.h"
#include "shared/base/text_limits.h"
#include "shared/client-core/text/error_text.h"
#include "shared/client-core/text/login_suggestion.h"

#include <QLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr int MaxAddressChars = 1024;
constexpr int MaxCodeChars = 64;

QLineEdit *makeEdit(const char *name, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(QLatin1StringView(name));
    return edit;
}

PasswordEdit *makePasswordEdit(const char *name, Theme &theme, QWidget *parent)
{
    auto *edit = new PasswordEdit(theme, parent);
    edit->setObjectName(QLatin1StringView(name));
    return edit;
}

/// False, for whoever returns it.
bool refuse(FormField *field, FormField::Words words)
{
    field->setTrouble(std::move(words));
    field->input()->setFocus();
    return false;
}

} // namespace

JoinFields::JoinFields(Theme &theme, QWidget &form)
    : QObject(&form)
    , address(makeEdit("address", &form))
    , name(makeEdit("name", &form))
    , newLogin(makeEdit("newLogin", &form))
    , newPassword(makePasswordEdit("newPassword", theme, &form))
    , code(makeEdit("code", &form))
    , login(makeEdit("login", &form))
    , password(makePasswordEdit("password", theme, &form))
    , addressField(new FormField(theme, address, 2, &form))
    , nameField(new FormField(theme, name, 1, &form))
    , newLoginField(new FormField(theme, newLogin, 2, &form))
    , newPasswordField(new FormField(theme, newPassword, 2, &form))
    , codeField(new FormField(theme, code, 2, &form))
    , loginField(new FormField(theme, login, 1, &form))
    , passwordField(new FormField(theme, password, 1, &form))
{
    address->setMaxLength(MaxAddressChars);
    address->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase);
    address->addAction(tintedIcon(theme, u"link"_s), QLineEdit::LeadingPosition);
    code->setMaxLength(MaxCodeChars);
    newLogin->setMaxLength(int(text_limits::MaxLoginChars));
    login->setMaxLength(int(text_limits::MaxLoginChars));
    for (QLineEdit *edit : edits()) {
        connect(edit, &QLineEdit::returnPressed, this, &JoinFields::submitted);
        connect(edit, &QLineEdit::textEdited, this, &JoinFields::edited);
    }
    connect(name, &QLineEdit::textChanged, this,
        [this](const QString &typed) { newLogin->setPlaceholderText(suggestLogin(typed)); });
}

QList<FormField *> JoinFields::all() const
{
    return { addressField, nameField, newLoginField, newPasswordField, codeField, loginField, passwordField };
}

QList<QLineEdit *> JoinFields::edits() const
{
    return { address, name, newLogin, newPassword, code, login, password };
}

void JoinFields::show(Stage stage, bool asksAddress, bool showsMore)
{
    const bool joins = stage == Stage::Join;
    addressField->setVisible(asksAddress);
    nameField->setVisible(joins);
    codeField->setVisible(stage == Stage::Invitation);
    loginField->setVisible(stage == Stage::Account);
    passwordField->setVisible(stage == Stage::Account);
    newLoginField->setVisible(joins && showsMore);
    newPasswordField->setVisible(joins && showsMore);
}

void JoinFields::setEnabled(bool isEnabled)
{
    for (FormField *field : all())
        field->setEnabled(isEnabled);
}

void JoinFields::clear()
{
    for (QLineEdit *edit : edits())
        edit->clear();
}

void JoinFields::clearSecrets()
{
    for (QLineEdit *edit : QList<QLineEdit *>{ code, password, newPassword })
        edit->clear();
}

void JoinFields::clearTroubles()
{
    for (FormField *field : all())
        field->clearTrouble();
}

void JoinFields::setInset(int pixels)
{
    for (FormField *field : all())
        field->layout()->setContentsMargins(pixels, 0, pixels, 0);
}

bool JoinFields::check(JoinWish &wish, Stage stage, bool asksAddress, bool hasMore)
{
    if (asksAddress && !checkAddress(wish))
        return false;
    if (stage == Stage::Account)
        return checkAccount(wish);
    const Result<QString> shown = checkDisplayName(name->text());
    if (!shown) {
        const bool isEmpty = name->text().trimmed().isEmpty();
        return refuse(nameField, [isEmpty, error = shown.error()] {
            return isEmpty ? tr("Type the name that others shall see.") : ErrorText::of(error);
        });
    }
    wish.displayName = *shown;
    if (hasMore && !checkNewAccount(wish))
        return false;
    return stage != Stage::Invitation || checkCode(wish);
}

bool JoinFields::isNameFine() const
{
    return checkDisplayName(name->text()).has_value();
}

bool JoinFields::checkAddress(JoinWish &wish)
{
    const Result<JoinLink> link = JoinLink::parse(address->text());
    if (!link)
        return refuse(addressField,
            [] { return tr("Paste the link that you were given, or type an address such as chat.example.org."); });
    wish.link = *link;
    return true;
}

bool JoinFields::checkAccount(JoinWish &wish)
{
    wish.hasAccount = true;
    const Result<QString> checked = checkLogin(login->text().trimmed());
    if (!checked)
        return refuse(loginField, [] { return tr("Type your username here."); });
    if (password->text().isEmpty())
        return refuse(passwordField, [] { return tr("Type the password of this account."); });
    wish.login = *checked;
    wish.password = password->text();
    return true;
}

bool JoinFields::checkNewAccount(JoinWish &wish)
{
    const QString wanted = newLogin->text().trimmed();
    const Result<QString> checked = checkLogin(wanted);
    if (!wanted.isEmpty() && !checked)
        return refuse(newLoginField, [error = checked.error()] { return ErrorText::of(error); });
    wish.login = wanted.isEmpty() ? QString() : *checked;
    const Result<QString> secret = checkPassword(newPassword->text());
    if (!newPassword->text().isEmpty() && !secret)
        return refuse(newPasswordField, [error = secret.error()] { return ErrorText::of(error); });
    wish.password = newPassword->text();
    return true;
}

bool JoinFields::checkCode(JoinWish &wish)
{
    QString typed = code->text().trimmed();
    if (const Result<JoinLink> link = JoinLink::parse(typed); link && !link->invitation.isEmpty())
        typed = link->invitation; // the whole link was pasted
    if (typed.isEmpty())
        return refuse(codeField, [] { return tr("Type or paste the invitation that you were given."); });
    wish.invitation = typed;
    return true;
}

FormField *JoinFields::fieldFor(ErrorCode why, Stage stage) const
{
    switch (why) {
    case ErrorCode::HostNotFound:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::TlsFailed:
    case ErrorCode::InvalidAddress:
    case ErrorCode::TimedOut:
    case ErrorCode::ConnectionLost:
    case ErrorCode::MalformedFrame:
    case ErrorCode::ServerKeyChanged:
        return addressField;
    case ErrorCode::InvalidDisplayName:
    case ErrorCode::NameLooksAlike:
        return nameField;
    case ErrorCode::LoginTaken:
    case ErrorCode::InvalidLogin:
        return newLoginField;
    case ErrorCode::PasswordTooShort:
    case ErrorCode::PasswordTooLong:
        return stage == Stage::Account ? passwordField : newPasswordField;
    case ErrorCode::WrongCredentials:
    case ErrorCode::AccountUnknown:
        return passwordField;
    default:
        return nullptr;
    }
}

QLineEdit *JoinFields::firstEmpty(Stage stage, bool asksAddress) const
{
    if (asksAddress && address->text().isEmpty())
        return address;
    return stage == Stage::Account   ? (login->text().isEmpty() ? login : password)
        : stage == Stage::Invitation ? code
                                     : name;
}

void JoinFields::setAnnouncedPin(const QByteArray &pin)
{
    m_announcedPin = pin;
    retranslate();
}

void JoinFields::retranslate()
{
    addressField->setWords(tr("Join link or address"),
        m_announcedPin.isEmpty() ? tr("Somebody who is on the server can give it to you.")
                                 : FoundServerText::keyHint(m_announcedPin));
    address->setPlaceholderText(tr("salon://… or chat.example.org"));
    nameField->setWords(tr("Your name"), tr("As others will see it; you can change it later."));
    newLoginField->setWords(tr("Username"), tr("Others mention you by it. Left empty, it is made from your name."));
    newPasswordField->setWords(
        tr("Password (optional)"), tr("Lets you log in from another device too. You can set it later."));
    codeField->setWords(tr("Invitation"),
        tr("This server lets people in by invitation. Paste the code or the whole link that you were given."));
    loginField->setWords(tr("Username"));
    passwordField->setWords(tr("Password"));
}

} // namespace salon
