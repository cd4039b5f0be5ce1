// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/seen_marks.h"

#include "client-gui/app/avatar_painter.h"
#include "client-gui/app/design_tokens.h"
#include "client-gui/timeline/row_layout.h"
#include "client-gui/timeline/timeline_metrics.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

constexpr qsizetype MostNames = 12; ///< of a tool tip

int side(const Tokens &tokens)
{
    return tokens.px(16);
}

int step(const Tokens &tokens)
{
    return tokens.px(12); // they overlap a little
}

QString more(qsizetype count)
{
    return u'+' + QLocale().toString(count);
}

} // namespace

int SeenMarks::width(const Tokens &tokens) const
{
    if (!m_people)
        return 0;
    return side(tokens) + (MostFaces - 1) * step(tokens) + tokens.px(2)
        + QFontMetrics(tokens.font(TextRole::SectionHead)).horizontalAdvance(more(88));
}

QRect SeenMarks::rect(const RowLayout &row, const TimelineMetrics &metrics, const Tokens &tokens)
{
    const int height = side(tokens);
    // The words of the program stand in the middle of the whole width, and may reach over the column.
    const int right = row.systemRect().isNull() ? metrics.endRight : metrics.width - metrics.sideMargin;
    return { right - metrics.endWidth, row.height() - height - tokens.px(3), metrics.endWidth, height };
}

QList<AccountId> SeenMarks::at(Seq seq, Seq next) const
{
    return m_people && seq > 0 ? m_people(seq, next) : QList<AccountId>();
}

void SeenMarks::paint(
    QPainter &painter, const QRect &rect, const QList<AccountId> &people, const NameOf &nameOf, const Tokens &tokens)
{
    if (people.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const int size = side(tokens);
    int x = rect.right() + 1;
    if (const qsizetype others = people.size() - MostFaces; others > 0) {
        painter.setFont(tokens.font(TextRole::SectionHead));
        painter.setPen(tokens.colour(ColourRole::Muted));
        painter.drawText(rect, Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter, more(others));
        x -= painter.fontMetrics().horizontalAdvance(more(others)) + tokens.px(2);
    }
    x -= size;
    const qsizetype shown = std::min<qsizetype>(people.size(), MostFaces);
    for (qsizetype i = shown - 1; i >= 0; --i) {
        const QRectF face(x, rect.top(), size, size);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.colour(ColourRole::Conversation));
        painter.drawEllipse(face.adjusted(-1, -1, 1, 1));
        const QString name = nameOf ? nameOf(people[i]) : QString();
        paintAvatar(painter, face, avatarFace(name, hueOf(people[i].value)), tokens);
        x -= step(tokens);
    }
    painter.restore();
}

QString SeenMarks::words(const QList<AccountId> &people, const NameOf &nameOf)
{
    QStringList names;
    for (const AccountId person : people)
        if (const QString name = nameOf ? nameOf(person) : QString(); !name.isEmpty() && names.size() < MostNames)
            names.append(name);
    if (names.isEmpty())
        return {};
    const int others = int(people.size() - names.size());
    //: Who has read so far. %1 is a list of names
    return others > 0 ? tr("Seen by %1 and %n other(s)", nullptr, others).arg(names.join(u", "_s))
                      : tr("Seen by %1").arg(QLocale().createSeparatedList(names));
}

} // namespace salon
