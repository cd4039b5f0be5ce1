<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-FileCopyrightText: 2026 The Salon developers -->
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>TestLanguageManager</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message (fr)</numerusform>
            <numerusform>%n messages (fr)</numerusform>
        </translation>
    </message>
</context>
</TS>
