<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>CommandLineText</name>
    <message>
        <source>ADDRESS:PORT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen here with TLS; may be repeated. &quot;*&quot; is every address, port 0 picks a free one. Also unix:PATH and plain+ADDRESS:PORT. Default: *:7256.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen here without TLS, on this machine only; may be repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow listeners without TLS beyond this machine: everybody on the way can read everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the database and keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration file. Default: salon-server.toml in the data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the server that people see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of this console. Default: the system&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may make an account. Default: invitation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HOST[:PORT]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address written into join links. Default: found out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections that may wait to be accepted. Default: 1024.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads for connections. Default: one per processor core.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log as text or as one JSON object per line. Default: text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option --%1 takes no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option --%1 needs a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is neither an option nor a command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: salon-server [options]
       salon-server check-config [options]

Runs a Salon server. Without options it listens on every address, port 7256,
and keeps its data in a folder of its own.

Options:
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
Every setting can also be given in the configuration file or as an environment
variable (SALON_NAME, SALON_LIMITS_MESSAGE_BURST…). Options win over variables,
variables over the file. While it runs, type /help for the operator&apos;s commands.

Exit codes: 0 stopped as asked, 2 bad option or configuration, 3 cannot listen,
4 data folder unusable, 5 database damaged, 6 already running, 7 Qt plugin
missing, 8 certificate unusable, 1 anything else.
</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfigFileText</name>
    <message>
        <source>%1, line %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting named “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a list of texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of %1 has the wrong type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not valid TOML (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration file %1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfigText</name>
    <message>
        <source>“%1” is not a value of %2; allowed: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s name must have 1 to 64 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a value of %2; it is a whole number from %3 to %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a value of %2; it is true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting named “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment variable %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server listens nowhere: “listen” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tls.certificate and tls.key must be given together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limits.send_queue_hard must be at least twice limits.send_queue_soft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limits.drop_after_seconds must be more than limits.ping_after_seconds.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OperatorWords</name>
    <message>
        <source>guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moderator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not speak Salon&apos;s protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its version is not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong name or password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name looks like another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name is not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the password has not the right length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>registration is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an invitation is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the invitation is unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the invitation has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the owner code is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the device is unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the device&apos;s proof is invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account has too many devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account is blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text is not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server is busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the data cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server is stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection was closed by the other side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no secure connection came about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed by the server</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgramText</name>
    <message>
        <source>That line was too long and was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration is right.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>salon::server::OperatorConsole</name>
    <message>
        <source>shows this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who is connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>public and private rooms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an announcement to everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LOGIN [REASON]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closes the connections of somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[USES] [HOURS]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes an invitation; once and 7 days by default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says goodbye to everybody and stops the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command %1. Type /help for the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands begin with a slash. Type /help for the list, /say TEXT to speak to everybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s):</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>  %1 (%2), %3, %4, %5, %6, since %7</source>
        <extracomment>one line of /who: name (login), role, presence, address, program, time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown program</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n room(s):</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Say what? /say TEXT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Announced to everybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The announcement was not sent: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom? /kick LOGIN [REASON]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not disconnected: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n connection(s) closed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>How often and how long? /invite [USES] [HOURS], for example /invite 10 48</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The invitation was not made: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Invitation code %1, valid %n time(s), until %2.</source>
        <extracomment>followed by a time</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Join link: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>salon::server::Server</name>
    <message>
        <source>Qt&apos;s TLS plugin is missing; install it to start the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder %1 cannot be used: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <extracomment>name of the first room, in which everyone lands</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another server already uses the data folder %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database in %1 is damaged (%2). Restore a backup, or move the file away to start afresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database in %1 was made by a newer version of Salon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database in %1 cannot be opened: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database cannot be opened: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate or key cannot be used (%1): %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an address to listen on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would be readable by everybody on the way: without TLS the server listens on this machine only. Use TLS, or add --i-accept-cleartext.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address %1 is already in use; is another server running there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user may not listen on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host name in %1 is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot listen on %1 (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a public address; it is a host, or host:port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration was read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is stopping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data cannot be trusted any more (%1): the server stops at once. Check the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2, server “%3”, data in %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server listening on %1 (without TLS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server listening on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint of the server&apos;s key: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join link: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner code: %1 (whoever joins with it becomes the owner; the link above carries it)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New people need an invitation: type /invite to make one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection received from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New account: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is now %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the owner of this server now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not let in: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not let in as “%2”: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection from %1 ended: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) is gone: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was turned away: too many connections from this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was turned away: too many new connections from this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was turned away: the server has as many connections as it may have</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
