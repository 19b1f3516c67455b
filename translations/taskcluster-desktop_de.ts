<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>QFileDialog</name>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Save in folder</source>
        <translation>In Ordner speichern</translation>
    </message>
    <message>
        <source>Save here</source>
        <translation>Hier speichern</translation>
    </message>
    <message>
        <source>Upload files</source>
        <translation>Dateien hochladen</translation>
    </message>
</context>
<context>
    <name>core::AccessDraft</name>
    <message>
        <source>A client needs an ID.</source>
        <translation>Ein Client braucht eine ID.</translation>
    </message>
    <message>
        <source>A role needs an ID.</source>
        <translation>Eine Rolle braucht eine ID.</translation>
    </message>
    <message>
        <source>A client ID has letters, digits and ! @ / : . + | _ - only.</source>
        <translation>In einer Client-ID sind nur Buchstaben, Ziffern und ! @ / : . + | _ - erlaubt.</translation>
    </message>
    <message>
        <source>A role ID has printable ASCII characters only.</source>
        <translation>Eine Rollen-ID enthält nur druckbare ASCII-Zeichen.</translation>
    </message>
    <message>
        <source>&quot;static/&quot; is for clients of the deployment&apos;s configuration.</source>
        <translation>„static/“ ist für Clients aus der Konfiguration des Deployments.</translation>
    </message>
    <message>
        <source>A &quot;*&quot; stands for anything only at the end of a role ID.</source>
        <translation>Ein „*“ steht nur am Ende einer Rollen-ID für Beliebiges.</translation>
    </message>
    <message>
        <source>A client needs a date at which it expires.</source>
        <translation>Ein Client braucht ein Datum, an dem er abläuft.</translation>
    </message>
    <message>
        <source>The date is past: the client cannot be used, and will be deleted.</source>
        <translation>Das Datum ist vorbei: Der Client ist nicht benutzbar und wird gelöscht.</translation>
    </message>
    <message>
        <source>The date is past: the client cannot be used.</source>
        <translation>Das Datum ist vorbei: Der Client ist nicht benutzbar.</translation>
    </message>
    <message>
        <source>%1: a scope has printable ASCII characters only.</source>
        <translation>%1: Ein Scope enthält nur druckbare ASCII-Zeichen.</translation>
    </message>
    <message>
        <source>%1: a scope does not end with two stars.</source>
        <translation>%1: Ein Scope endet nicht mit zwei Sternen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; begins or ends with a blank, which is part of the scope.</source>
        <translation>„%1“ beginnt oder endet mit einem Leerzeichen, das zum Scope gehört.</translation>
    </message>
    <message>
        <source>%1: a star that is not at the end stands for itself only.</source>
        <translation>%1: Ein Stern, der nicht am Ende steht, steht nur für sich selbst.</translation>
    </message>
    <message>
        <source>The description has %1 characters; the service takes %2.</source>
        <translation>Die Beschreibung hat %1 Zeichen; der Dienst nimmt %2 an.</translation>
    </message>
</context>
<context>
    <name>core::AccessEntry</name>
    <message>
        <source>Disabled</source>
        <translation>Abgeschaltet</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
</context>
<context>
    <name>core::AccessModel</name>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Role ID</source>
        <translation>Rollen-ID</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
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
    <name>core::AccountNote</name>
    <message>
        <source>Waiting for the keychain</source>
        <translation>Wartet auf den Schlüsselbund</translation>
    </message>
    <message>
        <source>The keychain has not answered yet</source>
        <translation>Der Schlüsselbund hat noch nicht geantwortet</translation>
    </message>
    <message>
        <source>The keychain asks for its password</source>
        <translation>Der Schlüsselbund fragt nach seinem Passwort</translation>
    </message>
    <message>
        <source>On its way into the keychain</source>
        <translation>Unterwegs in den Schlüsselbund</translation>
    </message>
    <message>
        <source>Works from memory, for this run</source>
        <translation>Funktioniert aus dem Arbeitsspeicher, für diesen Lauf</translation>
    </message>
    <message>
        <source>Without credentials</source>
        <translation>Ohne Zugangsdaten</translation>
    </message>
    <message>
        <source>Permanent client</source>
        <translation>Dauerhafter Client</translation>
    </message>
    <message>
        <source>Temporary credentials</source>
        <translation>Zeitlich begrenzte Zugangsdaten</translation>
    </message>
    <message>
        <source>Named temporary credentials</source>
        <translation>Zeitlich begrenzte Zugangsdaten mit Namen</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <comment>a relative time follows</comment>
        <translation>Abgelaufen: %1</translation>
    </message>
    <message>
        <source>Ends %1</source>
        <comment>a relative time follows</comment>
        <translation>Läuft ab: %1</translation>
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
    <name>core::AuditHistory</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
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
    <name>core::Denial</name>
    <message>
        <source>Request for scopes at %1</source>
        <translation>Antrag auf Scopes bei %1</translation>
    </message>
    <message>
        <source>Client: none, without credentials</source>
        <translation>Client: keiner, ohne Zugangsdaten</translation>
    </message>
    <message>
        <source>Client: %1</source>
        <translation>Client: %1</translation>
    </message>
    <message>
        <source>Issued by: %1</source>
        <translation>Ausgestellt von: %1</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>Request ID: %1</source>
        <translation>Anfrage-ID: %1</translation>
    </message>
    <message>
        <source>Missing:</source>
        <translation>Es fehlt:</translation>
    </message>
    <message>
        <source>Or instead:</source>
        <translation>Oder stattdessen:</translation>
    </message>
    <message>
        <source>Any one of these roles would be enough:</source>
        <translation>Jede dieser Rollen würde allein genügen:</translation>
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
    <message>
        <source> and </source>
        <comment>between scopes</comment>
        <translation>Abgelaufen: %1</translation>
    </message>
    <message>
        <source>, or </source>
        <comment>between scopes</comment>
        <translation>Abgelaufen: %1</translation>
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
    <name>core::JsonText</name>
    <message>
        <source>A secret is a map: it begins with {.</source>
        <translation>Ein Secret ist eine Map: Es beginnt mit {.</translation>
    </message>
    <message>
        <source>There is nothing here. An empty secret is {}.</source>
        <translation>Hier steht nichts. Ein leeres Secret ist {}.</translation>
    </message>
    <message>
        <source>There is something behind the end of the secret.</source>
        <translation>Hinter dem Ende des Secrets steht noch etwas.</translation>
    </message>
    <message>
        <source>This is nested too deeply.</source>
        <translation>Das ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>A value is missing here: text in quotation marks, a number, true, false, null, [ or {.</source>
        <translation>Hier fehlt ein Wert: Text in Anführungszeichen, eine Zahl, true, false, null, [ oder {.</translation>
    </message>
    <message>
        <source>JSON has no numbers with leading zeros. Quote it to keep it as text.</source>
        <translation>JSON kennt keine Zahlen mit führenden Nullen. In Anführungszeichen bleibt es Text.</translation>
    </message>
    <message>
        <source>Digits are missing behind the point.</source>
        <translation>Hinter dem Punkt fehlen Ziffern.</translation>
    </message>
    <message>
        <source>Digits of the exponent are missing.</source>
        <translation>Dem Exponenten fehlen Ziffern.</translation>
    </message>
    <message>
        <source>A comma or ] is missing here.</source>
        <translation>Hier fehlt ein Komma oder ].</translation>
    </message>
    <message>
        <source>A comma or } is missing here.</source>
        <translation>Hier fehlt ein Komma oder }.</translation>
    </message>
    <message>
        <source>A key in quotation marks is missing here.</source>
        <translation>Hier fehlt ein Schlüssel in Anführungszeichen.</translation>
    </message>
    <message>
        <source>A colon is missing behind the key.</source>
        <translation>Hinter dem Schlüssel fehlt ein Doppelpunkt.</translation>
    </message>
    <message>
        <source>The key %1 is here twice; only one of them could be kept.</source>
        <translation>Der Schlüssel %1 steht hier zweimal; nur einer davon könnte erhalten bleiben.</translation>
    </message>
    <message>
        <source>The closing quotation mark is missing.</source>
        <translation>Das schließende Anführungszeichen fehlt.</translation>
    </message>
    <message>
        <source>A control character inside of text has to be escaped.</source>
        <translation>Ein Steuerzeichen im Text muss maskiert werden.</translation>
    </message>
    <message>
        <source>There is no such escape. A backslash itself is written \\.</source>
        <translation>Diese Escape-Sequenz gibt es nicht. Ein Backslash selbst wird \\ geschrieben.</translation>
    </message>
    <message>
        <source>The service keeps numbers with 15 digits or so: the last digits may change. Quote it to keep them as text.</source>
        <translation>Der Dienst speichert Zahlen mit etwa 15 Stellen: Die letzten Ziffern können sich ändern. In Anführungszeichen bleiben sie als Text erhalten.</translation>
    </message>
    <message>
        <source>The service cannot keep a number of this size. Quote it as text.</source>
        <translation>Eine so große Zahl kann der Dienst nicht speichern. Als Text in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>This text has half of a character in it, which is replaced by �.</source>
        <translation>In diesem Text steht ein halbes Zeichen; es wird durch � ersetzt.</translation>
    </message>
    <message>
        <source>No number of this size can be kept. Quote it to keep it as text.</source>
        <translation>Eine so große Zahl kann nicht gespeichert werden. In Anführungszeichen bleibt es Text.</translation>
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
    <message>
        <source>This application has no page “%1”.</source>
        <translation>Diese Anwendung hat keine Seite „%1“.</translation>
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
    <name>core::MintPlan</name>
    <message>
        <source>An anonymous account has no token to sign with.</source>
        <translation>Ein anonymes Konto hat kein Token zum Signieren.</translation>
    </message>
    <message>
        <source>Temporary credentials cannot make others. Use the account of the client %1.</source>
        <translation>Zeitlich begrenzte Zugangsdaten können keine weiteren erzeugen. Das Konto des Clients %1 verwenden.</translation>
    </message>
    <message>
        <source>Everybody has %1, and the client itself does not: with it the services would refuse every use. Leave it out; the new credentials have it anyway.</source>
        <translation>Den Scope %1 haben alle, nur der Client selbst nicht: Mit ihm würden die Dienste jede Verwendung ablehnen. Weglassen; die neuen Zugangsdaten haben ihn ohnehin.</translation>
    </message>
    <message>
        <source>You do not have %1; the services would refuse every use.</source>
        <translation>Der Scope %1 fehlt diesem Konto; die Dienste würden jede Verwendung ablehnen.</translation>
    </message>
    <message>
        <source>“%1” is no scope: printable ASCII only.</source>
        <translation>„%1“ ist kein Scope: nur druckbares ASCII.</translation>
    </message>
    <message>
        <source>In %1 only the last * stands for more.</source>
        <translation>In %1 steht nur der * am Ende für mehr.</translation>
    </message>
    <message>
        <source>Without scopes they may do only what everybody may.</source>
        <translation>Ohne Scopes dürfen sie nur, was alle dürfen.</translation>
    </message>
    <message>
        <source>The name must differ from the client that makes them.</source>
        <translation>Der Name muss sich von dem des Clients unterscheiden, der sie erzeugt.</translation>
    </message>
    <message>
        <source>A name consists of letters, digits and ! @ / : . + | _ - without spaces.</source>
        <translation>Ein Name besteht aus Buchstaben, Ziffern und ! @ / : . + | _ - ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>To name them takes the scope %1.</source>
        <translation>Ihnen einen Namen zu geben erfordert den Scope %1.</translation>
    </message>
    <message>
        <source>The start is no time.</source>
        <translation>Der Beginn ist keine Zeit.</translation>
    </message>
    <message>
        <source>They must end after they begin.</source>
        <translation>Sie müssen nach ihrem Beginn ablaufen.</translation>
    </message>
    <message>
        <source>Temporary credentials last 31 days at most.</source>
        <translation>Zeitlich begrenzte Zugangsdaten gelten höchstens 31 Tage.</translation>
    </message>
    <message>
        <source>They would have ended already.</source>
        <translation>Sie wären schon abgelaufen.</translation>
    </message>
    <message>
        <source>They are refused before %1.</source>
        <translation>Vor %1 werden sie abgelehnt.</translation>
    </message>
    <message>
        <source>The client ends on %1, and they end with it.</source>
        <translation>Der Client läuft am %1 ab, und sie mit ihm.</translation>
    </message>
    <message>
        <source>With these scopes a signature has %L1 characters, and the services take %L2. Fewer or wider scopes make it shorter.</source>
        <translation>Mit diesen Scopes hat eine Signatur %L1 Zeichen, die Dienste nehmen %L2 an. Weniger oder weiter gefasste Scopes machen sie kürzer.</translation>
    </message>
    <message>
        <source>(made when it is signed)</source>
        <translation>(entsteht beim Signieren)</translation>
    </message>
</context>
<context>
    <name>core::MintedModel</name>
    <message>
        <source>Has run out</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
</context>
<context>
    <name>core::OpenSecret</name>
    <message>
        <source>The secret is no map, or nested too deeply.</source>
        <translation>Das Secret ist keine Map oder zu tief verschachtelt.</translation>
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
    <name>core::ScopeHolderModel</name>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Disabled or expired</source>
        <translation>Abgeschaltet oder abgelaufen</translation>
    </message>
    <message>
        <source>A part of it</source>
        <translation>Nur ein Teil davon</translation>
    </message>
    <message>
        <source>Its own</source>
        <translation>Direkt</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>By the scope</source>
        <translation>Durch den Scope</translation>
    </message>
    <message>
        <source>Through the role</source>
        <translation>Über die Rolle</translation>
    </message>
</context>
<context>
    <name>core::ScopeTreeModel</name>
    <message>
        <source>%1 (%L2)</source>
        <comment>a branch and its number of scopes</comment>
        <translation>%1 (%L2)</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Everything that begins with %1</source>
        <translation>Alles, was mit %1 beginnt</translation>
    </message>
</context>
<context>
    <name>core::SecretNamesModel</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a folder, and how many secrets are in it</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 · draft</source>
        <translation>%1 · Entwurf</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
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
    <name>core::SecretValue</name>
    <message>
        <source>This is no number.</source>
        <translation>Das ist keine Zahl.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a key and a problem</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This is neither true nor false.</source>
        <translation>Das ist weder true noch false.</translation>
    </message>
</context>
<context>
    <name>core::SignInScopes</name>
    <message>
        <source>Line %1 is no scope: scopes are printable ASCII.</source>
        <translation>Zeile %1 ist kein Scope: Scopes sind druckbares ASCII.</translation>
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
    <name>core::TransferItem</name>
    <message>
        <source>The account that it was started with is not open any more.</source>
        <translation>Das Konto, mit dem begonnen wurde, ist nicht mehr offen.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation>Wird hochgeladen</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Wird heruntergeladen</translation>
    </message>
    <message>
        <source>Ready to drag</source>
        <translation>Bereit zum Ziehen</translation>
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
        <source>%1, %2 left</source>
        <comment>progress in bytes, then a duration</comment>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <source>A private folder, for dragging</source>
        <translation>Ein privater Ordner, zum Ziehen</translation>
    </message>
    <message>
        <source>Task %1, run %2</source>
        <translation>Task %1, Lauf %2</translation>
    </message>
</context>
<context>
    <name>core::TransferModel</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation>Artefakt</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
</context>
<context>
    <name>core::UploadList</name>
    <message>
        <source>A name is missing.</source>
        <translation>Es fehlt ein Name.</translation>
    </message>
    <message>
        <source>Artifact names are printable ASCII.</source>
        <translation>Artefaktnamen sind druckbares ASCII.</translation>
    </message>
    <message>
        <source>The name is longer than %1 characters.</source>
        <translation>Der Name ist länger als %1 Zeichen.</translation>
    </message>
    <message>
        <source>Another file has the same name.</source>
        <translation>Eine andere Datei hat denselben Namen.</translation>
    </message>
    <message>
        <source>The run has an artifact of that name.</source>
        <translation>Der Lauf hat schon ein Artefakt dieses Namens.</translation>
    </message>
    <message>
        <source>The content type is not one.</source>
        <translation>Das ist kein Inhaltstyp.</translation>
    </message>
    <message>
        <source>It would expire at once.</source>
        <translation>Es würde sofort ablaufen.</translation>
    </message>
    <message>
        <source>It would outlive the task.</source>
        <translation>Es würde den Task überdauern.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation>Artefakt</translation>
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
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
</context>
<context>
    <name>core::ValueModel</name>
    <message>
        <source>Null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>True or false</source>
        <translation>Wahrheitswert</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>key</source>
        <translation>key</translation>
    </message>
    <message>
        <source>key%1</source>
        <translation>key%1</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>core::YamlText</name>
    <message>
        <source>Nothing is written here: the value is null. For empty text write &quot;&quot;.</source>
        <translation>Hier steht nichts: Der Wert ist null. Für leeren Text &quot;&quot; schreiben.</translation>
    </message>
    <message>
        <source>Yes, no, on and off are text here, and true or false for older readers of YAML. Quote it, or write true or false.</source>
        <translation>yes, no, on und off sind hier Text, für ältere YAML-Parser aber true oder false. In Anführungszeichen setzen, oder true oder false schreiben.</translation>
    </message>
    <message>
        <source>A date is text here, and other readers of YAML make a time of it. Quote it.</source>
        <translation>Ein Datum ist hier Text, andere YAML-Parser machen daraus eine Zeit. In Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>Digits with colons are text here, and a number for older readers of YAML. Quote it.</source>
        <translation>Ziffern mit Doppelpunkten sind hier Text, für ältere YAML-Parser aber eine Zahl. In Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>This is text here, and a number for other readers of YAML. Quote it, or write the digits alone.</source>
        <translation>Das ist hier Text, für andere YAML-Parser aber eine Zahl. In Anführungszeichen setzen, oder nur die Ziffern schreiben.</translation>
    </message>
    <message>
        <source>This is a number, and is kept in decimal digits. Quote it to keep it as text.</source>
        <translation>Das ist eine Zahl und wird dezimal gespeichert. In Anführungszeichen bleibt es Text.</translation>
    </message>
    <message>
        <source>This is a number, and loses its leading zeros. Quote it to keep it as text.</source>
        <translation>Das ist eine Zahl und verliert ihre führenden Nullen. In Anführungszeichen bleibt es Text.</translation>
    </message>
    <message>
        <source>This is a number, and may come back written otherwise. Quote it to keep it as text.</source>
        <translation>Das ist eine Zahl und kommt vielleicht anders geschrieben zurück. In Anführungszeichen bleibt es Text.</translation>
    </message>
    <message>
        <source>This is a number, and the service keeps 15 digits or so: the last ones may change. Quote it to keep it as text.</source>
        <translation>Das ist eine Zahl, und der Dienst speichert etwa 15 Stellen: Die letzten Ziffern können sich ändern. In Anführungszeichen bleibt es Text.</translation>
    </message>
    <message>
        <source>JSON does not have this number. Quote it to keep it as text.</source>
        <translation>JSON kennt diese Zahl nicht. In Anführungszeichen bleibt es Text.</translation>
    </message>
    <message>
        <source>No number of this size can be kept. Quote it to keep it as text.</source>
        <translation>Eine so große Zahl kann nicht gespeichert werden. In Anführungszeichen bleibt es Text.</translation>
    </message>
    <message>
        <source>A secret is one document; here begins another.</source>
        <translation>Ein Secret ist ein einziges Dokument; hier beginnt ein weiteres.</translation>
    </message>
    <message>
        <source>Anchors and aliases are not taken: write the value out.</source>
        <translation>Anker und Aliasse werden nicht angenommen: Den Wert ausschreiben.</translation>
    </message>
    <message>
        <source>This tag is not taken here.</source>
        <translation>Dieses Tag wird hier nicht angenommen.</translation>
    </message>
    <message>
        <source>What follows the # is a comment, and is not kept. Quote the whole if it belongs to the value.</source>
        <translation>Was auf das # folgt, ist ein Kommentar und wird nicht gespeichert. Gehört es zum Wert, das Ganze in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>Merge keys are not taken: write the members out.</source>
        <translation>Merge-Keys werden nicht angenommen: Die Einträge ausschreiben.</translation>
    </message>
    <message>
        <source>A key is always text. Quote it to show that this is meant.</source>
        <translation>Ein Schlüssel ist immer Text. In Anführungszeichen ist klar, dass das gemeint ist.</translation>
    </message>
    <message>
        <source>Other readers of YAML do not take this key for text. Quote it.</source>
        <translation>Andere YAML-Parser halten diesen Schlüssel nicht für Text. In Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>The key %1 is here twice; only one of them could be kept.</source>
        <translation>Der Schlüssel %1 steht hier zweimal; nur einer davon könnte erhalten bleiben.</translation>
    </message>
    <message>
        <source>A key has to be text.</source>
        <translation>Ein Schlüssel muss Text sein.</translation>
    </message>
    <message>
        <source>This is nested too deeply.</source>
        <translation>Das ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>A secret is a map: keys, colons and values.</source>
        <translation>Ein Secret ist eine Map: Schlüssel, Doppelpunkte und Werte.</translation>
    </message>
    <message>
        <source>YAML is indented with spaces, not with tabs.</source>
        <translation>YAML wird mit Leerzeichen eingerückt, nicht mit Tabs.</translation>
    </message>
    <message>
        <source>The end of { or [ is missing.</source>
        <translation>Das Ende von { oder [ fehlt.</translation>
    </message>
    <message>
        <source>This does not belong to what stands before it: look at the indentation and the colons.</source>
        <translation>Das gehört nicht zu dem, was davor steht: Einrückung und Doppelpunkte prüfen.</translation>
    </message>
    <message>
        <source>No key can stand here. Text that holds a colon and a space has to be quoted.</source>
        <translation>Hier kann kein Schlüssel stehen. Text, der Doppelpunkt und Leerzeichen enthält, gehört in Anführungszeichen.</translation>
    </message>
    <message>
        <source>The closing quotation mark is missing.</source>
        <translation>Das schließende Anführungszeichen fehlt.</translation>
    </message>
    <message>
        <source>There is no such escape. In double quotation marks a backslash is written \\.</source>
        <translation>Diese Escape-Sequenz gibt es nicht. In doppelten Anführungszeichen wird ein Backslash \\ geschrieben.</translation>
    </message>
    <message>
        <source>Nothing can begin like this. Text that begins with @, ` or % has to be quoted.</source>
        <translation>So kann nichts beginnen. Text, der mit @, ` oder % beginnt, gehört in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Text that begins with &amp; or * has to be quoted.</source>
        <translation>Text, der mit &amp; oder * beginnt, gehört in Anführungszeichen.</translation>
    </message>
    <message>
        <source>This is not YAML.</source>
        <translation>Das ist kein YAML.</translation>
    </message>
    <message>
        <source>There is nothing here. An empty secret is {}.</source>
        <translation>Hier steht nichts. Ein leeres Secret ist {}.</translation>
    </message>
    <message>
        <source>This character cannot stand here. Write it as \x and two digits, in quotation marks.</source>
        <translation>Dieses Zeichen kann hier nicht stehen. In Anführungszeichen als \x und zwei Ziffern schreiben.</translation>
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
    <name>ui::AccessEditor</name>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Role ID</source>
        <translation>Rollen-ID</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Expires, UTC</source>
        <translation>Läuft ab, UTC</translation>
    </message>
    <message>
        <source>From now</source>
        <translation>Ab jetzt</translation>
    </message>
    <message>
        <source>Expires in a time from now</source>
        <translation>Ablauf ab jetzt gerechnet</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>Ein Tag</translation>
    </message>
    <message>
        <source>A week</source>
        <translation>Eine Woche</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>Ein Jahr</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Delete the client when it has expired</source>
        <translation>Den Client löschen, wenn er abgelaufen ist</translation>
    </message>
    <message>
        <source>Scopes, one a line</source>
        <translation>Scopes, einer pro Zeile</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Change client %1</source>
        <translation>Client %1 ändern</translation>
    </message>
    <message>
        <source>Change role %1</source>
        <translation>Rolle %1 ändern</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Neuer Client</translation>
    </message>
    <message>
        <source>New role</source>
        <translation>Neue Rolle</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>Create client</source>
        <translation>Client erstellen</translation>
    </message>
    <message>
        <source>Create role</source>
        <translation>Rolle erstellen</translation>
    </message>
    <message>
        <source>Your account cannot save this; it lacks %1.</source>
        <translation>Dieses Konto kann das nicht speichern; ihm fehlt %1.</translation>
    </message>
</context>
<context>
    <name>ui::AccessNav</name>
    <message>
        <source>Clients, roles, scopes</source>
        <translation>Clients, Rollen, Scopes</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
</context>
<context>
    <name>ui::AccessPage</name>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clients</source>
        <translation>
            <numerusform>%Ln Client</numerusform>
            <numerusform>%Ln Clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln roles</source>
        <translation>
            <numerusform>%Ln Rolle</numerusform>
            <numerusform>%Ln Rollen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>The clients could not be listed.</source>
        <translation>Die Clients konnten nicht aufgelistet werden.</translation>
    </message>
    <message>
        <source>The roles could not be listed.</source>
        <translation>Die Rollen konnten nicht aufgelistet werden.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>found, and all</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Nothing has these words in its ID or description.</source>
        <translation>Diese Wörter kommen in keiner ID oder Beschreibung vor.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>The deployment has no clients.</source>
        <translation>Das Deployment hat keine Clients.</translation>
    </message>
    <message>
        <source>The deployment has no roles.</source>
        <translation>Das Deployment hat keine Rollen.</translation>
    </message>
    <message>
        <source>This is not saved yet.</source>
        <translation>Das ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Save or discard it, then go on.</source>
        <translation>Erst speichern oder verwerfen, dann weitermachen.</translation>
    </message>
    <message>
        <source>Open in new tab</source>
        <translation>In neuem Tab öffnen</translation>
    </message>
    <message>
        <source>Copy client ID</source>
        <translation>Client-ID kopieren</translation>
    </message>
    <message>
        <source>Copy role ID</source>
        <translation>Rollen-ID kopieren</translation>
    </message>
    <message>
        <source>Discard the changes?</source>
        <translation>Die Änderungen verwerfen?</translation>
    </message>
    <message>
        <source>What was written is lost.</source>
        <translation>Das Geschriebene geht verloren.</translation>
    </message>
    <message>
        <source>Everything stays as the deployment has it.</source>
        <translation>Alles bleibt, wie es im Deployment ist.</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Disable your own client?</source>
        <translation>Den eigenen Client abschalten?</translation>
    </message>
    <message>
        <source>%1 is the client of this account. Nothing works with it any more, and somebody else has to enable it again.</source>
        <translation>%1 ist der Client dieses Kontos. Nichts funktioniert mehr damit, und jemand anderes muss ihn wieder einschalten.</translation>
    </message>
    <message>
        <source>Disable client</source>
        <translation>Client abschalten</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Beibehalten</translation>
    </message>
    <message>
        <source>Reset the access token?</source>
        <translation>Das Zugriffstoken zurücksetzen?</translation>
    </message>
    <message>
        <source>%1 gets a new access token, which is shown once. Whoever uses the old one, and temporary credentials made with it, is locked out at once. It was last used %2.</source>
        <translation>%1 bekommt ein neues Zugriffstoken, das einmal angezeigt wird. Wer das alte oder damit erzeugte zeitlich begrenzte Zugangsdaten verwendet, ist sofort ausgesperrt. Zuletzt benutzt: %2.</translation>
    </message>
    <message>
        <source>Reset token</source>
        <translation>Token zurücksetzen</translation>
    </message>
    <message>
        <source>The client %1 is gone at once, with its access token and all temporary credentials made with it. It was last used %2.</source>
        <translation>Der Client %1 verschwindet sofort, mit seinem Zugriffstoken und allen damit erzeugten zeitlich begrenzten Zugangsdaten. Zuletzt benutzt: %2.</translation>
    </message>
    <message>
        <source>The role %1 is gone at once. Whoever has it loses what it gives.</source>
        <translation>Die Rolle %1 verschwindet sofort. Wer sie hat, verliert, was sie gewährt.</translation>
    </message>
    <message>
        <source>As far as is known these have it:</source>
        <translation>Soweit bekannt, sind das:</translation>
    </message>
    <message>
        <source>Delete the client?</source>
        <translation>Den Client löschen?</translation>
    </message>
    <message>
        <source>Delete the role?</source>
        <translation>Die Rolle löschen?</translation>
    </message>
    <message>
        <source>Delete client</source>
        <translation>Client löschen</translation>
    </message>
    <message>
        <source>Delete role</source>
        <translation>Rolle löschen</translation>
    </message>
    <message>
        <source>Created %1</source>
        <translation>%1 erstellt</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Enabled %1</source>
        <translation>%1 eingeschaltet</translation>
    </message>
    <message>
        <source>Disabled %1</source>
        <translation>%1 abgeschaltet</translation>
    </message>
    <message>
        <source>%1 has a new access token</source>
        <translation>%1 hat ein neues Zugriffstoken</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>The client was not created.</source>
        <translation>Der Client wurde nicht erstellt.</translation>
    </message>
    <message>
        <source>The role was not created.</source>
        <translation>Die Rolle wurde nicht erstellt.</translation>
    </message>
    <message>
        <source>The changes were not saved.</source>
        <translation>Die Änderungen wurden nicht gespeichert.</translation>
    </message>
    <message>
        <source>%1 was not enabled.</source>
        <translation>%1 wurde nicht eingeschaltet.</translation>
    </message>
    <message>
        <source>%1 was not disabled.</source>
        <translation>%1 wurde nicht abgeschaltet.</translation>
    </message>
    <message>
        <source>%1 may have no new access token.</source>
        <translation>%1 hat möglicherweise kein neues Zugriffstoken.</translation>
    </message>
    <message>
        <source>%1 was not deleted.</source>
        <translation>%1 wurde nicht gelöscht.</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Neuer Client</translation>
    </message>
    <message>
        <source>New role</source>
        <translation>Neue Rolle</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Search clients</source>
        <translation>Clients suchen</translation>
    </message>
    <message>
        <source>Search roles</source>
        <translation>Rollen suchen</translation>
    </message>
    <message>
        <source>Choose a client, or make one.</source>
        <translation>Einen Client wählen oder erstellen.</translation>
    </message>
    <message>
        <source>Choose a role, or make one.</source>
        <translation>Eine Rolle wählen oder erstellen.</translation>
    </message>
    <message>
        <source>Somebody else has changed this meanwhile.</source>
        <translation>Das hat inzwischen jemand anderes geändert.</translation>
    </message>
    <message>
        <source>Nothing was saved. Your changes stand on theirs now: look at them once more, then save.</source>
        <translation>Nichts wurde gespeichert. Ihre Änderungen stehen jetzt auf dem neuen Stand: noch einmal ansehen, dann speichern.</translation>
    </message>
</context>
<context>
    <name>ui::AccessView</name>
    <message>
        <source>Its own scopes</source>
        <translation>Eigene Scopes</translation>
    </message>
    <message>
        <source>Expanded scopes</source>
        <translation>Expandierte Scopes</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Make one like it</source>
        <translation>Als Vorlage verwenden</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Abschalten</translation>
    </message>
    <message>
        <source>Reset access token…</source>
        <translation>Zugriffstoken zurücksetzen …</translation>
    </message>
    <message>
        <source>Who has this role</source>
        <translation>Wer diese Rolle hat</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>What it did</source>
        <translation>Eigene Aktionen</translation>
    </message>
    <message>
        <source>No scopes</source>
        <translation>Keine Scopes</translation>
    </message>
    <message>
        <source>The client could not be read.</source>
        <translation>Der Client konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The role could not be read.</source>
        <translation>Die Rolle konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>After that</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>It is deleted</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>It stays, and cannot be used</source>
        <translation>Bleibt bestehen, ist aber nicht benutzbar</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Token made</source>
        <translation>Token erzeugt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>This client belongs to the deployment&apos;s configuration.</source>
        <translation>Dieser Client gehört zur Konfiguration des Deployments.</translation>
    </message>
    <message>
        <source>Needs the scope %1</source>
        <translation>Erfordert den Scope %1</translation>
    </message>
</context>
<context>
    <name>ui::AccountChip</name>
    <message>
        <source>No deployment</source>
        <translation>Kein Deployment</translation>
    </message>
    <message>
        <source>Account: %1</source>
        <translation>Konto: %1</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Konto hinzufügen …</translation>
    </message>
    <message>
        <source>Manage accounts</source>
        <translation>Konten verwalten</translation>
    </message>
    <message>
        <source>Open another deployment</source>
        <translation>Anderes Deployment öffnen</translation>
    </message>
</context>
<context>
    <name>ui::AccountEdit</name>
    <message>
        <source>Default here</source>
        <translation>Hier Standard</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Name des Kontos</translation>
    </message>
    <message>
        <source>Default account of the deployment</source>
        <translation>Standardkonto des Deployments</translation>
    </message>
    <message>
        <source>Used at this deployment wherever no other account is chosen</source>
        <translation>Wird bei diesem Deployment überall verwendet, wo kein anderes Konto gewählt ist</translation>
    </message>
</context>
<context>
    <name>ui::AccountList</name>
    <message>
        <source>default</source>
        <comment>of accounts: the one that is used when no other is named</comment>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
</context>
<context>
    <name>ui::AccountMark</name>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Turquoise</source>
        <translation>Türkis</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Braun</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
</context>
<context>
    <name>ui::AccountReview</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Name des Kontos</translation>
    </message>
    <message>
        <source>Keep it in the keychain</source>
        <translation>Im Schlüsselbund aufbewahren</translation>
    </message>
    <message>
        <source>Otherwise it is forgotten at the end of this run</source>
        <translation>Sonst wird es am Ende dieses Laufs vergessen</translation>
    </message>
    <message>
        <source>Save account</source>
        <translation>Konto speichern</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>Zurück zum Formular</translation>
    </message>
    <message>
        <source>Trying them at %1…</source>
        <translation>Zugangsdaten werden bei %1 geprüft …</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Deployment</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>The deployment answers.</source>
        <translation>Das Deployment antwortet.</translation>
    </message>
    <message>
        <source>The deployment accepts these credentials.</source>
        <translation>Das Deployment nimmt diese Zugangsdaten an.</translation>
    </message>
    <message>
        <source>Save without a test</source>
        <translation>Ohne Test speichern</translation>
    </message>
    <message>
        <source>It could not be found out whether they work.</source>
        <translation>Es ließ sich nicht feststellen, ob sie funktionieren.</translation>
    </message>
    <message>
        <source>The deployment does not accept these credentials.</source>
        <translation>Das Deployment nimmt diese Zugangsdaten nicht an.</translation>
    </message>
    <message numerus="yes">
        <source>May do (%Ln scope(s))</source>
        <translation>
            <numerusform>Berechtigungen (%Ln Scope)</numerusform>
            <numerusform>Berechtigungen (%Ln Scopes)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und noch %Ln</numerusform>
            <numerusform>und noch %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
</context>
<context>
    <name>ui::AccountView</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Look at the deployment with this account</source>
        <translation>Das Deployment mit diesem Konto ansehen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Account %1</source>
        <translation>Konto %1</translation>
    </message>
</context>
<context>
    <name>ui::AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Accounts that you add are listed here.</source>
        <translation>Hinzugefügte Konten stehen hier.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <translation>
            <numerusform>%Ln Konto</numerusform>
            <numerusform>%Ln Konten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AddAccountView</name>
    <message>
        <source>Add an account</source>
        <translation>Ein Konto hinzufügen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Where the credentials come from</source>
        <translation>Woher die Zugangsdaten kommen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Type or paste</source>
        <translation>Eingeben oder einfügen</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>taskcluster command</source>
        <translation>Befehl taskcluster</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>Anonym</translation>
    </message>
    <message>
        <source>&amp;Deployment</source>
        <translation>&amp;Deployment</translation>
    </message>
    <message>
        <source>Root URL of the deployment</source>
        <translation>Root-URL des Deployments</translation>
    </message>
    <message>
        <source>For development: send credentials over plain http</source>
        <translation>Für die Entwicklung: Zugangsdaten über unverschlüsseltes http senden</translation>
    </message>
    <message>
        <source>To look at the deployment as somebody without credentials, beside the accounts that have some.</source>
        <translation>Um das Deployment ohne Zugangsdaten zu sehen, neben den Konten, die welche haben.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Test the deployment</source>
        <translation>Deployment testen</translation>
    </message>
    <message>
        <source>The sign-in was cancelled</source>
        <translation>Die Anmeldung wurde abgebrochen</translation>
    </message>
    <message>
        <source>The root URL cannot be used.</source>
        <translation>Die Root-URL ist nicht brauchbar.</translation>
    </message>
</context>
<context>
    <name>ui::ArtifactDrag</name>
    <message>
        <source>Fetching %1; it can be dragged when it is here</source>
        <translation>%1 wird geholt und lässt sich danach ziehen</translation>
    </message>
    <message numerus="yes">
        <source>Fetching %Ln artifact(s); they can be dragged when they are here</source>
        <translation>
            <numerusform>%Ln Artefakt wird geholt und lässt sich danach ziehen</numerusform>
            <numerusform>%Ln Artefakte werden geholt und lassen sich danach ziehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fetching %Ln artifact(s) for the clipboard</source>
        <translation>
            <numerusform>%Ln Artefakt wird für die Zwischenablage geholt</numerusform>
            <numerusform>%Ln Artefakte werden für die Zwischenablage geholt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) on the clipboard</source>
        <translation>
            <numerusform>%Ln Datei in der Zwischenablage</numerusform>
            <numerusform>%Ln Dateien in der Zwischenablage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln artifact(s)</source>
        <translation>
            <numerusform>%Ln Artefakt</numerusform>
            <numerusform>%Ln Artefakte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AuditView</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>The history could not be read.</source>
        <translation>Der Verlauf konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>Der Verlauf wird gelesen …</translation>
    </message>
    <message>
        <source>Nothing that this client did is on record.</source>
        <translation>Von diesem Client ist keine Aktion aufgezeichnet.</translation>
    </message>
    <message>
        <source>No change is on record.</source>
        <translation>Es ist keine Änderung aufgezeichnet.</translation>
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
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Copy client ID</source>
        <translation>Client-ID kopieren</translation>
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
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Explain what is missing</source>
        <translation>Erklären, was fehlt</translation>
    </message>
    <message>
        <source>Which scopes are missing, and which roles would give them</source>
        <translation>Welche Scopes fehlen und welche Rollen sie gewähren würden</translation>
    </message>
</context>
<context>
    <name>ui::CanIPanel</name>
    <message>
        <source>Can I: a scope or an operation</source>
        <translation>Darf ich: ein Scope oder eine Operation</translation>
    </message>
    <message>
        <source>A scope, or an operation such as queue.createTask</source>
        <translation>Ein Scope oder eine Operation wie queue.createTask</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>not known; several with commas between them</source>
        <translation>nicht bekannt; mehrere durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>The roles could not be listed, so what gives a scope is not known in full.</source>
        <translation>Die Rollen konnten nicht aufgelistet werden; was einen Scope gewährt, ist deshalb nicht vollständig bekannt.</translation>
    </message>
    <message>
        <source>It depends on what is not filled in</source>
        <translation>Das hängt von dem ab, was nicht ausgefüllt ist</translation>
    </message>
    <message>
        <source>%1: from %2, which a role gives</source>
        <translation>%1: aus %2, von einer Rolle gewährt</translation>
    </message>
    <message>
        <source>everybody has %1</source>
        <translation>alle haben %1</translation>
    </message>
    <message>
        <source>the credentials have %1</source>
        <translation>die Zugangsdaten haben %1</translation>
    </message>
    <message>
        <source>the role %1 gives %2</source>
        <translation>die Rolle %1 gewährt %2</translation>
    </message>
    <message>
        <source>Everybody may do this; it takes no scope.</source>
        <translation>Das dürfen alle; es erfordert keinen Scope.</translation>
    </message>
    <message>
        <source>Missing:</source>
        <translation>Es fehlt:</translation>
    </message>
    <message>
        <source>It takes:</source>
        <translation>Erforderlich:</translation>
    </message>
</context>
<context>
    <name>ui::ClientQuestions</name>
    <message>
        <source>The client %1 gets a new access token. Everything else that uses the old one stops working at once, and so do all temporary credentials that were made with it.</source>
        <translation>Der Client %1 bekommt ein neues Zugriffstoken. Alles andere, was das alte verwendet, funktioniert sofort nicht mehr, ebenso alle damit erzeugten zeitlich begrenzten Zugangsdaten.</translation>
    </message>
    <message>
        <source>The keychain gets the new token.</source>
        <translation>Der Schlüsselbund bekommt das neue Token.</translation>
    </message>
    <message>
        <source>The environment keeps the old one, which is of no use then: export the new token before this application ends, or nobody has it.</source>
        <translation>Die Umgebung behält das alte, das dann nichts mehr nützt: Das neue Token exportieren, bevor diese Anwendung endet, sonst hat es niemand.</translation>
    </message>
    <message>
        <source>It is kept for this run only: export it before this application ends, or nobody has it.</source>
        <translation>Es bleibt nur für diesen Lauf erhalten: Exportieren, bevor diese Anwendung endet, sonst hat es niemand.</translation>
    </message>
    <message>
        <source>Rotate the token?</source>
        <translation>Das Token rotieren?</translation>
    </message>
    <message>
        <source>Rotate token</source>
        <translation>Token rotieren</translation>
    </message>
    <message>
        <source>Keep the token</source>
        <translation>Token beibehalten</translation>
    </message>
    <message>
        <source>Disable the client?</source>
        <translation>Den Client abschalten?</translation>
    </message>
    <message>
        <source>All credentials of %1, and all temporary ones that were made with them, are refused from then on; these as well. Only somebody else can enable it again.</source>
        <translation>Alle Zugangsdaten von %1 und alle damit erzeugten zeitlich begrenzten werden von da an abgelehnt, auch diese hier. Nur jemand anderes kann ihn wieder einschalten.</translation>
    </message>
    <message>
        <source>Disable client</source>
        <translation>Client abschalten</translation>
    </message>
    <message>
        <source>Leave it enabled</source>
        <translation>Eingeschaltet lassen</translation>
    </message>
    <message>
        <source>Delete the client?</source>
        <translation>Den Client löschen?</translation>
    </message>
    <message>
        <source>The client %1 goes from the deployment, with all temporary credentials that were made with it. The account is removed here, too, and its entry in the keychain. This cannot be taken back.</source>
        <translation>Der Client %1 verschwindet aus dem Deployment, mit allen damit erzeugten zeitlich begrenzten Zugangsdaten. Auch das Konto hier und sein Eintrag im Schlüsselbund werden entfernt. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete client</source>
        <translation>Client löschen</translation>
    </message>
    <message>
        <source>Keep client</source>
        <translation>Client beibehalten</translation>
    </message>
    <message>
        <source>The client %1 is disabled</source>
        <translation>Der Client %1 ist abgeschaltet</translation>
    </message>
    <message>
        <source>The client %1 was deleted</source>
        <translation>Der Client %1 wurde gelöscht</translation>
    </message>
    <message>
        <source>The client %1 has a new token</source>
        <translation>Der Client %1 hat ein neues Token</translation>
    </message>
    <message>
        <source>The client %1 could not be disabled.</source>
        <translation>Der Client %1 konnte nicht abgeschaltet werden.</translation>
    </message>
    <message>
        <source>The client %1 could not be deleted.</source>
        <translation>Der Client %1 konnte nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>The token of the client %1 could not be rotated.</source>
        <translation>Das Token des Clients %1 konnte nicht rotiert werden.</translation>
    </message>
</context>
<context>
    <name>ui::ColourPicker</name>
    <message>
        <source>Colour of the account</source>
        <translation>Farbe des Kontos</translation>
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
    <name>ui::ConfirmDialog</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>To confirm, type the name: %1</source>
        <translation>Zur Bestätigung den Namen eingeben: %1</translation>
    </message>
    <message>
        <source>Name, to confirm</source>
        <translation>Name, zur Bestätigung</translation>
    </message>
</context>
<context>
    <name>ui::CountdownLabel</name>
    <message>
        <source>in %1 (%2)</source>
        <comment>an end, how long until then and when</comment>
        <translation>in %1 (%2)</translation>
    </message>
    <message>
        <source>ended %1 (%2)</source>
        <comment>an end, how long ago and when</comment>
        <translation>abgelaufen %1 (%2)</translation>
    </message>
</context>
<context>
    <name>ui::CredentialSheet</name>
    <message>
        <source>Scopes of the credentials</source>
        <translation>Scopes der Zugangsdaten</translation>
    </message>
    <message>
        <source>Scopes with those of all roles</source>
        <translation>Scopes einschließlich derer aller Rollen</translation>
    </message>
    <message>
        <source>Make temporary credentials…</source>
        <translation>Zeitlich begrenzte Zugangsdaten erzeugen …</translation>
    </message>
    <message>
        <source>Rotate token…</source>
        <translation>Token rotieren …</translation>
    </message>
    <message>
        <source>Disable client…</source>
        <translation>Client abschalten …</translation>
    </message>
    <message>
        <source>Delete client…</source>
        <translation>Client löschen …</translation>
    </message>
    <message>
        <source>Scopes and what they permit</source>
        <translation>Scopes und was sie erlauben</translation>
    </message>
    <message>
        <source>Temporary credentials that were made here</source>
        <translation>Hier erzeugte zeitlich begrenzte Zugangsdaten</translation>
    </message>
    <message>
        <source>Temporary credentials that are made from this client are listed here.</source>
        <translation>Zeitlich begrenzte Zugangsdaten, die aus diesem Client erzeugt werden, stehen hier.</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Expanded scopes</source>
        <translation>Expandierte Scopes</translation>
    </message>
    <message>
        <source>Can I …?</source>
        <translation>Darf ich …?</translation>
    </message>
    <message>
        <source>Made here</source>
        <translation>Hier erzeugt</translation>
    </message>
    <message>
        <source>The deployment could not be asked about these credentials.</source>
        <translation>Das Deployment konnte nicht nach diesen Zugangsdaten gefragt werden.</translation>
    </message>
    <message>
        <source>These credentials have ended</source>
        <translation>Diese Zugangsdaten sind abgelaufen</translation>
    </message>
    <message>
        <source>Nothing can be done with them any more.</source>
        <translation>Mit ihnen lässt sich nichts mehr tun.</translation>
    </message>
    <message>
        <source>These credentials have not begun yet</source>
        <translation>Diese Zugangsdaten gelten noch nicht</translation>
    </message>
    <message>
        <source>The deployment does not accept these credentials</source>
        <translation>Das Deployment nimmt diese Zugangsdaten nicht an</translation>
    </message>
    <message>
        <source>These credentials end soon</source>
        <translation>Diese Zugangsdaten laufen bald ab</translation>
    </message>
    <message>
        <source>Make new ones from the account of their client before that.</source>
        <translation>Vorher neue aus dem Konto ihres Clients erzeugen.</translation>
    </message>
    <message>
        <source>The client can be given a later end in Clients and roles.</source>
        <translation>Unter „Clients, Rollen“ lässt sich der Ablauf des Clients hinausschieben.</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>Anonym</translation>
    </message>
    <message>
        <source>Client of the deployment</source>
        <translation>Client des Deployments</translation>
    </message>
    <message>
        <source>Temporary credentials, under the name of their client</source>
        <translation>Zeitlich begrenzte Zugangsdaten unter dem Namen ihres Clients</translation>
    </message>
    <message>
        <source>Temporary credentials with a name of their own</source>
        <translation>Zeitlich begrenzte Zugangsdaten mit eigenem Namen</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Token changed</source>
        <translation>Token geändert</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>No scopes</source>
        <translation>Keine Scopes</translation>
    </message>
    <message>
        <source>The client may not be looked at; see the expanded scopes</source>
        <translation>Der Client darf nicht eingesehen werden; siehe die expandierten Scopes</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Weaker credentials that end by themselves, to pass on</source>
        <translation>Schwächere Zugangsdaten zum Weitergeben, die von selbst ablaufen</translation>
    </message>
    <message>
        <source>Only the credentials of a client can make temporary ones.</source>
        <translation>Nur aus den Zugangsdaten eines Clients lassen sich zeitlich begrenzte erzeugen.</translation>
    </message>
    <message>
        <source>Temporary credentials have no token of their own to rotate.</source>
        <translation>Zeitlich begrenzte Zugangsdaten haben kein eigenes Token, das sich rotieren ließe.</translation>
    </message>
    <message>
        <source>Needs the scope %1</source>
        <translation>Erfordert den Scope %1</translation>
    </message>
    <message>
        <source>The client was deleted, but its entry is still in the keychain</source>
        <translation>Der Client wurde gelöscht, aber sein Eintrag ist noch im Schlüsselbund</translation>
    </message>
    <message>
        <source>Whether the token was changed is not known: if these credentials are refused from now on, it was, and an administrator has to reset it.</source>
        <translation>Ob das Token geändert wurde, ist nicht bekannt: Werden diese Zugangsdaten von jetzt an abgelehnt, wurde es geändert, und ein Administrator muss es zurücksetzen.</translation>
    </message>
</context>
<context>
    <name>ui::CredentialView</name>
    <message>
        <source>There is no such account any more.</source>
        <translation>Dieses Konto gibt es nicht mehr.</translation>
    </message>
</context>
<context>
    <name>ui::DenialView</name>
    <message>
        <source>Copy as a request</source>
        <translation>Als Antrag kopieren</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Was fehlt</translation>
    </message>
    <message>
        <source>A text to send to whoever grants scopes at this deployment</source>
        <translation>Ein Text für alle, die bei diesem Deployment Scopes vergeben</translation>
    </message>
    <message>
        <source>What was asked for was refused.</source>
        <translation>Das Verlangte wurde abgelehnt.</translation>
    </message>
    <message>
        <source>The deployment refused %1.</source>
        <translation>Das Deployment hat %1 abgelehnt.</translation>
    </message>
    <message>
        <source>You are not signed in. An account of yours may hold what is missing.</source>
        <translation>Nicht angemeldet. Eines der vorhandenen Konten hat vielleicht, was fehlt.</translation>
    </message>
    <message>
        <source>Nothing is missing any more</source>
        <translation>Es fehlt nichts mehr</translation>
    </message>
    <message>
        <source>The account holds everything that this needs by now. Retry.</source>
        <translation>Das Konto hat inzwischen alles, was dafür nötig ist. Erneut versuchen.</translation>
    </message>
    <message>
        <source>Needed: any one of these</source>
        <translation>Nötig: eines davon</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Nötig</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>There are more ways than these.</source>
        <translation>Es gibt noch mehr Wege als diese.</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>Vorhanden: %1</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Fehlt: %1</translation>
    </message>
    <message>
        <source>held</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Roles that would give it</source>
        <translation>Rollen, die es gewähren würden</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und noch %Ln</numerusform>
            <numerusform>und noch %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>The roles of the deployment could not be read.</source>
        <translation>Die Rollen des Deployments konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Reading the roles…</source>
        <translation>Die Rollen werden gelesen …</translation>
    </message>
    <message>
        <source>They are not known here.</source>
        <translation>Sie sind hier nicht bekannt.</translation>
    </message>
    <message>
        <source>No role of the deployment gives it.</source>
        <translation>Keine Rolle des Deployments gewährt es.</translation>
    </message>
    <message>
        <source>gives all of it</source>
        <comment>a role</comment>
        <translation>gewährt alles davon</translation>
    </message>
    <message>
        <source>gives a part: %1</source>
        <comment>a role</comment>
        <translation>gewährt einen Teil: %1</translation>
    </message>
    <message>
        <source>%1, and everything else</source>
        <translation>%1, und alles andere</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
</context>
<context>
    <name>ui::DiffView</name>
    <message numerus="yes">
        <source>%n equal line(s)</source>
        <translation>
            <numerusform>%n gleiche Zeile</numerusform>
            <numerusform>%n gleiche Zeilen</numerusform>
        </translation>
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
    <name>ui::ExportPanel</name>
    <message>
        <source>Export credentials</source>
        <translation>Zugangsdaten exportieren</translation>
    </message>
    <message>
        <source>Export for a shell or a program</source>
        <translation>Für eine Shell oder ein Programm exportieren</translation>
    </message>
    <message>
        <source>What is exported holds the access token: whoever has it can act as this account.</source>
        <translation>Das Exportierte enthält das Zugriffstoken: Wer es hat, kann als dieses Konto handeln.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>sh, bash, zsh</source>
        <translation>sh, bash, zsh</translation>
    </message>
    <message>
        <source>fish</source>
        <translation>fish</translation>
    </message>
    <message>
        <source>csh, tcsh</source>
        <translation>csh, tcsh</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Configuration of the taskcluster command</source>
        <translation>Konfiguration des Befehls taskcluster</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save to file…</source>
        <translation>In Datei speichern …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The credentials could not be exported.</source>
        <translation>Die Zugangsdaten konnten nicht exportiert werden.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Die Datei konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Saved to %1, which only you may read</source>
        <translation>Gespeichert in %1, nur für den eigenen Benutzer lesbar</translation>
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
    <name>ui::FoundForm</name>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Test the credentials</source>
        <translation>Zugangsdaten testen</translation>
    </message>
    <message>
        <source>The taskcluster command keeps its credentials as plain text in %1.</source>
        <translation>Der Befehl taskcluster speichert seine Zugangsdaten im Klartext in %1.</translation>
    </message>
    <message>
        <source>The environment of this program may name credentials (TASKCLUSTER_CLIENT_ID and others). An account made of them here stays when the environment has gone.</source>
        <translation>Die Umgebung dieses Programms kann Zugangsdaten nennen (TASKCLUSTER_CLIENT_ID und andere). Ein Konto, das hier daraus gemacht wird, bleibt, wenn die Umgebung nicht mehr da ist.</translation>
    </message>
    <message>
        <source>Other users of this machine may read the file.</source>
        <translation>Andere Benutzer dieses Rechners dürfen die Datei lesen.</translation>
    </message>
    <message>
        <source>The file narrows what the command does by authorizedScopes; an account has no such limit.</source>
        <translation>Die Datei schränkt den Befehl durch authorizedScopes ein; ein Konto hat keine solche Grenze.</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Deployment</translation>
    </message>
    <message>
        <source>none named; the one above is used</source>
        <translation>keines genannt; das obige wird verwendet</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>there, not shown</source>
        <translation>vorhanden, nicht angezeigt</translation>
    </message>
    <message>
        <source>The file gives no credentials.</source>
        <translation>Die Datei enthält keine Zugangsdaten.</translation>
    </message>
    <message>
        <source>The environment gives no credentials.</source>
        <translation>Die Umgebung enthält keine Zugangsdaten.</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
</context>
<context>
    <name>ui::GuardedText</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
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
    <name>ui::KeychainBanner</name>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The keychain asks for its password</source>
        <translation>Der Schlüsselbund fragt nach seinem Passwort</translation>
    </message>
    <message>
        <source>Its question is a window of the desktop; it may stand behind this one.</source>
        <translation>Seine Abfrage ist ein Fenster des Desktops und liegt vielleicht hinter diesem.</translation>
    </message>
    <message>
        <source>The keychain has not answered yet</source>
        <translation>Der Schlüsselbund hat noch nicht geantwortet</translation>
    </message>
    <message>
        <source>It is still waited for. %1 works from memory meanwhile.</source>
        <translation>Es wird weiter auf ihn gewartet. %1 funktioniert inzwischen aus dem Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>It is still waited for. Other accounts and pages work meanwhile.</source>
        <translation>Es wird weiter auf ihn gewartet. Andere Konten und Seiten funktionieren inzwischen.</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>Wartet auf den Schlüsselbund</translation>
    </message>
    <message>
        <source>What needs the credentials of %1 is sent when the keychain has given them.</source>
        <translation>Was die Zugangsdaten von %1 braucht, wird gesendet, sobald der Schlüsselbund sie herausgegeben hat.</translation>
    </message>
    <message>
        <source>The credentials of %1 are not available</source>
        <translation>Die Zugangsdaten von %1 sind nicht verfügbar</translation>
    </message>
    <message>
        <source>%1 works from memory, for this run</source>
        <translation>%1 funktioniert aus dem Arbeitsspeicher, nur für diesen Lauf</translation>
    </message>
</context>
<context>
    <name>ui::LifetimeEdit</name>
    <message>
        <source>How long they last</source>
        <translation>Wie lange sie gelten</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 Minuten</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>8 hours</source>
        <translation>8 Stunden</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 Woche</translation>
    </message>
    <message>
        <source>31 days, the longest</source>
        <translation>31 Tage, das Maximum</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Number of units</source>
        <translation>Anzahl der Einheiten</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>Zeiteinheit</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
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
    <message>
        <source>Quit while files are being transferred?</source>
        <translation>Beenden, während Dateien übertragen werden?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s) end unfinished. What has come of them so far is removed.</source>
        <translation>
            <numerusform>%Ln Übertragung endet unvollständig. Was bisher angekommen ist, wird entfernt.</numerusform>
            <numerusform>%Ln Übertragungen enden unvollständig. Was bisher angekommen ist, wird entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Quit and cancel %Ln transfer(s)</source>
        <translation>
            <numerusform>Beenden und %Ln Übertragung abbrechen</numerusform>
            <numerusform>Beenden und %Ln Übertragungen abbrechen</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Show the transfers</source>
        <translation>Übertragungen anzeigen</translation>
    </message>
</context>
<context>
    <name>ui::MergeView</name>
    <message numerus="yes">
        <source>%n equal line(s)</source>
        <translation>
            <numerusform>%n gleiche Zeile</numerusform>
            <numerusform>%n gleiche Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed by you:</source>
        <translation>Selbst geändert:</translation>
    </message>
    <message>
        <source>Your change</source>
        <translation>Eigene Änderung</translation>
    </message>
    <message>
        <source>Changed by somebody else:</source>
        <translation>Von jemand anderem geändert:</translation>
    </message>
    <message>
        <source>Their change</source>
        <translation>Fremde Änderung</translation>
    </message>
    <message>
        <source>Changed by both in the same way:</source>
        <translation>Von beiden gleich geändert:</translation>
    </message>
    <message>
        <source>The change of both</source>
        <translation>Änderung von beiden</translation>
    </message>
    <message>
        <source>Both changed this differently (%1):</source>
        <translation>Von beiden unterschiedlich geändert (%1):</translation>
    </message>
    <message>
        <source>%1, conflict %2</source>
        <translation>%1, Konflikt %2</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Eigene behalten</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Fremde übernehmen</translation>
    </message>
</context>
<context>
    <name>ui::MintResult</name>
    <message>
        <source>Scopes of the new credentials</source>
        <translation>Scopes der neuen Zugangsdaten</translation>
    </message>
    <message>
        <source>Store in the keychain</source>
        <translation>Im Schlüsselbund speichern</translation>
    </message>
    <message>
        <source>Show account</source>
        <translation>Konto anzeigen</translation>
    </message>
    <message>
        <source>The credentials are made</source>
        <translation>Die Zugangsdaten sind erzeugt</translation>
    </message>
    <message>
        <source>They are in memory only. Store or copy them before you leave; nobody can show them again.</source>
        <translation>Sie sind nur im Arbeitsspeicher. Vor dem Verlassen speichern oder kopieren; noch einmal anzeigen kann sie niemand.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Keep them as an account</source>
        <translation>Als Konto behalten</translation>
    </message>
    <message>
        <source>Name of the account in this application</source>
        <translation>Name des Kontos in dieser Anwendung</translation>
    </message>
    <message>
        <source>Copy them for another program</source>
        <translation>Für ein anderes Programm kopieren</translation>
    </message>
    <message>
        <source>Form of the copy</source>
        <translation>Form der Kopie</translation>
    </message>
    <message>
        <source>Environment, for sh and bash</source>
        <translation>Umgebung, für sh und bash</translation>
    </message>
    <message>
        <source>Environment, for fish</source>
        <translation>Umgebung, für fish</translation>
    </message>
    <message>
        <source>Environment, for csh and tcsh</source>
        <translation>Umgebung, für csh und tcsh</translation>
    </message>
    <message>
        <source>JSON, for client libraries</source>
        <translation>JSON, für Client-Bibliotheken</translation>
    </message>
    <message>
        <source>Configuration of the taskcluster command</source>
        <translation>Konfiguration des Befehls taskcluster</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>%1, temporary</source>
        <translation>%1, zeitlich begrenzt</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>The credentials are in the keychain</source>
        <translation>Die Zugangsdaten sind im Schlüsselbund</translation>
    </message>
    <message>
        <source>The account works for this run only</source>
        <translation>Das Konto funktioniert nur für diesen Lauf</translation>
    </message>
    <message>
        <source>The credentials could not be copied.</source>
        <translation>Die Zugangsdaten konnten nicht kopiert werden.</translation>
    </message>
</context>
<context>
    <name>ui::MintView</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Make temporary credentials</source>
        <translation>Zeitlich begrenzte Zugangsdaten erzeugen</translation>
    </message>
    <message>
        <source>Your scopes</source>
        <translation>Eigene Scopes</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add the selected scopes to the new credentials</source>
        <translation>Die ausgewählten Scopes zu den neuen Zugangsdaten hinzufügen</translation>
    </message>
    <message>
        <source>Scopes of the new credentials, one a line</source>
        <translation>Scopes der neuen Zugangsdaten, einer pro Zeile</translation>
    </message>
    <message>
        <source>One scope a line, as narrow as will do:
queue:get-artifact:public/* rather than queue:*</source>
        <translation>Ein Scope pro Zeile, so eng wie möglich:
queue:get-artifact:public/* statt queue:*</translation>
    </message>
    <message>
        <source>Scopes of the new credentials</source>
        <translation>Scopes der neuen Zugangsdaten</translation>
    </message>
    <message>
        <source>Name of the new credentials</source>
        <translation>Name der neuen Zugangsdaten</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>Begin at once</source>
        <translation>Sofort beginnen</translation>
    </message>
    <message>
        <source>Begin, UTC</source>
        <translation>Beginn, UTC</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Last for</source>
        <translation>Gültig für</translation>
    </message>
    <message>
        <source>What will come of it</source>
        <translation>Was dabei herauskommt</translation>
    </message>
    <message>
        <source>What the new credentials will be able to do</source>
        <translation>Was die neuen Zugangsdaten dürfen werden</translation>
    </message>
    <message>
        <source>The certificate, before it is signed</source>
        <translation>Das Zertifikat, bevor es signiert wird</translation>
    </message>
    <message>
        <source>What they will be able to do</source>
        <translation>Was sie dürfen werden</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>What is wrong with it</source>
        <translation>Was daran nicht stimmt</translation>
    </message>
    <message>
        <source>Make credentials</source>
        <translation>Zugangsdaten erzeugen</translation>
    </message>
    <message>
        <source>none: they act as %1</source>
        <translation>keiner: sie handeln als %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>A signature takes %L1 of %L2 characters</source>
        <translation>Eine Signatur belegt %L1 von %L2 Zeichen</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und noch %Ln</numerusform>
            <numerusform>und noch %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Only what everybody may do</source>
        <translation>Nur, was alle dürfen</translation>
    </message>
    <message>
        <source>Besides what everybody may do: %1, %2.</source>
        <comment>numbers of operations</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln operations of the services on everything</source>
        <translation>
            <numerusform>%Ln Operation der Dienste auf alles</numerusform>
            <numerusform>%Ln Operationen der Dienste auf alles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln on some things</source>
        <translation>
            <numerusform>%Ln auf manches</numerusform>
            <numerusform>%Ln auf manches</numerusform>
        </translation>
    </message>
    <message>
        <source>No credentials were made.</source>
        <translation>Es wurden keine Zugangsdaten erzeugt.</translation>
    </message>
    <message>
        <source>Temporary credentials were made</source>
        <translation>Zeitlich begrenzte Zugangsdaten wurden erzeugt</translation>
    </message>
</context>
<context>
    <name>ui::MovePanel</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>A second secret with the same value and the same end is made under the new name, and compared.</source>
        <translation>Unter dem neuen Namen wird ein zweites Secret mit demselben Wert und demselben Ablauf angelegt und verglichen.</translation>
    </message>
    <message>
        <source>The service cannot rename. A second secret is made under the new name, both are read and compared, and then the old one is deleted. If this is interrupted, both stay. Whoever reads the old name has to be told.</source>
        <translation>Der Dienst kann nicht umbenennen. Unter dem neuen Namen wird ein zweites Secret angelegt, beide werden gelesen und verglichen, dann wird das alte gelöscht. Bei einer Unterbrechung bleiben beide. Wer den alten Namen liest, muss davon erfahren.</translation>
    </message>
    <message>
        <source>Copy secret</source>
        <translation>Secret kopieren</translation>
    </message>
    <message>
        <source>Rename secret</source>
        <translation>Secret umbenennen</translation>
    </message>
    <message>
        <source>Reading the secret…</source>
        <translation>Das Secret wird gelesen …</translation>
    </message>
    <message>
        <source>Looking whether the new name is free…</source>
        <translation>Es wird geprüft, ob der neue Name frei ist …</translation>
    </message>
    <message>
        <source>Making the new one…</source>
        <translation>Das neue wird angelegt …</translation>
    </message>
    <message>
        <source>Comparing the two…</source>
        <translation>Die beiden werden verglichen …</translation>
    </message>
    <message>
        <source>Deleting the old one…</source>
        <translation>Das alte wird gelöscht …</translation>
    </message>
    <message>
        <source>There is a secret of this name already.</source>
        <translation>Ein Secret dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>Nothing was written. Choose another name, or delete %1 first.</source>
        <translation>Es wurde nichts geschrieben. Einen anderen Namen wählen oder zuerst %1 löschen.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Die beiden sind nicht gleich.</translation>
    </message>
    <message>
        <source>Somebody has changed one of them meanwhile, or the service kept a number otherwise. Nothing was deleted.</source>
        <translation>Jemand hat inzwischen eines davon geändert, oder der Dienst hat eine Zahl anders gespeichert. Es wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>The secret was not copied.</source>
        <translation>Das Secret wurde nicht kopiert.</translation>
    </message>
    <message>
        <source>The secret was not renamed.</source>
        <translation>Das Secret wurde nicht umbenannt.</translation>
    </message>
    <message>
        <source>Both may be there now: %1 and %2.</source>
        <translation>Vielleicht gibt es jetzt beide: %1 und %2.</translation>
    </message>
</context>
<context>
    <name>ui::Notifier</name>
    <message>
        <source>Temporary credentials have ended</source>
        <translation>Zeitlich begrenzte Zugangsdaten sind abgelaufen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s) done.</source>
        <translation>
            <numerusform>%Ln Übertragung fertig.</numerusform>
            <numerusform>%Ln Übertragungen fertig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Transfers have ended</source>
        <translation>Übertragungen sind beendet</translation>
    </message>
    <message>
        <source>Transfers have failed</source>
        <translation>Übertragungen sind fehlgeschlagen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s) failed.</source>
        <translation>
            <numerusform>%Ln Übertragung fehlgeschlagen.</numerusform>
            <numerusform>%Ln Übertragungen fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Credentials are about to end</source>
        <translation>Zugangsdaten laufen bald ab</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
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
    <name>ui::PlainTokenPanel</name>
    <message>
        <source>Remove it from the file</source>
        <translation>Aus der Datei entfernen</translation>
    </message>
    <message>
        <source>Try the keychain again</source>
        <translation>Schlüsselbund erneut versuchen</translation>
    </message>
    <message>
        <source>Leave it there</source>
        <translation>Dort lassen</translation>
    </message>
    <message>
        <source>The account is saved. Its token still stands in a file.</source>
        <translation>Das Konto ist gespeichert. Sein Token steht noch in einer Datei.</translation>
    </message>
    <message>
        <source>%1 holds it as plain text. Without it the taskcluster command has to sign in anew; everything else in the file stays as it is.</source>
        <translation>%1 enthält es im Klartext. Ohne das Token muss sich der Befehl taskcluster neu anmelden; alles andere in der Datei bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>The keychain has it.</source>
        <translation>Der Schlüsselbund hat es.</translation>
    </message>
    <message>
        <source>Waiting for the keychain to take it…</source>
        <translation>Warten, bis der Schlüsselbund es annimmt …</translation>
    </message>
    <message>
        <source>The keychain did not take it, so the file is the only place where it lasts. %1</source>
        <translation>Der Schlüsselbund hat es nicht angenommen; dauerhaft steht es nur in der Datei. %1</translation>
    </message>
    <message>
        <source>The account is for this run only, so the file is the only place where it lasts.</source>
        <translation>Das Konto gilt nur für diesen Lauf; dauerhaft steht das Token nur in der Datei.</translation>
    </message>
    <message>
        <source>The file has another token now.</source>
        <translation>Die Datei enthält jetzt ein anderes Token.</translation>
    </message>
    <message>
        <source>Somebody signed in with the taskcluster command meanwhile. The file was left as it is.</source>
        <translation>Jemand hat sich inzwischen mit dem Befehl taskcluster angemeldet. Die Datei wurde gelassen, wie sie ist.</translation>
    </message>
    <message>
        <source>The token could not be removed from the file.</source>
        <translation>Das Token konnte nicht aus der Datei entfernt werden.</translation>
    </message>
    <message>
        <source>Removed the token from %1</source>
        <translation>Token aus %1 entfernt</translation>
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
    <name>ui::RemovePanel</name>
    <message>
        <source>Remove account</source>
        <translation>Konto entfernen</translation>
    </message>
    <message>
        <source>Its entry in the keychain is removed with it. Tabs that use it can no longer load.</source>
        <translation>Sein Eintrag im Schlüsselbund wird mit entfernt. Tabs, die es verwenden, können nicht mehr laden.</translation>
    </message>
    <message>
        <source>It comes back with the next start, as long as the environment has its credentials.</source>
        <translation>Es kommt beim nächsten Start wieder, solange die Umgebung seine Zugangsdaten enthält.</translation>
    </message>
    <message>
        <source>Nothing else is lost: whoever opens the deployment again has it again.</source>
        <translation>Sonst geht nichts verloren: Wird das Deployment wieder geöffnet, ist es wieder da.</translation>
    </message>
    <message>
        <source>Its credentials are forgotten. Tabs that use it can no longer load.</source>
        <translation>Seine Zugangsdaten werden vergessen. Tabs, die es verwenden, können nicht mehr laden.</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Remove only the account</source>
        <translation>Nur das Konto entfernen</translation>
    </message>
    <message>
        <source>Delete the client at %1, too</source>
        <comment>a deployment</comment>
        <translation>Auch den Client bei %1 löschen</translation>
    </message>
    <message>
        <source>Otherwise its token works until %1, wherever it was copied.</source>
        <translation>Sonst gilt sein Token noch bis %1, wohin es auch kopiert wurde.</translation>
    </message>
    <message>
        <source>Otherwise its token goes on working, wherever it was copied.</source>
        <translation>Sonst gilt sein Token weiter, wohin es auch kopiert wurde.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Beibehalten</translation>
    </message>
    <message>
        <source>Keep the account</source>
        <translation>Konto behalten</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Wird entfernt …</translation>
    </message>
    <message>
        <source>Delete client and remove account</source>
        <translation>Client löschen und Konto entfernen</translation>
    </message>
    <message>
        <source>The client could not be deleted. The account is still here.</source>
        <translation>Der Client konnte nicht gelöscht werden. Das Konto ist noch hier.</translation>
    </message>
    <message>
        <source>Leave the entry there</source>
        <translation>Den Eintrag dort lassen</translation>
    </message>
    <message>
        <source>The client is deleted, but its entry in the keychain could not be removed.</source>
        <translation>Der Client ist gelöscht, aber sein Eintrag im Schlüsselbund konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>The entry in the keychain could not be removed.</source>
        <translation>Der Eintrag im Schlüsselbund konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Name of the entry: %1</source>
        <translation>Name des Eintrags: %1</translation>
    </message>
    <message>
        <source>Removed %1 and deleted its client</source>
        <translation>%1 entfernt und den Client gelöscht</translation>
    </message>
    <message>
        <source>Removed %1; its entry in the keychain is still there</source>
        <translation>%1 entfernt; der Eintrag im Schlüsselbund ist noch da</translation>
    </message>
    <message>
        <source>Removed %1</source>
        <translation>%1 entfernt</translation>
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
    <name>ui::SavePanel</name>
    <message>
        <source>Save without reading</source>
        <translation>Ohne Lesen speichern</translation>
    </message>
    <message>
        <source>Show values</source>
        <translation>Werte anzeigen</translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>Alle eigenen</translation>
    </message>
    <message>
        <source>All theirs</source>
        <translation>Alle fremden</translation>
    </message>
    <message>
        <source>Back to editing</source>
        <translation>Zurück zum Bearbeiten</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Changes of %1</source>
        <translation>Änderungen an %1</translation>
    </message>
    <message>
        <source>New secret %1</source>
        <translation>Neues Secret %1</translation>
    </message>
    <message>
        <source>Before it is written the secret is read once more; if somebody has changed it meanwhile, nothing is written and you see both changes. A change in the fraction of a second between that reading and the writing would still be lost: the service cannot rule it out.</source>
        <translation>Vor dem Schreiben wird das Secret noch einmal gelesen; hat es inzwischen jemand geändert, wird nichts geschrieben, und beide Änderungen werden angezeigt. Eine Änderung im Bruchteil einer Sekunde zwischen diesem Lesen und dem Schreiben ginge trotzdem verloren: Der Dienst kann das nicht ausschließen.</translation>
    </message>
    <message>
        <source>Expires %1, in place of %2.</source>
        <translation>Läuft am %1 ab, bisher am %2.</translation>
    </message>
    <message>
        <source>Expires %1.</source>
        <translation>Läuft am %1 ab.</translation>
    </message>
    <message>
        <source>%1 is not there any more</source>
        <translation>%1 ist nicht mehr da</translation>
    </message>
    <message>
        <source>Somebody has deleted it, or it has expired, since you began. Nothing was written. It can be made again with your text.</source>
        <translation>Seit Beginn der Bearbeitung hat es jemand gelöscht, oder es ist abgelaufen. Es wurde nichts geschrieben. Mit dem eigenen Text kann es neu angelegt werden.</translation>
    </message>
    <message>
        <source>There is a secret %1 already</source>
        <translation>Ein Secret %1 gibt es schon</translation>
    </message>
    <message>
        <source>Nothing was written. Below is what would change if yours took its place.</source>
        <translation>Es wurde nichts geschrieben. Unten steht, was sich ändern würde, wenn das eigene an seine Stelle träte.</translation>
    </message>
    <message>
        <source>Somebody else has changed %1</source>
        <translation>Jemand anderes hat %1 geändert</translation>
    </message>
    <message>
        <source>Nothing was written. Choose what to keep where both have changed the same; you see the whole once more before it is saved.</source>
        <translation>Es wurde nichts geschrieben. Wo beide dieselbe Stelle geändert haben, auswählen, was bleibt; vor dem Speichern wird das Ganze noch einmal angezeigt.</translation>
    </message>
    <message>
        <source>Expires: theirs %1, yours %2; %3 is taken over and can be changed.</source>
        <translation>Ablauf: fremd %1, eigen %2; %3 wird übernommen und kann geändert werden.</translation>
    </message>
    <message>
        <source>Save secret</source>
        <translation>Secret speichern</translation>
    </message>
    <message>
        <source>Go on with this</source>
        <translation>Damit weitermachen</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>Neu anlegen</translation>
    </message>
    <message>
        <source>Replace that secret</source>
        <translation>Vorhandenes Secret ersetzen</translation>
    </message>
    <message>
        <source>Reading it once more…</source>
        <translation>Wird noch einmal gelesen …</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <source>The secret could not be read again, so nothing was written.</source>
        <translation>Das Secret konnte nicht noch einmal gelesen werden; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>The secret could not be saved.</source>
        <translation>Das Secret konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Whether the service has taken it is not known; saving again does no harm.</source>
        <translation>Ob der Dienst es angenommen hat, ist nicht bekannt; erneutes Speichern schadet nicht.</translation>
    </message>
    <message>
        <source>Without reading, a change by somebody else would be overwritten unseen.</source>
        <translation>Ohne Lesen würde eine fremde Änderung ungesehen überschrieben.</translation>
    </message>
</context>
<context>
    <name>ui::ScopeComparePane</name>
    <message>
        <source>With everything that the roles in them give</source>
        <translation>Mit allem, was die enthaltenen Rollen geben</translation>
    </message>
    <message>
        <source>Left: scopes, one a line</source>
        <translation>Links: Scopes, einer pro Zeile</translation>
    </message>
    <message>
        <source>Right: scopes, one a line</source>
        <translation>Rechts: Scopes, einer pro Zeile</translation>
    </message>
    <message>
        <source>Only left</source>
        <translation>Nur links</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Only right</source>
        <translation>Nur rechts</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>The scopes could not be expanded.</source>
        <translation>Die Scopes konnten nicht expandiert werden.</translation>
    </message>
    <message>
        <source>Both give the same.</source>
        <translation>Beide geben dasselbe.</translation>
    </message>
    <message>
        <source>Left gives everything that right gives, and more.</source>
        <translation>Links gibt alles, was rechts gibt, und mehr.</translation>
    </message>
    <message>
        <source>Right gives everything that left gives, and more.</source>
        <translation>Rechts gibt alles, was links gibt, und mehr.</translation>
    </message>
    <message>
        <source>Each gives something that the other does not.</source>
        <translation>Jede Seite gibt etwas, das die andere nicht gibt.</translation>
    </message>
</context>
<context>
    <name>ui::ScopeDifferenceView</name>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>what stays of %1</source>
        <comment>a scope</comment>
        <translation>was von %1 bleibt</translation>
    </message>
    <message>
        <source>added, but %1 gives it</source>
        <comment>a scope</comment>
        <translation>hinzugefügt, aber schon durch %1 gegeben</translation>
    </message>
    <message>
        <source>taken out, but %1 gives it</source>
        <comment>a scope</comment>
        <translation>entfernt, aber weiter durch %1 gegeben</translation>
    </message>
    <message>
        <source>Saving gives %1 more and %2 less</source>
        <comment>numbers of scopes</comment>
        <translation>Scopes nach dem Speichern: %1 mehr, %2 weniger</translation>
    </message>
    <message>
        <source>Saving changes no scope</source>
        <translation>Speichern ändert keinen Scope</translation>
    </message>
    <message>
        <source>Saving gives what it gave before, in other words</source>
        <translation>Speichern gibt dasselbe wie vorher, nur anders ausgedrückt</translation>
    </message>
</context>
<context>
    <name>ui::ScopeExpandPane</name>
    <message>
        <source>Expand</source>
        <translation>Expandieren</translation>
    </message>
    <message>
        <source>Expanded scopes</source>
        <translation>Expandierte Scopes</translation>
    </message>
    <message>
        <source>Scopes, one a line</source>
        <translation>Scopes, einer pro Zeile</translation>
    </message>
    <message>
        <source>Nothing is expanded yet</source>
        <translation>Noch ist nichts expandiert</translation>
    </message>
    <message>
        <source>What they give</source>
        <translation>Was sie geben</translation>
    </message>
    <message>
        <source>The scopes could not be expanded.</source>
        <translation>Die Scopes konnten nicht expandiert werden.</translation>
    </message>
</context>
<context>
    <name>ui::ScopeHoldersPane</name>
    <message>
        <source>Also who has a part of it</source>
        <translation>Auch, wer einen Teil davon hat</translation>
    </message>
    <message>
        <source>A scope, or a pattern that ends with *</source>
        <translation>Ein Scope oder ein Muster, das mit * endet</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>Holders</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Only what ends with * has parts</source>
        <translation>Teile hat nur, was mit * endet</translation>
    </message>
    <message>
        <source>Not everybody who may hold it is known.</source>
        <translation>Nicht alle, die ihn haben können, sind bekannt.</translation>
    </message>
    <message>
        <source>%1 and %2 hold it</source>
        <comment>roles, clients</comment>
        <translation>%1 und %2 mit diesem Scope</translation>
    </message>
    <message numerus="yes">
        <source>%Ln roles</source>
        <translation>
            <numerusform>%Ln Rolle</numerusform>
            <numerusform>%Ln Rollen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln clients</source>
        <translation>
            <numerusform>%Ln Client</numerusform>
            <numerusform>%Ln Clients</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>Type a scope to see which clients and roles hold it.</source>
        <translation>Einen Scope eingeben, um zu sehen, welche Clients und Rollen ihn haben.</translation>
    </message>
    <message>
        <source>Reading clients and roles…</source>
        <translation>Clients und Rollen werden gelesen …</translation>
    </message>
    <message>
        <source>Nobody who is known here holds it.</source>
        <translation>Niemand, der hier bekannt ist, hat ihn.</translation>
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
        <source>Open the role %1</source>
        <translation>Rolle %1 öffnen</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>ID kopieren</translation>
    </message>
</context>
<context>
    <name>ui::ScopeTree</name>
    <message>
        <source>No scopes</source>
        <translation>Keine Scopes</translation>
    </message>
    <message>
        <source>Search scopes</source>
        <translation>Scopes durchsuchen</translation>
    </message>
    <message>
        <source>Search: %1</source>
        <translation>Suche: %1</translation>
    </message>
    <message>
        <source>Text, a scope to see what gives it, or a pattern that ends with *</source>
        <translation>Text, ein Scope (zeigt, was ihn gibt) oder ein Muster, das mit * endet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln scopes</source>
        <translation>
            <numerusform>%Ln Scope</numerusform>
            <numerusform>%Ln Scopes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln scopes</source>
        <translation>
            <numerusform>%L1 von %Ln Scope</numerusform>
            <numerusform>%L1 von %Ln Scopes</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy scopes</source>
        <translation>Scopes kopieren</translation>
    </message>
    <message>
        <source>Copy all scopes</source>
        <translation>Alle Scopes kopieren</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Alle aufklappen</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Alle zuklappen</translation>
    </message>
</context>
<context>
    <name>ui::ScopesPage</name>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Who holds a scope</source>
        <translation>Wer einen Scope hat</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>Expandieren</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
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
    <name>ui::SecretClipboard</name>
    <message>
        <source>Copied. The clipboard is cleared in %1.</source>
        <translation>Kopiert. Die Zwischenablage wird in %1 geleert.</translation>
    </message>
</context>
<context>
    <name>ui::SecretEditor</name>
    <message>
        <source>Review and save</source>
        <translation>Prüfen und speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Text of the secret</source>
        <translation>Text des Secrets</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the secret</source>
        <translation>Name des Secrets</translation>
    </message>
    <message>
        <source>Edit as %1</source>
        <translation>Als %1 bearbeiten</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Problems of the text</source>
        <translation>Probleme im Text</translation>
    </message>
    <message>
        <source>Expires, in UTC</source>
        <translation>Läuft ab, in UTC</translation>
    </message>
    <message>
        <source>From now</source>
        <translation>Ab jetzt</translation>
    </message>
    <message>
        <source>Expiry counted from now</source>
        <translation>Ablauf, von jetzt an gezählt</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 Jahr</translation>
    </message>
    <message>
        <source>10 years</source>
        <translation>10 Jahre</translation>
    </message>
    <message>
        <source>1,000 years: no end in practice</source>
        <translation>1000 Jahre: praktisch ohne Ende</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>There is an error in the text. It can be shown otherwise once that is mended.</source>
        <translation>Im Text ist ein Fehler. Anders anzeigen lässt er sich erst, wenn der behoben ist.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>Error. %1</source>
        <translation>Fehler. %1</translation>
    </message>
    <message>
        <source>Warning. %1</source>
        <translation>Warnung. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s): this cannot be saved yet.</source>
        <translation>
            <numerusform>%n Fehler: Das kann noch nicht gespeichert werden.</numerusform>
            <numerusform>%n Fehler: Das kann noch nicht gespeichert werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The new secret needs a name.</source>
        <translation>Das neue Secret braucht einen Namen.</translation>
    </message>
    <message>
        <source>Nothing has been changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Try the keychain again</source>
        <translation>Schlüsselbund erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ui::SecretForm</name>
    <message>
        <source>Add key</source>
        <translation>Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Show value</source>
        <translation>Wert anzeigen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Keys and values</source>
        <translation>Schlüssel und Werte</translation>
    </message>
    <message>
        <source>Add a key beside the chosen one, or inside of it when it is a map or list</source>
        <translation>Einen Schlüssel neben dem gewählten hinzufügen, oder darin, wenn er eine Map oder Liste ist</translation>
    </message>
    <message>
        <source>This is neither true nor false.</source>
        <translation>Das ist weder true noch false.</translation>
    </message>
    <message>
        <source>This is no number.</source>
        <translation>Das ist keine Zahl.</translation>
    </message>
    <message>
        <source>There is another key of this name beside it.</source>
        <translation>Daneben steht ein anderer Schlüssel mit diesem Namen.</translation>
    </message>
</context>
<context>
    <name>ui::SecretListPane</name>
    <message>
        <source>Search the names of all secrets</source>
        <translation>Namen aller Secrets durchsuchen</translation>
    </message>
    <message>
        <source>Search all names</source>
        <translation>Alle Namen durchsuchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Show the names as a tree</source>
        <translation>Namen als Baum anzeigen</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Secrets</translation>
    </message>
    <message numerus="yes">
        <source>%Ln secret(s)</source>
        <translation>
            <numerusform>%Ln Secret</numerusform>
            <numerusform>%Ln Secrets</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>The names are not known. A secret can be opened by its name in the location bar.</source>
        <translation>Die Namen sind nicht bekannt. In der Ortsleiste kann ein Secret über seinen Namen geöffnet werden.</translation>
    </message>
    <message>
        <source>No name has this in it.</source>
        <translation>Kein Name enthält das.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>Loading the names…</source>
        <translation>Die Namen werden geladen …</translation>
    </message>
    <message>
        <source>There are no secrets yet.</source>
        <translation>Es gibt noch keine Secrets.</translation>
    </message>
    <message>
        <source>New secret</source>
        <translation>Neues Secret</translation>
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
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
</context>
<context>
    <name>ui::SecretView</name>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keys and values</source>
        <translation>Schlüssel und Werte</translation>
    </message>
    <message>
        <source>The whole value</source>
        <translation>Der ganze Wert</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>The secret could not be read.</source>
        <translation>Das Secret konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>This secret is empty.</source>
        <translation>Dieses Secret ist leer.</translation>
    </message>
    <message>
        <source>Expires %2 (%1)</source>
        <translation>Läuft am %2 ab (%1)</translation>
    </message>
    <message>
        <source>Expired %2 (%1)</source>
        <translation>Abgelaufen am %2 (%1)</translation>
    </message>
    <message>
        <source>This secret expires %1.</source>
        <translation>Dieses Secret läuft %1 ab.</translation>
    </message>
    <message>
        <source>After %1 nobody can read it any more. Edit it to give it a later end.</source>
        <translation>Nach %1 kann es niemand mehr lesen. Durch Bearbeiten lässt sich der Ablauf hinausschieben.</translation>
    </message>
    <message>
        <source>There is a change of this secret that was not saved.</source>
        <translation>Es gibt eine Änderung an diesem Secret, die nicht gespeichert wurde.</translation>
    </message>
    <message>
        <source>It is from %1.</source>
        <translation>Sie ist von %1.</translation>
    </message>
    <message>
        <source>Hide all values</source>
        <translation>Alle Werte verbergen</translation>
    </message>
    <message>
        <source>Show all values</source>
        <translation>Alle Werte anzeigen</translation>
    </message>
    <message>
        <source>The value is not known.</source>
        <translation>Der Wert ist nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>ui::SecretsPage</name>
    <message>
        <source>Deleted the secret %1</source>
        <translation>Secret %1 gelöscht</translation>
    </message>
    <message>
        <source>New secret</source>
        <translation>Neues Secret</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Copy to…</source>
        <translation>Kopieren nach …</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Secrets</translation>
    </message>
    <message>
        <source>The chosen secret is shown here. Its value is read when it is opened.</source>
        <translation>Das gewählte Secret wird hier angezeigt. Sein Wert wird erst beim Öffnen gelesen.</translation>
    </message>
    <message>
        <source>Delete the secret?</source>
        <translation>Das Secret löschen?</translation>
    </message>
    <message>
        <source>%1 is gone at once and for good: the service keeps no older values. Tasks and programs that read it fail from then on.</source>
        <translation>%1 ist sofort und endgültig weg: Der Dienst bewahrt keine älteren Werte auf. Tasks und Programme, die es lesen, scheitern von da an.</translation>
    </message>
    <message>
        <source>Delete secret</source>
        <translation>Secret löschen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Beibehalten</translation>
    </message>
    <message>
        <source>Copied %1 to %2</source>
        <translation>%1 nach %2 kopiert</translation>
    </message>
    <message>
        <source>Renamed %1 to %2</source>
        <translation>%1 in %2 umbenannt</translation>
    </message>
    <message>
        <source>The secret could not be deleted.</source>
        <translation>Das Secret konnte nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Saved the secret %1</source>
        <translation>Secret %1 gespeichert</translation>
    </message>
    <message>
        <source>Discard the changes?</source>
        <translation>Die Änderungen verwerfen?</translation>
    </message>
    <message>
        <source>What you have changed since the last save is lost, and its draft is removed.</source>
        <translation>Alle Änderungen seit dem letzten Speichern gehen verloren, und ihr Entwurf wird entfernt.</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Waiting for the keychain, to keep a draft.</source>
        <translation>Warten auf den Schlüsselbund, um einen Entwurf aufzubewahren.</translation>
    </message>
    <message>
        <source>The draft is kept, encrypted.</source>
        <translation>Der Entwurf ist verschlüsselt gespeichert.</translation>
    </message>
    <message>
        <source>The draft lasts for this run only. %1</source>
        <translation>Der Entwurf bleibt nur für diesen Lauf erhalten. %1</translation>
    </message>
    <message>
        <source>There is a new secret that was not saved.</source>
        <translation>Es gibt ein neues Secret, das nicht gespeichert wurde.</translation>
    </message>
    <message>
        <source>There is a new secret that was not saved: %1.</source>
        <translation>Es gibt ein neues Secret, das nicht gespeichert wurde: %1.</translation>
    </message>
    <message>
        <source>It is from %1.</source>
        <translation>Sie ist von %1.</translation>
    </message>
    <message>
        <source>%1: needs the scope %2</source>
        <translation>%1: braucht den Scope %2</translation>
    </message>
    <message>
        <source>Open the old one</source>
        <translation>Das alte öffnen</translation>
    </message>
    <message>
        <source>Open the new one</source>
        <translation>Das neue öffnen</translation>
    </message>
    <message>
        <source>Renaming %1 was interrupted.</source>
        <translation>Das Umbenennen von %1 wurde unterbrochen.</translation>
    </message>
    <message>
        <source>Both may be there, the old one and %1. Look at the two, then delete the one that is not needed.</source>
        <translation>Vielleicht sind beide da, das alte und %1. Beide ansehen, dann das löschen, das nicht gebraucht wird.</translation>
    </message>
    <message>
        <source>The secrets could not be listed.</source>
        <translation>Die Secrets konnten nicht aufgelistet werden.</translation>
    </message>
    <message>
        <source>There are unsaved changes of secrets from an earlier run.</source>
        <translation>Es gibt ungespeicherte Änderungen an Secrets aus einem früheren Lauf des Programms.</translation>
    </message>
    <message>
        <source>Waiting for the keychain, which has the key to them.</source>
        <translation>Warten auf den Schlüsselbund, in dem ihr Schlüssel liegt.</translation>
    </message>
    <message>
        <source>The key to them is in the keychain. %1</source>
        <translation>Ihr Schlüssel liegt im Schlüsselbund. %1</translation>
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
    <name>ui::SettingsPage</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Sp&amp;rache</translation>
    </message>
    <message>
        <source>Another language is used from the next start on.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Show times</source>
        <translation>Zeiten anzeigen</translation>
    </message>
    <message>
        <source>As distance: 12 min ago</source>
        <translation>Als Abstand: vor 12 min</translation>
    </message>
    <message>
        <source>Exactly</source>
        <translation>Genau</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>UTC, as Taskcluster itself</source>
        <translation>UTC, wie Taskcluster selbst</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>&amp;Show times</source>
        <translation>Zeiten a&amp;nzeigen</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>&amp;Zeitzone</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>When transfers have ended and the window is not in front</source>
        <translation>Wenn Übertragungen beendet sind und das Fenster nicht im Vordergrund ist</translation>
    </message>
    <message>
        <source>When credentials are about to end, or have ended</source>
        <translation>Wenn Zugangsdaten bald ablaufen oder abgelaufen sind</translation>
    </message>
    <message>
        <source>Transfers and clipboard</source>
        <translation>Übertragungen und Zwischenablage</translation>
    </message>
    <message>
        <source>Folder where saving starts</source>
        <translation>Ordner, in dem das Speichern beginnt</translation>
    </message>
    <message>
        <source>There is no such folder. The one from before is still used.</source>
        <translation>Diesen Ordner gibt es nicht. Der bisherige wird weiter verwendet.</translation>
    </message>
    <message>
        <source>Saving starts &amp;in</source>
        <translation>Speichern beginnt &amp;in</translation>
    </message>
    <message>
        <source>Several artifacts keep their folders</source>
        <translation>Mehrere Artefakte behalten ihre Ordner</translation>
    </message>
    <message>
        <source>Transfers at the same time</source>
        <translation>Gleichzeitige Übertragungen</translation>
    </message>
    <message>
        <source>Transfers at the same &amp;time</source>
        <translation>Gleichzeitige Über&amp;tragungen</translation>
    </message>
    <message>
        <source>Seconds until secrets leave the clipboard</source>
        <translation>Sekunden, bis Secrets aus der Zwischenablage verschwinden</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Secrets leave the clip&amp;board after</source>
        <translation>Secrets aus der Zwischenablage &amp;löschen nach</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>This one:</source>
        <translation>Dieser:</translation>
    </message>
    <message>
        <source>Host and port of the proxy</source>
        <translation>Host und Port des Proxys</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>&amp;Proxy</translation>
    </message>
    <message>
        <source>A host and a port belong here, for example proxy.example.com:3128, without a user name.</source>
        <translation>Hierher gehören ein Host und ein Port, zum Beispiel proxy.example.com:3128, ohne Benutzernamen.</translation>
    </message>
    <message>
        <source>Holds for accounts that are opened from now on. This machine itself is never asked through a proxy.</source>
        <translation>Gilt für Konten, die ab jetzt geöffnet werden. Dieser Rechner selbst wird nie über einen Proxy gefragt.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Remember task groups and tasks that were looked at</source>
        <translation>Angesehene Taskgruppen und Tasks merken</translation>
    </message>
    <message>
        <source>The history has been cleared.</source>
        <translation>Der Verlauf wurde gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>Clear %Ln entries</source>
        <translation>
            <numerusform>%Ln Eintrag löschen</numerusform>
            <numerusform>%Ln Einträge löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the history</source>
        <translation>Verlauf löschen</translation>
    </message>
    <message>
        <source>Forget everything</source>
        <translation>Alles vergessen</translation>
    </message>
    <message>
        <source>Removes all accounts with their entries in the keychain, drafts, history, open tabs and settings from this machine. Nothing changes at any deployment: clients that were made there stay.</source>
        <translation>Entfernt alle Konten mit ihren Einträgen im Schlüsselbund, Entwürfe, Verlauf, offene Tabs und Einstellungen von diesem Rechner. An keinem Deployment ändert sich etwas: Dort angelegte Clients bleiben.</translation>
    </message>
    <message>
        <source>Forget everything…</source>
        <translation>Alles vergessen …</translation>
    </message>
    <message>
        <source>Everything has been forgotten.</source>
        <translation>Alles wurde vergessen.</translation>
    </message>
    <message>
        <source>Some entries could not be removed from the keychain.</source>
        <translation>Einige Einträge konnten nicht aus dem Schlüsselbund entfernt werden.</translation>
    </message>
    <message>
        <source>Open the keychain&apos;s own program and remove them there.</source>
        <translation>Das Programm des Schlüsselbunds öffnen und sie dort entfernen.</translation>
    </message>
    <message>
        <source>Forget everything?</source>
        <translation>Alles vergessen?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) and everything else that this application keeps on this machine will be removed. This cannot be taken back.</source>
        <translation>
            <numerusform>%Ln Konto und alles andere, was diese Anwendung auf diesem Rechner aufbewahrt, wird entfernt. Das lässt sich nicht rückgängig machen.</numerusform>
            <numerusform>%Ln Konten und alles andere, was diese Anwendung auf diesem Rechner aufbewahrt, werden entfernt. Das lässt sich nicht rückgängig machen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Beibehalten</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>ui::SideBar</name>
    <message>
        <source>Side bar</source>
        <translation>Seitenleiste</translation>
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
        <source>Secrets</source>
        <translation>Secrets</translation>
    </message>
    <message>
        <source>Clients, roles</source>
        <translation>Clients, Rollen</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
</context>
<context>
    <name>ui::SignInForm</name>
    <message>
        <source>One scope a line.</source>
        <translation>Ein Scope pro Zeile.</translation>
    </message>
    <message numerus="yes">
        <source>Asks for %Ln scope(s).</source>
        <translation>
            <numerusform>Fordert %Ln Scope an.</numerusform>
            <numerusform>Fordert %Ln Scopes an.</numerusform>
        </translation>
    </message>
    <message>
        <source>The scopes cannot be asked for.</source>
        <translation>Die Scopes können nicht angefordert werden.</translation>
    </message>
    <message>
        <source>Made by signing in from Taskcluster Desktop</source>
        <translation>Bei der Anmeldung aus Taskcluster Desktop erstellt</translation>
    </message>
    <message>
        <source>The sign-in could not begin.</source>
        <translation>Die Anmeldung konnte nicht beginnen.</translation>
    </message>
    <message>
        <source>The browser came back. Trying its credentials…</source>
        <translation>Der Browser ist zurückgekommen. Seine Zugangsdaten werden geprüft …</translation>
    </message>
    <message>
        <source>Waiting for the browser, for %1 more.</source>
        <translation>Warten auf den Browser, noch %1.</translation>
    </message>
    <message>
        <source>That is not what the browser shows at the end.</source>
        <translation>Das ist nicht das, was der Browser am Ende zeigt.</translation>
    </message>
    <message>
        <source>A client that is saved on the page from now on is not used here; delete it there.</source>
        <translation>Ein Client, der ab jetzt auf der Seite gespeichert wird, wird hier nicht verwendet; er ist dort zu löschen.</translation>
    </message>
    <message>
        <source>The sign-in was cancelled.</source>
        <translation>Die Anmeldung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Nobody came from the browser within %1.</source>
        <translation>Innerhalb von %1 kam niemand aus dem Browser zurück.</translation>
    </message>
    <message>
        <source>The sign-in did not work.</source>
        <translation>Die Anmeldung hat nicht funktioniert.</translation>
    </message>
    <message>
        <source>The deployment&apos;s page opens in the browser. There you save a client for this application, which then gets its credentials by itself.</source>
        <translation>Die Seite des Deployments öffnet sich im Browser. Dort wird ein Client für diese Anwendung gespeichert, die seine Zugangsdaten dann von selbst bekommt.</translation>
    </message>
    <message>
        <source>Sign in through the browser</source>
        <translation>Über den Browser anmelden</translation>
    </message>
    <message>
        <source>Only give me the link</source>
        <translation>Nur den Link anzeigen</translation>
    </message>
    <message>
        <source>For a browser on another machine</source>
        <translation>Für einen Browser auf einem anderen Rechner</translation>
    </message>
    <message>
        <source>Read only: look at everything but secrets</source>
        <translation>Nur lesen: alles außer Secrets ansehen</translation>
    </message>
    <message>
        <source>Developer: also run, cancel and make tasks, trigger hooks, use secrets</source>
        <translation>Entwicklung: auch Tasks starten, abbrechen und erstellen, Hooks auslösen, Secrets verwenden</translation>
    </message>
    <message>
        <source>Everything that you may do</source>
        <translation>Alles, was man selbst darf</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Benutzerdefiniert</translation>
    </message>
    <message>
        <source>What it may do</source>
        <translation>Was diese Anwendung darf</translation>
    </message>
    <message>
        <source>Scopes to ask for</source>
        <translation>Anzufordernde Scopes</translation>
    </message>
    <message>
        <source>Name of the client</source>
        <translation>Name des Clients</translation>
    </message>
    <message>
        <source>Comes after your own client id; six random characters come after it</source>
        <translation>Steht hinter der eigenen Client-ID; dahinter folgen sechs zufällige Zeichen</translation>
    </message>
    <message>
        <source>Lifetime</source>
        <translation>Gültigkeitsdauer</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>8 hours</source>
        <translation>8 Stunden</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 Jahr</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Lifetime</source>
        <translation>Gü&amp;ltigkeitsdauer</translation>
    </message>
    <message>
        <source>In the browser, look the form over and save it. Nothing else is to be done here.</source>
        <translation>Im Browser das Formular prüfen und speichern. Hier ist sonst nichts zu tun.</translation>
    </message>
    <message>
        <source>Open the page again</source>
        <translation>Seite erneut öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>With a browser on another machine</source>
        <translation>Mit einem Browser auf einem anderen Rechner</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Open this link there. After saving, that browser goes to an address that only this machine answers: copy that address from it, and paste it here.</source>
        <translation>Diesen Link dort öffnen. Nach dem Speichern geht jener Browser zu einer Adresse, auf der nur dieser Rechner antwortet: die Adresse dort kopieren und hier einfügen.</translation>
    </message>
    <message>
        <source>Address that the browser went to</source>
        <translation>Adresse, zu der der Browser gegangen ist</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>The browser came back without credentials.</source>
        <translation>Der Browser kam ohne Zugangsdaten zurück.</translation>
    </message>
    <message>
        <source>Begin again, and save the form on the deployment&apos;s page.</source>
        <translation>Neu beginnen und das Formular auf der Seite des Deployments speichern.</translation>
    </message>
</context>
<context>
    <name>ui::StartPage</name>
    <message>
        <source>Open a Taskcluster deployment</source>
        <translation>Ein Taskcluster-Deployment öffnen</translation>
    </message>
    <message>
        <source>Opened here, a deployment is read without credentials. To sign in or to add credentials, go to Accounts.</source>
        <translation>Von hier aus wird ein Deployment ohne Zugangsdaten gelesen. Zum Anmelden oder Hinzufügen von Zugangsdaten: Konten.</translation>
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
    <message>
        <source>Copy as files</source>
        <translation>Als Dateien kopieren</translation>
    </message>
    <message>
        <source>Keep folders when several are saved</source>
        <translation>Ordner behalten, wenn mehrere gespeichert werden</translation>
    </message>
    <message>
        <source>fetching…</source>
        <translation>wird geholt …</translation>
    </message>
    <message>
        <source>fetching, %1 %</source>
        <translation>wird geholt, %1 %</translation>
    </message>
    <message>
        <source>ready to drag</source>
        <translation>bereit zum Ziehen</translation>
    </message>
    <message>
        <source>could not be fetched</source>
        <translation>konnte nicht geholt werden</translation>
    </message>
    <message numerus="yes">
        <source>Save %Ln artifact(s)…</source>
        <translation>
            <numerusform>%Ln Artefakt speichern …</numerusform>
            <numerusform>%Ln Artefakte speichern …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln URL(s)</source>
        <translation>
            <numerusform>%Ln URL kopieren</numerusform>
            <numerusform>%Ln URLs kopieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saving %Ln artifact(s)</source>
        <translation>
            <numerusform>%Ln Artefakt wird gespeichert</numerusform>
            <numerusform>%Ln Artefakte werden gespeichert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln URL(s)</source>
        <translation>
            <numerusform>%Ln URL kopiert</numerusform>
            <numerusform>%Ln URLs kopiert</numerusform>
        </translation>
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
<context>
    <name>ui::TaskUploads</name>
    <message>
        <source>Upload files…</source>
        <translation>Dateien hochladen …</translation>
    </message>
    <message>
        <source>Paste files as artifacts</source>
        <translation>Dateien als Artefakte einfügen</translation>
    </message>
    <message>
        <source>There are no files on the clipboard</source>
        <translation>In der Zwischenablage sind keine Dateien</translation>
    </message>
    <message>
        <source>The task has no run that could take artifacts.</source>
        <translation>Der Task hat keinen Lauf, der Artefakte annehmen könnte.</translation>
    </message>
    <message>
        <source>Run %1 is over. Artifacts can be added only while a run is running.</source>
        <translation>Lauf %1 ist vorbei. Artefakte können nur hinzugefügt werden, solange ein Lauf läuft.</translation>
    </message>
    <message>
        <source>The account lacks the scope that uploading takes: %1</source>
        <translation>Dem Konto fehlt der Scope, der zum Hochladen nötig ist: %1</translation>
    </message>
    <message numerus="yes">
        <source>Drop to upload %Ln file(s) as artifacts of run %1</source>
        <translation>
            <numerusform>Loslassen, um %Ln Datei als Artefakt von Lauf %1 hochzuladen</numerusform>
            <numerusform>Loslassen, um %Ln Dateien als Artefakte von Lauf %1 hochzuladen</numerusform>
        </translation>
    </message>
    <message>
        <source>Files cannot be uploaded to this task.</source>
        <translation>Zu diesem Task können keine Dateien hochgeladen werden.</translation>
    </message>
    <message>
        <source>The account does not have the scope for it.</source>
        <translation>Dem Konto fehlt der Scope dafür.</translation>
    </message>
    <message>
        <source>What was chosen holds no files.</source>
        <translation>Die Auswahl enthält keine Dateien.</translation>
    </message>
    <message numerus="yes">
        <source>There are more than %Ln file(s); choose fewer.</source>
        <translation>
            <numerusform>Es ist mehr als %Ln Datei; weniger auswählen.</numerusform>
            <numerusform>Es sind mehr als %Ln Dateien; weniger auswählen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was added.</source>
        <translation>Es wurde nichts hinzugefügt.</translation>
    </message>
    <message numerus="yes">
        <source>Uploading %Ln artifact(s)</source>
        <translation>
            <numerusform>%Ln Artefakt wird hochgeladen</numerusform>
            <numerusform>%Ln Artefakte werden hochgeladen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TokenPanel</name>
    <message>
        <source>Access token, hidden</source>
        <translation>Zugriffstoken, verborgen</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Keep as an account</source>
        <translation>Als Konto behalten</translation>
    </message>
    <message>
        <source>Show the account</source>
        <translation>Konto anzeigen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Forget the token</source>
        <translation>Token vergessen</translation>
    </message>
    <message>
        <source>New access token</source>
        <translation>Neues Zugriffstoken</translation>
    </message>
    <message>
        <source>Of the client %1. The deployment tells it this once: copy it or keep it before you go on.</source>
        <translation>Vom Client %1. Das Deployment nennt es nur dieses eine Mal: vor dem Weitermachen kopieren oder behalten.</translation>
    </message>
    <message>
        <source>It is the client of this very account, which works no more with the old token.</source>
        <translation>Es ist der Client genau dieses Kontos, das mit dem alten Token nicht mehr funktioniert.</translation>
    </message>
    <message>
        <source>Give it to the account</source>
        <translation>Dem Konto geben</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Waiting for the keychain…</source>
        <translation>Warten auf den Schlüsselbund …</translation>
    </message>
    <message>
        <source>It is in the keychain.</source>
        <translation>Es ist im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The account works with it for this run only. %1</source>
        <comment>the reason, or nothing</comment>
        <translation>Das Konto funktioniert damit nur für diesen Lauf. %1</translation>
    </message>
</context>
<context>
    <name>ui::TransferText</name>
    <message>
        <source>Saved %1 (%2)</source>
        <translation>%1 gespeichert (%2)</translation>
    </message>
    <message>
        <source>%1 is ready to drag</source>
        <translation>%1 ist bereit zum Ziehen</translation>
    </message>
    <message>
        <source>Uploaded %1 (%2)</source>
        <translation>%1 hochgeladen (%2)</translation>
    </message>
    <message>
        <source>%1 could not be saved.</source>
        <translation>%1 konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>%1 could not be fetched for dragging.</source>
        <translation>%1 konnte nicht zum Ziehen geholt werden.</translation>
    </message>
    <message>
        <source>%1 could not be uploaded.</source>
        <translation>%1 konnte nicht hochgeladen werden.</translation>
    </message>
</context>
<context>
    <name>ui::TransfersPage</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Fertige entfernen</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>Artifacts that are saved, dragged out or uploaded are listed here, each with its progress.</source>
        <translation>Artefakte, die gespeichert, herausgezogen oder hochgeladen werden, stehen hier, jedes mit seinem Fortschritt.</translation>
    </message>
    <message>
        <source>Show the tasks</source>
        <translation>Tasks anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s)</source>
        <translation>
            <numerusform>%Ln Übertragung</numerusform>
            <numerusform>%Ln Übertragungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is being transferred</source>
        <translation>Es wird nichts übertragen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in progress or waiting, %1/s</source>
        <translation>
            <numerusform>%Ln läuft oder wartet, %1/s</numerusform>
            <numerusform>%Ln laufen oder warten, %1/s</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the task in a new tab</source>
        <translation>Task in neuem Tab anzeigen</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Zeile kopieren</translation>
    </message>
</context>
<context>
    <name>ui::TypedForm</name>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Only temporary credentials have one</source>
        <translation>Nur zeitlich begrenzte Zugangsdaten haben eines</translation>
    </message>
    <message>
        <source>Paste from the clipboard</source>
        <translation>Aus der Zwischenablage einfügen</translation>
    </message>
    <message>
        <source>Paste credentials from the clipboard</source>
        <translation>Zugangsdaten aus der Zwischenablage einfügen</translation>
    </message>
    <message>
        <source>Takes JSON, lines for a shell, the taskcluster command&apos;s configuration</source>
        <translation>Nimmt JSON, Zeilen für eine Shell oder die Konfiguration des Befehls taskcluster</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Test the credentials</source>
        <translation>Zugangsdaten testen</translation>
    </message>
    <message>
        <source>Access &amp;token</source>
        <translation>Zugriffs&amp;token</translation>
    </message>
    <message>
        <source>C&amp;ertificate</source>
        <translation>Z&amp;ertifikat</translation>
    </message>
    <message>
        <source>The clipboard holds no credentials.</source>
        <translation>Die Zwischenablage enthält keine Zugangsdaten.</translation>
    </message>
    <message>
        <source>The credentials are not complete.</source>
        <translation>Die Zugangsdaten sind nicht vollständig.</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>&amp;Client ID</source>
        <translation>&amp;Client-ID</translation>
    </message>
</context>
<context>
    <name>ui::UploadPanel</name>
    <message>
        <source>Files to upload</source>
        <translation>Hochzuladende Dateien</translation>
    </message>
    <message>
        <source>&amp;Kept in</source>
        <translation>Gespeichert &amp;in</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Gespeichert in</translation>
    </message>
    <message>
        <source>object storage, with hashes that every download checks</source>
        <translation>Objektspeicher, mit Prüfsummen, die jeder Download prüft</translation>
    </message>
    <message>
        <source>the queue&apos;s bucket (s3), without hashes</source>
        <translation>Bucket der Queue (s3), ohne Prüfsummen</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen …</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Hochladen</translation>
    </message>
    <message>
        <source>Upload to run %1</source>
        <translation>In Lauf %1 hochladen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln artifact(s) cannot be uploaded like this; see the column Check.</source>
        <translation>
            <numerusform>%Ln Artefakt kann so nicht hochgeladen werden; siehe Spalte „Prüfung“.</numerusform>
            <numerusform>%Ln Artefakte können so nicht hochgeladen werden; siehe Spalte „Prüfung“.</numerusform>
        </translation>
    </message>
    <message>
        <source>An artifact cannot be taken back or replaced.</source>
        <translation>Ein Artefakt kann weder zurückgenommen noch ersetzt werden.</translation>
    </message>
    <message numerus="yes">
        <source>Upload %Ln artifact(s)</source>
        <translation>
            <numerusform>%Ln Artefakt hochladen</numerusform>
            <numerusform>%Ln Artefakte hochladen</numerusform>
        </translation>
    </message>
    <message>
        <source>The deployment is being asked where artifacts are kept.</source>
        <translation>Das Deployment wird gefragt, wo Artefakte gespeichert werden.</translation>
    </message>
    <message>
        <source>Names that begin with public/ can be read by everybody who can reach the deployment.</source>
        <translation>Namen, die mit public/ beginnen, kann jeder lesen, der das Deployment erreicht.</translation>
    </message>
</context>
<context>
    <name>ui::ValueView</name>
    <message>
        <source>Hide value</source>
        <translation>Wert verbergen</translation>
    </message>
    <message>
        <source>Show value</source>
        <translation>Wert anzeigen</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
</context>
<context>
    <name>ui::Workspace</name>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
</context>
</TS>
