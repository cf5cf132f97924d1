# Austausch und Vernetzung.
nav-network = Vernetzung

kind-network-entry = Kontakt

network-list = Austausch und Vernetzung
network-new = Eintrag erfassen
network-edit = Eintrag bearbeiten
network-save = Eintrag speichern
network-not-saved = Der Eintrag ist noch nicht gespeichert
network-lead = { $count ->
    [0] Keine Einträge. Sie bilden das Kapitel „Austausch und Vernetzung“ des Tätigkeitsberichts.
    [one] 1 Eintrag. Er bildet das Kapitel „Austausch und Vernetzung“ des Tätigkeitsberichts.
   *[other] { $count } Einträge. Sie bilden das Kapitel „Austausch und Vernetzung“ des Tätigkeitsberichts.
}
network-count = { $count ->
    [0] Keine Einträge
    [one] 1 Eintrag
   *[other] { $count } Einträge
}
network-empty = Noch keine Einträge
network-empty-text = Halten Sie Treffen, Tagungen und Telefonate mit einer Zeile fest. Am Ende des Berichtszeitraums ist das Kapitel „Austausch und Vernetzung“ damit schon geschrieben.
network-held-on = Datum
network-held-on-hint = Zum Beispiel 17.11.2017
network-title = Titel
network-title-hint = So erscheint der Eintrag im Tätigkeitsbericht
network-title-missing = Geben Sie an, worum es ging, zum Beispiel „Treffen mit ILE Main-Wein-Garten“.
network-kind = Art
network-kind-meeting = Treffen
network-kind-conference = Tagung
network-kind-information = Information
network-kind-workshop = Workshop
network-kind-session = Sitzung
network-kind-assembly = Versammlung
network-kind-call = Telefonat
network-place = Ort
network-partners = Partner
network-partners-hint = Je Zeile ein Name
network-place-or-partner = Ort oder Partner
network-outcome = Ergebnis
network-outcome-hint = Was wurde besprochen oder vereinbart?
network-thread-id = Projekt
network-follow-up = Folgeaufgabe
network-follow-up-title = Folgeaufgabe
network-follow-up-title-hint = Was ist danach zu tun? Sie erscheint bei den Aufgaben.
network-follow-up-title-missing = Geben Sie an, was bis zu diesem Tag zu tun ist, zum Beispiel „Unterlagen senden“.
network-follow-up-due = Folgeaufgabe bis wann
network-follow-up-due-hint = Zum Beispiel 15.12.2017
network-follow-up-open = offen
network-follow-up-done = erledigt
network-follow-ups = Folgeaufgaben
network-follow-up-new = Aufgabe erfassen
network-no-follow-ups = Aus diesem Eintrag folgt noch keine Aufgabe.
network-ends-on = Letzter Tag
network-ends-on-hint = Nur bei mehreren Tagen, zum Beispiel 18.11.2017
network-ends-on-before = Das Ende liegt vor dem Anfang. Wählen Sie einen Tag ab dem { $day }.
network-ends-on-inexact = Ein letzter Tag passt nur zu einem genauen Datum. Lassen Sie ihn leer, oder wählen Sie „auf den Tag genau“.
network-precision = Genauigkeit des Datums
network-precision-hint = Ist nur der Monat oder das Jahr bekannt, genügt als Datum ein Tag darin.
network-all-kinds = Alle Arten
network-all-threads = Alle Projekte

partners-list = Partner
partners-count = { $count ->
    [0] Keine Partner
    [one] 1 Partner aus den Einträgen zu Austausch und Vernetzung
   *[other] { $count } Partner aus den Einträgen zu Austausch und Vernetzung
}
partners-empty = Noch keine Partner
partners-empty-text = Wen Sie bei einem Eintrag als Partner nennen, der erscheint hier mit der Zahl der Begegnungen.
partners-name = Partner
partners-entries = Einträge
partners-newest = Zuletzt

capture-contact = Kontakt
capture-contact-saved = Kontakt gespeichert: „{ $title }“, { $day }
