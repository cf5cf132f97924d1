# Berichte: Wörter der Dokumente selbst.
report-doc-and = und
report-doc-period-day = Am { $day }
report-doc-period-span = Vom { $from } bis zum { $to }
report-doc-inside-day = am { $day }
report-doc-inside-span = vom { $from } bis zum { $to }
report-doc-none-feminine = keine
report-doc-none-other = kein
report-doc-section = Abschnitt { $number }
report-doc-also = auch { $days }
report-doc-alliance = Allianz
report-doc-alliance-named = der Allianz „{ $name }“
report-doc-alliance-unnamed = der Allianz
report-doc-subtitle-activity = Bericht des Allianzmanagements über seine Tätigkeit
report-doc-subtitle-assembly = Bericht an die Mitgliederversammlung
report-doc-subtitle-overview = Das Wichtigste auf einer Seite
report-doc-description = { $author }: Bericht über die Arbeit { $period }.
report-doc-colophon-draft = Entwurf, Stand { $day }. Angaben können sich noch ändern.
report-doc-colophon-final = Fassung { $number }, festgestellt am { $day }. Dieses Dokument ist unveränderlich; eine Berichtigung erscheint als neue Fassung mit einer Liste der Unterschiede.
report-doc-imprint-publisher = Herausgeber
report-doc-imprint-contact = Kontakt
report-doc-imprint-funding = Förderung

report-doc-chapter-preface = Vorbemerkung
report-doc-chapter-members = Mitglieder
report-doc-chapter-tasks = Funktion und Aufgaben
report-doc-chapter-meetings = Geschäftsführung
report-doc-chapter-projects = Projekte
report-doc-chapter-network = Austausch und Vernetzung
report-doc-chapter-press = Öffentlichkeitsarbeit und Marketing
report-doc-chapter-funding = Förderung
report-doc-chapter-outlook = Ausblick
report-doc-chapter-figures = Kennzahlen auf einen Blick
report-doc-chapter-own = Weiteres
report-doc-overview-figures = In Zahlen
report-doc-overview-projects = Projekte
report-doc-overview-meetings = Sitzungen
report-doc-overview-network = Austausch und Vernetzung
report-doc-overview-press = Öffentlichkeitsarbeit
report-doc-overview-outlook = Ausblick

report-doc-count-members = { $count ->
    [one] { $number } Mitglied
   *[other] { $number } Mitglieder
}
report-doc-count-municipalities = { $count ->
    [0] keine
    [one] { $number } Kommune
   *[other] { $number } Kommunen
}
report-doc-count-meetings = { $count ->
    [one] { $number } Sitzung
   *[other] { $number } Sitzungen
}
report-doc-count-topics = { $count ->
    [one] { $number } Thema
   *[other] { $number } Themen
}
report-doc-count-projects = { $count ->
    [one] { $number } Projekt
   *[other] { $number } Projekte
}
report-doc-count-entries = { $count ->
    [one] { $number } Veranstaltung
   *[other] { $number } Veranstaltungen
}
report-doc-count-clippings = { $count ->
    [one] { $number } Meldung
   *[other] { $number } Meldungen
}
report-doc-count-grants = { $count ->
    [one] { $number } Zuwendung
   *[other] { $number } Zuwendungen
}

report-doc-at-a-glance = Auf einen Blick
report-doc-fact-notice = Bewilligt mit Bescheid vom
report-doc-fact-post = Stelle besetzt seit
report-doc-fact-period = Berichtszeitraum
report-doc-fact-members = Mitglieder
report-doc-fact-founded = Gegründet am
report-doc-fact-state = Stand
report-doc-fact-lead = Federführung
report-doc-fact-partners = { $count ->
    [one] Partner
   *[other] Partner
}
report-doc-fact-agenda = Auf der Tagesordnung
report-doc-preface-lead = Dieser Bericht zeigt, woran das Management { $alliance } { $period } gearbeitet hat: was beschlossen, was begonnen und was erreicht wurde.
report-doc-grant-notice = Mit Zuwendungsbescheid vom { $day } ist das Vorhaben „{ $purpose }“ bewilligt worden.
report-doc-grant-notice-by = Mit Zuwendungsbescheid vom { $day } ist das Vorhaben „{ $purpose }“ bewilligt worden ({ $authority }).
report-doc-post-filled = Seit dem { $day } ist die geförderte Stelle besetzt.
report-doc-members-sentence = { $count ->
    [0] Mitglieder { $alliance } sind für diesen Zeitraum nicht erfasst.
    [one] Mitglied { $alliance } ist { $number } Kommune.
   *[other] Mitglieder { $alliance } sind { $number } Kommunen.
}
report-doc-members-title = Die Mitglieder der Allianz
report-doc-members-empty = Für diesen Zeitraum sind keine Mitglieder erfasst.
report-doc-members-note = Einwohner am { $days }.
report-doc-members-note-source = Einwohner am { $days }: { $sources }.
report-doc-members-unknown = { $count ->
    [one] Für { $number } Mitglied ist keine Einwohnerzahl erfasst.
   *[other] Für { $number } Mitglieder ist keine Einwohnerzahl erfasst.
}
report-doc-kind-municipality = Gemeinde
report-doc-kind-market = Markt
report-doc-kind-town = Stadt
report-doc-administration-own = eigene

report-doc-meeting-one = Sitzung
report-doc-meeting-many = Sitzungen
report-doc-meetings-intro = Das Allianzmanagement führt die laufenden Geschäfte, bereitet die Sitzungen vor und hält ihre Ergebnisse fest.
report-doc-meetings-sentence = { $count ->
    [0] { $period } hat { $none } { $meeting } stattgefunden.
    [one] { $period } hat { $number } { $meeting } stattgefunden.
   *[other] { $period } haben { $number } { $meetings } stattgefunden.
}
report-doc-meetings-bodies = Das waren { $list }.
report-doc-meeting-days = Sitzungstage: { $list }.
report-doc-topics-sentence = { $count ->
    [0] Themen sind dazu nicht erfasst.
    [one] Auf der Tagesordnung stand { $number } Thema.
   *[other] Auf den Tagesordnungen standen zusammen { $number } Themen.
}
report-doc-recurring-sentence = { $count ->
    [one] Mehr als einmal behandelt wurde { $number } Thema: { $list }. Der Vermerk „auch“ nennt die anderen Sitzungen.
   *[other] Mehr als einmal behandelt wurden { $number } Themen: { $list }. Der Vermerk „auch“ nennt die anderen Sitzungen.
}
report-doc-meetings-title = Sitzungen und ihre Themen
report-doc-meetings-title-of = { $meetings } und ihre Themen
report-doc-no-topics = Keine Themen erfasst
report-doc-figure-meetings = { $count ->
    [one] Sitzung im Zeitraum
   *[other] Sitzungen im Zeitraum
}
report-doc-figure-meetings-of = { $meetings } im Zeitraum
report-doc-figure-topics = { $count ->
    [one] Thema auf den Tagesordnungen
   *[other] Themen auf den Tagesordnungen
}

report-doc-projects-empty = Für diesen Zeitraum ist kein Projekt erfasst.
report-doc-projects-sentence = { $count ->
    [one] Im Berichtszeitraum lief { $number } Projekt: { $list }.
   *[other] Im Berichtszeitraum liefen { $number } Projekte: { $list }.
}
report-doc-strategic-sentence = { $count ->
    [one] Als strategisch gilt davon { $number } Projekt: { $list }.
   *[other] Als strategisch gelten davon { $number } Projekte: { $list }.
}
report-doc-projects-rest = { $count ->
    [one] { $number } weiteres Projekt steht im ausführlichen Bericht.
   *[other] { $number } weitere Projekte stehen im ausführlichen Bericht.
}
report-doc-project-no-text = Zu diesem Projekt ist noch kein Text erfasst.
report-doc-newer = { $count ->
    [one] { $number } Eintrag ist neuer als dieser Text
   *[other] { $number } Einträge sind neuer als dieser Text
}
report-doc-state-idea = Idee
report-doc-state-preparation = in Vorbereitung
report-doc-state-running = in Umsetzung
report-doc-state-done = abgeschlossen
report-doc-state-paused = ruht
report-doc-state-dropped = eingestellt
report-doc-state-since = { $state } seit { $day }
report-doc-qualifier-about = rund
report-doc-qualifier-circa = ca.
report-doc-qualifier-at-least = mind.
report-doc-qualifier-at-most = bis zu

report-doc-network-intro = Das Management hält Verbindung zu benachbarten Zusammenschlüssen, zu Behörden und zu den Akteuren der Region.
report-doc-network-sentence = { $count ->
    [0] Für diesen Zeitraum sind keine Veranstaltungen und Treffen erfasst.
    [one] Im Berichtszeitraum nahm es an { $number } Veranstaltung teil.
   *[other] Im Berichtszeitraum nahm es an { $number } Veranstaltungen und Treffen teil.
}
report-doc-network-title = Veranstaltungen und Treffen
report-doc-figure-entries = { $count ->
    [one] Veranstaltung oder Treffen
   *[other] Veranstaltungen und Treffen
}
report-doc-overview-contacts = { $count ->
    [0] Für diesen Zeitraum sind keine Veranstaltungen und Treffen erfasst.
    [one] Das Management nahm an { $number } Veranstaltung teil.
   *[other] Das Management nahm an { $number } Veranstaltungen und Treffen teil.
}
report-doc-overview-newest = Zuletzt: { $list }.
report-doc-overview-all = Im Einzelnen: { $list }.

report-doc-media-empty = Medien sind noch nicht erfasst.
report-doc-media-sentence = Über die Arbeit der Allianz informieren { $list }.
report-doc-media-daily = { $count ->
    [one] die Tageszeitung { $names }
   *[other] die { $number } Tageszeitungen { $names }
}
report-doc-media-gazette = { $count ->
    [one] das Mitteilungsblatt { $names }
   *[other] die { $number } Mitteilungsblätter { $names }
}
report-doc-media-broadcast = { $count ->
    [one] der Sender { $names }
   *[other] die { $number } Sender { $names }
}
report-doc-media-online = { $count ->
    [one] das Online-Medium { $names }
   *[other] die { $number } Online-Medien { $names }
}
report-doc-media-other = { $count ->
    [one] das Medium { $names }
   *[other] die { $number } weiteren Medien { $names }
}
report-doc-figure-media-daily = { $count ->
    [one] Tageszeitung
   *[other] Tageszeitungen
}
report-doc-figure-media-gazette = { $count ->
    [one] Mitteilungsblatt
   *[other] Mitteilungsblätter
}
report-doc-figure-media-broadcast = { $count ->
    [one] Sender
   *[other] Sender
}
report-doc-figure-media-online = { $count ->
    [one] Online-Medium
   *[other] Online-Medien
}
report-doc-figure-media-other = { $count ->
    [one] weiteres Medium
   *[other] weitere Medien
}
report-doc-clippings-sentence = { $count ->
    [0] Für diesen Zeitraum ist keine Meldung erfasst.
    [one] Erfasst ist { $number } Meldung.
   *[other] Erfasst sind { $number } Meldungen.
}
report-doc-clippings-title = Auszug aus der Berichterstattung
report-doc-figure-clippings = { $count ->
    [one] Meldung in den Medien
   *[other] Meldungen in den Medien
}

report-doc-grants-sentence = { $count ->
    [0] Für diesen Zeitraum ist keine Zuwendung erfasst.
    [one] { $number } Zuwendung trägt die Arbeit in diesem Zeitraum.
   *[other] { $number } Zuwendungen tragen die Arbeit in diesem Zeitraum.
}
report-doc-grants-title = Zuwendungen
report-doc-plan-title = Ausgabenplan: { $purpose }
report-doc-duties-title = Pflichten: { $purpose }
report-doc-duty-done = erledigt
report-doc-duty-open = offen
report-doc-from-day = ab { $day }
report-doc-to-day = bis { $day }
report-doc-percent = { $number } %
report-doc-sum = Summe

report-doc-figures-sentence = { $count ->
    [0] Für diesen Zeitraum sind keine Kennzahlen erfasst.
    [one] { $number } Kennzahl fasst den Bericht zusammen.
   *[other] { $number } Kennzahlen fassen den Bericht zusammen. Ungefähre Zahlen tragen ihr Wort, alle anderen sind genau.
}
report-doc-figure-members = { $count ->
    [one] Mitglied
   *[other] Mitglieder
}
report-doc-figure-inhabitants = Einwohner der Mitglieder
report-doc-map-alt = { $count ->
    [one] Karte mit dem Umriss eines Mitglieds: { $names } ({ $number }).
   *[other] Karte mit den Umrissen von { $number } Mitgliedern: { $names }. Die Farben trennen nur Nachbarn voneinander.
}

report-doc-column-date = Datum
report-doc-column-topics = Themen
report-doc-column-count = Anzahl
report-doc-column-member = Mitglied
report-doc-column-kind = Art
report-doc-column-administration = Verwaltung
report-doc-column-inhabitants = Einwohner
report-doc-column-event = Veranstaltung
report-doc-column-medium = Medium
report-doc-column-headline = Überschrift
report-doc-column-page = Seite
report-doc-column-about = Thema
report-doc-column-notice = Bescheid
report-doc-column-purpose = Zweck
report-doc-column-period = Zeitraum
report-doc-column-rate = Satz
report-doc-column-granted = Bewilligt
report-doc-column-item = Ausgabe
report-doc-column-planned = Geplant
report-doc-column-due = Frist
report-doc-column-duty = Pflicht
report-doc-column-state = Stand
report-doc-column-project = Projekt
report-doc-column-summary = Worum es geht

# Berichte: Seiten der Werkbank.
kind-report = Bericht
kind-report-chapter = Kapitel eines Berichts
kind-report-text = Projekttext eines Berichts
kind-report-version = Fassung eines Berichts
nav-reports = Berichte
report-doc-difference-changed = { $section }: „{ $before }“ wurde zu „{ $after }“.
report-doc-difference-new = { $section }: neu „{ $after }“.
report-doc-difference-gone = { $section }: entfallen „{ $before }“.

report-list = Berichte
report-lead = { $count ->
    [0] Noch kein Bericht. Ein Bericht entsteht aus dem, was schon erfasst ist.
    [one] 1 Bericht aus den erfassten Einträgen.
   *[other] { $count } Berichte aus den erfassten Einträgen.
}
report-count = { $count ->
    [one] 1 Bericht
   *[other] { $count } Berichte
}
report-new = Bericht beginnen
report-edit = Bericht ändern
report-save = Bericht speichern
report-not-saved = Der Bericht ist noch nicht gespeichert
report-empty = Noch keine Berichte
report-empty-text = Wählen Sie Titel, Vorlage und Zeitraum. Kapitel, Tabellen und Zahlen kommen aus den Einträgen. Einen alten Bericht lesen Sie über „Alten Bericht einlesen“ ein.
report-empty-reader = Sobald ein Bericht festgestellt ist, steht er hier zum Herunterladen.
report-import = Alten Bericht einlesen
report-all-templates = Alle Vorlagen
report-all-states = Alle Stände
report-drafts = Entwürfe
report-finals = Abgeschlossene
report-state = Stand
report-changed = Geändert
report-draft = Entwurf
report-version = Fassung { $number }
report-title = Titel
report-title-hint = Zum Beispiel „Tätigkeitsbericht 2017“. Er steht auf dem Umschlag und in jeder Kopfzeile.
report-title-missing = Geben Sie den Titel an, zum Beispiel „Tätigkeitsbericht 2017“.
report-template = Vorlage
report-template-activity = Tätigkeitsbericht für die Förderstelle
report-template-assembly = Bericht an die Mitgliederversammlung
report-template-overview = Übersicht auf einer Seite
report-period-from = Erster Tag
report-period-from-hint = Beide Tage gehören dazu.
report-period-to = Letzter Tag
report-period-backwards = Der letzte Tag ({ $to }) liegt vor dem ersten ({ $from }). Tauschen Sie beide.
report-language = Sprache
report-language-de = Deutsch
report-language-en = Englisch

report-page-lead = { $from } bis { $to } · { $template }
report-change-period = Zeitraum ändern
report-finalise = Bericht abschließen
report-correct = Bericht berichtigen
report-download-draft = Als Entwurf herunterladen
report-download-html = Webseite (HTML)
report-draft-file = Entwurf
report-version-file = Fassung
report-accessible = Als barrierefreie Seite lesen
report-numbers-follow = Zahlen im Text kommen aus den Einträgen und passen sich an. Eigener Text bleibt unverändert.
report-chapters = Kapitel
report-chapter-add = Text einfügen
report-chapter-new = Neues Kapitel
report-chapter-move = { $title }: verschieben, bearbeiten oder ausblenden
report-chapter-edit-text = Text bearbeiten
report-chapter-up = Nach oben
report-chapter-down = Nach unten
report-chapter-hide = Ausblenden
report-chapter-show = Einblenden
report-chapter-hidden = ausgeblendet
report-chapter-blank = ausgeblendet, noch ohne Text
report-chapter-complete = vollständig
report-chapter-gaps = { $count ->
    [one] 1 Angabe fehlt
   *[other] { $count } Angaben fehlen
}
report-chapter-edit = Kapitel „{ $title }“
report-chapter-lead = Ihr Text steht vor dem, was aus den Einträgen kommt. Er bleibt, auch wenn sich Einträge ändern.
report-chapter-lead-own = Dieses Kapitel besteht nur aus Ihrem Text.
report-chapter-heading = Überschrift
report-chapter-heading-hint = Leer heißt: so wie in der Vorlage.
report-chapter-heading-missing = Geben Sie die Überschrift an, zum Beispiel „Dank“.
report-chapter-own-text = Eigener Text
report-chapter-save = Kapitel speichern
report-chapter-not-saved = Das Kapitel ist noch nicht gespeichert
report-chapter-saved = Kapitel gespeichert: „{ $title }“
report-chapter-was-hidden = Ausgeblendet: „{ $title }“
report-chapter-was-shown = Eingeblendet: „{ $title }“
report-markdown = Eine leere Zeile beginnt einen Absatz, „- “ einen Listenpunkt, **zwei Sterne** heben hervor.

report-texts = Projekttexte
report-text-from-project = aus dem Projekt übernommen
report-text-own = eigener Text, Stand { $day }
report-text-newer = { $count ->
    [one] 1 Eintrag ist neuer als dieser Text.
   *[other] { $count } Einträge sind neuer als dieser Text.
}
report-text-lead-drafted = Vorschlag aus den Einträgen des Projekts. Sobald Sie speichern, gilt Ihr Text.
report-text-lead-own = Eigener Text, Stand { $day }. Er bleibt, auch wenn sich Einträge ändern.
report-text-text = Text
report-text-missing = Schreiben Sie den Text, oder gehen Sie zurück und lassen Sie den Vorschlag stehen.
report-text-reviewed = Der Text entspricht jetzt dem Stand der Einträge.
report-text-save = Text speichern
report-text-not-saved = Der Text ist noch nicht gespeichert
report-text-saved = Text gespeichert: „{ $title }“
report-text-redraft = Text neu entwerfen
report-text-redrafted = „{ $title }“ zeigt wieder den Vorschlag aus den Einträgen.
report-text-mark-reviewed = Text ist geprüft
report-text-was-reviewed = Geprüft: „{ $title }“

report-preview = Vorschau
report-preview-alt = Seite { $page } von „{ $title }“ als Bild. Der Text steht auf der barrierefreien Seite.
report-preview-number = Seite { $page } von { $pages }
report-preview-state = aktuell, { $time }

report-gaps = Was noch fehlt
report-gaps-none = Nichts fehlt.
report-gap-alliance = Allianz
report-gap-picture-alt = Das Bild hat keinen Alternativtext und bleibt bis dahin weg.
report-gap-picture-credit = Beim Bild fehlt, von wem es ist. Es bleibt bis dahin weg.
report-gap-project-state = Der Stand des Projekts fehlt.
report-gap-project-text = Es gibt noch keinen Text.
report-gap-old-text = { $count ->
    [one] 1 Eintrag ist neuer als der Text.
   *[other] { $count } Einträge sind neuer als der Text.
}
report-gap-meeting-topics = Die Sitzung hat keine Themen.
report-gap-meeting-planned = Die Sitzung ist noch als geplant erfasst und zählt nicht mit.
report-gap-clipping-page = Bei der Meldung fehlt die Seite.
report-gap-clipping-medium = Bei der Meldung fehlt das Medium.
report-gap-contact = Kontaktdaten fehlen: Name, E-Mail oder Telefon.
report-gap-founding = Der Tag der Gründung fehlt.
report-gap-population = Die Einwohnerzahl fehlt.

report-final-title = „{ $title }“ als Fassung { $number } feststellen?
report-final-lead = Fassung { $number } wird mit PDF, DOCX, ODT, HTML, Daten und Prüfsumme eingefroren. Alle Mitglieder sehen sie. Spätere Änderungen an Einträgen ändern sie nicht mehr.
report-final-counts = Was im Bericht steht
report-final-differences = Was sich gegenüber der letzten Fassung ändert
report-final-no-differences = Inhaltlich ändert sich nichts.
report-final-more = { $count ->
    [one] und 1 weiterer Unterschied
   *[other] und { $count } weitere Unterschiede
}
report-final-reason = Grund der Berichtigung
report-final-reason-hint = Er steht bei der neuen Fassung, für alle lesbar.
report-final-reason-missing = Geben Sie den Grund an, zum Beispiel „Die Sitzung vom 26.10. fehlte“.
report-final-save = Bericht abschließen
report-final-correct = Neue Fassung feststellen
report-final-not-saved = Der Bericht ist noch nicht abgeschlossen
report-final-done = Fassung { $number } ist festgestellt.
report-versions = Festgestellte Fassungen
report-cover = Anschreiben
report-cover-new = Anschreiben beginnen
report-cover-of = Anschreiben vom { $day }
report-cover-lead = Zu Fassung { $number }. Der Brief entsteht als Entwurf; Text und Empfänger können Sie danach ändern.
report-cover-not-saved = Das Anschreiben ist noch nicht angelegt
report-cover-addressee = An wen
report-cover-addressee-hint = Organisationen und Personen, Behörden zuerst.
report-cover-addressee-missing = Wählen Sie, wer das Anschreiben bekommt. Fehlt die Stelle, erfassen Sie sie unter „Organisationen“.
report-cover-choose = Bitte wählen
report-cover-grant = Zuwendung
report-cover-grant-hint = Aktenzeichen und Tag des Bescheids stehen dann im Brief.
report-cover-no-grant = ohne Bezug auf einen Bescheid
report-cover-begin = Anschreiben anlegen
report-cover-begun = Anschreiben zu Fassung { $number } angelegt. Prüfen Sie Text und Anschrift.
report-version-data = Daten (JSON)
report-version-differences = { $count ->
    [one] 1 Unterschied zur Fassung davor
   *[other] { $count } Unterschiede zur Fassung davor
}

report-import-lead = Das Programm liest Sitzungen, Veranstaltungen, Projekte, Zuwendungen und Presse heraus und zeigt einen Vorschlag. Gespeichert wird erst, was Sie bestätigen.
report-import-file = Alter Bericht
report-import-file-hint = Text, PDF oder DOCX, höchstens 25 MB.
report-import-read = Bericht einlesen
report-import-not-read = Der Bericht ist noch nicht eingelesen
report-import-missing = Wählen Sie eine Datei aus, zum Beispiel den Tätigkeitsbericht des Vorjahres als PDF.
report-import-fault = Die Datei ließ sich nicht lesen: { $detail }
report-import-title = Vorschlag aus „{ $name }“
report-import-found = { $count ->
    [0] Nichts Neues gefunden.
    [one] 1 Eintrag ist neu. Prüfen Sie, was übernommen wird.
   *[other] { $count } Einträge sind neu. Prüfen Sie, was übernommen wird.
}
report-import-found-period = { $count ->
    [0] Zeitraum { $period }. Nichts Neues gefunden.
    [one] Zeitraum { $period }. 1 Eintrag ist neu. Prüfen Sie, was übernommen wird.
   *[other] Zeitraum { $period }. { $count } Einträge sind neu. Prüfen Sie, was übernommen wird.
}
report-import-meetings = { $count ->
    [one] 1 Sitzung
   *[other] { $count } Sitzungen
}
report-import-events = { $count ->
    [one] 1 Veranstaltung
   *[other] { $count } Veranstaltungen
}
report-import-projects = { $count ->
    [one] 1 Projekt
   *[other] { $count } Projekte
}
report-import-grants = { $count ->
    [one] 1 Zuwendung
   *[other] { $count } Zuwendungen
}
report-import-press = { $count ->
    [one] 1 Angabe zur Presse
   *[other] { $count } Angaben zur Presse
}
report-import-grant = Zuwendung
report-import-known = schon vorhanden
report-import-no-records = In dieser Datei wurde nichts erkannt, das sich übernehmen lässt. Alle Zeilen stehen unten.
report-import-doubtful = Tage, die nicht eindeutig sind
report-import-inferred = Ergänzte Jahre
report-import-inferred-as = „{ $text }“ gelesen als { $day }
report-import-unplaced = Nicht zugeordnete Zeilen
report-import-line = Zeile { $line }
report-import-confirm = Auswahl übernehmen
report-import-discard = Vorschlag verwerfen
report-import-nothing = Es ist nichts ausgewählt. Gehen Sie zurück und wählen Sie, was übernommen wird.
report-import-done = Übernommen: { $meetings } Sitzungen, { $events } Veranstaltungen, { $projects } Projekte, { $grants } Zuwendungen, { $press } Angaben zur Presse.
report-import-discarded = Der Vorschlag ist verworfen, gespeichert wurde nichts.
