// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/app/control_look.h"
#include "shared/base/error.h"

#include <QDialog>

#include <functional>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace salon {

class TextLabel;
class Theme;

/// The frame that all dialogs share: a heading, the content, a line for what went wrong, a row of buttons. Opened with
/// open(), which returns at once; it deletes itself when closed. Esc closes it.
class SalonDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SalonDialog(Theme &theme, QWidget *parent = nullptr);

    /// The sentence in the line above the buttons; empty when all is well.
    [[nodiscard]] QString troubleText() const;
    void setVisible(bool visible) override;

protected:
    [[nodiscard]] Theme &theme() const { return m_theme; }
    /// Where the content goes.
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    /// The one thing to do here: at the end of the row, default button. Connect its clicked().
    QPushButton *addPrimary(ButtonLook look = ButtonLook::Accent);
    /// Beside it; closes the dialog.
    QPushButton *addCancel();
    /// At the start of the row.
    QPushButton *addSide(ButtonLook look = ButtonLook::Quiet);

    /// Heading and title of the window.
    void setHeading(const QString &heading);
    /// Says in the reserved line what went wrong; again by itself when the language changes.
    void showTrouble(const Error &error);
    void showTrouble(std::function<QString()> words);
    void clearTrouble();
    /// No line for troubles: the fields have their own.
    void setTroubleLines(int lines);
    void setDrawnWidth(int drawnPixels);

    /// All texts, in the language of now. Called on LanguageChange; the constructor of each dialog calls it itself.
    virtual void retranslateUi() = 0;
    /// What follows from colours, sizes and fonts; called when they change.
    virtual void applyTheme();
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void applyFrame();
    void fit(bool isFirstTime);

    Theme &m_theme;
    TextLabel *m_heading;
    QVBoxLayout *m_content;
    TextLabel *m_trouble;
    QHBoxLayout *m_buttons;
    std::function<QString()> m_troubleWords;
    int m_troubleLines = 2;
    int m_drawnWidth = 460;
};

} // namespace salon
