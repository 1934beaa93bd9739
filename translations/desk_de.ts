<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AboutSection</name>
    <message>
        <source>Agent Desk</source>
        <translation>Agent Desk</translation>
    </message>
    <message>
        <source>Native desktop for teams that run AI agents on their own agent server.</source>
        <translation>Nativer Arbeitsplatz für Teams, die KI-Agenten auf ihrem eigenen Agentenserver betreiben.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer. Ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>Copy for &amp;a report</source>
        <translation>Für eine Meldung &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>C&amp;olours</source>
        <translation>Fa&amp;rben</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The language changes when Agent Desk starts the next time.</source>
        <translation>Die Sprache wechselt beim nächsten Start von Agent Desk.</translation>
    </message>
</context>
<context>
    <name>AttachmentText</name>
    <message>
        <source>%1 · %2</source>
        <extracomment>Name and size of a file</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · Library</source>
        <extracomment>A file, and that it is also among the documents of the library</extracomment>
        <translation>%1 · Bibliothek</translation>
    </message>
</context>
<context>
    <name>BuiltinsText</name>
    <message>
        <source>Searches the attached files for words and returns the best passages with file and line.</source>
        <translation>Durchsucht die angehängten Dateien nach Wörtern und gibt die besten Stellen mit Datei und Zeile zurück.</translation>
    </message>
    <message>
        <source>Runs one read-only SQL SELECT (SQLite) on an attached CSV or TSV file. The columns are in the result of read_file.</source>
        <translation>Führt ein nur lesendes SQL-SELECT (SQLite) auf eine angehängte CSV- oder TSV-Datei aus. Die Spalten stehen im Ergebnis von read_file.</translation>
    </message>
    <message>
        <source>Dispatcher</source>
        <translation>Vermittler</translation>
    </message>
    <message>
        <source>Chooses the right agent and tools for each question and says why.</source>
        <translation>Wählt für jede Frage den richtigen Agenten und die richtigen Werkzeuge und sagt, warum.</translation>
    </message>
    <message>
        <source>Document reader</source>
        <translation>Dokumentleser</translation>
    </message>
    <message>
        <source>Answers from attached texts and quotes the passage with file and line.</source>
        <translation>Antwortet aus angehängten Texten und zitiert die Stelle mit Datei und Zeile.</translation>
    </message>
    <message>
        <source>Table analyst</source>
        <translation>Tabellenauswertung</translation>
    </message>
    <message>
        <source>Answers questions on CSV and TSV files with SQL and shows the query.</source>
        <translation>Beantwortet Fragen zu CSV- und TSV-Dateien mit SQL und zeigt die Abfrage.</translation>
    </message>
    <message>
        <source>Calculator</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Computes expressions and percentages exactly.</source>
        <translation>Berechnet Ausdrücke und Prozente genau.</translation>
    </message>
    <message>
        <source>Workflow builder</source>
        <translation>Arbeitsablauf-Baukasten</translation>
    </message>
    <message>
        <source>Designs workflows from a description. Needs a language model.</source>
        <translation>Entwirft Arbeitsabläufe aus einer Beschreibung. Braucht ein Sprachmodell.</translation>
    </message>
    <message>
        <source>Agent designer</source>
        <translation>Agentenentwurf</translation>
    </message>
    <message>
        <source>Writes instructions for new agents. Needs a language model.</source>
        <translation>Schreibt Anweisungen für neue Agenten. Braucht ein Sprachmodell.</translation>
    </message>
    <message>
        <source>Computes an arithmetic expression: + - * / ^ % ( ), sqrt, min, max, round, percentages.</source>
        <translation>Berechnet einen arithmetischen Ausdruck: + - * / ^ % ( ), sqrt, min, max, round, Prozente.</translation>
    </message>
    <message>
        <source>Tells the current date and time.</source>
        <translation>Nennt das aktuelle Datum und die Uhrzeit.</translation>
    </message>
    <message>
        <source>Reads an attached file: the text from a line on, or a table&apos;s columns and first rows.</source>
        <translation>Liest eine angehängte Datei: den Text ab einer Zeile oder die Spalten und ersten Zeilen einer Tabelle.</translation>
    </message>
    <message numerus="yes">
        <source>Searching %n file(s)</source>
        <translation>
            <numerusform>Durchsucht eine Datei</numerusform>
            <numerusform>Durchsucht %n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the table: %1</source>
        <translation>Fragt die Tabelle: %1</translation>
    </message>
    <message>
        <source>Computing %1</source>
        <translation>Berechnet %1</translation>
    </message>
    <message>
        <source>Looking at the clock</source>
        <translation>Sieht auf die Uhr</translation>
    </message>
    <message>
        <source>Calling %1</source>
        <translation>Ruft %1 auf</translation>
    </message>
    <message>
        <source>Reading the attached file</source>
        <translation>Liest die angehängte Datei</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Liest %1</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Conversations, files and runs of the local workspace are in one folder on this computer. They are sent nowhere unless you choose a language model elsewhere.</source>
        <translation>Unterhaltungen, Dateien und Läufe des lokalen Arbeitsbereichs liegen in einem Ordner auf diesem Rechner. Sie werden nirgendwohin gesendet, solange kein Sprachmodell an anderer Stelle gewählt ist.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folder of the local workspace</source>
        <translation>Ordner des lokalen Arbeitsbereichs</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Cop&amp;y path</source>
        <translation>Pfad &amp;kopieren</translation>
    </message>
    <message>
        <source>Only your user account can read it. It is not encrypted by Agent Desk: use the disk encryption of your system.</source>
        <translation>Nur das eigene Benutzerkonto kann ihn lesen. Agent Desk verschlüsselt ihn nicht: dafür gibt es die Festplattenverschlüsselung des Systems.</translation>
    </message>
</context>
<context>
    <name>DesktopSection</name>
    <message>
        <source>&amp;Notify when an answer ends that nobody watches</source>
        <translation>Be&amp;nachrichtigen, wenn eine Antwort endet, die niemand ansieht</translation>
    </message>
    <message>
        <source>The notice shows the title of the conversation and the first words of the answer. Whoever sees the screen can read it.</source>
        <translation>Die Benachrichtigung zeigt den Titel der Unterhaltung und die ersten Worte der Antwort. Wer den Bildschirm sieht, kann sie lesen.</translation>
    </message>
    <message>
        <source>Show an icon in the &amp;tray, with the number of answers being written</source>
        <translation>Symbol im &amp;Infobereich zeigen, mit der Zahl der Antworten, die gerade geschrieben werden</translation>
    </message>
    <message>
        <source>Closing the window &amp;leaves Agent Desk in the tray</source>
        <translation>Beim &amp;Schließen des Fensters bleibt Agent Desk im Infobereich</translation>
    </message>
    <message>
        <source>This desktop has no tray.</source>
        <translation>Dieser Desktop hat keinen Infobereich.</translation>
    </message>
    <message>
        <source>Quick ask: a small window over all others, for one question.</source>
        <translation>Schnellfrage: ein kleines Fenster über allen anderen, für eine einzelne Frage.</translation>
    </message>
    <message>
        <source>Command for quick ask</source>
        <translation>Befehl für die Schnellfrage</translation>
    </message>
    <message>
        <source>Cop&amp;y command</source>
        <translation>Befehl &amp;kopieren</translation>
    </message>
    <message>
        <source>Choose &amp;keys…</source>
        <translation>&amp;Tasten wählen…</translation>
    </message>
    <message>
        <source>&amp;Open at start what was open at the end</source>
        <translation>Beim Start öffnen, &amp;was am Ende offen war</translation>
    </message>
</context>
<context>
    <name>DocumentIndexText</name>
    <message>
        <source>The file %1 is not text.</source>
        <translation>Die Datei %1 ist kein Text.</translation>
    </message>
    <message>
        <source>Export it as plain text and attach it again.</source>
        <translation>Als reinen Text exportieren und neu anhängen.</translation>
    </message>
</context>
<context>
    <name>ExpressionText</name>
    <message>
        <source>There is nothing to compute.</source>
        <translation>Es gibt nichts zu berechnen.</translation>
    </message>
    <message numerus="yes">
        <source>The expression is longer than %n character(s).</source>
        <translation>
            <numerusform>Der Ausdruck ist länger als %n Zeichen.</numerusform>
            <numerusform>Der Ausdruck ist länger als %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” at position %2 cannot be understood.</source>
        <translation>„%1“ an Stelle %2 ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>The expression is nested too deeply.</source>
        <translation>Der Ausdruck ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>Division by zero.</source>
        <translation>Division durch null.</translation>
    </message>
    <message>
        <source>A root of a negative number has no real value.</source>
        <translation>Die Wurzel einer negativen Zahl hat keinen reellen Wert.</translation>
    </message>
    <message>
        <source>The factorial needs a whole number from 0 to 1000.</source>
        <translation>Die Fakultät braucht eine ganze Zahl von 0 bis 1000.</translation>
    </message>
    <message>
        <source>The expression ends too early.</source>
        <translation>Der Ausdruck endet zu früh.</translation>
    </message>
    <message>
        <source>A closing parenthesis is missing.</source>
        <translation>Eine schließende Klammer fehlt.</translation>
    </message>
    <message>
        <source>round() takes at most 15 decimal places.</source>
        <translation>round() nimmt höchstens 15 Nachkommastellen.</translation>
    </message>
    <message>
        <source>%1() takes another number of arguments.</source>
        <translation>%1() braucht eine andere Anzahl von Argumenten.</translation>
    </message>
    <message>
        <source>A logarithm needs a number above zero.</source>
        <translation>Ein Logarithmus braucht eine Zahl über null.</translation>
    </message>
    <message>
        <source>The result is too large to compute.</source>
        <translation>Das Ergebnis ist zu groß, um es zu berechnen.</translation>
    </message>
</context>
<context>
    <name>FileSketchText</name>
    <message>
        <source>%1 is empty (0 bytes): there is nothing to read. Check the file and attach it again.</source>
        <translation>%1 ist leer (0 Byte): es gibt nichts zu lesen. Die Datei prüfen und neu anhängen.</translation>
    </message>
    <message>
        <source>%1 is neither text nor a text table. This version reads text and CSV or TSV tables only. Export it as plain text or CSV and attach that file.</source>
        <translation>%1 ist weder Text noch eine Texttabelle. Diese Version liest nur Text und CSV- oder TSV-Tabellen. Als reinen Text oder CSV exportieren und diese Datei anhängen.</translation>
    </message>
    <message>
        <source>%1 is no longer stored on this server. Attach it again.</source>
        <translation>%1 ist auf diesem Server nicht mehr gespeichert. Neu anhängen.</translation>
    </message>
</context>
<context>
    <name>InspectorWords</name>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Question to a person</source>
        <translation>Frage an einen Menschen</translation>
    </message>
    <message>
        <source>Parallel</source>
        <translation>Parallel</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>Umformung</translation>
    </message>
    <message>
        <source>Unknown kind: %1</source>
        <translation>Unbekannte Art: %1</translation>
    </message>
</context>
<context>
    <name>MarkdownBuilder</name>
    <message numerus="yes">
        <source>%n more rows are not shown. Copy the message to get them all.</source>
        <translation>
            <numerusform>Eine weitere Zeile wird nicht gezeigt. Die Nachricht kopieren, um alle zu erhalten.</numerusform>
            <numerusform>%n weitere Zeilen werden nicht gezeigt. Die Nachricht kopieren, um alle zu erhalten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkdownPictures</name>
    <message>
        <source>%1 · Show</source>
        <extracomment>The card of a picture that is not shown yet: what it is; &quot;Show&quot; says what a click does</extracomment>
        <translation>%1 · Zeigen</translation>
    </message>
</context>
<context>
    <name>MarkdownRenderer</name>
    <message>
        <source>not loaded</source>
        <translation>nicht geladen</translation>
    </message>
    <message>
        <source>without a description</source>
        <translation>ohne Beschreibung</translation>
    </message>
    <message>
        <source>Image: %1 (%2)</source>
        <extracomment>Stands for a picture, which is never loaded by itself: its description and the server it is on</extracomment>
        <translation>Bild: %1 (%2)</translation>
    </message>
    <message>
        <source>in the message</source>
        <translation>in der Nachricht</translation>
    </message>
</context>
<context>
    <name>MessageCommands</name>
    <message>
        <source>Regenerate Answer</source>
        <translation>Antwort neu erzeugen</translation>
    </message>
    <message>
        <source>Edit and Resend…</source>
        <translation>Bearbeiten und neu senden…</translation>
    </message>
    <message>
        <source>Quote in Reply</source>
        <translation>In der Antwort zitieren</translation>
    </message>
    <message>
        <source>Copy as Plain Text</source>
        <translation>Als reinen Text kopieren</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy with Formatting</source>
        <translation>Mit Formatierung kopieren</translation>
    </message>
    <message>
        <source>Previous Version</source>
        <translation>Vorige Version</translation>
    </message>
    <message>
        <source>Next Version</source>
        <translation>Nächste Version</translation>
    </message>
    <message>
        <source>Compare Versions…</source>
        <translation>Versionen vergleichen…</translation>
    </message>
    <message>
        <source>Good Answer</source>
        <translation>Gute Antwort</translation>
    </message>
    <message>
        <source>Bad Answer</source>
        <translation>Schlechte Antwort</translation>
    </message>
    <message>
        <source>Rating and Note…</source>
        <translation>Bewertung und Notiz…</translation>
    </message>
    <message>
        <source>Delete Message</source>
        <translation>Nachricht löschen</translation>
    </message>
    <message>
        <source>Undo Deleting</source>
        <translation>Löschen rückgängig machen</translation>
    </message>
    <message>
        <source>More Actions on This Message</source>
        <translation>Weitere Aktionen zu dieser Nachricht</translation>
    </message>
    <message>
        <source>Stop the Answer and Send This</source>
        <translation>Antwort anhalten und dies senden</translation>
    </message>
    <message>
        <source>Raw Trace…</source>
        <translation>Rohe Aufzeichnung …</translation>
    </message>
</context>
<context>
    <name>MessageItem</name>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Ich</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>Name and time above a message
----------
The agents that answer, and how sure the server is of its choice</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>Stopped. The text so far is kept.</source>
        <translation>Angehalten. Der bisherige Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>Interrupted. The text so far is kept.</source>
        <translation>Unterbrochen. Der bisherige Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>Not sent.</source>
        <translation>Nicht gesendet.</translation>
    </message>
    <message>
        <source>Failed.</source>
        <translation>Fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Link: %1</source>
        <translation>Verweis: %1</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>%1  %2, page %3</source>
        <extracomment>A source below an answer: its number, file name and place</extracomment>
        <translation>%1  %2, Seite %3</translation>
    </message>
    <message>
        <source>%1  %2, line %3</source>
        <translation>%1  %2, Zeile %3</translation>
    </message>
    <message>
        <source>Thoughts (%1)</source>
        <translation>Gedanken (%1)</translation>
    </message>
    <message>
        <source>Show more (%1 of %2 million characters shown)</source>
        <extracomment>Below the first part of a very long message</extracomment>
        <translation>Mehr anzeigen (%1 von %2 Millionen Zeichen sichtbar)</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Copy input</source>
        <translation>Eingabe kopieren</translation>
    </message>
    <message>
        <source>Copy output</source>
        <translation>Ausgabe kopieren</translation>
    </message>
    <message>
        <source>Waiting to be sent.</source>
        <translation>Wartet auf das Senden.</translation>
    </message>
    <message>
        <source>The connection broke. The server is being asked whether it has this message.</source>
        <translation>Die Verbindung ist abgerissen. Der Server wird gefragt, ob er diese Nachricht hat.</translation>
    </message>
    <message>
        <source>Save code as…</source>
        <translation>Code speichern unter…</translation>
    </message>
    <message>
        <source>Copy table, or drag it elsewhere</source>
        <translation>Tabelle kopieren oder anderswohin ziehen</translation>
    </message>
    <message>
        <source>Open table</source>
        <translation>Tabelle öffnen</translation>
    </message>
    <message>
        <source>Open picture: %1</source>
        <translation>Bild öffnen: %1</translation>
    </message>
    <message>
        <source>How this was decided</source>
        <translation>Wie das entschieden wurde</translation>
    </message>
    <message>
        <source>%1 (at the same time as others)</source>
        <translation>%1 (gleichzeitig mit anderen)</translation>
    </message>
    <message>
        <source>Running: %1</source>
        <comment>a step of a plan</comment>
        <translation>Läuft: %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <comment>a step of a plan</comment>
        <translation>Fertig: %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <comment>a step of a plan</comment>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Still to come: %1</source>
        <comment>a step of a plan</comment>
        <translation>Steht noch aus: %1</translation>
    </message>
    <message>
        <source>Not seen to run: %1</source>
        <comment>a step of a plan</comment>
        <translation>Nicht bekannt, ob gelaufen: %1</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation>Plan: %1</translation>
    </message>
    <message>
        <source>%1 — %2 of %3 done</source>
        <extracomment>The plan of an answer, and how many of its steps are done</extracomment>
        <translation>%1 — %2 von %3 fertig</translation>
    </message>
    <message numerus="yes">
        <source>%n more steps</source>
        <translation>
            <numerusform>Ein weiterer Schritt</numerusform>
            <numerusform>%n weitere Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>Warning — %1</source>
        <translation>Warnung — %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Below a message that has several versions: 2 of 3</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Show the version before</source>
        <translation>Die vorige Version zeigen</translation>
    </message>
    <message>
        <source>Show the next version</source>
        <translation>Die nächste Version zeigen</translation>
    </message>
    <message>
        <source>Picture %1 is not shown. %2</source>
        <extracomment>A file that is a picture: its name, and why it is not shown</extracomment>
        <translation>Das Bild %1 wird nicht gezeigt. %2</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Raw trace</source>
        <translation>Rohe Aufzeichnung</translation>
    </message>
    <message>
        <source>Do not wrap long lines</source>
        <translation>Lange Zeilen nicht umbrechen</translation>
    </message>
</context>
<context>
    <name>ModelSection</name>
    <message>
        <source>The local workspace can use a language model of yours. Any server with an OpenAI-compatible interface will do, on this computer or elsewhere.</source>
        <translation>Der lokale Arbeitsbereich kann ein eigenes Sprachmodell benutzen. Jeder Server mit OpenAI-kompatibler Schnittstelle ist geeignet, auf diesem Rechner oder anderswo.</translation>
    </message>
    <message>
        <source>&amp;No language model: use the built-in engine</source>
        <translation>Kei&amp;n Sprachmodell: eingebaute Auswertung benutzen</translation>
    </message>
    <message>
        <source>The built-in engine searches your files and quotes them, answers questions on tables and computes. It does not write text of its own and says so.</source>
        <translation>Die eingebaute Auswertung durchsucht die eigenen Dateien und zitiert sie, beantwortet Fragen zu Tabellen und rechnet. Sie schreibt keine eigenen Texte und sagt das auch.</translation>
    </message>
    <message>
        <source>&amp;Use a language model</source>
        <translation>&amp;Ein Sprachmodell benutzen</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>Ad&amp;resse</translation>
    </message>
    <message>
        <source>Address of the language model</source>
        <translation>Adresse des Sprachmodells</translation>
    </message>
    <message>
        <source>http://127.0.0.1:11434/v1</source>
        <translation>http://127.0.0.1:11434/v1</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>Name of the model; several separated by commas</source>
        <translation>Name des Modells; mehrere durch Kommas getrennt</translation>
    </message>
    <message>
        <source>llama3.1:8b</source>
        <translation>llama3.1:8b</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>API-&amp;Schlüssel</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Leave it empty where no key is needed, or to keep the one that is stored. Keys are kept in the keychain of this computer and nowhere else.</source>
        <translation>Leer lassen, wo kein Schlüssel nötig ist oder der gespeicherte bleiben soll. Schlüssel liegen im Schlüsselbund dieses Rechners und sonst nirgends.</translation>
    </message>
    <message>
        <source>Prese&amp;t</source>
        <translation>&amp;Vorlage</translation>
    </message>
    <message>
        <source>App&amp;ly</source>
        <translation>&amp;Übernehmen</translation>
    </message>
    <message>
        <source>F&amp;orget the stored key</source>
        <translation>&amp;Gespeicherten Schlüssel vergessen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the provider</source>
        <translation>Name des Anbieters</translation>
    </message>
</context>
<context>
    <name>NetworkSection</name>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>Adre&amp;sse</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>proxy.example.org</source>
        <translation>proxy.example.org</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>P&amp;ort</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>Port des Proxys</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>A&amp;rt</translation>
    </message>
    <message>
        <source>Kind of the proxy</source>
        <translation>Art des Proxys</translation>
    </message>
    <message>
        <source>&amp;Sign in to the proxy…</source>
        <translation>Am Proxy an&amp;melden …</translation>
    </message>
    <message>
        <source>Certificates of your company, where its network looks into encrypted connections. They are trusted besides those of the system.</source>
        <translation>Zertifikate Ihres Unternehmens, falls dessen Netz verschlüsselte Verbindungen prüft. Ihnen wird zusätzlich zu denen des Systems vertraut.</translation>
    </message>
    <message>
        <source>Choose f&amp;ile…</source>
        <translation>Datei &amp;wählen …</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Your administrator has set this up for this computer.</source>
        <translation>Ihre Administration hat dies für diesen Computer eingerichtet.</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>Pro&amp;xy</translation>
    </message>
    <message>
        <source>App&amp;ly</source>
        <translation>&amp;Übernehmen</translation>
    </message>
    <message>
        <source>Forget &amp;the sign-in</source>
        <translation>Anmeldung &amp;vergessen</translation>
    </message>
    <message>
        <source>Your name and password for the proxy, also in the keychain.</source>
        <translation>Ihr Name und Passwort für den Proxy, auch im Schlüsselbund.</translation>
    </message>
</context>
<context>
    <name>PeriodFinderText</name>
    <message>
        <source>from %1 on</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>vor %1</translation>
    </message>
</context>
<context>
    <name>ProfileSection</name>
    <message>
        <source>A profile says where your agents live: on this computer, or on your team&apos;s agent server.</source>
        <translation>Ein Profil sagt, wo die Agenten leben: auf diesem Rechner oder auf dem Agentenserver des Teams.</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>&amp;Use this profile</source>
        <translation>D&amp;ieses Profil benutzen</translation>
    </message>
    <message>
        <source>&amp;Add a team server…</source>
        <translation>&amp;Teamserver hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>E&amp;dit…</source>
        <translation>Bea&amp;rbeiten …</translation>
    </message>
    <message>
        <source>Add fro&amp;m a file…</source>
        <translation>Aus einer Datei hin&amp;zufügen …</translation>
    </message>
    <message>
        <source>&amp;Save to a file…</source>
        <translation>In eine Datei &amp;sichern …</translation>
    </message>
    <message>
        <source>The team servers without any sign-in, to hand on to colleagues.</source>
        <translation>Die Team-Server ohne jede Anmeldung, zum Weitergeben an Kollegen.</translation>
    </message>
</context>
<context>
    <name>ProxySignInDialog</name>
    <message>
        <source>Sign in to the proxy</source>
        <translation>Am Proxy anmelden</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>User name at the proxy</source>
        <translation>Benutzername am Proxy</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Password at the proxy</source>
        <translation>Passwort am Proxy</translation>
    </message>
    <message>
        <source>Many proxies receive the password unencrypted. Sign in only if this is the proxy of your organisation.</source>
        <translation>Viele Proxys erhalten das Passwort unverschlüsselt. Melden Sie sich nur an, wenn dies der Proxy Ihrer Organisation ist.</translation>
    </message>
    <message>
        <source>&amp;Keep it in the keychain of this computer</source>
        <translation>Im &amp;Schlüsselbund dieses Computers behalten</translation>
    </message>
</context>
<context>
    <name>QuestionPlannerText</name>
    <message>
        <source>I do not know what %1 means for this table.</source>
        <comment>%1 is one or more quoted words</comment>
        <translation>Was %1 in dieser Tabelle bedeutet, ist nicht zu erkennen.</translation>
    </message>
    <message>
        <source>I do not know which column of numbers you mean.</source>
        <translation>Welche Zahlenspalte gemeint ist, ist nicht zu erkennen.</translation>
    </message>
    <message>
        <source>I could not turn this question into a query.</source>
        <translation>Diese Frage ließ sich nicht in eine Abfrage übersetzen.</translation>
    </message>
    <message>
        <source>%1 without %2</source>
        <comment>column, values</comment>
        <translation>%1 ohne %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column: values</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Which %1 has the highest %2?</source>
        <comment>column names</comment>
        <translation>Welche %1 hat den höchsten Wert %2?</translation>
    </message>
    <message>
        <source>What is the average %1?</source>
        <comment>column name</comment>
        <translation>Wie hoch ist der Durchschnitt von %1?</translation>
    </message>
    <message>
        <source>List every %1</source>
        <comment>column name</comment>
        <translation>Zeige jede %1</translation>
    </message>
    <message>
        <source>How many rows are there?</source>
        <translation>Wie viele Zeilen gibt es?</translation>
    </message>
    <message>
        <source>Which columns are there?</source>
        <translation>Welche Spalten gibt es?</translation>
    </message>
    <message>
        <source>Show the first 5 rows</source>
        <translation>Zeige 5 Zeilen</translation>
    </message>
</context>
<context>
    <name>ReferenceSource</name>
    <message>
        <source>What the workflow is given</source>
        <translation>Was der Arbeitsablauf erhält</translation>
    </message>
    <message>
        <source>The workflow itself</source>
        <translation>Der Arbeitsablauf selbst</translation>
    </message>
    <message>
        <source>Of the loop</source>
        <translation>Von der Schleife</translation>
    </message>
    <message>
        <source>%1 refers to nothing: no step has this id.</source>
        <comment>a reference</comment>
        <translation>%1 verweist auf nichts: Kein Schritt hat diese Kennung.</translation>
    </message>
    <message>
        <source>In the last run: %1</source>
        <translation>Im letzten Lauf: %1</translation>
    </message>
</context>
<context>
    <name>RouterText</name>
    <message>
        <source>Table: %1</source>
        <translation>Tabelle: %1</translation>
    </message>
    <message>
        <source>Text: %1</source>
        <translation>Text: %1</translation>
    </message>
    <message>
        <source>You chose this agent.</source>
        <translation>Dieser Agent wurde ausdrücklich gewählt.</translation>
    </message>
    <message>
        <source>You chose this file.</source>
        <translation>Diese Datei wurde ausdrücklich gewählt.</translation>
    </message>
    <message>
        <source>None of the attached files can be read as text or table.</source>
        <translation>Keine der angehängten Dateien lässt sich als Text oder Tabelle lesen.</translation>
    </message>
    <message>
        <source>%1 is a table and the question asks for figures.</source>
        <translation>%1 ist eine Tabelle, und die Frage gilt Zahlen.</translation>
    </message>
    <message>
        <source>%1 is a text that may hold the answer.</source>
        <translation>%1 ist ein Text, der die Antwort enthalten kann.</translation>
    </message>
    <message>
        <source>The question fits the table and the text about equally well.</source>
        <translation>Die Frage passt etwa gleich gut zur Tabelle und zum Text.</translation>
    </message>
    <message>
        <source>The question is written in SQL.</source>
        <translation>Die Frage ist in SQL geschrieben.</translation>
    </message>
    <message>
        <source>The question is an expression to compute.</source>
        <translation>Die Frage ist ein Ausdruck zum Berechnen.</translation>
    </message>
    <message>
        <source>The question asks for the date or time.</source>
        <translation>Die Frage gilt dem Datum oder der Uhrzeit.</translation>
    </message>
    <message>
        <source>There is nothing to look up or compute.</source>
        <translation>Es gibt nichts nachzuschlagen oder zu berechnen.</translation>
    </message>
    <message>
        <source>No file is attached and there is nothing to compute.</source>
        <translation>Keine Datei ist angehängt, und es gibt nichts zu berechnen.</translation>
    </message>
</context>
<context>
    <name>SchemaNotes</name>
    <message>
        <source>Field without a name</source>
        <translation>Feld ohne Namen</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>Zum Beispiel: %1</translation>
    </message>
    <message>
        <source>Not checked here, only by the server: %1</source>
        <translation>Wird hier nicht geprüft, nur vom Server: %1</translation>
    </message>
    <message>
        <source>This is the default.</source>
        <translation>Das ist die Vorgabe.</translation>
    </message>
    <message>
        <source>If not given: %1</source>
        <translation>Ohne Angabe: %1</translation>
    </message>
    <message>
        <source>The default is: %1</source>
        <translation>Die Vorgabe ist: %1</translation>
    </message>
    <message>
        <source>A date, such as 2026-03-31.</source>
        <translation>Ein Datum, etwa 2026-03-31.</translation>
    </message>
    <message>
        <source>A date and a time, such as 2026-03-31T14:30:00Z.</source>
        <translation>Ein Datum mit Uhrzeit, etwa 2026-03-31T14:30:00Z.</translation>
    </message>
    <message>
        <source>A time, such as 14:30:00Z.</source>
        <translation>Eine Uhrzeit, etwa 14:30:00Z.</translation>
    </message>
    <message>
        <source>An e-mail address.</source>
        <translation>Eine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>A web address, such as https://example.org/.</source>
        <translation>Eine Webadresse, etwa https://example.org/.</translation>
    </message>
    <message>
        <source>An identifier such as 6f1c1a52-0b7e-4b3a-9a55-2f1d6c1e8b10.</source>
        <translation>Eine Kennung wie 6f1c1a52-0b7e-4b3a-9a55-2f1d6c1e8b10.</translation>
    </message>
</context>
<context>
    <name>SchemaWords</name>
    <message>
        <source>This is required.</source>
        <translation>Das ist erforderlich.</translation>
    </message>
    <message>
        <source>This value is not allowed here.</source>
        <translation>Dieser Wert ist hier nicht erlaubt.</translation>
    </message>
    <message>
        <source>This must be a multiple of %1.</source>
        <translation>Das muss ein Vielfaches von %1 sein.</translation>
    </message>
    <message>
        <source>This does not have the form that is asked for: %1</source>
        <translation>Das hat nicht die verlangte Form: %1</translation>
    </message>
    <message>
        <source>This is in the list already.</source>
        <translation>Das steht schon in der Liste.</translation>
    </message>
    <message>
        <source>Nothing of this name is expected here.</source>
        <translation>Hier wird nichts dieses Namens erwartet.</translation>
    </message>
    <message>
        <source>This fits none of the alternatives.</source>
        <translation>Das passt zu keiner der Möglichkeiten.</translation>
    </message>
    <message>
        <source>This fits more than one of the alternatives, where it must fit exactly one.</source>
        <translation>Das passt zu mehr als einer der Möglichkeiten, es muss aber zu genau einer passen.</translation>
    </message>
    <message>
        <source>There are more problems than are listed here.</source>
        <translation>Es gibt mehr Probleme, als hier aufgeführt sind.</translation>
    </message>
    <message>
        <source>This must be null.</source>
        <translation>Das muss null sein.</translation>
    </message>
    <message>
        <source>This must be yes or no: true or false.</source>
        <translation>Das muss ja oder nein sein: true oder false.</translation>
    </message>
    <message>
        <source>This must be a whole number.</source>
        <translation>Das muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>This must be a number.</source>
        <translation>Das muss eine Zahl sein.</translation>
    </message>
    <message>
        <source>This must be a text.</source>
        <translation>Das muss ein Text sein.</translation>
    </message>
    <message>
        <source>This must be a list.</source>
        <translation>Das muss eine Liste sein.</translation>
    </message>
    <message>
        <source>This must be an object.</source>
        <translation>Das muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>This kind of value is not allowed here.</source>
        <translation>Diese Art Wert ist hier nicht erlaubt.</translation>
    </message>
    <message>
        <source>This must be less than %1.</source>
        <translation>Das muss kleiner als %1 sein.</translation>
    </message>
    <message>
        <source>This must be at most %1.</source>
        <translation>Das darf höchstens %1 sein.</translation>
    </message>
    <message>
        <source>This must be more than %1.</source>
        <translation>Das muss größer als %1 sein.</translation>
    </message>
    <message>
        <source>This must be at least %1.</source>
        <translation>Das muss mindestens %1 sein.</translation>
    </message>
    <message numerus="yes">
        <source>This must have at least %n character(s).</source>
        <translation>
            <numerusform>Das muss mindestens %n Zeichen haben.</numerusform>
            <numerusform>Das muss mindestens %n Zeichen haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This must have at most %n character(s).</source>
        <translation>
            <numerusform>Das darf höchstens %n Zeichen haben.</numerusform>
            <numerusform>Das darf höchstens %n Zeichen haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This list must have at least %n item(s).</source>
        <translation>
            <numerusform>Diese Liste muss mindestens %n Eintrag haben.</numerusform>
            <numerusform>Diese Liste muss mindestens %n Einträge haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This list must have at most %n item(s).</source>
        <translation>
            <numerusform>Diese Liste darf höchstens %n Eintrag haben.</numerusform>
            <numerusform>Diese Liste darf höchstens %n Einträge haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n of the fields must be given.</source>
        <translation>
            <numerusform>Mindestens %n der Felder muss angegeben werden.</numerusform>
            <numerusform>Mindestens %n der Felder müssen angegeben werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n of the fields may be given.</source>
        <translation>
            <numerusform>Höchstens %n der Felder darf angegeben werden.</numerusform>
            <numerusform>Höchstens %n der Felder dürfen angegeben werden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecretsSection</name>
    <message>
        <source>Sign-ins, access tokens and keys of language models are kept in the keychain of this computer, and nowhere else on disk.</source>
        <translation>Anmeldungen, Zugangstoken und Schlüssel von Sprachmodellen liegen im Schlüsselbund dieses Computers und sonst nirgends auf der Festplatte.</translation>
    </message>
    <message>
        <source>&amp;Unlock…</source>
        <translation>&amp;Entsperren …</translation>
    </message>
    <message>
        <source>Unlock the keychain</source>
        <translation>Schlüsselbund entsperren</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Erneut &amp;versuchen</translation>
    </message>
    <message>
        <source>Look for the keychain again</source>
        <translation>Erneut nach dem Schlüsselbund suchen</translation>
    </message>
    <message>
        <source>&amp;Keep them only until I quit</source>
        <translation>&amp;Nur bis zum Beenden behalten</translation>
    </message>
    <message>
        <source>For a computer that others use as well: nothing is stored, and you sign in again after each start.</source>
        <translation>Für einen Computer, den auch andere benutzen: Nichts wird gespeichert, und Sie melden sich nach jedem Start neu an.</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Waiting for the sign-in service</source>
        <translation>Warten auf den Anmeldedienst</translation>
    </message>
    <message>
        <source>You get a mail with a code of six digits.</source>
        <translation>Sie erhalten eine E-Mail mit einem sechsstelligen Code.</translation>
    </message>
    <message>
        <source>&amp;E-mail address</source>
        <translation>&amp;E-Mail-Adresse</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>name@example.org</source>
        <translation>name@example.org</translation>
    </message>
    <message>
        <source>&amp;Code from the mail</source>
        <translation>&amp;Code aus der E-Mail</translation>
    </message>
    <message>
        <source>Code from the mail</source>
        <translation>Code aus der E-Mail</translation>
    </message>
    <message>
        <source>123456</source>
        <translation>123456</translation>
    </message>
    <message>
        <source>Instead of the code you can paste the whole link of the mail.</source>
        <translation>Statt des Codes können Sie auch den ganzen Link aus der E-Mail einfügen.</translation>
    </message>
    <message>
        <source>Send &amp;again</source>
        <translation>Erneut &amp;senden</translation>
    </message>
    <message>
        <source>A&amp;nother address</source>
        <translation>&amp;Andere Adresse</translation>
    </message>
    <message>
        <source>Paste the access token that whoever runs the server gave you. It is kept in the keychain of this computer.</source>
        <translation>Fügen Sie das Zugangstoken ein, das Sie vom Betreiber des Servers erhalten haben. Es bleibt im Schlüsselbund dieses Computers.</translation>
    </message>
    <message>
        <source>Access &amp;token</source>
        <translation>Zugangs&amp;token</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugangstoken</translation>
    </message>
    <message>
        <source>&amp;Open again</source>
        <translation>Erneut ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Copy address</source>
        <translation>Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>Address to visit</source>
        <translation>Zu besuchende Adresse</translation>
    </message>
    <message>
        <source>and enter this code there:</source>
        <translation>und geben Sie dort diesen Code ein:</translation>
    </message>
    <message>
        <source>Code to enter</source>
        <translation>Einzugebender Code</translation>
    </message>
    <message>
        <source>&amp;Open here</source>
        <translation>Hier ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Copy code</source>
        <translation>Code &amp;kopieren</translation>
    </message>
    <message>
        <source>Enter only the code you see here. Never enter one that somebody sent you: you would sign them in as you.</source>
        <translation>Geben Sie nur den Code ein, den Sie hier sehen. Geben Sie niemals einen ein, den Ihnen jemand geschickt hat: Sie würden diese Person unter Ihrem Namen anmelden.</translation>
    </message>
    <message>
        <source>Sign in &amp;with</source>
        <translation>Anmelden &amp;mit</translation>
    </message>
    <message>
        <source>Way to sign in</source>
        <translation>Art der Anmeldung</translation>
    </message>
</context>
<context>
    <name>SqliteText</name>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The working copy of the file could not be used: %1.</source>
        <translation>Die Arbeitskopie der Datei war nicht zu benutzen: %1.</translation>
    </message>
    <message>
        <source>Free some space and ask again.</source>
        <translation>Platz schaffen und noch einmal fragen.</translation>
    </message>
</context>
<context>
    <name>StepTemplates</name>
    <message>
        <source>Approve</source>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
</context>
<context>
    <name>TableAnswerText</name>
    <message>
        <source>total %1</source>
        <comment>sum of a column</comment>
        <translation>Summe von %1</translation>
    </message>
    <message>
        <source>average %1</source>
        <comment>average of a column</comment>
        <translation>Durchschnitt von %1</translation>
    </message>
    <message>
        <source>lowest %1</source>
        <comment>minimum of a column</comment>
        <translation>kleinster Wert von %1</translation>
    </message>
    <message>
        <source>highest %1</source>
        <comment>maximum of a column</comment>
        <translation>größter Wert von %1</translation>
    </message>
    <message>
        <source>number of rows</source>
        <translation>Anzahl der Zeilen</translation>
    </message>
    <message>
        <source>%1 share the first place by %2: %3 each.</source>
        <translation>%1 teilen sich den ersten Platz nach %2: je %3.</translation>
    </message>
    <message>
        <source>%1 share the last place by %2: %3 each.</source>
        <translation>%1 teilen sich den letzten Platz nach %2: je %3.</translation>
    </message>
    <message>
        <source>%1 comes first by %2: %3, with %4 %5.</source>
        <comment>%4 %5: a figure and its column name</comment>
        <translation>%1 steht an erster Stelle nach %2: %3, mit %5 %4.</translation>
    </message>
    <message>
        <source>%1 comes last by %2: %3, with %4 %5.</source>
        <comment>%4 %5: a figure and its column name</comment>
        <translation>%1 steht an letzter Stelle nach %2: %3, mit %5 %4.</translation>
    </message>
    <message>
        <source>%1 comes first by %2: %3.</source>
        <translation>%1 steht an erster Stelle nach %2: %3.</translation>
    </message>
    <message>
        <source>%1 comes last by %2: %3.</source>
        <translation>%1 steht an letzter Stelle nach %2: %3.</translation>
    </message>
    <message>
        <source>The first of each %1 by %2:</source>
        <translation>Der erste Platz je %1 nach %2:</translation>
    </message>
    <message>
        <source>The last of each %1 by %2:</source>
        <translation>Der letzte Platz je %1 nach %2:</translation>
    </message>
    <message>
        <source>The %1 by %2:</source>
        <comment>total revenue by region</comment>
        <translation>%1 nach %2:</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n row(s) and these columns:</source>
        <translation>
            <numerusform>%1 hat eine Zeile und diese Spalten:</numerusform>
            <numerusform>%1 hat %n Zeilen und diese Spalten:</numerusform>
        </translation>
    </message>
    <message>
        <source>There are %1 rows.</source>
        <translation>Es gibt %1 Zeilen.</translation>
    </message>
    <message>
        <source>There are %1 different values of %2.</source>
        <translation>Es gibt %1 verschiedene Werte von %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n different value(s) of %1:</source>
        <translation>
            <numerusform>Ein Wert von %1:</numerusform>
            <numerusform>%n verschiedene Werte von %1:</numerusform>
        </translation>
    </message>
    <message>
        <source>The highest %1 in one row is %2.</source>
        <translation>Der größte Wert von %1 in einer Zeile ist %2.</translation>
    </message>
    <message>
        <source>The lowest %1 in one row is %2.</source>
        <translation>Der kleinste Wert von %1 in einer Zeile ist %2.</translation>
    </message>
    <message>
        <source>No row has a value for %1.</source>
        <translation>Keine Zeile hat einen Wert für %1.</translation>
    </message>
    <message>
        <source>The %1 is %2, with %3 %4.</source>
        <comment>%3 %4: a figure and its column name</comment>
        <translation>%1: %2, mit %4 %3.</translation>
    </message>
    <message>
        <source>The %1 is %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s):</source>
        <translation>
            <numerusform>Eine Zeile:</numerusform>
            <numerusform>%n Zeilen:</numerusform>
        </translation>
    </message>
    <message>
        <source>dates from %1 to %2</source>
        <translation>Daten von %1 bis %2</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>text such as %1</source>
        <translation>Text wie %1</translation>
    </message>
    <message>
        <source>No row of %1 matches.</source>
        <translation>Keine Zeile von %1 passt.</translation>
    </message>
    <message>
        <source>(Only: %1.)</source>
        <comment>the conditions of a query</comment>
        <translation>(Nur: %1.)</translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s) are in the tool result.</source>
        <translation>
            <numerusform>Eine weitere Zeile steht im Ergebnis des Werkzeugs.</numerusform>
            <numerusform>%n weitere Zeilen stehen im Ergebnis des Werkzeugs.</numerusform>
        </translation>
    </message>
    <message>
        <source>The query has more rows than are shown here.</source>
        <translation>Die Abfrage hat mehr Zeilen, als hier gezeigt werden.</translation>
    </message>
    <message>
        <source>Words that had no effect: %1.</source>
        <translation>Wörter ohne Wirkung: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the file have more or fewer cells than its header; missing cells count as empty.</source>
        <translation>
            <numerusform>Eine Zeile der Datei hat mehr oder weniger Zellen als die Kopfzeile; fehlende Zellen zählen als leer.</numerusform>
            <numerusform>%n Zeilen der Datei haben mehr oder weniger Zellen als die Kopfzeile; fehlende Zellen zählen als leer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
    <message>
        <source>The built-in engine reads questions by rules, without a language model.</source>
        <translation>Die eingebaute Auswertung liest Fragen nach Regeln, ohne Sprachmodell.</translation>
    </message>
    <message>
        <source>%1 has these columns:</source>
        <translation>%1 hat diese Spalten:</translation>
    </message>
    <message>
        <source>These questions work on it:</source>
        <translation>Diese Fragen sind dazu möglich:</translation>
    </message>
    <message>
        <source>You can also write SQL that starts with SELECT; the table&apos;s name is %1.</source>
        <translation>Auch SQL, das mit SELECT beginnt, ist möglich; die Tabelle heißt %1.</translation>
    </message>
    <message>
        <source>A quotation mark in the file is never closed: the rows after it were read as one cell and are missing here.</source>
        <translation>Ein Anführungszeichen in der Datei wird nie geschlossen: Die Zeilen danach wurden als eine Zelle gelesen und fehlen hier.</translation>
    </message>
    <message>
        <source>Some cells of the file are too long and were cut.</source>
        <translation>Einige Zellen der Datei sind zu lang und wurden gekürzt.</translation>
    </message>
</context>
<context>
    <name>TableFit</name>
    <message numerus="yes">
        <source>%n more columns do not fit here. Open the table to see them.</source>
        <translation>
            <numerusform>Eine weitere Spalte passt nicht hierher. Die Tabelle öffnen, um sie zu sehen.</numerusform>
            <numerusform>%n weitere Spalten passen nicht hierher. Die Tabelle öffnen, um sie zu sehen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableLoaderText</name>
    <message>
        <source>Export it as CSV or TSV text and attach it again.</source>
        <translation>Als CSV- oder TSV-Text exportieren und neu anhängen.</translation>
    </message>
    <message>
        <source>The file %1 is empty.</source>
        <translation>Die Datei %1 ist leer.</translation>
    </message>
    <message>
        <source>The file %1 is not text.</source>
        <translation>Die Datei %1 ist kein Text.</translation>
    </message>
    <message>
        <source>There is no table in %1.</source>
        <translation>In %1 ist keine Tabelle.</translation>
    </message>
</context>
<context>
    <name>TableQueryText</name>
    <message numerus="yes">
        <source>The query took longer than %n second(s) and was stopped.</source>
        <translation>
            <numerusform>Die Abfrage dauerte länger als eine Sekunde und wurde abgebrochen.</numerusform>
            <numerusform>Die Abfrage dauerte länger als %n Sekunden und wurde abgebrochen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for less at once, for example one year or one group.</source>
        <translation>Weniger auf einmal erfragen, etwa ein Jahr oder eine Gruppe.</translation>
    </message>
    <message>
        <source>Only SELECT statements on the table %1 are allowed.</source>
        <translation>Nur SELECT-Anweisungen auf die Tabelle %1 sind erlaubt.</translation>
    </message>
    <message>
        <source>The table did not understand the SQL: %1.</source>
        <translation>Die Tabelle hat das SQL nicht verstanden: %1.</translation>
    </message>
    <message>
        <source>The table is %1.</source>
        <translation>Die Tabelle heißt %1.</translation>
    </message>
    <message>
        <source>There is no SQL statement.</source>
        <translation>Es gibt keine SQL-Anweisung.</translation>
    </message>
    <message>
        <source>Only one statement at a time is allowed.</source>
        <translation>Nur eine Anweisung auf einmal ist erlaubt.</translation>
    </message>
</context>
<context>
    <name>TeamServerDialog</name>
    <message>
        <source>Team server</source>
        <translation>Teamserver</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Name des Profils</translation>
    </message>
    <message>
        <source>Sales team</source>
        <translation>Vertrieb</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>Address of the agent server</source>
        <translation>Adresse des Agentenservers</translation>
    </message>
    <message>
        <source>https://agents.example.org/api/agent</source>
        <translation>https://agents.example.org/api/agent</translation>
    </message>
    <message>
        <source>Access &amp;token</source>
        <translation>Zugangs&amp;token</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugangstoken</translation>
    </message>
    <message>
        <source>The token is kept in the keychain of this computer and nowhere else.</source>
        <translation>Das Token liegt im Schlüsselbund dieses Rechners und sonst nirgends.</translation>
    </message>
    <message>
        <source>&amp;Sign in with</source>
        <translation>Anmelden &amp;mit</translation>
    </message>
    <message>
        <source>Way to sign in</source>
        <translation>Art der Anmeldung</translation>
    </message>
    <message>
        <source>Sign-in a&amp;ddress</source>
        <translation>Anm&amp;eldeadresse</translation>
    </message>
    <message>
        <source>Address of the sign-in service</source>
        <translation>Adresse des Anmeldedienstes</translation>
    </message>
    <message>
        <source>https://login.example.org</source>
        <translation>https://login.example.org</translation>
    </message>
    <message>
        <source>&amp;Program ID</source>
        <translation>&amp;Programm-ID</translation>
    </message>
    <message>
        <source>ID of this program at the sign-in service</source>
        <translation>ID dieses Programms beim Anmeldedienst</translation>
    </message>
    <message>
        <source>agent-desk</source>
        <translation>agent-desk</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>Colour of the profile</source>
        <translation>Farbe des Profils</translation>
    </message>
    <message>
        <source>Your ce&amp;rtificate</source>
        <translation>Ihr &amp;Zertifikat</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose your certificate</source>
        <translation>Ihr Zertifikat wählen</translation>
    </message>
    <message>
        <source>Only for servers that ask for one. Your IT department gives it to you.</source>
        <translation>Nur für Server, die eines verlangen. Sie bekommen es von Ihrer IT-Abteilung.</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>Take your certificate away</source>
        <translation>Ihr Zertifikat wegnehmen</translation>
    </message>
    <message>
        <source>Its pass&amp;word</source>
        <translation>Dessen Pass&amp;wort</translation>
    </message>
    <message>
        <source>Password of your certificate</source>
        <translation>Passwort Ihres Zertifikats</translation>
    </message>
    <message>
        <source>&amp;File service</source>
        <translation>Datei&amp;dienst</translation>
    </message>
    <message>
        <source>Address of the file service, if there is one</source>
        <translation>Adresse des Dateidienstes, falls es einen gibt</translation>
    </message>
    <message>
        <source>https://files.example.org/api/data</source>
        <translation>https://files.example.org/api/data</translation>
    </message>
    <message>
        <source>This is a prod&amp;uction server</source>
        <translation>Dies ist ein Prod&amp;uktivserver</translation>
    </message>
    <message>
        <source>Before agents are promoted to it, a question is asked. Until it is said here, name and address decide.</source>
        <translation>Bevor Agenten dorthin übertragen werden, wird nachgefragt. Solange hier nichts gesagt ist, entscheiden Name und Adresse.</translation>
    </message>
</context>
<context>
    <name>TextSourceText</name>
    <message>
        <source>The attached file cannot be opened.</source>
        <translation>Die angehängte Datei lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Attach it again.</source>
        <translation>Neu anhängen.</translation>
    </message>
</context>
<context>
    <name>ToolCheck</name>
    <message>
        <source>A tool needs a name.</source>
        <translation>Ein Werkzeug braucht einen Namen.</translation>
    </message>
    <message>
        <source>Letters from a to z, digits and _ only, and no digit first.</source>
        <translation>Nur Buchstaben von a bis z, Ziffern und _, und keine Ziffer am Anfang.</translation>
    </message>
    <message>
        <source>A tool needs an entrypoint.</source>
        <translation>Ein Werkzeug braucht einen Einstiegspunkt.</translation>
    </message>
    <message>
        <source>It is written as module.path:function.</source>
        <translation>Er wird als modul.pfad:funktion geschrieben.</translation>
    </message>
</context>
<context>
    <name>ToolInput</name>
    <message>
        <source>The input is longer than %L1 characters.</source>
        <translation>Die Eingabe ist länger als %L1 Zeichen.</translation>
    </message>
    <message>
        <source>a name is given twice</source>
        <translation>ein Name kommt zweimal vor</translation>
    </message>
    <message>
        <source>this is nested too deep</source>
        <translation>das ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>something is missing at the end</source>
        <translation>am Ende fehlt etwas</translation>
    </message>
    <message>
        <source>this is no valid JSON</source>
        <translation>das ist kein gültiges JSON</translation>
    </message>
    <message>
        <source>Line %L1, column %L2: %3.</source>
        <translation>Zeile %L1, Spalte %L2: %3.</translation>
    </message>
    <message>
        <source>This is no valid JSON.</source>
        <translation>Das ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>Line 1, column 1: the input is an object, in curly brackets.</source>
        <translation>Zeile 1, Spalte 1: Die Eingabe ist ein Objekt in geschweiften Klammern.</translation>
    </message>
    <message>
        <source>The input is empty. Where nothing is to be said, write {}.</source>
        <translation>Die Eingabe ist leer. Wo nichts zu sagen ist, schreiben Sie {}.</translation>
    </message>
</context>
<context>
    <name>ToolReport</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Still running</source>
        <translation>Läuft noch</translation>
    </message>
    <message>
        <source>The tool gave no details.</source>
        <translation>Das Werkzeug gab keine Einzelheiten an.</translation>
    </message>
    <message>
        <source>More is not shown here.</source>
        <translation>Mehr wird hier nicht gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>Ein Wert</numerusform>
            <numerusform>%n Werte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more rows</source>
        <translation>
            <numerusform>Eine weitere Zeile</numerusform>
            <numerusform>%n weitere Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToolSchema</name>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Reference ($.step.field)</source>
        <translation>Verweis ($.step.field)</translation>
    </message>
</context>
<context>
    <name>ToolSettings</name>
    <message>
        <source>nothing</source>
        <comment>value of a setting</comment>
        <translation>nichts</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>empty</source>
        <comment>value of a setting</comment>
        <translation>leer</translation>
    </message>
</context>
<context>
    <name>ToolText</name>
    <message>
        <source>There is no tool named “%1”.</source>
        <translation>Es gibt kein Werkzeug namens „%1“.</translation>
    </message>
    <message>
        <source>No file is attached to this conversation.</source>
        <translation>An diese Unterhaltung ist keine Datei angehängt.</translation>
    </message>
    <message>
        <source>No table is attached to this conversation.</source>
        <translation>An diese Unterhaltung ist keine Tabelle angehängt.</translation>
    </message>
    <message>
        <source>No file named “%1” is attached to this conversation.</source>
        <translation>An diese Unterhaltung ist keine Datei namens „%1“ angehängt.</translation>
    </message>
    <message>
        <source>Attached: %1.</source>
        <translation>Angehängt: %1.</translation>
    </message>
    <message>
        <source>The search needs at least one word that carries meaning.</source>
        <translation>Die Suche braucht mindestens ein Wort, das etwas bedeutet.</translation>
    </message>
    <message>
        <source>There is no time zone named “%1”. Use a name such as Europe/Berlin.</source>
        <translation>Es gibt keine Zeitzone namens „%1“. Namen sehen aus wie Europe/Berlin.</translation>
    </message>
</context>
<context>
    <name>TurnPhase</name>
    <message>
        <source>Choosing an agent…</source>
        <translation>Wählt einen Agenten…</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Sucht…</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>Denkt nach…</translation>
    </message>
    <message>
        <source>%1 of %2 steps done</source>
        <translation>%1 von %2 Schritten fertig</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>How many steps are done, and what the server says to it</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Using %1…</source>
        <translation>Benutzt %1…</translation>
    </message>
    <message>
        <source>Writing the answer…</source>
        <translation>Schreibt die Antwort…</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>Wartet auf die Antwort…</translation>
    </message>
    <message>
        <source>Working on the answer…</source>
        <translation>Arbeitet an der Antwort…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird gestoppt…</translation>
    </message>
</context>
<context>
    <name>desk::AboutSection</name>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Qt %1</source>
        <translation>Qt %1</translation>
    </message>
    <message>
        <source>The server does not tell its version.</source>
        <translation>Der Server nennt seine Version nicht.</translation>
    </message>
    <message>
        <source>Server: %1 %2</source>
        <comment>name, version</comment>
        <translation>Server: %1 %2</translation>
    </message>
    <message>
        <source>Besides the system&apos;s certificates those of %1 are trusted.</source>
        <comment>%1 file</comment>
        <translation>Außer den Zertifikaten des Systems wird denen aus %1 vertraut.</translation>
    </message>
</context>
<context>
    <name>desk::Actions</name>
    <message>
        <source>&amp;New chat</source>
        <translation>&amp;Neue Unterhaltung</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Find on this page</source>
        <translation>Auf dieser Seite &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Refresh this page</source>
        <translation>Diese Seite neu &amp;laden</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Agent Desk</source>
        <translation>Ü&amp;ber Agent Desk</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>page, its keys</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Diagnostics…</source>
        <translation>&amp;Diagnose …</translation>
    </message>
    <message>
        <source>&amp;Connection Doctor…</source>
        <translation>&amp;Verbindungsdoktor …</translation>
    </message>
    <message>
        <source>&amp;Export or print…</source>
        <translation>&amp;Exportieren oder drucken …</translation>
    </message>
    <message>
        <source>&amp;Import conversation…</source>
        <translation>Unterhaltung &amp;importieren…</translation>
    </message>
    <message>
        <source>&amp;Go to or do…</source>
        <translation>Öffnen oder a&amp;usführen…</translation>
    </message>
    <message>
        <source>Open in new &amp;window</source>
        <translation>In neuem &amp;Fenster öffnen</translation>
    </message>
    <message>
        <source>&amp;Insights of this conversation</source>
        <translation>E&amp;rkenntnisse dieser Unterhaltung</translation>
    </message>
    <message>
        <source>Search in all &amp;messages…</source>
        <translation>In allen &amp;Nachrichten suchen…</translation>
    </message>
</context>
<context>
    <name>desk::AdminPage</name>
    <message>
        <source>%1 US$</source>
        <comment>an amount of money</comment>
        <translation>%1 US$</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>a duration</comment>
        <translation>%1 ms</translation>
    </message>
    <message numerus="yes">
        <source>Most used models, last %n day(s)</source>
        <translation>
            <numerusform>Meistgenutzte Modelle, letzter Tag</numerusform>
            <numerusform>Meistgenutzte Modelle, letzte %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Most used models</source>
        <translation>Meistgenutzte Modelle</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>Tokens hinein</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>Tokens heraus</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Average time</source>
        <translation>Mittlere Dauer</translation>
    </message>
    <message>
        <source>No figures</source>
        <translation>Keine Zahlen</translation>
    </message>
    <message>
        <source>The server tells nothing of its use.</source>
        <translation>Der Server sagt nichts über seine Nutzung.</translation>
    </message>
    <message>
        <source>Use of the server</source>
        <translation>Nutzung des Servers</translation>
    </message>
    <message>
        <source>Active people</source>
        <translation>Aktive Personen</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Workflows</source>
        <translation>Workflows</translation>
    </message>
    <message>
        <source>Runs of workflows</source>
        <translation>Läufe von Workflows</translation>
    </message>
    <message>
        <source>Tokens today</source>
        <translation>Tokens heute</translation>
    </message>
    <message>
        <source>Tool calls</source>
        <translation>Werkzeugaufrufe</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>desk::AgentActions</name>
    <message>
        <source>It comes with the server or an application, and the server refuses changes of it.</source>
        <translation>Er gehört zum Server oder zu einer Anwendung, und der Server lehnt Änderungen daran ab.</translation>
    </message>
    <message>
        <source>Forget this agent?</source>
        <translation>Diesen Agenten vergessen?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n agent(s)?</source>
        <translation>
            <numerusform>%n Agenten löschen?</numerusform>
            <numerusform>%n Agenten löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
The server has it no more. The copy on this computer goes, and it cannot be made anew then.</source>
        <translation>%1
Der Server hat ihn nicht mehr. Die Kopie auf diesem Computer wird entfernt, und er kann dann nicht neu angelegt werden.</translation>
    </message>
    <message>
        <source>Copies of personal agents stay on this computer and are listed as inactive until you forget them.</source>
        <translation>Kopien persönlicher Agenten bleiben auf diesem Computer und stehen als inaktiv in der Liste, bis Sie sie vergessen.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Das kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>%1
The server deletes what is listed here, and nobody can chat with it any more. %2</source>
        <translation>%1
Der Server löscht, was hier aufgeführt ist, und niemand kann mehr damit chatten. %2</translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n erledigt</numerusform>
            <numerusform>%n erledigt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>3 done, 2 refused</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>agent: why it was refused</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>“%1” is made anew as a personal agent from the copy kept here. The server keeps the old name, so the new one is called %2.</source>
        <translation>„%1“ wird aus der hier aufbewahrten Kopie als persönlicher Agent neu angelegt. Der Server gibt den alten Namen nicht frei, der neue heißt deshalb %2.</translation>
    </message>
    <message>
        <source>Make it anew…</source>
        <translation>Neu anlegen…</translation>
    </message>
    <message>
        <source>Make this agent anew?</source>
        <translation>Diesen Agenten neu anlegen?</translation>
    </message>
    <message>
        <source>Make it anew</source>
        <translation>Neu anlegen</translation>
    </message>
    <message>
        <source>Remove from &amp;favourites</source>
        <translation>Aus den &amp;Favoriten entfernen</translation>
    </message>
    <message>
        <source>Add to &amp;favourites</source>
        <translation>Zu den &amp;Favoriten hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Deactivate</source>
        <translation>&amp;Deaktivieren</translation>
    </message>
    <message>
        <source>&amp;Reactivate</source>
        <translation>&amp;Reaktivieren</translation>
    </message>
    <message>
        <source>F&amp;orget…</source>
        <translation>Ver&amp;gessen…</translation>
    </message>
    <message>
        <source>De&amp;lete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>&amp;Chat</source>
        <translation>&amp;Chatten</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>B&amp;earbeiten</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Clone to &amp;personal</source>
        <translation>Als &amp;persönlichen Agenten kopieren</translation>
    </message>
    <message>
        <source>&amp;Versions…</source>
        <translation>&amp;Versionen…</translation>
    </message>
    <message>
        <source>Copy &amp;name</source>
        <translation>&amp;Namen kopieren</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Pro&amp;mote…</source>
        <translation>Ü&amp;bertragen…</translation>
    </message>
</context>
<context>
    <name>desk::AgentAids</name>
    <message>
        <source>Try the agent</source>
        <translation>Agenten ausprobieren</translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>%1 ausprobieren</translation>
    </message>
    <message>
        <source>Help with writing an agent</source>
        <translation>Hilfe beim Schreiben eines Agenten</translation>
    </message>
    <message>
        <source>Help with writing %1</source>
        <translation>Hilfe beim Schreiben von %1</translation>
    </message>
</context>
<context>
    <name>desk::AgentCopy</name>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
</context>
<context>
    <name>desk::AgentDelegate</name>
    <message>
        <source>Built in</source>
        <translation>Eingebaut</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Geteilt</translation>
    </message>
    <message>
        <source>Personal</source>
        <translation>Persönlich</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
</context>
<context>
    <name>desk::AgentDetail</name>
    <message>
        <source>Chat with this agent</source>
        <translation>Unterhaltung mit diesem Agenten</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Clone to personal</source>
        <translation>Als persönlichen Agenten kopieren</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More to do with this agent</source>
        <translation>Mehr, was mit diesem Agenten möglich ist</translation>
    </message>
    <message>
        <source>Inactive: the server lists it no more. This is the copy kept on this computer.</source>
        <translation>Inaktiv: Der Server führt ihn nicht mehr auf. Das ist die Kopie auf diesem Computer.</translation>
    </message>
    <message>
        <source>Inactive: nobody can chat with it until it is reactivated.</source>
        <translation>Inaktiv: Niemand kann mit ihm chatten, bis er reaktiviert wird.</translation>
    </message>
    <message>
        <source>The server has it no more.</source>
        <translation>Der Server hat ihn nicht mehr.</translation>
    </message>
    <message>
        <source>Parts of the agent</source>
        <translation>Teile des Agenten</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Bewertungen</translation>
    </message>
</context>
<context>
    <name>desk::AgentEditor</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Fields of the agent</source>
        <translation>Felder des Agenten</translation>
    </message>
    <message>
        <source>What it may use</source>
        <translation>Was er benutzen darf</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Throw changes away</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>New agent</source>
        <translation>Neuer Agent</translation>
    </message>
    <message>
        <source>New agent: %1</source>
        <translation>Neuer Agent: %1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Not saved yet. A draft is kept on this computer.</source>
        <translation>Noch nicht gespeichert. Ein Entwurf liegt auf diesem Computer.</translation>
    </message>
    <message numerus="yes">
        <source>Not saved: %Ln thing(s) must be put right first.</source>
        <translation>
            <numerusform>Nicht gespeichert: %Ln Sache muss zuerst in Ordnung gebracht werden.</numerusform>
            <numerusform>Nicht gespeichert: %Ln Dinge müssen zuerst in Ordnung gebracht werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved, but this server did not keep: %1.</source>
        <translation>Gespeichert, aber dieser Server hat nicht behalten: %1.</translation>
    </message>
    <message>
        <source>Somebody else had changed this in the meantime, and it was kept: %1.</source>
        <translation>Jemand anderes hatte inzwischen dies geändert, und es wurde beibehalten: %1.</translation>
    </message>
    <message>
        <source>These are changes of %1 that were never saved.</source>
        <translation>Das sind Änderungen vom %1, die nie gespeichert wurden.</translation>
    </message>
    <message>
        <source>Begun agents</source>
        <translation>Begonnene Agenten</translation>
    </message>
    <message>
        <source>New agents that were begun and not saved</source>
        <translation>Neue Agenten, die begonnen und nicht gespeichert wurden</translation>
    </message>
    <message>
        <source>Help me write…</source>
        <translation>Beim Schreiben helfen…</translation>
    </message>
    <message>
        <source>Ask it as it is written here, before it is saved</source>
        <translation>Befragen, wie er hier geschrieben ist, vor dem Speichern</translation>
    </message>
    <message>
        <source>Empty agent</source>
        <translation>Leerer Agent</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a title, when it was changed</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Not saved yet, and no draft of it could be kept.</source>
        <translation>Noch nicht gespeichert, und es ließ sich kein Entwurf davon aufheben.</translation>
    </message>
    <message>
        <source>Try it…</source>
        <translation>Ausprobieren…</translation>
    </message>
</context>
<context>
    <name>desk::AgentFacts</name>
    <message>
        <source>&amp;Instructions</source>
        <translation>An&amp;weisungen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the instructions</source>
        <translation>Anweisungen kopieren</translation>
    </message>
    <message>
        <source>Instructions of the agent</source>
        <translation>Anweisungen des Agenten</translation>
    </message>
    <message>
        <source>Built in: comes with the server, for everyone</source>
        <translation>Eingebaut: gehört zum Server, für alle</translation>
    </message>
    <message>
        <source>Application: for everyone who may use its application</source>
        <translation>Anwendung: für alle, die diese Anwendung benutzen dürfen</translation>
    </message>
    <message>
        <source>Shared: for the people it was shared with</source>
        <translation>Geteilt: für alle, mit denen er geteilt wurde</translation>
    </message>
    <message>
        <source>Personal: only for the person who made it</source>
        <translation>Persönlich: nur für die Person, die ihn angelegt hat</translation>
    </message>
    <message>
        <source>Not told by the server</source>
        <translation>Vom Server nicht mitgeteilt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>Sichtbarkeit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Berechtigungen</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n Wort</numerusform>
            <numerusform>%n Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n Zeichen</numerusform>
            <numerusform>%n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>words, characters</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>desk::AgentImportRules</name>
    <message>
        <source>It came with the other server. Here it becomes a personal agent.</source>
        <translation>Er gehörte zum anderen Server. Hier wird daraus ein persönlicher Agent.</translation>
    </message>
</context>
<context>
    <name>desk::AgentList</name>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>No agent matches the search.</source>
        <translation>Kein Agent passt zur Suche.</translation>
    </message>
</context>
<context>
    <name>desk::AgentListModel</name>
    <message>
        <source>%1: %2</source>
        <comment>agent: description</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, favourite</source>
        <comment>agent</comment>
        <translation>%1, Favorit</translation>
    </message>
    <message>
        <source>%1, inactive</source>
        <comment>agent</comment>
        <translation>%1, inaktiv</translation>
    </message>
</context>
<context>
    <name>desk::AgentPromotion</name>
    <message>
        <source>Whether the language models exist there is not known.</source>
        <translation>Ob es die Sprachmodelle dort gibt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>All language models exist there.</source>
        <translation>Alle Sprachmodelle gibt es dort.</translation>
    </message>
    <message>
        <source>Language models that are not listed there: %1</source>
        <translation>Sprachmodelle, die dort nicht aufgeführt sind: %1</translation>
    </message>
    <message>
        <source>All of them stay personal.</source>
        <translation>Alle bleiben persönlich.</translation>
    </message>
    <message>
        <source>Others see them there, too: %1</source>
        <translation>Auch andere sehen sie dort: %1</translation>
    </message>
</context>
<context>
    <name>desk::AgentRulesTexts</name>
    <message>
        <source>An agent needs a name.</source>
        <translation>Ein Agent braucht einen Namen.</translation>
    </message>
    <message>
        <source>The name is too long: %L1 characters, where at most %L2 are allowed.</source>
        <translation>Der Name ist zu lang: %L1 Zeichen, erlaubt sind höchstens %L2.</translation>
    </message>
    <message>
        <source>Only the letters a to z, digits and hyphens are allowed in a name.</source>
        <translation>Im Namen sind nur die Buchstaben a bis z, Ziffern und Bindestriche erlaubt.</translation>
    </message>
    <message>
        <source>“%1” is the name of a built-in agent. Choose another one.</source>
        <translation>„%1“ ist der Name eines eingebauten Agenten. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>There is an agent with the name “%1” already. Choose another one.</source>
        <translation>Es gibt schon einen Agenten mit dem Namen „%1“. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The display name is too long: %L1 characters, where at most %L2 are allowed.</source>
        <translation>Der Anzeigename ist zu lang: %L1 Zeichen, erlaubt sind höchstens %L2.</translation>
    </message>
    <message>
        <source>Without a description, others cannot tell what this agent is for.</source>
        <translation>Ohne Beschreibung können andere nicht erkennen, wofür dieser Agent da ist.</translation>
    </message>
    <message>
        <source>An agent needs a model.</source>
        <translation>Ein Agent braucht ein Modell.</translation>
    </message>
    <message>
        <source>The model “%1” is not in the list of this server. It is kept as it is.</source>
        <translation>Das Modell „%1“ steht nicht in der Liste dieses Servers. Es bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>An agent needs instructions.</source>
        <translation>Ein Agent braucht Anweisungen.</translation>
    </message>
    <message>
        <source>The instructions are too long: %L1 characters, where at most %L2 are allowed.</source>
        <translation>Die Anweisungen sind zu lang: %L1 Zeichen, erlaubt sind höchstens %L2.</translation>
    </message>
    <message>
        <source>The instructions are very long: %L1 characters. A model follows shorter ones better.</source>
        <translation>Die Anweisungen sind sehr lang: %L1 Zeichen. Kürzeren folgt ein Modell besser.</translation>
    </message>
    <message>
        <source>The instructions name tools that the agent does not have: %1.</source>
        <translation>Die Anweisungen nennen Werkzeuge, die der Agent nicht hat: %1.</translation>
    </message>
    <message>
        <source>Only the server itself has built-in agents. Choose another visibility.</source>
        <translation>Nur der Server selbst hat eingebaute Agenten. Wählen Sie etwas anderes.</translation>
    </message>
    <message>
        <source>The length from which a conversation is shortened must be from %L1 to %L2 characters.</source>
        <translation>Die Länge, ab der eine Unterhaltung gekürzt wird, muss zwischen %L1 und %L2 Zeichen liegen.</translation>
    </message>
    <message>
        <source>The number of recent messages that stay as they are must be from %L1 to %L2.</source>
        <translation>Die Zahl der letzten Nachrichten, die unverändert bleiben, muss zwischen %L1 und %L2 liegen.</translation>
    </message>
    <message>
        <source>The length of the summary must be from %L1 to %L2 characters.</source>
        <translation>Die Länge der Zusammenfassung muss zwischen %L1 und %L2 Zeichen liegen.</translation>
    </message>
    <message>
        <source>This server has no tool with the name “%1”.</source>
        <translation>Dieser Server hat kein Werkzeug mit dem Namen „%1“.</translation>
    </message>
    <message>
        <source>“%1” is a custom tool. Agents of this server cannot use custom tools.</source>
        <translation>„%1“ ist ein eigenes Werkzeug. Agenten dieses Servers können keine eigenen Werkzeuge benutzen.</translation>
    </message>
    <message>
        <source>“%1” is switched off. The agent cannot use it before it is switched on.</source>
        <translation>„%1“ ist ausgeschaltet. Der Agent kann es nicht benutzen, bis es eingeschaltet wird.</translation>
    </message>
    <message>
        <source>“%1” needs scopes that the agent does not have: %2.</source>
        <translation>„%1“ braucht Berechtigungen, die der Agent nicht hat: %2.</translation>
    </message>
    <message>
        <source>“%1” needs scopes that your account does not have: %2.</source>
        <translation>„%1“ braucht Berechtigungen, die Ihr Konto nicht hat: %2.</translation>
    </message>
    <message>
        <source>No tool of this agent needs the scope “%1”.</source>
        <translation>Kein Werkzeug dieses Agenten braucht die Berechtigung „%1“.</translation>
    </message>
    <message>
        <source>A tool server needs a name.</source>
        <translation>Ein Werkzeugserver braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is another tool server with the name “%1”.</source>
        <translation>Es gibt noch einen Werkzeugserver mit dem Namen „%1“.</translation>
    </message>
    <message>
        <source>A tool server that runs as a program needs a command.</source>
        <translation>Ein Werkzeugserver, der als Programm läuft, braucht einen Befehl.</translation>
    </message>
    <message>
        <source>A tool server on the network needs an address.</source>
        <translation>Ein Werkzeugserver im Netz braucht eine Adresse.</translation>
    </message>
    <message>
        <source>This address cannot be used. It must begin with http:// or https:// and name a host.</source>
        <translation>Diese Adresse ist nicht brauchbar. Sie muss mit http:// oder https:// beginnen und einen Rechner nennen.</translation>
    </message>
    <message>
        <source>The time-out must be from %L1 to %L2 seconds.</source>
        <translation>Die Wartezeit muss zwischen %L1 und %L2 Sekunden liegen.</translation>
    </message>
    <message>
        <source>These variables seem to hold a secret that everyone who may read the agent can read: %1.</source>
        <translation>Diese Variablen scheinen ein Geheimnis zu enthalten, das alle lesen können, die den Agenten lesen dürfen: %1.</translation>
    </message>
    <message>
        <source>These headers seem to hold a secret that everyone who may read the agent can read: %1.</source>
        <translation>Diese Kopfzeilen scheinen ein Geheimnis zu enthalten, das alle lesen können, die den Agenten lesen dürfen: %1.</translation>
    </message>
    <message>
        <source>The address seems to hold a secret that everyone who may read the agent can read.</source>
        <translation>Die Adresse scheint ein Geheimnis zu enthalten, das alle lesen können, die den Agenten lesen dürfen.</translation>
    </message>
    <message>
        <source>The arguments seem to hold a secret that everyone who may read the agent can read.</source>
        <translation>Die Argumente scheinen ein Geheimnis zu enthalten, das alle lesen können, die den Agenten lesen dürfen.</translation>
    </message>
    <message>
        <source>The values of these variables are not known here and must be entered: %1.</source>
        <translation>Die Werte dieser Variablen sind hier nicht bekannt und müssen eingegeben werden: %1.</translation>
    </message>
    <message>
        <source>The values of these headers are not known here and must be entered: %1.</source>
        <translation>Die Werte dieser Kopfzeilen sind hier nicht bekannt und müssen eingegeben werden: %1.</translation>
    </message>
</context>
<context>
    <name>desk::AgentRunModel</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
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
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
</context>
<context>
    <name>desk::AgentRuns</name>
    <message>
        <source>The server is not connected.</source>
        <translation>Der Server ist nicht verbunden.</translation>
    </message>
</context>
<context>
    <name>desk::AgentRunsView</name>
    <message>
        <source>Load the runs again</source>
        <translation>Läufe neu laden</translation>
    </message>
    <message>
        <source>Latest runs of the agent</source>
        <translation>Letzte Läufe des Agenten</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>The runs could not be loaded.</source>
        <translation>Die Läufe konnten nicht geladen werden.</translation>
    </message>
    <message numerus="yes">
        <source>Perhaps out of date: these are the %n run(s) that were seen before.</source>
        <translation>
            <numerusform>Vielleicht veraltet: Das ist der %n Lauf, der vorher zu sehen war.</numerusform>
            <numerusform>Vielleicht veraltet: Das sind die %n Läufe, die vorher zu sehen waren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading… These were seen already.</source>
        <translation>Wird geladen … Diese waren schon zu sehen.</translation>
    </message>
    <message>
        <source>The server does not choose runs by agent: %L1 of its latest %L2 runs are of this one.</source>
        <translation>Der Server wählt Läufe nicht nach Agent aus: %L1 seiner letzten %L2 Läufe sind von diesem.</translation>
    </message>
    <message>
        <source>No runs of this agent yet, as far as the server shows them to this account.</source>
        <translation>Noch keine Läufe dieses Agenten, soweit der Server sie diesem Konto zeigt.</translation>
    </message>
    <message numerus="yes">
        <source>The latest %n run(s); there may be older ones.</source>
        <translation>
            <numerusform>Der letzte Lauf; es kann ältere geben.</numerusform>
            <numerusform>Die letzten %n Läufe; es kann ältere geben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n run(s) that the server shows to this account.</source>
        <translation>
            <numerusform>Der einzige Lauf, den der Server diesem Konto zeigt.</numerusform>
            <numerusform>Alle %n Läufe, die der Server diesem Konto zeigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Computed on this computer from the %n run(s) above that have ended:</source>
        <translation>
            <numerusform>Auf diesem Computer aus dem einen beendeten Lauf oben berechnet:</numerusform>
            <numerusform>Auf diesem Computer aus den %n beendeten Läufen oben berechnet:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n succeeded</source>
        <translation>
            <numerusform>%n gelungen</numerusform>
            <numerusform>%n gelungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>half of them took %1 or less</source>
        <translation>die Hälfte dauerte höchstens %1</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <comment>computed from how many: figures</comment>
        <translation>%1 %2.</translation>
    </message>
</context>
<context>
    <name>desk::AgentSave</name>
    <message>
        <source>The agent is no longer there.</source>
        <translation>Den Agenten gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>There is an agent with this name already.</source>
        <translation>Es gibt schon einen Agenten mit diesem Namen.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>desk::AgentScoresView</name>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Load the scores again</source>
        <translation>Bewertungen neu laden</translation>
    </message>
    <message>
        <source>Period of the scores</source>
        <translation>Zeitraum der Bewertungen</translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Letzter Tag</numerusform>
            <numerusform>Letzte %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>This server keeps no scores of agents.</source>
        <translation>Dieser Server bewahrt keine Bewertungen von Agenten auf.</translation>
    </message>
    <message>
        <source>The server does not show the scores of this agent to this account.</source>
        <translation>Der Server zeigt diesem Konto die Bewertungen dieses Agenten nicht.</translation>
    </message>
    <message>
        <source>The scores could not be loaded.</source>
        <translation>Die Bewertungen konnten nicht geladen werden.</translation>
    </message>
    <message>
        <source>Perhaps out of date: these are the scores that were seen before.</source>
        <translation>Vielleicht veraltet: Das sind die Bewertungen, die vorher zu sehen waren.</translation>
    </message>
    <message numerus="yes">
        <source>No run of this agent was graded in the last %n day(s).</source>
        <translation>
            <numerusform>Am letzten Tag wurde kein Lauf dieses Agenten bewertet.</numerusform>
            <numerusform>In den letzten %n Tagen wurde kein Lauf dieses Agenten bewertet.</numerusform>
        </translation>
    </message>
    <message>
        <source>This server tells no scores by scorer and period. Over all time:</source>
        <translation>Dieser Server nennt keine Bewertungen nach Bewerter und Zeitraum. Über die ganze Zeit:</translation>
    </message>
    <message numerus="yes">
        <source>Scores from 0 to 1, of the last %n day(s).</source>
        <translation>
            <numerusform>Bewertungen von 0 bis 1, des letzten Tages.</numerusform>
            <numerusform>Bewertungen von 0 bis 1, der letzten %n Tage.</numerusform>
        </translation>
    </message>
    <message>
        <source>Averages are computed here from two lists of the server, weighted by their numbers of scores.</source>
        <translation>Die Mittelwerte sind hier aus zwei Listen des Servers berechnet, gewichtet nach der Zahl ihrer Bewertungen.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>All scorers</source>
        <translation>Alle Bewerter</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Expected tools used</source>
        <translation>Erwartete Werkzeuge verwendet</translation>
    </message>
    <message>
        <source>Quality, graded by a language model</source>
        <translation>Güte, von einem Sprachmodell bewertet</translation>
    </message>
    <message>
        <source>Choice of tools</source>
        <translation>Wahl der Werkzeuge</translation>
    </message>
    <message>
        <source>Choice of the agent</source>
        <translation>Wahl des Agenten</translation>
    </message>
    <message>
        <source>Expected words in the answer</source>
        <translation>Erwartete Wörter in der Antwort</translation>
    </message>
    <message>
        <source>The server told no average.</source>
        <translation>Der Server nannte keinen Mittelwert.</translation>
    </message>
    <message numerus="yes">
        <source>%1 on average, of %n score(s)</source>
        <translation>
            <numerusform>%1, aus %n Bewertung</numerusform>
            <numerusform>%1 im Mittel, aus %n Bewertungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on average</source>
        <translation>%1 im Mittel</translation>
    </message>
    <message numerus="yes">
        <source>%n score(s); the server told no average.</source>
        <translation>
            <numerusform>%n Bewertung; der Server nannte keinen Mittelwert.</numerusform>
            <numerusform>%n Bewertungen; der Server nannte keinen Mittelwert.</numerusform>
        </translation>
    </message>
    <message>
        <source>lowest %1</source>
        <translation>niedrigste %1</translation>
    </message>
    <message>
        <source>half up to %1</source>
        <translation>die Hälfte bis %1</translation>
    </message>
    <message>
        <source>90 of 100 up to %1</source>
        <translation>90 von 100 bis %1</translation>
    </message>
    <message>
        <source>95 of 100 up to %1</source>
        <translation>95 von 100 bis %1</translation>
    </message>
    <message>
        <source>highest %1</source>
        <translation>höchste %1</translation>
    </message>
    <message numerus="yes">
        <source>Of all %n score(s) kept: %1</source>
        <translation>
            <numerusform>Der einen aufbewahrten Bewertung: %1</numerusform>
            <numerusform>Aller %n aufbewahrten Bewertungen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Of all scores kept: %1</source>
        <translation>Aller aufbewahrten Bewertungen: %1</translation>
    </message>
    <message>
        <source>%1 of the scores passed</source>
        <translation>%1 der Bewertungen bestanden</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s) succeeded, as the server counts</source>
        <translation>
            <numerusform>%1 von %n Lauf gelungen, wie der Server zählt</numerusform>
            <numerusform>%1 von %n Läufen gelungen, wie der Server zählt</numerusform>
        </translation>
    </message>
    <message>
        <source>The server told no figures.</source>
        <translation>Der Server nannte keine Zahlen.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 succeeded</source>
        <translation>%1 gelungen</translation>
    </message>
    <message numerus="yes">
        <source>quality %1 of %n score(s)</source>
        <translation>
            <numerusform>Güte %1 aus %n Bewertung</numerusform>
            <numerusform>Güte %1 aus %n Bewertungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the last %n hour(s), over all people, as the server counts: %1.</source>
        <translation>
            <numerusform>In der letzten Stunde, über alle Personen, wie der Server zählt: %1.</numerusform>
            <numerusform>In den letzten %n Stunden, über alle Personen, wie der Server zählt: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::AgentScoring</name>
    <message>
        <source>The server is not connected.</source>
        <translation>Der Server ist nicht verbunden.</translation>
    </message>
</context>
<context>
    <name>desk::AgentSelection</name>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Reactivate</source>
        <translation>Reaktivieren</translation>
    </message>
    <message>
        <source>Add to favourites</source>
        <translation>Zu den Favoriten hinzufügen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s) chosen</source>
        <translation>
            <numerusform>%n Agent ausgewählt</numerusform>
            <numerusform>%n Agenten ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove from favourites</source>
        <translation>Aus den Favoriten entfernen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Promote…</source>
        <translation>Übertragen…</translation>
    </message>
</context>
<context>
    <name>desk::AgentStepSection</name>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>Write $. to refer to the input or to an earlier step</source>
        <translation>$. schreiben, um auf die Eingabe oder einen früheren Schritt zu verweisen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>title and name</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Choose an agent.</source>
        <translation>Einen Agenten wählen.</translation>
    </message>
    <message>
        <source>The server knows no agent of this name. It is kept.</source>
        <translation>Der Server kennt keinen Agenten dieses Namens. Er bleibt erhalten.</translation>
    </message>
</context>
<context>
    <name>desk::AgentStore</name>
    <message>
        <source>A change of it is still being saved. Try again in a moment.</source>
        <translation>Eine Änderung daran wird noch gespeichert. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>It is not in the list any more.</source>
        <translation>Er steht nicht mehr in der Liste.</translation>
    </message>
    <message>
        <source>This server cannot bring it back.</source>
        <translation>Dieser Server kann ihn nicht zurückholen.</translation>
    </message>
    <message>
        <source>It can be made anew from the copy kept here.</source>
        <translation>Er kann aus der hier aufbewahrten Kopie neu angelegt werden.</translation>
    </message>
</context>
<context>
    <name>desk::AgentTools</name>
    <message>
        <source>Tools: none</source>
        <translation>Werkzeuge: keine</translation>
    </message>
    <message>
        <source>Tools: %L1. The first %L2 of them:</source>
        <translation>Werkzeuge: %L1. Die ersten %L2 davon:</translation>
    </message>
    <message numerus="yes">
        <source>%n tool(s):</source>
        <translation>
            <numerusform>%n Werkzeug:</numerusform>
            <numerusform>%n Werkzeuge:</numerusform>
        </translation>
    </message>
    <message>
        <source>Unknown: the server lists no tool of this name.</source>
        <translation>Unbekannt: Der Server führt kein Werkzeug dieses Namens.</translation>
    </message>
    <message>
        <source>Show this tool</source>
        <translation>Dieses Werkzeug zeigen</translation>
    </message>
</context>
<context>
    <name>desk::AgentWelcome</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Connect a language model…</source>
        <translation>Sprachmodell verbinden …</translation>
    </message>
    <message>
        <source>About the agent of this chat</source>
        <translation>Über den Agenten dieser Unterhaltung</translation>
    </message>
    <message>
        <source>Questions to begin with:</source>
        <translation>Fragen für den Anfang:</translation>
    </message>
    <message>
        <source>No language model is connected. The agents for documents, tables and calculations that come with this program work without one; every other agent needs one.</source>
        <translation>Es ist kein Sprachmodell verbunden. Die mitgelieferten Agenten für Dokumente, Tabellen und Berechnungen kommen ohne aus; jeder andere Agent braucht eines.</translation>
    </message>
    <message>
        <source>Language model: %1</source>
        <translation>Sprachmodell: %1</translation>
    </message>
    <message>
        <source>It uses no tools.</source>
        <translation>Er benutzt keine Werkzeuge.</translation>
    </message>
    <message>
        <source>Tools: %1</source>
        <translation>Werkzeuge: %1</translation>
    </message>
    <message>
        <source>Looking up “%1”…</source>
        <comment>an agent</comment>
        <translation>„%1“ wird nachgeschlagen …</translation>
    </message>
    <message>
        <source>It is looked up as soon as there is a connection.</source>
        <translation>Er wird nachgeschlagen, sobald eine Verbindung besteht.</translation>
    </message>
    <message>
        <source>“%1” is not on this server any more</source>
        <comment>an agent</comment>
        <translation>„%1“ ist nicht mehr auf diesem Server</translation>
    </message>
    <message>
        <source>“%1” could not be looked up</source>
        <comment>an agent</comment>
        <translation>„%1“ konnte nicht nachgeschlagen werden</translation>
    </message>
    <message>
        <source>Writes this question into the message</source>
        <translation>Schreibt diese Frage in die Nachricht</translation>
    </message>
    <message>
        <source>The server chooses who answers; another agent can be chosen beside the message.</source>
        <translation>Der Server wählt, wer antwortet; neben der Nachricht kann ein anderer Agent gewählt werden.</translation>
    </message>
    <message>
        <source>%1 For now, the server chooses who answers.</source>
        <comment>what went wrong</comment>
        <translation>%1 Vorerst wählt der Server, wer antwortet.</translation>
    </message>
</context>
<context>
    <name>desk::AgentWords</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Für wen</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Tool servers</source>
        <translation>Werkzeugserver</translation>
    </message>
    <message>
        <source>Shortening of long conversations</source>
        <translation>Kürzen langer Unterhaltungen</translation>
    </message>
    <message>
        <source>Workflows</source>
        <translation>Abläufe</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Fall back to the most capable model</source>
        <translation>Ausweichen auf das fähigste Modell</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
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
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
</context>
<context>
    <name>desk::AgentsPage</name>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>Search agents</source>
        <translation>Agenten suchen</translation>
    </message>
    <message>
        <source>No agents</source>
        <translation>Keine Agenten</translation>
    </message>
    <message>
        <source>This server offers none to you.</source>
        <translation>Dieser Server bietet hier keine an.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>New agent…</source>
        <translation>Neuer Agent…</translation>
    </message>
    <message>
        <source>Which agents are shown</source>
        <translation>Welche Agenten gezeigt werden</translation>
    </message>
    <message>
        <source>All agents</source>
        <translation>Alle Agenten</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Eingebaut</translation>
    </message>
    <message>
        <source>Of applications</source>
        <translation>Von Anwendungen</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Geteilt</translation>
    </message>
    <message>
        <source>Personal</source>
        <translation>Persönlich</translation>
    </message>
    <message>
        <source>Order of the agents</source>
        <translation>Reihenfolge der Agenten</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Nach Titel</translation>
    </message>
    <message>
        <source>Recently used first</source>
        <translation>Zuletzt benutzte zuerst</translation>
    </message>
    <message>
        <source>Recently changed first</source>
        <translation>Zuletzt geänderte zuerst</translation>
    </message>
    <message>
        <source>By language model</source>
        <translation>Nach Sprachmodell</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n agent(s) active</source>
        <translation>
            <numerusform>%1 von %n Agent aktiv</numerusform>
            <numerusform>%1 von %n Agenten aktiv</numerusform>
        </translation>
    </message>
    <message>
        <source>personal: %L1 of %L2</source>
        <comment>active, all</comment>
        <translation>persönlich: %L1 von %L2</translation>
    </message>
    <message>
        <source>built in: %L1 of %L2</source>
        <comment>active, all</comment>
        <translation>eingebaut: %L1 von %L2</translation>
    </message>
    <message>
        <source>no runs today</source>
        <translation>heute keine Läufe</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) today</source>
        <translation>
            <numerusform>heute %n Lauf</numerusform>
            <numerusform>heute %n Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %n run(s) today</source>
        <translation>
            <numerusform>heute mindestens %n Lauf</numerusform>
            <numerusform>heute mindestens %n Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them failed</source>
        <translation>
            <numerusform>%n davon fehlgeschlagen</numerusform>
            <numerusform>%n davon fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
</context>
<context>
    <name>desk::AnswerKeeper</name>
    <message>
        <source>Quit Agent Desk?</source>
        <translation>Agent Desk beenden?</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) are still being written.</source>
        <translation>
            <numerusform>Eine Antwort wird noch geschrieben.</numerusform>
            <numerusform>%n Antworten werden noch geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>The server on this computer ends with the program: what is not finished stays as far as it got.</source>
        <translation>Der Server auf diesem Computer endet mit dem Programm: Was nicht fertig ist, bleibt, so weit es kam.</translation>
    </message>
    <message>
        <source>The server goes on without this computer: the answer is there at the next start.</source>
        <translation>Der Server arbeitet ohne diesen Computer weiter: Die Antwort ist beim nächsten Start da.</translation>
    </message>
    <message>
        <source>This server does not go on without this computer: what is not finished is lost.</source>
        <translation>Dieser Server arbeitet ohne diesen Computer nicht weiter: Was nicht fertig ist, geht verloren.</translation>
    </message>
    <message>
        <source>Agent Desk keeps running</source>
        <translation>Agent Desk läuft weiter</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) are still being written. Agent Desk stays in the tray until you quit it.</source>
        <translation>
            <numerusform>Eine Antwort wird noch geschrieben. Agent Desk bleibt im Infobereich, bis Sie es beenden.</numerusform>
            <numerusform>%n Antworten werden noch geschrieben. Agent Desk bleibt im Infobereich, bis Sie es beenden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::AnswerNotices</name>
    <message>
        <source>The answer is there.</source>
        <translation>Die Antwort ist da.</translation>
    </message>
    <message>
        <source>The answer was not finished.</source>
        <translation>Die Antwort wurde nicht fertig.</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message>
        <source>Which agent is to answer?</source>
        <translation>Welcher Agent soll antworten?</translation>
    </message>
    <message>
        <source>The agent waits for your answer.</source>
        <extracomment>An agent asks the person: %1 is the question</extracomment>
        <translation>Der Agent wartet auf Ihre Antwort.</translation>
    </message>
    <message>
        <source>Asks you: %1</source>
        <translation>Fragt Sie: %1</translation>
    </message>
    <message>
        <source>The tool %1 waits for an approval.</source>
        <translation>Das Werkzeug %1 wartet auf eine Freigabe.</translation>
    </message>
</context>
<context>
    <name>desk::AppearanceSection</name>
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
</context>
<context>
    <name>desk::ApprovalCard</name>
    <message>
        <source>Program and what it is started with:</source>
        <translation>Programm und womit es gestartet wird:</translation>
    </message>
    <message>
        <source>What the tool is told:</source>
        <translation>Was dem Werkzeug mitgeteilt wird:</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Weglegen</translation>
    </message>
    <message>
        <source>A tool waits for an approval</source>
        <translation>Ein Werkzeug wartet auf eine Freigabe</translation>
    </message>
    <message>
        <source>Environment variables that it is given:</source>
        <translation>Umgebungsvariablen, die es bekommt:</translation>
    </message>
    <message>
        <source>It runs with your rights, outside any sandbox. What it says goes to the language model.</source>
        <translation>Es läuft mit den eigenen Rechten, außerhalb jeder Sandbox. Was es ausgibt, geht an das Sprachmodell.</translation>
    </message>
    <message>
        <source>It runs with your rights, outside any sandbox. What it says is shown here.</source>
        <translation>Es läuft mit den eigenen Rechten, außerhalb jeder Sandbox. Was es ausgibt, wird hier gezeigt.</translation>
    </message>
    <message>
        <source>Tool: %1</source>
        <extracomment>The name of a tool</extracomment>
        <translation>Werkzeug: %1</translation>
    </message>
    <message>
        <source>It is given no environment variables of its own.</source>
        <translation>Es bekommt keine eigenen Umgebungsvariablen.</translation>
    </message>
    <message>
        <source>A tool waited for an approval</source>
        <translation>Ein Werkzeug wartete auf eine Freigabe</translation>
    </message>
    <message>
        <source>Nobody answered until %1: it counts as refused.</source>
        <translation>Bis %1 hat niemand geantwortet: Es gilt als abgelehnt.</translation>
    </message>
    <message>
        <source>Without an answer until %1 it counts as refused.</source>
        <translation>Ohne Antwort bis %1 gilt es als abgelehnt.</translation>
    </message>
    <message>
        <source>Tool %1, program %2</source>
        <translation>Werkzeug %1, Programm %2</translation>
    </message>
    <message>
        <source>It runs with your rights, outside any sandbox. What it says goes to the steps that follow.</source>
        <translation>Es läuft mit den eigenen Rechten, außerhalb jeder Sandbox. Was es sagt, geht an die folgenden Schritte.</translation>
    </message>
</context>
<context>
    <name>desk::ApprovalSource</name>
    <message>
        <source>The connection was lost while the answer was sent. Nothing waits for it any more: it arrived, or somebody else answered, or the execution has ended.</source>
        <translation>Beim Senden der Antwort brach die Verbindung ab. Inzwischen wartet nichts mehr darauf: Sie ist angekommen, jemand anderes hat geantwortet, oder die Ausführung ist beendet.</translation>
    </message>
    <message>
        <source>The connection was lost while the answer was sent: whether it arrived is not known.</source>
        <translation>Beim Senden der Antwort brach die Verbindung ab: Ob sie ankam, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>It is not sent again by itself. The server is asked what it waits for.</source>
        <translation>Sie wird nicht von selbst noch einmal gesendet. Der Server wird gefragt, worauf er wartet.</translation>
    </message>
    <message>
        <source>This was answered already; the first answer counts.</source>
        <translation>Darauf wurde schon geantwortet; die erste Antwort zählt.</translation>
    </message>
    <message>
        <source>The answer came too late: it does not count.</source>
        <translation>Die Antwort kam zu spät: Sie zählt nicht.</translation>
    </message>
    <message>
        <source>What is asked has changed since it was shown. The answer does not count: look at what is asked now.</source>
        <translation>Die Frage hat sich geändert, seit sie angezeigt wurde. Die Antwort zählt nicht: ansehen, was jetzt gefragt wird.</translation>
    </message>
    <message>
        <source>Nothing waits for this answer any more.</source>
        <translation>Auf diese Antwort wartet nichts mehr.</translation>
    </message>
</context>
<context>
    <name>desk::ApprovalsPage</name>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Unterhaltung öffnen</translation>
    </message>
    <message>
        <source>What waits for you</source>
        <translation>Was auf eine Antwort wartet</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Nichts wartet auf eine Antwort</translation>
    </message>
    <message>
        <source>Steps of workflows and calls of tools that need your answer appear here, of all profiles that you are signed in to.</source>
        <translation>Hier erscheinen Schritte von Arbeitsabläufen und Aufrufe von Werkzeugen, die eine Antwort brauchen, aus allen angemeldeten Profilen.</translation>
    </message>
    <message>
        <source>What is asked, and the answers to it</source>
        <translation>Was gefragt wird, und die Antworten darauf</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A profile, and why its server could not be asked
----------
A workflow and its profile, and what became of the answer</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The execution began on %1.</source>
        <translation>Die Ausführung begann am %1.</translation>
    </message>
</context>
<context>
    <name>desk::AskAgainMenu</name>
    <message numerus="yes">
        <source>%n more can be chosen beside the message</source>
        <extracomment>At the end of a menu that is full</extracomment>
        <translation>
            <numerusform>%n weiterer kann neben der Nachricht gewählt werden</numerusform>
            <numerusform>%n weitere können neben der Nachricht gewählt werden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::AtomicFile</name>
    <message>
        <source>The file &quot;%1&quot; could not be written: %2.</source>
        <comment>%1 file name, %2 reason of the system</comment>
        <translation>Die Datei „%1“ konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk.</source>
        <translation>Einen anderen Ordner wählen oder Platz auf dem Datenträger schaffen.</translation>
    </message>
</context>
<context>
    <name>desk::AttachmentActions</name>
    <message>
        <source>Files of messages cannot be saved here.</source>
        <translation>Dateien von Nachrichten lassen sich hier nicht speichern.</translation>
    </message>
    <message>
        <source>File %1</source>
        <translation>Datei %1</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Save and &amp;Open…</source>
        <translation>Speichern und ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern unter…</translation>
    </message>
    <message>
        <source>The file could not be saved</source>
        <translation>Die Datei konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Datei speichern</translation>
    </message>
    <message>
        <source>The file is not opened</source>
        <translation>Die Datei wird nicht geöffnet</translation>
    </message>
    <message>
        <source>Show &amp;Picture</source>
        <translation>&amp;Bild zeigen</translation>
    </message>
    <message>
        <source>The picture is not shown</source>
        <translation>Das Bild wird nicht gezeigt</translation>
    </message>
    <message>
        <source>It is too large to be shown here. Save it to look at it.</source>
        <translation>Es ist zu groß, um hier gezeigt zu werden. Speichern Sie es, um es anzusehen.</translation>
    </message>
    <message>
        <source>There is no room for temporary files.</source>
        <translation>Für temporäre Dateien ist kein Platz.</translation>
    </message>
    <message>
        <source>Loading the picture…</source>
        <translation>Das Bild wird geladen …</translation>
    </message>
</context>
<context>
    <name>desk::AttachmentBar</name>
    <message>
        <source>Attached files</source>
        <translation>Angehängte Dateien</translation>
    </message>
</context>
<context>
    <name>desk::AttachmentChip</name>
    <message>
        <source>%1: %2</source>
        <extracomment>File name, then why it could not be uploaded</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 · %2 %</source>
        <translation>%1 · %2 %</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Upload %1 again</source>
        <translation>%1 noch einmal hochladen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>desk::AttachmentFiles</name>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>The file on this computer is no longer the one that was sent.</source>
        <translation>Die Datei auf diesem Computer ist nicht mehr die, die gesendet wurde.</translation>
    </message>
    <message>
        <source>attachment</source>
        <translation>Anhang</translation>
    </message>
    <message>
        <source>This is a program, or a document that can run one. It can do whatever you can do on this computer, so it is not opened from here.</source>
        <translation>Das ist ein Programm oder ein Dokument, das eines starten kann. Es kann alles tun, was Sie auf diesem Computer können; darum wird es von hier aus nicht geöffnet.</translation>
    </message>
    <message>
        <source>Its name does not say what kind of file it is, so it is not opened from here.</source>
        <translation>Ihr Name sagt nicht, was für eine Datei es ist; darum wird sie von hier aus nicht geöffnet.</translation>
    </message>
    <message>
        <source>The file on this computer was changed after it was sent.</source>
        <translation>Die Datei auf diesem Computer wurde nach dem Senden geändert.</translation>
    </message>
    <message>
        <source>The file is no longer on this computer where it was sent from.</source>
        <translation>Die Datei liegt auf diesem Computer nicht mehr dort, von wo sie gesendet wurde.</translation>
    </message>
    <message>
        <source>The file that was sent is not known on this computer, and the server does not give it back.</source>
        <translation>Die gesendete Datei ist auf diesem Computer nicht bekannt, und der Server gibt sie nicht zurück.</translation>
    </message>
    <message>
        <source>%1 The server does not give it back.</source>
        <extracomment>%1: a sentence that says what became of a file on this computer</extracomment>
        <translation>%1 Der Server gibt sie nicht zurück.</translation>
    </message>
</context>
<context>
    <name>desk::AttachmentQueue</name>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>%1 is a folder.</source>
        <translation>%1 ist ein Ordner.</translation>
    </message>
    <message>
        <source>Attach the files in it instead.</source>
        <translation>Stattdessen die Dateien darin anhängen.</translation>
    </message>
    <message>
        <source>%1 is not an ordinary file.</source>
        <translation>%1 ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>%1 cannot be read: you have no permission.</source>
        <translation>%1 ist nicht lesbar: die Berechtigung fehlt.</translation>
    </message>
    <message>
        <source>Change its permissions or choose another file.</source>
        <translation>Die Berechtigungen ändern oder eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>%1 is empty (0 bytes).</source>
        <translation>%1 ist leer (0 Byte).</translation>
    </message>
    <message>
        <source>Check that it was saved, then attach it again.</source>
        <translation>Prüfen, ob sie gespeichert wurde, dann neu anhängen.</translation>
    </message>
    <message>
        <source>%1 is too large (%2); the limit is %3.</source>
        <translation>%1 ist zu groß (%2); die Grenze ist %3.</translation>
    </message>
    <message>
        <source>Attach a smaller part of it.</source>
        <translation>Einen kleineren Teil davon anhängen.</translation>
    </message>
    <message>
        <source>%1, being uploaded</source>
        <translation>%1, wird hochgeladen</translation>
    </message>
    <message>
        <source>%1, attached</source>
        <translation>%1, angehängt</translation>
    </message>
    <message>
        <source>%1, failed: %2</source>
        <translation>%1, fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>%1, waiting for a connection</source>
        <translation>%1, wartet auf eine Verbindung</translation>
    </message>
</context>
<context>
    <name>desk::AuthManager</name>
    <message>
        <source>The address of this workspace was changed to %1.</source>
        <comment>%1 host</comment>
        <translation>Die Adresse dieses Arbeitsbereichs wurde auf %1 geändert.</translation>
    </message>
    <message>
        <source>Sign in there.</source>
        <translation>Dort anmelden.</translation>
    </message>
    <message>
        <source>The keychain of this computer does not answer.</source>
        <translation>Der Schlüsselbund dieses Rechners antwortet nicht.</translation>
    </message>
    <message>
        <source>Unlock it or start it, then try again. Nothing was lost.</source>
        <translation>Entsperren oder starten, dann noch einmal versuchen. Nichts ging verloren.</translation>
    </message>
    <message>
        <source>The sign-in service cannot be reached: %1</source>
        <comment>%1 a sentence that says why</comment>
        <translation>Der Anmeldedienst ist nicht erreichbar: %1</translation>
    </message>
    <message>
        <source>You are not signed out; it is tried again by itself.</source>
        <translation>Die Anmeldung bleibt bestehen; es wird von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>You stay signed in until you quit; then you have to sign in again.</source>
        <translation>Die Anmeldung gilt bis zum Beenden; danach ist eine neue nötig.</translation>
    </message>
    <message>
        <source>The sign-in service at %1 did not accept the request.</source>
        <translation>Der Anmeldedienst auf %1 hat die Anfrage nicht angenommen.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, tell your administrator.</source>
        <translation>Noch einmal versuchen. Wenn es wieder geschieht, der Administration Bescheid geben.</translation>
    </message>
    <message>
        <source>The sign-in service answered without a usable access token.</source>
        <translation>Der Anmeldedienst hat ohne brauchbares Zugangstoken geantwortet.</translation>
    </message>
    <message>
        <source>Your session at %1 has ended.</source>
        <comment>%1 host</comment>
        <translation>Die Sitzung auf %1 ist beendet.</translation>
    </message>
    <message>
        <source>Sign in again. What you have typed is kept.</source>
        <translation>Neu anmelden. Alles bisher Geschriebene bleibt erhalten.</translation>
    </message>
</context>
<context>
    <name>desk::BasicsSection</name>
    <message>
        <source>In &amp;use</source>
        <translation>In Geb&amp;rauch</translation>
    </message>
    <message>
        <source>May fall &amp;back to the most capable model</source>
        <translation>Darf auf das fähigste Modell aus&amp;weichen</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>Besch&amp;reibung</translation>
    </message>
    <message>
        <source>&amp;Language model</source>
        <translation>Sprachm&amp;odell</translation>
    </message>
    <message>
        <source>Fo&amp;r whom</source>
        <translation>Fü&amp;r wen</translation>
    </message>
    <message>
        <source>Applic&amp;ation</source>
        <translation>Anwend&amp;ung</translation>
    </message>
    <message>
        <source>What people see; without one, the name</source>
        <translation>Was die Leute sehen; ohne Titel der Name</translation>
    </message>
    <message>
        <source>What it is good for, in a sentence</source>
        <translation>Wofür er gut ist, in einem Satz</translation>
    </message>
    <message>
        <source>Questions may then leave for a model outside your organisation. Not for what is sensitive.</source>
        <translation>Fragen können dann an ein Modell außerhalb Ihrer Organisation gehen. Nicht für Vertrauliches.</translation>
    </message>
    <message>
        <source>Small letters, digits and hyphens. It cannot be changed later.</source>
        <translation>Kleine Buchstaben, Ziffern und Bindestriche. Er kann später nicht geändert werden.</translation>
    </message>
    <message>
        <source>The name cannot be changed: conversations and workflows know the agent by it.</source>
        <translation>Der Name kann nicht geändert werden: Unterhaltungen und Abläufe kennen den Agenten unter ihm.</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Nur ich</translation>
    </message>
    <message>
        <source>People it is shared with</source>
        <translation>Leute, mit denen er geteilt ist</translation>
    </message>
    <message>
        <source>Everyone who may use its application</source>
        <translation>Alle, die seine Anwendung benutzen dürfen</translation>
    </message>
</context>
<context>
    <name>desk::BegunButton</name>
    <message>
        <source>Begun workflows</source>
        <translation>Begonnene Arbeitsabläufe</translation>
    </message>
    <message>
        <source>New workflows that were begun and not saved</source>
        <translation>Neue Arbeitsabläufe, die begonnen und nicht gespeichert wurden</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a name, when it was changed</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>desk::BrowserSignIn</name>
    <message>
        <source>The browser would have no way back to this program.</source>
        <translation>Der Browser fände nicht zu diesem Programm zurück.</translation>
    </message>
    <message>
        <source>Sign in with a code on another device instead.</source>
        <translation>Stattdessen mit einem Code auf einem anderen Gerät anmelden.</translation>
    </message>
    <message>
        <source>Nobody signed in in the browser in time.</source>
        <translation>Im Browser hat sich niemand rechtzeitig angemeldet.</translation>
    </message>
    <message>
        <source>Start again.</source>
        <translation>Von vorn beginnen.</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>Es ließ sich kein Browser öffnen.</translation>
    </message>
    <message>
        <source>Copy the address into a browser on this computer, or choose the code on another device.</source>
        <translation>Die Adresse in einen Browser auf diesem Rechner kopieren oder den Code auf einem anderen Gerät wählen.</translation>
    </message>
    <message>
        <source>This is not the sign-in that was begun</source>
        <translation>Das ist nicht die begonnene Anmeldung</translation>
    </message>
    <message>
        <source>Go back to the program and start the sign-in there.</source>
        <translation>Zum Programm zurückkehren und die Anmeldung dort beginnen.</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>You can close this page. The program says what happened.</source>
        <translation>Diese Seite kann geschlossen werden. Das Programm sagt, was geschehen ist.</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>You can close this page and go back to the program.</source>
        <translation>Diese Seite kann geschlossen werden; weiter geht es im Programm.</translation>
    </message>
</context>
<context>
    <name>desk::BulkExportDialog</name>
    <message numerus="yes">
        <source>Export %n conversations</source>
        <translation>
            <numerusform>Eine Unterhaltung exportieren</numerusform>
            <numerusform>%n Unterhaltungen exportieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Agent Desk (JSON), can be imported again</source>
        <translation>Agent Desk (JSON), lässt sich wieder importieren</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>Each conversation becomes a file in a new folder.</source>
        <translation>Jede Unterhaltung wird eine Datei in einem neuen Ordner.</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Name of the new folder</source>
        <translation>Name des neuen Ordners</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>The folder could not be made: there is something of this name, or nothing can be written there.</source>
        <translation>Der Ordner ließ sich nicht anlegen: Es gibt schon etwas mit diesem Namen, oder dort lässt sich nichts schreiben.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Loading “%1”…</source>
        <translation>„%1“ wird geladen…</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n conversations are in %1.</source>
        <translation>
            <numerusform>Eine Unterhaltung ist in %1.</numerusform>
            <numerusform>%n Unterhaltungen sind in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversations could not be exported.</source>
        <translation>
            <numerusform>Eine Unterhaltung ließ sich nicht exportieren.</numerusform>
            <numerusform>%n Unterhaltungen ließen sich nicht exportieren.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::CanvasActions</name>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Original size</source>
        <translation>Originalgröße</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Find a step</source>
        <translation>Schritt suchen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Align at the start</source>
        <translation>Am Anfang ausrichten</translation>
    </message>
    <message>
        <source>Align at the top</source>
        <translation>Oben ausrichten</translation>
    </message>
    <message>
        <source>Align one above the other</source>
        <translation>Übereinander ausrichten</translation>
    </message>
    <message>
        <source>Distribute from top to bottom</source>
        <translation>Von oben nach unten verteilen</translation>
    </message>
    <message>
        <source>Distribute from side to side</source>
        <translation>Von Seite zu Seite verteilen</translation>
    </message>
    <message>
        <source>Arrange by itself</source>
        <translation>Von selbst anordnen</translation>
    </message>
    <message>
        <source>From side to side</source>
        <translation>Von Seite zu Seite</translation>
    </message>
    <message>
        <source>Add a comment</source>
        <translation>Kommentar hinzufügen</translation>
    </message>
    <message>
        <source>Add a group around the chosen steps</source>
        <translation>Gruppe um die gewählten Schritte hinzufügen</translation>
    </message>
    <message>
        <source>Group</source>
        <comment>of steps on the canvas</comment>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Comment</source>
        <comment>a note on the canvas</comment>
        <translation>Kommentar</translation>
    </message>
</context>
<context>
    <name>desk::CanvasMinimap</name>
    <message>
        <source>Overview of the canvas</source>
        <translation>Übersicht der Zeichenfläche</translation>
    </message>
</context>
<context>
    <name>desk::CanvasSearch</name>
    <message>
        <source>Find a step</source>
        <translation>Schritt suchen</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>number of a found step, how many there are</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>desk::CategoryBar</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>kind of insights, how many there are</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>desk::ChatCommands</name>
    <message>
        <source>This conversation has no messages yet.</source>
        <translation>Diese Unterhaltung hat noch keine Nachrichten.</translation>
    </message>
    <message>
        <source>No answer is being written.</source>
        <translation>Es wird keine Antwort geschrieben.</translation>
    </message>
    <message>
        <source>Begin a new chat</source>
        <translation>Einen neuen Chat beginnen</translation>
    </message>
    <message>
        <source>Choose which agent answers: write its name</source>
        <translation>Wählen, welcher Agent antwortet: seinen Namen schreiben</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Find words in this conversation</source>
        <translation>Wörter in dieser Unterhaltung suchen</translation>
    </message>
    <message>
        <source>Export or print this conversation</source>
        <translation>Diese Unterhaltung exportieren oder drucken</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Die Antwort anhalten</translation>
    </message>
    <message>
        <source>Choose the language model, in the settings</source>
        <translation>Das Sprachmodell wählen, in den Einstellungen</translation>
    </message>
    <message>
        <source>Model, agents and tools of this chat</source>
        <translation>Modell, Agenten und Werkzeuge dieser Unterhaltung</translation>
    </message>
    <message>
        <source>The library of prompts</source>
        <translation>Die Sammlung der Prompts</translation>
    </message>
    <message>
        <source>Export all rated answers for evaluation</source>
        <translation>Alle bewerteten Antworten zur Auswertung ausgeben</translation>
    </message>
</context>
<context>
    <name>desk::ChatOptionsControl</name>
    <message>
        <source>New chats begin with these options.</source>
        <translation>Neue Unterhaltungen beginnen mit diesen Optionen.</translation>
    </message>
    <message>
        <source>New chats on this computer begin with these options. The server did not take them: %1</source>
        <translation>Neue Unterhaltungen auf diesem Rechner beginnen mit diesen Optionen. Der Server hat sie nicht angenommen: %1</translation>
    </message>
</context>
<context>
    <name>desk::ChatPage</name>
    <message>
        <source>Loading the conversation…</source>
        <translation>Die Unterhaltung wird geladen…</translation>
    </message>
    <message>
        <source>Attach a table</source>
        <translation>Eine Tabelle anhängen</translation>
    </message>
    <message>
        <source>How many rows does the table have?</source>
        <translation>Wie viele Zeilen hat die Tabelle?</translation>
    </message>
    <message>
        <source>Attach a text</source>
        <translation>Einen Text anhängen</translation>
    </message>
    <message>
        <source>Summarize the attached document.</source>
        <translation>Das angehängte Dokument zusammenfassen.</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>Kein Arbeitsbereich ist offen.</translation>
    </message>
    <message>
        <source>The conversation is being loaded.</source>
        <translation>Die Unterhaltung wird geladen.</translation>
    </message>
    <message>
        <source>A file could not be uploaded: try it again or remove it.</source>
        <translation>Eine Datei ließ sich nicht hochladen: noch einmal versuchen oder entfernen.</translation>
    </message>
    <message>
        <source>Sends as soon as the files are uploaded.</source>
        <translation>Sendet, sobald die Dateien hochgeladen sind.</translation>
    </message>
    <message>
        <source>Files are being uploaded.</source>
        <translation>Dateien werden hochgeladen.</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Erneut verbinden</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Connecting… Messages are sent as soon as there is a connection.</source>
        <translation>Verbindung wird aufgebaut… Nachrichten werden gesendet, sobald sie steht.</translation>
    </message>
    <message>
        <source>The server is being restarted. Messages are sent as soon as it is back.</source>
        <translation>Der Server wird neu gestartet. Nachrichten werden gesendet, sobald er wieder da ist.</translation>
    </message>
    <message>
        <source>There is no connection to the server. Messages are sent as soon as there is one.</source>
        <translation>Es gibt keine Verbindung zum Server. Nachrichten werden gesendet, sobald es eine gibt.</translation>
    </message>
    <message>
        <source>The next message is sent when this answer is finished.</source>
        <translation>Die nächste Nachricht wird gesendet, wenn diese Antwort fertig ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n messages wait to be sent.</source>
        <translation>
            <numerusform>Eine Nachricht wartet auf das Senden.</numerusform>
            <numerusform>%n Nachrichten warten auf das Senden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The message was taken back. It has not been sent.</source>
        <translation>Die Nachricht wurde zurückgenommen. Sie wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>Loading the whole conversation…</source>
        <translation>Die ganze Unterhaltung wird geladen …</translation>
    </message>
    <message>
        <source>“%1” could not be deleted and is back in the list. %2</source>
        <translation>„%1“ ließ sich nicht löschen und ist wieder in der Liste. %2</translation>
    </message>
    <message>
        <source>Looking for the message…</source>
        <translation>Die Nachricht wird gesucht…</translation>
    </message>
    <message>
        <source>The server is not sure which agent is meant. Who should answer?</source>
        <translation>Der Server ist nicht sicher, welcher Agent gemeint ist. Wer soll antworten?</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Erkenntnisse</translation>
    </message>
    <message>
        <source>The message is not sent when its files are uploaded: its text was changed. It is kept as a draft.</source>
        <translation>Die Nachricht wird nach dem Hochladen ihrer Dateien nicht gesendet: Ihr Text wurde geändert. Sie bleibt als Entwurf.</translation>
    </message>
    <message>
        <source>The message in “%1” was not sent with its files. It is kept there as a draft.</source>
        <extracomment>The title of a conversation</extracomment>
        <translation>Die Nachricht in „%1“ wurde nicht mit ihren Dateien gesendet. Sie bleibt dort als Entwurf.</translation>
    </message>
    <message>
        <source>The files in “%1” are uploaded, and the message is sent.</source>
        <extracomment>The title of a conversation</extracomment>
        <translation>Die Dateien in „%1“ sind hochgeladen, und die Nachricht ist gesendet.</translation>
    </message>
    <message>
        <source>The agent no longer waits for an answer to this.</source>
        <translation>Der Agent wartet nicht mehr auf eine Antwort darauf.</translation>
    </message>
    <message>
        <source>A new chat with %1</source>
        <translation>Neue Unterhaltung mit %1</translation>
    </message>
    <message>
        <source>The server was not sure which agent should answer. Ask instead:</source>
        <translation>Der Server war nicht sicher, welcher Agent antworten soll. Stattdessen fragen:</translation>
    </message>
    <message>
        <source>The server was not sure which agent should answer. Answered by %1. Ask instead:</source>
        <translation>Der Server war nicht sicher, welcher Agent antworten soll. Geantwortet hat %1. Stattdessen fragen:</translation>
    </message>
</context>
<context>
    <name>desk::ChatSection</name>
    <message>
        <source>Shift+Enter always makes a new line.</source>
        <translation>Umschalt+Eingabe beginnt immer eine neue Zeile.</translation>
    </message>
    <message>
        <source>E&amp;nter sends the message</source>
        <translation>Die Ei&amp;ngabetaste sendet die Nachricht</translation>
    </message>
    <message>
        <source>C&amp;trl+Enter sends the message, Enter makes a new line</source>
        <translation>S&amp;trg+Eingabe sendet die Nachricht, Eingabe beginnt eine neue Zeile</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Rechtschreibung</translation>
    </message>
    <message>
        <source>Language of the spelling</source>
        <translation>Sprache der Rechtschreibung</translation>
    </message>
    <message>
        <source>As the program&apos;s language</source>
        <translation>Wie die Sprache des Programms</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>When a message seems to hold…</source>
        <translation>Wenn eine Nachricht dies zu enthalten scheint…</translation>
    </message>
    <message>
        <source>Code in messages</source>
        <translation>Code in Nachrichten</translation>
    </message>
    <message>
        <source>Wrap lon&amp;g lines</source>
        <translation>Lan&amp;ge Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Show line n&amp;umbers</source>
        <translation>&amp;Zeilennummern zeigen</translation>
    </message>
</context>
<context>
    <name>desk::ChatSession</name>
    <message>
        <source>Reconnecting…</source>
        <translation>Verbindung wird wiederhergestellt…</translation>
    </message>
    <message>
        <source>The connection broke. Asking the server what it has…</source>
        <translation>Die Verbindung ist abgerissen. Der Server wird gefragt, was er hat…</translation>
    </message>
    <message>
        <source>Waiting for a connection: %1</source>
        <translation>Wartet auf eine Verbindung: %1</translation>
    </message>
    <message>
        <source>The connection was closed. The answer is looked for when there is one again.</source>
        <translation>Die Verbindung wurde geschlossen. Nach der Antwort wird gesucht, sobald es wieder eine gibt.</translation>
    </message>
    <message>
        <source>The message is not in this conversation any more.</source>
        <translation>Die Nachricht ist nicht mehr in dieser Unterhaltung.</translation>
    </message>
    <message>
        <source>The message was not deleted, and is back. %1</source>
        <extracomment>What the server or the network said follows</extracomment>
        <translation>Die Nachricht wurde nicht gelöscht und ist wieder da. %1</translation>
    </message>
    <message>
        <source>There is no message.</source>
        <translation>Es gibt keine Nachricht.</translation>
    </message>
    <message>
        <source>This answer is still being written. It can be deleted when it is finished or stopped.</source>
        <translation>Diese Antwort wird noch geschrieben. Sie lässt sich löschen, wenn sie fertig oder angehalten ist.</translation>
    </message>
    <message>
        <source>The conversation is still being loaded.</source>
        <translation>Die Unterhaltung wird noch geladen.</translation>
    </message>
    <message>
        <source>A new version can be made when no answer is being written and no message waits to be sent.</source>
        <translation>Eine neue Version ist möglich, wenn keine Antwort geschrieben wird und keine Nachricht auf das Senden wartet.</translation>
    </message>
    <message>
        <source>The question of this answer is not here.</source>
        <translation>Die Frage zu dieser Antwort ist nicht hier.</translation>
    </message>
    <message>
        <source>Another version can be shown when no answer is being written and no message waits to be sent.</source>
        <translation>Eine andere Version lässt sich zeigen, wenn keine Antwort geschrieben wird und keine Nachricht auf das Senden wartet.</translation>
    </message>
    <message>
        <source>Another conversation was opened.</source>
        <translation>Eine andere Unterhaltung wurde geöffnet.</translation>
    </message>
    <message>
        <source>The server may have this message already. As soon as there is a connection, the program finds out.</source>
        <translation>Der Server hat diese Nachricht vielleicht schon. Sobald es eine Verbindung gibt, stellt das Programm es fest.</translation>
    </message>
    <message>
        <source>This message does not wait to be sent.</source>
        <translation>Diese Nachricht wartet nicht darauf, gesendet zu werden.</translation>
    </message>
    <message>
        <source>There is no connection to the server at the moment.</source>
        <translation>Zurzeit besteht keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>Another message has to be sent before this one.</source>
        <translation>Eine andere Nachricht muss vor dieser gesendet werden.</translation>
    </message>
    <message>
        <source>Waiting for an approval…</source>
        <translation>Wartet auf eine Freigabe …</translation>
    </message>
</context>
<context>
    <name>desk::ChoiceList</name>
    <message>
        <source>Select all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Search: %1</source>
        <comment>the name of a list</comment>
        <translation>Suchen: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a name, and that nobody knows it</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 selected</source>
        <translation>
            <numerusform>%n von %1 ausgewählt</numerusform>
            <numerusform>%n von %1 ausgewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ClientCertificate</name>
    <message>
        <source>The password does not open your certificate.</source>
        <translation>Das Passwort öffnet Ihr Zertifikat nicht.</translation>
    </message>
    <message>
        <source>Type it again. If it is right, the file may be of an outdated kind: ask your IT department for a new one.</source>
        <translation>Tippen Sie es noch einmal. Wenn es stimmt, ist die Datei vielleicht von veralteter Art: Bitten Sie Ihre IT-Abteilung um eine neue.</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>There is no certificate in this file.</source>
        <translation>In dieser Datei ist kein Zertifikat.</translation>
    </message>
    <message>
        <source>Choose the file your IT department gave you; its name often ends in .p12 or .pfx.</source>
        <translation>Wählen Sie die Datei, die Sie von Ihrer IT-Abteilung haben; ihr Name endet oft auf .p12 oder .pfx.</translation>
    </message>
    <message>
        <source>The file has a certificate, but not the key that belongs to it.</source>
        <translation>Die Datei enthält ein Zertifikat, aber nicht den Schlüssel dazu.</translation>
    </message>
    <message>
        <source>Choose a file with both; its name often ends in .p12 or .pfx.</source>
        <translation>Wählen Sie eine Datei mit beidem; ihr Name endet oft auf .p12 oder .pfx.</translation>
    </message>
    <message>
        <source>Your certificate cannot be read: %1.</source>
        <translation>Ihr Zertifikat kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>Choose its file again in the profile.</source>
        <translation>Wählen Sie die Datei im Profil neu.</translation>
    </message>
    <message>
        <source>This file is too large for a certificate.</source>
        <translation>Diese Datei ist zu groß für ein Zertifikat.</translation>
    </message>
    <message>
        <source>%1, by %2, until %3</source>
        <comment>subject, issuer, date</comment>
        <translation>%1, von %2, bis %3</translation>
    </message>
</context>
<context>
    <name>desk::CommandRules</name>
    <message>
        <source>This server cannot stop a run.</source>
        <translation>Dieser Server kann einen Lauf nicht anhalten.</translation>
    </message>
    <message>
        <source>Only for people with the role “%1”.</source>
        <translation>Nur für Personen mit der Rolle „%1“.</translation>
    </message>
    <message>
        <source>Your account lacks the permission “%1”. Ask whoever manages the server.</source>
        <translation>Ihrem Konto fehlt die Berechtigung „%1“. Wenden Sie sich an den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>This server takes no files with messages. If the team has a file service, enter its address in the profile.</source>
        <translation>Dieser Server nimmt keine Dateien mit Nachrichten an. Hat das Team einen Dateidienst, dessen Adresse im Profil eintragen.</translation>
    </message>
</context>
<context>
    <name>desk::CommonSection</name>
    <message>
        <source>Switched off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>Remove “next_step”</source>
        <translation>„next_step“ entfernen</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>The team server does not know this and runs the step all the same.</source>
        <translation>Der Teamserver kennt dies nicht und führt den Schritt trotzdem aus.</translation>
    </message>
    <message>
        <source>The step names “%1” as its next step. Servers ignore this: the order of the steps counts.</source>
        <comment>the id of a step</comment>
        <translation>Der Schritt nennt „%1“ als nächsten Schritt. Server beachten das nicht: Es zählt die Reihenfolge der Schritte.</translation>
    </message>
    <message>
        <source>Every step needs an id.</source>
        <translation>Jeder Schritt braucht eine Kennung.</translation>
    </message>
    <message>
        <source>Only letters from A to Z, digits and underscores: references know no others.</source>
        <translation>Nur Buchstaben von A bis Z, Ziffern und Unterstriche: Andere Zeichen kennen Verweise nicht.</translation>
    </message>
    <message>
        <source>Another step has this id.</source>
        <translation>Ein anderer Schritt hat diese Kennung.</translation>
    </message>
    <message>
        <source>References use this word for something else.</source>
        <translation>Verweise meinen mit diesem Wort etwas anderes.</translation>
    </message>
</context>
<context>
    <name>desk::CompanyCertificates</name>
    <message>
        <source>The certificate file cannot be read: %1.</source>
        <translation>Die Zertifikatsdatei kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>Choose the file again.</source>
        <translation>Wählen Sie die Datei erneut.</translation>
    </message>
    <message>
        <source>There is no certificate in this file.</source>
        <translation>In dieser Datei ist kein Zertifikat.</translation>
    </message>
    <message>
        <source>Ask your IT department for the certificate of the company as a PEM file.</source>
        <translation>Bitten Sie Ihre IT-Abteilung um das Zertifikat des Unternehmens als PEM-Datei.</translation>
    </message>
    <message>
        <source>The file with the company&apos;s certificates has changed. It is not used until you have looked at it.</source>
        <translation>Die Datei mit den Zertifikaten des Unternehmens hat sich geändert. Sie wird erst benutzt, wenn Sie sie geprüft haben.</translation>
    </message>
    <message>
        <source>Look at it in Settings, Network.</source>
        <translation>Prüfen Sie sie unter Einstellungen, Netzwerk.</translation>
    </message>
</context>
<context>
    <name>desk::CompareWindow</name>
    <message>
        <source>Compare Versions</source>
        <translation>Versionen vergleichen</translation>
    </message>
    <message>
        <source>Version %1, %2 (shown in the conversation)</source>
        <extracomment>Number of a version, its date and time</extracomment>
        <translation>Version %1, %2 (in der Unterhaltung gezeigt)</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>Version %1, %2</translation>
    </message>
    <message>
        <source>Keep This One</source>
        <translation>Diese behalten</translation>
    </message>
    <message>
        <source>Shows this version in the conversation. The others stay beside it.</source>
        <translation>Zeigt diese Version in der Unterhaltung. Die anderen bleiben daneben erhalten.</translation>
    </message>
    <message>
        <source>What only one version says is underlined in it.</source>
        <translation>Was nur eine Version sagt, ist in ihr unterstrichen.</translation>
    </message>
    <message>
        <source>Both versions say the same.</source>
        <translation>Beide Versionen sagen dasselbe.</translation>
    </message>
    <message>
        <source>Show &amp;formatted text</source>
        <translation>&amp;Formatierten Text zeigen</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <extracomment>%1 a version with its number and time, %2 the language model that wrote it</extracomment>
        <translation>%1, von %2</translation>
    </message>
    <message>
        <source>First version</source>
        <translation>Erste Fassung</translation>
    </message>
    <message>
        <source>Second version</source>
        <translation>Zweite Fassung</translation>
    </message>
    <message>
        <source>Text of the first version</source>
        <translation>Text der ersten Fassung</translation>
    </message>
    <message>
        <source>Text of the second version</source>
        <translation>Text der zweiten Fassung</translation>
    </message>
    <message>
        <source>Formatted text of the first version</source>
        <translation>Formatierter Text der ersten Fassung</translation>
    </message>
    <message>
        <source>Formatted text of the second version</source>
        <translation>Formatierter Text der zweiten Fassung</translation>
    </message>
    <message>
        <source>Keep the first version</source>
        <translation>Die erste Fassung behalten</translation>
    </message>
    <message>
        <source>Keep the second version</source>
        <translation>Die zweite Fassung behalten</translation>
    </message>
    <message>
        <source>Differences are only underlined while the text is not formatted.</source>
        <translation>Unterschiede sind nur unterstrichen, solange der Text nicht formatiert ist.</translation>
    </message>
</context>
<context>
    <name>desk::CompletionList</name>
    <message>
        <source>%1, %2</source>
        <comment>what can be chosen, what it is</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>desk::ComposeCompletion</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>Commands and prompts</source>
        <translation>Befehle und Prompts</translation>
    </message>
</context>
<context>
    <name>desk::Composer</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Which agent answers</source>
        <translation>Welcher Agent antwortet</translation>
    </message>
    <message>
        <source>Stop the answer (Esc)</source>
        <translation>Die Antwort anhalten (Esc)</translation>
    </message>
    <message>
        <source>Elapsed time</source>
        <translation>Verstrichene Zeit</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>The best agent for the question is chosen</source>
        <translation>Der beste Agent für die Frage wird gewählt</translation>
    </message>
    <message>
        <source>Send the message (Enter)</source>
        <translation>Die Nachricht senden (Eingabe)</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Send the message (Ctrl+Enter)</source>
        <translation>Die Nachricht senden (Strg+Eingabe)</translation>
    </message>
    <message numerus="yes">
        <source>%n agents</source>
        <translation>
            <numerusform>Ein Agent</numerusform>
            <numerusform>%n Agenten</numerusform>
        </translation>
    </message>
    <message>
        <source>Options of this chat (%1)</source>
        <extracomment>%1: a key, such as Ctrl+Shift+O</extracomment>
        <translation>Optionen dieser Unterhaltung (%1)</translation>
    </message>
    <message>
        <source>Options of this chat: %1</source>
        <translation>Optionen dieser Unterhaltung: %1</translation>
    </message>
</context>
<context>
    <name>desk::ComposerEdit</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Ask something…</source>
        <translation>Etwas fragen…</translation>
    </message>
</context>
<context>
    <name>desk::CompressionSection</name>
    <message>
        <source>Long conversations are shortened in a way of its own</source>
        <translation>Lange Unterhaltungen werden auf eigene Weise gekürzt</translation>
    </message>
    <message>
        <source>Shorten them</source>
        <translation>Kürzen</translation>
    </message>
    <message>
        <source>From how many characters on</source>
        <translation>Ab wie vielen Zeichen</translation>
    </message>
    <message>
        <source>How many of the last exchanges stay as they are</source>
        <translation>Wie viele der letzten Wortwechsel unverändert bleiben</translation>
    </message>
    <message>
        <source>How many characters the summary may have</source>
        <translation>Wie viele Zeichen die Zusammenfassung haben darf</translation>
    </message>
    <message>
        <source>Language model that sums up</source>
        <translation>Sprachmodell, das zusammenfasst</translation>
    </message>
</context>
<context>
    <name>desk::ConditionStepSection</name>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>If so, go on with</source>
        <translation>Wenn ja, weiter mit</translation>
    </message>
    <message>
        <source>If not, go on with</source>
        <translation>Wenn nein, weiter mit</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>is equal to</source>
        <translation>ist gleich</translation>
    </message>
    <message>
        <source>is not equal to</source>
        <translation>ist ungleich</translation>
    </message>
    <message>
        <source>is greater than</source>
        <translation>ist größer als</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>ist kleiner als</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>ist mindestens</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>ist höchstens</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>is there (not null)</source>
        <translation>ist vorhanden (nicht null)</translation>
    </message>
    <message>
        <source>Write what is compared, such as $.input.city.</source>
        <translation>Angeben, was verglichen wird, etwa $.input.city.</translation>
    </message>
    <message>
        <source>Choose a comparison: none is stored.</source>
        <translation>Einen Vergleich wählen: Gespeichert ist keiner.</translation>
    </message>
    <message>
        <source>Servers do not know this comparison: it is never true.</source>
        <translation>Server kennen diesen Vergleich nicht: Er trifft nie zu.</translation>
    </message>
    <message>
        <source>The next in the order</source>
        <translation>Der nächste in der Reihenfolge</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>title and id of a step</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No step beside this one has this id: it goes on with the next in the order.</source>
        <translation>Kein Schritt neben diesem hat diese Kennung: Es geht mit dem nächsten in der Reihenfolge weiter.</translation>
    </message>
    <message>
        <source>Within a loop or a parallel step servers do not branch.</source>
        <translation>In einer Schleife oder einem parallelen Schritt verzweigen Server nicht.</translation>
    </message>
    <message>
        <source>After a jump it goes on in the order from there: behind the end of one branch the other one runs as well.</source>
        <translation>Nach einem Sprung geht es von dort in der Reihenfolge weiter: Hinter dem Ende des einen Zweiges läuft auch der andere.</translation>
    </message>
</context>
<context>
    <name>desk::ConflictView</name>
    <message>
        <source>Somebody else has changed the same</source>
        <translation>Jemand anderes hat dasselbe geändert</translation>
    </message>
    <message>
        <source>Nothing has been saved. Choose for each field which version counts.</source>
        <translation>Es wurde nichts gespeichert. Wählen Sie für jedes Feld, welche Fassung gilt.</translation>
    </message>
    <message>
        <source>Fields that both have changed</source>
        <translation>Felder, die beide geändert haben</translation>
    </message>
    <message>
        <source>Save the choice</source>
        <translation>Auswahl speichern</translation>
    </message>
    <message>
        <source>Take the server’s version</source>
        <translation>Fassung des Servers übernehmen</translation>
    </message>
    <message>
        <source>Write on</source>
        <translation>Weiterschreiben</translation>
    </message>
    <message>
        <source>Changed by you alone, and kept: %1.</source>
        <translation>Nur von Ihnen geändert und beibehalten: %1.</translation>
    </message>
    <message>
        <source>Also changed on the server, and kept: %1.</source>
        <translation>Auch auf dem Server geändert und beibehalten: %1.</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihre</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>Auf dem Server</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Keep yours</source>
        <translation>Ihre behalten</translation>
    </message>
    <message>
        <source>Take the server’s</source>
        <translation>Die des Servers nehmen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a field, whose version</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>What differs are values that are hidden.</source>
        <translation>Verschieden sind Werte, die verborgen sind.</translation>
    </message>
</context>
<context>
    <name>desk::ConnectionDoctor</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Name of the server</source>
        <translation>Name des Servers</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Agent server</source>
        <translation>Agentenserver</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Sign-in service</source>
        <translation>Anmeldedienst</translation>
    </message>
    <message>
        <source>The connection is not encrypted, and does not leave this computer.</source>
        <translation>Die Verbindung ist unverschlüsselt und verlässt diesen Computer nicht.</translation>
    </message>
    <message>
        <source>This profile signs in without one.</source>
        <translation>Dieses Profil meldet sich ohne einen an.</translation>
    </message>
    <message>
        <source>There is no address.</source>
        <translation>Es gibt keine Adresse.</translation>
    </message>
    <message>
        <source>Enter the address of the server in Settings, Profiles.</source>
        <translation>Geben Sie die Adresse des Servers unter Einstellungen, Profile ein.</translation>
    </message>
    <message>
        <source>%1 is not encrypted.</source>
        <translation>%1 ist unverschlüsselt.</translation>
    </message>
    <message>
        <source>Use the https address of the server.</source>
        <translation>Benutzen Sie die https-Adresse des Servers.</translation>
    </message>
    <message>
        <source>None: the server is on this computer.</source>
        <translation>Keiner: Der Server ist auf diesem Computer.</translation>
    </message>
    <message>
        <source>None is in between.</source>
        <translation>Keiner ist dazwischen.</translation>
    </message>
    <message>
        <source>%1 is in between.</source>
        <comment>proxy</comment>
        <translation>%1 ist dazwischen.</translation>
    </message>
    <message>
        <source>The address is a number; no name has to be looked up.</source>
        <translation>Die Adresse ist eine Zahl; kein Name muss nachgeschlagen werden.</translation>
    </message>
    <message>
        <source>The proxy looks it up.</source>
        <translation>Der Proxy schlägt ihn nach.</translation>
    </message>
    <message>
        <source>Nobody says where %1 is: the name service does not answer.</source>
        <translation>Niemand sagt, wo %1 ist: Der Namensdienst antwortet nicht.</translation>
    </message>
    <message>
        <source>Check the network connection, or a VPN that this name may need.</source>
        <translation>Prüfen Sie die Netzverbindung oder ein VPN, das dieser Name eventuell braucht.</translation>
    </message>
    <message>
        <source>No such name: %1.</source>
        <translation>Diesen Namen gibt es nicht: %1.</translation>
    </message>
    <message>
        <source>Check how the address is spelled, and whether the name is known only inside your company&apos;s network (VPN).</source>
        <translation>Prüfen Sie die Schreibweise der Adresse und ob der Name nur im Netz Ihres Unternehmens (VPN) bekannt ist.</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <comment>name, address</comment>
        <translation>%1 ist %2.</translation>
    </message>
    <message>
        <source>%1 does not answer at port %2.</source>
        <translation>%1 antwortet nicht an Port %2.</translation>
    </message>
    <message>
        <source>A firewall may be in the way: ask whoever runs the network or the server.</source>
        <translation>Eine Firewall kann im Weg sein: Fragen Sie, wer das Netz oder den Server betreibt.</translation>
    </message>
    <message>
        <source>The proxy %1 does not let us through: %2</source>
        <comment>proxy, reason</comment>
        <translation>Der Proxy %1 lässt uns nicht durch: %2</translation>
    </message>
    <message>
        <source>Check the proxy and its sign-in in Settings, Network.</source>
        <translation>Prüfen Sie den Proxy und seine Anmeldung unter Einstellungen, Netzwerk.</translation>
    </message>
    <message>
        <source>No connection: %1.</source>
        <translation>Keine Verbindung: %1.</translation>
    </message>
    <message>
        <source>Check that the server runs, and that the port of its address is right.</source>
        <translation>Prüfen Sie, ob der Server läuft und der Port seiner Adresse stimmt.</translation>
    </message>
    <message>
        <source>The server answers at port %1.</source>
        <translation>Der Server antwortet an Port %1.</translation>
    </message>
    <message>
        <source>%1, issued by %2, %3 to %4</source>
        <comment>subject, issuer, dates</comment>
        <translation>%1, ausgestellt von %2, %3 bis %4</translation>
    </message>
    <message>
        <source>If your company&apos;s network looks into encrypted connections, add its certificate in Settings, Network. Otherwise tell whoever runs the server.</source>
        <translation>Falls das Netz Ihres Unternehmens verschlüsselte Verbindungen prüft, fügen Sie dessen Zertifikat unter Einstellungen, Netzwerk hinzu. Andernfalls wenden Sie sich an den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>Tell whoever runs the server. Check the clock of this computer, too.</source>
        <translation>Wenden Sie sich an den Betreiber des Servers. Prüfen Sie auch die Uhr dieses Computers.</translation>
    </message>
    <message>
        <source>No answer: %1.</source>
        <translation>Keine Antwort: %1.</translation>
    </message>
    <message>
        <source>Check that the service runs; ask whoever runs it.</source>
        <translation>Prüfen Sie, ob der Dienst läuft; fragen Sie seinen Betreiber.</translation>
    </message>
    <message>
        <source>It answers, and says that it has a problem (%1).</source>
        <translation>Er antwortet und meldet ein Problem (%1).</translation>
    </message>
    <message>
        <source>Try again in a moment; if it stays, tell whoever runs it.</source>
        <translation>Versuchen Sie es gleich noch einmal; bleibt es dabei, wenden Sie sich an den Betreiber.</translation>
    </message>
    <message>
        <source>A web page answers, not an agent server.</source>
        <translation>Eine Webseite antwortet, kein Agentenserver.</translation>
    </message>
    <message>
        <source>Perhaps the network wants you to sign in: open a browser. Else check the path of the address.</source>
        <translation>Vielleicht verlangt das Netz eine Anmeldung: Öffnen Sie einen Browser. Prüfen Sie sonst den Pfad der Adresse.</translation>
    </message>
    <message>
        <source>It answers (%1).</source>
        <comment>HTTP status</comment>
        <translation>Er antwortet (%1).</translation>
    </message>
    <message>
        <source>The server does not tell the time.</source>
        <translation>Der Server nennt keine Uhrzeit.</translation>
    </message>
    <message>
        <source>This computer and the server agree on the time.</source>
        <translation>Dieser Computer und der Server haben dieselbe Zeit.</translation>
    </message>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) ahead of the server&apos;s.</source>
        <translation>
            <numerusform>Die Uhr dieses Computers geht gegenüber dem Server eine Minute vor.</numerusform>
            <numerusform>Die Uhr dieses Computers geht gegenüber dem Server %n Minuten vor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) behind the server&apos;s.</source>
        <translation>
            <numerusform>Die Uhr dieses Computers geht gegenüber dem Server eine Minute nach.</numerusform>
            <numerusform>Die Uhr dieses Computers geht gegenüber dem Server %n Minuten nach.</numerusform>
        </translation>
    </message>
    <message>
        <source>Let the system set the clock by itself: sign-ins and certificates depend on it.</source>
        <translation>Lassen Sie das System die Uhr selbst stellen: Anmeldungen und Zertifikate hängen davon ab.</translation>
    </message>
    <message>
        <source>Answers as they are written</source>
        <translation>Antworten, während sie entstehen</translation>
    </message>
    <message>
        <source>the server says nothing.</source>
        <translation>Der Server sagt nichts.</translation>
    </message>
    <message>
        <source>No encrypted connection comes about: %1</source>
        <translation>Es kommt keine verschlüsselte Verbindung zustande: %1</translation>
    </message>
    <message>
        <source>Check that the server speaks https at this port. It may know only outdated versions of TLS, or want to see a certificate of yours: ask whoever runs it.</source>
        <translation>Prüfen Sie, ob der Server an diesem Port https spricht. Vielleicht kennt er nur veraltete Fassungen von TLS oder will ein Zertifikat von Ihnen sehen: Fragen Sie, wer ihn betreibt.</translation>
    </message>
    <message>
        <source>It does not answer in time.</source>
        <translation>Keine Antwort in angemessener Zeit.</translation>
    </message>
    <message>
        <source>It sends us elsewhere, to %1.</source>
        <comment>%1 host</comment>
        <translation>Wir werden anderswohin geschickt, zu %1.</translation>
    </message>
    <message>
        <source>Check the address, its path too; ask whoever runs the server for the right one.</source>
        <translation>Prüfen Sie die Adresse, auch ihren Pfad; fragen Sie den Betreiber des Servers nach der richtigen.</translation>
    </message>
    <message>
        <source>Sign in first: only then there is something to watch.</source>
        <translation>Melden Sie sich zuerst an: Erst dann gibt es etwas zu beobachten.</translation>
    </message>
    <message>
        <source>This takes half a minute.</source>
        <translation>Das dauert eine halbe Minute.</translation>
    </message>
    <message>
        <source>There is no run to watch yet. Ask an agent something, then examine again.</source>
        <translation>Es gibt noch keinen Lauf zu beobachten. Fragen Sie einen Agenten etwas und untersuchen Sie dann erneut.</translation>
    </message>
    <message>
        <source>The connection stands, but what the server sends does not arrive as it is sent: something in between collects it. Answers come late, and all at once.</source>
        <translation>Die Verbindung steht, aber was der Server sendet, kommt nicht so an, wie er es sendet: Etwas dazwischen sammelt es. Antworten kommen spät und auf einmal.</translation>
    </message>
    <message>
        <source>Ask whoever runs the proxy or the gateway to switch buffering off for event streams (text/event-stream).</source>
        <translation>Bitten Sie den Betreiber des Proxys oder Gateways, die Pufferung für Ereignisströme (text/event-stream) abzuschalten.</translation>
    </message>
    <message numerus="yes">
        <source>The connection was cut after %n second(s).</source>
        <translation>
            <numerusform>Die Verbindung wurde nach einer Sekunde getrennt.</numerusform>
            <numerusform>Die Verbindung wurde nach %n Sekunden getrennt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask whoever runs the proxy or the gateway to let event streams stand for ten minutes at least, also quiet ones.</source>
        <translation>Bitten Sie den Betreiber des Proxys oder Gateways, Ereignisströme mindestens zehn Minuten stehen zu lassen, auch stille.</translation>
    </message>
    <message>
        <source>The events of a run arrive. Examine again while a run is going on: only then it can be seen whether they arrive at once.</source>
        <translation>Die Ereignisse eines Laufs kommen an. Untersuchen Sie erneut, während ein Lauf im Gange ist: Nur dann ist zu sehen, ob sie sofort ankommen.</translation>
    </message>
    <message>
        <source>Events arrive as they are sent, and quiet connections stand.</source>
        <translation>Ereignisse kommen an, wie sie gesendet werden, und stille Verbindungen bleiben stehen.</translation>
    </message>
</context>
<context>
    <name>desk::ContentStack</name>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird aufgebaut…</translation>
    </message>
    <message>
        <source>This page fills as soon as the server answers.</source>
        <translation>Diese Seite füllt sich, sobald der Server antwortet.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Nothing of this page was loaded before the connection was lost.</source>
        <translation>Vor dem Abriss der Verbindung wurde nichts von dieser Seite geladen.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Could not be loaded</source>
        <translation>Konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>The message above says why.</source>
        <translation>Die Meldung darüber sagt, warum.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>desk::ConversationCommands</name>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>&amp;Schlagwörter…</translation>
    </message>
    <message>
        <source>&amp;Share…</source>
        <translation>&amp;Teilen…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>&amp;Undo deleting</source>
        <translation>Löschen &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>No conversation is selected.</source>
        <translation>Keine Unterhaltung ist ausgewählt.</translation>
    </message>
    <message>
        <source>Select one conversation only.</source>
        <translation>Nur eine Unterhaltung auswählen.</translation>
    </message>
    <message>
        <source>The server does not have this conversation yet.</source>
        <translation>Der Server hat diese Unterhaltung noch nicht.</translation>
    </message>
    <message>
        <source>Nothing is kept on this computer.</source>
        <translation>Auf diesem Rechner wird nichts aufbewahrt.</translation>
    </message>
    <message>
        <source>Nothing was deleted in the last seconds.</source>
        <translation>In den letzten Sekunden wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>Un&amp;pin</source>
        <translation>Nicht mehr an&amp;heften</translation>
    </message>
    <message>
        <source>&amp;Pin</source>
        <translation>An&amp;heften</translation>
    </message>
    <message>
        <source>Bring back from the &amp;archive</source>
        <translation>Aus dem &amp;Archiv zurückholen</translation>
    </message>
    <message>
        <source>&amp;Archive</source>
        <translation>&amp;Archivieren</translation>
    </message>
    <message>
        <source>&amp;Mark as read</source>
        <translation>Als &amp;gelesen markieren</translation>
    </message>
    <message>
        <source>&amp;Mark as unread</source>
        <translation>Als un&amp;gelesen markieren</translation>
    </message>
    <message>
        <source>Conversations on this computer have nobody to be shared with.</source>
        <translation>Unterhaltungen auf diesem Rechner lassen sich mit niemandem teilen.</translation>
    </message>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Es gibt keine Verbindung zum Server.</translation>
    </message>
</context>
<context>
    <name>desk::ConversationDelegate</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <comment>minutes ago, short</comment>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a group of conversations, how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>so many tags more</comment>
        <translation>+%1</translation>
    </message>
    <message>
        <source>Last changed %1</source>
        <translation>Zuletzt geändert: %1</translation>
    </message>
</context>
<context>
    <name>desk::ConversationExport</name>
    <message>
        <source>The pages could not be written.</source>
        <translation>Die Seiten konnten nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Check the printer or the folder, then try again.</source>
        <translation>Den Drucker oder den Ordner prüfen, dann noch einmal versuchen.</translation>
    </message>
    <message numerus="yes">
        <source>This conversation is too long for a text document: it has more than %n message(s).</source>
        <translation>
            <numerusform>Diese Unterhaltung ist zu lang für ein Textdokument: sie hat mehr als eine Nachricht.</numerusform>
            <numerusform>Diese Unterhaltung ist zu lang für ein Textdokument: sie hat mehr als %n Nachrichten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose PDF, HTML or Markdown.</source>
        <translation>PDF, HTML oder Markdown wählen.</translation>
    </message>
    <message>
        <source>The text document could not be made.</source>
        <translation>Das Textdokument konnte nicht erzeugt werden.</translation>
    </message>
</context>
<context>
    <name>desk::ConversationFile</name>
    <message>
        <source>This file is no conversation of Agent Desk, or it is damaged.</source>
        <translation>Diese Datei ist keine Unterhaltung von Agent Desk, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <source>Take a file that was exported as JSON.</source>
        <translation>Eine Datei nehmen, die als JSON exportiert wurde.</translation>
    </message>
    <message>
        <source>This file is too large for a conversation.</source>
        <translation>Diese Datei ist zu groß für eine Unterhaltung.</translation>
    </message>
    <message>
        <source>Export fewer messages at a time.</source>
        <translation>Weniger Nachrichten auf einmal exportieren.</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>Die Datei konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>This file was written by a newer version of Agent Desk.</source>
        <translation>Diese Datei wurde von einer neueren Version von Agent Desk geschrieben.</translation>
    </message>
    <message>
        <source>Update Agent Desk, then open it again.</source>
        <translation>Agent Desk aktualisieren, dann die Datei noch einmal öffnen.</translation>
    </message>
</context>
<context>
    <name>desk::ConversationFilterBar</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Choose which conversations are shown</source>
        <translation>Wählen, welche Unterhaltungen gezeigt werden</translation>
    </message>
    <message>
        <source>Filter conversations</source>
        <translation>Unterhaltungen filtern</translation>
    </message>
    <message>
        <source>Unread only</source>
        <translation>Nur ungelesene</translation>
    </message>
    <message>
        <source>Show archived</source>
        <translation>Archivierte zeigen</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Angelegt von</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Archived too</source>
        <translation>Auch archivierte</translation>
    </message>
    <message>
        <source>Take back the filter %1</source>
        <translation>Den Filter „%1“ zurücknehmen</translation>
    </message>
    <message>
        <source>Take this filter back</source>
        <translation>Diesen Filter zurücknehmen</translation>
    </message>
</context>
<context>
    <name>desk::ConversationGroupModel</name>
    <message numerus="yes">
        <source>%1, group of %n conversations</source>
        <translation>
            <numerusform>%1, Gruppe mit einer Unterhaltung</numerusform>
            <numerusform>%1, Gruppe mit %n Unterhaltungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, group of %n conversations, open</source>
        <translation>
            <numerusform>%1, Gruppe mit einer Unterhaltung, aufgeklappt</numerusform>
            <numerusform>%1, Gruppe mit %n Unterhaltungen, aufgeklappt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, group of %n conversations, closed</source>
        <translation>
            <numerusform>%1, Gruppe mit einer Unterhaltung, zugeklappt</numerusform>
            <numerusform>%1, Gruppe mit %n Unterhaltungen, zugeklappt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ConversationGroups</name>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>a month and its year, as QDate::toString wants it</comment>
        <translation>MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>desk::ConversationHead</name>
    <message>
        <source>New chat</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln Token</numerusform>
            <numerusform>%Ln Token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %Ln tokens</source>
        <translation>
            <numerusform>mindestens %Ln Token</numerusform>
            <numerusform>mindestens %Ln Token</numerusform>
        </translation>
    </message>
    <message>
        <source>at least %1</source>
        <comment>an amount of money</comment>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>Facts about a conversation, one beside the other</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>About this conversation: %1</source>
        <translation>Über diese Unterhaltung: %1</translation>
    </message>
</context>
<context>
    <name>desk::ConversationImport</name>
    <message>
        <source>The import was cancelled, but the server did not delete what had arrived.</source>
        <translation>Der Import wurde abgebrochen, aber der Server hat nicht gelöscht, was schon angekommen war.</translation>
    </message>
    <message>
        <source>A part of the conversation is in the list: delete it there.</source>
        <translation>Ein Teil der Unterhaltung ist in der Liste: dort löschen.</translation>
    </message>
</context>
<context>
    <name>desk::ConversationListModel</name>
    <message>
        <source>%1, last changed %2</source>
        <translation>%1, zuletzt geändert %2</translation>
    </message>
    <message>
        <source>%1, an answer is being written</source>
        <translation>%1, eine Antwort wird geschrieben</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what is said of a conversation, one fact more</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
    <message>
        <source>shared with you</source>
        <translation>mit Ihnen geteilt</translation>
    </message>
    <message>
        <source>tag %1</source>
        <translation>Schlagwort %1</translation>
    </message>
</context>
<context>
    <name>desk::ConversationPanel</name>
    <message>
        <source>New chat</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message>
        <source>Start a new conversation</source>
        <translation>Eine neue Unterhaltung beginnen</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Noch keine Unterhaltungen</translation>
    </message>
    <message>
        <source>What you ask appears here.</source>
        <translation>Hier erscheint, was gefragt wurde.</translation>
    </message>
    <message>
        <source>New title</source>
        <translation>Neuer Titel</translation>
    </message>
    <message>
        <source>“%1” and all its messages are removed. This cannot be undone.</source>
        <translation>„%1“ und alle Nachrichten darin werden entfernt. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete conversation</source>
        <translation>Unterhaltung löschen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Search in all messages…</source>
        <translation>In allen Nachrichten suchen…</translation>
    </message>
    <message>
        <source>Saved on this computer; not connected.</source>
        <translation>Auf diesem Rechner gespeichert; nicht verbunden.</translation>
    </message>
    <message>
        <source>No conversation matches</source>
        <translation>Keine Unterhaltung passt</translation>
    </message>
    <message>
        <source>The filter hides all of them.</source>
        <translation>Der Filter blendet alle aus.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Open in new window</source>
        <translation>In neuem Fenster öffnen</translation>
    </message>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Es gibt keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>Import a conversation</source>
        <translation>Eine Unterhaltung importieren</translation>
    </message>
    <message>
        <source>The conversations could not be loaded</source>
        <translation>Die Unterhaltungen konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Your conversations appear here as soon as there is a connection.</source>
        <translation>Ihre Unterhaltungen erscheinen hier, sobald eine Verbindung besteht.</translation>
    </message>
</context>
<context>
    <name>desk::ConversationWindow</name>
    <message>
        <source>&amp;Export or print…</source>
        <translation>&amp;Exportieren oder drucken …</translation>
    </message>
    <message>
        <source>&amp;Find in this conversation</source>
        <translation>In dieser Unterhaltung &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>Fenster s&amp;chließen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>%1 – Agent Desk</source>
        <comment>title of a conversation</comment>
        <translation>%1 – Agent Desk</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>&amp;Insights of this conversation</source>
        <translation>E&amp;rkenntnisse dieser Unterhaltung</translation>
    </message>
    <message>
        <source>The server keeps no insights.</source>
        <translation>Der Server bewahrt keine Erkenntnisse auf.</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
</context>
<context>
    <name>desk::ConversationWindows</name>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>This program was started with one window only.</source>
        <translation>Dieses Programm wurde mit nur einem Fenster gestartet.</translation>
    </message>
    <message>
        <source>A new chat gets a window of its own after its first message.</source>
        <translation>Eine neue Unterhaltung bekommt nach ihrer ersten Nachricht ein eigenes Fenster.</translation>
    </message>
    <message>
        <source>Main window</source>
        <translation>Hauptfenster</translation>
    </message>
    <message>
        <source>The message in the window that was closed is not sent: it waited for its files. It is kept as a draft.</source>
        <translation>Die Nachricht im geschlossenen Fenster wird nicht gesendet: Sie wartete auf ihre Dateien. Sie bleibt als Entwurf.</translation>
    </message>
</context>
<context>
    <name>desk::DataTokens</name>
    <message>
        <source>Signed in this way, the program has no token for the file service at %1.</source>
        <comment>%1 host</comment>
        <translation>Bei dieser Anmeldung hat das Programm kein Token für den Dateidienst unter %1.</translation>
    </message>
    <message>
        <source>Sign in with a code by e-mail, or ask whoever manages the server for a file service at the same address as the agents.</source>
        <translation>Mit einem Code per E-Mail anmelden oder wer den Server verwaltet um einen Dateidienst unter derselben Adresse wie die Agenten bitten.</translation>
    </message>
</context>
<context>
    <name>desk::DataWindows</name>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>The file could not be written</source>
        <translation>Die Datei konnte nicht geschrieben werden</translation>
    </message>
</context>
<context>
    <name>desk::DefinitionDiff</name>
    <message>
        <source>The whole definition</source>
        <translation>Die ganze Definition</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Nicht vorhanden</translation>
    </message>
    <message>
        <source>Place %1</source>
        <translation>Stelle %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more differences are not shown</source>
        <translation>
            <numerusform>%n weiterer Unterschied wird nicht gezeigt</numerusform>
            <numerusform>%n weitere Unterschiede werden nicht gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
Before:
%2
After:
%3</source>
        <translation>%1
Vorher:
%2
Nachher:
%3</translation>
    </message>
</context>
<context>
    <name>desk::DefinitionDiffModel</name>
    <message>
        <source>Before: %1</source>
        <translation>Vorher: %1</translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation>Nachher: %1</translation>
    </message>
    <message>
        <source>%1. Before: %2. After: %3</source>
        <translation>%1. Vorher: %2. Nachher: %3</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
</context>
<context>
    <name>desk::DefinitionDiffTable</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>desk::DefinitionDiffView</name>
    <message>
        <source>These two versions are the same.</source>
        <translation>Diese beiden Versionen sind gleich.</translation>
    </message>
    <message numerus="yes">
        <source>More than %n differences</source>
        <translation>
            <numerusform>Mehr als %n Unterschied</numerusform>
            <numerusform>Mehr als %n Unterschiede</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differences</source>
        <translation>
            <numerusform>%n Unterschied</numerusform>
            <numerusform>%n Unterschiede</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::DefinitionExport</name>
    <message>
        <source>There is a file of this name already.</source>
        <translation>Es gibt schon eine Datei dieses Namens.</translation>
    </message>
    <message>
        <source>Replace it, or choose another name.</source>
        <translation>Diese ersetzen oder einen anderen Namen wählen.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of these names say something else.</source>
        <translation>
            <numerusform>%n Datei dieser Namen enthält etwas anderes.</numerusform>
            <numerusform>%n Dateien dieser Namen enthalten etwas anderes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace them, or choose another folder.</source>
        <translation>Diese ersetzen oder einen anderen Ordner wählen.</translation>
    </message>
</context>
<context>
    <name>desk::DefinitionExportDialog</name>
    <message>
        <source>YAML, for people and git</source>
        <translation>YAML, für Menschen und git</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>One file</source>
        <translation>Eine Datei</translation>
    </message>
    <message>
        <source>A folder with a file for each</source>
        <translation>Ein Ordner mit je einer Datei</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>&amp;Ziel</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Into one file or a folder</source>
        <translation>In eine Datei oder einen Ordner</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>There is nothing to export.</source>
        <translation>Es gibt nichts zu exportieren.</translation>
    </message>
    <message>
        <source>Left out: what belongs to this server alone (ids, version numbers, times, authors).</source>
        <translation>Weggelassen: was nur zu diesem Server gehört (Kennungen, Versionsnummern, Zeiten, Urheber).</translation>
    </message>
    <message numerus="yes">
        <source>%n secret(s) are left out, too, and have to be entered anew after an import.</source>
        <translation>
            <numerusform>Auch %n Geheimnis ist weggelassen und nach einem Import neu einzugeben.</numerusform>
            <numerusform>Auch %n Geheimnisse sind weggelassen und nach einem Import neu einzugeben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Ordner für die Dateien</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>Exportieren als</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Schreiben…</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Nichts wurde geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>Replace %n file(s)?</source>
        <translation>
            <numerusform>%n Datei ersetzen?</numerusform>
            <numerusform>%n Dateien ersetzen?</numerusform>
        </translation>
    </message>
    <message>
        <source>They are there already and say something else:
%1</source>
        <translation>Schon vorhanden und mit anderem Inhalt:
%1</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written: %1</source>
        <translation>
            <numerusform>%n Datei geschrieben: %1</numerusform>
            <numerusform>%n Dateien geschrieben: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) said the same already.</source>
        <translation>
            <numerusform>%n Datei hatte schon denselben Inhalt.</numerusform>
            <numerusform>%n Dateien hatten schon denselben Inhalt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n secret(s) left out: ${NAME} stands in their place.</source>
        <translation>
            <numerusform>%n Geheimnis weggelassen: an seiner Stelle steht ${NAME}.</numerusform>
            <numerusform>%n Geheimnisse weggelassen: an ihrer Stelle steht ${NAME}.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file: why</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>desk::DefinitionFile</name>
    <message>
        <source>There is something in it that is no agent, no tool and no workflow.</source>
        <translation>Es steht etwas darin, das kein Agent, kein Werkzeug und kein Ablauf ist.</translation>
    </message>
    <message>
        <source>One of the definitions in it has no name.</source>
        <translation>Eine der Definitionen darin hat keinen Namen.</translation>
    </message>
    <message>
        <source>A newer version of this program wrote the file. This one cannot read it.</source>
        <translation>Eine neuere Version dieses Programms hat die Datei geschrieben. Diese kann sie nicht lesen.</translation>
    </message>
    <message>
        <source>This is no file of agents, tools or workflows.</source>
        <translation>Das ist keine Datei mit Agenten, Werkzeugen oder Abläufen.</translation>
    </message>
    <message>
        <source>“%1” is no agent, no tool and no workflow.</source>
        <translation>„%1“ ist kein Agent, kein Werkzeug und kein Ablauf.</translation>
    </message>
</context>
<context>
    <name>desk::DefinitionFolder</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>There is a link or a folder of this name. It was left as it is.</source>
        <translation>Es gibt einen Verweis oder Ordner dieses Namens. Er wurde gelassen, wie er ist.</translation>
    </message>
    <message>
        <source>%1 is no folder.</source>
        <translation>%1 ist kein Ordner.</translation>
    </message>
    <message>
        <source>There are too many files in %1.</source>
        <translation>In %1 sind zu viele Dateien.</translation>
    </message>
    <message>
        <source>This is a link to somewhere else, and was not read.</source>
        <translation>Das ist ein Verweis an eine andere Stelle und wurde nicht gelesen.</translation>
    </message>
</context>
<context>
    <name>desk::DefinitionHistory</name>
    <message>
        <source>No version of &quot;%1&quot; was kept, because it is larger than %2 MB.</source>
        <translation>Von „%1“ wurde keine Version aufbewahrt, weil es größer als %2 MB ist.</translation>
    </message>
</context>
<context>
    <name>desk::DefinitionImport</name>
    <message>
        <source>Somebody has changed it since. It stays as it is.</source>
        <translation>Seitdem von jemandem geändert. Es bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>The server did not keep: %1.</source>
        <translation>Der Server hat nicht behalten: %1.</translation>
    </message>
    <message>
        <source>Somebody else changed meanwhile, which was kept: %1.</source>
        <translation>Inzwischen von jemandem geändert und beibehalten: %1.</translation>
    </message>
</context>
<context>
    <name>desk::DefinitionImportDialog</name>
    <message>
        <source>Choose &amp;files…</source>
        <translation>&amp;Dateien wählen…</translation>
    </message>
    <message>
        <source>Choose a f&amp;older…</source>
        <translation>&amp;Ordner wählen…</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>&amp;Undo the import</source>
        <translation>Import &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>Dateien zum Importieren</translation>
    </message>
    <message>
        <source>Folder to import</source>
        <translation>Ordner zum Importieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lesen…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n created</source>
        <translation>
            <numerusform>%n angelegt</numerusform>
            <numerusform>%n angelegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken back</source>
        <translation>
            <numerusform>%n zurückgenommen</numerusform>
            <numerusform>%n zurückgenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken back</source>
        <translation>
            <numerusform>%n nicht zurückgenommen</numerusform>
            <numerusform>%n nicht zurückgenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without an answer</source>
        <translation>
            <numerusform>%n ohne Antwort</numerusform>
            <numerusform>%n ohne Antwort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not reached</source>
        <translation>
            <numerusform>%n nicht erreicht</numerusform>
            <numerusform>%n nicht erreicht</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::DefinitionImportPlan</name>
    <message>
        <source>This is no file.</source>
        <translation>Das ist keine Datei.</translation>
    </message>
    <message>
        <source>This is no tool. Only tools are imported here.</source>
        <translation>Das ist kein Werkzeug. Hier werden nur Werkzeuge importiert.</translation>
    </message>
    <message>
        <source>This is no workflow. Only workflows are imported here.</source>
        <translation>Das ist kein Arbeitsablauf. Hier werden nur Arbeitsabläufe importiert.</translation>
    </message>
    <message>
        <source>This is no agent. Only agents are imported here.</source>
        <translation>Das ist kein Agent. Hier werden nur Agenten importiert.</translation>
    </message>
    <message>
        <source>A tool that comes with the server has this name, and cannot be changed.</source>
        <translation>Ein Werkzeug, das zum Server gehört, hat diesen Namen und lässt sich nicht ändern.</translation>
    </message>
    <message>
        <source>A workflow that comes with the server has this name, and cannot be changed.</source>
        <translation>Ein Arbeitsablauf, der zum Server gehört, hat diesen Namen und lässt sich nicht ändern.</translation>
    </message>
    <message>
        <source>An agent that comes with the server has this name, and cannot be changed.</source>
        <translation>Ein Agent, der zum Server gehört, hat diesen Namen und lässt sich nicht ändern.</translation>
    </message>
    <message>
        <source>%1 has a tool of this name already.</source>
        <comment>a file</comment>
        <translation>%1 enthält schon ein Werkzeug dieses Namens.</translation>
    </message>
    <message>
        <source>%1 has a workflow of this name already.</source>
        <comment>a file</comment>
        <translation>%1 enthält schon einen Arbeitsablauf dieses Namens.</translation>
    </message>
    <message>
        <source>%1 has an agent of this name already.</source>
        <comment>a file</comment>
        <translation>%1 enthält schon einen Agenten dieses Namens.</translation>
    </message>
</context>
<context>
    <name>desk::DefinitionPort</name>
    <message>
        <source>Somebody has changed the same meanwhile: %1.</source>
        <translation>Inzwischen hat jemand dasselbe geändert: %1.</translation>
    </message>
    <message>
        <source>Meanwhile somebody has made another one of this name. It stays as it is.</source>
        <translation>Inzwischen hat jemand etwas anderes dieses Namens angelegt. Es bleibt, wie es ist.</translation>
    </message>
</context>
<context>
    <name>desk::DefinitionPromotion</name>
    <message>
        <source>Whether the tools exist there is not known.</source>
        <translation>Ob es die Werkzeuge dort gibt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>All tools exist there.</source>
        <translation>Alle Werkzeuge gibt es dort.</translation>
    </message>
    <message>
        <source>Tools that do not exist there: %1</source>
        <translation>Werkzeuge, die es dort nicht gibt: %1</translation>
    </message>
    <message>
        <source>Which scopes your account has there is not known.</source>
        <translation>Welche Berechtigungen das Konto dort hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Your account has all scopes there.</source>
        <translation>Das Konto hat dort alle Berechtigungen.</translation>
    </message>
    <message>
        <source>Scopes that your account does not have there: %1</source>
        <translation>Berechtigungen, die das Konto dort nicht hat: %1</translation>
    </message>
    <message>
        <source>No secret has to be entered anew.</source>
        <translation>Kein Geheimnis muss neu eingegeben werden.</translation>
    </message>
    <message>
        <source>Secrets that have to be entered there afterwards: %1</source>
        <translation>Geheimnisse, die dort danach einzugeben sind: %1</translation>
    </message>
</context>
<context>
    <name>desk::DefinitionWords</name>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Arbeitsablauf</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message numerus="yes">
        <source>Export %n tool(s)</source>
        <translation>
            <numerusform>%n Werkzeug exportieren</numerusform>
            <numerusform>%n Werkzeuge exportieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n workflow(s)</source>
        <translation>
            <numerusform>%n Arbeitsablauf exportieren</numerusform>
            <numerusform>%n Arbeitsabläufe exportieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n agent(s)</source>
        <translation>
            <numerusform>%n Agenten exportieren</numerusform>
            <numerusform>%n Agenten exportieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tool(s) could not be exported.</source>
        <translation>
            <numerusform>%n Werkzeug ließ sich nicht exportieren.</numerusform>
            <numerusform>%n Werkzeuge ließen sich nicht exportieren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n workflow(s) could not be exported.</source>
        <translation>
            <numerusform>%n Arbeitsablauf ließ sich nicht exportieren.</numerusform>
            <numerusform>%n Arbeitsabläufe ließen sich nicht exportieren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s) could not be exported.</source>
        <translation>
            <numerusform>%n Agent ließ sich nicht exportieren.</numerusform>
            <numerusform>%n Agenten ließen sich nicht exportieren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import tools</source>
        <translation>Werkzeuge importieren</translation>
    </message>
    <message>
        <source>Import workflows</source>
        <translation>Arbeitsabläufe importieren</translation>
    </message>
    <message>
        <source>Import agents</source>
        <translation>Agenten importieren</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n tool(s)</source>
        <translation>
            <numerusform>%n Werkzeug &amp;importieren</numerusform>
            <numerusform>%n Werkzeuge &amp;importieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n workflow(s)</source>
        <translation>
            <numerusform>%n Arbeitsablauf &amp;importieren</numerusform>
            <numerusform>%n Arbeitsabläufe &amp;importieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n agent(s)</source>
        <translation>
            <numerusform>%n Agenten &amp;importieren</numerusform>
            <numerusform>%n Agenten &amp;importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>No tools yet</source>
        <translation>Noch keine Werkzeuge</translation>
    </message>
    <message>
        <source>No workflows yet</source>
        <translation>Noch keine Arbeitsabläufe</translation>
    </message>
    <message>
        <source>No agents yet</source>
        <translation>Noch keine Agenten</translation>
    </message>
    <message>
        <source>There is no tool in what was chosen.</source>
        <translation>In der Auswahl ist kein Werkzeug.</translation>
    </message>
    <message>
        <source>There is no workflow in what was chosen.</source>
        <translation>In der Auswahl ist kein Arbeitsablauf.</translation>
    </message>
    <message>
        <source>There is no agent in what was chosen.</source>
        <translation>In der Auswahl ist kein Agent.</translation>
    </message>
    <message>
        <source>Choose or drop files or a folder with tools, in JSON or YAML.</source>
        <translation>Dateien oder einen Ordner mit Werkzeugen wählen oder hier ablegen, in JSON oder YAML.</translation>
    </message>
    <message>
        <source>Choose or drop files or a folder with workflows, in JSON or YAML.</source>
        <translation>Dateien oder einen Ordner mit Arbeitsabläufen wählen oder hier ablegen, in JSON oder YAML.</translation>
    </message>
    <message>
        <source>Choose or drop files or a folder with agents, in JSON or YAML.</source>
        <translation>Dateien oder einen Ordner mit Agenten wählen oder hier ablegen, in JSON oder YAML.</translation>
    </message>
    <message numerus="yes">
        <source>Promote %n tool(s)</source>
        <translation>
            <numerusform>%n Werkzeug übertragen</numerusform>
            <numerusform>%n Werkzeuge übertragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Promote %n workflow(s)</source>
        <translation>
            <numerusform>%n Arbeitsablauf übertragen</numerusform>
            <numerusform>%n Arbeitsabläufe übertragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Promote %n agent(s)</source>
        <translation>
            <numerusform>%n Agenten übertragen</numerusform>
            <numerusform>%n Agenten übertragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Promote %n tool(s)</source>
        <translation>
            <numerusform>%n Werkzeug &amp;übertragen</numerusform>
            <numerusform>%n Werkzeuge &amp;übertragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Promote %n workflow(s)</source>
        <translation>
            <numerusform>%n Arbeitsablauf &amp;übertragen</numerusform>
            <numerusform>%n Arbeitsabläufe &amp;übertragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Promote %n agent(s)</source>
        <translation>
            <numerusform>%n Agenten &amp;übertragen</numerusform>
            <numerusform>%n Agenten &amp;übertragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is a production server. %n tool(s) change there for everybody at once.</source>
        <translation>
            <numerusform>„%1“ ist ein Produktionsserver. %n Werkzeug ändert sich dort sofort für alle.</numerusform>
            <numerusform>„%1“ ist ein Produktionsserver. %n Werkzeuge ändern sich dort sofort für alle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is a production server. %n workflow(s) change there for everybody at once.</source>
        <translation>
            <numerusform>„%1“ ist ein Produktionsserver. %n Arbeitsablauf ändert sich dort sofort für alle.</numerusform>
            <numerusform>„%1“ ist ein Produktionsserver. %n Arbeitsabläufe ändern sich dort sofort für alle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is a production server. %n agent(s) change there for everybody at once.</source>
        <translation>
            <numerusform>„%1“ ist ein Produktionsserver. %n Agent ändert sich dort sofort für alle.</numerusform>
            <numerusform>„%1“ ist ein Produktionsserver. %n Agenten ändern sich dort sofort für alle.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::DeletionBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo deleting (%1 in the conversation)</source>
        <translation>Löschen rückgängig machen (%1 in der Unterhaltung)</translation>
    </message>
    <message>
        <source>Delete now</source>
        <translation>Jetzt löschen</translation>
    </message>
    <message numerus="yes">
        <source>%n messages deleted.</source>
        <translation>
            <numerusform>Eine Nachricht gelöscht.</numerusform>
            <numerusform>%n Nachrichten gelöscht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::DesignAdvice</name>
    <message>
        <source>The agent has no title. “%1” can be made of its name.</source>
        <translation>Der Agent hat keinen Titel. Aus seinem Namen lässt sich „%1“ machen.</translation>
    </message>
    <message>
        <source>The agent has no description. The first sentence of its instructions can be one: “%1”.</source>
        <translation>Der Agent hat keine Beschreibung. Der erste Satz seiner Anweisungen kann eine sein: „%1“.</translation>
    </message>
    <message>
        <source>The instructions are short. Say what the agent is for, what it does step by step, and what it must not do.</source>
        <translation>Die Anweisungen sind kurz. Wofür der Agent da ist, was er Schritt für Schritt tut und was er nicht darf, gehört hinein.</translation>
    </message>
    <message>
        <source>Answer in short paragraphs, the answer first.</source>
        <translation>In kurzen Absätzen antworten, die Antwort zuerst.</translation>
    </message>
    <message>
        <source>The instructions do not say what form the answers have. A line to add: “%1”</source>
        <translation>Die Anweisungen sagen nicht, welche Form die Antworten haben. Eine Zeile dafür: „%1“</translation>
    </message>
    <message>
        <source>If something is not known or unclear, say so, and do not guess.</source>
        <translation>Ist etwas nicht bekannt oder unklar, das sagen und nicht raten.</translation>
    </message>
    <message>
        <source>The instructions do not say what to do when the agent does not know. A line to add: “%1”</source>
        <translation>Die Anweisungen sagen nicht, was zu tun ist, wenn der Agent etwas nicht weiß. Eine Zeile dafür: „%1“</translation>
    </message>
    <message>
        <source>Use the tool `%1` where it helps, and say what it returned.</source>
        <translation>Das Werkzeug `%1` verwenden, wo es hilft, und sagen, was es ergab.</translation>
    </message>
    <message>
        <source>The instructions do not say when to use the tool “%1”. A line about it can be added.</source>
        <translation>Die Anweisungen sagen nicht, wann das Werkzeug „%1“ zu verwenden ist. Eine Zeile darüber lässt sich anfügen.</translation>
    </message>
    <message>
        <source>The instructions name the tool “%1”, which the agent does not have.</source>
        <translation>Die Anweisungen nennen das Werkzeug „%1“, das der Agent nicht hat.</translation>
    </message>
    <message>
        <source>By its words, the agent could use the tool “%1”.</source>
        <translation>Dem Wortlaut nach könnte der Agent das Werkzeug „%1“ brauchen.</translation>
    </message>
    <message>
        <source>The tools of this agent need scopes that it does not have: %1.</source>
        <translation>Die Werkzeuge dieses Agenten brauchen Berechtigungen, die er nicht hat: %1.</translation>
    </message>
    <message>
        <source>No tool of this agent needs these scopes: %1. They can be taken away.</source>
        <translation>Kein Werkzeug dieses Agenten braucht diese Berechtigungen: %1. Sie lassen sich wegnehmen.</translation>
    </message>
</context>
<context>
    <name>desk::DesignFields</name>
    <message>
        <source>Use all</source>
        <translation>Alles übernehmen</translation>
    </message>
    <message>
        <source>Takes every field that is proposed here</source>
        <translation>Übernimmt jedes Feld, das hier vorgeschlagen ist</translation>
    </message>
    <message>
        <source>Nothing to change: the agent is as proposed.</source>
        <translation>Nichts zu ändern: Der Agent ist wie vorgeschlagen.</translation>
    </message>
    <message>
        <source>As it is: %1.</source>
        <translation>Wie es ist: %1.</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Use: %1</source>
        <comment>a field</comment>
        <translation>Übernehmen: %1</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>Warum: %1</translation>
    </message>
    <message>
        <source>“%1” is not known on this server or not for agents, and is left out.</source>
        <translation>„%1“ ist auf diesem Server nicht bekannt oder nicht für Agenten und wird weggelassen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a tool or scope, why it is proposed</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This server does not list the model “%1”. It cannot be taken.</source>
        <translation>Dieser Server führt das Modell „%1“ nicht auf. Es lässt sich nicht übernehmen.</translation>
    </message>
    <message>
        <source>It was longer than an agent may have, and has been cut.</source>
        <translation>Es war länger, als ein Agent es haben darf, und wurde gekürzt.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a field, now or proposed</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>desk::DesignHints</name>
    <message>
        <source>The rules have nothing to suggest.</source>
        <translation>Die Regeln haben nichts vorzuschlagen.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Apply: %1</source>
        <comment>a suggestion</comment>
        <translation>Anwenden: %1</translation>
    </message>
</context>
<context>
    <name>desk::DesignPanel</name>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>Verfeinern</translation>
    </message>
    <message>
        <source>Design assistant</source>
        <translation>Entwurfshilfe</translation>
    </message>
    <message>
        <source>Suggestions for the agent as it is</source>
        <translation>Vorschläge zum Agenten, wie er ist</translation>
    </message>
    <message>
        <source>What is the agent for?</source>
        <translation>Wofür ist der Agent?</translation>
    </message>
    <message>
        <source>In a few sentences: what it does, for whom, from which sources. Ctrl+Return asks.</source>
        <translation>In wenigen Sätzen: was er tut, für wen, aus welchen Quellen. Strg+Eingabe fragt.</translation>
    </message>
    <message>
        <source>The answer as it comes</source>
        <translation>Die Antwort, wie sie kommt</translation>
    </message>
    <message>
        <source>What should be different?</source>
        <translation>Was soll anders sein?</translation>
    </message>
    <message>
        <source>Begin with a template</source>
        <translation>Mit einer Vorlage beginnen</translation>
    </message>
    <message>
        <source>The proposal is being written. Nothing changes until it is taken.</source>
        <translation>Der Entwurf wird geschrieben. Nichts ändert sich, bevor er übernommen wird.</translation>
    </message>
    <message>
        <source>A proposal is there. Nothing changes until it is taken.</source>
        <translation>Ein Entwurf ist da. Nichts ändert sich, bevor er übernommen wird.</translation>
    </message>
    <message>
        <source>A language model proposes the fields. The names of this server’s tools and models, and the fields of the agent, are sent along; the conversation is removed afterwards.</source>
        <translation>Ein Sprachmodell schlägt die Felder vor. Die Namen der Werkzeuge und Modelle dieses Servers und die Felder des Agenten gehen mit; die Unterhaltung wird danach entfernt.</translation>
    </message>
    <message>
        <source>The text is too long: at most %L1 characters can be sent.</source>
        <translation>Der Text ist zu lang: Höchstens %L1 Zeichen lassen sich senden.</translation>
    </message>
    <message>
        <source>The answer is incomplete, and nothing of it is proposed. %1</source>
        <extracomment>Why it is incomplete follows</extracomment>
        <translation>Die Antwort ist unvollständig, und nichts davon wird vorgeschlagen. %1</translation>
    </message>
    <message>
        <source>The conversation of this talk could not be removed yet. It is not listed, and its removal is tried again later. %1</source>
        <extracomment>What the server or the network said follows</extracomment>
        <translation>Die Unterhaltung dazu ließ sich noch nicht entfernen. Sie wird nicht aufgelistet, und das Entfernen wird später erneut versucht. %1</translation>
    </message>
</context>
<context>
    <name>desk::DesignTalk</name>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Es besteht keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>No language model is set up. Templates and suggestions work without one.</source>
        <translation>Es ist kein Sprachmodell eingerichtet. Vorlagen und Vorschläge gehen ohne eines.</translation>
    </message>
    <message>
        <source>The answer is too long to be a proposal.</source>
        <translation>Die Antwort ist zu lang für einen Entwurf.</translation>
    </message>
    <message>
        <source>The answer holds no proposal that could be read.</source>
        <translation>Die Antwort enthält keinen Entwurf, der sich lesen ließe.</translation>
    </message>
    <message>
        <source>The proposal breaks off before its end.</source>
        <translation>Der Entwurf bricht vor seinem Ende ab.</translation>
    </message>
    <message>
        <source>The answer ended in an error.</source>
        <translation>Die Antwort endete mit einem Fehler.</translation>
    </message>
    <message>
        <source>The answer was stopped.</source>
        <translation>Die Antwort wurde angehalten.</translation>
    </message>
    <message>
        <source>The answer broke off.</source>
        <translation>Die Antwort brach ab.</translation>
    </message>
    <message>
        <source>The connection was closed before the answer had come to its end.</source>
        <translation>Die Verbindung wurde geschlossen, bevor die Antwort zu Ende war.</translation>
    </message>
</context>
<context>
    <name>desk::DesignTemplates</name>
    <message>
        <source>A tool of this agent needs it.</source>
        <translation>Ein Werkzeug dieses Agenten braucht es.</translation>
    </message>
    <message>
        <source>Questions on documents</source>
        <translation>Fragen zu Dokumenten</translation>
    </message>
    <message>
        <source>Answers questions on the attached documents and says where it stands.</source>
        <translation>Beantwortet Fragen zu den angehängten Dokumenten und sagt, wo es steht.</translation>
    </message>
    <message>
        <source>Answer questions from the attached documents alone.
Search the documents with `document_search` before every answer.
Name the file and the place of each statement.
If the documents do not say it, say so, and do not guess.
Answer in short paragraphs, the answer first.</source>
        <translation>Fragen allein aus den angehängten Dokumenten beantworten.
Vor jeder Antwort die Dokumente mit `document_search` durchsuchen.
Zu jeder Aussage Datei und Stelle nennen.
Wenn die Dokumente es nicht sagen, das sagen und nicht raten.
In kurzen Absätzen antworten, die Antwort zuerst.</translation>
    </message>
    <message>
        <source>Finds the places that an answer is based on.</source>
        <translation>Findet die Stellen, auf denen eine Antwort beruht.</translation>
    </message>
    <message>
        <source>Table analyst</source>
        <translation>Tabellenauswertung</translation>
    </message>
    <message>
        <source>Answers questions on tables and shows how it came to the figures.</source>
        <translation>Beantwortet Fragen zu Tabellen und zeigt, wie die Zahlen zustande kommen.</translation>
    </message>
    <message>
        <source>Answer questions on the attached tables.
Ask the table with `table_query`, and compute with `calculate` instead of in the head.
Say which columns and which rows were counted.
If a column is missing or a value is unclear, say so, and do not guess.
Answer with the figure first, then a small table.</source>
        <translation>Fragen zu den angehängten Tabellen beantworten.
Die Tabelle mit `table_query` befragen und mit `calculate` rechnen statt im Kopf.
Sagen, welche Spalten und welche Zeilen gezählt wurden.
Wenn eine Spalte fehlt oder ein Wert unklar ist, das sagen und nicht raten.
Zuerst die Zahl nennen, dann eine kleine Tabelle.</translation>
    </message>
    <message>
        <source>Reads the figures from the table.</source>
        <translation>Liest die Zahlen aus der Tabelle.</translation>
    </message>
    <message>
        <source>Computes exactly.</source>
        <translation>Rechnet genau.</translation>
    </message>
    <message>
        <source>Summariser</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Sums up long texts for people in a hurry.</source>
        <translation>Fasst lange Texte für Eilige zusammen.</translation>
    </message>
    <message>
        <source>Sum up the text that is given or attached.
Begin with one sentence that says the most important thing.
Then list at most seven points, each one sentence, in the order of their weight.
Keep names, figures and dates exactly as they are.
Add nothing that is not in the text; if something is unclear there, say so.</source>
        <translation>Den gegebenen oder angehängten Text zusammenfassen.
Mit einem Satz beginnen, der das Wichtigste sagt.
Dann als Liste höchstens sieben Punkte, je ein Satz, nach ihrem Gewicht geordnet.
Namen, Zahlen und Daten genau so lassen, wie sie sind.
Nichts hinzufügen, was nicht im Text steht; ist dort etwas unklar, das sagen.</translation>
    </message>
    <message>
        <source>Reads attached files.</source>
        <translation>Liest angehängte Dateien.</translation>
    </message>
    <message>
        <source>Translator</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>Translates texts and keeps their form and their terms.</source>
        <translation>Übersetzt Texte und behält ihre Form und ihre Begriffe bei.</translation>
    </message>
    <message>
        <source>Translate the text that is given into the language that is asked for.
If no language is named, ask for it in one sentence.
Keep headings, lists and numbers as they are, and use one translation for each term throughout.
If a place has more than one meaning, name them below the translation, and do not guess.
Answer with the translation alone, without an introduction.</source>
        <translation>Den gegebenen Text in die gewünschte Sprache übersetzen.
Ist keine Sprache genannt, in einem Satz danach fragen.
Überschriften, Listen und Zahlen lassen, wie sie sind, und jeden Begriff durchgehend gleich übersetzen.
Hat eine Stelle mehr als eine Bedeutung oder ist sie unklar, das unter der Übersetzung nennen und nicht raten.
Allein mit der Übersetzung antworten, ohne Einleitung.</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>Looks through a draft and says what to improve, the weightiest first.</source>
        <translation>Sieht einen Entwurf durch und sagt, was zu verbessern ist, das Wichtigste zuerst.</translation>
    </message>
    <message>
        <source>Review the draft that is given or attached.
List what is wrong or unclear, the weightiest first: the place, what is wrong, a better wording.
Tell faults apart from matters of taste.
If a statement cannot be checked, say so, and do not guess.
End with one sentence on whether the draft can be used as it is.</source>
        <translation>Den gegebenen oder angehängten Entwurf durchsehen.
Als Liste nennen, was falsch oder unklar ist, das Wichtigste zuerst: die Stelle, was daran falsch ist, eine bessere Fassung.
Fehler von Geschmacksfragen trennen.
Lässt sich eine Aussage nicht prüfen, das sagen und nicht raten.
Mit einem Satz enden, ob der Entwurf so verwendbar ist.</translation>
    </message>
</context>
<context>
    <name>desk::DesktopFeatures</name>
    <message>
        <source>Ask Agent Desk a question</source>
        <translation>Agent Desk eine Frage stellen</translation>
    </message>
</context>
<context>
    <name>desk::DesktopSection</name>
    <message>
        <source>A key of the desktop opens it.</source>
        <translation>Ein Tastenkürzel des Desktops öffnet das Fenster.</translation>
    </message>
    <message>
        <source>%1 opens it.</source>
        <comment>keys, as the desktop names them</comment>
        <translation>%1 öffnet das Fenster.</translation>
    </message>
    <message>
        <source>The desktop asks for the keys…</source>
        <translation>Der Desktop fragt nach den Tasten…</translation>
    </message>
    <message>
        <source>No keys open it yet.</source>
        <translation>Noch öffnet kein Tastenkürzel das Fenster.</translation>
    </message>
    <message>
        <source>This desktop gives programs no keys of their own. Bind this command to keys in the keyboard settings of the desktop:</source>
        <translation>Dieser Desktop gibt Programmen keine eigenen Tastenkürzel. Diesen Befehl in den Tastatureinstellungen des Desktops auf ein Tastenkürzel legen:</translation>
    </message>
    <message>
        <source>Change &amp;keys…</source>
        <translation>Tasten änd&amp;ern…</translation>
    </message>
    <message>
        <source>Choose &amp;keys…</source>
        <translation>Tasten wähl&amp;en…</translation>
    </message>
</context>
<context>
    <name>desk::DeviceSignIn</name>
    <message>
        <source>%1 answered with a code or a page that cannot be used.</source>
        <comment>%1 host</comment>
        <translation>%1 hat mit einem Code oder einer Seite geantwortet, die sich nicht verwenden lässt.</translation>
    </message>
</context>
<context>
    <name>desk::DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>This is everything a report holds. It names no message, no file and no password; it does name the address of the server. Read it before you pass it on.</source>
        <translation>Das ist alles, was ein Bericht enthält. Er nennt keine Nachricht, keine Datei und kein Passwort, wohl aber die Adresse des Servers. Lesen Sie ihn, bevor Sie ihn weitergeben.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern …</translation>
    </message>
    <message>
        <source>&amp;Detailed log for 24 hours</source>
        <translation>&amp;Ausführliches Protokoll für 24 Stunden</translation>
    </message>
    <message>
        <source>Helps to find a fault that happens again. It ends by itself.</source>
        <translation>Hilft, einen wiederkehrenden Fehler zu finden. Es endet von selbst.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>The report was not saved.</source>
        <translation>Der Bericht wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>desk::DoctorDialog</name>
    <message>
        <source>Connection doctor</source>
        <translation>Verbindungsdoktor</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>&amp;Examine again</source>
        <translation>Erneut &amp;untersuchen</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>Bericht &amp;kopieren</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>being looked at…</source>
        <translation>wird untersucht …</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>funktioniert nicht</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>nicht untersucht</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what, how it stands</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The way to %1, step by step. No password is sent.</source>
        <comment>profile</comment>
        <translation>Der Weg zu %1, Schritt für Schritt. Es wird kein Passwort gesendet.</translation>
    </message>
</context>
<context>
    <name>desk::DocumentBuilder</name>
    <message>
        <source>The rest is left out here. An export as JSON has all of it.</source>
        <translation>Der Rest fehlt hier. Ein Export als JSON enthält alles.</translation>
    </message>
</context>
<context>
    <name>desk::DropOverlay</name>
    <message>
        <source>Drop files to attach them</source>
        <translation>Dateien hier ablegen, um sie anzuhängen</translation>
    </message>
</context>
<context>
    <name>desk::EditMenu</name>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>E&amp;infügen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Alles aus&amp;wählen</translation>
    </message>
</context>
<context>
    <name>desk::EditMessageDialog</name>
    <message>
        <source>Edit and Resend</source>
        <translation>Bearbeiten und neu senden</translation>
    </message>
    <message>
        <source>New text of the message</source>
        <translation>Neuer Text der Nachricht</translation>
    </message>
    <message>
        <source>&amp;Send as New Version</source>
        <translation>Als neue Version &amp;senden</translation>
    </message>
    <message>
        <source>The message and what followed it stay as they are. The new text is asked beside them.</source>
        <translation>Die Nachricht und was auf sie folgte bleiben, wie sie sind. Der neue Text wird daneben gefragt.</translation>
    </message>
    <message>
        <source>Also sent again: %1</source>
        <comment>names of files</comment>
        <translation>Auch noch einmal gesendet: %1</translation>
    </message>
</context>
<context>
    <name>desk::ElsewhereBar</name>
    <message>
        <source>&amp;Show that window</source>
        <translation>Das Fenster &amp;zeigen</translation>
    </message>
    <message>
        <source>This conversation is open in a window of its own. You write there.</source>
        <translation>Diese Unterhaltung ist in einem eigenen Fenster offen. Dort schreiben Sie.</translation>
    </message>
</context>
<context>
    <name>desk::EmailSignIn</name>
    <message>
        <source>This is not an e-mail address.</source>
        <translation>Das ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Type it like name@example.com.</source>
        <translation>In der Form name@example.com eingeben.</translation>
    </message>
    <message>
        <source>The sign-in service does not know this as an e-mail address.</source>
        <translation>Der Anmeldedienst erkennt das nicht als E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Check it and try again.</source>
        <translation>Prüfen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1 does not offer sign-in by e-mail.</source>
        <comment>%1 host</comment>
        <translation>%1 bietet keine Anmeldung per E-Mail an.</translation>
    </message>
    <message>
        <source>Ask your administrator for the sign-in address.</source>
        <translation>Bei der Administration nach der Anmeldeadresse fragen.</translation>
    </message>
    <message>
        <source>Too many wrong codes. Wait a moment before the next one.</source>
        <translation>Zu viele falsche Codes. Vor dem nächsten einen Augenblick warten.</translation>
    </message>
    <message>
        <source>This is neither a code nor a link.</source>
        <translation>Das ist weder ein Code noch ein Link.</translation>
    </message>
    <message>
        <source>Type the six digits of the e-mail, or paste its whole link.</source>
        <translation>Die sechs Ziffern aus der E-Mail eingeben oder ihren ganzen Link einfügen.</translation>
    </message>
    <message>
        <source>The sign-in service answered in a way this program does not understand.</source>
        <translation>Dieses Programm versteht die Antwort des Anmeldedienstes nicht.</translation>
    </message>
    <message>
        <source>Tell your administrator.</source>
        <translation>Der Administration Bescheid geben.</translation>
    </message>
    <message>
        <source>This link does not work any more.</source>
        <translation>Dieser Link funktioniert nicht mehr.</translation>
    </message>
    <message>
        <source>Links work once and for 15 minutes. Ask for another e-mail.</source>
        <translation>Links gelten einmal und 15 Minuten lang. Eine neue E-Mail anfordern.</translation>
    </message>
    <message>
        <source>Too many wrong codes.</source>
        <translation>Zu viele falsche Codes.</translation>
    </message>
    <message>
        <source>Ask for a new code.</source>
        <translation>Einen neuen Code anfordern.</translation>
    </message>
    <message>
        <source>The code is wrong or too old.</source>
        <translation>Der Code ist falsch oder zu alt.</translation>
    </message>
    <message>
        <source>Check the newest e-mail, or ask for another one.</source>
        <translation>In der neuesten E-Mail nachsehen oder eine neue anfordern.</translation>
    </message>
</context>
<context>
    <name>desk::ErrorBanner</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Technische Einzelheiten</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung ausblenden</translation>
    </message>
    <message>
        <source>Something went wrong, and the server gave no reason.</source>
        <translation>Etwas ist schiefgegangen, und der Server nannte keinen Grund.</translation>
    </message>
    <message>
        <source>HTTP status: %1</source>
        <translation>HTTP-Status: %1</translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation>Anfragekennung: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field of a form: what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>desk::Errors</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>Check that the file exists and that you may read it.</source>
        <translation>Prüfen, ob es die Datei gibt und ob sie gelesen werden darf.</translation>
    </message>
    <message>
        <source>The server answered with something other than an event stream.</source>
        <translation>Der Server hat mit etwas anderem als einem Ereignisstrom geantwortet.</translation>
    </message>
    <message>
        <source>Check the server address in Settings; a network sign-in page may be in the way.</source>
        <translation>Die Serveradresse in den Einstellungen prüfen; vielleicht ist eine Anmeldeseite des Netzes im Weg.</translation>
    </message>
    <message>
        <source>The server did not accept the input.</source>
        <translation>Der Server hat die Eingabe nicht angenommen.</translation>
    </message>
    <message>
        <source>Correct the marked fields and try again.</source>
        <translation>Die markierten Felder korrigieren und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The server does not accept the access token.</source>
        <translation>Der Server nimmt das Zugangstoken nicht an.</translation>
    </message>
    <message>
        <source>You have no permission for this.</source>
        <translation>Dafür fehlt die Berechtigung.</translation>
    </message>
    <message>
        <source>Ask an administrator of the server.</source>
        <translation>Bei der Verwaltung des Servers nachfragen.</translation>
    </message>
    <message>
        <source>This no longer exists on the server.</source>
        <translation>Das gibt es auf dem Server nicht mehr.</translation>
    </message>
    <message>
        <source>Refresh the list.</source>
        <translation>Die Liste neu laden.</translation>
    </message>
    <message>
        <source>Somebody changed this in the meantime.</source>
        <translation>Das wurde inzwischen von jemandem geändert.</translation>
    </message>
    <message>
        <source>Refresh and try again.</source>
        <translation>Neu laden und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>This is too large for the server.</source>
        <translation>Das ist zu groß für den Server.</translation>
    </message>
    <message>
        <source>Use a smaller file or less text.</source>
        <translation>Eine kleinere Datei oder weniger Text nehmen.</translation>
    </message>
    <message>
        <source>The server waited too long for the request.</source>
        <translation>Der Server hat zu lange auf die Anfrage gewartet.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The server asks for a pause: too many requests.</source>
        <translation>Der Server bittet um eine Pause: zu viele Anfragen.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>A gateway in front of %1 did not get an answer.</source>
        <translation>Ein Gateway vor %1 hat keine Antwort bekommen.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1 is not available right now.</source>
        <translation>%1 ist gerade nicht erreichbar.</translation>
    </message>
    <message>
        <source>The server failed on this request (status %1).</source>
        <translation>Der Server ist an dieser Anfrage gescheitert (Status %1).</translation>
    </message>
    <message>
        <source>Try again; if it stays so, give the request id to the server&apos;s operators.</source>
        <translation>Noch einmal versuchen; bleibt es dabei, den Betreibern des Servers die Anfragekennung geben.</translation>
    </message>
    <message>
        <source>The server wanted to redirect the request elsewhere; that is not allowed.</source>
        <translation>Der Server wollte die Anfrage umleiten; das ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>Check the server address in Settings.</source>
        <translation>Die Serveradresse in den Einstellungen prüfen.</translation>
    </message>
    <message>
        <source>The server answered with the unexpected status %1.</source>
        <translation>Der Server hat mit dem unerwarteten Status %1 geantwortet.</translation>
    </message>
    <message>
        <source>The host %1 was not found.</source>
        <translation>Der Rechner %1 wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Check the address and your network.</source>
        <translation>Die Adresse und das Netz prüfen.</translation>
    </message>
    <message>
        <source>%1 refused the connection; the server is probably not running.</source>
        <translation>%1 hat die Verbindung abgelehnt; wahrscheinlich läuft der Server nicht.</translation>
    </message>
    <message>
        <source>Start the server or check the address.</source>
        <translation>Den Server starten oder die Adresse prüfen.</translation>
    </message>
    <message>
        <source>No secure connection to %1: its certificate was not accepted.</source>
        <translation>Keine sichere Verbindung zu %1: das Zertifikat wurde nicht anerkannt.</translation>
    </message>
    <message>
        <source>Ask your administrator for the right certificate.</source>
        <translation>Bei der Administration nach dem richtigen Zertifikat fragen.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The answer of %1 could not be understood.</source>
        <translation>Die Antwort von %1 war nicht zu verstehen.</translation>
    </message>
    <message>
        <source>Check the server address.</source>
        <translation>Die Serveradresse prüfen.</translation>
    </message>
    <message>
        <source>The connection to %1 broke.</source>
        <translation>Die Verbindung zu %1 ist abgerissen.</translation>
    </message>
    <message>
        <source>Check your network and try again.</source>
        <translation>Das Netz prüfen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The answer of %1 was too large and was cut off.</source>
        <translation>Die Antwort von %1 war zu groß und wurde abgeschnitten.</translation>
    </message>
    <message>
        <source>Ask for less at a time.</source>
        <translation>Weniger auf einmal erfragen.</translation>
    </message>
    <message>
        <source>an unnamed issuer</source>
        <translation>einem ungenannten Aussteller</translation>
    </message>
    <message>
        <source>The network proxy does not answer.</source>
        <translation>Der Netzwerk-Proxy antwortet nicht.</translation>
    </message>
    <message>
        <source>Check the proxy settings of this computer, or ask your administrator.</source>
        <translation>Die Proxy-Einstellungen dieses Computers prüfen oder die Administration fragen.</translation>
    </message>
    <message>
        <source>The network proxy wants a sign-in.</source>
        <translation>Der Netzwerk-Proxy verlangt eine Anmeldung.</translation>
    </message>
    <message>
        <source>Sign in to the proxy, or ask your administrator to let %1 through.</source>
        <translation>Am Proxy anmelden oder die Administration bitten, %1 durchzulassen.</translation>
    </message>
    <message>
        <source>The certificate of %1, issued by %2, expired on %3.</source>
        <comment>%1 host, %2 issuer, %3 date</comment>
        <translation>Das Zertifikat von %1, ausgestellt von %2, ist am %3 abgelaufen.</translation>
    </message>
    <message>
        <source>The server&apos;s operators must renew it. Check also that the clock of this computer is right.</source>
        <translation>Die Betreiber des Servers müssen es erneuern. Auch prüfen, ob die Uhr dieses Computers richtig geht.</translation>
    </message>
    <message>
        <source>The certificate of %1, issued by %2, is valid only from %3.</source>
        <comment>%1 host, %2 issuer, %3 date</comment>
        <translation>Das Zertifikat von %1, ausgestellt von %2, gilt erst ab %3.</translation>
    </message>
    <message>
        <source>Check that the clock of this computer is right.</source>
        <translation>Prüfen, ob die Uhr dieses Computers richtig geht.</translation>
    </message>
    <message>
        <source>The certificate of %1 was issued by %2 for another name.</source>
        <comment>%1 host, %2 issuer</comment>
        <translation>Das Zertifikat von %1 wurde von %2 für einen anderen Namen ausgestellt.</translation>
    </message>
    <message>
        <source>The certificate of %1 was issued by %2, which this computer does not trust.</source>
        <comment>%1 host, %2 issuer</comment>
        <translation>Das Zertifikat von %1 wurde von %2 ausgestellt; dieser Computer vertraut dem Aussteller nicht.</translation>
    </message>
    <message>
        <source>Ask your administrator for the certificate of your company&apos;s authority.</source>
        <translation>Die Administration nach dem Zertifikat der firmeneigenen Zertifizierungsstelle fragen.</translation>
    </message>
    <message>
        <source>No connection to %1 came about in time.</source>
        <translation>Die Verbindung zu %1 kam nicht rechtzeitig zustande.</translation>
    </message>
    <message>
        <source>Check your network and the server address, then try again.</source>
        <translation>Netzwerk und Serveradresse prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>A web page came back in place of the answer of %1.</source>
        <translation>Statt der Antwort von %1 kam eine Webseite.</translation>
    </message>
    <message>
        <source>If this network has a sign-in page, open it in the browser; otherwise check the server address in Settings.</source>
        <translation>Hat dieses Netzwerk eine Anmeldeseite, sie im Browser öffnen; sonst die Serveradresse in den Einstellungen prüfen.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Die Datei konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Check that there is room on the disk and that you may write there.</source>
        <translation>Prüfen, ob auf dem Datenträger Platz ist und dort geschrieben werden darf.</translation>
    </message>
    <message>
        <source>The network proxy %1 does not answer.</source>
        <translation>Der Netzwerk-Proxy %1 antwortet nicht.</translation>
    </message>
    <message>
        <source>The network proxy %1 wants a sign-in.</source>
        <translation>Der Netzwerk-Proxy %1 verlangt eine Anmeldung.</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be agreed on.</source>
        <translation>Mit %1 kam keine sichere Verbindung zustande.</translation>
    </message>
    <message>
        <source>The network proxy did not connect to %1.</source>
        <translation>Der Netzwerk-Proxy hat keine Verbindung zu %1 hergestellt.</translation>
    </message>
    <message>
        <source>The network proxy %2 did not connect to %1.</source>
        <comment>%1 host, %2 proxy</comment>
        <translation>Der Netzwerk-Proxy %2 hat keine Verbindung zu %1 hergestellt.</translation>
    </message>
    <message>
        <source>Tell the server&apos;s operators.</source>
        <translation>Die Betreiber des Servers benachrichtigen.</translation>
    </message>
    <message>
        <source>The server repeats the same part of the list again and again.</source>
        <translation>Der Server wiederholt immer wieder denselben Teil der Liste.</translation>
    </message>
    <message>
        <source>The list has no end.</source>
        <translation>Die Liste hat kein Ende.</translation>
    </message>
    <message>
        <source>The server wanted to redirect the request to %1; that is not allowed.</source>
        <translation>Der Server wollte die Anfrage an %1 umleiten; das ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>Sign in from the Profile menu, then try again.</source>
        <translation>Melden Sie sich über das Menü „Profil“ an und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Check that the server speaks https at this address; it may know only an outdated version of TLS, or want to see a certificate of yours.</source>
        <translation>Prüfen Sie, ob der Server unter dieser Adresse https spricht; vielleicht kennt er nur eine veraltete Fassung von TLS oder will ein Zertifikat von Ihnen sehen.</translation>
    </message>
    <message>
        <source>%1 wants to see a certificate of yours.</source>
        <translation>%1 will ein Zertifikat von Ihnen sehen.</translation>
    </message>
    <message>
        <source>Choose it in Settings, Profiles, Edit. Your IT department gives it to you.</source>
        <translation>Wählen Sie es in Einstellungen, Profile, Bearbeiten. Sie bekommen es von Ihrer IT-Abteilung.</translation>
    </message>
    <message>
        <source>%1 does not accept your certificate.</source>
        <translation>%1 nimmt Ihr Zertifikat nicht an.</translation>
    </message>
    <message>
        <source>It may have expired: ask your IT department for a new one, and choose it in Settings, Profiles, Edit.</source>
        <translation>Vielleicht ist es abgelaufen: Bitten Sie Ihre IT-Abteilung um ein neues und wählen Sie es in Einstellungen, Profile, Bearbeiten.</translation>
    </message>
</context>
<context>
    <name>desk::Evidence</name>
    <message>
        <source>The checksums show whether this file was changed after Agent Desk wrote it. They do not show who wrote it: the file is not signed, and whoever changes it can compute new ones. Keep the checksum of the whole in another place to compare it with. Check with: agentdesk --verify FILE</source>
        <translation>Die Prüfsummen zeigen, ob diese Datei geändert wurde, nachdem Agent Desk sie geschrieben hat. Sie zeigen nicht, wer sie geschrieben hat: Die Datei ist nicht signiert, und wer sie ändert, kann neue Prüfsummen berechnen. Die Prüfsumme des Ganzen zum Vergleichen an anderer Stelle aufbewahren. Prüfen mit: agentdesk --verify DATEI</translation>
    </message>
    <message>
        <source>not known here: the file was not uploaded from this computer</source>
        <translation>hier nicht bekannt: Die Datei wurde nicht von diesem Computer hochgeladen</translation>
    </message>
</context>
<context>
    <name>desk::EvidenceCheck</name>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The file is too large for evidence.</source>
        <translation>Die Datei ist zu groß für einen Beleg.</translation>
    </message>
    <message>
        <source>The file is no evidence of Agent Desk, or it is damaged.</source>
        <translation>Die Datei ist kein Beleg von Agent Desk, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <source>The file names a version or a way to compute checksums that this version of Agent Desk does not know.</source>
        <translation>Die Datei nennt eine Version oder ein Prüfsummenverfahren, das diese Version von Agent Desk nicht kennt.</translation>
    </message>
    <message>
        <source>The whole: unchanged, %1</source>
        <translation>Das Ganze: unverändert, %1</translation>
    </message>
    <message>
        <source>The whole: CHANGED</source>
        <translation>Das Ganze: GEÄNDERT</translation>
    </message>
    <message>
        <source>The file was laid out anew by another program; its content is the same.</source>
        <translation>Die Datei wurde von einem anderen Programm neu formatiert; ihr Inhalt ist derselbe.</translation>
    </message>
    <message>
        <source>%1: unchanged</source>
        <comment>part of a file of evidence</comment>
        <translation>%1: unverändert</translation>
    </message>
    <message>
        <source>%1: CHANGED</source>
        <comment>part of a file of evidence</comment>
        <translation>%1: GEÄNDERT</translation>
    </message>
    <message>
        <source>%1: MISSING</source>
        <comment>part of a file of evidence</comment>
        <translation>%1: FEHLT</translation>
    </message>
    <message>
        <source>The content is unchanged since it was written. This does not show who wrote it: the file is not signed.</source>
        <translation>Der Inhalt ist unverändert, seit er geschrieben wurde. Das zeigt nicht, wer ihn geschrieben hat: Die Datei ist nicht signiert.</translation>
    </message>
    <message>
        <source>The file was CHANGED after it was written. Do not rely on it.</source>
        <translation>Die Datei wurde GEÄNDERT, nachdem sie geschrieben worden war. Sie ist nicht verlässlich.</translation>
    </message>
    <message>
        <source>Nothing could be checked.</source>
        <translation>Nichts ließ sich prüfen.</translation>
    </message>
</context>
<context>
    <name>desk::ExchangeBar</name>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Promote…</source>
        <translation>Übertragen…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Pro&amp;mote…</source>
        <translation>Über&amp;tragen…</translation>
    </message>
</context>
<context>
    <name>desk::ExecutionComparison</name>
    <message>
        <source>Steps of both executions</source>
        <translation>Schritte beider Ausführungen</translation>
    </message>
    <message>
        <source>Both gave the same.</source>
        <translation>Beide haben dasselbe ergeben.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>Execution of %1</source>
        <comment>time</comment>
        <translation>Ausführung vom %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Only the second execution ran this step.</source>
        <translation>Nur die zweite Ausführung hat diesen Schritt durchlaufen.</translation>
    </message>
    <message>
        <source>Only the first execution ran this step.</source>
        <translation>Nur die erste Ausführung hat diesen Schritt durchlaufen.</translation>
    </message>
</context>
<context>
    <name>desk::ExecutionFollow</name>
    <message>
        <source>The server is not reached, and this computer has kept nothing of this execution.</source>
        <translation>Der Server ist nicht erreichbar, und dieser Rechner hat von diesem Lauf nichts aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>desk::ExecutionListModel</name>
    <message>
        <source>Estimated by the server</source>
        <translation>Vom Server geschätzt</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
</context>
<context>
    <name>desk::ExecutionOverlay</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n Feld</numerusform>
            <numerusform>%n Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>round %L1</source>
        <translation>Runde %L1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Tokens</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>desk::ExecutionView</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Run with this input again…</source>
        <translation>Mit dieser Eingabe noch einmal ausführen…</translation>
    </message>
    <message>
        <source>Go on from the failed step</source>
        <translation>Beim fehlgeschlagenen Schritt fortfahren</translation>
    </message>
    <message>
        <source>Steps of the execution</source>
        <translation>Schritte der Ausführung</translation>
    </message>
    <message>
        <source>Input of the step</source>
        <translation>Eingabe des Schritts</translation>
    </message>
    <message>
        <source>Output of the step</source>
        <translation>Ausgabe des Schritts</translation>
    </message>
    <message>
        <source>Input of the workflow</source>
        <translation>Eingabe des Arbeitsablaufs</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>As this computer kept it when it had ended.</source>
        <translation>So, wie dieser Rechner sie nach ihrem Ende aufbewahrt hat.</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Estimated cost</source>
        <translation>Geschätzte Kosten</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Ausgelöst durch</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
</context>
<context>
    <name>desk::ExecutionWords</name>
    <message>
        <source>Waiting to start</source>
        <translation>Wartet auf den Start</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Waits for a person</source>
        <translation>Wartet auf eine Person</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
</context>
<context>
    <name>desk::ExecutionsPane</name>
    <message>
        <source>Run…</source>
        <translation>Ausführen…</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen …</translation>
    </message>
    <message>
        <source>Load earlier ones</source>
        <translation>Frühere laden</translation>
    </message>
    <message>
        <source>Executions of the workflow</source>
        <translation>Ausführungen des Arbeitsablaufs</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>This workflow has not been run yet.</source>
        <translation>Dieser Arbeitsablauf wurde noch nicht ausgeführt.</translation>
    </message>
    <message>
        <source>The server was not reached: these are the executions that this computer kept.</source>
        <translation>Der Server war nicht erreichbar: Dies sind die Ausführungen, die dieser Rechner aufbewahrt hat.</translation>
    </message>
    <message>
        <source>Two executions are chosen in the list, with Shift or Ctrl</source>
        <translation>In der Liste werden zwei Ausführungen gewählt, mit Umschalt oder Strg</translation>
    </message>
    <message>
        <source>Stop the execution?</source>
        <translation>Ausführung anhalten?</translation>
    </message>
    <message>
        <source>What is at work now may still finish. What was done stays done, and the steps that follow do not run.</source>
        <translation>Was gerade arbeitet, wird vielleicht noch fertig. Was getan ist, bleibt getan, und die folgenden Schritte laufen nicht.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Two executions of %1</source>
        <translation>Zwei Ausführungen von %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>desk::ExportDialog</name>
    <message numerus="yes">
        <source>The &amp;whole conversation (%n message(s))</source>
        <translation>
            <numerusform>Die &amp;ganze Unterhaltung (eine Nachricht)</numerusform>
            <numerusform>Die &amp;ganze Unterhaltung (%n Nachrichten)</numerusform>
        </translation>
    </message>
    <message>
        <source>Only this &amp;answer and its question</source>
        <translation>Nur diese &amp;Antwort und ihre Frage</translation>
    </message>
    <message>
        <source>Only the last &amp;answer and its question</source>
        <translation>Nur die letzte &amp;Antwort und ihre Frage</translation>
    </message>
    <message>
        <source>&amp;Input and output of tools</source>
        <translation>&amp;Ein- und Ausgaben von Werkzeugen</translation>
    </message>
    <message>
        <source>&amp;Thoughts</source>
        <translation>Ge&amp;danken</translation>
    </message>
    <message>
        <source>Show in &amp;Folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>D&amp;rucken…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>Scope:</source>
        <translation>Umfang:</translation>
    </message>
    <message>
        <source>With:</source>
        <translation>Mit:</translation>
    </message>
    <message>
        <source>Attachments are named; the files themselves are not in it.</source>
        <translation>Anhänge werden genannt; die Dateien selbst sind nicht enthalten.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>For reading, printing and filing.</source>
        <translation>Zum Lesen, Drucken und Ablegen.</translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation>OpenDocument-Text</translation>
    </message>
    <message>
        <source>For Word and LibreOffice: can be edited.</source>
        <translation>Für Word und LibreOffice: lässt sich bearbeiten.</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>One file that any browser shows. It loads nothing.</source>
        <translation>Eine Datei, die jeder Browser zeigt. Sie lädt nichts nach.</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Text with marks, for notes and wikis.</source>
        <translation>Text mit Auszeichnungen, für Notizen und Wikis.</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>For reading anywhere.</source>
        <translation>Überall lesbar.</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Complete, for other programs and for Agent Desk itself.</source>
        <translation>Vollständig, für andere Programme und für Agent Desk selbst.</translation>
    </message>
    <message>
        <source>Evidence of one answer</source>
        <translation>Beleg einer Antwort</translation>
    </message>
    <message>
        <source>With checksums, which show whether the file was changed since. It is not signed.</source>
        <translation>Mit Prüfsummen, die zeigen, ob die Datei seither geändert wurde. Sie ist nicht signiert.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>conversation</source>
        <comment>file name</comment>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>It was sent to the printer.</source>
        <translation>An den Drucker gesendet.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <comment>path</comment>
        <translation>Gespeichert als %1.</translation>
    </message>
</context>
<context>
    <name>desk::ExportWords</name>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Ich</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Unknown sender</source>
        <translation>Unbekannter Absender</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>Above a message in a file: who wrote it, and when</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 Reason: %2</source>
        <extracomment>What happened to an answer, and the reason</extracomment>
        <translation>%1 Grund: %2</translation>
    </message>
    <message>
        <source>Not sent yet.</source>
        <translation>Noch nicht gesendet.</translation>
    </message>
    <message>
        <source>Sent; not known whether it arrived.</source>
        <translation>Gesendet; ob die Nachricht ankam, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Not complete: the answer was still being written.</source>
        <translation>Nicht vollständig: die Antwort wurde noch geschrieben.</translation>
    </message>
    <message>
        <source>Not complete: the answer was stopped.</source>
        <translation>Nicht vollständig: die Antwort wurde angehalten.</translation>
    </message>
    <message>
        <source>Not complete: the answer was interrupted.</source>
        <translation>Nicht vollständig: die Antwort wurde unterbrochen.</translation>
    </message>
    <message>
        <source>Not sent: it failed.</source>
        <translation>Nicht gesendet: fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Not complete: the answer failed.</source>
        <translation>Nicht vollständig: die Antwort ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Not known to be complete.</source>
        <translation>Vollständigkeit nicht bekannt.</translation>
    </message>
    <message>
        <source>Tool %1</source>
        <extracomment>A tool call in a file: the tool&apos;s name, and what it said of itself</extracomment>
        <translation>Werkzeug %1</translation>
    </message>
    <message>
        <source>Tool %1: %2</source>
        <translation>Werkzeug %1: %2</translation>
    </message>
    <message>
        <source>%1 (no result)</source>
        <comment>a tool call that had not ended</comment>
        <translation>%1 (kein Ergebnis)</translation>
    </message>
    <message>
        <source>%1 (failed)</source>
        <comment>a tool call</comment>
        <translation>%1 (fehlgeschlagen)</translation>
    </message>
    <message>
        <source>%1 (failed: %2)</source>
        <comment>a tool call, reason</comment>
        <translation>%1 (fehlgeschlagen: %2)</translation>
    </message>
    <message>
        <source>%1 (%2 s)</source>
        <comment>a tool call, seconds</comment>
        <translation>%1 (%2 s)</translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <comment>file, number</comment>
        <translation>%1, Seite %2</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <comment>file, number</comment>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>file, size</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Agent: %1</source>
        <translation>Agent: %1</translation>
    </message>
    <message>
        <source>Language model: %1</source>
        <translation>Sprachmodell: %1</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Server: %1</translation>
    </message>
    <message>
        <source>Server address: %1</source>
        <translation>Serveradresse: %1</translation>
    </message>
    <message>
        <source>Begun: %1</source>
        <translation>Begonnen: %1</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Program: %1</source>
        <translation>Programm: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>Eine Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>Gedanken</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>• %1</source>
        <extracomment>One step of a plan</extracomment>
        <translation>• %1</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
</context>
<context>
    <name>desk::FileUploads</name>
    <message>
        <source>There is no permission for the file service at the moment.</source>
        <translation>Zurzeit gibt es keine Erlaubnis für den Dateidienst.</translation>
    </message>
    <message>
        <source>Sign in again, then try again.</source>
        <translation>Erneut anmelden, dann noch einmal versuchen.</translation>
    </message>
</context>
<context>
    <name>desk::FindBar</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>In dieser Unterhaltung suchen</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Sucht…</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2…</source>
        <extracomment>Which match of how many, while more may be found</extracomment>
        <translation>%1 von %2…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Which match of how many</extracomment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>desk::FolderBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n Ordner</numerusform>
            <numerusform>%n Ordner</numerusform>
        </translation>
    </message>
    <message>
        <source>Counting the files of %1…</source>
        <extracomment>%1: the name of a folder, or how many there are</extracomment>
        <translation>Die Dateien von %1 werden gezählt …</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1 in total, from %2 and the folders in it.</source>
        <extracomment>%1: their size together, %2: the name of a folder</extracomment>
        <translation>
            <numerusform>%n Datei, zusammen %1, aus %2 und den Ordnern darin.</numerusform>
            <numerusform>%n Dateien, zusammen %1, aus %2 und den Ordnern darin.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hidden files and links stay out.</source>
        <translation>Versteckte Dateien und Verknüpfungen bleiben außen vor.</translation>
    </message>
    <message numerus="yes">
        <source>So do %n file(s) that are empty, too large or cannot be read.</source>
        <translation>
            <numerusform>Ebenso %n Datei, die leer, zu groß oder nicht lesbar ist.</numerusform>
            <numerusform>Ebenso %n Dateien, die leer, zu groß oder nicht lesbar sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was attached</source>
        <translation>Es wurde nichts angehängt</translation>
    </message>
    <message>
        <source>There is no file in %1 that can be attached.</source>
        <translation>In %1 ist keine Datei, die angehängt werden kann.</translation>
    </message>
    <message>
        <source>Attach the files of this folder?</source>
        <translation>Die Dateien dieses Ordners anhängen?</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Attach %n File(s)</source>
        <translation>
            <numerusform>%n Datei &amp;anhängen</numerusform>
            <numerusform>%n Dateien &amp;anhängen</numerusform>
        </translation>
    </message>
    <message>
        <source>Attach no files of this folder</source>
        <translation>Keine Datei dieses Ordners anhängen</translation>
    </message>
    <message numerus="yes">
        <source>%1 holds more than one message can take: at most %n file(s), in folders that are not nested too deeply. Choose the files that matter instead.</source>
        <translation>
            <numerusform>%1 enthält mehr, als eine Nachricht fasst: höchstens %n Datei, in Ordnern, die nicht zu tief liegen. Wählen Sie stattdessen die wichtigen Dateien.</numerusform>
            <numerusform>%1 enthält mehr, als eine Nachricht fasst: höchstens %n Dateien, in Ordnern, die nicht zu tief liegen. Wählen Sie stattdessen die wichtigen Dateien.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::FollowUpCard</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Put this question away</source>
        <translation>Diese Frage weglegen</translation>
    </message>
    <message>
        <source>A question to you</source>
        <translation>Eine Rückfrage zur eigenen Person</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Eigene Antwort</translation>
    </message>
</context>
<context>
    <name>desk::FreedesktopNotifier</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Agent Desk</source>
        <translation>Agent Desk</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>desk::GatewayPane</name>
    <message>
        <source>Read again</source>
        <translation>Erneut lesen</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>The server does not tell this to you.</source>
        <translation>Der Server gibt darüber hier keine Auskunft: Die Berechtigung fehlt.</translation>
    </message>
    <message>
        <source>This server does not tell this.</source>
        <translation>Dieser Server gibt darüber keine Auskunft.</translation>
    </message>
    <message>
        <source>It is being read…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Read at %1</source>
        <comment>a time</comment>
        <translation>Gelesen um %1</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Arbeitet</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>Antwortet nicht</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Models available</source>
        <translation>Verfügbare Sprachmodelle</translation>
    </message>
    <message>
        <source>Requests at work</source>
        <translation>Anfragen in Arbeit</translation>
    </message>
    <message>
        <source>Falls back from</source>
        <translation>Weicht aus ab</translation>
    </message>
    <message>
        <source>Falling back</source>
        <translation>Weicht aus</translation>
    </message>
    <message>
        <source>Yes: other models answer at the moment</source>
        <translation>Ja: Zurzeit antworten andere Sprachmodelle</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message numerus="yes">
        <source>%n at work</source>
        <translation>
            <numerusform>%n in Arbeit</numerusform>
            <numerusform>%n in Arbeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at most</source>
        <translation>
            <numerusform>höchstens %n</numerusform>
            <numerusform>höchstens %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 requests in all</source>
        <translation>%L1 Anfragen insgesamt</translation>
    </message>
    <message>
        <source>%L1 of them fell back</source>
        <translation>davon %L1 ausgewichen</translation>
    </message>
</context>
<context>
    <name>desk::GuardBar</name>
    <message>
        <source>E&amp;dit</source>
        <translation>Bea&amp;rbeiten</translation>
    </message>
    <message>
        <source>Before this leaves your computer</source>
        <translation>Bevor dies den Rechner verlässt</translation>
    </message>
    <message>
        <source>&amp;Send anyway</source>
        <translation>Trotzdem &amp;senden</translation>
    </message>
    <message>
        <source>&amp;Attach anyway</source>
        <translation>Trotzdem anhän&amp;gen</translation>
    </message>
    <message>
        <source>&amp;Replace with %1</source>
        <extracomment>What stands in place of a secret: the same word as in the text</extracomment>
        <translation>Durch %1 &amp;ersetzen</translation>
    </message>
    <message>
        <source>[removed]</source>
        <extracomment>Stands in place of a secret</extracomment>
        <translation>[entfernt]</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>&amp;Weglassen</translation>
    </message>
</context>
<context>
    <name>desk::GuardForm</name>
    <message>
        <source>Nothing</source>
        <translation>Nichts tun</translation>
    </message>
    <message>
        <source>Ask before it is sent</source>
        <translation>Vor dem Senden fragen</translation>
    </message>
    <message>
        <source>Do not send it</source>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>Messages and attached texts up to 256 kB are looked through on this computer. What is found is kept nowhere. It is a help, and no guarantee: not everything secret can be told by its form.</source>
        <translation>Nachrichten und angehängte Texte bis 256 kB werden auf diesem Rechner durchgesehen. Was dabei gefunden wird, wird nirgends aufbewahrt. Das ist eine Hilfe und keine Gewähr: Nicht alles Geheime ist an seiner Form zu erkennen.</translation>
    </message>
    <message>
        <source>&amp;In the profile</source>
        <translation>&amp;Im Profil</translation>
    </message>
    <message>
        <source>&amp;Keys, tokens and passwords</source>
        <translation>S&amp;chlüssel, Token und Passwörter</translation>
    </message>
    <message>
        <source>Card and &amp;account numbers, lists of addresses</source>
        <translation>&amp;Karten- und Kontonummern, Adresslisten</translation>
    </message>
</context>
<context>
    <name>desk::GuardWords</name>
    <message>
        <source>Private key</source>
        <translation>Privater Schlüssel</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugangstoken</translation>
    </message>
    <message>
        <source>Password in an address</source>
        <translation>Passwort in einer Adresse</translation>
    </message>
    <message>
        <source>Password or key</source>
        <translation>Passwort oder Schlüssel</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Kartennummer</translation>
    </message>
    <message>
        <source>Bank account number</source>
        <translation>Bankkontonummer</translation>
    </message>
    <message>
        <source>E-mail address, one of many</source>
        <translation>E-Mail-Adresse, eine von vielen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und ein weiterer Fund</numerusform>
            <numerusform>und %n weitere Funde</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>What was found, such as &quot;Access token&quot;, and its masked form</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>desk::GuardrailsSection</name>
    <message>
        <source>Most requests to agents</source>
        <translation>Höchstens Anfragen an Agenten</translation>
    </message>
    <message>
        <source>Most tokens (estimated)</source>
        <translation>Höchstens Token (geschätzt)</translation>
    </message>
    <message>
        <source>Most calls of tools</source>
        <translation>Höchstens Aufrufe von Werkzeugen</translation>
    </message>
    <message>
        <source>Most dollars (estimated)</source>
        <translation>Höchstens Dollar (geschätzt)</translation>
    </message>
    <message>
        <source>Longest time, in seconds</source>
        <translation>Längste Dauer in Sekunden</translation>
    </message>
    <message>
        <source>The team server enforces none of these for a single step, only those of the workflow.</source>
        <translation>Der Teamserver setzt keine dieser Grenzen für einen einzelnen Schritt durch, nur die des Arbeitsablaufs.</translation>
    </message>
    <message>
        <source>The team server does not enforce this one.</source>
        <translation>Diese Grenze setzt der Teamserver nicht durch.</translation>
    </message>
</context>
<context>
    <name>desk::HeadlessAsk</name>
    <message>
        <source>The question is empty. Put it in quotes after --ask.</source>
        <translation>Die Frage ist leer. Sie steht in Anführungszeichen nach --ask.</translation>
    </message>
    <message>
        <source>There is no workspace named “%1”. Add it in the settings of Agent Desk, or leave --profile out.</source>
        <translation>Es gibt keinen Arbeitsbereich namens „%1“. In den Einstellungen von Agent Desk anlegen oder --profile weglassen.</translation>
    </message>
    <message>
        <source>This server takes no attachments. Ask without --attach, or use the local workspace.</source>
        <translation>Dieser Server nimmt keine Anhänge. Ohne --attach fragen oder den lokalen Arbeitsbereich benutzen.</translation>
    </message>
    <message>
        <source>[thought] %1</source>
        <translation>[Gedanke] %1</translation>
    </message>
    <message>
        <source>[routed] %1 (%2 %): %3</source>
        <translation>[gewählt] %1 (%2 %): %3</translation>
    </message>
    <message>
        <source>[tool] %1 %2</source>
        <translation>[Werkzeug] %1 %2</translation>
    </message>
    <message>
        <source>[tool] %1 finished</source>
        <translation>[Werkzeug] %1 fertig</translation>
    </message>
    <message>
        <source>[tool] %1 failed: %2</source>
        <translation>[Werkzeug] %1 fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>[warning] %1</source>
        <translation>[Warnung] %1</translation>
    </message>
    <message>
        <source>The answer was stopped before its end.</source>
        <translation>Die Antwort wurde vor ihrem Ende angehalten.</translation>
    </message>
    <message>
        <source>Sources:</source>
        <translation>Quellen:</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <comment>file name and line</comment>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>The answer failed for an unknown reason. Try again.</source>
        <translation>Die Antwort ist aus unbekanntem Grund gescheitert. Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>There is no agent named “%1”. Choose one of: %2.</source>
        <translation>Es gibt keinen Agenten namens „%1“. Zur Wahl stehen: %2.</translation>
    </message>
    <message>
        <source>The answer could not be written to standard output.</source>
        <translation>Die Antwort konnte nicht auf die Standardausgabe geschrieben werden.</translation>
    </message>
    <message>
        <source>[refused] %1 was not started for the tool %2: nobody can be asked here. Ask in the window to approve it.</source>
        <translation>[abgelehnt] %1 wurde für das Werkzeug %2 nicht gestartet: Hier lässt sich niemand fragen. Zum Genehmigen im Fenster fragen.</translation>
    </message>
</context>
<context>
    <name>desk::HumanOptions</name>
    <message>
        <source>Add an option</source>
        <translation>Antwort hinzufügen</translation>
    </message>
    <message>
        <source>Delete the option</source>
        <translation>Antwort löschen</translation>
    </message>
    <message>
        <source>Move the option up</source>
        <translation>Antwort nach oben verschieben</translation>
    </message>
    <message>
        <source>Move the option down</source>
        <translation>Antwort nach unten verschieben</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>Every option needs an id.</source>
        <translation>Jede Antwort braucht eine Kennung.</translation>
    </message>
    <message>
        <source>Another option has this id.</source>
        <translation>Eine andere Antwort hat diese Kennung.</translation>
    </message>
    <message>
        <source>Option %1</source>
        <translation>Antwort %1</translation>
    </message>
</context>
<context>
    <name>desk::HumanStepCard</name>
    <message>
        <source>Comment, kept with the answer:</source>
        <translation>Anmerkung, wird mit der Antwort aufbewahrt:</translation>
    </message>
    <message>
        <source>A step of a workflow waits for an answer</source>
        <translation>Ein Schritt eines Arbeitsablaufs wartet auf eine Antwort</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Was gefragt wird</translation>
    </message>
    <message>
        <source>Stop the execution</source>
        <translation>Ausführung anhalten</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>option, its id</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The step asks nothing in words.</source>
        <translation>Der Schritt fragt nichts in Worten.</translation>
    </message>
    <message>
        <source>A step waited for an answer</source>
        <translation>Ein Schritt wartete auf eine Antwort</translation>
    </message>
    <message>
        <source>A step waits for an answer</source>
        <translation>Ein Schritt wartet auf eine Antwort</translation>
    </message>
    <message>
        <source>The answer is on its way.</source>
        <translation>Die Antwort ist unterwegs.</translation>
    </message>
    <message>
        <source>Answers that are too long for a button</source>
        <translation>Antworten, die zu lang für eine Schaltfläche sind</translation>
    </message>
</context>
<context>
    <name>desk::HumanStepSection</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Waits for, in minutes</source>
        <translation>Wartet so lange, in Minuten</translation>
    </message>
    <message>
        <source>When nobody has answered</source>
        <translation>Wenn niemand geantwortet hat</translation>
    </message>
    <message>
        <source>Go on (not stored)</source>
        <translation>Weitermachen (nicht gespeichert)</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>Scheitern</translation>
    </message>
    <message>
        <source>Skip the step</source>
        <translation>Den Schritt überspringen</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>The team server does not end the waiting, and does not go on after an answer.</source>
        <translation>Der Teamserver beendet das Warten nicht und macht nach einer Antwort nicht weiter.</translation>
    </message>
    <message>
        <source>Channels (kept as they are): %1</source>
        <translation>Kanäle (bleiben, wie sie sind): %1</translation>
    </message>
    <message>
        <source>Servers do not know this word. It is kept.</source>
        <translation>Server kennen dieses Wort nicht. Es bleibt erhalten.</translation>
    </message>
</context>
<context>
    <name>desk::IdentityApi</name>
    <message>
        <source>The sign-in address %1 is not safe to use.</source>
        <comment>%1 web address without its path</comment>
        <translation>Die Anmeldeadresse %1 ist nicht sicher.</translation>
    </message>
    <message>
        <source>Ask your administrator for an address that begins with https.</source>
        <translation>Bei der Administration nach einer Adresse fragen, die mit https beginnt.</translation>
    </message>
</context>
<context>
    <name>desk::IdentityMetadata</name>
    <message>
        <source>The sign-in service at %1 does not say how to sign in with it.</source>
        <translation>Der Anmeldedienst auf %1 gibt nicht an, wie man sich bei ihm anmeldet.</translation>
    </message>
    <message>
        <source>Ask your administrator for the exact sign-in address.</source>
        <translation>Bei der Administration nach der genauen Anmeldeadresse fragen.</translation>
    </message>
    <message>
        <source>The sign-in service %1 leads to another address. Nothing was sent there.</source>
        <translation>Der Anmeldedienst %1 verweist auf eine andere Adresse. Dorthin wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Ask your administrator whether the sign-in address in this workspace is right.</source>
        <translation>Bei der Administration nachfragen, ob die Anmeldeadresse dieses Arbeitsbereichs stimmt.</translation>
    </message>
    <message>
        <source>The sign-in service at %1 calls itself something else.</source>
        <translation>Der Anmeldedienst auf %1 nennt sich selbst anders.</translation>
    </message>
    <message>
        <source>The sign-in service at %1 does not say where to ask for a session.</source>
        <translation>Der Anmeldedienst auf %1 gibt nicht an, wo eine Sitzung zu bekommen ist.</translation>
    </message>
</context>
<context>
    <name>desk::ImageDecoder</name>
    <message>
        <source>Only PNG, JPEG, GIF and WebP pictures of up to 16 megapixels are shown.</source>
        <translation>Nur Bilder in PNG, JPEG, GIF und WebP mit bis zu 16 Megapixeln werden gezeigt.</translation>
    </message>
    <message>
        <source>This is not a picture that can be shown.</source>
        <translation>Das ist kein Bild, das sich zeigen lässt.</translation>
    </message>
    <message>
        <source>The picture is too large to be shown.</source>
        <translation>Das Bild ist zu groß, um gezeigt zu werden.</translation>
    </message>
    <message>
        <source>The picture cannot be read.</source>
        <translation>Das Bild ist nicht lesbar.</translation>
    </message>
</context>
<context>
    <name>desk::ImageFetcher</name>
    <message>
        <source>This picture is at no address it may be loaded from.</source>
        <translation>Dieses Bild liegt an keiner Adresse, von der es geladen werden darf.</translation>
    </message>
    <message>
        <source>The picture of %1 is larger than 10 MB.</source>
        <translation>Das Bild von %1 ist größer als 10 MB.</translation>
    </message>
    <message>
        <source>The connection to %1 is not secure. Nothing was loaded.</source>
        <translation>Die Verbindung zu %1 ist nicht sicher. Nichts wurde geladen.</translation>
    </message>
    <message>
        <source>%1 sends this picture from another address. It was not followed.</source>
        <translation>%1 liefert dieses Bild von einer anderen Adresse. Ihr wurde nicht gefolgt.</translation>
    </message>
    <message>
        <source>%1 does not hand out this picture.</source>
        <translation>%1 gibt dieses Bild nicht heraus.</translation>
    </message>
    <message>
        <source>%1 did not answer.</source>
        <translation>%1 hat nicht geantwortet.</translation>
    </message>
</context>
<context>
    <name>desk::ImageWindow</name>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>&amp;Einpassen</translation>
    </message>
    <message>
        <source>&amp;Real Size</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern unter…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 × %2, %3 %</source>
        <extracomment>Width and height in pixels, and the size it is shown at</extracomment>
        <translation>%1 × %2, %3 %</translation>
    </message>
</context>
<context>
    <name>desk::ImportDialog</name>
    <message>
        <source>Import conversation</source>
        <translation>Unterhaltung importieren</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen…</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message numerus="yes">
        <source>“%1” with %n messages becomes a new conversation of yours.</source>
        <translation>
            <numerusform>„%1“ mit einer Nachricht wird eine neue Unterhaltung von Ihnen.</numerusform>
            <numerusform>„%1“ mit %n Nachrichten wird eine neue Unterhaltung von Ihnen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The messages get the time of the import and new IDs: the server gives them. Text, tool calls, sources and thoughts are handed over as they are in the file.</source>
        <translation>Die Nachrichten bekommen die Zeit des Imports und neue Kennungen: Der Server vergibt sie. Text, Werkzeugaufrufe, Quellen und Gedanken werden so übergeben, wie sie in der Datei stehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n attached files are left out: they are not in the file.</source>
        <translation>
            <numerusform>Eine angehängte Datei fällt weg: Sie ist nicht in der Datei enthalten.</numerusform>
            <numerusform>%n angehängte Dateien fallen weg: Sie sind nicht in der Datei enthalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages without words are left out: the server takes none.</source>
        <translation>
            <numerusform>Eine Nachricht ohne Worte fällt weg: Der Server nimmt keine an.</numerusform>
            <numerusform>%n Nachrichten ohne Worte fallen weg: Der Server nimmt keine an.</numerusform>
        </translation>
    </message>
    <message>
        <source>This file was imported on %1 already. Once more makes a second copy.</source>
        <translation>Diese Datei wurde am %1 schon importiert. Noch einmal ergibt eine zweite Kopie.</translation>
    </message>
    <message>
        <source>This conversation is in the list already. The import makes a second copy.</source>
        <translation>Diese Unterhaltung ist schon in der Liste. Der Import ergibt eine zweite Kopie.</translation>
    </message>
    <message>
        <source>&amp;Import a second copy</source>
        <translation>Zweite Kopie &amp;importieren</translation>
    </message>
    <message>
        <source>Cancelling: what has arrived is deleted again…</source>
        <translation>Wird abgebrochen: Was angekommen ist, wird wieder gelöscht…</translation>
    </message>
</context>
<context>
    <name>desk::ImportPlanView</name>
    <message>
        <source>What would be imported</source>
        <translation>Was importiert würde</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>The same already</source>
        <translation>Schon gleich</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>The name is taken</source>
        <translation>Der Name ist vergeben</translation>
    </message>
    <message>
        <source>Cannot be imported</source>
        <translation>Lässt sich nicht importieren</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>The answer was lost: it may have happened</source>
        <translation>Die Antwort ging verloren: vielleicht ist es geschehen</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Not taken back</source>
        <translation>Nicht zurückgenommen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what happened: why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Tools that this server does not have: %1</source>
        <translation>Werkzeuge, die dieser Server nicht hat: %1</translation>
    </message>
    <message>
        <source>Language model that this server does not list: %1</source>
        <translation>Sprachmodell, das dieser Server nicht aufführt: %1</translation>
    </message>
    <message>
        <source>Secrets to be entered anew afterwards: %1</source>
        <translation>Geheimnisse, die danach neu einzugeben sind: %1</translation>
    </message>
    <message>
        <source>Not sent, because no server takes it: %1</source>
        <translation>Nicht gesendet, weil kein Server es annimmt: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is chosen.</source>
        <translation>Nichts ist ausgewählt.</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Nicht vorhanden</translation>
    </message>
    <message>
        <source>on the server</source>
        <translation>auf dem Server</translation>
    </message>
    <message>
        <source>as it would be</source>
        <translation>wie es würde</translation>
    </message>
    <message>
        <source>Agents that this server does not have: %1</source>
        <translation>Agenten, die dieser Server nicht hat: %1</translation>
    </message>
</context>
<context>
    <name>desk::InsightActions</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Add again</source>
        <translation>Noch einmal hinzufügen</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Noch einmal speichern</translation>
    </message>
    <message>
        <source>Delete again</source>
        <translation>Noch einmal löschen</translation>
    </message>
    <message>
        <source>What was learned from this conversation is forgotten.</source>
        <translation>Was aus dieser Unterhaltung gelernt wurde, ist vergessen.</translation>
    </message>
    <message>
        <source>The server knew that already.</source>
        <translation>Das wusste der Server schon.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n insight(s)?</source>
        <translation>
            <numerusform>Eine Erkenntnis löschen?</numerusform>
            <numerusform>%n Erkenntnisse löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>The agents no longer know them in later conversations.</source>
        <translation>In späteren Unterhaltungen ist das den Agenten nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Forget what was learned here?</source>
        <translation>Vergessen, was hier gelernt wurde?</translation>
    </message>
    <message>
        <source>All insights from “%1” are deleted, also those that are not loaded. This cannot be undone.</source>
        <translation>Alle Erkenntnisse aus „%1“ werden gelöscht, auch die nicht geladenen. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Alle löschen</translation>
    </message>
    <message numerus="yes">
        <source>%n insight(s) deleted. Undo adds the text again, with today’s date.</source>
        <translation>
            <numerusform>Eine Erkenntnis gelöscht. „Rückgängig“ fügt den Text wieder hinzu, mit dem heutigen Datum.</numerusform>
            <numerusform>%n Erkenntnisse gelöscht. „Rückgängig“ fügt den Text wieder hinzu, mit dem heutigen Datum.</numerusform>
        </translation>
    </message>
    <message>
        <source>Learned from this conversation: %1 new, %2 known before.</source>
        <comment>numbers of insights</comment>
        <translation>Aus dieser Unterhaltung gelernt: %1 neu, %2 schon bekannt.</translation>
    </message>
    <message>
        <source>insights.md</source>
        <comment>name of a file</comment>
        <translation>erkenntnisse.md</translation>
    </message>
    <message>
        <source>insights.json</source>
        <comment>name of a file</comment>
        <translation>erkenntnisse.json</translation>
    </message>
    <message>
        <source>Export insights</source>
        <translation>Erkenntnisse exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%n insight(s) exported.</source>
        <translation>
            <numerusform>Eine Erkenntnis exportiert.</numerusform>
            <numerusform>%n Erkenntnisse exportiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The insights could not be saved in “%1”.</source>
        <translation>Die Erkenntnisse konnten nicht in „%1“ gespeichert werden.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room there.</source>
        <translation>Einen anderen Ordner wählen oder dort Platz schaffen.</translation>
    </message>
    <message>
        <source>This server keeps no insights.</source>
        <translation>Dieser Server bewahrt keine Erkenntnisse auf.</translation>
    </message>
    <message>
        <source>Insights are switched off by the administrator of the server.</source>
        <translation>Die Administration des Servers hat Erkenntnisse abgeschaltet.</translation>
    </message>
</context>
<context>
    <name>desk::InsightDelegate</name>
    <message>
        <source>%1 % match</source>
        <comment>how well an insight fits a search</comment>
        <translation>%1 % passend</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>New</source>
        <comment>an insight that was just learned</comment>
        <translation>Neu</translation>
    </message>
</context>
<context>
    <name>desk::InsightDetail</name>
    <message>
        <source>&amp;Edit…</source>
        <translation>Bea&amp;rbeiten…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Open conversation</source>
        <translation>&amp;Unterhaltung öffnen</translation>
    </message>
    <message>
        <source>&amp;More from there</source>
        <translation>&amp;Mehr von dort</translation>
    </message>
    <message>
        <source>Text of the insight</source>
        <translation>Text der Erkenntnis</translation>
    </message>
    <message>
        <source>Show only what was learned from that conversation</source>
        <translation>Nur zeigen, was aus jener Unterhaltung gelernt wurde</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>how well an insight fits a search</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Remembered on</source>
        <translation>Gemerkt am</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
</context>
<context>
    <name>desk::InsightDialog</name>
    <message>
        <source>Add an insight</source>
        <translation>Erkenntnis hinzufügen</translation>
    </message>
    <message>
        <source>Edit the insight</source>
        <translation>Erkenntnis bearbeiten</translation>
    </message>
    <message>
        <source>For example: Reports go to the board on the first Monday of a month.</source>
        <translation>Zum Beispiel: Berichte gehen am ersten Montag des Monats an den Vorstand.</translation>
    </message>
    <message>
        <source>&amp;What the agents should remember</source>
        <translation>&amp;Was sich die Agenten merken sollen</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>A&amp;rt</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>Höchstens ein Zeichen.</numerusform>
            <numerusform>Höchstens %n Zeichen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::InsightDock</name>
    <message>
        <source>Insights (%1)</source>
        <comment>how many</comment>
        <translation>Erkenntnisse (%1)</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Erkenntnisse</translation>
    </message>
    <message numerus="yes">
        <source>%n insights of this conversation</source>
        <translation>
            <numerusform>Eine Erkenntnis dieser Unterhaltung</numerusform>
            <numerusform>%n Erkenntnisse dieser Unterhaltung</numerusform>
        </translation>
    </message>
    <message>
        <source>Insights of this conversation</source>
        <translation>Erkenntnisse dieser Unterhaltung</translation>
    </message>
    <message>
        <source>Hide what was learned from this conversation</source>
        <translation>Ausblenden, was aus dieser Unterhaltung gelernt wurde</translation>
    </message>
    <message>
        <source>Show what was learned from this conversation</source>
        <translation>Zeigen, was aus dieser Unterhaltung gelernt wurde</translation>
    </message>
</context>
<context>
    <name>desk::InsightList</name>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>desk::InsightModel</name>
    <message>
        <source>%1: %2</source>
        <comment>kind of an insight: its text</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>desk::InsightPanel</name>
    <message>
        <source>&amp;Learn</source>
        <translation>&amp;Lernen</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>Hinzufü&amp;gen…</translation>
    </message>
    <message>
        <source>All i&amp;nsights</source>
        <translation>Alle Er&amp;kenntnisse</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Erkenntnisse</translation>
    </message>
    <message>
        <source>Insights of this conversation</source>
        <translation>Erkenntnisse dieser Unterhaltung</translation>
    </message>
    <message>
        <source>Let the server learn from this conversation</source>
        <translation>Den Server aus dieser Unterhaltung lernen lassen</translation>
    </message>
    <message>
        <source>The server reads the conversation…</source>
        <translation>Der Server liest die Unterhaltung…</translation>
    </message>
    <message>
        <source>There is nothing to learn from yet.</source>
        <translation>Noch gibt es nichts zu lernen.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Nothing was learned from this conversation yet.</source>
        <translation>Aus dieser Unterhaltung wurde noch nichts gelernt.</translation>
    </message>
    <message>
        <source>Switched off by the administrator of the server.</source>
        <translation>Von der Administration des Servers abgeschaltet.</translation>
    </message>
</context>
<context>
    <name>desk::InsightStore</name>
    <message>
        <source>Insights are switched off by the administrator of the server.</source>
        <translation>Die Administration des Servers hat Erkenntnisse abgeschaltet.</translation>
    </message>
    <message>
        <source>The server could not reach its memory of insights.</source>
        <translation>Der Server konnte seinen Speicher für Erkenntnisse nicht erreichen.</translation>
    </message>
    <message>
        <source>Everything else works without it. Try again later.</source>
        <translation>Alles andere funktioniert auch ohne ihn. Später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>There is nothing to learn from yet: the conversation has no question with an answer.</source>
        <translation>Noch gibt es nichts zu lernen: die Unterhaltung hat keine Frage mit einer Antwort.</translation>
    </message>
</context>
<context>
    <name>desk::InsightTexts</name>
    <message>
        <source>Insights</source>
        <translation>Erkenntnisse</translation>
    </message>
    <message>
        <source>Preference</source>
        <comment>kind of an insight</comment>
        <translation>Vorliebe</translation>
    </message>
    <message>
        <source>Fact</source>
        <comment>kind of an insight</comment>
        <translation>Tatsache</translation>
    </message>
    <message>
        <source>Goal</source>
        <comment>kind of an insight</comment>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Context</source>
        <comment>kind of an insight</comment>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>kind of an insight</comment>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>Open question</source>
        <comment>kind of an insight</comment>
        <translation>Offene Frage</translation>
    </message>
</context>
<context>
    <name>desk::InsightsPage</name>
    <message>
        <source>Insights</source>
        <translation>Erkenntnisse</translation>
    </message>
    <message>
        <source>Filter; Enter searches by meaning</source>
        <translation>Filtern; Eingabetaste sucht nach Bedeutung</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More to do with insights</source>
        <translation>Weiteres zu Erkenntnissen</translation>
    </message>
    <message>
        <source>&amp;Learn from a conversation…</source>
        <translation>&amp;Aus einer Unterhaltung lernen…</translation>
    </message>
    <message>
        <source>Export as &amp;Markdown…</source>
        <translation>Als &amp;Markdown exportieren…</translation>
    </message>
    <message>
        <source>Export as &amp;JSON…</source>
        <translation>Als &amp;JSON exportieren…</translation>
    </message>
    <message>
        <source>&amp;Delete all of this conversation…</source>
        <translation>Alle aus dieser Unterhaltung &amp;löschen…</translation>
    </message>
    <message>
        <source>No insights yet</source>
        <translation>Noch keine Erkenntnisse</translation>
    </message>
    <message>
        <source>What agents learn about you, and what you add yourself, appears here.</source>
        <translation>Hier erscheint, was Agenten über Sie lernen und was Sie selbst hinzufügen.</translation>
    </message>
    <message>
        <source>Everything else works without them.</source>
        <translation>Alles andere funktioniert auch ohne sie.</translation>
    </message>
    <message>
        <source>Switched off by the administrator of the server.</source>
        <translation>Von der Administration des Servers abgeschaltet.</translation>
    </message>
    <message>
        <source>The server reads the conversation…</source>
        <translation>Der Server liest die Unterhaltung…</translation>
    </message>
    <message>
        <source>Searching for what is near to “%1”…</source>
        <translation>Sucht, was „%1“ nahekommt…</translation>
    </message>
    <message>
        <source>Nearest in meaning to “%1”</source>
        <translation>Kommt „%1“ der Bedeutung nach am nächsten</translation>
    </message>
    <message>
        <source>Learned from “%1”</source>
        <translation>Gelernt aus „%1“</translation>
    </message>
    <message>
        <source>an earlier conversation</source>
        <translation>eine frühere Unterhaltung</translation>
    </message>
    <message>
        <source>No loaded insight matches. Enter searches all of them by meaning.</source>
        <translation>Keine geladene Erkenntnis passt. Die Eingabetaste durchsucht alle nach ihrer Bedeutung.</translation>
    </message>
    <message>
        <source>&amp;Load more</source>
        <translation>&amp;Weitere laden</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>Hinzufü&amp;gen…</translation>
    </message>
    <message>
        <source>&amp;Show all</source>
        <translation>Alle &amp;zeigen</translation>
    </message>
    <message>
        <source>This insight is no longer on the server.</source>
        <translation>Diese Erkenntnis ist nicht mehr auf dem Server.</translation>
    </message>
</context>
<context>
    <name>desk::InstructionsSection</name>
    <message>
        <source>&amp;Instructions</source>
        <translation>&amp;Anweisungen</translation>
    </message>
    <message>
        <source>What it is for, how it should answer, and what it must not do.</source>
        <translation>Wofür er da ist, wie er antworten soll und was er nicht tun darf.</translation>
    </message>
    <message>
        <source>%1, %2 of 10,000</source>
        <comment>words, characters</comment>
        <translation>%1, %2 von 10.000</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln Wort</numerusform>
            <numerusform>%Ln Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln Zeichen</numerusform>
            <numerusform>%Ln Zeichen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::JsonMatches</name>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>desk::JsonPanel</name>
    <message>
        <source>Filter by name or value</source>
        <translation>Nach Name oder Wert filtern</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>What the filter found</source>
        <translation>Was der Filter gefunden hat</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Als Text</translation>
    </message>
    <message>
        <source>&amp;Copy value</source>
        <translation>Wert &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;path</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
    <message>
        <source>Open as &amp;table</source>
        <translation>Als &amp;Tabelle öffnen</translation>
    </message>
    <message>
        <source>Show &amp;more</source>
        <translation>&amp;Mehr anzeigen</translation>
    </message>
    <message>
        <source>As te&amp;xt</source>
        <translation>Als Te&amp;xt</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern unter…</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Sucht…</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>Ein Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n</source>
        <translation>
            <numerusform>Der erste Treffer</numerusform>
            <numerusform>Die ersten %n Treffer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::JsonTreeModel</name>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>Ein Wert</numerusform>
            <numerusform>%n Werte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields</source>
        <translation>
            <numerusform>Ein Feld</numerusform>
            <numerusform>%n Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>The name of a value and the value</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>desk::JsonValueEdit</name>
    <message>
        <source>An object is needed: { … }</source>
        <translation>Nötig ist ein Objekt: { … }</translation>
    </message>
    <message>
        <source>A list or an object is needed: [ … ] or { … }</source>
        <translation>Nötig ist eine Liste oder ein Objekt: [ … ] oder { … }</translation>
    </message>
</context>
<context>
    <name>desk::KeysPane</name>
    <message>
        <source>Set the key</source>
        <translation>Schlüssel setzen</translation>
    </message>
    <message>
        <source>Test the key that is set</source>
        <translation>Gesetzten Schlüssel testen</translation>
    </message>
    <message>
        <source>Remove keys that cannot be read</source>
        <translation>Unlesbare Schlüssel entfernen</translation>
    </message>
    <message>
        <source>The server has done it.</source>
        <translation>Der Server hat es erledigt.</translation>
    </message>
    <message>
        <source>The key of %1 is stored but can no longer be read. Set it again.</source>
        <translation>Der Schlüssel von %1 ist gespeichert, aber nicht mehr lesbar. Er muss neu gesetzt werden.</translation>
    </message>
    <message>
        <source>%1 refuses: %2</source>
        <comment>provider, its words</comment>
        <translation>%1 lehnt ab: %2</translation>
    </message>
    <message>
        <source>No key is set for %1.</source>
        <translation>Für %1 ist kein Schlüssel gesetzt.</translation>
    </message>
    <message numerus="yes">
        <source>The key works: %1 offers %n model(s).</source>
        <translation>
            <numerusform>Der Schlüssel funktioniert: %1 bietet %n Sprachmodell an.</numerusform>
            <numerusform>Der Schlüssel funktioniert: %1 bietet %n Sprachmodelle an.</numerusform>
        </translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>AWS access key</source>
        <translation>AWS-Zugangsschlüssel</translation>
    </message>
    <message>
        <source>AWS secret key</source>
        <translation>Geheimer AWS-Schlüssel</translation>
    </message>
    <message>
        <source>AWS region</source>
        <translation>AWS-Region</translation>
    </message>
    <message>
        <source>The server is working on it…</source>
        <translation>Der Server arbeitet daran …</translation>
    </message>
    <message>
        <source>No key is set</source>
        <translation>Kein Schlüssel gesetzt</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Gesetzt</translation>
    </message>
    <message>
        <source>Set: %1</source>
        <comment>masked key</comment>
        <translation>Gesetzt: %1</translation>
    </message>
    <message>
        <source>Both keys are needed.</source>
        <translation>Beide Schlüssel werden gebraucht.</translation>
    </message>
    <message>
        <source>Enter the key first.</source>
        <translation>Zuerst den Schlüssel eingeben.</translation>
    </message>
</context>
<context>
    <name>desk::LearnDialog</name>
    <message>
        <source>Learn from a conversation</source>
        <translation>Aus einer Unterhaltung lernen</translation>
    </message>
    <message>
        <source>The server reads the conversation and remembers what is worth it.</source>
        <translation>Der Server liest die Unterhaltung und merkt sich, was es wert ist.</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>Unterhaltungen suchen</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>No conversation.</source>
        <translation>Keine Unterhaltung.</translation>
    </message>
    <message>
        <source>&amp;Learn</source>
        <translation>&amp;Lernen</translation>
    </message>
</context>
<context>
    <name>desk::LinkOpener</name>
    <message>
        <source>The text of the link names a different address.</source>
        <translation>Der Text des Verweises nennt eine andere Adresse.</translation>
    </message>
    <message>
        <source>The address contains a user name; what stands before the @ is not the server.</source>
        <translation>Die Adresse enthält einen Benutzernamen; was vor dem @ steht, ist nicht der Server.</translation>
    </message>
    <message>
        <source>The server is a bare number, not a name.</source>
        <translation>Der Server ist eine bloße Zahl, kein Name.</translation>
    </message>
    <message>
        <source>The address names an unusual port.</source>
        <translation>Die Adresse nennt einen ungewöhnlichen Port.</translation>
    </message>
    <message>
        <source>The server&apos;s name contains letters that may look like others.</source>
        <translation>Der Name des Servers enthält Buchstaben, die wie andere aussehen können.</translation>
    </message>
    <message>
        <source>The connection is not encrypted.</source>
        <translation>Die Verbindung ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Write to this address in your mail program?</source>
        <translation>Im Mailprogramm an diese Adresse schreiben?</translation>
    </message>
    <message>
        <source>Open a page of %1 in your browser?</source>
        <translation>Eine Seite von %1 im Browser öffnen?</translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation>Einen Verweis öffnen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>desk::LlmListModel</name>
    <message numerus="yes">
        <source>context of %n token(s)</source>
        <translation>
            <numerusform>Kontext von %n Token</numerusform>
            <numerusform>Kontext von %n Token</numerusform>
        </translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>nicht eingerichtet</translation>
    </message>
    <message>
        <source>for %1</source>
        <comment>purposes of a language model</comment>
        <translation>für %1</translation>
    </message>
    <message numerus="yes">
        <source>used by %n agent(s)</source>
        <translation>
            <numerusform>von %n Agenten benutzt</numerusform>
            <numerusform>von %n Agenten benutzt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>language model: what it is</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>desk::LocalServer</name>
    <message>
        <source>The local server did not start in time.</source>
        <translation>Der lokale Server ist nicht rechtzeitig gestartet.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, restart the computer.</source>
        <translation>Noch einmal versuchen; bleibt es dabei, den Rechner neu starten.</translation>
    </message>
    <message>
        <source>The local server program could not be started: %1.</source>
        <translation>Das Programm des lokalen Servers ließ sich nicht starten: %1.</translation>
    </message>
    <message>
        <source>Install Agent Desk again.</source>
        <translation>Agent Desk neu installieren.</translation>
    </message>
    <message>
        <source>The local server stopped unexpectedly.</source>
        <translation>Der lokale Server wurde unerwartet beendet.</translation>
    </message>
    <message>
        <source>It is being restarted; an interrupted answer can be retried.</source>
        <translation>Er wird neu gestartet; eine unterbrochene Antwort lässt sich wiederholen.</translation>
    </message>
</context>
<context>
    <name>desk::MainWindow</name>
    <message>
        <source>Agent Desk</source>
        <translation>Agent Desk</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>Workflows</source>
        <translation>Arbeitsabläufe</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>%1 – Agent Desk</source>
        <comment>page</comment>
        <translation>%1 – Agent Desk</translation>
    </message>
    <message>
        <source>What the link leads to is not in this workspace.</source>
        <translation>Wohin der Link führt, gibt es in diesem Arbeitsbereich nicht.</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Erkenntnisse</translation>
    </message>
    <message>
        <source>&amp;Conversation</source>
        <translation>&amp;Unterhaltung</translation>
    </message>
    <message>
        <source>This works in the chat.</source>
        <translation>Das geht in der Unterhaltung.</translation>
    </message>
    <message>
        <source>There is nothing to load on this page.</source>
        <translation>Auf dieser Seite gibt es nichts zu laden.</translation>
    </message>
    <message>
        <source>There is nothing to search on this page.</source>
        <translation>Auf dieser Seite gibt es nichts zu suchen.</translation>
    </message>
    <message>
        <source>This conversation has no messages yet.</source>
        <translation>Diese Unterhaltung hat noch keine Nachrichten.</translation>
    </message>
    <message>
        <source>The server keeps no insights.</source>
        <translation>Der Server bewahrt keine Erkenntnisse auf.</translation>
    </message>
    <message>
        <source>Insights can be opened when the server can be reached.</source>
        <translation>Erkenntnisse lassen sich öffnen, wenn der Server erreichbar ist.</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Sprachmodelle</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>things that need an answer</comment>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::MarkdownView</name>
    <message>
        <source>[…] The text goes on; it is too long to be shown here.</source>
        <translation>[…] Der Text geht weiter; er ist zu lang, um hier gezeigt zu werden.</translation>
    </message>
</context>
<context>
    <name>desk::McpSection</name>
    <message>
        <source>Add a tool server</source>
        <translation>Werkzeugserver hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Tool servers (MCP)</source>
        <translation>Werkzeugserver (MCP)</translation>
    </message>
    <message>
        <source>Tool servers</source>
        <translation>Werkzeugserver</translation>
    </message>
    <message>
        <source>Remove the chosen tool server</source>
        <translation>Den ausgewählten Werkzeugserver entfernen</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>Tool server %L1: %2</source>
        <translation>Werkzeugserver %L1: %2</translation>
    </message>
</context>
<context>
    <name>desk::McpServerForm</name>
    <message>
        <source>Name of the tool server</source>
        <translation>Name des Werkzeugservers</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Arguments, one a line</source>
        <translation>Argumente, eines je Zeile</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Environment, NAME=value, one a line</source>
        <translation>Umgebung, NAME=Wert, eine je Zeile</translation>
    </message>
    <message>
        <source>Headers, Name=value, one a line</source>
        <translation>Kopfzeilen, Name=Wert, eine je Zeile</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Längste Wartezeit</translation>
    </message>
    <message>
        <source>Show and change the hidden values</source>
        <translation>Verborgene Werte zeigen und ändern</translation>
    </message>
    <message>
        <source>A program the server starts</source>
        <translation>Ein Programm, das der Server startet</translation>
    </message>
    <message>
        <source>A service at an address</source>
        <translation>Ein Dienst unter einer Adresse</translation>
    </message>
    <message>
        <source>All of them; or names, separated by commas</source>
        <translation>Alle; oder Namen, durch Kommas getrennt</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>How it is reached</source>
        <translation>Wie er erreicht wird</translation>
    </message>
    <message>
        <source>Which of its tools</source>
        <translation>Welche seiner Werkzeuge</translation>
    </message>
    <message>
        <source>Everyone who may see the agent can read these values.</source>
        <translation>Alle, die den Agenten sehen dürfen, können diese Werte lesen.</translation>
    </message>
</context>
<context>
    <name>desk::MergingPort</name>
    <message>
        <source>It belongs to somebody else, or has just been deleted. Nothing was changed.</source>
        <translation>Es gehört jemand anderem oder wurde gerade gelöscht. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>desk::MessageItem</name>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>Above an answer: the agent that wrote it and the language model it used</extracomment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>desk::MessageReader</name>
    <message>
        <source>Your message</source>
        <translation>Eigene Nachricht</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Show &amp;More</source>
        <translation>&amp;Mehr anzeigen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>Normale Größe</translation>
    </message>
</context>
<context>
    <name>desk::ModelCatalog</name>
    <message>
        <source>The server did not take the key and does not say why.</source>
        <translation>Der Server hat den Schlüssel nicht angenommen und nennt keinen Grund.</translation>
    </message>
</context>
<context>
    <name>desk::ModelDetail</name>
    <message>
        <source>No model is chosen.</source>
        <translation>Kein Sprachmodell ausgewählt.</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Offered by the server, but not set up</source>
        <translation>Vom Server angeboten, aber nicht eingerichtet</translation>
    </message>
    <message>
        <source>Model behind it</source>
        <translation>Modell dahinter</translation>
    </message>
    <message>
        <source>Purposes</source>
        <translation>Zwecke</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n Token</numerusform>
            <numerusform>%n Token</numerusform>
        </translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Fähigkeiten</translation>
    </message>
</context>
<context>
    <name>desk::ModelSection</name>
    <message>
        <source>llama.cpp server</source>
        <translation>llama.cpp-Server</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Ein anderer Server</translation>
    </message>
    <message>
        <source>The built-in engine answers from now on.</source>
        <translation>Ab jetzt antwortet die eingebaute Auswertung.</translation>
    </message>
    <message>
        <source>The key would travel unencrypted to another computer. Use https, or leave the key empty.</source>
        <translation>Der Schlüssel würde unverschlüsselt zu einem anderen Rechner gehen. https benutzen oder den Schlüssel leer lassen.</translation>
    </message>
    <message>
        <source>Enter the name of a model the server offers.</source>
        <translation>Den Namen eines Modells eingeben, das der Server anbietet.</translation>
    </message>
    <message>
        <source>%1 answers from now on. The connection to it is not encrypted: use it in a network you trust.</source>
        <translation>Ab jetzt antwortet %1. Die Verbindung dorthin ist nicht verschlüsselt: nur in einem vertrauenswürdigen Netz benutzen.</translation>
    </message>
    <message>
        <source>%1 answers from now on.</source>
        <translation>Ab jetzt antwortet %1.</translation>
    </message>
    <message>
        <source>The key of “%1” is out of the keychain, and is used no more.</source>
        <translation>Der Schlüssel von „%1“ ist aus dem Schlüsselbund entfernt und wird nicht mehr benutzt.</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>„%1“ entfernen?</translation>
    </message>
    <message>
        <source>Its address is taken out of the settings and its key out of the keychain. Agents that name one of its models get the default instead.</source>
        <translation>Seine Adresse wird aus den Einstellungen und sein Schlüssel aus dem Schlüsselbund entfernt. Agents, die eines seiner Modelle nennen, bekommen stattdessen den Standard.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>“%1” is set up for whoever asks for one of its models.</source>
        <translation>„%1“ ist für alle eingerichtet, die nach einem seiner Modelle fragen.</translation>
    </message>
</context>
<context>
    <name>desk::ModelTestRow</name>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Cancel the test</source>
        <translation>Test abbrechen</translation>
    </message>
    <message>
        <source>The connection is being tested</source>
        <translation>Die Verbindung wird getestet</translation>
    </message>
    <message>
        <source>Models the server offers</source>
        <translation>Sprachmodelle, die der Server anbietet</translation>
    </message>
    <message>
        <source>Choose one of its models</source>
        <translation>Eines seiner Sprachmodelle wählen</translation>
    </message>
</context>
<context>
    <name>desk::ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Sprachmodelle</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>Sprachmodelle suchen</translation>
    </message>
    <message>
        <source>No model matches the search.</source>
        <translation>Kein Sprachmodell passt zur Suche.</translation>
    </message>
    <message>
        <source>The model and where it comes from</source>
        <translation>Das Sprachmodell und seine Herkunft</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>No models</source>
        <translation>Keine Sprachmodelle</translation>
    </message>
    <message>
        <source>No language model is set up. The built-in engine answers.</source>
        <translation>Es ist kein Sprachmodell eingerichtet. Die eingebaute Auswertung antwortet.</translation>
    </message>
    <message>
        <source>The server&apos;s gateway lists none. It may be down.</source>
        <translation>Das Gateway des Servers nennt keine. Vielleicht ist es außer Betrieb.</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n Sprachmodell</numerusform>
            <numerusform>%n Sprachmodelle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n provider(s)</source>
        <translation>
            <numerusform>%n Anbieter</numerusform>
            <numerusform>%n Anbieter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n used by agents</source>
        <translation>
            <numerusform>%n von Agenten benutzt</numerusform>
            <numerusform>%n von Agenten benutzt</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>desk::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>desk::NestedStepsSection</name>
    <message>
        <source>List to go through</source>
        <translation>Liste, die durchlaufen wird</translation>
    </message>
    <message>
        <source>Name of the item</source>
        <translation>Name des Eintrags</translation>
    </message>
    <message>
        <source>At most, times</source>
        <translation>Höchstens so oft</translation>
    </message>
    <message>
        <source>Steps inside</source>
        <translation>Schritte darin</translation>
    </message>
    <message>
        <source>No steps yet. Add some on the canvas or in the outline.</source>
        <translation>Noch keine Schritte. Auf der Zeichenfläche oder in der Gliederung welche hinzufügen.</translation>
    </message>
    <message>
        <source>The team server fails with more than one step here, and references cannot reach what is inside.</source>
        <translation>Der Teamserver scheitert hier an mehr als einem Schritt, und Verweise erreichen nicht, was darin ist.</translation>
    </message>
    <message>
        <source>The team server keeps everything of every time round: the result grows quickly.</source>
        <translation>Der Teamserver behält alles aus jedem Durchlauf: Das Ergebnis wächst schnell.</translation>
    </message>
    <message>
        <source>Write where the list is, such as $.input.cities.</source>
        <translation>Angeben, wo die Liste steht, etwa $.input.cities.</translation>
    </message>
    <message>
        <source>Only letters from A to Z, digits and underscores: references know no others.</source>
        <translation>Nur Buchstaben von A bis Z, Ziffern und Unterstriche: Andere Zeichen kennen Verweise nicht.</translation>
    </message>
    <message>
        <source>Inside: $.%1, $.loop_index, $.loop_count</source>
        <translation>Darin: $.%1, $.loop_index, $.loop_count</translation>
    </message>
    <message>
        <source>The team server ignores this.</source>
        <translation>Der Teamserver beachtet dies nicht.</translation>
    </message>
    <message>
        <source>Without a number: 1,000 times.</source>
        <translation>Ohne Zahl: 1.000-mal.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>title and summary of a step</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>desk::NetworkSection</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Dieser</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>SOCKS 5</source>
        <translation>SOCKS 5</translation>
    </message>
    <message>
        <source>None is added.</source>
        <translation>Keines hinzugefügt.</translation>
    </message>
    <message>
        <source>Trusted: %1</source>
        <comment>file</comment>
        <translation>Vertraut: %1</translation>
    </message>
    <message>
        <source>The local workspace needs no network.</source>
        <translation>Der lokale Arbeitsbereich braucht kein Netz.</translation>
    </message>
    <message>
        <source>The server is reached without a proxy.</source>
        <translation>Der Server wird ohne Proxy erreicht.</translation>
    </message>
    <message>
        <source>The server is reached through %1, with your name.</source>
        <comment>proxy</comment>
        <translation>Der Server wird über %1 erreicht, mit Ihrem Namen.</translation>
    </message>
    <message>
        <source>The server is reached through %1.</source>
        <comment>proxy</comment>
        <translation>Der Server wird über %1 erreicht.</translation>
    </message>
    <message>
        <source>Enter the address of the proxy.</source>
        <translation>Geben Sie die Adresse des Proxys ein.</translation>
    </message>
    <message>
        <source>The certificate of your company</source>
        <translation>Das Zertifikat Ihres Unternehmens</translation>
    </message>
    <message>
        <source>This file cannot be used</source>
        <translation>Diese Datei ist nicht verwendbar</translation>
    </message>
    <message>
        <source>Trust this certificate?</source>
        <translation>Diesem Zertifikat vertrauen?</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message numerus="yes">
        <source>It holds %n certificates, more than anybody could compare. Ask for a file with your company&apos;s alone.</source>
        <translation>
            <numerusform>Sie enthält ein Zertifikat, mehr, als jemand vergleichen könnte. Bitten Sie um eine Datei nur mit denen Ihres Unternehmens.</numerusform>
            <numerusform>Sie enthält %n Zertifikate, mehr, als jemand vergleichen könnte. Bitten Sie um eine Datei nur mit denen Ihres Unternehmens.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
Fingerprint (SHA-256): %2</source>
        <comment>%1 a certificate</comment>
        <translation>%1
Fingerabdruck (SHA-256): %2</translation>
    </message>
    <message>
        <source>Whoever holds this certificate can read what you send and receive. Compare the fingerprint with the one your IT department gives you.

%1</source>
        <translation>Wer dieses Zertifikat besitzt, kann lesen, was Sie senden und empfangen. Vergleichen Sie den Fingerabdruck mit dem, den Sie von Ihrer IT-Abteilung bekommen.

%1</translation>
    </message>
</context>
<context>
    <name>desk::NoteEditor</name>
    <message>
        <source>Text of the comment</source>
        <translation>Text des Kommentars</translation>
    </message>
</context>
<context>
    <name>desk::Offers</name>
    <message>
        <source>%1: %2</source>
        <comment>name of an agent, what it does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No agent is called “%1”.</source>
        <translation>Kein Agent heißt „%1“.</translation>
    </message>
    <message>
        <source>Escape closes this; then it is sent as an ordinary text.</source>
        <translation>Esc schließt dies; dann wird es als gewöhnlicher Text gesendet.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>folder of a prompt, its text</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>desk::OidcSignIn</name>
    <message>
        <source>%1 did not let you in.</source>
        <comment>%1 host</comment>
        <translation>%1 hat die Anmeldung abgelehnt.</translation>
    </message>
    <message>
        <source>Try again, or ask your administrator.</source>
        <translation>Noch einmal versuchen oder bei der Administration nachfragen.</translation>
    </message>
    <message>
        <source>The sign-in was declined in the browser.</source>
        <translation>Die Anmeldung wurde im Browser abgelehnt.</translation>
    </message>
    <message>
        <source>Start again and agree there.</source>
        <translation>Von vorn beginnen und dort zustimmen.</translation>
    </message>
    <message>
        <source>The code has expired.</source>
        <translation>Der Code ist abgelaufen.</translation>
    </message>
    <message>
        <source>Start again to get a new one.</source>
        <translation>Von vorn beginnen, um einen neuen zu bekommen.</translation>
    </message>
    <message>
        <source>%1 does not know this program.</source>
        <comment>%1 host</comment>
        <translation>%1 kennt dieses Programm nicht.</translation>
    </message>
    <message>
        <source>Ask your administrator for the client ID of this workspace.</source>
        <translation>Bei der Administration nach der Client-ID dieses Arbeitsbereichs fragen.</translation>
    </message>
    <message>
        <source>%1 does not offer this way of signing in.</source>
        <comment>%1 host</comment>
        <translation>%1 bietet diese Art der Anmeldung nicht an.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Eine andere wählen.</translation>
    </message>
</context>
<context>
    <name>desk::OpenedFiles</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>They are uploaded to %1.</source>
        <translation>Sie werden zu %1 hochgeladen.</translation>
    </message>
    <message>
        <source>Attach to a new message?</source>
        <translation>An eine neue Nachricht anhängen?</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Attach %n File(s)</source>
        <translation>
            <numerusform>%n Datei &amp;anhängen</numerusform>
            <numerusform>%n Dateien &amp;anhängen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::OptionWords</name>
    <message>
        <source>Auto</source>
        <comment>the server chooses the model</comment>
        <translation>Automatisch</translation>
    </message>
    <message numerus="yes">
        <source>%n agents</source>
        <translation>
            <numerusform>Ein Agent</numerusform>
            <numerusform>%n Agenten</numerusform>
        </translation>
    </message>
    <message>
        <source>No tools</source>
        <translation>Keine Werkzeuge</translation>
    </message>
    <message numerus="yes">
        <source>%n tools</source>
        <translation>
            <numerusform>Ein Werkzeug</numerusform>
            <numerusform>%n Werkzeuge</numerusform>
        </translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <comment>temperature or length were set</comment>
        <translation>Angepasst</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>The server chooses the model.</source>
        <translation>Der Server wählt das Modell.</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>The server chooses the agent.</source>
        <translation>Der Server wählt den Agenten.</translation>
    </message>
    <message>
        <source>Agents: %1</source>
        <translation>Agenten: %1</translation>
    </message>
    <message>
        <source>No tools are used.</source>
        <translation>Es werden keine Werkzeuge benutzt.</translation>
    </message>
    <message>
        <source>Tools: %1</source>
        <translation>Werkzeuge: %1</translation>
    </message>
    <message>
        <source>The web is searched.</source>
        <translation>Das Web wird durchsucht.</translation>
    </message>
    <message>
        <source>Documents are searched.</source>
        <translation>Dokumente werden durchsucht.</translation>
    </message>
    <message>
        <source>Temperature: %1</source>
        <translation>Temperatur: %1</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln tokens an answer</source>
        <translation>
            <numerusform>Höchstens %Ln Token je Antwort</numerusform>
            <numerusform>Höchstens %Ln Tokens je Antwort</numerusform>
        </translation>
    </message>
    <message>
        <source>No documents</source>
        <translation>Keine Dokumente</translation>
    </message>
    <message>
        <source>Documents are not searched.</source>
        <translation>Dokumente werden nicht durchsucht.</translation>
    </message>
</context>
<context>
    <name>desk::OptionalNumberEdit</name>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>A whole number of at least %1 is needed.</source>
        <translation>Nötig ist eine ganze Zahl ab %1.</translation>
    </message>
    <message>
        <source>A number of at least %1 is needed.</source>
        <translation>Nötig ist eine Zahl ab %1.</translation>
    </message>
</context>
<context>
    <name>desk::Options</name>
    <message>
        <source>Agent Desk: talk to agents about your files and keep the answers.</source>
        <translation>Agent Desk: mit Agenten über die eigenen Dateien sprechen und die Antworten behalten.</translation>
    </message>
    <message>
        <source>Ask a question without a window; the answer is streamed to standard output.</source>
        <translation>Eine Frage ohne Fenster stellen; die Antwort erscheint fortlaufend auf der Standardausgabe.</translation>
    </message>
    <message>
        <source>question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>The agent to ask; without it the server chooses.</source>
        <translation>Der zu fragende Agent; ohne Angabe wählt der Server.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Attach a file to the question; may be given several times.</source>
        <translation>Eine Datei an die Frage anhängen; mehrfach möglich.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>The workspace to use, by its name in the settings.</source>
        <translation>Der zu benutzende Arbeitsbereich, mit seinem Namen aus den Einstellungen.</translation>
    </message>
    <message>
        <source>Folder of the local workspace&apos;s data.</source>
        <translation>Ordner der Daten des lokalen Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>The settings file.</source>
        <translation>Die Einstellungsdatei.</translation>
    </message>
    <message>
        <source>An OpenAI-compatible endpoint for this start only, e.g. http://127.0.0.1:11434/v1</source>
        <translation>Ein OpenAI-kompatibler Endpunkt nur für diesen Start, z. B. http://127.0.0.1:11434/v1</translation>
    </message>
    <message>
        <source>url</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>The language model at --model-url.</source>
        <translation>Das Sprachmodell unter --model-url.</translation>
    </message>
    <message>
        <source>Where to go: agentdesk://conversation, run, agent or workflow, and an id.</source>
        <translation>Wohin es geht: agentdesk://conversation, run, agent oder workflow und eine Kennung.</translation>
    </message>
    <message>
        <source>Check whether a file of evidence was changed since it was written. Ends with 0 when not, 1 when it was, 2 when it cannot be read.</source>
        <translation>Prüfen, ob eine Belegdatei seit dem Schreiben geändert wurde. Endet mit 0, wenn nicht, mit 1, wenn doch, mit 2, wenn sie nicht lesbar ist.</translation>
    </message>
    <message>
        <source>With --ask and --verify: one JSON object per line on standard output.</source>
        <translation>Mit --ask und --verify: ein JSON-Objekt je Zeile auf der Standardausgabe.</translation>
    </message>
    <message>
        <source>Show the small window for one question, also of a program that runs already.</source>
        <translation>Das kleine Fenster für eine Frage zeigen, auch das eines schon laufenden Programms.</translation>
    </message>
    <message>
        <source>agentdesk: There is no display to show a window on. Start it on a desktop, or ask without a window: agentdesk --ask &quot;your question&quot;</source>
        <translation>agentdesk: Es gibt keinen Bildschirm für ein Fenster. Starten Sie das Programm auf einem Desktop, oder fragen Sie ohne Fenster: agentdesk --ask &quot;Ihre Frage&quot;</translation>
    </message>
    <message>
        <source>agentdesk: %1 &quot;agentdesk --help&quot; lists what there is.</source>
        <extracomment>%1: what Qt says about the command line, a sentence such as &quot;Unknown option &apos;x&apos;.&quot;</extracomment>
        <translation>agentdesk: %1 „agentdesk --help“ zeigt, was es gibt.</translation>
    </message>
    <message>
        <source>Files to attach to a new message.</source>
        <translation>Dateien, die an eine neue Nachricht angehängt werden.</translation>
    </message>
</context>
<context>
    <name>desk::OptionsPanel</name>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>not on this server</source>
        <translation>nicht auf diesem Server</translation>
    </message>
    <message>
        <source>Only these &amp;tools</source>
        <translation>Nur diese &amp;Werkzeuge</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Search the &amp;web</source>
        <translation>Im Web &amp;suchen</translation>
    </message>
    <message>
        <source>Search &amp;documents</source>
        <translation>D&amp;okumente durchsuchen</translation>
    </message>
    <message>
        <source>Use for &amp;new chats</source>
        <translation>Für &amp;neue Unterhaltungen benutzen</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Options of this chat</source>
        <translation>Optionen dieser Unterhaltung</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>New chats begin with these options</source>
        <translation>Neue Unterhaltungen beginnen mit diesen Optionen</translation>
    </message>
    <message>
        <source>Back to what new chats begin with</source>
        <translation>Zurück zu dem, womit neue Unterhaltungen beginnen</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>The server picks one of the selected agents for each question.</source>
        <translation>Der Server wählt für jede Frage einen der ausgewählten Agenten.</translation>
    </message>
    <message>
        <source>This server chooses the language model itself.</source>
        <translation>Dieser Server wählt das Sprachmodell selbst.</translation>
    </message>
    <message>
        <source>The agents of this server choose their tools themselves.</source>
        <translation>Die Agenten dieses Servers wählen ihre Werkzeuge selbst.</translation>
    </message>
    <message>
        <source>This server takes no temperature and no length.</source>
        <translation>Dieser Server nimmt keine Temperatur und keine Länge an.</translation>
    </message>
    <message>
        <source>Auto: the server chooses</source>
        <translation>Automatisch: Der Server wählt</translation>
    </message>
    <message>
        <source>%1 (not on this server)</source>
        <comment>name of a model</comment>
        <translation>%1 (nicht auf diesem Server)</translation>
    </message>
    <message>
        <source>The models could not be listed: %1</source>
        <translation>Die Modelle ließen sich nicht auflisten: %1</translation>
    </message>
    <message>
        <source>No language model is set up: the built-in engine answers.</source>
        <translation>Kein Sprachmodell ist eingerichtet: Die eingebaute Auswertung antwortet.</translation>
    </message>
    <message>
        <source>The server does not list this model. It may answer with another one.</source>
        <translation>Der Server führt dieses Modell nicht auf. Er antwortet vielleicht mit einem anderen.</translation>
    </message>
    <message>
        <source>The tools could not be listed: %1</source>
        <translation>Die Werkzeuge ließen sich nicht auflisten: %1</translation>
    </message>
    <message>
        <source>The tools of this server are not known yet.</source>
        <translation>Die Werkzeuge dieses Servers sind noch nicht bekannt.</translation>
    </message>
    <message>
        <source>With each question the server is told your language (%1).</source>
        <extracomment>A language&apos;s code such as &quot;de-DE&quot;</extracomment>
        <translation>Mit jeder Frage erfährt der Server Ihre Sprache (%1).</translation>
    </message>
    <message>
        <source>With each question the server is told your time zone (%1) and your language (%2).</source>
        <translation>Mit jeder Frage erfährt der Server Ihre Zeitzone (%1) und Ihre Sprache (%2).</translation>
    </message>
    <message>
        <source>This agent has no tool that searches the web.</source>
        <translation>Dieser Agent hat kein Werkzeug, das im Web sucht.</translation>
    </message>
    <message>
        <source>This agent has no tool that searches documents.</source>
        <translation>Dieser Agent hat kein Werkzeug, das Dokumente durchsucht.</translation>
    </message>
</context>
<context>
    <name>desk::Palette</name>
    <message>
        <source>Not here.</source>
        <translation>Nicht hier.</translation>
    </message>
    <message>
        <source>It is open.</source>
        <translation>Es ist offen.</translation>
    </message>
</context>
<context>
    <name>desk::PaletteModel</name>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>%1, %2, not possible now: %3</source>
        <comment>title, kind, reason</comment>
        <translation>%1, %2, jetzt nicht möglich: %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>title, kind</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>title, kind, keys</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>Gespeicherte Suche</translation>
    </message>
</context>
<context>
    <name>desk::PaletteWindow</name>
    <message>
        <source>Go to or do</source>
        <translation>Öffnen oder ausführen</translation>
    </message>
    <message>
        <source>A command, page, conversation, agent or profile</source>
        <translation>Ein Befehl, eine Seite, eine Unterhaltung, ein Agent oder ein Profil</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Was passt</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>Nichts passt.</translation>
    </message>
</context>
<context>
    <name>desk::PastedFiles</name>
    <message>
        <source>The pasted text is long: it was attached as %1.</source>
        <translation>Der eingefügte Text ist lang: Er wurde als %1 angehängt.</translation>
    </message>
    <message>
        <source>The pasted picture was attached as %1.</source>
        <translation>Das eingefügte Bild wurde als %1 angehängt.</translation>
    </message>
    <message>
        <source>The pasted picture cannot be read.</source>
        <translation>Das eingefügte Bild lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>Kein Arbeitsbereich ist geöffnet.</translation>
    </message>
    <message>
        <source>What was pasted can only be attached as a file. %1</source>
        <comment>why files cannot be attached, a sentence</comment>
        <translation>Das Eingefügte lässt sich nur als Datei anhängen. %1</translation>
    </message>
    <message>
        <source>What was pasted cannot be kept as a file: there may be no room for temporary files.</source>
        <translation>Das Eingefügte lässt sich nicht als Datei ablegen: Vielleicht ist kein Platz für temporäre Dateien.</translation>
    </message>
    <message>
        <source>The clipboard still holds it.</source>
        <translation>Die Zwischenablage hat es noch.</translation>
    </message>
</context>
<context>
    <name>desk::PeopleList</name>
    <message>
        <source>%1 (%2)</source>
        <comment>%1 name, %2 e-mail address</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Gefundene Personen</translation>
    </message>
</context>
<context>
    <name>desk::PeopleSearch</name>
    <message>
        <source>The sign-in service at %1 does not look up people.</source>
        <translation>Der Anmeldedienst unter %1 sucht keine Personen.</translation>
    </message>
    <message>
        <source>The sign-in service at %1 refused to look up people.</source>
        <translation>Der Anmeldedienst unter %1 hat die Suche nach Personen verweigert.</translation>
    </message>
    <message>
        <source>The sign-in service at %1 gave an answer that cannot be read.</source>
        <translation>Der Anmeldedienst unter %1 hat eine unlesbare Antwort gegeben.</translation>
    </message>
</context>
<context>
    <name>desk::PickList</name>
    <message>
        <source>Choose all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Keine auswählen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a choice: what it gives</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>None chosen</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ProblemsPanel</name>
    <message>
        <source>Problems of the workflow</source>
        <translation>Probleme des Arbeitsablaufs</translation>
    </message>
    <message>
        <source>Enter goes to the step</source>
        <translation>Die Eingabetaste führt zum Schritt</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>step, problem</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>error, warning or hint; problem</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>desk::ProfileExchange</name>
    <message>
        <source>A file with profiles</source>
        <translation>Eine Datei mit Profilen</translation>
    </message>
    <message>
        <source>This file cannot be used</source>
        <translation>Diese Datei ist nicht zu gebrauchen</translation>
    </message>
    <message>
        <source>Save the profiles as a file</source>
        <translation>Die Profile als Datei sichern</translation>
    </message>
    <message>
        <source>The file could not be written</source>
        <translation>Die Datei konnte nicht geschrieben werden</translation>
    </message>
</context>
<context>
    <name>desk::ProfileFile</name>
    <message>
        <source>Nothing was added. Ask whoever made the file.</source>
        <translation>Nichts wurde hinzugefügt. Fragen Sie, wer die Datei gemacht hat.</translation>
    </message>
    <message>
        <source>“%1” is no pin: it looks like sha256/ and 44 more characters.</source>
        <translation>„%1“ ist kein Pin: Einer sieht aus wie sha256/ und 44 weitere Zeichen.</translation>
    </message>
    <message>
        <source>There must be two pins at least, else nobody gets in when the key is lost.</source>
        <translation>Es müssen mindestens zwei Pins sein, sonst kommt niemand mehr hinein, wenn der Schlüssel verloren geht.</translation>
    </message>
    <message>
        <source>Its name is missing, too long, or no plain line of text.</source>
        <translation>Sein Name fehlt, ist zu lang oder keine einfache Textzeile.</translation>
    </message>
    <message>
        <source>It names a way to sign in that this version does not know.</source>
        <translation>Es nennt einen Anmeldeweg, den diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>The address of its sign-in service: %1</source>
        <translation>Die Adresse seines Anmeldedienstes: %1</translation>
    </message>
    <message>
        <source>The program&apos;s ID at the sign-in service (clientId) is missing.</source>
        <translation>Die Kennung des Programms beim Anmeldedienst (clientId) fehlt.</translation>
    </message>
    <message>
        <source>This is not a file with profiles.</source>
        <translation>Das ist keine Datei mit Profilen.</translation>
    </message>
    <message>
        <source>The file was made for another version of this program.</source>
        <translation>Die Datei wurde für eine andere Version dieses Programms gemacht.</translation>
    </message>
    <message>
        <source>The file holds what looks like a secret: “%1”. Profiles are handed on, so they must not hold any.</source>
        <translation>Die Datei enthält etwas, das wie ein Geheimnis aussieht: „%1“. Profile werden weitergegeben, also dürfen sie keines enthalten.</translation>
    </message>
    <message numerus="yes">
        <source>There are more than %n profiles in it.</source>
        <translation>
            <numerusform>Es ist mehr als ein Profil darin.</numerusform>
            <numerusform>Es sind mehr als %n Profile darin.</numerusform>
        </translation>
    </message>
    <message>
        <source>Profile %1: %2</source>
        <comment>%1 a number, %2 what is wrong with it</comment>
        <translation>Profil %1: %2</translation>
    </message>
    <message>
        <source>Two of its profiles have the name “%1”.</source>
        <translation>Zwei ihrer Profile haben den Namen „%1“.</translation>
    </message>
    <message>
        <source>There is no profile in the file.</source>
        <translation>In der Datei ist kein Profil.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <comment>file, reason</comment>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The address of its file service: %1</source>
        <translation>Die Adresse seines Dateidienstes: %1</translation>
    </message>
</context>
<context>
    <name>desk::ProfileImportDialog</name>
    <message>
        <source>Signs in with a code by e-mail, at %1.</source>
        <comment>%1 address</comment>
        <translation>Meldet mit einem Code per E-Mail an, bei %1.</translation>
    </message>
    <message>
        <source>Signs in with the browser, at %1.</source>
        <comment>%1 address</comment>
        <translation>Meldet mit dem Browser an, bei %1.</translation>
    </message>
    <message>
        <source>Signs in with a code typed on another device, at %1.</source>
        <comment>%1 address</comment>
        <translation>Meldet mit einem Code auf einem anderen Gerät an, bei %1.</translation>
    </message>
    <message>
        <source>Signs in with an access token.</source>
        <translation>Meldet mit einem Zugangstoken an.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Add profiles from a file</source>
        <translation>Profile aus einer Datei hinzufügen</translation>
    </message>
    <message>
        <source>A profile decides where your questions and your sign-in go. Add only servers that you know.</source>
        <translation>Ein Profil entscheidet, wohin Ihre Fragen und Ihre Anmeldung gehen. Fügen Sie nur Server hinzu, die Sie kennen.</translation>
    </message>
    <message>
        <source>Profiles in the file</source>
        <translation>Profile in der Datei</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>%1 name of a profile, %2 a number</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>%1 name of a profile, %2 address</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>It is already there.</source>
        <translation>Es ist schon da.</translation>
    </message>
    <message>
        <source>A production server.</source>
        <translation>Ein Produktivserver.</translation>
    </message>
    <message>
        <source>Not a production server.</source>
        <translation>Kein Produktivserver.</translation>
    </message>
</context>
<context>
    <name>desk::ProfileList</name>
    <message>
        <source>Local workspace</source>
        <translation>Lokaler Arbeitsbereich</translation>
    </message>
</context>
<context>
    <name>desk::ProfileMenu</name>
    <message>
        <source>&amp;Profile</source>
        <translation>&amp;Profil</translation>
    </message>
    <message>
        <source>&amp;Manage Profiles…</source>
        <translation>Profile &amp;verwalten …</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>profile, person</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Sign &amp;Out…</source>
        <translation>A&amp;bmelden …</translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>Abmelden?</translation>
    </message>
    <message>
        <source>The sign-in is taken out of the keychain of this computer. What you typed and have not sent stays.</source>
        <translation>Die Anmeldung wird aus dem Schlüsselbund dieses Computers entfernt. Was Sie geschrieben und noch nicht gesendet haben, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign &amp;In…</source>
        <translation>An&amp;melden …</translation>
    </message>
    <message>
        <source>Sign Out and &amp;Remove…</source>
        <translation>Abmelden und &amp;entfernen …</translation>
    </message>
    <message>
        <source>Sign out and remove?</source>
        <translation>Abmelden und entfernen?</translation>
    </message>
    <message>
        <source>The sign-in is taken out of the keychain of this computer, and everything of this account that is stored here is removed: what was typed and not sent, messages that wait, and the parts of answers that the server does not have. What the server has stays there.</source>
        <translation>Die Anmeldung wird aus dem Schlüsselbund dieses Rechners genommen, und alles, was hier von diesem Konto gespeichert ist, wird entfernt: Getipptes, das nicht gesendet wurde, wartende Nachrichten und die Teile von Antworten, die der Server nicht hat. Was der Server hat, bleibt dort.</translation>
    </message>
    <message>
        <source>Sign out and remove</source>
        <translation>Abmelden und entfernen</translation>
    </message>
</context>
<context>
    <name>desk::ProfileOpener</name>
    <message>
        <source>Change the profile?</source>
        <translation>Profil wechseln?</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) are still being written. They go on at the server, but not before your eyes.</source>
        <translation>
            <numerusform>Eine Antwort wird noch geschrieben. Sie entsteht auf dem Server weiter, aber nicht mehr vor Ihren Augen.</numerusform>
            <numerusform>%n Antworten werden noch geschrieben. Sie entstehen auf dem Server weiter, aber nicht mehr vor Ihren Augen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change profile</source>
        <translation>Profil wechseln</translation>
    </message>
</context>
<context>
    <name>desk::ProfileSection</name>
    <message>
        <source>%1 (%2)</source>
        <comment>profile, address</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 – in use</source>
        <translation>%1 – in Benutzung</translation>
    </message>
    <message>
        <source>The profile in use cannot be removed.</source>
        <translation>Das benutzte Profil lässt sich nicht entfernen.</translation>
    </message>
    <message>
        <source>The access token of %1 is in the keychain.</source>
        <translation>Das Zugangstoken von %1 liegt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Remove this profile?</source>
        <translation>Dieses Profil entfernen?</translation>
    </message>
    <message>
        <source>%1 is taken off the list, and its access token out of the keychain. Nothing on the server changes.</source>
        <translation>%1 verschwindet von der Liste und das Zugangstoken aus dem Schlüsselbund. Auf dem Server ändert sich nichts.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>%1 – set up by your administrator</source>
        <translation>%1 – von Ihrer Administration eingerichtet</translation>
    </message>
    <message>
        <source>It was set up by your administrator.</source>
        <translation>Es wurde von Ihrer Administration eingerichtet.</translation>
    </message>
    <message>
        <source>Change the profile?</source>
        <translation>Profil wechseln?</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) are still being written. They go on at the server, but not before your eyes.</source>
        <translation>
            <numerusform>Eine Antwort wird noch geschrieben. Sie geht auf dem Server weiter, aber nicht vor Ihren Augen.</numerusform>
            <numerusform>%n Antworten werden noch geschrieben. Sie gehen auf dem Server weiter, aber nicht vor Ihren Augen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change profile</source>
        <translation>Profil wechseln</translation>
    </message>
    <message>
        <source>The access token of %1 is kept until you quit.</source>
        <translation>Das Zugangstoken von %1 wird behalten, bis Sie das Programm beenden.</translation>
    </message>
    <message>
        <source>The policy of this computer is not used: %1</source>
        <translation>Die Richtlinie dieses Computers wird nicht angewandt: %1</translation>
    </message>
</context>
<context>
    <name>desk::PromotionDialog</name>
    <message>
        <source>&amp;Promote</source>
        <translation>&amp;Übertragen</translation>
    </message>
    <message>
        <source>&amp;Roll back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Prüfliste</translation>
    </message>
    <message>
        <source>Progress of the promotion</source>
        <translation>Fortschritt der Übertragung</translation>
    </message>
    <message>
        <source>&amp;To the profile</source>
        <translation>&amp;An das Profil</translation>
    </message>
    <message>
        <source>Profile to promote to</source>
        <translation>Profil, an das übertragen wird</translation>
    </message>
    <message>
        <source>Production: %1</source>
        <translation>Produktion: %1</translation>
    </message>
    <message>
        <source>Target: %1</source>
        <translation>Ziel: %1</translation>
    </message>
    <message>
        <source>The session there has ended.</source>
        <translation>Die Sitzung dort ist beendet.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>There is no other profile of a team to promote to. Add one first.</source>
        <translation>Es gibt kein anderes Team-Profil als Ziel. Zuerst eines hinzufügen.</translation>
    </message>
    <message>
        <source>Asking the other server…</source>
        <translation>Der andere Server wird gefragt…</translation>
    </message>
    <message numerus="yes">
        <source>%n promoted</source>
        <translation>
            <numerusform>%n übertragen</numerusform>
            <numerusform>%n übertragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not promoted</source>
        <translation>
            <numerusform>%n nicht übertragen</numerusform>
            <numerusform>%n nicht übertragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rolled back</source>
        <translation>
            <numerusform>%n zurückgenommen</numerusform>
            <numerusform>%n zurückgenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not rolled back</source>
        <translation>
            <numerusform>%n nicht zurückgenommen</numerusform>
            <numerusform>%n nicht zurückgenommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Promote to production?</source>
        <translation>In die Produktion übertragen?</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>Übertragen</translation>
    </message>
</context>
<context>
    <name>desk::PromptBar</name>
    <message>
        <source>Question of the agent</source>
        <translation>Frage des Agenten</translation>
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
        <source>%1  %2</source>
        <extracomment>A choice and the digit that chooses it</extracomment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Send &amp;Answers</source>
        <translation>An&amp;tworten senden</translation>
    </message>
    <message>
        <source>%1 (suggested)</source>
        <extracomment>A choice, marked as the one that the agent suggests</extracomment>
        <translation>%1 (vorgeschlagen)</translation>
    </message>
    <message>
        <source>%1, suggested</source>
        <translation>%1, vorgeschlagen</translation>
    </message>
    <message>
        <source>%1 of %2 answered</source>
        <translation>%1 von %2 beantwortet</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A question of the agent and the answer to it</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Keep this answer</source>
        <translation>Bei dieser Antwort bleiben</translation>
    </message>
</context>
<context>
    <name>desk::PromptControl</name>
    <message>
        <source>Prompts…</source>
        <translation>Prompts…</translation>
    </message>
    <message>
        <source>Save as prompt…</source>
        <translation>Als Prompt speichern…</translation>
    </message>
    <message>
        <source>With the clipboard in it, this prompt is too long for a message.</source>
        <translation>Mit der Zwischenablage darin ist dieser Prompt zu lang für eine Nachricht.</translation>
    </message>
    <message>
        <source>There is no text to save as a prompt.</source>
        <translation>Es gibt keinen Text, der sich als Prompt speichern lässt.</translation>
    </message>
</context>
<context>
    <name>desk::PromptDialog</name>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Benutzen</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Neu…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>Bea&amp;rbeiten…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Bring back</source>
        <translation>&amp;Zurückholen</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Search prompts</source>
        <translation>Prompts suchen</translation>
    </message>
    <message>
        <source>No prompts here. New… writes one; “Save as prompt” in the menu of a message keeps its text.</source>
        <translation>Hier sind keine Prompts. „Neu…“ schreibt einen; „Als Prompt speichern“ im Menü einer Nachricht behält deren Text.</translation>
    </message>
    <message>
        <source>Text of the prompt</source>
        <translation>Text des Prompts</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>There are no prompts yet.</source>
        <translation>Es gibt noch keine Prompts.</translation>
    </message>
    <message>
        <source>Write all prompts to a file for colleagues</source>
        <translation>Alle Prompts für Kollegen in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Add the prompts of a colleague&apos;s file</source>
        <translation>Die Prompts aus der Datei eines Kollegen hinzufügen</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>„%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>“%1” is back.</source>
        <translation>„%1“ ist wieder da.</translation>
    </message>
    <message>
        <source>Import prompts</source>
        <translation>Prompts importieren</translation>
    </message>
    <message>
        <source>All of them were here already.</source>
        <translation>Alle waren schon hier.</translation>
    </message>
    <message numerus="yes">
        <source>%n prompts were added.</source>
        <translation>
            <numerusform>Ein Prompt wurde hinzugefügt.</numerusform>
            <numerusform>%n Prompts wurden hinzugefügt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export prompts</source>
        <translation>Prompts exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%n prompts were written.</source>
        <translation>
            <numerusform>Ein Prompt wurde geschrieben.</numerusform>
            <numerusform>%n Prompts wurden geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::PromptEditor</name>
    <message>
        <source>Save as prompt</source>
        <translation>Als Prompt speichern</translation>
    </message>
    <message>
        <source>Edit the prompt</source>
        <translation>Den Prompt bearbeiten</translation>
    </message>
    <message>
        <source>For example: Weekly report</source>
        <translation>Zum Beispiel: Wochenbericht</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation>Durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Sum up {{clipboard}} for {{audience|the board}} in a {{tone: formal, friendly}} tone.</source>
        <translation>{{clipboard}} für {{Publikum|den Vorstand}} in {{Ton: förmlichem, freundlichem}} Ton zusammenfassen.</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>Schla&amp;gwörter</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>Te&amp;xt</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>The text is too long: %L1 characters are the most.</source>
        <translation>Der Text ist zu lang: höchstens %L1 Zeichen sind möglich.</translation>
    </message>
    <message>
        <source>Variables: {{name}}, {{name|what stands there first}}, {{name: one, two}} to choose from. {{clipboard}}, {{selection}} and {{date}} fill themselves in.</source>
        <translation>Variablen: {{Name}}, {{Name|was zuerst dort steht}}, {{Name: eins, zwei}} zur Auswahl. {{clipboard}}, {{selection}} und {{date}} füllen sich selbst aus.</translation>
    </message>
    <message>
        <source>Variables: %1</source>
        <translation>Variablen: %1</translation>
    </message>
</context>
<context>
    <name>desk::PromptFile</name>
    <message>
        <source>The file is too large to be one of prompts.</source>
        <translation>Die Datei ist zu groß für eine Datei mit Prompts.</translation>
    </message>
    <message>
        <source>This is no file of prompts.</source>
        <translation>Das ist keine Datei mit Prompts.</translation>
    </message>
    <message>
        <source>The file was written by a newer version of this program.</source>
        <translation>Die Datei wurde von einer neueren Version dieses Programms geschrieben.</translation>
    </message>
    <message>
        <source>The file has no list of prompts, or too many of them.</source>
        <translation>Die Datei hat keine Liste von Prompts oder zu viele davon.</translation>
    </message>
    <message>
        <source>Prompt %1 of the file cannot be taken: its title or text is missing, too long, or holds characters that cannot be seen.</source>
        <translation>Prompt %1 der Datei lässt sich nicht übernehmen: Titel oder Text fehlt, ist zu lang oder enthält Zeichen, die nicht zu sehen sind.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei ist nicht lesbar.</translation>
    </message>
</context>
<context>
    <name>desk::PromptListModel</name>
    <message>
        <source>not used yet</source>
        <translation>noch nicht benutzt</translation>
    </message>
    <message numerus="yes">
        <source>used %n times</source>
        <translation>
            <numerusform>einmal benutzt</numerusform>
            <numerusform>%n-mal benutzt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a prompt, where it is and how often it was used</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>desk::ProviderBook</name>
    <message>
        <source>Enter a name.</source>
        <translation>Einen Namen eingeben.</translation>
    </message>
    <message>
        <source>Another provider has this name already.</source>
        <translation>Ein anderer Anbieter hat diesen Namen schon.</translation>
    </message>
    <message>
        <source>The key of “%1” could not be read: %2</source>
        <translation>Der Schlüssel von „%1“ ließ sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>The key of “%1” is used until Agent Desk ends, but could not be kept: %2</source>
        <translation>Der Schlüssel von „%1“ wird bis zum Ende von Agent Desk benutzt, ließ sich aber nicht aufbewahren: %2</translation>
    </message>
    <message>
        <source>The key of “%1” could not be taken out of the keychain: %2</source>
        <translation>Der Schlüssel von „%1“ ließ sich nicht aus dem Schlüsselbund entfernen: %2</translation>
    </message>
</context>
<context>
    <name>desk::ProviderCheck</name>
    <message>
        <source>The local workspace is not open, and only its server can test this.</source>
        <translation>Der lokale Arbeitsbereich ist nicht geöffnet, und nur sein Server kann das testen.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what failed, what to do</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The connection works (%L1 ms), but the server offers no models.</source>
        <translation>Die Verbindung funktioniert (%L1 ms), aber der Server bietet keine Sprachmodelle an.</translation>
    </message>
    <message numerus="yes">
        <source>The connection works (%L1 ms). The server offers %n model(s).</source>
        <translation>
            <numerusform>Die Verbindung funktioniert (%L1 ms). Der Server bietet %n Sprachmodell an.</numerusform>
            <numerusform>Die Verbindung funktioniert (%L1 ms). Der Server bietet %n Sprachmodelle an.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ProviderList</name>
    <message>
        <source>Add another</source>
        <translation>Weiteren hinzufügen</translation>
    </message>
    <message>
        <source>Use as default</source>
        <translation>Als Standard benutzen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a provider, what is known of it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>desk::ProviderPane</name>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Einrichten …</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>The connection is being tested</source>
        <translation>Die Verbindung wird getestet</translation>
    </message>
    <message>
        <source>No language model is set up. The built-in engine answers.</source>
        <translation>Es ist kein Sprachmodell eingerichtet. Die eingebaute Auswertung antwortet.</translation>
    </message>
    <message>
        <source>It is being read…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Sprachmodelle</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Needed; it is kept in the keychain</source>
        <translation>Nötig; er liegt im Schlüsselbund</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Benutzt</translation>
    </message>
    <message>
        <source>By default, and for its models</source>
        <translation>Als Standard und für seine Modelle</translation>
    </message>
    <message>
        <source>For its models only</source>
        <translation>Nur für seine Modelle</translation>
    </message>
</context>
<context>
    <name>desk::ProxySignInDialog</name>
    <message>
        <source>The proxy %1 wants to know who you are.</source>
        <comment>host and port</comment>
        <translation>Der Proxy %1 möchte wissen, wer Sie sind.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>desk::QuickAskBar</name>
    <message>
        <source>Se&amp;lection</source>
        <translation>Aus&amp;wahl</translation>
    </message>
    <message>
        <source>&amp;Clipboard</source>
        <translation>&amp;Zwischenablage</translation>
    </message>
    <message>
        <source>Screens&amp;hot</source>
        <translation>&amp;Bildschirmfoto</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>&amp;Datei …</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Which agent answers</source>
        <translation>Welcher Agent antwortet</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Insert what is selected anywhere on the desktop</source>
        <translation>Einfügen, was irgendwo auf dem Bildschirm ausgewählt ist</translation>
    </message>
    <message>
        <source>Nothing is selected that can be inserted here.</source>
        <translation>Es ist nichts ausgewählt, was hier eingefügt werden kann.</translation>
    </message>
    <message>
        <source>Insert what was copied: text, a picture or files</source>
        <translation>Einfügen, was kopiert wurde: Text, ein Bild oder Dateien</translation>
    </message>
    <message>
        <source>There is nothing in the clipboard that can be inserted here.</source>
        <translation>In der Zwischenablage ist nichts, was hier eingefügt werden kann.</translation>
    </message>
    <message>
        <source>Choose which part of the screen to attach</source>
        <translation>Wählen, welcher Teil des Bildschirms angehängt wird</translation>
    </message>
    <message>
        <source>The desktop has not answered the last request for a screenshot yet.</source>
        <translation>Die letzte Bitte um ein Bildschirmfoto ist noch nicht beantwortet.</translation>
    </message>
</context>
<context>
    <name>desk::QuickAskFiles</name>
    <message>
        <source>No workspace is open.</source>
        <translation>Kein Arbeitsbereich ist offen.</translation>
    </message>
    <message>
        <source>“%1” is not attached: it seems to contain something that must not leave this computer.
%2</source>
        <translation>„%1“ wird nicht angehängt: Darin scheint etwas zu stehen, das diesen Computer nicht verlassen darf.
%2</translation>
    </message>
    <message>
        <source>“%1” seems to contain something that should not leave this computer. Add it again to attach it all the same.
%2</source>
        <translation>In „%1“ scheint etwas zu stehen, das diesen Computer nicht verlassen sollte. Fügen Sie die Datei noch einmal hinzu, um sie trotzdem anzuhängen.
%2</translation>
    </message>
</context>
<context>
    <name>desk::QuickAskWindow</name>
    <message>
        <source>As&amp;k</source>
        <translation>Fra&amp;gen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>&amp;New question</source>
        <translation>&amp;Neue Frage</translation>
    </message>
    <message>
        <source>&amp;Open in Agent Desk</source>
        <translation>In Agent Desk ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Quick ask</source>
        <translation>Schnellfrage</translation>
    </message>
    <message>
        <source>This text is too long to paste here.</source>
        <translation>Dieser Text ist zu lang, um ihn hier einzufügen.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>The agent asks something. Answer it in Agent Desk.</source>
        <translation>Der Agent fragt etwas. Die Antwort in Agent Desk geben.</translation>
    </message>
    <message>
        <source>Not connected. Agent Desk says why.</source>
        <translation>Nicht verbunden. Agent Desk sagt, warum.</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>Wartet auf die Antwort…</translation>
    </message>
    <message>
        <source>Ask further…</source>
        <translation>Weiter fragen…</translation>
    </message>
    <message>
        <source>Ask something…</source>
        <translation>Etwas fragen…</translation>
    </message>
    <message>
        <source>Ask the question (Enter)</source>
        <translation>Die Frage stellen (Eingabe)</translation>
    </message>
    <message>
        <source>Ask the question (Ctrl+Enter)</source>
        <translation>Die Frage stellen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>A file could not be uploaded: try it again or remove it.</source>
        <translation>Eine Datei konnte nicht hochgeladen werden: Versuchen Sie es erneut, oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>There is no connection. The question is asked as soon as there is one.</source>
        <translation>Es besteht keine Verbindung. Die Frage wird gestellt, sobald eine besteht.</translation>
    </message>
    <message>
        <source>There is no connection. You can ask: the question waits for one.</source>
        <translation>Es besteht keine Verbindung. Sie können fragen: Die Frage wartet darauf.</translation>
    </message>
    <message>
        <source>Connecting… The question is asked as soon as there is a connection.</source>
        <translation>Verbindung wird aufgebaut … Die Frage wird gestellt, sobald sie besteht.</translation>
    </message>
    <message>
        <source>Connecting… You can already ask: the question waits until then.</source>
        <translation>Verbindung wird aufgebaut … Sie können schon fragen: Die Frage wartet so lange.</translation>
    </message>
    <message>
        <source>The question is asked as soon as the files are uploaded.</source>
        <translation>Die Frage wird gestellt, sobald die Dateien hochgeladen sind.</translation>
    </message>
    <message>
        <source>Files are being uploaded.</source>
        <translation>Dateien werden hochgeladen.</translation>
    </message>
    <message>
        <source>The question waits to be sent.</source>
        <translation>Die Frage wartet darauf, gesendet zu werden.</translation>
    </message>
    <message>
        <source>No picture of the screen was taken.</source>
        <translation>Es wurde kein Bildschirmfoto aufgenommen.</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>This is not asked: it seems to contain something that must not leave this computer.
%1</source>
        <translation>Das wird nicht gefragt: Darin scheint etwas zu stehen, das diesen Computer nicht verlassen darf.
%1</translation>
    </message>
    <message>
        <source>This seems to contain something that should not leave this computer. Ask again to send it all the same.
%1</source>
        <translation>Darin scheint etwas zu stehen, das diesen Computer nicht verlassen sollte. Fragen Sie noch einmal, um es trotzdem zu senden.
%1</translation>
    </message>
    <message>
        <source>There is nothing that can be inserted here.</source>
        <translation>Es ist nichts da, was hier eingefügt werden kann.</translation>
    </message>
    <message>
        <source>A tool waits for an approval. Give or refuse it in Agent Desk.</source>
        <translation>Ein Werkzeug wartet auf eine Freigabe. In Agent Desk freigeben oder ablehnen.</translation>
    </message>
</context>
<context>
    <name>desk::RailButton</name>
    <message>
        <source>%1, %2</source>
        <extracomment>A page, and what waits on it</extracomment>
        <translation>%1, %2
# Gone: desk::PromotionTarget &quot;Nobody is signed in…&quot;, &quot;Open it once…&quot; (now SideConnection); desk::ExecutionView &quot;This server forgets the answer of a person: … It can be stopped.&quot; (now WaitingWords)</translation>
    </message>
</context>
<context>
    <name>desk::RatingDialog</name>
    <message>
        <source>&amp;Good answer</source>
        <translation>&amp;Gute Antwort</translation>
    </message>
    <message>
        <source>&amp;Bad answer</source>
        <translation>&amp;Schlechte Antwort</translation>
    </message>
    <message>
        <source>Rate This Answer</source>
        <translation>Diese Antwort bewerten</translation>
    </message>
    <message>
        <source>&amp;Note: what was good or wrong?</source>
        <translation>&amp;Notiz: Was war gut oder falsch?</translation>
    </message>
    <message>
        <source>Note: what was good or wrong?</source>
        <translation>Notiz: Was war gut oder falsch?</translation>
    </message>
    <message>
        <source>Kept on this computer with the question and the answer. Nothing is sent.</source>
        <translation>Auf diesem Rechner mit Frage und Antwort aufbewahrt. Nichts wird gesendet.</translation>
    </message>
    <message>
        <source>&amp;Remove Rating</source>
        <translation>Bewertung &amp;entfernen</translation>
    </message>
</context>
<context>
    <name>desk::RatingsExport</name>
    <message>
        <source>Answers cannot be rated here.</source>
        <translation>Antworten können hier nicht bewertet werden.</translation>
    </message>
    <message>
        <source>No answer has been rated yet.</source>
        <translation>Noch keine Antwort wurde bewertet.</translation>
    </message>
    <message>
        <source>Export Rated Answers: .csv for a Spreadsheet, .jsonl for Evaluation</source>
        <translation>Bewertete Antworten ausgeben: .csv für eine Tabelle, .jsonl zur Auswertung</translation>
    </message>
    <message>
        <source>The rated answers could not be read</source>
        <translation>Die bewerteten Antworten konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>The file could not be written</source>
        <translation>Die Datei konnte nicht geschrieben werden</translation>
    </message>
    <message numerus="yes">
        <source>%n rated answers saved as %1</source>
        <translation>
            <numerusform>%n bewertete Antwort als %1 gespeichert</numerusform>
            <numerusform>%n bewertete Antworten als %1 gespeichert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::RawStepSection</name>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>The step as JSON</source>
        <translation>Der Schritt als JSON</translation>
    </message>
    <message>
        <source>The steps inside are not shown here and stay.</source>
        <translation>Die Schritte darin sind hier nicht zu sehen und bleiben.</translation>
    </message>
    <message>
        <source>The id may hold only letters from A to Z, digits and underscores.</source>
        <translation>Die Kennung darf nur Buchstaben von A bis Z, Ziffern und Unterstriche enthalten.</translation>
    </message>
    <message>
        <source>Another step has this id.</source>
        <translation>Ein anderer Schritt hat diese Kennung.</translation>
    </message>
    <message>
        <source>Every step needs a type.</source>
        <translation>Jeder Schritt braucht eine Art („type“).</translation>
    </message>
</context>
<context>
    <name>desk::ReferenceCompletion</name>
    <message>
        <source>References</source>
        <translation>Verweise</translation>
    </message>
</context>
<context>
    <name>desk::RemovalBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo deleting</source>
        <translation>Löschen rückgängig machen</translation>
    </message>
    <message>
        <source>Deleted “%1”.</source>
        <translation>„%1“ gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n conversations.</source>
        <translation>
            <numerusform>Eine Unterhaltung gelöscht.</numerusform>
            <numerusform>%n Unterhaltungen gelöscht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ReplayBar</name>
    <message>
        <source>0 s</source>
        <translation>0 s</translation>
    </message>
    <message>
        <source>To what happened before</source>
        <translation>Zum vorigen Ereignis</translation>
    </message>
    <message>
        <source>To what happened next</source>
        <translation>Zum nächsten Ereignis</translation>
    </message>
    <message>
        <source>Moment of the execution</source>
        <translation>Zeitpunkt der Ausführung</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>time since the start, whole time</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>desk::RoutingMenu</name>
    <message>
        <source>Why this agent answered</source>
        <translation>Warum dieser Agent geantwortet hat</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>Gewählt: %1</translation>
    </message>
    <message>
        <source>The server is %1.</source>
        <comment>how sure it is of its choice</comment>
        <translation>Wie sicher der Server ist: %1.</translation>
    </message>
    <message>
        <source>Tools: %1</source>
        <translation>Werkzeuge: %1</translation>
    </message>
    <message>
        <source>There is no other agent to send this question to.</source>
        <translation>Es gibt keinen anderen Agenten, an den diese Frage gehen kann.</translation>
    </message>
    <message>
        <source>Send to %1 instead</source>
        <translation>Stattdessen an %1 senden</translation>
    </message>
</context>
<context>
    <name>desk::RunDetail</name>
    <message>
        <source>Open conversation</source>
        <translation>Unterhaltung öffnen</translation>
    </message>
    <message>
        <source>Stop this run</source>
        <translation>Diesen Lauf anhalten</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Answer of the run</source>
        <translation>Antwort des Laufs</translation>
    </message>
    <message>
        <source>Events of the run</source>
        <translation>Ereignisse des Laufs</translation>
    </message>
    <message>
        <source>The server has reported no events.</source>
        <translation>Der Server hat keine Ereignisse gemeldet.</translation>
    </message>
    <message>
        <source>(no question)</source>
        <translation>(keine Frage)</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Run id</source>
        <translation>Kennung des Laufs</translation>
    </message>
    <message numerus="yes">
        <source>%1

(cut here: the whole answer has %Ln characters)</source>
        <translation>
            <numerusform>%1

(hier abgeschnitten: die ganze Antwort hat %Ln Zeichen)</numerusform>
            <numerusform>%1

(hier abgeschnitten: die ganze Antwort hat %Ln Zeichen)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::RunEventDelegate</name>
    <message>
        <source>+%1 s</source>
        <comment>seconds after the start of a run</comment>
        <translation>+%1 s</translation>
    </message>
    <message>
        <source>+%1 min %2 s</source>
        <comment>minutes and seconds after the start of a run</comment>
        <translation>+%1 min %2 s</translation>
    </message>
</context>
<context>
    <name>desk::RunEventModel</name>
    <message>
        <source>%1, %2</source>
        <comment>time, event</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>time, event, detail</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Tool %1 started</source>
        <translation>Werkzeug %1 gestartet</translation>
    </message>
    <message>
        <source>Tool %1 finished</source>
        <translation>Werkzeug %1 fertig</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Agent chosen</source>
        <translation>Agent gewählt</translation>
    </message>
    <message>
        <source>Thought</source>
        <translation>Gedanke</translation>
    </message>
    <message>
        <source>Plan made</source>
        <translation>Plan erstellt</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Agent loaded</source>
        <translation>Agent geladen</translation>
    </message>
    <message>
        <source>Answer finished</source>
        <translation>Antwort fertig</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Answer stored</source>
        <translation>Antwort gespeichert</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Zeit überschritten</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Access requested</source>
        <translation>Zugriff angefragt</translation>
    </message>
    <message>
        <source>Access granted</source>
        <translation>Zugriff gewährt</translation>
    </message>
    <message>
        <source>Access not needed</source>
        <translation>Zugriff nicht nötig</translation>
    </message>
    <message>
        <source>Evidence recorded</source>
        <translation>Beleg festgehalten</translation>
    </message>
    <message>
        <source>Could not start</source>
        <translation>Start nicht möglich</translation>
    </message>
    <message>
        <source>Step started</source>
        <translation>Schritt gestartet</translation>
    </message>
    <message>
        <source>Step finished</source>
        <translation>Schritt fertig</translation>
    </message>
    <message>
        <source>Step failed</source>
        <translation>Schritt fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>desk::RunLook</name>
    <message>
        <source>Final: the server has reported the end of this run.</source>
        <translation>Endgültig: der Server hat das Ende dieses Laufs gemeldet.</translation>
    </message>
    <message>
        <source>Live: the server reports every change as it happens.</source>
        <translation>Live: der Server meldet jede Änderung sofort.</translation>
    </message>
    <message>
        <source>Polled: asked for every few seconds.</source>
        <translation>Abgefragt: alle paar Sekunden.</translation>
    </message>
    <message>
        <source>Stale: the server has not answered lately, this may have changed.</source>
        <translation>Veraltet: der Server hat zuletzt nicht geantwortet, das kann sich geändert haben.</translation>
    </message>
    <message>
        <source>From the last time the list was loaded.</source>
        <translation>Vom letzten Laden der Liste.</translation>
    </message>
</context>
<context>
    <name>desk::RunModel</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Zeit überschritten</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Unknown (%1)</source>
        <comment>a status this version does not know</comment>
        <translation>Unbekannt (%1)</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>minutes and seconds</comment>
        <translation>%1 min %2 s</translation>
    </message>
</context>
<context>
    <name>desk::RunsPage</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>Läufe suchen</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Noch keine Läufe</translation>
    </message>
    <message>
        <source>Every answer of an agent is a run and appears here.</source>
        <translation>Jede Antwort eines Agenten ist ein Lauf und erscheint hier.</translation>
    </message>
    <message>
        <source>Status of the runs shown</source>
        <translation>Status der gezeigten Läufe</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Waiting or running</source>
        <translation>Wartet oder läuft</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Failed or timed out</source>
        <translation>Fehlgeschlagen oder Zeit überschritten</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>No loaded run matches the filter.</source>
        <translation>Kein geladener Lauf passt zum Filter.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n loaded run(s)</source>
        <translation>
            <numerusform>%1 von einem geladenen Lauf</numerusform>
            <numerusform>%1 von %n geladenen Läufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>Ein Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop this run?</source>
        <translation>Diesen Lauf anhalten?</translation>
    </message>
    <message>
        <source>The agent stops at its next step. What it has written so far is kept.</source>
        <translation>Der Agent hält beim nächsten Schritt an. Was er bis dahin geschrieben hat, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Stop run</source>
        <translation>Lauf anhalten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>desk::SamplingForm</name>
    <message>
        <source>As the server does</source>
        <translation>Wie der Server es tut</translation>
    </message>
    <message>
        <source>Preset of the temperature</source>
        <translation>Vorgabe der Temperatur</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Genau</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Inventive</source>
        <translation>Erfinderisch</translation>
    </message>
    <message>
        <source>Own value</source>
        <translation>Eigener Wert</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Preset of the length</source>
        <translation>Vorgabe der Länge</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>Lang</translation>
    </message>
    <message>
        <source>Tokens of an answer, at most</source>
        <translation>Tokens einer Antwort, höchstens</translation>
    </message>
    <message>
        <source>Tokens, at most</source>
        <translation>Tokens, höchstens</translation>
    </message>
</context>
<context>
    <name>desk::SavedNote</name>
    <message>
        <source>Saved on this computer. Connecting…</source>
        <translation>Auf diesem Rechner gespeichert. Verbindung wird aufgebaut…</translation>
    </message>
    <message>
        <source>Saved on this computer; not connected.</source>
        <translation>Auf diesem Rechner gespeichert; nicht verbunden.</translation>
    </message>
    <message>
        <source>Saved on this computer at %1. Connecting…</source>
        <comment>time</comment>
        <translation>Auf diesem Rechner gespeichert am %1. Verbindung wird aufgebaut…</translation>
    </message>
    <message>
        <source>Saved on this computer at %1; not connected. What came since is not shown.</source>
        <comment>time</comment>
        <translation>Auf diesem Rechner gespeichert am %1; nicht verbunden. Was seither kam, wird nicht gezeigt.</translation>
    </message>
</context>
<context>
    <name>desk::SavedSearchList</name>
    <message>
        <source>Saved &amp;searches</source>
        <translation>Gespeicherte S&amp;uchen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a saved search, what it looks for</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Type what to search for, then it can be saved.</source>
        <translation>Geben Sie einen Suchtext ein, dann kann er gespeichert werden.</translation>
    </message>
    <message>
        <source>No more searches can be saved. Delete one first.</source>
        <translation>Mehr Suchen können nicht gespeichert werden. Löschen Sie zuerst eine.</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>„%1“ wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>desk::SavedSearchView</name>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>desk::SchemaAlternatives</name>
    <message>
        <source>Nothing (null)</source>
        <translation>Nichts (null)</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ja oder nein</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>Ganze Zahl</translation>
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
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>alternative: its number and kind</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Alternative %1</source>
        <translation>Möglichkeit %1</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>Nicht angegeben</translation>
    </message>
    <message>
        <source>Kind of %1</source>
        <translation>Art von %1</translation>
    </message>
</context>
<context>
    <name>desk::SchemaArrayField</name>
    <message>
        <source>Add an item</source>
        <translation>Eintrag hinzufügen</translation>
    </message>
    <message>
        <source>Item %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>Remove item %1</source>
        <translation>Eintrag %1 entfernen</translation>
    </message>
    <message>
        <source>Move item %1 up</source>
        <translation>Eintrag %1 nach oben</translation>
    </message>
    <message>
        <source>Move item %1 down</source>
        <translation>Eintrag %1 nach unten</translation>
    </message>
    <message numerus="yes">
        <source>Show more of %n further item(s)</source>
        <translation>
            <numerusform>%n weiteren Eintrag zeigen</numerusform>
            <numerusform>Mehr von %n weiteren Einträgen zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Items are added at the end, which is not shown yet.</source>
        <translation>Einträge kommen ans Ende, das noch nicht gezeigt wird.</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in items that are not shown yet.</source>
        <translation>
            <numerusform>%n Problem in Einträgen, die noch nicht gezeigt werden.</numerusform>
            <numerusform>%n Probleme in Einträgen, die noch nicht gezeigt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add an item: %1</source>
        <translation>Eintrag hinzufügen: %1</translation>
    </message>
</context>
<context>
    <name>desk::SchemaChoiceField</name>
    <message>
        <source>Empty text</source>
        <translation>Leerer Text</translation>
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
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>Nicht angegeben</translation>
    </message>
</context>
<context>
    <name>desk::SchemaEditor</name>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Formular</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>&amp;JSON</translation>
    </message>
    <message>
        <source>Input, as JSON</source>
        <translation>Eingabe als JSON</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) must be put right first.</source>
        <translation>
            <numerusform>%n Wert muss zuerst in Ordnung gebracht werden.</numerusform>
            <numerusform>%n Werte müssen zuerst in Ordnung gebracht werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>A number is too large to be sent.</source>
        <translation>Eine Zahl ist zu groß, um gesendet zu werden.</translation>
    </message>
    <message>
        <source>A number has more digits than can be sent: it will be rounded.</source>
        <translation>Eine Zahl hat mehr Stellen, als gesendet werden können: Sie wird gerundet.</translation>
    </message>
    <message>
        <source>It may be refused: %1</source>
        <translation>Es wird vielleicht abgelehnt: %1</translation>
    </message>
    <message>
        <source>It may be refused. %1: %2</source>
        <translation>Es wird vielleicht abgelehnt. %1: %2</translation>
    </message>
    <message>
        <source>The form is there again when the text is valid JSON.</source>
        <translation>Das Formular ist wieder da, wenn der Text gültiges JSON ist.</translation>
    </message>
    <message>
        <source>The text is there again when every field holds a value.</source>
        <translation>Der Text ist wieder da, wenn jedes Feld einen Wert hat.</translation>
    </message>
</context>
<context>
    <name>desk::SchemaForm</name>
    <message>
        <source>Not checked here, only by the server: %1</source>
        <translation>Wird hier nicht geprüft, nur vom Server: %1</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
</context>
<context>
    <name>desk::SchemaJsonField</name>
    <message>
        <source>Not given; JSON</source>
        <translation>Nicht angegeben; JSON</translation>
    </message>
    <message>
        <source>%1, as JSON</source>
        <translation>%1, als JSON</translation>
    </message>
</context>
<context>
    <name>desk::SchemaNumberField</name>
    <message>
        <source>Not given</source>
        <translation>Nicht angegeben</translation>
    </message>
    <message>
        <source>This is not a number yet. Numbers are written with digits and a point, such as 12.5.</source>
        <translation>Das ist noch keine Zahl. Zahlen werden mit Ziffern und einem Punkt geschrieben, etwa 12.5.</translation>
    </message>
</context>
<context>
    <name>desk::SchemaObjectField</name>
    <message numerus="yes">
        <source>Show %n more field(s)</source>
        <translation>
            <numerusform>%n weiteres Feld zeigen</numerusform>
            <numerusform>%n weitere Felder zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more value(s) that the form does not know are kept. They are seen in the JSON view.</source>
        <translation>
            <numerusform>%n weiterer Wert, den das Formular nicht kennt, bleibt erhalten. Er ist in der JSON-Ansicht zu sehen.</numerusform>
            <numerusform>%n weitere Werte, die das Formular nicht kennt, bleiben erhalten. Sie sind in der JSON-Ansicht zu sehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Fields: %n problem(s) inside</source>
        <translation>
            <numerusform>Felder: %n Problem darin</numerusform>
            <numerusform>Felder: %n Probleme darin</numerusform>
        </translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Fields of %1</source>
        <translation>Felder von %1</translation>
    </message>
</context>
<context>
    <name>desk::SchemaRow</name>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Take out: %1</source>
        <translation>Herausnehmen: %1</translation>
    </message>
    <message>
        <source>%1 (required)</source>
        <translation>%1 (erforderlich)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>desk::SchemaSection</name>
    <message>
        <source>JSON schema; without one anything is taken</source>
        <translation>JSON-Schema; ohne eines wird alles angenommen</translation>
    </message>
    <message>
        <source>The form for starting the workflow is made of it, with its defaults.</source>
        <translation>Daraus entsteht das Formular zum Starten des Arbeitsablaufs, mit seinen Vorgaben.</translation>
    </message>
</context>
<context>
    <name>desk::SchemaTextField</name>
    <message>
        <source>Empty text</source>
        <translation>Leerer Text</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>Nicht angegeben</translation>
    </message>
</context>
<context>
    <name>desk::ScratchAgent</name>
    <message>
        <source>%1 (trial)</source>
        <extracomment>how a temporary agent is called, where other programs list it; %1 agent</extracomment>
        <translation>%1 (Probe)</translation>
    </message>
</context>
<context>
    <name>desk::ScratchColumn</name>
    <message>
        <source>%1: running…</source>
        <comment>tool</comment>
        <translation>%1: läuft …</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <comment>tool</comment>
        <translation>%1: fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1: failed. %2</source>
        <comment>tool, why</comment>
        <translation>%1: fehlgeschlagen. %2</translation>
    </message>
    <message>
        <source>%1: done</source>
        <comment>tool</comment>
        <translation>%1: fertig</translation>
    </message>
    <message>
        <source>%1: done after %2</source>
        <comment>tool, time</comment>
        <translation>%1: fertig nach %2</translation>
    </message>
    <message>
        <source>Answer of the agent, %1</source>
        <comment>as written or as saved</comment>
        <translation>Antwort des Agenten, %1</translation>
    </message>
    <message>
        <source>Nothing has been asked yet.</source>
        <translation>Noch wurde nichts gefragt.</translation>
    </message>
    <message>
        <source>Tools that were used, %1</source>
        <comment>as written or as saved</comment>
        <translation>Verwendete Werkzeuge, %1</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>Nicht ausgeführt</translation>
    </message>
    <message>
        <source>Being prepared…</source>
        <translation>Wird vorbereitet …</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Läuft …</translation>
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
        <source>Incomplete</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>Dauer: %1</translation>
    </message>
    <message>
        <source>Language model: %1</source>
        <translation>Sprachmodell: %1</translation>
    </message>
    <message>
        <source>A tool waits for an approval, %1</source>
        <comment>as written or as saved</comment>
        <translation>Ein Werkzeug wartet auf eine Freigabe, %1</translation>
    </message>
    <message>
        <source>Waiting for an approval…</source>
        <translation>Wartet auf eine Freigabe …</translation>
    </message>
</context>
<context>
    <name>desk::ScratchDifference</name>
    <message>
        <source>Both answers are the same, letter by letter.</source>
        <translation>Beide Antworten sind Buchstabe für Buchstabe gleich.</translation>
    </message>
    <message>
        <source>What only the answer as written has</source>
        <translation>Was nur die Antwort der geschriebenen Fassung hat</translation>
    </message>
    <message>
        <source>What only the answer as saved has</source>
        <translation>Was nur die Antwort der gespeicherten Fassung hat</translation>
    </message>
</context>
<context>
    <name>desk::ScratchPanel</name>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Show differences</source>
        <translation>Unterschiede zeigen</translation>
    </message>
    <message>
        <source>Keep as scenario…</source>
        <translation>Als Szenario ablegen …</translation>
    </message>
    <message>
        <source>The agent runs for real: what its tools write, send or cost happens. A temporary agent and conversation are made for it, and removed afterwards.</source>
        <translation>Der Agent läuft wirklich: Was seine Werkzeuge schreiben, senden oder kosten, geschieht. Dafür werden ein vorübergehender Agent und eine Unterhaltung angelegt und danach wieder entfernt.</translation>
    </message>
    <message>
        <source>Question to try the agent with</source>
        <translation>Frage, mit der der Agent ausprobiert wird</translation>
    </message>
    <message>
        <source>A question to try the agent with</source>
        <translation>Eine Frage, um den Agenten auszuprobieren</translation>
    </message>
    <message>
        <source>Questions that were asked before</source>
        <translation>Früher gestellte Fragen</translation>
    </message>
    <message>
        <source>Ask the question (%1)</source>
        <comment>key</comment>
        <translation>Die Frage stellen (%1)</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>Wie geschrieben</translation>
    </message>
    <message>
        <source>As saved</source>
        <translation>Wie gespeichert</translation>
    </message>
    <message>
        <source>Kept as a scenario of “%1”.</source>
        <comment>dataset</comment>
        <translation>Als Szenario von „%1“ abgelegt.</translation>
    </message>
    <message>
        <source>Earlier questions</source>
        <translation>Frühere Fragen</translation>
    </message>
</context>
<context>
    <name>desk::ScratchRun</name>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Es besteht keine Verbindung zum Server.</translation>
    </message>
    <message numerus="yes">
        <source>The question is too long: at most %n characters.</source>
        <translation>
            <numerusform>Die Frage ist zu lang: höchstens %n Zeichen.</numerusform>
            <numerusform>Die Frage ist zu lang: höchstens %n Zeichen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ScratchScenarioDialog</name>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Texts that the answer has to contain, one a line</source>
        <translation>Texte, die die Antwort enthalten muss, einer je Zeile</translation>
    </message>
    <message>
        <source>What a good answer says</source>
        <translation>Was eine gute Antwort sagt</translation>
    </message>
    <message>
        <source>Keep as scenario</source>
        <translation>Als Szenario ablegen</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Name of the new dataset</source>
        <translation>Name des neuen Datensatzes</translation>
    </message>
    <message>
        <source>Name of the scenario</source>
        <translation>Name des Szenarios</translation>
    </message>
    <message>
        <source>The answer has to contain</source>
        <translation>Die Antwort muss enthalten</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Ablegen</translation>
    </message>
    <message>
        <source>One text a line; empty: none is required</source>
        <translation>Ein Text je Zeile; leer: keiner ist verlangt</translation>
    </message>
    <message>
        <source>New dataset</source>
        <translation>Neuer Datensatz</translation>
    </message>
</context>
<context>
    <name>desk::ScratchScenarios</name>
    <message>
        <source>The connection was lost while the scenario was being kept. It may be there all the same.</source>
        <translation>Die Verbindung ging verloren, während das Szenario abgelegt wurde. Es kann trotzdem angekommen sein.</translation>
    </message>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Es besteht keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>This server keeps no scenarios for evaluations.</source>
        <translation>Dieser Server bewahrt keine Szenarien für Bewertungen auf.</translation>
    </message>
    <message>
        <source>Whether this server keeps scenarios for evaluations is not known yet.</source>
        <translation>Ob dieser Server Szenarien für Bewertungen aufbewahrt, ist noch nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>desk::ScratchSide</name>
    <message>
        <source>The server ended the run without an answer.</source>
        <translation>Der Server hat den Lauf ohne Antwort beendet.</translation>
    </message>
    <message>
        <source>The connection broke off before the end of the answer.</source>
        <translation>Die Verbindung brach vor dem Ende der Antwort ab.</translation>
    </message>
    <message>
        <source>What its tools did until then is done. Run it again for a whole answer.</source>
        <translation>Was die Werkzeuge bis dahin getan haben, ist geschehen. Für eine vollständige Antwort noch einmal ausführen.</translation>
    </message>
</context>
<context>
    <name>desk::SearchDialog</name>
    <message>
        <source>Search in all messages</source>
        <translation>In allen Nachrichten suchen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>From a day</source>
        <translation>Ab einem Datum</translation>
    </message>
    <message>
        <source>Before a day</source>
        <translation>Vor einem Datum</translation>
    </message>
    <message>
        <source>With files</source>
        <translation>Mit Dateien</translation>
    </message>
    <message>
        <source>With tables</source>
        <translation>Mit Tabellen</translation>
    </message>
    <message>
        <source>With code</source>
        <translation>Mit Code</translation>
    </message>
    <message>
        <source>With sources</source>
        <translation>Mit Quellen</translation>
    </message>
    <message>
        <source>Only titles</source>
        <translation>Nur Titel</translation>
    </message>
    <message numerus="yes">
        <source>%n hits and more</source>
        <translation>
            <numerusform>Ein Treffer und mehr</numerusform>
            <numerusform>%n Treffer und mehr</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>Ein Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>The search did not work</source>
        <translation>Die Suche ist gescheitert</translation>
    </message>
    <message>
        <source>Search in everything that was said</source>
        <translation>In allem suchen, was gesagt wurde</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Sucht…</translation>
    </message>
    <message>
        <source>Nothing found so far</source>
        <translation>Bisher nichts gefunden</translation>
    </message>
    <message>
        <source>Not every conversation has been read yet. Try again later.</source>
        <translation>Noch nicht jede Unterhaltung ist gelesen. Später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Try fewer words, or only their beginning.</source>
        <translation>Mit weniger Wörtern versuchen oder nur mit ihrem Anfang.</translation>
    </message>
    <message>
        <source>Searched: %1 of %2 conversations. The rest is being read.</source>
        <translation>Durchsucht: %1 von %2 Unterhaltungen. Der Rest wird gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>All %n conversations are searched.</source>
        <translation>
            <numerusform>Die eine Unterhaltung ist durchsucht.</numerusform>
            <numerusform>Alle %n Unterhaltungen sind durchsucht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Diese Suche speichern</translation>
    </message>
    <message>
        <source>Only one kind</source>
        <translation>Nur eine Art</translation>
    </message>
    <message>
        <source>Only insights</source>
        <translation>Nur Erkenntnisse</translation>
    </message>
    <message>
        <source>Save this search (%1)</source>
        <translation>Diese Suche speichern (%1)</translation>
    </message>
    <message>
        <source>In titles, messages, thoughts, what tools got and gave, files, sources and insights. Quotation marks keep the words of a phrase together, a minus leaves a word out, and kind:file searches only in files.</source>
        <translation>In Titeln, Nachrichten, Gedanken, Ein- und Ausgaben von Werkzeugen, Dateien, Quellen und Erkenntnissen. Anführungszeichen halten die Wörter einer Wendung zusammen, ein Minus schließt ein Wort aus, und kind:file sucht nur in Dateien.</translation>
    </message>
</context>
<context>
    <name>desk::SearchField</name>
    <message>
        <source>Search in all messages</source>
        <translation>In allen Nachrichten suchen</translation>
    </message>
    <message>
        <source>Words, &quot;a phrase&quot;, -not, agent: tool: before: after: has: kind: in:title</source>
        <translation>Wörter, &quot;eine Wendung&quot;, -nicht, agent: tool: before: after: has: kind: in:title</translation>
    </message>
</context>
<context>
    <name>desk::SearchHitDelegate</name>
    <message>
        <source>%1 · %2</source>
        <comment>who or where, time</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>desk::SearchModel</name>
    <message>
        <source>Title of the conversation</source>
        <translation>Titel der Unterhaltung</translation>
    </message>
    <message>
        <source>In the thoughts</source>
        <translation>In den Gedanken</translation>
    </message>
    <message>
        <source>Tool: %1</source>
        <translation>Werkzeug: %1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>%1, %2, %3: %4</source>
        <comment>conversation, time, who or where, words</comment>
        <translation>%1, %2, %3: %4</translation>
    </message>
    <message>
        <source>Insight: %1</source>
        <comment>its kind</comment>
        <translation>Erkenntnis: %1</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>Datei: %1</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <comment>the agent</comment>
        <translation>Antwort: %1</translation>
    </message>
    <message>
        <source>What the server remembers</source>
        <translation>Was der Server sich merkt</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>ohne Datum</translation>
    </message>
</context>
<context>
    <name>desk::SearchQuery</name>
    <message>
        <source>“%1” is not a date. Write the year, the month and the day: 2026-05-02.</source>
        <translation>„%1“ ist kein Datum. Jahr, Monat und Tag schreiben: 2026-05-02.</translation>
    </message>
    <message>
        <source>There is in:title, and nothing else after in:.</source>
        <translation>Es gibt in:title und sonst nichts nach in:.</translation>
    </message>
    <message>
        <source>has: knows %1.</source>
        <translation>has: kennt %1.</translation>
    </message>
    <message>
        <source>kind: knows %1.</source>
        <translation>kind: kennt %1.</translation>
    </message>
</context>
<context>
    <name>desk::SecretKeeper</name>
    <message>
        <source>What you keep in the keychain is in another one (%1), which is not in use now.</source>
        <comment>%1 its name</comment>
        <translation>Was Sie im Schlüsselbund aufbewahren, liegt in einem anderen (%1), der gerade nicht in Gebrauch ist.</translation>
    </message>
    <message>
        <source>Start that keychain and try again, or sign in anew.</source>
        <translation>Starten Sie diesen Schlüsselbund und versuchen Sie es erneut, oder melden Sie sich neu an.</translation>
    </message>
</context>
<context>
    <name>desk::SecretStore</name>
    <message>
        <source>The keychain of this computer is locked.</source>
        <translation>Der Schlüsselbund dieses Computers ist gesperrt.</translation>
    </message>
    <message>
        <source>Access to the keychain of this computer was refused.</source>
        <translation>Der Zugriff auf den Schlüsselbund dieses Computers wurde verweigert.</translation>
    </message>
    <message>
        <source>There is no keychain on this computer, or it is not running.</source>
        <translation>Auf diesem Computer gibt es keinen Schlüsselbund, oder er läuft nicht.</translation>
    </message>
    <message>
        <source>The keychain of this computer does not answer.</source>
        <translation>Der Schlüsselbund dieses Computers antwortet nicht.</translation>
    </message>
    <message>
        <source>The keychain of this computer cannot be used.</source>
        <translation>Der Schlüsselbund dieses Computers ist nicht benutzbar.</translation>
    </message>
    <message>
        <source>Unlock it in Settings, Passwords. Until then you may have to sign in again after a restart.</source>
        <translation>Entsperren Sie ihn unter Einstellungen, Passwörter. Bis dahin müssen Sie sich nach einem Neustart eventuell neu anmelden.</translation>
    </message>
    <message>
        <source>Allow Agent Desk to use it in Settings, Passwords, or sign in again after each start.</source>
        <translation>Erlauben Sie Agent Desk den Zugriff unter Einstellungen, Passwörter, oder melden Sie sich nach jedem Start neu an.</translation>
    </message>
    <message>
        <source>Install or start one (on Linux: GNOME Keyring or KWallet). Until then you sign in again after each start.</source>
        <translation>Installieren oder starten Sie einen (unter Linux: GNOME-Schlüsselbund oder KWallet). Bis dahin melden Sie sich nach jedem Start neu an.</translation>
    </message>
    <message>
        <source>Try again in Settings, Passwords. Until it works you sign in again after each start.</source>
        <translation>Versuchen Sie es unter Einstellungen, Passwörter erneut. Bis es gelingt, melden Sie sich nach jedem Start neu an.</translation>
    </message>
</context>
<context>
    <name>desk::SecretsSection</name>
    <message>
        <source>Asking the keychain…</source>
        <translation>Der Schlüsselbund wird gefragt …</translation>
    </message>
    <message>
        <source>Kept until you quit</source>
        <translation>Behalten bis zum Beenden</translation>
    </message>
    <message>
        <source>The keychain is in use</source>
        <translation>Der Schlüsselbund ist in Gebrauch</translation>
    </message>
    <message>
        <source>The keychain has not been needed yet</source>
        <translation>Der Schlüsselbund wurde noch nicht gebraucht</translation>
    </message>
    <message>
        <source>The keychain is locked</source>
        <translation>Der Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>No keychain: kept until you quit</source>
        <translation>Kein Schlüsselbund: behalten bis zum Beenden</translation>
    </message>
</context>
<context>
    <name>desk::SendGuard</name>
    <message numerus="yes">
        <source>%n files were left out: nobody decided about them.</source>
        <translation>
            <numerusform>Eine Datei wurde weggelassen: Niemand hat über sie entschieden.</numerusform>
            <numerusform>%n Dateien wurden weggelassen: Niemand hat über sie entschieden.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” was not attached.</source>
        <translation>„%1“ wurde nicht angehängt.</translation>
    </message>
    <message>
        <source>This message is not sent: it seems to contain something that must not leave this computer.</source>
        <translation>Diese Nachricht wird nicht gesendet: Darin scheint etwas zu stehen, das diesen Computer nicht verlassen darf.</translation>
    </message>
    <message>
        <source>This message seems to contain something that should not leave this computer.</source>
        <translation>In dieser Nachricht scheint etwas zu stehen, das diesen Computer nicht verlassen sollte.</translation>
    </message>
    <message>
        <source>“%1” is not attached: it seems to contain something that must not leave this computer.</source>
        <translation>„%1“ wird nicht angehängt: Darin scheint etwas zu stehen, das diesen Computer nicht verlassen darf.</translation>
    </message>
    <message>
        <source>“%1” seems to contain something that should not leave this computer.</source>
        <translation>In „%1“ scheint etwas zu stehen, das diesen Computer nicht verlassen sollte.</translation>
    </message>
</context>
<context>
    <name>desk::ServerAddress</name>
    <message>
        <source>Enter the address of the server.</source>
        <translation>Geben Sie die Adresse des Servers ein.</translation>
    </message>
    <message>
        <source>This is not a web address. It looks like https://agents.example.org/api.</source>
        <translation>Das ist keine Web-Adresse. Sie sieht aus wie https://agents.example.org/api.</translation>
    </message>
    <message>
        <source>Leave the user name and password out of the address: they would be stored in the settings.</source>
        <translation>Lassen Sie Benutzername und Passwort aus der Adresse weg: Sie würden in den Einstellungen gespeichert.</translation>
    </message>
    <message>
        <source>The address must not contain “?” or “#”.</source>
        <translation>Die Adresse darf kein „?“ oder „#“ enthalten.</translation>
    </message>
    <message>
        <source>“localhost” can be made to point elsewhere. Use http://127.0.0.1 instead.</source>
        <translation>„localhost“ kann auf etwas anderes zeigen. Nehmen Sie stattdessen http://127.0.0.1.</translation>
    </message>
    <message>
        <source>Use https. Over plain http, anyone on the way could read your access token and your conversations.</source>
        <translation>Nehmen Sie https. Über einfaches http könnte jeder unterwegs Ihr Zugangstoken und Ihre Unterhaltungen lesen.</translation>
    </message>
</context>
<context>
    <name>desk::SessionBanner</name>
    <message>
        <source>Your sign-in at %1 has ended. What you typed is kept.</source>
        <comment>profile</comment>
        <translation>Ihre Anmeldung bei %1 ist abgelaufen. Was Sie geschrieben haben, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Sign in again to go on.</source>
        <translation>Melden Sie sich erneut an, um weiterzuarbeiten.</translation>
    </message>
    <message>
        <source>The sign-in service does not answer. You are still signed in, and it is asked again by itself.</source>
        <translation>Der Anmeldedienst antwortet nicht. Sie sind weiterhin angemeldet, und er wird von selbst erneut gefragt.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Sign In…</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Open data folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Sign in to the proxy…</source>
        <translation>Am Proxy anmelden …</translation>
    </message>
</context>
<context>
    <name>desk::SettingsBanner</name>
    <message>
        <source>The file of your settings was damaged. Those of the last good copy are used.</source>
        <translation>Die Datei Ihrer Einstellungen war beschädigt. Die der letzten guten Kopie werden benutzt.</translation>
    </message>
    <message>
        <source>The file of your settings was damaged. Everything is set as at the first start.</source>
        <translation>Die Datei Ihrer Einstellungen war beschädigt. Alles ist eingestellt wie beim ersten Start.</translation>
    </message>
    <message>
        <source>The damaged file was kept: %1</source>
        <translation>Die beschädigte Datei wurde aufbewahrt: %1</translation>
    </message>
</context>
<context>
    <name>desk::SettingsPage</name>
    <message>
        <source>Sections of the settings</source>
        <translation>Abschnitte der Einstellungen</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>Passwörter</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Desktop</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
</context>
<context>
    <name>desk::ShareDialog</name>
    <message>
        <source>&amp;Private</source>
        <translation>&amp;Privat</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Share “%1”</source>
        <translation>„%1“ teilen</translation>
    </message>
    <message>
        <source>People who see this conversation</source>
        <translation>Personen, die diese Unterhaltung sehen</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Darf</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>ID of the person</source>
        <translation>Kennung der Person</translation>
    </message>
    <message>
        <source>What the person may do</source>
        <translation>Was die Person darf</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lesen</translation>
    </message>
    <message>
        <source>read and write</source>
        <translation>lesen und schreiben</translation>
    </message>
    <message>
        <source>Everybody in this list can also delete the whole conversation, even who may only read. The server allows it.</source>
        <translation>Alle in dieser Liste können auch die ganze Unterhaltung löschen, selbst wer nur lesen darf. Der Server erlaubt es.</translation>
    </message>
    <message>
        <source>Loading who sees this conversation…</source>
        <translation>Wird geladen: wer diese Unterhaltung sieht…</translation>
    </message>
    <message>
        <source>This server cannot share conversations.</source>
        <translation>Dieser Server kann keine Unterhaltungen teilen.</translation>
    </message>
    <message>
        <source>Only the owner of this conversation sees and changes with whom it is shared.</source>
        <translation>Nur wem diese Unterhaltung gehört, sieht und ändert, mit wem sie geteilt ist.</translation>
    </message>
    <message>
        <source>It is not known who sees this conversation.</source>
        <translation>Es ist nicht bekannt, wer diese Unterhaltung sieht.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Only let &amp;read</source>
        <translation>Nur &amp;lesen lassen</translation>
    </message>
    <message>
        <source>Let &amp;write too</source>
        <translation>Auch &amp;schreiben lassen</translation>
    </message>
    <message>
        <source>The server knows people by an ID. It does not look up e-mail addresses, and does not say when there is no such person.</source>
        <translation>Der Server kennt Personen an einer Kennung. Er schlägt keine E-Mail-Adressen nach und sagt nicht, wenn es eine Person nicht gibt.</translation>
    </message>
    <message>
        <source>The server does not check the ID: make sure that it is right.</source>
        <translation>Der Server prüft die Kennung nicht: Vergewissern Sie sich, dass sie stimmt.</translation>
    </message>
    <message>
        <source>What a private conversation keeps from others is up to the server.</source>
        <translation>Was eine private Unterhaltung vor anderen verbirgt, bestimmt der Server.</translation>
    </message>
    <message>
        <source>This server does not say whether the conversation is private.</source>
        <translation>Dieser Server sagt nicht, ob die Unterhaltung privat ist.</translation>
    </message>
    <message>
        <source>Name, e-mail address or ID of the person</source>
        <translation>Name, E-Mail-Adresse oder Kennung der Person</translation>
    </message>
    <message>
        <source>Shared with the ID %1.</source>
        <translation>Mit der Kennung %1 geteilt.</translation>
    </message>
    <message>
        <source>Looking for people…</source>
        <translation>Personen werden gesucht …</translation>
    </message>
    <message>
        <source>Choose a person with the arrow keys and Enter. What is typed otherwise counts as an ID.</source>
        <translation>Eine Person mit den Pfeiltasten und der Eingabetaste wählen. Was sonst eingegeben wird, gilt als Kennung.</translation>
    </message>
    <message>
        <source>The sign-in service knows nobody by this text. It can be added as an ID; the server does not check it.</source>
        <translation>Der Anmeldedienst kennt niemanden unter diesem Text. Er kann als Kennung hinzugefügt werden; der Server prüft sie nicht.</translation>
    </message>
    <message>
        <source>People cannot be looked up now: %1 An ID can be added nevertheless.</source>
        <translation>Personen können jetzt nicht gesucht werden: %1 Eine Kennung kann trotzdem hinzugefügt werden.</translation>
    </message>
    <message>
        <source>Type two letters or more of a name or an e-mail address.</source>
        <translation>Mindestens zwei Buchstaben eines Namens oder einer E-Mail-Adresse eingeben.</translation>
    </message>
</context>
<context>
    <name>desk::ShellDialogs</name>
    <message>
        <source>The local workspace is on this computer: there is no way to look at.</source>
        <translation>Der lokale Arbeitsbereich ist auf diesem Computer: Es gibt keinen Weg zu untersuchen.</translation>
    </message>
</context>
<context>
    <name>desk::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Next field, previous field</source>
        <translation>Nächstes Feld, voriges Feld</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Umschalt+Tab</translation>
    </message>
    <message>
        <source>Open what is chosen in a list</source>
        <translation>Das in einer Liste Gewählte öffnen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>Menüleiste</translation>
    </message>
    <message>
        <source>Alt, or F10</source>
        <translation>Alt oder F10</translation>
    </message>
    <message>
        <source>Where</source>
        <comment>what has to have the focus</comment>
        <translation>Wo</translation>
    </message>
</context>
<context>
    <name>desk::SideConnection</name>
    <message>
        <source>Nobody is signed in to this profile.</source>
        <translation>In diesem Profil ist niemand angemeldet.</translation>
    </message>
    <message>
        <source>Open it once and sign in, then come back.</source>
        <translation>Das Profil einmal öffnen und anmelden, dann zurückkehren.</translation>
    </message>
</context>
<context>
    <name>desk::SidePane</name>
    <message>
        <source>%1 – Agent Desk</source>
        <extracomment>Title of a window beside the main one; %1: &quot;Sources&quot; or &quot;Insights&quot;</extracomment>
        <translation>%1 – Agent Desk</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Andocken</translation>
    </message>
    <message>
        <source>Own window</source>
        <translation>Eigenes Fenster</translation>
    </message>
    <message>
        <source>Put back beside the chat: %1</source>
        <translation>Wieder neben den Chat setzen: %1</translation>
    </message>
    <message>
        <source>Show in a window of its own: %1</source>
        <translation>In einem eigenen Fenster zeigen: %1</translation>
    </message>
    <message>
        <source>Put back beside the chat</source>
        <translation>Wieder neben den Chat setzen</translation>
    </message>
    <message>
        <source>Show in a window of its own</source>
        <translation>In einem eigenen Fenster zeigen</translation>
    </message>
</context>
<context>
    <name>desk::SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <comment>profile</comment>
        <translation>Anmelden bei %1</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>A code by e-mail</source>
        <translation>Ein Code per E-Mail</translation>
    </message>
    <message>
        <source>The browser</source>
        <translation>Der Browser</translation>
    </message>
    <message>
        <source>A code typed on another device</source>
        <translation>Ein Code, auf einem anderen Gerät eingegeben</translation>
    </message>
    <message>
        <source>An access token</source>
        <translation>Ein Zugangstoken</translation>
    </message>
    <message>
        <source>This profile has no way to sign in.</source>
        <translation>Für dieses Profil gibt es keine Anmeldung.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>If %1 is known there, a mail with a code is on its way.</source>
        <comment>e-mail address</comment>
        <translation>Falls %1 dort bekannt ist, ist eine E-Mail mit einem Code unterwegs.</translation>
    </message>
    <message>
        <source>Your browser shows a page of %1. Sign in there; this window notices by itself.</source>
        <comment>host</comment>
        <translation>Ihr Browser zeigt eine Seite von %1. Melden Sie sich dort an; dieses Fenster bemerkt es von selbst.</translation>
    </message>
    <message>
        <source>On any device, visit this page of %1</source>
        <comment>host</comment>
        <translation>Besuchen Sie auf einem beliebigen Gerät diese Seite von %1</translation>
    </message>
    <message>
        <source>Signing in did not work.</source>
        <translation>Die Anmeldung hat nicht geklappt.</translation>
    </message>
    <message numerus="yes">
        <source>Continue in %n s</source>
        <translation>
            <numerusform>Weiter in %n s</numerusform>
            <numerusform>Weiter in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send again in %n s</source>
        <translation>
            <numerusform>Erneut senden in %n s</numerusform>
            <numerusform>Erneut senden in %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Send &amp;again</source>
        <translation>Erneut &amp;senden</translation>
    </message>
</context>
<context>
    <name>desk::SimulationModel</name>
    <message>
        <source>Worked out</source>
        <translation>Ausgerechnet</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>No sample</source>
        <translation>Kein Beispiel</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Would fail</source>
        <translation>Würde fehlschlagen</translation>
    </message>
    <message>
        <source>Would wait for a person</source>
        <translation>Würde auf eine Person warten</translation>
    </message>
    <message>
        <source>%1 (round %L2)</source>
        <comment>step</comment>
        <translation>%1 (Runde %L2)</translation>
    </message>
    <message>
        <source>goes on with %1</source>
        <comment>a step</comment>
        <translation>geht weiter mit %1</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation>Woher es bekannt ist</translation>
    </message>
    <message>
        <source>What it would give</source>
        <translation>Was herauskäme</translation>
    </message>
</context>
<context>
    <name>desk::SimulationPane</name>
    <message>
        <source>Nothing is run: this is worked out here, on sample data.</source>
        <translation>Es wird nichts ausgeführt: Dies wird hier mit Beispieldaten ausgerechnet.</translation>
    </message>
    <message>
        <source>Steps that would run</source>
        <translation>Schritte, die laufen würden</translation>
    </message>
    <message>
        <source>Sample input</source>
        <translation>Beispieleingabe</translation>
    </message>
    <message>
        <source>It would run to its end.</source>
        <translation>Er liefe bis zu seinem Ende.</translation>
    </message>
    <message>
        <source>It would fail: %1</source>
        <translation>Er würde fehlschlagen: %1</translation>
    </message>
    <message>
        <source>It would wait for a person.</source>
        <translation>Er würde auf eine Person warten.</translation>
    </message>
    <message>
        <source>This goes on and on: it was broken off here.</source>
        <translation>Das ginge immer weiter: Hier wurde es abgebrochen.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
</context>
<context>
    <name>desk::SingleInstance</name>
    <message>
        <source>Agent Desk is already running and does not answer. End it, then start it again.</source>
        <translation>Agent Desk läuft schon und antwortet nicht. Beenden Sie es und starten Sie es dann neu.</translation>
    </message>
</context>
<context>
    <name>desk::SourceFetch</name>
    <message>
        <source>The server is still taking this document in.</source>
        <translation>Der Server nimmt dieses Dokument noch auf.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The server does not have this document, or does not have it yet.</source>
        <translation>Der Server hat dieses Dokument nicht oder noch nicht.</translation>
    </message>
    <message>
        <source>If it was sent a moment ago, try again.</source>
        <translation>Wurde es eben erst gesendet, versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>desk::SourceFiles</name>
    <message>
        <source>The answer does not say which document it is.</source>
        <translation>Die Antwort sagt nicht, welches Dokument es ist.</translation>
    </message>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Es gibt keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>This server does not hand out the documents of its answers: they are kept in another application. What it sent with the answer is shown here.</source>
        <translation>Dieser Server gibt die Dokumente seiner Antworten nicht heraus: Sie liegen in einer anderen Anwendung. Gezeigt wird, was er mit der Antwort gesendet hat.</translation>
    </message>
    <message>
        <source>PDF documents can be saved, but not shown here.</source>
        <translation>PDF-Dokumente können gespeichert, aber hier nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>This kind of file can be saved, but not shown here.</source>
        <translation>Diese Art von Datei kann gespeichert, aber hier nicht gezeigt werden.</translation>
    </message>
</context>
<context>
    <name>desk::SourcePanel</name>
    <message>
        <source>Save &amp;Original…</source>
        <translation>&amp;Original speichern…</translation>
    </message>
    <message>
        <source>Source of the answer</source>
        <translation>Quelle der Antwort</translation>
    </message>
    <message>
        <source>Find in this source</source>
        <translation>In dieser Quelle suchen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Source %1 of %2</source>
        <translation>Quelle %1 von %2</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>The server gave no quote.</source>
        <translation>Der Server hat kein Zitat geliefert.</translation>
    </message>
    <message>
        <source>The original cannot be saved here.</source>
        <translation>Das Original lässt sich hier nicht speichern.</translation>
    </message>
    <message>
        <source>Not found</source>
        <extracomment>Which match of how many</extracomment>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Save “%1” from the server? It is not opened: whoever opens it trusts what is in it.</source>
        <translation>„%1“ vom Server speichern? Die Datei wird nicht geöffnet: Wer sie öffnet, vertraut dem, was darin ist.</translation>
    </message>
    <message>
        <source>This is a program, or a document that can run one. It can do whatever you can do on this computer.</source>
        <translation>Das ist ein Programm oder ein Dokument, das eines ausführen kann. Es kann alles tun, was Sie auf diesem Rechner tun können.</translation>
    </message>
    <message>
        <source>Save the original</source>
        <translation>Das Original speichern</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>The original could not be saved</source>
        <translation>Das Original ließ sich nicht speichern</translation>
    </message>
    <message>
        <source>Document %1</source>
        <translation>Dokument %1</translation>
    </message>
    <message>
        <source>Document %1, page %2</source>
        <extracomment>The number of a document, and a page</extracomment>
        <translation>Dokument %1, Seite %2</translation>
    </message>
    <message>
        <source>The answer refers to this document, but it is not among the sources that the server sent with it. Only its number is known.</source>
        <translation>Die Antwort verweist auf dieses Dokument, aber es ist nicht unter den Quellen, die der Server mitgeschickt hat. Nur seine Nummer ist bekannt.</translation>
    </message>
    <message>
        <source>Only documents that came as sources of the answer can be saved.</source>
        <translation>Nur Dokumente, die als Quellen der Antwort kamen, lassen sich speichern.</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A passage of a document: its place, and how it begins</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Show the &amp;Document</source>
        <translation>&amp;Dokument zeigen</translation>
    </message>
    <message>
        <source>Passages of this document</source>
        <translation>Stellen in diesem Dokument</translation>
    </message>
    <message>
        <source>Contents of the document</source>
        <translation>Inhalt des Dokuments</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Show the document beside the conversation (Ctrl+Enter)</source>
        <translation>Das Dokument neben der Unterhaltung zeigen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>The document cannot be shown here.</source>
        <translation>Das Dokument kann hier nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>Only documents that came as sources of the answer can be shown.</source>
        <translation>Nur Dokumente, die als Quellen der Antwort kamen, können gezeigt werden.</translation>
    </message>
    <message>
        <source>The picture is too large to be shown here. It can be saved.</source>
        <translation>Das Bild ist zu groß, um hier gezeigt zu werden. Es kann gespeichert werden.</translation>
    </message>
    <message>
        <source>This file is not text. It can be saved, but not shown here.</source>
        <translation>Diese Datei ist kein Text. Sie kann gespeichert, aber hier nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>The document is empty.</source>
        <translation>Das Dokument ist leer.</translation>
    </message>
    <message>
        <source>Only the first %1 of %2 are shown. Save the original to read the rest.</source>
        <translation>Nur die ersten %1 von %2 werden gezeigt. Speichern Sie das Original, um den Rest zu lesen.</translation>
    </message>
    <message>
        <source>Only the first %1 are shown. Save the original to read the rest.</source>
        <translation>Nur die ersten %1 werden gezeigt. Speichern Sie das Original, um den Rest zu lesen.</translation>
    </message>
    <message>
        <source>The document has more lines than can be shown here. Save the original to read the rest.</source>
        <translation>Das Dokument hat mehr Zeilen, als hier gezeigt werden können. Speichern Sie das Original, um den Rest zu lesen.</translation>
    </message>
    <message>
        <source>Place unknown</source>
        <comment>a passage of a document</comment>
        <translation>Stelle unbekannt</translation>
    </message>
    <message>
        <source>Previous source (%1)</source>
        <extracomment>%1: the keys for it</extracomment>
        <translation>Vorige Quelle (%1)</translation>
    </message>
    <message>
        <source>Next source (%1)</source>
        <extracomment>%1: the keys for it</extracomment>
        <translation>Nächste Quelle (%1)</translation>
    </message>
    <message>
        <source>The quoted words are not in the document as it is now.</source>
        <translation>Die zitierten Worte stehen nicht im Dokument, wie es jetzt ist.</translation>
    </message>
    <message>
        <source>The quoted words are not in this part of the document.</source>
        <translation>Die zitierten Worte stehen nicht in diesem Teil des Dokuments.</translation>
    </message>
</context>
<context>
    <name>desk::SourceStatus</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Progress of the document</source>
        <translation>Fortschritt des Dokuments</translation>
    </message>
    <message>
        <source>Cancel fetching the document</source>
        <translation>Das Holen des Dokuments abbrechen</translation>
    </message>
    <message>
        <source>Retry fetching the document</source>
        <translation>Das Dokument erneut holen</translation>
    </message>
    <message>
        <source>Fetching the document…</source>
        <translation>Das Dokument wird geholt …</translation>
    </message>
    <message>
        <source>Fetching the document: %1 of %2</source>
        <translation>Das Dokument wird geholt: %1 von %2</translation>
    </message>
    <message>
        <source>Fetching the document: %1</source>
        <translation>Das Dokument wird geholt: %1</translation>
    </message>
</context>
<context>
    <name>desk::SourceView</name>
    <message>
        <source>The document</source>
        <translation>Das Dokument</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Words of the source</source>
        <translation>Worte der Quelle</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>Bild: %1</translation>
    </message>
</context>
<context>
    <name>desk::SpellChecker</name>
    <message>
        <source>This build of the program cannot check spelling.</source>
        <translation>Diese Ausgabe des Programms kann die Rechtschreibung nicht prüfen.</translation>
    </message>
    <message>
        <source>Spelling is not checked.</source>
        <translation>Die Rechtschreibung wird nicht geprüft.</translation>
    </message>
    <message>
        <source>No dictionary is installed, so nothing is checked. On Debian and Ubuntu the packages are called hunspell-en-us, hunspell-de-de and so on.</source>
        <translation>Kein Wörterbuch ist installiert, also wird nichts geprüft. Unter Debian und Ubuntu heißen die Pakete hunspell-en-us, hunspell-de-de und so weiter.</translation>
    </message>
    <message>
        <source>The dictionary %1 has an encoding that the program does not read.</source>
        <translation>Das Wörterbuch %1 hat eine Zeichenkodierung, die das Programm nicht liest.</translation>
    </message>
    <message>
        <source>There is no dictionary for this language, so nothing is checked.</source>
        <translation>Für diese Sprache gibt es kein Wörterbuch, also wird nichts geprüft.</translation>
    </message>
    <message>
        <source>Spelling is checked in %1.</source>
        <translation>Die Rechtschreibung wird geprüft: %1.</translation>
    </message>
</context>
<context>
    <name>desk::SpellDictionaries</name>
    <message>
        <source>%1 (%2)</source>
        <comment>language, country</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>desk::SpellMarks</name>
    <message>
        <source>Looking for suggestions…</source>
        <translation>Vorschläge werden gesucht…</translation>
    </message>
    <message>
        <source>Add “%1” to the dictionary</source>
        <translation>„%1“ ins Wörterbuch aufnehmen</translation>
    </message>
    <message>
        <source>Ignore “%1” for now</source>
        <translation>„%1“ vorerst ignorieren</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Keine Vorschläge</translation>
    </message>
</context>
<context>
    <name>desk::SqliteTexts</name>
    <message>
        <source>There is no space left on the disk of %1.</source>
        <translation>Auf dem Datenträger von %1 ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>Free some space; the work goes on by itself.</source>
        <translation>Platz schaffen; die Arbeit geht von selbst weiter.</translation>
    </message>
    <message>
        <source>The data folder cannot be written: %1.</source>
        <translation>Der Datenordner ist nicht beschreibbar: %1.</translation>
    </message>
    <message>
        <source>Give yourself write access to the folder, or choose another one.</source>
        <translation>Schreibzugriff auf den Ordner geben oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>The database %1 is damaged. Nothing was changed or deleted.</source>
        <translation>Die Datenbank %1 ist beschädigt. Nichts wurde geändert oder gelöscht.</translation>
    </message>
    <message>
        <source>Put the newest file of the folder &quot;backups&quot; in its place, or move it away to begin with an empty one.</source>
        <translation>Die neueste Datei des Ordners „backups“ an ihre Stelle setzen oder die beschädigte verschieben, um mit einer leeren zu beginnen.</translation>
    </message>
    <message>
        <source>The database %1 is in use by another program.</source>
        <translation>Die Datenbank %1 wird von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The database %1 cannot be used: %2.</source>
        <translation>Die Datenbank %1 ist nicht benutzbar: %2.</translation>
    </message>
    <message>
        <source>Check the disk, then start again.</source>
        <translation>Den Datenträger prüfen, dann neu starten.</translation>
    </message>
    <message>
        <source>The database %1 was written by a newer Agent Desk. Nothing was changed.</source>
        <translation>Die Datenbank %1 stammt von einem neueren Agent Desk. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Update Agent Desk on this computer, then start again.</source>
        <translation>Agent Desk auf diesem Rechner aktualisieren, dann neu starten.</translation>
    </message>
    <message>
        <source>The file %1 belongs to another program. Nothing was changed.</source>
        <translation>Die Datei %1 gehört zu einem anderen Programm. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Choose another data folder.</source>
        <translation>Einen anderen Datenordner wählen.</translation>
    </message>
    <message>
        <source>The disk of %1 cannot be read or written at the moment.</source>
        <translation>Der Datenträger von %1 lässt sich zurzeit nicht lesen oder beschreiben.</translation>
    </message>
    <message>
        <source>Check the disk or its connection; the work goes on by itself.</source>
        <translation>Den Datenträger oder seine Verbindung prüfen; die Arbeit geht von selbst weiter.</translation>
    </message>
</context>
<context>
    <name>desk::StatusLine</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Choose another profile</source>
        <translation>Ein anderes Profil wählen</translation>
    </message>
    <message>
        <source>Choose a language model</source>
        <translation>Ein Sprachmodell wählen</translation>
    </message>
    <message>
        <source>Profile: %1</source>
        <translation>Profil: %1</translation>
    </message>
    <message>
        <source>Answers come from: %1</source>
        <comment>a language model or engine</comment>
        <translation>Antworten kommen von: %1</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Starting the local server…</source>
        <translation>Lokaler Server startet…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird aufgebaut…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Restarting the local server…</source>
        <translation>Lokaler Server startet neu…</translation>
    </message>
    <message>
        <source>Connecting again…</source>
        <translation>Verbindung wird erneut aufgebaut…</translation>
    </message>
    <message>
        <source>Language models of the server</source>
        <translation>Sprachmodelle des Servers</translation>
    </message>
    <message>
        <source>Built-in engine (no language model)</source>
        <translation>Eingebaute Auswertung (kein Sprachmodell)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>language model, provider</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Status: %1</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>Sign-ins end when you quit</source>
        <translation>Anmeldung endet beim Beenden</translation>
    </message>
    <message>
        <source>As you chose in the settings</source>
        <translation>Wie in den Einstellungen gewählt</translation>
    </message>
    <message>
        <source>Sign-in ended</source>
        <translation>Anmeldung beendet</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft …</translation>
    </message>
</context>
<context>
    <name>desk::StepCommands</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
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
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Leave out</source>
        <comment>a step is kept but not run</comment>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move into the container above</source>
        <translation>In den Behälter darüber</translation>
    </message>
    <message>
        <source>Move out of the container</source>
        <translation>Aus dem Behälter heraus</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <comment>what is undone</comment>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <comment>what is done again</comment>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>There are no steps of a workflow in what was copied.</source>
        <translation>Im Kopierten sind keine Schritte eines Arbeitsablaufs.</translation>
    </message>
    <message>
        <source>Into this container</source>
        <translation>In diesen Behälter</translation>
    </message>
</context>
<context>
    <name>desk::StepDescription</name>
    <message numerus="yes">
        <source>%n step(s), none is chosen.</source>
        <translation>
            <numerusform>%n Schritt, keiner ist gewählt.</numerusform>
            <numerusform>%n Schritte, keiner ist gewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2. Step %3 of %4.</source>
        <comment>title, kind and summary, number, how many</comment>
        <translation>%1: %2. Schritt %3 von %4.</translation>
    </message>
    <message>
        <source>Then comes %1.</source>
        <comment>title of a step</comment>
        <translation>Danach kommt %1.</translation>
    </message>
    <message>
        <source>Runs on to %1, whichever branch was taken.</source>
        <comment>title of a step</comment>
        <translation>Läuft weiter zu %1, welcher Zweig auch genommen wurde.</translation>
    </message>
    <message>
        <source>If true, goes to %1.</source>
        <comment>title of a step</comment>
        <translation>Wenn wahr, weiter zu %1.</translation>
    </message>
    <message>
        <source>If not, goes to %1.</source>
        <comment>title of a step</comment>
        <translation>Wenn nicht, weiter zu %1.</translation>
    </message>
    <message>
        <source>Names %1 as next, which is ignored.</source>
        <comment>title of a step</comment>
        <translation>Nennt %1 als Nächstes, was nicht beachtet wird.</translation>
    </message>
</context>
<context>
    <name>desk::StepExecutionModel</name>
    <message>
        <source>%1 (round %L2)</source>
        <comment>step</comment>
        <translation>%1 (Runde %L2)</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
</context>
<context>
    <name>desk::StepFacts</name>
    <message>
        <source>This version does not know steps of this kind. It keeps them as they are.</source>
        <translation>Diese Version kennt Schritte dieser Art nicht. Sie lässt sie, wie sie sind.</translation>
    </message>
    <message>
        <source>This is no step: servers will refuse it. It is kept until it is deleted.</source>
        <translation>Dies ist kein Schritt: Server werden es ablehnen. Es bleibt, bis es gelöscht wird.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>desk::StepInspector</name>
    <message>
        <source>Choose a step to see its fields.</source>
        <translation>Einen Schritt wählen, um seine Felder zu sehen.</translation>
    </message>
    <message>
        <source>Fields of the step</source>
        <translation>Felder des Schritts</translation>
    </message>
    <message>
        <source>Schema of the input (JSON)</source>
        <translation>Schema der Eingabe (JSON)</translation>
    </message>
    <message>
        <source>Guardrails of the step</source>
        <translation>Grenzen des Schritts</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>No step</source>
        <translation>Kein Schritt</translation>
    </message>
</context>
<context>
    <name>desk::StepModel</name>
    <message>
        <source>%1 step %2</source>
        <comment>kind of step, its name</comment>
        <translation>%1-Schritt %2</translation>
    </message>
    <message>
        <source>%1 step %2: %3</source>
        <comment>kind of step, its name, what it does</comment>
        <translation>%1-Schritt %2: %3</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Parallel</source>
        <translation>Parallel</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>Umformung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>agent, its task</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) at the same time</source>
        <translation>
            <numerusform>Ein Schritt</numerusform>
            <numerusform>%n Schritte gleichzeitig</numerusform>
        </translation>
    </message>
    <message>
        <source>for each of %1</source>
        <comment>path of a list</comment>
        <translation>für jedes Element von %1</translation>
    </message>
    <message>
        <source>if %1, go to %2</source>
        <comment>a test, a step</comment>
        <translation>wenn %1, weiter mit %2</translation>
    </message>
    <message>
        <source>unless %1, go to %2</source>
        <comment>a test, a step</comment>
        <translation>außer wenn %1, weiter mit %2</translation>
    </message>
    <message>
        <source>if %1, go to %2, otherwise to %3</source>
        <comment>a test and two steps</comment>
        <translation>wenn %1, weiter mit %2, sonst mit %3</translation>
    </message>
    <message>
        <source>disabled</source>
        <comment>a step that is left out</comment>
        <translation>ausgelassen</translation>
    </message>
</context>
<context>
    <name>desk::StepPainter</name>
    <message>
        <source>then</source>
        <comment>branch of a condition</comment>
        <translation>dann</translation>
    </message>
    <message>
        <source>else</source>
        <comment>branch of a condition</comment>
        <translation>sonst</translation>
    </message>
    <message>
        <source>runs on</source>
        <comment>the steps behind a branch run although another branch was taken</comment>
        <translation>läuft weiter</translation>
    </message>
    <message>
        <source>ignored</source>
        <comment>an edge that the server does not follow</comment>
        <translation>unbeachtet</translation>
    </message>
</context>
<context>
    <name>desk::StepPairModel</name>
    <message>
        <source>%1 (round %L2)</source>
        <comment>step</comment>
        <translation>%1 (Runde %L2)</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>nicht gelaufen</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>dasselbe</translation>
    </message>
    <message>
        <source>different</source>
        <translation>etwas anderes</translation>
    </message>
    <message>
        <source>The whole workflow</source>
        <translation>Der ganze Arbeitsablauf</translation>
    </message>
    <message>
        <source>the same input</source>
        <translation>dieselbe Eingabe</translation>
    </message>
    <message>
        <source>another input</source>
        <translation>eine andere Eingabe</translation>
    </message>
    <message>
        <source>as long</source>
        <translation>gleich lange</translation>
    </message>
    <message>
        <source>%1 longer</source>
        <comment>a duration</comment>
        <translation>%1 länger</translation>
    </message>
    <message>
        <source>%1 shorter</source>
        <comment>a duration</comment>
        <translation>%1 kürzer</translation>
    </message>
    <message>
        <source>%L1 more</source>
        <comment>a number of tokens</comment>
        <translation>%L1 mehr</translation>
    </message>
    <message>
        <source>%L1 fewer</source>
        <comment>a number of tokens</comment>
        <translation>%L1 weniger</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erste</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Zweite</translation>
    </message>
    <message>
        <source>The second took</source>
        <translation>Die zweite dauerte</translation>
    </message>
    <message>
        <source>Tokens of the second</source>
        <translation>Tokens der zweiten</translation>
    </message>
    <message>
        <source>What it gave</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>desk::StepPalette</name>
    <message>
        <source>Kinds of steps</source>
        <translation>Arten von Schritten</translation>
    </message>
    <message>
        <source>Enter adds a step of this kind.</source>
        <translation>Die Eingabetaste fügt einen Schritt dieser Art hinzu.</translation>
    </message>
</context>
<context>
    <name>desk::StepTreeModel</name>
    <message>
        <source>%1: %2</source>
        <comment>title of a step; its kind and what it does</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>desk::StoreHealth</name>
    <message>
        <source>What you write now is kept only until the program ends. %1</source>
        <translation>Was Sie jetzt schreiben, bleibt nur bis zum Ende des Programms erhalten. %1</translation>
    </message>
    <message>
        <source>The file with your drafts and messages was damaged. What could be read of it is here again; the damaged file was kept as %1.</source>
        <translation>Die Datei mit Ihren Entwürfen und Nachrichten war beschädigt. Was davon lesbar war, ist wieder da; die beschädigte Datei wurde als %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>The file with your drafts and messages was gone. The newest copy was put in its place: what came later is missing.</source>
        <translation>Die Datei mit Ihren Entwürfen und Nachrichten war verschwunden. Die neueste Kopie ist an ihre Stelle getreten: Was später kam, fehlt.</translation>
    </message>
    <message>
        <source>The file with your drafts and messages was damaged. The newest copy was put in its place: what came later is missing. The damaged file was kept as %1.</source>
        <translation>Die Datei mit Ihren Entwürfen und Nachrichten war beschädigt. Die neueste Kopie ist an ihre Stelle getreten: Was später kam, fehlt. Die beschädigte Datei wurde als %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>The file with your drafts and messages was gone, and there was no copy of it.</source>
        <translation>Die Datei mit Ihren Entwürfen und Nachrichten war verschwunden, und es gab keine Kopie davon.</translation>
    </message>
    <message>
        <source>The file with your drafts and messages was damaged, and nothing of it could be read. It was kept as %1.</source>
        <translation>Die Datei mit Ihren Entwürfen und Nachrichten war beschädigt, und nichts davon war lesbar. Sie wurde als %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>Your drafts and messages are in a folder on the network. They are kept there in a slower, safer way. If the network fails while something is written, it may be lost: a folder on a disk of this computer is better.</source>
        <translation>Entwürfe und Nachrichten liegen in einem Ordner im Netzwerk. Sie werden dort langsamer, aber sicherer gespeichert. Fällt das Netzwerk beim Schreiben aus, kann etwas verloren gehen: Besser ist ein Ordner auf einem Datenträger dieses Computers.</translation>
    </message>
    <message>
        <source>Your drafts and messages are in a folder that another program copies to other places. They are kept there in a slower, safer way. Copies made while something is written may be damaged: a folder that is not copied is better.</source>
        <translation>Entwürfe und Nachrichten liegen in einem Ordner, den ein anderes Programm an andere Orte kopiert. Sie werden dort langsamer, aber sicherer gespeichert. Kopien, die während des Schreibens entstehen, können beschädigt sein: Besser ist ein Ordner, der nicht kopiert wird.</translation>
    </message>
</context>
<context>
    <name>desk::TableWindow</name>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>Zeilen filtern</translation>
    </message>
    <message>
        <source>Copy cells</source>
        <translation>Zellen kopieren</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>The selected cells, or the whole table</source>
        <translation>Die ausgewählten Zellen oder die ganze Tabelle</translation>
    </message>
    <message>
        <source>&amp;Save as CSV…</source>
        <translation>Als &amp;CSV speichern…</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <extracomment>How many rows the filter leaves</extracomment>
        <translation>
            <numerusform>Eine Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n rows</source>
        <translation>
            <numerusform>%1 von einer Zeile</numerusform>
            <numerusform>%1 von %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Select the whole table</source>
        <translation>Die ganze Tabelle auswählen</translation>
    </message>
</context>
<context>
    <name>desk::TagsDialog</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n conversations. They are kept on this computer only.</source>
        <translation>
            <numerusform>Schlagwörter einer Unterhaltung. Sie bleiben nur auf diesem Rechner.</numerusform>
            <numerusform>Schlagwörter von %n Unterhaltungen. Sie bleiben nur auf diesem Rechner.</numerusform>
        </translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Neues Schlagwort</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
</context>
<context>
    <name>desk::TeamServerDialog</name>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Enter a name for this profile.</source>
        <translation>Einen Namen für dieses Profil eingeben.</translation>
    </message>
    <message>
        <source>There is already a profile of this name.</source>
        <translation>Ein Profil mit diesem Namen gibt es schon.</translation>
    </message>
    <message>
        <source>A code by e-mail</source>
        <translation>Ein Code per E-Mail</translation>
    </message>
    <message>
        <source>The browser</source>
        <translation>Der Browser</translation>
    </message>
    <message>
        <source>A code typed on another device</source>
        <translation>Ein Code, auf einem anderen Gerät eingegeben</translation>
    </message>
    <message>
        <source>An access token</source>
        <translation>Ein Zugangstoken</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
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
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Magenta</source>
        <translation>Magenta</translation>
    </message>
    <message>
        <source>Enter the address of the sign-in service. Whoever runs the server knows it.</source>
        <translation>Geben Sie die Adresse des Anmeldedienstes ein. Der Betreiber des Servers kennt sie.</translation>
    </message>
    <message>
        <source>Enter the ID this program has at the sign-in service. Whoever runs the service knows it.</source>
        <translation>Geben Sie die ID ein, die dieses Programm beim Anmeldedienst hat. Der Betreiber des Dienstes kennt sie.</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Eine andere</translation>
    </message>
    <message>
        <source>Your certificate</source>
        <translation>Ihr Zertifikat</translation>
    </message>
    <message>
        <source>Where the team keeps files. Without it, files can be attached only where the agent server takes them itself. Whoever runs the server knows it.</source>
        <translation>Wo das Team Dateien ablegt. Ohne ihn lassen sich Dateien nur anhängen, wo der Agentenserver sie selbst annimmt. Wer den Server betreibt, kennt sie.</translation>
    </message>
</context>
<context>
    <name>desk::TemplateMode</name>
    <message>
        <source>“%1”: field %2 of %3. Tab goes on, Escape leaves the fields.</source>
        <translation>„%1“: Feld %2 von %3. Tab geht weiter, Esc verlässt die Felder.</translation>
    </message>
</context>
<context>
    <name>desk::TerminalItem</name>
    <message>
        <source>Start</source>
        <comment>where a workflow begins</comment>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>End</source>
        <comment>where a workflow ends</comment>
        <translation>Ende</translation>
    </message>
</context>
<context>
    <name>desk::Thumbnails</name>
    <message>
        <source>It is no longer on this computer where it was sent from.</source>
        <translation>Sie liegt auf diesem Computer nicht mehr dort, von wo sie gesendet wurde.</translation>
    </message>
    <message>
        <source>It was changed after it was sent.</source>
        <translation>Sie wurde nach dem Senden geändert.</translation>
    </message>
    <message>
        <source>It is too large to be shown here.</source>
        <translation>Sie ist zu groß, um hier gezeigt zu werden.</translation>
    </message>
    <message>
        <source>It cannot be read.</source>
        <translation>Sie kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>desk::TlsRules</name>
    <message>
        <source>%1 does not have the key that your company expects of it. Nothing was sent.</source>
        <translation>%1 hat nicht den Schlüssel, den Ihr Unternehmen erwartet. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Tell your IT department: either the server&apos;s key was changed, or somebody is in between.</source>
        <translation>Sagen Sie es Ihrer IT-Abteilung: Entweder wurde der Schlüssel des Servers gewechselt, oder jemand ist dazwischen.</translation>
    </message>
</context>
<context>
    <name>desk::TokenSignIn</name>
    <message>
        <source>This is not an access token.</source>
        <translation>Das ist kein Zugangstoken.</translation>
    </message>
    <message>
        <source>Copy it again: it is one long word without spaces.</source>
        <translation>Noch einmal kopieren: Es ist ein langes Wort ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>%1 knows this token but does not let it in.</source>
        <comment>%1 host</comment>
        <translation>%1 kennt dieses Token, lässt es aber nicht zu.</translation>
    </message>
    <message>
        <source>Ask your administrator for the right to use it.</source>
        <translation>Bei der Administration das Recht dazu erbitten.</translation>
    </message>
    <message>
        <source>%1 does not accept this token.</source>
        <comment>%1 host</comment>
        <translation>%1 nimmt dieses Token nicht an.</translation>
    </message>
    <message>
        <source>It may have expired, or be for another server. Ask for a new one.</source>
        <translation>Es ist vielleicht abgelaufen oder gehört zu einem anderen Server. Ein neues anfordern.</translation>
    </message>
</context>
<context>
    <name>desk::ToolApproval</name>
    <message>
        <source>This call was answered already; the first answer counts.</source>
        <translation>Dieser Aufruf wurde schon beantwortet; die erste Antwort gilt.</translation>
    </message>
    <message>
        <source>The answer came too late: the tool was not run.</source>
        <translation>Die Antwort kam zu spät: Das Werkzeug wurde nicht ausgeführt.</translation>
    </message>
    <message>
        <source>What is asked has changed since it was shown. The answer does not count: look at what is asked now.</source>
        <translation>Was gefragt wird, hat sich seit der Anzeige geändert. Die Antwort gilt nicht: ansehen, was jetzt gefragt wird.</translation>
    </message>
    <message>
        <source>Nothing waits for this answer any more.</source>
        <translation>Auf diese Antwort wartet nichts mehr.</translation>
    </message>
</context>
<context>
    <name>desk::ToolCasesPane</name>
    <message>
        <source>Run the test</source>
        <translation>Test ausführen</translation>
    </message>
    <message>
        <source>What is different…</source>
        <translation>Was anders ist …</translation>
    </message>
    <message>
        <source>Expect this from now on</source>
        <translation>Künftig dies erwarten</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Test cases</source>
        <translation>Testfälle</translation>
    </message>
    <message>
        <source>Enter runs the test case for real</source>
        <translation>Die Eingabetaste führt den Testfall wirklich aus</translation>
    </message>
    <message>
        <source>Name of the test case</source>
        <translation>Name des Testfalls</translation>
    </message>
    <message>
        <source>%1: not ended yet</source>
        <comment>a test case</comment>
        <translation>%1: noch nicht beendet</translation>
    </message>
    <message>
        <source>%1: no result</source>
        <comment>a test case</comment>
        <translation>%1: kein Ergebnis</translation>
    </message>
    <message>
        <source>%1: as expected</source>
        <comment>a test case</comment>
        <translation>%1: wie erwartet</translation>
    </message>
    <message>
        <source>%1: different from what is expected</source>
        <comment>a test case</comment>
        <translation>%1: anders als erwartet</translation>
    </message>
    <message>
        <source>Not kept, to be entered in the form and run there: %1</source>
        <comment>names of secrets</comment>
        <translation>Nicht gesichert, im Formular einzugeben und dort auszuführen: %1</translation>
    </message>
    <message>
        <source>“%1” is being run.</source>
        <comment>a test case</comment>
        <translation>„%1“ wird ausgeführt.</translation>
    </message>
    <message>
        <source>The test was not started: the tool is running or cannot be run, or its form no longer takes this input.</source>
        <translation>Der Test wurde nicht gestartet: Das Werkzeug läuft oder kann nicht ausgeführt werden, oder sein Formular nimmt diese Eingabe nicht mehr an.</translation>
    </message>
    <message>
        <source>%1: what is different</source>
        <comment>a test case</comment>
        <translation>%1: was anders ist</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Gekommen</translation>
    </message>
    <message>
        <source>From now on this is expected.</source>
        <translation>Künftig wird dies erwartet.</translation>
    </message>
    <message>
        <source>This run is too long to be kept as a test case.</source>
        <translation>Dieser Lauf ist zu lang, um als Testfall gesichert zu werden.</translation>
    </message>
    <message>
        <source>There are as many test cases of this tool as can be kept.</source>
        <translation>Von diesem Werkzeug gibt es schon so viele Testfälle, wie gesichert werden können.</translation>
    </message>
    <message>
        <source>Something in the output looks like a secret. It is left out of the test case.</source>
        <translation>Etwas in der Ausgabe sieht wie ein Geheimnis aus. Es wird im Testfall ausgelassen.</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of the input look like a secret. They are left out of the test case and have to be entered each time it is run.</source>
        <translation>
            <numerusform>%n Wert der Eingabe sieht wie ein Geheimnis aus. Er wird im Testfall ausgelassen und ist bei jedem Ausführen neu einzugeben.</numerusform>
            <numerusform>%n Werte der Eingabe sehen wie Geheimnisse aus. Sie werden im Testfall ausgelassen und sind bei jedem Ausführen neu einzugeben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep it without what looks secret?</source>
        <translation>Ohne das sichern, was geheim aussieht?</translation>
    </message>
    <message>
        <source>Keep without</source>
        <translation>Ohne sichern</translation>
    </message>
    <message>
        <source>It was not kept.</source>
        <translation>Es wurde nicht gesichert.</translation>
    </message>
    <message>
        <source>Kept as a test case.</source>
        <translation>Als Testfall gesichert.</translation>
    </message>
    <message>
        <source>Remove this test case?</source>
        <translation>Diesen Testfall entfernen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>desk::ToolComparison</name>
    <message>
        <source>Input and output are the same.</source>
        <translation>Eingabe und Ausgabe sind gleich.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Input</source>
        <comment>of a tool</comment>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Outcome</source>
        <comment>of a tool</comment>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>No result</source>
        <translation>Kein Ergebnis</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>a run of a tool</comment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Output</source>
        <comment>of a tool</comment>
        <translation>Ausgabe</translation>
    </message>
</context>
<context>
    <name>desk::ToolConfigPane</name>
    <message>
        <source>%1: saved.</source>
        <translation>%1: gespeichert.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>The agent</source>
        <translation>Der Agent</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Your own settings come first, then those of the agent, then those for everybody. The first of them that holds anything counts as a whole.</source>
        <translation>Zuerst kommen Ihre eigenen Einstellungen, dann die des Agenten, dann die für alle. Die erste davon, die etwas enthält, gilt als Ganzes.</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Agent whose settings are shown</source>
        <translation>Agent, dessen Einstellungen gezeigt werden</translation>
    </message>
    <message>
        <source>Settings of the tool</source>
        <translation>Einstellungen des Werkzeugs</translation>
    </message>
    <message>
        <source>%1: switched on</source>
        <comment>whom it is for</comment>
        <translation>%1: eingeschaltet</translation>
    </message>
    <message>
        <source>Clear yours and use what is inherited…</source>
        <translation>Ihre löschen und die geerbten benutzen…</translation>
    </message>
    <message>
        <source>Clear the agent&apos;s and use what is inherited…</source>
        <translation>Die des Agenten löschen und die geerbten benutzen…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>The settings are being read…</source>
        <translation>Die Einstellungen werden gelesen…</translation>
    </message>
    <message>
        <source>The settings are not known.</source>
        <translation>Die Einstellungen sind nicht bekannt.</translation>
    </message>
    <message>
        <source>Nothing is set: the tool works as it comes.</source>
        <translation>Es ist nichts eingestellt: Das Werkzeug arbeitet, wie es kommt.</translation>
    </message>
    <message>
        <source>What counts now: %1</source>
        <translation>Was jetzt gilt: %1</translation>
    </message>
    <message>
        <source>Not set here</source>
        <translation>Hier nicht gesetzt</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Gilt</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>This is for everybody on this server.</source>
        <translation>Das gilt für alle auf diesem Server.</translation>
    </message>
    <message>
        <source>Nothing is set here yet. With its own switch this level no longer uses the settings of a wider one, its keys included.</source>
        <translation>Hier ist noch nichts eingestellt. Mit einem eigenen Schalter benutzt diese Ebene die Einstellungen einer weiteren nicht mehr, auch deren Schlüssel nicht.</translation>
    </message>
    <message>
        <source>Switch the tool on?</source>
        <translation>Das Werkzeug einschalten?</translation>
    </message>
    <message>
        <source>Switch the tool off?</source>
        <translation>Das Werkzeug ausschalten?</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Clear these settings?</source>
        <translation>Diese Einstellungen löschen?</translation>
    </message>
    <message>
        <source>%1: everything that is set here is removed, keys included. What is inherited counts then.</source>
        <translation>%1: Alles, was hier eingestellt ist, wird entfernt, auch Schlüssel. Dann gilt, was geerbt ist.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>This server keeps no settings for this tool.</source>
        <translation>Dieser Server bewahrt keine Einstellungen für dieses Werkzeug auf.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>whose settings: what went wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Test key…</source>
        <translation>Schlüssel testen …</translation>
    </message>
    <message>
        <source>Test the key of %1…</source>
        <comment>a provider</comment>
        <translation>Schlüssel von %1 testen …</translation>
    </message>
</context>
<context>
    <name>desk::ToolConfigs</name>
    <message>
        <source>The server did not keep the change, or somebody changed the same settings at the same moment.</source>
        <translation>Der Server hat die Änderung nicht behalten, oder jemand hat dieselben Einstellungen im selben Augenblick geändert.</translation>
    </message>
    <message>
        <source>What is shown now is what the server holds.</source>
        <translation>Gezeigt wird jetzt, was der Server hat.</translation>
    </message>
</context>
<context>
    <name>desk::ToolDetail</name>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>The server does not tell what goes into this tool and what comes out.</source>
        <translation>Der Server sagt nicht, was in dieses Werkzeug hineingeht und was herauskommt.</translation>
    </message>
    <message>
        <source>Parts of the tool</source>
        <translation>Teile des Werkzeugs</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>Versionen…</translation>
    </message>
</context>
<context>
    <name>desk::ToolEditor</name>
    <message>
        <source>&amp;Active: agents may be offered this tool</source>
        <translation>&amp;Aktiv: Agenten kann dieses Werkzeug angeboten werden</translation>
    </message>
    <message>
        <source>New tool</source>
        <translation>Neues Werkzeug</translation>
    </message>
    <message>
        <source>Edit the tool</source>
        <translation>Werkzeug bearbeiten</translation>
    </message>
    <message>
        <source>module.path:function</source>
        <translation>modul.pfad:funktion</translation>
    </message>
    <message>
        <source>For example: data:read, search:read</source>
        <translation>Zum Beispiel: data:read, search:read</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>Besch&amp;reibung</translation>
    </message>
    <message>
        <source>&amp;Entrypoint</source>
        <translation>&amp;Einstiegspunkt</translation>
    </message>
    <message>
        <source>Sc&amp;opes</source>
        <translation>Be&amp;rechtigungen</translation>
    </message>
    <message>
        <source>Sche&amp;ma, as JSON</source>
        <translation>Sche&amp;ma, als JSON</translation>
    </message>
    <message>
        <source>There is a tool of this name already.</source>
        <translation>Es gibt schon ein Werkzeug dieses Namens.</translation>
    </message>
    <message>
        <source>What was sent before has not been answered yet. Please try again in a moment.</source>
        <translation>Was zuvor gesendet wurde, ist noch nicht beantwortet. Bitte versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Close without saving?</source>
        <translation>Schließen, ohne zu speichern?</translation>
    </message>
    <message>
        <source>What you changed in this tool will be lost.</source>
        <translation>Was Sie an diesem Werkzeug geändert haben, geht verloren.</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Schließen, ohne zu speichern</translation>
    </message>
</context>
<context>
    <name>desk::ToolFacts</name>
    <message>
        <source>data documents and their records</source>
        <translation>Datensammlungen und ihre Einträge</translation>
    </message>
    <message>
        <source>the documents that are searched</source>
        <translation>die Dokumente, die durchsucht werden</translation>
    </message>
    <message>
        <source>the knowledge graph</source>
        <translation>den Wissensgraphen</translation>
    </message>
    <message>
        <source>pictures and sound</source>
        <translation>Bild und Ton</translation>
    </message>
    <message>
        <source>%1: the tool reads %2</source>
        <translation>%1: Das Werkzeug liest %2</translation>
    </message>
    <message>
        <source>%1: the tool makes or changes %2</source>
        <translation>%1: Das Werkzeug legt an oder ändert %2</translation>
    </message>
    <message>
        <source>%1: not explained by the server</source>
        <comment>a scope</comment>
        <translation>%1: vom Server nicht erklärt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>MCP server</source>
        <translation>MCP-Server</translation>
    </message>
    <message>
        <source>Entrypoint</source>
        <translation>Einstiegspunkt</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>None: the tool needs no permission of its own</source>
        <translation>Keine: Das Werkzeug braucht keine eigene Berechtigung</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>No agent that you can see uses this tool.</source>
        <translation>Kein Agent, den Sie sehen können, benutzt dieses Werkzeug.</translation>
    </message>
    <message>
        <source>Used by %L1 agents. The first %L2 of them:</source>
        <translation>Von %L1 Agenten benutzt. Die ersten %L2 davon:</translation>
    </message>
    <message numerus="yes">
        <source>Used by %n agent(s):</source>
        <translation>
            <numerusform>Von %n Agenten benutzt:</numerusform>
            <numerusform>Von %n Agenten benutzt:</numerusform>
        </translation>
    </message>
    <message>
        <source>Show this agent</source>
        <translation>Diesen Agenten zeigen</translation>
    </message>
</context>
<context>
    <name>desk::ToolInspector</name>
    <message>
        <source>Tool: %1</source>
        <translation>Werkzeug: %1</translation>
    </message>
    <message>
        <source>&amp;Input</source>
        <translation>&amp;Eingabe</translation>
    </message>
    <message>
        <source>P&amp;roblem</source>
        <translation>P&amp;roblem</translation>
    </message>
    <message>
        <source>&amp;Output</source>
        <translation>Aus&amp;gabe</translation>
    </message>
    <message>
        <source>Run a&amp;gain</source>
        <translation>Erneut &amp;ausführen</translation>
    </message>
</context>
<context>
    <name>desk::ToolKeyTest</name>
    <message>
        <source>&amp;Test…</source>
        <translation>&amp;Testen …</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>Abbreche&amp;n</translation>
    </message>
    <message>
        <source>Test the key of %1</source>
        <comment>a provider</comment>
        <translation>Schlüssel von %1 testen</translation>
    </message>
    <message>
        <source>The tool runs for real, on the server, with %1 as its only provider. It may cost something.</source>
        <translation>Das Werkzeug läuft wirklich, auf dem Server, mit %1 als einzigem Anbieter. Es kann etwas kosten.</translation>
    </message>
    <message>
        <source>Input of the tool, as JSON</source>
        <translation>Eingabe des Werkzeugs als JSON</translation>
    </message>
    <message>
        <source>The key is being tested</source>
        <translation>Der Schlüssel wird getestet</translation>
    </message>
    <message>
        <source>&amp;Key to be tested</source>
        <translation>Zu testender &amp;Schlüssel</translation>
    </message>
    <message>
        <source>Key to be tested</source>
        <translation>Zu testender Schlüssel</translation>
    </message>
    <message>
        <source>Empty: the one that is configured</source>
        <translation>Leer: der eingerichtete</translation>
    </message>
    <message>
        <source>None is configured</source>
        <translation>Keiner ist eingerichtet</translation>
    </message>
    <message>
        <source>A key that is typed here is tested and not kept.</source>
        <translation>Ein hier eingegebener Schlüssel wird getestet und nicht gesichert.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Input that is sent: %1</source>
        <translation>Eingabe, die gesendet wird: %1</translation>
    </message>
    <message>
        <source>There is no key to be tested yet.</source>
        <translation>Es gibt noch keinen Schlüssel zum Testen.</translation>
    </message>
    <message>
        <source>The key of %1 is being tested…</source>
        <translation>Der Schlüssel von %1 wird getestet …</translation>
    </message>
    <message>
        <source>The server asks before it starts a program.</source>
        <translation>Der Server fragt, bevor er ein Programm startet.</translation>
    </message>
    <message>
        <source>Run the tool for real?</source>
        <translation>Das Werkzeug wirklich ausführen?</translation>
    </message>
    <message>
        <source>It is run once on the server, with %1 as its only provider: what it does, sends or costs happens.</source>
        <translation>Es wird einmal auf dem Server ausgeführt, mit %1 als einzigem Anbieter: Was es tut, sendet oder kostet, geschieht.</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Refused: nothing was started.</source>
        <translation>Abgelehnt: Nichts wurde gestartet.</translation>
    </message>
    <message>
        <source>Not waited for any longer. The server may finish what the tool began.</source>
        <translation>Es wird nicht länger gewartet. Der Server beendet womöglich, was das Werkzeug begonnen hat.</translation>
    </message>
    <message>
        <source>%1 could not be tested. %2</source>
        <comment>a provider: why</comment>
        <translation>%1 konnte nicht getestet werden. %2</translation>
    </message>
    <message>
        <source>It works: %1 answered after %2.</source>
        <comment>a provider, time</comment>
        <translation>Es funktioniert: %1 hat nach %2 geantwortet.</translation>
    </message>
    <message>
        <source>%1 answered after %2, but not alone: %3. The server did not test it by itself.</source>
        <comment>a provider, time, providers</comment>
        <translation>%1 hat nach %2 geantwortet, aber nicht allein: %3. Der Server hat ihn nicht für sich getestet.</translation>
    </message>
    <message>
        <source>The tool answered after %2, but the server does not tell which provider did: it may have ignored that only %1 was to be used. Nothing certain is known of the key.</source>
        <comment>a provider, time</comment>
        <translation>Das Werkzeug hat nach %2 geantwortet, aber der Server nennt den Anbieter nicht: Vielleicht hat er nicht beachtet, dass nur %1 zu verwenden war. Über den Schlüssel ist nichts Sicheres bekannt.</translation>
    </message>
    <message>
        <source>The tool answered after %2, but not by %1: %3. The server ignored that only %1 was to be used, or it gave no answer.</source>
        <comment>a provider, time, providers</comment>
        <translation>Das Werkzeug hat nach %2 geantwortet, aber nicht durch %1: %3. Der Server hat nicht beachtet, dass nur %1 zu verwenden war, oder von dort kam keine Antwort.</translation>
    </message>
    <message>
        <source>It does not work: the tool failed after %2 with %1, and does not say why.</source>
        <comment>a provider, time</comment>
        <translation>Es funktioniert nicht: Das Werkzeug ist mit %1 nach %2 fehlgeschlagen und sagt nicht, warum.</translation>
    </message>
    <message>
        <source>It does not work: the tool failed after %2 with %1. %3</source>
        <comment>a provider, time, why</comment>
        <translation>Es funktioniert nicht: Das Werkzeug ist mit %1 nach %2 fehlgeschlagen. %3</translation>
    </message>
</context>
<context>
    <name>desk::ToolLaunch</name>
    <message>
        <source>This version names no tool server: the tool server goes when this is saved.</source>
        <translation>Diese Version nennt keinen Werkzeugserver: Er entfällt beim Speichern.</translation>
    </message>
    <message>
        <source>The tool server comes from this version: %1</source>
        <translation>Der Werkzeugserver kommt aus dieser Version: %1</translation>
    </message>
    <message>
        <source>The tool server calls the tool by its own name, as in this version.</source>
        <translation>Der Werkzeugserver nennt das Werkzeug bei dessen eigenem Namen, wie in dieser Version.</translation>
    </message>
    <message>
        <source>The tool server calls the tool as in this version: %1</source>
        <translation>Der Werkzeugserver nennt das Werkzeug wie in dieser Version: %1</translation>
    </message>
    <message>
        <source>Left out, since their values are not known for this program: %1</source>
        <comment>names of variables</comment>
        <translation>Ausgelassen, weil ihre Werte für dieses Programm nicht bekannt sind: %1</translation>
    </message>
</context>
<context>
    <name>desk::ToolListModel</name>
    <message>
        <source>Built in</source>
        <translation>Eingebaut</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigenes</translation>
    </message>
    <message>
        <source>MCP</source>
        <translation>MCP</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inaktiv</translation>
    </message>
    <message numerus="yes">
        <source>used by %n agent(s)</source>
        <translation>
            <numerusform>von %n Agenten benutzt</numerusform>
            <numerusform>von %n Agenten benutzt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>tool: what it is</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>desk::ToolPlayground</name>
    <message>
        <source>Use this input again</source>
        <translation>Diese Eingabe wieder benutzen</translation>
    </message>
    <message>
        <source>Runs of this session</source>
        <translation>Läufe dieser Sitzung</translation>
    </message>
    <message>
        <source>%1, %2 With %3</source>
        <comment>time, what came of it, input</comment>
        <translation>%1, %2 Mit %3</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen …</translation>
    </message>
    <message>
        <source>Save as test case…</source>
        <translation>Als Testfall sichern …</translation>
    </message>
    <message>
        <source>Two runs are chosen in the list, with Shift or Ctrl</source>
        <translation>Zwei Läufe werden in der Liste mit Umschalt oder Strg gewählt</translation>
    </message>
    <message>
        <source>Two runs of %1</source>
        <comment>a tool</comment>
        <translation>Zwei Läufe von %1</translation>
    </message>
</context>
<context>
    <name>desk::ToolPort</name>
    <message>
        <source>Agents use it: %1.</source>
        <translation>Agenten verwenden es: %1.</translation>
    </message>
    <message>
        <source>Take it away from these agents, then undo it again.</source>
        <translation>Es diesen Agenten zuerst wegnehmen, dann noch einmal rückgängig machen.</translation>
    </message>
    <message>
        <source>This tool comes with the other server. It cannot be made here.</source>
        <translation>Dieses Werkzeug gehört zum anderen Server. Hier lässt es sich nicht anlegen.</translation>
    </message>
    <message>
        <source>It starts a program on this server. Look at what it starts before it is used.</source>
        <translation>Es startet ein Programm auf diesem Server. Vor der Verwendung ansehen, was es startet.</translation>
    </message>
    <message>
        <source>If this is undone, a server may refuse a new tool of the same name.</source>
        <translation>Nach dem Rückgängigmachen lehnt mancher Server ein neues Werkzeug desselben Namens ab.</translation>
    </message>
</context>
<context>
    <name>desk::ToolPromotion</name>
    <message>
        <source>No program is needed there.</source>
        <translation>Dort ist kein Programm nötig.</translation>
    </message>
    <message>
        <source>Programs and functions that have to exist there: %1</source>
        <translation>Programme und Funktionen, die es dort geben muss: %1</translation>
    </message>
    <message>
        <source>The configuration does not go along. Enter it there.</source>
        <translation>Die Konfiguration geht nicht mit. Sie ist dort einzugeben.</translation>
    </message>
</context>
<context>
    <name>desk::ToolRun</name>
    <message>
        <source>The server does not have this tool any more, or does not run tools by themselves.</source>
        <translation>Der Server hat dieses Werkzeug nicht mehr oder führt Werkzeuge nicht einzeln aus.</translation>
    </message>
    <message>
        <source>The server did not say which tool it was.</source>
        <translation>Der Server hat nicht gesagt, welches Werkzeug es war.</translation>
    </message>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Es gibt keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>This server has no tool of this name that can be run by itself.</source>
        <translation>Dieser Server hat kein Werkzeug dieses Namens, das sich einzeln ausführen lässt.</translation>
    </message>
    <message>
        <source>Another account was opened.</source>
        <translation>Ein anderes Konto wurde geöffnet.</translation>
    </message>
</context>
<context>
    <name>desk::ToolRunPanel</name>
    <message>
        <source>R&amp;un</source>
        <translation>A&amp;usführen</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>The tool runs for real, on the server, with everything that follows from it: what it writes, sends or costs happens once more.</source>
        <translation>Das Werkzeug läuft wirklich, auf dem Server, mit allem, was daraus folgt: Was es schreibt, sendet oder kostet, geschieht noch einmal.</translation>
    </message>
    <message>
        <source>Input of the tool, as JSON</source>
        <translation>Eingabe des Werkzeugs, als JSON</translation>
    </message>
    <message>
        <source>The tool is running</source>
        <translation>Das Werkzeug läuft</translation>
    </message>
    <message>
        <source>The input of the call is too long to be edited here. It can be saved on its own page.</source>
        <translation>Die Eingabe des Aufrufs ist zu lang, um hier bearbeitet zu werden. Auf ihrer eigenen Seite kann sie gespeichert werden.</translation>
    </message>
    <message>
        <source>Run the tool (%1)</source>
        <translation>Das Werkzeug ausführen (%1)</translation>
    </message>
    <message>
        <source>The tool is running on the server…</source>
        <translation>Das Werkzeug läuft auf dem Server …</translation>
    </message>
    <message>
        <source>Not waited for any longer. The server may finish what the tool began.</source>
        <translation>Es wird nicht länger gewartet. Der Server führt vielleicht zu Ende, was das Werkzeug begonnen hat.</translation>
    </message>
    <message>
        <source>The tool could not be run. %1</source>
        <translation>Das Werkzeug konnte nicht ausgeführt werden. %1</translation>
    </message>
    <message>
        <source>It may have run all the same.</source>
        <translation>Es kann trotzdem gelaufen sein.</translation>
    </message>
    <message>
        <source>Done after %1.</source>
        <translation>Fertig nach %1.</translation>
    </message>
    <message>
        <source>The tool failed after %1, and does not say why.</source>
        <translation>Das Werkzeug ist nach %1 gescheitert und sagt nicht, warum.</translation>
    </message>
    <message>
        <source>The tool failed after %1: %2</source>
        <translation>Das Werkzeug ist nach %1 gescheitert: %2</translation>
    </message>
    <message>
        <source>The tool runs for real, on the server, with everything that follows from it: what it writes, sends or costs happens.</source>
        <translation>Das Werkzeug läuft wirklich, auf dem Server, mit allem, was daraus folgt: Was es schreibt, sendet oder kostet, geschieht.</translation>
    </message>
    <message>
        <source>The server asks before it starts a program.</source>
        <translation>Der Server fragt, bevor er ein Programm startet.</translation>
    </message>
    <message>
        <source>Refused: nothing was started.</source>
        <translation>Abgelehnt: Es wurde nichts gestartet.</translation>
    </message>
</context>
<context>
    <name>desk::ToolStepSection</name>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>Arguments, as JSON</source>
        <translation>Argumente als JSON</translation>
    </message>
    <message>
        <source>The step holds arguments that are no object. They are kept until others are written.</source>
        <translation>Die Argumente des Schritts sind kein Objekt. Sie bleiben, bis andere geschrieben werden.</translation>
    </message>
    <message>
        <source>Choose a tool.</source>
        <translation>Ein Werkzeug wählen.</translation>
    </message>
    <message>
        <source>On the team server only the ten tools of the list work in workflows; with another one the step fails.</source>
        <translation>Auf dem Teamserver arbeiten in Arbeitsabläufen nur die zehn Werkzeuge der Liste; mit einem anderen scheitert der Schritt.</translation>
    </message>
    <message>
        <source>The server knows no tool of this name. It is kept.</source>
        <translation>Der Server kennt kein Werkzeug dieses Namens. Es bleibt erhalten.</translation>
    </message>
</context>
<context>
    <name>desk::ToolStore</name>
    <message>
        <source>Somebody else changed the same part of this tool in the meantime. Nothing was saved.</source>
        <translation>Jemand anderes hat inzwischen denselben Teil dieses Werkzeugs geändert. Es wurde nichts gespeichert.</translation>
    </message>
</context>
<context>
    <name>desk::ToolWords</name>
    <message>
        <source>searching documents</source>
        <translation>Dokumente durchsuchen</translation>
    </message>
    <message>
        <source>searching the web</source>
        <translation>im Web suchen</translation>
    </message>
    <message>
        <source>reading web pages</source>
        <translation>Webseiten lesen</translation>
    </message>
    <message>
        <source>asking tables</source>
        <translation>Tabellen befragen</translation>
    </message>
    <message>
        <source>calculating</source>
        <translation>rechnen</translation>
    </message>
    <message>
        <source>telling the time</source>
        <translation>die Uhrzeit nennen</translation>
    </message>
    <message>
        <source>reading attached files</source>
        <translation>angehängte Dateien lesen</translation>
    </message>
    <message>
        <source>looking up the weather</source>
        <translation>das Wetter nachschlagen</translation>
    </message>
    <message>
        <source>writing down speech</source>
        <translation>Gesprochenes aufschreiben</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <extracomment>The last part of a list of tools that is too long to be named whole</extracomment>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ToolsPage</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Search tools</source>
        <translation>Werkzeuge suchen</translation>
    </message>
    <message>
        <source>New tool…</source>
        <translation>Neues Werkzeug…</translation>
    </message>
    <message>
        <source>No tools</source>
        <translation>Keine Werkzeuge</translation>
    </message>
    <message>
        <source>This server offers none to you.</source>
        <translation>Dieser Server bietet Ihnen keine an.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>Which tools are shown</source>
        <translation>Welche Werkzeuge gezeigt werden</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Eingebaut</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigenes</translation>
    </message>
    <message>
        <source>MCP</source>
        <translation>MCP</translation>
    </message>
    <message>
        <source>No tool matches the search.</source>
        <translation>Kein Werkzeug passt zur Suche.</translation>
    </message>
    <message numerus="yes">
        <source>%n tool(s)</source>
        <translation>
            <numerusform>%n Werkzeug</numerusform>
            <numerusform>%n Werkzeuge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n aktiv</numerusform>
            <numerusform>%n aktiv</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n built in</source>
        <translation>
            <numerusform>%n eingebaut</numerusform>
            <numerusform>%n eingebaut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n custom</source>
        <translation>
            <numerusform>%n eigenes</numerusform>
            <numerusform>%n eigene</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>%1 is removed for everybody on this server. Its name cannot be used again.</source>
        <translation>%1 wird für alle auf diesem Server entfernt. Der Name kann nicht wieder benutzt werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s) use it.</source>
        <translation>
            <numerusform>%n Agent benutzt es.</numerusform>
            <numerusform>%n Agenten benutzen es.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete this tool?</source>
        <translation>Dieses Werkzeug löschen?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>The tool was not deleted: %1 still use it.</source>
        <comment>names of agents</comment>
        <translation>Das Werkzeug wurde nicht gelöscht: %1 benutzen es noch.</translation>
    </message>
    <message>
        <source>Take it away from these agents first.</source>
        <translation>Nehmen Sie es diesen Agenten zuerst weg.</translation>
    </message>
    <message>
        <source>Only tools that were made here can be changed.</source>
        <translation>Nur Werkzeuge, die hier gemacht wurden, können geändert werden.</translation>
    </message>
    <message>
        <source>This tool is not on the server any more.</source>
        <translation>Dieses Werkzeug ist nicht mehr auf dem Server.</translation>
    </message>
    <message>
        <source>A tool is being edited. Save it or close it first.</source>
        <translation>Ein Werkzeug wird gerade bearbeitet. Es zuerst speichern oder schließen.</translation>
    </message>
</context>
<context>
    <name>desk::ToolsSection</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Search tools</source>
        <translation>Werkzeuge suchen</translation>
    </message>
    <message>
        <source>Not offered by this server</source>
        <translation>Von diesem Server nicht angeboten</translation>
    </message>
    <message>
        <source>No tool matches the search.</source>
        <translation>Kein Werkzeug passt zur Suche.</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Search scopes</source>
        <translation>Berechtigungen suchen</translation>
    </message>
    <message>
        <source>Added by hand</source>
        <translation>Von Hand hinzugefügt</translation>
    </message>
    <message>
        <source>No scope matches the search.</source>
        <translation>Keine Berechtigung passt zur Suche.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>T&amp;ools</source>
        <translation>Werk&amp;zeuge</translation>
    </message>
    <message>
        <source>Scopes: what it ma&amp;y reach in a person’s name</source>
        <translation>Berechtigungen: was er im Namen einer Person erre&amp;ichen darf</translation>
    </message>
    <message>
        <source>Another scope, for example data:read</source>
        <translation>Weitere Berechtigung, zum Beispiel data:read</translation>
    </message>
    <message>
        <source>Another scope</source>
        <translation>Weitere Berechtigung</translation>
    </message>
    <message>
        <source>Add the scope</source>
        <translation>Die Berechtigung hinzufügen</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>needs %1</source>
        <comment>scopes</comment>
        <translation>braucht %1</translation>
    </message>
    <message>
        <source>The server did not say which tools it has. What was chosen stays.</source>
        <translation>Der Server hat nicht gesagt, welche Werkzeuge er hat. Was ausgewählt war, bleibt.</translation>
    </message>
    <message>
        <source>For %1</source>
        <comment>tools</comment>
        <translation>Für %1</translation>
    </message>
    <message>
        <source>you have it</source>
        <translation>Sie haben sie</translation>
    </message>
</context>
<context>
    <name>desk::TraceWindow</name>
    <message>
        <source>Raw trace</source>
        <translation>Rohe Aufzeichnung</translation>
    </message>
    <message numerus="yes">
        <source>%n events, in the order the server sent them.</source>
        <translation>
            <numerusform>%n Ereignis, wie der Server es gesendet hat.</numerusform>
            <numerusform>%n Ereignisse, in der Reihenfolge, in der der Server sie gesendet hat.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is too long is left out.</source>
        <translation>Was zu lang ist, fehlt.</translation>
    </message>
    <message>
        <source>Passwords and keys are replaced.</source>
        <translation>Passwörter und Schlüssel sind ersetzt.</translation>
    </message>
    <message>
        <source>This computer has no record of the events of this answer. What is stored of the message is shown instead.</source>
        <translation>Dieser Computer hat die Ereignisse dieser Antwort nicht aufgezeichnet. Stattdessen wird gezeigt, was von der Nachricht gespeichert ist.</translation>
    </message>
</context>
<context>
    <name>desk::TranscriptModel</name>
    <message>
        <source>You</source>
        <translation>Ich</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>who, time, text</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1, %2, being sent: %3</source>
        <comment>who, time, text</comment>
        <translation>%1, %2, wird gesendet: %3</translation>
    </message>
    <message>
        <source>%1, %2, still writing: %3</source>
        <comment>who, time, text</comment>
        <translation>%1, %2, schreibt noch: %3</translation>
    </message>
    <message>
        <source>%1, %2, stopped: %3</source>
        <comment>who, time, text</comment>
        <translation>%1, %2, angehalten: %3</translation>
    </message>
    <message>
        <source>%1, %2, interrupted: %3</source>
        <comment>who, time, text</comment>
        <translation>%1, %2, unterbrochen: %3</translation>
    </message>
    <message>
        <source>%1, %2, failed: %3</source>
        <comment>who, time, text</comment>
        <translation>%1, %2, fehlgeschlagen: %3</translation>
    </message>
    <message>
        <source>%1, %2, waiting to be sent: %3</source>
        <comment>who, time, text</comment>
        <translation>%1, %2, wartet auf das Senden: %3</translation>
    </message>
    <message>
        <source>%1, %2, not known whether it arrived: %3</source>
        <comment>who, time, text</comment>
        <translation>%1, %2, Ankunft nicht bekannt: %3</translation>
    </message>
    <message numerus="yes">
        <source>%1. %n warnings: %2</source>
        <extracomment>A message as it is read aloud, and what went wrong on the way</extracomment>
        <translation>
            <numerusform>%1. Eine Warnung: %2</numerusform>
            <numerusform>%1. %n Warnungen: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (version %2 of %3)</source>
        <extracomment>A message as a screen reader says it, then which of its versions it is</extracomment>
        <translation>%1 (Version %2 von %3)</translation>
    </message>
    <message>
        <source>%1 (rated good)</source>
        <comment>a message as a screen reader says it</comment>
        <translation>%1 (als gut bewertet)</translation>
    </message>
    <message>
        <source>%1 (rated bad)</source>
        <comment>a message as a screen reader says it</comment>
        <translation>%1 (als schlecht bewertet)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a message, what is in it</comment>
        <extracomment>A message as a screen reader says it, then something that is in it</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <comment>of a message</comment>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tools used</source>
        <comment>for an answer</comment>
        <translation>
            <numerusform>%n Werkzeug benutzt</numerusform>
            <numerusform>%n Werkzeuge benutzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sources</source>
        <comment>of an answer</comment>
        <translation>
            <numerusform>%n Quelle</numerusform>
            <numerusform>%n Quellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::TranscriptView</name>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Up and Down walk through messages, Right and Left through the parts of one. Enter opens a message for reading.</source>
        <translation>Auf und Ab gehen durch die Nachrichten, Rechts und Links durch die Teile einer Nachricht. Eingabe öffnet eine Nachricht zum Lesen.</translation>
    </message>
    <message>
        <source>Jump to newest</source>
        <translation>Zur neuesten springen</translation>
    </message>
    <message>
        <source>Code copied</source>
        <translation>Code kopiert</translation>
    </message>
    <message>
        <source>Message copied</source>
        <translation>Nachricht kopiert</translation>
    </message>
    <message>
        <source>Selection copied</source>
        <translation>Auswahl kopiert</translation>
    </message>
    <message>
        <source>Copy Selection</source>
        <translation>Auswahl kopieren</translation>
    </message>
    <message>
        <source>Copy Message as Markdown</source>
        <translation>Nachricht als Markdown kopieren</translation>
    </message>
    <message>
        <source>Open for Reading</source>
        <translation>Zum Lesen öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n new messages</source>
        <translation>
            <numerusform>Eine neue Nachricht</numerusform>
            <numerusform>%n neue Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>In the tool’s details</source>
        <translation>In den Einzelheiten des Werkzeugs</translation>
    </message>
    <message>
        <source>Table copied</source>
        <translation>Tabelle kopiert</translation>
    </message>
    <message>
        <source>Input copied</source>
        <translation>Eingabe kopiert</translation>
    </message>
    <message>
        <source>Output copied</source>
        <translation>Ausgabe kopiert</translation>
    </message>
    <message>
        <source>Select All Messages</source>
        <translation>Alle Nachrichten auswählen</translation>
    </message>
    <message numerus="yes">
        <source>%n messages selected</source>
        <translation>
            <numerusform>Eine Nachricht ausgewählt</numerusform>
            <numerusform>%n Nachrichten ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages copied</source>
        <translation>
            <numerusform>Eine Nachricht kopiert</numerusform>
            <numerusform>%n Nachrichten kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Formula copied</source>
        <translation>Formel kopiert</translation>
    </message>
    <message>
        <source>Copy Formula as LaTeX</source>
        <translation>Formel als LaTeX kopieren</translation>
    </message>
    <message>
        <source>%1 (open)</source>
        <extracomment>A part of an answer that can be opened and closed, as a screen reader says it</extracomment>
        <translation>%1 (geöffnet)</translation>
    </message>
    <message>
        <source>%1 (closed)</source>
        <translation>%1 (geschlossen)</translation>
    </message>
</context>
<context>
    <name>desk::TranscriptWindows</name>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>The file could not be written</source>
        <translation>Die Datei konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Loading the picture…</source>
        <translation>Das Bild wird geladen…</translation>
    </message>
    <message>
        <source>The picture is shown.</source>
        <translation>Das Bild wird gezeigt.</translation>
    </message>
    <message>
        <source>The picture is not shown</source>
        <translation>Das Bild wird nicht gezeigt</translation>
    </message>
</context>
<context>
    <name>desk::TrayIcon</name>
    <message>
        <source>&amp;Open Agent Desk</source>
        <translation>Agent Desk ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;New chat</source>
        <translation>&amp;Neue Unterhaltung</translation>
    </message>
    <message>
        <source>&amp;Quick ask</source>
        <translation>&amp;Schnellfrage</translation>
    </message>
    <message>
        <source>Q&amp;uit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Agent Desk</source>
        <extracomment>The tip of the icon in the tray: %1 is how many answers are being written, or were not seen</extracomment>
        <translation>Agent Desk</translation>
    </message>
    <message>
        <source>No answer is being written</source>
        <translation>Keine Antwort wird geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) being written</source>
        <translation>
            <numerusform>Eine Antwort wird geschrieben</numerusform>
            <numerusform>%n Antworten werden geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) for you</source>
        <translation>
            <numerusform>Eine Frage an Sie</numerusform>
            <numerusform>%n Fragen an Sie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) not seen yet</source>
        <translation>
            <numerusform>Eine Antwort noch nicht gesehen</numerusform>
            <numerusform>%n Antworten noch nicht gesehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Agent Desk: %1</source>
        <translation>Agent Desk: %1</translation>
    </message>
    <message>
        <source>Everything was seen</source>
        <translation>Alles gesehen</translation>
    </message>
</context>
<context>
    <name>desk::TriggerSection</name>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>By hand (not stored)</source>
        <translation>Von Hand (nicht gespeichert)</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>At times</source>
        <translation>Zu bestimmten Zeiten</translation>
    </message>
    <message>
        <source>By a call over the web</source>
        <translation>Durch einen Aufruf über das Netz</translation>
    </message>
    <message>
        <source>By an event</source>
        <translation>Durch ein Ereignis</translation>
    </message>
    <message>
        <source>When an agent is done</source>
        <translation>Wenn ein Agent fertig ist</translation>
    </message>
    <message>
        <source>Times, as a cron expression</source>
        <translation>Zeiten als Cron-Ausdruck</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>Nicht angegeben</translation>
    </message>
    <message>
        <source>No proof: everybody may call</source>
        <translation>Ohne Nachweis: Alle dürfen aufrufen</translation>
    </message>
    <message>
        <source>By a secret</source>
        <translation>Mit einem Geheimnis</translation>
    </message>
    <message>
        <source>By a sign-in</source>
        <translation>Mit einer Anmeldung</translation>
    </message>
    <message>
        <source>Who may call</source>
        <translation>Wer aufrufen darf</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>Art des Ereignisses</translation>
    </message>
    <message>
        <source>Every event of this kind</source>
        <translation>Jedes Ereignis dieser Art</translation>
    </message>
    <message>
        <source>Only events with (JSON)</source>
        <translation>Nur Ereignisse mit (JSON)</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>The server&apos;s</source>
        <translation>Die des Servers</translation>
    </message>
    <message>
        <source>This version does not know this trigger. It is kept.</source>
        <translation>Diese Version kennt diesen Auslöser nicht. Er bleibt erhalten.</translation>
    </message>
    <message>
        <source>The team server keeps this and starts nothing by it: a task does that.</source>
        <translation>Der Teamserver bewahrt dies auf und startet dadurch nichts: Das tut eine Aufgabe.</translation>
    </message>
    <message>
        <source>This computer does not know this time zone. It is kept.</source>
        <translation>Dieser Rechner kennt diese Zeitzone nicht. Sie bleibt erhalten.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>title and name</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Choose an agent.</source>
        <translation>Einen Agenten wählen.</translation>
    </message>
    <message>
        <source>The server knows no agent of this name. It is kept.</source>
        <translation>Der Server kennt keinen Agenten dieses Namens. Er bleibt erhalten.</translation>
    </message>
    <message>
        <source>Write when it starts: minute, hour, day, month, day of the week.</source>
        <translation>Angeben, wann gestartet wird: Minute, Stunde, Tag, Monat, Wochentag.</translation>
    </message>
    <message>
        <source>“%1” does not belong in a cron expression.</source>
        <translation>„%1“ gehört nicht in einen Cron-Ausdruck.</translation>
    </message>
    <message>
        <source>Five fields are needed: minute, hour, day, month, day of the week.</source>
        <translation>Nötig sind fünf Felder: Minute, Stunde, Tag, Monat, Wochentag.</translation>
    </message>
</context>
<context>
    <name>desk::TurnActions</name>
    <message>
        <source>Ratings cannot be kept here.</source>
        <translation>Bewertungen lassen sich hier nicht aufbewahren.</translation>
    </message>
    <message>
        <source>Answers can be rated, questions cannot.</source>
        <translation>Antworten lassen sich bewerten, Fragen nicht.</translation>
    </message>
    <message>
        <source>This answer is still being written.</source>
        <translation>Diese Antwort wird noch geschrieben.</translation>
    </message>
    <message>
        <source>The conversation is being loaded.</source>
        <translation>Die Unterhaltung wird geladen.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Choose a message first.</source>
        <translation>Zuerst eine Nachricht wählen.</translation>
    </message>
    <message>
        <source>Only your own messages can be edited.</source>
        <translation>Nur eigene Nachrichten lassen sich bearbeiten.</translation>
    </message>
    <message>
        <source>This message has one version only.</source>
        <translation>Diese Nachricht hat nur eine Version.</translation>
    </message>
    <message>
        <source>This is the first version.</source>
        <translation>Das ist die erste Version.</translation>
    </message>
    <message>
        <source>This is the last version.</source>
        <translation>Das ist die letzte Version.</translation>
    </message>
    <message>
        <source>This server keeps one line of messages: the agent may also read the versions that are not shown.</source>
        <translation>Dieser Server bewahrt die Nachrichten in einer einzigen Reihe auf: Der Agent liest vielleicht auch die Versionen, die nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>A new answer is asked for. The one before stays beside it.</source>
        <translation>Eine neue Antwort wird erbeten. Die vorige bleibt daneben erhalten.</translation>
    </message>
    <message>
        <source>The message is not there any more.</source>
        <translation>Die Nachricht ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>Version %1 von %2</translation>
    </message>
    <message>
        <source>The conversation is not open any more.</source>
        <translation>Die Unterhaltung ist nicht mehr offen.</translation>
    </message>
    <message>
        <source>Quoted in the message being written</source>
        <translation>In der Nachricht zitiert, die gerade geschrieben wird</translation>
    </message>
    <message>
        <source>Selection copied</source>
        <translation>Auswahl kopiert</translation>
    </message>
    <message numerus="yes">
        <source>%n messages copied</source>
        <translation>
            <numerusform>Eine Nachricht kopiert</numerusform>
            <numerusform>%n Nachrichten kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Rating removed</source>
        <translation>Bewertung entfernt</translation>
    </message>
    <message>
        <source>Rated good</source>
        <translation>Als gut bewertet</translation>
    </message>
    <message>
        <source>Rated bad</source>
        <translation>Als schlecht bewertet</translation>
    </message>
    <message>
        <source>The answer is not shown any more; it was not rated.</source>
        <translation>Die Antwort wird nicht mehr gezeigt; sie wurde nicht bewertet.</translation>
    </message>
    <message>
        <source>Answers have a trace, questions have none.</source>
        <translation>Antworten haben eine Aufzeichnung, Fragen nicht.</translation>
    </message>
    <message>
        <source>The trace is being read…</source>
        <translation>Die Aufzeichnung wird gelesen …</translation>
    </message>
    <message>
        <source>Export All Rated Answers…</source>
        <translation>Alle bewerteten Antworten ausgeben …</translation>
    </message>
    <message>
        <source>No answer has been rated yet.</source>
        <translation>Noch keine Antwort wurde bewertet.</translation>
    </message>
    <message>
        <source>Ask Again with Another Agent</source>
        <translation>Mit anderem Agenten erneut fragen</translation>
    </message>
    <message>
        <source>This server has no other agent.</source>
        <translation>Dieser Server hat keinen anderen Agenten.</translation>
    </message>
    <message>
        <source>Ask Again with Another Model</source>
        <translation>Mit anderem Modell erneut fragen</translation>
    </message>
    <message>
        <source>This server offers no other model.</source>
        <translation>Dieser Server bietet kein anderes Modell an.</translation>
    </message>
    <message>
        <source>The models are being looked up…</source>
        <translation>Die Modelle werden nachgeschlagen …</translation>
    </message>
    <message>
        <source>The models could not be listed: %1</source>
        <translation>Die Modelle konnten nicht aufgezählt werden: %1</translation>
    </message>
</context>
<context>
    <name>desk::TurnDelivery</name>
    <message>
        <source>The connection to the server was lost.</source>
        <translation>Die Verbindung zum Server ist abgerissen.</translation>
    </message>
    <message>
        <source>The connection broke before the answer was stored.</source>
        <translation>Die Verbindung riss ab, bevor die Antwort gespeichert war.</translation>
    </message>
    <message>
        <source>The server does not have this message.</source>
        <translation>Der Server hat diese Nachricht nicht.</translation>
    </message>
    <message>
        <source>The server does not show whether it has this message: %1</source>
        <translation>Der Server zeigt nicht, ob er diese Nachricht hat: %1</translation>
    </message>
    <message>
        <source>It is not known whether the server has this message. Look for it in the conversation before you send it again.</source>
        <translation>Es ist nicht bekannt, ob der Server diese Nachricht hat. Sehen Sie in der Unterhaltung nach, bevor Sie sie noch einmal senden.</translation>
    </message>
    <message>
        <source>It is not known which conversation this message has become: several begin with it. Look there before you send it again.</source>
        <translation>Es ist nicht bekannt, welche Unterhaltung aus dieser Nachricht geworden ist: Mehrere beginnen mit ihr. Sehen Sie dort nach, bevor Sie sie noch einmal senden.</translation>
    </message>
</context>
<context>
    <name>desk::TurnSilence</name>
    <message>
        <source>Nothing heard from the server for %1 s. Still waiting.</source>
        <translation>Seit %1 s nichts vom Server gehört. Es wird weiter gewartet.</translation>
    </message>
</context>
<context>
    <name>desk::TurnTexts</name>
    <message>
        <source>%1: %2</source>
        <extracomment>Who warns (a tool or an agent), and of what</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A step without a description</source>
        <translation>Ein Schritt ohne Beschreibung</translation>
    </message>
    <message>
        <source>very sure (%1 %)</source>
        <comment>how sure the server is of its choice</comment>
        <translation>sehr sicher (%1 %)</translation>
    </message>
    <message>
        <source>fairly sure (%1 %)</source>
        <comment>how sure the server is of its choice</comment>
        <translation>ziemlich sicher (%1 %)</translation>
    </message>
    <message>
        <source>not sure (%1 %)</source>
        <comment>how sure the server is of its choice</comment>
        <translation>nicht sicher (%1 %)</translation>
    </message>
    <message>
        <source>a guess (%1 %)</source>
        <comment>how sure the server is of its choice</comment>
        <translation>geraten (%1 %)</translation>
    </message>
    <message>
        <source>plan</source>
        <comment>a step of an answer</comment>
        <translation>Plan</translation>
    </message>
    <message>
        <source>stronger model</source>
        <comment>a step of an answer</comment>
        <translation>stärkeres Modell</translation>
    </message>
    <message numerus="yes">
        <source>%n tools</source>
        <comment>steps of an answer</comment>
        <translation>
            <numerusform>%n Werkzeug</numerusform>
            <numerusform>%n Werkzeuge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>tools of an answer</comment>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>reasoning</source>
        <comment>a step of an answer</comment>
        <translation>Überlegung</translation>
    </message>
    <message>
        <source>thoughts</source>
        <comment>a step of an answer</comment>
        <translation>Gedanken</translation>
    </message>
    <message>
        <source>Steps: %1</source>
        <extracomment>Above an answer, what it came by: &quot;plan, 3 tools, reasoning, 12.0 s&quot;</extracomment>
        <translation>Schritte: %1</translation>
    </message>
    <message>
        <source>Stronger model: %1</source>
        <translation>Stärkeres Modell: %1</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <extracomment>How fast the language model wrote: tokens a second</extracomment>
        <translation>%1 Token/s</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens read</source>
        <translation>
            <numerusform>%Ln Token gelesen</numerusform>
            <numerusform>%Ln Token gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens written</source>
        <translation>
            <numerusform>%Ln Token geschrieben</numerusform>
            <numerusform>%Ln Token geschrieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::TypedValueEdit</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Verweis</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ja oder nein</translation>
    </message>
    <message>
        <source>Nothing (null)</source>
        <translation>Nichts (null)</translation>
    </message>
    <message>
        <source>List or object (JSON)</source>
        <translation>Liste oder Objekt (JSON)</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>Nicht angegeben</translation>
    </message>
    <message>
        <source>Kind of value: %1</source>
        <translation>Art des Wertes: %1</translation>
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
        <source>This is no number yet.</source>
        <translation>Dies ist noch keine Zahl.</translation>
    </message>
</context>
<context>
    <name>desk::UndoBar</name>
    <message>
        <source>&amp;Undo</source>
        <translation>Rückgän&amp;gig</translation>
    </message>
</context>
<context>
    <name>desk::UnfinishedImportBar</name>
    <message>
        <source>Remove the part</source>
        <translation>Teil entfernen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>The import of “%1” was not finished. A part of the conversation is on the server. To have all of it, remove the part and import the file again.</source>
        <translation>Der Import von „%1“ wurde nicht beendet. Ein Teil der Unterhaltung ist auf dem Server. Um alles zu erhalten, den Teil entfernen und die Datei noch einmal importieren.</translation>
    </message>
</context>
<context>
    <name>desk::UserButtons</name>
    <message>
        <source>No agent that you can see uses this model.</source>
        <translation>Kein sichtbarer Agent benutzt dieses Sprachmodell.</translation>
    </message>
    <message>
        <source>Used by %L1 agents. The first %L2 of them:</source>
        <translation>Von %L1 Agenten benutzt. Die ersten %L2 davon:</translation>
    </message>
    <message numerus="yes">
        <source>Used by %n agent(s):</source>
        <translation>
            <numerusform>Von %n Agenten benutzt:</numerusform>
            <numerusform>Von %n Agenten benutzt:</numerusform>
        </translation>
    </message>
    <message>
        <source>Show this agent</source>
        <translation>Diesen Agenten zeigen</translation>
    </message>
</context>
<context>
    <name>desk::ValueStepSection</name>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Argument</source>
        <translation>Argument</translation>
    </message>
    <message>
        <source>What is done with it</source>
        <translation>Was damit geschieht</translation>
    </message>
    <message>
        <source>Nothing (not stored)</source>
        <translation>Nichts (nicht gespeichert)</translation>
    </message>
    <message>
        <source>Nothing: taken as it is</source>
        <translation>Nichts: bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>First item</source>
        <translation>Erster Eintrag</translation>
    </message>
    <message>
        <source>Last item</source>
        <translation>Letzter Eintrag</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Durchschnitt</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Kleinster</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größter</translation>
    </message>
    <message>
        <source>Join to a text</source>
        <translation>Zu einem Text verbinden</translation>
    </message>
    <message>
        <source>Split into a list</source>
        <translation>In eine Liste teilen</translation>
    </message>
    <message>
        <source>Each item once</source>
        <translation>Jeder Eintrag einmal</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Sortieren</translation>
    </message>
    <message>
        <source>Names of the members</source>
        <translation>Namen der Felder</translation>
    </message>
    <message>
        <source>Values of the members</source>
        <translation>Werte der Felder</translation>
    </message>
    <message>
        <source>As a number</source>
        <translation>Als Zahl</translation>
    </message>
    <message>
        <source>As a text</source>
        <translation>Als Text</translation>
    </message>
    <message>
        <source>Read as JSON</source>
        <translation>Als JSON lesen</translation>
    </message>
    <message>
        <source>Write as JSON</source>
        <translation>Als JSON schreiben</translation>
    </message>
    <message>
        <source>The server does not know this word. It is kept.</source>
        <translation>Der Server kennt dieses Wort nicht. Es bleibt erhalten.</translation>
    </message>
    <message>
        <source>The argument is what stands between the items.</source>
        <translation>Das Argument ist, was zwischen den Einträgen steht.</translation>
    </message>
    <message>
        <source>With the argument “descending” the largest comes first.</source>
        <comment>leave “descending” as it is</comment>
        <translation>Mit dem Argument „descending“ kommt das Größte zuerst.</translation>
    </message>
</context>
<context>
    <name>desk::VersionList</name>
    <message>
        <source>The server is not connected.</source>
        <translation>Der Server ist nicht verbunden.</translation>
    </message>
    <message>
        <source>This version is not kept any more.</source>
        <translation>Diese Version wird nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>Auf dem Server</translation>
    </message>
    <message>
        <source>Seen on the server</source>
        <translation>Auf dem Server gesehen</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Hier gespeichert</translation>
    </message>
    <message>
        <source>Restored here</source>
        <translation>Hier wiederhergestellt</translation>
    </message>
    <message>
        <source>Imported here</source>
        <translation>Hier eingelesen</translation>
    </message>
    <message>
        <source>Taken over from another profile</source>
        <translation>Aus einem anderen Profil übernommen</translation>
    </message>
    <message>
        <source>Before it was deleted</source>
        <translation>Bevor es gelöscht wurde</translation>
    </message>
    <message>
        <source>Kept on this computer</source>
        <translation>Auf diesem Computer aufbewahrt</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>version: what it is</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>desk::VersionsDialog</name>
    <message>
        <source>&amp;Keep the name</source>
        <translation>Name &amp;behalten</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Noch einmal &amp;versuchen</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>&amp;Wiederherstellen…</translation>
    </message>
    <message>
        <source>&amp;Name this version…</source>
        <translation>Diese Version be&amp;nennen…</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>Versions of %1</source>
        <translation>Versionen von %1</translation>
    </message>
    <message>
        <source>Versions, the newest first</source>
        <translation>Versionen, die neueste zuerst</translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translation>Vergleichen &amp;mit</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>What it is now</source>
        <translation>Was es jetzt ist</translation>
    </message>
    <message>
        <source>The version before</source>
        <translation>Die Version davor</translation>
    </message>
    <message>
        <source>Another version</source>
        <translation>Eine andere Version</translation>
    </message>
    <message>
        <source>Other version</source>
        <translation>Andere Version</translation>
    </message>
    <message>
        <source>Name of this version</source>
        <translation>Name dieser Version</translation>
    </message>
    <message>
        <source>Empty: no name</source>
        <translation>Leer: kein Name</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Only versions kept on this computer can be named.</source>
        <translation>Nur Versionen, die auf diesem Computer aufbewahrt sind, können benannt werden.</translation>
    </message>
    <message>
        <source>The versions kept on this computer could not be read. %1</source>
        <translation>Die auf diesem Computer aufbewahrten Versionen konnten nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>The server cannot be reached. These are the versions kept on this computer.</source>
        <translation>Der Server ist nicht zu erreichen. Das sind die auf diesem Computer aufbewahrten Versionen.</translation>
    </message>
    <message>
        <source>The server’s versions could not be read; these are those kept on this computer. %1</source>
        <translation>Die Versionen des Servers konnten nicht gelesen werden; das sind die auf diesem Computer aufbewahrten. %1</translation>
    </message>
    <message>
        <source>The versions are being read…</source>
        <translation>Die Versionen werden gelesen…</translation>
    </message>
    <message>
        <source>There is nothing to show</source>
        <translation>Es gibt nichts zu zeigen</translation>
    </message>
    <message>
        <source>No versions yet</source>
        <translation>Noch keine Versionen</translation>
    </message>
    <message>
        <source>From now on a version is kept whenever it is saved here, or seen changed on the server.</source>
        <translation>Von jetzt an wird eine Version aufbewahrt, wenn hier gespeichert oder auf dem Server eine Änderung gesehen wird.</translation>
    </message>
    <message>
        <source>This is the newest version.</source>
        <translation>Das ist die neueste Version.</translation>
    </message>
    <message>
        <source>No older version is known.</source>
        <translation>Eine ältere Version ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Choose another version to compare with.</source>
        <translation>Wählen Sie eine andere Version zum Vergleichen.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message numerus="yes">
        <source>Copied. %n secrets were left out.</source>
        <translation>
            <numerusform>Kopiert. %n Geheimnis wurde weggelassen.</numerusform>
            <numerusform>Kopiert. %n Geheimnisse wurden weggelassen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::WaitingListModel</name>
    <message>
        <source>The tool %1 waits for an approval</source>
        <extracomment>The name of a tool</extracomment>
        <translation>Das Werkzeug %1 wartet auf eine Freigabe</translation>
    </message>
    <message>
        <source>A step waits for an answer</source>
        <translation>Ein Schritt wartet auf eine Antwort</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message>
        <source>A workflow that is gone</source>
        <translation>Ein Arbeitsablauf, den es nicht mehr gibt</translation>
    </message>
    <message>
        <source>Local workspace</source>
        <translation>Lokaler Arbeitsbereich</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>A workflow or conversation, and the profile it is in</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>What is asked, and where</extracomment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>desk::WaitingPane</name>
    <message>
        <source>Stop the execution</source>
        <translation>Ausführung anhalten</translation>
    </message>
</context>
<context>
    <name>desk::WaitingSendBar</name>
    <message>
        <source>Do not send</source>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>This message waits for its files.</source>
        <translation>Diese Nachricht wartet auf ihre Dateien.</translation>
    </message>
    <message>
        <source>Keep it as a draft</source>
        <translation>Als Entwurf behalten</translation>
    </message>
</context>
<context>
    <name>desk::WaitingWords</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <comment>time that is left</comment>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>time that is left</comment>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>time that is left</comment>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>time that is left</comment>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>The time was over at %1: the server decides what becomes of it.</source>
        <translation>Die Zeit war um %1 abgelaufen: Was daraus wird, entscheidet der Server.</translation>
    </message>
    <message>
        <source>%1 left, until %2. Without an answer the workflow goes on without one.</source>
        <translation>Noch %1, bis %2. Ohne Antwort läuft der Arbeitsablauf ohne sie weiter.</translation>
    </message>
    <message>
        <source>%1 left, until %2. Without an answer the execution fails.</source>
        <translation>Noch %1, bis %2. Ohne Antwort schlägt die Ausführung fehl.</translation>
    </message>
    <message>
        <source>%1 left, until %2. Without an answer the step is skipped.</source>
        <translation>Noch %1, bis %2. Ohne Antwort wird der Schritt übersprungen.</translation>
    </message>
    <message>
        <source>%1 left, until %2.</source>
        <translation>Noch %1, bis %2.</translation>
    </message>
    <message>
        <source>This server forgets the answer of a person: the execution will not go on. It can only be stopped.</source>
        <translation>Dieser Server vergisst die Antwort eines Menschen: Die Ausführung geht nicht weiter. Sie kann nur angehalten werden.</translation>
    </message>
    <message>
        <source>The server does not say what it asks. Question and answers are those of the workflow as it is now; it may have been another when this began.</source>
        <translation>Der Server sagt nicht, was er fragt. Frage und Antworten stammen aus dem Arbeitsablauf, wie er jetzt ist; zu Beginn war er vielleicht ein anderer.</translation>
    </message>
</context>
<context>
    <name>desk::WelcomePane</name>
    <message>
        <source>What would you like to know?</source>
        <translation>Was soll herausgefunden werden?</translation>
    </message>
    <message>
        <source>Ask a question, or attach files and ask about them. Answers name their sources.</source>
        <translation>Eine Frage stellen, oder Dateien anhängen und dazu fragen. Antworten nennen ihre Quellen.</translation>
    </message>
    <message>
        <source>Connect a language model…</source>
        <translation>Ein Sprachmodell verbinden…</translation>
    </message>
    <message>
        <source>Ask about a table</source>
        <translation>Zu einer Tabelle fragen</translation>
    </message>
    <message>
        <source>Attach a CSV file and ask for figures</source>
        <translation>Eine CSV-Datei anhängen und nach Zahlen fragen</translation>
    </message>
    <message>
        <source>Ask about a document</source>
        <translation>Zu einem Dokument fragen</translation>
    </message>
    <message>
        <source>Attach a text and get quotes with their place</source>
        <translation>Einen Text anhängen und Zitate mit Fundstelle erhalten</translation>
    </message>
    <message>
        <source>Calculate</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>For example: 17.5 % of 2480</source>
        <translation>Zum Beispiel: 17,5 % von 2480</translation>
    </message>
    <message>
        <source>What is 17.5 % of 2480?</source>
        <translation>Was sind 17,5 % von 2480?</translation>
    </message>
    <message>
        <source>No language model is connected: the built-in engine answers. It searches your files and quotes them, answers questions on tables, and calculates. It does not write prose of its own.</source>
        <translation>Kein Sprachmodell ist verbunden: die eingebaute Auswertung antwortet. Sie durchsucht die eigenen Dateien und zitiert sie, beantwortet Fragen zu Tabellen und rechnet. Sie schreibt keine eigenen Texte.</translation>
    </message>
</context>
<context>
    <name>desk::WindowMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>desk::WorkflowBench</name>
    <message>
        <source>Copy of %1</source>
        <translation>Kopie von %1</translation>
    </message>
</context>
<context>
    <name>desk::WorkflowCanvas</name>
    <message>
        <source>%1 (%2)</source>
        <comment>what it does, keys</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Add steps</source>
        <translation>Schritte hinzufügen</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>Anordnen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Zoom: %1</source>
        <translation>Vergrößerung: %1</translation>
    </message>
</context>
<context>
    <name>desk::WorkflowDetail</name>
    <message>
        <source>&amp;Steps</source>
        <translation>&amp;Schritte</translation>
    </message>
    <message>
        <source>Steps of the workflow</source>
        <translation>Schritte des Arbeitsablaufs</translation>
    </message>
    <message>
        <source>This workflow has no steps.</source>
        <translation>Dieser Arbeitsablauf hat keine Schritte.</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Comes with the server</source>
        <translation>Gehört zum Server</translation>
    </message>
    <message>
        <source>Made by a person</source>
        <translation>Von einer Person angelegt</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>Versionen…</translation>
    </message>
    <message>
        <source>Open in the studio</source>
        <translation>Im Studio öffnen</translation>
    </message>
    <message>
        <source>Run…</source>
        <translation>Ausführen…</translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation>Kopie anlegen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>It comes with the server.</source>
        <translation>Er gehört zum Server.</translation>
    </message>
</context>
<context>
    <name>desk::WorkflowEditing</name>
    <message>
        <source>Arrange steps</source>
        <translation>Schritte anordnen</translation>
    </message>
    <message>
        <source>Lay steps out by themselves</source>
        <translation>Schritte von selbst anordnen lassen</translation>
    </message>
    <message>
        <source>Change the workflow</source>
        <translation>Arbeitsablauf ändern</translation>
    </message>
    <message>
        <source>Change comments and groups</source>
        <translation>Kommentare und Gruppen ändern</translation>
    </message>
    <message>
        <source>Paste steps</source>
        <translation>Schritte einfügen</translation>
    </message>
    <message>
        <source>Add step</source>
        <translation>Schritt hinzufügen</translation>
    </message>
    <message>
        <source>Delete step</source>
        <translation>Schritt löschen</translation>
    </message>
    <message>
        <source>Delete steps</source>
        <translation>Schritte löschen</translation>
    </message>
    <message>
        <source>Move step</source>
        <translation>Schritt verschieben</translation>
    </message>
    <message>
        <source>Move steps</source>
        <translation>Schritte verschieben</translation>
    </message>
    <message>
        <source>Change step</source>
        <translation>Schritt ändern</translation>
    </message>
    <message>
        <source>Rename step</source>
        <translation>Schritt umbenennen</translation>
    </message>
    <message>
        <source>Connect steps</source>
        <translation>Schritte verbinden</translation>
    </message>
    <message>
        <source>Disconnect steps</source>
        <translation>Verbindung lösen</translation>
    </message>
    <message>
        <source>Switch steps off</source>
        <translation>Schritte abschalten</translation>
    </message>
    <message>
        <source>Switch steps on</source>
        <translation>Schritte einschalten</translation>
    </message>
</context>
<context>
    <name>desk::WorkflowFieldsEditor</name>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Fields of the workflow</source>
        <translation>Felder des Arbeitsablaufs</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Schema of the input (JSON)</source>
        <translation>Schema der Eingabe (JSON)</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Arbeitsablauf</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Every workflow needs a name.</source>
        <translation>Jeder Arbeitsablauf braucht einen Namen.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>Höchstens %n Zeichen.</numerusform>
            <numerusform>Höchstens %n Zeichen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::WorkflowListModel</name>
    <message numerus="yes">
        <source>%1, %n step(s)</source>
        <comment>workflow name</comment>
        <translation>
            <numerusform>%1, ein Schritt</numerusform>
            <numerusform>%1, %n Schritte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::WorkflowOutline</name>
    <message>
        <source>Steps of the workflow</source>
        <translation>Schritte des Arbeitsablaufs</translation>
    </message>
    <message>
        <source>“%1” cannot be the id of this step: it is empty or taken.</source>
        <translation>„%1“ kann nicht die Kennung dieses Schritts sein: Sie ist leer oder vergeben.</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>If true, go to</source>
        <translation>Wenn wahr, weiter zu</translation>
    </message>
    <message>
        <source>If not, go to</source>
        <translation>Wenn nicht, weiter zu</translation>
    </message>
    <message>
        <source>Put behind it</source>
        <translation>Dahinter stellen</translation>
    </message>
    <message>
        <source>The next step</source>
        <translation>Der nächste Schritt</translation>
    </message>
</context>
<context>
    <name>desk::WorkflowPort</name>
    <message numerus="yes">
        <source>A name has at most %n letter(s).</source>
        <translation>
            <numerusform>Ein Name hat höchstens %n Zeichen.</numerusform>
            <numerusform>Ein Name hat höchstens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A workflow needs at least one step.</source>
        <translation>Ein Arbeitsablauf braucht mindestens einen Schritt.</translation>
    </message>
    <message>
        <source>Several steps have the same id: %1</source>
        <translation>Mehrere Schritte haben dieselbe Kennung: %1</translation>
    </message>
    <message>
        <source>It came with the other server. Here it becomes a workflow of your own.</source>
        <translation>Er gehörte zum anderen Server. Hier wird daraus ein eigener Arbeitsablauf.</translation>
    </message>
</context>
<context>
    <name>desk::WorkflowPromotion</name>
    <message>
        <source>Whether the agents exist there is not known.</source>
        <translation>Ob es die Agenten dort gibt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>All agents exist there.</source>
        <translation>Alle Agenten gibt es dort.</translation>
    </message>
    <message>
        <source>Agents that do not exist there: %1</source>
        <translation>Agenten, die es dort nicht gibt: %1</translation>
    </message>
</context>
<context>
    <name>desk::WorkflowRunDialog</name>
    <message>
        <source>&amp;Remove the preset</source>
        <translation>Vo&amp;rgabe entfernen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep as &amp;preset…</source>
        <translation>Als Vorgabe b&amp;ehalten…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>R&amp;un</source>
        <translation>A&amp;usführen</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>%1 ausführen</translation>
    </message>
    <message>
        <source>No step of this workflow refers to its input, so it can be run with none.</source>
        <translation>Kein Schritt dieses Arbeitsablaufs bezieht sich auf seine Eingabe, er läuft auch ohne.</translation>
    </message>
    <message>
        <source>The workflow does not say what it takes. These are the inputs that its steps refer to.</source>
        <translation>Der Arbeitsablauf sagt nicht, was er erwartet. Dies sind die Eingaben, auf die sich seine Schritte beziehen.</translation>
    </message>
    <message>
        <source>&amp;Start from</source>
        <translation>Au&amp;sgehen von</translation>
    </message>
    <message>
        <source>Starts the workflow on the server (%1)</source>
        <translation>Startet den Arbeitsablauf auf dem Server (%1)</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Name der Vorgabe</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>A new input</source>
        <translation>Einer neuen Eingabe</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>Vorgabe: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>time of a run, its input</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The preset could not be kept: it is too large, or there are too many.</source>
        <translation>Die Vorgabe konnte nicht behalten werden: Sie ist zu groß, oder es sind zu viele.</translation>
    </message>
</context>
<context>
    <name>desk::WorkflowSession</name>
    <message>
        <source>New workflow</source>
        <translation>Neuer Arbeitsablauf</translation>
    </message>
    <message>
        <source>Take over what the server has</source>
        <translation>Stand des Servers übernehmen</translation>
    </message>
    <message>
        <source>Bring both changes together</source>
        <translation>Beide Änderungen zusammenführen</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
</context>
<context>
    <name>desk::WorkflowStudio</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen…</translation>
    </message>
    <message>
        <source>Run…</source>
        <translation>Ausführen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Arbeitsablauf</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>Ausführungen</translation>
    </message>
    <message>
        <source>This workflow belongs to the server and can only be looked at. A copy of it can be changed.</source>
        <translation>Dieser Arbeitsablauf gehört zum Server und kann nur angesehen werden. Eine Kopie davon kann geändert werden.</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur lesbar</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Not saved, kept on this computer</source>
        <translation>Nicht gespeichert, auf diesem Rechner aufbewahrt</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>The workflow is not saved yet.</source>
        <translation>Der Arbeitsablauf ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>The server runs what was saved last: save first.</source>
        <translation>Der Server führt aus, was zuletzt gespeichert wurde: zuerst speichern.</translation>
    </message>
    <message>
        <source>Discard the changes?</source>
        <translation>Änderungen verwerfen?</translation>
    </message>
    <message>
        <source>The workflow becomes what was saved last. This can be undone.</source>
        <translation>Der Arbeitsablauf wird wieder, was zuletzt gespeichert wurde. Das lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Saved, but the server did not keep: %1.</source>
        <translation>Gespeichert, aber der Server hat nicht behalten: %1.</translation>
    </message>
    <message>
        <source>Somebody else had changed this meanwhile, and it was kept: %1.</source>
        <translation>Inzwischen hatte jemand anderes dies geändert, und es blieb erhalten: %1.</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Noch einmal speichern</translation>
    </message>
    <message>
        <source>These are changes of %1 that were never saved. “Discard” goes back to what was saved.</source>
        <translation>Dies sind Änderungen vom %1, die nie gespeichert wurden. „Verwerfen“ führt zurück zu dem, was gespeichert war.</translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>Somebody else has changed it</source>
        <translation>Jemand anderes hat ihn geändert</translation>
    </message>
    <message>
        <source>Discard the new workflow?</source>
        <translation>Neuen Arbeitsablauf verwerfen?</translation>
    </message>
    <message>
        <source>It was never saved. This cannot be undone.</source>
        <translation>Er wurde nie gespeichert. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>This was begun and never saved, the last change is of %1.</source>
        <translation>Dies wurde begonnen und nie gespeichert, die letzte Änderung ist von %1.</translation>
    </message>
</context>
<context>
    <name>desk::WorkflowTexts</name>
    <message>
        <source>Remove the argument</source>
        <translation>Argument entfernen</translation>
    </message>
    <message>
        <source>Make it a number</source>
        <translation>In eine Zahl umwandeln</translation>
    </message>
    <message>
        <source>The tool does not take this argument (%1): %2</source>
        <comment>%1: name, %2: a sentence</comment>
        <translation>Das Werkzeug nimmt dieses Argument nicht an (%1): %2</translation>
    </message>
    <message>
        <source>Choose the agent that this step asks.</source>
        <translation>Den Agenten wählen, den dieser Schritt fragt.</translation>
    </message>
    <message>
        <source>The agent is asked nothing: its prompt is empty.</source>
        <translation>Der Agent wird nichts gefragt: Seine Eingabe ist leer.</translation>
    </message>
    <message>
        <source>Take “%1”</source>
        <translation>„%1“ nehmen</translation>
    </message>
    <message>
        <source>This server has no agent with the name “%1”.</source>
        <translation>Dieser Server hat keinen Agenten mit dem Namen „%1“.</translation>
    </message>
    <message>
        <source>This server has no agent with the id “%1”.</source>
        <translation>Dieser Server hat keinen Agenten mit der Kennung „%1“.</translation>
    </message>
    <message>
        <source>Choose the tool that this step calls.</source>
        <translation>Das Werkzeug wählen, das dieser Schritt aufruft.</translation>
    </message>
    <message>
        <source>Workflows of this server cannot use “%1”. Only these work: %2.</source>
        <comment>%2: names, with commas</comment>
        <translation>Arbeitsabläufe dieses Servers können „%1“ nicht verwenden. Nur diese gehen: %2.</translation>
    </message>
    <message>
        <source>This server has no tool with the name “%1”.</source>
        <translation>Dieser Server hat kein Werkzeug mit dem Namen „%1“.</translation>
    </message>
    <message>
        <source>Say what the condition looks at, as $.step.member.</source>
        <translation>Angeben, was die Bedingung prüft, etwa $.schritt.feld.</translation>
    </message>
    <message>
        <source>Choose how the condition compares.</source>
        <translation>Wählen, wie die Bedingung vergleicht.</translation>
    </message>
    <message>
        <source>Compare for equality</source>
        <translation>Auf Gleichheit vergleichen</translation>
    </message>
    <message>
        <source>“%1” is no comparison. The condition is always false.</source>
        <translation>„%1“ ist kein Vergleich. Die Bedingung trifft nie zu.</translation>
    </message>
    <message>
        <source>The condition has nothing to compare with.</source>
        <translation>Der Bedingung fehlt der Wert zum Vergleichen.</translation>
    </message>
    <message>
        <source>Say what the person is asked.</source>
        <translation>Angeben, was die Person gefragt wird.</translation>
    </message>
    <message>
        <source>The person has no answer to choose from.</source>
        <translation>Der Person steht keine Antwort zur Wahl.</translation>
    </message>
    <message>
        <source>There is no step inside that could run.</source>
        <translation>Darin ist kein Schritt, der laufen könnte.</translation>
    </message>
    <message>
        <source>Say which list the loop goes through, as $.step.member.</source>
        <translation>Angeben, welche Liste die Schleife durchgeht, etwa $.schritt.feld.</translation>
    </message>
    <message>
        <source>Say what is transformed.</source>
        <translation>Angeben, was umgeformt wird.</translation>
    </message>
    <message>
        <source>The operation “%1” is not known.</source>
        <translation>Die Operation „%1“ ist unbekannt.</translation>
    </message>
    <message>
        <source>Remove the step</source>
        <translation>Schritt entfernen</translation>
    </message>
    <message>
        <source>“%1” never runs: every way jumps over it.</source>
        <translation>„%1“ läuft nie: Jeder Weg springt darüber hinweg.</translation>
    </message>
    <message>
        <source>The condition changes nothing: both ways go on with the next step.</source>
        <translation>Die Bedingung ändert nichts: Beide Wege gehen mit dem nächsten Schritt weiter.</translation>
    </message>
    <message>
        <source>Where the condition is true, it goes on with the next step.</source>
        <translation>Trifft die Bedingung zu, geht es mit dem nächsten Schritt weiter.</translation>
    </message>
    <message>
        <source>Where the condition is false, it goes on with the next step.</source>
        <translation>Trifft die Bedingung nicht zu, geht es mit dem nächsten Schritt weiter.</translation>
    </message>
    <message>
        <source>Both ways go back: from here the workflow does not come to an end.</source>
        <translation>Beide Wege führen zurück: Von hier aus endet der Arbeitsablauf nicht.</translation>
    </message>
    <message>
        <source>Go on with the next step</source>
        <translation>Mit dem nächsten Schritt weitergehen</translation>
    </message>
    <message>
        <source>Inside loops and parallel steps conditions do not jump: the target “%1” is ignored.</source>
        <translation>In Schleifen und parallelen Schritten springen Bedingungen nicht: Das Ziel „%1“ wird übergangen.</translation>
    </message>
    <message>
        <source>“%1” is inside another step. It cannot be jumped to: the next step follows instead.</source>
        <translation>„%1“ liegt in einem anderen Schritt und ist kein Sprungziel: Stattdessen folgt der nächste Schritt.</translation>
    </message>
    <message>
        <source>There is no step “%1” to jump to. The next step follows instead.</source>
        <translation>Es gibt keinen Schritt „%1“ als Sprungziel. Stattdessen folgt der nächste Schritt.</translation>
    </message>
    <message>
        <source>This goes back to “%1”. This server does not limit how often.</source>
        <translation>Dies führt zurück zu „%1“. Dieser Server begrenzt nicht, wie oft.</translation>
    </message>
    <message>
        <source>This goes back to “%1”, at most 1000 times.</source>
        <translation>Dies führt zurück zu „%1“, höchstens 1000-mal.</translation>
    </message>
    <message>
        <source>Go on with “%1” after the first branch</source>
        <translation>Nach dem ersten Zweig mit „%1“ weitergehen</translation>
    </message>
    <message>
        <source>After the branch “%1” the other one, “%2”, runs too.</source>
        <translation>Nach dem Zweig „%1“ läuft auch der andere, „%2“.</translation>
    </message>
    <message>
        <source>Drop the mention</source>
        <translation>Angabe weglassen</translation>
    </message>
    <message>
        <source>Move “%1” behind this step</source>
        <translation>„%1“ hinter diesen Schritt verschieben</translation>
    </message>
    <message>
        <source>“%1” is named as the next step, but the order of the steps alone counts.</source>
        <translation>„%1“ ist als nächster Schritt angegeben, doch es zählt allein die Reihenfolge der Schritte.</translation>
    </message>
    <message numerus="yes">
        <source>Object with %n members</source>
        <translation>
            <numerusform>Objekt mit %n Feld</numerusform>
            <numerusform>Objekt mit %n Feldern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>List of %n items</source>
        <translation>
            <numerusform>Liste mit %n Eintrag</numerusform>
            <numerusform>Liste mit %n Einträgen</numerusform>
        </translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ja oder nein</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Arbeitsablauf</translation>
    </message>
    <message>
        <source>$.%1 has no member “%2” that is known.</source>
        <translation>$.%1 hat kein bekanntes Feld „%2“.</translation>
    </message>
    <message>
        <source>The result of “%1” cannot be referred to from here: it is inside a loop or a parallel step.</source>
        <translation>Das Ergebnis von „%1“ ist von hier aus nicht erreichbar: Es liegt in einer Schleife oder einem parallelen Schritt.</translation>
    </message>
    <message>
        <source>Refer to “%1”</source>
        <translation>Auf „%1“ verweisen</translation>
    </message>
    <message>
        <source>There is no step “%1” to refer to.</source>
        <translation>Es gibt keinen Schritt „%1“, auf den verwiesen werden könnte.</translation>
    </message>
    <message>
        <source>“%1” has no result yet when this step runs.</source>
        <translation>„%1“ hat noch kein Ergebnis, wenn dieser Schritt läuft.</translation>
    </message>
    <message>
        <source>“%1” never runs and has no result.</source>
        <translation>„%1“ läuft nie und hat kein Ergebnis.</translation>
    </message>
    <message>
        <source>“%1” may not have run: a branch passes it over.</source>
        <translation>„%1“ ist vielleicht nicht gelaufen: Ein Zweig übergeht den Schritt.</translation>
    </message>
    <message>
        <source>The result of “%1” is a list: its items cannot be referred to.</source>
        <translation>Das Ergebnis von „%1“ ist eine Liste: Auf ihre Einträge lässt sich nicht verweisen.</translation>
    </message>
    <message>
        <source>“%1” has no member “%2” that is known.</source>
        <translation>„%1“ hat kein bekanntes Feld „%2“.</translation>
    </message>
    <message>
        <source>Nothing enforces limits of a single step. Those of the workflow count.</source>
        <translation>Grenzen eines einzelnen Schritts setzt nichts durch. Es zählen die des Arbeitsablaufs.</translation>
    </message>
    <message>
        <source>Remove the limits</source>
        <translation>Grenzen entfernen</translation>
    </message>
    <message>
        <source>This server runs the step although it is switched off.</source>
        <translation>Dieser Server führt den Schritt aus, obwohl er abgeschaltet ist.</translation>
    </message>
    <message>
        <source>Switch it on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Two or more parallel steps fail on this server. Put them one behind the other.</source>
        <translation>Zwei oder mehr parallele Schritte scheitern auf diesem Server. Besser hintereinander anordnen.</translation>
    </message>
    <message>
        <source>This server does not limit how often a loop runs: it goes through the whole list.</source>
        <translation>Dieser Server begrenzt die Durchgänge einer Schleife nicht: Sie geht die ganze Liste durch.</translation>
    </message>
    <message>
        <source>Remove the limit</source>
        <translation>Grenze entfernen</translation>
    </message>
    <message>
        <source>This server waits here for ever: it does not go on after the person has answered.</source>
        <translation>Dieser Server wartet hier für immer: Er geht nicht weiter, nachdem die Person geantwortet hat.</translation>
    </message>
    <message>
        <source>This server does not stop waiting after a time. The limit has no effect.</source>
        <translation>Dieser Server wartet ohne zeitliche Grenze. Die Angabe bewirkt nichts.</translation>
    </message>
    <message>
        <source>The server stops here: a step runs at most 1000 times.</source>
        <translation>Hier hält der Server an: Ein Schritt läuft höchstens 1000-mal.</translation>
    </message>
    <message>
        <source>It may go on like this: the simulation ends after %L1 steps.</source>
        <translation>Es könnte so weitergehen: Die Simulation endet nach %L1 Schritten.</translation>
    </message>
    <message>
        <source>The steps are nested too deeply.</source>
        <translation>Die Schritte sind zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>“%1” has no value here.</source>
        <translation>„%1“ hat hier keinen Wert.</translation>
    </message>
    <message>
        <source>The results become too large to be simulated.</source>
        <translation>Die Ergebnisse werden für eine Simulation zu groß.</translation>
    </message>
    <message>
        <source>Workflows of this server cannot use “%1”.</source>
        <translation>Arbeitsabläufe dieses Servers können „%1“ nicht verwenden.</translation>
    </message>
    <message>
        <source>This server does not know steps of the kind “%1”.</source>
        <translation>Dieser Server kennt keine Schritte der Art „%1“.</translation>
    </message>
    <message>
        <source>Here the workflow waits for a person. Choose a sample answer to go on.</source>
        <translation>Hier wartet der Arbeitsablauf auf eine Person. Zum Weitergehen eine Beispielantwort wählen.</translation>
    </message>
    <message>
        <source>The loop needs a list, and this is none.</source>
        <translation>Die Schleife braucht eine Liste, und dies ist keine.</translation>
    </message>
    <message>
        <source>The list has more items than the loop may go through: %L1 instead of %L2.</source>
        <translation>Die Liste hat mehr Einträge, als die Schleife durchgehen darf: %L1 statt %L2.</translation>
    </message>
    <message>
        <source>This is no step, and the server does not know what to do with it.</source>
        <translation>Dies ist kein Schritt, und der Server kann damit nichts anfangen.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>There is more to say than is listed here.</source>
        <translation>Es gibt mehr zu sagen, als hier aufgeführt ist.</translation>
    </message>
    <message>
        <source>A workflow needs at least one step.</source>
        <translation>Ein Arbeitsablauf braucht mindestens einen Schritt.</translation>
    </message>
    <message>
        <source>There are too many steps, or they are nested too deeply: not all of them were checked.</source>
        <translation>Es sind zu viele Schritte, oder sie sind zu tief verschachtelt: Nicht alle wurden geprüft.</translation>
    </message>
    <message>
        <source>This server does not stop a workflow after a time. The limit has no effect.</source>
        <translation>Dieser Server hält Arbeitsabläufe nicht nach einer Zeit an. Die Grenze bewirkt nichts.</translation>
    </message>
    <message>
        <source>This step has no id.</source>
        <translation>Dieser Schritt hat keine Kennung.</translation>
    </message>
    <message>
        <source>Give it the id “%1”</source>
        <translation>Kennung „%1“ geben</translation>
    </message>
    <message>
        <source>Another step has the id “%1” already.</source>
        <translation>Ein anderer Schritt hat die Kennung „%1“ schon.</translation>
    </message>
    <message>
        <source>Change the id to “%1”</source>
        <translation>Kennung in „%1“ ändern</translation>
    </message>
    <message>
        <source>Rename it to “%1”</source>
        <translation>In „%1“ umbenennen</translation>
    </message>
    <message>
        <source>The id “%1” hides what the workflow itself has under this name.</source>
        <translation>Die Kennung „%1“ verdeckt, was der Arbeitsablauf selbst unter diesem Namen hat.</translation>
    </message>
    <message>
        <source>Other steps cannot refer to “%1”: only letters, digits and underscores work in references.</source>
        <translation>Andere Schritte können nicht auf „%1“ verweisen: In Verweisen gehen nur Buchstaben, Ziffern und Unterstriche.</translation>
    </message>
    <message>
        <source>This step does not say of which kind it is.</source>
        <translation>Dieser Schritt sagt nicht, von welcher Art er ist.</translation>
    </message>
    <message>
        <source>No step of the kind “%1” is known.</source>
        <translation>Schritte der Art „%1“ sind nicht bekannt.</translation>
    </message>
    <message>
        <source>This server does not know steps of the kind “%1”. The local server does.</source>
        <translation>Dieser Server kennt keine Schritte der Art „%1“. Der lokale Server kennt sie.</translation>
    </message>
    <message>
        <source>This server does not take steps that are nested so deeply.</source>
        <translation>So tief verschachtelte Schritte nimmt dieser Server nicht an.</translation>
    </message>
    <message numerus="yes">
        <source>This server takes at most %n parallel steps.</source>
        <translation>
            <numerusform>Dieser Server nimmt höchstens %n parallelen Schritt an.</numerusform>
            <numerusform>Dieser Server nimmt höchstens %n parallele Schritte an.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This server takes ids of at most %n characters.</source>
        <translation>
            <numerusform>Dieser Server nimmt Kennungen mit höchstens %n Zeichen an.</numerusform>
            <numerusform>Dieser Server nimmt Kennungen mit höchstens %n Zeichen an.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::WorkflowView</name>
    <message>
        <source>Canvas of the workflow</source>
        <translation>Zeichenfläche des Arbeitsablaufs</translation>
    </message>
    <message>
        <source>This workflow has no steps.</source>
        <translation>Dieser Arbeitsablauf hat keine Schritte.</translation>
    </message>
    <message>
        <source>Drag a kind of step here, or press Insert to choose one.</source>
        <translation>Eine Art von Schritt hierher ziehen oder mit der Einfügetaste auswählen.</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <comment>no step is chosen as the end of an edge</comment>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>Connect the branch “then” of %1 with: %2. T and E choose the branch, arrows and Tab the step, Enter connects, Escape gives up.</source>
        <translation>Zweig „dann“ von %1 verbinden mit: %2. T und E wählen den Zweig, Pfeile und Tabulator den Schritt, die Eingabetaste verbindet, Escape gibt auf.</translation>
    </message>
    <message>
        <source>Connect the branch “else” of %1 with: %2. T and E choose the branch, arrows and Tab the step, Enter connects, Escape gives up.</source>
        <translation>Zweig „sonst“ von %1 verbinden mit: %2. T und E wählen den Zweig, Pfeile und Tabulator den Schritt, die Eingabetaste verbindet, Escape gibt auf.</translation>
    </message>
    <message>
        <source>Connect %1 with: %2. Arrows and Tab choose the step, Enter connects, Escape gives up.</source>
        <translation>%1 verbinden mit: %2. Pfeile und Tabulator wählen den Schritt, die Eingabetaste verbindet, Escape gibt auf.</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
</context>
<context>
    <name>desk::WorkflowsPage</name>
    <message>
        <source>Workflows</source>
        <translation>Arbeitsabläufe</translation>
    </message>
    <message>
        <source>Search workflows</source>
        <translation>Arbeitsabläufe suchen</translation>
    </message>
    <message>
        <source>No workflow matches the search.</source>
        <translation>Kein Arbeitsablauf passt zur Suche.</translation>
    </message>
    <message>
        <source>No workflows</source>
        <translation>Keine Arbeitsabläufe</translation>
    </message>
    <message>
        <source>This server has none that you may see.</source>
        <translation>Dieser Server hat keine, die hier zu sehen sind.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>New workflow</source>
        <translation>Neuer Arbeitsablauf</translation>
    </message>
    <message>
        <source>Delete the workflow?</source>
        <translation>Arbeitsablauf löschen?</translation>
    </message>
    <message>
        <source>“%1” goes for everybody. What this computer has of its versions stays.</source>
        <translation>„%1“ verschwindet für alle. Was dieser Rechner von seinen Versionen hat, bleibt.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>This workflow can only be looked at.</source>
        <translation>Dieser Arbeitsablauf kann nur angesehen werden.</translation>
    </message>
    <message>
        <source>Restore a version</source>
        <translation>Version wiederherstellen</translation>
    </message>
</context>
<context>
    <name>desk::Workspace</name>
    <message>
        <source>Another program answers in place of the local server.</source>
        <translation>Ein anderes Programm antwortet anstelle des lokalen Servers.</translation>
    </message>
    <message>
        <source>Close unknown programs and try again.</source>
        <translation>Unbekannte Programme beenden und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>You are not signed in at %1.</source>
        <comment>%1 host</comment>
        <translation>Auf %1 ist niemand angemeldet.</translation>
    </message>
    <message>
        <source>Sign in to go on.</source>
        <translation>Zum Fortfahren anmelden.</translation>
    </message>
</context>
<context>
    <name>desk::YamlReader</name>
    <message>
        <source>This number is too large.</source>
        <translation>Diese Zahl ist zu groß.</translation>
    </message>
    <message>
        <source>Infinity and “not a number” are no values here.</source>
        <translation>Unendlich und „keine Zahl“ sind hier keine Werte.</translation>
    </message>
    <message>
        <source>The type given for this value with “!” is not known here, or does not fit the value.</source>
        <translation>Die mit „!“ angegebene Art dieses Werts ist hier nicht bekannt oder passt nicht zum Wert.</translation>
    </message>
    <message>
        <source>A second document begins here. A file holds one.</source>
        <translation>Hier beginnt ein zweites Dokument. Eine Datei enthält eines.</translation>
    </message>
    <message>
        <source>This “*” points to what holds it, or stands where a name belongs.</source>
        <translation>Dieses „*“ zeigt auf das, worin es steht, oder steht, wo ein Name hingehört.</translation>
    </message>
    <message>
        <source>Merging with “&lt;&lt;” is not taken. Write the members out, or put the name in quotation marks.</source>
        <translation>Das Zusammenführen mit „&lt;&lt;“ wird nicht angenommen. Schreiben Sie die Angaben aus, oder setzen Sie den Namen in Anführungszeichen.</translation>
    </message>
    <message numerus="yes">
        <source>This is nested too deep: %n levels are taken.</source>
        <translation>
            <numerusform>Das ist zu tief verschachtelt: %n Ebene wird angenommen.</numerusform>
            <numerusform>Das ist zu tief verschachtelt: %n Ebenen werden angenommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Up to here there are more values than a file may have, counting what each “*” stands for.</source>
        <translation>Bis hierher sind es mehr Werte, als eine Datei haben darf, das mitgezählt, wofür jedes „*“ steht.</translation>
    </message>
    <message>
        <source>“%1” is given twice.</source>
        <translation>„%1“ ist zweimal angegeben.</translation>
    </message>
    <message>
        <source>A name must be a text, not a list or an object.</source>
        <translation>Ein Name muss ein Text sein, keine Liste und kein Objekt.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>A tab stands at the beginning of this line. Use blanks.</source>
        <translation>Am Anfang dieser Zeile steht ein Tabulator. Benutzen Sie Leerzeichen.</translation>
    </message>
    <message>
        <source>This “*” points to nothing.</source>
        <translation>Dieses „*“ zeigt auf nichts.</translation>
    </message>
    <message>
        <source>From here on this is no YAML. Look at the blanks at the beginning of the line, at quotation marks and at brackets.</source>
        <translation>Ab hier ist das kein YAML. Sehen Sie nach den Leerzeichen am Zeilenanfang, nach Anführungszeichen und Klammern.</translation>
    </message>
    <message>
        <source>There is nothing in it.</source>
        <translation>Es steht nichts darin.</translation>
    </message>
    <message>
        <source>This is no YAML that can be read.</source>
        <translation>Das ist kein YAML, das gelesen werden kann.</translation>
    </message>
    <message>
        <source>It is too large: %1 MB are taken.</source>
        <translation>Es ist zu groß: %1 MB werden angenommen.</translation>
    </message>
    <message>
        <source>Its text is not in UTF-8.</source>
        <translation>Der Text ist nicht in UTF-8.</translation>
    </message>
    <message>
        <source>A control character stands here. It must be written as “\u…” in quotation marks.</source>
        <translation>Hier steht ein Steuerzeichen. Es muss in Anführungszeichen als „\u…“ geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>desk::YamlWriter</name>
    <message>
        <source>It is too large for a YAML file. Use JSON.</source>
        <translation>Es ist zu groß für eine YAML-Datei. Benutzen Sie JSON.</translation>
    </message>
    <message>
        <source>It is nested too deep for a YAML file. Use JSON.</source>
        <translation>Es ist zu tief verschachtelt für eine YAML-Datei. Benutzen Sie JSON.</translation>
    </message>
    <message>
        <source>It holds half a character, which YAML cannot say. Use JSON.</source>
        <translation>Es enthält ein halbes Zeichen, das YAML nicht ausdrücken kann. Benutzen Sie JSON.</translation>
    </message>
    <message>
        <source>It has too many parts for a YAML file. Use JSON.</source>
        <translation>Es hat zu viele Teile für eine YAML-Datei. Benutzen Sie JSON.</translation>
    </message>
</context>
<context>
    <name>desk::server::ChatClient</name>
    <message>
        <source>The address of the language model is not a web address: %1.</source>
        <translation>Die Adresse des Sprachmodells ist keine Webadresse: %1.</translation>
    </message>
    <message>
        <source>Correct it under Settings → Language model, for example http://127.0.0.1:11434/v1.</source>
        <translation>Unter Einstellungen → Sprachmodell korrigieren, zum Beispiel http://127.0.0.1:11434/v1.</translation>
    </message>
    <message>
        <source>The language model stopped with an error: %1</source>
        <translation>Das Sprachmodell hat mit einem Fehler aufgehört: %1</translation>
    </message>
    <message>
        <source>Ask again, or choose another model.</source>
        <translation>Noch einmal fragen oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>The connection to the language model ended in the middle of the answer.</source>
        <translation>Die Verbindung zum Sprachmodell endete mitten in der Antwort.</translation>
    </message>
    <message>
        <source>Ask again; if it happens often, look at the log of the model&apos;s server.</source>
        <translation>Noch einmal fragen; geschieht es oft, ins Protokoll des Modellservers sehen.</translation>
    </message>
    <message>
        <source>Check that the model&apos;s server is running and not overloaded, then ask again.</source>
        <translation>Prüfen, ob der Modellserver läuft und nicht überlastet ist, dann noch einmal fragen.</translation>
    </message>
    <message numerus="yes">
        <source>No connection to the language model at %1 within %n second(s).</source>
        <translation>
            <numerusform>Keine Verbindung zum Sprachmodell unter %1 innerhalb einer Sekunde.</numerusform>
            <numerusform>Keine Verbindung zum Sprachmodell unter %1 innerhalb von %n Sekunden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The language model did not begin to answer within %n second(s).</source>
        <translation>
            <numerusform>Das Sprachmodell hat innerhalb einer Sekunde nicht zu antworten begonnen.</numerusform>
            <numerusform>Das Sprachmodell hat innerhalb von %n Sekunden nicht zu antworten begonnen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The language model stopped in the middle of its answer and sent nothing for %n second(s).</source>
        <translation>
            <numerusform>Das Sprachmodell hörte mitten in der Antwort auf und sendete eine Sekunde lang nichts.</numerusform>
            <numerusform>Das Sprachmodell hörte mitten in der Antwort auf und sendete %n Sekunden lang nichts.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check it under Settings → Language model.</source>
        <translation>Unter Einstellungen → Sprachmodell prüfen.</translation>
    </message>
    <message>
        <source>The language model at %1 refused the key.</source>
        <translation>Das Sprachmodell unter %1 hat den Schlüssel abgelehnt.</translation>
    </message>
    <message>
        <source>The endpoint %1 does not know the model “%2”.</source>
        <translation>Der Endpunkt %1 kennt das Modell „%2“ nicht.</translation>
    </message>
    <message>
        <source>Choose another model under Settings → Language model; with Ollama, load it first with “ollama pull”.</source>
        <translation>Unter Einstellungen → Sprachmodell ein anderes Modell wählen; bei Ollama vorher mit „ollama pull“ laden.</translation>
    </message>
    <message>
        <source>The language model accepts no more requests at the moment.</source>
        <translation>Das Sprachmodell nimmt gerade keine weiteren Anfragen an.</translation>
    </message>
    <message>
        <source>Wait a minute and ask again, or check your quota.</source>
        <translation>Eine Minute warten und noch einmal fragen oder das Kontingent prüfen.</translation>
    </message>
    <message>
        <source>The endpoint %1 sends elsewhere, which is not followed because your key would go with it.</source>
        <translation>Der Endpunkt %1 leitet weiter; dem wird nicht gefolgt, weil der Schlüssel mitgehen würde.</translation>
    </message>
    <message>
        <source>Enter the final address under Settings → Language model.</source>
        <translation>Die endgültige Adresse unter Einstellungen → Sprachmodell eingeben.</translation>
    </message>
    <message>
        <source>The server of the language model failed (HTTP %1): %2</source>
        <translation>Der Server des Sprachmodells ist gescheitert (HTTP %1): %2</translation>
    </message>
    <message>
        <source>Look at its log, then ask again.</source>
        <translation>In sein Protokoll sehen, dann noch einmal fragen.</translation>
    </message>
    <message>
        <source>The language model refused the request (HTTP %1): %2</source>
        <translation>Das Sprachmodell hat die Anfrage abgelehnt (HTTP %1): %2</translation>
    </message>
    <message>
        <source>Choose another model or check the endpoint under Settings → Language model.</source>
        <translation>Unter Einstellungen → Sprachmodell ein anderes Modell wählen oder den Endpunkt prüfen.</translation>
    </message>
    <message>
        <source>Start the model&apos;s server, for example with “ollama serve”, or correct the address under Settings → Language model.</source>
        <translation>Den Modellserver starten, zum Beispiel mit „ollama serve“, oder die Adresse unter Einstellungen → Sprachmodell korrigieren.</translation>
    </message>
    <message>
        <source>Nothing answers at %1: the connection was refused.</source>
        <translation>Unter %1 antwortet nichts: die Verbindung wurde abgelehnt.</translation>
    </message>
    <message>
        <source>The host name of %1 is not known.</source>
        <translation>Der Rechnername von %1 ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted.</source>
        <translation>Dem Zertifikat von %1 wird nicht vertraut.</translation>
    </message>
    <message>
        <source>Ask your administrator for the company&apos;s certificate authority.</source>
        <translation>Bei der Administration nach der Zertifizierungsstelle der Firma fragen.</translation>
    </message>
    <message>
        <source>The server at %1 closed the connection without an answer.</source>
        <translation>Der Server unter %1 hat die Verbindung ohne Antwort geschlossen.</translation>
    </message>
    <message>
        <source>The language model at %1 cannot be reached: %2.</source>
        <translation>Das Sprachmodell unter %1 ist nicht erreichbar: %2.</translation>
    </message>
    <message>
        <source>%1 does not answer like an OpenAI-compatible endpoint.</source>
        <translation>%1 antwortet nicht wie ein OpenAI-kompatibler Endpunkt.</translation>
    </message>
    <message>
        <source>Check the address under Settings → Language model; it usually ends with /v1.</source>
        <translation>Die Adresse unter Einstellungen → Sprachmodell prüfen; meist endet sie auf /v1.</translation>
    </message>
</context>
<context>
    <name>desk::server::EngineTurn</name>
    <message>
        <source>The answer was stopped.</source>
        <translation>Die Antwort wurde angehalten.</translation>
    </message>
    <message>
        <source>The tool %1 is switched off for this conversation.</source>
        <translation>Das Werkzeug %1 ist für diese Unterhaltung abgeschaltet.</translation>
    </message>
    <message>
        <source>The person refused to start the program of the tool %1.</source>
        <translation>Der Start des Programms für das Werkzeug %1 wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Nobody answered in time whether the program of the tool %1 may start: it counts as refused.</source>
        <translation>Niemand hat rechtzeitig geantwortet, ob das Programm für das Werkzeug %1 starten darf: Es gilt als abgelehnt.</translation>
    </message>
</context>
<context>
    <name>desk::server::LocalServer</name>
    <message>
        <source>The upload is not well-formed: its boundary is missing.</source>
        <translation>Der Upload ist nicht wohlgeformt: die Trennmarke fehlt.</translation>
    </message>
    <message>
        <source>The request is larger than 16 MB.</source>
        <translation>Die Anfrage ist größer als 16 MB.</translation>
    </message>
    <message>
        <source>The upload needs exactly one file in the field &quot;file&quot;.</source>
        <translation>Der Upload braucht genau eine Datei im Feld „file“.</translation>
    </message>
    <message>
        <source>The JSON of this request is nested too deeply.</source>
        <translation>Das JSON dieser Anfrage ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>The request is not valid JSON: %1</source>
        <translation>Die Anfrage ist kein gültiges JSON: %1</translation>
    </message>
    <message>
        <source>The local server cannot start its HTTP library.</source>
        <translation>Der lokale Server kann seine HTTP-Bibliothek nicht starten.</translation>
    </message>
    <message>
        <source>Start again; if it happens again, report it with the log.</source>
        <translation>Neu starten; geschieht es wieder, mit dem Protokoll melden.</translation>
    </message>
    <message>
        <source>Too many event streams are open. Close some and try again.</source>
        <translation>Zu viele Ereignisströme sind offen. Einige schließen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The local server cannot start: port %1 is already taken by another program.</source>
        <translation>Der lokale Server kann nicht starten: Port %1 ist schon von einem anderen Programm belegt.</translation>
    </message>
    <message>
        <source>Choose another port, or leave out --port to use any free one.</source>
        <translation>Einen anderen Port wählen oder --port weglassen, um irgendeinen freien zu benutzen.</translation>
    </message>
    <message>
        <source>The local server cannot listen on 127.0.0.1: %1.</source>
        <translation>Der lokale Server kann auf 127.0.0.1 nicht lauschen: %1.</translation>
    </message>
    <message>
        <source>Check whether a firewall or sandbox forbids local connections, then start again.</source>
        <translation>Prüfen, ob eine Firewall oder Sandbox lokale Verbindungen verbietet, dann neu starten.</translation>
    </message>
    <message>
        <source>The address of the request is too long.</source>
        <translation>Die Adresse der Anfrage ist zu lang.</translation>
    </message>
    <message>
        <source>The request has too many headers.</source>
        <translation>Die Anfrage hat zu viele Kopfzeilen.</translation>
    </message>
    <message>
        <source>Only addresses that start with a slash are accepted.</source>
        <translation>Nur Adressen, die mit einem Schrägstrich beginnen, werden angenommen.</translation>
    </message>
    <message>
        <source>The length of the request is ambiguous.</source>
        <translation>Die Länge der Anfrage ist mehrdeutig.</translation>
    </message>
    <message>
        <source>This transfer encoding is not supported.</source>
        <translation>Diese Übertragungskodierung wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The request needs exactly one Host header.</source>
        <translation>Die Anfrage braucht genau eine Host-Kopfzeile.</translation>
    </message>
    <message>
        <source>This server answers only under its own loopback address.</source>
        <translation>Dieser Server antwortet nur unter seiner eigenen Loopback-Adresse.</translation>
    </message>
    <message>
        <source>Requests from web pages are refused.</source>
        <translation>Anfragen von Webseiten werden abgelehnt.</translation>
    </message>
    <message>
        <source>Too many wrong tokens. Try again in a second.</source>
        <translation>Zu viele falsche Token. In einer Sekunde noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The access token is missing or wrong.</source>
        <translation>Das Zugangstoken fehlt oder ist falsch.</translation>
    </message>
    <message>
        <source>The content type of this request must be %1.</source>
        <translation>Der Inhaltstyp dieser Anfrage muss %1 sein.</translation>
    </message>
    <message>
        <source>An agent needs &quot;%1&quot;.</source>
        <translation>Ein Agent braucht „%1“.</translation>
    </message>
    <message>
        <source>There is no tool called &quot;%1&quot;.</source>
        <translation>Es gibt kein Werkzeug namens „%1“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the name of a built-in agent.</source>
        <translation>„%1“ ist der Name eines eingebauten Agenten.</translation>
    </message>
    <message>
        <source>Built-in agents cannot be changed.</source>
        <translation>Eingebaute Agenten lassen sich nicht ändern.</translation>
    </message>
    <message>
        <source>There is no such agent.</source>
        <translation>Diesen Agenten gibt es nicht.</translation>
    </message>
    <message>
        <source>Built-in agents cannot be deleted.</source>
        <translation>Eingebaute Agenten lassen sich nicht löschen.</translation>
    </message>
    <message>
        <source>A provider needs a name.</source>
        <translation>Ein Anbieter braucht einen Namen.</translation>
    </message>
    <message>
        <source>Two providers are called &quot;%1&quot;.</source>
        <translation>Zwei Anbieter heißen „%1“.</translation>
    </message>
    <message>
        <source>The address of &quot;%1&quot; must start with http:// or https://.</source>
        <translation>Die Adresse von „%1“ muss mit http:// oder https:// beginnen.</translation>
    </message>
    <message>
        <source>The address of &quot;%1&quot; must not hold a user name or password.</source>
        <translation>Die Adresse von „%1“ darf keinen Benutzernamen und kein Passwort enthalten.</translation>
    </message>
    <message>
        <source>The list of providers must be an array.</source>
        <translation>Die Liste der Anbieter muss ein Array sein.</translation>
    </message>
    <message>
        <source>A provider cannot be read: %1</source>
        <translation>Ein Anbieter ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>The server stopped before the answer was complete. What it had said is kept; retry to get a full answer.</source>
        <translation>Der Server wurde beendet, bevor die Antwort vollständig war. Das bis dahin Gesagte ist erhalten; für eine ganze Antwort wiederholen.</translation>
    </message>
    <message>
        <source>Give yourself write access to the folder, or choose another one.</source>
        <translation>Schreibzugriff auf den Ordner geben oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>The data folder %1 cannot be used: %2.</source>
        <translation>Der Datenordner %1 ist nicht benutzbar: %2.</translation>
    </message>
    <message>
        <source>it is a file</source>
        <translation>er ist eine Datei</translation>
    </message>
    <message>
        <source>it cannot be created</source>
        <translation>er lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>it is read-only</source>
        <translation>er ist schreibgeschützt</translation>
    </message>
    <message>
        <source>it belongs to another user</source>
        <translation>er gehört einem anderen Benutzer</translation>
    </message>
    <message>
        <source>The database %1 is missing or empty, although there was one. Nothing was changed.</source>
        <translation>Die Datenbank %1 fehlt oder ist leer, obwohl es eine gab. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Put the newest file of the folder &quot;backups&quot; in its place, or remove %1 to begin with an empty one.</source>
        <translation>Die neueste Datei des Ordners „backups“ an ihre Stelle setzen oder %1 entfernen, um mit einer leeren zu beginnen.</translation>
    </message>
    <message>
        <source>There is no such conversation.</source>
        <translation>Diese Unterhaltung gibt es nicht.</translation>
    </message>
    <message>
        <source>An answer is still being written in this conversation. Wait for it or stop it first.</source>
        <translation>In dieser Unterhaltung wird noch eine Antwort geschrieben. Erst abwarten oder anhalten.</translation>
    </message>
    <message>
        <source>The message is empty.</source>
        <translation>Die Nachricht ist leer.</translation>
    </message>
    <message>
        <source>The message is longer than %L1 characters. Attach it as a file.</source>
        <translation>Die Nachricht ist länger als %L1 Zeichen. Als Datei anhängen.</translation>
    </message>
    <message>
        <source>An attached file is no longer there. Attach it again.</source>
        <translation>Eine angehängte Datei ist nicht mehr da. Neu anhängen.</translation>
    </message>
    <message>
        <source>&quot;order&quot; is either &quot;asc&quot; or &quot;desc&quot;.</source>
        <translation>„order“ ist entweder „asc“ oder „desc“.</translation>
    </message>
    <message numerus="yes">
        <source>A title has at most %n characters.</source>
        <translation>
            <numerusform>Ein Titel hat höchstens %n Zeichen.</numerusform>
            <numerusform>Ein Titel hat höchstens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A title has between 1 and %n characters.</source>
        <translation>
            <numerusform>Ein Titel hat zwischen 1 und %n Zeichen.</numerusform>
            <numerusform>Ein Titel hat zwischen 1 und %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A message needs a &quot;role&quot; (user, assistant or system) and &quot;content&quot;.</source>
        <translation>Eine Nachricht braucht „role“ (user, assistant oder system) und „content“.</translation>
    </message>
    <message>
        <source>There is no such message.</source>
        <translation>Diese Nachricht gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>The file is larger than 100 MB. Attach a smaller file, or only the part you need.</source>
        <translation>Die Datei ist größer als 100 MB. Eine kleinere Datei anhängen oder nur den nötigen Teil.</translation>
    </message>
    <message>
        <source>The file could not be stored in the data folder. Check its access rights and free space.</source>
        <translation>Die Datei ließ sich nicht im Datenordner speichern. Zugriffsrechte und freien Platz prüfen.</translation>
    </message>
    <message>
        <source>A file is sent as multipart/form-data.</source>
        <translation>Eine Datei wird als multipart/form-data gesendet.</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; is empty. Choose a file with content.</source>
        <translation>Die Datei „%1“ ist leer. Eine Datei mit Inhalt wählen.</translation>
    </message>
    <message>
        <source>The bytes of this file are gone from the data folder.</source>
        <translation>Der Inhalt dieser Datei ist aus dem Datenordner verschwunden.</translation>
    </message>
    <message>
        <source>This address does not know the method %1.</source>
        <translation>Diese Adresse kennt die Methode %1 nicht.</translation>
    </message>
    <message>
        <source>There is nothing at this address.</source>
        <translation>Unter dieser Adresse gibt es nichts.</translation>
    </message>
    <message>
        <source>There is no such run.</source>
        <translation>Diesen Lauf gibt es nicht.</translation>
    </message>
    <message>
        <source>A run needs &quot;agent_id&quot; or &quot;agent_name&quot;.</source>
        <translation>Ein Lauf braucht „agent_id“ oder „agent_name“.</translation>
    </message>
    <message>
        <source>A run needs a non-empty &quot;input.prompt&quot;.</source>
        <translation>Ein Lauf braucht ein nicht leeres „input.prompt“.</translation>
    </message>
    <message>
        <source>The run has started.</source>
        <translation>Der Lauf ist gestartet.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time.</source>
        <translation>„%1“ ist keine Zeitangabe.</translation>
    </message>
    <message>
        <source>This run has already ended.</source>
        <translation>Dieser Lauf ist schon beendet.</translation>
    </message>
    <message>
        <source>Only a run that failed or was stopped can be retried.</source>
        <translation>Nur ein fehlgeschlagener oder angehaltener Lauf lässt sich wiederholen.</translation>
    </message>
    <message>
        <source>Another answer is being written in this conversation.</source>
        <translation>In dieser Unterhaltung wird gerade eine andere Antwort geschrieben.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list of texts.</source>
        <translation>„%1“ muss eine Liste von Texten sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a text or null.</source>
        <translation>„%1“ muss ein Text oder null sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be between %2 and %3.</source>
        <translation>„%1“ muss zwischen %2 und %3 liegen.</translation>
    </message>
    <message>
        <source>This place in the stream is not known. Read the run as a whole instead.</source>
        <translation>Diese Stelle im Strom ist nicht bekannt. Stattdessen den ganzen Lauf lesen.</translation>
    </message>
    <message>
        <source>Compute the totals</source>
        <translation>Die Summen berechnen</translation>
    </message>
    <message>
        <source>Compare with the last period</source>
        <translation>Mit dem vorigen Zeitraum vergleichen</translation>
    </message>
    <message>
        <source>Is the change large?</source>
        <translation>Ist die Änderung groß?</translation>
    </message>
    <message>
        <source>Let a person look at it</source>
        <translation>Von einem Menschen prüfen lassen</translation>
    </message>
    <message>
        <source>The figures changed by more than 10. Report them?</source>
        <translation>Die Zahlen haben sich um mehr als 10 geändert. Berichten?</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Berichten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>Den Bericht schreiben</translation>
    </message>
    <message>
        <source>Computes figures from an attached table, has a large change reviewed and writes a short report.</source>
        <translation>Berechnet Zahlen aus einer angehängten Tabelle, lässt eine große Änderung prüfen und schreibt einen kurzen Bericht.</translation>
    </message>
    <message>
        <source>Find the passages</source>
        <translation>Die Stellen finden</translation>
    </message>
    <message>
        <source>Answer with sources</source>
        <translation>Mit Quellen antworten</translation>
    </message>
    <message>
        <source>For each question</source>
        <translation>Für jede Frage</translation>
    </message>
    <message>
        <source>Put the answers together</source>
        <translation>Die Antworten zusammenfügen</translation>
    </message>
    <message>
        <source>Asks a list of questions about the attached documents and puts the answers together with their sources.</source>
        <translation>Stellt eine Liste von Fragen zu den angehängten Dokumenten und fügt die Antworten mit ihren Quellen zusammen.</translation>
    </message>
    <message>
        <source>The local server is about to end and takes no new work.</source>
        <translation>Der lokale Server wird gleich beendet und nimmt keine neue Arbeit an.</translation>
    </message>
    <message>
        <source>The Idempotency-Key is too long.</source>
        <translation>Der Idempotency-Key ist zu lang.</translation>
    </message>
    <message>
        <source>The same request is still being worked on.</source>
        <translation>An derselben Anfrage wird noch gearbeitet.</translation>
    </message>
    <message>
        <source>This Idempotency-Key was already used for another request.</source>
        <translation>Dieser Idempotency-Key wurde schon für eine andere Anfrage benutzt.</translation>
    </message>
    <message>
        <source>The run this request had started was deleted.</source>
        <translation>Der von dieser Anfrage gestartete Lauf wurde gelöscht.</translation>
    </message>
    <message>
        <source>It was changed in the meantime. Load it again before you change it.</source>
        <translation>Es wurde inzwischen geändert. Vor dem Ändern neu laden.</translation>
    </message>
    <message>
        <source>The step &quot;%1&quot; needs &quot;%2&quot;.</source>
        <translation>Der Schritt „%1“ braucht „%2“.</translation>
    </message>
    <message>
        <source>The step &quot;%1&quot; has the unknown type &quot;%2&quot;.</source>
        <translation>Der Schritt „%1“ hat die unbekannte Art „%2“.</translation>
    </message>
    <message>
        <source>The steps are nested too deeply.</source>
        <translation>Die Schritte sind zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>Every step needs an &quot;id&quot;.</source>
        <translation>Jeder Schritt braucht eine „id“.</translation>
    </message>
    <message>
        <source>Two steps have the id &quot;%1&quot;.</source>
        <translation>Zwei Schritte haben die id „%1“.</translation>
    </message>
    <message>
        <source>A workflow needs at least one step.</source>
        <translation>Ein Arbeitsablauf braucht mindestens einen Schritt.</translation>
    </message>
    <message>
        <source>There is no such workflow.</source>
        <translation>Diesen Arbeitsablauf gibt es nicht.</translation>
    </message>
    <message numerus="yes">
        <source>A workflow needs a name of at most %n characters.</source>
        <translation>
            <numerusform>Ein Arbeitsablauf braucht einen Namen von höchstens %n Zeichen.</numerusform>
            <numerusform>Ein Arbeitsablauf braucht einen Namen von höchstens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Invalid workflow definition: %1</source>
        <translation>Ungültige Definition des Arbeitsablaufs: %1</translation>
    </message>
    <message>
        <source>There is already a workflow called &quot;%1&quot;.</source>
        <translation>Einen Arbeitsablauf namens „%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>See --help.</source>
        <translation>Siehe --help.</translation>
    </message>
    <message>
        <source>The agent server of one computer: agents, tools, conversations and runs behind 127.0.0.1.</source>
        <translation>Der Agentenserver eines Rechners: Agenten, Werkzeuge, Unterhaltungen und Läufe hinter 127.0.0.1.</translation>
    </message>
    <message>
        <source>Folder that holds everything. It is made when it does not exist.</source>
        <translation>Ordner, der alles enthält. Er wird angelegt, wenn es ihn nicht gibt.</translation>
    </message>
    <message>
        <source>File with the access token, readable by its owner only. Without it the token is the first line of standard input.</source>
        <translation>Datei mit dem Zugangstoken, nur für den Eigentümer lesbar. Ohne sie ist das Token die erste Zeile der Standardeingabe.</translation>
    </message>
    <message>
        <source>End when standard input closes, after running answers are complete.</source>
        <translation>Enden, wenn die Standardeingabe schließt, nachdem laufende Antworten fertig sind.</translation>
    </message>
    <message>
        <source>Port on 127.0.0.1; 0 takes any free one.</source>
        <translation>Port auf 127.0.0.1; 0 nimmt irgendeinen freien.</translation>
    </message>
    <message>
        <source>Language of messages, such as &quot;de&quot;.</source>
        <translation>Sprache der Meldungen, etwa „de“.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe zeigen.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version zeigen.</translation>
    </message>
    <message>
        <source>Unexpected argument &quot;%1&quot;.</source>
        <translation>Unerwartetes Argument „%1“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid number for --%2.</source>
        <translation>„%1“ ist keine gültige Zahl für --%2.</translation>
    </message>
    <message>
        <source>The option --data is missing.</source>
        <translation>Die Option --data fehlt.</translation>
    </message>
    <message>
        <source>The access token is missing or too short.</source>
        <translation>Das Zugangstoken fehlt oder ist zu kurz.</translation>
    </message>
    <message>
        <source>Give a random text of at least 8 characters as the first line of standard input, or use --token-file.</source>
        <translation>Einen zufälligen Text von mindestens 8 Zeichen als erste Zeile der Standardeingabe geben oder --token-file benutzen.</translation>
    </message>
    <message>
        <source>The token file %1 cannot be read.</source>
        <translation>Die Token-Datei %1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Check its name and access rights.</source>
        <translation>Ihren Namen und die Zugriffsrechte prüfen.</translation>
    </message>
    <message>
        <source>The token file %1 can be read by other users.</source>
        <translation>Die Token-Datei %1 ist für andere Benutzer lesbar.</translation>
    </message>
    <message>
        <source>Run &quot;chmod 600 %1&quot; and start again.</source>
        <translation>„chmod 600 %1“ ausführen und neu starten.</translation>
    </message>
    <message>
        <source>An answer to this message is still being written. Wait for it or stop it first.</source>
        <translation>Eine Antwort auf diese Nachricht wird noch geschrieben. Darauf warten oder sie zuerst anhalten.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be true or false.</source>
        <translation>„%1“ muss wahr oder falsch sein.</translation>
    </message>
    <message>
        <source>This tool reads the files of a conversation, and a test has none. Ask for it in the conversation instead.</source>
        <translation>Dieses Werkzeug liest die Dateien einer Unterhaltung, und ein Test hat keine. Fragen Sie stattdessen in der Unterhaltung danach.</translation>
    </message>
    <message>
        <source>There is no such tool.</source>
        <translation>Es gibt kein solches Werkzeug.</translation>
    </message>
    <message>
        <source>A test of a tool needs &quot;input&quot;, an object.</source>
        <translation>Ein Test eines Werkzeugs braucht „input“, ein Objekt.</translation>
    </message>
    <message>
        <source>There is no such scope: &quot;%1&quot;.</source>
        <translation>Diesen Geltungsbereich gibt es nicht: „%1“.</translation>
    </message>
    <message>
        <source>The tool server speaks another version of its protocol.</source>
        <translation>Der Werkzeugserver spricht eine andere Version seines Protokolls.</translation>
    </message>
    <message>
        <source>The tool server&apos;s list of tools cannot be read.</source>
        <translation>Die Werkzeugliste des Werkzeugservers kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The call was cancelled.</source>
        <translation>Der Aufruf wurde abgebrochen.</translation>
    </message>
    <message numerus="yes">
        <source>The tool server did not answer within %n second(s).</source>
        <translation>
            <numerusform>Der Werkzeugserver hat nicht innerhalb von %n Sekunde geantwortet.</numerusform>
            <numerusform>Der Werkzeugserver hat nicht innerhalb von %n Sekunden geantwortet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The tool server refused the request.</source>
        <translation>Der Werkzeugserver hat die Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>The tool server breaks the rules of its protocol: %1.</source>
        <translation>Der Werkzeugserver hält sich nicht an sein Protokoll: %1.</translation>
    </message>
    <message>
        <source>The program &quot;%1&quot; cannot be started.</source>
        <translation>Das Programm „%1“ kann nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The tool server sends more than 8 MB in one line.</source>
        <translation>Der Werkzeugserver sendet mehr als 8 MB in einer Zeile.</translation>
    </message>
    <message>
        <source>The program &quot;%1&quot; ended before it had answered.</source>
        <translation>Das Programm „%1“ endete, bevor es geantwortet hatte.</translation>
    </message>
    <message>
        <source>Look at the tool&apos;s &quot;mcp_server&quot;.</source>
        <translation>Sehen Sie nach dem „mcp_server“ des Werkzeugs.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be &quot;%2&quot;.</source>
        <translation>„%1“ kann nicht „%2“ sein.</translation>
    </message>
    <message>
        <source>There is no such version of the agent.</source>
        <translation>Diese Version des Agenten gibt es nicht.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a text.</source>
        <translation>„%1“ muss ein Text sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be an object whose values are texts.</source>
        <translation>„%1“ muss ein Objekt sein, dessen Werte Texte sind.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be an object.</source>
        <translation>„%1“ muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a whole number between %2 and %3.</source>
        <translation>„%1“ muss eine ganze Zahl zwischen %2 und %3 sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing or no text.</source>
        <translation>„%1“ fehlt oder ist kein Text.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be one of %2.</source>
        <translation>„%1“ muss eines von %2 sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a number.</source>
        <translation>„%1“ muss eine Zahl sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list.</source>
        <translation>„%1“ muss eine Liste sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is longer than %2 characters.</source>
        <translation>„%1“ ist länger als %2 Zeichen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; may have letters, digits and hyphens only.</source>
        <translation>„%1“ darf nur Buchstaben, Ziffern und Bindestriche haben.</translation>
    </message>
    <message>
        <source>The tool server has no tool called &quot;%1&quot;. It has: %2.</source>
        <translation>Der Werkzeugserver hat kein Werkzeug namens „%1“. Er hat: %2.</translation>
    </message>
    <message>
        <source>The tool failed and does not say why.</source>
        <translation>Das Werkzeug schlug fehl und sagt nicht, warum.</translation>
    </message>
    <message>
        <source>This request was already carried out, and its answer was not kept.</source>
        <translation>Diese Anfrage wurde schon ausgeführt, und ihre Antwort wurde nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>The agent &quot;%1&quot; is inactive. Activate it first.</source>
        <translation>Der Agent „%1“ ist inaktiv. Aktivieren Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the name of a built-in tool.</source>
        <translation>„%1“ ist der Name eines eingebauten Werkzeugs.</translation>
    </message>
    <message>
        <source>There is already a tool called &quot;%1&quot;.</source>
        <translation>Es gibt schon ein Werkzeug namens „%1“.</translation>
    </message>
    <message>
        <source>Built-in tools cannot be changed or deleted.</source>
        <translation>Eingebaute Werkzeuge können nicht geändert oder gelöscht werden.</translation>
    </message>
    <message>
        <source>The scope &quot;agent&quot; needs &quot;agent_id&quot;, the id of an agent.</source>
        <translation>Der Bereich „agent“ braucht „agent_id“, die Kennung eines Agenten.</translation>
    </message>
    <message>
        <source>&quot;providers&quot; and &quot;settings&quot; of a tool must be objects.</source>
        <translation>„providers“ und „settings“ eines Werkzeugs müssen Objekte sein.</translation>
    </message>
    <message>
        <source>&quot;mcp_server&quot; needs &quot;command&quot;, the program to start.</source>
        <translation>„mcp_server“ braucht „command“, das zu startende Programm.</translation>
    </message>
    <message>
        <source>The local server starts tool servers of the transport &quot;stdio&quot; only.</source>
        <translation>Der lokale Server startet nur Werkzeugserver mit dem Transport „stdio“.</translation>
    </message>
    <message>
        <source>&quot;args&quot; and &quot;tool_filter&quot; of &quot;mcp_server&quot; must be lists of texts.</source>
        <translation>„args“ und „tool_filter“ von „mcp_server“ müssen Listen von Texten sein.</translation>
    </message>
    <message>
        <source>&quot;env&quot; of &quot;mcp_server&quot; must be an object of texts.</source>
        <translation>„env“ von „mcp_server“ muss ein Objekt aus Texten sein.</translation>
    </message>
    <message>
        <source>&quot;timeout_seconds&quot; of &quot;mcp_server&quot; must be between 1 and %1.</source>
        <translation>„timeout_seconds“ von „mcp_server“ muss zwischen 1 und %1 liegen.</translation>
    </message>
    <message>
        <source>The description of a tool must be a text.</source>
        <translation>Die Beschreibung eines Werkzeugs muss ein Text sein.</translation>
    </message>
    <message>
        <source>The schema of a tool must be an object.</source>
        <translation>Das Schema eines Werkzeugs muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>The scopes of a tool must be a list of texts.</source>
        <translation>Die Berechtigungen eines Werkzeugs müssen eine Liste von Texten sein.</translation>
    </message>
    <message>
        <source>&quot;is_active&quot; of a tool must be true or false.</source>
        <translation>„is_active“ eines Werkzeugs muss true oder false sein.</translation>
    </message>
    <message>
        <source>&quot;mcp_tool&quot; must be the name that the tool server gives the tool.</source>
        <translation>„mcp_tool“ muss der Name sein, den der Werkzeugserver dem Werkzeug gibt.</translation>
    </message>
    <message>
        <source>A tool needs a name of letters, digits and &quot;_&quot; that does not begin with a digit.</source>
        <translation>Ein Werkzeug braucht einen Namen aus Buchstaben, Ziffern und „_“, der nicht mit einer Ziffer beginnt.</translation>
    </message>
    <message>
        <source>A tool needs an entrypoint such as &quot;module.path:function&quot;.</source>
        <translation>Ein Werkzeug braucht einen Einstiegspunkt wie „modul.pfad:funktion“.</translation>
    </message>
    <message numerus="yes">
        <source>The tool &quot;%1&quot; is used by %n agent(s).</source>
        <translation>
            <numerusform>Das Werkzeug „%1“ wird von %n Agenten benutzt.</numerusform>
            <numerusform>Das Werkzeug „%1“ wird von %n Agenten benutzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>This would start the program %1 with the arguments %2.</source>
        <translation>Damit würde das Programm %1 mit den Argumenten %2 gestartet.</translation>
    </message>
    <message>
        <source>It would be given the variables %1.</source>
        <translation>Es bekäme die Variablen %1.</translation>
    </message>
    <message>
        <source>This tool is an entry of the catalogue only: it names no tool server that could run it.</source>
        <translation>Dieses Werkzeug steht nur im Verzeichnis: Es nennt keinen Werkzeugserver, der es ausführen könnte.</translation>
    </message>
    <message>
        <source>&quot;tool_filter&quot; of &quot;mcp_server&quot; leaves out &quot;%1&quot;.</source>
        <translation>„tool_filter“ von „mcp_server“ lässt „%1“ weg.</translation>
    </message>
    <message>
        <source>The agent %1 wants to use the tool %2. This would start the program %3 with the arguments %4.</source>
        <translation>Der Agent %1 möchte das Werkzeug %2 verwenden. Das würde das Programm %3 mit den Argumenten %4 starten.</translation>
    </message>
    <message>
        <source>The tool would be told: %1</source>
        <translation>Dem Werkzeug würde mitgegeben: %1</translation>
    </message>
    <message>
        <source>Start the program</source>
        <translation>Programm starten</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>This run does not wait for an answer.</source>
        <translation>Dieser Lauf wartet nicht auf eine Antwort.</translation>
    </message>
    <message>
        <source>The run waits for an answer about another call. Look at it again.</source>
        <translation>Der Lauf wartet auf eine Antwort zu einem anderen Aufruf. Erneut ansehen.</translation>
    </message>
    <message>
        <source>This call was already answered.</source>
        <translation>Zu diesem Aufruf wurde bereits geantwortet.</translation>
    </message>
    <message>
        <source>The answer came too late: the call counts as refused.</source>
        <translation>Die Antwort kam zu spät: Der Aufruf gilt als abgelehnt.</translation>
    </message>
    <message>
        <source>The tool was changed or removed after this was asked. Refuse the call, and ask the agent again.</source>
        <translation>Das Werkzeug wurde nach dieser Frage geändert oder entfernt. Den Aufruf ablehnen und den Agenten erneut fragen.</translation>
    </message>
    <message>
        <source>Another local server works on this run. Answer there.</source>
        <translation>Ein anderer lokaler Server arbeitet an diesem Lauf. Dort antworten.</translation>
    </message>
    <message>
        <source>The key for this address did not arrive.</source>
        <translation>Der Schlüssel für diese Adresse ist nicht angekommen.</translation>
    </message>
    <message>
        <source>The key would travel unencrypted to another computer, so nothing was sent.</source>
        <translation>Der Schlüssel ginge unverschlüsselt an einen anderen Rechner, deshalb wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Use https, or leave the key empty.</source>
        <translation>https benutzen oder den Schlüssel leer lassen.</translation>
    </message>
    <message>
        <source>The tool %1 cannot be used: %2</source>
        <translation>Das Werkzeug %1 ist nicht verwendbar: %2</translation>
    </message>
    <message>
        <source>The prompt for the agent is empty.</source>
        <translation>Die Eingabe für den Agenten ist leer.</translation>
    </message>
    <message>
        <source>There is no active agent called &quot;%1&quot;.</source>
        <translation>Es gibt keinen aktiven Agenten namens „%1“.</translation>
    </message>
    <message>
        <source>The agent did not answer.</source>
        <translation>Der Agent hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Nobody answered in time.</source>
        <translation>Niemand hat rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no list that a loop could go through.</source>
        <translation>„%1“ ist keine Liste, die eine Schleife durchlaufen könnte.</translation>
    </message>
    <message>
        <source>The loop would go round %L1 times, and %L2 are allowed.</source>
        <translation>Die Schleife hätte %L1 Durchgänge, erlaubt sind %L2.</translation>
    </message>
    <message>
        <source>The step &quot;%1&quot; wants to use the tool %2. This would start the program %3 with the arguments %4.</source>
        <translation>Der Schritt „%1“ will das Werkzeug %2 verwenden. Damit würde das Programm %3 mit den Argumenten %4 gestartet.</translation>
    </message>
    <message>
        <source>The arguments of the tool are too large.</source>
        <translation>Die Argumente des Werkzeugs sind zu groß.</translation>
    </message>
    <message>
        <source>The arguments of a tool must be an object.</source>
        <translation>Die Argumente eines Werkzeugs müssen ein Objekt sein.</translation>
    </message>
    <message>
        <source>The person refused to start the program of the tool %1.</source>
        <translation>Der Start des Programms für das Werkzeug %1 wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Nobody answered in time whether the program of the tool %1 may start: it counts as refused.</source>
        <translation>Niemand hat rechtzeitig geantwortet, ob das Programm für das Werkzeug %1 starten darf: Es gilt als abgelehnt.</translation>
    </message>
    <message>
        <source>The tool %1 failed.</source>
        <translation>Das Werkzeug %1 ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Guardrails exceeded: &quot;%1&quot; is %2.</source>
        <translation>Grenze überschritten: „%1“ ist %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of the guardrails must be a number that is not negative.</source>
        <translation>„%1“ der Grenzen muss eine Zahl sein, die nicht negativ ist.</translation>
    </message>
    <message>
        <source>The workflow has run %L1 steps, which is where it is stopped.</source>
        <translation>Der Arbeitsablauf hat %L1 Schritte ausgeführt und wird an dieser Grenze beendet.</translation>
    </message>
    <message>
        <source>The step &quot;%1&quot; has run %L2 times, which is where it is stopped.</source>
        <translation>Der Schritt „%1“ lief %L2 Mal und wird an dieser Grenze beendet.</translation>
    </message>
    <message>
        <source>The result of the step is too large or nested too deeply.</source>
        <translation>Das Ergebnis des Schritts ist zu groß oder zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>The results of the workflow are too large.</source>
        <translation>Die Ergebnisse des Arbeitsablaufs sind zu groß.</translation>
    </message>
    <message>
        <source>The step &quot;%1&quot; failed: %2</source>
        <translation>Der Schritt „%1“ ist fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>The server stopped before the workflow was done. Resume it to go on from there.</source>
        <translation>Der Server wurde beendet, bevor der Arbeitsablauf fertig war. Durch Fortsetzen geht er von dort aus weiter.</translation>
    </message>
    <message>
        <source>The tool &quot;%1&quot; is inactive. Activate it first.</source>
        <translation>Das Werkzeug „%1“ ist inaktiv. Es zuerst aktivieren.</translation>
    </message>
    <message>
        <source>There is no such execution.</source>
        <translation>Diese Ausführung gibt es nicht.</translation>
    </message>
    <message>
        <source>The workflow &quot;%1&quot; is inactive. Activate it first.</source>
        <translation>Der Arbeitsablauf „%1“ ist inaktiv. Ihn zuerst aktivieren.</translation>
    </message>
    <message>
        <source>This execution has already ended.</source>
        <translation>Diese Ausführung ist schon zu Ende.</translation>
    </message>
    <message>
        <source>This execution does not wait for an answer.</source>
        <translation>Diese Ausführung wartet auf keine Antwort.</translation>
    </message>
    <message>
        <source>The execution waits for another answer. Look at it again.</source>
        <translation>Die Ausführung wartet auf eine andere Antwort. Sie noch einmal ansehen.</translation>
    </message>
    <message>
        <source>This was already answered.</source>
        <translation>Das wurde schon beantwortet.</translation>
    </message>
    <message>
        <source>The answer came too late.</source>
        <translation>Die Antwort kam zu spät.</translation>
    </message>
    <message>
        <source>The tool was changed or removed after this was asked. Refuse the call.</source>
        <translation>Das Werkzeug wurde nach dieser Frage geändert oder entfernt. Den Aufruf ablehnen.</translation>
    </message>
    <message>
        <source>The answer could not be stored. Try again.</source>
        <translation>Die Antwort konnte nicht gespeichert werden. Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Another local server works on this execution. Answer there.</source>
        <translation>Ein anderer lokaler Server arbeitet an dieser Ausführung. Dort antworten.</translation>
    </message>
    <message>
        <source>The option &quot;%1&quot; was not offered.</source>
        <translation>Die Antwort „%1“ stand nicht zur Wahl.</translation>
    </message>
    <message>
        <source>This place in the stream is not known. Read the execution as a whole instead.</source>
        <translation>Diese Stelle im Strom ist unbekannt. Stattdessen die ganze Ausführung lesen.</translation>
    </message>
    <message>
        <source>Stopped by user</source>
        <translation>Vom Benutzer angehalten</translation>
    </message>
    <message>
        <source>Only an execution that failed or was stopped can be resumed.</source>
        <translation>Nur eine Ausführung, die fehlgeschlagen ist oder angehalten wurde, lässt sich fortsetzen.</translation>
    </message>
    <message>
        <source>Built-in workflows cannot be changed or deleted.</source>
        <translation>Mitgelieferte Arbeitsabläufe lassen sich nicht ändern oder löschen.</translation>
    </message>
    <message>
        <source>Invalid workflow steps: %1</source>
        <translation>Ungültige Schritte des Arbeitsablaufs: %1</translation>
    </message>
    <message>
        <source>The parallel step &quot;%1&quot; holds more than %L2 steps.</source>
        <translation>Der parallele Schritt „%1“ enthält mehr als %L2 Schritte.</translation>
    </message>
    <message>
        <source>The prompt for the agent is too large.</source>
        <translation>Die Anweisung an den Agenten ist zu groß.</translation>
    </message>
    <message>
        <source>The prompts and arguments of the workflow are too large.</source>
        <translation>Die Anweisungen und Argumente des Arbeitsablaufs sind zu groß.</translation>
    </message>
    <message>
        <source>The input of the workflow is too large or nested too deeply.</source>
        <translation>Die Eingabe des Arbeitsablaufs ist zu groß oder zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>The id of the step &quot;%1&quot; is too long.</source>
        <translation>Die Kennung des Schritts „%1“ ist zu lang.</translation>
    </message>
</context>
<context>
    <name>desk::server::ModelListClient</name>
    <message numerus="yes">
        <source>%1 did not answer within %n second(s).</source>
        <translation>
            <numerusform>%1 hat innerhalb von %n Sekunde nicht geantwortet.</numerusform>
            <numerusform>%1 hat innerhalb von %n Sekunden nicht geantwortet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check that the model&apos;s server is running and not overloaded, then try again.</source>
        <translation>Prüfen, ob der Server des Sprachmodells läuft und nicht überlastet ist, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>%1 asks for a key, and none was sent.</source>
        <translation>%1 verlangt einen Schlüssel, und es wurde keiner gesendet.</translation>
    </message>
    <message>
        <source>Enter the key and try again.</source>
        <translation>Den Schlüssel eingeben und erneut versuchen.</translation>
    </message>
    <message>
        <source>%1 refused the key.</source>
        <translation>%1 hat den Schlüssel abgelehnt.</translation>
    </message>
    <message>
        <source>Check the key with whoever gave it to you.</source>
        <translation>Den Schlüssel mit der Stelle abgleichen, die ihn ausgegeben hat.</translation>
    </message>
    <message>
        <source>%1 accepts no more requests at the moment.</source>
        <translation>%1 nimmt zurzeit keine Anfragen mehr an.</translation>
    </message>
    <message>
        <source>Wait a minute and try again, or check your quota.</source>
        <translation>Eine Minute warten und erneut versuchen oder das Kontingent prüfen.</translation>
    </message>
    <message>
        <source>%1 sends elsewhere, which is not followed because your key would go with it.</source>
        <translation>%1 verweist an eine andere Stelle. Dem wird nicht gefolgt, weil der Schlüssel mitginge.</translation>
    </message>
    <message>
        <source>Enter the final address.</source>
        <translation>Die endgültige Adresse eingeben.</translation>
    </message>
    <message>
        <source>The server at %1 failed (HTTP %2).</source>
        <translation>Der Server unter %1 ist gescheitert (HTTP %2).</translation>
    </message>
    <message>
        <source>Look at its log, then try again.</source>
        <translation>Sein Protokoll ansehen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The server at %1 refused the request (HTTP %2).</source>
        <translation>Der Server unter %1 hat die Anfrage abgelehnt (HTTP %2).</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>Die Adresse prüfen.</translation>
    </message>
    <message>
        <source>Start the model&apos;s server, for example with “ollama serve”, or correct the address.</source>
        <translation>Den Server des Sprachmodells starten, zum Beispiel mit „ollama serve“, oder die Adresse berichtigen.</translation>
    </message>
    <message>
        <source>Nothing answers at %1: the connection was refused.</source>
        <translation>Unter %1 antwortet niemand: Die Verbindung wurde abgelehnt.</translation>
    </message>
    <message>
        <source>The host name of %1 is not known.</source>
        <translation>Der Rechnername von %1 ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Correct the address.</source>
        <translation>Die Adresse berichtigen.</translation>
    </message>
    <message>
        <source>No secure connection to %1: its certificate is not trusted, or it does not speak TLS.</source>
        <translation>Keine sichere Verbindung zu %1: Dem Zertifikat wird nicht vertraut, oder der Server spricht kein TLS.</translation>
    </message>
    <message>
        <source>Check the address, or ask your administrator for the company&apos;s certificate authority.</source>
        <translation>Die Adresse prüfen oder bei der Administration nach der Zertifizierungsstelle der Firma fragen.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: the connection ended without an answer.</source>
        <translation>%1 ist nicht erreichbar: Die Verbindung endete ohne Antwort.</translation>
    </message>
    <message>
        <source>%1 answers, but does not list its models like an OpenAI-compatible endpoint.</source>
        <translation>%1 antwortet, nennt seine Sprachmodelle aber nicht wie ein OpenAI-kompatibler Endpunkt.</translation>
    </message>
    <message>
        <source>Check the address; it usually ends with /v1. Where there is no list, enter the model&apos;s name by hand.</source>
        <translation>Die Adresse prüfen; sie endet meist mit /v1. Wo es keine Liste gibt, den Namen des Sprachmodells von Hand eingeben.</translation>
    </message>
</context>
<context>
    <name>desk::server::ModelTurn</name>
    <message>
        <source>The language model %1 answers and chooses the tools itself.</source>
        <translation>Das Sprachmodell %1 antwortet und wählt die Werkzeuge selbst.</translation>
    </message>
    <message>
        <source>You chose this agent; the language model %1 answers.</source>
        <translation>Dieser Agent wurde ausdrücklich gewählt; das Sprachmodell %1 antwortet.</translation>
    </message>
    <message>
        <source>The connection to the language model at %1 is not encrypted. Use https for another computer.</source>
        <translation>Die Verbindung zum Sprachmodell unter %1 ist nicht verschlüsselt. Für einen anderen Rechner https benutzen.</translation>
    </message>
    <message numerus="yes">
        <source>The model called tools %n time(s) in a row without an answer and was stopped.</source>
        <translation>
            <numerusform>Das Modell hat ohne Antwort ein Werkzeug aufgerufen und wurde angehalten.</numerusform>
            <numerusform>Das Modell hat %n-mal hintereinander ohne Antwort Werkzeuge aufgerufen und wurde angehalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask a narrower question.</source>
        <translation>Eine engere Frage stellen.</translation>
    </message>
    <message>
        <source>This model cannot call tools: it answers without looking into attached files. Choose a model with tool support for that.</source>
        <translation>Dieses Modell kann keine Werkzeuge aufrufen: es antwortet, ohne in angehängte Dateien zu sehen. Dafür ein Modell mit Werkzeugunterstützung wählen.</translation>
    </message>
    <message numerus="yes">
        <source>The model repeated the same call to %1 %n time(s) and was stopped.</source>
        <translation>
            <numerusform>Das Modell hat denselben Aufruf von %1 einmal wiederholt und wurde angehalten.</numerusform>
            <numerusform>Das Modell hat denselben Aufruf von %1 %n-mal wiederholt und wurde angehalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask the question in other words, or choose another model.</source>
        <translation>Die Frage anders formulieren oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>The model called a tool that this agent does not have: %1.</source>
        <translation>Das Modell hat ein Werkzeug aufgerufen, das dieser Agent nicht hat: %1.</translation>
    </message>
    <message>
        <source>The model called %1 with arguments that are no JSON object.</source>
        <translation>Das Modell hat %1 mit Argumenten aufgerufen, die kein JSON-Objekt sind.</translation>
    </message>
    <message>
        <source>The model reached its length limit; the answer is cut.</source>
        <translation>Das Modell hat seine Längengrenze erreicht; die Antwort ist abgeschnitten.</translation>
    </message>
    <message>
        <source>The model&apos;s content filter ended the answer.</source>
        <translation>Der Inhaltsfilter des Modells hat die Antwort beendet.</translation>
    </message>
    <message>
        <source>The language model ended without an answer.</source>
        <translation>Das Sprachmodell endete ohne Antwort.</translation>
    </message>
    <message>
        <source>Ask again, or choose another model.</source>
        <translation>Noch einmal fragen oder ein anderes Modell wählen.</translation>
    </message>
</context>
<context>
    <name>desk::server::RuleTurn</name>
    <message>
        <source>You chose this agent.</source>
        <translation>Dieser Agent wurde ausdrücklich gewählt.</translation>
    </message>
    <message>
        <source>I am the built-in engine of Agent Desk. I work without a language model.</source>
        <translation>Ich bin die eingebaute Auswertung von Agent Desk. Ich arbeite ohne Sprachmodell.</translation>
    </message>
    <message>
        <source>I can search attached texts and quote the passage, answer questions on attached CSV or TSV tables with SQL, and compute, for example “15 % of 240”.</source>
        <translation>Ich kann angehängte Texte durchsuchen und die Stelle zitieren, Fragen zu angehängten CSV- oder TSV-Tabellen mit SQL beantworten und rechnen, zum Beispiel „15 % von 240“.</translation>
    </message>
    <message>
        <source>For free conversation connect a language model under Settings → Language model, for example Ollama on this computer.</source>
        <translation>Für freie Unterhaltung unter Einstellungen → Sprachmodell ein Sprachmodell verbinden, zum Beispiel Ollama auf diesem Rechner.</translation>
    </message>
    <message>
        <source>The agent **%1** needs a language model, and none is connected.</source>
        <translation>Der Agent **%1** braucht ein Sprachmodell, und keines ist verbunden.</translation>
    </message>
    <message>
        <source>Connect one under Settings → Language model, for example Ollama on this computer, and ask again. Without one, the document, table and calculator agents work.</source>
        <translation>Unter Einstellungen → Sprachmodell eines verbinden, zum Beispiel Ollama auf diesem Rechner, und noch einmal fragen. Ohne Sprachmodell arbeiten die Agenten für Dokumente, Tabellen und Rechnen.</translation>
    </message>
    <message>
        <source>This agent found no attached file it can work on. Attach a CSV or TSV table, or a text, and ask again.</source>
        <translation>Dieser Agent hat keine angehängte Datei gefunden, mit der er arbeiten kann. Eine CSV- oder TSV-Tabelle oder einen Text anhängen und noch einmal fragen.</translation>
    </message>
    <message>
        <source>Should I look in the table or in the text?</source>
        <translation>Soll ich in der Tabelle oder im Text nachsehen?</translation>
    </message>
    <message>
        <source>I could not compute that: %1</source>
        <translation>Das konnte ich nicht berechnen: %1</translation>
    </message>
    <message>
        <source>An expression looks like “(3 + 4) * 2” or “15 % of 240”.</source>
        <translation>Ein Ausdruck sieht aus wie „(3 + 4) * 2“ oder „15 % von 240“.</translation>
    </message>
    <message>
        <source>The clock could not be read: %1</source>
        <translation>Die Uhr war nicht zu lesen: %1</translation>
    </message>
    <message>
        <source>It is **%1** on %2.</source>
        <comment>time, date</comment>
        <translation>Es ist **%1** am %2.</translation>
    </message>
    <message>
        <source>Without a language model I cannot summarise a text. Ask for words that stand in it, and I will quote the passages with their lines.</source>
        <translation>Ohne Sprachmodell kann ich keinen Text zusammenfassen. Nach Wörtern fragen, die darin stehen, dann zitiere ich die Stellen mit ihren Zeilen.</translation>
    </message>
    <message>
        <source>The search failed: %1</source>
        <translation>Die Suche ist gescheitert: %1</translation>
    </message>
    <message>
        <source>I found nothing about this in the attached files. I look for the words of the question: try words that stand in the text.</source>
        <translation>Dazu habe ich in den angehängten Dateien nichts gefunden. Ich suche nach den Wörtern der Frage: mit Wörtern versuchen, die im Text stehen.</translation>
    </message>
    <message>
        <source>— %1, line %2</source>
        <comment>file name, line number</comment>
        <translation>— %1, Zeile %2</translation>
    </message>
    <message numerus="yes">
        <source>The search found %n passage(s); the best ones are quoted.</source>
        <translation>
            <numerusform>Die Suche hat eine Stelle gefunden; sie ist zitiert.</numerusform>
            <numerusform>Die Suche hat %n Stellen gefunden; die besten sind zitiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) in the attached files fit the question best:</source>
        <translation>
            <numerusform>Eine Stelle in den angehängten Dateien passt am besten zur Frage:</numerusform>
            <numerusform>%n Stellen in den angehängten Dateien passen am besten zur Frage:</numerusform>
        </translation>
    </message>
    <message>
        <source>The rules do not cover this question.</source>
        <translation>Die Regeln decken diese Frage nicht ab.</translation>
    </message>
    <message>
        <source>The question reads as one query on the table %1.</source>
        <translation>Die Frage lässt sich als eine Abfrage auf die Tabelle %1 lesen.</translation>
    </message>
    <message>
        <source>The query failed: %1</source>
        <translation>Die Abfrage ist gescheitert: %1</translation>
    </message>
    <message>
        <source>Searching documents is switched off for this chat. Switch it on in the options of the chat and ask again.</source>
        <translation>Das Durchsuchen von Dokumenten ist für diese Unterhaltung ausgeschaltet. Schalten Sie es in den Optionen der Unterhaltung ein, und fragen Sie erneut.</translation>
    </message>
</context>
<context>
    <name>desk::wire</name>
    <message>
        <source>The server sent an answer this program does not understand.</source>
        <translation>Der Server hat eine Antwort gesendet, die dieses Programm nicht versteht.</translation>
    </message>
    <message>
        <source>Check the server&apos;s address, or update the program.</source>
        <translation>Die Adresse des Servers prüfen oder das Programm aktualisieren.</translation>
    </message>
    <message>
        <source>A saved part of a conversation could not be read.</source>
        <translation>Ein gespeicherter Teil einer Unterhaltung war nicht lesbar.</translation>
    </message>
    <message>
        <source>It may be damaged, or not of this program.</source>
        <translation>Vielleicht ist er beschädigt oder nicht von diesem Programm.</translation>
    </message>
</context>
<context>
    <name>desk::wire::WorkflowWords</name>
    <message>
        <source>Only two numbers or two texts can be compared by size. Here they are %1 and %2.</source>
        <translation>Der Größe nach lassen sich nur zwei Zahlen oder zwei Texte vergleichen. Hier sind es %1 und %2.</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 is of another type</source>
        <translation>%1 hat einen anderen Typ</translation>
    </message>
    <message>
        <source>%1 is not expected</source>
        <translation>%1 wird nicht erwartet</translation>
    </message>
    <message>
        <source>%1 is not allowed as it is</source>
        <translation>%1 ist so nicht erlaubt</translation>
    </message>
    <message>
        <source>The input does not fit: %1.</source>
        <translation>Die Eingabe passt nicht: %1.</translation>
    </message>
    <message>
        <source>The input or its schema is too large to be checked.</source>
        <translation>Die Eingabe oder ihr Schema ist zu groß für eine Prüfung.</translation>
    </message>
    <message>
        <source>This operation needs a list.</source>
        <translation>Diese Operation braucht eine Liste.</translation>
    </message>
    <message>
        <source>This operation needs a text.</source>
        <translation>Diese Operation braucht einen Text.</translation>
    </message>
    <message>
        <source>This operation needs an object.</source>
        <translation>Diese Operation braucht ein Objekt.</translation>
    </message>
    <message>
        <source>This operation needs a list of numbers or a list of texts.</source>
        <translation>Diese Operation braucht eine Liste von Zahlen oder eine Liste von Texten.</translation>
    </message>
    <message>
        <source>This operation needs a text, a list or an object.</source>
        <translation>Diese Operation braucht einen Text, eine Liste oder ein Objekt.</translation>
    </message>
    <message>
        <source>This operation needs a list of numbers.</source>
        <translation>Diese Operation braucht eine Liste von Zahlen.</translation>
    </message>
    <message>
        <source>The result is too large for a number.</source>
        <translation>Das Ergebnis ist zu groß für eine Zahl.</translation>
    </message>
    <message>
        <source>The text would become too long.</source>
        <translation>Der Text würde zu lang.</translation>
    </message>
    <message>
        <source>An empty text cannot separate.</source>
        <translation>Ein leerer Text kann nicht trennen.</translation>
    </message>
    <message>
        <source>This is no number: %1</source>
        <translation>Das ist keine Zahl: %1</translation>
    </message>
    <message>
        <source>This is no JSON: %1</source>
        <translation>Das ist kein JSON: %1</translation>
    </message>
    <message>
        <source>There is no operation called “%1”.</source>
        <translation>Es gibt keine Operation namens „%1“.</translation>
    </message>
    <message>
        <source>The value is too large.</source>
        <translation>Der Wert ist zu groß.</translation>
    </message>
</context>
</TS>
