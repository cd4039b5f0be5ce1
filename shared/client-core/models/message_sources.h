// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace salon {

class History;
class MessageRules;
class Outbox;
class People;
class QuotedMessages;
class Rooms;
class SavedMessages;
class Uploads;

/// Where models of messages get what they show from. All of it must outlive the model.
struct MessageSources
{
    History &history;
    Outbox &outbox;
    const Rooms &rooms;
    const People &people;
    const MessageRules &rules;
    const SavedMessages &saved;
    QuotedMessages &quotes;
    Uploads *uploads = nullptr; ///< null: without progress
};

} // namespace salon
