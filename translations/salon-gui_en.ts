<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
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
    <name>salon::Tray</name>
    <message numerus="yes">
        <source>Salon: %n unread message(s)</source>
        <translation>
            <numerusform>Salon: %n unread message</numerusform>
            <numerusform>Salon: %n unread messages</numerusform>
        </translation>
    </message>
</context>
</TS>
