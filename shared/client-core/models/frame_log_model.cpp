// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/models/frame_log_model.h"

#include "shared/protocol/frame_codec.h"
#include "shared/protocol/frame_view.h"

#include <QCborStreamReader>
#include <utility>

namespace salon {
namespace {

/// Type and correlation of a frame, as far as they can be read.
std::pair<quint32, quint64> envelopeOf(const QByteArray &frame)
{
    QCborStreamReader reader(frame.constData() + FramePrefixBytes, frame.size() - FramePrefixBytes);
    if (!reader.isArray() || !reader.enterContainer() || !reader.isUnsignedInteger())
        return {};
    const quint64 type = reader.toUnsignedInteger();
    if (type > std::numeric_limits<quint32>::max() || !reader.next() || !reader.isUnsignedInteger())
        return {};
    return { quint32(type), reader.toUnsignedInteger() };
}

QString nameOf(quint32 type)
{
    for (const MessageInfo &info : messageInfos) {
        if (quint32(info.type) == type)
            return info.name;
    }
    return {};
}

} // namespace

FrameLogModel::FrameLogModel(const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{
    m_batch.setSingleShot(true);
    m_batch.setInterval(BatchMs);
    connect(&m_batch, &QTimer::timeout, this, &FrameLogModel::flush);
}

FrameLogModel::~FrameLogModel()
{
    watch(nullptr);
}

void FrameLogModel::watch(Session *session)
{
    if (session == m_session)
        return;
    if (m_session) {
        m_session->setFrameTap(nullptr);
        m_session->disconnect(this);
    }
    m_session = session;
    if (!session)
        return;
    session->setFrameTap(this);
    connect(session, &Session::stateChanged, this, &FrameLogModel::keepStep);
    keepStep(session->state());
}

void FrameLogModel::clear()
{
    beginResetModel();
    m_entries.clear();
    m_waiting.clear();
    m_waitingBytes = m_bytes = 0;
    m_missed = m_dropped = 0;
    m_types.clear();
    endResetModel();
    Q_EMIT countsChanged();
}

int FrameLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int FrameLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant FrameLogModel::data(const QModelIndex &index, int role) const
{
    static constexpr int columnRoles[ColumnCount] = { TimeRole, DirectionRole, NameRole, CorrelationRole, SizeRole };
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = m_entries[size_t(index.row())];
    switch (role == Qt::DisplayRole ? columnRoles[index.column()] : role) {
    case TimeRole:
        return entry.timeMs;
    case DirectionRole:
        return int(entry.direction);
    case TypeRole:
        return entry.type;
    case NameRole:
        return nameOf(entry.type);
    case CorrelationRole:
        return entry.correlation;
    case SizeRole:
        return qint64(entry.frame.size());
    case FrameRole:
        return entry.frame;
    case StateRole:
        return int(entry.state);
    case ErrorRole:
        return entry.error;
    case ConnectionRole:
        return entry.connection.number;
    case ConnectionNameRole:
        return entry.connection.name;
    case IsPeerRole:
        return entry.connection.isPeer;
    case BeginsRole:
        return entry.begins;
    default:
        return {};
    }
}

QHash<int, QByteArray> FrameLogModel::roleNames() const
{
    return { { Qt::DisplayRole, "display" }, { TimeRole, "time" }, { DirectionRole, "direction" }, { TypeRole, "type" },
        { NameRole, "name" }, { CorrelationRole, "correlation" }, { SizeRole, "size" }, { FrameRole, "frame" },
        { StateRole, "state" }, { ErrorRole, "error" }, { ConnectionRole, "connection" },
        { ConnectionNameRole, "connectionName" }, { IsPeerRole, "isPeer" }, { BeginsRole, "begins" } };
}

void FrameLogModel::frameSent(const QByteArray &frame)
{
    keepFrame(Direction::Sent, frame);
}

void FrameLogModel::frameReceived(const QByteArray &payload)
{
    if (m_paused) {
        keepFrame(Direction::Received, {});
        return;
    }
    QByteArray frame(FramePrefixBytes, '\0');
    frame += payload;
    finishFrame(frame);
    keepFrame(Direction::Received, std::move(frame));
}

void FrameLogModel::keepFrame(Direction direction, QByteArray frame)
{
    if (m_paused) {
        ++m_missed;
        if (!m_batch.isActive())
            m_batch.start();
        return;
    }
    hideSecrets(frame);
    const auto [type, correlation] = envelopeOf(frame);
    Entry entry;
    entry.timeMs = m_clock.wallMs();
    entry.direction = direction;
    entry.type = type;
    entry.correlation = correlation;
    entry.frame = std::move(frame);
    keep(std::move(entry));
}

int FrameLogModel::beginConnection(const QString &name, bool isPeer)
{
    m_connection = { m_connection.number + 1, name, isPeer };
    Entry entry;
    entry.timeMs = m_clock.wallMs();
    entry.begins = true;
    keep(std::move(entry));
    return m_connection.number;
}

void FrameLogModel::keepStep(SessionState state)
{
    const ErrorCode why = m_session->lastError().code;
    addStep(state, state == SessionState::Offline && why != ErrorCode::Canceled ? why : ErrorCode());
}

void FrameLogModel::addStep(SessionState state, ErrorCode error)
{
    if (m_paused)
        return;
    Entry entry;
    entry.timeMs = m_clock.wallMs();
    entry.state = state;
    entry.error = int(error);
    keep(std::move(entry));
}

void FrameLogModel::keep(Entry entry)
{
    entry.connection = m_connection;
    m_waitingBytes += entry.frame.size();
    m_waiting.push_back(std::move(entry));
    while (m_waiting.size() > size_t(MaxRows) || m_waitingBytes > MaxBytes) {
        m_waitingBytes -= m_waiting.front().frame.size();
        m_waiting.pop_front();
        ++m_dropped;
    }
    if (!m_batch.isActive())
        m_batch.start();
}

void FrameLogModel::flush()
{
    if (!m_waiting.empty()) {
        makeRoom(qsizetype(m_waiting.size()), m_waitingBytes);
        const auto first = int(m_entries.size());
        beginInsertRows({}, first, first + int(m_waiting.size()) - 1);
        for (Entry &entry : m_waiting) {
            if (entry.direction != Direction::None)
                m_types.insert(entry.type);
            m_entries.push_back(std::move(entry));
        }
        m_bytes += std::exchange(m_waitingBytes, 0);
        m_waiting.clear();
        endInsertRows();
    }
    Q_EMIT countsChanged();
}

void FrameLogModel::makeRoom(qsizetype rows, qsizetype bytes)
{
    size_t leaving = 0;
    qsizetype left = m_bytes;
    while (leaving < m_entries.size()
        && (qsizetype(m_entries.size() - leaving) + rows > MaxRows || left + bytes > MaxBytes))
        left -= m_entries[leaving++].frame.size();
    if (leaving == 0)
        return;
    beginRemoveRows({}, 0, int(leaving) - 1);
    m_entries.erase(m_entries.begin(), m_entries.begin() + std::ptrdiff_t(leaving));
    m_bytes = left;
    m_dropped += leaving;
    endRemoveRows();
}

} // namespace salon
