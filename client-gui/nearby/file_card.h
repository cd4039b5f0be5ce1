// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/widgets/card.h"
#include "shared/base/cid.h"

#include <QPersistentModelIndex>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace salon {

class ElidedLabel;
class IconButton;
class TextLabel;

/// One file that somebody nearby gives or is given: name, size and state, progress in the card's lower edge, and what
/// can be done with it now.
class FileCard : public Card
{
    Q_OBJECT

public:
    /// `file`: a row of PeerTimeline.
    FileCard(Theme &theme, const QModelIndex &file, QWidget *parent = nullptr);

    [[nodiscard]] Cid cid() const;
    /// Reads the row again.
    void showFile();
    /// Nothing more happens to the file: it may be put away.
    [[nodiscard]] static bool isOver(const QModelIndex &file);

Q_SIGNALS:
    void acceptRequested(const salon::Cid &cid);
    void refuseRequested(const salon::Cid &cid);
    void pauseRequested(const salon::Cid &cid);
    void withdrawRequested(const salon::Cid &cid);
    /// The folder it is in.
    void folderRequested(const QString &path);
    /// The person has seen how it ended.
    void dismissed(const salon::Cid &cid);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslateUi();
    void applyLook();
    /// The buttons beside the words, or below them when the card is narrow.
    void fit();

    Theme &m_theme;
    QPersistentModelIndex m_file;
    QBoxLayout *m_whole;
    QBoxLayout *m_row;
    QBoxLayout *m_buttons;
    QLabel *m_icon;
    ElidedLabel *m_name;
    ElidedLabel *m_state;
    QPushButton *m_accept;
    QPushButton *m_refuse;
    IconButton *m_pause;
    IconButton *m_folder;
    IconButton *m_cancel;
    double m_share = -1; ///< of it that is there; below 0: nothing is under way
};

} // namespace salon
