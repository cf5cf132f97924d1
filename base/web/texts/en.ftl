# Texts that all pages share.
skip = Skip to content
areas = Areas
breadcrumb = Breadcrumb
menu = Menu
search = Search
search-all = Search everything
capture = Capture
account = Account
theme = Appearance
theme-light = Light
theme-dark = Dark
theme-auto = As device
language = Language
keys = Use the keys “/” and “N”
password-show = Show
password-hide = Hide
sign-out = Sign out
yes = yes
no = no
undo = Undo
cancel = Cancel
back = Back
next = Next
more = More
download = Download
person-menu = { $name }, account and settings
mark-done = { $title }: mark as done
moment = { $day }, { $time }

nav-today = Today
nav-work = Work
nav-outside = Outside
nav-proof = Proof
nav-alliance = Alliance
nav-trash = Trash
nav-log = Log of changes
section-pages = Pages of this section

role-manager = Alliance management
role-chair = Chair
role-mayor = Mayor's office
role-clerk = Municipal administration
role-reader = Read only
role-admin = Technical administration

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

list-filter-label = Filter the list
list-text = Search in the list
list-from-label = From (DD.MM.YYYY)
list-to-label = To (DD.MM.YYYY)
list-from-short = From DD.MM.YYYY
list-to-short = To DD.MM.YYYY
list-sort = Sort order
list-filter = Filter
list-clear = Clear filters
list-remove-filter = Remove filter { $filter }
list-count = { $shown } of { $total } { $total ->
    [one] entry
   *[other] entries
}
list-ascending = { $column }, ascending
list-descending = { $column }, descending
list-nothing-text = Take a filter away or search for a shorter word.
list-nothing = No entries for these filters
list-pages = Pages
list-page = { $first } to { $last } of { $total }
list-period = { $from } to { $to }
list-from = from { $from }
list-to = until { $to }
list-aside = entries put aside
list-show-aside = Show entries put aside
list-print = For printing (PDF)
list-print-day = As of { $day }
list-print-number = No.
list-print-euros = { $column } in €
list-print-filters = Selection: { $filters }.
list-print-order = Ordered by { $order }.
list-print-too-long = This list is too long for paper. At most { $most } rows are printed: choose a part with the filters, or take the Excel file.
list-row-count = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
list-print-fault = The list could not be printed. The Excel file holds the same rows.
list-day-fault = “{ $text }” is not a day. Write the day like 17.11.2017.

record-edit = Edit
record-history = History of changes
record-trash = Put into the trash
record-put-aside = Put aside
record-take-back = Take back into use
record-aside = This entry has been put aside since { $day }. It is kept and no longer offered in choices.

flash-created = Saved: “{ $title }”
flash-changed = Change saved: “{ $title }”
flash-trashed = Put into the trash: “{ $title }”
flash-restored = Taken out of the trash: “{ $title }”
flash-aside = Put aside: “{ $title }”
flash-back = Taken back into use: “{ $title }”
flash-purged = Deleted for good.

history-when = Time
history-what = Action
history-who = Person
history-changes = Changes
history-before = before:
history-after = after:
history-nothing = empty
history-gone = removed:
history-added = new:
history-hidden = not visible
history-in-trash = { $title } (in the trash)
history-deleted = deleted meanwhile
history-erased = The content was erased for data protection.
history-count = { $count ->
    [0] No change is recorded here yet.
    [one] 1 action, newest first.
   *[other] { $count } actions, newest first.
}
actor-program = Program
action-created = created
action-changed = changed
action-trashed = put into the trash
action-restored = taken out of the trash
action-archived = put aside
action-reactivated = taken back into use
action-purged = deleted for good
action-event = event
field-trashed-at = In the trash since
field-archived-at = Put aside since

form-optional = (optional)
form-offers = Insert a ready-made text:
form-choose = Please choose
form-fault = Error
form-correct = { $count ->
    [one] Correct 1 answer. Your text is kept.
   *[other] Correct { $count } answers. Your text is kept.
}
form-theirs = Saved meanwhile:
form-conflict = { $who } changed this entry while you were editing it. Your text stands in the fields, the other one below. Bring both together and save again.
form-too-long = The text has { $length } characters, { $most } are allowed. Shorten it or split it.
form-day-form = “{ $text }” is not a day. Write the day like 17.11.2017.
form-day-month = { $text } does not exist. The year has 12 months.
form-day-of-month = { $text } does not exist. { $month } has { $days } days.
form-day-missing = Enter the day, for example 17.11.2017.
form-time = { $text } does not exist. Write the time like 18:00.
form-choice-missing = Choose one of the options.
form-number = Enter a whole number from { $least } to { $most }.
form-amount = Write the amount like 1.234,56.
form-decimal = Write the number like 430 or 137,1.
form-no-room = There is no room for this file: { $used } of { $most } MB are taken, the file has { $added } MB. Delete pictures in the trash for good, take a smaller file, or ask the technical administration for more room.
form-link = An internet address begins with https:// and has no spaces.
form-email = This is not a mail address. One looks like this: townhall@municipality.example

part-prose = Description
timeline-ahead = Coming up
timeline-all = Everything
timeline-filter = Show one kind only

problem-moved = Continue
problem-moved-text = You are being redirected.
problem-forbidden = You do not have this right
problem-forbidden-text = This page belongs to a task that is not assigned to your account, or the form was open for too long. Reload the previous page and try again, or ask the alliance management.
problem-not-found = There is no such page
problem-not-found-text = Perhaps the entry was deleted or the address has a typing error. The search finds everything that you may see.
problem-bad-request = The form did not arrive completely
problem-bad-request-text = Nothing was saved. Go back and send the form again. Files may have 25 MB at most.
problem-refused = This is not possible
problem-refused-text = The entries contradict a rule.
problem-too-large = This is too large
problem-too-large-text = Nothing was saved. A file may have 25 MB at most, a form without a file 2 MB. Make the file smaller and go back.
problem-too-many = Too many tries
problem-too-many-text = Too many tries came from your connection in a short time. Wait { $wait }, then try again.
wait-seconds = { $count ->
    [one] 1 second
   *[other] { $count } seconds
}
wait-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
problem-conflict = Somebody was faster
problem-conflict-text = The entry was changed at the same moment. Nothing was overwritten. Go back, your text is still in the form, and save again.
problem-internal = This did not work
problem-internal-text = The fault lies with the program. Nothing half-done was saved. Go back, your text is still in the form, and try again.
problem-number = If it happens again, give this number to the technical administration: { $number }
problem-home = To the start page

save = Save
key-ctrl = Ctrl
key-enter = Enter
capture-title = Quick capture
capture-lead = One line is enough. You can add everything else to the entry later.
capture-kind = Kind of entry
capture-text = What happened or what is to be done?
capture-day = Day
capture-thread-none = No project
capture-thread = Project
capture-text-missing = Say what it is about, for example “Meeting with the neighbouring alliance”.
capture-not-saved = The entry is not saved yet

today-overdue = { $count ->
    [one] 1 task is overdue.
   *[other] { $count } tasks are overdue.
}
today-due = { $count ->
    [0] Nothing is overdue.
    [one] 1 task is open, none is overdue.
   *[other] { $count } tasks are open, none is overdue.
}
today-due-title = Due
today-all-tasks = All tasks
today-nothing-due = Nothing is due at the moment.
today-group-overdue = Overdue
today-group-now = Today and tomorrow
today-group-soon = In the next two weeks
today-group-later = Later
today-group-open = Without a date
today-word = today
today-since = since { $day }
today-next = Next, { $ahead }
today-in-days = { $count ->
    [0] today
    [one] tomorrow
   *[other] in { $count } days
}
today-open = Open: { $kind }
today-coming = Coming up
today-happened = Lately

search-q = Words to search for
search-q-hint = Beginnings of words are enough, for example “Kernweg”.
search-lead = Searches projects, meetings, entries, press, funding and people.
search-hits = Hits
search-nothing = Nothing is recorded about this. Try fewer or shorter words.
search-count = { $count ->
    [0] No hit for “{ $text }”.
    [one] 1 hit for “{ $text }”.
   *[other] { $count } hits for “{ $text }”.
}

trash-lead = What lies here appears nowhere else. You can take everything out again.
trash-empty = The trash is empty.
trash-since = in the trash since { $day }
trash-restore = Take out
trash-purge = Delete for good
trash-ask = Delete “{ $title }” for good?
trash-ask-text = The entry and its content in the history disappear for ever. Nobody can undo this.
trash-ask-parts = { $count ->
    [one] One part of it is deleted along with it ({ $parts }).
   *[other] { $count } parts of it are deleted along with it ({ $parts }).
}
trash-in-use = Other entries still refer to this one or to a part of it. Remove the reference there, or delete them for good first.
trash-referred = { $count ->
    [one] Another entry still refers to this one: { $titles }. Remove the reference there, or delete it for good first.
   *[other] { $count } other entries still refer to this one, for example { $titles }. Remove the reference there, or delete them for good first.
}
trash-lasting = “{ $title }”, a final version, belongs to it. What is final and was handed out stays; put the entry aside instead.
trash-parent-first = “{ $title }” lies in the trash itself. Take that entry out first.

log-lead = Every change with time and person. The entries form a chain; removing or changing one is found by the check.
event-sign-in = Sign-in
event-account = Account
event-signed-in = signed in
event-refused = refused
event-second-factor-refused = second factor refused
event-second-factor-set-up = second factor set up
event-second-factor-reset = Second factor reset
event-second-factor-proposed = Reset of a second factor proposed
event-second-factor-confirmed = Reset of a second factor confirmed
event-second-factor-rejected = Reset of a second factor discarded
event-role-proposed = Role proposed
event-role-confirmed = Role confirmed
event-role-rejected = Proposal of a role discarded
event-mail-sent-again = Message sent again
event-mail-arrived = Message noted as arrived
event-recovery-code-used = recovery code used
event-recovery-codes-renewed = recovery codes renewed
event-blocked = blocked
event-unblocked = unblocked
event-password-changed = password changed
event-password-set = password set
event-manager = role alliance management
event-chair = role chair
event-mayor = role mayor
event-clerk = role administration of a municipality
event-reader = role reader
event-admin = role technical administration
log-empty = Nothing has happened yet.
log-older = Older entries
