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

agenda-item-list = Themen
agenda-item-new = Punkt hinzufügen
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
agenda-item-change = „{ $title }“ bearbeiten

# Schritte
steps = Schritte der Sitzung
step-prepare = Vorbereiten
step-invite = Einladen
step-hold = Durchführen
step-minutes = Protokoll
step-follow = Nachverfolgen
step-short = Schritt { $number } von { $count }: { $label }
step-on-day = am { $day }
meeting-change-day = Termin ändern
meeting-onward-invite = Weiter zur Einladung
meeting-onward-hold = Zur Durchführung
meeting-onward-minutes = Zur Niederschrift
meeting-repeat = Weitere Termine anlegen
meeting-cancel = Sitzung absagen
meeting-closed = Die Sitzung ist geschlossen. Was in ihr geschah, ändert sich nicht mehr. Öffnen Sie sie in der Niederschrift mit einer Begründung wieder, wenn etwas falsch festgehalten ist.
meeting-chair = Vorsitz
meeting-chair-hint = Ohne Angabe der Vorsitz des Gremiums.
meeting-minute-taker = Schriftführung
meeting-ends-on-day = Letzter Tag
meeting-public = Öffentlich
meeting-urgent-reason = Begründung der Dringlichkeit
meeting-second-call = Zweite Ladung
meeting-sequence = Zähler der Änderungen für Kalender
meeting-invited-at = Eingeladen
meeting-opened-at = Eröffnet
meeting-closed-at = Geschlossen
meeting-follow-up = Nächster Termin

# Tagesordnung
agenda-open = Öffentlicher Teil
agenda-private = Nichtöffentlicher Teil, eigenes Blatt
agenda-private-word = nichtöffentlich
agenda-letter-open = Ö
agenda-letter-private = N
agenda-preview = Vorschau (PDF)
agenda-span = { $begin } bis etwa { $end } Uhr
agenda-keys = verschiebt den gewählten Punkt
agenda-move = „{ $title }“ verschieben oder zurückstellen
agenda-up = Nach oben
agenda-down = Nach unten
agenda-to-store = In den Themenspeicher
agenda-trash = In den Papierkorb
minutes-short = { $minutes } min

agenda-item-purpose = Wozu
agenda-item-presenter = Vortrag
agenda-item-presenter-hint = Wer führt ein? Gäste mit dem Zusatz „(Gast)“.
agenda-item-minutes = Dauer in Minuten
agenda-item-background = Sachverhalt
agenda-item-background-hint = Steht in der Vorlage und in der Niederschrift.
agenda-item-proposal = Beschlussvorschlag
agenda-item-proposal-hint = So, wie er vorgelesen und abgestimmt wird.
agenda-item-private = Nichtöffentlich behandeln
agenda-item-private-hint = Titel, Text und Ergebnis sehen nur die Geschäftsstelle, der Vorsitz und die Bürgermeisterinnen und Bürgermeister.
agenda-item-open-title = Neutraler Titel für die Öffentlichkeit
agenda-item-public = Öffentlich
agenda-item-discussion = Notizen zur Beratung
agenda-item-state = Stand
agenda-item-announced = Angekündigt mit Ladung Nr.
agenda-item-began-at = Beginn der Beratung
agenda-item-ended-at = Ende der Beratung
agenda-item-topic-id = Thema im Speicher

item-purpose-none = ohne Angabe
item-purpose-formality = Formales
item-purpose-decision = Beschluss
item-purpose-discussion = Beratung
item-purpose-report = Bericht
item-purpose-election = Wahl
item-state-open = offen
item-state-done = behandelt
item-state-postponed = vertagt
item-state-withdrawn = abgesetzt
item-proposal-missing = Beschlussvorschlag fehlt
item-files = { $count ->
    [one] 1 Anlage
   *[other] { $count } Anlagen
}
item-announced = „{ $title }“ steht schon in der versandten Einladung. Setzen Sie den Punkt ab, dann steht es im Nachtrag, oder vertagen Sie ihn in der Sitzung.

kind-item-file = Anlage
item-file-list = Anlagen
item-file-new = Anlage hinzufügen
item-file-edit = Anlage bearbeiten
item-file-save = Anlage speichern
item-file-not-saved = Die Anlage ist noch nicht gespeichert
item-file-none = Noch keine Anlage.
item-file-item-id = Thema
item-file-file = Datei
item-file-file-hint = PDF, Bild, Word, Excel, PowerPoint oder OpenDocument, bis 20 MB.
item-file-missing = Wählen Sie die Datei, die zum Thema gehört.
item-file-large = Die Datei ist größer als 20 MB. Verkleinern Sie sie, zum Beispiel beim Speichern als PDF.
item-file-kind = Diese Art von Datei geht nicht. Wählen Sie PDF, Bild, Word, Excel, PowerPoint oder OpenDocument.
item-file-again = Wählen Sie die Datei noch einmal aus: Browser schicken sie nach einem Fehler nicht von selbst.
item-file-title = Titel auf der Tagesordnung
item-file-title-missing = Geben Sie an, was die Anlage ist, zum Beispiel „Entwurf der Vereinbarung“.
item-file-private = Nur für Mitglieder
item-file-must-be-private = Die Anlage gehört zu einem nichtöffentlichen Thema und kann nicht öffentlich sein. Setzen Sie das Häkchen.
item-file-item-missing = Das Thema zu dieser Anlage gibt es nicht mehr.
item-file-trash = „{ $title }“ in den Papierkorb legen
item-file-position = Stelle
item-file-file-id = Datei
item-file-public = Öffentlich

# Ladungsfrist
notice-title = Ladungsfrist
notice-until = Spätestens { $day }
notice-tomorrow = Spätestens morgen, { $day }
notice-today = Heute ist der letzte Tag, { $day }
notice-late = Die Frist ist vorbei: Letzter Tag war { $day }
notice-sent = Fristgerecht versandt am { $sent }
notice-sent-late = Zu spät versandt am { $sent }; letzter Tag war { $day }
notice-rule = { $days } { $unit } { $start }, { $form }.
day-unit-calendar = { $count ->
    [one] Kalendertag
   *[other] Kalendertage
}
day-unit-working = { $count ->
    [one] Arbeitstag
   *[other] Arbeitstage
}
day-unit-weekday = { $count ->
    [one] Werktag
   *[other] Werktage
}
notice-start-sent = ab Versand
notice-start-received = ab Zugang
notice-form-text = in Textform
notice-form-written = schriftlich
notice-form-electronic = elektronisch
notice-form-none = ohne besondere Form
notice-mark-sending = Versand, zählt nicht mit
notice-mark-receipt = Zugang, zählt nicht mit
notice-mark-day = { $number }. Tag der Frist
notice-mark-meeting = Sitzung, zählt nicht mit
notice-holiday-skipped = { $name }: Feiertag, zählt nicht mit
notice-holiday-counted = { $name }: Feiertag, zählt mit
notice-no-holiday = { $name }: in Bayern kein gesetzlicher Feiertag

# Eingeladene
participants-title = Empfängerinnen und Empfänger
participants-check = Liste prüfen
participants-empty = Noch niemand. Die Liste entsteht aus den Plätzen des Gremiums, sobald Sie sie prüfen.
participants-group = Gruppe
participants-channel = Weg
participants-count = Anzahl
participants-part = Bekommt
participants-role-member = Stimmberechtigte Mitglieder
participants-role-minute-taker = Schriftführung
participants-role-adviser = Ständige Gäste
participants-role-guest = Gäste
channel-mail = E-Mail mit Kalendereintrag
channel-letter = Brief (DIN 5008)
part-whole = ganze Tagesordnung
part-full = beide Teile
part-open = nur öffentlichen Teil

# Themenspeicher auf der Seite einer Sitzung
topic-list = Themenspeicher
topic-none = Es wartet kein Thema.
topic-new = Thema vorschlagen
topic-take = „{ $title }“ auf die Tagesordnung setzen
topic-taken = Dieses Thema steht schon auf einer Tagesordnung. Laden Sie die Seite neu.
topic-origin-proposal = { $who ->
    [empty] vorgeschlagen am { $day }
   *[other] Vorschlag { $who }
}
topic-origin-postponed = vertagt am { $day }
topic-origin-undecided = offen geblieben am { $day }
topic-origin-minutes = zu genehmigen
topic-origin-tasks = offene Aufgaben
topic-origin-recommendation = Empfehlung { $who }
flash-taken-up = Auf der Tagesordnung: „{ $title }“
flash-put-back = Im Themenspeicher: „{ $title }“
rule-set-missing = Für { $body } sind noch keine Regeln hinterlegt. Darum wird keine Ladungsfrist geprüft und keine Beschlussfähigkeit berechnet.
rule-set-new = Regeln hinterlegen
meeting-public-hint = Steht im öffentlichen Kalender, ohne Namen und ohne Tagesordnung.
kind-notice = Ladung
kind-notice-recipient = Empfänger einer Ladung
