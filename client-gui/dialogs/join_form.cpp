// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/join_form.h"

#include "client-gui/app/control_look.h"
#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/dialogs/form_field.h"
#include "client-gui/dialogs/password_edit.h"
#include "client-gui/nearby/found_servers.h"
#include "client-gui/widgets/text_label.h"
#include "shared/client-core/text/error_text.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr int StatusLines = 2;

} // namespace

JoinForm::JoinForm(Theme &theme, Workspaces &workspaces, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_attempt(new JoinAttempt(workspaces, this))
    , m_found(new FoundServers(theme, this))
    , m_fields(new JoinFields(theme, *this))
    , m_more(new QPushButton(this))
    , m_status(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_side(new QPushButton(this))
    , m_submit(new QPushButton(this))
{
    m_more->setObjectName(u"more"_s);
    m_side->setObjectName(u"side"_s);
    m_submit->setObjectName(u"submit"_s);
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
    column->addWidget(m_found);
    for (FormField *field : { m_fields->addressField, m_fields->nameField, m_fields->codeField, m_fields->loginField,
             m_fields->passwordField })
        column->addWidget(field);
    m_moreRow = new QHBoxLayout;
    m_moreRow->addWidget(m_more);
    m_moreRow->addStretch(1);
    column->addLayout(m_moreRow);
    column->addWidget(m_fields->newLoginField);
    column->addWidget(m_fields->newPasswordField);
    column->addWidget(m_status);
    m_buttons = new QHBoxLayout;
    m_buttons->addWidget(m_side);
    m_buttons->addStretch(1);
    m_buttons->addWidget(m_submit);
    column->addLayout(m_buttons);

    const QList<QWidget *> order{ &m_found->list(), m_fields->address, m_fields->name, m_fields->code, m_fields->login,
        m_fields->password, m_more, m_fields->newLogin, m_fields->newPassword, m_side, m_submit };
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
    m_fields->address->installEventFilter(this);
    connect(m_found, &FoundServers::chosen, this, &JoinForm::choose);
    connect(m_fields->address, &QLineEdit::textChanged, this, &JoinForm::addressChanged);
    connect(m_fields, &JoinFields::submitted, this, &JoinForm::submit);
    connect(m_fields, &JoinFields::edited, this, &JoinForm::clearTroubles);
    connect(m_submit, &QPushButton::clicked, this, &JoinForm::submit);
    connect(m_side, &QPushButton::clicked, this, &JoinForm::sideClicked);
    connect(m_more, &QPushButton::toggled, this, &JoinForm::showMore);
    connect(m_attempt, &JoinAttempt::stepChanged, this, [this] {
        updateControls();
        showProgress();
    });
    connect(m_attempt, &JoinAttempt::joined, this, &JoinForm::done);
    connect(m_attempt, &JoinAttempt::keyChanged, this, &JoinForm::keyChanged);
    connect(m_attempt, &JoinAttempt::linkRefused, this, &JoinForm::linkRefused);
    connect(m_attempt, &JoinAttempt::failed, this, &JoinForm::failed);
    connect(m_attempt, &JoinAttempt::invitationNeeded, this, [this](const Error &why) {
        const bool isFirst = m_stage != Stage::Invitation && why.code == ErrorCode::InvitationNeeded;
        setStage(Stage::Invitation);
        if (!isFirst) // asked for the first time it is no failure; the hint says it
            refused(m_fields->codeField, why);
        m_fields->code->setFocus();
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
    m_fields->address->setText(link.trimmed());
    m_fields->address->setCursorPosition(0);
    focusFirst();
}

void JoinForm::takeLink(const QString &link)
{
    if (link.isEmpty() || link.trimmed() == m_fields->address->text())
        return;
    m_fields->clearSecrets();
    setLink(link);
}

void JoinForm::setName(const QString &name)
{
    m_fields->name->setText(name);
}

void JoinForm::choose(const FoundServer &server)
{
    setLink(server.address);
    m_chosen = server;
    m_fields->setAnnouncedPin(server.pin);
    if (m_fields->isNameFine())
        m_submit->setFocus();
}

void JoinForm::addressChanged(const QString &address)
{
    if (!m_chosen || address == m_chosen->address)
        return;
    m_chosen.reset();
    m_fields->setAnnouncedPin({});
}

void JoinForm::setWorkspace(Workspace *workspace, RegistrationPolicy policy, const Error &why)
{
    m_workspace = workspace;
    m_fields->address->setText(workspace->server().address.host);
    m_fields->addressField->hide();
    m_fields->name->setText(workspace->server().displayName);
    m_fields->login->setText(workspace->server().login);
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
    m_fields->clear();
    m_more->setChecked(false);
    setStage(Stage::Join);
}

QString JoinForm::statusText() const
{
    return m_status->text();
}

bool JoinForm::check(JoinWish &wish)
{
    if (m_stage == Stage::Invitation && !m_fields->isNameFine())
        setStage(Stage::Join);
    if (!m_fields->check(wish, m_stage, !m_workspace, m_more->isChecked()))
        return false;
    // The announcement proves nothing; but a server that shows another key than it is not the one that was chosen.
    if (m_chosen && wish.link.pin.isEmpty())
        wish.link.pin = m_chosen->pin;
    return true;
}

void JoinForm::failed(const Error &why)
{
    FormField *field = m_fields->fieldFor(why.code, m_stage);
    if (field == m_fields->nameField || field == m_fields->newLoginField)
        setStage(Stage::Join);
    if (field == m_fields->newLoginField)
        m_more->setChecked(true);
    refused(field, why);
    if (field == m_fields->passwordField)
        m_fields->password->selectAll();
}

void JoinForm::linkRefused(Workspace *known)
{
    setStage(Stage::Join);
    m_fields->addressField->setTrouble([name = known ? known->name() : QString(), isFound = m_chosen.has_value()] {
        if (isFound && name.isEmpty())
            return tr("The server at this address shows another key than the one announced on the network. Nothing was "
                      "sent to it. Ask the person who runs the server.");
        if (isFound)
            //: %1 is the name of a server
            return tr("The key announced on the network is not the one this device remembers of “%1”. Nothing was "
                      "changed. Ask the person who runs the server.")
                .arg(name);
        if (name.isEmpty())
            return tr("The server at this address is not the one that the link names. Nothing was sent to it. "
                      "Ask for a new link.");
        //: %1 is the name of a server
        return tr("The link names another key than the one this device remembers of “%1”. Nothing was changed. "
                  "Ask the person who runs the server.")
            .arg(name);
    });
    m_fields->address->setFocus();
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
    m_more->setVisible(stage == Stage::Join);
    m_found->setVisible(stage == Stage::Join && !m_workspace && !m_found->finder().isOff());
    showMore(m_more->isChecked());
    clearTroubles();
    retranslateUi();
    Q_EMIT stageChanged(stage);
}

void JoinForm::showMore(bool shows)
{
    m_more->setIcon(tintedIcon(m_theme, shows ? u"chevron-down"_s : u"chevron-right"_s));
    m_fields->show(m_stage, !m_workspace, shows);
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
        = m_workspace ? m_workspace->name() : JoinLink::parse(m_fields->address->text()).value_or(JoinLink{}).host;
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
    m_fields->clearTroubles();
    if (!isBusy())
        showStatus({}, false);
}

void JoinForm::updateControls()
{
    const bool isBusy = this->isBusy();
    m_fields->setEnabled(!isBusy);
    m_found->setEnabled(!isBusy);
    m_more->setEnabled(!isBusy);
    m_submit->setEnabled(!isBusy);
    retranslateUi();
    if (isBusy)
        m_side->setFocus();
}

void JoinForm::focusFirst()
{
    m_fields->firstEmpty(m_stage, !m_workspace)->setFocus();
}

void JoinForm::focusInEvent(QFocusEvent *)
{
    m_fields->firstEmpty(m_stage, !m_workspace)->setFocus(); // a focus proxy would stand in the way of Tab
}

bool JoinForm::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_fields->address && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Up && m_found->focusList())
        return true; // a line of text has no use for the key, and the servers stand above it
    return QWidget::eventFilter(watched, event);
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
    m_fields->retranslate();
    //: Opens two more fields: username and password of the new account
    m_more->setText(tr("More options"));
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
    m_found->setInset(inset);
    m_fields->setInset(inset);
    m_status->setContentsMargins(inset, 0, inset, 0);
    m_moreRow->setContentsMargins(0, 0, 0, 0);
    m_buttons->setContentsMargins(0, 0, inset, 0);
    m_status->setMinimumHeight(StatusLines * QFontMetrics(tokens.font(TextRole::Meta)).lineSpacing());
    updateGeometry();
}

} // namespace salon
