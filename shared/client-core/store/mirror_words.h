// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/store/client_database.h"
#include "shared/client-core/store/local_store.h"
#include "shared/client-core/store/mirror_events.h"

namespace salon {

/// What of the mirror the index of words has to take yet. Triggers note each event that is stored, changed or removed,
/// in the transaction that does it, whoever does it.
class MirrorWords
{
public:
    /// Both must outlive this.
    MirrorWords(ClientDatabase &file, MirrorEvents &events);
    [[nodiscard]] static QString tables();

    /// A name of this mirror, other than that of any before it. One that is emptied keeps it: what was removed is
    /// noted.
    Result<QByteArray> name();
    /// Everything has to be taken again.
    Result<> wantAll();
    Result<WordsToIndex> next(int limit);
    /// They were taken.
    Result<> taken(const WordsToIndex &words);

private:
    Result<WordsToIndex> nextNoted(int limit);
    Result<WordsToIndex> nextOld(int limit);

    ClientDatabase &m_file;
    MirrorEvents &m_events;
};

} // namespace salon
