# Projekte, Themen und Aufgaben.
nav-projects = Projekte
nav-tasks = Aufgaben

kind-thread = Projekt
kind-field-of-action = Handlungsfeld
kind-state-change = Stand
kind-milestone = Meilenstein
kind-key-figure = Kennzahl
kind-picture = Bild
kind-task = Aufgabe

part-facts = Stammdaten

thread-list = Projekte
thread-new = Projekt erfassen
thread-edit = Projekt bearbeiten
thread-save = Projekt speichern
thread-not-saved = Das Projekt ist noch nicht gespeichert
thread-count = { $count ->
    [0] Keine Projekte und Themen
    [one] 1 Projekt oder Thema
   *[other] { $count } Projekte und Themen
}
thread-empty = Noch keine Projekte
thread-empty-text = Ein Projekt sammelt alles, was über die Jahre dazu geschieht: Sitzungen, Kontakte, Presse, Zahlen und Bilder. Daraus entsteht der Text im Tätigkeitsbericht.
thread-title = Titel
thread-title-hint = So heißt das Projekt im Tätigkeitsbericht
thread-title-missing = Geben Sie an, wie das Projekt heißt, zum Beispiel „Kernwegenetz“.
thread-kind = Art
thread-kind-hint = Nur Projekte bekommen im Tätigkeitsbericht einen eigenen Text.
thread-kind-project = Projekt
thread-kind-topic = Thema
thread-kind-matter = Vorgang
thread-strategic = Strategisches Projekt
thread-strategic-hint = Von der Allianz als strategisch festgelegt
thread-strategic-project = strategisches Projekt
thread-strategic-yes = strategisch
thread-strategic-no = nicht strategisch
thread-field-id = Handlungsfeld
thread-state = Stand
thread-state-hint = Spätere Änderungen erfassen Sie mit ihrem Tag auf der Seite des Projekts.
thread-state-missing = Wählen Sie den Stand zu diesem Tag, oder lassen Sie beide Felder leer.
thread-state-since = Stand seit
thread-state-since-hint = Zum Beispiel 29.06.2017. Ohne Angabe gilt heute.
thread-state-idea = Idee
thread-state-preparation = in Vorbereitung
thread-state-running = läuft
thread-state-done = abgeschlossen
thread-state-paused = ruht
thread-state-dropped = aufgegeben
thread-state-none = ohne Stand
thread-state-words = { $state } seit { $day }
thread-summary = In einem Satz
thread-summary-hint = Steht in Listen und in der Kurzfassung des Berichts.
thread-narrative = Was geschehen ist
thread-narrative-hint = Aus diesem Text entsteht der Entwurf für den Bericht. Absätze, Listen mit „- “ und **fette Wörter** sind möglich.
thread-lead = Leitung
thread-partners = Partner
thread-partners-hint = Je Zeile ein Name
thread-started-on = Begonnen am
thread-position = Platz im Bericht
thread-position-hint = Projekte mit kleinerer Zahl stehen weiter vorn.
thread-open-tasks = Offene Aufgaben
thread-changed = Geändert
thread-pictures = Bilder
thread-all-kinds = Alle Arten
thread-all-fields = Alle Felder
thread-all-states = Jeder Stand
thread-all-strategic = Strategisch: alle
thread-since = seit { $day }
thread-led-by = Leitung: { $who }
thread-no-state = Für dieses Projekt ist noch kein Stand erfasst. Der Tätigkeitsbericht meldet es als fehlend.
thread-timeline = Alles in zeitlicher Folge
thread-timeline-empty = Zu diesem Projekt ist noch nichts mit einem Tag erfasst.
thread-all-tasks = Alle { $count }
thread-no-tasks = Keine offenen Aufgaben
thread-add = Ergänzen
thread-capture = Eintrag erfassen

field-of-action-list = Handlungsfelder
field-of-action-new = Handlungsfeld erfassen
field-of-action-edit = Handlungsfeld bearbeiten
field-of-action-save = Handlungsfeld speichern
field-of-action-not-saved = Das Handlungsfeld ist noch nicht gespeichert
field-of-action-lead = Die Handlungsfelder des Entwicklungskonzepts ordnen die Projekte.
field-of-action-count = { $count ->
    [0] Keine Handlungsfelder
    [one] 1 Handlungsfeld
   *[other] { $count } Handlungsfelder
}
field-of-action-empty = Noch keine Handlungsfelder
field-of-action-empty-text = Übernehmen Sie die Handlungsfelder aus Ihrem Entwicklungskonzept, dann lassen sich Projekte danach ordnen und auswerten.
field-of-action-name = Name
field-of-action-name-missing = Geben Sie an, wie das Handlungsfeld heißt, zum Beispiel „Ländliche Entwicklung“.
field-of-action-position = Platz
field-of-action-position-hint = Die Nummer im Entwicklungskonzept
field-of-action-description = Beschreibung
field-of-action-threads = Projekte
field-of-action-no-threads = Diesem Handlungsfeld ist noch kein Projekt zugeordnet.

state-change-new = Stand ändern
state-change-edit = Stand bearbeiten
state-change-save = Stand speichern
state-change-not-saved = Der Stand ist noch nicht gespeichert
state-change-title = Stand: { $state }
state-change-thread-id = Projekt
state-change-state = Neuer Stand
state-change-on-day = Seit
state-change-on-day-hint = Zum Beispiel 29.06.2017
state-change-note = Grund
state-change-note-hint = Ein Satz für den Verlauf, zum Beispiel der Beschluss

milestone-new = Meilenstein erfassen
milestone-edit = Meilenstein bearbeiten
milestone-save = Meilenstein speichern
milestone-not-saved = Der Meilenstein ist noch nicht gespeichert
milestone-thread-id = Projekt
milestone-title = Was geschehen ist
milestone-title-missing = Geben Sie an, was geschehen ist, zum Beispiel „Workshop zur Ideensammlung“.
milestone-on-day = Tag
milestone-on-day-hint = Zum Beispiel 21.09.2017. Ist nur der Monat oder das Jahr bekannt, genügt ein Tag darin.
milestone-precision = Genauigkeit
milestone-note = Mehr dazu

precision-day = auf den Tag genau
precision-month = nur der Monat ist bekannt
precision-year = nur das Jahr ist bekannt

key-figure-new = Kennzahl erfassen
key-figure-edit = Kennzahl bearbeiten
key-figure-save = Kennzahl speichern
key-figure-not-saved = Die Kennzahl ist noch nicht gespeichert
key-figure-thread-id = Projekt
key-figure-label = Was gezählt wird
key-figure-label-hint = Zum Beispiel „Kinder haben teilgenommen“
key-figure-label-missing = Geben Sie an, was die Zahl zählt, zum Beispiel „Veranstaltungen“.
key-figure-qualifier = Wie genau ist die Zahl?
key-figure-qualifier-hint = Das Wort steht so im Bericht vor der Zahl.
key-figure-value-milli = Zahl
key-figure-value-milli-hint = Zum Beispiel 430 oder 137,1
key-figure-value-missing = Geben Sie die Zahl an, zum Beispiel 430 oder 137,1.
key-figure-unit = Einheit
key-figure-unit-hint = Zum Beispiel km oder %. Bei gezählten Dingen bleibt das Feld leer.
key-figure-as-of = Stand vom
key-figure-as-of-hint = Zum Beispiel 01.12.2017
key-figure-position = Platz
key-figure-position-hint = Ohne Angabe steht die Kennzahl hinter den anderen.

qualifier-exact = genau
qualifier-about = rund
qualifier-circa = ca.
qualifier-at-least = mindestens
qualifier-at-most = höchstens
qualifier-short-about = rund
qualifier-short-circa = ca.
qualifier-short-at-least = mind.
qualifier-short-at-most = höchstens

picture-new = Bild hinzufügen
picture-edit = Bild bearbeiten
picture-save = Bild speichern
picture-not-saved = Das Bild ist noch nicht gespeichert
picture-thread-id = Projekt
picture-file = Datei
picture-file-hint = JPEG, PNG oder WebP bis 10 MB. Ort, Gerät und andere versteckte Angaben werden beim Speichern entfernt.
picture-file-missing = Wählen Sie die Bilddatei aus. Möglich sind JPEG, PNG und WebP.
picture-file-again = Wählen Sie die Datei noch einmal aus. Der Browser sendet sie aus Sicherheitsgründen kein zweites Mal von selbst.
picture-file-id = Datei
picture-too-large = Die Datei hat { $size } MB, erlaubt sind 10 MB. Verkleinern Sie das Bild und wählen Sie es noch einmal aus.
picture-unknown-kind = Das ist kein Bild im Format JPEG, PNG oder WebP. Speichern Sie es in einem dieser Formate und wählen Sie es noch einmal aus.
picture-damaged = Die Bilddatei ist beschädigt oder unvollständig. Öffnen und speichern Sie sie neu, zum Beispiel mit dem Bildprogramm Ihres Geräts.
picture-too-many-pixels = Das Bild hat { $width } × { $height } Bildpunkte, erlaubt sind zusammen 50 Millionen. Verkleinern Sie es und wählen Sie es noch einmal aus.
picture-moving = Bewegte Bilder lassen sich nicht drucken. Wählen Sie ein Standbild.
picture-alt = Bildbeschreibung
picture-alt-hint = Was ist zu sehen? Wer das Bild nicht sieht, hört diesen Satz. Zum Beispiel „Zwölf Personen stehen um ein Modell des Wegenetzes.“
picture-alt-missing = Beschreiben Sie das Bild in einem Satz, oder kreuzen Sie an, dass es nur schmückt.
picture-decorative = Das Bild schmückt nur und sagt nichts, was nicht im Text steht
picture-is-decorative = schmückt nur
picture-credit = Urheberin oder Urheber
picture-credit-hint = Zum Beispiel „Stadt Marktheidenfeld“
picture-credit-missing = Ohne Urheber kein Bild: Geben Sie an, wer es gemacht hat, zum Beispiel „Stadt Marktheidenfeld“.
picture-credit-words = Bild: { $credit }
picture-caption = Bildunterschrift
picture-taken-on = Aufgenommen am
picture-position = Platz
picture-position-hint = Ohne Angabe steht das Bild hinter den anderen.

task-list = Aufgaben
task-new = Aufgabe erfassen
task-edit = Aufgabe bearbeiten
task-save = Aufgabe speichern
task-not-saved = Die Aufgabe ist noch nicht gespeichert
task-lead = { $open ->
    [0] Keine Aufgabe ist offen
    [one] 1 Aufgabe ist offen
   *[other] { $open } Aufgaben sind offen
}, { $count ->
    [one] insgesamt 1.
   *[other] insgesamt { $count }.
}
task-count = { $count ->
    [0] Keine Aufgaben
    [one] 1 Aufgabe
   *[other] { $count } Aufgaben
}
task-empty = Noch keine Aufgaben
task-empty-text = Halten Sie fest, wer was bis wann erledigt. Was fällig ist, steht auf der Seite „Heute“.
task-title = Was ist zu tun?
task-title-missing = Geben Sie an, was zu tun ist, zum Beispiel „Protokoll versenden“.
task-due-on = Bis wann
task-due-on-hint = Zum Beispiel 15.12.2017
task-responsible = Wer
task-responsible-hint = Person oder Stelle, zum Beispiel „Bauamt“
task-municipality-id = Gemeinde
task-municipality-id-hint = Ihr Bürgermeisteramt und ihre Verwaltung sehen die Aufgabe auf der Seite „Heute“ und können sie als erledigt festhalten.
task-thread-id = Projekt
task-note = Mehr dazu
task-source-id = Folgt aus
task-private = Vertraulich
task-private-hint = Sehen nur die Geschäftsstelle, der Vorsitz und die Bürgermeisterinnen und Bürgermeister.
task-private-lead = vertraulich
task-done-on = Erledigt am
task-done-since = erledigt am { $day }
task-standing = Zustand
task-open = offen
task-overdue = überfällig
task-done = erledigt
task-all-standings = Jeder Zustand
task-all-threads = Alle Projekte
task-all-municipalities = Alle Gemeinden
task-tick = Als erledigt festhalten
task-reopen = Wieder öffnen
task-flash-done = Erledigt: „{ $title }“
task-flash-open = Wieder offen: „{ $title }“

capture-task = Aufgabe
capture-topic = Thema
capture-task-saved = Aufgabe gespeichert: „{ $title }“, fällig am { $day }
capture-topic-saved = Thema gespeichert: „{ $title }“
