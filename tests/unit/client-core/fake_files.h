// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/unit/client-core/fake_server.h"

namespace salon::test {

/// What a FakeServer does with files, as docs/PROTOCOL.md states it. Faults are scripted.
class FakeFiles
{
public:
    /// Switches files on; takes the server's `intercept` and `hasFile`.
    explicit FakeFiles(FakeServer &server);
    Q_DISABLE_COPY_MOVE(FakeFiles)

    // --- What is there
    QHash<QByteArray, QByteArray> blobs; ///< by hash
    QHash<QByteArray, QByteArray> parts; ///< begun
    quint64 bytesReceived = 0;
    quint64 bytesGiven = 0;
    int canceled = 0;

    // --- Switches
    std::optional<Error> refusal; ///< of OpenUpload and OpenDownload
    int cutAtChunk = -1; ///< this many chunks from now, up or down, the connection ends
    bool holds = false; ///< answers to chunks wait for release()
    bool spoils = false; ///< what is given is damaged
    std::function<bool(FakeChannel *, const Envelope &)> intercept; ///< asked after this

    void release();
    /// A blob, and the entry of a message for it.
    FileEntry add(const QString &name, const QByteArray &content);

private:
    bool handle(FakeChannel *channel, const Envelope &request);
    void openUpload(FakeChannel *channel, const Envelope &request);
    void takeChunk(FakeChannel *channel, const Envelope &request);
    void openDownload(FakeChannel *channel, const Envelope &request);
    void giveChunk(FakeChannel *channel, const Envelope &request);
    [[nodiscard]] bool cuts();
    template <wire::Message M>
    void answer(FakeChannel *channel, const Envelope &request, const M &message)
    {
        const auto now = [this, channel, request, message] {
            m_server.reply(channel, request, message);
        };
        if (holds)
            m_held.append(now);
        else
            now();
    }

    FakeServer &m_server;
    QHash<quint64, OpenUpload> m_uploads;
    QHash<quint64, QByteArray> m_downloads;
    quint64 m_last = 0;
    QList<std::function<void()>> m_held;
};

} // namespace salon::test
