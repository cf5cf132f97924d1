nav-press = Press
capture-press = Press
kind-clipping = Clipping
kind-medium = Medium

clipping-list = Press review
clipping-new = Record a clipping
clipping-edit = Edit clipping
clipping-save = Save clipping
clipping-not-saved = The clipping is not saved yet
clipping-count = { $count ->
    [0] No clipping recorded yet.
    [one] 1 clipping, as a citation with its source.
   *[other] { $count } clippings, as citations with their sources.
}
clipping-empty = No clippings yet
clipping-empty-why = Record where the alliance was reported on: this becomes the chapter on public relations, and every project shows its clippings.
clipping-medium-id = Medium
clipping-medium-id-all = All media
clipping-medium-id-hint = If the medium is missing, record it first under Press review, Media.
clipping-medium-missing = Choose the medium, for example the daily newspaper. If it is not in the list, record it first under Media.
clipping-headline = Headline
clipping-headline-missing = Enter the headline, for example “Gemeinderat stimmt für Kernwege”.
clipping-published-on = Date
clipping-published-on-hint = Day of publication, for example 14.11.2017
clipping-precision = How exactly is the date known?
clipping-precision-day = Exactly this day
clipping-precision-month = Only the month
clipping-precision-year = Only the year
clipping-page = Page
clipping-page-hint = For example 23 or B2. For printed media the page is part of the citation.
clipping-page-lacks = missing
clipping-on-page = page { $page }
clipping-link = Web address
clipping-link-hint = Begins with https://
clipping-link-open = Open the clipping
clipping-summary = What it says
clipping-summary-hint = One to three sentences in your own words. Never paste the article itself: citing is allowed, copying is not (section 51 of the German Copyright Act).
clipping-thread-id = Project
clipping-thread-id-all = All projects
clipping-facts = Source
clipping-no-summary = What it says is not summed up yet.
clipping-lacks-page = The page is missing. Without it the citation is incomplete.
clipping-lacks-medium = The medium is missing. The report would say “ohne Angabe”.
clipping-add = Add it
clipping-captured = Saved: “{ $title }”, { $medium }
clipping-captured-without = Saved without a medium: “{ $title }”. Add the medium in the press review or write it in front, for example “Main-Post: Räte stimmen zu”.

medium-list = Media
medium-new = Record a medium
medium-edit = Edit medium
medium-save = Save medium
medium-not-saved = The medium is not saved yet
medium-count = { $count ->
    [0] No medium recorded yet.
    [one] 1 medium that reports on the alliance.
   *[other] { $count } media that report on the alliance.
}
medium-empty = No media yet
medium-empty-why = Record the newspapers, gazettes and stations of your region. After that, “name: headline” is enough in quick capture.
medium-name = Name
medium-name-missing = Enter the name, for example “Main-Post”.
medium-name-taken = “{ $name }” exists already. Choose another name or edit the existing medium.
medium-kind = Kind
medium-kind-all = All kinds
medium-kind-daily = Daily newspaper
medium-kind-gazette = Official or municipal gazette
medium-kind-broadcast = Radio or television
medium-kind-online = Online only
medium-kind-other = Other
medium-website = Homepage
medium-website-hint = Begins with https://
medium-email = Mail address of the desk
medium-note = Note
medium-facts = Key data
medium-clippings = Clippings
medium-all-clippings = All clippings
medium-no-clippings = No clipping of this medium is recorded yet.
