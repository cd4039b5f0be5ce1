// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/line_editor.h"
#include "client-console/room_view.h"
#include "shared/client-core/workspace.h"

#include <QObject>

namespace salon::console {

/// What a person has typed into the open room and not sent is its draft: it survives the end of the program, however
/// that comes, and stands in the line again when the room is opened. A draft that does not fit into a line, or that
/// came too late to be shown, is left as it is.
class TypedDrafts : public QObject
{
    Q_OBJECT

public:
    /// All of it must outlive this.
    TypedDrafts(Workspace &workspace, const RoomView &view, LineEditor &editor);

    /// The typed line was entered; before anything is done with it.
    void lineTaken();

private:
    void roomOpened(RoomId room);
    void outboxLoaded();
    void lineChanged(const QString &line);

    Workspace &m_workspace;
    const RoomView &m_view;
    LineEditor &m_editor;
    RoomId m_room{}; ///< whose draft stands in the line; not valid: what is typed is no draft
    RoomId m_waiting{}; ///< was opened before the kept drafts were read
};

} // namespace salon::console
