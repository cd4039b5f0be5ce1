// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/files/image_loader.h"

#include "shared/base/when_ready.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qsizetype MostBroken = 1000; ///< remembered

qsizetype bytesOf(const QPixmap &pixmap)
{
    return qsizetype(pixmap.width()) * pixmap.height() * 4;
}

} // namespace

ImageLoader::ImageLoader(qsizetype cacheBytes, QObject *parent)
    : QObject(parent)
    , m_cache(cacheBytes)
    , m_lane(u"images"_s)
{
}

ImageLoader::~ImageLoader() = default;

ImageLoader::Picture ImageLoader::picture(
    const QByteArray &key, const QString &path, QSize pixels, ImageDecoder::Fit fit)
{
    const Wanted wanted{ key, pixels, fit };
    if (const QPixmap *ready = m_cache.object(wanted))
        return { State::Ready, *ready };
    if (m_broken.contains(key))
        return { State::Broken, {} };
    if (m_running == wanted)
        return {};
    const auto same
        = std::find_if(m_waiting.begin(), m_waiting.end(), [&wanted](const Job &job) { return job.wanted == wanted; });
    if (same != m_waiting.end()) {
        m_waiting.splice(m_waiting.begin(), m_waiting, same); // it is on the screen now
    } else {
        m_waiting.push_front({ wanted, path });
        if (m_waiting.size() > MostWaiting)
            m_waiting.pop_back();
    }
    startNext();
    return {};
}

void ImageLoader::forget(const QByteArray &key)
{
    m_broken.remove(key);
    const QList<Wanted> all = m_cache.keys();
    for (const Wanted &kept : all)
        if (kept.key == key)
            m_cache.remove(kept);
}

void ImageLoader::startNext()
{
    if (m_running || m_waiting.empty())
        return;
    const Job job = m_waiting.front();
    m_waiting.pop_front();
    m_running = job.wanted;
    whenReady(m_lane.run([job] { return ImageDecoder::decode(job.path, job.wanted.pixels, job.wanted.fit); }), this,
        [this, wanted = job.wanted](const Result<QImage> &image) { finished(wanted, image); });
}

void ImageLoader::finished(const Wanted &wanted, const Result<QImage> &image)
{
    m_running.reset();
    if (image) {
        auto *pixmap = new QPixmap(QPixmap::fromImage(*image));
        // One that is larger than the whole cache is kept all the same, alone: it is being looked at.
        m_cache.insert(wanted, pixmap, std::min(bytesOf(*pixmap), m_cache.maxCost()));
    } else {
        if (m_broken.size() >= MostBroken)
            m_broken.clear();
        m_broken.insert(wanted.key);
    }
    startNext();
    Q_EMIT loaded(wanted.key);
}

} // namespace salon
