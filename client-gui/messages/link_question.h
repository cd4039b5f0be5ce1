// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

class QUrl;
class QWidget;

namespace salon {

class Theme;

/// Whether `shown` looks like an address whose host is another one than that of `link`.
[[nodiscard]] bool isMisleading(const QUrl &link, const QString &shown);

/// Says where a link really leads, and opens it only when the person wants that.
void askAboutLink(Theme &theme, const QUrl &link, QWidget *parent);

} // namespace salon
