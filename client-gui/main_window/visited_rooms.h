// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace salon {

/// Where one has been, as a browser remembers it: back, forward, and the place before this one. Whether a place still
/// exists is asked when it matters; those that are gone are forgotten.
class VisitedRooms
{
public:
    static constexpr qsizetype MostKept = 100;

    struct Place
    {
        QString server{}; ///< KnownServer::id
        RoomId room{};

        friend bool operator==(const Place &, const Place &) = default;
    };
    using Exists = std::function<bool(const Place &place)>;

    /// Without `exists` all places do.
    explicit VisitedRooms(Exists exists = {});

    /// `place` is shown now. What lay ahead is forgotten, unless it is where back() or forward() led to.
    void visit(const Place &place);
    /// Nothing: there is no place that way. Else the caller shows it and calls visit().
    [[nodiscard]] std::optional<Place> back();
    [[nodiscard]] std::optional<Place> forward();
    /// The one that was shown before this one, wherever it lies: twice leads back here.
    [[nodiscard]] std::optional<Place> previous() const;
    [[nodiscard]] bool canGoBack() const;
    [[nodiscard]] bool canGoForward() const;

private:
    [[nodiscard]] bool exists(const Place &place) const { return !m_exists || m_exists(place); }
    [[nodiscard]] std::optional<Place> step(qsizetype direction);
    [[nodiscard]] bool canStep(qsizetype direction) const;

    Exists m_exists;
    QList<Place> m_places;
    qsizetype m_now = -1;
    std::optional<Place> m_before;
};

} // namespace salon
