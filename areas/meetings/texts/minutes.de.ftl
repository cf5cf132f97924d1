# Protokoll
minutes-none-yet = Die Niederschrift ist noch nicht festgestellt. Sobald sie versandt ist, steht sie hier.
minutes-not-closed = Die Sitzung ist noch nicht geschlossen. Die Texte können Sie schon schreiben; festgestellt wird die Niederschrift danach.
minutes-changed-since = Seit Fassung { $number } hat sich etwas geändert. Was versandt ist, bleibt, wie es war; die Änderung gilt erst mit einer neuen Fassung und ihrer Begründung.
minutes-freeze = Niederschrift feststellen und versenden
minutes-freeze-again = Neue Fassung feststellen
minutes-freeze-ask = Fassung { $number } feststellen und versenden?
minutes-freeze-lead = Die Fassung wird mit Prüfsumme eingefroren und ändert sich nicht mehr. { $mails ->
    [0] Niemand bekommt eine E-Mail.
    [one] 1 Person bekommt sie per E-Mail.
   *[other] { $mails } Personen bekommen sie per E-Mail.
}
minutes-on-paper = auf Papier (ausdrucken)
minutes-nobody = Niemand ist eingeladen. Die Niederschrift wird festgestellt, aber nicht versandt.
minutes-missing-still = Das fehlt noch:
minutes-mail = Text der E-Mail
minutes-mail-hint = Anrede und Name der Allianz kommen von selbst dazu.
minutes-mail-text = anbei erhalten Sie die { $title }. Einwendungen teilen Sie uns bitte bis zur nächsten Sitzung mit.
minutes-reason = Grund der neuen Fassung
minutes-reason-hint = Steht auf der Fassung, auch auf der öffentlichen. Zum Beispiel: „Abstimmungsergebnis zu TOP 3 berichtigt“.
minutes-reason-missing = Begründen Sie die neue Fassung, zum Beispiel „Abstimmungsergebnis zu TOP 3 berichtigt“.
minutes-text-long = Der Text ist zu lang. Kürzen Sie die Begründung auf 1.000 und den Text der E-Mail auf 20.000 Zeichen.
minutes-anyway = Trotz der fehlenden Angaben feststellen
minutes-anyway-missing = Es fehlen Angaben, die das Gesetz oder das Register verlangt. Ergänzen Sie sie oder bestätigen Sie, dass Sie die Niederschrift trotzdem feststellen.
minutes-changed-meanwhile = Seit Sie diese Seite geöffnet haben, hat sich die Niederschrift geändert. Ihr Text ist erhalten. Prüfen Sie die Vorschau und stellen Sie noch einmal fest.
minutes-not-frozen = Die Niederschrift ist noch nicht festgestellt
flash-minutes-frozen = Fassung { $number } ist festgestellt. { $mails ->
    [0] Es ging keine E-Mail hinaus.
    [one] 1 E-Mail wartet im Postausgang.
   *[other] { $mails } E-Mails warten im Postausgang.
}
minutes-texts = Texte der Niederschrift
minutes-text-none = Noch kein Text.
minutes-text-edit = Text zu „{ $title }“ bearbeiten
minutes-text-lead = Zahlen, Namen und Beschlüsse stehen schon in der Niederschrift. Hier steht, was beraten wurde.
minutes-text-discussion = Beratung
minutes-text-discussion-hint = Markdown: Leerzeile für einen Absatz, „- “ für eine Aufzählung, **fett**.
minutes-text-outcome = Ergebnis
minutes-text-outcome-hint = Ein Satz für Listen und für den Bericht, zum Beispiel „Das Büro holt drei Angebote ein.“
minutes-text-module = Textbaustein
minutes-text-module-hint = Wird beim Speichern unter der Beratung angefügt.
minutes-text-save = Text speichern
minutes-text-not-saved = Der Text ist noch nicht gespeichert
minutes-outcome = Ergebnis
minutes-gaps = Was noch fehlt
minutes-gaps-none = Alles da, was in der Niederschrift stehen muss.
minutes-gap-custom = nicht zwingend
minutes-mend-meeting = Sitzung bearbeiten
minutes-mend-evening = Zur Durchführung
minutes-mend-list = Liste der Eingeladenen öffnen
minutes-mend-invitation = Zur Einladung
minutes-mend-item = Text schreiben
minutes-gap-day = Der Tag fehlt.
minutes-gap-place = Der Ort fehlt.
minutes-gap-hours = Beginn oder Ende fehlt.
minutes-gap-chair = Wer den Vorsitz führte, fehlt.
minutes-gap-minute-taker = Wer die Niederschrift führte, fehlt.
minutes-gap-present = Die Anwesenden fehlen.
minutes-gap-absent = Die Abwesenden fehlen.
minutes-gap-absence-reasons = Bei Abwesenden fehlt der Grund.
minutes-gap-duly-called = Die Feststellung der Ladung fehlt.
minutes-gap-urgent-reason = Der Grund der kurzen Frist fehlt.
minutes-gap-quorum = Die Feststellung der Beschlussfähigkeit fehlt.
minutes-gap-voters-present = Die Zahl der Stimmberechtigten fehlt.
minutes-gap-agenda = Die Tagesordnung fehlt.
minutes-gap-matters = Zu einem Punkt fehlt, was behandelt wurde.
minutes-gap-wording = Zu einem Beschluss fehlt der Wortlaut.
minutes-gap-voting-manner = Die Art der Abstimmung fehlt.
minutes-gap-vote-results = Das Ergebnis einer Abstimmung fehlt.
minutes-gap-concerned = Wer persönlich beteiligt war, fehlt.
minutes-gap-publicity = Ob öffentlich beraten wurde, fehlt.
minutes-gap-elections = Das Ergebnis einer Wahl fehlt.
minutes-gap-chair-signature = Die Unterschrift des Vorsitzes fehlt.
minutes-gap-minute-taker-signature = Die Unterschrift zur Niederschrift fehlt.
minutes-gap-further-signatures = Weitere Unterschriften fehlen.
minutes-gap-approval = Die Genehmigung fehlt.
minutes-preview-title = Vorschau
minutes-preview-why = So sähe die Niederschrift aus, wenn Sie sie jetzt feststellten.
minutes-preview = Vorschau öffnen (PDF)
minutes-preview-open = Öffentlicher Teil (PDF)
minutes-preview-closed = Nichtöffentlicher Teil (PDF)
minutes-version = Fassung { $number }
minutes-state-circulated = versandt
minutes-state-approved = genehmigt
minutes-state-signed = unterschrieben
minutes-state-replaced = ersetzt
minutes-made-on = festgestellt am { $day }
minutes-approved-on = genehmigt am
minutes-approved-on-day = genehmigt am { $day }
minutes-signed-on = unterschrieben am
minutes-signed-on-day = unterschrieben am { $day }
minutes-signed-sheet = Unterschriebenes Blatt
minutes-signed-file = Unterschriebenes Blatt
minutes-signed-file-hint = Eingescannt als PDF, höchstens 20 MB. Nur wer im Gremium sitzt, kann es öffnen.
minutes-not-stored = Noch nicht gespeichert
minutes-approve = Genehmigung eintragen
minutes-approve-lead = Steht die Genehmigung auf der Tagesordnung der nächsten Sitzung, trägt der Beschluss sie von selbst ein.
minutes-approve-not = Diese Fassung wartet nicht auf eine Genehmigung. Öffnen Sie die neueste Fassung.
minutes-approve-day = Der Tag der Genehmigung liegt zwischen der Feststellung ({ $day }) und heute.
minutes-approve-open = Über die Einwendung von { $who } ist noch nicht entschieden. Beantworten Sie sie zuerst.
minutes-sign = Unterschrift eintragen
minutes-sign-lead = Wer unterschreibt, sagen die Regeln des Gremiums; die Zeilen stehen am Ende der Niederschrift.
minutes-sign-not = Erst wenn das Gremium die Niederschrift genehmigt hat, wird sie unterschrieben.
minutes-sign-day = Der Tag der Unterschrift kann nicht in der Zukunft liegen.
minutes-sign-file = Wählen Sie eine PDF-Datei mit höchstens 20 MB.
objection-list = Einwendungen
objection-new = Einwendung erheben
objection-new-lead = Was ist falsch oder fehlt? Die Einwendung sehen nur, wer im Gremium sitzt, und das Büro.
objection-raised-by = Von
objection-raised-on = Am
objection-text = Einwendung
objection-text-hint = Zum Beispiel: „Zu TOP 4 habe ich mit Nein gestimmt.“
objection-save = Einwendung speichern
objection-who-missing = Geben Sie an, wer die Einwendung erhebt, zum Beispiel „Bürgermeisterin Ammann“.
objection-text-missing = Schreiben Sie, was falsch ist oder fehlt, zum Beispiel „Zu TOP 4 habe ich mit Nein gestimmt.“
objection-late = Gegen diese Fassung gibt es keine Einwendungen mehr: Sie ist genehmigt oder ersetzt.
objection-settle = Einwendung beantworten
objection-settle-lead = Hat sie recht, berichtigen Sie den Text und stellen eine neue Fassung fest.
objection-state = Entscheidung
objection-state-open = noch offen
objection-state-upheld = berechtigt
objection-state-refused = zurückgewiesen
objection-answer = Antwort
objection-answer-missing = Begründen Sie, warum die Einwendung nicht berechtigt ist.
flash-objection = Die Einwendung ist gespeichert.
flash-objection-upheld = Gespeichert. Berichtigen Sie jetzt den Text; die Berichtigung gilt mit einer neuen Fassung.
meeting-reopen = Sitzung wieder öffnen
meeting-reopen-lead = Anwesenheit und Abstimmungen lassen sich danach berichtigen. Der Grund steht im Protokoll der Änderungen.
meeting-reopen-reason = Grund
meeting-reopen-reason-hint = Nennen Sie nichts aus dem nichtöffentlichen Teil. Zum Beispiel: „Abstimmung zu TOP 3 falsch festgehalten“.
meeting-reopen-reason-missing = Geben Sie den Grund an, zum Beispiel „Abstimmung zu TOP 3 falsch festgehalten“.
meeting-reopen-open = Die Sitzung ist nicht geschlossen. Öffnen Sie die Durchführung, um etwas zu ändern.
meeting-reopen-approved = Die Niederschrift ist genehmigt, die Sitzung bleibt geschlossen. Eine Berichtigung beschließt das Gremium in der nächsten Sitzung.
meeting-reopened-event = Wieder geöffnet: { $title } ({ $reason })
flash-reopened = Wieder geöffnet: „{ $title }“

# Beschlüsse
decision-kind-resolution = Beschluss
decision-kind-recommendation = Empfehlung
decision-kind-procedure = Antrag zum Verfahren
decision-kind-election = Wahl
decision-outcome-adopted = angenommen
decision-outcome-rejected = abgelehnt
decision-outcome-noted = zur Kenntnis genommen
decision-outcome-open = unentschieden
decision-annulled = aufgehoben
decision-list = Beschlüsse
decision-count = { $count ->
    [0] Noch kein Beschluss.
    [one] 1 Beschluss.
   *[other] { $count } Beschlüsse.
}
decision-empty = Noch keine Beschlüsse
decision-empty-why = Was ein Gremium beschließt, steht hier mit Nummer, Wortlaut und Ergebnis, sobald die Abstimmung festgehalten ist.
decision-number = Nr.
decision-number-year = Jahr
decision-number-year-all = Alle Jahre
decision-on-day = Datum
decision-title = Beschluss
decision-body-id = Gremium
decision-body-id-all = Alle Gremien
decision-kind = Art
decision-kind-all = Alle Arten
decision-counts = Stimmen
decision-outcome = Ergebnis
decision-public = Zugang
decision-public-all = Jeder Zugang
decision-public-open = öffentlich
decision-public-private = nichtöffentlich
decision-disclosed = bekannt gegeben
decision-wording = Wortlaut
decision-result = Ergebnis
decision-facts = Herkunft
decision-access = Öffentlichkeit
decision-verdict = Feststellung
decision-basis = Grundlage
decision-quorum = Beschlussfähigkeit
decision-ballots = Abstimmung
decision-ballots-open = offen
decision-ballots-named = namentlich
decision-ballots-secret = geheim
decision-ballots-list = Wer wie gestimmt hat
decision-concerned = Persönlich beteiligt
decision-annulled-on = Aufgehoben
decision-annulled-reason = Grund
decision-meeting-id = Sitzung
decision-item-id = Tagesordnungspunkt
decision-circular-id = Umlaufbeschluss
decision-thread-id = Projekt
decision-position = Reihenfolge
decision-cast-at = Festgehalten am
decision-majority = Mehrheit
decision-yes = Ja
decision-no = Nein
decision-abstain = Enthaltung
decision-invalid = Ungültig
decision-present = Anwesende Stimmen
decision-heads = Anwesende
decision-election = Wahlgänge
decision-disclose-on = Bekannt geben ab
decision-disclose-on-hint = An diesem Tag erinnert die Seite „Heute“ daran.
decision-disclose-when = Oder sobald
decision-disclose-when-hint = Ein Ereignis, zum Beispiel „der Kaufvertrag beurkundet ist“.
decision-disclosed-on = Bekannt gegeben am
decision-tasks = Aufgaben daraus
decision-task-new = Aufgabe erfassen
decision-tasks-none = Noch keine Aufgabe.
decision-excerpt = Auszug herunterladen (PDF)
decision-excerpt-as = Auszug als { $format }
decision-disclosure = Bekanntgabe planen
decision-disclosure-ask = Wann wird „{ $title }“ bekannt gegeben?
decision-disclosure-lead = Nichtöffentlich gefasste Beschlüsse sind bekannt zu geben, sobald der Grund für die Geheimhaltung weggefallen ist (Art. 52 Abs. 3 GO).
decision-disclosure-save = Bekanntgabe speichern
decision-disclose = Beschluss bekannt geben
decision-disclose-ask = „{ $title }“ bekannt geben?
decision-disclose-lead = Wortlaut und Ergebnis stehen danach für alle im Verzeichnis der Beschlüsse. Das lässt sich nicht zurücknehmen.
decision-disclose-due = Beschluss bekannt geben: { $title }
decision-open-already = Der Beschluss ist schon öffentlich.
decision-annul = Beschluss aufheben
decision-annul-ask = „{ $title }“ aufheben?
decision-annul-lead = Der Beschluss gilt danach nicht mehr. Er bleibt mit seiner Nummer im Verzeichnis, der Grund steht dabei.
decision-annulled-reason-hint = Zum Beispiel: „Die Abstimmung wurde wiederholt, siehe Beschluss 09/2017“.
decision-annulled-reason-missing = Geben Sie den Grund an, zum Beispiel „Die Abstimmung wurde wiederholt, siehe Beschluss 09/2017“.
decision-annulled-already = Der Beschluss ist schon aufgehoben.
decision-recommend = Empfehlung weitergeben
decision-recommend-binding = Dieses Gremium beschließt selbst; eine Empfehlung an die Versammlung ist nicht nötig.
decision-recommend-nowhere = Es gibt kein Gremium der Art „Versammlung“, dessen Themenspeicher die Empfehlung aufnimmt. Legen Sie es unter „Gremien“ an.
decision-recommend-twice = Die Empfehlung steht schon im Themenspeicher der Versammlung.
flash-disclosed = Bekannt gegeben: „{ $title }“
flash-annulled = Aufgehoben: „{ $title }“
flash-recommended = Im Themenspeicher der Versammlung: „{ $title }“
kind-vote = Beschluss
kind-minutes-version = Niederschrift
kind-objection = Einwendung

# Nachverfolgen
follow-counts = { $open ->
    [0] Keine Aufgabe ist offen
    [one] 1 Aufgabe ist offen
   *[other] { $open } Aufgaben sind offen
}{ $late ->
    [0] .
    [one] , 1 davon ist überfällig.
   *[other] , { $late } davon sind überfällig.
}
follow-none = Kein Beschluss
follow-none-why = Sobald in der Sitzung ein Beschluss festgehalten ist, stehen hier seine Aufgaben.
follow-others = Weitere Aufgaben aus der Sitzung
follow-report = Bericht zur nächsten Sitzung (PDF)
follow-report-topic = Bericht auf die nächste Tagesordnung vorschlagen
flash-report-offered = Der Bericht wartet im Themenspeicher. Was nichtöffentlich ist, steht nicht darin.
open-tasks = Offen aus Beschlüssen
open-tasks-nowhere = Ohne Gemeinde
open-tasks-none = Aus Beschlüssen ist nichts mehr offen.
remind = Erinnerungen versenden
remind-lead = Erinnert wird, wessen Aufgabe in den nächsten 7 Tagen fällig oder schon überfällig ist, höchstens einmal in der Woche.
remind-nobody = Niemand ist zu erinnern.
remind-ask = { $count ->
    [one] 1 Erinnerung versenden?
   *[other] { $count } Erinnerungen versenden?
}
remind-send = Erinnerungen versenden
remind-digest = Stand
remind-lost = Niemand mit E-Mail-Adresse zuständig
remind-changed = Seit Sie die Seite geöffnet haben, haben sich die Aufgaben geändert. Öffnen Sie die Seite noch einmal und prüfen Sie, wer erinnert wird.
flash-reminded = { $count ->
    [one] 1 Erinnerung wartet im Postausgang.
   *[other] { $count } Erinnerungen warten im Postausgang.
}

# Umlaufbeschlüsse
kind-circular = Umlaufbeschluss
kind-circular-answer = Antwort im Umlauf
circular-list = Umlaufbeschlüsse
circular-new = Umlaufbeschluss entwerfen
circular-edit = Umlaufbeschluss bearbeiten
circular-save = Entwurf speichern
circular-not-saved = Der Entwurf ist noch nicht gespeichert
circular-count = { $count ->
    [0] Noch kein Umlaufbeschluss.
    [one] 1 Umlaufbeschluss.
   *[other] { $count } Umlaufbeschlüsse.
}
circular-empty = Noch keine Umlaufbeschlüsse
circular-empty-why = Was nicht bis zur nächsten Sitzung warten kann, lässt sich schriftlich beschließen, wenn die Regeln des Gremiums es erlauben.
circular-body-id = Gremium
circular-body-missing = Wählen Sie das Gremium, das beschließt.
circular-title = Worum es geht
circular-title-missing = Geben Sie an, worum es geht, zum Beispiel „Beitritt zum Regionalbudget 2018“.
circular-wording = Wortlaut des Beschlusses
circular-wording-hint = Genau so wird darüber abgestimmt.
circular-wording-missing = Schreiben Sie den Wortlaut, zum Beispiel „Die Allianz tritt dem Regionalbudget 2018 bei.“
circular-reason = Begründung
circular-reason-hint = Auch, warum nicht in einer Sitzung beschlossen wird.
circular-deadline = Antworten bis
circular-deadline-past = Die Frist ist vorbei. Wählen Sie einen Tag ab heute.
circular-deadline-short = Die Regeln des Gremiums lassen mehr Zeit: Wählen Sie frühestens den { $day }.
circular-thread-id = Projekt
circular-private = Nichtöffentlich
circular-private-hint = Nur wer im Gremium sitzt, erfährt von diesem Beschluss.
circular-public = Öffentlich
circular-opened-at = Versandt am
circular-closed-at = Festgestellt am
circular-state = Stand
circular-state-all = Jeder Stand
circular-state-draft = Entwurf
circular-state-running = läuft
circular-state-adopted = angenommen
circular-state-failed = gescheitert
circular-state-withdrawn = zurückgezogen
circular-verdict = Feststellung
circular-facts = Eckdaten
circular-rule = Regel
circular-rule-all = Alle Mitglieder müssen zustimmen ({ $paragraph }).
circular-rule-majority = Es entscheidet die Mehrheit ({ $paragraph }).
circular-rule-not-allowed = Dieses Gremium darf ohne Sitzung nicht beschließen ({ $paragraph }). Setzen Sie den Punkt auf die nächste Tagesordnung.
circular-form-text = Textform genügt: E-Mail oder das Formular hinter dem Link.
circular-form-written = Schriftform: Die Antwort muss unterschrieben sein. Antworten über den Link reichen dafür nur, wenn die Satzung es zulässt.
circular-form-any = Die Form der Antwort ist frei.
circular-silence-fails = Wer bis zum Ende der Frist schweigt, stimmt nicht zu; der Beschluss scheitert.
circular-silence-abstains = Wer bis zum Ende der Frist schweigt, enthält sich.
circular-silence-absent = Wer bis zum Ende der Frist schweigt, zählt wie abwesend.
circular-verdict-none = Noch nichts festzustellen: Niemand ist stimmberechtigt.
circular-verdict-open = Offen: { $names }
circular-verdict-all = Angenommen: Alle Mitglieder haben zugestimmt ({ $paragraph }).
circular-verdict-majority = Angenommen mit { $counts } Stimmen ({ $paragraph }).
circular-failed-not-allowed = Gescheitert: Ohne Sitzung darf dieses Gremium nicht beschließen ({ $paragraph }).
circular-failed-refused = Gescheitert: Nicht alle haben zugestimmt, mindestens ein Mitglied hat abgelehnt ({ $paragraph }).
circular-failed-abstained = Gescheitert: Nicht alle haben zugestimmt, mindestens ein Mitglied hat sich enthalten ({ $paragraph }).
circular-failed-silent = Gescheitert: Bis zum Ende der Frist haben nicht alle geantwortet. Es fehlt: { $names } ({ $paragraph }).
circular-failed-form = Gescheitert: Eine Antwort hat nicht die verlangte Form ({ $paragraph }).
circular-failed-majority = Gescheitert: Die Mehrheit ist mit { $counts } Stimmen verfehlt ({ $paragraph }).
circular-asked = Wer gefragt wird
circular-answers = Antworten
circular-nobody = Das Gremium hat keine stimmberechtigten Mitglieder. Tragen Sie sie beim Gremium ein.
circular-by-letter = Brief (Text ausdrucken, Antwort eintragen)
circular-shown = Stand
circular-send = Umlaufbeschluss versenden
circular-send-title = Versenden
circular-send-ask = „{ $title }“ versenden?
circular-changed = Seit Sie diese Seite geöffnet haben, hat sich der Entwurf oder das Gremium geändert. Öffnen Sie die Seite noch einmal und prüfen Sie, wer gefragt wird.
circular-sent-already = Der Umlaufbeschluss ist schon versandt und ändert sich nicht mehr. Ziehen Sie ihn zurück und entwerfen Sie einen neuen, wenn etwas falsch ist.
flash-circular-sent = { $mails ->
    [0] Versandt. Niemand hat eine E-Mail-Adresse: Drucken Sie den Text aus.
    [one] Versandt: 1 E-Mail.
   *[other] Versandt: { $mails } E-Mails.
}
circular-choice-none = offen
circular-choice-yes = Ja
circular-choice-no = Nein
circular-choice-abstain = Enthaltung
circular-choose-yes = Ja, ich stimme zu.
circular-choose-no = Nein, ich stimme nicht zu.
circular-choose-abstain = Ich enthalte mich.
circular-answer = Antwort
circular-text = Bemerkung
circular-signed = Ihr Name
circular-signed-hint = Ihr Name unter der Antwort macht sie zur Erklärung in Textform (§ 126b BGB).
circular-signed-missing = Geben Sie Ihren Namen an, zum Beispiel „Rita Ammann“.
circular-answer-save = Antwort speichern
circular-answer-type = Antwort von { $name } eintragen
circular-answer-lead = Für Antworten, die als Brief, E-Mail oder Fax gekommen sind.
circular-source = Wie sie kam
circular-source-hint = Zum Beispiel „Brief“ oder „E-Mail an das Büro“.
circular-source-missing = Geben Sie an, wie die Antwort kam, zum Beispiel „Brief“.
circular-answered-on = Eingegangen am
circular-answered-range = Der Eingang liegt zwischen dem Versand ({ $day }) und heute.
circular-answered-late = Die Frist endete am { $day }. Eine spätere Antwort zählt nicht.
circular-not-running = Der Umlaufbeschluss nimmt keine Antworten mehr an.
circular-close = Ergebnis feststellen
circular-withdraw = Umlaufbeschluss zurückziehen
circular-withdraw-lead = Die Links nehmen danach keine Antworten mehr an. Sagen Sie den Gefragten selbst Bescheid.
circular-withdrawn-reason = Grund
circular-withdrawn-reason-missing = Geben Sie den Grund an, zum Beispiel „wird in der Sitzung am 14.12.2017 beraten“.
circular-withdrawn-words = Zurückgezogen: { $reason }
flash-circular-withdrawn = Zurückgezogen: „{ $title }“
circular-link-lead = Antwort für { $name }, bis { $day }
circular-link-gone = Dieser Link gilt nicht mehr. Rufen Sie die Geschäftsstelle an.
circular-too-late = Dieser Umlaufbeschluss nimmt keine Antworten mehr an: Die Frist ist vorbei, oder das Ergebnis steht fest.
circular-thanks = Danke. Ihre Antwort ist gespeichert. Bis zum Ende der Frist können Sie sie mit demselben Link ändern.
