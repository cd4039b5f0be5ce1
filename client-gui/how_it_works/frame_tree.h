// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/how_it_works/frame_words.h"

#include <QTreeWidget>

namespace salon {

class Theme;

/// A frame from outside in: its length, its envelope, its fields by name and value, each with its bytes.
class FrameTree : public QTreeWidget
{
    Q_OBJECT
public:
    static constexpr int MaxItems = 4000; ///< what is more is only counted

    explicit FrameTree(Theme &theme, QWidget *parent = nullptr);

    void setFrame(const QByteArray &frame, const FrameView &view, const FrameWords::Names &names);
    /// The innermost part that has this byte.
    void choose(qsizetype at);

Q_SIGNALS:
    void partChosen(qsizetype at, qsizetype size);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyTheme();
    void fit();
    void retranslateUi();
    void add(QTreeWidgetItem *parent, const QList<FramePart> &parts, const QByteArray &frame, const FrameView &view,
        const FrameWords::Names &names);
    QTreeWidgetItem *find(QTreeWidgetItem *below, qsizetype at) const;

    Theme &m_theme;
    int m_bytesWidth = 0;
    int m_items = 0;
    int m_left = 0; ///< parts without an item
};

} // namespace salon
