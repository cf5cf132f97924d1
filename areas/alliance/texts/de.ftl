# Mitglieder, Gremien, Personen, Organisationen, die Allianz selbst.
kind-alliance = Allianz
kind-municipality = Mitglied
kind-population = Einwohnerzahl
kind-body = Gremium
kind-organisation = Organisation
kind-person = Person
kind-office = Amt
nav-alliance-itself = Allianz

contact-address = Anschrift
contact-email = E-Mail
contact-phone = Telefon
contact-postcode-length = Eine deutsche Postleitzahl hat 5 Ziffern, diese hat { $count }. Schreiben Sie sie zum Beispiel als 97828.

# Mitglieder
municipality-list = Mitglieder
municipality-new = Mitglied erfassen
municipality-edit = Mitglied bearbeiten
municipality-save = Mitglied speichern
municipality-not-saved = Das Mitglied ist noch nicht gespeichert
municipality-count = { $count ->
    [one] 1 Mitglied
   *[other] { $count } Mitglieder
}
municipality-lead = { $count ->
    [one] 1 Mitglied mit { $sum } Einwohnern
   *[other] { $count } Mitglieder mit { $sum } Einwohnern
}
municipality-lead-partly = { $count ->
    [one] 1 Mitglied
   *[other] { $count } Mitglieder
} mit mindestens { $sum } Einwohnern. Bei { $missing ->
    [one] 1 Mitglied
   *[other] { $missing } Mitgliedern
} fehlt die Einwohnerzahl.
municipality-lead-uncounted = { $count ->
    [one] 1 Mitglied, noch ohne Einwohnerzahl.
   *[other] { $count } Mitglieder, noch ohne Einwohnerzahlen.
}
municipality-none = Noch keine Mitglieder
municipality-none-text = Mitglieder stehen in jedem Bericht, bei jeder Ratsrunde und in jeder Einladung. Erfassen Sie sie einzeln oder lesen Sie eine Tabelle ein.
municipality-name = Name
municipality-name-hint = Amtlicher Name ohne „Gemeinde“, „Markt“ oder „Stadt“, zum Beispiel Erlenbach b. Marktheidenfeld.
municipality-name-missing = Geben Sie den Namen der Gemeinde an, zum Beispiel Birkenfeld.
municipality-kind = Art
municipality-kind-municipality = Gemeinde
municipality-kind-market = Markt
municipality-kind-town = Stadt
municipality-ags-short = AGS
municipality-community-short = Verwaltung
municipality-all-kinds = Alle Arten
municipality-ags = Gemeindeschlüssel (AGS)
municipality-ags-hint = 8 Ziffern mit führender Null. In Bayern beginnt er mit 09, zum Beispiel 09677119.
municipality-ags-missing = Geben Sie den Gemeindeschlüssel an, zum Beispiel 09677119. Er steht im Gemeindeverzeichnis der Statistischen Ämter.
municipality-ags-digits = „{ $text }“ enthält andere Zeichen als Ziffern. Ein Gemeindeschlüssel hat 8 Ziffern, zum Beispiel 09677119.
municipality-ags-zero = Dem Schlüssel fehlt die führende Null. Er lautet { $key }.
municipality-ags-regional = Das ist ein Regionalschlüssel mit 12 Ziffern. Der Gemeindeschlüssel darin lautet { $key }.
municipality-ags-length = Ein Gemeindeschlüssel hat 8 Ziffern, dieser hat { $count }. Ein Beispiel: 09677119.
municipality-ags-state = Kein Bundesland hat die Nummer { $state }. Ein Gemeindeschlüssel beginnt mit 01 bis 16, in Bayern mit 09.
municipality-ags-taken = Diesen Schlüssel hat schon { $name }. Prüfen Sie den Schlüssel oder bearbeiten Sie das vorhandene Mitglied.
municipality-administrative-community = Verwaltungsgemeinschaft
municipality-administrative-community-hint = Leer, wenn die Gemeinde eine eigene Verwaltung hat.
municipality-own-administration = Eigene Verwaltung
municipality-all-communities = Alle Verwaltungen
municipality-joined-on = Mitglied seit
municipality-joined-on-hint = Leer bei Gründungsmitgliedern.
municipality-left-on = Mitglied bis
municipality-left-on-hint = Letzter Tag der Mitgliedschaft.
municipality-left-early = Der Austritt liegt vor dem Beitritt am { $joined }. Wählen Sie einen späteren Tag oder berichtigen Sie den Beitritt.
municipality-left = ausgetreten zum { $day }
municipality-future = tritt erst bei
municipality-website = Homepage
municipality-inhabitants = Einwohner
municipality-membership = Mitgliedschaft
municipality-all-memberships = Aktive und ehemalige
municipality-active = Aktive Mitglieder
municipality-former = Keine Mitglieder heute
municipality-view-lead = { $kind } mit { $inhabitants } Einwohnern (Stand { $day })
municipality-founder = Gründungsmitglied
municipality-founder-since = Gründungsmitglied, seit { $day }
municipality-facts = Angaben
municipality-outline = Umriss
municipality-population = Einwohnerzahlen
municipality-population-none = Noch keine Einwohnerzahl. Berichte nennen dann für dieses Mitglied keine.
municipality-bodies = Gremien
municipality-bodies-none = Noch kein Gremium. Erfassen Sie den Rat, damit seine Beschlüsse hier stehen können.
municipality-people = Personen im Amt
municipality-people-none = Heute hat niemand ein Amt in dieser Gemeinde. Ämter erfassen Sie bei der Person.

# Einwohnerzahlen
population-new = Einwohnerzahl erfassen
population-edit = Einwohnerzahl bearbeiten
population-save = Einwohnerzahl speichern
population-not-saved = Die Einwohnerzahl ist noch nicht gespeichert
population-counted-on = Stichtag
population-counted-on-hint = Amtliche Zahlen gelten meist zum 31.12., zum Beispiel 31.12.2018.
population-future = Dieser Stichtag liegt in der Zukunft. Geben Sie den Tag der Zählung an, zum Beispiel 31.12.2018.
population-double = Zu diesem Stichtag ist schon eine Zahl erfasst. Bearbeiten Sie diese oder wählen Sie einen anderen Tag.
population-inhabitants = Einwohner
population-missing = Geben Sie die Zahl der Einwohner an, zum Beispiel 2.152.
population-source = Quelle
population-source-hint = Wer gezählt hat, zum Beispiel Statistisches Bundesamt.
population-municipality-id = Mitglied

# Gremien
body-list = Gremien
body-new = Gremium erfassen
body-edit = Gremium bearbeiten
body-save = Gremium speichern
body-not-saved = Das Gremium ist noch nicht gespeichert
body-count = { $count ->
    [one] 1 Gremium
   *[other] { $count } Gremien
}
body-none = Noch keine Gremien
body-none-text = Jede Sitzung gehört zu einem Gremium. Beginnen Sie mit der Mitgliederversammlung.
body-name = Name
body-name-missing = Geben Sie den Namen des Gremiums an, zum Beispiel Mitgliederversammlung.
body-kind = Art
body-kind-assembly = Versammlung aller Mitglieder
body-kind-board = Vorstand
body-kind-working-group = Arbeitskreis
body-kind-council = Rat eines Mitglieds
body-kind-other = Anderes Gremium
body-all-kinds = Alle Arten
body-meeting-name = Name einer Sitzung
body-meeting-name-hint = So heißt eine einzelne Sitzung in Einladung und Bericht, zum Beispiel Allianzsitzung.
body-meeting-name-missing = Geben Sie an, wie eine Sitzung heißt, zum Beispiel Allianzsitzung.
body-meeting-name-plural = Name mehrerer Sitzungen
body-meeting-name-plural-hint = Die Mehrzahl, zum Beispiel Allianzsitzungen.
body-meeting-name-plural-missing = Geben Sie die Mehrzahl an, zum Beispiel Allianzsitzungen.
body-municipality-id = Mitglied
body-municipality-id-hint = Nur beim Rat eines Mitglieds.
body-council-whose = Wählen Sie das Mitglied, dessen Rat das ist.
body-description = Aufgabe
body-facts = Angaben
body-people = Personen im Amt
body-people-none = Heute hat niemand ein Amt in diesem Gremium. Ämter erfassen Sie bei der Person.

# Organisationen
organisation-list = Organisationen
organisation-new = Organisation erfassen
organisation-edit = Organisation bearbeiten
organisation-save = Organisation speichern
organisation-not-saved = Die Organisation ist noch nicht gespeichert
organisation-count = { $count ->
    [one] 1 Organisation
   *[other] { $count } Organisationen
}
organisation-none = Noch keine Organisationen
organisation-none-text = Ämter, Nachbarallianzen, Vereine und Medien: Wer hier steht, kann Partner eines Projekts oder eines Eintrags sein.
organisation-name = Name
organisation-name-missing = Geben Sie den Namen der Organisation an, zum Beispiel Amt für Ländliche Entwicklung.
organisation-kind = Art
organisation-kind-authority = Behörde
organisation-kind-alliance = Allianz oder Regionalinitiative
organisation-kind-association = Verein oder Verband
organisation-kind-company = Unternehmen
organisation-kind-medium = Medium
organisation-kind-other = Andere
organisation-all-kinds = Alle Arten
organisation-street = Straße und Hausnummer
organisation-postcode = Postleitzahl
organisation-town = Ort
organisation-email = E-Mail
organisation-phone = Telefon
organisation-website = Homepage
organisation-note = Anmerkung
organisation-facts = Angaben
organisation-people = Personen
organisation-people-none = Noch keine Person dieser Organisation.

# Personen
person-list = Personen
person-new = Person erfassen
person-edit = Person bearbeiten
person-save = Person speichern
person-not-saved = Die Person ist noch nicht gespeichert
person-count = { $count ->
    [one] 1 Person
   *[other] { $count } Personen
}
person-none = Noch keine Personen
person-none-text = Bürgermeisterinnen, Ansprechpartner in Ämtern, Mitglieder der Arbeitskreise: Erfassen Sie sie einzeln oder lesen Sie Ihr Adressbuch ein.
person-name = Name
person-salutation = Anrede
salutation-ms = Frau
salutation-mr = Herr
salutation-neutral = Ohne Anrede
person-academic-title = Akademischer Grad
person-academic-title-hint = Zum Beispiel Dr.
person-given-name = Vorname
person-family-name = Familienname
person-family-name-missing = Geben Sie den Familiennamen an, zum Beispiel Hartlieb.
person-letter-salutation = Eigene Briefanrede
person-letter-salutation-hint = Nur, wenn die übliche nicht passt, zum Beispiel „Liebe Frau Hartlieb“.
person-municipality-id = Mitglied
person-all-municipalities = Alle Mitglieder
person-organisation-id = Organisation
person-all-organisations = Alle Organisationen
person-belongs = Organisation oder Mitglied
person-offices-today = Amt heute
person-email = E-Mail
person-phone = Telefon
person-street = Straße und Hausnummer
person-postcode = Postleitzahl
person-town = Ort
person-consent = Grundlage der Speicherung
person-consent-hint = Warum die Daten hier stehen dürfen: Einwilligung, öffentliches Amt oder Vertrag.
person-consent-missing = Zum Datum gehört eine Grundlage. Geben Sie an, worauf die Speicherung beruht, zum Beispiel Einwilligung per Mail.
person-consent-on = Grundlage seit
person-consent-future = Dieser Tag liegt in der Zukunft. Geben Sie den Tag an, seit dem die Grundlage besteht.
person-consent-none = Es ist keine Grundlage für die Speicherung dieser Daten erfasst. Ergänzen Sie Einwilligung, Amt oder Vertrag.
person-data-protection = Datenschutz
person-note = Anmerkung
person-contact = Kontakt
person-letter = Brief
person-letter-line = Anrede im Brief
person-offices = Ämter
person-offices-none = Noch kein Amt erfasst.

# Ämter
office-new = Amt erfassen
office-edit = Amt bearbeiten
office-save = Amt speichern
office-not-saved = Das Amt ist noch nicht gespeichert
office-title = Bezeichnung
office-title-hint = So, wie das Amt heißt, zum Beispiel Erste Bürgermeisterin.
office-title-missing = Geben Sie das Amt an, zum Beispiel Erste Bürgermeisterin.
office-municipality-id = Mitglied
office-body-id = Gremium
office-person-id = Person
office-since = Im Amt seit
office-until = Im Amt bis
office-until-hint = Letzter Tag im Amt. Leer, solange es kein Ende gibt.
office-until-early = Das Ende liegt vor dem Beginn am { $since }. Wählen Sie einen späteren Tag oder berichtigen Sie den Beginn.
office-term = Amtszeit
office-since-day = seit { $day }
office-until-day = bis { $day }
office-span = { $since } bis { $until }
office-held = im Amt
office-ahead = künftig

# Die Allianz
alliance-lead = Diese Angaben stehen auf Briefen, Berichten und Einladungen.
alliance-edit = Allianz bearbeiten
alliance-new = Allianz erfassen
alliance-save = Angaben speichern
alliance-not-saved = Die Angaben sind noch nicht gespeichert
alliance-name = Name
alliance-name-hint = Vollständig, wie auf dem Briefkopf.
alliance-name-missing = Geben Sie den vollständigen Namen an, zum Beispiel Kommunale Allianz Raum Marktheidenfeld.
alliance-short-name = Kurzname
alliance-short-name-hint = Steht oben links in diesem Programm.
alliance-short-name-missing = Geben Sie einen kurzen Namen an, zum Beispiel Raum Marktheidenfeld.
alliance-inflected-name = Name im Satz
alliance-inflected-name-hint = Im Wesfall mit Artikel, zum Beispiel „der Kommunalen Allianz Raum Marktheidenfeld“.
alliance-inflected-name-missing = Geben Sie den Namen an, wie er im Satz steht, zum Beispiel „der Kommunalen Allianz Raum Marktheidenfeld“.
alliance-legal-form = Rechtsform
alliance-legal-form-hint = Zum Beispiel e. V.
alliance-seat = Sitz
alliance-founded-on = Gegründet am
alliance-address = Anschrift
alliance-address-hint = Wie im Anschriftfeld, eine Angabe je Zeile.
alliance-contact-name = Ansprechpartner
alliance-email = E-Mail
alliance-phone = Telefon
alliance-website = Homepage
alliance-brand = Hausfarbe
alliance-brand-hint = Als #rrggbb, zum Beispiel #14553f. Texte in dieser Farbe müssen gut lesbar sein: Kontrast mindestens 4,5 : 1.
alliance-brand-form = „{ $text }“ ist keine Farbe. Schreiben Sie sie zum Beispiel als #14553f.
alliance-brand-on-white = Diese Farbe hat auf Weiß nur einen Kontrast von { $measured } : 1. Nötig sind { $needed } : 1. Wählen Sie einen dunkleren Ton.
alliance-brand-on-soft = Diese Farbe hat auf ihrem hellen Grund nur einen Kontrast von { $measured } : 1. Nötig sind { $needed } : 1. Wählen Sie einen dunkleren Ton.
alliance-brand-measured = { $brand }, Kontrast auf Weiß { $contrast } : 1
alliance-look = Erscheinungsbild
alliance-logo = Logo
alliance-logo-hint = PNG oder JPEG, höchstens 2 MB.
alliance-logo-alt = Logo: { $name }
alliance-logo-type = „{ $name }“ ist weder PNG noch JPEG. Speichern Sie das Logo in einem dieser Formate und wählen Sie es noch einmal.
alliance-logo-size = Das Logo ist größer als 2 MB. Verkleinern Sie es auf etwa 1.000 Bildpunkte Breite.
alliance-logo-remove = Logo entfernen
alliance-logo-file = Logo
alliance-outline-source = Quelle der Gemeindegrenzen
alliance-outline-source-hint = Verlangt die Lizenz der Karte, zum Beispiel „© GeoBasis-DE / BKG 2017 (Daten verändert)“.
alliance-facts = Angaben
alliance-contact = Kontakt
alliance-members = { $count ->
    [one] 1 Mitglied
   *[other] { $count } Mitglieder
}

# Einlesen
import-members = Mitglieder einlesen
import-people = Kontakte einlesen
import-lead = Sie sehen zuerst, was mit jeder Zeile geschieht. Gespeichert wird erst, wenn Sie es bestätigen.
import-file = Datei
import-members-hint = Excel (XLSX) oder CSV mit Spaltenköpfen wie AGS, Name, Art, VG und „Einwohner 31.12.2018“. Höchstens 25 MB.
import-people-hint = Excel (XLSX), CSV oder Adressbuch (vCard). Spaltenköpfe wie Anrede, Titel, Vorname, Name, E-Mail, Telefon, Straße, PLZ, Ort, Gemeinde, Organisation, Amt. Höchstens 25 MB.
import-check = Datei prüfen
import-not-read = Die Datei ist noch nicht eingelesen
import-file-missing = Wählen Sie die Datei, die Sie einlesen möchten.
import-file-empty = Die Datei enthält keine Zeile mit Inhalt. Prüfen Sie, ob Sie die richtige Datei gewählt haben.
import-file-unknown = Dieses Format ist unbekannt. Speichern Sie die Liste als XLSX oder CSV und wählen Sie diese Datei.
import-file-pdf = Aus einer PDF-Datei lässt sich keine Tabelle einlesen. Speichern Sie die Liste dort, wo sie entstanden ist, als XLSX oder CSV.
import-file-old-excel = Die Datei hat das alte Excel-Format (XLS) oder ein Kennwort. Speichern Sie sie ohne Kennwort als XLSX.
import-file-broken-workbook = Die Excel-Datei ist beschädigt. Öffnen Sie sie in Excel oder LibreOffice und speichern Sie sie noch einmal als XLSX.
import-file-too-large = Die Datei ist entpackt größer als erlaubt. Löschen Sie Bilder und leere Blätter oder teilen Sie sie auf.
import-file-too-many = Die Datei hat mehr als { $most } Zeilen. Teilen Sie sie auf.
import-file-no-heads = Es fehlen Spaltenköpfe. Schreiben Sie in die erste Zeile, was in den Spalten steht, zum Beispiel Name, Vorname, E-Mail.
import-file-no-ags = Es fehlt eine Spalte „AGS“ mit dem Gemeindeschlüssel. Nur an ihm ist eine Gemeinde sicher zu erkennen.
import-file-no-names = Es fehlt eine Spalte „Name“ oder „Familienname“.
import-file-no-count-day = Die Spalte „{ $column }“ nennt keinen Stichtag. Benennen Sie sie zum Beispiel „Einwohner 31.12.2018“ oder ergänzen Sie eine Spalte „Stand“.
import-preview = Einlesen prüfen: { $name }
import-fates = { $new } neu, { $changed } geändert, { $duplicate ->
    [one] 1 Dublette
   *[other] { $duplicate } Dubletten
}, { $faulty } fehlerhaft. Noch ist nichts gespeichert.
import-ignored = Diese Spalten werden nicht übernommen: { $columns }.
import-take = { $count ->
    [one] 1 Zeile übernehmen
   *[other] { $count } Zeilen übernehmen
}
import-discard = Datei verwerfen
import-discarded = Die Datei ist verworfen. Es wurde nichts gespeichert.
import-done = Eingelesen: { $new } neu, { $changed } geändert. Ausgelassen: { $duplicate ->
    [one] 1 Dublette
   *[other] { $duplicate } Dubletten
}, { $faulty } fehlerhaft.
import-gone = Diese Datei wartet nicht mehr: Sie wurde schon übernommen, verworfen oder nach einem Tag gelöscht. Lesen Sie sie noch einmal ein.
import-row = Zeile
import-row-count = { $count ->
    [one] 1 Zeile
   *[other] { $count } Zeilen
}
import-members-what = Mitglied
import-people-what = Person
import-nameless = (ohne Namen)
import-fate = Ergebnis
import-all-fates = Alle Ergebnisse
import-reason = Änderung oder Grund
import-fate-new = neu
import-fate-changed = geändert
import-fate-duplicate = Dublette
import-fate-faulty = fehlerhaft
import-fate-empty = leer
import-fate-heading = Überschrift
import-twin-record = Dublette von { $name }: Alles ist schon so erfasst.
import-twin-line = Dublette von Zeile { $line } derselben Datei.
import-heading = Steht über den Spaltenköpfen.
import-added = { $label }: { $new }
import-replaced = { $label }: { $new } (bisher { $old })
import-no-rows = Keine Zeilen
import-no-rows-text = Unter den Spaltenköpfen steht nichts. Ergänzen Sie die Zeilen in der Datei.
import-note-organisation = Organisation „{ $name }“ wird angelegt
import-note-office = Amt: { $title }
import-fault-quote = Ein Anführungszeichen ist nicht geschlossen. Ergänzen Sie es in der Datei; der Rest der Datei gehört sonst zu dieser Zeile.
import-fault-cell = Die Zelle in Spalte { $column } enthält einen Rechenfehler. Berichtigen Sie sie in Excel.
import-fault-torn-card = Dieser Kontakt endet mitten im Text. Speichern Sie das Adressbuch noch einmal.
import-fault-too-long = Der Text in „{ $column }“ ist länger als { $most } Zeichen. Kürzen Sie ihn.
import-fault-kind = „{ $text }“ ist keine Art einer Gemeinde. Schreiben Sie Gemeinde, Markt oder Stadt.
import-fault-number = „{ $text }“ in „{ $column }“ ist keine ganze Zahl. Schreiben Sie zum Beispiel 2152.
import-fault-count-day = Zur Zahl in „{ $column }“ fehlt der Stichtag. Ergänzen Sie ihn in der Spalte „Stand“, zum Beispiel 31.12.2018.
import-fault-count-future = Der Stichtag { $day } liegt in der Zukunft. Berichtigen Sie ihn.
import-fault-day = „{ $text }“ in „{ $column }“ ist kein möglicher Tag. Schreiben Sie zum Beispiel 31.12.2018.
import-fault-name = Der Familienname fehlt. Ergänzen Sie ihn in der Datei.
import-fault-salutation = „{ $text }“ ist keine Anrede. Schreiben Sie Frau, Herr oder lassen Sie die Zelle leer.
import-fault-email = „{ $text }“ ist keine E-Mail-Adresse. Sie sieht zum Beispiel so aus: rathaus@gemeinde.example
import-fault-municipality = „{ $text }“ ist kein Mitglied. Erfassen Sie es zuerst oder schreiben Sie den Namen in die Spalte „Organisation“.
import-fault-mail-of-other = Unter { $mail } ist schon { $name } erfasst. Ändern Sie dort den Namen oder geben Sie hier eine andere Adresse an.
import-fault-mail-of-line = Die Adresse { $mail } steht in Zeile { $line } bei einer anderen Person. Geben Sie jeder Person ihre eigene Adresse.
import-fault-namesakes = { $count } Personen heißen so. Ergänzen Sie E-Mail, Gemeinde oder Organisation, damit klar ist, wer gemeint ist.
