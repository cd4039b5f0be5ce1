// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/files/image_viewer.h"

#include "client-gui/app/theme.h"
#include "client-gui/widgets/elided_label.h"
#include "client-gui/widgets/icon_button.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace salon {

// --- One picture

ImageCanvas::ImageCanvas(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"imageCanvas"_s);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumSize(120, 80);
}

void ImageCanvas::setPixmap(const QPixmap &pixmap, const QString &words)
{
    m_pixmap = pixmap;
    m_words = words;
    fit();
}

QSizeF ImageCanvas::imageSize() const
{
    return QSizeF(m_pixmap.size()) * zoom();
}

qreal ImageCanvas::fittingZoom() const
{
    if (m_pixmap.isNull() || width() <= 0 || height() <= 0)
        return 1;
    return std::min({ 1.0, qreal(width()) / m_pixmap.width(), qreal(height()) / m_pixmap.height() });
}

qreal ImageCanvas::zoom() const
{
    return m_isFitted ? fittingZoom() : m_zoom;
}

void ImageCanvas::fit()
{
    m_isFitted = true;
    m_middle = {};
    update();
    Q_EMIT zoomChanged();
}

void ImageCanvas::showActualSize()
{
    zoomBy(1 / zoom());
}

void ImageCanvas::zoomBy(qreal factor, QPointF around)
{
    if (m_pixmap.isNull())
        return;
    const qreal before = zoom();
    const qreal least = std::min(fittingZoom(), 1.0);
    const qreal after = std::clamp(before * factor, least, MostZoom);
    const QPointF at = around.isNull() ? QPointF() : around - QPointF(width() / 2.0, height() / 2.0);
    m_middle = (m_middle + at) * (after / before) - at;
    m_isFitted = qFuzzyCompare(after, fittingZoom());
    m_zoom = after;
    keepInside();
    update();
    Q_EMIT zoomChanged();
}

void ImageCanvas::panBy(QPointF by)
{
    m_middle -= by;
    keepInside();
    update();
}

/// No further than to its edges.
void ImageCanvas::keepInside()
{
    const QSizeF size = imageSize();
    const qreal wide = std::max<qreal>(0, (size.width() - width()) / 2);
    const qreal high = std::max<qreal>(0, (size.height() - height()) / 2);
    m_middle = { std::clamp(m_middle.x(), -wide, wide), std::clamp(m_middle.y(), -high, high) };
}

void ImageCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_pixmap.isNull()) {
        painter.setFont(m_theme.tokens().font(TextRole::Body));
        painter.setPen(m_theme.colour(ColourRole::Muted));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_words);
        return;
    }
    const QSizeF size = imageSize();
    const QPointF corner(
        width() / 2.0 - m_middle.x() - size.width() / 2, height() / 2.0 - m_middle.y() - size.height() / 2);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, zoom() < 4); // further in one wants to see the pixels
    painter.drawPixmap(QRectF(corner, size), m_pixmap, QRectF(m_pixmap.rect()));
}

void ImageCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    keepInside();
    Q_EMIT zoomChanged();
}

void ImageCanvas::wheelEvent(QWheelEvent *event)
{
    const int turned = event->angleDelta().y();
    if (turned != 0)
        zoomBy(std::pow(Step, turned / 120.0), event->position());
    event->accept();
}

void ImageCanvas::mousePressEvent(QMouseEvent *event)
{
    m_dragged = event->position();
    if (!m_isFitted)
        setCursor(Qt::ClosedHandCursor);
}

void ImageCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    panBy(event->position() - m_dragged);
    m_dragged = event->position();
}

void ImageCanvas::mouseReleaseEvent(QMouseEvent *)
{
    unsetCursor();
}

void ImageCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_isFitted)
        zoomBy(1 / zoom(), event->position());
    else
        fit();
}

// --- The window

ImageViewer::ImageViewer(Theme &theme, ImageLoader &images, const QList<Item> &items, int at, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_images(images)
    , m_items(items)
    , m_at(int(std::clamp<qsizetype>(at, 0, std::max<qsizetype>(0, items.size() - 1))))
    , m_canvas(new ImageCanvas(theme, this))
    , m_facts(new ElidedLabel(theme, TextRole::Body, ColourRole::Text, this))
    , m_previous(new IconButton(theme, u"chevron-left"_s, this))
    , m_next(new IconButton(theme, u"chevron-right"_s, this))
    , m_out(new IconButton(theme, u"zoom-out"_s, this))
    , m_in(new IconButton(theme, u"zoom-in"_s, this))
    , m_fit(new IconButton(theme, u"zoom-fit"_s, this))
    , m_save(new IconButton(theme, u"save"_s, this))
    , m_copy(new IconButton(theme, u"copy"_s, this))
    , m_close(new IconButton(theme, u"close"_s, this))
{
    setObjectName(u"imageViewer"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    m_previous->setObjectName(u"previousPicture"_s);
    m_next->setObjectName(u"nextPicture"_s);
    m_save->setObjectName(u"savePicture"_s);
    m_copy->setObjectName(u"copyPicture"_s);
    auto *top = new QHBoxLayout;
    top->addWidget(m_facts, 1);
    for (IconButton *button : { m_out, m_in, m_fit, m_copy, m_save, m_close })
        top->addWidget(button);
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_previous);
    middle->addWidget(m_canvas, 1);
    middle->addWidget(m_next);
    auto *column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addLayout(middle, 1);
    connect(m_previous, &QAbstractButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QAbstractButton::clicked, this, [this] { step(1); });
    connect(m_out, &QAbstractButton::clicked, this, [this] { m_canvas->zoomBy(1 / ImageCanvas::Step); });
    connect(m_in, &QAbstractButton::clicked, this, [this] { m_canvas->zoomBy(ImageCanvas::Step); });
    connect(m_fit, &QAbstractButton::clicked, m_canvas, &ImageCanvas::fit);
    connect(m_copy, &QAbstractButton::clicked, this, &ImageViewer::copy);
    connect(m_save, &QAbstractButton::clicked, this, [this] { Q_EMIT saveWanted(m_at); });
    connect(m_close, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_canvas, &ImageCanvas::zoomChanged, this, &ImageViewer::showButtons);
    connect(&images, &ImageLoader::loaded, this, [this](const QByteArray &key) {
        if (!m_items.isEmpty() && m_items[m_at].key == key)
            showPicture();
    });
    if (parent)
        resize(parent->window()->size() * 0.94);
    retranslateUi();
    showItem();
    m_canvas->setFocus();
}

void ImageViewer::setPath(int item, const QString &path)
{
    if (path == std::exchange(m_items[item].path, path))
        return;
    if (item == m_at)
        showPicture();
}

void ImageViewer::step(int by)
{
    const int to = m_at + by;
    if (to < 0 || to >= m_items.size())
        return;
    m_at = to;
    showItem();
}

void ImageViewer::showItem()
{
    if (m_items.isEmpty())
        return;
    const Item &item = m_items[m_at];
    m_facts->setFullText(item.facts);
    m_canvas->setAccessibleName(item.facts);
    setWindowTitle(item.name);
    if (item.path.isEmpty())
        Q_EMIT fetchWanted(m_at);
    showPicture();
    QAccessibleEvent renamed(m_canvas, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&renamed);
}

void ImageViewer::showPicture()
{
    const Item &item = m_items[m_at];
    if (item.path.isEmpty()) {
        m_canvas->setPixmap({}, tr("The picture is being fetched…"));
    } else {
        const ImageLoader::Picture picture = m_images.picture(item.key, item.path, {});
        // It may be told again of what it shows, in another size, while one looks at a part of it.
        const bool isShown = !m_canvas->pixmap().isNull() && m_canvas->pixmap().cacheKey() == picture.pixmap.cacheKey();
        if (picture.state == ImageLoader::State::Ready && !isShown)
            m_canvas->setPixmap(picture.pixmap);
        else if (picture.state != ImageLoader::State::Ready)
            m_canvas->setPixmap({},
                picture.state == ImageLoader::State::Broken
                    ? tr("This picture cannot be shown: it is damaged, or too large.")
                    : QString());
    }
    showButtons();
}

void ImageViewer::showButtons()
{
    const bool isThere = !m_canvas->pixmap().isNull();
    m_previous->setEnabled(m_at > 0);
    m_next->setEnabled(m_at + 1 < m_items.size());
    m_previous->setVisible(m_items.size() > 1);
    m_next->setVisible(m_items.size() > 1);
    m_in->setEnabled(isThere && m_canvas->zoom() < ImageCanvas::MostZoom);
    m_out->setEnabled(isThere && !m_canvas->isFitted());
    m_fit->setEnabled(isThere && !m_canvas->isFitted());
    m_copy->setEnabled(isThere);
    m_save->setEnabled(!m_items.isEmpty() && !m_items[m_at].path.isEmpty());
}

void ImageViewer::copy()
{
    if (!m_canvas->pixmap().isNull())
        QGuiApplication::clipboard()->setPixmap(m_canvas->pixmap());
}

void ImageViewer::keyPressEvent(QKeyEvent *event)
{
    constexpr qreal PanStep = 60;
    const bool isFitted = m_canvas->isFitted();
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    if (event->matches(QKeySequence::Save)) {
        if (m_save->isEnabled())
            Q_EMIT saveWanted(m_at);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_canvas->zoomBy(ImageCanvas::Step);
        break;
    case Qt::Key_Minus:
        m_canvas->zoomBy(1 / ImageCanvas::Step);
        break;
    case Qt::Key_0:
    case Qt::Key_Agrave: // the 0 of a French keyboard
        m_canvas->fit();
        break;
    case Qt::Key_1:
    case Qt::Key_Ampersand:
        m_canvas->showActualSize();
        break;
    case Qt::Key_Left:
        isFitted ? step(-1) : m_canvas->panBy({ PanStep, 0 });
        break;
    case Qt::Key_Right:
        isFitted ? step(1) : m_canvas->panBy({ -PanStep, 0 });
        break;
    case Qt::Key_Up:
        m_canvas->panBy({ 0, PanStep });
        break;
    case Qt::Key_Down:
        m_canvas->panBy({ 0, -PanStep });
        break;
    case Qt::Key_PageUp:
    case Qt::Key_Backspace:
        step(-1);
        break;
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        step(1);
        break;
    default:
        QDialog::keyPressEvent(event);
    }
}

void ImageViewer::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.colour(ColourRole::Window));
}

void ImageViewer::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QDialog::changeEvent(event);
}

void ImageViewer::retranslateUi()
{
    m_previous->setWords(tr("Previous picture"), { Qt::Key_PageUp });
    m_next->setWords(tr("Next picture"), { Qt::Key_PageDown });
    m_out->setWords(tr("Smaller"), { Qt::Key_Minus });
    m_in->setWords(tr("Larger"), { Qt::Key_Plus });
    m_fit->setWords(tr("Fit into the window"), { Qt::Key_0 });
    m_copy->setWords(tr("Copy the picture"), QKeySequence(QKeySequence::Copy));
    m_save->setWords(tr("Save as…"), QKeySequence(QKeySequence::Save));
    m_close->setWords(tr("Close"), { Qt::Key_Escape });
}

} // namespace salon
