// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/how_it_works/field_words.h"

#include <algorithm>
#include <iterator>

namespace salon {
namespace {

struct Words
{
    const char *name;
    const char *meaning;
};

// By name: the same name says the same in every message. Marked for the catalogues here, translated when asked for.
constexpr Words AllWords[] = {
    { "account", QT_TRANSLATE_NOOP("salon::FieldWords", "a person's number") },
    { "after", QT_TRANSLATE_NOOP("salon::FieldWords", "where to go on, from the page before") },
    { "alias", QT_TRANSLATE_NOOP("salon::FieldWords", "the name of a guest who speaks through a gateway") },
    { "author", QT_TRANSLATE_NOOP("salon::FieldWords", "who did or wrote it") },
    { "authorName", QT_TRANSLATE_NOOP("salon::FieldWords", "what the author was called when it was written") },
    { "ban", QT_TRANSLATE_NOOP("salon::FieldWords", "the person may not come back") },
    { "before", QT_TRANSLATE_NOOP("salon::FieldWords", "only what is older than this number") },
    { "call",
        QT_TRANSLATE_NOOP(
            "salon::FieldWords", "whether everybody in the room is called with @room, or who is here with @here") },
    { "changed", QT_TRANSLATE_NOOP("salon::FieldWords", "the number of the newest change of the message") },
    { "changes", QT_TRANSLATE_NOOP("salon::FieldWords", "who came, went or changed") },
    { "cid",
        QT_TRANSLATE_NOOP("salon::FieldWords",
            "a random number that the message keeps on all its ways, so that it is never there twice") },
    { "client", QT_TRANSLATE_NOOP("salon::FieldWords", "the program and its version") },
    { "code", QT_TRANSLATE_NOOP("salon::FieldWords", "a number that says why, or a code to type in") },
    { "count", QT_TRANSLATE_NOOP("salon::FieldWords", "how many people") },
    { "counter", QT_TRANSLATE_NOOP("salon::FieldWords", "counts the messages from one device to the other") },
    { "counters", QT_TRANSLATE_NOOP("salon::FieldWords", "where each conversation stands") },
    { "current", QT_TRANSLATE_NOOP("salon::FieldWords", "this is the device that asks") },
    { "data", QT_TRANSLATE_NOOP("salon::FieldWords", "the bytes of the file") },
    { "deleted", QT_TRANSLATE_NOOP("salon::FieldWords", "the message was deleted; nothing is left of what it said") },
    { "deletedBy", QT_TRANSLATE_NOOP("salon::FieldWords", "who deleted it") },
    { "device", QT_TRANSLATE_NOOP("salon::FieldWords", "a device") },
    { "devices", QT_TRANSLATE_NOOP("salon::FieldWords", "the devices") },
    { "displayName", QT_TRANSLATE_NOOP("salon::FieldWords", "the name that others see") },
    { "editedMs", QT_TRANSLATE_NOOP("salon::FieldWords", "when the text was last changed") },
    { "emoji", QT_TRANSLATE_NOOP("salon::FieldWords", "the emoji of a reaction") },
    { "enrolledMs", QT_TRANSLATE_NOOP("salon::FieldWords", "when the device became known") },
    { "epoch",
        QT_TRANSLATE_NOOP(
            "salon::FieldWords", "changes when a backup is restored; numbers from before then mean nothing") },
    { "event", QT_TRANSLATE_NOOP("salon::FieldWords", "the message, as it reads now") },
    { "events", QT_TRANSLATE_NOOP("salon::FieldWords", "what happened, in order") },
    { "expiresMs", QT_TRANSLATE_NOOP("salon::FieldWords", "until when it is good") },
    { "features", QT_TRANSLATE_NOOP("salon::FieldWords", "what the program knows beyond the basics") },
    { "fileBytes", QT_TRANSLATE_NOOP("salon::FieldWords", "how large the file is") },
    { "fileHash",
        QT_TRANSLATE_NOOP("salon::FieldWords", "a fingerprint of the file (SHA-256), by which damage shows") },
    { "fileName", QT_TRANSLATE_NOOP("salon::FieldWords", "what the file is called") },
    { "first", QT_TRANSLATE_NOOP("salon::FieldWords", "the room that everybody lands in") },
    { "floor", QT_TRANSLATE_NOOP("salon::FieldWords", "the oldest number that can be read") },
    { "format",
        QT_TRANSLATE_NOOP(
            "salon::FieldWords", "how the text is to be read: as it stands, with Markdown, or as an action") },
    { "gapTo", QT_TRANSLATE_NOOP("salon::FieldWords", "what lies before this number was left out") },
    { "hasPassword", QT_TRANSLATE_NOOP("salon::FieldWords", "the account has a password") },
    { "head", QT_TRANSLATE_NOOP("salon::FieldWords", "the number of the newest event") },
    { "heads", QT_TRANSLATE_NOOP("salon::FieldWords", "the newest number of each room") },
    { "id", QT_TRANSLATE_NOOP("salon::FieldWords", "its number") },
    { "inFlight", QT_TRANSLATE_NOOP("salon::FieldWords", "how many messages may be under way at once") },
    { "invitation", QT_TRANSLATE_NOOP("salon::FieldWords", "an invitation code") },
    { "key", QT_TRANSLATE_NOOP("salon::FieldWords", "the public half of a key: who has the other half can sign") },
    { "kind", QT_TRANSLATE_NOOP("salon::FieldWords", "of which kind it is") },
    { "last", QT_TRANSLATE_NOOP("salon::FieldWords", "up to which number everything is there") },
    { "lastActivityMs", QT_TRANSLATE_NOOP("salon::FieldWords", "when something happened last") },
    { "lastCid", QT_TRANSLATE_NOOP("salon::FieldWords", "the random number of the last message that is there") },
    { "lastSeenMs", QT_TRANSLATE_NOOP("salon::FieldWords", "when the person was here last") },
    { "lifetimeSeconds", QT_TRANSLATE_NOOP("salon::FieldWords", "for how long it is good") },
    { "limit", QT_TRANSLATE_NOOP("salon::FieldWords", "at most so many") },
    { "limits", QT_TRANSLATE_NOOP("salon::FieldWords", "what the server takes at most") },
    { "lineChars", QT_TRANSLATE_NOOP("salon::FieldWords", "characters in a line at most") },
    { "lines", QT_TRANSLATE_NOOP("salon::FieldWords", "lines of a message at most") },
    { "link", QT_TRANSLATE_NOOP("salon::FieldWords", "a link that carries the code") },
    { "list", QT_TRANSLATE_NOOP("salon::FieldWords", "which list: pinned, saved or mentions") },
    { "live", QT_TRANSLATE_NOOP("salon::FieldWords", "what comes next will be told by itself") },
    { "locale", QT_TRANSLATE_NOOP("salon::FieldWords", "the language of the person") },
    { "login", QT_TRANSLATE_NOOP("salon::FieldWords", "the username") },
    { "maker", QT_TRANSLATE_NOOP("salon::FieldWords", "made the room") },
    { "member", QT_TRANSLATE_NOOP("salon::FieldWords", "you are in it") },
    { "memberCount", QT_TRANSLATE_NOOP("salon::FieldWords", "how many are in it") },
    { "members", QT_TRANSLATE_NOOP("salon::FieldWords", "who is in it") },
    { "mentions", QT_TRANSLATE_NOOP("salon::FieldWords", "who is named with @, or how many times you were") },
    { "messages", QT_TRANSLATE_NOOP("salon::FieldWords", "the messages of the list") },
    { "mine", QT_TRANSLATE_NOOP("salon::FieldWords", "you are among them") },
    { "more", QT_TRANSLATE_NOOP("salon::FieldWords", "there is another page") },
    { "name", QT_TRANSLATE_NOOP("salon::FieldWords", "a name") },
    { "newPassword", QT_TRANSLATE_NOOP("salon::FieldWords", "the new password") },
    { "nonce",
        QT_TRANSLATE_NOOP("salon::FieldWords",
            "random bytes for this connection only; they are signed, so that an old signature is of no use") },
    { "offset",
        QT_TRANSLATE_NOOP("salon::FieldWords", "from which byte of the file on, or from which place in the list") },
    { "oldPassword", QT_TRANSLATE_NOOP("salon::FieldWords", "the password until now") },
    { "online", QT_TRANSLATE_NOOP("salon::FieldWords", "how many are here") },
    { "order", QT_TRANSLATE_NOOP("salon::FieldWords", "its place in the list: the next page begins behind it") },
    { "others", QT_TRANSLATE_NOOP("salon::FieldWords", "the other people of a direct conversation") },
    { "outcome", QT_TRANSLATE_NOOP("salon::FieldWords", "how it ended") },
    { "params", QT_TRANSLATE_NOOP("salon::FieldWords", "what the sentence about it needs: names, numbers") },
    { "password", QT_TRANSLATE_NOOP("salon::FieldWords", "a password") },
    { "people", QT_TRANSLATE_NOOP("salon::FieldWords", "the people") },
    { "pin", QT_TRANSLATE_NOOP("salon::FieldWords", "a fingerprint of the server's key") },
    { "pinned", QT_TRANSLATE_NOOP("salon::FieldWords", "the message is pinned in its room") },
    { "port", QT_TRANSLATE_NOOP("salon::FieldWords", "the number of the port") },
    { "presence", QT_TRANSLATE_NOOP("salon::FieldWords", "here, away or busy") },
    { "profile", QT_TRANSLATE_NOOP("salon::FieldWords", "what others see of a person") },
    { "query", QT_TRANSLATE_NOOP("salon::FieldWords", "what is looked for") },
    { "reactions", QT_TRANSLATE_NOOP("salon::FieldWords", "which emoji people put on the message, and how many") },
    { "readSeq", QT_TRANSLATE_NOOP("salon::FieldWords", "up to where you have read") },
    { "reason", QT_TRANSLATE_NOOP("salon::FieldWords", "why") },
    { "received", QT_TRANSLATE_NOOP("salon::FieldWords", "up to which message everything is stored") },
    { "refused", QT_TRANSLATE_NOOP("salon::FieldWords", "messages that are not taken") },
    { "registration", QT_TRANSLATE_NOOP("salon::FieldWords", "who may make an account") },
    { "reset", QT_TRANSLATE_NOOP("salon::FieldWords", "forget what you have of it, and begin anew") },
    { "retryAfterMs", QT_TRANSLATE_NOOP("salon::FieldWords", "when to try again, in thousandths of a second") },
    { "revisions", QT_TRANSLATE_NOOP("salon::FieldWords", "what the message said at different times") },
    { "revokeOtherDevices", QT_TRANSLATE_NOOP("salon::FieldWords", "the other devices must log in again") },
    { "role", QT_TRANSLATE_NOOP("salon::FieldWords", "what the person may do on this server") },
    { "room", QT_TRANSLATE_NOOP("salon::FieldWords", "the number of a room, or the room itself") },
    { "rooms", QT_TRANSLATE_NOOP("salon::FieldWords", "the rooms") },
    { "saved", QT_TRANSLATE_NOOP("salon::FieldWords", "whether the message is on the list or off it") },
    { "self", QT_TRANSLATE_NOOP("salon::FieldWords", "your own account") },
    { "seq", QT_TRANSLATE_NOOP("salon::FieldWords", "the number of the event in its room, counted from 1") },
    { "serverId", QT_TRANSLATE_NOOP("salon::FieldWords", "by which the server is known again, whatever it is called") },
    { "signature", QT_TRANSLATE_NOOP("salon::FieldWords", "proves who has the secret half of a key") },
    { "software", QT_TRANSLATE_NOOP("salon::FieldWords", "the server's program and its version") },
    { "state", QT_TRANSLATE_NOOP("salon::FieldWords", "how things stand") },
    { "statusText", QT_TRANSLATE_NOOP("salon::FieldWords", "the words of the status") },
    { "subject", QT_TRANSLATE_NOOP("salon::FieldWords", "whom or what it is about") },
    { "target", QT_TRANSLATE_NOOP("salon::FieldWords", "the number of the message that is changed, or answered") },
    { "text", QT_TRANSLATE_NOOP("salon::FieldWords", "what was written") },
    { "textBytes", QT_TRANSLATE_NOOP("salon::FieldWords", "bytes of a message at most") },
    { "timeMs", QT_TRANSLATE_NOOP("salon::FieldWords", "when it was written") },
    { "topic", QT_TRANSLATE_NOOP("salon::FieldWords", "what the room is about") },
    { "total", QT_TRANSLATE_NOOP("salon::FieldWords", "how many there are in all") },
    { "unread", QT_TRANSLATE_NOOP("salon::FieldWords", "how many messages you have not read") },
    { "uses", QT_TRANSLATE_NOOP("salon::FieldWords", "how many people it is good for") },
    { "version", QT_TRANSLATE_NOOP("salon::FieldWords", "the version of the protocol that both will speak") },
    { "versions", QT_TRANSLATE_NOOP("salon::FieldWords", "the versions of the protocol that it knows") },
};

} // namespace

QString FieldWords::meaning(const QString &name)
{
    const auto *words = std::find_if(std::begin(AllWords), std::end(AllWords),
        [&name](const Words &row) { return name == QLatin1StringView(row.name); });
    return words == std::end(AllWords) ? QString() : QCoreApplication::translate("salon::FieldWords", words->meaning);
}

} // namespace salon
