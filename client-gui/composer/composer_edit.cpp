// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/composer/composer_edit.h"

#include "client-gui/composer/sign_highlighter.h"
#include "client-gui/files/pasted_content.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <cmath>
#include <memory>

namespace salon {

namespace {

constexpr int VerticalMargin = 4;

/// Qt's own ways to plain text make spaces of the no-break spaces that French puts before ! and inside « ».
QString withLineFeeds(QString raw)
{
    return raw.replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
}

} // namespace

ComposerEdit::ComposerEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(VerticalMargin);
    new SignHighlighter(document());
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &ComposerEdit::fit);
}

QString ComposerEdit::text() const
{
    return withLineFeeds(document()->toRawText());
}

QMimeData *ComposerEdit::createMimeDataFromSelection() const
{
    auto *copied = new QMimeData;
    copied->setText(withLineFeeds(textCursor().selectedText()));
    return copied;
}

void ComposerEdit::fit()
{
    setVerticalScrollBarPolicy(isCut() ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setFixedHeight(sizeHint().height());
    updateGeometry();
    if (!isCut())
        verticalScrollBar()->setValue(0);
}

bool ComposerEdit::isCut() const
{
    // QPlainTextDocumentLayout measures in lines.
    return int(document()->size().height()) > MostLines;
}

QSize ComposerEdit::sizeHint() const
{
    const int lines = std::clamp(int(document()->size().height()), 1, MostLines);
    int height = lines * fontMetrics().lineSpacing() + VerticalMargin;
    if (!isCut()) {
        // Lines with signs of another font may be taller.
        qreal laidOut = 0;
        for (QTextBlock block = document()->firstBlock(); block.isValid(); block = block.next())
            laidOut += document()->documentLayout()->blockBoundingRect(block).height();
        height = std::max(height, int(std::ceil(laidOut)));
    }
    // With one pixel less QPlainTextEdit takes the last line for hidden, and scrolls.
    return { 200, height + VerticalMargin + 1 + 2 * frameWidth() };
}

bool ComposerEdit::takeSuggestionKey(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        Q_EMIT suggestionMoved(-1);
        return true;
    case Qt::Key_Down:
        Q_EMIT suggestionMoved(1);
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT suggestionAccepted();
        return true;
    case Qt::Key_Escape:
        Q_EMIT suggestionsDismissed();
        return true;
    default:
        return false;
    }
}

bool ComposerEdit::takeMessageKey(QKeyEvent *event)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool isUp = event->key() == Qt::Key_Up;
    const bool isEmpty = document()->isEmpty();
    if (isUp && isEmpty && modifiers == Qt::NoModifier)
        Q_EMIT editLastWanted();
    else if (isUp && (modifiers == Qt::ControlModifier || (isEmpty && modifiers == Qt::ShiftModifier)))
        Q_EMIT replyStepped(-1);
    else if (event->key() == Qt::Key_Down && modifiers == Qt::ControlModifier)
        Q_EMIT replyStepped(1);
    else if (modifiers == Qt::NoModifier && !isCut()
        && (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown))
        Q_EMIT pageStepped(event->key() == Qt::Key_PageUp ? -1 : 1);
    else if (event->key() == Qt::Key_Escape && modifiers == Qt::NoModifier && m_isCancellable)
        Q_EMIT cancelled();
    else if (const auto mark = markOf(event))
        toggle(*mark);
    else
        return false;
    return true;
}

QKeySequence ComposerEdit::keyOf(TextMark mark)
{
    switch (mark) {
    case TextMark::Bold:
        return { Qt::CTRL | Qt::Key_B };
    case TextMark::Italic:
        return { Qt::CTRL | Qt::Key_I };
    case TextMark::Strike:
        return { Qt::CTRL | Qt::SHIFT | Qt::Key_X };
    case TextMark::Code:
        return { Qt::CTRL | Qt::Key_E };
    }
    Q_UNREACHABLE();
}

std::optional<TextMark> ComposerEdit::markOf(const QKeyEvent *event) const
{
    if (m_takesMarks) {
        for (const TextMark mark : { TextMark::Bold, TextMark::Italic, TextMark::Strike, TextMark::Code })
            if (keyOf(mark) == QKeySequence(event->keyCombination()))
                return mark;
    }
    return std::nullopt;
}

void ComposerEdit::toggle(TextMark mark)
{
    QTextCursor cursor = textCursor();
    toggleMark(cursor, mark);
    setTextCursor(cursor);
}

bool ComposerEdit::event(QEvent *event)
{
    // Keys of the window that a text field would keep for itself: "delete to the end" and "select a page".
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isSwitch = key->key() == Qt::Key_K && key->modifiers() == Qt::ControlModifier;
        const bool isToUnread = key->key() == Qt::Key_PageUp && key->modifiers() == Qt::ShiftModifier;
        if (isSwitch || isToUnread) {
            event->ignore();
            return false;
        }
        // … and keys of the field that are the window's elsewhere.
        const bool isEscape = key->key() == Qt::Key_Escape && key->modifiers() == Qt::NoModifier;
        if (markOf(key) || (isEscape && (m_isSuggesting || m_isCancellable))) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

bool ComposerEdit::focusNextPrevChild(bool next)
{
    // Tab never reaches keyPressEvent() otherwise.
    return !(m_isSuggesting && next) && QPlainTextEdit::focusNextPrevChild(next);
}

void ComposerEdit::keyPressEvent(QKeyEvent *event)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (m_isComposing) {
        QPlainTextEdit::keyPressEvent(event);
        return;
    }
    if (m_isSuggesting && modifiers == Qt::NoModifier && takeSuggestionKey(event))
        return;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        const bool submits = m_enterSubmits ? modifiers == Qt::NoModifier : modifiers == Qt::ControlModifier;
        if (submits)
            Q_EMIT submitted();
        else
            insertPlainText(QStringLiteral("\n"));
        return;
    }
    if (takeMessageKey(event))
        return;
    if (event->key() == Qt::Key_Escape) {
        event->ignore(); // the window's own: to the newest message
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void ComposerEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_isComposing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
}

bool ComposerEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() || (m_takesFiles && PastedContent::hasFiles(*source));
}

void ComposerEdit::insertFromMimeData(const QMimeData *source)
{
    const PastedContent pasted = m_takesFiles ? PastedContent::of(*source) : PastedContent();
    if (!pasted.paths.isEmpty()) {
        Q_EMIT filesPasted(pasted.paths);
        return;
    }
    if (!pasted.picture.isNull()) {
        Q_EMIT picturePasted(pasted.picture);
        return;
    }
    if (!source->hasText())
        return;
    const QString pastedText = source->text();
    insertPlainText(pastedText);
    if (m_takesFiles && (pastedText.size() >= LongText || pastedText.count(u'\n') >= LongTextLines))
        Q_EMIT longTextPasted();
}

void ComposerEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    Q_EMIT focusChanged(true);
}

void ComposerEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        Q_EMIT focusChanged(false);
}

void ComposerEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

void ComposerEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(event->globalPos());
}

} // namespace salon
