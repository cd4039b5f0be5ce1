// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

// What the text is for: a new message, an answer, a change of an old one, or nothing.
#include "client-gui/composer/completer_popup.h"
#include "client-gui/composer/composer.h"
#include "client-gui/composer/composer_edit.h"
#include "client-gui/composer/purpose_bar.h"
#include "client-gui/widgets/icon_button.h"
#include "client-gui/widgets/text_label.h"
#include "shared/client-core/settings.h"

#include <QFontMetrics>
#include <QPushButton>
#include <QTextDocument>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace salon {

void Composer::beginReply(Seq target, const QString &author, const QString &line)
{
    endEdit();
    m_reply = { target, author, line };
    showPurpose();
    focusText();
    Q_EMIT edited();
}

void Composer::showReply(Seq target)
{
    m_reply = { target };
    showPurpose();
}

void Composer::beginEdit(Seq target, const QString &text, TextFormat format, const QString &line)
{
    showEdit(target, text, format);
    m_editing.original = text;
    tellOf(target, {}, line.isEmpty() ? text.simplified() : line);
    focusText();
    Q_EMIT edited();
}

void Composer::showEdit(Seq target, const QString &text, TextFormat format)
{
    if (m_editing.target == 0)
        m_setAside = this->text();
    m_editing = { target, {}, {}, format, {} };
    replaceText(text);
    showPurpose();
}

void Composer::tellOf(Seq target, const QString &author, const QString &line)
{
    if (m_reply.target == target && target != 0) {
        m_reply.author = author;
        m_reply.line = line;
    }
    if (m_editing.target == target && target != 0)
        m_editing.line = line;
    showPurpose();
}

void Composer::cancelPurpose()
{
    if (m_editing.target != 0)
        endEdit();
    else
        m_reply = {};
    showPurpose();
    Q_EMIT edited();
}

/// What the edit had set aside comes back.
void Composer::endEdit()
{
    if (m_editing.target == 0)
        return;
    m_editing = {};
    replaceText(std::exchange(m_setAside, {}));
}

QString Composer::messageText() const
{
    return m_editing.target != 0 ? m_setAside : text();
}

TextFormat Composer::format() const
{
    if (m_editing.target != 0)
        return m_editing.format;
    return m_settings && m_settings->current().writesMarkdown ? TextFormat::Markdown : TextFormat::Plain;
}

void Composer::switchMarkdown(bool isMarkdown)
{
    // A message keeps its own format when it is changed, whatever new ones are written in.
    if (m_editing.target != 0)
        m_editing.format = isMarkdown ? TextFormat::Markdown : TextFormat::Plain;
    else if (m_settings)
        m_settings->change([isMarkdown](Settings &settings) { settings.writesMarkdown = isMarkdown; });
    m_edit->setTakesMarks(format() != TextFormat::Plain);
}

QString Composer::purposeWords() const
{
    if (m_editing.target != 0)
        return tr("Changing your message");
    //: %1 is a person's name
    return m_reply.author.isEmpty() ? tr("Reply") : tr("Reply to %1").arg(m_reply.author);
}

void Composer::showPurpose()
{
    const Purpose &shown = m_editing.target != 0 ? m_editing : m_reply;
    showBlocked();
    if (shown.target != 0 && !isBlocked())
        m_purpose->showPurpose(m_editing.target != 0 ? u"edit"_s : u"reply"_s, purposeWords(), shown.line);
    else
        m_purpose->hide();
    m_edit->setCancellable(shown.target != 0);
    m_edit->setTakesMarks(m_settings && format() != TextFormat::Plain);
    showLimits();
    update();
}

void Composer::setBlocked(const QString &reason)
{
    m_blocked = reason;
    m_blockedLabel->setText(reason);
    showPurpose();
}

void Composer::showBlocked()
{
    const bool isBlocked = this->isBlocked();
    m_blockedLabel->setVisible(isBlocked);
    m_field->setVisible(!isBlocked);
    m_edit->setVisible(!isBlocked);
    m_send->setVisible(!isBlocked);
    m_emoji->setVisible(!isBlocked && m_catalogue);
    m_attach->setVisible(!isBlocked && m_takesFiles);
    m_formatButton->setVisible(!isBlocked && m_settings);
    if (isBlocked) {
        m_problem->hide();
        m_counter->hide();
        m_popup->dismiss();
    }
}

/// On one line: what does not fit would be seen to its half.
void Composer::showPrompt()
{
    const int margin = int(std::ceil(m_edit->document()->documentMargin()));
    const QString shown = QFontMetrics(m_edit->font())
                              .elidedText(m_edit->accessibleName(), Qt::ElideRight,
                                  std::max(0, m_edit->viewport()->width() - 2 * margin));
    if (shown != m_edit->placeholderText())
        m_edit->setPlaceholderText(shown);
}

} // namespace salon
