<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>ConsoleOptions</name>
    <message>
        <source>Salon in a terminal: chat on a server of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join link (salon://…) or address (host, host:port). Without it, the server used last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the key, the history and the outbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the program: fr or en.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login of your account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name that others see, for a new account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invitation code for a new account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File whose first line is the password; - reads standard input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room to open: its name, or @login for a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends this text, waits until the server has stored it, and ends. May be repeated; - reads standard input as one message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With standard input from a pipe: lines that start with / are commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepts that the server shows another key than before. Only after asking the person who runs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: auto, always or never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds to wait for the connection and for acknowledgements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Try --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One server at a time, please. Try --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a language of this program: use fr or en.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--color is auto, always or never, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--timeout is a number of seconds from 1 to 86400.</source>
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
    <name>salon::RoomListModel</name>
    <message>
        <source>Empty conversation</source>
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
    <name>salon::console::Commands</name>
    <message>
        <source>Shows the commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[text]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the rooms, or those whose name contains the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a room, joining it if needed. @login opens a direct one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves the open room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a public room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a private room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds somebody to the open room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renames the open room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows or sets the topic of the open room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>login text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes to one person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the members of the open room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows earlier messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes the name that others see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[status]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says that you are away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says that you are busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says that you are here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what is not sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends what was refused again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drops what was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes an invitation to this server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes you the owner, with the code that the server printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepts the new key of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fr|en</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes the language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the program. What is not sent stays in the outbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command /%1. /help shows them all; // at the start sends a slash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No room is open. /rooms lists them, /join opens one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like this: /%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab completes @people, #rooms and /commands. Everything else you type is a message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No room found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There are more: /rooms with a part of the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room “%1” that you can join. /create makes one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in the room now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody here has the login %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This room has no topic yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more member(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Others see you as %1 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) dropped.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Invitation code: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good for one person until %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are the owner of this server now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of this server has not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program speaks fr and en.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program speaks English now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>salon::console::ConsoleApp</name>
    <message>
        <source>Welcome to Salon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join link or address of a server:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which server? Give its join link or address. Try --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First contact with this server. Its fingerprint: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device has no account on this server yet. Give --name, or --login with --password-file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected to %1 as %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you know that the change is right, type /accept-key. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No room is open yet: your text was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) wait in the outbox and will be sent next time.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) not confirmed in time; kept in the outbox.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::console::RoomView</name>
    <message>
        <source>New messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has written here yet. Say hello!</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n earlier message(s) not shown.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This is the beginning of the room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the earlier messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are no longer in this room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>salon::console::Screen</name>
    <message>
        <source>Your text is kept: /outbox shows it, /retry sends it again, /discard drops it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(waiting for the network)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>salon::console::SignIn</name>
    <message>
        <source>Do you have an account on this server already? [y/n]</source>
        <extracomment>Answered by y or n (in French o or n)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y</source>
        <extracomment>The letter for &quot;yes&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name, as others see it:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password (not shown):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another login:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invitation code (or Enter, to log in to an account you have):</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
