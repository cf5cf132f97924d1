# Konten, Anmeldung, Einrichtung.
nav-accounts = Zugänge
nav-outbox = Postausgang

sign-in = Anmelden
sign-in-lead = Das Arbeitsbuch der kommunalen Allianz.
sign-in-email = E-Mail-Adresse
sign-in-password = Passwort
sign-in-password-hint = Mindestens 15 Zeichen, Leerzeichen sind erlaubt
sign-in-button = Anmelden
sign-in-failed = Die Anmeldung hat nicht geklappt
sign-in-wrong = E-Mail-Adresse und Passwort passen nicht zusammen, oder der Zugang ist nach sehr vielen Fehlversuchen geschlossen. Prüfen Sie beides oder setzen Sie das Passwort neu.
sign-in-slow = Von Ihrem Anschluss kamen zu viele Versuche. Warten Sie { $wait } und versuchen Sie es dann noch einmal.
sign-in-forgotten = Passwort vergessen
sign-in-no-account = Sie haben nur einen Link zur Rückmeldung bekommen? Öffnen Sie ihn direkt, dafür brauchen Sie kein Konto.

link-gone = Dieser Link gilt nicht mehr. Er wurde schon benutzt oder ist abgelaufen. Lassen Sie sich einen neuen schicken.
link-sign-in-lead = Dieser Link meldet Sie einmal an, als { $name }.

forgotten = Passwort vergessen
forgotten-lead = Geben Sie Ihre E-Mail-Adresse an. Sie erhalten einen Link, mit dem Sie ein neues Passwort festlegen.
forgotten-button = Link anfordern
forgotten-sent = Wenn es zu dieser Adresse einen Zugang gibt, ist die Nachricht unterwegs. Der Link gilt eine Stunde.
forgotten-subject = Neues Passwort festlegen
forgotten-mail =
    Guten Tag { $name },

    Sie möchten ein neues Passwort für Allmende festlegen. Öffnen Sie dazu diesen Link:

    { $link }

    Er gilt eine Stunde und nur einmal. Das Öffnen allein ändert nichts.
    Haben Sie das nicht veranlasst, löschen Sie diese Nachricht. Ihr Passwort bleibt gültig.
invite-subject = Ihr Zugang zu Allmende
invite-mail =
    Guten Tag { $name },

    für Sie wurde ein Zugang zum Arbeitsbuch von { $alliance } angelegt. Legen Sie über diesen Link Ihr Passwort fest:

    { $link }

    Er gilt nur für Sie und nur einmal. Das Öffnen allein ändert nichts.

set-up = Allmende einrichten
set-up-lead = Noch gehört dieser Server niemandem. Das Einrichtungswort steht in der Ausgabe des Programms.
set-up-secret = Einrichtungswort
set-up-secret-hint = Das Programm hat es beim Start ausgegeben.
set-up-secret-wrong = Dieses Wort stimmt nicht. Es gilt das zuletzt ausgegebene.
set-up-alliance = Name der Allianz
set-up-alliance-hint = Wie er auf Briefen steht, zum Beispiel „Kommunale Allianz Mustertal e. V.“
set-up-alliance-missing = Geben Sie den Namen der Allianz an, zum Beispiel „Kommunale Allianz Mustertal e. V.“.
set-up-short-name = Kurzer Name
set-up-short-name-hint = Für den Bildschirm, zum Beispiel „Mustertal“
set-up-short-name-missing = Geben Sie einen kurzen Namen an, zum Beispiel „Mustertal“.
set-up-button = Allianz anlegen
set-up-failed = Die Allianz ist noch nicht angelegt

account-lead = Ihre Angaben und die Geräte, an denen Sie angemeldet sind.
account-own = Ihre Angaben
account-name = Name
account-name-missing = Geben Sie Vor- und Nachnamen an, zum Beispiel „Erika Musterfrau“.
account-email-missing = Geben Sie die E-Mail-Adresse an, zum Beispiel rathaus@gemeinde.example
account-role = Rolle
account-municipality = Gemeinde
account-municipality-hint = Für Bürgermeisteramt und Verwaltung: für welche Gemeinde?
account-password = Neues Passwort
account-password-hint = Mindestens 15 Zeichen, zum Beispiel vier oder fünf Wörter. Leerzeichen und Umlaute sind erlaubt.
account-old-password = Bisheriges Passwort
account-password-wrong = Das bisherige Passwort stimmt nicht.
account-password-title = Passwort festlegen
account-password-lead = Für { $name } ({ $email }).
account-password-change = Passwort ändern
account-password-save = Passwort speichern
account-password-saved = Das neue Passwort gilt. Alle anderen Geräte sind abgemeldet.
account-password-not-saved = Das Passwort ist noch nicht gespeichert
account-sessions = Angemeldete Geräte
account-sessions-end = Alle anderen abmelden
account-session = angemeldet { $begun }, zuletzt benutzt { $seen }
account-session-own = dieses Gerät
account-session-end = Abmelden
account-session-ended = Abgemeldet.
account-factor-yes = eingerichtet
account-factor-no = nicht eingerichtet

password-short = Das Passwort hat { $length } Zeichen, nötig sind { $least }. Hängen Sie ein paar Wörter aneinander.
password-long = Das Passwort darf höchstens { $most } Zeichen haben.
password-guessable = Dieses Passwort ist leicht zu erraten. Nehmen Sie Wörter, die nichts mit Ihnen oder der Gemeinde zu tun haben.

second-factor = Zweiter Faktor
second-factor-lead = Geben Sie den sechsstelligen Code aus Ihrer Authentisierungs-App ein.
second-factor-code = Code
second-factor-code-hint = Sechs Ziffern aus der App. Ohne Telefon: einer Ihrer Wiederherstellungscodes.
second-factor-six = Sechs Ziffern
second-factor-renew = Zweiten Faktor erneuern
second-factor-wrong = Dieser Code passt nicht oder wurde schon benutzt. Warten Sie auf den nächsten und prüfen Sie die Uhrzeit des Telefons.
second-factor-late = Die Anmeldung hat zu lange gedauert. Melden Sie sich noch einmal an.
second-factor-enrol = Zweiten Faktor einrichten
second-factor-enrol-lead = Ihre Rolle erreicht die Daten aller Gemeinden. Deshalb fragt das Programm bei jeder Anmeldung zusätzlich nach einem Code vom Telefon.
second-factor-scan = Lesen Sie dieses Bild mit einer Authentisierungs-App ein oder tippen Sie den Schlüssel ab:
second-factor-picture = QR-Code mit dem Schlüssel, der auch darunter steht
second-factor-save = Code prüfen und einrichten

recovery-codes = Wiederherstellungscodes
recovery-lead = { $left ->
    [0] Alle Codes sind verbraucht. Neue Codes ersetzen Ihr Telefon, wenn Sie es verlieren.
    [one] Ein Code ist noch unbenutzt. Neue Codes ersetzen alle alten.
   *[other] { $left } Codes sind noch unbenutzt. Neue Codes ersetzen alle alten.
}
recovery-left = { $left } von { $all } unbenutzt
recovery-few = { $left ->
    [0] Ihre Wiederherstellungscodes sind verbraucht. Ohne Telefon kommen Sie nicht mehr herein.
    [one] Nur ein Wiederherstellungscode ist noch unbenutzt.
   *[other] Nur { $left } Wiederherstellungscodes sind noch unbenutzt.
}
recovery-code = Code aus der App
recovery-code-hint = Sechs Ziffern. So wissen wir, dass Sie vor dem Bildschirm sitzen.
recovery-renew = Neue Codes erzeugen
recovery-not-renewed = Es gibt noch keine neuen Codes
recovery-wrong = Dieser Wiederherstellungscode passt nicht oder wurde schon benutzt. Jeder gilt nur einmal; nehmen Sie den nächsten auf Ihrem Blatt.
recovery-shown-lead = Der zweite Faktor ist eingerichtet. Mit jedem dieser { $count } Codes kommen Sie einmal auch ohne Telefon herein.
recovery-shown-once = Diese Codes sehen Sie nur jetzt. Drucken Sie die Seite oder schreiben Sie sie ab, und legen Sie das Blatt an einen sicheren Ort, nicht zum Telefon.
recovery-kept = Ich habe die Codes aufbewahrt
recovery-used-subject = Ein Wiederherstellungscode wurde benutzt
recovery-used-mail =
    Guten Tag { $name },

    mit einem Ihrer Wiederherstellungscodes hat sich gerade jemand bei Allmende angemeldet. Unbenutzt sind noch: { $left }.

    Waren Sie das, richten Sie bald den zweiten Faktor auf Ihrem neuen Telefon ein.
    Waren Sie es nicht, ändern Sie sofort Ihr Passwort und geben Sie dem Allianzmanagement Bescheid.
factor-reset-subject = Ihr zweiter Faktor wurde zurückgesetzt
factor-reset-mail =
    Guten Tag { $name },

    der zweite Faktor Ihres Zugangs zu Allmende wurde zurückgesetzt. Alle Geräte sind abgemeldet, die Wiederherstellungscodes gelten nicht mehr.

    Beim nächsten Anmelden richten Sie einen neuen zweiten Faktor ein.
    Haben Sie das nicht gewünscht, geben Sie sofort dem Allianzmanagement Bescheid.

accounts-lead = Wer sich anmelden darf und was die Person sehen und tun kann.
accounts-count = { $count ->
    [one] 1 Zugang
   *[other] { $count } Zugänge
}
accounts-empty = Noch keine Zugänge
accounts-empty-text = Laden Sie die Menschen ein, mit denen Sie arbeiten.
accounts-state = Stand
accounts-active = aktiv
accounts-invited = eingeladen
accounts-blocked = gesperrt
accounts-since = Eingeladen
accounts-invite = Person einladen
accounts-not-invited = Die Einladung ist noch nicht verschickt
accounts-known = Zu dieser Adresse gibt es schon einen Zugang. Öffnen Sie ihn in der Liste und schicken Sie einen neuen Link.
accounts-invited-flash = Eingeladen: { $name }. Die Nachricht liegt im Postausgang.
accounts-municipality-missing = Wählen Sie die Gemeinde, für die diese Person spricht.
accounts-role = Rolle ändern
accounts-role-save = Rolle speichern
accounts-role-saved = Die Rolle gilt ab sofort.
accounts-last-manager = Das ist der letzte Zugang mit der Rolle Allianzmanagement. Geben Sie zuerst einer anderen Person diese Rolle.
accounts-new-link = Neuen Link schicken
accounts-link-sent = Der Link ist unterwegs.
accounts-link-waits = Der Link liegt im Postausgang. Ohne Mailserver geben Sie ihn selbst weiter.
accounts-disable = Zugang sperren
accounts-enable = Sperre aufheben
accounts-disabled-flash = Der Zugang ist gesperrt, alle Geräte sind abgemeldet.
accounts-enabled-flash = Die Sperre ist aufgehoben.

accounts-reset-factor = Zweiten Faktor zurücksetzen
accounts-no-factor = Dieser Zugang hat keinen zweiten Faktor. Beim nächsten Anmelden wird er eingerichtet, wenn die Rolle ihn verlangt.
accounts-own-factor = Den eigenen zweiten Faktor erneuern Sie unter „Mein Konto“. Haben Sie Ihr Telefon verloren, melden Sie sich mit einem Wiederherstellungscode an.

confirmations = Bestätigungen
confirm-lead = Was mächtige Rechte berührt, schlägt eine Person vor und eine zweite bestätigt es.
confirm-empty = Es wartet nichts auf eine Bestätigung.
confirm-role = { $name } erhält die Rolle { $role } (bisher { $before })
confirm-factor = Zweiter Faktor von { $name } wird zurückgesetzt
confirm-meta = Vorgeschlagen von { $who }, { $at }. Verfällt { $until }.
confirm-do = Bestätigen
confirm-reject = Ablehnen
confirm-withdraw = Zurückziehen
confirm-done = Bestätigt: { $what }.
confirm-discarded = Der Vorschlag ist verworfen.
confirm-proposed = Vorgeschlagen. Sobald eine zweite Person unter „Bestätigungen“ zustimmt, gilt es.
confirm-waits = Wartet auf die Bestätigung einer zweiten Person: { $what }.
confirm-own = Sie haben das selbst vorgeschlagen. Eine andere berechtigte Person muss es bestätigen.
confirm-subject = Es geht um Ihren eigenen Zugang. Eine andere berechtigte Person muss es bestätigen.
confirm-changed = Der Zugang hat inzwischen eine andere Rolle oder ist gesperrt. Verwerfen Sie den Vorschlag und machen Sie einen neuen.
confirm-proposer = Wer das vorgeschlagen hat, darf es inzwischen nicht mehr. Verwerfen Sie den Vorschlag und machen Sie einen neuen.
confirm-gone = Dieser Vorschlag gilt nicht mehr. Er wurde schon bestätigt, verworfen oder ist verfallen.
confirm-nobody = Dafür braucht es eine zweite Person mit der Rolle Allianzmanagement oder Technische Betreuung, und es gibt keine. Wer den Server betreibt, gibt dort stattdessen ein: „{ $command }“.
confirm-nobody-here = Für mächtige Rollen und einen verlorenen zweiten Faktor braucht es eine zweite Person, die bestätigt, und es gibt keine. Wer den Server betreibt, gibt dort ein: „allmende user role { $email } manager“ oder „allmende user reset-second-factor { $email }“.
confirm-alone = Außer Ihnen kann niemand bestätigen. Mächtige Rollen und ein verlorener zweiter Faktor ändern sich nur auf dem Server, mit „allmende user role“ und „allmende user reset-second-factor“.
confirm-mail-subject = Bitte bestätigen: eine Änderung an den Zugängen
confirm-mail =
    Guten Tag { $name },

    { $who } schlägt vor: { $what }.

    Eine zweite Person muss das bestätigen. Melden Sie sich dazu an und öffnen Sie:

    { $link }

    Ist Ihnen das nicht bekannt, fragen Sie nach, bevor Sie zustimmen.

outbox-lead = Nachrichten, die das Programm verschickt hat oder verschicken möchte.
outbox-empty = Es wartet keine Nachricht.
outbox-sent = verschickt
outbox-waits = wartet
outbox-fault = nicht verschickt
outbox-sending = wird gerade verschickt
outbox-delayed = wartet, wird wieder versucht
outbox-uncertain = ungewiss
outbox-uncertain-note = { $count ->
    [one] Bei einer Nachricht ist ungewiss, ob sie angekommen ist: Die Verbindung zum Mailserver ist abgebrochen, während er sie annahm. Das Programm verschickt sie nicht von selbst noch einmal. Fragen Sie nach und entscheiden Sie dann.
   *[other] Bei { $count } Nachrichten ist ungewiss, ob sie angekommen sind: Die Verbindung zum Mailserver ist abgebrochen, während er sie annahm. Das Programm verschickt sie nicht von selbst noch einmal. Fragen Sie nach und entscheiden Sie dann.
}
outbox-again = Nochmals senden
outbox-again-done = Die Nachricht wird noch einmal verschickt.
outbox-arrived = Ist angekommen
outbox-arrived-done = Die Nachricht gilt als verschickt.
outbox-decided = Über diese Nachricht ist nichts mehr zu entscheiden. Öffnen Sie den Postausgang neu, um ihren Stand zu sehen.
outbox-no-server = Es ist kein Mailserver eingerichtet. Nachrichten verlassen das Haus nicht; hier steht, was verschickt würde.
