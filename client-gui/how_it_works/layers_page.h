// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace salon {

class TextLabel;
class Theme;

/// From the cable to the message: what lies on what, in plain words.
class LayersPage : public QWidget
{
    Q_OBJECT
public:
    explicit LayersPage(Theme &theme, QWidget *parent = nullptr);

    /// The connection that is watched, as an example; empty: none. `isEncrypted`: with TLS. `isPeer`: with a
    /// device, not with a server.
    void setConnection(const QString &address, bool isEncrypted, bool isPeer);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Layer
    {
        TextLabel *name = nullptr;
        TextLabel *words = nullptr;
    };

    void retranslateUi();
    [[nodiscard]] QString encryption() const;
    void applyTheme();

    Theme &m_theme;
    QList<Layer> m_layers;
    QString m_address;
    bool m_isEncrypted = true;
    bool m_isPeer = false;
};

} // namespace salon
