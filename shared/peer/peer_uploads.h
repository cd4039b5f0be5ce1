// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/peer/file_decisions.h"
#include "shared/peer/link_questions.h"
#include "shared/peer/peer_upload.h"
#include "shared/peer/running_files.h"

#include <QObject>
#include <QPointer>
#include <deque>

namespace salon {

class PeerStore;

/// The files that this device offered one person: sends what is asked for, some at once.
class PeerUploads : public QObject
{
    Q_OBJECT

public:
    PeerUploads(PeerStore &store, JobLane &files, QByteArray person, QObject *parent = nullptr);
    ~PeerUploads() override;

    void attach(PeerLink *link) { m_link = link; }
    void detach();

    /// The other asks for one.
    void take(const PeerAcceptFile &accepted);
    /// The other says how it went with `offer`, an own one.
    void takeEnd(const PeerEntry &offer, PeerFileOutcome outcome);
    /// Takes an own offer back; nothing happens to one that the other has.
    void withdraw(const Cid &cid);

Q_SIGNALS:
    void progressed(const salon::Cid &cid, quint64 bytes);
    void fileChanged(const salon::Cid &cid, salon::PeerFileState state, const QString &path);
    void failed(const salon::Cid &cid, const salon::Error &error);

private:
    void wait(const PeerAcceptFile &accepted);
    void upload(const PeerEntry &offer, quint64 offset);
    void stop(const Cid &cid);
    void sayUnavailable(const Cid &cid);
    void keep(
        const Cid &cid, PeerFileState state, const QString &path, const std::optional<FileDecision> &decision = {});

    PeerStore &m_store;
    JobLane &m_files;
    QByteArray m_person;
    QPointer<PeerLink> m_link;
    LinkQuestions m_questions;
    FileDecisions m_decisions;
    std::deque<PeerAcceptFile> m_waiting; ///< requests for more files than are sent at once
    RunningFiles<PeerUpload> m_uploads;
};

} // namespace salon
