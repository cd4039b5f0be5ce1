// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/cid.h"

#include <QPointer>
#include <QScrollArea>
#include <QSet>

class QVBoxLayout;

namespace salon {

class FileCard;
class PeerTimeline;
class Theme;

/// The files of a conversation that somebody can do something about, and those that ended while it was open: a strip of
/// cards above the composer, three high at most.
class FileCards : public QScrollArea
{
    Q_OBJECT

public:
    explicit FileCards(Theme &theme, QWidget *parent = nullptr);

    /// Null: none.
    void setTimeline(PeerTimeline *timeline);
    [[nodiscard]] QList<FileCard *> cards() const;

    [[nodiscard]] QSize sizeHint() const override;
    /// One card: more are scrolled to.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void acceptRequested(const salon::Cid &cid);
    void refuseRequested(const salon::Cid &cid);
    void pauseRequested(const salon::Cid &cid);
    void withdrawRequested(const salon::Cid &cid);

private:
    void showFiles();
    void filesChanged(const QModelIndex &first, const QModelIndex &last);
    void addCard(int row);
    void fit();
    /// Of the first cards, at most so many.
    [[nodiscard]] int heightOf(qsizetype most) const;

    Theme &m_theme;
    QPointer<PeerTimeline> m_timeline;
    QWidget *m_ground;
    QVBoxLayout *m_column;
    QSet<Cid> m_seenActive; ///< since this conversation was opened: their ends are shown
    QSet<Cid> m_dismissed;
};

} // namespace salon
