nav-meetings = Sitzungen
kind-meeting = Sitzung
kind-agenda-item = Thema

meeting-list = Sitzungen
meeting-new = Sitzung erfassen
meeting-edit = Sitzung bearbeiten
meeting-save = Sitzung speichern
meeting-not-saved = Die Sitzung ist noch nicht gespeichert
meeting-count = { $count ->
    [0] Noch keine Sitzung erfasst.
    [one] 1 Sitzung mit ihren Themen.
   *[other] { $count } Sitzungen mit ihren Themen.
}
meeting-empty = Noch keine Sitzungen
meeting-empty-why = Erfassen Sie Sitzungen mit ihren Themen: Daraus entsteht die Tabelle im Tätigkeitsbericht, und jedes Projekt zeigt, wann es beraten wurde.

meeting-body-id = Gremium
meeting-body-id-all = Alle Gremien
meeting-body-missing = Wählen Sie das Gremium, das zusammenkommt, zum Beispiel die Mitgliederversammlung.
meeting-title = Titel
meeting-title-hint = Ohne Titel heißt die Sitzung so, wie es beim Gremium steht, zum Beispiel „Allianzsitzung“.
meeting-held-on = Datum
meeting-held-on-hint = Zum Beispiel 30.11.2017
meeting-ends-on = Letzter Tag
meeting-ends-on-hint = Nur wenn die Sitzung länger als einen Tag dauert.
meeting-begins-at = Beginn
meeting-begins-at-hint = Zum Beispiel 18:00
meeting-ends-at = Ende
meeting-times = Uhrzeit
meeting-time = { $begin } Uhr
meeting-time-span = { $begin } bis { $end } Uhr
meeting-place = Ort
meeting-state = Stand
meeting-state-all = Jeder Stand
meeting-state-planned = geplant
meeting-state-held = hat stattgefunden
meeting-state-cancelled = abgesagt
meeting-year = Jahr
meeting-year-all = Alle Jahre
meeting-topics = Themen, eines je Zeile
meeting-topics-hint = Ein Thema mit dem Titel eines Projekts wird gleich mit diesem Projekt verbunden.
meeting-topics-head = Themen
meeting-note = Notiz
meeting-facts = Stammdaten

meeting-ends-before = Der letzte Tag ({ $last }) liegt vor dem ersten ({ $first }). Geben Sie einen späteren Tag an oder lassen Sie das Feld leer.
meeting-begin-missing = Geben Sie zum Ende auch den Beginn an, zum Beispiel 18:00.
meeting-end-before-begin = Das Ende um { $end } Uhr liegt nicht nach dem Beginn um { $begin } Uhr. Geben Sie eine spätere Zeit an.
meeting-not-yet = Die Sitzung ist erst am { $day }. Wählen Sie „geplant“ oder ändern Sie das Datum.
meeting-topics-many = Das sind { $count } Themen, auf einmal gehen { $most }. Erfassen Sie die übrigen an der Sitzung.
meeting-topic-long = Das Thema in Zeile { $number } hat { $length } Zeichen, erlaubt sind { $most }. Kürzen Sie es und schreiben Sie das Übrige in das Ergebnis.
meeting-unsettled = Die Sitzung war am { $day }. Hat sie stattgefunden?
meeting-was-held = Ja, als stattgefunden festhalten
meeting-due = { $title }: Hat die Sitzung stattgefunden?
meeting-all-of-body = Alle Sitzungen
meeting-none-of-body = Für dieses Gremium ist noch keine Sitzung erfasst.

agenda = Tagesordnung
agenda-empty = Noch keine Themen.
agenda-arrange = Reihenfolge ändern
agenda-arranged = Fertig

agenda-item-list = Themen
agenda-item-new = Thema erfassen
agenda-item-edit = Thema bearbeiten
agenda-item-save = Thema speichern
agenda-item-not-saved = Das Thema ist noch nicht gespeichert
agenda-item-title = Thema
agenda-item-title-missing = Geben Sie das Thema an, zum Beispiel „Kernwegenetz“.
agenda-item-meeting-id = Sitzung
agenda-item-meeting-missing = Die Sitzung zu diesem Thema fehlt. Öffnen Sie die Sitzung und erfassen Sie das Thema von dort.
agenda-item-thread-id = Projekt
agenda-item-thread-id-hint = Damit das Projekt zeigt, wann es beraten wurde.
agenda-item-outcome = Ergebnis
agenda-item-position = Stelle in der Tagesordnung
agenda-item-on-day = Datum der Sitzung
agenda-item-facts = Stammdaten
agenda-item-lead = { $meeting }, { $day }
agenda-item-of-thread = Projekt: { $thread }
agenda-item-up = „{ $title }“ nach oben
agenda-item-down = „{ $title }“ nach unten
agenda-item-change = „{ $title }“ bearbeiten
agenda-item-trash = „{ $title }“ in den Papierkorb legen
