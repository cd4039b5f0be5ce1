// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/join_form.h"

#include "client-gui/app/control_look.h"
#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/dialogs/form_field.h"
#include "client-gui/dialogs/password_edit.h"
#include "client-gui/widgets/text_label.h"
#include "shared/base/text_checks.h"
#include "shared/base/text_limits.h"
#include "shared/client-core/text/error_text.h"
#include "shared/client-core/text/login_suggestion.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr int StatusLines = 2;
constexpr int MaxAddressChars = 1024;

QLineEdit *makeEdit(const char *name, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(QLatin1StringView(name));
    return edit;
}

} // namespace

JoinForm::JoinForm(Theme &theme, Workspaces &workspaces, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_attempt(new JoinAttempt(workspaces, this))
    , m_address(makeEdit("address", this))
    , m_name(makeEdit("name", this))
    , m_newLogin(makeEdit("newLogin", this))
    , m_newPassword(new PasswordEdit(theme, this))
    , m_code(makeEdit("code", this))
    , m_login(makeEdit("login", this))
    , m_password(new PasswordEdit(theme, this))
    , m_addressField(new FormField(theme, m_address, 2, this))
    , m_nameField(new FormField(theme, m_name, 1, this))
    , m_newLoginField(new FormField(theme, m_newLogin, 2, this))
    , m_newPasswordField(new FormField(theme, m_newPassword, 2, this))
    , m_codeField(new FormField(theme, m_code, 2, this))
    , m_loginField(new FormField(theme, m_login, 1, this))
    , m_passwordField(new FormField(theme, m_password, 1, this))
    , m_more(new QPushButton(this))
    , m_status(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_side(new QPushButton(this))
    , m_submit(new QPushButton(this))
{
    m_newPassword->setObjectName(u"newPassword"_s);
    m_password->setObjectName(u"password"_s);
    m_more->setObjectName(u"more"_s);
    m_side->setObjectName(u"side"_s);
    m_submit->setObjectName(u"submit"_s);
    m_address->setMaxLength(MaxAddressChars);
    m_address->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase);
    m_address->addAction(tintedIcon(theme, u"link"_s), QLineEdit::LeadingPosition);
    m_code->setMaxLength(64);
    m_newLogin->setMaxLength(int(text_limits::MaxLoginChars));
    m_login->setMaxLength(int(text_limits::MaxLoginChars));
    m_more->setCheckable(true);
    setButtonLook(m_more, ButtonLook::Quiet);
    setButtonLook(m_side, ButtonLook::Quiet);
    setButtonLook(m_submit, ButtonLook::Accent);
    m_submit->setDefault(true);
    m_side->setAutoDefault(false);
    m_more->setAutoDefault(false);
    m_status->setWordWrap(true);
    m_status->setAlignment(Qt::AlignLeading | Qt::AlignBottom);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    for (FormField *field : { m_addressField, m_nameField, m_codeField, m_loginField, m_passwordField })
        column->addWidget(field);
    m_moreRow = new QHBoxLayout;
    m_moreRow->addWidget(m_more);
    m_moreRow->addStretch(1);
    column->addLayout(m_moreRow);
    column->addWidget(m_newLoginField);
    column->addWidget(m_newPasswordField);
    column->addWidget(m_status);
    m_buttons = new QHBoxLayout;
    m_buttons->addWidget(m_side);
    m_buttons->addStretch(1);
    m_buttons->addWidget(m_submit);
    column->addLayout(m_buttons);

    const QList<QWidget *> order{ m_address, m_name, m_code, m_login, m_password, m_more, m_newLogin, m_newPassword,
        m_side, m_submit };
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
    for (QLineEdit *edit : std::initializer_list<QLineEdit *>{
             m_address, m_name, m_newLogin, m_newPassword, m_code, m_login, m_password }) {
        connect(edit, &QLineEdit::returnPressed, this, &JoinForm::submit);
        connect(edit, &QLineEdit::textEdited, this, &JoinForm::clearTroubles);
    }
    connect(m_name, &QLineEdit::textChanged, this,
        [this](const QString &name) { m_newLogin->setPlaceholderText(suggestLogin(name)); });
    connect(m_submit, &QPushButton::clicked, this, &JoinForm::submit);
    connect(m_side, &QPushButton::clicked, this, &JoinForm::sideClicked);
    connect(m_more, &QPushButton::toggled, this, &JoinForm::showMore);
    connect(m_attempt, &JoinAttempt::stepChanged, this, [this] {
        updateControls();
        showProgress();
    });
    connect(m_attempt, &JoinAttempt::joined, this, &JoinForm::done);
    connect(m_attempt, &JoinAttempt::keyChanged, this, &JoinForm::keyChanged);
    connect(m_attempt, &JoinAttempt::failed, this, &JoinForm::failed);
    connect(m_attempt, &JoinAttempt::invitationNeeded, this, [this](const Error &why) {
        const bool isFirst = m_stage != Stage::Invitation && why.code == ErrorCode::InvitationNeeded;
        setStage(Stage::Invitation);
        if (!isFirst) // asked for the first time it is no failure; the hint says it
            refused(m_codeField, why);
        m_code->setFocus();
    });
    connect(m_attempt, &JoinAttempt::accountNeeded, this, [this] {
        setStage(Stage::Account);
        showStatus([] { return tr("This server takes no new accounts. Log in if you have one, or ask its operator."); },
            false);
        focusFirst();
    });
    connect(&theme, &Theme::changed, this, &JoinForm::applyTheme);
    setStage(Stage::Join);
    applyTheme();
}

void JoinForm::setInset(int drawnPixels)
{
    m_drawnInset = drawnPixels;
    applyTheme();
}

void JoinForm::setLink(const QString &link)
{
    cancel();
    setStage(Stage::Join);
    m_address->setText(link.trimmed());
    m_address->setCursorPosition(0);
    focusFirst();
}

void JoinForm::setName(const QString &name)
{
    m_name->setText(name);
}

void JoinForm::setWorkspace(Workspace *workspace, RegistrationPolicy policy, const Error &why)
{
    m_workspace = workspace;
    m_address->setText(workspace->server().address.host);
    m_addressField->hide();
    m_name->setText(workspace->server().displayName);
    m_login->setText(workspace->server().login);
    const bool wasRegistering = !workspace->server().enrolled && workspace->server().login.isEmpty();
    setStage(!wasRegistering                           ? Stage::Account
            : policy == RegistrationPolicy::Invitation ? Stage::Invitation
            : policy == RegistrationPolicy::Closed     ? Stage::Account
                                                       : Stage::Join);
    showStatus([why] { return ErrorText::of(why); }, true);
    focusFirst();
}

void JoinForm::submit()
{
    if (isBusy())
        return;
    clearTroubles();
    JoinWish wish;
    if (!check(wish))
        return;
    if (m_workspace)
        m_attempt->start(m_workspace, wish);
    else
        m_attempt->start(wish);
}

void JoinForm::cancel()
{
    m_attempt->cancel();
    clearTroubles();
}

void JoinForm::reset()
{
    cancel();
    for (QLineEdit *edit :
        std::initializer_list<QLineEdit *>{ m_address, m_name, m_newLogin, m_newPassword, m_code, m_login, m_password })
        edit->clear();
    m_more->setChecked(false);
    setStage(Stage::Join);
}

QString JoinForm::statusText() const
{
    return m_status->text();
}

bool JoinForm::checkLink(JoinWish &wish)
{
    if (m_workspace)
        return true;
    const Result<JoinLink> link = JoinLink::parse(m_address->text());
    if (!link) {
        m_addressField->setTrouble(
            [] { return tr("Paste the link that you were given, or type an address such as chat.example.org."); });
        m_address->setFocus();
        return false;
    }
    wish.link = *link;
    return true;
}

bool JoinForm::check(JoinWish &wish)
{
    if (!checkLink(wish))
        return false;
    const auto refuse = [](FormField *field, FormField::Words words) {
        field->setTrouble(std::move(words));
        field->input()->setFocus();
        return false;
    };
    if (m_stage == Stage::Account) {
        wish.hasAccount = true;
        const Result<QString> login = checkLogin(m_login->text().trimmed());
        if (!login)
            return refuse(m_loginField, [] { return tr("Type the name of your account here."); });
        if (m_password->text().isEmpty())
            return refuse(m_passwordField, [] { return tr("Type the password of this account."); });
        wish.login = *login;
        wish.password = m_password->text();
        return true;
    }
    const Result<QString> name = checkDisplayName(m_name->text());
    if (!name) {
        if (m_stage != Stage::Join)
            setStage(Stage::Join);
        const bool isEmpty = m_name->text().trimmed().isEmpty();
        return refuse(m_nameField, [isEmpty, error = name.error()] {
            return isEmpty ? tr("Type the name that others shall see.") : ErrorText::of(error);
        });
    }
    wish.displayName = *name;
    if (m_more->isChecked()) { // it counts in the stages after it too
        const QString wanted = m_newLogin->text().trimmed();
        const Result<QString> login = checkLogin(wanted);
        if (!wanted.isEmpty() && !login)
            return refuse(m_newLoginField, [error = login.error()] { return ErrorText::of(error); });
        wish.login = wanted.isEmpty() ? QString() : *login;
        const Result<QString> password = checkPassword(m_newPassword->text());
        if (!m_newPassword->text().isEmpty() && !password)
            return refuse(m_newPasswordField, [error = password.error()] { return ErrorText::of(error); });
        wish.password = m_newPassword->text();
    }
    if (m_stage == Stage::Invitation) {
        QString code = m_code->text().trimmed();
        if (const Result<JoinLink> link = JoinLink::parse(code); link && !link->invitation.isEmpty())
            code = link->invitation; // the whole link was pasted
        if (code.isEmpty())
            return refuse(m_codeField, [] { return tr("Type or paste the invitation that you were given."); });
        wish.invitation = code;
    }
    return true;
}

void JoinForm::failed(const Error &why)
{
    switch (why.code) {
    case ErrorCode::HostNotFound:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::TlsFailed:
    case ErrorCode::InvalidAddress:
    case ErrorCode::TimedOut:
    case ErrorCode::ConnectionLost:
    case ErrorCode::MalformedFrame:
        if (m_workspace)
            refused(nullptr, why);
        else
            refused(m_addressField, why);
        break;
    case ErrorCode::ServerKeyChanged:
        m_addressField->setTrouble([] {
            return tr("The server at this address is not the one that the link names. Nothing was sent to it. "
                      "Ask for a new link.");
        });
        break;
    case ErrorCode::InvalidDisplayName:
    case ErrorCode::NameLooksAlike:
        setStage(Stage::Join);
        refused(m_nameField, why);
        break;
    case ErrorCode::LoginTaken:
    case ErrorCode::InvalidLogin:
        setStage(Stage::Join);
        m_more->setChecked(true);
        refused(m_newLoginField, why);
        break;
    case ErrorCode::PasswordTooShort:
    case ErrorCode::PasswordTooLong:
        refused(m_stage == Stage::Account ? m_passwordField : m_newPasswordField, why);
        break;
    case ErrorCode::WrongCredentials:
    case ErrorCode::AccountUnknown:
        refused(m_passwordField, why);
        m_password->selectAll();
        break;
    default:
        refused(nullptr, why);
        break;
    }
}

void JoinForm::refused(FormField *field, const Error &why)
{
    if (!field || field->isHidden()) {
        showStatus([why] { return ErrorText::of(why); }, true);
        return;
    }
    field->setTrouble(why);
    field->input()->setFocus();
}

void JoinForm::setStage(Stage stage)
{
    m_stage = stage;
    m_addressField->setVisible(!m_workspace);
    m_nameField->setVisible(stage == Stage::Join);
    m_more->setVisible(stage == Stage::Join);
    m_codeField->setVisible(stage == Stage::Invitation);
    m_loginField->setVisible(stage == Stage::Account);
    m_passwordField->setVisible(stage == Stage::Account);
    showMore(m_more->isChecked());
    clearTroubles();
    retranslateUi();
    Q_EMIT stageChanged(stage);
}

void JoinForm::showMore(bool shows)
{
    m_more->setIcon(tintedIcon(m_theme, shows ? u"chevron-down"_s : u"chevron-right"_s));
    m_newLoginField->setVisible(shows && m_stage == Stage::Join);
    m_newPasswordField->setVisible(shows && m_stage == Stage::Join);
}

void JoinForm::sideClicked()
{
    if (isBusy()) {
        cancel();
        focusFirst();
        return;
    }
    setStage(m_stage == Stage::Account ? Stage::Join : Stage::Account);
    focusFirst();
}

void JoinForm::showStatus(Words words, bool isTrouble)
{
    m_statusWords = std::move(words);
    m_status->setText(m_statusWords ? m_statusWords() : QString());
    m_status->setColourRole(isTrouble ? ColourRole::Danger : ColourRole::Muted);
    if (isTrouble && m_statusWords) {
        QAccessibleEvent alert(m_status, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void JoinForm::showProgress()
{
    const QString host
        = m_workspace ? m_workspace->name() : JoinLink::parse(m_address->text()).value_or(JoinLink{}).host;
    switch (m_attempt->step()) {
    case JoinAttempt::Step::Idle:
        showStatus({}, false);
        break;
    case JoinAttempt::Step::Connecting:
        showStatus([host] { return tr("Connecting to %1…").arg(host); }, false);
        break;
    case JoinAttempt::Step::Securing:
        showStatus([host] { return tr("Making the connection to %1 secure…").arg(host); }, false);
        break;
    case JoinAttempt::Step::SigningIn:
        showStatus([host] { return tr("Signing in to %1…").arg(host); }, false);
        break;
    }
}

void JoinForm::clearTroubles()
{
    for (FormField *field : { m_addressField, m_nameField, m_newLoginField, m_newPasswordField, m_codeField,
             m_loginField, m_passwordField })
        field->clearTrouble();
    if (!isBusy())
        showStatus({}, false);
}

void JoinForm::updateControls()
{
    const bool isBusy = this->isBusy();
    for (FormField *field : { m_addressField, m_nameField, m_newLoginField, m_newPasswordField, m_codeField,
             m_loginField, m_passwordField })
        field->setEnabled(!isBusy);
    m_more->setEnabled(!isBusy);
    m_submit->setEnabled(!isBusy);
    retranslateUi();
    if (isBusy)
        m_side->setFocus();
}

void JoinForm::focusFirst()
{
    firstField()->setFocus();
}

QLineEdit *JoinForm::firstField() const
{
    if (!m_workspace && m_address->text().isEmpty())
        return m_address;
    return m_stage == Stage::Account   ? (m_login->text().isEmpty() ? m_login : m_password)
        : m_stage == Stage::Invitation ? m_code
                                       : m_name;
}

void JoinForm::focusInEvent(QFocusEvent *)
{
    firstField()->setFocus(); // a focus proxy would stand in the way of Tab
}

void JoinForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
        if (m_statusWords)
            m_status->setText(m_statusWords());
    }
    QWidget::changeEvent(event);
}

void JoinForm::retranslateUi()
{
    m_addressField->setWords(tr("Join link or address"), tr("Somebody who is on the server can give it to you."));
    m_address->setPlaceholderText(tr("salon://… or chat.example.org"));
    m_nameField->setWords(tr("Your name"), tr("As others will see it; you can change it later."));
    //: Opens two more fields: account name and password of the new account
    m_more->setText(tr("More options"));
    m_newLoginField->setWords(
        tr("Account name"), tr("Others mention you by it. Left empty, it is made from your name."));
    m_newPasswordField->setWords(
        tr("Password (optional)"), tr("Lets you log in from another device too. You can set it later."));
    m_codeField->setWords(tr("Invitation"),
        tr("This server lets people in by invitation. Paste the code or the whole link that you were given."));
    m_loginField->setWords(tr("Account name"));
    m_passwordField->setWords(tr("Password"));
    //: Button of the first page: enters the server
    m_submit->setText(m_stage == Stage::Account ? tr("Log in") : tr("Join"));
    m_side->setText(isBusy()            ? tr("Cancel")
            : m_stage == Stage::Account ? tr("I have no account yet")
                                        : tr("I have an account"));
}

void JoinForm::applyTheme()
{
    const Tokens &tokens = m_theme.tokens();
    layout()->setSpacing(tokens.space(Space::Small));
    const int inset = tokens.px(m_drawnInset);
    for (FormField *field : { m_addressField, m_nameField, m_newLoginField, m_newPasswordField, m_codeField,
             m_loginField, m_passwordField })
        field->layout()->setContentsMargins(inset, 0, inset, 0);
    m_status->setContentsMargins(inset, 0, inset, 0);
    m_moreRow->setContentsMargins(0, 0, 0, 0);
    m_buttons->setContentsMargins(0, 0, inset, 0);
    m_status->setMinimumHeight(StatusLines * QFontMetrics(tokens.font(TextRole::Meta)).lineSpacing());
    updateGeometry();
}

} // namespace salon
