// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/files/image_loader.h"

#include <QDialog>

namespace salon {

class ElidedLabel;
class IconButton;
class Theme;

/// The picture of an ImageViewer: fitted at first; the wheel and + − enlarge it around where one looks, dragging and
/// arrows move it.
class ImageCanvas : public QWidget
{
    Q_OBJECT

public:
    static constexpr qreal MostZoom = 8;
    static constexpr qreal Step = 1.25;

    explicit ImageCanvas(Theme &theme, QWidget *parent = nullptr);

    /// `words`: in place of a picture that is not there (yet).
    void setPixmap(const QPixmap &pixmap, const QString &words = {});
    [[nodiscard]] const QPixmap &pixmap() const { return m_pixmap; }
    /// Device-independent pixels of the screen per pixel of the picture.
    [[nodiscard]] qreal zoom() const;
    [[nodiscard]] bool isFitted() const noexcept { return m_isFitted; }
    void fit();
    void showActualSize();
    /// Keeps what is at `around` (of this widget) in its place; null: the middle.
    void zoomBy(qreal factor, QPointF around = {});
    void panBy(QPointF by);

Q_SIGNALS:
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] qreal fittingZoom() const;
    [[nodiscard]] QSizeF imageSize() const;
    void keepInside();

    Theme &m_theme;
    QPixmap m_pixmap;
    QString m_words;
    bool m_isFitted = true;
    qreal m_zoom = 1;
    QPointF m_middle; ///< of the widget, relative to the picture's middle, in device-independent pixels
    QPointF m_dragged;
};

/// A window over the client with one picture after the other.
class ImageViewer : public QDialog
{
    Q_OBJECT

public:
    struct Item
    {
        QByteArray key{}; ///< of its content
        QString path{}; ///< where it lies; empty: not on this computer
        QString name{};
        QString facts{}; ///< "Photo été.jpg, 1600 × 1200, 47 KB"
    };

    /// `images` outlives this. Shows the item `at`.
    ImageViewer(Theme &theme, ImageLoader &images, const QList<Item> &items, int at, QWidget *parent = nullptr);

    [[nodiscard]] int current() const noexcept { return m_at; }
    /// One of them came.
    void setPath(int item, const QString &path);
    [[nodiscard]] ImageCanvas &canvas() const { return *m_canvas; }

Q_SIGNALS:
    /// An item is shown that is not on this computer.
    void fetchWanted(int item);
    void saveWanted(int item);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void step(int by);
    void showItem();
    void showPicture();
    void showButtons();
    void copy();
    void retranslateUi();

    Theme &m_theme;
    ImageLoader &m_images;
    QList<Item> m_items;
    int m_at;
    ImageCanvas *m_canvas;
    ElidedLabel *m_facts;
    IconButton *m_previous;
    IconButton *m_next;
    IconButton *m_out;
    IconButton *m_in;
    IconButton *m_fit;
    IconButton *m_save;
    IconButton *m_copy;
    IconButton *m_close;
};

} // namespace salon
