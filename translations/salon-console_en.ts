<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
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
    <name>salon::console::ConsoleApp</name>
    <message numerus="yes">
        <source>%n message(s) wait in the outbox and will be sent next time.</source>
        <translation>
            <numerusform>%n message waits in the outbox and will be sent next time.</numerusform>
            <numerusform>%n messages wait in the outbox and will be sent next time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) not confirmed in time; kept in the outbox.</source>
        <translation>
            <numerusform>%n message not confirmed in time; kept in the outbox.</numerusform>
            <numerusform>%n messages not confirmed in time; kept in the outbox.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::console::ConversationCommands</name>
    <message numerus="yes">
        <source>These are the newest %n message(s); there are more.</source>
        <translation>
            <numerusform>This is the newest %n message; there are more.</numerusform>
            <numerusform>These are the newest %n messages; there are more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::console::FileCommands</name>
    <message numerus="yes">
        <source>%n file(s) of the folder left out: hidden, links, or not to be read.</source>
        <translation>
            <numerusform>%n file of the folder left out: hidden, links, or not to be read.</numerusform>
            <numerusform>%n files of the folder left out: hidden, links, or not to be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::console::FileWords</name>
    <message numerus="yes">
        <source>📁 %1 (%n file(s), %2)</source>
        <translation>
            <numerusform>📁 %1 (%n file, %2)</numerusform>
            <numerusform>📁 %1 (%n files, %2)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more (%2 in all)</source>
        <translation>
            <numerusform>%1 and %n more (%2 in all)</numerusform>
            <numerusform>%1 and %n more (%2 in all)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::console::Listings</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more member(s).</source>
        <translation>
            <numerusform>%n more member.</numerusform>
            <numerusform>%n more members.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::console::OutboxCommands</name>
    <message numerus="yes">
        <source>%n message(s) discarded.</source>
        <translation>
            <numerusform>%n message discarded.</numerusform>
            <numerusform>%n messages discarded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next try in %n second(s).</source>
        <translation>
            <numerusform>Next try in %n second.</numerusform>
            <numerusform>Next try in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::console::PeerApp</name>
    <message numerus="yes">
        <source>%n message(s) not delivered in time; kept for the next time.</source>
        <translation>
            <numerusform>%n message not delivered in time; kept for the next time.</numerusform>
            <numerusform>%n messages not delivered in time; kept for the next time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) wait and will be delivered next time.</source>
        <translation>
            <numerusform>%n message waits and will be delivered next time.</numerusform>
            <numerusform>%n messages wait and will be delivered next time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::console::ReadingCommands</name>
    <message numerus="yes">
        <source>%n unread message(s).</source>
        <translation>
            <numerusform>%n unread message.</numerusform>
            <numerusform>%n unread messages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::console::RoomView</name>
    <message numerus="yes">
        <source>%n earlier message(s) not shown: /older shows them.</source>
        <translation>
            <numerusform>%n earlier message not shown: /older shows it.</numerusform>
            <numerusform>%n earlier messages not shown: /older shows them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::console::SearchCommands</name>
    <message numerus="yes">
        <source>These are the newest %n message(s); there are more: search for more words, or before: a day.</source>
        <translation>
            <numerusform>This is the newest %n message; there are more: search for more words, or before: a day.</numerusform>
            <numerusform>These are the newest %n messages; there are more: search for more words, or before: a day.</numerusform>
        </translation>
    </message>
</context>
</TS>
