// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/typed_drafts.h"

#include "shared/client-core/session/outbox.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

/// Ends of lines and TAB have signs there.
bool fitsALine(const QString &draft)
{
    return std::ranges::none_of(
        draft, [](QChar c) { return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t'; });
}

} // namespace

TypedDrafts::TypedDrafts(Workspace &workspace, const RoomView &view, LineEditor &editor)
    : m_workspace(workspace)
    , m_view(view)
    , m_editor(editor)
{
    connect(&view, &RoomView::opened, this, &TypedDrafts::roomOpened);
    connect(&workspace.outbox(), &Outbox::loaded, this, &TypedDrafts::outboxLoaded);
    connect(&editor, &LineEditor::inputChanged, this, &TypedDrafts::lineChanged);
}

void TypedDrafts::roomOpened(RoomId room)
{
    m_room = {};
    // What is typed before counts as newer and would take the place of the kept draft, which nobody has seen yet.
    m_waiting = m_workspace.outbox().isLoaded() ? RoomId{} : room;
    if (m_waiting.isValid())
        return;
    const QString draft = m_workspace.draft(room);
    const bool isShown = draft.isEmpty() || (fitsALine(draft) && m_editor.offer(draft));
    m_room = isShown ? room : RoomId{};
}

void TypedDrafts::outboxLoaded()
{
    if (const RoomId room = std::exchange(m_waiting, {}); room.isValid() && room == m_view.room())
        roomOpened(room);
}

void TypedDrafts::lineChanged(const QString &line)
{
    if (!m_room.isValid() || m_room != m_view.room())
        return;
    const bool isCommand = line.startsWith(u'/') && !line.startsWith("//"_L1);
    m_workspace.setDraft(m_room, isCommand ? QString() : line);
}

void TypedDrafts::lineTaken()
{
    if (m_room.isValid() && m_room == m_view.room())
        m_workspace.setDraft(m_room, {});
}

} // namespace salon::console
