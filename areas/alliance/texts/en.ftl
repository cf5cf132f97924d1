# Members, bodies, people, organisations, the alliance itself.
kind-alliance = Alliance
kind-municipality = Member
kind-population = Population
kind-body = Body
kind-organisation = Organisation
kind-person = Person
kind-office = Office
nav-alliance-itself = Alliance

contact-address = Address
contact-email = Email
contact-phone = Telephone
contact-postcode-length = A German postcode has 5 digits, this one has { $count }. Write it like 97828.

# Members
municipality-list = Members
municipality-new = Add member
municipality-edit = Edit member
municipality-save = Save member
municipality-not-saved = The member is not saved yet
municipality-count = { $count ->
    [one] 1 member
   *[other] { $count } members
}
municipality-lead = { $count ->
    [one] 1 member with { $sum } inhabitants
   *[other] { $count } members with { $sum } inhabitants
}
municipality-lead-partly = { $count ->
    [one] 1 member
   *[other] { $count } members
} with at least { $sum } inhabitants. The population of { $missing ->
    [one] 1 member
   *[other] { $missing } members
} is missing.
municipality-lead-uncounted = { $count ->
    [one] 1 member, population not known yet.
   *[other] { $count } members, populations not known yet.
}
municipality-none = No members yet
municipality-none-text = Members stand in every report, every council round and every invitation. Add them one by one or import a table.
municipality-name = Name
municipality-name-hint = Official name without “Gemeinde”, “Markt” or “Stadt”, for example Erlenbach b. Marktheidenfeld.
municipality-name-missing = Enter the name of the municipality, for example Birkenfeld.
municipality-kind = Kind
municipality-kind-municipality = Gemeinde (municipality)
municipality-kind-market = Markt (market town)
municipality-kind-town = Stadt (town)
municipality-ags-short = AGS
municipality-community-short = Administration
municipality-all-kinds = All kinds
municipality-ags = Municipality key (AGS)
municipality-ags-hint = 8 digits with the leading zero. In Bavaria it begins with 09, for example 09677119.
municipality-ags-missing = Enter the municipality key, for example 09677119. The statistical offices list it.
municipality-ags-digits = “{ $text }” contains characters other than digits. A municipality key has 8 digits, for example 09677119.
municipality-ags-zero = The key lacks its leading zero. It is { $key }.
municipality-ags-regional = This is a regional key with 12 digits. The municipality key in it is { $key }.
municipality-ags-length = A municipality key has 8 digits, this one has { $count }. An example: 09677119.
municipality-ags-state = No state has the number { $state }. A municipality key begins with 01 to 16, in Bavaria with 09.
municipality-ags-taken = { $name } has this key already. Check the key or edit the existing member.
municipality-administrative-community = Administrative community
municipality-administrative-community-hint = Empty if the municipality has an administration of its own.
municipality-own-administration = Own administration
municipality-all-communities = All administrations
municipality-joined-on = Member since
municipality-joined-on-hint = Empty for founding members.
municipality-left-on = Member until
municipality-left-on-hint = Last day of the membership.
municipality-left-early = The member left before it joined on { $joined }. Choose a later day or correct the day of joining.
municipality-left = left on { $day }
municipality-future = joins later
municipality-website = Website
municipality-inhabitants = Inhabitants
municipality-membership = Membership
municipality-all-memberships = Active and former
municipality-active = Active members
municipality-former = Not members today
municipality-view-lead = { $kind } with { $inhabitants } inhabitants (as of { $day })
municipality-founder = Founding member
municipality-founder-since = Founding member, since { $day }
municipality-facts = Facts
municipality-outline = Outline
municipality-population = Population
municipality-population-none = No population yet. Reports then give none for this member.
municipality-bodies = Bodies
municipality-bodies-none = No body yet. Add the council, so that its decisions can stand here.
municipality-people = People in office
municipality-people-none = Nobody holds an office in this municipality today. Offices are added at the person.

# Populations
population-new = Add population
population-edit = Edit population
population-save = Save population
population-not-saved = The population is not saved yet
population-counted-on = Day of the count
population-counted-on-hint = Official numbers usually apply to 31 December, for example 31.12.2018.
population-future = This day lies in the future. Enter the day of the count, for example 31.12.2018.
population-double = There is a number for this day already. Edit that one or choose another day.
population-inhabitants = Inhabitants
population-missing = Enter the number of inhabitants, for example 2.152.
population-source = Source
population-source-hint = Who counted, for example the Federal Statistical Office.
population-municipality-id = Member

# Bodies
body-list = Bodies
body-new = Add body
body-edit = Edit body
body-save = Save body
body-not-saved = The body is not saved yet
body-count = { $count ->
    [one] 1 body
   *[other] { $count } bodies
}
body-none = No bodies yet
body-none-text = Every meeting belongs to a body. Begin with the members' assembly.
body-name = Name
body-name-missing = Enter the name of the body, for example Members' assembly.
body-kind = Kind
body-kind-assembly = Assembly of all members
body-kind-board = Board
body-kind-working-group = Working group
body-kind-council = Council of a member
body-kind-other = Other body
body-all-kinds = All kinds
body-meeting-name = Name of a meeting
body-meeting-name-hint = What a single meeting is called in invitation and report, for example Allianzsitzung.
body-meeting-name-missing = Enter what a meeting is called, for example Allianzsitzung.
body-meeting-name-plural = Name of several meetings
body-meeting-name-plural-hint = The plural, for example Allianzsitzungen.
body-meeting-name-plural-missing = Enter the plural, for example Allianzsitzungen.
body-municipality-id = Member
body-municipality-id-hint = Only for the council of a member.
body-council-whose = Choose the member whose council this is.
body-description = Purpose
body-facts = Facts
body-people = People in office
body-people-none = Nobody holds an office in this body today. Offices are added at the person.

# Organisations
organisation-list = Organisations
organisation-new = Add organisation
organisation-edit = Edit organisation
organisation-save = Save organisation
organisation-not-saved = The organisation is not saved yet
organisation-count = { $count ->
    [one] 1 organisation
   *[other] { $count } organisations
}
organisation-none = No organisations yet
organisation-none-text = Authorities, neighbouring alliances, clubs and media: whoever stands here can be a partner of a project or an entry.
organisation-name = Name
organisation-name-missing = Enter the name of the organisation, for example Amt für Ländliche Entwicklung.
organisation-kind = Kind
organisation-kind-authority = Public authority
organisation-kind-alliance = Alliance or regional initiative
organisation-kind-association = Club or association
organisation-kind-company = Company
organisation-kind-medium = Medium
organisation-kind-other = Other
organisation-all-kinds = All kinds
organisation-street = Street and number
organisation-postcode = Postcode
organisation-town = Town
organisation-email = Email
organisation-phone = Telephone
organisation-website = Website
organisation-note = Note
organisation-facts = Facts
organisation-people = People
organisation-people-none = No person of this organisation yet.

# People
person-list = People
person-new = Add person
person-edit = Edit person
person-save = Save person
person-not-saved = The person is not saved yet
person-count = { $count ->
    [one] 1 person
   *[other] { $count } people
}
person-none = No people yet
person-none-text = Mayors, contacts in authorities, members of working groups: add them one by one or import your address book.
person-name = Name
person-salutation = Form of address
salutation-ms = Ms
salutation-mr = Mr
salutation-neutral = By name only
person-academic-title = Academic title
person-academic-title-hint = For example Dr.
person-given-name = Given name
person-family-name = Family name
person-family-name-missing = Enter the family name, for example Hartlieb.
person-letter-salutation = Own first line of letters
person-letter-salutation-hint = Only if the usual one does not fit, for example “Liebe Frau Hartlieb”.
person-municipality-id = Member
person-all-municipalities = All members
person-organisation-id = Organisation
person-all-organisations = All organisations
person-belongs = Organisation or member
person-offices-today = Office today
person-email = Email
person-phone = Telephone
person-street = Street and number
person-postcode = Postcode
person-town = Town
person-consent = Ground for keeping the data
person-consent-hint = Why the data may stand here: consent, public office or contract.
person-consent-missing = A day needs a ground. Enter on what the keeping rests, for example consent by mail.
person-consent-on = Ground since
person-consent-future = This day lies in the future. Enter the day since which the ground exists.
person-consent-none = No ground for keeping these data is recorded. Add consent, office or contract.
person-data-protection = Data protection
person-note = Note
person-contact = Contact
person-letter = Letter
person-letter-line = First line of a letter
person-offices = Offices
person-offices-none = No office yet.

# Offices
office-new = Add office
office-edit = Edit office
office-save = Save office
office-not-saved = The office is not saved yet
office-title = Title
office-title-hint = As the office is called, for example Erste Bürgermeisterin.
office-title-missing = Enter the office, for example Erste Bürgermeisterin.
office-municipality-id = Member
office-body-id = Body
office-person-id = Person
office-since = In office since
office-until = In office until
office-until-hint = Last day in office. Empty as long as there is no end.
office-until-early = The end lies before the beginning on { $since }. Choose a later day or correct the beginning.
office-term = Term
office-since-day = since { $day }
office-until-day = until { $day }
office-span = { $since } to { $until }
office-held = in office
office-ahead = ahead

# The alliance
alliance-lead = Letters, reports and invitations carry these facts.
alliance-edit = Edit alliance
alliance-new = Add alliance
alliance-save = Save facts
alliance-not-saved = The facts are not saved yet
alliance-name = Name
alliance-name-hint = In full, as on the letterhead.
alliance-name-missing = Enter the full name, for example Kommunale Allianz Raum Marktheidenfeld.
alliance-short-name = Short name
alliance-short-name-hint = Stands at the top left of this program.
alliance-short-name-missing = Enter a short name, for example Raum Marktheidenfeld.
alliance-inflected-name = Name in a sentence
alliance-inflected-name-hint = German genitive with article, for example “der Kommunalen Allianz Raum Marktheidenfeld”.
alliance-inflected-name-missing = Enter the name as it stands in a sentence, for example “der Kommunalen Allianz Raum Marktheidenfeld”.
alliance-legal-form = Legal form
alliance-legal-form-hint = For example e. V.
alliance-seat = Seat
alliance-founded-on = Founded on
alliance-address = Address
alliance-address-hint = As in the address field of a letter, one item on each line.
alliance-contact-name = Contact
alliance-email = Email
alliance-phone = Telephone
alliance-website = Website
alliance-brand = Brand colour
alliance-brand-hint = As #rrggbb, for example #14553f. Text in this colour must be easy to read: contrast at least 4.5 : 1.
alliance-brand-form = “{ $text }” is not a colour. Write it like #14553f.
alliance-brand-on-white = On white this colour has a contrast of only { $measured } : 1. { $needed } : 1 is needed. Choose a darker tone.
alliance-brand-on-soft = On its pale ground this colour has a contrast of only { $measured } : 1. { $needed } : 1 is needed. Choose a darker tone.
alliance-brand-measured = { $brand }, contrast on white { $contrast } : 1
alliance-look = Appearance
alliance-logo = Logo
alliance-logo-hint = PNG or JPEG, at most 2 MB.
alliance-logo-alt = Logo: { $name }
alliance-logo-type = “{ $name }” is neither PNG nor JPEG. Save the logo in one of these formats and choose it again.
alliance-logo-size = The logo is larger than 2 MB. Reduce it to a width of about 1,000 pixels.
alliance-logo-remove = Remove logo
alliance-logo-file = Logo
alliance-outline-source = Source of the municipal borders
alliance-outline-source-hint = The licence of the map asks for it, for example “© GeoBasis-DE / BKG 2017 (Daten verändert)”.
alliance-facts = Facts
alliance-contact = Contact
alliance-members = { $count ->
    [one] 1 member
   *[other] { $count } members
}

# Import
import-members = Import members
import-people = Import contacts
import-lead = First you see what happens to every row. Nothing is saved until you confirm.
import-file = File
import-members-hint = Excel (XLSX) or CSV with column heads such as AGS, Name, Art, VG and “Einwohner 31.12.2018”. At most 25 MB.
import-people-hint = Excel (XLSX), CSV or address book (vCard). Column heads such as salutation, title, first name, name, email, phone, street, postcode, town, municipality, organisation, office. At most 25 MB.
import-check = Check file
import-not-read = The file is not imported yet
import-file-missing = Choose the file that you want to import.
import-file-empty = The file contains no row with content. Check whether you chose the right file.
import-file-unknown = This format is unknown. Save the list as XLSX or CSV and choose that file.
import-file-pdf = A table cannot be imported from a PDF file. Save the list where it was made as XLSX or CSV.
import-file-old-excel = The file has the old Excel format (XLS) or a password. Save it as XLSX without a password.
import-file-broken-workbook = The Excel file is damaged. Open it in Excel or LibreOffice and save it as XLSX once more.
import-file-too-large = Unpacked, the file is larger than allowed. Delete pictures and empty sheets or split it.
import-file-too-many = The file has more than { $most } rows. Split it.
import-file-no-heads = There are no column heads. Write into the first row what the columns hold, for example Name, Vorname, E-Mail.
import-file-no-ags = There is no column “AGS” with the municipality key. Only by it is a municipality known for sure.
import-file-no-names = There is no column “Name” or “Familienname”.
import-file-no-count-day = The column “{ $column }” names no day of the count. Call it for example “Einwohner 31.12.2018” or add a column “Stand”.
import-preview = Check import: { $name }
import-fates = { $new } new, { $changed } changed, { $duplicate ->
    [one] 1 duplicate
   *[other] { $duplicate } duplicates
}, { $faulty } faulty. Nothing is saved yet.
import-ignored = These columns are not imported: { $columns }.
import-take = { $count ->
    [one] Import 1 row
   *[other] Import { $count } rows
}
import-discard = Discard file
import-discarded = The file is discarded. Nothing was saved.
import-done = Imported: { $new } new, { $changed } changed. Left out: { $duplicate ->
    [one] 1 duplicate
   *[other] { $duplicate } duplicates
}, { $faulty } faulty.
import-gone = This file no longer waits: it was imported, discarded or deleted after a day. Choose it once more.
import-row = Row
import-row-count = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
import-members-what = Member
import-people-what = Person
import-nameless = (without a name)
import-fate = Result
import-all-fates = All results
import-reason = Change or reason
import-fate-new = new
import-fate-changed = changed
import-fate-duplicate = duplicate
import-fate-faulty = faulty
import-fate-empty = empty
import-fate-heading = heading
import-twin-record = Duplicate of { $name }: everything is known already.
import-twin-line = Duplicate of row { $line } of the same file.
import-heading = Stands above the column heads.
import-added = { $label }: { $new }
import-replaced = { $label }: { $new } (so far { $old })
import-no-rows = No rows
import-no-rows-text = There is nothing below the column heads. Add the rows to the file.
import-note-organisation = Organisation “{ $name }” is created
import-note-office = Office: { $title }
import-fault-quote = A quotation mark is not closed. Close it in the file; otherwise the rest of the file belongs to this row.
import-fault-cell = The cell in column { $column } contains a calculation error. Correct it in Excel.
import-fault-torn-card = This contact ends in the middle. Save the address book once more.
import-fault-too-long = The text in “{ $column }” is longer than { $most } characters. Shorten it.
import-fault-kind = “{ $text }” is no kind of municipality. Write Gemeinde, Markt or Stadt.
import-fault-number = “{ $text }” in “{ $column }” is not a whole number. Write it like 2152.
import-fault-count-day = The number in “{ $column }” lacks the day of the count. Add it in the column “Stand”, for example 31.12.2018.
import-fault-count-future = The day of the count { $day } lies in the future. Correct it.
import-fault-day = “{ $text }” in “{ $column }” is not a possible day. Write it like 31.12.2018.
import-fault-name = The family name is missing. Add it in the file.
import-fault-salutation = “{ $text }” is no form of address. Write Frau, Herr or leave the cell empty.
import-fault-email = “{ $text }” is not an email address. One looks like this: rathaus@gemeinde.example
import-fault-municipality = “{ $text }” is not a member. Add it first or write the name into the column “Organisation”.
import-fault-mail-of-other = { $name } is known under { $mail } already. Change the name there or give another address here.
import-fault-mail-of-line = The address { $mail } stands in row { $line } with another person. Give each person an address of their own.
import-fault-namesakes = { $count } people have this name. Add email, municipality or organisation, so that it is clear who is meant.
