// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/composer/completer_popup.h"

#include "client-gui/app/theme.h"

#include <QEvent>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

constexpr int MostWidth = 560; ///< commands and what they do, in both languages

QString iconOf(CompletionItem::Kind kind)
{
    switch (kind) {
    case CompletionItem::Kind::Person:
    case CompletionItem::Kind::Emoji:
        return {}; // they have pictures of their own
    case CompletionItem::Kind::Room:
        return u"hash"_s;
    case CompletionItem::Kind::Command:
        return u"chevron-right"_s;
    case CompletionItem::Kind::Call:
        return u"megaphone"_s;
    }
    return {};
}

} // namespace

CompleterPopup::CompleterPopup(Theme &theme, QWidget *parent)
    : PickPopup(theme, parent)
{
    setObjectName(u"completions"_s);
    setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(0);
    layout->addWidget(&list());
    connect(this, &PickPopup::rowClicked, this, &CompleterPopup::accept);
    retranslateUi();
}

void CompleterPopup::offer(const Completion &completion, QPoint corner, int width)
{
    m_completion = completion;
    if (completion.items.isEmpty()) {
        dismiss();
        return;
    }
    QList<Row> rows;
    for (const CompletionItem &item : completion.items) {
        const bool isEmoji = item.kind == CompletionItem::Kind::Emoji;
        rows.append(
            { item.label, item.detail, iconOf(item.kind), isEmoji ? item.insert.trimmed() : QString(), item.id });
    }
    setRows(rows);
    const Tokens &tokens = theme().tokens();
    const int pad = tokens.space(Space::Tight);
    layout()->setContentsMargins(pad, pad, pad, pad);
    const int height = listHeight(MostRows) + 2 * pad;
    setGeometry(corner.x(), corner.y() - height, std::min(width, tokens.px(MostWidth)), height);
    raise();
    show();
}

void CompleterPopup::dismiss()
{
    m_completion = {};
    hide();
}

void CompleterPopup::accept()
{
    const qsizetype row = chosenRow();
    if (row < 0 || row >= m_completion.items.size())
        return;
    const CompletionItem item = m_completion.items[row];
    Q_EMIT chosen(item);
    dismiss();
}

void CompleterPopup::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    PickPopup::changeEvent(event);
}

void CompleterPopup::retranslateUi()
{
    list().setAccessibleName(tr("Suggestions"));
}

} // namespace salon
