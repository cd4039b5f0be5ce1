// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSplitter>

namespace salon {

class Theme;

/// A splitter whose handles are one thin line with a wider place to take hold of.
class PaneSplitter : public QSplitter
{
    Q_OBJECT

public:
    explicit PaneSplitter(Theme &theme, QWidget *parent = nullptr);

protected:
    QSplitterHandle *createHandle() override;

private:
    Theme &m_theme;
};

} // namespace salon
