// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QBoxLayout;
class QPushButton;

namespace salon {

class Card;
class Nearby;
struct NearbyPerson;
class TextLabel;
class Theme;
class WordsCard;

/// In the place of a conversation with somebody who is not accepted yet: who wants to talk, or was found, or was
/// refused; the four words to compare; what can be answered. Nothing is chosen by Enter alone. Somebody who is not who
/// they seem is told apart, and refusing stands out.
class DecisionPage : public QWidget
{
    Q_OBJECT

public:
    DecisionPage(Theme &theme, Nearby &nearby, QWidget *parent = nullptr);

    void setPerson(const QByteArray &key);

protected:
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showPerson();
    void showDoubt(const NearbyPerson &person);
    void applyLook();
    /// The buttons beside or above each other, as there is room.
    void fit();

    Theme &m_theme;
    Nearby &m_nearby;
    QByteArray m_key;
    Card *m_card;
    TextLabel *m_head;
    TextLabel *m_what;
    WordsCard *m_words;
    QBoxLayout *m_row;
    QBoxLayout *m_buttons;
    QPushButton *m_refuse;
    QPushButton *m_accept;
};

} // namespace salon
