// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/app/design_tokens.h"

#include <QKeySequence>
#include <QToolButton>

namespace salon {

class Theme;

/// A flat button with one of our icons, at least 28 px at 100 %. Its words are the tool tip and what assistive programs
/// say; the owner sets them in its own retranslateUi().
class IconButton : public QToolButton
{
    Q_OBJECT

public:
    IconButton(Theme &theme, const QString &iconName, QWidget *parent = nullptr);

    void setIconName(const QString &iconName);
    /// The colour of the icon; Muted unless said otherwise.
    void setColourRole(ColourRole role);
    /// `shortcut` is only shown in the tool tip; the action that owns it stays with the caller.
    void setWords(const QString &words, const QKeySequence &shortcut = {});

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

private:
    void applyTheme();

    Theme &m_theme;
    QString m_iconName;
    ColourRole m_role = ColourRole::Muted;
};

} // namespace salon
