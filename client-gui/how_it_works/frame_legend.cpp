// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/how_it_works/frame_legend.h"

#include "client-gui/app/theme.h"
#include "client-gui/dialogs/flow_layout.h"
#include "client-gui/how_it_works/frame_words.h"
#include "client-gui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace salon {
namespace {

/// Ground, line and its dashes of a kind.
struct Look
{
    ColourRole role = ColourRole::Text;
    bool hasGround = false;
    Qt::PenStyle line = Qt::SolidLine;
    qreal width = 1;
    bool isDouble = false;
};

Look lookOf(FrameByteKind kind)
{
    switch (kind) {
    case FrameByteKind::Length:
        return { ColourRole::Accent, true, Qt::SolidLine, 3 };
    case FrameByteKind::Structure:
        return { ColourRole::Muted, false, Qt::DotLine, 2 };
    case FrameByteKind::Type:
        return { ColourRole::Ok, true, Qt::SolidLine, 1, true };
    case FrameByteKind::Correlation:
        return { ColourRole::Warn, true, Qt::DashLine, 2 };
    case FrameByteKind::Key:
        return { ColourRole::Accent, false, Qt::SolidLine, 1, true };
    case FrameByteKind::Value:
        return { ColourRole::Muted, false, Qt::SolidLine, 1 };
    case FrameByteKind::Hidden:
        return { ColourRole::Muted, false, Qt::NoPen, 0 };
    case FrameByteKind::Unreadable:
        return { ColourRole::Danger, true, Qt::DashDotDotLine, 2 };
    }
    return {};
}

/// One sample of the legend.
class Sample : public QWidget
{
public:
    Sample(Theme &theme, FrameByteKind kind)
        : m_theme(theme)
        , m_kind(kind)
    {
        setFixedSize(theme.tokens().px(32), theme.tokens().px(20));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintByteMark(painter, m_theme, rect(), m_kind, true);
        painter.setFont(m_theme.tokens().font(TextRole::Code));
        painter.setPen(m_theme.colour(ColourRole::Text));
        painter.drawText(rect().adjusted(0, 0, 0, -m_theme.tokens().px(3)), Qt::AlignCenter,
            m_kind == FrameByteKind::Hidden ? QStringLiteral("••") : QStringLiteral("00"));
    }

private:
    Theme &m_theme;
    FrameByteKind m_kind;
};

} // namespace

void paintByteMark(QPainter &painter, const Theme &theme, const QRect &cell, FrameByteKind kind, bool isEnd)
{
    const Look look = lookOf(kind);
    const Tokens &tokens = theme.tokens();
    // A stretch ends with a gap, so that two of a kind side by side are two.
    const QRect ground = cell.adjusted(0, 0, isEnd ? -tokens.px(3) : 0, 0);
    if (look.hasGround)
        painter.fillRect(ground, tokens.tint(look.role));
    if (look.line == Qt::NoPen)
        return;
    QPen pen(tokens.colour(look.role), tokens.px(look.width), look.line, Qt::FlatCap);
    painter.setPen(pen);
    const int y = cell.bottom() - tokens.px(1);
    painter.drawLine(ground.left(), y, ground.right(), y);
    if (look.isDouble)
        painter.drawLine(ground.left(), y - tokens.px(2), ground.right(), y - tokens.px(2));
}

FrameLegend::FrameLegend(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto *flow = new FlowLayout(this);
    flow->setContentsMargins(0, 0, 0, 0);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, &FrameLegend::rebuild);
}

void FrameLegend::setKinds(const QList<FrameByteKind> &kinds)
{
    if (kinds == m_kinds)
        return;
    m_kinds = kinds;
    rebuild();
}

void FrameLegend::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

void FrameLegend::rebuild()
{
    while (QLayoutItem *item = layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    layout()->setSpacing(m_theme.tokens().space(Space::Small));
    for (const FrameByteKind kind : std::as_const(m_kinds)) {
        auto *pair = new QWidget(this);
        auto *row = new QHBoxLayout(pair);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(m_theme.tokens().space(Space::Tight));
        row->addWidget(new Sample(m_theme, kind));
        auto *words = new TextLabel(m_theme, TextRole::Meta, ColourRole::Muted, pair);
        words->setText(FrameWords::byteKind(kind));
        row->addWidget(words);
        layout()->addWidget(pair);
        pair->show();
    }
}

} // namespace salon
