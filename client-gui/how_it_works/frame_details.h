// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/how_it_works/frame_words.h"

#include <QPersistentModelIndex>
#include <QWidget>

class QSplitter;

namespace salon {

class FrameBytes;
class FrameLegend;
class FrameTree;
class TextLabel;
class Theme;

/// One row of the list explained: what the message is for, its parts, its bytes. Choosing a part marks its bytes, and
/// the other way round.
class FrameDetails : public QWidget
{
    Q_OBJECT
public:
    explicit FrameDetails(Theme &theme, QWidget *parent = nullptr);

    /// A row of a FrameListModel, and what its ids are called; invalid: nothing is chosen.
    void setRow(const QModelIndex &row, FrameWords::Names names);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showRow();
    void showFrame();
    void applyTheme();
    void turn();
    void explain(qsizetype at);

    Theme &m_theme;
    QPersistentModelIndex m_row;
    FrameWords::Names m_names;
    TextLabel *m_title;
    TextLabel *m_purpose;
    TextLabel *m_role;
    QSplitter *m_panes;
    FrameTree *m_tree;
    FrameBytes *m_bytes;
    FrameLegend *m_legend;
    TextLabel *m_hint;
    QByteArray m_frame;
    FrameView m_view;
    bool m_isDivided = false; ///< parts and bytes have their sizes
};

} // namespace salon
