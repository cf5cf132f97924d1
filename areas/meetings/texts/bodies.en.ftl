# Rule sets
kind-rule-set = Rule set
rule-set-list = Rule sets
rule-set-edit = Edit rules
rule-set-save = Save rules
rule-set-not-saved = The rules are not saved yet
rule-set-count = { $count ->
    [0] No rules recorded yet.
    [one] 1 rule set.
   *[other] { $count } rule sets.
}
rule-set-empty = No rules yet
rule-set-empty-why = Record how a body invites and decides: the program then works out periods of notice, quorum and majorities and names the paragraph.
rule-set-none = No rules yet. So neither periods of notice nor the quorum are checked.
rule-set-begin = Choose the body and the template that comes closest to it. In the next step you change each rule.
rule-set-onward = View rules
rule-set-check = Compare each rule with your statutes, rules of procedure or contract. Where the law says nothing, there is an assumption.
rule-set-body-id = Body
rule-set-body-missing = Choose the body that the rules are for, for example the general assembly.
rule-set-vorlage = Template
rule-set-valid-from = Valid from
rule-set-valid-from-hint = The day on which statutes, contract or rules of procedure came into force, for example 23.03.2016. Earlier meetings keep their rules.
rule-set-source = Source
rule-set-source-hint = Stands in invitations and minutes, for example “Satzung vom 23.03.2016”.
rule-set-source-missing = Say where the rules stand, for example “Satzung vom 23.03.2016”.
rule-set-regime = Legal form
rule-set-rules = Rules
rule-set-twice = There are rules from { $day } already: “{ $source }”. Edit those or choose another day.
rule-set-span = { $from } to { $to }
rule-set-since = since { $from }, until further notice
rule-set-over = replaced
rule-set-ahead = holds later
rule-set-holds = holds
rule-set-title = Rules: { $body }
rule-set-valid = Holds
rule-set-facts = Validity
rule-set-others = Other versions
rule-set-follow = Add new version

rules-part-calling = Invitation
rules-part-deciding = Resolutions and elections
rules-part-rest = Votes, minutes, circulars
rules-head-notice = Period and form of notice
rules-head-urgent = Urgent cases
rules-head-agenda = Agenda and publicity
rules-head-quorum = Quorum
rules-head-second = Second call
rules-head-ordinary = Majority for resolutions
rules-head-statutes = Majority for changes of the statutes
rules-head-purpose = Majority for changes of the purpose
rules-head-dissolution = Majority for dissolution
rules-head-election = Elections
rules-head-votes = Votes and binding force
rules-head-minutes = Signatures of the minutes
rules-head-circular = Resolutions without a meeting
rules-word-votes = Votes
rules-word-agenda = Agenda
rules-word-public = Publicity
rules-word-binding = Binding force

rules-notice-days = Days of notice
rules-notice-days-hint = 0 if there is no period. The day of sending and the day of the meeting do not count.
rules-notice-unit = Which days count
rules-unit-calendar = calendar days
rules-unit-working = working days (Monday to Friday without holidays)
rules-unit-weekday = weekdays (Monday to Saturday without holidays)
rules-notice-start = The period begins
rules-start-sent = with sending
rules-start-received = with receipt
rules-delivery-days = Days a letter is on its way
rules-delivery-days-hint = Counts only if the period begins with receipt, for example 4.
rules-rest-days = If the last day is a Saturday, Sunday or public holiday
rules-rest-ignored = it stays
rules-rest-move-earlier = the working day before holds
rules-notice-paragraph = Paragraph on the period
rules-notice-form = Form of the invitation
rules-form-text = text form (mail is enough)
rules-form-written = written
rules-form-written-or-electronic = written or electronic
rules-form-electronic = electronic
rules-form-none = any form
notice-form-written-or-electronic = in writing or electronically
rules-form-paragraph = Paragraph on the form
rules-late = If the period is over
rules-late-block = the invitation cannot be sent
rules-late-ask-reason = sending must be justified
rules-urgent-allowed = In urgent cases the period may be shortened
rules-urgent-hours = At least so many hours before the beginning
rules-urgent-reason = The urgency must be justified
rules-urgent-paragraph = Paragraph on urgent cases
rules-agenda-binding = Only what stands on the agenda may be decided
rules-agenda-paragraph = Paragraph on the agenda
rules-meetings-public = Meetings are public
rules-public-paragraph = Paragraph on publicity
rules-quorum-kind = The body has a quorum
rules-quorum-none = always, as soon as somebody entitled to vote is there
rules-quorum-heads-majority = if more than half of the members are there
rules-quorum-votes-majority = if more than half of the votes are represented
rules-quorum-share-of-members = if a certain share of the members is there
rules-quorum-minimum-heads = if a certain number of members is there
rules-quorum-share = Share of the members
rules-quorum-share-hint = As a fraction, for example 1/3. Only if a share is asked for.
rules-quorum-minimum = Number of members
rules-quorum-minimum-hint = Only if a number is asked for.
rules-minimum-missing = Say how many members must be there, for example 7.
rules-all-summoned = All members must be duly summoned
rules-quorum-concerned = Personally concerned members
rules-concerned-present = count as present
rules-concerned-not-present = do not count as present
rules-concerned-leave-base = count neither as present nor in the total
rules-quorum-paragraph = Paragraph on the quorum
rules-second-allowed = A second call makes a quorum whatever the number
rules-second-within = At most so many days after the first meeting
rules-second-within-hint = Empty if there is no limit.
rules-second-say-so = The second invitation must say so
rules-second-not-for-concern = Does not hold if the first meeting failed because members were concerned
rules-second-paragraph = Paragraph on the second call
majority-kind = Needed are
majority-kind-more-yes-than-no = more yes than no votes
majority-kind-more-than-half = more than half
majority-kind-at-least = at least a share
majority-kind-unanimous = all
majority-share = Share
majority-share-hint = As a fraction, for example 3/4. Only if a share is asked for.
majority-base = Measured on
majority-base-cast = the votes cast (yes and no)
majority-base-present = the votes present
majority-base-members = the votes of all members
majority-tie = With equal votes
majority-tie-rejected = the motion is rejected
majority-tie-chair-decides = the chair decides
majority-abstention = Abstention is allowed
majority-concerned = Concerned members do not count in the total
majority-absent = Absent members may consent in text form
majority-paragraph = Paragraph
rules-election-method = Elected is
rules-method-absolute = who has more than half of the valid votes, else a run-off follows
rules-method-plurality = who has the most votes
rules-election-secret = Elections are secret
rules-election-no-valid = No votes are valid
rules-election-repeat = Repeat if at least half of the ballots are invalid
rules-election-three = If three or more share the highest number
rules-three-repeat = the round is repeated
rules-three-lot = the lot decides who takes part in the run-off
rules-election-tie = With equal numbers
rules-tie-lot = the lot decides
rules-tie-run-off = one more round follows, then the lot
rules-election-paragraph = Paragraph on elections
rules-weighted = Members have different numbers of votes
rules-proxies = Votes may be given to another
rules-binding = Resolutions bind
rules-binding-hint = Without the tick, results are called “recommendation”.
rules-sign-chair = The chair signs
rules-sign-taker = The minute taker signs
rules-sign-members = Number of further members who sign
rules-sign-paragraph = Paragraph on signatures
rules-circular-allowed = Resolutions without a meeting are allowed
rules-circular-adopts = A motion is adopted
rules-adopts-all-consent = if all members consent
rules-adopts-majority = with this majority:
rules-circular-silence = Who is silent
rules-silence-fails = makes the resolution fail
rules-silence-abstains = abstains
rules-silence-absent = counts as absent
rules-circular-form = Form of the answer
rules-circular-days = Days for the answer
rules-circular-days-hint = 0 if there is no deadline.
rules-circular-law = Paragraph on resolutions without a meeting
rules-number-missing = Give a whole number, for example 14, or 0 for none.
rules-share-missing = Give the share as a fraction, for example 3/4.
rules-share-fault = “{ $text }” is no share. Write a fraction up to 1, above not more than below, for example 3/4.

rules-say-no-notice = No period, { $form }.
rules-say-delivery = { $days ->
    [0] A letter counts as received on the day of sending.
    [one] A letter counts as received after 1 day.
   *[other] A letter counts as received after { $days } days.
}
rules-say-rest = If the last day is a Saturday, Sunday or public holiday, the working day before holds.
rules-say-late-block = After the last day no invitation can be sent.
rules-say-late-ask-reason = After that, sending must be justified.
rules-say-not-urgent = The period may not be shortened.
rules-say-urgent = { $hours ->
    [0] The period may be shortened.
   *[other] The period may be shortened to { $hours } hours before the beginning.
}
rules-say-urgent-reason = { $hours ->
    [0] The period may be shortened with a reason.
   *[other] The period may be shortened with a reason to { $hours } hours before the beginning.
}
rules-say-agenda = Only what stands on the agenda that was sent may be decided.
rules-say-agenda-free = Matters that do not stand on the agenda may be decided too.
rules-say-public = Meetings are public unless an item is dealt with in private.
rules-say-private = Meetings are not public.
rules-say-quorum-none = It is enough that somebody entitled to vote is there.
rules-say-quorum-heads-majority = More than half of the members must be there.
rules-say-quorum-votes-majority = More than half of the votes must be represented.
rules-say-quorum-share-of-members = At least { $share } of the members must be there.
rules-say-quorum-minimum-heads = { $count ->
    [one] At least 1 member must be there.
   *[other] At least { $count } members must be there.
}
rules-say-summoned = All members must be duly summoned.
rules-say-concerned-present = Concerned members count as present.
rules-say-concerned-not-present = Concerned members do not count as present.
rules-say-concerned-leave-base = Concerned members count neither as present nor in the total.
rules-say-no-second = Not provided for.
rules-say-second = After that the body has a quorum whatever the number.
rules-say-second-within = Within { $days } days after the first meeting; then the body has a quorum whatever the number.
rules-say-say-so = The second invitation must say so.
majority-of-cast = of the votes cast
majority-of-present = of the votes present
majority-of-members = of the votes of all members
majority-say-more = More yes than no votes; abstentions do not count.
majority-say-half = More than half { $base }.
majority-say-share = At least { $share } { $base }.
majority-say-all-cast = All votes cast.
majority-say-all-present = All votes present.
majority-say-all-members = The votes of all members.
majority-say-chair = With equal votes the chair decides.
majority-say-no-abstention = Abstention is not allowed.
majority-say-absent = Absent members may consent in text form.
rules-say-method-absolute = Elected is who has more than half of the valid votes; else a run-off follows.
rules-say-method-plurality = Elected is who has the most votes.
rules-say-secret = Elections are secret.
rules-say-tie-lot = With equal numbers the lot decides.
rules-say-tie-run-off = With equal numbers one more round follows, then the lot.
rules-say-weighted = Members have different numbers of votes.
rules-say-one-vote = Each member has one vote.
rules-say-proxies = Votes may be given to another.
rules-say-no-proxies = Votes may not be given to another.
rules-say-binding = Resolutions bind.
rules-say-recommends = Resolutions bind nobody; results are recommendations.
rules-signer-chair = chair
rules-signer-taker = minute taker
rules-signer-members = { $count ->
    [one] 1 further member
   *[other] { $count } further members
}
rules-signer-nobody = No signature needed.
rules-say-no-circular = Not allowed.
rules-say-circular-all = All members must consent; silence makes the resolution fail.
rules-say-silence-fails = Silence makes the resolution fail.
rules-say-silence-abstains = Silence counts as abstention.
rules-say-silence-absent = Who is silent counts as absent.
rules-say-deadline = { $days ->
    [one] Answer within 1 day.
   *[other] Answer within { $days } days.
}

# Seats
kind-seat = Seat in a body
seat-list = Seats
seat-new = Add seat
seat-edit = Edit seat
seat-save = Save seat
seat-not-saved = The seat is not saved yet
seat-none = No seats yet.
seats-title = Seats: { $body }
seats-lead = Who sits, who votes, where the invitation goes. The list of those invited to each meeting comes from the seats.
seats-manage = Manage seats
seats-of-body = Seats of the body
seats-from-members = Add seats from members
seats-from-offices = Add seats from offices
seats-hint = This body has no seats yet. Without seats nobody is invited to any meeting.
flash-seats = { $count ->
    [0] Nothing to do: everybody has a seat already.
    [one] 1 seat added or completed.
   *[other] { $count } seats added or completed.
}
seat-lead = Seat in: { $body }
seat-body-id = Body
seat-body-missing = The body of this seat does not exist any more. Open the body and add the seat from there.
seat-municipality-id = Member municipality
seat-municipality-id-hint = It speaks through its first mayor on the day of the meeting.
seat-person-id = Person
seat-person-id-hint = For a municipality only if somebody else speaks for it.
seat-name = Other name
seat-name-hint = Only without municipality and person, for example “Amt für Ländliche Entwicklung”.
seat-name-head = Seat
seat-speaker = Speaks through
seat-nobody = Choose a municipality or a person, or write a name.
seat-role = Role
seat-role-member = Member
seat-role-chair = Chair
seat-role-deputy-chair = Deputy chair
seat-role-minute-taker = Minute taker
seat-role-adviser = Permanent guest
seat-role-guest = Guest
seat-votes = Votes
seat-votes-hint = For example 1 or 1,5. Counts only for members and chairs.
seat-votes-words = { $votes } votes
seat-votes-total = Votes today
seat-votes-fault = This is no number of votes. Write for example 1 or 1,5.
seat-votes-zero = A seat with a vote has more than 0 votes. For a seat without one choose the role “Permanent guest”.
seat-channel = Invitation
seat-email = Other mail address
seat-email-hint = Without one the invitation goes to the address of the person.
seat-no-mail = no mail address, so a letter
seat-deputy = Deputy
seat-deputy-hint = Name, for example the second mayor (Art. 39 GO).
seat-since = From
seat-until = Until
seat-way = Invitation to
seat-span = Time
seat-span-since = since { $day }
seat-span-until = until { $day }
seat-until-early = The end lies before the beginning on { $since }. Give a later day or leave the field empty.
seat-municipality-twice = { $name } has a seat in this time already. A municipality has one seat; record more votes there.
seat-person-twice = This person has a seat in this body in this time already.
seat-chair-twice = The chair in this time is already { $name }. Change that seat first.

# Invited to a meeting
kind-participant = Invited
invited-title = Invited
invited-none = Nobody invited yet
invited-none-why = The list comes from the seats of the body. Record there who sits and votes, and take over the seats.
invited-take-over = Take over seats
invited-sheet = List to sign
invited-fixed = The invitation was sent. So the list stays as it was; answers and new guests can still be recorded.
invited-over = The meeting is over or cancelled. Answers do not change any more.
invited-of-seat = This entry comes from a seat of the body. Change the seat and take over the seats once more.
invited-differs = The seats of the body have changed. Take them over so that the list is right.
invited-name = Name
invited-count-yes = coming
invited-count-no = not coming
invited-count-deputy = represented
invited-count-none = open
invited-count-maybe = perhaps
invited-quorum = A quorum is expected: { $present } of { $base } come, { $needed } needed. Expected votes: { $votes }.
invited-free = Expected votes: { $votes }. No minimum is asked for.
invited-no-quorum = The quorum is not certain yet: { $present } of { $base } have accepted, { $needed } needed. Expected votes: { $votes }.
invited-lacking = { $count ->
    [one] 1 invited cannot be reached. The link in the list leads to where the address is missing.
   *[other] { $count } invited cannot be reached. The links in the list lead to where the address is missing.
}
invited-lack-both = mail address and postal address are missing
invited-items = { $count ->
    [one] 1 item
   *[other] { $count } items
}
invited-answer = Record answer of { $name }
invited-edit = Edit { $name }
invited-remove = Take { $name } off the list
invited-yes = comes
invited-no = does not come
flash-taken-over = Seats taken over: { $added } new, { $changed } changed, { $removed } removed.
flash-answer = { $name }: { $answer }
typed-title = Answer of { $name }
typed-answer = Answer
typed-yes = comes
typed-deputy = is represented
typed-maybe = perhaps
typed-no = does not come
typed-none = no answer yet
typed-deputy-hint = Only if somebody else comes: the name.
typed-reason = Reason
typed-reason-hint = It stands in the minutes only if the law asks for it.
typed-deputy-missing = Say who comes instead, for example “Zweiter Bürgermeister Horst Vierling”.
typed-save = Save answer
participant-list = Invited
participant-new = Add guest
participant-edit = Edit guest
participant-save = Save guest
participant-not-saved = The guest is not saved yet
participant-name = Name
participant-name-hint = For example “Planungsbüro Lindner”. For a person among the contacts the choice is enough.
participant-name-missing = Say who is invited, for example “Planungsbüro Lindner”, or choose a person.
participant-person-id = Person among the contacts
participant-email = Mail address
participant-email-hint = Without one a letter goes to the address of the person.
participant-role = Role
participant-items = Only to these items
participant-items-hint = Without a tick to the whole meeting.
participant-item-gone = One of the items is not on the agenda any more. Choose again.
participant-twice = Invited with this address already: { $name }.
participant-meeting-missing = The meeting of this guest does not exist any more.
participant-meeting-id = Meeting
participant-position = Place in the list
participant-seat-id = Seat
participant-municipality-id = Member municipality
participant-person = Speaks through
participant-votes = Votes
participant-channel = Invitation
participant-answer = Answer
participant-reason = Reason
participant-deputy = Deputy
participant-answered-at = Answered
participant-answered-by = Answer came
participant-token-digest = Checksum of the link for answers

# Topic store
kind-topic = Topic in the store
topic-list-lead = What is to come on an agenda.
topic-edit = Edit topic
topic-save = Save topic
topic-not-saved = The topic is not saved yet
topic-count = { $count ->
    [0] No topic yet.
    [one] 1 topic.
   *[other] { $count } topics.
}
topic-empty = No topics yet
topic-empty-why = Propose what a body should deal with. What was postponed or left open comes here by itself.
topic-body-id = Body
topic-body-id-all = All bodies
topic-body-missing = Choose the body that is to deal with it, for example the general assembly.
topic-title = Topic
topic-title-hint = As it is to stand on the agenda.
topic-title-missing = Give the topic, for example “Kernwegenetz: Ausschreibung des zweiten Abschnitts”.
topic-reason = Why
topic-reason-hint = Becomes the background when the topic comes on an agenda.
topic-purpose = Purpose
topic-proposal = Proposed resolution
topic-minutes = Minutes it takes
topic-thread-id = Project
topic-proposed-by = Proposed by
topic-proposed-by-hint = Without a name, yourself.
topic-proposed-on = Proposed on
topic-state = State
topic-state-all = Any state
topic-state-open = waiting
topic-state-scheduled = on an agenda
topic-state-done = dealt with
topic-state-dropped = dropped
topic-origin = Origin
topic-origin-all = Any origin
topic-from-proposal = proposal
topic-from-postponed = postponed
topic-from-undecided = left open
topic-from-minutes = approval of minutes
topic-from-tasks = open tasks
topic-from-recommendation = recommendation
topic-origin-id = Came from
topic-private = Deal with it in private
topic-private-hint = Only the office, the chair and the mayors see the topic.
topic-public = Publicity
topic-facts = Facts
topic-drop = Drop topic
topic-reopen = Take up topic again

# Text modules
kind-text-module = Text module
text-module-list = Text modules
text-module-new = Add text module
text-module-edit = Edit text module
text-module-save = Save text module
text-module-not-saved = The text module is not saved yet
text-module-count = { $count ->
    [0] No text module yet.
    [one] 1 text module.
   *[other] { $count } text modules.
}
text-module-empty = No text modules yet
text-module-empty-why = Add texts that you write again and again: a welcome, a proposed resolution, a finding for the minutes.
text-module-title = Title
text-module-title-missing = Give the module a title, for example “Kenntnisnahme”.
text-module-place = Offered
text-module-place-all = Everywhere
text-module-text = Text
text-module-text-missing = Write the text, for example “Die Versammlung nimmt den Bericht zur Kenntnis.”
module-place-invitation = in the invitation
module-place-background = in the background
module-place-proposal = in the proposed resolution
module-place-minutes = in the minutes

# Further dates
repeat-lead = Body, place and chair are taken over. Public holidays and days with other meetings are left out; each date keeps the period of notice.
repeat-rhythm = Interval
repeat-weeks = { $count ->
    [one] every week
   *[other] every { $count } weeks
}
repeat-month-1 = every month, first week
repeat-month-2 = every month, second week
repeat-month-3 = every month, third week
repeat-month-4 = every month, fourth week
repeat-month-5 = every month, last week
repeat-weekday = Weekday
repeat-monday = Monday
repeat-tuesday = Tuesday
repeat-wednesday = Wednesday
repeat-thursday = Thursday
repeat-friday = Friday
repeat-saturday = Saturday
repeat-sunday = Sunday
repeat-until = Last day
repeat-school = Leave out Bavarian school holidays
repeat-propose = Propose dates
repeat-dates = Proposed dates
repeat-no-dates = No date fits in this time. Choose another weekday, a later last day, or allow school holidays.
repeat-send-by = Invitation by { $day }
repeat-skipped = { $day } left out: { $why }
repeat-skip-notice = period of notice cannot be kept any more, last day was { $day }
repeat-skip-busy = already a meeting: { $title }
repeat-until-fault = “{ $text }” is no day. Write for example 31.07.2018.
repeat-until-range = The last day must lie between { $from } and { $to }.
repeat-not-created = No dates are created yet
repeat-none-ticked = Choose at least one date.
repeat-taken = This body has a meeting on { $day } already. Take the tick away.
repeat-create = Create chosen dates
flash-repeated = { $count ->
    [one] 1 meeting created.
   *[other] { $count } meetings created.
}
