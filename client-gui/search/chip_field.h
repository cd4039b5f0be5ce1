// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringList>
#include <QWidget>

class QKeyEvent;
class QLineEdit;

namespace salon {

class FieldChip;
class FlowLayout;
class Theme;

/// A line to type in, with chips above the text, each a button that takes itself away. Keyboard: Backspace or ← at the
/// beginning of the text goes to the last chip, ← → walk, Delete or Backspace takes one away, typing goes on in the
/// text. Its owner holds what the chips stand for.
class ChipField : public QWidget
{
    Q_OBJECT

public:
    explicit ChipField(Theme &theme, QWidget *parent = nullptr);
    ~ChipField() override;

    /// Their words, in order; the focus stays where it is.
    void setChips(const QStringList &words);
    [[nodiscard]] qsizetype chipCount() const { return m_chips.size(); }
    [[nodiscard]] QString chipText(int chip) const;
    [[nodiscard]] QLineEdit &edit() const { return *m_edit; }

Q_SIGNALS:
    /// The person took this one away; setChips() is to follow.
    void removed(int chip);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] bool editKey(int key);
    [[nodiscard]] bool chipKey(qsizetype chip, const QKeyEvent &event);
    void focusChip(qsizetype chip);
    void remove(qsizetype chip);
    void applyTheme();

    Theme &m_theme;
    QWidget *m_row; ///< of the chips
    FlowLayout *m_flow;
    QLineEdit *m_edit;
    QList<FieldChip *> m_chips;
};

} // namespace salon
