<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>salon::AttachmentWords</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::ConnectionBar</name>
    <message numerus="yes">
        <source>Unreachable. Next try in %n s</source>
        <extracomment>The server cannot be reached, where there is little room</extracomment>
        <translation>
            <numerusform>Unreachable. Next try in %n s</numerusform>
            <numerusform>Unreachable. Next try in %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::DeviceMenu</name>
    <message numerus="yes">
        <source>%1, %n unread message(s)</source>
        <extracomment>%1 is a device and how it is reached</extracomment>
        <translation>
            <numerusform>%1, %n unread message</numerusform>
            <numerusform>%1, %n unread messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::Dialogs</name>
    <message numerus="yes">
        <source>%n message(s) that were not sent yet are lost.</source>
        <translation>
            <numerusform>%n message that was not sent yet is lost.</numerusform>
            <numerusform>%n messages that were not sent yet are lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::EditProfileDialog</name>
    <message numerus="yes">
        <source>At least %n character(s).</source>
        <translation>
            <numerusform>At least %n character.</numerusform>
            <numerusform>At least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::EventText</name>
    <message numerus="yes">
        <source>%n older message(s) are no longer on the server.</source>
        <translation>
            <numerusform>%n older message is no longer on the server.</numerusform>
            <numerusform>%n older messages are no longer on the server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>🗂 %1 (%n file(s))</source>
        <extracomment>A folder that was sent: its name, how many files it has</extracomment>
        <translation>
            <numerusform>🗂 %1 (%n file)</numerusform>
            <numerusform>🗂 %1 (%n files)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>📷 %n photo(s)</source>
        <translation>
            <numerusform>📷 %n photo</numerusform>
            <numerusform>📷 %n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::FileOffer</name>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <extracomment>%1 is their size together</extracomment>
        <translation>
            <numerusform>%n file, %1</numerusform>
            <numerusform>%n files, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>%n s left</numerusform>
            <numerusform>%n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>%n min left</numerusform>
            <numerusform>%n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h left</source>
        <translation>
            <numerusform>%n h left</numerusform>
            <numerusform>%n h left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::FoundServerText</name>
    <message numerus="yes">
        <source>%n online</source>
        <translation>
            <numerusform>%n online</numerusform>
            <numerusform>%n online</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::FrameDetails</name>
    <message numerus="yes">
        <source>%1, %2, %n byte(s)</source>
        <extracomment>%1 name of a message, %2 &quot;sent&quot; or &quot;received&quot;</extracomment>
        <translation>
            <numerusform>%1, %2, %n byte</numerusform>
            <numerusform>%1, %2, %n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::FrameTree</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::FrameWords</name>
    <message numerus="yes">
        <source>The length, four bytes, the one that counts most first: %n byte(s) follow.</source>
        <translation>
            <numerusform>The length, four bytes, the one that counts most first: %n byte follows.</numerusform>
            <numerusform>The length, four bytes, the one that counts most first: %n bytes follow.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CBOR says what follows: %n byte(s) of data.</source>
        <translation>
            <numerusform>CBOR says what follows: %n byte of data.</numerusform>
            <numerusform>CBOR says what follows: %n bytes of data.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CBOR says what follows: a text of %n byte(s).</source>
        <translation>
            <numerusform>CBOR says what follows: a text of %n byte.</numerusform>
            <numerusform>CBOR says what follows: a text of %n bytes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CBOR says what follows: a list of %n thing(s).</source>
        <translation>
            <numerusform>CBOR says what follows: a list of %n thing.</numerusform>
            <numerusform>CBOR says what follows: a list of %n things.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CBOR says what follows: a map of %n pair(s), each a key and a value.</source>
        <translation>
            <numerusform>CBOR says what follows: a map of %n pair, a key and a value.</numerusform>
            <numerusform>CBOR says what follows: a map of %n pairs, each a key and a value.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) follow</source>
        <translation>
            <numerusform>%n byte follows</numerusform>
            <numerusform>%n bytes follow</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <extracomment>%1 is a type of the protocol, &quot;Profile&quot;</extracomment>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hidden, %n byte(s)</source>
        <translation>
            <numerusform>hidden, %n byte</numerusform>
            <numerusform>hidden, %n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a list of %n</source>
        <translation>
            <numerusform>a list of %n</numerusform>
            <numerusform>a list of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n field(s)</source>
        <translation>
            <numerusform>%1, %n field</numerusform>
            <numerusform>%1, %n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more byte(s)</source>
        <translation>
            <numerusform>… and %n more byte</numerusform>
            <numerusform>… and %n more bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::GeneralPage</name>
    <message numerus="yes">
        <source>Up to %n MB</source>
        <translation>
            <numerusform>Up to %n MB</numerusform>
            <numerusform>Up to %n MB</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::HowItWorksWindow</name>
    <message numerus="yes">
        <source>%n row(s), %1</source>
        <translation>
            <numerusform>%n row, %1</numerusform>
            <numerusform>%n rows, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older one(s) made room</source>
        <translation>
            <numerusform>%n older one made room</numerusform>
            <numerusform>%n older ones made room</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) not kept during the pause</source>
        <translation>
            <numerusform>%n frame not kept during the pause</numerusform>
            <numerusform>%n frames not kept during the pause</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::InviteToServerDialog</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::JumpPill</name>
    <message numerus="yes">
        <source>%n new message(s) below</source>
        <translation>
            <numerusform>%n new message below</numerusform>
            <numerusform>%n new messages below</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::MessageInfoText</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::NearbyPeople</name>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n unread message</numerusform>
            <numerusform>%n unread messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::Notifier</name>
    <message numerus="yes">
        <source>In %n room(s)</source>
        <translation>
            <numerusform>In %n room</numerusform>
            <numerusform>In %n rooms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) nearby want(s) to talk with you</source>
        <translation>
            <numerusform>%n person nearby wants to talk with you</numerusform>
            <numerusform>%n people nearby want to talk with you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n conversation(s)</source>
        <translation>
            <numerusform>In %n conversation</numerusform>
            <numerusform>In %n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::OutboxDialog</name>
    <message numerus="yes">
        <source>Next try in %n second(s).</source>
        <translation>
            <numerusform>Next try in %n second.</numerusform>
            <numerusform>Next try in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::PeoplePicker</name>
    <message numerus="yes">
        <source>No more than %n person(s) can be chosen.</source>
        <translation>
            <numerusform>No more than %n person can be chosen.</numerusform>
            <numerusform>No more than %n people can be chosen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::PeopleText</name>
    <message numerus="yes">
        <source>%n people are typing…</source>
        <translation>
            <numerusform>%n person is typing…</numerusform>
            <numerusform>%n people are typing…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::PinButton</name>
    <message numerus="yes">
        <source>More than %n pinned message(s)</source>
        <translation>
            <numerusform>More than %n pinned message</numerusform>
            <numerusform>More than %n pinned messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pinned message(s)</source>
        <translation>
            <numerusform>%n pinned message</numerusform>
            <numerusform>%n pinned messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::ReachableBar</name>
    <message numerus="yes">
        <source>Still reached directly, without the server: %1 and %n more.</source>
        <extracomment>%1 are three names</extracomment>
        <translation>
            <numerusform>Still reached directly, without the server: %1 and %n more.</numerusform>
            <numerusform>Still reached directly, without the server: %1 and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::ReactionsDialog</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n persons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::RoomWords</name>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n unread message</numerusform>
            <numerusform>%n unread messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) of you</source>
        <translation>
            <numerusform>%n mention of you</numerusform>
            <numerusform>%n mentions of you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::RowLayout</name>
    <message numerus="yes">
        <source>%n people came or went</source>
        <translation>
            <numerusform>%n person came or went</numerusform>
            <numerusform>%n people came or went</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::RowWords</name>
    <message numerus="yes">
        <source>%1 by %n person(s)</source>
        <extracomment>Read aloud. %1 is an emoji, %n how many people reacted with it</extracomment>
        <translation>
            <numerusform>%1 by %n person</numerusform>
            <numerusform>%1 by %n persons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 by %n person(s), you included</source>
        <extracomment>Read aloud. %1 is an emoji, %n how many people reacted with it, the listener among them</extracomment>
        <translation>
            <numerusform>%1 by %n person, you included</numerusform>
            <numerusform>%1 by %n persons, you included</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more file(s)</source>
        <translation>
            <numerusform>and %n more file</numerusform>
            <numerusform>and %n more files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::RulesDialog</name>
    <message numerus="yes">
        <source>For %n day(s)</source>
        <translation>
            <numerusform>For %n day</numerusform>
            <numerusform>For %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::RulesText</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Messages are kept for %n day(s)</source>
        <translation>
            <numerusform>Messages are kept for %n day</numerusform>
            <numerusform>Messages are kept for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Messages are removed for good after %n day(s).</source>
        <translation>
            <numerusform>Messages are removed for good after %n day.</numerusform>
            <numerusform>Messages are removed for good after %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::SearchText</name>
    <message numerus="yes">
        <source>%n room(s)</source>
        <translation>
            <numerusform>%n room</numerusform>
            <numerusform>%n rooms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::SeenMarks</name>
    <message numerus="yes">
        <source>Seen by %1 and %n other(s)</source>
        <extracomment>Who has read so far. %1 is a list of names</extracomment>
        <translation>
            <numerusform>Seen by %1 and %n other</numerusform>
            <numerusform>Seen by %1 and %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::SendFilesDialog</name>
    <message numerus="yes">
        <source>%n entry is left out: a hidden file, a link, or what cannot be read.</source>
        <translation>
            <numerusform>%n entry is left out: a hidden file, a link, or what cannot be read.</numerusform>
            <numerusform>%n entries are left out: hidden files, links, or what cannot be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::TimeText</name>
    <message numerus="yes">
        <source>Last seen %n minute(s) ago</source>
        <translation>
            <numerusform>Last seen %n minute ago</numerusform>
            <numerusform>Last seen %n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last seen %n hour(s) ago</source>
        <translation>
            <numerusform>Last seen %n hour ago</numerusform>
            <numerusform>Last seen %n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reconnecting in %n second(s)…</source>
        <translation>
            <numerusform>Reconnecting in %n second…</numerusform>
            <numerusform>Reconnecting in %n seconds…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::TimelineView</name>
    <message numerus="yes">
        <source>%1: %n person(s)</source>
        <translation>
            <numerusform>%1: %n person</numerusform>
            <numerusform>%1: %n persons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 and %n other(s)</source>
        <extracomment>Who reacted. %1 is an emoji, %2 a list of names, %n how many more there are</extracomment>
        <translation>
            <numerusform>%1: %2 and %n other</numerusform>
            <numerusform>%1: %2 and %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::Tray</name>
    <message numerus="yes">
        <source>Salon: %n unread message(s)</source>
        <translation>
            <numerusform>Salon: %n unread message</numerusform>
            <numerusform>Salon: %n unread messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::WhyUnreadDialog</name>
    <message numerus="yes">
        <source>%n unread message(s); the first one is:</source>
        <translation>
            <numerusform>%n unread message; the first one is:</numerusform>
            <numerusform>%n unread messages; the first one is:</numerusform>
        </translation>
    </message>
</context>
</TS>
