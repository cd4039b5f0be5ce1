// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/text/search_text.h"

#include <QPointer>
#include <QWidget>

namespace salon {

class ChipField;
class SuggestionPopup;
class Theme;
class Workspace;

/// The line of a search: words, and conditions that become chips as soon as they are whole. A room that one searches in
/// is a chip from the beginning. Suggests people, rooms and days while a condition is typed.
class SearchField : public QWidget
{
    Q_OBJECT

public:
    explicit SearchField(Theme &theme, QWidget *parent = nullptr);

    /// Empties it. Null: no server.
    void setWorkspace(Workspace *workspace);
    /// Searches in this room only; invalid: in all. Takes the place of a room that was chosen before.
    void setScope(RoomId room);
    [[nodiscard]] RoomId scope() const { return m_scope; }
    void clear();
    void focusText();

    [[nodiscard]] SearchQuery query() const;
    /// What is not understood, as a sentence; empty when all is.
    [[nodiscard]] QString problem() const;
    /// Begins to type this condition, or with a value adds it.
    void addCondition(SearchChip::Kind kind, const QString &value = {});
    [[nodiscard]] ChipField &chips() const { return *m_field; }

Q_SIGNALS:
    /// Enter: look now.
    void changed(bool atOnce);
    /// Down: to what was found.
    void leftDown();
    /// Esc, with nothing else to close.
    void cancelled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] bool keyPressed(int key);
    void textEdited();
    /// Conditions that are whole leave the text and become chips.
    void takeWhole();
    void showChips();
    void removeChip(int chip);
    void suggest();
    void acceptSuggestion();
    void chooseDay(SearchChip::Kind kind);
    void replaceCondition(qsizetype start, SearchChip::Kind kind, const QString &value);
    [[nodiscard]] ParsedSearch read(const QString &text) const;
    [[nodiscard]] QString line() const;
    void retranslateUi();

    Theme &m_theme;
    QPointer<Workspace> m_workspace;
    ChipField *m_field;
    SuggestionPopup *m_popup;
    RoomId m_scope;
    QStringList m_conditions; ///< as typed, "from:marie"
};

} // namespace salon
