// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/nearby/file_cards.h"

#include "client-gui/app/theme.h"
#include "client-gui/nearby/file_card.h"
#include "shared/nearby/peer_timeline.h"

#include <QDesktopServices>
#include <QEvent>
#include <QFileInfo>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr int MostVisible = 3;
constexpr int MostCards = 50;

} // namespace

FileCards::FileCards(Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_ground(new QWidget)
    , m_column(new QVBoxLayout(m_ground))
{
    setObjectName(u"fileCards"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    viewport()->setAutoFillBackground(false);
    setWidget(m_ground);
    m_ground->setAutoFillBackground(false); // setWidget() turned it on
    connect(&theme, &Theme::changed, this, &FileCards::fit);
    hide();
}

void FileCards::setTimeline(PeerTimeline *timeline)
{
    if (m_timeline)
        m_timeline->disconnect(this);
    m_timeline = timeline;
    m_seenActive.clear();
    m_dismissed.clear();
    qDeleteAll(cards());
    if (timeline) {
        for (const auto changed : { &QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved })
            connect(timeline, changed, this, &FileCards::showFiles);
        connect(timeline, &QAbstractItemModel::modelReset, this, &FileCards::showFiles);
        connect(timeline, &QAbstractItemModel::dataChanged, this, &FileCards::filesChanged);
    }
    showFiles();
}

QList<FileCard *> FileCards::cards() const
{
    return m_ground->findChildren<FileCard *>(QString(), Qt::FindDirectChildrenOnly);
}

void FileCards::showFiles()
{
    QSet<Cid> shown;
    for (FileCard *card : cards()) {
        const int row = m_timeline ? m_timeline->rowOf(card->cid()) : -1;
        const bool isGone = row < 0 || card->cid().isNull() || m_dismissed.contains(card->cid());
        if (isGone) {
            delete card;
            continue;
        }
        shown.insert(card->cid());
        card->showFile();
    }
    const int rows = m_timeline ? m_timeline->rowCount() : 0;
    for (int row = std::max(0, rows - 1000); row < rows && shown.size() < MostCards; ++row) {
        const QModelIndex index = m_timeline->index(row, 0);
        const Cid cid = index.data(PeerTimeline::CidRole).toUuid();
        if (!index.data(PeerTimeline::IsFileRole).toBool() || shown.contains(cid) || m_dismissed.contains(cid)
            || (FileCard::isOver(index) && !m_seenActive.contains(cid)))
            continue;
        addCard(row);
        shown.insert(cid);
    }
    fit();
}

void FileCards::filesChanged(const QModelIndex &first, const QModelIndex &last)
{
    // Progress comes often and concerns one row.
    if (first.row() != last.row() || !first.data(PeerTimeline::IsFileRole).toBool()) {
        showFiles();
        return;
    }
    const QList<FileCard *> all = cards();
    const Cid cid = first.data(PeerTimeline::CidRole).toUuid();
    const auto card = std::find_if(all.begin(), all.end(), [&cid](const FileCard *each) { return each->cid() == cid; });
    if (card != all.end())
        (*card)->showFile();
    else
        showFiles();
}

void FileCards::addCard(int row)
{
    const QModelIndex index = m_timeline->index(row, 0);
    m_seenActive.insert(index.data(PeerTimeline::CidRole).toUuid());
    auto *card = new FileCard(m_theme, index, m_ground);
    m_column->addWidget(card);
    connect(card, &FileCard::acceptRequested, this, &FileCards::acceptRequested);
    connect(card, &FileCard::refuseRequested, this, &FileCards::refuseRequested);
    connect(card, &FileCard::pauseRequested, this, &FileCards::pauseRequested);
    connect(card, &FileCard::withdrawRequested, this, &FileCards::withdrawRequested);
    connect(card, &FileCard::folderRequested, this, [](const QString &path) {
        // Its folder, never the file itself: what strangers send is not opened by a click.
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
    });
    connect(
        card, &FileCard::dismissed, this,
        [this](const Cid &cid) {
            m_dismissed.insert(cid);
            showFiles();
        },
        Qt::QueuedConnection);
    card->show();
}

QSize FileCards::sizeHint() const
{
    return { m_ground->sizeHint().width(), heightOf(MostVisible) };
}

QSize FileCards::minimumSizeHint() const
{
    return { 0, heightOf(1) };
}

int FileCards::heightOf(qsizetype most) const
{
    const QList<FileCard *> all = cards();
    if (all.isEmpty())
        return 0;
    const QMargins margins = m_column->contentsMargins();
    int height = margins.top() + margins.bottom() - m_column->spacing();
    for (const FileCard *card : all.first(std::min(most, all.size())))
        height += card->sizeHint().height() + m_column->spacing();
    return height;
}

bool FileCards::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ground && event->type() == QEvent::LayoutRequest)
        updateGeometry(); // a card became higher
    return QScrollArea::eventFilter(watched, event);
}

void FileCards::fit()
{
    const Tokens &tokens = m_theme.tokens();
    m_column->setContentsMargins(
        tokens.space(Space::Large), tokens.space(Space::Tight), tokens.space(Space::Large), tokens.space(Space::Tight));
    m_column->setSpacing(tokens.space(Space::Tight));
    setVisible(!cards().isEmpty());
    updateGeometry();
}

} // namespace salon
