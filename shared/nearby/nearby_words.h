// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/job_lane.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <chrono>
#include <functional>

namespace salon {

/// Who gets four words when. Finding them takes a moment of a processor for each key, and keys cost nothing to make: so
/// they are found one at a time, for those alone who need them. Who is looked at comes before all; then who asks and is
/// still there, in the order of asking; then who asked and went; then who is known. Of those who ask, only so many
/// within some seconds, as strangers choose how often they ask. One thread.
class NearbyWords : public QObject
{
    Q_OBJECT

public:
    enum class Need
    {
        None, ///< who was merely found, or is gone
        Known,
        AskedAndWent,
        Asks
    };

    struct Limits
    {
        int askers = 20; ///< within each pause
        std::chrono::milliseconds pause = std::chrono::seconds(10);
        qsizetype kept = 256; ///< found of late, for those who come back; the oldest gives way
        qsizetype wanted = 8; ///< looked at of late; the oldest gives way
    };
    using Find = std::function<QStringList(const QByteArray &key)>;

    /// `lane` must outlive this; `find` is called there.
    NearbyWords(JobLane &lane, Find find, Limits limits, QObject *parent = nullptr);
    explicit NearbyWords(JobLane &lane, QObject *parent = nullptr);

    /// Those found of late; empty for others.
    [[nodiscard]] QStringList of(const QByteArray &key) const { return m_found.value(key); }
    /// Somebody looks at this person: found next, whoever it is.
    void want(const QByteArray &key);
    void need(const QByteArray &key, Need need);
    /// Nobody needs any from now on; what was found is kept.
    void clear();

Q_SIGNALS:
    void found(const QByteArray &key, const QStringList &words);

private:
    struct Waiting
    {
        QByteArray key{};
        Need need = Need::None;
    };

    [[nodiscard]] QByteArray firstOf(Need need) const;
    [[nodiscard]] QByteArray next(bool &isForAsker) const;
    void findNext();
    void keep(const QByteArray &key, const QStringList &words);

    JobLane &m_lane;
    Find m_find;
    Limits m_limits;
    QList<Waiting> m_waiting; ///< in the order of needing
    QList<QByteArray> m_wanted; ///< newest first
    QHash<QByteArray, QStringList> m_found;
    QList<QByteArray> m_order; ///< keys of m_found, oldest first
    int m_askers = 0; ///< found since m_pause runs
    QTimer m_pause;
    bool m_isFinding = false; ///< one at a time, so that quitting waits for one at most
};

} // namespace salon
