// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/people_picker.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/dialogs/flow_layout.h"
#include "client-gui/dialogs/form_field.h"
#include "client-gui/dialogs/pick_model.h"
#include "client-gui/widgets/plain_tool_tip.h"
#include "client-gui/widgets/text_label.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/text/error_text.h"
#include "shared/client-core/workspace.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {
namespace {
constexpr int PauseMs = 150; ///< in typing, before the server is asked
constexpr int ChipNameChars = 24;
} // namespace

PeoplePicker::PeoplePicker(Theme &theme, Workspace &workspace, int limit, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_limit(limit)
    , m_search(new QLineEdit(this))
    , m_field(new FormField(theme, m_search, 0, this))
    , m_chipArea(new QScrollArea(this))
    , m_chips(new QWidget)
    , m_list(new QListView(this))
    , m_model(new PickModel(workspace.people(), this))
    , m_note(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, this))
{
    m_search->setObjectName(u"peopleSearch"_s);
    m_list->setObjectName(u"peopleFound"_s);
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(64);
    m_search->addAction(tintedIcon(theme, u"search"_s), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PickDelegate(theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    new FlowLayout(m_chips);
    m_chipArea->setWidget(m_chips);
    m_chipArea->setWidgetResizable(true);
    m_chipArea->setFrameShape(QFrame::NoFrame);
    m_chipArea->setFocusPolicy(Qt::NoFocus);
    m_chipArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_note->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_field);
    column->addWidget(m_chipArea);
    column->addWidget(m_list, 1);
    column->addWidget(m_note);

    m_typed.setSingleShot(true);
    m_typed.setInterval(PauseMs);
    connect(&m_typed, &QTimer::timeout, this, &PeoplePicker::search);
    connect(m_search, &QLineEdit::textEdited, this, [this] { m_typed.start(); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { toggle(m_model->personAt(index)); });
    connect(&workspace.session(), &Session::stateChanged, this, [this](SessionState state) {
        if (state == SessionState::Online)
            search();
    });
    connect(&theme, &Theme::changed, this, &PeoplePicker::applyTheme);
    setFocusProxy(m_search);
    applyTheme();
    retranslateUi();
    search();
}

PeoplePicker::~PeoplePicker() = default;

void PeoplePicker::setLabel(const QString &label)
{
    m_field->setWords(label);
}

void PeoplePicker::setExcluded(const QSet<AccountId> &people)
{
    m_excluded = people;
    search();
}

QList<AccountId> PeoplePicker::chosen() const
{
    return m_model->chosen();
}

void PeoplePicker::toggle(AccountId person)
{
    const bool wasChosen = m_model->isChosen(person);
    if (!person.isValid() || (!wasChosen && m_model->chosen().size() >= m_limit))
        return;
    m_model->setChosen(person, !wasChosen);
    showChips();
    showNote();
    Q_EMIT chosenChanged();
}

void PeoplePicker::setVisibleRows(int rows)
{
    m_rows = rows;
    applyTheme();
}

void PeoplePicker::search()
{
    whenReady(m_workspace.findPeople(m_search->text().trimmed()), this,
        [this, generation = ++m_generation](const Result<PeopleList> &people) {
            if (generation == m_generation)
                found(people);
        });
}

void PeoplePicker::found(const Result<PeopleList> &people)
{
    m_error = people ? std::nullopt : std::optional(people.error());
    m_hasMore = people && people->more;
    QList<Profile> offered;
    m_leftOut = 0;
    for (const Profile &person : people ? people->people : QList<Profile>()) {
        if (person.id == m_workspace.selfId())
            continue;
        if (m_excluded.contains(person.id))
            ++m_leftOut;
        else
            offered.append(person);
    }
    if (people)
        m_model->show(offered);
    showNote();
}

void PeoplePicker::enterPressed()
{
    if (m_search->text().trimmed().isEmpty()) {
        if (!chosen().isEmpty())
            Q_EMIT finished();
        return;
    }
    const QModelIndex first = m_model->index(0, 0);
    if (m_typed.isActive() || !first.isValid())
        return; // what is listed is not yet what was typed
    if (!m_model->isChosen(m_model->personAt(first)))
        toggle(m_model->personAt(first));
    m_search->clear();
    search();
}

bool PeoplePicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    const bool isEnter = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
    if (watched == m_search) {
        if (isEnter && press->modifiers() == Qt::NoModifier) {
            enterPressed();
            return true;
        }
        if (press->key() == Qt::Key_Down && m_model->rowCount() > 0) {
            m_list->setFocus();
            m_list->setCurrentIndex(m_model->index(0, 0));
            return true;
        }
        if (press->key() == Qt::Key_Backspace && m_search->text().isEmpty() && !chosen().isEmpty()) {
            toggle(chosen().constLast());
            return true;
        }
    } else if (watched == m_list && m_list->currentIndex().isValid() && (isEnter || press->key() == Qt::Key_Space)) {
        toggle(m_model->personAt(m_list->currentIndex()));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void PeoplePicker::showChips()
{
    qDeleteAll(m_chips->findChildren<QPushButton *>(QString(), Qt::FindDirectChildrenOnly));
    const QList<AccountId> people = chosen();
    for (const AccountId person : people) {
        const QString name = m_workspace.people().nameOf(person);
        auto *chip = new QPushButton(m_chips);
        QString shown
            = QFontMetrics(chip->font())
                  .elidedText(name, Qt::ElideRight, QFontMetrics(chip->font()).averageCharWidth() * ChipNameChars);
        chip->setText(shown.replace(u'&', "&&"_L1));
        chip->setAutoDefault(false);
        chip->setIcon(tintedIcon(m_theme, u"close"_s));
        chip->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft : Qt::LeftToRight);
        //: Button with a person's name that takes the person out of those chosen
        chip->setAccessibleName(tr("Remove %1").arg(name));
        setPlainToolTip(chip, chip->accessibleName());
        connect(chip, &QPushButton::clicked, this, [this, person] {
            m_search->setFocus();
            QMetaObject::invokeMethod(
                this, [this, person] { toggle(person); }, Qt::QueuedConnection);
        });
        m_chips->layout()->addWidget(chip);
        chip->show(); // now, so that its size counts at once
    }
    m_chipArea->setVisible(!people.isEmpty());
    fitChips();
    QWidget *before = m_search;
    const QList<QPushButton *> chips = m_chips->findChildren<QPushButton *>(QString(), Qt::FindDirectChildrenOnly);
    for (QPushButton *chip : chips) {
        setTabOrder(before, chip);
        before = chip;
    }
    setTabOrder(before, m_list);
}

void PeoplePicker::fitChips()
{
    // Two lines at once, the rest by scrolling; the list below gives the room.
    const Tokens &tokens = m_theme.tokens();
    const int most = 2 * tokens.controlHeight() + tokens.px(12);
    m_chipArea->setFixedHeight(std::min(most, m_chips->layout()->heightForWidth(width())));
    QMetaObject::invokeMethod(
        this, [this] { m_chipArea->verticalScrollBar()->setValue(m_chipArea->verticalScrollBar()->maximum()); },
        Qt::QueuedConnection);
}

void PeoplePicker::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitChips();
}

void PeoplePicker::showNote()
{
    if (m_error)
        m_note->setText(ErrorText::of(*m_error));
    else if (chosen().size() >= m_limit)
        m_note->setText(tr("No more than %n person(s) can be chosen.", nullptr, m_limit));
    else if (m_model->rowCount() == 0)
        m_note->setText(!m_search->text().trimmed().isEmpty() ? tr("Nobody of this name was found.")
                : m_leftOut > 0                               ? tr("Everybody on this server is here already.")
                                                              : tr("There is nobody else here yet."));
    else if (m_hasMore)
        m_note->setText(tr("There are more people. Type a part of the name."));
    else
        m_note->clear();
    m_note->setColourRole(m_error ? ColourRole::Danger : ColourRole::Muted);
}

void PeoplePicker::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void PeoplePicker::retranslateUi()
{
    m_search->setPlaceholderText(tr("Name or username"));
    m_list->setAccessibleName(tr("People found"));
    m_model->retranslate();
    showChips();
    showNote();
}

void PeoplePicker::applyTheme()
{
    const Tokens &tokens = m_theme.tokens();
    layout()->setSpacing(tokens.space(Space::Small));
    m_chips->layout()->setSpacing(tokens.space(Space::Tight));
    m_list->setMinimumHeight(2 * tokens.listRowHeight());
    setMinimumHeight(m_rows * tokens.listRowHeight() + m_search->sizeHint().height() + tokens.px(60));
    m_note->setMinimumHeight(QFontMetrics(tokens.font(TextRole::Meta)).lineSpacing());
    m_list->doItemsLayout();
}

} // namespace salon
