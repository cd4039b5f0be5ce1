<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
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
        <source>This was not posted: a line may have %n byte(s).</source>
        <translation>
            <numerusform>This was not posted: a line may have %n byte.</numerusform>
            <numerusform>This was not posted: a line may have %n bytes.</numerusform>
        </translation>
    </message>
</context>
</TS>
