// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/export/export_head.h"
#include "shared/protocol/messages/history.h"

#include <QCoreApplication>
#include <QDate>
#include <QSet>

namespace salon {

/// The readable page of an export, piece by piece, in the language of now. Everything that people wrote is escaped, and
/// nothing is loaded from elsewhere. Its functions may be called in any one thread.
class ExportPage
{
    Q_DECLARE_TR_FUNCTIONS(salon::ExportPage)
public:
    explicit ExportPage(const ExportHead &head);

    [[nodiscard]] QString begin() const;
    /// The next event, with the heading of its day where that begins.
    [[nodiscard]] QString add(const RoomEvent &event, const ExportPeople &people, const QSet<QByteArray> &missing);
    [[nodiscard]] QString end() const;

private:
    struct Quote
    {
        QString author;
        QString text;
    };
    static constexpr qsizetype MaxQuotes = 20'000; ///< messages that later ones can quote

    [[nodiscard]] QString day(const RoomEvent &event);
    [[nodiscard]] QString message(const RoomEvent &event, const QString &author, const QSet<QByteArray> &missing);
    [[nodiscard]] QString quote(Seq target) const;
    [[nodiscard]] static QString file(const FileEntry &file, const QSet<QByteArray> &missing);
    [[nodiscard]] static QString reactions(const RoomEvent &event, const ExportPeople &people);
    void remember(const RoomEvent &event, const QString &author);

    ExportHead m_head;
    QDate m_day;
    QHash<Seq, Quote> m_quotes;
    QList<Seq> m_quoteOrder;
};

} // namespace salon
