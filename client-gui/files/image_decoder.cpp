// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/files/image_decoder.h"

#include <QBuffer>
#include <QFile>
#include <QImageReader>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr int HeaderBytes = 16;
/// Of the pictures that are looked at in full: what is decoded has 4 bytes per pixel.
constexpr qint64 MostShownPixels = ImageDecoder::MaxBytes / 4;

struct Format
{
    QByteArray name{};
    QString mediaType{};
    QList<QLatin1StringView> extensions{};
};

const QList<Format> &formats()
{
    static const QList<Format> all{
        { "png"_ba, u"image/png"_s, { ".png"_L1 } },
        { "jpeg"_ba, u"image/jpeg"_s, { ".jpg"_L1, ".jpeg"_L1, ".jpe"_L1, ".jfif"_L1 } },
        { "webp"_ba, u"image/webp"_s, { ".webp"_L1 } },
        { "gif"_ba, u"image/gif"_s, { ".gif"_L1 } },
    };
    return all;
}

bool isBounded(QSize size)
{
    return size.width() > 0 && size.height() > 0 && size.width() <= ImageDecoder::MaxSide
        && size.height() <= ImageDecoder::MaxSide && qint64(size.width()) * size.height() <= ImageDecoder::MaxPixels;
}

bool isTurned(const QImageReader &reader)
{
    return reader.transformation() & QImageIOHandler::TransformationRotate90;
}

/// Makes of it a reader of exactly the format that the bytes of the open device have.
Result<QByteArray> prepare(QIODevice &device, QImageReader &reader)
{
    // One limit for the whole program; it can only be set for all readers.
    QImageReader::setAllocationLimit(ImageDecoder::MaxBytes / (1024 * 1024));
    const QByteArray format = ImageDecoder::formatOf(device.peek(HeaderBytes));
    if (format.isEmpty())
        return fail(ErrorCode::FileDamaged, u"no picture"_s);
    reader.setAutoDetectImageFormat(false);
    reader.setDevice(&device);
    reader.setFormat(format);
    reader.setAutoTransform(true);
    if (!isBounded(reader.size()))
        return fail(ErrorCode::FileDamaged, reader.errorString());
    return format;
}

Result<QByteArray> openImage(QFile &file, QImageReader &reader)
{
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::CannotOpenFile, file.errorString());
    return prepare(file, reader);
}

/// The size to decode to: `bound` is as it is shown, the result too.
QSize scaledSize(QSize shown, QSize bound, ImageDecoder::Fit fit)
{
    if (bound.isEmpty()) {
        const qreal pixels = qreal(shown.width()) * shown.height();
        const qreal share = std::min<qreal>(1, std::sqrt(qreal(MostShownPixels) / pixels));
        return (QSizeF(shown) * share).toSize().expandedTo({ 1, 1 });
    }
    const auto mode = fit == ImageDecoder::Fit::Cover ? Qt::KeepAspectRatioByExpanding : Qt::KeepAspectRatio;
    const QSize scaled = shown.scaled(bound, mode).expandedTo({ 1, 1 });
    // A strip that covers a square could be scaled to something far larger than itself.
    return scaled.width() > shown.width() || scaled.height() > shown.height() ? shown : scaled;
}

} // namespace

QByteArray ImageDecoder::formatOf(const QByteArray &beginning)
{
    if (beginning.startsWith("\x89PNG\r\n\x1a\n"))
        return "png"_ba;
    if (beginning.startsWith("\xff\xd8\xff"))
        return "jpeg"_ba;
    if (beginning.startsWith("GIF87a") || beginning.startsWith("GIF89a"))
        return "gif"_ba;
    if (beginning.startsWith("RIFF") && beginning.mid(8, 4) == "WEBP")
        return "webp"_ba;
    return {};
}

QString ImageDecoder::mediaTypeOf(const QByteArray &format)
{
    for (const Format &known : formats())
        if (known.name == format)
            return known.mediaType;
    return {};
}

bool ImageDecoder::canRead(const QString &name)
{
    static const QList<QByteArray> readable = QImageReader::supportedImageFormats();
    return std::any_of(formats().cbegin(), formats().cend(), [&](const Format &format) {
        const bool isNamed = std::any_of(format.extensions.begin(), format.extensions.end(),
            [&name](QLatin1StringView end) { return name.endsWith(end, Qt::CaseInsensitive); });
        return isNamed && readable.contains(format.name);
    });
}

Result<ImageFacts> ImageDecoder::probe(const QString &path)
{
    QFile file(path);
    QImageReader reader;
    const Result<QByteArray> format = openImage(file, reader);
    if (!format)
        return tl::unexpected(format.error());
    const QSize size = isTurned(reader) ? reader.size().transposed() : reader.size();
    return ImageFacts{ *format, mediaTypeOf(*format), size };
}

Result<QImage> ImageDecoder::decodeBytes(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader;
    if (const Result<QByteArray> format = prepare(buffer, reader); !format)
        return tl::unexpected(format.error());
    const bool turned = isTurned(reader);
    const QSize shown = turned ? reader.size().transposed() : reader.size();
    const QSize scaled = scaledSize(shown, {}, Fit::Inside);
    reader.setScaledSize(turned ? scaled.transposed() : scaled);
    const QImage image = reader.read();
    return image.isNull() ? Result<QImage>(fail(ErrorCode::FileDamaged, reader.errorString())) : image;
}

Result<QImage> ImageDecoder::decode(const QString &path, QSize bound, Fit fit)
{
    QFile file(path);
    QImageReader reader;
    if (const Result<QByteArray> format = openImage(file, reader); !format)
        return tl::unexpected(format.error());
    const bool turned = isTurned(reader);
    const QSize shown = turned ? reader.size().transposed() : reader.size();
    const QSize scaled = scaledSize(shown, bound, fit);
    reader.setScaledSize(turned ? scaled.transposed() : scaled);
    QImage image = reader.read();
    if (image.isNull())
        return fail(ErrorCode::FileDamaged, reader.errorString());
    if (fit == Fit::Cover && !bound.isEmpty()) {
        QRect middle(QPoint(), bound.boundedTo(image.size()));
        middle.moveCenter(image.rect().center());
        image = image.copy(middle);
    }
    // What the screen wants, so that nothing is left to do for the thread that paints.
    return image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
}

} // namespace salon
