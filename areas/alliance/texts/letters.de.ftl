## Briefe

kind-letter = Brief
kind-letter-recipient = Empfänger eines Briefs
letter-list = Briefe
letter-new = Brief schreiben
letter-edit = Brief bearbeiten
letter-save = Brief speichern
letter-not-saved = Der Brief ist noch nicht gespeichert
letter-write = Brief schreiben
letter-to-list = Brief an diese Auswahl
letter-to-members = Brief an alle Mitglieder
letter-to-body = Brief an die Amtsträger
letter-count = { $count ->
    [0] Noch kein Brief geschrieben.
    [one] 1 Brief.
   *[other] { $count } Briefe.
}
letter-none = Noch keine Briefe
letter-none-text = Briefe nehmen Anschrift und Anrede aus den Personen und Organisationen und den Briefkopf aus den Angaben der Allianz. Ein Text geht an eine Person oder an alle Mitglieder.
letter-recipient-count = { $count } Empfänger
letter-lead = vom { $day } · { $count ->
    [0] noch ohne Empfänger
    [one] an 1 Empfänger
   *[other] an { $count } Empfänger
}
letter-draft = Entwurf
letter-finished = abgeschlossen
letter-state = Stand
letter-selection = An wen
letter-selection-hint = Einzelne Empfänger können Sie danach hinzufügen oder entfernen.
letter-selection-later = noch niemand, später auswählen
letter-selection-list = Auswahl aus der Personenliste ({ $count })
letter-selection-members = alle Mitglieder, zu Händen der Bürgermeisterinnen und Bürgermeister
letter-selection-body = Amtsträger: { $body }
letter-holders-on = Im Amt oder Mitglied am
letter-holders-on-hint = Für Mitglieder und Amtsträger. Leer gilt das Datum des Briefs.
letter-subject = Betreff
letter-subject-hint = Ohne das Wort „Betreff“ und ohne Punkt am Ende.
letter-subject-missing = Geben Sie an, worum es geht, zum Beispiel „Einladung zur Exkursion am 3. November 2017“.
letter-dated-on = Datum
letter-text = Text
letter-text-hint = Ohne Anrede und Gruß. Absätze trennt eine Leerzeile; **fett** und Listen mit „-“ sind möglich.
letter-greeting = Gruß
letter-signer = Unterschrift
letter-signer-office = Amt
letter-annexes = Anlagen
letter-annexes-hint = Eine in jeder Zeile.
letter-distribution = Verteiler
letter-distribution-hint = Wer eine Kopie bekommt, in jeder Zeile einer.
letter-your-reference = Ihr Zeichen
letter-your-letter-on = Ihr Schreiben vom
letter-our-reference = Unser Zeichen
letter-dispatch = Versandvermerk
letter-dispatch-hint = Steht über der Anschrift, zum Beispiel „Einschreiben“. Höchstens drei Zeilen.
letter-dispatch-too-long = Über der Anschrift ist Platz für { $most } Zeilen.
letter-form = Form nach DIN 5008
letter-form-b = Form B (Anschrift ab 45 mm)
letter-form-a = Form A (Anschrift ab 27 mm)
letter-about-id = Gehört zu
letter-finished-on = Abgeschlossen am
letter-digest = SHA-256 des PDF
letter-recipients = Empfänger
letter-recipients-none = Noch niemand. Wählen Sie unten aus, wer den Brief bekommt.
letter-unreached = nicht erreichbar
letter-mend = Anschrift ergänzen
letter-remove = { $name } entfernen
letter-add = Empfänger hinzufügen
letter-add-button = Empfänger hinzufügen
letter-add-nobody = Bitte wählen
letter-add-missing = Wählen Sie aus der Liste, wer den Brief bekommen soll.
letter-addressee = Person, Organisation oder Mitglied
letter-added = Hinzugefügt: „{ $name }“
letter-removed = Entfernt: „{ $name }“
letter-left-out = { $count ->
    [0] Alle Empfänger haben eine Anschrift.
    [one] 1 Empfänger ohne Anschrift wurde weggelassen.
   *[other] { $count } Empfänger ohne Anschrift wurden weggelassen.
}
letter-leave-out = Ohne Anschrift weglassen
letter-missing = { $count ->
    [one] 1 Empfänger hat keine vollständige Anschrift. Ergänzen Sie sie oder lassen Sie ihn weg, dann kann der Brief abgeschlossen werden.
   *[other] { $count } Empfänger haben keine vollständige Anschrift. Ergänzen Sie sie oder lassen Sie sie weg, dann kann der Brief abgeschlossen werden.
}
letter-lack-address = Straße, Postleitzahl oder Ort fehlen.
letter-lack-mayor = Für dieses Mitglied ist an diesem Tag keine Bürgermeisterin und kein Bürgermeister erfasst.
letter-lack-gone = Liegt im Papierkorb.
letter-nobody = Der Brief hat noch keine Empfänger mit Anschrift. Fügen Sie auf seiner Seite jemanden hinzu.
letter-no-text = Der Brief hat noch keinen Text. Bearbeiten Sie ihn, bevor Sie ihn abschließen.
letter-files = Dateien
letter-file-pdf = PDF zum Drucken
letter-file-docx = Word (DOCX)
letter-file-odt = OpenDocument (ODT)
letter-preview = Erste Seite, wie sie gedruckt wird
letter-preview-alt = Erste Seite des Briefs „{ $subject }“
letter-facts = Angaben
letter-finish = Brief abschließen
letter-finish-lead = { $count ->
    [one] 1 Brief wird festgeschrieben. Text, Anschrift und Dateien ändern sich danach nicht mehr, auch wenn sich Personen oder Angaben der Allianz ändern.
   *[other] { $count } Briefe werden festgeschrieben. Text, Anschriften und Dateien ändern sich danach nicht mehr, auch wenn sich Personen oder Angaben der Allianz ändern.
}
letter-done = { $count ->
    [one] Abgeschlossen: 1 Brief liegt zum Drucken bereit.
   *[other] Abgeschlossen: { $count } Briefe liegen zum Drucken bereit.
}
letter-is-finished = Dieser Brief ist abgeschlossen und ändert sich nicht mehr. Schreiben Sie einen neuen.
