// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/files/blob_lane.h"

using namespace Qt::StringLiterals;

namespace salon::server {

BlobLane::BlobLane(const QString &folder, BlobStore::SpaceProbe probe)
    : m_store(std::make_unique<BlobStore>(folder, std::move(probe)))
    , m_lane(u"files"_s)
{
}

BlobLane::~BlobLane() = default;

Result<> BlobLane::open()
{
    return m_lane.run([store = m_store.get()] { return store->open(); }).result();
}

} // namespace salon::server
