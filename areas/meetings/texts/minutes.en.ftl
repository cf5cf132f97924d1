# Minutes
minutes-none-yet = The minutes are not final yet. Once they are sent, they stand here.
minutes-not-closed = The meeting is not closed yet. You can write the texts already; the minutes become final afterwards.
minutes-changed-since = Something has changed since version { $number }. What was sent stays as it was; the change counts only with a new version and its reason.
minutes-freeze = Make minutes final and send them
minutes-freeze-again = Make a new version final
minutes-freeze-ask = Make version { $number } final and send it?
minutes-freeze-lead = The version is frozen with its checksum and does not change any more. { $mails ->
    [0] Nobody gets a mail.
    [one] 1 person gets it by mail.
   *[other] { $mails } people get it by mail.
}
minutes-on-paper = on paper (print it)
minutes-nobody = Nobody is invited. The minutes become final but are not sent.
minutes-missing-still = This is still missing:
minutes-mail = Text of the mail
minutes-mail-hint = Salutation and name of the alliance are added by themselves.
minutes-mail-text = anbei erhalten Sie die { $title }. Einwendungen teilen Sie uns bitte bis zur nächsten Sitzung mit.
minutes-reason = Reason for the new version
minutes-reason-hint = Stands on the version, also on the public one. For example: “Result of the vote on item 3 corrected”.
minutes-reason-missing = Give the reason for the new version, for example “Result of the vote on item 3 corrected”.
minutes-text-long = The text is too long. Shorten the reason to 1,000 and the text of the mail to 20,000 characters.
minutes-anyway = Make final although parts are missing
minutes-anyway-missing = Parts are missing that the law or the register asks for. Add them, or confirm that you make the minutes final anyway.
minutes-changed-meanwhile = The minutes changed since you opened this page. Your text is kept. Check the preview and make them final once more.
minutes-not-frozen = The minutes are not final yet
flash-minutes-frozen = Version { $number } is final. { $mails ->
    [0] No mail was sent.
    [one] 1 mail waits in the outbox.
   *[other] { $mails } mails wait in the outbox.
}
minutes-texts = Texts of the minutes
minutes-text-none = No text yet.
minutes-text-edit = Edit the text of “{ $title }”
minutes-text-lead = Numbers, names and decisions already stand in the minutes. Here you write what was discussed.
minutes-text-discussion = Discussion
minutes-text-discussion-hint = Markdown: an empty line for a paragraph, “- ” for a list, **bold**.
minutes-text-outcome = Result
minutes-text-outcome-hint = One sentence for lists and for the report, for example “The office asks for three offers.”
minutes-text-module = Text module
minutes-text-module-hint = Is added below the discussion when you save.
minutes-text-save = Save text
minutes-text-not-saved = The text is not saved yet
minutes-outcome = Result
minutes-gaps = What is still missing
minutes-gaps-none = Everything is there that the minutes must contain.
minutes-gap-custom = not mandatory
minutes-mend-meeting = Edit meeting
minutes-mend-evening = Go to the evening
minutes-mend-list = Open the list of those invited
minutes-mend-invitation = Go to the invitation
minutes-mend-item = Write text
minutes-gap-day = The day is missing.
minutes-gap-place = The place is missing.
minutes-gap-hours = Begin or end is missing.
minutes-gap-chair = Who took the chair is missing.
minutes-gap-minute-taker = Who took the minutes is missing.
minutes-gap-present = Those present are missing.
minutes-gap-absent = Those absent are missing.
minutes-gap-absence-reasons = The reason of an absence is missing.
minutes-gap-duly-called = The finding on the call is missing.
minutes-gap-urgent-reason = The reason for the short notice is missing.
minutes-gap-quorum = The finding on the quorum is missing.
minutes-gap-voters-present = The number of voters is missing.
minutes-gap-agenda = The agenda is missing.
minutes-gap-matters = For an item it is missing what was dealt with.
minutes-gap-wording = The wording of a decision is missing.
minutes-gap-voting-manner = The manner of voting is missing.
minutes-gap-vote-results = The result of a vote is missing.
minutes-gap-concerned = Who was personally concerned is missing.
minutes-gap-publicity = Whether it was public is missing.
minutes-gap-elections = The result of an election is missing.
minutes-gap-chair-signature = The signature of the chair is missing.
minutes-gap-minute-taker-signature = The signature of the minute taker is missing.
minutes-gap-further-signatures = Further signatures are missing.
minutes-gap-approval = The approval is missing.
minutes-preview-title = Preview
minutes-preview-why = This is how the minutes would look if you made them final now.
minutes-preview = Open preview (PDF)
minutes-preview-open = Public part (PDF)
minutes-preview-closed = Private part (PDF)
minutes-version = Version { $number }
minutes-state-circulated = sent
minutes-state-approved = approved
minutes-state-signed = signed
minutes-state-replaced = replaced
minutes-made-on = final on { $day }
minutes-approved-on = Approved on
minutes-approved-on-day = approved on { $day }
minutes-signed-on = Signed on
minutes-signed-on-day = signed on { $day }
minutes-signed-sheet = Signed sheet
minutes-signed-file = Signed sheet
minutes-signed-file-hint = Scanned as PDF, at most 20 MB. Only those who sit in the body can open it.
minutes-not-stored = Not saved yet
minutes-approve = Note approval
minutes-approve-lead = If the approval stands on the agenda of the next meeting, the decision notes it by itself.
minutes-approve-not = This version does not wait for an approval. Open the newest version.
minutes-approve-day = The day of the approval lies between { $day }, when the minutes became final, and today.
minutes-approve-open = The objection of { $who } is not settled yet. Answer it first.
minutes-sign = Note signatures
minutes-sign-lead = The rules of the body say who signs; the lines stand at the end of the minutes.
minutes-sign-not = The minutes are signed once the body approved them.
minutes-sign-day = The day of the signature cannot lie in the future.
minutes-sign-file = Choose a PDF file of at most 20 MB.
objection-list = Objections
objection-new = Raise an objection
objection-new-lead = What is wrong or missing? Only those who sit in the body and the office see the objection.
objection-raised-by = By
objection-raised-on = On
objection-text = Objection
objection-text-hint = For example: “I voted no on item 4.”
objection-save = Save objection
objection-who-missing = Say who objects, for example “Mayor Ammann”.
objection-text-missing = Write what is wrong or missing, for example “I voted no on item 4.”
objection-late = There are no more objections to this version: it is approved or replaced.
objection-settle = Answer objection
objection-settle-lead = If it is right, correct the text and make a new version final.
objection-state = Decision
objection-state-open = still open
objection-state-upheld = justified
objection-state-refused = refused
objection-answer = Answer
objection-answer-missing = Give the reason why the objection is not justified.
flash-objection = The objection is saved.
flash-objection-upheld = Saved. Now correct the text; the correction counts with a new version.
meeting-reopen = Open meeting again
meeting-reopen-lead = Attendance and votes can then be corrected. The reason stands in the log of changes.
meeting-reopen-reason = Reason
meeting-reopen-reason-hint = Name nothing of the private part. For example: “Vote on item 3 noted wrongly”.
meeting-reopen-reason-missing = Give the reason, for example “Vote on item 3 noted wrongly”.
meeting-reopen-open = The meeting is not closed. Open the page of the evening to change something.
meeting-reopen-approved = The minutes are approved; the meeting stays closed. The body decides on a correction in its next meeting.
meeting-reopened-event = Opened again: { $title } ({ $reason })
flash-reopened = Opened again: “{ $title }”

# Decisions
decision-kind-resolution = Decision
decision-kind-recommendation = Recommendation
decision-kind-procedure = Motion on procedure
decision-kind-election = Election
decision-outcome-adopted = adopted
decision-outcome-rejected = rejected
decision-outcome-noted = noted
decision-outcome-open = undecided
decision-annulled = annulled
decision-list = Decisions
decision-count = { $count ->
    [0] No decision yet.
    [one] 1 decision.
   *[other] { $count } decisions.
}
decision-empty = No decisions yet
decision-empty-why = What a body decides stands here with number, wording and result once the vote is recorded.
decision-number = No.
decision-number-year = Year
decision-number-year-all = All years
decision-on-day = Date
decision-title = Decision
decision-body-id = Body
decision-body-id-all = All bodies
decision-kind = Kind
decision-kind-all = All kinds
decision-counts = Votes
decision-outcome = Result
decision-public = Access
decision-public-all = Any access
decision-public-open = public
decision-public-private = private
decision-disclosed = disclosed
decision-wording = Wording
decision-result = Result
decision-facts = Origin
decision-access = Publicity
decision-verdict = Finding
decision-basis = Base
decision-quorum = Quorum
decision-ballots = Vote
decision-ballots-open = open
decision-ballots-named = by name
decision-ballots-secret = secret
decision-ballots-list = Who voted how
decision-concerned = Personally concerned
decision-annulled-on = Annulled
decision-annulled-reason = Reason
decision-meeting-id = Meeting
decision-item-id = Agenda item
decision-circular-id = Circular resolution
decision-thread-id = Project
decision-position = Order
decision-cast-at = Recorded at
decision-majority = Majority
decision-yes = Yes
decision-no = No
decision-abstain = Abstention
decision-invalid = Invalid
decision-present = Votes present
decision-heads = Members present
decision-election = Rounds
decision-disclose-on = Disclose from
decision-disclose-on-hint = On this day the page “Today” reminds of it.
decision-disclose-when = Or as soon as
decision-disclose-when-hint = An event, for example “the contract is certified”.
decision-disclosed-on = Disclosed on
decision-tasks = Tasks from it
decision-task-new = Record task
decision-tasks-none = No task yet.
decision-excerpt = Download excerpt (PDF)
decision-excerpt-as = Excerpt as { $format }
decision-disclosure = Plan disclosure
decision-disclosure-ask = When is “{ $title }” disclosed?
decision-disclosure-lead = Decisions taken in private are to be disclosed once the reason for secrecy is gone (Art. 52 (3) GO).
decision-disclosure-save = Save disclosure
decision-disclose = Disclose decision
decision-disclose-ask = Disclose “{ $title }”?
decision-disclose-lead = Wording and result then stand in the register for everybody. This cannot be taken back.
decision-disclose-due = Disclose decision: { $title }
decision-open-already = The decision is public already.
decision-annul = Annul decision
decision-annul-ask = Annul “{ $title }”?
decision-annul-lead = The decision then counts no more. It stays in the register with its number, and the reason beside it.
decision-annulled-reason-hint = For example: “The vote was repeated, see decision 09/2017”.
decision-annulled-reason-missing = Give the reason, for example “The vote was repeated, see decision 09/2017”.
decision-annulled-already = The decision is annulled already.
decision-recommend = Pass recommendation on
decision-recommend-binding = This body decides itself; no recommendation to the assembly is needed.
decision-recommend-nowhere = There is no body of the kind “assembly” whose topic store could take the recommendation. Create it under “Bodies”.
decision-recommend-twice = The recommendation already waits in the topic store of the assembly.
flash-disclosed = Disclosed: “{ $title }”
flash-annulled = Annulled: “{ $title }”
flash-recommended = In the topic store of the assembly: “{ $title }”
kind-vote = Decision
kind-minutes-version = Minutes
kind-objection = Objection

# Following up
follow-counts = { $open ->
    [0] No task is open
    [one] 1 task is open
   *[other] { $open } tasks are open
}{ $late ->
    [0] .
    [one] , 1 of them is overdue.
   *[other] , { $late } of them are overdue.
}
follow-none = No decision
follow-none-why = Once a decision is recorded in the meeting, its tasks stand here.
follow-others = Other tasks from the meeting
follow-report = Report to the next meeting (PDF)
follow-report-topic = Propose the report for the next agenda
flash-report-offered = The report waits in the topic store. What is private does not stand in it.
open-tasks = Open from decisions
open-tasks-nowhere = Without municipality
open-tasks-none = Nothing from decisions is open any more.
remind = Send reminders
remind-lead = Those are reminded whose task is due within 7 days or overdue, at most once a week.
remind-nobody = Nobody is to be reminded.
remind-ask = { $count ->
    [one] Send 1 reminder?
   *[other] Send { $count } reminders?
}
remind-send = Send reminders
remind-digest = State
remind-lost = Nobody with a mail address responsible
remind-changed = The tasks changed since you opened the page. Open it again and check who is reminded.
flash-reminded = { $count ->
    [one] 1 reminder waits in the outbox.
   *[other] { $count } reminders wait in the outbox.
}

# Circular resolutions
kind-circular = Circular resolution
kind-circular-answer = Answer to a circular
circular-list = Circular resolutions
circular-new = Draft circular resolution
circular-edit = Edit circular resolution
circular-save = Save draft
circular-not-saved = The draft is not saved yet
circular-count = { $count ->
    [0] No circular resolution yet.
    [one] 1 circular resolution.
   *[other] { $count } circular resolutions.
}
circular-empty = No circular resolutions yet
circular-empty-why = What cannot wait for the next meeting can be decided in writing, if the rules of the body allow it.
circular-body-id = Body
circular-body-missing = Choose the body that decides.
circular-title = What it is about
circular-title-missing = Say what it is about, for example “Joining the regional budget 2018”.
circular-wording = Wording of the resolution
circular-wording-hint = This is exactly what is voted on.
circular-wording-missing = Write the wording, for example “The alliance joins the regional budget 2018.”
circular-reason = Reason
circular-reason-hint = Also why it is not decided in a meeting.
circular-deadline = Answers until
circular-deadline-past = The deadline is over. Choose a day from today on.
circular-deadline-short = The rules of the body give more time: choose { $day } at the earliest.
circular-thread-id = Project
circular-private = Private
circular-private-hint = Only those who sit in the body learn of this resolution.
circular-public = Public
circular-opened-at = Sent on
circular-closed-at = Stated on
circular-state = State
circular-state-all = Any state
circular-state-draft = draft
circular-state-running = running
circular-state-adopted = adopted
circular-state-failed = failed
circular-state-withdrawn = withdrawn
circular-verdict = Finding
circular-facts = Facts
circular-rule = Rule
circular-rule-all = All members must agree ({ $paragraph }).
circular-rule-majority = The majority decides ({ $paragraph }).
circular-rule-not-allowed = This body may not decide without a meeting ({ $paragraph }). Put the matter on the next agenda.
circular-form-text = Text form is enough: a mail or the form behind the link.
circular-form-written = Written form: the answer must be signed. Answers by the link are enough only if the statutes allow it.
circular-form-any = The form of the answer is free.
circular-silence-fails = Whoever is silent until the deadline does not agree; the resolution fails.
circular-silence-abstains = Whoever is silent until the deadline abstains.
circular-silence-absent = Whoever is silent until the deadline counts as absent.
circular-verdict-none = Nothing to state yet: nobody has a vote.
circular-verdict-open = Open: { $names }
circular-verdict-all = Adopted: all members agreed ({ $paragraph }).
circular-verdict-majority = Adopted with { $counts } votes ({ $paragraph }).
circular-failed-not-allowed = Failed: this body may not decide without a meeting ({ $paragraph }).
circular-failed-refused = Failed: not all agreed, at least one member refused ({ $paragraph }).
circular-failed-abstained = Failed: not all agreed, at least one member abstained ({ $paragraph }).
circular-failed-silent = Failed: not all answered until the deadline. Missing: { $names } ({ $paragraph }).
circular-failed-form = Failed: an answer has not the form that is asked for ({ $paragraph }).
circular-failed-majority = Failed: the majority is missed with { $counts } votes ({ $paragraph }).
circular-asked = Who is asked
circular-answers = Answers
circular-nobody = The body has no voting members. Add them at the body.
circular-by-letter = Letter (print the text, note the answer)
circular-shown = State
circular-send = Send circular resolution
circular-send-title = Send
circular-send-ask = Send “{ $title }”?
circular-changed = The draft or the body changed since you opened this page. Open it again and check who is asked.
circular-sent-already = The circular resolution is sent and does not change any more. Withdraw it and draft a new one if something is wrong.
flash-circular-sent = { $mails ->
    [0] Sent. Nobody has a mail address: print the text.
    [one] Sent: 1 mail.
   *[other] Sent: { $mails } mails.
}
circular-choice-none = open
circular-choice-yes = yes
circular-choice-no = no
circular-choice-abstain = abstention
circular-choose-yes = Yes, I agree.
circular-choose-no = No, I do not agree.
circular-choose-abstain = I abstain.
circular-answer = Answer
circular-text = Remark
circular-signed = Your name
circular-signed-hint = Your name below the answer makes it a declaration in text form (§ 126b BGB).
circular-signed-missing = Give your name, for example “Rita Ammann”.
circular-answer-save = Save answer
circular-answer-type = Note the answer of { $name }
circular-answer-lead = For answers that came by letter, mail or fax.
circular-source = How it came
circular-source-hint = For example “letter” or “mail to the office”.
circular-source-missing = Say how the answer came, for example “letter”.
circular-answered-on = Received on
circular-answered-range = The day of receipt lies between { $day }, when it was sent, and today.
circular-answered-late = The deadline was { $day }. A later answer does not count.
circular-not-running = The circular resolution takes no answers any more.
circular-close = State outcome
circular-withdraw = Withdraw circular resolution
circular-withdraw-lead = The links then take no answers any more. Tell those who were asked yourself.
circular-withdrawn-reason = Reason
circular-withdrawn-reason-missing = Give the reason, for example “will be discussed in the meeting on 14 December 2017”.
circular-withdrawn-words = Withdrawn: { $reason }
flash-circular-withdrawn = Withdrawn: “{ $title }”
circular-link-lead = Answer for { $name }, until { $day }
circular-link-gone = This link no longer works. Call the office.
circular-too-late = This circular resolution takes no answers any more: the deadline is over, or the outcome is stated.
circular-thanks = Thank you. Your answer is saved. Until the deadline you can change it with the same link.
