nav-meetings = Meetings
kind-meeting = Meeting
kind-agenda-item = Topic

meeting-list = Meetings
meeting-new = Record a meeting
meeting-edit = Edit meeting
meeting-save = Save meeting
meeting-not-saved = The meeting is not saved yet
meeting-count = { $count ->
    [0] No meeting recorded yet.
    [one] 1 meeting with its topics.
   *[other] { $count } meetings with their topics.
}
meeting-empty = No meetings yet
meeting-empty-why = Record meetings with their topics: they become the table of the activity report, and every project shows when it was discussed.

meeting-body-id = Body
meeting-body-id-all = All bodies
meeting-body-missing = Choose the body that meets, for example the members' assembly.
meeting-title = Title
meeting-title-hint = Without a title the meeting is called what the body calls its meetings, for example “Allianzsitzung”.
meeting-held-on = Date
meeting-held-on-hint = For example 30.11.2017
meeting-ends-on = Last day
meeting-ends-on-hint = Only if the meeting lasts longer than one day.
meeting-begins-at = Begin
meeting-begins-at-hint = For example 18:00
meeting-ends-at = End
meeting-times = Time
meeting-time = { $begin }
meeting-time-span = { $begin } to { $end }
meeting-place = Place
meeting-state = State
meeting-state-all = Any state
meeting-state-planned = planned
meeting-state-held = took place
meeting-state-cancelled = cancelled
meeting-year = Year
meeting-year-all = All years
meeting-topics = Topics, one per line
meeting-topics-hint = A topic with the title of a project is linked to that project at once.
meeting-topics-head = Topics
meeting-note = Note
meeting-facts = Key data

meeting-ends-before = The last day ({ $last }) is before the first ({ $first }). Enter a later day or leave the field empty.
meeting-begin-missing = Enter the begin as well as the end, for example 18:00.
meeting-end-before-begin = The end at { $end } is not after the begin at { $begin }. Enter a later time.
meeting-not-yet = The meeting is only on { $day }. Choose “planned” or change the date.
meeting-topics-many = These are { $count } topics, { $most } fit into one form. Record the others on the meeting's page.
meeting-topic-long = The topic in line { $number } has { $length } characters, { $most } are allowed. Shorten it and write the rest into the outcome.
meeting-unsettled = The meeting was on { $day }. Did it take place?
meeting-was-held = Yes, record that it took place
meeting-due = { $title }: did the meeting take place?
meeting-all-of-body = All meetings
meeting-none-of-body = No meeting of this body is recorded yet.

agenda = Agenda
agenda-empty = No topics yet.

agenda-item-list = Topics
agenda-item-new = Record a topic
agenda-item-edit = Edit topic
agenda-item-save = Save topic
agenda-item-not-saved = The topic is not saved yet
agenda-item-title = Topic
agenda-item-title-missing = Enter the topic, for example “Kernwegenetz”.
agenda-item-meeting-id = Meeting
agenda-item-meeting-missing = The meeting of this topic is missing. Open the meeting and record the topic from there.
agenda-item-thread-id = Project
agenda-item-thread-id-hint = So that the project shows when it was discussed.
agenda-item-outcome = Outcome
agenda-item-position = Place on the agenda
agenda-item-on-day = Date of the meeting
agenda-item-facts = Key data
agenda-item-lead = { $meeting }, { $day }
agenda-item-of-thread = Project: { $thread }
agenda-item-change = Edit “{ $title }”

# Steps
steps = Steps of the meeting
step-prepare = Prepare
step-invite = Invite
step-hold = Hold
step-minutes = Minutes
step-follow = Follow up
step-short = Step { $number } of { $count }: { $label }
step-on-day = on { $day }
meeting-change-day = Change the date
meeting-onward-invite = On to the invitation
meeting-onward-hold = Hold the meeting
meeting-onward-minutes = To the minutes
meeting-repeat = Add further dates
meeting-cancel = Call the meeting off
meeting-closed = The meeting is closed. What happened in it no longer changes. Reopen it from the minutes with a reason if something was recorded wrongly.
meeting-chair = Chair
meeting-chair-hint = Left empty: the chair of the body.
meeting-minute-taker = Minute taker
meeting-ends-on-day = Last day
meeting-public = Public
meeting-urgent-reason = Reason for the urgency
meeting-second-call = Second call
meeting-sequence = Count of changes for calendars
meeting-invited-at = Invited
meeting-opened-at = Opened
meeting-closed-at = Closed
meeting-follow-up = Next date

# Agenda
agenda-open = Public part
agenda-private = Non-public part, separate sheet
agenda-private-word = non-public
agenda-letter-open = P
agenda-letter-private = N
agenda-preview = Preview (PDF)
agenda-span = { $begin } to about { $end }
agenda-keys = moves the chosen item
agenda-move = Move “{ $title }” or put it back
agenda-up = Up
agenda-down = Down
agenda-to-store = Into the topic store
agenda-trash = Into the trash
minutes-short = { $minutes } min

agenda-item-purpose = What for
agenda-item-presenter = Presented by
agenda-item-presenter-hint = Who introduces it? Guests with “(guest)”.
agenda-item-minutes = Duration in minutes
agenda-item-background = Background
agenda-item-background-hint = Stands in the paper and in the minutes.
agenda-item-proposal = Proposed resolution
agenda-item-proposal-hint = As it is read out and voted on.
agenda-item-private = Deal with it in private
agenda-item-private-hint = Title, text and outcome are seen only by the office, the chair and the mayors.
agenda-item-open-title = Neutral title for the public
agenda-item-public = Public
agenda-item-discussion = Notes on the debate
agenda-item-state = State
agenda-item-announced = Announced with notice no.
agenda-item-began-at = Debate began
agenda-item-ended-at = Debate ended
agenda-item-topic-id = Topic in the store

item-purpose-none = not said
item-purpose-formality = formality
item-purpose-decision = decision
item-purpose-discussion = debate
item-purpose-report = report
item-purpose-election = election
item-state-open = open
item-state-done = dealt with
item-state-postponed = postponed
item-state-withdrawn = withdrawn
item-proposal-missing = No proposed resolution
item-files = { $count ->
    [one] 1 annex
   *[other] { $count } annexes
}
item-announced = “{ $title }” already stands in the invitation that was sent. Withdraw the item, then the supplement says so, or postpone it in the meeting.

kind-item-file = Annex
item-file-list = Annexes
item-file-new = Add an annex
item-file-edit = Edit the annex
item-file-save = Save the annex
item-file-not-saved = The annex is not saved yet
item-file-none = No annex yet.
item-file-item-id = Topic
item-file-file = File
item-file-file-hint = PDF, picture, Word, Excel, PowerPoint or OpenDocument, up to 20 MB.
item-file-missing = Choose the file that belongs to the topic.
item-file-large = The file is larger than 20 MB. Make it smaller, for example by saving it as PDF.
item-file-kind = This kind of file does not work. Choose PDF, picture, Word, Excel, PowerPoint or OpenDocument.
item-file-again = Choose the file once more: browsers do not send it again by themselves after a fault.
item-file-title = Title on the agenda
item-file-title-missing = Say what the annex is, for example “Draft of the agreement”.
item-file-private = For members only
item-file-must-be-private = The annex belongs to a non-public topic and cannot be public. Tick the box.
item-file-item-missing = The topic of this annex no longer exists.
item-file-trash = Put “{ $title }” into the trash
item-file-position = Place
item-file-file-id = File
item-file-public = Public

# Notice
notice-title = Period of notice
notice-until = At the latest { $day }
notice-tomorrow = At the latest tomorrow, { $day }
notice-today = Today is the last day, { $day }
notice-late = The period is over: the last day was { $day }
notice-sent = Sent in time on { $sent }
notice-sent-late = Sent too late on { $sent }; the last day was { $day }
notice-rule = { $days } { $unit } { $start }, { $form }.
day-unit-calendar = { $count ->
    [one] calendar day
   *[other] calendar days
}
day-unit-working = { $count ->
    [one] working day
   *[other] working days
}
day-unit-weekday = { $count ->
    [one] weekday
   *[other] weekdays
}
notice-start-sent = from sending
notice-start-received = from receipt
notice-form-text = in text form
notice-form-written = in writing
notice-form-electronic = electronically
notice-form-none = in any form
notice-mark-sending = Sending, does not count
notice-mark-receipt = Receipt, does not count
notice-mark-day = Day { $number } of the period
notice-mark-meeting = Meeting, does not count
notice-holiday-skipped = { $name }: public holiday, does not count
notice-holiday-counted = { $name }: public holiday, counts
notice-no-holiday = { $name }: no public holiday in Bavaria

# Invited
participants-title = Recipients
participants-check = Check the list
participants-empty = Nobody yet. The list is made of the seats of the body as soon as you check it.
participants-group = Group
participants-channel = Way
participants-count = Number
participants-part = Gets
participants-role-member = Voting members
participants-role-minute-taker = Minute taker
participants-role-adviser = Standing guests
participants-role-guest = Guests
channel-mail = Mail with calendar entry
channel-letter = Letter (DIN 5008)
part-whole = the whole agenda
part-full = both parts
part-open = the public part only

# Topic store on the page of a meeting
topic-list = Topic store
topic-none = No topic is waiting.
topic-new = Propose a topic
topic-take = Put “{ $title }” on the agenda
topic-taken = This topic already stands on an agenda. Load the page again.
topic-origin-proposal = { $who ->
    [empty] proposed on { $day }
   *[other] proposed by { $who }
}
topic-origin-postponed = postponed on { $day }
topic-origin-undecided = left open on { $day }
topic-origin-minutes = to be approved
topic-origin-tasks = open tasks
topic-origin-recommendation = recommended by { $who }
flash-taken-up = On the agenda: “{ $title }”
flash-put-back = In the topic store: “{ $title }”
rule-set-missing = No rules are on file for { $body } yet. So no period of notice is checked and no quorum is computed.
rule-set-new = Add rules
meeting-public-hint = Stands in the public calendar, without names and without agenda.
kind-notice = Notice
kind-notice-recipient = Recipient of a notice
