// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/search/chip_field.h"

#include "client-gui/app/style_paint.h"
#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/dialogs/flow_layout.h"
#include "client-gui/search/field_chip.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

ChipField::ChipField(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_row(new QWidget(this))
    , m_flow(new FlowLayout(m_row))
    , m_edit(new QLineEdit(this))
{
    m_row->hide();
    m_edit->setFrame(false);
    m_edit->setClearButtonEnabled(true);
    m_edit->addAction(tintedIcon(theme, u"search"_s), QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_row);
    column->addWidget(m_edit);
    setFocusProxy(m_edit);
    connect(&theme, &Theme::changed, this, &ChipField::applyTheme);
    applyTheme();
}

ChipField::~ChipField() = default;

void ChipField::setChips(const QStringList &words)
{
    const bool wasOfChip
        = std::any_of(m_chips.cbegin(), m_chips.cend(), [](const FieldChip *chip) { return chip->hasFocus(); });
    if (wasOfChip)
        m_edit->setFocus(Qt::OtherFocusReason);
    // Later: one of them may be handling the key that takes it away.
    for (FieldChip *old : std::exchange(m_chips, {})) {
        old->hide();
        old->setObjectName({});
        m_flow->removeWidget(old);
        old->deleteLater();
    }
    for (const QString &each : words) {
        auto *chip = new FieldChip(m_theme, each, m_row);
        chip->installEventFilter(this);
        const qsizetype at = m_chips.size();
        // Not at once: what is clicked goes.
        connect(
            chip, &QAbstractButton::clicked, this, [this, at] { remove(at); }, Qt::QueuedConnection);
        m_flow->addWidget(chip);
        chip->show();
        m_chips.append(chip);
    }
    m_row->setVisible(!m_chips.isEmpty());
    updateGeometry();
}

QString ChipField::chipText(int chip) const
{
    return chip >= 0 && chip < m_chips.size() ? m_chips[chip]->text() : QString();
}

void ChipField::remove(qsizetype chip)
{
    if (chip < 0 || chip >= m_chips.size())
        return;
    const bool hadFocus = m_chips[chip]->hasFocus();
    Q_EMIT removed(int(chip));
    if (hadFocus && !m_chips.isEmpty())
        focusChip(std::min(chip, m_chips.size() - 1));
    else
        m_edit->setFocus(Qt::OtherFocusReason);
}

void ChipField::focusChip(qsizetype chip)
{
    if (chip >= 0 && chip < m_chips.size())
        m_chips[chip]->setFocus(Qt::TabFocusReason);
    else
        m_edit->setFocus(Qt::OtherFocusReason);
}

bool ChipField::editKey(int key)
{
    const bool isAtStart = m_edit->cursorPosition() == 0 && !m_edit->hasSelectedText();
    if ((key != Qt::Key_Backspace && key != Qt::Key_Left) || !isAtStart || m_chips.isEmpty())
        return false;
    focusChip(m_chips.size() - 1);
    return true;
}

bool ChipField::chipKey(qsizetype chip, const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Left:
        focusChip(std::max<qsizetype>(0, chip - 1));
        return true;
    case Qt::Key_Right:
        focusChip(chip + 1);
        return true;
    case Qt::Key_Home:
        focusChip(0);
        return true;
    case Qt::Key_End:
        focusChip(m_chips.size());
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        remove(chip);
        return true;
    default:
        break;
    }
    const bool isText = !event.text().isEmpty() && event.text().at(0).isPrint() && event.text() != u" "_s
        && !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (!isText)
        return false;
    m_edit->setFocus(Qt::OtherFocusReason);
    m_edit->insert(event.text());
    return true;
}

bool ChipField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_edit)
        return editKey(key->key()) || QWidget::eventFilter(watched, event);
    const auto chip
        = std::find_if(m_chips.cbegin(), m_chips.cend(), [watched](const FieldChip *each) { return each == watched; });
    return (chip != m_chips.cend() && chipKey(chip - m_chips.cbegin(), *key)) || QWidget::eventFilter(watched, event);
}

void ChipField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange)
        update();
    QWidget::changeEvent(event);
}

void ChipField::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hasFocus = m_edit->hasFocus();
    paintBox(painter, rect(), tokens.controlRadius(), tokens.colour(ColourRole::Conversation),
        tokens.colour(hasFocus ? ColourRole::FocusRing : ColourRole::ControlLine),
        hasFocus ? tokens.focusWidth() : tokens.lineWidth());
}

void ChipField::applyTheme()
{
    const Tokens &tokens = m_theme.tokens();
    const int gap = tokens.space(Space::Tight);
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_row->setContentsMargins(gap + 2, gap + 2, gap + 2, 0); // the layout knows none of its own
    m_flow->setSpacing(gap);
    layout()->setContentsMargins(2, 2, 2, 2);
    layout()->setSpacing(0);
    m_edit->setMinimumHeight(tokens.controlHeight() - 4);
    for (FieldChip *chip : std::as_const(m_chips))
        chip->updateGeometry();
    update();
}

} // namespace salon
