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
sign-in-wrong = Mail address and password do not match, or the account rests for a short time after several tries. Check both or set a new password.
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
second-factor-code-hint = Six digits
second-factor-wrong = This code does not fit or was used before. Wait for the next one and check the clock of the phone.
second-factor-late = Signing in took too long. Sign in once more.
second-factor-enrol = Set up second factor
second-factor-enrol-lead = Your role reaches the data of all municipalities. Therefore the program also asks for a code from the phone at every sign-in.
second-factor-scan = Scan this picture with an authenticator app or type the key:
second-factor-picture = QR code with the key that also stands below
second-factor-save = Check code and set up
second-factor-done = The second factor is set up.

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

outbox-lead = Messages that the program sent or wants to send.
outbox-empty = No message is waiting.
outbox-sent = sent
outbox-waits = waiting
outbox-fault = not sent
outbox-no-server = No mail server is set up. Messages do not leave the house; here stands what would be sent.
