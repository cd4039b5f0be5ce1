// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringList>
#include <QWidget>

#include <memory>

class QGridLayout;

namespace salon {

class Card;
class JobLane;
class Nearby;
struct NearbyPerson;
class TextLabel;
class Theme;

/// The four words of somebody's key above one's own, with what they are for. Of somebody who is not the one they seem
/// to be: beside the words of the one who is known.
class WordsCard : public QWidget
{
    Q_OBJECT

public:
    WordsCard(Theme &theme, Nearby &nearby, QWidget *parent = nullptr);
    ~WordsCard() override;

    /// Empty: one's own only.
    void setPerson(const QByteArray &key);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showWords();
    static void showSet(const TextLabel &head, TextLabel &label, const QStringList &words);
    void showTheirs(const NearbyPerson &person);
    void showKnown(const NearbyPerson &person);
    /// Both sets of words beside or above each other, as there is room.
    void fit();
    /// While people nearby were never turned on, nobody else finds them.
    void findOwnWords();
    void applyLook();

    Theme &m_theme;
    Nearby &m_nearby;
    QByteArray m_key;
    QStringList m_found; ///< one's own, by findOwnWords()
    TextLabel *m_what;
    Card *m_card;
    TextLabel *m_theirHead;
    TextLabel *m_theirs;
    TextLabel *m_knownHead;
    TextLabel *m_known; ///< of whom they could be taken for
    TextLabel *m_ownHead;
    TextLabel *m_own;
    QGridLayout *m_pair;
    int m_beside = -1; ///< 1: the words of the known one stand beside the others, 0: below
    std::unique_ptr<JobLane> m_lane;
};

} // namespace salon
