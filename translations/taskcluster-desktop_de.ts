<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>QFileDialog</name>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
</context>
<context>
    <name>core::Account</name>
    <message>
        <source>Anonymous</source>
        <translation>Anonym</translation>
    </message>
    <message>
        <source>No credentials</source>
        <translation>Keine Zugangsdaten</translation>
    </message>
    <message>
        <source>From the environment of this program</source>
        <translation>Aus der Umgebung dieses Programms</translation>
    </message>
    <message>
        <source>From the demo deployment</source>
        <translation>Vom Demo-Deployment</translation>
    </message>
    <message>
        <source>In the keychain</source>
        <translation>Im Schlüsselbund</translation>
    </message>
    <message>
        <source>In memory, for this run only</source>
        <translation>Im Arbeitsspeicher, nur für diesen Lauf</translation>
    </message>
    <message>
        <source>Run out, and no longer kept</source>
        <translation>Abgelaufen und nicht mehr gespeichert</translation>
    </message>
</context>
<context>
    <name>core::AccountRegistry</name>
    <message>
        <source>The account was removed. Choose another one for this deployment.</source>
        <translation>Das Konto wurde entfernt. Ein anderes für dieses Deployment wählen.</translation>
    </message>
    <message>
        <source>The temporary credentials of this account have run out. Make new ones, or choose another account.</source>
        <translation>Die zeitlich begrenzten Zugangsdaten dieses Kontos sind abgelaufen. Neue erzeugen oder ein anderes Konto wählen.</translation>
    </message>
</context>
<context>
    <name>core::AccountSecrets</name>
    <message>
        <source>The entry in the keychain is not what this program wrote.</source>
        <translation>Der Eintrag im Schlüsselbund ist nicht der, den dieses Programm geschrieben hat.</translation>
    </message>
</context>
<context>
    <name>core::ArtifactModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>Inhaltstyp</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
</context>
<context>
    <name>core::ClientConfig</name>
    <message>
        <source>The text is longer than any configuration is.</source>
        <translation>Der Text ist länger, als eine Konfiguration es ist.</translation>
    </message>
    <message>
        <source>It is not well-formed YAML (line %1).</source>
        <translation>Es ist kein wohlgeformtes YAML (Zeile %1).</translation>
    </message>
    <message>
        <source>It is not well-formed YAML.</source>
        <translation>Es ist kein wohlgeformtes YAML.</translation>
    </message>
    <message>
        <source>It is not a configuration of the taskcluster command.</source>
        <translation>Es ist keine Konfiguration des Befehls taskcluster.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The access token stands in more than one place. Remove it by hand.</source>
        <translation>Das Zugriffstoken steht an mehr als einer Stelle. Es von Hand entfernen.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>core::ErrorText</name>
    <message>
        <source>The server could not be reached.</source>
        <translation>Der Server war nicht erreichbar.</translation>
    </message>
    <message>
        <source>The server could not prove that it is the one it claims to be.</source>
        <translation>Der Server konnte nicht beweisen, dass er der ist, für den er sich ausgibt.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The deployment did not accept the credentials.</source>
        <translation>Das Deployment hat die Zugangsdaten nicht angenommen.</translation>
    </message>
    <message>
        <source>The credentials do not have the scopes that this needs.</source>
        <translation>Den Zugangsdaten fehlen Scopes, die dafür nötig sind.</translation>
    </message>
    <message>
        <source>The deployment does not have it.</source>
        <translation>Das Deployment kennt das nicht.</translation>
    </message>
    <message>
        <source>It has changed in the meantime.</source>
        <translation>Es hat sich inzwischen geändert.</translation>
    </message>
    <message>
        <source>It has expired and is no longer kept.</source>
        <translation>Es ist abgelaufen und wird nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>The deployment is asked too often.</source>
        <translation>Das Deployment wird zu oft gefragt.</translation>
    </message>
    <message>
        <source>The server failed (status %1).</source>
        <translation>Der Server ist gescheitert (Status %1).</translation>
    </message>
    <message>
        <source>The answer is larger than what this application takes.</source>
        <translation>Die Antwort ist größer, als diese Anwendung annimmt.</translation>
    </message>
    <message>
        <source>The answer is not what a Taskcluster deployment gives.</source>
        <translation>Die Antwort ist nicht die eines Taskcluster-Deployments.</translation>
    </message>
    <message>
        <source>The task recorded an error instead of this artifact.</source>
        <translation>Der Task hat statt dieses Artefakts einen Fehler hinterlassen.</translation>
    </message>
    <message>
        <source>Check the network connection and the root URL, then try again.</source>
        <translation>Netzwerkverbindung und Root-URL prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Do not go on before you know why. A proxy or a wrong clock can be the cause.</source>
        <translation>Erst weitermachen, wenn der Grund bekannt ist. Ein Proxy oder eine falsch gehende Uhr kann die Ursache sein.</translation>
    </message>
    <message>
        <source>Check client id, access token and certificate; temporary credentials may have expired.</source>
        <translation>Client-ID, Zugriffstoken und Zertifikat prüfen; zeitlich begrenzte Zugangsdaten können abgelaufen sein.</translation>
    </message>
    <message>
        <source>Use credentials that have the scope.</source>
        <translation>Zugangsdaten verwenden, die den Scope haben.</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Es fehlt: %1</translation>
    </message>
    <message>
        <source>Check the id and whether it belongs to this deployment; old tasks expire.</source>
        <translation>Prüfen, ob die ID stimmt und zu diesem Deployment gehört; alte Tasks laufen ab.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Check that the root URL is that of a Taskcluster deployment.</source>
        <translation>Prüfen, ob die Root-URL die eines Taskcluster-Deployments ist.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Report it to the administrators of the deployment: no healthy one sends a reply of this size.</source>
        <translation>Den Administratoren des Deployments melden: Kein gesundes sendet eine Antwort dieser Größe.</translation>
    </message>
</context>
<context>
    <name>core::ExportFormat</name>
    <message>
        <source>The credentials hold a character that no variable can hold.</source>
        <translation>Die Zugangsdaten enthalten ein Zeichen, das keine Variable enthalten kann.</translation>
    </message>
</context>
<context>
    <name>core::Format</name>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>in %1 min</source>
        <translation>in %1 min</translation>
    </message>
    <message>
        <source>in %1 h</source>
        <translation>in %1 h</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 m %2 s</source>
        <translation>%1 m %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 m</source>
        <translation>%1 h %2 m</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>in less than a minute</source>
        <translation>in weniger als einer Minute</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>core::FoundCredentials</name>
    <message>
        <source>It begins like JSON, but is not complete or not well-formed.</source>
        <translation>Es beginnt wie JSON, ist aber unvollständig oder nicht wohlgeformt.</translation>
    </message>
    <message>
        <source>The value of %1 comes from the shell itself, and is not in the text.</source>
        <translation>Der Wert von %1 kommt aus der Shell selbst und steht nicht im Text.</translation>
    </message>
    <message>
        <source>The value of %1 has no closing quotation mark.</source>
        <translation>Dem Wert von %1 fehlt das schließende Anführungszeichen.</translation>
    </message>
    <message>
        <source>There is no client id.</source>
        <translation>Es gibt keine Client-ID.</translation>
    </message>
    <message>
        <source>The client id has characters that no client id has.</source>
        <translation>Die Client-ID enthält Zeichen, die keine Client-ID enthält.</translation>
    </message>
    <message>
        <source>There is no access token.</source>
        <translation>Es gibt kein Zugriffstoken.</translation>
    </message>
    <message>
        <source>The access token has characters that no access token has.</source>
        <translation>Das Zugriffstoken enthält Zeichen, die kein Zugriffstoken enthält.</translation>
    </message>
    <message>
        <source>The text is longer than any credentials are.</source>
        <translation>Der Text ist länger, als Zugangsdaten es sind.</translation>
    </message>
    <message>
        <source>There is no text.</source>
        <translation>Es gibt keinen Text.</translation>
    </message>
    <message>
        <source>Nothing in the text looks like credentials.</source>
        <translation>Nichts im Text sieht nach Zugangsdaten aus.</translation>
    </message>
</context>
<context>
    <name>core::IndexModel</name>
    <message>
        <source>Namespace</source>
        <translation>Namensraum</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Task ID</source>
        <translation>Task-ID</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
</context>
<context>
    <name>core::KeychainOperation</name>
    <message>
        <source>The library libsecret is not installed.</source>
        <translation>Die Bibliothek libsecret ist nicht installiert.</translation>
    </message>
    <message>
        <source>The keychain still has the entry.</source>
        <translation>Der Schlüsselbund hat den Eintrag noch.</translation>
    </message>
    <message>
        <source>The keychain does not give back what it was given.</source>
        <translation>Der Schlüsselbund gibt nicht zurück, was er bekommen hat.</translation>
    </message>
    <message>
        <source>The keychain did not give out the entry that it has.</source>
        <translation>Der Schlüsselbund hat den Eintrag, den er hat, nicht herausgegeben.</translation>
    </message>
</context>
<context>
    <name>core::Location</name>
    <message>
        <source>The link has control characters in it.</source>
        <translation>Der Link enthält Steuerzeichen.</translation>
    </message>
    <message>
        <source>“%1” in the link is not a task or task group id.</source>
        <translation>„%1“ im Link ist keine Task- oder Taskgruppen-ID.</translation>
    </message>
    <message>
        <source>“%1” in the link is not an index path.</source>
        <translation>„%1“ im Link ist kein Indexpfad.</translation>
    </message>
    <message>
        <source>“%1” in the link is not the number of a run.</source>
        <translation>„%1“ im Link ist nicht die Nummer eines Laufs.</translation>
    </message>
    <message>
        <source>This is not a well-formed URL.</source>
        <translation>Das ist keine wohlgeformte URL.</translation>
    </message>
    <message>
        <source>Links of the kind “%1:” do not lead to Taskcluster.</source>
        <translation>Links der Art „%1:“ führen nicht zu Taskcluster.</translation>
    </message>
    <message>
        <source>The link carries a user name or a password. Taskcluster&apos;s links never do.</source>
        <translation>Der Link enthält einen Benutzernamen oder ein Passwort. Links von Taskcluster tun das nie.</translation>
    </message>
    <message>
        <source>The link does not name a host.</source>
        <translation>Der Link nennt keinen Host.</translation>
    </message>
    <message>
        <source>This is not a well-formed path.</source>
        <translation>Das ist kein wohlgeformter Pfad.</translation>
    </message>
    <message>
        <source>“%1” is as long as a task id but does not have its form.</source>
        <translation>„%1“ ist so lang wie eine Task-ID, hat aber nicht deren Form.</translation>
    </message>
    <message>
        <source>“%1” is not a task or task group id, an index path or a URL.</source>
        <translation>„%1“ ist weder eine Task- oder Taskgruppen-ID noch ein Indexpfad oder eine URL.</translation>
    </message>
    <message>
        <source>A task or task group id, an index path or a URL belongs here.</source>
        <translation>Hierher gehört eine Task- oder Taskgruppen-ID, ein Indexpfad oder eine URL.</translation>
    </message>
    <message>
        <source>This is too long to be an id, an index path or a URL.</source>
        <translation>Das ist zu lang für eine ID, einen Indexpfad oder eine URL.</translation>
    </message>
    <message>
        <source>There is more than one word. One id, index path or URL belongs here.</source>
        <translation>Das ist mehr als ein Wort. Hierher gehört genau eine ID, ein Indexpfad oder eine URL.</translation>
    </message>
    <message>
        <source>There are invisible characters in it: %1</source>
        <translation>Es sind unsichtbare Zeichen darin: %1</translation>
    </message>
</context>
<context>
    <name>core::LocationResolver</name>
    <message>
        <source>This deployment has neither a task nor a task group with the id %1.</source>
        <translation>Dieses Deployment hat weder einen Task noch eine Taskgruppe mit der ID %1.</translation>
    </message>
    <message>
        <source>Nothing is indexed at %1 or below it.</source>
        <translation>Unter %1 steht nichts im Index, auch nicht darunter.</translation>
    </message>
</context>
<context>
    <name>core::LogFile</name>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>Die Datei %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>There is no place for a temporary file: %1</source>
        <translation>Für eine temporäre Datei ist kein Platz: %1</translation>
    </message>
</context>
<context>
    <name>core::RunModel</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Reason created</source>
        <translation>Grund der Erstellung</translation>
    </message>
    <message>
        <source>Reason resolved</source>
        <translation>Grund des Endes</translation>
    </message>
    <message>
        <source>Worker group</source>
        <translation>Worker-Gruppe</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Eingeplant</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
</context>
<context>
    <name>core::SecretServiceCheck</name>
    <message>
        <source>The keychain ended before it answered.</source>
        <translation>Der Schlüsselbund wurde beendet, bevor er geantwortet hat.</translation>
    </message>
</context>
<context>
    <name>core::SecretText</name>
    <message>
        <source>The keychain has no entry for this account.</source>
        <translation>Der Schlüsselbund hat keinen Eintrag für dieses Konto.</translation>
    </message>
    <message>
        <source>The keychain is locked, and its question was closed or could not be shown.</source>
        <translation>Der Schlüsselbund ist gesperrt, und seine Frage wurde geschlossen oder konnte nicht angezeigt werden.</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>The keychain does not let this program in.</source>
        <translation>Der Schlüsselbund lässt dieses Programm nicht zu.</translation>
    </message>
    <message>
        <source>There is no keychain on this desktop, or it does not start.</source>
        <translation>Auf diesem Desktop gibt es keinen Schlüsselbund, oder er startet nicht.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The keychain failed.</source>
        <translation>Im Schlüsselbund ist ein Fehler aufgetreten.</translation>
    </message>
    <message>
        <source>Sign in again. If you use several keychains, check that the right one is open.</source>
        <translation>Neu anmelden. Bei mehreren Schlüsselbünden prüfen, ob der richtige offen ist.</translation>
    </message>
    <message>
        <source>Unlock it, then try again.</source>
        <translation>Entsperren und dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Allow this program to use the keychain, then try again.</source>
        <translation>Diesem Programm den Schlüsselbund erlauben und dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Start a keychain such as GNOME Keyring, KWallet or KeePassXC, then try again.</source>
        <translation>Einen Schlüsselbund wie GNOME Keyring, KWallet oder KeePassXC starten und dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Gleich noch einmal versuchen.</translation>
    </message>
</context>
<context>
    <name>core::TaskColumn</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Worker pool</source>
        <translation>Worker-Pool</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Task ID</source>
        <translation>Task-ID</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Reason resolved</source>
        <translation>Grund des Endes</translation>
    </message>
    <message>
        <source>Retries left</source>
        <translation>Übrige Versuche</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>Scheduler</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>core::TaskDetails</name>
    <message>
        <source>The definition is not one of a task.</source>
        <translation>Die Definition ist nicht die eines Tasks.</translation>
    </message>
</context>
<context>
    <name>core::TaskGroupLoader</name>
    <message>
        <source>No tasks</source>
        <translation>Keine Tasks</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln Task</numerusform>
            <numerusform>%Ln Tasks</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) so far</source>
        <translation>
            <numerusform>bisher %Ln Task</numerusform>
            <numerusform>bisher %Ln Tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>core::TaskState</name>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Unscheduled</source>
        <translation>Nicht eingeplant</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>Ausnahme</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>core::TransferModel</name>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>tc::Text</name>
    <message>
        <source>the certificate of the temporary credentials (its scopes)</source>
        <translation>das Zertifikat der zeitlich begrenzten Zugangsdaten (seine Scopes)</translation>
    </message>
    <message>
        <source>the list of authorized scopes</source>
        <translation>die Liste der erlaubten Scopes</translation>
    </message>
    <message>
        <source>the client id</source>
        <translation>die Client-ID</translation>
    </message>
    <message>
        <source>the path with its arguments</source>
        <translation>der Pfad mit seinen Argumenten</translation>
    </message>
    <message>
        <source>The %1 would be %2 characters long, the services take %3. Too long is %4 (%5 characters).</source>
        <translation>Zu lang für die Dienste (%1): %2 Zeichen, sie nehmen %3 an. Zu lang ist %4 (%5 Zeichen).</translation>
    </message>
    <message>
        <source>The certificate of the temporary credentials is not a JSON object.</source>
        <translation>Das Zertifikat der zeitlich begrenzten Zugangsdaten ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The client id contains characters that no client id can have.</source>
        <translation>Die Client-ID enthält Zeichen, die keine Client-ID haben kann.</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>path with its signature</source>
        <translation>Pfad mit Signatur</translation>
    </message>
    <message>
        <source>The compressed reply was cut short.</source>
        <translation>Die komprimierte Antwort ist abgeschnitten.</translation>
    </message>
    <message>
        <source>The compressed reply is damaged.</source>
        <translation>Die komprimierte Antwort ist beschädigt.</translation>
    </message>
    <message>
        <source>The arguments cannot be sent in a URL: %1</source>
        <translation>Die Argumente können nicht in einer URL gesendet werden: %1</translation>
    </message>
    <message>
        <source>Only a GET can be made into a URL.</source>
        <translation>Nur aus einem GET kann eine URL werden.</translation>
    </message>
    <message>
        <source>The credentials are not at hand yet.</source>
        <translation>Die Zugangsdaten sind noch nicht zur Hand.</translation>
    </message>
    <message>
        <source>A URL cannot be signed without credentials.</source>
        <translation>Ohne Zugangsdaten kann keine URL signiert werden.</translation>
    </message>
    <message>
        <source>%1 answered with a redirect (%2).</source>
        <translation>%1 hat mit einer Weiterleitung geantwortet (%2).</translation>
    </message>
    <message>
        <source>%1 answered with a redirect (%2) to %3, which is not followed. Is the root URL right?</source>
        <translation>%1 hat mit einer Weiterleitung (%2) zu %3 geantwortet, der nicht gefolgt wird. Stimmt die Root-URL?</translation>
    </message>
    <message>
        <source>%1 does not accept the credentials.</source>
        <translation>%1 nimmt die Zugangsdaten nicht an.</translation>
    </message>
    <message>
        <source>%1 does not allow this.</source>
        <translation>%1 erlaubt das nicht.</translation>
    </message>
    <message>
        <source>%1 has no such thing.</source>
        <translation>%1 kennt das nicht.</translation>
    </message>
    <message>
        <source>%1 asks for fewer requests.</source>
        <translation>%1 bittet um weniger Anfragen.</translation>
    </message>
    <message>
        <source>%1 failed with status %2.</source>
        <translation>%1 ist mit Status %2 gescheitert.</translation>
    </message>
    <message>
        <source>%1 answered with status %2.</source>
        <translation>%1 hat mit Status %2 geantwortet.</translation>
    </message>
    <message>
        <source>an empty page</source>
        <translation>eine leere Seite</translation>
    </message>
    <message>
        <source>%1 answered with status %2 and a web page: %3</source>
        <translation>%1 hat mit Status %2 und einer Webseite geantwortet: %3</translation>
    </message>
    <message>
        <source>The call was cancelled.</source>
        <translation>Der Aufruf wurde abgebrochen.</translation>
    </message>
    <message>
        <source>A page must have at least one row.</source>
        <translation>Eine Seite muss mindestens eine Zeile haben.</translation>
    </message>
    <message>
        <source>The service gave the same page token twice, so the list would never end.</source>
        <translation>Der Dienst hat dieselbe Seitenmarke zweimal gegeben; die Liste nähme kein Ende.</translation>
    </message>
    <message>
        <source>The reply is empty.</source>
        <translation>Die Antwort ist leer.</translation>
    </message>
    <message>
        <source>The reply is a web page: %1. Is the root URL right?</source>
        <translation>Die Antwort ist eine Webseite: %1. Stimmt die Root-URL?</translation>
    </message>
    <message>
        <source>The reply is not what the API promises: %1.</source>
        <translation>Die Antwort ist nicht das, was die API verspricht: %1.</translation>
    </message>
    <message>
        <source>The call took longer than it may in all.</source>
        <translation>Der Aufruf hat insgesamt länger gedauert, als er darf.</translation>
    </message>
    <message>
        <source>The call names no method.</source>
        <translation>Der Aufruf nennt keine Methode.</translation>
    </message>
    <message>
        <source>There are no credentials.</source>
        <translation>Es gibt keine Zugangsdaten.</translation>
    </message>
    <message>
        <source>The reply was cut short.</source>
        <translation>Die Antwort ist abgeschnitten.</translation>
    </message>
    <message>
        <source>The reply is longer than %1 MB.</source>
        <translation>Die Antwort ist länger als %1 MB.</translation>
    </message>
    <message>
        <source>The interface&apos;s thread must not wait for a call.</source>
        <translation>Der Thread der Oberfläche darf nicht auf einen Aufruf warten.</translation>
    </message>
    <message>
        <source>The program is ending.</source>
        <translation>Das Programm wird beendet.</translation>
    </message>
    <message>
        <source>Credentials for %1 are not sent to %2.</source>
        <translation>Zugangsdaten für %1 werden nicht an %2 gesendet.</translation>
    </message>
    <message>
        <source>Credentials are not sent to %1 over plain http. Use https, no credentials, or mark the deployment as one for development.</source>
        <translation>An %1 werden über unverschlüsseltes http keine Zugangsdaten gesendet. Möglich sind https, keine Zugangsdaten, oder das Deployment als eines für die Entwicklung zu kennzeichnen.</translation>
    </message>
    <message>
        <source>%1 sent nothing for %2 seconds.</source>
        <translation>%1 hat %2 Sekunden lang nichts gesendet.</translation>
    </message>
    <message>
        <source>The connection to %1 was cut in the middle of the reply.</source>
        <translation>Die Verbindung zu %1 ist mitten in der Antwort abgerissen.</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation>%1 hat die Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>There is no host named %1.</source>
        <translation>Es gibt keinen Host namens %1.</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer.</source>
        <translation>%1 hat die Verbindung ohne Antwort geschlossen.</translation>
    </message>
    <message>
        <source>The identity of %1 could not be proved: %2</source>
        <translation>Die Identität von %1 konnte nicht bewiesen werden: %2</translation>
    </message>
    <message>
        <source>%1 sent something that is not HTTP.</source>
        <translation>%1 hat etwas gesendet, das kein HTTP ist.</translation>
    </message>
    <message>
        <source>There was no connection to %1: %2.</source>
        <translation>Es kam keine Verbindung zu %1 zustande: %2.</translation>
    </message>
    <message>
        <source>The artifact is of an unknown storage type, &quot;%1&quot;.</source>
        <translation>Das Artefakt hat eine unbekannte Speicherart, „%1“.</translation>
    </message>
    <message>
        <source>The object can only be fetched in an unknown way, &quot;%1&quot;.</source>
        <translation>Das Objekt kann nur auf eine unbekannte Weise geholt werden, „%1“.</translation>
    </message>
    <message>
        <source>The service names no hash that can be checked.</source>
        <translation>Der Dienst nennt keine Prüfsumme, die geprüft werden kann.</translation>
    </message>
    <message>
        <source>The content is longer than %1 bytes.</source>
        <translation>Der Inhalt ist länger als %1 Bytes.</translation>
    </message>
    <message>
        <source>The content could not be written: %1.</source>
        <translation>Der Inhalt konnte nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>The compressed content is damaged.</source>
        <translation>Der komprimierte Inhalt ist beschädigt.</translation>
    </message>
    <message>
        <source>The compressed content was cut short.</source>
        <translation>Der komprimierte Inhalt ist abgeschnitten.</translation>
    </message>
    <message>
        <source>The content is not what was stored: its %1 is %2 instead of %3.</source>
        <translation>Der Inhalt ist nicht der gespeicherte: %1 ist %2 statt %3.</translation>
    </message>
    <message>
        <source>The service gave no address that can be fetched safely.</source>
        <translation>Der Dienst hat keine Adresse genannt, von der sicher geholt werden kann.</translation>
    </message>
    <message>
        <source>The content is compressed in an unknown way, &quot;%1&quot;.</source>
        <translation>Der Inhalt ist auf eine unbekannte Weise komprimiert, „%1“.</translation>
    </message>
    <message>
        <source>%1 redirects again and again.</source>
        <translation>%1 leitet immer wieder weiter.</translation>
    </message>
    <message>
        <source>The target of the transfer cannot be written.</source>
        <translation>Das Ziel der Übertragung kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>The connection to %1 was cut in the middle.</source>
        <translation>Die Verbindung zu %1 ist mittendrin abgerissen.</translation>
    </message>
    <message>
        <source>%1 could not get its name: %2.</source>
        <translation>%1 konnte seinen Namen nicht bekommen: %2.</translation>
    </message>
    <message>
        <source>The transfer was cancelled.</source>
        <translation>Die Übertragung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The artifact is kept by %1, which nobody has agreed to fetch from.</source>
        <translation>Das Artefakt liegt bei %1; niemand hat zugestimmt, von dort etwas zu holen.</translation>
    </message>
    <message>
        <source>The artifact is kept by %1 without https, so it is not fetched.</source>
        <translation>Das Artefakt liegt ohne https bei %1 und wird deshalb nicht geholt.</translation>
    </message>
    <message>
        <source>The artifact refers to something that is no web address: %1</source>
        <translation>Das Artefakt verweist auf etwas, das keine Webadresse ist: %1</translation>
    </message>
    <message>
        <source>Fetching from %1 was not agreed to.</source>
        <translation>Dem Abruf von %1 wurde nicht zugestimmt.</translation>
    </message>
    <message>
        <source>%1 is inside a private network, where the deployment is not, so nothing is fetched from it.</source>
        <translation>%1 liegt in einem privaten Netz, in dem das Deployment nicht ist; von dort wird nichts geholt.</translation>
    </message>
    <message>
        <source>it is not a URL</source>
        <translation>sie ist keine URL</translation>
    </message>
    <message>
        <source>it must begin with https://</source>
        <translation>sie muss mit https:// beginnen</translation>
    </message>
    <message>
        <source>it has no host</source>
        <translation>sie hat keinen Host</translation>
    </message>
    <message>
        <source>it must not contain a user name or password</source>
        <translation>sie darf weder Benutzernamen noch Passwort enthalten</translation>
    </message>
    <message>
        <source>it must not have a query or a fragment</source>
        <translation>sie darf weder Abfrage noch Fragment haben</translation>
    </message>
    <message>
        <source>%1 must not be empty</source>
        <translation>%1 darf nicht leer sein</translation>
    </message>
    <message>
        <source>%1 must not be &quot;%2&quot;</source>
        <translation>%1 darf nicht „%2“ sein</translation>
    </message>
    <message>
        <source>There is no root URL.</source>
        <translation>Es gibt keine Root-URL.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a root URL: %2.</source>
        <translation>„%1“ kann keine Root-URL sein: %2.</translation>
    </message>
    <message>
        <source>%1 arguments are needed, %2 were given</source>
        <translation>%1 Argumente sind nötig, %2 wurden gegeben</translation>
    </message>
    <message>
        <source>The client of the subscriptions is gone.</source>
        <translation>Der Client der Abonnements ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Subscriptions cannot be limited to authorized scopes. Use temporary credentials.</source>
        <translation>Abonnements lassen sich nicht auf erlaubte Scopes beschränken. Dafür gibt es zeitlich begrenzte Zugangsdaten.</translation>
    </message>
    <message>
        <source>Subscriptions are not made with %1 over plain http.</source>
        <translation>Bei %1 wird über unverschlüsseltes http nichts abonniert.</translation>
    </message>
    <message>
        <source>The server has ended the subscription.</source>
        <translation>Der Server hat das Abonnement beendet.</translation>
    </message>
    <message>
        <source>The subscription socket sent an event that is none.</source>
        <translation>Der Abonnement-Socket hat ein Ereignis gesendet, das keines ist.</translation>
    </message>
    <message>
        <source>The server does not say why it refuses.</source>
        <translation>Der Server sagt nicht, warum er ablehnt.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The subscription socket sent bytes instead of text.</source>
        <translation>Der Abonnement-Socket hat Bytes statt Text gesendet.</translation>
    </message>
    <message>
        <source>The subscription socket speaks another protocol.</source>
        <translation>Der Abonnement-Socket spricht ein anderes Protokoll.</translation>
    </message>
    <message>
        <source>The subscription socket sent something that is no frame.</source>
        <translation>Der Abonnement-Socket hat etwas gesendet, das kein Frame ist.</translation>
    </message>
    <message>
        <source>%1 has no subscription socket now: %2.</source>
        <translation>%1 hat zurzeit keinen Abonnement-Socket: %2.</translation>
    </message>
    <message>
        <source>%1 has no subscription socket: it answers %2.</source>
        <translation>%1 hat keinen Abonnement-Socket: Die Antwort ist %2.</translation>
    </message>
    <message>
        <source>The connection to %1 failed: %2.</source>
        <translation>Die Verbindung zu %1 ist gescheitert: %2.</translation>
    </message>
    <message>
        <source>A message was longer than %1 bytes.</source>
        <translation>Eine Nachricht war länger als %1 Bytes.</translation>
    </message>
    <message>
        <source>%1 closed the subscription socket (%2).</source>
        <translation>%1 hat den Abonnement-Socket geschlossen (%2).</translation>
    </message>
    <message>
        <source>The credentials have arrived</source>
        <translation>Die Zugangsdaten sind angekommen</translation>
    </message>
    <message>
        <source>You can close this page and go on in the application that you signed in to.</source>
        <translation>Diese Seite kann geschlossen werden; weiter geht es in der Anwendung, für die die Anmeldung war.</translation>
    </message>
    <message>
        <source>No credentials have arrived</source>
        <translation>Es sind keine Zugangsdaten angekommen</translation>
    </message>
    <message>
        <source>Start to sign in again from the application.</source>
        <translation>Die Anmeldung in der Anwendung noch einmal beginnen.</translation>
    </message>
    <message>
        <source>Nothing is here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <source>This sign-in is over</source>
        <translation>Diese Anmeldung ist vorbei</translation>
    </message>
    <message>
        <source>Start again from the application.</source>
        <translation>In der Anwendung noch einmal beginnen.</translation>
    </message>
    <message>
        <source>The request is too long</source>
        <translation>Die Anfrage ist zu lang</translation>
    </message>
    <message>
        <source>The certificate of the temporary credentials has no usable &quot;%1&quot;.</source>
        <translation>Das Zertifikat der zeitlich begrenzten Zugangsdaten hat kein brauchbares „%1“.</translation>
    </message>
    <message>
        <source>The client &quot;%1&quot; is disabled.</source>
        <translation>Der Client „%1“ ist abgeschaltet.</translation>
    </message>
    <message>
        <source>There is no client &quot;%1&quot;.</source>
        <translation>Es gibt keinen Client „%1“.</translation>
    </message>
    <message>
        <source>No port can be opened for the browser: %1</source>
        <translation>Für den Browser lässt sich kein Port öffnen: %1</translation>
    </message>
    <message>
        <source>The browser came back without credentials.</source>
        <translation>Der Browser kam ohne Zugangsdaten zurück.</translation>
    </message>
    <message>
        <source>Nobody came back from the browser in time.</source>
        <translation>Aus dem Browser kam niemand rechtzeitig zurück.</translation>
    </message>
    <message>
        <source>This sign-in was started before.</source>
        <translation>Diese Anmeldung wurde schon begonnen.</translation>
    </message>
    <message>
        <source>“%1” cannot be part of a client&apos;s id.</source>
        <translation>„%1“ kann nicht Teil der Kennung eines Clients sein.</translation>
    </message>
    <message>
        <source>The sign-in was cancelled.</source>
        <translation>Die Anmeldung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Temporary credentials need an issuer with a client id.</source>
        <translation>Zeitlich begrenzte Zugangsdaten brauchen einen Aussteller mit einer Client-ID.</translation>
    </message>
    <message>
        <source>Temporary credentials need an issuer with an access token.</source>
        <translation>Zeitlich begrenzte Zugangsdaten brauchen einen Aussteller mit einem Zugriffstoken.</translation>
    </message>
    <message>
        <source>Temporary credentials cannot be made from temporary credentials, only from permanent ones.</source>
        <translation>Zeitlich begrenzte Zugangsdaten lassen sich nur aus dauerhaften machen, nicht aus zeitlich begrenzten.</translation>
    </message>
    <message>
        <source>Named temporary credentials need a name other than their issuer&apos;s client id.</source>
        <translation>Zeitlich begrenzte Zugangsdaten mit Namen brauchen einen anderen Namen als die Client-ID ihres Ausstellers.</translation>
    </message>
    <message>
        <source>Start and end of temporary credentials must be valid times.</source>
        <translation>Anfang und Ende von zeitlich begrenzten Zugangsdaten müssen gültige Zeiten sein.</translation>
    </message>
    <message>
        <source>Temporary credentials must end after they begin.</source>
        <translation>Zeitlich begrenzte Zugangsdaten müssen nach ihrem Anfang enden.</translation>
    </message>
    <message>
        <source>Temporary credentials last %1 days at most.</source>
        <translation>Zeitlich begrenzte Zugangsdaten gelten höchstens %1 Tage.</translation>
    </message>
    <message>
        <source>A scope consists of printable ASCII characters.</source>
        <translation>Ein Scope besteht aus druckbaren ASCII-Zeichen.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>There is no service &quot;%1&quot;. There are: %2.</source>
        <translation>Es gibt keinen Dienst „%1“. Es gibt: %2.</translation>
    </message>
    <message>
        <source>The service %1 has no method &quot;%2&quot;. It has: %3.</source>
        <translation>Der Dienst %1 hat keine Methode „%2“. Er hat: %3.</translation>
    </message>
    <message>
        <source>%1 The arguments of %2 are: %3.</source>
        <translation>%1 Die Argumente von %2 sind: %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n argument(s) were given.</source>
        <translation>
            <numerusform>%n Argument wurde gegeben.</numerusform>
            <numerusform>%n Argumente wurden gegeben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Arguments come either by position or by name.</source>
        <translation>Argumente werden entweder nach der Stelle oder nach dem Namen gegeben.</translation>
    </message>
    <message>
        <source>There is no argument &quot;%1&quot;.</source>
        <translation>Es gibt kein Argument „%1“.</translation>
    </message>
    <message>
        <source>The argument &quot;%1&quot; is missing.</source>
        <translation>Das Argument „%1“ fehlt.</translation>
    </message>
    <message>
        <source>%1 takes no query &quot;%2&quot;. It takes: %3.</source>
        <translation>%1 nimmt keine Abfrage „%2“. Genommen wird: %3.</translation>
    </message>
    <message>
        <source>The query &quot;%1&quot; was given twice.</source>
        <translation>Die Abfrage „%1“ wurde zweimal gegeben.</translation>
    </message>
    <message>
        <source>%1 takes no payload.</source>
        <translation>%1 nimmt keine Nutzlast.</translation>
    </message>
    <message>
        <source>%1 needs a payload.</source>
        <translation>%1 braucht eine Nutzlast.</translation>
    </message>
    <message>
        <source>The URL is not one of %1.</source>
        <translation>Die URL gehört nicht zu %1.</translation>
    </message>
    <message>
        <source>The URL would not be sent as it is written.</source>
        <translation>Die URL würde nicht so gesendet, wie sie geschrieben ist.</translation>
    </message>
    <message>
        <source>The URL is signed already.</source>
        <translation>Die URL ist schon signiert.</translation>
    </message>
    <message>
        <source>Credentials need a client id and an access token.</source>
        <translation>Zugangsdaten brauchen eine Client-ID und ein Zugriffstoken.</translation>
    </message>
    <message>
        <source>There is a taskcluster-proxy inside a task only, and TASK_ID is not set.</source>
        <translation>Einen taskcluster-proxy gibt es nur in einem Task, und TASK_ID ist nicht gesetzt.</translation>
    </message>
    <message>
        <source>Credentials are not sent to a taskcluster-proxy, which has its own.</source>
        <translation>An einen taskcluster-proxy werden keine Zugangsdaten gesendet; er hat seine eigenen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in the secret holds no settings.</source>
        <translation>„%1“ im Secret enthält keine Einstellungen.</translation>
    </message>
    <message>
        <source>The secret has no value for: %1.</source>
        <translation>Das Secret hat keinen Wert für: %1.</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 wants a user name.</source>
        <translation>Der Proxy auf dem Weg zu %1 verlangt einen Benutzernamen.</translation>
    </message>
    <message>
        <source>The required scopes are not in a form that is known.</source>
        <translation>Die nötigen Scopes haben keine bekannte Form.</translation>
    </message>
    <message>
        <source>The queue does not say when the task expires.</source>
        <translation>Die Queue sagt nicht, wann der Task abläuft.</translation>
    </message>
    <message>
        <source>The queue does not say where the object is to go.</source>
        <translation>Die Queue sagt nicht, wohin das Objekt soll.</translation>
    </message>
    <message>
        <source>The target of the transfer has gone.</source>
        <translation>Das Ziel der Übertragung ist nicht mehr da.</translation>
    </message>
    <message>
        <source>There is nothing that could be gone on from.</source>
        <translation>Es ist nichts da, an das sich anknüpfen ließe.</translation>
    </message>
    <message>
        <source>The artifact is kept by %1 and not by the deployment, so it is not fetched.</source>
        <translation>Das Artefakt liegt bei %1 und nicht beim Deployment; deshalb wird es nicht geholt.</translation>
    </message>
    <message>
        <source>%1 sent another part of the content than was asked for.</source>
        <translation>%1 hat einen anderen Teil des Inhalts gesendet als den verlangten.</translation>
    </message>
    <message>
        <source>The target of the transfer cannot be written from the start again.</source>
        <translation>Das Ziel der Übertragung lässt sich nicht noch einmal von vorn beschreiben.</translation>
    </message>
    <message>
        <source>There is nothing to go on from.</source>
        <translation>Es ist nichts da, an das sich anknüpfen lässt.</translation>
    </message>
    <message>
        <source>%1 has gone or was replaced while it was being written.</source>
        <translation>%1 ist verschwunden oder wurde ersetzt, während darin geschrieben wurde.</translation>
    </message>
    <message>
        <source>%1 gave nothing for %2 seconds.</source>
        <translation>%1 hat %2 Sekunden lang nichts geliefert.</translation>
    </message>
    <message>
        <source>The service gave no address that can be sent to safely.</source>
        <translation>Der Dienst hat keine Adresse genannt, an die sicher gesendet werden kann.</translation>
    </message>
    <message>
        <source>%1 took nothing for %2 seconds.</source>
        <translation>%1 hat %2 Sekunden lang nichts angenommen.</translation>
    </message>
    <message>
        <source>%1 answered before it had everything.</source>
        <translation>%1 hat geantwortet, bevor alles angekommen war.</translation>
    </message>
    <message>
        <source>The source</source>
        <translation>Die Quelle</translation>
    </message>
    <message>
        <source>%1 changed while it was uploaded.</source>
        <translation>%1 hat sich während des Hochladens geändert.</translation>
    </message>
    <message>
        <source>The source does not say how long it is.</source>
        <translation>Die Quelle sagt nicht, wie lang sie ist.</translation>
    </message>
    <message>
        <source>%1 is no file.</source>
        <translation>%1 ist keine Datei.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation>%1 konnte nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The source could not be opened.</source>
        <translation>Die Quelle konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>%1 gave only %2 of %3 bytes.</source>
        <translation>%1 hat nur %2 von %3 Bytes geliefert.</translation>
    </message>
    <message>
        <source>%1 answered with something else than what was asked for (%2).</source>
        <translation>%1 hat mit etwas anderem als dem Verlangten geantwortet (%2).</translation>
    </message>
    <message>
        <source>The object has no time at which it expires.</source>
        <translation>Das Objekt hat keine Zeit, zu der es abläuft.</translation>
    </message>
    <message>
        <source>The object belongs to no project.</source>
        <translation>Das Objekt gehört zu keinem Projekt.</translation>
    </message>
    <message>
        <source>The service takes the content in no way that is known here.</source>
        <translation>Der Dienst nimmt den Inhalt auf keine hier bekannte Weise an.</translation>
    </message>
    <message>
        <source>The service wants headers that do not fit the content.</source>
        <translation>Der Dienst verlangt Kopfzeilen, die nicht zum Inhalt passen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; leads to a time too far away.</source>
        <translation>„%1“ führt zu einer zu fernen Zeit.</translation>
    </message>
    <message>
        <source>The time to count from is not a valid one.</source>
        <translation>Die Zeit, von der an gezählt wird, ist ungültig.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a span of time such as 2 days 3 hours.</source>
        <translation>„%1“ ist keine Zeitspanne wie etwa 2 days 3 hours.</translation>
    </message>
    <message>
        <source>There is no valid time.</source>
        <translation>Es gibt keine gültige Zeit.</translation>
    </message>
    <message>
        <source>The services take times of the years 1 to 9999 only.</source>
        <translation>Die Dienste nehmen nur Zeiten der Jahre 1 bis 9999.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time such as 2026-11-21T19:33:31.055Z.</source>
        <translation>„%1“ ist keine Zeit wie 2026-11-21T19:33:31.055Z.</translation>
    </message>
    <message>
        <source>There is no exchange %1 of a service %2.</source>
        <translation>Es gibt keinen Exchange %1 eines Dienstes %2.</translation>
    </message>
    <message>
        <source>The routing key&apos;s %1 is always %2.</source>
        <translation>%1 im Routing-Key ist immer %2.</translation>
    </message>
    <message>
        <source>The routing keys of %1 have no %2.</source>
        <translation>Die Routing-Keys von %1 haben kein %2.</translation>
    </message>
    <message>
        <source>The routing keys of %1 have fewer words.</source>
        <translation>Die Routing-Keys von %1 haben weniger Wörter.</translation>
    </message>
    <message>
        <source>An empty pattern matches nothing; # matches everything.</source>
        <translation>Ein leeres Muster passt auf nichts, # auf alles.</translation>
    </message>
    <message>
        <source>A route is needed.</source>
        <translation>Eine Route ist nötig.</translation>
    </message>
    <message>
        <source>The routing key&apos;s %1 is one word and cannot hold a period: %2</source>
        <translation>%1 im Routing-Key ist ein einziges Wort und kann keinen Punkt enthalten: %2</translation>
    </message>
    <message>
        <source>A routing key has %1 bytes at most; this one has %2.</source>
        <translation>Ein Routing-Key hat höchstens %1 Bytes; dieser hat %2.</translation>
    </message>
</context>
<context>
    <name>ui::Banner</name>
    <message>
        <source>Details of the message</source>
        <translation>Einzelheiten der Meldung</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation>Diese Meldung ausblenden</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
</context>
<context>
    <name>ui::CommandLine</name>
    <message>
        <source>A desktop application for Taskcluster.</source>
        <translation>Eine Desktop-Anwendung für Taskcluster.</translation>
    </message>
    <message>
        <source>Open the embedded demo deployment.</source>
        <translation>Das eingebaute Demo-Deployment öffnen.</translation>
    </message>
    <message>
        <source>Open the deployment at &lt;url&gt;. TASKCLUSTER_ROOT_URL says the same; credentials come from TASKCLUSTER_CLIENT_ID, TASKCLUSTER_ACCESS_TOKEN and TASKCLUSTER_CERTIFICATE.</source>
        <translation>Das Deployment unter &lt;url&gt; öffnen. TASKCLUSTER_ROOT_URL sagt dasselbe; Zugangsdaten kommen aus TASKCLUSTER_CLIENT_ID, TASKCLUSTER_ACCESS_TOKEN und TASKCLUSTER_CERTIFICATE.</translation>
    </message>
    <message>
        <source>Write a picture of the window to &lt;file&gt; once what it shows has loaded, then exit.</source>
        <translation>Ein Bild des Fensters in &lt;file&gt; schreiben, sobald geladen ist, was es zeigt, dann beenden.</translation>
    </message>
    <message>
        <source>Give up on the picture after &lt;seconds&gt; (60).</source>
        <translation>Das Bild nach &lt;seconds&gt; aufgeben (60).</translation>
    </message>
    <message>
        <source>Size of the window, for example 1280x800.</source>
        <translation>Größe des Fensters, zum Beispiel 1280x800.</translation>
    </message>
    <message>
        <source>Colours: system, light or dark.</source>
        <translation>Farben: system, light (hell) oder dark (dunkel).</translation>
    </message>
    <message>
        <source>Language of the texts, for example de.</source>
        <translation>Sprache der Texte, zum Beispiel de.</translation>
    </message>
    <message>
        <source>Task, task group, index path or URL to open.</source>
        <translation>Task, Taskgruppe, Indexpfad oder URL, die geöffnet werden soll.</translation>
    </message>
    <message>
        <source>--color-scheme is system, light or dark.</source>
        <translation>--color-scheme ist system, light oder dark.</translation>
    </message>
    <message>
        <source>--size is WIDTHxHEIGHT, at least 320x240.</source>
        <translation>--size ist BREITExHÖHE, mindestens 320x240.</translation>
    </message>
    <message>
        <source>--screenshot-timeout is a number of seconds.</source>
        <translation>--screenshot-timeout ist eine Anzahl von Sekunden.</translation>
    </message>
    <message>
        <source>Only one location can be given.</source>
        <translation>Es kann nur ein Ort angegeben werden.</translation>
    </message>
</context>
<context>
    <name>ui::ElidedLabel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>ui::ElsewherePage</name>
    <message>
        <source>This application has no page for %1 yet.</source>
        <translation>Für %1 hat diese Anwendung noch keine Seite.</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
</context>
<context>
    <name>ui::FactGrid</name>
    <message>
        <source>%1: %2</source>
        <comment>a name and its value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::HostQuestion</name>
    <message>
        <source>Fetch from there</source>
        <translation>Von dort holen</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Fetch from %1?</source>
        <translation>Von %1 holen?</translation>
    </message>
    <message>
        <source>The task, not the deployment, chose this host. No credentials are sent there. The address is %1</source>
        <translation>Diesen Host hat der Task gewählt, nicht das Deployment. Zugangsdaten werden nicht dorthin gesendet. Die Adresse ist %1</translation>
    </message>
</context>
<context>
    <name>ui::IdLabel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a name and its value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::IndexPage</name>
    <message>
        <source>Open in browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>The index could not be listed.</source>
        <translation>Der Index konnte nicht aufgelistet werden.</translation>
    </message>
    <message>
        <source>Loading the index…</source>
        <translation>Der Index wird geladen …</translation>
    </message>
    <message>
        <source>Nothing is indexed below this namespace.</source>
        <translation>Unter diesem Namensraum steht nichts im Index.</translation>
    </message>
    <message>
        <source>Go to the top of the index</source>
        <translation>Zum Anfang des Index</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open in new tab</source>
        <translation>In neuem Tab öffnen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy task ID</source>
        <translation>Task-ID kopieren</translation>
    </message>
</context>
<context>
    <name>ui::LocationBar</name>
    <message>
        <source>Location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Task, group, index path or URL</source>
        <translation>Task, Gruppe, Indexpfad oder URL</translation>
    </message>
</context>
<context>
    <name>ui::LogPage</name>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message numerus="yes">
        <source>Copied the first %Ln line(s) only</source>
        <translation>
            <numerusform>Nur die erste %Ln Zeile kopiert</numerusform>
            <numerusform>Nur die ersten %Ln Zeilen kopiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln line(s)</source>
        <translation>
            <numerusform>%Ln Zeile kopiert</numerusform>
            <numerusform>%Ln Zeilen kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Find in log</source>
        <translation>Im Log suchen</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Weitersuchen</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Rückwärts suchen</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Mitlaufen</translation>
    </message>
    <message>
        <source>Stay at the end while the log grows</source>
        <translation>Am Ende bleiben, solange das Log wächst</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>Task %1</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Suchleiste schließen</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 so far · %2 of %3</source>
        <translation>bisher %1 · %2 von %3</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>The log could not be loaded completely.</source>
        <translation>Das Log konnte nicht vollständig geladen werden.</translation>
    </message>
    <message>
        <source>The log could not be loaded.</source>
        <translation>Das Log konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>Loading the log…</source>
        <translation>Das Log wird geladen …</translation>
    </message>
    <message>
        <source>The log is empty.</source>
        <translation>Das Log ist leer.</translation>
    </message>
</context>
<context>
    <name>ui::LogView</name>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>… (%1 in all)</source>
        <comment>size of a log line that is cut</comment>
        <translation>… (insgesamt %1)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Close this tab</source>
        <translation>Diesen Tab schließen</translation>
    </message>
    <message>
        <source>This is not a place in Taskcluster.</source>
        <translation>Das ist kein Ort in Taskcluster.</translation>
    </message>
    <message>
        <source>No deployment is open yet.</source>
        <translation>Noch ist kein Deployment offen.</translation>
    </message>
    <message>
        <source>Open one first, then ids and index paths are looked up there. A whole URL works at once.</source>
        <translation>Zuerst eines öffnen, dann werden IDs und Indexpfade dort nachgeschlagen. Eine ganze URL geht sofort.</translation>
    </message>
    <message>
        <source>%1 — Taskcluster Desktop</source>
        <translation>%1 – Taskcluster Desktop</translation>
    </message>
    <message>
        <source>No deployment</source>
        <translation>Kein Deployment</translation>
    </message>
    <message>
        <source>Deployment: %1</source>
        <translation>Deployment: %1</translation>
    </message>
    <message>
        <source>Without credentials</source>
        <translation>Ohne Zugangsdaten</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message>
        <source>Open another deployment</source>
        <translation>Ein anderes Deployment öffnen</translation>
    </message>
    <message>
        <source>Saved %1 (%2)</source>
        <translation>%1 gespeichert (%2)</translation>
    </message>
    <message>
        <source>%1 could not be saved.</source>
        <translation>%1 konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>⇅ %1 · %2/s</source>
        <comment>number of transfers, and their rate</comment>
        <translation>⇅ %1 · %2/s</translation>
    </message>
    <message>
        <source>Taskcluster Desktop</source>
        <translation>Taskcluster Desktop</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>New tab</source>
        <translation>Neuer Tab</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>Tab schließen</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Nächster Tab</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Voriger Tab</translation>
    </message>
    <message>
        <source>Go to location</source>
        <translation>Zum Ort gehen</translation>
    </message>
    <message>
        <source>Side bar</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>About Taskcluster Desktop</source>
        <translation>Über Taskcluster Desktop</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>&amp;Seite</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>Task groups</source>
        <translation>Taskgruppen</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>Tabs</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Taskcluster Desktop %1</source>
        <translation>Taskcluster Desktop %1</translation>
    </message>
    <message>
        <source>A desktop application for Taskcluster. Free software under the Mozilla Public License 2.0.</source>
        <translation>Eine Desktop-Anwendung für Taskcluster. Freie Software unter der Mozilla Public License 2.0.</translation>
    </message>
</context>
<context>
    <name>ui::OriginPage</name>
    <message>
        <source>Open a deployment that is not known yet?</source>
        <translation>Ein Deployment öffnen, das noch nicht bekannt ist?</translation>
    </message>
    <message>
        <source>Root URL</source>
        <translation>Root-URL</translation>
    </message>
    <message>
        <source>Nothing has been requested there. If you open it, requests go there without any credentials.</source>
        <translation>Dort wurde noch nichts angefragt. Nach dem Öffnen gehen Anfragen ganz ohne Zugangsdaten dorthin.</translation>
    </message>
    <message>
        <source>Open without credentials</source>
        <translation>Ohne Zugangsdaten öffnen</translation>
    </message>
</context>
<context>
    <name>ui::RecentModel</name>
    <message>
        <source>Not opened yet</source>
        <translation>Noch nicht geöffnet</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Task group ID</source>
        <translation>Taskgruppen-ID</translation>
    </message>
    <message>
        <source>Task ID</source>
        <translation>Task-ID</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
</context>
<context>
    <name>ui::RecentPage</name>
    <message>
        <source>Seen at %1</source>
        <translation>Gesehen bei %1</translation>
    </message>
    <message>
        <source>Task groups that you open are listed here.</source>
        <translation>Geöffnete Taskgruppen stehen hier.</translation>
    </message>
    <message>
        <source>Open a task group</source>
        <translation>Eine Taskgruppe öffnen</translation>
    </message>
    <message>
        <source>Tasks that you open are listed here.</source>
        <translation>Geöffnete Tasks stehen hier.</translation>
    </message>
    <message>
        <source>Open a task</source>
        <translation>Einen Task öffnen</translation>
    </message>
    <message>
        <source>Task groups</source>
        <translation>Taskgruppen</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tasks</translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s) seen</source>
        <translation>
            <numerusform>%Ln Gruppe gesehen</numerusform>
            <numerusform>%Ln Gruppen gesehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) seen</source>
        <translation>
            <numerusform>%Ln Task gesehen</numerusform>
            <numerusform>%Ln Tasks gesehen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ResolvePage</name>
    <message>
        <source>Looking up %1…</source>
        <translation>%1 wird nachgeschlagen …</translation>
    </message>
    <message>
        <source>%1 was not found.</source>
        <translation>%1 wurde nicht gefunden.</translation>
    </message>
</context>
<context>
    <name>ui::Screenshot</name>
    <message>
        <source>The picture could not be written to %1.</source>
        <translation>Das Bild konnte nicht nach %1 geschrieben werden.</translation>
    </message>
    <message numerus="yes">
        <source>No picture was taken: the page was still loading after %Ln second(s): %1</source>
        <translation>
            <numerusform>Es wurde kein Bild gemacht: nach %Ln Sekunde lud die Seite noch: %1</numerusform>
            <numerusform>Es wurde kein Bild gemacht: nach %Ln Sekunden lud die Seite noch: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SegmentButton</name>
    <message>
        <source>%1: %2</source>
        <comment>a state and the number of tasks in it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2
Click to show only these, Ctrl+click to add or remove them.</source>
        <translation>%1: %2
Ein Klick zeigt nur diese, Strg+Klick nimmt sie hinzu oder weg.</translation>
    </message>
</context>
<context>
    <name>ui::SideBar</name>
    <message>
        <source>Side bar</source>
        <translation>Seitenleiste</translation>
    </message>
</context>
<context>
    <name>ui::StartPage</name>
    <message>
        <source>Open a Taskcluster deployment</source>
        <translation>Ein Taskcluster-Deployment öffnen</translation>
    </message>
    <message>
        <source>Everything is read without credentials unless the environment gives some (TASKCLUSTER_ROOT_URL, TASKCLUSTER_CLIENT_ID, TASKCLUSTER_ACCESS_TOKEN).</source>
        <translation>Alles wird ohne Zugangsdaten gelesen, außer die Umgebung nennt welche (TASKCLUSTER_ROOT_URL, TASKCLUSTER_CLIENT_ID, TASKCLUSTER_ACCESS_TOKEN).</translation>
    </message>
    <message>
        <source>&amp;Root URL</source>
        <translation>&amp;Root-URL</translation>
    </message>
    <message>
        <source>Root URL</source>
        <translation>Root-URL</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the deployment</source>
        <translation>Das Deployment öffnen</translation>
    </message>
    <message>
        <source>Known deployments</source>
        <translation>Bekannte Deployments</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Runs inside this program, needs no network</source>
        <translation>Läuft in diesem Programm, braucht kein Netz</translation>
    </message>
    <message>
        <source>The root URL cannot be used.</source>
        <translation>Die Root-URL ist nicht brauchbar.</translation>
    </message>
    <message>
        <source>The demo deployment could not be started.</source>
        <translation>Das Demo-Deployment konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>No port of this machine is free to listen on.</source>
        <translation>Auf diesem Rechner ist kein Port frei.</translation>
    </message>
    <message>
        <source>New tab</source>
        <translation>Neuer Tab</translation>
    </message>
</context>
<context>
    <name>ui::TaskArtifacts</name>
    <message>
        <source>Open log</source>
        <translation>Log öffnen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Copy URL</source>
        <translation>URL kopieren</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>Artefakte</translation>
    </message>
    <message>
        <source>The artifacts could not be listed.</source>
        <translation>Die Artefakte konnten nicht aufgelistet werden.</translation>
    </message>
    <message>
        <source>Run %1 has left no artifacts.</source>
        <translation>Lauf %1 hat keine Artefakte hinterlassen.</translation>
    </message>
    <message>
        <source>There are no artifacts before the task has run.</source>
        <translation>Artefakte gibt es erst, wenn der Task gelaufen ist.</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln artifact(s) so far</source>
        <translation>
            <numerusform>bisher %Ln Artefakt</numerusform>
            <numerusform>bisher %Ln Artefakte</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied the URL of %1</source>
        <translation>URL von %1 kopiert</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Zeile kopieren</translation>
    </message>
</context>
<context>
    <name>ui::TaskGroupPage</name>
    <message>
        <source>Task group %1</source>
        <translation>Taskgruppe %1</translation>
    </message>
    <message>
        <source>not complete</source>
        <translation>nicht vollständig</translation>
    </message>
    <message numerus="yes">
        <source>polling every %Ln second(s)</source>
        <translation>
            <numerusform>Abfrage jede Sekunde</numerusform>
            <numerusform>Abfrage alle %Ln Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln läuft</numerusform>
            <numerusform>%Ln laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>The task group could not be loaded.</source>
        <translation>Die Taskgruppe konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>The task group could not be loaded completely: %1.</source>
        <translation>Die Taskgruppe konnte nicht vollständig geladen werden: %1.</translation>
    </message>
    <message>
        <source>Scheduler %1</source>
        <translation>Scheduler %1</translation>
    </message>
    <message>
        <source>Expires %1</source>
        <translation>Läuft ab: %1</translation>
    </message>
    <message>
        <source>Sealed %1</source>
        <translation>Versiegelt: %1</translation>
    </message>
    <message>
        <source>%1 of %2 tasks</source>
        <translation>%1 von %2 Tasks</translation>
    </message>
    <message>
        <source>No task of this group matches the filter.</source>
        <translation>Kein Task dieser Gruppe passt zum Filter.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Loading the tasks of the group…</source>
        <translation>Die Tasks der Gruppe werden geladen …</translation>
    </message>
    <message>
        <source>This task group has no tasks.</source>
        <translation>Diese Taskgruppe hat keine Tasks.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>No tasks were loaded.</source>
        <translation>Es wurden keine Tasks geladen.</translation>
    </message>
    <message>
        <source>Decision task</source>
        <translation>Decision-Task</translation>
    </message>
    <message>
        <source>Open the task that created this group</source>
        <translation>Den Task öffnen, der diese Gruppe erstellt hat</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Filter tasks</source>
        <translation>Tasks filtern</translation>
    </message>
    <message>
        <source>Open task</source>
        <translation>Task öffnen</translation>
    </message>
    <message>
        <source>Open log of the task</source>
        <translation>Log des Tasks öffnen</translation>
    </message>
    <message>
        <source>Copy task ID</source>
        <translation>Task-ID kopieren</translation>
    </message>
    <message>
        <source>task ID</source>
        <translation>Task-ID</translation>
    </message>
    <message>
        <source>Task group ID</source>
        <translation>Taskgruppen-ID</translation>
    </message>
    <message>
        <source>Copied the task group ID</source>
        <translation>Taskgruppen-ID kopiert</translation>
    </message>
    <message>
        <source>Filter, for example: linux kind:test -state:completed</source>
        <translation>Filter, zum Beispiel: linux kind:test -state:completed</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>States</source>
        <translation>Zustände</translation>
    </message>
    <message numerus="yes">
        <source>Copied: %1 of %Ln task(s)</source>
        <translation>
            <numerusform>Kopiert: %1 von %Ln Task</numerusform>
            <numerusform>Kopiert: %1 von %Ln Tasks</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open in new tab</source>
        <translation>In neuem Tab öffnen</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Copy URL</source>
        <translation>URL kopieren</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
</context>
<context>
    <name>ui::TaskOverview</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Loading the task…</source>
        <translation>Der Task wird geladen …</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>The status of the task could not be loaded.</source>
        <translation>Der Status des Tasks konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>The definition of the task could not be loaded.</source>
        <translation>Die Definition des Tasks konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Task ID</source>
        <translation>Task-ID</translation>
    </message>
    <message>
        <source>Task group</source>
        <translation>Taskgruppe</translation>
    </message>
    <message>
        <source>Worker pool</source>
        <translation>Worker-Pool</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Retries left</source>
        <translation>Übrige Versuche</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>Scheduler</translation>
    </message>
    <message>
        <source>Requires</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
</context>
<context>
    <name>ui::TaskPage</name>
    <message>
        <source>Open log of the task</source>
        <translation>Log des Tasks öffnen</translation>
    </message>
    <message>
        <source>Task group</source>
        <translation>Taskgruppe</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Task ID</source>
        <translation>Task-ID</translation>
    </message>
    <message>
        <source>Copied the task ID</source>
        <translation>Task-ID kopiert</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>Task %1</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Gruppe %1</translation>
    </message>
</context>
<context>
    <name>ui::TaskRuns</name>
    <message>
        <source>The task has no runs yet: it has not been scheduled.</source>
        <translation>Der Task hat noch keine Läufe: Er wurde noch nicht eingeplant.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>The runs of the task could not be loaded.</source>
        <translation>Die Läufe des Tasks konnten nicht geladen werden.</translation>
    </message>
</context>
<context>
    <name>ui::TaskTable</name>
    <message>
        <source>Tasks</source>
        <translation>Tasks</translation>
    </message>
</context>
<context>
    <name>ui::TaskTabs</name>
    <message>
        <source>Parts of the task</source>
        <translation>Teile des Tasks</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>Artefakte</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>The definition of the task could not be loaded.</source>
        <translation>Die Definition des Tasks konnte nicht geladen werden.</translation>
    </message>
</context>
</TS>
