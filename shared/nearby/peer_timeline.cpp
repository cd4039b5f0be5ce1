// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/nearby/peer_timeline.h"

#include "shared/base/terminal_text.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/text/error_text.h"
#include "shared/client-core/text/time_text.h"
#include "shared/nearby/nearby.h"
#include "shared/nearby/peer_file_text.h"

#include <QDateTime>
#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

/// Of any two times: what others write is as they like.
quint64 distanceMs(qint64 one, qint64 other)
{
    return one > other ? quint64(one) - quint64(other) : quint64(other) - quint64(one);
}

QDate dayOf(const PeerEntry &entry)
{
    return QDateTime::fromMSecsSinceEpoch(entry.timeMs).date();
}

} // namespace

PeerTimeline::PeerTimeline(Nearby &nearby, QByteArray person, QObject *parent)
    : QAbstractListModel(parent)
    , m_nearby(nearby)
    , m_person(std::move(person))
{
    const auto isOurs = [this](const QByteArray &other) {
        return other == m_person;
    };
    connect(&nearby, &Nearby::openChanged, this, [this](bool open) {
        if (open && !m_loadedOnce && !m_loading)
            load();
    });
    connect(&nearby, &Nearby::entryAdded, this, [this, isOurs](const QByteArray &other, const PeerEntry &entry) {
        if (isOurs(other))
            added(entry);
    });
    connect(&nearby, &Nearby::entryChanged, this,
        [this, isOurs](const QByteArray &other, const Cid &cid, PeerEntryState state, quint16 errorCode) {
            if (isOurs(other))
                changed(cid, state, errorCode);
        });
    connect(&nearby, &Nearby::fileChanged, this,
        [this, isOurs](const QByteArray &other, const Cid &cid, PeerFileState state, const QString &path) {
            if (isOurs(other))
                fileChanged(cid, state, path);
        });
    connect(
        &nearby, &Nearby::fileProgressed, this, [this, isOurs](const QByteArray &other, const Cid &cid, quint64 bytes) {
            if (isOurs(other))
                fileProgressed(cid, bytes);
        });
    connect(&nearby, &Nearby::fileFailed, this,
        [this, isOurs](const QByteArray &other, const Cid &cid, const Error &error) {
            if (isOurs(other))
                fileFailed(cid, error);
        });
    connect(&nearby.people(), &NearbyPeople::personChanged, this, [this, isOurs](const QByteArray &other) {
        if (isOurs(other))
            noteName();
    });
    noteName();
    if (nearby.isOpen())
        load();
}

PeerTimeline::~PeerTimeline() = default;

int PeerTimeline::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QHash<int, QByteArray> PeerTimeline::roleNames() const
{
    return { { CidRole, "cid" }, { IsMineRole, "isMine" }, { AuthorNameRole, "authorName" }, { TimeRole, "time" },
        { TextRole, "text" }, { StateRole, "state" }, { ErrorRole, "error" }, { IsFileRole, "isFile" },
        { FileNameRole, "fileName" }, { FileBytesRole, "fileBytes" }, { FileDoneRole, "fileDone" },
        { FileStateRole, "fileState" }, { FilePathRole, "filePath" }, { FileTextRole, "fileText" },
        { StartsGroupRole, "startsGroup" }, { StartsDayRole, "startsDay" } };
}

int PeerTimeline::rowOf(const Cid &cid) const
{
    // The newest lines are asked for most.
    const auto it = std::find_if(
        m_entries.rbegin(), m_entries.rend(), [&cid](const PeerEntry &entry) { return entry.cid == cid; });
    return it == m_entries.rend() ? -1 : int(m_entries.rend() - it) - 1;
}

QVariant PeerTimeline::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PeerEntry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return u"%1: %2"_s.arg(authorOf(entry), summaryOf(entry));
    case Qt::AccessibleTextRole: {
        const QString time = TimeText::time(entry.timeMs);
        if (entry.state == PeerEntryState::Queued)
            //: For screen readers. %1 author, %2 time, %3 text
            return tr("%1, %2: %3, not delivered yet").arg(authorOf(entry), time, summaryOf(entry));
        //: For screen readers. %1 author, %2 time, %3 text
        return tr("%1, %2: %3").arg(authorOf(entry), time, summaryOf(entry));
    }
    case CidRole:
        return QVariant::fromValue(entry.cid);
    case IsMineRole:
        return entry.isMine();
    case AuthorNameRole:
        return authorOf(entry);
    case TimeRole:
        return entry.timeMs;
    case TextRole:
        return entry.text;
    case StateRole:
        return int(entry.state);
    case StartsGroupRole:
        return startsGroup(index.row());
    case StartsDayRole:
        return startsDay(index.row());
    default:
        return fileData(entry, role);
    }
}

QVariant PeerTimeline::fileData(const PeerEntry &entry, int role) const
{
    const FileProgress progress = m_progress.value(entry.cid);
    switch (role) {
    case ErrorRole:
        if (entry.state == PeerEntryState::Failed)
            return ErrorText::of({ ErrorCode(entry.errorCode) });
        return progress.error ? ErrorText::of(*progress.error) : QString();
    case IsFileRole:
        return entry.file != PeerFileState::None;
    case FileNameRole:
        return safeLineForTerminal(entry.fileName);
    case FileBytesRole:
        return entry.fileBytes;
    case FileDoneRole:
        return entry.file == PeerFileState::Whole ? entry.fileBytes : progress.done;
    case FileStateRole:
        return int(entry.file);
    case FilePathRole:
        return entry.isMine() || entry.file == PeerFileState::Whole ? entry.filePath : QString();
    case FileTextRole:
        return entry.file == PeerFileState::None ? QString() : PeerFileText::of(entry, progress.done);
    default:
        return {};
    }
}

QString PeerTimeline::authorOf(const PeerEntry &entry) const
{
    if (entry.isMine())
        return m_nearby.name();
    const auto person = m_nearby.people().find(m_person);
    return NearbyPeople::nameOf(person.value_or(NearbyPerson{}));
}

/// Whoever writes changes in many ways; only another name changes the rows.
void PeerTimeline::noteName()
{
    const QString name = NearbyPeople::nameOf(m_nearby.people().find(m_person).value_or(NearbyPerson{}));
    if (std::exchange(m_shownName, name) != name && !m_entries.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), { AuthorNameRole, Qt::DisplayRole });
}

QString PeerTimeline::summaryOf(const PeerEntry &entry) const
{
    if (entry.file == PeerFileState::None)
        return entry.text;
    const QString file = u"%1 (%2)"_s.arg(
        safeLineForTerminal(entry.fileName), PeerFileText::of(entry, m_progress.value(entry.cid).done));
    return entry.text.isEmpty() ? file : entry.text + u' ' + file;
}

bool PeerTimeline::startsDay(int row) const
{
    return row == 0 || dayOf(m_entries.at(row - 1)) != dayOf(m_entries.at(row));
}

bool PeerTimeline::startsGroup(int row) const
{
    if (startsDay(row))
        return true;
    const PeerEntry &before = m_entries.at(row - 1);
    const PeerEntry &entry = m_entries.at(row);
    return before.isMine() != entry.isMine() || distanceMs(entry.timeMs, before.timeMs) > GroupMs;
}

void PeerTimeline::fetchOlder()
{
    if (m_loadedOnce && !m_loading && !m_atStart && m_nearby.isOpen())
        load();
}

/// The newest page, or the one before the first row.
void PeerTimeline::load()
{
    m_loading = true;
    Q_EMIT loadingChanged(true);
    if (m_entries.isEmpty() || m_entries.constFirst().place > 0) {
        loadBefore(m_entries.isEmpty() ? 0 : m_entries.constFirst().place);
        return;
    }
    // A line that came while this was there does not know its place.
    const auto first = m_nearby.entry(m_person, m_entries.constFirst().cid);
    whenReady(first, this, [this](const Result<std::optional<PeerEntry>> &found) {
        if (found && *found)
            loadBefore((*found)->place);
        else
            loadEnded(found ? Error{ ErrorCode::StorageFailed } : found.error());
    });
}

void PeerTimeline::loadBefore(qint64 place)
{
    whenReady(m_nearby.history(m_person, place, PageRows), this, [this](const Result<QList<PeerEntry>> &page) {
        if (page)
            take(*page);
        loadEnded(page ? std::nullopt : std::optional(page.error()));
    });
}

void PeerTimeline::loadEnded(const std::optional<Error> &error)
{
    m_loading = false;
    if (error)
        Q_EMIT loadFailed(*error);
    trim();
    Q_EMIT loadingChanged(false);
}

/// Not while a page is being read, which would leave a gap. Many at once, so that not every line moves what is shown.
void PeerTimeline::trim()
{
    if (m_loading || m_entries.size() <= m_limit)
        return;
    const qsizetype gone = m_entries.size() - m_limit + PageRows;
    beginRemoveRows({}, 0, int(gone) - 1);
    for (const PeerEntry &entry : m_entries.first(gone))
        m_progress.remove(entry.cid);
    m_entries.remove(0, gone);
    m_atStart = false;
    endRemoveRows();
    Q_EMIT dataChanged(index(0), index(0), { StartsGroupRole, StartsDayRole });
}

void PeerTimeline::take(const QList<PeerEntry> &page)
{
    m_atStart = page.size() < PageRows;
    QList<PeerEntry> fresh;
    for (PeerEntry entry : page) {
        if (rowOf(entry.cid) >= 0)
            continue;
        if (const auto late = m_lateStates.constFind(entry.cid); late != m_lateStates.constEnd())
            std::tie(entry.state, entry.errorCode) = *late;
        fresh.append(entry);
    }
    m_lateStates.clear();
    if (m_loadedOnce)
        m_limit += fresh.size();
    if (!fresh.isEmpty()) {
        beginInsertRows({}, 0, int(fresh.size()) - 1);
        m_entries = fresh + m_entries;
        endInsertRows();
        if (fresh.size() < m_entries.size()) {
            const QModelIndex seam = index(int(fresh.size()));
            Q_EMIT dataChanged(seam, seam, { StartsGroupRole, StartsDayRole });
        }
    }
    if (!std::exchange(m_loadedOnce, true))
        Q_EMIT loaded();
}

void PeerTimeline::added(const PeerEntry &entry)
{
    // While the first page is being read it will hold this one too: the store answers in the order of what it did.
    if (!m_loadedOnce || rowOf(entry.cid) >= 0)
        return;
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_entries.append(entry);
    endInsertRows();
    trim();
}

void PeerTimeline::changed(const Cid &cid, PeerEntryState state, quint16 errorCode)
{
    const int row = rowOf(cid);
    if (row < 0) {
        if (m_loading)
            m_lateStates.insert(cid, { state, errorCode });
        return;
    }
    m_entries[row].state = state;
    m_entries[row].errorCode = errorCode;
    touch(row);
}

void PeerTimeline::fileChanged(const Cid &cid, PeerFileState state, const QString &path)
{
    const int row = rowOf(cid);
    if (row < 0)
        return; // a page that is being read holds it as it is now: the change was stored first
    m_entries[row].file = state;
    m_entries[row].filePath = path;
    m_progress[cid].error.reset();
    touch(row);
}

void PeerTimeline::fileProgressed(const Cid &cid, quint64 bytes)
{
    m_progress[cid] = { bytes, std::nullopt };
    if (const int row = rowOf(cid); row >= 0)
        Q_EMIT dataChanged(index(row), index(row), { FileDoneRole, FileTextRole, ErrorRole });
}

void PeerTimeline::fileFailed(const Cid &cid, const Error &error)
{
    m_progress[cid].error = error;
    if (const int row = rowOf(cid); row >= 0)
        touch(row);
}

void PeerTimeline::touch(int row)
{
    Q_EMIT dataChanged(index(row), index(row));
}

void PeerTimeline::retranslate()
{
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

} // namespace salon
