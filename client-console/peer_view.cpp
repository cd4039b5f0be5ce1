// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/peer_view.h"

#include "shared/base/terminal_text.h"
#include "shared/client-core/text/error_text.h"
#include "shared/client-core/text/time_text.h"
#include "shared/nearby/peer_file_text.h"

#include <QDateTime>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

QString stamp(const PeerEntry &entry)
{
    return u"[%1] "_s.arg(TimeText::time(entry.timeMs));
}

const QString &whatOf(const PeerEntry &entry)
{
    return entry.file == PeerFileState::None ? entry.text : entry.fileName;
}

/// A body in lines that stay together under the first.
QString indented(const QString &body, qsizetype columns)
{
    QString text = body;
    text.replace(u'\t', "    "_L1);
    return safeForTerminal(text).replace(u'\n', u'\n' + QString(columns, u' '));
}

} // namespace

PeerView::PeerView(Nearby &nearby, Screen &screen, LineEditor &editor)
    : m_nearby(nearby)
    , m_screen(screen)
    , m_editor(editor)
{
    connect(&nearby, &Nearby::entryAdded, this, &PeerView::printElsewhere);
    connect(&nearby, &Nearby::directChanged, this, [this](const QByteArray &person, bool direct) {
        if (person == m_person)
            noteDirect(direct);
    });
    connect(&nearby, &Nearby::openChanged, this, [this](bool isOpen) {
        if (!isOpen)
            close();
    });
    connect(&nearby, &Nearby::accepted, this, [this](const QByteArray &person) { m_newcomers.insert(person); });
    connect(&nearby.people(), &NearbyPeople::personChanged, this, [this](const QByteArray &key) {
        if (key == m_awaited && m_nearby.people().rowOf(key) >= 0)
            open(key);
        updatePrompt();
    });
}

PeerView::~PeerView() = default;

QString PeerView::name(const NearbyPerson &person) const
{
    return m_screen.name(AccountId{ qChecksum(person.key) }, NearbyPeople::nameOf(person));
}

QString PeerView::personName() const
{
    return NearbyPeople::nameOf(m_nearby.people().find(m_person).value_or(NearbyPerson{}));
}

void PeerView::open(const QByteArray &person)
{
    if (person == m_person)
        return;
    reset();
    const auto known = m_nearby.people().find(person);
    if (!m_silent && known && known->words.isEmpty()) {
        m_awaited = person;
        m_nearby.wantWords(person);
        return;
    }
    begin(person);
}

void PeerView::begin(const QByteArray &person)
{
    m_person = person;
    updatePrompt();
    if (m_silent) {
        Q_EMIT opened(person);
        return;
    }
    m_timeline.reset(m_nearby.makeTimeline(person, nullptr));
    connect(m_timeline.get(), &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { rowsAdded(first, last); });
    connect(m_timeline.get(), &QAbstractItemModel::rowsAboutToBeRemoved, this,
        [this](const QModelIndex &, int first, int last) { rowsLeave(first, last); });
    connect(m_timeline.get(), &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last) {
            for (int row = first.row(); m_isShown && row <= last.row(); ++row)
                rowChanged(row);
        });
    connect(m_timeline.get(), &PeerTimeline::loaded, this, &PeerView::showFirstPage);
    connect(m_timeline.get(), &PeerTimeline::loadFailed, this, [this](const Error &error) { m_screen.problem(error); });
}

void PeerView::close()
{
    if (!isOpen()) {
        m_awaited.clear();
        return;
    }
    reset();
    Q_EMIT closed();
}

void PeerView::reset()
{
    m_person.clear();
    m_awaited.clear();
    if (m_timeline)
        m_timeline.release()->deleteLater(); // we may be inside one of its signals
    m_shownFrom = 0;
    m_isShown = false;
    m_showsOlder = false;
    m_files.clear();
    m_fileStates.clear();
    m_waiting.clear();
    m_day = {};
}

void PeerView::showFirstPage()
{
    m_isShown = true;
    m_screen.divider(personName(), Ansi::Style::Accent);
    showWordsOfNewcomer();
    const auto &entries = m_timeline->entries();
    m_shownFrom = int(std::max(qsizetype(0), entries.size() - PageLines));
    // Files keep their numbers while one looks further back, so all that are loaded have one.
    for (const PeerEntry &entry : entries) {
        if (entry.file != PeerFileState::None)
            (void)numberOf(entry.cid);
    }
    for (qsizetype row = m_shownFrom; row < entries.size(); ++row)
        print(entries.at(row));
    if (entries.isEmpty())
        m_screen.notice(tr("Nothing was written here yet. Say hello!"));
    else if (m_shownFrom > 0 || !m_timeline->isAtStart())
        m_screen.notice(tr("/older shows earlier messages."));
    const auto person = m_nearby.people().find(m_person);
    noteDirect(person && person->direct);
    m_nearby.markRead(m_person);
    Q_EMIT opened(m_person);
}

/// Who dials an address accepts whoever answers the first time: whether it is the right one shows in the words alone.
void PeerView::showWordsOfNewcomer()
{
    const auto person = m_nearby.people().find(m_person);
    if (!person || !m_newcomers.remove(m_person) || m_compared.contains(m_person))
        return;
    m_screen.raw(m_screen.ansi().styled(Ansi::Style::Warning,
        tr("You meet %1 for the first time. The words of their device: %2")
            .arg(NearbyPeople::nameOf(*person), person->words.join(u' '))));
    m_screen.notice(tr("Compare them with what /words shows on their screen before you write what is for %1 alone.")
                        .arg(NearbyPeople::nameOf(*person)));
}

void PeerView::noteDirect(bool direct)
{
    updatePrompt();
    if (m_silent || !m_isShown)
        return;
    const auto person = m_nearby.people().find(m_person);
    if (!direct)
        nameWaiting();
    if (direct)
        m_screen.success(tr("%1 is here: what you write arrives at once.").arg(personName()));
    else if (person && person->isUndecided())
        m_screen.notice(tr("%1 has not accepted yet: what you write is kept, and delivered then.").arg(personName()));
    else
        m_screen.notice(tr("%1 is not reachable now: what you write is kept, and delivered later.").arg(personName()));
}

/// Lines that were on their way when the link ended: nobody knows whether they arrived.
void PeerView::nameWaiting()
{
    for (const PeerEntry &entry : m_timeline->entries()) {
        const auto waiting = m_waiting.find(entry.cid);
        if (waiting == m_waiting.end() || std::exchange(*waiting, true))
            continue;
        m_screen.notice(tr("Not delivered yet: %1").arg(whatOf(entry)));
    }
}

void PeerView::rowsAdded(int first, int last)
{
    if (!m_isShown)
        return;
    if (first == 0 && last + 1 < m_timeline->rowCount()) {
        m_shownFrom += last + 1;
        if (std::exchange(m_showsOlder, false))
            showOlder();
        return;
    }
    for (int row = first; row <= last; ++row)
        print(m_timeline->entries().at(row));
    m_nearby.markRead(m_person);
}

/// The oldest, when there are too many.
void PeerView::rowsLeave(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const Cid cid = m_timeline->entries().at(row).cid;
        m_fileStates.remove(cid);
        m_waiting.remove(cid);
    }
    m_shownFrom = std::max(0, m_shownFrom - (last - first + 1));
}

void PeerView::showOlder()
{
    if (!m_isShown)
        return;
    if (m_shownFrom == 0) {
        if (m_timeline->isAtStart()) {
            m_screen.notice(tr("This is the beginning of the conversation."));
        } else {
            m_showsOlder = true;
            m_timeline->fetchOlder();
        }
        return;
    }
    const int from = std::max(0, m_shownFrom - PageLines);
    m_screen.divider(tr("Earlier messages"));
    m_day = {};
    for (int row = from; row < m_shownFrom; ++row)
        print(m_timeline->entries().at(row));
    m_screen.divider(tr("End of the earlier messages"));
    m_day = {};
    m_shownFrom = from;
}

int PeerView::numberOf(const Cid &cid)
{
    qsizetype at = m_files.indexOf(cid);
    if (at < 0) {
        at = m_files.size();
        m_files.append(cid);
    }
    return int(at) + 1;
}

std::optional<Cid> PeerView::file(int number) const
{
    const bool isThere = number >= 1 && number <= m_files.size();
    return isThere ? std::optional(m_files.at(number - 1)) : std::nullopt;
}

void PeerView::listFiles()
{
    if (m_files.isEmpty())
        m_screen.notice(tr("There is no file in this conversation."));
    for (const Cid &cid : std::as_const(m_files)) {
        if (const int row = m_timeline->rowOf(cid); row >= 0)
            m_screen.raw(u"  "_s + fileLine(m_timeline->entries().at(row)));
    }
}

QString PeerView::fileLine(const PeerEntry &entry)
{
    const int row = m_timeline ? m_timeline->rowOf(entry.cid) : -1;
    const quint64 done = row < 0 ? 0 : m_timeline->index(row).data(PeerTimeline::FileDoneRole).toULongLong();
    return m_screen.ansi().styled(Ansi::Style::Accent, u"[%1] "_s.arg(numberOf(entry.cid)))
        + Screen::safe(entry.fileName)
        + m_screen.ansi().styled(Ansi::Style::Muted, u" · "_s + PeerFileText::of(entry, done));
}

QString PeerView::lineOf(const PeerEntry &entry)
{
    const QString time = stamp(entry);
    const QString who = entry.isMine() ? m_screen.ansi().styled(Ansi::Style::Bold, Screen::safe(m_nearby.name()))
                                       : name(m_nearby.people().find(entry.person).value_or(NearbyPerson{}));
    QString body = indented(entry.text, time.size());
    if (entry.file != PeerFileState::None)
        body += (body.isEmpty() ? u""_s : u" "_s) + fileLine(entry);
    return m_screen.ansi().styled(Ansi::Style::Muted, time) + who + u": "_s + body;
}

void PeerView::print(const PeerEntry &entry)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(entry.timeMs).date();
    if (day != m_day) {
        m_day = day;
        m_screen.divider(TimeText::day(day, QDate::currentDate()));
    }
    if (entry.file != PeerFileState::None)
        m_fileStates.insert(entry.cid, entry.file);
    QString line = lineOf(entry);
    const auto person = m_nearby.people().find(m_person);
    const bool isAway = !(person && person->direct);
    if (entry.state == PeerEntryState::Queued)
        m_waiting.insert(entry.cid, isAway);
    if (entry.state == PeerEntryState::Queued && isAway) {
        line = m_screen.ansi().styled(Ansi::Style::Muted, u"◌ "_s) + line + u' '
            + m_screen.ansi().styled(Ansi::Style::Muted, tr("(not delivered yet)"));
    }
    m_screen.raw(line);
    if (entry.state == PeerEntryState::Failed)
        m_screen.problem(ErrorText::of(Error{ ErrorCode(entry.errorCode) }));
    const bool isOffer = !entry.isMine() && entry.file == PeerFileState::Offered;
    if (isOffer)
        m_screen.notice(tr("/accept-file %1 takes it, /refuse-file %1 does not.").arg(numberOf(entry.cid)));
}

/// Says once what became of a line that was printed in another state.
void PeerView::rowChanged(int row)
{
    const PeerEntry &entry = m_timeline->entries().at(row);
    if (row < m_shownFrom)
        return;
    const bool isSettled = entry.state == PeerEntryState::Failed || entry.state == PeerEntryState::Delivered;
    const bool wasPrinted = isSettled && m_waiting.contains(entry.cid);
    const bool wasMarked = isSettled && m_waiting.take(entry.cid);
    if (wasPrinted && entry.state == PeerEntryState::Failed) {
        m_screen.problem(tr("Not delivered: %1").arg(whatOf(entry)));
        m_screen.problem(ErrorText::of(Error{ ErrorCode(entry.errorCode) }));
    }
    if (wasMarked && entry.state == PeerEntryState::Delivered)
        m_screen.success(tr("Delivered: %1").arg(whatOf(entry)));
    const auto printed = m_fileStates.constFind(entry.cid);
    if (entry.file == PeerFileState::None || (printed != m_fileStates.constEnd() && *printed == entry.file))
        return;
    m_fileStates.insert(entry.cid, entry.file);
    printFile(entry);
}

void PeerView::printFile(const PeerEntry &entry)
{
    m_screen.raw(u"  "_s + fileLine(entry));
    if (!entry.isMine() && entry.file == PeerFileState::Whole)
        m_screen.success(tr("The file is here: %1").arg(entry.filePath));
}

void PeerView::printElsewhere(const QByteArray &key, const PeerEntry &entry)
{
    // What comes while the conversation is about to open is in its history.
    if (m_silent || isFor(key) || entry.isMine())
        return;
    const auto person = m_nearby.people().find(key);
    const QString text = entry.file == PeerFileState::None ? entry.text : entry.text + u' ' + entry.fileName;
    const QString time = stamp(entry);
    m_screen.raw(m_screen.ansi().styled(Ansi::Style::Muted, time)
        + m_screen.ansi().styled(Ansi::Style::Accent, u"{%1} "_s.arg(Screen::safe(tr("nearby"))))
        + name(person.value_or(NearbyPerson{})) + u": "_s + indented(text, time.size())
        + (m_screen.ansi().isEnabled() ? u"\a"_s : QString()));
}

void PeerView::updatePrompt()
{
    if (m_silent || !isOpen())
        return;
    const Ansi &ansi = m_screen.ansi();
    QString prompt = ansi.prompt(Ansi::Style::Accent, u"~"_s + Screen::safe(personName()));
    const int elsewhere = m_nearby.people().unreadCount();
    if (elsewhere > 0)
        prompt += u' ' + ansi.prompt(Ansi::Style::Warning, u"+%1"_s.arg(elsewhere));
    const auto person = m_nearby.people().find(m_person);
    if (!person || !person->direct)
        prompt += u' ' + ansi.prompt(Ansi::Style::Danger, tr("away"));
    m_editor.setPrompt(prompt + u"> "_s);
}

} // namespace salon::console
