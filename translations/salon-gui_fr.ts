<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>salon::Banner</name>
    <message>
        <source>Close this notice</source>
        <extracomment>Tool tip of the × at the end of a bar with a notice</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>salon::CompleterPopup</name>
    <message>
        <source>Suggestions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>salon::Composer</name>
    <message>
        <source>Write a message…</source>
        <extracomment>%1 is &quot;# General&quot; or a person&apos;s name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <comment>composer button</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>salon::ErrorText</name>
    <message>
        <source>The server and this program do not understand each other. Check that you connect to a Salon server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was sent is too large for the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server and this program do not understand each other. One of them may need an update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server is too old for that. Ask its operator to update it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sent something unexpected. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server speaks another version of the protocol. Update this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was too fast for the server. It goes on in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has too many connections now. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not answer. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not logged in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account or the password is wrong. Check both and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody has this account name already. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name looks too much like another one here. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An account name has 1 to 32 characters: letters a to z, digits, dot, dash and underscore, starting with a letter or a digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name cannot be used: 1 to 32 visible characters are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is too short: at least %1 characters, please.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is too long: at most %1 bytes are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server takes no new accounts. Ask its operator for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server asks for an invitation. Ask somebody there for a link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This invitation is not valid, or it was used already. Ask for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This invitation has expired. Ask for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The owner code is wrong, or it was used already. The server showed it when it was started for the first time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not know this device, or it was removed from the account. Log in with your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not accept this device&apos;s key. Log in with your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account has too many devices. Remove one that you no longer use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There were too many wrong attempts. Wait a little, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account is blocked. Ask the operator of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not allowed to do that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody of that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A status is one line of at most 200 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This room does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not a member of this room. Join it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A room&apos;s name has 1 to 64 visible characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a room of that name already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A topic is one line of at most 390 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have reached the limit of rooms. Leave one, or try again tomorrow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This room is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person is in the room already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This room cannot be left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This message is too long: it has %1 bytes and %2 are allowed. Split it into several messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line of this message is longer than %1 characters. Break it into several lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This message has more than %1 lines. Split it into several messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text contains a broken character. Remove it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier message has to arrive first. It is sent again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is being numbered anew. It is sent again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is busy. It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Nothing is lost; it is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving failed. Keep the text and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is being stopped. You are reconnected when it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong that should not. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection to the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no machine of that name. Check the address and your network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answers at this address. Check it, and whether the server runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection could be made. Check that the address is that of a Salon server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server shows another key than before. Nothing was sent to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be opened. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A database is damaged. It was set aside, and a new one was begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salon is running already with this data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an address that can be reached. It looks like “chat.example.org” or “192.168.1.5:7256”, or is a salon:// link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program uses this address already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was canceled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused this with the unknown code %1. This program may need an update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You were disconnected by the operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device was removed from your account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection was too slow. It is made again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not hear from this device for too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device connected a second time; the other connection stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server ended the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 They say: “%2”</source>
        <extracomment>%1 is a sentence like &quot;You were disconnected by the operator.&quot;, %2 what that person wrote</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server shows another key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has identified itself with another key than the one this device remembers. Nothing was sent.

Either the server was set up anew, or somebody is in between and pretends to be the server. Ask the operator, by another way than this program, for the fingerprint that the server shows when it starts, and compare.

Remembered: %2
Shown now: %3

Accept the new key only if it is the operator&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>salon::EventText</name>
    <message>
        <source>%1 began this conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The room “%1” was created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 created the room “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 joined the room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left the room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 added %2 to the room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The room is now called “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 renamed the room to “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 removed the topic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 set the topic: “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 removed %2 from the room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Announcement: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something happened here that this version cannot show. An update may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n older message(s) are no longer on the server.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A message in the list of rooms: author, text</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>salon::FurnitureText</name>
    <message>
        <source>New messages</source>
        <extracomment>Line in the timeline above the first message that was not read</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>salon::JumpPill</name>
    <message numerus="yes">
        <source>%n new message(s) below</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the newest message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>salon::LanguageSwitch</name>
    <message>
        <source>Language of the program</source>
        <extracomment>What the two buttons FR and EN are for, said by screen readers</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>salon::MainActions</name>
    <message>
        <source>Add a server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite people to this server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and status…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsent messages…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New room…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find rooms…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New direct message…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite people to this room…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this room…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark all rooms as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this room…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the rooms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous unread room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next unread room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the first unread message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as read and go to the newest message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Salon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>salon::MemberPane</name>
    <message>
        <source>The members are shown when you are connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading members…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ONLINE — %1</source>
        <extracomment>Head of a list of people; %1 is how many</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OFFLINE — %1</source>
        <extracomment>Head of a list of people; %1 is how many</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a direct message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>salon::MessageInfoText</name>
    <message>
        <source>About this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written by %1 (@%2)</source>
        <extracomment>%1 is a person&apos;s name, %2 the name they log in with</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Number %1 in this room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to be sent; it is safe on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On its way to the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not take it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored on the server.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>salon::MessageWords</name>
    <message>
        <source>Announcement</source>
        <extracomment>Author of what the server&apos;s operator says to everybody</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>salon::PeopleText</name>
    <message>
        <source>%1 is typing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 are typing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n people are typing…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moderator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::QuickSwitcher</name>
    <message>
        <source>Go to a room or a person…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a room or a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rooms and people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here is called that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>salon::RoomListModel</name>
    <message>
        <source>Empty conversation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>salon::RoomListPane</name>
    <message>
        <source>Server %1</source>
        <extracomment>%1 is the name of a server</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter rooms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not in any room yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find rooms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>salon::RoomWords</name>
    <message>
        <source>DIRECT MESSAGES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROOMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>private room</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) of you</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>salon::RowLayout</name>
    <message numerus="yes">
        <source>%n people came or went</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Retry</source>
        <comment>sends a failed message again</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <comment>throws a failed message away</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>salon::SelfBar</name>
    <message>
        <source>Name and status…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>salon::TimeText</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <extracomment>A day of this year as Qt&apos;s QLocale::toString() takes it, e.g. &quot;Monday 3 March&quot;; change the order as you need</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>A day of another year, e.g. &quot;3 March 2024&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Day and time, for a tooltip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Last seen %n minute(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last seen %n hour(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Last seen on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Reconnecting in %n second(s)…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::TimelineView</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a direct message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this message…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading older messages…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation begins here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading messages…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has written here yet. Say hello!</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
