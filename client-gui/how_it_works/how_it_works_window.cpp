// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/how_it_works/how_it_works_window.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/how_it_works/frame_details.h"
#include "client-gui/how_it_works/frame_list_model.h"
#include "client-gui/how_it_works/layers_page.h"
#include "client-gui/how_it_works/tour_bar.h"
#include "client-gui/widgets/empty_state.h"
#include "client-gui/widgets/text_label.h"
#include "shared/client-core/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>
#include <utility>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

constexpr QSize DrawnSize(960, 700);
constexpr QSize FrameAround(16, 40); ///< what a window manager adds, about
constexpr int DrawnNarrow = 560;
constexpr int DrawnShort = 480; ///< below, list and explanation take turns

QScrollArea *scrolled(QWidget *content)
{
    auto *area = new QScrollArea;
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    return area;
}

} // namespace

HowItWorksWindow::HowItWorksWindow(Theme &theme, const Clock &clock)
    : m_theme(theme)
    , m_log(clock)
    , m_connection(m_log)
    , m_rows(new FrameListModel(m_log, this))
    , m_bar(new TourBar(theme))
    , m_pages(new QStackedWidget)
    , m_empty(new EmptyState(theme, u"empty-room"_s))
    , m_panes(new QSplitter(Qt::Vertical))
    , m_list(new QTreeView)
    , m_tabs(new QTabWidget)
    , m_details(new FrameDetails(theme))
    , m_layers(new LayersPage(theme))
    , m_counts(new TextLabel(theme, TextRole::Meta, ColourRole::Muted))
    , m_copy(new QPushButton)
    , m_close(new QPushButton)
    , m_copyAction(new QAction(this))
{
    setObjectName(u"howItWorks"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_QuitOnClose, false);
    build();
    connectParts();
    connectList();
    retranslateUi();
    applyTheme();
    showState();
    const Tokens &tokens = theme.tokens();
    resize(QSize(tokens.px(DrawnSize.width()), tokens.px(DrawnSize.height()))
               .boundedTo(screen()->availableGeometry().size() - FrameAround));
}

HowItWorksWindow::~HowItWorksWindow() = default;

void HowItWorksWindow::buildList()
{
    m_list->setObjectName(u"frames"_s);
    m_list->setModel(m_rows);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionsMovable(false);
    m_list->header()->setSectionResizeMode(FrameLogModel::MessageColumn, QHeaderView::Stretch);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addAction(m_copyAction);
    m_copyAction->setShortcut(QKeySequence::Copy);
    m_copyAction->setShortcutContext(Qt::WidgetShortcut);
}

void HowItWorksWindow::build()
{
    buildList();
    m_tabs->setObjectName(u"tabs"_s);
    m_tabs->addTab(scrolled(m_details), QString());
    m_tabs->addTab(scrolled(m_layers), QString());
    m_panes->addWidget(m_list);
    m_panes->addWidget(m_tabs);
    m_panes->setChildrenCollapsible(false);
    m_panes->setStretchFactor(0, 1);
    m_panes->setStretchFactor(1, 2);
    m_panes->setSizes({ 100, 200 }); // shares of what there is
    m_pages->addWidget(scrolled(m_empty));
    m_pages->addWidget(m_panes);
    m_copy->setObjectName(u"copy"_s);
    m_close->setObjectName(u"close"_s);
    m_copy->setIcon(tintedIcon(m_theme, u"copy"_s));
    m_counts->setWordWrap(true);
    m_counts->setObjectName(u"counts"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_counts, 1);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_bar);
    column->addWidget(m_pages, 1);
    column->addLayout(buttons);
    m_bar->takeFocus();
}

void HowItWorksWindow::connectParts()
{
    connect(m_bar, &TourBar::watchToggled, this, &HowItWorksWindow::setWatching);
    connect(m_empty, &EmptyState::actionTriggered, m_bar, &TourBar::startWatching);
    connect(m_bar, &TourBar::pauseRequested, this, [this] { setPaused(!m_log.isPaused()); });
    connect(m_bar, &TourBar::clearRequested, &m_log, &FrameLogModel::clear);
    connect(m_bar, &TourBar::reconnectRequested, &m_connection, &WatchedConnection::reconnect);
    connect(m_bar, &TourBar::copyRequested, this, &HowItWorksWindow::copyFrame);
    connect(m_bar, &TourBar::directionChosen, m_rows, &FrameListModel::setDirection);
    connect(m_bar, &TourBar::kindsChosen, m_rows, &FrameListModel::setKinds);
    connect(&m_log, &FrameLogModel::countsChanged, this, &HowItWorksWindow::showState);
    connect(&m_connection, &WatchedConnection::changed, this, [this] {
        retranslateUi();
        showState();
    });
    connect(m_copy, &QPushButton::clicked, this, &HowItWorksWindow::copyFrame);
    connect(m_copyAction, &QAction::triggered, this, &HowItWorksWindow::copyFrame);
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this, &QWidget::close);
    connect(new QShortcut(QKeySequence(u"Ctrl+W"_s), this), &QShortcut::activated, this, &QWidget::close);
    connect(&m_theme, &Theme::changed, this, &HowItWorksWindow::applyTheme);
}

void HowItWorksWindow::connectList()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HowItWorksWindow::showRow);
    connect(m_list, &QAbstractItemView::activated, this, [this] {
        if (m_isShort)
            m_tabs->setCurrentIndex(1); // the row that was chosen
    });
    connect(m_rows, &QAbstractItemModel::modelReset, this, [this] { showRow({}); });
    connect(m_rows, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        const QScrollBar *bar = m_list->verticalScrollBar();
        m_follows = bar->value() == bar->maximum();
    });
    connect(m_rows, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_follows)
            m_list->scrollToBottom();
    });
}

bool HowItWorksWindow::isWatching() const
{
    return m_bar->isWatching();
}

void HowItWorksWindow::setWorkspace(Workspace *workspace)
{
    m_connection.setWorkspace(workspace);
}

void HowItWorksWindow::setPerson(Nearby *nearby, const QByteArray &key)
{
    m_connection.setPerson(nearby, key);
}

void HowItWorksWindow::setWatching(bool watches)
{
    if (!watches)
        setPaused(false);
    m_connection.setOn(watches);
    showState();
}

void HowItWorksWindow::setPaused(bool paused)
{
    m_log.setPaused(paused);
    showState();
}

void HowItWorksWindow::showRow(const QModelIndex &row)
{
    m_details->setRow(row.siblingAtColumn(0), m_connection.namesOf(row));
    showState();
}

void HowItWorksWindow::copyFrame()
{
    const QModelIndex row = m_list->currentIndex();
    if (row.isValid())
        QGuiApplication::clipboard()->setText(FrameWords::asText(row, m_connection.namesOf(row)));
}

/// What can be done now, and how much there is.
void HowItWorksWindow::showState()
{
    const bool hasRows = m_log.rowCount() > 0;
    const bool hasRow = m_list->currentIndex().isValid();
    m_pages->setCurrentIndex(hasRows ? 1 : 0);
    TourBar::State state;
    state.isPaused = m_log.isPaused();
    state.canPause = isWatching();
    state.canClear = hasRows || m_log.missedFrames() > 0;
    state.canReconnect = isWatching() && workspace() && !m_connection.isPeer();
    state.canCopy = hasRow;
    m_bar->setState(state);
    m_bar->setTypes(m_log.types());
    m_copy->setEnabled(hasRow);
    m_copyAction->setEnabled(hasRow);
    showEmptyState();
    m_counts->setText(counts());
}

void HowItWorksWindow::showEmptyState()
{
    if (!isWatching()) {
        m_empty->setSentence(m_connection.isPeer()
                ? tr("What this device and that of the person nearby say to each other, byte by byte. Secrets stay "
                     "hidden.")
                : tr("What this program and the server say to each other, byte by byte. Secrets stay hidden."));
        m_empty->setAction(tr("Watch the connection"));
        return;
    }
    m_empty->setSentence(m_connection.isThere()
            ? tr("Nothing was said yet.")
            : tr("There is no server yet. The first connection will be shown from its first byte on."));
    m_empty->setAction({});
}

QString HowItWorksWindow::counts() const
{
    QStringList counts;
    if (m_log.rowCount() > 0)
        counts.append(tr("%n row(s), %1", nullptr, m_log.rowCount()).arg(QLocale().formattedDataSize(m_log.bytes())));
    if (m_log.droppedRows() > 0)
        counts.append(tr("%n older one(s) made room", nullptr, int(m_log.droppedRows())));
    if (m_log.missedFrames() > 0)
        counts.append(tr("%n frame(s) not kept during the pause", nullptr, int(m_log.missedFrames())));
    return counts.join(u" · "_s);
}

void HowItWorksWindow::retranslateUi()
{
    const QString name = m_connection.name();
    //: %1 is the name of a server or a person
    setWindowTitle(name.isEmpty() ? tr("How it works") : tr("How it works: %1").arg(name));
    m_list->setAccessibleName(tr("Frames"));
    m_list->header()->setAccessibleName(m_list->accessibleName());
    if (m_isShort)
        m_tabs->setTabText(0, tr("Frames"));
    m_tabs->setTabText(m_tabs->count() - 2, tr("This row"));
    m_tabs->setTabText(m_tabs->count() - 1, tr("The layers"));
    m_copy->setText(tr("Copy as text"));
    m_copyAction->setText(tr("Copy as text"));
    m_close->setText(tr("Close"));
    m_rows->retranslate();
    m_layers->setConnection(m_connection.address(), m_connection.isEncrypted(), m_connection.isPeer());
}

void HowItWorksWindow::applyTheme()
{
    const Tokens &tokens = m_theme.tokens();
    const int margin = tokens.space(Space::Medium);
    layout()->setContentsMargins(margin, margin, margin, margin);
    layout()->setSpacing(tokens.space(Space::Small));
    m_list->setMinimumHeight(tokens.px(72));
    m_tabs->setMinimumHeight(tokens.px(80));
    m_list->setColumnWidth(FrameLogModel::TimeColumn, tokens.px(110));
    m_list->setColumnWidth(FrameLogModel::DirectionColumn, tokens.px(100));
    m_list->setColumnWidth(FrameLogModel::CorrelationColumn, tokens.px(80));
    m_list->setColumnWidth(FrameLogModel::SizeColumn, tokens.px(80));
    fit();
}

void HowItWorksWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// What does not fit beside the message is said below, when the row is chosen; commands that do not fit are in a menu;
/// where list and explanation do not fit below each other, they take turns.
void HowItWorksWindow::fit()
{
    const Tokens &tokens = m_theme.tokens();
    const bool isNarrow = width() < tokens.px(DrawnNarrow);
    m_list->setColumnHidden(FrameLogModel::CorrelationColumn, isNarrow);
    m_list->setColumnHidden(FrameLogModel::SizeColumn, isNarrow);
    setShort(height() < tokens.px(DrawnShort));
    m_bar->setCompact(isNarrow || m_isShort);
}

void HowItWorksWindow::setShort(bool isShort)
{
    m_copy->setVisible(!isShort); // it is in the bar's menu
    m_close->setVisible(!isShort); // as the window's own
    if (std::exchange(m_isShort, isShort) == isShort)
        return;
    if (isShort) {
        m_tabs->insertTab(0, m_list, tr("Frames"));
        m_tabs->setCurrentIndex(m_list->currentIndex().isValid() ? 1 : 0);
    } else {
        m_panes->insertWidget(0, m_list); // leaves the tabs
        m_list->show();
    }
}

void HowItWorksWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
        showState();
    }
    QWidget::changeEvent(event);
}

} // namespace salon
