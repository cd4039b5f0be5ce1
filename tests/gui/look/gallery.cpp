// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "gallery.h"

#include "client-gui/app/avatar_painter.h"
#include "client-gui/app/control_look.h"
#include "client-gui/app/language_manager.h"
#include "client-gui/app/style_controls.h"
#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/widgets/avatar_label.h"
#include "client-gui/widgets/badge_painter.h"
#include "client-gui/widgets/banner.h"
#include "client-gui/widgets/card.h"
#include "client-gui/widgets/elided_label.h"
#include "client-gui/widgets/empty_state.h"
#include "client-gui/widgets/icon_button.h"
#include "client-gui/widgets/language_switch.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QGridLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

/// Rows of a room list as a delegate would paint them.
class RoomRows : public QWidget
{
public:
    RoomRows(Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setMinimumSize(theme.tokens().listWidth(), 8 * theme.tokens().listRowHeight());
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        struct Row
        {
            QString icon;
            QString name;
            int count;
            BadgeKind kind;
            bool selected;
            bool hovered;
        };
        const QList<Row> rows{ { u"hash"_s, u"Général"_s, 3, BadgeKind::Unread, false, false },
            { u"hash"_s, u"Réseau"_s, 1, BadgeKind::Mention, true, false },
            { u"lock"_s, u"Bureau"_s, 128, BadgeKind::Unread, false, true },
            { u"bell-off"_s, u"Annonces du quartier et de ses environs"_s, 12, BadgeKind::Muted, false, false } };
        QPainter painter(this);
        painter.setLayoutDirection(layoutDirection());
        const Tokens &tokens = m_theme.tokens();
        QRect row(0, 0, width(), tokens.listRowHeight());
        for (const Row &room : rows) {
            const QRect ground = row.adjusted(tokens.space(Space::Small), 1, -tokens.space(Space::Small), -1);
            controls::paintRowGround(painter, ground, room.selected, room.hovered, tokens);
            const QRect inner = ground.adjusted(tokens.space(Space::Small), 0, -tokens.space(Space::Small), 0);
            const bool unread = room.kind != BadgeKind::Muted;
            const int side = tokens.rowIcon();
            const QRect icon(inner.left(), inner.top(), side, inner.height());
            paintIcon(painter, icon, room.icon, tokens.colour(room.selected ? ColourRole::Text : ColourRole::Muted));
            const int badge
                = paintBadge(painter, inner, badgeText(room.count, room.kind == BadgeKind::Mention), room.kind, tokens);
            QFont font = tokens.font(TextRole::ListItem);
            font.setWeight(unread ? QFont::DemiBold : QFont::Normal);
            painter.setFont(font);
            painter.setPen(tokens.colour(unread ? ColourRole::Text : ColourRole::Muted));
            const QRect text
                = inner.adjusted(side + tokens.space(Space::Small), 0, -badge - tokens.space(Space::Small), 0);
            painter.drawText(
                text, Qt::AlignVCenter, QFontMetrics(font).elidedText(room.name, Qt::ElideRight, text.width()));
            row.translate(0, row.height());
        }
        const QStringList names{ u"Zoé Martin"_s, u"Ahmed"_s, u"عبد الله"_s, u"🦊 renard"_s };
        const QList<PresenceMark> marks{ PresenceMark::Online, PresenceMark::Away, PresenceMark::Busy,
            PresenceMark::Offline };
        for (qsizetype i = 0; i < names.size(); ++i) {
            const QRect inner = row.adjusted(tokens.space(Space::Large), 0, -tokens.space(Space::Large), 0);
            const int side = tokens.listAvatar();
            paintAvatar(painter, QRectF(inner.left(), inner.center().y() - side / 2.0, side, side),
                avatarFace(names[i], hueOf(names[i])), tokens, marks[i], tokens.colour(ColourRole::Window));
            painter.setFont(tokens.font(TextRole::ListItem));
            painter.setPen(tokens.colour(marks[i] == PresenceMark::Offline ? ColourRole::Muted : ColourRole::Text));
            painter.drawText(
                inner.adjusted(side + tokens.space(Space::Small), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, names[i]);
            row.translate(0, row.height());
        }
    }

private:
    Theme &m_theme;
};

/// The names and hues of twelve people on the conversation ground.
class Hues : public QWidget
{
public:
    Hues(Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setMinimumSize(theme.tokens().px(340), theme.tokens().px(150));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = m_theme.tokens();
        QPainter painter(this);
        painter.fillRect(rect(), tokens.colour(ColourRole::Conversation));
        painter.fillRect(QRect(0, height() / 2, width(), height() / 2), tokens.colour(ColourRole::Mention));
        painter.setFont(tokens.font(TextRole::Name));
        for (int hue = 0; hue < Tokens::HueCount; ++hue) {
            const int column = hue % 6;
            const int y = (hue / 6) * height() / 2;
            const QRectF disc(8 + column * (width() / 6.0), y + 8, tokens.messageAvatar(), tokens.messageAvatar());
            paintAvatar(painter, disc, avatarFace(u"Marie Curie"_s, hue), tokens);
            painter.setPen(tokens.nameColour(hue));
            painter.drawText(QPointF(disc.left(), disc.bottom() + tokens.px(20)), u"Marie"_s);
        }
    }

private:
    Theme &m_theme;
};

} // namespace

Gallery::Gallery(Theme &theme, LanguageManager &languages, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_languages(languages)
{
    auto *grid = new QGridLayout(this);
    grid->setSpacing(theme.tokens().space(Space::Wide));
    grid->addWidget(notices(), 0, 0, 1, 3);
    grid->addWidget(controls(), 1, 0);
    grid->addWidget(fields(), 1, 1);
    grid->addWidget(people(), 1, 2);
    grid->addWidget(emptyStates(), 2, 0, 1, 2);
    grid->addWidget(icons(), 2, 2);
    grid->setRowStretch(2, 1);
}

QWidget *Gallery::controls()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    const auto button = [&](const QString &text, ButtonLook look, bool enabled = true) {
        auto *push = new QPushButton(text, box);
        setButtonLook(push, look);
        push->setEnabled(enabled);
        return push;
    };
    auto *row = new QHBoxLayout;
    row->addWidget(button(tr("Join"), ButtonLook::Accent));
    row->addWidget(button(tr("Cancel"), ButtonLook::Normal));
    row->addWidget(button(tr("Retry"), ButtonLook::Quiet));
    row->addWidget(button(tr("Leave the room"), ButtonLook::Danger));
    column->addLayout(row);
    auto *disabled = new QHBoxLayout;
    disabled->addWidget(button(tr("Join"), ButtonLook::Accent, false));
    disabled->addWidget(button(tr("Cancel"), ButtonLook::Normal, false));
    disabled->addWidget(button(tr("Retry"), ButtonLook::Quiet, false));
    disabled->addStretch();
    column->addLayout(disabled);

    const auto check = [&](const QString &text, Qt::CheckState state, bool asSwitch, bool enabled = true) {
        auto *checkBox = new QCheckBox(text, box);
        checkBox->setTristate(state == Qt::PartiallyChecked);
        checkBox->setCheckState(state);
        checkBox->setEnabled(enabled);
        if (asSwitch)
            setSwitchLook(checkBox);
        column->addWidget(checkBox);
    };
    check(tr("Notify me of mentions"), Qt::Checked, false);
    check(tr("Show who joins and leaves"), Qt::Unchecked, false);
    check(tr("Some rooms"), Qt::PartiallyChecked, false);
    check(tr("Open at login"), Qt::Checked, true);
    check(tr("Reduce motion"), Qt::Unchecked, true);
    check(tr("Not available here"), Qt::Checked, true, false);
    for (const bool on : { true, false }) {
        auto *radio = new QRadioButton(on ? tr("Enter sends") : tr("Ctrl+Enter sends"), box);
        radio->setChecked(on);
        column->addWidget(radio);
    }
    auto *bar = new QProgressBar(box);
    bar->setValue(60);
    bar->setTextVisible(false);
    column->addWidget(bar);
    auto *slider = new QSlider(Qt::Horizontal, box);
    slider->setValue(40);
    column->addWidget(slider);
    column->addStretch();
    return box;
}

QWidget *Gallery::fields()
{
    auto *card = new Card(m_theme, this);
    auto *column = new QVBoxLayout(card);
    auto *head = new QHBoxLayout;
    head->addWidget(new ElidedLabel(m_theme, TextRole::Display, ColourRole::Text, card));
    static_cast<ElidedLabel *>(head->itemAt(0)->widget())->setFullText(tr("Welcome to Salon"));
    head->addWidget(new LanguageSwitch(m_theme, m_languages, card));
    column->addLayout(head);
    auto *hint = new TextLabel(m_theme, TextRole::Body, ColourRole::Muted, card);
    hint->setText(tr("Paste an invitation or type the address of a server."));
    hint->setWordWrap(true);
    column->addWidget(hint);
    auto *empty = new QLineEdit(card);
    empty->setPlaceholderText(tr("Address or invitation"));
    empty->addAction(tintedIcon(m_theme, u"link"_s), QLineEdit::LeadingPosition);
    column->addWidget(empty);
    auto *filled = new QLineEdit(u"Zoé"_s, card);
    filled->setObjectName(u"focused"_s);
    column->addWidget(filled);
    auto *off = new QLineEdit(u"192.168.1.20:7256"_s, card);
    off->setEnabled(false);
    column->addWidget(off);
    auto *combo = new QComboBox(card);
    combo->addItems({ tr("Follow the system"), tr("Light"), tr("Dark") });
    column->addWidget(combo);
    column->addWidget(new QSpinBox(card));
    auto *text = new QPlainTextEdit(card);
    for (int i = 0; i < 30; ++i)
        text->appendPlainText(u"Longtemps, je me suis couché de bonne heure."_s);
    column->addWidget(text);
    auto *join = new QPushButton(tr("Join"), card);
    setButtonLook(join, ButtonLook::Accent);
    column->addWidget(join);
    return card;
}

QWidget *Gallery::notices()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setSpacing(0);
    const QList<std::pair<BannerKind, QString>> texts{
        { BannerKind::Warn, tr("Server unreachable. 2 messages wait and will be sent by themselves.") },
        { BannerKind::Danger, tr("The server's identity has changed. Nothing is sent until you have checked it.") },
        { BannerKind::Info, tr("You are reading the history. New messages arrive below.") },
        { BannerKind::Ok, tr("Connected again.") }
    };
    for (const auto &[kind, text] : texts) {
        auto *banner = new Banner(m_theme, box);
        banner->setKind(kind);
        banner->setText(text);
        banner->setAction(kind == BannerKind::Ok ? QString() : tr("Retry now"));
        banner->setDismissible(kind == BannerKind::Ok);
        banner->setOpen(true);
        column->addWidget(banner);
    }
    return box;
}

QWidget *Gallery::people()
{
    auto *tabs = new QTabWidget(this);
    auto *box = new QWidget(tabs);
    auto *column = new QVBoxLayout(box);
    column->addWidget(new RoomRows(m_theme, box));
    column->addWidget(new Hues(m_theme, box));
    auto *row = new QHBoxLayout;
    for (const auto mark : { PresenceMark::Online, PresenceMark::Away, PresenceMark::Busy, PresenceMark::Offline }) {
        auto *avatar = new AvatarLabel(m_theme, 40, box);
        avatar->setPerson(u"Inès Le Goff"_s, 3 + int(mark));
        avatar->setPresence(mark);
        row->addWidget(avatar);
    }
    row->addStretch();
    column->addLayout(row);
    tabs->addTab(box, tr("People"));
    tabs->addTab(new QWidget(tabs), tr("Notifications"));
    return tabs;
}

QWidget *Gallery::icons()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setSpacing(2);
    const QStringList files = QDir(u":/icons"_s).entryList({ u"*.png"_s });
    int at = 0;
    for (const QString &file : files) {
        if (file.contains(u'@'))
            continue;
        auto *button = new IconButton(m_theme, file.chopped(4), box);
        button->setWords(file.chopped(4));
        button->setEnabled(at % 11 != 10);
        button->setCheckable(true);
        button->setChecked(at % 13 == 5);
        grid->addWidget(button, at / 9, at % 9);
        ++at;
    }
    grid->setRowStretch(at / 9 + 1, 1);
    grid->setColumnStretch(9, 1);
    return box;
}

QWidget *Gallery::emptyStates()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    const QList<std::tuple<QString, QString, QString>> states{
        { u"empty-room"_s, tr("Nobody has written here yet. Say hello!"), tr("Say hello") },
        { u"no-rooms"_s, tr("You are in no room yet."), tr("Find a room") }
    };
    for (const auto &[drawing, sentence, action] : states) {
        auto *state = new EmptyState(m_theme, drawing, box);
        state->setSentence(sentence);
        state->setAction(action);
        row->addWidget(state);
    }
    return box;
}

} // namespace salon
