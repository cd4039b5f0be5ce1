// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/nearby/file_card.h"

#include "client-gui/app/control_look.h"
#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/files/file_card_painter.h"
#include "client-gui/widgets/elided_label.h"
#include "client-gui/widgets/icon_button.h"
#include "shared/nearby/peer_timeline.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr int LeastWords = 150; ///< of width for name and state beside the buttons

PeerFileState stateOf(const QModelIndex &file)
{
    return PeerFileState(file.data(PeerTimeline::FileStateRole).toInt());
}

} // namespace

FileCard::FileCard(Theme &theme, const QModelIndex &file, QWidget *parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_file(file)
    , m_whole(new QHBoxLayout(this))
    , m_row(new QHBoxLayout)
    , m_buttons(new QHBoxLayout)
    , m_icon(new QLabel(this))
    , m_name(new ElidedLabel(theme, TextRole::Name, ColourRole::Text, this))
    , m_state(new ElidedLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_accept(new QPushButton(this))
    , m_refuse(new QPushButton(this))
    , m_pause(new IconButton(theme, u"pause"_s, this))
    , m_folder(new IconButton(theme, u"folder"_s, this))
    , m_cancel(new IconButton(theme, u"close"_s, this))
{
    setObjectName(u"fileCard"_s);
    m_accept->setObjectName(u"acceptFile"_s);
    m_refuse->setObjectName(u"refuseFile"_s);
    m_pause->setObjectName(u"pauseFile"_s);
    m_folder->setObjectName(u"showFile"_s);
    m_cancel->setObjectName(u"cancelFile"_s);
    m_name->setElideMode(Qt::ElideMiddle);
    setButtonLook(m_accept, ButtonLook::Accent);
    setButtonLook(m_refuse, ButtonLook::Quiet);
    m_accept->setAutoDefault(false);
    m_refuse->setAutoDefault(false);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_name);
    words->addWidget(m_state);
    m_row->addWidget(m_icon);
    m_row->addLayout(words, 1);
    m_buttons->addStretch(1);
    for (QWidget *button : std::initializer_list<QWidget *>{ m_refuse, m_accept, m_pause, m_folder, m_cancel })
        m_buttons->addWidget(button);
    m_whole->addLayout(m_row, 1);
    m_whole->addLayout(m_buttons);
    connect(m_accept, &QPushButton::clicked, this, [this] { Q_EMIT acceptRequested(cid()); });
    connect(m_refuse, &QPushButton::clicked, this, [this] { Q_EMIT refuseRequested(cid()); });
    connect(m_pause, &QAbstractButton::clicked, this, [this] {
        if (stateOf(m_file) == PeerFileState::Paused)
            Q_EMIT acceptRequested(cid());
        else
            Q_EMIT pauseRequested(cid());
    });
    connect(m_folder, &QAbstractButton::clicked, this,
        [this] { Q_EMIT folderRequested(m_file.data(PeerTimeline::FilePathRole).toString()); });
    connect(m_cancel, &QAbstractButton::clicked, this, [this] {
        if (isOver(m_file))
            Q_EMIT dismissed(cid());
        else if (m_file.data(PeerTimeline::IsMineRole).toBool())
            Q_EMIT withdrawRequested(cid());
        else
            Q_EMIT refuseRequested(cid());
    });
    connect(&theme, &Theme::changed, this, &FileCard::applyLook);
    applyLook();
    showFile();
}

Cid FileCard::cid() const
{
    return m_file.data(PeerTimeline::CidRole).toUuid();
}

bool FileCard::isOver(const QModelIndex &file)
{
    const PeerFileState state = stateOf(file);
    return state != PeerFileState::Offered && state != PeerFileState::Accepted && state != PeerFileState::Paused;
}

void FileCard::showFile()
{
    if (!m_file.isValid())
        return;
    const bool isMine = m_file.data(PeerTimeline::IsMineRole).toBool();
    const PeerFileState state = stateOf(m_file);
    const bool isOver = FileCard::isOver(m_file);
    const auto bytes = m_file.data(PeerTimeline::FileBytesRole).toULongLong();
    const auto done = m_file.data(PeerTimeline::FileDoneRole).toULongLong();
    const QString error = m_file.data(PeerTimeline::ErrorRole).toString();
    m_name->setFullText(m_file.data(PeerTimeline::FileNameRole).toString());
    m_state->setFullText(error.isEmpty() ? m_file.data(PeerTimeline::FileTextRole).toString() : error);
    m_accept->setVisible(!isMine && state == PeerFileState::Offered);
    m_refuse->setVisible(!isMine && state == PeerFileState::Offered);
    m_pause->setVisible(!isMine && (state == PeerFileState::Accepted || state == PeerFileState::Paused));
    m_pause->setIconName(state == PeerFileState::Paused ? u"play"_s : u"pause"_s);
    m_folder->setVisible(!isMine && state == PeerFileState::Whole);
    m_cancel->setVisible(m_accept->isHidden());
    const bool isUnderWay = state == PeerFileState::Accepted || state == PeerFileState::Paused;
    m_share = isUnderWay && bytes > 0 ? std::min(1.0, double(done) / double(bytes)) : isUnderWay ? 0 : -1;
    setAccessibleName(m_name->fullText());
    setAccessibleDescription(m_state->fullText());
    m_icon->setEnabled(!isOver || state == PeerFileState::Whole);
    retranslateUi();
    fit();
    update();
}

void FileCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    fit();
}

void FileCard::fit()
{
    const Tokens &tokens = m_theme.tokens();
    const QMargins margins = contentsMargins();
    const int inner = width() - margins.left() - margins.right();
    int wanted = 0;
    for (const QWidget *button :
        std::initializer_list<const QWidget *>{ m_refuse, m_accept, m_pause, m_folder, m_cancel })
        if (!button->isHidden())
            wanted += button->sizeHint().width() + m_buttons->spacing();
    const int room = inner - wanted - tokens.controlIcon() - m_row->spacing();
    m_whole->setDirection(room < tokens.px(LeastWords) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_buttons->setDirection(wanted - m_buttons->spacing() > inner ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void FileCard::retranslateUi()
{
    const QString name = m_name->fullText();
    m_accept->setText(tr("Accept"));
    m_refuse->setText(tr("Refuse"));
    m_accept->setAccessibleName(tr("Accept the file %1").arg(name));
    m_refuse->setAccessibleName(tr("Refuse the file %1").arg(name));
    m_pause->setWords(stateOf(m_file) == PeerFileState::Paused ? tr("Go on with the file %1").arg(name)
                                                               : tr("Pause the file %1").arg(name));
    m_folder->setWords(tr("Show the file %1 in its folder").arg(name));
    m_cancel->setWords(isOver(m_file) ? tr("Put away") : tr("Stop the file %1").arg(name));
}

void FileCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_file.isValid())
        showFile();
    Card::changeEvent(event);
}

void FileCard::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    if (m_share < 0)
        return;
    QPainter painter(this);
    paintFileProgress(painter, rect(), m_share, m_theme.tokens(), layoutDirection());
}

void FileCard::applyLook()
{
    const Tokens &tokens = m_theme.tokens();
    m_whole->setContentsMargins(0, 0, 0, 0);
    for (QBoxLayout *layout : { m_whole, m_row, m_buttons })
        layout->setSpacing(tokens.space(Space::Small));
    const int side = tokens.controlIcon();
    m_icon->setPixmap(
        tintedIcon(m_theme, u"file"_s, ColourRole::Accent).pixmap(QSize(side, side), devicePixelRatioF()));
    fit();
    update();
}

} // namespace salon
