// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/composer/text_marks.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

/// Of one line: `from` and `to` are positions in it.
struct Span
{
    qsizetype from = 0;
    qsizetype to = 0;
};

QChar signOf(TextMark mark)
{
    switch (mark) {
    case TextMark::Bold:
    case TextMark::Italic:
        return u'*';
    case TextMark::Strike:
        return u'~';
    case TextMark::Code:
        return u'`';
    }
    Q_UNREACHABLE();
}

qsizetype lengthOf(TextMark mark)
{
    return mark == TextMark::Bold || mark == TextMark::Strike ? 2 : 1;
}

/// One and the same sign stands for two marks: ** is bold, * italic, *** both.
bool holds(TextMark mark, qsizetype signs)
{
    switch (mark) {
    case TextMark::Bold:
    case TextMark::Strike:
        return signs >= 2;
    case TextMark::Italic:
        return signs % 2 == 1;
    case TextMark::Code:
        return signs >= 1;
    }
    Q_UNREACHABLE();
}

qsizetype signsBefore(const QString &line, qsizetype at, QChar sign)
{
    qsizetype count = 0;
    while (at - count > 0 && line[at - count - 1] == sign)
        ++count;
    return count;
}

qsizetype signsAfter(const QString &line, qsizetype at, QChar sign)
{
    qsizetype count = 0;
    while (at + count < line.size() && line[at + count] == sign)
        ++count;
    return count;
}

/// Marks hold only next to a letter: spaces at the ends stay outside, and so do marks of the same sign.
Span core(const QString &line, Span span, QChar sign)
{
    while (span.from < span.to && line[span.from].isSpace())
        ++span.from;
    while (span.to > span.from && line[span.to - 1].isSpace())
        --span.to;
    const qsizetype inside
        = std::min({ signsAfter(line, span.from, sign), signsBefore(line, span.to, sign), (span.to - span.from) / 2 });
    return { span.from + inside, span.to - inside };
}

qsizetype longestRun(QStringView text, QChar sign)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == sign ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

/// Code that holds the sign itself needs more of them around it, and a space beside it at its ends.
QString signsFor(TextMark mark, QStringView words)
{
    const QChar sign = signOf(mark);
    const qsizetype inside = mark == TextMark::Code ? longestRun(words, sign) : 0;
    return QString(inside > 0 ? inside + 1 : lengthOf(mark), sign);
}

void replace(QTextCursor &cursor, int from, int to, const QString &with)
{
    cursor.setPosition(from);
    cursor.setPosition(to, QTextCursor::KeepAnchor);
    cursor.insertText(with);
}

/// Returns where the words of the line are afterwards, in the document.
std::pair<int, int> toggleInLine(QTextCursor &cursor, const QTextBlock &block, Span span, TextMark mark)
{
    const QString line = block.text();
    const int start = block.position();
    const QChar sign = signOf(mark);
    const Span words = core(line, span, sign);
    const qsizetype around = std::min(signsBefore(line, words.from, sign), signsAfter(line, words.to, sign));
    const int from = start + int(words.from);
    const int to = start + int(words.to);
    if (holds(mark, around)) {
        const int taken = int(mark == TextMark::Code ? around : lengthOf(mark));
        replace(cursor, to, to + taken, {});
        replace(cursor, from - taken, from, {});
        return { from - taken, to - taken };
    }
    const QStringView inner = QStringView(line).sliced(words.from, words.to - words.from);
    const QString signs = signsFor(mark, inner);
    const bool needsSpace = mark == TextMark::Code && (inner.startsWith(sign) || inner.endsWith(sign));
    const QString space = needsSpace ? u" "_s : QString();
    replace(cursor, to, to, space + signs);
    replace(cursor, from, from, signs + space);
    const int moved = int(signs.size() + space.size());
    return { from + moved, to + moved };
}

void makeCodeBlock(QTextCursor &cursor, int from, int to)
{
    QTextDocument *document = cursor.document();
    const QTextBlock last = document->findBlock(to);
    // A selection that ends at the start of a line does not mean that line.
    const int end = to == last.position() ? to - 1 : last.position() + last.length() - 1;
    const int begin = document->findBlock(from).position();
    cursor.setPosition(begin);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    const QString fence(std::max<qsizetype>(3, longestRun(cursor.selectedText(), u'`') + 1), u'`');
    replace(cursor, end, end, u'\n' + fence);
    replace(cursor, begin, begin, fence + u'\n');
    const int moved = int(fence.size()) + 1;
    cursor.setPosition(begin + moved);
    cursor.setPosition(end + moved, QTextCursor::KeepAnchor);
}

void toggleInLines(QTextCursor &cursor, int from, int to, TextMark mark)
{
    QTextDocument *document = cursor.document();
    int end = to;
    // From the last line up, so that the positions of those above stay true.
    for (QTextBlock block = document->findBlock(to); block.isValid(); block = block.previous()) {
        const qsizetype first = std::max(0, from - block.position());
        const qsizetype last = std::min(to - block.position(), block.length() - 1);
        const QString line = block.text();
        if (last > first && !QStringView(line).sliced(first, last - first).trimmed().isEmpty()) {
            const int before = document->characterCount();
            toggleInLine(cursor, block, { first, last }, mark);
            end += document->characterCount() - before;
        }
        if (block.position() <= from)
            break;
    }
    cursor.setPosition(from);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
}

} // namespace

void toggleMark(QTextCursor &cursor, TextMark mark)
{
    const int from = cursor.selectionStart();
    const int to = cursor.selectionEnd();
    const QTextBlock first = cursor.document()->findBlock(from);
    cursor.beginEditBlock();
    if (to > first.position() + first.length() - 1) {
        if (mark == TextMark::Code)
            makeCodeBlock(cursor, from, to);
        else
            toggleInLines(cursor, from, to, mark);
    } else {
        const auto [begin, end] = toggleInLine(cursor, first, { from - first.position(), to - first.position() }, mark);
        cursor.setPosition(begin);
        cursor.setPosition(end, QTextCursor::KeepAnchor);
    }
    cursor.endEditBlock();
}

} // namespace salon
