// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringList>
#include <QWidget>

namespace salon {

class Theme;

/// How what is written to a person goes: a small pill with a house, "direct", while their device is linked; else the
/// name of the server by which the same person is reached, if there is one; else nothing.
class DirectBadge : public QWidget
{
    Q_OBJECT

public:
    explicit DirectBadge(Theme &theme, QWidget *parent = nullptr);

    void setDirect(bool isDirect);
    /// By which the person is known.
    void setServers(const QStringList &servers);
    /// It stands above the conversation of the server, where nothing goes directly: says only what is possible.
    void setOfServer(bool isOfServer);
    /// Only the picture.
    void setCompact(bool isCompact);
    /// Without room it is not shown.
    void setHasRoom(bool hasRoom);
    /// What stands on it; empty while there is nothing to say.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showWords();
    [[nodiscard]] QString explanation() const;

    Theme &m_theme;
    bool m_isDirect = false;
    bool m_isOfServer = false;
    bool m_isCompact = false;
    bool m_hasRoom = true;
    QStringList m_servers;
};

} // namespace salon
