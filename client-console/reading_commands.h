// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/command_group.h"

#include <QDateTime>
#include <optional>

namespace salon::console {

/// What one has read, what calls one's attention, and how far others have read.
class ReadingCommands : public CommandGroup
{
    Q_OBJECT

public:
    explicit ReadingCommands(const Parts &parts);

    bool run(const QString &name, const QString &argument) override;
    [[nodiscard]] QList<CommandName> names() const override;
    [[nodiscard]] static std::span<const CommandRow<ReadingCommands>> table();

    /// What "/mute mentions 2h" asks for.
    struct Mute
    {
        Attention attention = Attention::Nothing;
        qint64 untilMs = 0; ///< 0: for good
    };
    /// "nothing", "mentions", "on", "off", then "30m", "2h", "1d" or "tomorrow" (at 8 o'clock); the words also in
    /// French. None: something else was typed.
    [[nodiscard]] static std::optional<Mute> readMute(const QString &typed, const QDateTime &now);

private:
    void read(const QString &what);
    void unread(const QString &number);
    void why(const QString &room);
    void peek(const QString &room);
    void mute(const QString &typed);
    void seen(const QString &typed);
    void typing(const QString &typed);

    void explain(RoomId room, const UnreadReason &reason);
    void tellAttention();
    void showSeen(RoomId room, Seq seq);
    void setPrivacy(bool hidesSeen);
    [[nodiscard]] bool serverCan();
};

} // namespace salon::console
