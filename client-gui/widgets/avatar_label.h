// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/app/avatar_painter.h"

#include <QWidget>

namespace salon {

class Theme;

/// One person's avatar as a widget, for headers, cards and the own name at the foot of the list. Lists paint theirs
/// with paintAvatar().
class AvatarLabel : public QWidget
{
    Q_OBJECT

public:
    /// `drawnSize` is the diameter at 100 %.
    AvatarLabel(Theme &theme, int drawnSize, QWidget *parent = nullptr);

    /// `hue` from hueOf(). The name is what assistive programs say.
    void setPerson(const QString &displayName, int hue);
    void setPresence(PresenceMark mark);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    int m_drawnSize;
    AvatarFace m_face;
    PresenceMark m_mark = PresenceMark::None;
};

} // namespace salon
