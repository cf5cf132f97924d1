# Gemeinsame Texte aller Seiten.
skip = Zum Inhalt
areas = Bereiche
breadcrumb = Pfad
menu = Menü
search = Suchen
search-all = Alles durchsuchen
capture = Erfassen
account = Konto
theme = Erscheinungsbild
theme-light = Hell
theme-dark = Dunkel
theme-auto = Wie Gerät
language = Sprache
keys = Tasten „/“ und „N“ verwenden
password-show = Anzeigen
password-hide = Verbergen
sign-out = Abmelden
yes = ja
no = nein
undo = Rückgängig
cancel = Abbrechen
back = Zurück
next = Weiter
more = Mehr
download = Herunterladen
person-menu = { $name }, Konto und Einstellungen
mark-done = { $title }: als erledigt festhalten
moment = { $day }, { $time } Uhr

nav-today = Heute
nav-work = Arbeit
nav-outside = Nach außen
nav-proof = Nachweis
nav-alliance = Allianz
nav-trash = Papierkorb
nav-log = Protokoll der Änderungen
section-pages = Seiten dieses Bereichs

role-manager = Allianzmanagement
role-chair = Vorsitz
role-mayor = Bürgermeisteramt
role-clerk = Verwaltung einer Gemeinde
role-reader = Nur Lesen
role-admin = Technische Betreuung

month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember

list-filter-label = Liste filtern
list-text = In der Liste suchen
list-from-label = Von (TT.MM.JJJJ)
list-to-label = Bis (TT.MM.JJJJ)
list-from-short = Von TT.MM.JJJJ
list-to-short = Bis TT.MM.JJJJ
list-sort = Sortierung
list-filter = Filtern
list-clear = Filter aufheben
list-remove-filter = Filter { $filter } entfernen
list-count = { $shown } von { $total } { $total ->
    [one] Eintrag
   *[other] Einträgen
}
list-ascending = { $column }, aufsteigend
list-descending = { $column }, absteigend
list-nothing-text = Nehmen Sie einen Filter weg oder suchen Sie mit einem kürzeren Wort.
list-nothing = Keine Einträge für diese Filter
list-pages = Blättern
list-page = { $first } bis { $last } von { $total }
list-period = { $from } bis { $to }
list-from = ab { $from }
list-to = bis { $to }
list-aside = abgelegte Einträge
list-show-aside = Abgelegte Einträge zeigen
list-print = Druckfassung (PDF)
list-print-day = Stand { $day }
list-print-number = Nr.
list-print-euros = { $column } in €
list-print-filters = Auswahl: { $filters }.
list-print-order = Geordnet nach { $order }.
list-print-too-long = Diese Liste ist zu lang für Papier. Gedruckt werden höchstens { $most } Zeilen: Wählen Sie mit den Filtern einen Teil aus oder nehmen Sie die Excel-Datei.
list-row-count = { $count ->
    [one] 1 Zeile
   *[other] { $count } Zeilen
}
list-print-fault = Die Liste konnte nicht gedruckt werden. Die Excel-Datei enthält dieselben Zeilen.
list-day-fault = „{ $text }“ ist kein Tag. Schreiben Sie den Tag zum Beispiel als 17.11.2017.

record-edit = Bearbeiten
record-history = Verlauf der Änderungen
record-trash = In den Papierkorb legen
record-put-aside = Ablegen
record-take-back = Wieder hervorholen
record-aside = Dieser Eintrag ist seit { $day } abgelegt. Er bleibt erhalten und wird in Auswahllisten nicht mehr angeboten.

flash-created = Gespeichert: „{ $title }“
flash-changed = Änderung gespeichert: „{ $title }“
flash-trashed = In den Papierkorb gelegt: „{ $title }“
flash-restored = Aus dem Papierkorb geholt: „{ $title }“
flash-aside = Abgelegt: „{ $title }“
flash-back = Wieder hervorgeholt: „{ $title }“
flash-purged = Endgültig gelöscht.

history-when = Zeitpunkt
history-what = Vorgang
history-who = Person
history-changes = Änderungen
history-before = vorher:
history-after = nachher:
history-nothing = leer
history-gone = entfernt:
history-added = neu:
history-hidden = nicht sichtbar
history-in-trash = { $title } (im Papierkorb)
history-deleted = inzwischen gelöscht
history-erased = Der Inhalt wurde aus Gründen des Datenschutzes gelöscht.
history-count = { $count ->
    [0] Hier ist noch keine Änderung festgehalten.
    [one] 1 Vorgang, neuester zuerst.
   *[other] { $count } Vorgänge, neueste zuerst.
}
actor-program = Programm
action-created = erfasst
action-changed = geändert
action-trashed = in den Papierkorb gelegt
action-restored = aus dem Papierkorb geholt
action-archived = abgelegt
action-reactivated = wieder hervorgeholt
action-purged = endgültig gelöscht
action-event = Ereignis
field-trashed-at = Im Papierkorb seit
field-archived-at = Abgelegt seit

form-optional = (freiwillig)
form-offers = Baustein einfügen:
form-choose = Bitte wählen
form-fault = Fehler
form-correct = { $count ->
    [one] Korrigieren Sie 1 Angabe. Ihr Text ist erhalten.
   *[other] Korrigieren Sie { $count } Angaben. Ihr Text ist erhalten.
}
form-theirs = Inzwischen gespeichert:
form-conflict = { $who } hat diesen Eintrag geändert, während Sie ihn bearbeitet haben. Ihr Text steht in den Feldern, der andere darunter. Führen Sie beide zusammen und speichern Sie noch einmal.
form-too-long = Der Text hat { $length } Zeichen, erlaubt sind { $most }. Kürzen Sie ihn oder teilen Sie ihn auf.
form-day-form = „{ $text }“ ist kein Tag. Schreiben Sie den Tag zum Beispiel als 17.11.2017.
form-day-month = Den { $text } gibt es nicht. Das Jahr hat 12 Monate.
form-day-of-month = Den { $text } gibt es nicht. Der { $month } hat { $days } Tage.
form-day-missing = Geben Sie den Tag an, zum Beispiel 17.11.2017.
form-time = { $text } Uhr gibt es nicht. Schreiben Sie die Zeit zum Beispiel als 18:00.
form-choice-missing = Wählen Sie eine der Möglichkeiten.
form-number = Geben Sie eine ganze Zahl von { $least } bis { $most } an.
form-amount = Schreiben Sie den Betrag zum Beispiel als 1.234,56.
form-decimal = Schreiben Sie die Zahl zum Beispiel als 430 oder 137,1.
form-no-room = Für diese Datei ist kein Platz mehr: { $used } von { $most } MB sind belegt, die Datei hat { $added } MB. Löschen Sie Bilder im Papierkorb endgültig, nehmen Sie eine kleinere Datei, oder bitten Sie die technische Betreuung um mehr Platz.
form-link = Eine Adresse im Internet beginnt mit https:// und enthält keine Leerzeichen.
form-email = Das ist keine E-Mail-Adresse. Sie sieht zum Beispiel so aus: rathaus@gemeinde.example

part-prose = Beschreibung
timeline-ahead = Demnächst
timeline-all = Alles
timeline-filter = Nur eine Art zeigen

problem-moved = Weiter
problem-moved-text = Sie werden weitergeleitet.
problem-forbidden = Dafür fehlt Ihnen das Recht
problem-forbidden-text = Diese Seite gehört zu einer Aufgabe, die Ihrem Konto nicht zugeordnet ist, oder das Formular war zu lange offen. Laden Sie die vorige Seite neu und versuchen Sie es noch einmal, oder wenden Sie sich an das Allianzmanagement.
problem-not-found = Diese Seite gibt es nicht
problem-not-found-text = Vielleicht wurde der Eintrag gelöscht oder die Adresse hat einen Tippfehler. Über die Suche finden Sie alles, was Sie sehen dürfen.
problem-bad-request = Das Formular kam nicht vollständig an
problem-bad-request-text = Es wurde nichts gespeichert. Gehen Sie zurück und senden Sie das Formular noch einmal. Dateien dürfen höchstens 25 MB groß sein.
problem-refused = Das geht so nicht
problem-refused-text = Die Angaben widersprechen einer Regel.
problem-too-large = Das ist zu groß
problem-too-large-text = Es wurde nichts gespeichert. Eine Datei darf höchstens 25 MB haben, ein Formular ohne Datei höchstens 2 MB. Verkleinern Sie die Datei und gehen Sie zurück.
problem-too-many = Zu viele Versuche
problem-too-many-text = Von Ihrem Anschluss kamen in kurzer Zeit zu viele Versuche. Warten Sie { $wait } und versuchen Sie es dann noch einmal.
wait-seconds = { $count ->
    [one] 1 Sekunde
   *[other] { $count } Sekunden
}
wait-minutes = { $count ->
    [one] 1 Minute
   *[other] { $count } Minuten
}
problem-conflict = Jemand war schneller
problem-conflict-text = Der Eintrag wurde im selben Augenblick geändert. Es wurde nichts überschrieben. Gehen Sie zurück, Ihr Text steht noch im Formular, und speichern Sie noch einmal.
problem-internal = Das hat nicht geklappt
problem-internal-text = Der Fehler liegt beim Programm. Es wurde nichts Halbes gespeichert. Gehen Sie zurück, Ihr Text steht noch im Formular, und versuchen Sie es noch einmal.
problem-number = Wenn es wieder geschieht, nennen Sie der technischen Betreuung diese Nummer: { $number }
problem-home = Zur Startseite

save = Speichern
key-ctrl = Strg
key-enter = Eingabe
capture-title = Schnell erfassen
capture-lead = Eine Zeile genügt. Alles Weitere ergänzen Sie später am Eintrag.
capture-kind = Art des Eintrags
capture-text = Was war oder was ist zu tun?
capture-day = Tag
capture-thread-none = Ohne Projekt
capture-thread = Projekt
capture-text-missing = Geben Sie an, worum es geht, zum Beispiel „Treffen mit der Nachbarallianz“.
capture-not-saved = Der Eintrag ist noch nicht gespeichert

today-overdue = { $count ->
    [one] 1 Aufgabe ist überfällig.
   *[other] { $count } Aufgaben sind überfällig.
}
today-due = { $count ->
    [0] Nichts ist überfällig.
    [one] 1 Aufgabe ist offen, keine ist überfällig.
   *[other] { $count } Aufgaben sind offen, keine ist überfällig.
}
today-due-title = Fällig
today-all-tasks = Alle Aufgaben
today-nothing-due = Zurzeit ist nichts fällig.
today-group-overdue = Überfällig
today-group-now = Heute und morgen
today-group-soon = In den nächsten zwei Wochen
today-group-later = Später
today-group-open = Ohne Termin
today-word = heute
today-since = seit { $day }
today-next = Als Nächstes, { $ahead }
today-in-days = { $count ->
    [0] heute
    [one] morgen
   *[other] in { $count } Tagen
}
today-open = { $kind } öffnen
today-coming = Demnächst
today-happened = Zuletzt

search-q = Suchwörter
search-q-hint = Wortanfänge genügen, zum Beispiel „Kernweg“.
search-lead = Durchsucht Projekte, Sitzungen, Einträge, Presse, Förderung und Personen.
search-hits = Treffer
search-nothing = Dazu ist nichts erfasst. Versuchen Sie es mit weniger oder kürzeren Wörtern.
search-count = { $count ->
    [0] Kein Treffer für „{ $text }“.
    [one] 1 Treffer für „{ $text }“.
   *[other] { $count } Treffer für „{ $text }“.
}

trash-lead = Was hier liegt, erscheint nirgends sonst. Sie können alles wieder herausholen.
trash-empty = Der Papierkorb ist leer.
trash-since = im Papierkorb seit { $day }
trash-restore = Herausholen
trash-purge = Endgültig löschen
trash-ask = „{ $title }“ endgültig löschen?
trash-ask-text = Der Eintrag und sein Inhalt im Verlauf verschwinden für immer. Das kann niemand rückgängig machen.
trash-ask-parts = { $count ->
    [one] Ein Teil davon wird mitgelöscht ({ $parts }).
   *[other] { $count } Teile davon werden mitgelöscht ({ $parts }).
}
trash-in-use = Andere Einträge beziehen sich noch auf diesen oder auf einen Teil davon. Nehmen Sie dort den Bezug heraus oder löschen Sie sie zuerst endgültig.
trash-referred = { $count ->
    [one] Ein anderer Eintrag bezieht sich noch auf diesen: { $titles }. Nehmen Sie dort den Bezug heraus oder löschen Sie ihn zuerst endgültig.
   *[other] { $count } andere Einträge beziehen sich noch auf diesen, zum Beispiel { $titles }. Nehmen Sie dort den Bezug heraus oder löschen Sie sie zuerst endgültig.
}
trash-lasting = Dazu gehört „{ $title }“, eine abgeschlossene Fassung. Was abgeschlossen und herausgegeben ist, bleibt; legen Sie den Eintrag stattdessen ab.
trash-parent-first = „{ $title }“ liegt selbst im Papierkorb. Holen Sie zuerst diesen Eintrag heraus.

log-lead = Jede Änderung mit Zeit und Person. Die Einträge sind verkettet; wer einen entfernt oder ändert, fällt bei der Prüfung auf.
event-sign-in = Anmeldung
event-account = Zugang
event-signed-in = angemeldet
event-refused = abgewiesen
event-second-factor-refused = zweiter Faktor abgewiesen
event-second-factor-set-up = zweiter Faktor eingerichtet
event-second-factor-reset = Zweiter Faktor zurückgesetzt
event-second-factor-proposed = Zurücksetzen des zweiten Faktors vorgeschlagen
event-second-factor-confirmed = Zurücksetzen des zweiten Faktors bestätigt
event-second-factor-rejected = Zurücksetzen des zweiten Faktors verworfen
event-role-proposed = Rolle vorgeschlagen
event-role-confirmed = Rolle bestätigt
event-role-rejected = Vorschlag einer Rolle verworfen
event-mail-sent-again = Nachricht nochmals verschickt
event-mail-arrived = Nachricht als angekommen vermerkt
event-recovery-code-used = Wiederherstellungscode benutzt
event-recovery-codes-renewed = Wiederherstellungscodes erneuert
event-blocked = gesperrt
event-unblocked = wieder freigegeben
event-password-changed = Passwort geändert
event-password-set = Passwort festgelegt
event-manager = Rolle Allianzmanagement
event-chair = Rolle Vorsitz
event-mayor = Rolle Bürgermeisteramt
event-clerk = Rolle Verwaltung einer Gemeinde
event-reader = Rolle Nur Lesen
event-admin = Rolle Technische Betreuung
log-empty = Noch ist nichts geschehen.
log-older = Ältere Einträge
