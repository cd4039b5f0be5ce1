// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/cid.h"

#include <QObject>
#include <map>
#include <memory>

namespace salon {

/// PeerUpload or PeerDownload, by the file.
template <class File>
using RunningFiles = std::map<Cid, std::unique_ptr<File>>;

/// Stops one, if it is there. It may be the one that just told `owner`: it goes later, but not after him.
template <class File>
void drop(RunningFiles<File> &files, const Cid &cid, QObject *owner)
{
    const auto it = files.find(cid);
    if (it == files.end())
        return;
    auto *gone = it->second.release();
    files.erase(it);
    gone->disconnect(owner);
    gone->stop();
    gone->setParent(owner);
    gone->deleteLater();
}

} // namespace salon
