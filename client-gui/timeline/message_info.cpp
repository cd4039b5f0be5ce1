// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/message_info.h"

#include "client-gui/timeline/timeline_row.h"
#include "shared/client-core/models/timeline_model.h"
#include "shared/client-core/text/time_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

struct MessageInfoText
{
    Q_DECLARE_TR_FUNCTIONS(salon::MessageInfoText)
public:
    static QString title() { return tr("About this message"); }
    //: %1 is a person's name, %2 the name they log in with
    static QString author(const QString &name, const QString &login)
    {
        return tr("Written by %1 (@%2)").arg(name, login);
    }
    static QString author(const QString &name) { return tr("Written by %1").arg(name); }
    static QString size(qsizetype characters) { return tr("%n character(s)", nullptr, int(characters)); }
    static QString number(Seq seq) { return tr("Number %1 in this room").arg(QLocale().toString(seq)); }
    static QString state(TimelineRow::Mark mark)
    {
        switch (mark) {
        case TimelineRow::Mark::Queued:
            return tr("Waiting to be sent; it is safe on this computer.");
        case TimelineRow::Mark::Sending:
            return tr("On its way to the server.");
        case TimelineRow::Mark::Failed:
            return tr("The server did not take it.");
        default:
            return tr("Stored on the server.");
        }
    }
};

} // namespace

void showMessageInfo(const QModelIndex &index, QWidget *parent)
{
    const TimelineRow row = readTimelineRow(index);
    const QString login = index.data(TimelineModel::AuthorLoginRole).toString();
    QStringList lines;
    if (!row.authorName.isEmpty())
        lines.append(
            login.isEmpty() ? MessageInfoText::author(row.authorName) : MessageInfoText::author(row.authorName, login));
    lines.append(TimeText::full(row.timeMs));
    lines.append(MessageInfoText::size(row.text.size()));
    // A conversation without a server has its own words for where a message is.
    if (const QString where = index.data(Qt::StatusTipRole).toString(); !where.isEmpty()) {
        lines.append(where);
    } else {
        if (row.seq > 0)
            lines.append(MessageInfoText::number(row.seq));
        lines.append(MessageInfoText::state(row.mark));
    }
    if (!row.error.isEmpty())
        lines.append(row.error);
    auto *box
        = new QMessageBox(QMessageBox::NoIcon, MessageInfoText::title(), lines.join(u'\n'), QMessageBox::Close, parent);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace salon
