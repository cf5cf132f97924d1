## Letters

kind-letter = Letter
kind-letter-recipient = Recipient of a letter
letter-list = Letters
letter-new = Write a letter
letter-edit = Edit letter
letter-save = Save letter
letter-not-saved = The letter is not saved yet
letter-write = Write a letter
letter-to-list = Letter to this selection
letter-to-members = Letter to all members
letter-to-body = Letter to the office holders
letter-count = { $count ->
    [0] No letter written yet.
    [one] 1 letter.
   *[other] { $count } letters.
}
letter-none = No letters yet
letter-none-text = Letters take address and salutation from people and organisations, and the letterhead from the record of the alliance. One text goes to one person or to all members.
letter-recipient-count = { $count } recipients
letter-lead = of { $day } · { $count ->
    [0] without recipients yet
    [one] to 1 recipient
   *[other] to { $count } recipients
}
letter-draft = draft
letter-finished = finished
letter-state = State
letter-selection = To whom
letter-selection-hint = You can add or remove single recipients afterwards.
letter-selection-later = nobody yet, choose later
letter-selection-list = selection from the list of people ({ $count })
letter-selection-members = all members, for the attention of their mayors
letter-selection-body = Office holders: { $body }
letter-holders-on = In office or member on
letter-holders-on-hint = For members and office holders. Left empty, the date of the letter counts.
letter-subject = Subject
letter-subject-hint = Without the word “subject” and without a full stop.
letter-subject-missing = Say what it is about, for example “Invitation to the excursion on 3 November 2017”.
letter-dated-on = Date
letter-text = Text
letter-text-hint = Without salutation and greeting. An empty line separates paragraphs; **bold** and lists with “-” are possible.
letter-greeting = Greeting
letter-signer = Signature
letter-signer-office = Office
letter-annexes = Enclosures
letter-annexes-hint = One on each line.
letter-distribution = Copies to
letter-distribution-hint = One on each line.
letter-your-reference = Your reference
letter-your-letter-on = Your letter of
letter-our-reference = Our reference
letter-dispatch = Dispatch note
letter-dispatch-hint = Stands above the address, for example “Einschreiben”. At most three lines.
letter-dispatch-too-long = There is room for { $most } lines above the address.
letter-form = Form of DIN 5008
letter-form-b = Form B (address from 45 mm)
letter-form-a = Form A (address from 27 mm)
letter-about-id = Goes with
letter-finished-on = Finished on
letter-digest = SHA-256 of the PDF
letter-recipients = Recipients
letter-recipients-none = Nobody yet. Choose below who gets the letter.
letter-unreached = cannot be reached
letter-mend = Complete address
letter-remove = Remove { $name }
letter-add = Add a recipient
letter-add-button = Add recipient
letter-add-nobody = Please choose
letter-add-missing = Choose from the list who should get the letter.
letter-addressee = Person, organisation or member
letter-added = Added: “{ $name }”
letter-removed = Removed: “{ $name }”
letter-left-out = { $count ->
    [0] All recipients have an address.
    [one] 1 recipient without an address was left out.
   *[other] { $count } recipients without an address were left out.
}
letter-leave-out = Leave out those without address
letter-missing = { $count ->
    [one] 1 recipient has no complete address. Complete it or leave the recipient out, then the letter can be finished.
   *[other] { $count } recipients have no complete address. Complete them or leave them out, then the letter can be finished.
}
letter-lack-address = Street, postcode or town are missing.
letter-lack-mayor = No mayor of this member is recorded for that day.
letter-lack-gone = Lies in the trash.
letter-nobody = The letter has no recipients with an address yet. Add somebody on its page.
letter-no-text = The letter has no text yet. Edit it before you finish it.
letter-files = Files
letter-file-pdf = PDF for printing
letter-file-docx = Word (DOCX)
letter-file-odt = OpenDocument (ODT)
letter-preview = First page as it is printed
letter-preview-alt = First page of the letter “{ $subject }”
letter-facts = Details
letter-finish = Finish letter
letter-finish-lead = { $count ->
    [one] 1 letter will be fixed. Text, address and files will not change afterwards, even if people or the record of the alliance change.
   *[other] { $count } letters will be fixed. Text, addresses and files will not change afterwards, even if people or the record of the alliance change.
}
letter-done = { $count ->
    [one] Finished: 1 letter is ready for printing.
   *[other] Finished: { $count } letters are ready for printing.
}
letter-is-finished = This letter is finished and does not change any more. Write a new one.
