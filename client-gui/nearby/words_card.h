// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QBoxLayout;

namespace salon {

class Card;
class Nearby;
class TextLabel;
class Theme;

/// The four words of somebody's key above one's own, with what they are for.
class WordsCard : public QWidget
{
    Q_OBJECT

public:
    WordsCard(Theme &theme, Nearby &nearby, QWidget *parent = nullptr);

    /// Empty: one's own only.
    void setPerson(const QByteArray &key);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showWords();
    void applyLook();

    Theme &m_theme;
    Nearby &m_nearby;
    QByteArray m_key;
    TextLabel *m_what;
    Card *m_card;
    TextLabel *m_theirHead;
    TextLabel *m_theirs;
    TextLabel *m_ownHead;
    TextLabel *m_own;
};

} // namespace salon
