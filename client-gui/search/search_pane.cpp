// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/search/search_pane.h"

#include "client-gui/app/control_look.h"
#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/dialogs/flow_layout.h"
#include "client-gui/messages/message_list_delegate.h"
#include "client-gui/search/chip_field.h"
#include "client-gui/search/search_field.h"
#include "client-gui/widgets/elided_label.h"
#include "client-gui/widgets/empty_state.h"
#include "client-gui/widgets/icon_button.h"
#include "client-gui/widgets/text_label.h"
#include "shared/client-core/models/search_model.h"
#include "shared/client-core/search/message_search.h"
#include "shared/client-core/text/error_text.h"
#include "shared/client-core/workspace.h"

#include <QAccessible>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPaintEvent>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

constexpr std::array Conditions{ SearchChip::Kind::From, SearchChip::Kind::In, SearchChip::Kind::After,
    SearchChip::Kind::Before, SearchChip::Kind::Has };

} // namespace

SearchPane::SearchPane(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new ElidedLabel(theme, TextRole::Title, ColourRole::Text, this))
    , m_close(new IconButton(theme, u"close"_s, this))
    , m_field(new SearchField(theme, this))
    , m_conditions(new QWidget(this))
    , m_coverage(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_trouble(new TextLabel(theme, TextRole::Meta, ColourRole::Danger, this))
    , m_list(new QListView(this))
    , m_delegate(new MessageListDelegate(theme, m_list))
    , m_empty(new EmptyState(theme, u"empty-room"_s, this))
    , m_return(new QPushButton(this))
    , m_head(new QHBoxLayout)
    , m_flow(new FlowLayout(m_conditions))
{
    setObjectName(u"searchPane"_s);
    m_close->setObjectName(u"closeSearch"_s);
    m_coverage->setObjectName(u"searchCoverage"_s);
    m_trouble->setObjectName(u"searchTrouble"_s);
    m_list->setObjectName(u"searchHits"_s);
    m_return->setObjectName(u"searchReturn"_s);
    m_list->setItemDelegate(m_delegate);
    m_list->setResizeMode(QListView::Adjust); // the heights of rows depend on the width
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->installEventFilter(this);
    m_coverage->setWordWrap(true);
    m_trouble->setWordWrap(true);
    m_return->setIcon(tintedIcon(theme, u"reply"_s));
    setButtonLook(m_return, ButtonLook::Quiet);
    m_return->hide();
    for (const SearchChip::Kind kind : Conditions) {
        auto *button = new QToolButton(m_conditions);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::clicked, this, [this, kind] { m_field->addCondition(kind); });
        m_flow->addWidget(button);
        m_buttons.append(button);
    }
    layOut();
    connect(m_close, &QAbstractButton::clicked, this, &SearchPane::closeWanted);
    connect(m_return, &QAbstractButton::clicked, this, &SearchPane::returnWanted);
    connect(m_field, &SearchField::changed, this, &SearchPane::look);
    connect(m_field, &SearchField::leftDown, this, &SearchPane::goToHits);
    connect(m_field, &SearchField::cancelled, this, &SearchPane::closeWanted);
    connect(m_list, &QListView::clicked, this, &SearchPane::choose);
    connect(&theme, &Theme::changed, this, &SearchPane::applyLook);
    applyLook();
    retranslateUi();
}

SearchPane::~SearchPane()
{
    clear();
}

void SearchPane::layOut()
{
    m_head->addWidget(m_title, 1);
    m_head->addWidget(m_close);
    auto *inner = new QVBoxLayout;
    inner->addWidget(m_field);
    inner->addWidget(m_conditions);
    inner->addWidget(m_coverage);
    inner->addWidget(m_trouble);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_head);
    column->addLayout(inner);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_return);
}

void SearchPane::begin(Workspace &workspace, RoomId room)
{
    if (m_workspace != &workspace || !m_search) {
        clear();
        m_workspace = &workspace;
        m_field->setWorkspace(&workspace);
        m_search = workspace.makeSearch(this);
        m_model = workspace.makeSearchModel(*m_search, this);
        m_list->setModel(m_model);
        connectSearch();
    }
    offerReturn({});
    m_field->setScope(room);
    showState();
}

void SearchPane::connectSearch()
{
    for (const auto changed : { &QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved })
        connect(m_model, changed, this, &SearchPane::showState);
    connect(m_model, &QAbstractItemModel::modelReset, this, &SearchPane::showState);
    connect(m_search, &MessageSearch::busyChanged, this, [this](bool isBusy) {
        showState();
        if (isBusy || !QAccessible::isActive())
            return;
        QAccessibleEvent told(m_coverage, QAccessible::Alert);
        QAccessible::updateAccessibility(&told);
    });
    connect(m_search, &MessageSearch::coverageChanged, this, &SearchPane::showState);
    connect(m_search, &MessageSearch::queryChanged, this, [this] {
        m_list->viewport()->update(); // the marks
        Q_EMIT termsChanged();
    });
}

void SearchPane::clear()
{
    m_list->setModel(nullptr);
    delete m_model;
    delete m_search;
    m_field->setWorkspace(nullptr);
    m_workspace = nullptr;
    offerReturn({});
}

bool SearchPane::isOpen() const
{
    return m_search;
}

void SearchPane::focusField()
{
    m_field->focusText();
}

void SearchPane::offerReturn(const QString &place)
{
    m_returnPlace = place;
    //: %1 is the name of a room or of a person
    m_return->setText(tr("Back to %1").arg(QString(place).replace(u'&', u"&&"_s)));
    m_return->setVisible(!place.isEmpty());
}

QList<SearchTerm> SearchPane::terms() const
{
    return m_search ? m_search->terms() : QList<SearchTerm>();
}

QString SearchPane::coverageWords() const
{
    return m_coverage->text();
}

void SearchPane::look(bool atOnce)
{
    if (m_search)
        m_search->setQuery(m_field->query(), atOnce);
    m_delegate->setShowsRooms(!m_field->query().room.isValid());
    showState();
}

QString SearchPane::emptyWords() const
{
    if (!m_search || m_search->query().isEmpty())
        return tr("Type words, or choose a condition above. “In quotation marks” finds words that follow each other.");
    if (m_search->isBusy())
        return tr("Searching…");
    if (!m_workspace->session().isOnline())
        return tr("Nothing was found on this computer. With a connection the server is asked too.");
    return tr("Nothing was found. Fewer words or conditions find more.");
}

void SearchPane::showState()
{
    const bool isAsked = m_search && !m_search->query().isEmpty();
    const bool isEmpty = !m_model || m_model->rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_empty->setSentence(emptyWords());
    m_coverage->setText(isAsked && !(isEmpty && m_search->isBusy()) ? coverageText(m_search->coverage()) : QString());
    m_coverage->setVisible(!m_coverage->text().isEmpty());
    QString trouble = m_field->problem();
    if (trouble.isEmpty() && isAsked && m_search->serverError())
        trouble = ErrorText::of(*m_search->serverError());
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
}

void SearchPane::choose(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT hitChosen(RoomId{ index.data(SearchModel::RoomIdRole).toLongLong() },
            index.data(TimelineModel::SeqRole).toLongLong());
}

void SearchPane::goToHits()
{
    if (!m_model || m_model->rowCount() == 0)
        return;
    m_list->setFocus(Qt::ShortcutFocusReason);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0, 0));
}

bool SearchPane::listKey(int key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex());
        return true;
    case Qt::Key_Up:
        if (m_list->currentIndex().row() > 0)
            return false;
        focusField();
        return true;
    case Qt::Key_Escape:
        Q_EMIT closeWanted();
        return true;
    default:
        return false;
    }
}

bool SearchPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // closes this, instead of going to the newest message
        return true;
    }
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *pressed = static_cast<QKeyEvent *>(event);
        if (listKey(pressed->key()))
            return true;
        // A letter goes on with what is looked for.
        if (!pressed->text().isEmpty() && pressed->text().at(0).isLetterOrNumber()
            && !(pressed->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
            QLineEdit &edit = m_field->chips().edit();
            edit.setFocus(Qt::OtherFocusReason);
            edit.end(false);
            edit.insert(pressed->text());
            Q_EMIT edit.textEdited(edit.text());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SearchPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        if (m_model)
            m_model->retranslate();
        retranslateUi();
    }
    QWidget::changeEvent(event);
}

void SearchPane::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.colour(ColourRole::Window));
}

void SearchPane::applyLook()
{
    const Tokens &tokens = m_theme.tokens();
    const int above = (tokens.headerHeight() - tokens.controlHeight()) / 2;
    const int side = tokens.space(Space::Medium);
    m_head->setContentsMargins(side, above, tokens.space(Space::Small), above);
    auto *inner = layout()->itemAt(1)->layout();
    inner->setContentsMargins(side, 0, side, tokens.space(Space::Small));
    inner->setSpacing(tokens.space(Space::Tight));
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_flow->setSpacing(0);
    QPalette ground = m_list->palette();
    ground.setColor(QPalette::Base, tokens.colour(ColourRole::Window));
    m_list->setPalette(ground);
    for (QToolButton *button : std::as_const(m_buttons)) {
        button->setFont(tokens.font(TextRole::Meta));
        QPalette ink = button->palette();
        ink.setColor(QPalette::ButtonText, tokens.colour(ColourRole::Accent));
        button->setPalette(ink);
    }
    m_list->doItemsLayout();
    setMinimumWidth(tokens.px(240));
    update();
}

void SearchPane::retranslateUi()
{
    m_title->setFullText(tr("Search"));
    m_list->setAccessibleName(tr("Messages found"));
    m_close->setWords(tr("Close the search"), QKeySequence(Qt::Key_Escape));
    //: Buttons that begin a condition of a search; the last one: with a file, an image, a link
    const QStringList words{ tr("From…"), tr("In…"), tr("After…"), tr("Before…"), tr("With…") };
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setText(words[i]);
    offerReturn(m_returnPlace);
    showState();
}

} // namespace salon
