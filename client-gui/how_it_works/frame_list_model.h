// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/models/frame_log_model.h"

#include <QSortFilterProxyModel>
#include <optional>

namespace salon {

/// The rows of a FrameLogModel that are wanted, in words.
class FrameListModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    /// Which messages: numbers from `first` to `last`.
    struct Kinds
    {
        quint32 first = 0;
        quint32 last = std::numeric_limits<quint32>::max();
        bool withHeartbeat = true;
        bool withSteps = true;

        friend bool operator==(const Kinds &, const Kinds &) = default;
    };

    explicit FrameListModel(FrameLogModel &log, QObject *parent = nullptr);

    /// Nothing: both, and the steps of the connection.
    void setDirection(std::optional<FrameLogModel::Direction> direction);
    void setKinds(const Kinds &kinds);
    [[nodiscard]] const Kinds &kinds() const { return m_kinds; }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Words change language.
    void retranslate();

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    [[nodiscard]] QString words(const QModelIndex &index) const;

    std::optional<FrameLogModel::Direction> m_direction;
    Kinds m_kinds;
};

} // namespace salon
