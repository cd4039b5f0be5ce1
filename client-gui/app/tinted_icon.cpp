// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/tinted_icon.h"

#include "client-gui/app/theme.h"
#include "shared/base/logging.h"

#include <QIconEngine>
#include <QImage>
#include <QPainter>
#include <QPixmapCache>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

constexpr float DisabledOpacity = 0.4F;

/// The bitmap of 1×, 2×, 3× that fits exactly, else the largest: scaling down from there is the sharpest.
QImage sourceFor(const QString &folder, const QString &name, QSize pixels)
{
    const QString stem = u":/%1/%2"_s.arg(folder, name);
    for (const QLatin1StringView suffix : { ".png"_L1, "@2x.png"_L1, "@3x.png"_L1 }) {
        QImage image(stem + suffix);
        if (image.isNull())
            return {};
        if (image.width() == pixels.width() || suffix == "@3x.png"_L1)
            return image;
    }
    return {};
}

QPixmap tintedBitmap(const QString &folder, const QString &name, QSize pixels, const QColor &colour)
{
    if (pixels.isEmpty())
        return {};
    const QString key = u"salon/%1/%2/%3x%4/%5"_s.arg(
        folder, name, QString::number(pixels.width()), QString::number(pixels.height()), colour.name(QColor::HexArgb));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QImage image = sourceFor(folder, name, pixels);
    if (image.isNull()) {
        qCWarning(salonUi) << "no such bitmap" << folder << name;
        return {};
    }
    image = std::move(image).convertToFormat(QImage::Format_ARGB32_Premultiplied);
    if (image.size() != pixels)
        image = image.scaled(pixels, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    image.setDevicePixelRatio(1);
    {
        QPainter painter(&image);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), colour);
    }
    pixmap = QPixmap::fromImage(std::move(image));
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class TintedIconEngine : public QIconEngine
{
public:
    TintedIconEngine(std::shared_ptr<const Tokens> tokens, QString name, ColourRole role, ColourRole onRole)
        : m_tokens(std::move(tokens))
        , m_name(std::move(name))
        , m_role(role)
        , m_onRole(onRole)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        paintIcon(*painter, rect, m_name, colourFor(mode, state));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return tintedPixmap(m_name, size, colourFor(mode, state));
    }
    QIconEngine *clone() const override { return new TintedIconEngine(*this); }
    QString key() const override { return u"salon-tinted"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    QColor colourFor(QIcon::Mode mode, QIcon::State state) const
    {
        QColor colour = m_tokens->colour(state == QIcon::On ? m_onRole : m_role);
        if (mode == QIcon::Disabled)
            colour.setAlphaF(DisabledOpacity);
        return colour;
    }

    std::shared_ptr<const Tokens> m_tokens;
    QString m_name;
    ColourRole m_role;
    ColourRole m_onRole;
};

} // namespace

QIcon tintedIcon(const Theme &theme, const QString &name, ColourRole role, ColourRole onRole)
{
    return QIcon(new TintedIconEngine(theme.sharedTokens(), name, role, onRole));
}

void paintIcon(QPainter &painter, const QRect &rect, const QString &name, const QColor &colour)
{
    const int side = std::min(rect.width(), rect.height());
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    const qreal ratio = painter.device()->devicePixelRatio();
    QPixmap pixmap = tintedPixmap(name, square.size() * ratio, colour);
    pixmap.setDevicePixelRatio(ratio);
    painter.drawPixmap(square.topLeft(), pixmap);
}

QPixmap tintedPixmap(const QString &name, QSize pixels, const QColor &colour)
{
    return tintedBitmap(u"icons"_s, name, pixels, colour);
}

QPixmap tintedDrawing(const QString &name, QSize size, qreal devicePixelRatio, const QColor &colour)
{
    QPixmap pixmap = tintedBitmap(u"drawings"_s, name, size * devicePixelRatio, colour);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

} // namespace salon
