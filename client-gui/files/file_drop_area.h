// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

#include <functional>

namespace salon {

class Theme;

/// Lies over a conversation while files are dragged across it, says that they can be dropped there, and takes them.
/// Where no files are accepted it never shows, and the files are refused.
class FileDropArea : public QWidget
{
    Q_OBJECT

public:
    /// `over`: what it covers. Drags over its `children`, which would take them for themselves, belong to this too.
    FileDropArea(Theme &theme, QWidget &over, const QList<QWidget *> &children);
    /// … and over everything in this one.
    void watchAllOf(QWidget &parent);

    void setMayDrop(std::function<bool()> mayDrop) { m_mayDrop = std::move(mayDrop); }
    /// "Drop the files here to send them to # General".
    /// Asked whenever it shows.
    void setWords(std::function<QString()> words) { m_words = std::move(words); }

Q_SIGNALS:
    void dropped(const QStringList &paths);
    void pictureDropped(const QImage &picture);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// Something is over it: accepts it, and shows itself.
    void meet(QDropEvent &event);
    [[nodiscard]] bool takes(const QDropEvent &event) const;

    Theme &m_theme;
    QWidget &m_over;
    std::function<bool()> m_mayDrop;
    std::function<QString()> m_words;
};

} // namespace salon
