// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/how_it_works/frame_details.h"

#include "client-gui/app/theme.h"
#include "client-gui/how_it_works/frame_bytes.h"
#include "client-gui/how_it_works/frame_legend.h"
#include "client-gui/how_it_works/frame_tree.h"
#include "client-gui/how_it_works/message_words.h"
#include "client-gui/widgets/text_label.h"

#include <QEvent>
#include <QSplitter>
#include <QVBoxLayout>
#include <utility>

using namespace Qt::StringLiterals;

namespace salon {

namespace {
constexpr int DrawnSideBySide = 640; ///< from this width on
}

FrameDetails::FrameDetails(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new TextLabel(theme, TextRole::Name, ColourRole::Text, this))
    , m_purpose(new TextLabel(theme, TextRole::Body, ColourRole::Text, this))
    , m_role(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_panes(new QSplitter(this))
    , m_tree(new FrameTree(theme))
    , m_bytes(new FrameBytes(theme))
    , m_legend(new FrameLegend(theme))
    , m_hint(new TextLabel(theme, TextRole::Meta, ColourRole::Text))
{
    m_hint->setObjectName(u"byteHint"_s);
    m_hint->setWordWrap(true);
    m_title->setObjectName(u"frameTitle"_s);
    m_purpose->setObjectName(u"framePurpose"_s);
    m_role->setObjectName(u"frameRole"_s);
    m_tree->setObjectName(u"frameParts"_s);
    m_bytes->setObjectName(u"frameBytes"_s);
    for (TextLabel *label : { m_title, m_purpose, m_role })
        label->setWordWrap(true);
    auto *right = new QWidget;
    auto *rows = new QVBoxLayout(right);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_bytes, 1);
    rows->addWidget(m_hint);
    rows->addWidget(m_legend);
    m_panes->addWidget(m_tree);
    m_panes->addWidget(right);
    m_panes->setChildrenCollapsible(false);
    m_panes->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // scrolled below its least height only
    m_panes->setStretchFactor(0, 1);
    m_panes->setStretchFactor(1, 1);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_purpose);
    column->addWidget(m_role);
    column->addWidget(m_panes, 1);
    column->addStretch(0); // takes what is left while the parts are hidden
    connect(m_tree, &FrameTree::partChosen, m_bytes, &FrameBytes::highlight);
    connect(m_bytes, &FrameBytes::byteChosen, m_tree, &FrameTree::choose);
    connect(m_tree, &FrameTree::partChosen, this, [this](qsizetype at) { explain(at); });
    connect(m_bytes, &FrameBytes::byteChosen, this, &FrameDetails::explain);
    connect(&theme, &Theme::changed, this, &FrameDetails::applyTheme);
    applyTheme();
    showRow();
}

void FrameDetails::setRow(const QModelIndex &row, FrameWords::Names names)
{
    if (row == m_row && row.isValid())
        return;
    m_row = row;
    m_names = std::move(names);
    showRow();
}

void FrameDetails::showRow()
{
    const bool isFrame = m_row.isValid()
        && FrameLogModel::Direction(m_row.data(FrameLogModel::DirectionRole).toInt()) != FrameLogModel::Direction::None;
    m_panes->setVisible(isFrame);
    m_bytes->setAccessibleName(tr("Bytes of the frame"));
    m_title->setVisible(m_row.isValid());
    m_role->setVisible(isFrame);
    if (!m_row.isValid()) {
        m_purpose->setText(tr("Choose a row above: it is explained here."));
    } else if (!isFrame) {
        m_title->setText(FrameWords::title(m_row));
        m_purpose->setText(FrameWords::stepExplained(m_row));
    } else {
        showFrame();
    }
}

void FrameDetails::showFrame()
{
    const auto way = FrameLogModel::Direction(m_row.data(FrameLogModel::DirectionRole).toInt());
    const QByteArray frame = m_row.data(FrameLogModel::FrameRole).toByteArray();
    const FrameView view = viewFrame(frame);
    m_frame = frame;
    m_view = view;
    explain(0);
    //: %1 name of a message, %2 "sent" or "received"
    m_title->setText(
        tr("%1, %2, %n byte(s)", nullptr, int(frame.size())).arg(FrameWords::title(m_row), FrameWords::direction(way)));
    QString purpose = MessageWords::purpose(view.type);
    if (!view.isUnderstood)
        purpose = view.type == 0 ? tr("These bytes are no message of this protocol.")
                                 : tr("%1 Its end cannot be read.").arg(purpose);
    m_purpose->setText(purpose);
    const auto with
        = m_row.data(FrameLogModel::IsPeerRole).toBool() ? MessageWords::With::Device : MessageWords::With::Server;
    m_role->setText(view.role
            ? MessageWords::role(*view.role, way == FrameLogModel::Direction::Sent, view.correlation, with)
            : QString());
    m_role->setVisible(view.role.has_value());
    m_tree->setFrame(frame, view, m_names);
    m_bytes->setFrame(frame, view);
    QList<FrameByteKind> kinds;
    for (const FrameByteKind kind :
        { FrameByteKind::Length, FrameByteKind::Structure, FrameByteKind::Type, FrameByteKind::Correlation,
            FrameByteKind::Key, FrameByteKind::Value, FrameByteKind::Hidden, FrameByteKind::Unreadable }) {
        const bool isThere = std::any_of(view.stretches.cbegin(), view.stretches.cend(),
            [kind](const FrameStretch &stretch) { return stretch.kind == kind; });
        if (isThere)
            kinds.append(kind);
    }
    m_legend->setKinds(kinds);
}

void FrameDetails::explain(qsizetype at)
{
    const QString hint = FrameWords::explained(m_frame, m_view, at);
    m_hint->setText(hint);
    m_bytes->describe(hint);
}

void FrameDetails::applyTheme()
{
    const Tokens &tokens = m_theme.tokens();
    const int margin = tokens.space(Space::Medium);
    layout()->setContentsMargins(margin, tokens.space(Space::Small), margin, tokens.space(Space::Small));
    layout()->setSpacing(tokens.space(Space::Tight));
    m_panes->setHandleWidth(tokens.space(Space::Small));
    turn();
    if (m_row.isValid())
        showRow();
}

/// Parts and bytes lie side by side where there is room.
void FrameDetails::turn()
{
    const bool isWide = width() >= m_theme.tokens().px(DrawnSideBySide);
    const Qt::Orientation orientation = isWide ? Qt::Horizontal : Qt::Vertical;
    // Bytes take what they need, parts the rest; from then on the person decides.
    if (isVisible() && (m_panes->orientation() != orientation || !std::exchange(m_isDivided, true))) {
        m_panes->setOrientation(orientation);
        const QMargins margins = layout()->contentsMargins();
        const int bytes = m_bytes->sizeHint().width();
        const int parts = width() - margins.left() - margins.right() - m_panes->handleWidth() - bytes;
        m_panes->setSizes(isWide ? QList<int>{ parts, bytes } : QList<int>{ 1, 1 });
    }
    m_panes->setMinimumHeight(m_theme.tokens().px(isWide ? 210 : 360));
}

void FrameDetails::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showRow();
    QWidget::changeEvent(event);
}

void FrameDetails::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    turn();
}

void FrameDetails::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    turn();
}

} // namespace salon
