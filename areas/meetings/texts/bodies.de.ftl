# Regelwerke
kind-rule-set = Regelwerk
rule-set-list = Regelwerke
rule-set-edit = Regeln bearbeiten
rule-set-save = Regeln speichern
rule-set-not-saved = Die Regeln sind noch nicht gespeichert
rule-set-count = { $count ->
    [0] Noch keine Regeln hinterlegt.
    [one] 1 Regelwerk.
   *[other] { $count } Regelwerke.
}
rule-set-empty = Noch keine Regeln
rule-set-empty-why = Hinterlegen Sie, wie ein Gremium einlädt und beschließt: Dann rechnet das Programm Fristen, Beschlussfähigkeit und Mehrheiten aus und nennt den Paragrafen.
rule-set-none = Noch keine Regeln. Darum werden weder Fristen noch Beschlussfähigkeit geprüft.
rule-set-begin = Wählen Sie das Gremium und die Vorlage, die ihm am nächsten kommt. Im nächsten Schritt ändern Sie jede Regel einzeln.
rule-set-onward = Regeln ansehen
rule-set-check = Vergleichen Sie jede Regel mit Ihrer Satzung, Geschäftsordnung oder Ihrem Vertrag. Wo das Gesetz nichts vorschreibt, steht eine Annahme.
rule-set-body-id = Gremium
rule-set-body-missing = Wählen Sie das Gremium, für das die Regeln gelten, zum Beispiel die Mitgliederversammlung.
rule-set-vorlage = Vorlage
rule-set-valid-from = Gültig ab
rule-set-valid-from-hint = Der Tag, an dem Satzung, Vertrag oder Geschäftsordnung in Kraft trat, zum Beispiel 23.03.2016. Sitzungen davor behalten ihre Regeln.
rule-set-source = Fundstelle
rule-set-source-hint = Steht in Einladungen und Niederschriften, zum Beispiel „Satzung vom 23.03.2016“.
rule-set-source-missing = Geben Sie an, wo die Regeln stehen, zum Beispiel „Satzung vom 23.03.2016“.
rule-set-regime = Rechtsform
rule-set-rules = Regeln
rule-set-twice = Ab { $day } gelten schon Regeln: „{ $source }“. Bearbeiten Sie diese oder wählen Sie einen anderen Tag.
rule-set-span = { $from } bis { $to }
rule-set-since = seit { $from }, bis auf Weiteres
rule-set-over = abgelöst
rule-set-ahead = gilt später
rule-set-holds = gilt
rule-set-title = Regeln: { $body }
rule-set-valid = Gilt
rule-set-facts = Geltung
rule-set-others = Andere Fassungen
rule-set-follow = Neue Fassung anlegen

rules-part-calling = Einladung
rules-part-deciding = Beschlüsse und Wahlen
rules-part-rest = Stimmen, Niederschrift, Umlauf
rules-head-notice = Ladungsfrist und Form
rules-head-urgent = Dringende Fälle
rules-head-agenda = Tagesordnung und Öffentlichkeit
rules-head-quorum = Beschlussfähigkeit
rules-head-second = Zweite Ladung
rules-head-ordinary = Mehrheit für Beschlüsse
rules-head-statutes = Mehrheit für Änderungen der Satzung
rules-head-purpose = Mehrheit für Änderungen des Zwecks
rules-head-dissolution = Mehrheit für die Auflösung
rules-head-election = Wahlen
rules-head-votes = Stimmen und Verbindlichkeit
rules-head-minutes = Unterschriften der Niederschrift
rules-head-circular = Beschlüsse ohne Sitzung
rules-word-votes = Stimmen
rules-word-agenda = Tagesordnung
rules-word-public = Öffentlichkeit
rules-word-binding = Verbindlichkeit

rules-notice-days = Tage der Ladungsfrist
rules-notice-days-hint = 0, wenn es keine Frist gibt. Der Tag des Versands und der Tag der Sitzung zählen nicht mit.
rules-notice-unit = Welche Tage zählen
rules-unit-calendar = Kalendertage
rules-unit-working = Arbeitstage (Montag bis Freitag ohne Feiertage)
rules-unit-weekday = Werktage (Montag bis Samstag ohne Feiertage)
rules-notice-start = Die Frist beginnt
rules-start-sent = mit dem Versand
rules-start-received = mit dem Zugang
rules-delivery-days = Tage, die ein Brief unterwegs ist
rules-delivery-days-hint = Zählt nur, wenn die Frist mit dem Zugang beginnt, zum Beispiel 4.
rules-rest-days = Fällt der letzte Tag auf Samstag, Sonntag oder Feiertag
rules-rest-ignored = bleibt es dabei
rules-rest-move-earlier = gilt der Arbeitstag davor
rules-notice-paragraph = Paragraf zur Frist
rules-notice-form = Form der Einladung
rules-form-text = Textform (E-Mail genügt)
rules-form-written = schriftlich
rules-form-written-or-electronic = schriftlich oder elektronisch
rules-form-electronic = elektronisch
rules-form-none = ohne besondere Form
notice-form-written-or-electronic = schriftlich oder elektronisch
rules-form-paragraph = Paragraf zur Form
rules-late = Ist die Frist vorbei
rules-late-block = lässt sich die Einladung nicht versenden
rules-late-ask-reason = muss der Versand begründet werden
rules-urgent-allowed = In dringenden Fällen darf die Frist verkürzt werden
rules-urgent-hours = Mindestens so viele Stunden vor Beginn
rules-urgent-reason = Die Dringlichkeit muss begründet werden
rules-urgent-paragraph = Paragraf zu dringenden Fällen
rules-agenda-binding = Beschlossen werden darf nur, was auf der Tagesordnung steht
rules-agenda-paragraph = Paragraf zur Tagesordnung
rules-meetings-public = Sitzungen sind öffentlich
rules-public-paragraph = Paragraf zur Öffentlichkeit
rules-quorum-kind = Beschlussfähig ist das Gremium
rules-quorum-none = immer, sobald jemand Stimmberechtigtes da ist
rules-quorum-heads-majority = wenn mehr als die Hälfte der Mitglieder da ist
rules-quorum-votes-majority = wenn mehr als die Hälfte der Stimmen vertreten ist
rules-quorum-share-of-members = wenn ein bestimmter Anteil der Mitglieder da ist
rules-quorum-minimum-heads = wenn eine bestimmte Zahl von Mitgliedern da ist
rules-quorum-share = Anteil der Mitglieder
rules-quorum-share-hint = Als Bruch, zum Beispiel 1/3. Nur wenn ein Anteil verlangt ist.
rules-quorum-minimum = Zahl der Mitglieder
rules-quorum-minimum-hint = Nur wenn eine Zahl verlangt ist.
rules-minimum-missing = Geben Sie an, wie viele Mitglieder da sein müssen, zum Beispiel 7.
rules-all-summoned = Alle Mitglieder müssen ordnungsgemäß geladen sein
rules-quorum-concerned = Persönlich beteiligte Mitglieder
rules-concerned-present = zählen als anwesend
rules-concerned-not-present = zählen nicht als anwesend
rules-concerned-leave-base = zählen weder als anwesend noch bei der Gesamtzahl
rules-quorum-paragraph = Paragraf zur Beschlussfähigkeit
rules-second-allowed = Eine zweite Ladung macht ohne Rücksicht auf die Zahl beschlussfähig
rules-second-within = Höchstens so viele Tage nach der ersten Sitzung
rules-second-within-hint = Leer, wenn es keine Grenze gibt.
rules-second-say-so = Die zweite Einladung muss darauf hinweisen
rules-second-not-for-concern = Gilt nicht, wenn die erste Sitzung an persönlicher Beteiligung scheiterte
rules-second-paragraph = Paragraf zur zweiten Ladung
majority-kind = Nötig sind
majority-kind-more-yes-than-no = mehr Ja- als Nein-Stimmen
majority-kind-more-than-half = mehr als die Hälfte
majority-kind-at-least = mindestens ein Anteil
majority-kind-unanimous = alle
majority-share = Anteil
majority-share-hint = Als Bruch, zum Beispiel 3/4. Nur wenn ein Anteil verlangt ist.
majority-base = Gemessen an
majority-base-cast = den abgegebenen Stimmen (Ja und Nein)
majority-base-present = den anwesenden Stimmen
majority-base-members = den Stimmen aller Mitglieder
majority-tie = Bei Stimmengleichheit
majority-tie-rejected = ist der Antrag abgelehnt
majority-tie-chair-decides = entscheidet der Vorsitz
majority-abstention = Enthaltung ist zulässig
majority-concerned = Persönlich Beteiligte zählen bei der Gesamtzahl nicht mit
majority-absent = Abwesende können in Textform zustimmen
majority-paragraph = Paragraf
rules-election-method = Gewählt ist
rules-method-absolute = wer mehr als die Hälfte der gültigen Stimmen hat, sonst Stichwahl
rules-method-plurality = wer die meisten Stimmen hat
rules-election-secret = Gewählt wird geheim
rules-election-no-valid = Nein-Stimmen sind gültig
rules-election-repeat = Wiederholen, wenn mindestens die Hälfte der Stimmzettel ungültig ist
rules-election-three = Haben drei oder mehr die höchste Zahl
rules-three-repeat = wird der Wahlgang wiederholt
rules-three-lot = entscheidet das Los, wer in die Stichwahl kommt
rules-election-tie = Bei gleicher Zahl
rules-tie-lot = entscheidet das Los
rules-tie-run-off = folgt noch ein Wahlgang, dann das Los
rules-election-paragraph = Paragraf zu Wahlen
rules-weighted = Mitglieder haben verschieden viele Stimmen
rules-proxies = Stimmen dürfen übertragen werden
rules-binding = Beschlüsse binden
rules-binding-hint = Ohne Häkchen heißen Ergebnisse „Empfehlung“.
rules-sign-chair = Der Vorsitz unterschreibt
rules-sign-taker = Die Schriftführung unterschreibt
rules-sign-members = Zahl weiterer Mitglieder, die unterschreiben
rules-sign-paragraph = Paragraf zu Unterschriften
rules-circular-allowed = Beschlüsse ohne Sitzung sind zulässig
rules-circular-adopts = Angenommen ist ein Antrag
rules-adopts-all-consent = wenn alle Mitglieder zustimmen
rules-adopts-majority = mit dieser Mehrheit:
rules-circular-silence = Wer schweigt
rules-silence-fails = bringt den Beschluss zum Scheitern
rules-silence-abstains = enthält sich
rules-silence-absent = gilt als abwesend
rules-circular-form = Form der Antwort
rules-circular-days = Tage für die Antwort
rules-circular-days-hint = 0, wenn es keine Frist gibt.
rules-circular-law = Paragraf zu Beschlüssen ohne Sitzung
rules-number-missing = Geben Sie eine ganze Zahl an, zum Beispiel 14, oder 0 für keine.
rules-share-missing = Geben Sie den Anteil als Bruch an, zum Beispiel 3/4.
rules-share-fault = „{ $text }“ ist kein Anteil. Schreiben Sie einen Bruch bis 1, oben nicht mehr als unten, zum Beispiel 3/4.

rules-say-no-notice = Keine Frist, { $form }.
rules-say-delivery = { $days ->
    [0] Ein Brief gilt am Tag des Versands als zugegangen.
    [one] Ein Brief gilt nach 1 Tag als zugegangen.
   *[other] Ein Brief gilt nach { $days } Tagen als zugegangen.
}
rules-say-rest = Fällt der letzte Tag auf Samstag, Sonntag oder Feiertag, gilt der Arbeitstag davor.
rules-say-late-block = Nach dem letzten Tag lässt sich nicht mehr einladen.
rules-say-late-ask-reason = Danach muss der Versand begründet werden.
rules-say-not-urgent = Die Frist darf nicht verkürzt werden.
rules-say-urgent = { $hours ->
    [0] Die Frist darf verkürzt werden.
   *[other] Die Frist darf bis auf { $hours } Stunden vor Beginn verkürzt werden.
}
rules-say-urgent-reason = { $hours ->
    [0] Die Frist darf mit Begründung verkürzt werden.
   *[other] Die Frist darf mit Begründung bis auf { $hours } Stunden vor Beginn verkürzt werden.
}
rules-say-agenda = Beschlossen werden darf nur, was auf der versandten Tagesordnung steht.
rules-say-agenda-free = Auch über Punkte, die nicht auf der Tagesordnung stehen, darf beschlossen werden.
rules-say-public = Sitzungen sind öffentlich, soweit ein Punkt nicht nichtöffentlich behandelt wird.
rules-say-private = Sitzungen sind nicht öffentlich.
rules-say-quorum-none = Es genügt, dass jemand Stimmberechtigtes da ist.
rules-say-quorum-heads-majority = Mehr als die Hälfte der Mitglieder muss da sein.
rules-say-quorum-votes-majority = Mehr als die Hälfte der Stimmen muss vertreten sein.
rules-say-quorum-share-of-members = Mindestens { $share } der Mitglieder müssen da sein.
rules-say-quorum-minimum-heads = { $count ->
    [one] Mindestens 1 Mitglied muss da sein.
   *[other] Mindestens { $count } Mitglieder müssen da sein.
}
rules-say-summoned = Alle Mitglieder müssen ordnungsgemäß geladen sein.
rules-say-concerned-present = Persönlich Beteiligte zählen als anwesend.
rules-say-concerned-not-present = Persönlich Beteiligte zählen nicht als anwesend.
rules-say-concerned-leave-base = Persönlich Beteiligte zählen weder als anwesend noch bei der Gesamtzahl.
rules-say-no-second = Nicht vorgesehen.
rules-say-second = Danach ist das Gremium ohne Rücksicht auf die Zahl beschlussfähig.
rules-say-second-within = Innerhalb von { $days } Tagen nach der ersten Sitzung; dann ist das Gremium ohne Rücksicht auf die Zahl beschlussfähig.
rules-say-say-so = Die zweite Einladung muss darauf hinweisen.
majority-of-cast = der abgegebenen Stimmen
majority-of-present = der anwesenden Stimmen
majority-of-members = der Stimmen aller Mitglieder
majority-say-more = Mehr Ja- als Nein-Stimmen; Enthaltungen zählen nicht.
majority-say-half = Mehr als die Hälfte { $base }.
majority-say-share = Mindestens { $share } { $base }.
majority-say-all-cast = Alle abgegebenen Stimmen.
majority-say-all-present = Alle anwesenden Stimmen.
majority-say-all-members = Die Stimmen aller Mitglieder.
majority-say-chair = Bei Stimmengleichheit entscheidet der Vorsitz.
majority-say-no-abstention = Enthaltung ist nicht zulässig.
majority-say-absent = Abwesende können in Textform zustimmen.
rules-say-method-absolute = Gewählt ist, wer mehr als die Hälfte der gültigen Stimmen hat; sonst folgt eine Stichwahl.
rules-say-method-plurality = Gewählt ist, wer die meisten Stimmen hat.
rules-say-secret = Gewählt wird geheim.
rules-say-tie-lot = Bei gleicher Zahl entscheidet das Los.
rules-say-tie-run-off = Bei gleicher Zahl folgt noch ein Wahlgang, dann das Los.
rules-say-weighted = Mitglieder haben verschieden viele Stimmen.
rules-say-one-vote = Jedes Mitglied hat eine Stimme.
rules-say-proxies = Stimmen dürfen übertragen werden.
rules-say-no-proxies = Stimmen dürfen nicht übertragen werden.
rules-say-binding = Beschlüsse binden.
rules-say-recommends = Beschlüsse binden niemanden; Ergebnisse sind Empfehlungen.
rules-signer-chair = Vorsitz
rules-signer-taker = Schriftführung
rules-signer-members = { $count ->
    [one] 1 weiteres Mitglied
   *[other] { $count } weitere Mitglieder
}
rules-signer-nobody = Keine Unterschrift nötig.
rules-say-no-circular = Nicht zulässig.
rules-say-circular-all = Alle Mitglieder müssen zustimmen; Schweigen lässt den Beschluss scheitern.
rules-say-silence-fails = Schweigen lässt den Beschluss scheitern.
rules-say-silence-abstains = Schweigen zählt als Enthaltung.
rules-say-silence-absent = Wer schweigt, gilt als abwesend.
rules-say-deadline = { $days ->
    [one] Antwort binnen 1 Tag.
   *[other] Antwort binnen { $days } Tagen.
}

# Plätze
kind-seat = Platz im Gremium
seat-list = Plätze
seat-new = Platz anlegen
seat-edit = Platz bearbeiten
seat-save = Platz speichern
seat-not-saved = Der Platz ist noch nicht gespeichert
seat-none = Noch keine Plätze.
seats-title = Plätze: { $body }
seats-lead = Wer sitzt, wer stimmt, wohin die Einladung geht. Aus den Plätzen entsteht die Liste der Eingeladenen jeder Sitzung.
seats-manage = Plätze verwalten
seats-of-body = Plätze des Gremiums
seats-from-members = Plätze aus den Mitgliedern anlegen
seats-from-offices = Plätze aus den Ämtern anlegen
seats-hint = Dieses Gremium hat noch keine Plätze. Ohne Plätze ist zu keiner Sitzung jemand eingeladen.
flash-seats = { $count ->
    [0] Nichts zu tun: Alle haben schon einen Platz.
    [one] 1 Platz angelegt oder ergänzt.
   *[other] { $count } Plätze angelegt oder ergänzt.
}
seat-lead = Platz in: { $body }
seat-body-id = Gremium
seat-body-missing = Das Gremium zu diesem Platz gibt es nicht mehr. Öffnen Sie das Gremium und legen Sie den Platz von dort an.
seat-municipality-id = Mitgliedsgemeinde
seat-municipality-id-hint = Sie spricht durch ihre Erste Bürgermeisterin oder ihren Ersten Bürgermeister am Tag der Sitzung.
seat-person-id = Person
seat-person-id-hint = Bei einer Gemeinde nur, wenn jemand anderes für sie spricht.
seat-name = Anderer Name
seat-name-hint = Nur ohne Gemeinde und Person, zum Beispiel „Amt für Ländliche Entwicklung“.
seat-name-head = Platz
seat-speaker = Spricht durch
seat-nobody = Wählen Sie eine Gemeinde oder eine Person, oder schreiben Sie einen Namen.
seat-role = Aufgabe
seat-role-member = Mitglied
seat-role-chair = Vorsitz
seat-role-deputy-chair = Stellvertretender Vorsitz
seat-role-minute-taker = Schriftführung
seat-role-adviser = Ständiger Gast
seat-role-guest = Gast
seat-votes = Stimmen
seat-votes-hint = Zum Beispiel 1 oder 1,5. Zählt nur bei Mitgliedern und Vorsitz.
seat-votes-words = { $votes } Stimmen
seat-votes-total = Stimmen heute
seat-votes-fault = Das ist keine Zahl von Stimmen. Schreiben Sie zum Beispiel 1 oder 1,5.
seat-votes-zero = Ein Platz mit Stimme hat mehr als 0 Stimmen. Wählen Sie für einen Platz ohne Stimme die Aufgabe „Ständiger Gast“.
seat-channel = Einladung
seat-email = Andere E-Mail-Adresse
seat-email-hint = Ohne Angabe geht die Einladung an die Adresse der Person.
seat-no-mail = keine E-Mail-Adresse, darum Brief
seat-deputy = Stellvertretung
seat-deputy-hint = Name, zum Beispiel der Zweite Bürgermeister (Art. 39 GO).
seat-since = Von
seat-until = Bis
seat-way = Einladung an
seat-span = Zeit
seat-span-since = seit { $day }
seat-span-until = bis { $day }
seat-until-early = Das Ende liegt vor dem Beginn am { $since }. Geben Sie einen späteren Tag an oder lassen Sie das Feld leer.
seat-municipality-twice = { $name } hat in dieser Zeit schon einen Platz. Eine Gemeinde hat einen Platz; mehr Stimmen tragen Sie dort ein.
seat-person-twice = Diese Person hat in dieser Zeit schon einen Platz in diesem Gremium.
seat-chair-twice = Den Vorsitz hat in dieser Zeit schon { $name }. Ändern Sie zuerst jenen Platz.

# Eingeladene einer Sitzung
kind-participant = Eingeladene
invited-title = Eingeladene
invited-none = Noch niemand eingeladen
invited-none-why = Die Liste entsteht aus den Plätzen des Gremiums. Legen Sie dort fest, wer sitzt und stimmt, und übernehmen Sie die Plätze.
invited-take-over = Plätze übernehmen
invited-sheet = Liste zum Unterschreiben
invited-fixed = Die Einladung ist versandt. Die Liste bleibt darum, wie sie war; Antworten und neue Gäste können Sie weiter eintragen.
invited-over = Die Sitzung ist vorbei oder abgesagt. Antworten ändern sich nicht mehr.
invited-of-seat = Dieser Eintrag kommt aus einem Platz des Gremiums. Ändern Sie den Platz und übernehmen Sie die Plätze noch einmal.
invited-differs = Die Plätze des Gremiums haben sich geändert. Übernehmen Sie sie, damit die Liste stimmt.
invited-name = Name
invited-count-yes = zugesagt
invited-count-no = abgesagt
invited-count-deputy = vertreten
invited-count-none = offen
invited-count-maybe = vielleicht
invited-quorum = Voraussichtlich beschlussfähig: { $present } von { $base } kommen, nötig { $needed }. Erwartete Stimmen: { $votes }.
invited-free = Erwartete Stimmen: { $votes }. Eine Mindestzahl ist nicht vorgeschrieben.
invited-no-quorum = Noch nicht sicher beschlussfähig: { $present } von { $base } haben zugesagt, nötig { $needed }. Erwartete Stimmen: { $votes }.
invited-lacking = { $count ->
    [one] 1 Eingeladene oder Eingeladener ist nicht zu erreichen. Der Link in der Liste führt dorthin, wo die Adresse fehlt.
   *[other] { $count } Eingeladene sind nicht zu erreichen. Die Links in der Liste führen dorthin, wo die Adresse fehlt.
}
invited-lack-both = E-Mail-Adresse und Anschrift fehlen
invited-items = { $count ->
    [one] 1 Punkt
   *[other] { $count } Punkte
}
invited-answer = Antwort von { $name } eintragen
invited-edit = { $name } bearbeiten
invited-remove = { $name } von der Liste nehmen
invited-yes = kommt
invited-no = kommt nicht
flash-taken-over = Plätze übernommen: { $added } neu, { $changed } geändert, { $removed } entfernt.
flash-answer = { $name }: { $answer }
typed-title = Antwort von { $name }
typed-answer = Antwort
typed-yes = kommt
typed-deputy = wird vertreten
typed-maybe = vielleicht
typed-no = kommt nicht
typed-none = noch keine Antwort
typed-deputy-hint = Nur wenn jemand anderes kommt: der Name.
typed-reason = Grund
typed-reason-hint = In der Niederschrift steht er nur, wenn das Gesetz es verlangt.
typed-deputy-missing = Geben Sie an, wer zur Vertretung kommt, zum Beispiel „Zweiter Bürgermeister Horst Vierling“.
typed-save = Antwort speichern
participant-list = Eingeladene
participant-new = Gast hinzufügen
participant-edit = Gast bearbeiten
participant-save = Gast speichern
participant-not-saved = Der Gast ist noch nicht gespeichert
participant-name = Name
participant-name-hint = Zum Beispiel „Planungsbüro Lindner“. Bei einer Person aus den Kontakten genügt die Auswahl.
participant-name-missing = Geben Sie an, wer eingeladen ist, zum Beispiel „Planungsbüro Lindner“, oder wählen Sie eine Person.
participant-person-id = Person aus den Kontakten
participant-email = E-Mail-Adresse
participant-email-hint = Ohne Adresse geht ein Brief an die Anschrift der Person.
participant-role = Aufgabe
participant-items = Nur zu diesen Punkten
participant-items-hint = Ohne Häkchen zur ganzen Sitzung.
participant-item-gone = Einer der Punkte steht nicht mehr auf der Tagesordnung. Wählen Sie noch einmal.
participant-twice = Mit dieser Adresse ist schon eingeladen: { $name }.
participant-meeting-missing = Die Sitzung zu diesem Gast gibt es nicht mehr.
participant-meeting-id = Sitzung
participant-position = Stelle in der Liste
participant-seat-id = Platz
participant-municipality-id = Mitgliedsgemeinde
participant-person = Spricht durch
participant-votes = Stimmen
participant-channel = Einladung
participant-answer = Antwort
participant-reason = Grund
participant-deputy = Vertretung
participant-answered-at = Geantwortet
participant-answered-by = Antwort kam
participant-token-digest = Prüfsumme des Antwortlinks

# Themenspeicher
kind-topic = Thema im Speicher
topic-list-lead = Was auf eine Tagesordnung soll.
topic-edit = Thema bearbeiten
topic-save = Thema speichern
topic-not-saved = Das Thema ist noch nicht gespeichert
topic-count = { $count ->
    [0] Noch kein Thema.
    [one] 1 Thema.
   *[other] { $count } Themen.
}
topic-empty = Noch keine Themen
topic-empty-why = Schlagen Sie vor, womit sich ein Gremium befassen soll. Vertagtes und offen Gebliebenes kommt von selbst hierher.
topic-body-id = Gremium
topic-body-id-all = Alle Gremien
topic-body-missing = Wählen Sie das Gremium, das sich damit befassen soll, zum Beispiel die Mitgliederversammlung.
topic-title = Thema
topic-title-hint = So, wie es auf der Tagesordnung stehen soll.
topic-title-missing = Geben Sie das Thema an, zum Beispiel „Kernwegenetz: Ausschreibung des zweiten Abschnitts“.
topic-reason = Warum
topic-reason-hint = Wird zum Sachverhalt, wenn das Thema auf die Tagesordnung kommt.
topic-purpose = Wozu
topic-proposal = Beschlussvorschlag
topic-minutes = Dauer in Minuten
topic-thread-id = Projekt
topic-proposed-by = Vorgeschlagen von
topic-proposed-by-hint = Ohne Angabe Sie selbst.
topic-proposed-on = Vorgeschlagen am
topic-state = Stand
topic-state-all = Jeder Stand
topic-state-open = wartet
topic-state-scheduled = auf einer Tagesordnung
topic-state-done = behandelt
topic-state-dropped = nicht weiter verfolgt
topic-origin = Herkunft
topic-origin-all = Jede Herkunft
topic-from-proposal = Vorschlag
topic-from-postponed = vertagt
topic-from-undecided = offen geblieben
topic-from-minutes = Genehmigung der Niederschrift
topic-from-tasks = offene Aufgaben
topic-from-recommendation = Empfehlung
topic-origin-id = Entstanden aus
topic-private = Nichtöffentlich behandeln
topic-private-hint = Das Thema sehen nur die Geschäftsstelle, der Vorsitz und die Bürgermeisterinnen und Bürgermeister.
topic-public = Öffentlichkeit
topic-facts = Stammdaten
topic-drop = Thema nicht weiter verfolgen
topic-reopen = Thema wieder aufnehmen

# Textbausteine
kind-text-module = Textbaustein
text-module-list = Textbausteine
text-module-new = Textbaustein anlegen
text-module-edit = Textbaustein bearbeiten
text-module-save = Textbaustein speichern
text-module-not-saved = Der Textbaustein ist noch nicht gespeichert
text-module-count = { $count ->
    [0] Noch kein Textbaustein.
    [one] 1 Textbaustein.
   *[other] { $count } Textbausteine.
}
text-module-empty = Noch keine Textbausteine
text-module-empty-why = Legen Sie Texte an, die Sie immer wieder schreiben: eine Begrüßung, einen Beschlussvorschlag, eine Feststellung für die Niederschrift.
text-module-title = Titel
text-module-title-missing = Geben Sie dem Baustein einen Titel, zum Beispiel „Kenntnisnahme“.
text-module-place = Wird angeboten
text-module-place-all = Überall
text-module-text = Text
text-module-text-missing = Schreiben Sie den Text, zum Beispiel „Die Versammlung nimmt den Bericht zur Kenntnis.“
module-place-invitation = in der Einladung
module-place-background = im Sachverhalt
module-place-proposal = im Beschlussvorschlag
module-place-minutes = in der Niederschrift

# Weitere Termine
repeat-lead = Gremium, Ort und Vorsitz werden übernommen. Feiertage und Tage mit anderen Sitzungen sind ausgelassen; jeder Termin hält die Ladungsfrist.
repeat-rhythm = Abstand
repeat-weeks = { $count ->
    [one] jede Woche
   *[other] alle { $count } Wochen
}
repeat-month-1 = jeden Monat, erste Woche
repeat-month-2 = jeden Monat, zweite Woche
repeat-month-3 = jeden Monat, dritte Woche
repeat-month-4 = jeden Monat, vierte Woche
repeat-month-5 = jeden Monat, letzte Woche
repeat-weekday = Wochentag
repeat-monday = Montag
repeat-tuesday = Dienstag
repeat-wednesday = Mittwoch
repeat-thursday = Donnerstag
repeat-friday = Freitag
repeat-saturday = Samstag
repeat-sunday = Sonntag
repeat-until = Letzter Tag
repeat-school = Bayerische Schulferien auslassen
repeat-propose = Termine vorschlagen
repeat-dates = Vorgeschlagene Termine
repeat-no-dates = In dieser Zeit passt kein Termin. Wählen Sie einen anderen Wochentag, einen späteren letzten Tag oder lassen Sie die Ferien zu.
repeat-send-by = Einladung bis { $day }
repeat-skipped = { $day } ausgelassen: { $why }
repeat-skip-notice = Ladungsfrist nicht mehr zu halten, letzter Tag war { $day }
repeat-skip-busy = schon eine Sitzung: { $title }
repeat-until-fault = „{ $text }“ ist kein Tag. Schreiben Sie zum Beispiel 31.07.2018.
repeat-until-range = Der letzte Tag muss zwischen { $from } und { $to } liegen.
repeat-not-created = Es sind noch keine Termine angelegt
repeat-none-ticked = Wählen Sie mindestens einen Termin.
repeat-taken = Am { $day } hat dieses Gremium schon eine Sitzung. Nehmen Sie das Häkchen weg.
repeat-create = Gewählte Termine anlegen
flash-repeated = { $count ->
    [one] 1 Sitzung angelegt.
   *[other] { $count } Sitzungen angelegt.
}
