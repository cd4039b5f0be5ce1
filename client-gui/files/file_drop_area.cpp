// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/files/file_drop_area.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/files/pasted_content.h"

#include <QDropEvent>
#include <QMimeData>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace salon {

FileDropArea::FileDropArea(Theme &theme, QWidget &over, const QList<QWidget *> &children)
    : QWidget(&over)
    , m_theme(theme)
    , m_over(over)
{
    setObjectName(u"fileDropArea"_s);
    setAcceptDrops(true);
    hide();
    over.setAcceptDrops(true);
    over.installEventFilter(this);
    for (QWidget *child : children)
        child->installEventFilter(this);
}

void FileDropArea::watchAllOf(QWidget &parent)
{
    parent.installEventFilter(this);
    const QList<QWidget *> all = parent.findChildren<QWidget *>();
    for (QWidget *child : all)
        child->installEventFilter(this);
}

bool FileDropArea::takes(const QDropEvent &event) const
{
    return m_mayDrop && m_mayDrop() && event.possibleActions().testFlag(Qt::CopyAction)
        && PastedContent::hasFiles(*event.mimeData());
}

bool FileDropArea::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop: {
        auto *drag = static_cast<QDropEvent *>(event);
        if (!PastedContent::hasFiles(*drag->mimeData()))
            break; // text is dropped where it always was
        if (event->type() == QEvent::Drop)
            dropEvent(drag);
        else
            meet(*drag);
        return true;
    }
    case QEvent::Resize:
        if (watched == &m_over)
            setGeometry(m_over.rect());
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void FileDropArea::dragEnterEvent(QDragEnterEvent *event)
{
    meet(*event);
}

void FileDropArea::meet(QDropEvent &event)
{
    if (!takes(event)) {
        event.ignore();
        return;
    }
    // Files are sent, not moved away, whatever the other program proposes.
    event.setDropAction(Qt::CopyAction);
    event.accept();
    setGeometry(m_over.rect());
    setAccessibleName(m_words ? m_words() : QString());
    raise();
    show();
}

void FileDropArea::dragMoveEvent(QDragMoveEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void FileDropArea::dragLeaveEvent(QDragLeaveEvent *event)
{
    hide();
    event->accept();
}

void FileDropArea::dropEvent(QDropEvent *event)
{
    hide();
    if (!takes(*event)) {
        event->ignore();
        return;
    }
    event->setDropAction(Qt::CopyAction);
    event->accept();
    const PastedContent content = PastedContent::of(*event->mimeData());
    if (!content.paths.isEmpty())
        Q_EMIT dropped(content.paths);
    else if (!content.picture.isNull())
        Q_EMIT pictureDropped(content.picture);
    else
        event->ignore(); // it was none after all
}

void FileDropArea::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = tokens.colour(ColourRole::Conversation);
    veil.setAlphaF(tokens.isHighContrast() ? 1.0F : 0.88F);
    painter.fillRect(rect(), veil);
    const int margin = tokens.space(Space::Large);
    QPen pen(tokens.colour(ColourRole::Accent), 2);
    pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(tokens.tint(ColourRole::Accent));
    painter.drawRoundedRect(
        rect().adjusted(margin, margin, -margin, -margin), tokens.cardRadius(), tokens.cardRadius());
    const int side = tokens.px(40);
    QRect icon(0, 0, side, side);
    icon.moveCenter(rect().center() - QPoint(0, side / 2));
    paintIcon(painter, icon, u"attach"_s, tokens.colour(ColourRole::Accent));
    painter.setFont(tokens.font(TextRole::Title));
    painter.setPen(tokens.colour(ColourRole::Text));
    painter.drawText(
        QRect(2 * margin, icon.bottom() + tokens.space(Space::Medium), width() - 4 * margin, height() / 2 - side),
        Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, accessibleName());
}

} // namespace salon
