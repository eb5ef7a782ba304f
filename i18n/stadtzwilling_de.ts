<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="de">
<context>
    <name>BottomBar</name>
    <message numerus="yes">
        <source>Lädt noch %n Kachel(n)</source>
        <translation>
            <numerusform>Lädt noch %n Kachel</numerusform>
            <numerusform>Lädt noch %n Kacheln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>twin::ImportModel</name>
    <message numerus="yes">
        <source>%1 und %n weitere</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
</context>
</TS>
