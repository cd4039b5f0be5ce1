// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/files/image_decoder.h"
#include "shared/base/job_lane.h"

#include <QCache>
#include <QObject>
#include <QPixmap>
#include <QSet>

#include <list>
#include <optional>

namespace salon {

/// Pictures scaled to the size in which they are shown. Decodes in a thread of its own, keeps a bounded amount of
/// memory, and remembers what turned out not to be a picture. Lives in the GUI thread; nothing here blocks it.
class ImageLoader : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype DefaultCacheBytes = 48 * 1024 * 1024;
    static constexpr std::size_t MostWaiting = 64; ///< what was asked for longest ago is dropped, and asked for again

    explicit ImageLoader(qsizetype cacheBytes = DefaultCacheBytes, QObject *parent = nullptr);
    ~ImageLoader() override;

    enum class State
    {
        Loading,
        Ready,
        Broken
    };
    struct Picture
    {
        State state = State::Loading;
        QPixmap pixmap{};
    };
    /// `key` names the content, `path` is where it lies. What is not there yet is decoded; loaded(key) follows. Calling
    /// it again meanwhile is cheap.
    [[nodiscard]] Picture picture(
        const QByteArray &key, const QString &path, QSize pixels, ImageDecoder::Fit fit = ImageDecoder::Fit::Inside);
    /// Another content may come under the same key, or the file is gone.
    void forget(const QByteArray &key);
    /// The thread that decodes, for what else has to be read of pictures.
    [[nodiscard]] JobLane &lane() { return m_lane; }
    /// Of all that is kept, in bytes.
    [[nodiscard]] qsizetype cachedBytes() const { return m_cache.totalCost(); }

Q_SIGNALS:
    /// Ready or broken: ask again.
    void loaded(const QByteArray &key);

private:
    struct Wanted
    {
        QByteArray key{};
        QSize pixels{};
        ImageDecoder::Fit fit = ImageDecoder::Fit::Inside;

        friend bool operator==(const Wanted &, const Wanted &) = default;
        friend size_t qHash(const Wanted &wanted, size_t seed = 0) noexcept
        {
            return qHashMulti(seed, wanted.key, wanted.pixels.width(), wanted.pixels.height(), int(wanted.fit));
        }
    };
    struct Job
    {
        Wanted wanted{};
        QString path{};
    };
    void startNext();
    void finished(const Wanted &wanted, const Result<QImage> &image);

    QCache<Wanted, QPixmap> m_cache; ///< cost in bytes
    QSet<QByteArray> m_broken; ///< keys
    std::list<Job> m_waiting; ///< newest first
    std::optional<Wanted> m_running;
    JobLane m_lane;
};

} // namespace salon
