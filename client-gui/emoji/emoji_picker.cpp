// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/emoji/emoji_picker.h"

#include "client-gui/app/style_paint.h"
#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/emoji/emoji_grid.h"
#include "client-gui/emoji/emoji_model.h"
#include "client-gui/widgets/elided_label.h"
#include "client-gui/widgets/emoji_font.h"
#include "client-gui/widgets/plain_tool_tip.h"
#include "shared/markup/emoji/emoji_catalogue.h"

#include <QActionGroup>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QScreen>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

constexpr int SearchLength = 64;
constexpr int DrawnHeight = 400;

/// What the tones are shown on.
QString hand()
{
    return u"✋"_s;
}

QToolButton *makeEmojiButton(const char *objectName, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(QLatin1StringView(objectName));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus); // the field keeps the keys
    return button;
}

} // namespace

EmojiPicker::EmojiPicker(Theme &theme, const EmojiCatalogue &catalogue, SettingsStore &settings, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_theme(theme)
    , m_catalogue(catalogue)
    , m_habits(settings)
    , m_model(new EmojiModel(catalogue, m_habits, this))
    , m_grid(new EmojiGrid(theme, *m_model, this))
    , m_search(new QLineEdit(this))
    , m_tone(makeEmojiButton("skinTone", this))
    , m_chosen(new QLabel(this))
    , m_name(new ElidedLabel(theme, TextRole::Body, ColourRole::Text, this))
    , m_shortcodes(new ElidedLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_nothing(new TextLabel(theme, TextRole::Body, ColourRole::Muted, this))
{
    setObjectName(u"emojiPicker"_s);
    m_search->setObjectName(u"emojiSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(SearchLength);
    m_search->addAction(tintedIcon(theme, u"search"_s), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    m_grid->setFocusProxy(m_search);
    auto *grid = new QGridLayout(this);
    grid->addWidget(m_search, 0, 0);
    grid->addWidget(makeGroups(), 1, 0);
    grid->addWidget(m_grid, 2, 0);
    grid->addWidget(m_nothing, 2, 0);
    grid->addWidget(makeFoot(), 3, 0);
    grid->setRowStretch(2, 1);
    connect(m_search, &QLineEdit::textChanged, this, &EmojiPicker::search);
    connect(m_grid, &QAbstractItemView::clicked, this, &EmojiPicker::pick);
    connect(m_grid, &EmojiGrid::chosenChanged, this, &EmojiPicker::showChosen);
    connect(m_tone, &QAbstractButton::clicked, this, &EmojiPicker::offerTones);
    connect(&theme, &Theme::changed, this, &EmojiPicker::applyLook);
    applyLook();
    retranslateUi();
}

EmojiPicker::~EmojiPicker() = default;

QWidget *EmojiPicker::makeGroups()
{
    auto *groups = new QWidget(this);
    auto *row = new QHBoxLayout(groups);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (int i = 0; i < EmojiGroupCount; ++i) {
        QToolButton *button = makeEmojiButton("emojiGroup", groups);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // as wide as the grid lets them
        m_groups.append(button);
        row->addWidget(button, 1);
        connect(button, &QAbstractButton::clicked, this, [this, i] {
            m_search->clear();
            const int line = m_model->lineOf(EmojiGroup(i));
            m_grid->choose(m_model->emojiAfter(m_model->index(line, 0), 1));
            m_grid->scrollToLine(line);
        });
    }
    return groups;
}

QWidget *EmojiPicker::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *row = new QGridLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setVerticalSpacing(0);
    row->addWidget(m_chosen, 0, 0, 2, 1);
    row->addWidget(m_name, 0, 1);
    row->addWidget(m_shortcodes, 1, 1);
    row->addWidget(m_tone, 0, 2, 2, 1);
    row->setColumnStretch(1, 1);
    m_chosen->setAlignment(Qt::AlignCenter);
    return foot;
}

void EmojiPicker::popUpAt(const QRect &globalAnchor)
{
    m_search->clear();
    search(); // recent ones and tone may be others than last time
    const Tokens &tokens = m_theme.tokens();
    const int gap = tokens.space(Space::Tight);
    const QScreen *screen = parentWidget() ? parentWidget()->screen() : this->screen();
    const QRect room = screen->availableGeometry().adjusted(gap, gap, -gap, -gap);
    const int wide = m_grid->wantedWidth() + 2 * tokens.space(Space::Small);
    const QSize size(std::min(wide, room.width()), std::min(tokens.px(DrawnHeight), room.height()));
    QRect place(QPoint(globalAnchor.right() - size.width(), globalAnchor.top() - gap - size.height()), size);
    if (place.top() < room.top())
        place.moveTop(globalAnchor.bottom() + gap);
    place.moveLeft(std::clamp(place.left(), room.left(), std::max(room.left(), room.right() - size.width())));
    place.moveTop(std::clamp(place.top(), room.top(), std::max(room.top(), room.bottom() - size.height())));
    setGeometry(place);
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void EmojiPicker::search()
{
    m_model->show(m_search->text(), QLocale().language());
    const QModelIndex first = m_model->firstEmoji();
    m_grid->setVisible(first.isValid());
    m_nothing->setVisible(!first.isValid());
    m_grid->scrollToTop();
    m_grid->choose(first);
}

void EmojiPicker::showChosen(const QModelIndex &index)
{
    const QString emoji = index.data(Qt::DisplayRole).toString();
    m_chosen->setFont(signFont(m_theme.tokens().emojiFont(m_theme.tokens().px(28)), emoji));
    m_chosen->setText(emoji);
    m_name->setFullText(index.data(EmojiModel::NameRole).toString());
    m_shortcodes->setFullText(index.data(EmojiModel::ShortcodesRole).toString());
}

void EmojiPicker::pick(const QModelIndex &index)
{
    const QString emoji = index.isValid() && !index.data(EmojiModel::IsHeadingRole).toBool()
        ? index.data(Qt::DisplayRole).toString()
        : QString();
    if (emoji.isEmpty())
        return;
    m_habits.use(emoji);
    close();
    Q_EMIT picked(emoji);
}

void EmojiPicker::offerTones()
{
    const Emoji *emoji = m_catalogue.find(hand());
    if (!emoji)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"skinTones"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList words{ tr("No skin tone"), tr("Light skin"), tr("Medium-light skin"), tr("Medium skin"),
        tr("Medium-dark skin"), tr("Dark skin") };
    auto *choice = new QActionGroup(menu);
    for (int tone = 0; tone <= EmojiHabits::ToneCount; ++tone) {
        const QString shown = emoji->skinTones.value(tone - 1, emoji->sequence);
        QAction *action = menu->addAction(shown + u"  "_s + words[tone]);
        action->setCheckable(true);
        action->setChecked(tone == m_habits.tone());
        choice->addAction(action);
        connect(action, &QAction::triggered, this, [this, tone] { setTone(tone); });
    }
    menu->popup(m_tone->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void EmojiPicker::setTone(int tone)
{
    m_habits.setTone(tone);
    const QModelIndex before = m_grid->currentIndex();
    m_model->show(m_search->text(), QLocale().language());
    m_grid->choose(m_model->index(before.row(), before.column()));
    applyLook();
}

bool EmojiPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isSideways = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right;
        // Within what was typed they move the text cursor.
        const bool isInText = isSideways && !m_search->text().isEmpty()
            && !(key->key() == Qt::Key_Right && m_search->cursorPosition() == m_search->text().size());
        if (key->modifiers().testFlag(Qt::ControlModifier) || key->modifiers().testFlag(Qt::ShiftModifier) || isInText)
            return false;
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            pick(m_grid->currentIndex());
            return true;
        }
        if (m_grid->moveByKey(key->key()))
            return true;
    }
    return QFrame::eventFilter(watched, event);
}

void EmojiPicker::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QFrame::changeEvent(event);
}

void EmojiPicker::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, rect(), 0, tokens.colour(ColourRole::Raised), tokens.colour(ColourRole::ControlLine),
        tokens.lineWidth());
}

void EmojiPicker::retranslateUi()
{
    const QString title = tr("Emoji");
    setAccessibleName(title);
    m_grid->setAccessibleName(title);
    m_search->setPlaceholderText(tr("Search, for example “heart”"));
    m_search->setAccessibleName(tr("Search the emoji"));
    m_nothing->setText(tr("No emoji has that name."));
    m_tone->setAccessibleName(tr("Skin tone"));
    setPlainToolTip(m_tone, tr("Skin tone"));
    for (int i = 0; i < EmojiGroupCount; ++i) {
        const QString name = m_catalogue.groupName(EmojiGroup(i), QLocale().language());
        m_groups[i]->setAccessibleName(name);
        setPlainToolTip(m_groups[i], name);
    }
    if (isVisible())
        search();
}

void EmojiPicker::applyLook()
{
    const Tokens &tokens = m_theme.tokens();
    const int gap = tokens.space(Space::Small);
    auto *grid = static_cast<QGridLayout *>(layout());
    grid->setContentsMargins(gap, gap, gap, gap);
    grid->setVerticalSpacing(tokens.space(Space::Tight));
    m_grid->setFixedWidth(m_grid->wantedWidth());
    m_chosen->setFont(signFont(tokens.emojiFont(tokens.px(28)), m_chosen->text()));
    m_chosen->setFixedSize(tokens.px(40), tokens.px(40));
    const QFont small = tokens.emojiFont(tokens.px(16));
    for (int i = 0; i < EmojiGroupCount; ++i) {
        m_groups[i]->setFont(small);
        m_groups[i]->setText(m_catalogue.inGroup(EmojiGroup(i)).value(0).sequence);
        m_groups[i]->setMinimumHeight(tokens.touchTarget());
    }
    m_tone->setFont(small);
    if (const Emoji *emoji = m_catalogue.find(hand()))
        m_tone->setText(m_habits.toned(*emoji));
    m_tone->setFixedSize(tokens.touchTarget(), tokens.touchTarget());
    update();
}

} // namespace salon
