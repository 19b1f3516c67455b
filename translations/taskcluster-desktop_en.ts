<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>core::Format</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>core::TaskGroupLoader</name>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln task</numerusform>
            <numerusform>%Ln tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) so far</source>
        <translation>
            <numerusform>%Ln task so far</numerusform>
            <numerusform>%Ln tasks so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tc::Text</name>
    <message numerus="yes">
        <source>%n argument(s) were given.</source>
        <translation>
            <numerusform>%n argument was given.</numerusform>
            <numerusform>%n arguments were given.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::IndexPage</name>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LogPage</name>
    <message numerus="yes">
        <source>Copied the first %Ln line(s) only</source>
        <translation>
            <numerusform>Copied the first %Ln line only</numerusform>
            <numerusform>Copied the first %Ln lines only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln line(s)</source>
        <translation>
            <numerusform>Copied %Ln line</numerusform>
            <numerusform>Copied %Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RecentPage</name>
    <message numerus="yes">
        <source>%Ln group(s) seen</source>
        <translation>
            <numerusform>%Ln group seen</numerusform>
            <numerusform>%Ln groups seen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) seen</source>
        <translation>
            <numerusform>%Ln task seen</numerusform>
            <numerusform>%Ln tasks seen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Screenshot</name>
    <message numerus="yes">
        <source>No picture was taken: the page was still loading after %Ln second(s): %1</source>
        <translation>
            <numerusform>No picture was taken: the page was still loading after %Ln second: %1</numerusform>
            <numerusform>No picture was taken: the page was still loading after %Ln seconds: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TaskArtifacts</name>
    <message numerus="yes">
        <source>%Ln artifact(s) so far</source>
        <translation>
            <numerusform>%Ln artifact so far</numerusform>
            <numerusform>%Ln artifacts so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TaskGroupPage</name>
    <message numerus="yes">
        <source>polling every %Ln second(s)</source>
        <translation>
            <numerusform>polling every second</numerusform>
            <numerusform>polling every %Ln seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln running</numerusform>
            <numerusform>%Ln running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied: %1 of %Ln task(s)</source>
        <translation>
            <numerusform>Copied: %1 of %Ln task</numerusform>
            <numerusform>Copied: %1 of %Ln tasks</numerusform>
        </translation>
    </message>
</context>
</TS>
