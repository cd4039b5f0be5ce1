// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/join_fields.h"
#include "client-gui/nearby/found_server.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QPushButton;

namespace salon {

class FormField;
class FoundServers;
class TextLabel;
class Theme;

/// The questions of joining a server, one after the other in the same place: address and name; then, if the server asks
/// for it, an invitation, or an account with its password. Shows progress and says what went wrong beside what caused
/// it.
class JoinForm : public QWidget
{
    Q_OBJECT

public:
    using Stage = JoinFields::Stage;

    JoinForm(Theme &theme, Workspaces &workspaces, QWidget *parent = nullptr);

    /// Room at either side of the fields, at 100 %. The flat buttons reach into it, so that their words begin where the
    /// fields do: QuietPadding is right.
    void setInset(int drawnPixels);
    static constexpr int QuietPadding = 16;
    /// Fills the address, as if it had been pasted.
    void setLink(const QString &link);
    /// The same for a link that comes from elsewhere while the form is open: what was typed for another server's eyes
    /// only, a password or a code, is taken out. A link that stands there already changes nothing.
    void takeLink(const QString &link);
    void setName(const QString &name);
    /// Fills the address with a server found on the network, and no more. When it is joined, it must show the key that
    /// was announced.
    void choose(const FoundServer &server);
    /// The servers found on the network, above the address while it is asked for.
    [[nodiscard]] FoundServers &foundServers() const { return *m_found; }
    /// Asks how to get in to a server that is known and refused this device.
    void setWorkspace(Workspace *workspace, RegistrationPolicy policy, const Error &why);
    /// The same as the button.
    void submit();
    /// Ends an attempt that is under way and forgets the server that it was for.
    void cancel();
    /// Back to the first question with empty fields.
    void reset();
    /// The cursor goes to the first field that is still to be filled.
    void focusFirst();

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] bool isBusy() const { return m_attempt->isRunning(); }
    /// What the line above the buttons says now: progress, or what went wrong.
    [[nodiscard]] QString statusText() const;

Q_SIGNALS:
    void done(salon::Workspace *workspace);
    void keyChanged(salon::Workspace *workspace, const QByteArray &expected, const QByteArray &presented);
    void stageChanged(salon::JoinForm::Stage stage);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    using Words = std::function<QString()>;

    void setStage(Stage stage);
    void showMore(bool shows);
    void sideClicked();
    void refused(FormField *field, const Error &why);
    void failed(const Error &why);
    void linkRefused(Workspace *known);
    void addressChanged(const QString &address);
    void showStatus(Words words, bool isTrouble);
    void showProgress();
    void clearTroubles();
    [[nodiscard]] bool check(JoinWish &wish);
    void updateControls();
    void retranslateUi();
    void applyTheme();

    Theme &m_theme;
    JoinAttempt *m_attempt;
    QPointer<Workspace> m_workspace; ///< of setWorkspace()
    int m_drawnInset = 0;
    Stage m_stage = Stage::Join;
    FoundServers *m_found;
    std::optional<FoundServer> m_chosen; ///< while its address stands in the box
    JoinFields *m_fields;
    QHBoxLayout *m_moreRow;
    QPushButton *m_more;
    TextLabel *m_status;
    Words m_statusWords;
    QHBoxLayout *m_buttons;
    QPushButton *m_side;
    QPushButton *m_submit;
};

} // namespace salon
