// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/system_links.h"

#include "client-gui/app/invitation_file.h"
#include "shared/protocol/join_link.h"

#include <QCoreApplication>
#include <QFileOpenEvent>
#include <QUrl>
#include <utility>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

/// The link that is asked for by itself or by an invitation file; empty for anything else. Whoever writes a web page
/// chooses the link: only what our own scheme stands for, and only if it can be read.
QString linkOf(const QUrl &url)
{
    QString link;
    if (!url.isLocalFile())
        link = url.scheme() == "salon"_L1 ? url.toString(QUrl::FullyEncoded) : QString();
    else if (const auto file = invitationFileGiven(url.toString(QUrl::FullyEncoded)))
        link = readInvitationFile(*file).value_or(QString());
    return JoinLink::parse(link) ? link : QString();
}

} // namespace

SystemLinks::SystemLinks(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

void SystemLinks::release()
{
    m_isReleased = true;
    const QStringList links = std::exchange(m_waiting, {});
    for (const QString &link : links)
        Q_EMIT opened(link);
}

bool SystemLinks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::FileOpen || watched != qApp)
        return QObject::eventFilter(watched, event);
    const QString link = linkOf(static_cast<const QFileOpenEvent *>(event)->url());
    if (link.isEmpty())
        return QObject::eventFilter(watched, event);
    if (m_isReleased)
        Q_EMIT opened(link);
    else if (m_waiting.size() < MostWaiting)
        m_waiting.append(link);
    return true;
}

} // namespace salon
