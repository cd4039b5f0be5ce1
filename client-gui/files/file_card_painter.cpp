// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/files/file_card_painter.h"

#include <QFileInfo>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

struct Kind
{
    QLatin1StringView extensions; ///< between spaces
    QString icon;
};

const QList<Kind> &kinds()
{
    static const QList<Kind> all{
        { " png jpg jpeg webp gif bmp tif tiff heic avif svg ico "_L1, u"image"_s },
        { " mp3 ogg opus flac wav m4a aac mid "_L1, u"sound"_s },
        { " mp4 mkv webm mov avi ogv m4v "_L1, u"play"_s },
        { " zip tar gz tgz xz bz2 zst 7z rar deb rpm iso "_L1, u"archive"_s },
    };
    return all;
}

} // namespace

void paintFileProgress(
    QPainter &painter, const QRectF &card, double share, const Tokens &tokens, Qt::LayoutDirection direction)
{
    const int inset = tokens.cardRadius();
    const int thick = tokens.px(3);
    const QRectF whole(card.left() + inset, card.bottom() - thick - 1, card.width() - 2 * inset, thick);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.colour(ColourRole::Line));
    painter.drawRoundedRect(whole, thick / 2.0, thick / 2.0);
    painter.setBrush(tokens.colour(ColourRole::AccentFill));
    QRectF part = whole;
    part.setWidth(whole.width() * share);
    if (direction == Qt::RightToLeft)
        part.moveRight(whole.right());
    painter.drawRoundedRect(part, thick / 2.0, thick / 2.0);
}

void paintCardGround(QPainter &painter, const QRectF &card, const Tokens &tokens, bool isHovered)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.colour(ColourRole::Line), tokens.lineWidth()));
    painter.setBrush(tokens.colour(ColourRole::Raised));
    const QRectF outline = card.adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(outline, tokens.cardRadius(), tokens.cardRadius());
    if (!isHovered)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.colour(ColourRole::Hover));
    painter.drawRoundedRect(outline, tokens.cardRadius(), tokens.cardRadius());
}

QString fileIcon(const QString &name)
{
    const QString extension = u' ' + QFileInfo(name).suffix().toLower() + u' ';
    for (const Kind &kind : kinds())
        if (extension.size() > 2 && kind.extensions.contains(extension))
            return kind.icon;
    return u"file"_s;
}

} // namespace salon
