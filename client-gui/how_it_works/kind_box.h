// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/how_it_works/frame_list_model.h"

#include <QComboBox>
#include <QSet>

namespace salon {

class Theme;

/// Which messages are wanted: the groups of the protocol's numbers, then each that was seen.
class KindBox : public QComboBox
{
    Q_OBJECT
public:
    explicit KindBox(Theme &theme, QWidget *parent = nullptr);

    /// The numbers of the messages that were seen. The choice stays.
    void setTypes(const QSet<quint32> &types);

Q_SIGNALS:
    void chosen(const salon::FrameListModel::Kinds &kinds);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    [[nodiscard]] FrameListModel::Kinds current() const;

    Theme &m_theme;
    QSet<quint32> m_types;
};

} // namespace salon
