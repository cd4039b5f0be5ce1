// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/how_it_works/frame_tree.h"

#include "client-gui/app/theme.h"
#include "client-gui/how_it_works/field_words.h"
#include "client-gui/widgets/plain_tool_tip.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHeaderView>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

enum Column
{
    NameColumn,
    ValueColumn,
    BytesColumn
};
constexpr int AtRole = Qt::UserRole;
constexpr int EndRole = Qt::UserRole + 1;
constexpr qsizetype LongestValue = 160;
constexpr qsizetype LongestHex = 4;

} // namespace

FrameTree::FrameTree(Theme &theme, QWidget *parent)
    : QTreeWidget(parent)
    , m_theme(theme)
{
    setColumnCount(3);
    setUniformRowHeights(true);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(ValueColumn, QHeaderView::Stretch);
    connect(this, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *now) {
        if (now)
            Q_EMIT partChosen(now->data(0, AtRole).toLongLong(),
                now->data(0, EndRole).toLongLong() - now->data(0, AtRole).toLongLong());
    });
    connect(&theme, &Theme::changed, this, &FrameTree::applyTheme);
    retranslateUi();
    applyTheme();
}

void FrameTree::setFrame(const QByteArray &frame, const FrameView &view, const FrameWords::Names &names)
{
    const QSignalBlocker quiet(this);
    clear();
    m_items = m_left = 0;
    add(invisibleRootItem(), view.parts, frame, view, names);
    if (m_left > 0) {
        auto *more = new QTreeWidgetItem(this);
        more->setText(NameColumn, tr("… and %n more", nullptr, m_left));
        more->setData(0, AtRole, frame.size());
        more->setData(0, EndRole, frame.size());
    }
}

void FrameTree::add(QTreeWidgetItem *parent, const QList<FramePart> &parts, const QByteArray &frame,
    const FrameView &view, const FrameWords::Names &names)
{
    for (const FramePart &part : parts) {
        if (++m_items > MaxItems) {
            ++m_left;
            continue;
        }
        auto *item = new QTreeWidgetItem(parent);
        const QString value = FrameWords::value(part, names, LongestValue);
        item->setText(NameColumn, FrameWords::partName(part));
        item->setText(ValueColumn, value);
        item->setToolTip(NameColumn, plainToolTip(FieldWords::meaning(part.name)));
        item->setToolTip(ValueColumn, plainToolTip(value));
        item->setData(0, AtRole, part.at);
        item->setData(0, EndRole, part.at + part.size);
        const QString place
            = part.size == 1 ? QString::number(part.at) : u"%1–%2"_s.arg(part.at).arg(part.at + part.size - 1);
        item->setText(BytesColumn, place + u":  "_s + FrameWords::hex(frame, view, part.at, part.size, LongestHex));
        item->setFont(BytesColumn, m_theme.tokens().font(TextRole::Code));
        if (part.isHidden)
            item->setForeground(ValueColumn, m_theme.colour(ColourRole::Muted));
        add(item, part.parts, frame, view, names);
        // Open as far as one wants to see at once.
        item->setExpanded(part.parts.size() <= 16);
    }
}

QTreeWidgetItem *FrameTree::find(QTreeWidgetItem *below, qsizetype at) const
{
    for (int i = 0; i < below->childCount(); ++i) {
        QTreeWidgetItem *item = below->child(i);
        if (at >= item->data(0, AtRole).toLongLong() && at < item->data(0, EndRole).toLongLong()) {
            QTreeWidgetItem *inside = find(item, at);
            return inside ? inside : item;
        }
    }
    return nullptr;
}

void FrameTree::choose(qsizetype at)
{
    if (QTreeWidgetItem *item = find(invisibleRootItem(), at)) {
        setCurrentItem(item);
        scrollToItem(item);
    }
}

void FrameTree::retranslateUi()
{
    setHeaderLabels({ tr("Part"), tr("Value"), tr("Bytes") });
    setAccessibleName(tr("Parts of the frame"));
    header()->setAccessibleName(accessibleName());
}

void FrameTree::applyTheme()
{
    setColumnWidth(NameColumn, m_theme.tokens().px(150));
    const QFontMetrics code(m_theme.tokens().font(TextRole::Code));
    m_bytesWidth = code.horizontalAdvance(u"0000–0000:  00 00 00 00 …"_s);
    setColumnWidth(BytesColumn, m_bytesWidth);
    fit();
}

/// Where there is no room for both, the values matter more: the bytes are shown beside or below.
void FrameTree::fit()
{
    setColumnHidden(BytesColumn, width() - columnWidth(NameColumn) - m_bytesWidth < m_theme.tokens().px(100));
}

void FrameTree::resizeEvent(QResizeEvent *event)
{
    QTreeWidget::resizeEvent(event);
    fit();
}

void FrameTree::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QTreeWidget::changeEvent(event);
}

} // namespace salon
