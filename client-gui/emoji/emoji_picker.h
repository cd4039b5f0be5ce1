// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/emoji/emoji_habits.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QModelIndex;
class QToolButton;

namespace salon {

class ElidedLabel;
class EmojiCatalogue;
class EmojiGrid;
class EmojiModel;
class SettingsStore;
class TextLabel;
class Theme;

/// All emoji to choose one from: a popup that is made once, hidden, and shown as often as wanted. It searches in French
/// and English, remembers in the settings which ones were picked last and which skin tone was chosen. Catalogue,
/// settings and theme outlive it.
class EmojiPicker : public QFrame
{
    Q_OBJECT

public:
    EmojiPicker(Theme &theme, const EmojiCatalogue &catalogue, SettingsStore &settings, QWidget *parent = nullptr);
    ~EmojiPicker() override;

    /// Shows it beside `globalAnchor` (the button that asked, in screen coordinates), above it where there is room, and
    /// gives the search field the focus. Closed by Esc, by a click elsewhere, by a choice.
    void popUpAt(const QRect &globalAnchor);

Q_SIGNALS:
    /// One emoji, with the skin tone that was chosen. The picker is closed already.
    void picked(const QString &emoji);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeGroups();
    QWidget *makeFoot();
    void retranslateUi();
    void applyLook();
    void search();
    void showChosen(const QModelIndex &index);
    void pick(const QModelIndex &index);
    void offerTones();
    void setTone(int tone);

    Theme &m_theme;
    const EmojiCatalogue &m_catalogue;
    EmojiHabits m_habits;
    EmojiModel *m_model;
    EmojiGrid *m_grid;
    QLineEdit *m_search;
    QList<QToolButton *> m_groups;
    QToolButton *m_tone;
    QLabel *m_chosen;
    ElidedLabel *m_name;
    ElidedLabel *m_shortcodes;
    TextLabel *m_nothing;
};

} // namespace salon
