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
    <name>core::ValueModel</name>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
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
    <name>ui::AccessPage</name>
    <message numerus="yes">
        <source>%Ln clients</source>
        <translation>
            <numerusform>%Ln client</numerusform>
            <numerusform>%Ln clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln roles</source>
        <translation>
            <numerusform>%Ln role</numerusform>
            <numerusform>%Ln roles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AccountReview</name>
    <message numerus="yes">
        <source>May do (%Ln scope(s))</source>
        <translation>
            <numerusform>May do (%Ln scope)</numerusform>
            <numerusform>May do (%Ln scopes)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AccountsPage</name>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <translation>
            <numerusform>%Ln account</numerusform>
            <numerusform>%Ln accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ArtifactDrag</name>
    <message numerus="yes">
        <source>Fetching %Ln artifact(s); they can be dragged when they are here</source>
        <translation>
            <numerusform>Fetching %Ln artifact; it can be dragged when it is here</numerusform>
            <numerusform>Fetching %Ln artifacts; they can be dragged when they are here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fetching %Ln artifact(s) for the clipboard</source>
        <translation>
            <numerusform>Fetching %Ln artifact for the clipboard</numerusform>
            <numerusform>Fetching %Ln artifacts for the clipboard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) on the clipboard</source>
        <translation>
            <numerusform>%Ln file on the clipboard</numerusform>
            <numerusform>%Ln files on the clipboard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln artifact(s)</source>
        <translation>
            <numerusform>%Ln artifact</numerusform>
            <numerusform>%Ln artifacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DenialView</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DiffView</name>
    <message numerus="yes">
        <source>%n equal line(s)</source>
        <translation>
            <numerusform>%n equal line</numerusform>
            <numerusform>%n equal lines</numerusform>
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
    <name>ui::MainWindow</name>
    <message numerus="yes">
        <source>%Ln transfer(s) end unfinished. What has come of them so far is removed.</source>
        <translation>
            <numerusform>%Ln transfer ends unfinished. What has come of it so far is removed.</numerusform>
            <numerusform>%Ln transfers end unfinished. What has come of them so far is removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Quit and cancel %Ln transfer(s)</source>
        <translation>
            <numerusform>Quit and cancel %Ln transfer</numerusform>
            <numerusform>Quit and cancel %Ln transfers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MergeView</name>
    <message numerus="yes">
        <source>%n equal line(s)</source>
        <translation>
            <numerusform>%n equal line</numerusform>
            <numerusform>%n equal lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MintView</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln operations of the services on everything</source>
        <translation>
            <numerusform>%Ln operation of the services on everything</numerusform>
            <numerusform>%Ln operations of the services on everything</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln on some things</source>
        <translation>
            <numerusform>%Ln on some things</numerusform>
            <numerusform>%Ln on some things</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Notifier</name>
    <message numerus="yes">
        <source>%Ln transfer(s) done.</source>
        <translation>
            <numerusform>%Ln transfer done.</numerusform>
            <numerusform>%Ln transfers done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s) failed.</source>
        <translation>
            <numerusform>%Ln transfer failed.</numerusform>
            <numerusform>%Ln transfers failed.</numerusform>
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
    <name>ui::ScopeHoldersPane</name>
    <message numerus="yes">
        <source>%Ln roles</source>
        <translation>
            <numerusform>%Ln role</numerusform>
            <numerusform>%Ln roles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln clients</source>
        <translation>
            <numerusform>%Ln client</numerusform>
            <numerusform>%Ln clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ScopeTree</name>
    <message numerus="yes">
        <source>%Ln scopes</source>
        <translation>
            <numerusform>%Ln scope</numerusform>
            <numerusform>%Ln scopes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln scopes</source>
        <translation>
            <numerusform>%L1 of %Ln scope</numerusform>
            <numerusform>%L1 of %Ln scopes</numerusform>
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
    <name>ui::SecretEditor</name>
    <message numerus="yes">
        <source>%n error(s): this cannot be saved yet.</source>
        <translation>
            <numerusform>%n error: this cannot be saved yet.</numerusform>
            <numerusform>%n errors: this cannot be saved yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SecretListPane</name>
    <message numerus="yes">
        <source>%Ln secret(s)</source>
        <translation>
            <numerusform>%Ln secret</numerusform>
            <numerusform>%Ln secrets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SettingsPage</name>
    <message numerus="yes">
        <source>Clear %Ln entries</source>
        <translation>
            <numerusform>Clear %Ln entry</numerusform>
            <numerusform>Clear %Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) and everything else that this application keeps on this machine will be removed. This cannot be taken back.</source>
        <translation>
            <numerusform>%Ln account and everything else that this application keeps on this machine will be removed. This cannot be taken back.</numerusform>
            <numerusform>%Ln accounts and everything else that this application keeps on this machine will be removed. This cannot be taken back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SignInForm</name>
    <message numerus="yes">
        <source>Asks for %Ln scope(s).</source>
        <translation>
            <numerusform>Asks for %Ln scope.</numerusform>
            <numerusform>Asks for %Ln scopes.</numerusform>
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
    <message numerus="yes">
        <source>Save %Ln artifact(s)…</source>
        <translation>
            <numerusform>Save %Ln artifact…</numerusform>
            <numerusform>Save %Ln artifacts…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln URL(s)</source>
        <translation>
            <numerusform>Copy %Ln URL</numerusform>
            <numerusform>Copy %Ln URLs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saving %Ln artifact(s)</source>
        <translation>
            <numerusform>Saving %Ln artifact</numerusform>
            <numerusform>Saving %Ln artifacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln URL(s)</source>
        <translation>
            <numerusform>Copied %Ln URL</numerusform>
            <numerusform>Copied %Ln URLs</numerusform>
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
<context>
    <name>ui::TaskUploads</name>
    <message numerus="yes">
        <source>Drop to upload %Ln file(s) as artifacts of run %1</source>
        <translation>
            <numerusform>Drop to upload %Ln file as an artifact of run %1</numerusform>
            <numerusform>Drop to upload %Ln files as artifacts of run %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are more than %Ln file(s); choose fewer.</source>
        <translation>
            <numerusform>There are more than %Ln file; choose fewer.</numerusform>
            <numerusform>There are more than %Ln files; choose fewer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Uploading %Ln artifact(s)</source>
        <translation>
            <numerusform>Uploading %Ln artifact</numerusform>
            <numerusform>Uploading %Ln artifacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TransfersPage</name>
    <message numerus="yes">
        <source>%Ln transfer(s)</source>
        <translation>
            <numerusform>%Ln transfer</numerusform>
            <numerusform>%Ln transfers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in progress or waiting, %1/s</source>
        <translation>
            <numerusform>%Ln in progress or waiting, %1/s</numerusform>
            <numerusform>%Ln in progress or waiting, %1/s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::UploadPanel</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln artifact(s) cannot be uploaded like this; see the column Check.</source>
        <translation>
            <numerusform>%Ln artifact cannot be uploaded like this; see the column Check.</numerusform>
            <numerusform>%Ln artifacts cannot be uploaded like this; see the column Check.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Upload %Ln artifact(s)</source>
        <translation>
            <numerusform>Upload %Ln artifact</numerusform>
            <numerusform>Upload %Ln artifacts</numerusform>
        </translation>
    </message>
</context>
</TS>
