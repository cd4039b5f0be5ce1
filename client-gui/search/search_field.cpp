// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/search/search_field.h"

#include "client-gui/app/theme.h"
#include "client-gui/dialogs/date_dialog.h"
#include "client-gui/search/chip_field.h"
#include "client-gui/search/search_suggestions.h"
#include "shared/client-core/workspace.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

constexpr int MostCharacters = 512; ///< of a search, as on the wire

} // namespace

SearchField::SearchField(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_field(new ChipField(theme, this))
    , m_popup(new SuggestionPopup(theme, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_field);
    QLineEdit &edit = m_field->edit();
    edit.setObjectName(u"searchText"_s);
    edit.setMaxLength(MostCharacters);
    edit.installEventFilter(this);
    setFocusProxy(m_field);
    connect(&edit, &QLineEdit::textEdited, this, &SearchField::textEdited);
    connect(&edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        // The × in the line clears without an edit of the person's.
        if (text.isEmpty() && !m_field->edit().isModified())
            textEdited();
    });
    connect(m_field, &ChipField::removed, this, &SearchField::removeChip);
    connect(m_popup, &PickPopup::rowClicked, this, &SearchField::acceptSuggestion);
    retranslateUi();
}

void SearchField::setWorkspace(Workspace *workspace)
{
    m_workspace = workspace;
    m_scope = {};
    clear();
}

void SearchField::setScope(RoomId room)
{
    m_scope = room;
    if (room.isValid())
        m_conditions.removeIf([this](const QString &condition) {
            const QList<SearchChip> chips = read(condition).chips;
            return !chips.isEmpty() && chips.constFirst().kind == SearchChip::Kind::In;
        });
    showChips();
    Q_EMIT changed(true);
}

void SearchField::clear()
{
    m_conditions.clear();
    m_field->edit().clear();
    m_popup->dismiss();
    showChips();
    Q_EMIT changed(true);
}

void SearchField::focusText()
{
    m_field->edit().setFocus(Qt::ShortcutFocusReason);
    m_field->edit().selectAll();
}

ParsedSearch SearchField::read(const QString &text) const
{
    return m_workspace ? parseSearch(text, m_workspace->people(), m_workspace->rooms()) : ParsedSearch();
}

QString SearchField::line() const
{
    return QStringList(m_conditions + QStringList{ m_field->edit().text() }).join(u' ');
}

SearchQuery SearchField::query() const
{
    SearchQuery query = read(line()).query;
    if (m_scope.isValid())
        query.room = m_scope;
    return query;
}

QString SearchField::problem() const
{
    const QList<SearchChip> chips = read(line()).chips;
    const bool isTyping = m_popup->isVisible();
    for (const SearchChip &chip : chips)
        if (!chip.problem.isEmpty() && !isTyping)
            return chip.problem;
    return {};
}

void SearchField::addCondition(SearchChip::Kind kind, const QString &value)
{
    QLineEdit &edit = m_field->edit();
    focusText();
    edit.deselect();
    QString text = edit.text();
    if (!text.isEmpty() && !text.endsWith(u' '))
        text += u' ';
    const qsizetype start = text.size();
    edit.setText(text);
    if (!value.isEmpty()) {
        replaceCondition(start, kind, value);
        return;
    }
    edit.setText(text + chipText(kind).trimmed());
    suggest();
}

// --- Chips

void SearchField::showChips()
{
    QStringList words;
    if (m_scope.isValid() && m_workspace)
        //: Chip of a search; %1 is a room or a person: search in it only
        words.append(tr("in %1").arg(m_workspace->rooms().displayName(m_scope)));
    for (const QString &condition : std::as_const(m_conditions)) {
        const QList<SearchChip> chips = read(condition).chips;
        words.append(chips.isEmpty() || chips.constFirst().label.isEmpty() ? condition : chips.constFirst().label);
    }
    m_field->setChips(words);
}

void SearchField::removeChip(int chip)
{
    if (m_scope.isValid() && chip == 0)
        m_scope = {};
    else
        m_conditions.remove(chip - (m_scope.isValid() ? 1 : 0));
    showChips();
    Q_EMIT changed(true);
}

void SearchField::takeWhole()
{
    QLineEdit &edit = m_field->edit();
    QString text = edit.text();
    const QList<SearchChip> chips = read(text).chips;
    bool isTaken = false;
    for (qsizetype i = chips.size() - 1; i >= 0; --i) {
        const SearchChip &chip = chips[i];
        const qsizetype end = chip.start + chip.length;
        if (chip.label.isEmpty() || end >= text.size() || !text.at(end).isSpace())
            continue;
        if (chip.kind == SearchChip::Kind::In)
            m_scope = {}; // another room takes its place
        m_conditions.append(text.mid(chip.start, chip.length));
        text.remove(chip.start, chip.length + 1);
        isTaken = true;
    }
    if (!isTaken)
        return;
    edit.setText(text);
    showChips();
}

void SearchField::textEdited()
{
    takeWhole();
    suggest();
    Q_EMIT changed(false);
}

// --- Suggestions

void SearchField::suggest()
{
    const QString text = m_field->edit().text();
    std::optional<OpenCondition> open;
    if (m_workspace && m_field->edit().cursorPosition() == text.size())
        open = SearchSuggestions::openCondition(text, *m_workspace);
    QWidget *window = this->window();
    if (m_popup->parentWidget() != window)
        m_popup->setParent(window);
    const QPoint corner = mapTo(window, QPoint(0, height() + m_theme.tokens().space(Space::Tight)));
    m_popup->offer(open ? SearchSuggestions::of(*open, *m_workspace) : QList<SearchSuggestion>(), corner, width());
}

void SearchField::acceptSuggestion()
{
    const SearchSuggestion *chosen = m_popup->chosen();
    const std::optional<OpenCondition> open
        = m_workspace ? SearchSuggestions::openCondition(m_field->edit().text(), *m_workspace) : std::nullopt;
    if (!chosen || !open)
        return;
    const QString value = chosen->value;
    m_popup->dismiss();
    if (value.isEmpty())
        chooseDay(open->kind);
    else
        replaceCondition(open->start, open->kind, value);
}

void SearchField::replaceCondition(qsizetype start, SearchChip::Kind kind, const QString &value)
{
    QLineEdit &edit = m_field->edit();
    edit.setText(edit.text().first(start) + chipText(kind, value).trimmed() + u' ');
    takeWhole();
    edit.setFocus(Qt::OtherFocusReason);
    Q_EMIT changed(true);
}

void SearchField::chooseDay(SearchChip::Kind kind)
{
    auto *dialog = new DateDialog(m_theme, {}, window());
    dialog->setPurpose(DateDialog::Purpose::Condition);
    connect(dialog, &DateDialog::dayChosen, this, [this, dialog, kind](const QDate &day) {
        dialog->accept();
        const std::optional<OpenCondition> open
            = m_workspace ? SearchSuggestions::openCondition(m_field->edit().text(), *m_workspace) : std::nullopt;
        replaceCondition(open ? open->start : m_field->edit().text().size(), kind, day.toString(Qt::ISODate));
    });
    dialog->open();
}

bool SearchField::keyPressed(int key)
{
    const bool isOpen = m_popup->isVisible();
    switch (key) {
    case Qt::Key_Down:
        if (isOpen)
            m_popup->moveBy(1);
        else
            Q_EMIT leftDown();
        return true;
    case Qt::Key_Up:
        if (isOpen)
            m_popup->moveBy(-1);
        return isOpen;
    case Qt::Key_Tab:
        if (isOpen)
            acceptSuggestion();
        return isOpen;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isOpen) {
            acceptSuggestion();
        } else {
            Q_EMIT changed(true);
            Q_EMIT leftDown();
        }
        return true;
    case Qt::Key_Escape:
        if (isOpen)
            m_popup->dismiss();
        else
            Q_EMIT cancelled();
        return true;
    default:
        return false;
    }
}

bool SearchField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // not the command of the window
        return true;
    }
    if (event->type() == QEvent::KeyPress && keyPressed(static_cast<QKeyEvent *>(event)->key()))
        return true;
    if (event->type() == QEvent::FocusOut)
        m_popup->dismiss();
    return QWidget::eventFilter(watched, event);
}

void SearchField::hideEvent(QHideEvent *event)
{
    m_popup->dismiss();
    QWidget::hideEvent(event);
}

void SearchField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
        showChips();
    }
    QWidget::changeEvent(event);
}

void SearchField::retranslateUi()
{
    m_field->edit().setPlaceholderText(tr("Search messages"));
    m_field->edit().setAccessibleName(tr("Search messages"));
}

} // namespace salon
