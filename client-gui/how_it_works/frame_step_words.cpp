// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

// Rows of FrameWords that are no frames: whose connection it is, and its steps.

#include "client-gui/how_it_works/frame_words.h"
#include "shared/client-core/text/error_text.h"

#include <QModelIndex>

namespace salon {

QString FrameWords::connection(const QModelIndex &row)
{
    const QString name = row.data(FrameLogModel::ConnectionNameRole).toString();
    if (name.isEmpty())
        return {};
    //: %1 is the name of a person, or of a server
    return row.data(FrameLogModel::IsPeerRole).toBool() ? tr("Direct connection with %1").arg(name)
                                                        : tr("Connection to %1").arg(name);
}

QString FrameWords::stepExplained(const QModelIndex &row)
{
    const bool isPeer = row.data(FrameLogModel::IsPeerRole).toBool();
    if (row.data(FrameLogModel::BeginsRole).toBool()) {
        return isPeer ? tr("From here on: what this device and that of the person say to each other, without a server.")
                      : tr("From here on: what this program and this server say to each other.");
    }
    const auto state = SessionState(row.data(FrameLogModel::StateRole).toInt());
    return isPeer ? linkStepExplained(state) : stepExplained(state, row.data(FrameLogModel::ErrorRole).toInt());
}

QString FrameWords::step(SessionState state)
{
    switch (state) {
    case SessionState::Offline:
        return tr("No connection");
    case SessionState::Connecting:
        return tr("Connecting");
    case SessionState::Securing:
        return tr("Encrypting");
    case SessionState::Authenticating:
        return tr("Introducing and logging in");
    case SessionState::Syncing:
        return tr("Catching up");
    case SessionState::Online:
        return tr("Online");
    }
    return {};
}

QString FrameWords::stepExplained(SessionState state, int error)
{
    switch (state) {
    case SessionState::Offline:
        return error == 0 ? tr("There is no connection to the server.")
                          : tr("There is no connection to the server. %1").arg(ErrorText::of({ ErrorCode(error) }));
    case SessionState::Connecting:
        return tr("The name of the server is turned into addresses, and a connection (TCP) is opened to the first one "
                  "that answers.");
    case SessionState::Securing:
        return tr(
            "Both sides agree on keys (the TLS handshake). This program checks that the server has the key that it "
            "knows it by. From here on all bytes travel encrypted.");
    case SessionState::Authenticating:
        return tr("The connection is open. This program says Hello, the server answers Welcome, then comes the login.");
    case SessionState::Syncing:
        return tr("The login was accepted. This program tells what it has, and asks for what it missed.");
    case SessionState::Online:
        return tr("All rooms are up to date. From here on the server tells what happens as it happens.");
    }
    return {};
}

QString FrameWords::linkStep(SessionState state)
{
    switch (state) {
    case SessionState::Offline:
        return tr("No connection");
    case SessionState::Online:
        return tr("Both accept");
    default:
        return tr("Connected");
    }
}

QString FrameWords::linkStepExplained(SessionState state)
{
    switch (state) {
    case SessionState::Offline:
        return tr(
            "There is no connection to the device of this person. What you write waits here, and leaves when both "
            "devices find each other again.");
    case SessionState::Online:
        return tr(
            "Both people want to talk. From here on messages go from device to device, and each is confirmed once "
            "it is stored on the other.");
    default:
        return tr(
            "The connection stands: encrypted (TLS), and each device has proved by a signature who it is. Nothing "
            "else is said until both people want to talk.");
    }
}

} // namespace salon
