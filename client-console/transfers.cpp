// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/transfers.h"

#include "client-console/file_words.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/files/file_kind.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::console {

Transfers::Transfers(Workspace &workspace, Screen &screen, bool tells)
    : m_workspace(workspace)
    , m_screen(screen)
    , m_tells(tells)
{
    connect(&workspace.uploads(), &Uploads::changed, this, [this](const Cid &cid) { uploadChanged(cid); });
    connect(&workspace.downloads(), &Downloads::changed, this, &Transfers::showStatus);
    connect(&workspace.outbox(), &Outbox::entryChanged, this, &Transfers::outboxChanged);
    connect(&workspace.outbox(), &Outbox::entryRemoved, this, &Transfers::end);
}

Transfers::~Transfers()
{
    if (m_tells)
        m_screen.status({});
}

QString Transfers::numbered(int number, const QString &line)
{
    return u"[%1] "_s.arg(number) + line;
}

void Transfers::add(Entry entry, const QString &line)
{
    entry.number = m_entries.isEmpty() ? 1 : ++m_lastNumber;
    m_lastNumber = entry.number;
    m_entries.append(entry);
    if (m_tells)
        m_screen.notice(numbered(entry.number, line));
    showStatus();
}

Transfers::Entry *Transfers::find(const Cid &cid)
{
    const auto found = std::ranges::find_if(m_entries, [&](const Entry &entry) { return entry.upload == cid; });
    return found == m_entries.end() ? nullptr : &*found;
}

void Transfers::begin(const Cid &cid)
{
    const OutboxEntry *entry = m_workspace.outbox().find(cid);
    if (!entry || find(cid))
        return;
    const QList<FileEntry> files = entriesOf(entry->files);
    add(Entry{ 0, FileWords::names(files, entry->folder), cid, {}, {} },
        tr("Sending: %1").arg(FileWords::of(files, entry->folder)));
}

/// What an earlier run of the program left goes on, too.
void Transfers::uploadChanged(const Cid &cid)
{
    const OutboxEntry *entry = m_workspace.outbox().find(cid);
    if (entry && entry->state == SendState::Uploading && !find(cid))
        begin(cid);
    else
        showStatus();
}

void Transfers::outboxChanged(const OutboxEntry &entry)
{
    const Entry *known = entry.files.isEmpty() ? nullptr : find(entry.cid);
    if (!known || (entry.state != SendState::Stored && entry.state != SendState::Failed))
        return;
    // Why something failed is told with the message itself.
    const QString line = numbered(known->number, tr("Sent: %1").arg(known->name));
    end(entry.cid);
    if (m_tells && entry.state == SendState::Stored)
        m_screen.success(line);
}

void Transfers::end(const Cid &cid)
{
    m_entries.removeIf([&](const Entry &entry) { return entry.upload == cid; });
    showStatus();
}

Answer<QString> Transfers::save(const DownloadKey &key, const FileEntry &file, const QString &target)
{
    const auto answer = m_workspace.downloads().save(key, file, target);
    add(Entry{ 0, Screen::safe(shownName(file)), {}, key, target }, tr("Fetching: %1").arg(FileWords::one(file)));
    whenReady(
        answer, this, [this, number = m_lastNumber](const Result<QString> &saved) { downloadEnded(number, saved); });
    return answer;
}

void Transfers::downloadEnded(int number, const Result<QString> &saved)
{
    m_entries.removeIf([number](const Entry &entry) { return entry.number == number; });
    showStatus();
    if (m_tells && saved)
        m_screen.success(numbered(number, tr("Saved: %1").arg(*saved)));
}

TransferProgress Transfers::progressOf(const Entry &entry) const
{
    return entry.upload ? m_workspace.uploads().progress(*entry.upload)
                        : m_workspace.downloads().progress(entry.download);
}

void Transfers::showStatus()
{
    if (!m_tells)
        return;
    QStringList all;
    for (const Entry &entry : std::as_const(m_entries)) {
        const TransferProgress progress = progressOf(entry);
        const bool isUnderWay = progress.state == TransferProgress::Hashing
            || progress.state == TransferProgress::Running || progress.state == TransferProgress::Paused;
        if (isUnderWay)
            all.append(numbered(entry.number,
                (entry.upload ? u"↑ "_s : u"↓ "_s) + entry.name + u" · "_s + FileWords::progress(progress)));
    }
    m_screen.status(all.join(u"   "_s));
}

QList<Transfers::Entry> Transfers::chosen(int number) const
{
    QList<Entry> all = m_entries;
    if (number != 0)
        all.removeIf([number](const Entry &entry) { return entry.number != number; });
    return all;
}

bool Transfers::pause(int number)
{
    const QList<Entry> all = chosen(number);
    for (const Entry &entry : all) {
        if (entry.upload)
            m_workspace.pauseTransfer(*entry.upload);
        else
            m_workspace.downloads().pause(entry.download);
    }
    return !all.isEmpty();
}

bool Transfers::resume(int number)
{
    const QList<Entry> all = chosen(number);
    for (const Entry &entry : all) {
        if (entry.upload)
            m_workspace.resumeTransfer(*entry.upload);
        else
            m_workspace.downloads().resume(entry.download);
    }
    return !all.isEmpty();
}

bool Transfers::cancel(int number)
{
    const QList<Entry> all = chosen(number);
    for (const Entry &entry : all) {
        if (!entry.upload)
            m_workspace.downloads().cancel(entry.download);
        else if (m_workspace.discard(*entry.upload) == OutboxRemoval::MayBeStored)
            m_screen.problem(tr("Too late: %1 may be in the room already.").arg(entry.name));
    }
    return !all.isEmpty();
}

} // namespace salon::console
