nav-funding = Förderung
kind-received-grant = Zuwendung
kind-cost-item = Posten im Kostenplan
kind-duty = Pflicht

grant-list = Zuwendungen
grant-new = Zuwendung erfassen
grant-edit = Zuwendung bearbeiten
grant-save = Zuwendung speichern
grant-not-saved = Die Zuwendung ist noch nicht gespeichert
grant-count = { $count ->
    [0] Noch keine Zuwendung erfasst.
    [one] 1 Zuwendung mit Kostenplan und Pflichten.
   *[other] { $count } Zuwendungen mit Kostenplan und Pflichten.
}
grant-empty = Noch keine Zuwendungen
grant-empty-why = Erfassen Sie den Bescheid mit Kostenplan und Pflichten: Fristen erscheinen dann unter „Heute“, und der Tätigkeitsbericht nennt die Bewilligung.
grant-lead = Bescheid vom { $day }, { $authority }
grant-lead-day = Bescheid vom { $day }
grant-purpose = Zweck
grant-purpose-hint = Zum Beispiel Allianzmanagement
grant-purpose-missing = Geben Sie an, wofür die Zuwendung ist, zum Beispiel „Allianzmanagement“.
grant-authority = Bewilligungsstelle
grant-authority-missing = Geben Sie an, wer die Zuwendung bewilligt, zum Beispiel „Amt für Ländliche Entwicklung Unterfranken“.
grant-reference = Aktenzeichen
grant-notice-on = Bescheid vom
grant-notice-on-hint = Zum Beispiel 27.03.2017
grant-period = Zeitraum
grant-period-from = Erster Tag des Bewilligungszeitraums
grant-period-to = Letzter Tag des Bewilligungszeitraums
grant-period-backwards = Der letzte Tag ({ $to }) liegt vor dem ersten ({ $from }). Geben Sie einen späteren Tag an.
grant-rate = Fördersatz in Prozent
grant-rate-hint = Zum Beispiel 75 oder 66,67. Ohne Satz gilt ein fester Betrag.
grant-rate-head = Fördersatz
grant-rate-fault = Schreiben Sie den Fördersatz als Zahl von 0 bis 100, zum Beispiel 75 oder 66,67.
grant-cap-cents = Höchstbetrag in Euro
grant-cap-cents-hint = Zum Beispiel 90.000,00
grant-cap-head = Höchstbetrag
grant-granted-cents = Bewilligter Betrag in Euro
grant-granted-cents-hint = So, wie er im Bescheid steht.
grant-granted-head = Bewilligt
grant-amount-negative = Der Betrag liegt unter null. Geben Sie einen Betrag ab 0,00 an.
grant-post-filled-on = Stelle besetzt seit
grant-post-filled-on-hint = Nur wenn die Zuwendung eine Stelle fördert, zum Beispiel 01.05.2017.
grant-note = Notiz
grant-facts = Bescheid
grant-duties = Pflichten und Fristen
grant-missing = Die Zuwendung dazu fehlt. Öffnen Sie die Zuwendung und beginnen Sie von dort.

cost-plan = Kostenplan
cost-plan-empty = Noch keine Posten. Mit den Posten des Kostenplans rechnet diese Seite Zuwendung und Eigenanteil aus.
cost-sum = Summe der geplanten Kosten
cost-grant-rate = Zuwendung ({ $rate })
cost-grant-capped = Zuwendung (Höchstbetrag)
cost-grant-fixed = Zuwendung (fester Betrag)
cost-own = Eigenanteil
cost-rule = { $rate } von { $costs } sind { $amount }. Ein halber Cent wird aufgerundet, einmal für die Summe.
cost-rule-within = { $rate } von { $costs } sind { $amount }, das liegt im Höchstbetrag von { $cap }.
cost-rule-capped = { $rate } von { $costs } wären { $amount }. Der Höchstbetrag von { $cap } begrenzt die Zuwendung.
cost-differs = Bewilligt sind { $granted }, nach Kostenplan und Bescheid ergeben sich { $computed }. Prüfen Sie Kostenplan, Satz und Höchstbetrag.

cost-item-list = Kostenplan
cost-item-new = Posten erfassen
cost-item-edit = Posten bearbeiten
cost-item-save = Posten speichern
cost-item-not-saved = Der Posten ist noch nicht gespeichert
cost-item-label = Posten
cost-item-label-missing = Geben Sie an, wofür das Geld ist, zum Beispiel „Personalkosten“.
cost-item-planned-cents = Geplante Kosten
cost-item-planned-cents-hint = In Euro, zum Beispiel 60.000,00
cost-item-amount-missing = Geben Sie die geplanten Kosten an, zum Beispiel 60.000,00.
cost-item-grant-id = Zuwendung
cost-item-position = Stelle im Kostenplan
cost-item-facts = Posten

duty-list = Pflichten
duty-new = Pflicht erfassen
duty-edit = Pflicht bearbeiten
duty-save = Pflicht speichern
duty-not-saved = Die Pflicht ist noch nicht gespeichert
duty-title = Was ist zu tun?
duty-title-missing = Geben Sie an, was zu tun ist, zum Beispiel „Verwendungsnachweis vorlegen“.
duty-basis = Wo steht das?
duty-basis-hint = Stelle im Bescheid oder in den Nebenbestimmungen, zum Beispiel „Nr. 6 ANBest-K“.
duty-due-on = Frist
duty-due-on-hint = Letzter Tag, zum Beispiel 31.03.2018
duty-done-on = Erledigt am
duty-done-ahead = Dieser Tag kommt erst noch. Geben Sie den Tag an, an dem die Pflicht erledigt wurde, oder lassen Sie das Feld leer.
duty-grant-id = Zuwendung
duty-facts = Pflicht
duty-none = Noch keine Pflichten. Übertragen Sie die Fristen aus dem Bescheid.
duty-until = bis { $day }
duty-open = offen
duty-overdue = überfällig
duty-done-word = erledigt
duty-done = erledigt am { $day }
duty-reopen = „{ $title }“ wieder öffnen
duty-all-done = alle erledigt
duty-open-count = { $count } offen
duty-overdue-count = { $count } überfällig
duty-overdue-note = { $count ->
    [one] Eine Pflicht ist überfällig: { $duties }. Erledigen Sie sie oder vereinbaren Sie mit der Bewilligungsstelle eine neue Frist.
   *[other] { $count } Pflichten sind überfällig: { $duties }. Erledigen Sie sie oder vereinbaren Sie mit der Bewilligungsstelle neue Fristen.
}
duty-marked-done = Erledigt: „{ $title }“
duty-marked-open = Wieder offen: „{ $title }“
