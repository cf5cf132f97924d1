nav-press = Presse
capture-press = Presse
kind-clipping = Meldung
kind-medium = Medium

clipping-list = Pressespiegel
clipping-new = Meldung erfassen
clipping-edit = Meldung bearbeiten
clipping-save = Meldung speichern
clipping-not-saved = Die Meldung ist noch nicht gespeichert
clipping-count = { $count ->
    [0] Noch keine Meldung erfasst.
    [one] 1 Meldung, als Zitat mit Fundstelle.
   *[other] { $count } Meldungen, als Zitat mit Fundstelle.
}
clipping-empty = Noch keine Meldungen
clipping-empty-why = Halten Sie fest, wo über die Allianz berichtet wurde: Daraus entsteht das Kapitel zur Öffentlichkeitsarbeit, und jedes Projekt zeigt seine Meldungen.
clipping-medium-id = Medium
clipping-medium-id-all = Alle Medien
clipping-medium-id-hint = Fehlt das Medium, erfassen Sie es zuerst unter Pressespiegel, Medien.
clipping-medium-missing = Wählen Sie das Medium, zum Beispiel die Tageszeitung. Fehlt es in der Liste, erfassen Sie es zuerst unter Medien.
clipping-headline = Überschrift
clipping-headline-missing = Geben Sie die Überschrift an, zum Beispiel „Gemeinderat stimmt für Kernwege“.
clipping-published-on = Datum
clipping-published-on-hint = Erscheinungstag, zum Beispiel 14.11.2017
clipping-precision = Wie genau ist das Datum bekannt?
clipping-precision-day = Genau dieser Tag
clipping-precision-month = Nur der Monat
clipping-precision-year = Nur das Jahr
clipping-page = Seite
clipping-page-hint = Zum Beispiel 23 oder B2. Bei gedruckten Medien gehört die Seite zum Zitat.
clipping-page-lacks = fehlt
clipping-on-page = Seite { $page }
clipping-link = Adresse im Internet
clipping-link-hint = Beginnt mit https://
clipping-link-open = Meldung öffnen
clipping-summary = Worum es geht
clipping-summary-hint = Ein bis drei Sätze in eigenen Worten. Fügen Sie nie den Artikel selbst ein: Zitieren ist erlaubt, Kopieren nicht (§ 51 UrhG).
clipping-thread-id = Projekt
clipping-thread-id-all = Alle Projekte
clipping-facts = Fundstelle
clipping-no-summary = Was in der Meldung steht, ist noch nicht zusammengefasst.
clipping-lacks-page = Die Seite fehlt. Ohne Seite ist das Zitat unvollständig.
clipping-lacks-medium = Das Medium fehlt. Im Bericht stünde „ohne Angabe“.
clipping-add = Ergänzen
clipping-captured = Gespeichert: „{ $title }“, { $medium }
clipping-captured-without = Gespeichert ohne Medium: „{ $title }“. Ergänzen Sie das Medium im Pressespiegel oder schreiben Sie es voran, zum Beispiel „Main-Post: Räte stimmen zu“.

medium-list = Medien
medium-new = Medium erfassen
medium-edit = Medium bearbeiten
medium-save = Medium speichern
medium-not-saved = Das Medium ist noch nicht gespeichert
medium-count = { $count ->
    [0] Noch kein Medium erfasst.
    [one] 1 Medium, das über die Allianz berichtet.
   *[other] { $count } Medien, die über die Allianz berichten.
}
medium-empty = Noch keine Medien
medium-empty-why = Erfassen Sie die Zeitungen, Mitteilungsblätter und Sender Ihrer Gegend. Danach genügt in der Schnellerfassung „Name: Überschrift“.
medium-name = Name
medium-name-missing = Geben Sie den Namen an, zum Beispiel „Main-Post“.
medium-name-taken = „{ $name }“ gibt es schon. Wählen Sie einen anderen Namen oder bearbeiten Sie das vorhandene Medium.
medium-kind = Art
medium-kind-all = Alle Arten
medium-kind-daily = Tageszeitung
medium-kind-gazette = Amts- oder Mitteilungsblatt
medium-kind-broadcast = Hörfunk oder Fernsehen
medium-kind-online = Nur im Internet
medium-kind-other = Sonstiges
medium-website = Homepage
medium-website-hint = Beginnt mit https://
medium-email = E-Mail der Redaktion
medium-note = Notiz
medium-facts = Stammdaten
medium-clippings = Meldungen
medium-all-clippings = Alle Meldungen
medium-no-clippings = Von diesem Medium ist noch keine Meldung erfasst.
