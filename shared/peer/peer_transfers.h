// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/peer/peer_download.h"
#include "shared/peer/peer_uploads.h"
#include "shared/protocol/codec.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace salon {

class PeerStore;

struct PeerTransferOptions
{
    SpareBytes spare = spareBytesIn;
    int againMs = 10'000; ///< until what the disk did not take is tried again; doubled up to againMaxMs
    int againMaxMs = 600'000;
};

/// The files that one person and this device give each other: sends what was offered and accepted, goes on with what
/// was accepted here whenever there is a link again (docs/PROTOCOL.md §16.3).
class PeerTransfers : public QObject
{
    Q_OBJECT

public:
    PeerTransfers(PeerStore &store, JobLane &files, QByteArray person, QObject *parent = nullptr);
    ~PeerTransfers() override;

    void setOptions(const PeerTransferOptions &options) { m_options = options; }

    // Of these, the last one about a file counts, however long the steps of the others take.
    /// Takes a file that was offered; it shall stand at `path`, or "name (2).ext" if something has that name in the
    /// end. What came of it is a PartFile in the same folder. Now, or when the other is back.
    void accept(const Cid &cid, const QString &path);
    /// Does not want it; what came of it is deleted. Nothing happens to one that is whole.
    void decline(const Cid &cid);
    /// Stops taking it until accept(), over links and restarts too. Nothing happens to one that is whole.
    void pause(const Cid &cid);
    /// Takes an own offer back; nothing happens to one that the other has.
    void withdraw(const Cid &cid) { m_uploads.withdraw(cid); }

    /// A link on which both sides are ready.
    void attach(PeerLink *link);
    void detach();

    /// A message of the attached link; false if it is none of this class.
    bool take(const Envelope &envelope);

Q_SIGNALS:
    void progressed(const salon::Cid &cid, quint64 bytes);
    /// Of either side's file; with Whole of one that came, `path` is where it is.
    void fileChanged(const salon::Cid &cid, salon::PeerFileState state, const QString &path);
    /// One that was accepted stays so, and is tried again from time to time; said once. StorageFull: it would not fit.
    void failed(const salon::Cid &cid, const salon::Error &error);

private:
    void downloadMore();
    void download(const PeerEntry &offer);
    void rest(const Cid &cid, const Error &error);
    void finish(const Cid &cid, PeerFileOutcome outcome, const QString &path);
    void abandon(const PeerEntry &offer);
    [[nodiscard]] bool isFinishing(const Cid &cid) const;
    void leave(const PeerEntry &offer, PeerFileOutcome outcome);
    void sayEndsAgain();
    void takeChunk(const PeerFileChunk &chunk);
    void takeEnd(const PeerFileEnd &end);
    void takeAccept(const PeerAcceptFile &accepted) { m_uploads.take(accepted); }
    void end(const Cid &cid, PeerFileOutcome outcome);
    void keep(const Cid &cid, PeerFileState state, const QString &path);

    PeerStore &m_store;
    JobLane &m_files;
    QByteArray m_person;
    QPointer<PeerLink> m_link;
    PeerTransferOptions m_options;
    LinkQuestions m_questions;
    PeerUploads m_uploads;
    RunningFiles<PeerDownload> m_downloads;
    FileDecisions m_decisions; ///< about theirs
    QSet<Cid> m_leaving; ///< not to be taken, which is not stored yet
    QSet<Cid> m_resting; ///< accepted, and not tried before m_again
    QSet<Cid> m_told; ///< failed()
    QTimer m_again;
    int m_againMs = 0;
};

} // namespace salon
