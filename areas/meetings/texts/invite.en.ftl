# Invite
notice-kind-invitation = Invitation
notice-kind-supplement = Supplement to the invitation
notice-kind-moved = Change of date
notice-kind-cancelled = Cancellation
notice-was-invitation = { $number ->
    [0] Invitation
   *[other] Invitation to further guests
}
notice-was-supplement = Supplement { $number }
notice-was-moved = Change of date (no. { $number })
notice-was-cancelled = Cancellation (no. { $number })
notice-send-invitation = Send the invitation
notice-send-supplement = Send the supplement
notice-send-moved = Send the change of date
notice-send-cancelled = Send the cancellation
notice-summary = { $mails ->
    [0] No mail
    [one] 1 mail
   *[other] { $mails } mails
}, { $letters ->
    [0] no letter
    [one] 1 letter
   *[other] { $letters } letters
}
notice-differences = What is different from the last notice:
notice-subject = Subject
notice-subject-missing = Give a subject of at most 200 characters, for example “Invitation: meeting of the alliance on 30 November 2017”.
notice-text = Text
notice-text-hint = Stands above the agenda, the same in mail and letter. Salutation, date, agenda and greeting are added.
notice-text-long = The text is longer than 20,000 characters. Shorten it or add it as an annex.
notice-reason = Reason for the short notice
notice-reason-hint = Stands in the notice and in the minutes, for example: “The grant expires on 30.11.2017.”
notice-reason-missing = The period of notice is over. Say why the meeting must take place all the same, or choose a later date.
notice-who = Who gets what
notice-name = Recipient
notice-way = Way and address
notice-lack-mail = Mail address missing
notice-lack-address = Postal address missing
notice-lacking = This notice does not reach everybody: { $names }. Add the address or choose the other way.
notice-lacking-count = { $count ->
    [one] 1 address is missing. Add it, then the notice can be sent.
   *[other] { $count } addresses are missing. Add them, then the notice can be sent.
}
notice-nobody = Nobody is invited. Check the list of recipients.
notice-no-items = The agenda is empty. Put at least one item on it: only what was announced can be decided.
notice-nothing = There is nothing new to send: agenda and date are as they were last sent.
notice-changed = Since you opened this page the agenda or the list has changed. Your text is kept. Check it and send once more.
notice-not-sent = The notice is not sent yet
notice-late-meeting = The period of notice ended { $days ->
    [one] yesterday
   *[other] { $days } days ago
} ({ $paragraph }). Choose a date from { $earliest } on or give the reason for the urgency.
notice-late-supplement = The supplement comes { $days ->
    [one] one day
   *[other] { $days } days
} after the last lawful day ({ $paragraph }). The body can debate new items; a resolution on them could be contested. Say why you send the supplement all the same.
notice-in-time = In due form and time: { $rule }
notice-none = Nothing sent yet
notice-none-why = As soon as a notice is due, this page shows exactly who gets what.
notice-up-to-date = Everybody has the current state. Change agenda, date or place, and a supplement comes up here.
notice-file-open = Agenda
notice-file-full = Agenda with its non-public part
notice-file-letters = Letters to print
notice-recipients = { $count ->
    [one] 1 recipient
   *[other] { $count } recipients
}
mail-state-letter = letter
mail-state-sent = sent
mail-state-waiting = waits in the outbox
mail-state-uncertain = uncertain
mail-state-stuck = not delivered
flash-notice-sent = Sent: { $mails ->
    [one] 1 mail
   *[other] { $mails } mails
}, { $letters ->
    [0] no letter
    [one] 1 letter to print
   *[other] { $letters } letters to print
}.

# Call off
meeting-cancel-ask = Call off “{ $title }”?
meeting-cancel-invited = Everybody who was invited must learn of it: after calling it off the next page shows who gets the message. Only there is it sent.
meeting-cancel-uninvited = Nobody is invited yet, so no message leaves. The meeting stays on file as called off.
meeting-cancel-reason = Reason
meeting-cancel-reason-hint = Is noted at the meeting.
meeting-cancel-note = Called off: { $reason }
meeting-cancel-already = The meeting is already called off.
meeting-cancel-running = The meeting has begun or taken place and can no longer be called off.
flash-cancelled = Called off: “{ $title }”

# Answers
answers = Answers
answers-type = Type in
answers-none = None yet.
answer-none = open
answer-yes = comes
answer-maybe = perhaps
answer-no = unable
answer-deputy = represented
quorum-expected = Expected to be quorate: { $present } of { $base }, needed { $needed }.
quorum-not-yet = Not sure to be quorate yet: { $present } of { $base } accepted, needed { $needed }.
answer-answer = Will you come?
answer-choice-yes = Yes, I will come.
answer-choice-deputy = Somebody will represent me.
answer-choice-maybe = I do not know yet.
answer-choice-no = No, I am unable to come.
answer-deputy-hint = Name of the deputy
answer-deputy-missing = Say who represents you, for example “second mayor Horst Vierling”.
answer-reason = Reason for not coming
answer-reason-hint = Stands in the minutes only if the law demands it.
answer-save = Send the answer
answer-not-saved = Your answer is not saved yet
answer-lead = { $name } · { $when }
answer-link-gone = This link no longer works. There probably was a later message; take the link from the newest one.
answer-too-late = The meeting has begun or is over. Answers are no longer taken here; call the office.
answer-thanks-yes = Thank you. Your acceptance is saved.
answer-thanks-maybe = Thank you. Please accept or decline as soon as you know: with the same link.
answer-thanks-no = Thank you. It is saved that you cannot come.
answer-thanks-deputy = Thank you. Your deputy is saved.
replies-take = Read a calendar answer
replies-lead = Choose the file that a calendar sent as its answer: the attachment with the ending .ics or the whole mail as .eml.
replies-file = File
replies-file-hint = .ics or .eml
replies-not-taken = The answer is not read
replies-no-calendar = There is no calendar entry in this file. Save the answer from your mail program and choose that file.
replies-no-reply = This is a calendar entry, but no answer to an invitation.
replies-empty = The answer does not say who answers or what. Type the answer in by hand.
replies-large = The file is too large for a calendar answer.
replies-other = This answer belongs to another meeting. Open that meeting and read it there.
replies-nobody-new = Nothing changed: the answer is older than the known one, is about an earlier date, or its address is not on the list.
flash-replies = Read: { $names }
bound-more-than = more than { $votes }
