// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/rules_dialog.h"

#include "client-gui/app/control_look.h"
#include "client-gui/app/theme.h"
#include "client-gui/dialogs/question_dialog.h"
#include "client-gui/settings/setting_row.h"
#include "client-gui/widgets/text_label.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/text/rules_text.h"
#include "shared/client-core/workspace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

constexpr std::array<quint32, 6> KeptDays{ 0, 7, 30, 90, 365, 1095 };
constexpr std::array<quint32, 8> SlowSeconds{ 0, 5, 10, 30, 60, 300, 900, 3600 };
constexpr int OtherHeight = 300; ///< of what stands above and below the rules, and of the window, in drawn pixels

template <class Values>
QList<quint32> with(const Values &values, quint32 present)
{
    QList<quint32> all(values.begin(), values.end());
    if (!all.contains(present))
        all.insert(std::lower_bound(all.cbegin(), all.cend(), present), present);
    return all;
}

void choose(QComboBox *box, const QVariant &value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

} // namespace

RulesDialog::RulesDialog(Theme &theme, Workspace &workspace, RoomId room, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_workspace(workspace)
    , m_room(room)
    , m_intro(new TextLabel(theme, TextRole::Body, ColourRole::Muted, this))
    , m_area(new QScrollArea(this))
    , m_rows(new QWidget)
    , m_posting(makeChoice("posting"))
    , m_history(makeChoice("history"))
    , m_retention(makeChoice("retention"))
    , m_slow(makeChoice("slow"))
    , m_files(makeChoice("files"))
    , m_markdown(makeSwitch("markdown"))
    , m_seen(makeSwitch("seen"))
    , m_typing(makeSwitch("typing"))
    , m_warning(new TextLabel(theme, TextRole::Meta, ColourRole::Danger, m_rows))
    , m_read(new TextLabel(theme, TextRole::Body, ColourRole::Text, this))
    , m_cancel(addCancel())
    , m_save(addPrimary())
{
    setObjectName(u"rulesDialog"_s);
    m_save->setObjectName(u"saveRules"_s);
    m_warning->setObjectName(u"retentionWarning"_s);
    m_read->setObjectName(u"rulesToRead"_s);
    for (TextLabel *label : { m_intro, m_warning, m_read })
        label->setWordWrap(true);
    auto *column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_postingRow = addRow(m_posting);
    m_slowRow = addRow(m_slow);
    m_filesRow = addRow(m_files);
    m_markdownRow = addRow(m_markdown);
    m_historyRow = addRow(m_history);
    m_retentionRow = addRow(m_retention);
    column->addWidget(m_warning);
    m_seenRow = addRow(m_seen);
    m_typingRow = addRow(m_typing);
    column->addStretch(1);
    m_area->setWidget(m_rows);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    for (SettingRow *row : { m_postingRow, m_slowRow, m_markdownRow, m_historyRow })
        row->setVisible(!isDirect());
    content()->addWidget(m_intro);
    content()->addWidget(m_area, 1);
    content()->addWidget(m_read, 1);
    setTroubleLines(1);
    setDrawnWidth(600);
    connect(m_retention, &QComboBox::currentIndexChanged, this, &RulesDialog::showWarning);
    connect(m_save, &QPushButton::clicked, this, &RulesDialog::submit);
    connect(&workspace.rooms(), &Rooms::changed, this, [this](RoomId changed) {
        if (changed == m_room)
            showRoom();
    });
    connect(&workspace.rooms(), &Rooms::removed, this, [this](RoomId removed) {
        if (removed == m_room)
            reject();
    });
    connect(&workspace.session(), &Session::stateChanged, this, &RulesDialog::showRights);
    m_shown = present();
    retranslateUi();
    showRules(m_shown);
    showRights();
    applyTheme();
}

SettingRow *RulesDialog::addRow(QWidget *control)
{
    auto *row = new SettingRow(theme(), control, SettingRow::Place::Beside, m_rows);
    m_rows->layout()->addWidget(row);
    return row;
}

QComboBox *RulesDialog::makeChoice(const char *objectName)
{
    auto *choice = new QComboBox;
    choice->setObjectName(QLatin1StringView(objectName));
    choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    choice->setFocusPolicy(Qt::StrongFocus); // the wheel scrolls the page
    return choice;
}

QCheckBox *RulesDialog::makeSwitch(const char *objectName)
{
    auto *box = new QCheckBox;
    box->setObjectName(QLatin1StringView(objectName));
    setSwitchLook(box);
    return box;
}

bool RulesDialog::isDirect() const
{
    const RoomSummary *room = m_workspace.rooms().find(m_room);
    return room && room->kind == RoomKind::Direct;
}

RoomRules RulesDialog::present() const
{
    const RoomSummary *room = m_workspace.rooms().find(m_room);
    return room ? room->rules : RoomRules();
}

RoomRules RulesDialog::chosen() const
{
    RoomRules rules = m_shown; // what a direct room has no row for stays
    rules.retentionDays = m_retention->currentData().toUInt();
    rules.files = RoomPeople(m_files->currentData().toInt());
    rules.noSeen = !m_seen->isChecked();
    rules.noTyping = !m_typing->isChecked();
    if (isDirect())
        return rules;
    rules.posting = RoomPeople(m_posting->currentData().toInt());
    rules.slowSeconds = m_slow->currentData().toUInt();
    rules.plainOnly = !m_markdown->isChecked();
    rules.history = NewcomerHistory(m_history->currentData().toInt());
    return rules;
}

/// Somebody else may change them meanwhile: what was not touched here follows.
void RulesDialog::showRoom()
{
    if (chosen() == m_shown) {
        m_shown = present();
        retranslateUi();
        showRules(m_shown);
    } else {
        retranslateUi();
    }
    showRights();
}

void RulesDialog::showRules(const RoomRules &rules)
{
    choose(m_posting, int(rules.posting));
    choose(m_history, int(rules.history));
    choose(m_retention, rules.retentionDays);
    choose(m_slow, rules.slowSeconds);
    choose(m_files, int(rules.files));
    m_markdown->setChecked(!rules.plainOnly);
    m_seen->setChecked(!rules.noSeen);
    m_typing->setChecked(!rules.noTyping);
    showWarning();
}

void RulesDialog::showRights()
{
    m_mayChange = m_workspace.maySetRules(m_room) && m_workspace.session().isOnline();
    m_area->setVisible(m_mayChange);
    m_read->setVisible(!m_mayChange);
    m_save->setVisible(m_mayChange);
    retranslateUi();
}

bool RulesDialog::removesMore(const RoomRules &rules) const
{
    const quint32 before = present().retentionDays;
    return rules.retentionDays > 0 && (before == 0 || rules.retentionDays < before);
}

QString RulesDialog::removalWords(quint32 days) const
{
    const QString date = QLocale().toString(QDate::currentDate().addDays(-qint64(days)), QLocale::LongFormat);
    //: %1 is a date
    return tr("Everything from before %1 is removed for good, for everybody, files too; and from then on whatever "
              "gets that old.")
        .arg(date);
}

void RulesDialog::showWarning()
{
    const RoomRules rules = chosen();
    m_warning->setText(removesMore(rules) ? removalWords(rules.retentionDays) : QString());
    m_warning->setVisible(removesMore(rules));
}

void RulesDialog::submit()
{
    clearTrouble();
    const RoomRules rules = chosen();
    if (rules == present()) {
        accept();
        return;
    }
    if (!removesMore(rules)) {
        save(rules);
        return;
    }
    auto *question = new QuestionDialog(
        theme(),
        [this, days = rules.retentionDays] {
            return QuestionDialog::Words{ tr("Remove old messages for good?"),
                removalWords(days) + u"\n\n"_s + tr("Nobody can bring them back, and nobody is asked again."),
                tr("Remove them") };
        },
        this);
    question->setObjectName(u"askRetention"_s);
    connect(question, &QuestionDialog::confirmed, this, [this, question, rules] {
        question->accept();
        save(rules);
    });
    question->open();
}

void RulesDialog::save(const RoomRules &rules)
{
    m_save->setEnabled(false);
    whenReady(m_workspace.setRules(m_room, rules, m_shown), this, [this](const Result<> &set) {
        m_save->setEnabled(true);
        if (set)
            accept();
        else
            showTrouble(set.error());
    });
}

void RulesDialog::retranslateUi()
{
    const QString name = m_workspace.rooms().displayName(m_room);
    //: %1 is the name of a room
    setHeading(tr("Rules of %1").arg(name));
    const bool isOnline = m_workspace.session().isOnline();
    const bool mayOnline = m_workspace.maySetRules(m_room);
    m_intro->setText(m_mayChange ? tr("They hold for everybody in the room; a line under its name says those that are "
                                      "not as usual.")
            : mayOnline && !isOnline ? tr("They can be changed when there is a connection.")
                                     : tr("Only its maker and moderators can change them."));
    const QStringList sentences = RulesText::sentences(present());
    m_read->setText(sentences.isEmpty() ? tr("Nothing here is different from other rooms.") : sentences.join(u'\n'));

    const RoomRules kept = chosen();
    const auto fill = [](QComboBox *box, const QList<std::pair<QVariant, QString>> &items, const QVariant &now) {
        const QSignalBlocker quiet(box);
        box->clear();
        for (const auto &[value, words] : items)
            box->addItem(words, value);
        choose(box, now);
    };
    m_postingRow->setWords(tr("Who writes messages"), tr("Everybody can still react to them."));
    fill(m_posting,
        { { int(RoomPeople::Everyone), tr("Everybody") }, { int(RoomPeople::Moderators), tr("Only moderators") } },
        int(kept.posting));
    m_slowRow->setWords(tr("Slow mode"), tr("Between two messages of one person; moderators need not wait."));
    QList<std::pair<QVariant, QString>> slow;
    for (const quint32 seconds : with(with(SlowSeconds, kept.slowSeconds), m_shown.slowSeconds))
        slow.append({ seconds, seconds == 0 ? tr("No pause") : RulesText::duration(seconds) });
    fill(m_slow, slow, kept.slowSeconds);
    m_filesRow->setWords(tr("Who sends files"));
    fill(m_files,
        { { int(RoomPeople::Everyone), tr("Everybody") }, { int(RoomPeople::Moderators), tr("Only moderators") },
            { int(RoomPeople::Nobody), tr("Nobody") } },
        int(kept.files));
    m_markdownRow->setWords(
        tr("Formatted messages"), tr("Markdown: bold, lists, code. Off: every text is shown as it was typed."));
    m_historyRow->setWords(tr("What newcomers can read"), tr("It holds for who comes in from now on."));
    fill(m_history,
        { { int(NewcomerHistory::All), tr("Everything") },
            { int(NewcomerHistory::FromJoining), tr("From their first coming on") },
            { int(NewcomerHistory::Nothing), tr("Only while they are in") } },
        int(kept.history));
    m_retentionRow->setWords(tr("Messages are kept"));
    QList<std::pair<QVariant, QString>> days;
    for (const quint32 count : with(with(KeptDays, kept.retentionDays), m_shown.retentionDays))
        days.append({ count, count == 0 ? tr("For ever") : tr("For %n day(s)", nullptr, int(count)) });
    fill(m_retention, days, kept.retentionDays);
    m_seenRow->setWords(tr("Show who has seen a message"), tr("In rooms of up to 32 people, of those who show it."));
    m_typingRow->setWords(tr("Show who is typing"));
    m_cancel->setText(m_mayChange ? tr("Cancel") : tr("Close"));
    m_save->setText(tr("Save"));
    showWarning();
}

void RulesDialog::applyTheme()
{
    const Tokens &tokens = theme().tokens();
    m_rows->layout()->setContentsMargins(0, 0, tokens.space(Space::Medium), 0);
    // All of them where the screen has the room, else they scroll.
    const int most = screen()->availableGeometry().height() - tokens.px(OtherHeight);
    m_area->setMinimumHeight(std::min(m_rows->sizeHint().height() + tokens.px(40), std::max(tokens.px(120), most)));
}

} // namespace salon
