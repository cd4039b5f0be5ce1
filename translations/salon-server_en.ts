<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>Import: %n line(s) looked at. Nothing is written yet.</source>
        <translation>
            <numerusform>Import: %n line looked at. Nothing is written yet.</numerusform>
            <numerusform>Import: %n lines looked at. Nothing is written yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) were added before. Repeating the command goes on with the rest.</source>
        <translation>
            <numerusform>%n message was added before. Repeating the command goes on with the rest.</numerusform>
            <numerusform>%n messages were added before. Repeating the command goes on with the rest.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import into “%1” is done: %n message(s) added.</source>
        <translation>
            <numerusform>Import into “%1” is done: %n message added.</numerusform>
            <numerusform>Import into “%1” is done: %n messages added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) were there already.</source>
        <translation>
            <numerusform>%n message was there already.</numerusform>
            <numerusform>%n messages were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are no messages and were left out.</source>
        <translation>
            <numerusform>%n line is no message and was left out.</numerusform>
            <numerusform>%n lines are no messages and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are not in the export and were left out.</source>
        <translation>
            <numerusform>%n file is not in the export and was left out.</numerusform>
            <numerusform>%n files are not in the export and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperatorLogText</name>
    <message numerus="yes">
        <source>%n line(s) were lost here: nobody read this output.</source>
        <extracomment>for the operator; %n is how many lines</extracomment>
        <translation>
            <numerusform>%n line was lost here: nobody read this output.</numerusform>
            <numerusform>%n lines were lost here: nobody read this output.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::server::ClassroomWords</name>
    <message numerus="yes">
        <source>%1, %2: a line of more than %n byte(s); not shown</source>
        <translation>
            <numerusform>%1, %2: a line of more than %n byte; not shown</numerusform>
            <numerusform>%1, %2: a line of more than %n bytes; not shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) about the classroom were left out: too much happened at once</source>
        <translation>
            <numerusform>%n line about the classroom was left out: too much happened at once</numerusform>
            <numerusform>%n lines about the classroom were left out: too much happened at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>dialogue: %n client(s) waiting</source>
        <translation>
            <numerusform>dialogue: %n client waiting</numerusform>
            <numerusform>dialogue: %n clients waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: TCP, %2, %n connected</source>
        <translation>
            <numerusform>%1: TCP, %2, %n connected</numerusform>
            <numerusform>%1: TCP, %2, %n connected</numerusform>
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
        <source>%1, %2: too fast, %n line(s) were left out</source>
        <translation>
            <numerusform>%1, %2: too fast, %n line was left out</numerusform>
            <numerusform>%1, %2: too fast, %n lines were left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more connection(s) were turned away (%1): too many connections</source>
        <translation>
            <numerusform>%n more connection was turned away (%1): too many connections</numerusform>
            <numerusform>%n more connections were turned away (%1): too many connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) are not shown in the room: too many at once</source>
        <translation>
            <numerusform>%n connection is not shown in the room: too many at once</numerusform>
            <numerusform>%n connections are not shown in the room: too many at once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::server::OperatorConsole</name>
    <message numerus="yes">
        <source>%n connection(s):</source>
        <translation>
            <numerusform>%n connection:</numerusform>
            <numerusform>%n connections:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n room(s):</source>
        <translation>
            <numerusform>%n room:</numerusform>
            <numerusform>%n rooms:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n connection(s) closed.</source>
        <translation>
            <numerusform>%1: %n connection closed.</numerusform>
            <numerusform>%1: %n connections closed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Invitation code %1, valid %n time(s), until %2.</source>
        <extracomment>followed by a time</extracomment>
        <translation>
            <numerusform>Invitation code %1, valid once, until %2.</numerusform>
            <numerusform>Invitation code %1, valid %n times, until %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::server::Server</name>
    <message numerus="yes">
        <source>%n line(s) about connections were left out; most concerned %1</source>
        <translation>
            <numerusform>%n line about connections was left out; it concerned %1</numerusform>
            <numerusform>%n lines about connections were left out; most concerned %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is kept out for %n second(s): too many of its connections did not log in</source>
        <translation>
            <numerusform>%1 is kept out for %n second: too many of its connections did not log in</numerusform>
            <numerusform>%1 is kept out for %n seconds: too many of its connections did not log in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::server::TextWords</name>
    <message numerus="yes">
        <source>%n person(s) here:</source>
        <translation>
            <numerusform>%n person here:</numerusform>
            <numerusform>%n people here:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This was not posted: a line has at most %Ln byte(s).</source>
        <translation>
            <numerusform>This was not posted: a line has at most %Ln byte.</numerusform>
            <numerusform>This was not posted: a line has at most %Ln bytes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too fast: %n line(s) were left out.</source>
        <translation>
            <numerusform>Too fast: %n line was left out.</numerusform>
            <numerusform>Too fast: %n lines were left out.</numerusform>
        </translation>
    </message>
</context>
</TS>
