# Accounts, sign-in, set-up.
nav-accounts = Accounts
nav-outbox = Outbox

sign-in = Sign in
sign-in-lead = The workbench of the inter-municipal alliance.
sign-in-email = Mail address
sign-in-password = Password
sign-in-password-hint = At least 15 characters, spaces are allowed
sign-in-button = Sign in
sign-in-failed = Signing in did not work
sign-in-wrong = Mail address and password do not match, or the account is closed after very many failed tries. Check both or set a new password.
sign-in-slow = Too many tries came from your connection. Wait { $wait }, then try again.
sign-in-forgotten = Forgotten password
sign-in-no-account = You only got a link to reply? Open it directly, you need no account for that.

link-gone = This link no longer works. It was used or has run out. Ask for a new one.
link-sign-in-lead = This link signs you in once, as { $name }.

forgotten = Forgotten password
forgotten-lead = Enter your mail address. You will get a link to set a new password.
forgotten-button = Request link
forgotten-sent = If there is an account for this address, the message is on its way. The link works for one hour.
forgotten-subject = Set a new password
forgotten-mail =
    Hello { $name },

    you want to set a new password for Allmende. Open this link to do so:

    { $link }

    It works for one hour and only once. Opening it changes nothing by itself.
    If this was not you, delete this message. Your password stays valid.
invite-subject = Your account for Allmende
invite-mail =
    Hello { $name },

    an account for the workbench of { $alliance } was created for you. Set your password with this link:

    { $link }

    It works only for you and only once. Opening it changes nothing by itself.

set-up = Set up Allmende
set-up-lead = This server belongs to nobody yet. The set-up secret stands in the output of the program.
set-up-secret = Set-up secret
set-up-secret-hint = The program printed it when it started.
set-up-secret-wrong = This secret is not right. The one printed last counts.
set-up-alliance = Name of the alliance
set-up-alliance-hint = As on letters, for example “Kommunale Allianz Mustertal e. V.”
set-up-alliance-missing = Enter the name of the alliance, for example “Kommunale Allianz Mustertal e. V.”.
set-up-short-name = Short name
set-up-short-name-hint = For the screen, for example “Mustertal”
set-up-short-name-missing = Enter a short name, for example “Mustertal”.
set-up-button = Create alliance
set-up-failed = The alliance is not created yet

account-lead = Your details and the devices you are signed in on.
account-own = Your details
account-name = Name
account-name-missing = Enter given and family name, for example “Erika Musterfrau”.
account-email-missing = Enter the mail address, for example townhall@municipality.example
account-role = Role
account-municipality = Municipality
account-municipality-hint = For mayors and administrations: for which municipality?
account-password = New password
account-password-hint = At least 15 characters, for example four or five words. Spaces and umlauts are allowed.
account-old-password = Present password
account-password-wrong = The present password is not right.
account-password-title = Set password
account-password-lead = For { $name } ({ $email }).
account-password-change = Change password
account-password-save = Save password
account-password-saved = The new password is in force. All other devices are signed out.
account-password-not-saved = The password is not saved yet
account-sessions = Devices signed in
account-sessions-end = Sign out all others
account-session = signed in { $begun }, last used { $seen }
account-session-own = this device
account-session-end = Sign out
account-session-ended = Signed out.
account-factor-yes = set up
account-factor-no = not set up

password-short = The password has { $length } characters, { $least } are needed. String a few words together.
password-long = The password may have { $most } characters at most.
password-guessable = This password is easy to guess. Take words that have nothing to do with you or the municipality.

second-factor = Second factor
second-factor-lead = Enter the six-digit code from your authenticator app.
second-factor-code = Code
second-factor-code-hint = Six digits from the app. Without your phone: one of your recovery codes.
second-factor-six = Six digits
second-factor-renew = Renew second factor
second-factor-wrong = This code does not fit or was used before. Wait for the next one and check the clock of the phone.
second-factor-late = Signing in took too long. Sign in once more.
second-factor-enrol = Set up second factor
second-factor-enrol-lead = Your role reaches the data of all municipalities. Therefore the program also asks for a code from the phone at every sign-in.
second-factor-scan = Scan this picture with an authenticator app or type the key:
second-factor-picture = QR code with the key that also stands below
second-factor-save = Check code and set up

recovery-codes = Recovery codes
recovery-lead = { $left ->
    [0] All codes are used up. New codes stand in for your phone if you lose it.
    [one] One code is still unused. New codes replace all old ones.
   *[other] { $left } codes are still unused. New codes replace all old ones.
}
recovery-left = { $left } of { $all } unused
recovery-few = { $left ->
    [0] Your recovery codes are used up. Without your phone you cannot come in any more.
    [one] Only one recovery code is still unused.
   *[other] Only { $left } recovery codes are still unused.
}
recovery-code = Code from the app
recovery-code-hint = Six digits. So we know that it is you at the screen.
recovery-renew = Make new codes
recovery-not-renewed = There are no new codes yet
recovery-wrong = This recovery code does not fit or was used before. Each works once; take the next one on your sheet.
recovery-shown-lead = The second factor is set up. With each of these { $count } codes you can come in once without your phone.
recovery-shown-once = You see these codes only now. Print the page or copy them, and keep the sheet in a safe place, not with the phone.
recovery-kept = I have kept the codes
recovery-used-subject = A recovery code was used
recovery-used-mail =
    Hello { $name },

    somebody just signed in to Allmende with one of your recovery codes. Still unused: { $left }.

    If this was you, set up the second factor on your new phone soon.
    If it was not you, change your password at once and tell the alliance management.
factor-reset-subject = Your second factor was reset
factor-reset-mail =
    Hello { $name },

    the second factor of your account for Allmende was reset. All devices are signed out, the recovery codes no longer work.

    At the next sign-in you will set up a new second factor.
    If you did not ask for this, tell the alliance management at once.

accounts-lead = Who may sign in and what the person can see and do.
accounts-count = { $count ->
    [one] 1 account
   *[other] { $count } accounts
}
accounts-empty = No accounts yet
accounts-empty-text = Invite the people you work with.
accounts-state = State
accounts-active = active
accounts-invited = invited
accounts-blocked = blocked
accounts-since = Invited
accounts-invite = Invite person
accounts-not-invited = The invitation is not sent yet
accounts-known = There is an account for this address. Open it in the list and send a new link.
accounts-invited-flash = Invited: { $name }. The message is in the outbox.
accounts-municipality-missing = Choose the municipality this person speaks for.
accounts-role = Change role
accounts-role-save = Save role
accounts-role-saved = The role is in force at once.
accounts-last-manager = This is the last account with the role of alliance management. Give this role to another person first.
accounts-new-link = Send new link
accounts-link-sent = The link is on its way.
accounts-link-waits = The link is in the outbox. Without a mail server pass it on yourself.
accounts-disable = Block account
accounts-enable = Unblock account
accounts-disabled-flash = The account is blocked, all devices are signed out.
accounts-enabled-flash = The account is unblocked.

accounts-reset-factor = Reset second factor
accounts-no-factor = This account has no second factor. It is set up at the next sign-in if the role asks for one.
accounts-own-factor = Renew your own second factor under “My account”. If you lost your phone, sign in with a recovery code.

confirmations = Confirmations
confirm-lead = What touches powerful rights is proposed by one person and confirmed by a second.
confirm-empty = Nothing waits for a confirmation.
confirm-role = { $name } gets the role { $role } (so far { $before })
confirm-factor = The second factor of { $name } is reset
confirm-meta = Proposed by { $who }, { $at }. Runs out { $until }.
confirm-do = Confirm
confirm-reject = Reject
confirm-withdraw = Withdraw
confirm-done = Confirmed: { $what }.
confirm-discarded = The proposal is discarded.
confirm-proposed = Proposed. It is in force as soon as a second person agrees under “Confirmations”.
confirm-waits = Waits for the confirmation of a second person: { $what }.
confirm-own = You proposed this yourself. Another entitled person must confirm it.
confirm-subject = This is about your own account. Another entitled person must confirm it.
confirm-changed = The account has another role by now or is blocked. Discard the proposal and make a new one.
confirm-proposer = Whoever proposed this may not do so any more. Discard the proposal and make a new one.
confirm-gone = This proposal is no longer valid. It was confirmed, discarded or has run out.
confirm-nobody = This needs a second person with the role of alliance management or technical administration, and there is none. Whoever runs the server types there instead: “{ $command }”.
confirm-nobody-here = Powerful roles and a lost second factor need a second person who confirms, and there is none. Whoever runs the server types there: “allmende user role { $email } manager” or “allmende user reset-second-factor { $email }”.
confirm-alone = Nobody but you can confirm. Powerful roles and a lost second factor change only on the server, with “allmende user role” and “allmende user reset-second-factor”.
confirm-mail-subject = Please confirm: a change of accounts
confirm-mail =
    Hello { $name },

    { $who } proposes: { $what }.

    A second person must confirm this. Sign in and open:

    { $link }

    If you do not know about this, ask before you agree.

outbox-lead = Messages that the program sent or wants to send.
outbox-empty = No message is waiting.
outbox-sent = sent
outbox-waits = waiting
outbox-fault = not sent
outbox-sending = is being sent
outbox-delayed = waiting, will be tried again
outbox-uncertain = uncertain
outbox-uncertain-note = { $count ->
    [one] Nobody knows whether one message arrived: the connection to the mail server broke while it took the message. The program does not send it again by itself. Ask the recipient, then decide.
   *[other] Nobody knows whether { $count } messages arrived: the connection to the mail server broke while it took them. The program does not send them again by itself. Ask the recipients, then decide.
}
outbox-again = Send again
outbox-again-done = The message will be sent again.
outbox-arrived = It arrived
outbox-arrived-done = The message counts as sent.
outbox-decided = There is nothing left to decide about this message. Open the outbox again to see its state.
outbox-no-server = No mail server is set up. Messages do not leave the house; here stands what would be sent.
