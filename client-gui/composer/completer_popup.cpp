// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/composer/completer_popup.h"

#include "client-gui/app/avatar_painter.h"
#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"

#include <QEvent>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

enum SuggestionRole
{
    DetailRole = Qt::UserRole + 1,
    KindRole,
    IdRole
};

/// Avatar or hash, name, and the detail at the right in a muted tone.
class SuggestionDelegate : public QStyledItemDelegate
{
public:
    SuggestionDelegate(Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return { 100, m_theme.tokens().listRowHeight() };
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = m_theme.tokens();
        const int gap = tokens.space(Space::Small);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(
                tokens.colour(option.state & QStyle::State_Selected ? ColourRole::Selection : ColourRole::Hover));
            painter->drawRoundedRect(
                QRectF(option.rect).adjusted(4, 1, -4, -1), tokens.controlRadius(), tokens.controlRadius());
        }
        const QString label = index.data(Qt::DisplayRole).toString();
        QRect row = option.rect.adjusted(gap + 4, 0, -gap - 4, 0);
        const int side = tokens.listAvatar();
        const QRect picture(row.left(), row.center().y() - side / 2, side, side);
        if (index.data(KindRole).toInt() == int(CompletionItem::Kind::Person)) {
            paintAvatar(*painter, picture, avatarFace(label, hueOf(index.data(IdRole).toLongLong())), tokens);
        } else {
            const int inset = (side - tokens.rowIcon()) / 2;
            paintIcon(
                *painter, picture.adjusted(inset, inset, -inset, -inset), u"hash"_s, tokens.colour(ColourRole::Muted));
        }
        row.setLeft(picture.right() + gap);
        const QFont font = tokens.font(TextRole::ListItem);
        const QFontMetrics metrics(font);
        const QString name = metrics.elidedText(label, Qt::ElideRight, row.width());
        painter->setFont(font);
        painter->setPen(tokens.colour(ColourRole::Text));
        painter->drawText(row, Qt::AlignVCenter | Qt::AlignLeft, name);
        row.setLeft(row.left() + metrics.horizontalAdvance(name) + gap);
        painter->setFont(tokens.font(TextRole::Meta));
        painter->setPen(tokens.colour(ColourRole::Muted));
        painter->drawText(row, Qt::AlignVCenter | Qt::AlignRight,
            QFontMetrics(painter->font()).elidedText(index.data(DetailRole).toString(), Qt::ElideRight, row.width()));
        painter->restore();
    }

private:
    Theme &m_theme;
};

} // namespace

CompleterPopup::CompleterPopup(Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_list(new QListWidget(this))
{
    setObjectName(u"completions"_s);
    setFocusPolicy(Qt::NoFocus);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setItemDelegate(new SuggestionDelegate(theme, m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 4, 1, 4);
    layout->addWidget(m_list);
    connect(m_list, &QListWidget::itemClicked, this, &CompleterPopup::accept);
    hide();
    retranslateUi();
}

void CompleterPopup::offer(const Completion &completion, QPoint corner, int width)
{
    m_completion = completion;
    if (completion.items.isEmpty()) {
        dismiss();
        return;
    }
    m_list->clear();
    for (const CompletionItem &item : completion.items) {
        auto *row = new QListWidgetItem(item.label, m_list);
        row->setData(DetailRole, item.detail);
        row->setData(KindRole, int(item.kind));
        row->setData(IdRole, item.id);
        row->setData(Qt::AccessibleTextRole, "%1, %2"_L1.arg(item.label, item.detail));
    }
    m_list->setCurrentRow(0);
    const int rows = std::min(int(completion.items.size()), MostRows);
    const int height = rows * m_theme.tokens().listRowHeight() + 8;
    setGeometry(corner.x(), corner.y() - height, std::min(width, m_theme.tokens().px(420)), height);
    raise();
    show();
}

void CompleterPopup::dismiss()
{
    m_completion = {};
    hide();
}

void CompleterPopup::moveBy(int rows)
{
    const int count = m_list->count();
    if (count > 0)
        m_list->setCurrentRow((m_list->currentRow() + rows + count) % count);
}

void CompleterPopup::accept()
{
    const qsizetype row = m_list->currentRow();
    if (row < 0 || row >= m_completion.items.size())
        return;
    const CompletionItem item = m_completion.items[row];
    Q_EMIT chosen(item);
    dismiss();
}

void CompleterPopup::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.colour(ColourRole::Line), tokens.lineWidth()));
    painter.setBrush(tokens.colour(ColourRole::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens.cardRadius(), tokens.cardRadius());
}

void CompleterPopup::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QFrame::changeEvent(event);
}

void CompleterPopup::retranslateUi()
{
    m_list->setAccessibleName(tr("Suggestions"));
}

} // namespace salon
