// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>

namespace salon::test {

/// Pictures, good and hostile, as files of a folder that goes with this.
class ImageSamples
{
public:
    /// A picture with a red left and a blue right half.
    [[nodiscard]] static QImage halves(QSize size)
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::red);
        QPainter painter(&image);
        painter.fillRect(size.width() / 2, 0, size.width(), size.height(), Qt::blue);
        return image;
    }
    [[nodiscard]] static QByteArray encoded(const QImage &image, const char *format)
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, format);
        return bytes;
    }
    [[nodiscard]] QString write(const QString &name, const QByteArray &bytes) const
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
    }
    [[nodiscard]] QString picture(const QString &name, QSize size, const char *format = "PNG") const
    {
        return write(name, encoded(halves(size), format));
    }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    /// A PNG that says it is `width` × `height` and holds next to nothing.
    [[nodiscard]] static QByteArray pngThatClaims(quint32 width, quint32 height)
    {
        QByteArray bytes = encoded(halves({ 8, 8 }), "PNG");
        const auto put = [&bytes](qsizetype at, quint32 value) {
            for (int i = 0; i < 4; ++i)
                bytes[at + i] = char(value >> (24 - 8 * i));
        };
        put(16, width);
        put(20, height);
        put(29, crc(bytes.mid(12, 17)));
        return bytes;
    }
    /// A JPEG with an EXIF block that says how it is to be turned (6: by 90° to the right).
    [[nodiscard]] static QByteArray turnedJpeg(QSize size, char orientation)
    {
        const QByteArray jpeg = encoded(halves(size), "JPEG");
        QByteArray exif = QByteArray::fromHex("ffe10022457869660000"
                                              "4d4d002a00000008"
                                              "0001"
                                              "0112000300000001");
        exif += QByteArray("\0", 1) + orientation + QByteArray("\0\0", 2) + QByteArray("\0\0\0\0", 4);
        return jpeg.left(2) + exif + jpeg.mid(2);
    }

private:
    [[nodiscard]] static quint32 crc(const QByteArray &bytes)
    {
        quint32 sum = 0xFFFFFFFFU;
        for (const char c : bytes) {
            sum ^= quint8(c);
            for (int bit = 0; bit < 8; ++bit)
                sum = (sum >> 1) ^ ((sum & 1) ? 0xEDB88320U : 0);
        }
        return ~sum;
    }

    QTemporaryDir m_folder;
};

} // namespace salon::test
