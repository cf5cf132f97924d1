# Exchange and networking.
nav-network = Networking

kind-network-entry = Contact

network-list = Exchange and networking
network-new = Add entry
network-edit = Edit entry
network-save = Save entry
network-not-saved = The entry is not saved yet
network-lead = { $count ->
    [0] No entries. They make up the chapter “Exchange and networking” of the activity report.
    [one] 1 entry. It makes up the chapter “Exchange and networking” of the activity report.
   *[other] { $count } entries. They make up the chapter “Exchange and networking” of the activity report.
}
network-count = { $count ->
    [0] No entries
    [one] 1 entry
   *[other] { $count } entries
}
network-empty = No entries yet
network-empty-text = Record meetings, conferences and calls in one line each. At the end of the report’s period the chapter “Exchange and networking” is already written.
network-held-on = Date
network-held-on-hint = For example 17.11.2017
network-title = Title
network-title-hint = The entry appears like this in the activity report
network-title-missing = Enter what it was about, for example “Meeting with ILE Main-Wein-Garten”.
network-kind = Kind
network-kind-meeting = Meeting
network-kind-conference = Conference
network-kind-information = Information
network-kind-workshop = Workshop
network-kind-session = Session
network-kind-assembly = Assembly
network-kind-call = Call
network-place = Place
network-partners = Partners
network-partners-hint = One name a line
network-place-or-partner = Place or partner
network-outcome = Outcome
network-outcome-hint = What was discussed or agreed?
network-thread-id = Project
network-follow-up = Follow-up task
network-follow-up-title = Follow-up task
network-follow-up-title-hint = What is to do afterwards? It appears among the tasks.
network-follow-up-title-missing = Enter what is to do until this day, for example “Send the documents”.
network-follow-up-due = Follow-up task until when
network-follow-up-due-hint = For example 15.12.2017
network-follow-up-open = open
network-follow-up-done = done
network-follow-ups = Follow-up tasks
network-follow-up-new = Add task
network-no-follow-ups = No task follows from this entry yet.
network-ends-on = Last day
network-ends-on-hint = Only for several days, for example 18.11.2017
network-ends-on-before = The end is before the beginning. Choose a day from { $day } on.
network-ends-on-inexact = A last day fits an exact date only. Leave it empty, or choose “exact to the day”.
network-precision = Precision of the date
network-precision-hint = If only the month or the year is known, any day in it will do as the date.
network-all-kinds = All kinds
network-all-threads = All projects

partners-list = Partners
partners-count = { $count ->
    [0] No partners
    [one] 1 partner from the entries on exchange and networking
   *[other] { $count } partners from the entries on exchange and networking
}
partners-empty = No partners yet
partners-empty-text = Whom you name as a partner in an entry appears here with the number of encounters.
partners-name = Partner
partners-entries = Entries
partners-newest = Latest

capture-contact = Contact
capture-contact-saved = Contact saved: “{ $title }”, { $day }
