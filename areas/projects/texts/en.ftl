# Projects, topics and tasks.
nav-projects = Projects
nav-tasks = Tasks

kind-thread = Project
kind-field-of-action = Field of action
kind-state-change = State
kind-milestone = Milestone
kind-key-figure = Key figure
kind-picture = Picture
kind-task = Task

part-facts = Facts

thread-list = Projects
thread-new = Add project
thread-edit = Edit project
thread-save = Save project
thread-not-saved = The project is not saved yet
thread-count = { $count ->
    [0] No projects or topics
    [one] 1 project or topic
   *[other] { $count } projects and topics
}
thread-empty = No projects yet
thread-empty-text = A project collects everything that happens about it over the years: meetings, contacts, press, figures and pictures. The text of the activity report comes from it.
thread-title = Title
thread-title-hint = The name of the project in the activity report
thread-title-missing = Enter the name of the project, for example “Core path network”.
thread-kind = Kind
thread-kind-hint = Only projects get a text of their own in the activity report.
thread-kind-project = Project
thread-kind-topic = Topic
thread-kind-matter = Matter
thread-strategic = Strategic project
thread-strategic-hint = Declared strategic by the alliance
thread-strategic-project = strategic project
thread-strategic-yes = strategic
thread-strategic-no = not strategic
thread-field-id = Field of action
thread-state = State
thread-state-hint = Later changes are added with their day on the project’s page.
thread-state-missing = Choose the state for this day, or leave both fields empty.
thread-state-since = State since
thread-state-since-hint = For example 29.06.2017. Without a day it is today.
thread-state-idea = idea
thread-state-preparation = in preparation
thread-state-running = under way
thread-state-done = completed
thread-state-paused = paused
thread-state-dropped = dropped
thread-state-none = without state
thread-state-words = { $state } since { $day }
thread-summary = In one sentence
thread-summary-hint = Stands in lists and in the short version of the report.
thread-narrative = What happened
thread-narrative-hint = The draft for the report comes from this text. Paragraphs, lists with “- ” and **bold words** are possible.
thread-lead = Lead
thread-partners = Partners
thread-partners-hint = One name a line
thread-started-on = Began on
thread-position = Place in the report
thread-position-hint = Projects with a smaller number come first.
thread-open-tasks = Open tasks
thread-changed = Changed
thread-pictures = Pictures
thread-all-kinds = All kinds
thread-all-fields = All fields
thread-all-states = Any state
thread-all-strategic = Strategic: all
thread-since = since { $day }
thread-led-by = lead: { $who }
thread-no-state = No state is recorded for this project yet. The activity report lists it as missing.
thread-timeline = Everything in time order
thread-timeline-empty = Nothing with a day is recorded for this project yet.
thread-all-tasks = All { $count }
thread-no-tasks = No open tasks
thread-add = Add to it
thread-capture = Add entry

field-of-action-list = Fields of action
field-of-action-new = Add field of action
field-of-action-edit = Edit field of action
field-of-action-save = Save field of action
field-of-action-not-saved = The field of action is not saved yet
field-of-action-lead = The fields of action of the development concept order the projects.
field-of-action-count = { $count ->
    [0] No fields of action
    [one] 1 field of action
   *[other] { $count } fields of action
}
field-of-action-empty = No fields of action yet
field-of-action-empty-text = Take the fields of action from your development concept, then projects can be ordered and evaluated by them.
field-of-action-name = Name
field-of-action-name-missing = Enter the name of the field of action, for example “Rural development”.
field-of-action-position = Place
field-of-action-position-hint = The number in the development concept
field-of-action-description = Description
field-of-action-threads = Projects
field-of-action-no-threads = No project belongs to this field of action yet.

state-change-new = Change state
state-change-edit = Edit state
state-change-save = Save state
state-change-not-saved = The state is not saved yet
state-change-title = State: { $state }
state-change-thread-id = Project
state-change-state = New state
state-change-on-day = Since
state-change-on-day-hint = For example 29.06.2017
state-change-note = Reason
state-change-note-hint = One sentence for the record, for example the decision

milestone-new = Add milestone
milestone-edit = Edit milestone
milestone-save = Save milestone
milestone-not-saved = The milestone is not saved yet
milestone-thread-id = Project
milestone-title = What happened
milestone-title-missing = Enter what happened, for example “Workshop to collect ideas”.
milestone-on-day = Day
milestone-on-day-hint = For example 21.09.2017. If only the month or the year is known, any day in it will do.
milestone-precision = Precision
milestone-note = More about it

precision-day = exact to the day
precision-month = only the month is known
precision-year = only the year is known

key-figure-new = Add key figure
key-figure-edit = Edit key figure
key-figure-save = Save key figure
key-figure-not-saved = The key figure is not saved yet
key-figure-thread-id = Project
key-figure-label = What it counts
key-figure-label-hint = For example “children took part”
key-figure-label-missing = Enter what the number counts, for example “events”.
key-figure-qualifier = How exact is the number?
key-figure-qualifier-hint = The word stands before the number in the report.
key-figure-value-milli = Number
key-figure-value-milli-hint = For example 430 or 137,1
key-figure-value-missing = Enter the number, for example 430 or 137,1.
key-figure-unit = Unit
key-figure-unit-hint = For example km or %. Leave it empty for things that are counted.
key-figure-as-of = As of
key-figure-as-of-hint = For example 01.12.2017
key-figure-position = Place
key-figure-position-hint = Without a place the key figure stands behind the others.

qualifier-exact = exactly
qualifier-about = about
qualifier-circa = ca.
qualifier-at-least = at least
qualifier-at-most = at most
qualifier-short-about = about
qualifier-short-circa = ca.
qualifier-short-at-least = at least
qualifier-short-at-most = at most

picture-new = Add picture
picture-edit = Edit picture
picture-save = Save picture
picture-not-saved = The picture is not saved yet
picture-thread-id = Project
picture-file = File
picture-file-hint = JPEG, PNG or WebP up to 10 MB. Place, device and other hidden data are removed when it is saved.
picture-file-missing = Choose the picture file. JPEG, PNG and WebP are possible.
picture-file-again = Choose the file once more. For security the browser does not send it a second time by itself.
picture-file-id = File
picture-too-large = The file has { $size } MB, 10 MB are allowed. Make the picture smaller and choose it again.
picture-unknown-kind = This is no picture in the format JPEG, PNG or WebP. Save it in one of these formats and choose it again.
picture-damaged = The picture file is damaged or incomplete. Open and save it anew, for example with the picture program of your device.
picture-too-many-pixels = The picture has { $width } × { $height } pixels, 50 million in all are allowed. Make it smaller and choose it again.
picture-moving = Moving pictures cannot be printed. Choose a still picture.
picture-alt = Description of the picture
picture-alt-hint = What can be seen? Those who do not see the picture hear this sentence. For example “Twelve people stand around a model of the path network.”
picture-alt-missing = Describe the picture in one sentence, or tick that it only decorates.
picture-decorative = The picture only decorates and says nothing that is not in the text
picture-is-decorative = only decorates
picture-credit = Author
picture-credit-hint = For example “Town of Marktheidenfeld”
picture-credit-missing = No author, no picture: enter who made it, for example “Town of Marktheidenfeld”.
picture-credit-words = Picture: { $credit }
picture-caption = Caption
picture-taken-on = Taken on
picture-position = Place
picture-position-hint = Without a place the picture stands behind the others.

task-list = Tasks
task-new = Add task
task-edit = Edit task
task-save = Save task
task-not-saved = The task is not saved yet
task-lead = { $open ->
    [0] No task is open
    [one] 1 task is open
   *[other] { $open } tasks are open
}, { $count ->
    [one] 1 in all.
   *[other] { $count } in all.
}
task-count = { $count ->
    [0] No tasks
    [one] 1 task
   *[other] { $count } tasks
}
task-empty = No tasks yet
task-empty-text = Record who does what until when. What is due stands on the page “Today”.
task-title = What is to do?
task-title-missing = Enter what is to do, for example “Send the minutes”.
task-due-on = Until when
task-due-on-hint = For example 15.12.2017
task-responsible = Who
task-responsible-hint = Person or office, for example “Building department”
task-municipality-id = Municipality
task-municipality-id-hint = Its mayor and its administration see the task on the page “Today” and can mark it as done.
task-thread-id = Project
task-note = More about it
task-source-id = Follows from
task-private = Confidential
task-private-hint = Seen only by the office, the chair and the mayors.
task-private-lead = confidential
task-done-on = Done on
task-done-since = done on { $day }
task-standing = State
task-open = open
task-overdue = overdue
task-done = done
task-all-standings = Any state
task-all-threads = All projects
task-all-municipalities = All municipalities
task-tick = Mark as done
task-reopen = Open again
task-flash-done = Done: “{ $title }”
task-flash-open = Open again: “{ $title }”

capture-task = Task
capture-topic = Topic
capture-task-saved = Task saved: “{ $title }”, due on { $day }
capture-topic-saved = Topic saved: “{ $title }”
