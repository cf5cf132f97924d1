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
agenda-arrange = Change the order
agenda-arranged = Done

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
agenda-item-up = Move “{ $title }” up
agenda-item-down = Move “{ $title }” down
agenda-item-change = Edit “{ $title }”
agenda-item-trash = Move “{ $title }” to the trash
