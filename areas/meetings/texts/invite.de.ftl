# Einladen
notice-kind-invitation = Einladung
notice-kind-supplement = Nachtrag zur Einladung
notice-kind-moved = Terminänderung
notice-kind-cancelled = Absage
notice-was-invitation = { $number ->
    [0] Einladung
   *[other] Einladung an weitere Gäste
}
notice-was-supplement = { $number }. Nachtrag
notice-was-moved = Terminänderung (Nr. { $number })
notice-was-cancelled = Absage (Nr. { $number })
notice-send-invitation = Einladung versenden
notice-send-supplement = Nachtrag versenden
notice-send-moved = Terminänderung versenden
notice-send-cancelled = Absage versenden
notice-summary = { $mails ->
    [0] Keine E-Mail
    [one] 1 E-Mail
   *[other] { $mails } E-Mails
}, { $letters ->
    [0] kein Brief
    [one] 1 Brief
   *[other] { $letters } Briefe
}
notice-differences = Das ist anders als in der letzten Ladung:
notice-subject = Betreff
notice-subject-missing = Geben Sie einen Betreff an, höchstens 200 Zeichen, zum Beispiel „Einladung: Allianzsitzung am 30. November 2017“.
notice-text = Text
notice-text-hint = Steht über der Tagesordnung, in E-Mail und Brief gleich. Anrede, Termin, Tagesordnung und Gruß kommen von selbst dazu.
notice-text-long = Der Text ist länger als 20.000 Zeichen. Kürzen Sie ihn oder legen Sie ihn als Anlage bei.
notice-reason = Begründung der kurzen Frist
notice-reason-hint = Steht in der Ladung und in der Niederschrift, zum Beispiel: „Die Bewilligung läuft am 30.11.2017 ab.“
notice-reason-missing = Die Ladungsfrist ist vorbei. Begründen Sie, warum die Sitzung trotzdem stattfinden muss, oder wählen Sie einen späteren Termin.
notice-who = Wer was bekommt
notice-name = Empfänger
notice-way = Weg und Anschrift
notice-lack-mail = E-Mail-Adresse fehlt
notice-lack-address = Anschrift fehlt
notice-lacking = Diese Ladung erreicht nicht alle: { $names }. Ergänzen Sie die Adresse oder wählen Sie den anderen Weg.
notice-lacking-count = { $count ->
    [one] 1 Anschrift fehlt. Ergänzen Sie sie, dann lässt sich die Ladung versenden.
   *[other] { $count } Anschriften fehlen. Ergänzen Sie sie, dann lässt sich die Ladung versenden.
}
notice-nobody = Es ist niemand eingeladen. Prüfen Sie die Liste der Empfängerinnen und Empfänger.
notice-no-items = Die Tagesordnung ist leer. Setzen Sie mindestens einen Punkt darauf: Beschlossen werden kann nur, was angekündigt ist.
notice-nothing = Es gibt nichts Neues zu versenden: Tagesordnung und Termin sind so, wie sie zuletzt versandt wurden.
notice-changed = Seit Sie diese Seite geöffnet haben, hat sich die Tagesordnung oder die Liste geändert. Ihr Text ist erhalten. Prüfen Sie die Angaben und versenden Sie noch einmal.
notice-not-sent = Die Ladung ist noch nicht versandt
notice-late-meeting = Die Ladungsfrist ist seit { $days ->
    [one] gestern
   *[other] { $days } Tagen
} vorbei ({ $paragraph }). Wählen Sie einen Termin ab { $earliest } oder begründen Sie die Dringlichkeit.
notice-late-supplement = Der Nachtrag kommt { $days ->
    [one] einen Tag
   *[other] { $days } Tage
} nach dem letzten zulässigen Tag ({ $paragraph }). Über neue Punkte kann das Gremium beraten; ein Beschluss darüber wäre anfechtbar. Begründen Sie, warum Sie den Nachtrag trotzdem versenden.
notice-in-time = Form- und fristgerecht: { $rule }
notice-none = Noch nichts versandt
notice-none-why = Sobald eine Ladung ansteht, zeigt diese Seite genau, wer was bekommt.
notice-up-to-date = Alle haben den aktuellen Stand. Ändern Sie Tagesordnung, Termin oder Ort, dann entsteht hier ein Nachtrag.
notice-file-open = Tagesordnung
notice-file-full = Tagesordnung mit nichtöffentlichem Teil
notice-file-letters = Briefe zum Ausdrucken
notice-recipients = { $count ->
    [one] 1 Empfänger
   *[other] { $count } Empfänger
}
mail-state-letter = Brief
mail-state-sent = versandt
mail-state-waiting = wartet im Postausgang
mail-state-uncertain = ungewiss
mail-state-stuck = nicht zugestellt
flash-notice-sent = Versandt: { $mails ->
    [one] 1 E-Mail
   *[other] { $mails } E-Mails
}, { $letters ->
    [0] kein Brief
    [one] 1 Brief zum Ausdrucken
   *[other] { $letters } Briefe zum Ausdrucken
}.

# Absagen
meeting-cancel-ask = „{ $title }“ absagen?
meeting-cancel-invited = Alle Eingeladenen müssen es erfahren: Nach dem Absagen zeigt die nächste Seite, wer die Nachricht bekommt. Erst dort wird sie versandt.
meeting-cancel-uninvited = Es ist noch niemand eingeladen, darum geht keine Nachricht hinaus. Die Sitzung bleibt als abgesagt stehen.
meeting-cancel-reason = Grund
meeting-cancel-reason-hint = Wird bei der Sitzung vermerkt.
meeting-cancel-note = Abgesagt: { $reason }
meeting-cancel-already = Die Sitzung ist schon abgesagt.
meeting-cancel-running = Die Sitzung hat begonnen oder stattgefunden und kann nicht mehr abgesagt werden.
flash-cancelled = Abgesagt: „{ $title }“

# Rückmeldungen
answers = Rückmeldungen
answers-type = Eintragen
answers-none = Noch keine.
answer-none = offen
answer-yes = kommt
answer-maybe = vielleicht
answer-no = verhindert
answer-deputy = vertreten
quorum-expected = Voraussichtlich beschlussfähig: { $present } von { $base }, nötig { $needed }.
quorum-not-yet = Noch nicht sicher beschlussfähig: { $present } von { $base } zugesagt, nötig { $needed }.
answer-answer = Kommen Sie?
answer-choice-yes = Ja, ich komme.
answer-choice-deputy = Ich werde vertreten.
answer-choice-maybe = Ich weiß es noch nicht.
answer-choice-no = Nein, ich bin verhindert.
answer-deputy-hint = Name der Vertretung
answer-deputy-missing = Geben Sie an, wer Sie vertritt, zum Beispiel „Zweiter Bürgermeister Horst Vierling“.
answer-reason = Grund der Verhinderung
answer-reason-hint = In der Niederschrift steht er nur, wenn das Gesetz es verlangt.
answer-save = Antwort absenden
answer-not-saved = Ihre Antwort ist noch nicht gespeichert
answer-lead = { $name } · { $when }
answer-link-gone = Dieser Link gilt nicht mehr. Wahrscheinlich gab es danach eine neue Nachricht; nehmen Sie den Link aus der neuesten.
answer-too-late = Die Sitzung hat begonnen oder ist vorbei. Antworten werden hier nicht mehr angenommen; rufen Sie die Geschäftsstelle an.
answer-thanks-yes = Danke. Ihre Zusage ist gespeichert.
answer-thanks-maybe = Danke. Bitte sagen Sie noch zu oder ab, sobald Sie es wissen: mit demselben Link.
answer-thanks-no = Danke. Ihre Absage ist gespeichert.
answer-thanks-deputy = Danke. Ihre Vertretung ist gespeichert.
replies-take = Kalenderantwort einlesen
replies-lead = Wählen Sie die Datei, die ein Kalender als Antwort geschickt hat: die Anlage mit der Endung .ics oder die ganze E-Mail als .eml.
replies-file = Datei
replies-file-hint = .ics oder .eml
replies-not-taken = Die Antwort ist nicht eingelesen
replies-no-calendar = In dieser Datei steht kein Kalendereintrag. Speichern Sie die Antwort aus Ihrem Mailprogramm und wählen Sie diese Datei.
replies-no-reply = Das ist ein Kalendereintrag, aber keine Antwort auf eine Einladung.
replies-empty = In der Antwort fehlt, wer antwortet oder was. Tragen Sie die Antwort von Hand ein.
replies-large = Die Datei ist zu groß für eine Kalenderantwort.
replies-other = Diese Antwort gehört zu einer anderen Sitzung. Öffnen Sie jene Sitzung und lesen Sie sie dort ein.
replies-nobody-new = Nichts geändert: Die Antwort ist älter als die bekannte, gilt einem früheren Termin, oder ihre Adresse steht nicht auf der Liste.
flash-replies = Eingelesen: { $names }
bound-more-than = mehr als { $votes }
