// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/console_app.h"

#include "shared/base/standard_bytes.h"

using namespace Qt::StringLiterals;

namespace salon::console {

void ConsoleApp::openFirstRoom()
{
    m_openingFirstRoom = true;
    if (!m_options.room.isEmpty()) {
        m_commands->openRoom(m_options.room);
        return;
    }
    const Rooms &rooms = m_workspace->rooms();
    RoomId room{ m_profile.settings().current().lastRoom };
    if (!rooms.find(room)) {
        room = {};
        for (const RoomId id : rooms.ids()) {
            if (!room.isValid() || rooms.find(id)->first)
                room = id;
        }
    }
    if (room.isValid())
        m_view->open(room);
}

void ConsoleApp::roomNotOpened()
{
    if (m_mode == RunMode::Person) {
        if (m_openingFirstRoom && !std::exchange(m_options.room, {}).isEmpty())
            openFirstRoom();
        return;
    }
    if (!m_hadRoom) {
        quit(ExitMessageRefused);
        return;
    }
    // What a script says next was meant for the room that it did not get.
    m_delivery->noteRefusal();
    m_view->close();
}

void ConsoleApp::roomLost(bool wanted)
{
    if (m_mode != RunMode::Pipe || wanted)
        return;
    m_screen.problem(tr("This account was taken out of the room: nothing more is sent."));
    m_router->giveUp();
}

void ConsoleApp::roomOpened()
{
    if (m_desk)
        m_desk->view().close();
    m_hadRoom = true;
    m_openingFirstRoom = false;
    m_profile.settings().change([this](Settings &settings) { settings.lastRoom = m_view->room().value; });
    if (m_mode == RunMode::Send) {
        sendRequestedMessages();
        return;
    }
    m_router->release();
}

void ConsoleApp::sendRequestedMessages()
{
    if (m_options.replyTo > 0 && !m_workspace->canChange()) {
        m_screen.problem(tr("This server knows no answers to messages: nothing was sent."));
        m_delivery->noteRefusal();
        m_delivery->close();
        return;
    }
    const QStringList messages = std::exchange(m_options.messages, {});
    for (const QString &message : messages) {
        QString text = message == "-"_L1 ? QString::fromUtf8(wholeStandardInput()) : message;
        while (text.endsWith(u'\n'))
            text.chop(1);
        m_router->send(m_view->room(), text, MessageOptions{ m_options.replyTo, m_style.format });
    }
    if (m_options.files.isEmpty())
        m_delivery->close();
    else
        sendRequestedFiles();
}

void ConsoleApp::sendRequestedFiles()
{
    connect(m_commands.get(), &Commands::settled, m_delivery.get(), &Delivery::close);
    m_commands->sendFiles(m_view->room(), std::exchange(m_options.files, {}), m_options.caption, m_options.replyTo);
}

} // namespace salon::console
