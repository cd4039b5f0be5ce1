// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/how_it_works/how_it_works_window.h"

#include "client-gui/app/control_look.h"
#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/dialogs/flow_layout.h"
#include "client-gui/how_it_works/frame_details.h"
#include "client-gui/how_it_works/layers_page.h"
#include "client-gui/widgets/empty_state.h"
#include "client-gui/widgets/text_label.h"
#include "shared/client-core/workspace.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
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
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

using Direction = FrameLogModel::Direction;
using Kinds = FrameListModel::Kinds;

namespace {

constexpr QSize DrawnSize(960, 700);
constexpr int DrawnNarrow = 560;
constexpr int KindCharacters = 16; ///< of the list of kinds, when it is closed

Kinds band(quint32 first, quint32 last)
{
    return { first, last, true, false };
}

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
    , m_rows(m_log)
    , m_watch(new QCheckBox)
    , m_pause(new QPushButton)
    , m_reconnect(new QPushButton)
    , m_clear(new QPushButton)
    , m_direction(new QComboBox)
    , m_kind(new QComboBox)
    , m_pages(new QStackedWidget)
    , m_empty(new EmptyState(theme, u"empty-room"_s))
    , m_list(new QTreeView)
    , m_tabs(new QTabWidget)
    , m_details(new FrameDetails(theme))
    , m_layers(new LayersPage(theme))
    , m_counts(new TextLabel(theme, TextRole::Meta, ColourRole::Muted))
    , m_copy(new QPushButton)
    , m_close(new QPushButton)
    , m_bar(new QWidget)
    , m_copyAction(new QAction(this))
{
    setObjectName(u"howItWorks"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_QuitOnClose, false);
    build();
    connectParts();
    retranslateUi();
    applyTheme();
    showState();
    const Tokens &tokens = theme.tokens();
    resize(QSize(tokens.px(DrawnSize.width()), tokens.px(DrawnSize.height()))
               .boundedTo(screen()->availableGeometry().size()));
}

HowItWorksWindow::~HowItWorksWindow() = default;

void HowItWorksWindow::buildBar()
{
    m_watch->setObjectName(u"watch"_s);
    m_pause->setObjectName(u"pause"_s);
    m_reconnect->setObjectName(u"connectAgain"_s);
    m_clear->setObjectName(u"clear"_s);
    m_direction->setObjectName(u"direction"_s);
    m_kind->setObjectName(u"kind"_s);
    setSwitchLook(m_watch);
    m_reconnect->setIcon(tintedIcon(m_theme, u"retry"_s));
    m_clear->setIcon(tintedIcon(m_theme, u"close"_s));
    m_direction->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(KindCharacters);
    auto *flow = new FlowLayout(m_bar);
    for (QWidget *part :
        std::initializer_list<QWidget *>{ m_watch, m_pause, m_clear, m_reconnect, m_direction, m_kind })
        flow->addWidget(part);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    m_bar->setSizePolicy(policy);
}

void HowItWorksWindow::build()
{
    buildBar();
    m_list->setObjectName(u"frames"_s);
    m_list->setModel(&m_rows);
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
    m_tabs->setObjectName(u"tabs"_s);
    m_tabs->addTab(scrolled(m_details), QString());
    m_tabs->addTab(scrolled(m_layers), QString());
    auto *panes = new QSplitter(Qt::Vertical);
    panes->addWidget(m_list);
    panes->addWidget(m_tabs);
    panes->setChildrenCollapsible(false);
    panes->setStretchFactor(0, 2);
    panes->setStretchFactor(1, 3);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(panes);
    m_copy->setObjectName(u"copy"_s);
    m_close->setObjectName(u"close"_s);
    m_copy->setIcon(tintedIcon(m_theme, u"copy"_s));
    m_counts->setWordWrap(true);
    m_counts->setObjectName(u"counts"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_counts, 1);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_close);
    // Where the window is small and the letters are large, all but the last line is scrolled.
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_bar);
    rows->addWidget(m_pages, 1);
    m_pages->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored); // scrolled below its least height only
    m_content = rows;
    auto *column = new QVBoxLayout(this);
    QScrollArea *area = scrolled(content);
    area->setFocusPolicy(Qt::NoFocus); // what is in it takes the focus, and scrolls it
    column->addWidget(area, 1);
    m_watch->setFocus();
    column->addLayout(buttons);
}

void HowItWorksWindow::connectParts()
{
    connect(m_watch, &QCheckBox::toggled, this, &HowItWorksWindow::setWatching);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { m_watch->setChecked(true); });
    connect(m_pause, &QPushButton::clicked, this, [this] { setPaused(!m_log.isPaused()); });
    connect(m_clear, &QPushButton::clicked, &m_log, &FrameLogModel::clear);
    connect(m_reconnect, &QPushButton::clicked, this, &HowItWorksWindow::reconnect);
    connect(m_direction, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_rows.setDirection(
            index == 0 ? std::nullopt : std::optional(index == 1 ? Direction::Sent : Direction::Received));
    });
    connect(m_kind, &QComboBox::currentIndexChanged, this, &HowItWorksWindow::kindChosen);
    connect(&m_log, &FrameLogModel::countsChanged, this, &HowItWorksWindow::showState);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        m_details->setRow(now.siblingAtColumn(0));
        m_copy->setEnabled(now.isValid());
        m_copyAction->setEnabled(now.isValid());
    });
    connect(&m_rows, &QAbstractItemModel::modelReset, this, [this] {
        m_details->setRow({});
        m_copy->setEnabled(false);
        m_copyAction->setEnabled(false);
    });
    connect(&m_rows, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        const QScrollBar *bar = m_list->verticalScrollBar();
        m_follows = bar->value() == bar->maximum();
    });
    connect(&m_rows, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_follows)
            m_list->scrollToBottom();
    });
    connect(m_copy, &QPushButton::clicked, this, &HowItWorksWindow::copyFrame);
    connect(m_copyAction, &QAction::triggered, this, &HowItWorksWindow::copyFrame);
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this, &QWidget::close);
    connect(new QShortcut(QKeySequence(u"Ctrl+W"_s), this), &QShortcut::activated, this, &QWidget::close);
    connect(&m_theme, &Theme::changed, this, &HowItWorksWindow::applyTheme);
    m_details->setNames([this](const QString &type, quint64 id) { return nameOf(type, id); });
}

bool HowItWorksWindow::isWatching() const
{
    return m_watch->isChecked();
}

void HowItWorksWindow::setWorkspace(Workspace *workspace)
{
    if (workspace == m_workspace)
        return;
    m_workspace = workspace;
    if (isWatching())
        m_log.watch(workspace ? &workspace->session() : nullptr);
    retranslateUi();
    showState();
}

void HowItWorksWindow::setWatching(bool watches)
{
    if (!watches)
        setPaused(false);
    m_log.watch(watches && m_workspace ? &m_workspace->session() : nullptr);
    showState();
}

void HowItWorksWindow::setPaused(bool paused)
{
    m_log.setPaused(paused);
    retranslateUi();
    showState();
}

void HowItWorksWindow::reconnect()
{
    if (!m_workspace)
        return;
    m_workspace->stop();
    m_workspace->start();
}

void HowItWorksWindow::copyFrame()
{
    const QModelIndex row = m_list->currentIndex();
    if (row.isValid())
        QGuiApplication::clipboard()->setText(
            FrameWords::asText(row, [this](const QString &type, quint64 id) { return nameOf(type, id); }));
}

QString HowItWorksWindow::nameOf(const QString &type, quint64 id) const
{
    if (!m_workspace || id == 0)
        return {};
    if (type == "RoomId"_L1)
        return m_workspace->rooms().displayName(RoomId{ qint64(id) });
    if (type == "AccountId"_L1)
        return m_workspace->people().nameOf(AccountId{ qint64(id) });
    return {};
}

/// The groups of the protocol's numbers, then what was seen. Keeps the choice.
void HowItWorksWindow::fillKinds()
{
    const Kinds chosen = m_rows.kinds();
    const QSignalBlocker quiet(m_kind);
    m_kind->clear();
    const auto add = [this, &chosen](const QString &words, const Kinds &kinds) {
        m_kind->addItem(words, QVariantList{ kinds.first, kinds.last, kinds.withHeartbeat, kinds.withSteps });
        if (kinds == chosen)
            m_kind->setCurrentIndex(m_kind->count() - 1);
    };
    Kinds quieter;
    quieter.withHeartbeat = false;
    add(tr("All messages"), {});
    add(tr("All but the heartbeat"), quieter);
    add(tr("Hello, heartbeat, goodbye"), band(1, 19));
    add(tr("Accounts and logging in"), band(20, 39));
    add(tr("Rooms"), band(40, 79));
    add(tr("Messages and reading"), band(80, 119));
    add(tr("People and presence"), band(120, 139));
    m_kind->insertSeparator(m_kind->count());
    m_kindsShown = m_log.types();
    QList<quint32> seen(m_log.types().cbegin(), m_log.types().cend());
    if (chosen.first == chosen.last && !seen.contains(chosen.first))
        seen.append(chosen.first);
    std::sort(seen.begin(), seen.end());
    for (const quint32 type : std::as_const(seen)) {
        for (const MessageInfo &info : messageInfos) {
            if (quint32(info.type) == type)
                add(info.name, band(type, type));
        }
    }
    // The open list is as wide as its words; the closed one is not.
    m_kind->view()->setMinimumWidth(m_kind->view()->sizeHintForColumn(0) + m_theme.tokens().px(32));
}

void HowItWorksWindow::kindChosen()
{
    const QVariantList kinds = m_kind->currentData().toList();
    if (kinds.size() == 4)
        m_rows.setKinds({ kinds[0].toUInt(), kinds[1].toUInt(), kinds[2].toBool(), kinds[3].toBool() });
}

/// What can be done now, and how much there is.
void HowItWorksWindow::showState()
{
    const bool hasRows = m_log.rowCount() > 0;
    m_pages->setCurrentIndex(hasRows ? 1 : 0);
    m_watch->setEnabled(true);
    m_pause->setEnabled(isWatching());
    m_clear->setEnabled(hasRows || m_log.missedFrames() > 0);
    m_reconnect->setEnabled(m_workspace && isWatching());
    m_copy->setEnabled(m_list->currentIndex().isValid());
    m_copyAction->setEnabled(m_list->currentIndex().isValid());
    if (isWatching()) {
        m_empty->setSentence(m_workspace
                ? tr("Nothing was said yet.")
                : tr("There is no server yet. The first connection will be shown from its first "
                     "byte on."));
        m_empty->setAction({});
    } else {
        m_empty->setSentence(
            tr("What this program and the server say to each other, byte by byte. Secrets stay hidden."));
        m_empty->setAction(tr("Watch the connection"));
    }
    QStringList counts;
    if (hasRows)
        counts.append(tr("%n row(s), %1", nullptr, m_log.rowCount()).arg(QLocale().formattedDataSize(m_log.bytes())));
    if (m_log.droppedRows() > 0)
        counts.append(tr("%n older one(s) made room", nullptr, int(m_log.droppedRows())));
    if (m_log.missedFrames() > 0)
        counts.append(tr("%n frame(s) not kept during the pause", nullptr, int(m_log.missedFrames())));
    m_counts->setText(counts.join(u" · "_s));
    if (m_kindsShown != m_log.types() && !m_kind->view()->isVisible())
        fillKinds();
}

void HowItWorksWindow::retranslateUi()
{
    //: %1 is the name of a server
    setWindowTitle(m_workspace ? tr("How it works: %1").arg(m_workspace->name()) : tr("How it works"));
    m_watch->setText(tr("Watch the connection"));
    //: Buttons that stop recording for a while, and take it up again
    m_pause->setText(m_log.isPaused() ? tr("Go on") : tr("Pause"));
    m_clear->setText(tr("Clear"));
    m_reconnect->setText(tr("Connect again"));
    m_reconnect->setAccessibleDescription(tr("Ends the connection and makes a new one, to see how it begins"));
    m_direction->setAccessibleName(tr("Direction"));
    m_kind->setAccessibleName(tr("Which messages"));
    m_list->setAccessibleName(tr("Frames"));
    m_list->header()->setAccessibleName(m_list->accessibleName());
    const int direction = std::max(0, m_direction->currentIndex());
    const QSignalBlocker quiet(m_direction);
    m_direction->clear();
    m_direction->addItems({ tr("Both directions"), tr("Sent"), tr("Received") });
    m_direction->setCurrentIndex(direction);
    fillKinds();
    m_tabs->setTabText(0, tr("This row"));
    m_tabs->setTabText(1, tr("The layers"));
    m_copy->setText(tr("Copy as text"));
    m_copyAction->setText(tr("Copy as text"));
    m_close->setText(tr("Close"));
    m_rows.retranslate();
    const JoinLink address = m_workspace ? m_workspace->server().address : JoinLink();
    const bool hasPort = !address.host.isEmpty() && !address.host.startsWith("unix:"_L1);
    m_layers->setConnection(
        hasPort ? "%1:%2"_L1.arg(address.host, QString::number(address.port)) : address.host, !address.plain);
}

void HowItWorksWindow::applyTheme()
{
    const Tokens &tokens = m_theme.tokens();
    const int margin = tokens.space(Space::Medium);
    layout()->setContentsMargins(margin, margin, margin, margin);
    layout()->setSpacing(tokens.space(Space::Small));
    m_content->setSpacing(tokens.space(Space::Small));
    m_bar->layout()->setSpacing(tokens.space(Space::Small));
    m_list->setMinimumHeight(tokens.px(120));
    m_tabs->setMinimumHeight(tokens.px(280));
    m_pages->setMinimumHeight(tokens.px(420));
    m_list->setColumnWidth(FrameLogModel::TimeColumn, tokens.px(110));
    m_list->setColumnWidth(FrameLogModel::DirectionColumn, tokens.px(100));
    m_list->setColumnWidth(FrameLogModel::CorrelationColumn, tokens.px(80));
    m_list->setColumnWidth(FrameLogModel::SizeColumn, tokens.px(80));
    foldColumns();
}

void HowItWorksWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    foldColumns();
}

/// What does not fit beside the message is said below, when the row is chosen.
void HowItWorksWindow::foldColumns()
{
    const bool isNarrow = width() < m_theme.tokens().px(DrawnNarrow);
    m_list->setColumnHidden(FrameLogModel::CorrelationColumn, isNarrow);
    m_list->setColumnHidden(FrameLogModel::SizeColumn, isNarrow);
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
