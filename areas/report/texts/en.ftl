# Reports: words of the documents themselves.
report-doc-and = and
report-doc-period-day = on { $day }
report-doc-period-span = from { $from } to { $to }
report-doc-inside-day = on { $day }
report-doc-inside-span = from { $from } to { $to }
report-doc-none-feminine = No
report-doc-none-other = No
report-doc-section = Section { $number }
report-doc-also = also { $days }
report-doc-alliance = Alliance
report-doc-alliance-named = of the alliance “{ $name }”
report-doc-alliance-unnamed = of the alliance
report-doc-subtitle-activity = Report of the alliance management on its work
report-doc-subtitle-assembly = Report to the members’ assembly
report-doc-subtitle-overview = The essentials on one page
report-doc-description = { $author }: report on its work { $period }.
report-doc-colophon-draft = Draft, as of { $day }. Details may still change.
report-doc-colophon-final = Version { $number }, established on { $day }. This document does not change; a correction appears as a new version with a list of differences.
report-doc-imprint-publisher = Publisher
report-doc-imprint-contact = Contact
report-doc-imprint-funding = Funding

report-doc-chapter-preface = Preliminary note
report-doc-chapter-members = Members
report-doc-chapter-tasks = Role and tasks
report-doc-chapter-meetings = Management
report-doc-chapter-projects = Projects
report-doc-chapter-network = Exchange and networking
report-doc-chapter-press = Public relations and marketing
report-doc-chapter-funding = Funding
report-doc-chapter-outlook = Outlook
report-doc-chapter-figures = Key figures at a glance
report-doc-chapter-own = Further matters
report-doc-overview-figures = In figures
report-doc-overview-projects = Projects
report-doc-overview-meetings = Meetings
report-doc-overview-network = Exchange and networking
report-doc-overview-press = Public relations
report-doc-overview-outlook = Outlook

report-doc-count-members = { $count ->
    [one] { $number } member
   *[other] { $number } members
}
report-doc-count-municipalities = { $count ->
    [0] none
    [one] { $number } municipality
   *[other] { $number } municipalities
}
report-doc-count-meetings = { $count ->
    [one] { $number } meeting
   *[other] { $number } meetings
}
report-doc-count-topics = { $count ->
    [one] { $number } topic
   *[other] { $number } topics
}
report-doc-count-projects = { $count ->
    [one] { $number } project
   *[other] { $number } projects
}
report-doc-count-entries = { $count ->
    [one] { $number } event
   *[other] { $number } events
}
report-doc-count-clippings = { $count ->
    [one] { $number } clipping
   *[other] { $number } clippings
}
report-doc-count-grants = { $count ->
    [one] { $number } grant
   *[other] { $number } grants
}

report-doc-at-a-glance = At a glance
report-doc-fact-notice = Granted by notice of
report-doc-fact-post = Post filled since
report-doc-fact-period = Reporting period
report-doc-fact-members = Members
report-doc-fact-founded = Founded on
report-doc-fact-state = State
report-doc-fact-lead = Lead
report-doc-fact-partners = { $count ->
    [one] Partner
   *[other] Partners
}
report-doc-fact-agenda = On the agenda
report-doc-preface-lead = This report shows what the management { $alliance } worked on { $period }: what was decided, begun and achieved.
report-doc-grant-notice = The project “{ $purpose }” was granted by notice of { $day }.
report-doc-grant-notice-by = The project “{ $purpose }” was granted by notice of { $day } ({ $authority }).
report-doc-post-filled = The funded post has been filled since { $day }.
report-doc-members-sentence = { $count ->
    [0] No members { $alliance } are recorded for this period.
    [one] { $number } municipality is a member { $alliance }.
   *[other] { $number } municipalities are members { $alliance }.
}
report-doc-members-title = The members of the alliance
report-doc-members-empty = No members are recorded for this period.
report-doc-members-note = Inhabitants on { $days }.
report-doc-members-note-source = Inhabitants on { $days }: { $sources }.
report-doc-members-unknown = { $count ->
    [one] No count of inhabitants is recorded for { $number } member.
   *[other] No count of inhabitants is recorded for { $number } members.
}
report-doc-kind-municipality = Municipality
report-doc-kind-market = Market
report-doc-kind-town = Town
report-doc-administration-own = own

report-doc-meeting-one = meeting
report-doc-meeting-many = meetings
report-doc-meetings-intro = The alliance management runs the daily business, prepares the meetings and records their results.
report-doc-meetings-sentence = { $count ->
    [0] { $none } { $meeting } took place { $period }.
    [one] { $number } { $meeting } took place { $period }.
   *[other] { $number } { $meetings } took place { $period }.
}
report-doc-meetings-bodies = These were { $list }.
report-doc-meeting-days = Days of meeting: { $list }.
report-doc-topics-sentence = { $count ->
    [0] No topics are recorded.
    [one] { $number } topic stood on the agenda.
   *[other] { $number } topics stood on the agendas.
}
report-doc-recurring-sentence = { $count ->
    [one] { $number } topic was dealt with more than once: { $list }. The word “also” names the other meetings.
   *[other] { $number } topics were dealt with more than once: { $list }. The word “also” names the other meetings.
}
report-doc-meetings-title = Meetings and their topics
report-doc-meetings-title-of = { $meetings } and their topics
report-doc-no-topics = No topics recorded
report-doc-figure-meetings = { $count ->
    [one] meeting in the period
   *[other] meetings in the period
}
report-doc-figure-meetings-of = { $meetings } in the period
report-doc-figure-topics = { $count ->
    [one] topic on the agendas
   *[other] topics on the agendas
}

report-doc-projects-empty = No project is recorded for this period.
report-doc-projects-sentence = { $count ->
    [one] { $number } project was under way in the reporting period: { $list }.
   *[other] { $number } projects were under way in the reporting period: { $list }.
}
report-doc-strategic-sentence = { $count ->
    [one] { $number } of them is strategic: { $list }.
   *[other] { $number } of them are strategic: { $list }.
}
report-doc-projects-rest = { $count ->
    [one] { $number } further project is in the full report.
   *[other] { $number } further projects are in the full report.
}
report-doc-project-no-text = No text is recorded for this project yet.
report-doc-newer = { $count ->
    [one] { $number } entry is newer than this text
   *[other] { $number } entries are newer than this text
}
report-doc-state-idea = idea
report-doc-state-preparation = in preparation
report-doc-state-running = in progress
report-doc-state-done = completed
report-doc-state-paused = paused
report-doc-state-dropped = discontinued
report-doc-state-since = { $state } since { $day }
report-doc-qualifier-about = about
report-doc-qualifier-circa = c.
report-doc-qualifier-at-least = at least
report-doc-qualifier-at-most = up to

report-doc-network-intro = The management keeps in touch with neighbouring alliances, with authorities and with those active in the region.
report-doc-network-sentence = { $count ->
    [0] No events or meetings are recorded for this period.
    [one] In the reporting period it took part in { $number } event.
   *[other] In the reporting period it took part in { $number } events and meetings.
}
report-doc-network-title = Events and meetings
report-doc-figure-entries = { $count ->
    [one] event or meeting
   *[other] events and meetings
}
report-doc-overview-contacts = { $count ->
    [0] No events or meetings are recorded for this period.
    [one] The management took part in { $number } event.
   *[other] The management took part in { $number } events and meetings.
}
report-doc-overview-newest = Most recently: { $list }.
report-doc-overview-all = In detail: { $list }.

report-doc-media-empty = No media are recorded yet.
report-doc-media-sentence = The public learns about the work of the alliance from { $list }.
report-doc-media-daily = { $count ->
    [one] the daily newspaper { $names }
   *[other] the { $number } daily newspapers { $names }
}
report-doc-media-gazette = { $count ->
    [one] the gazette { $names }
   *[other] the { $number } gazettes { $names }
}
report-doc-media-broadcast = { $count ->
    [one] the broadcaster { $names }
   *[other] the { $number } broadcasters { $names }
}
report-doc-media-online = { $count ->
    [one] the online medium { $names }
   *[other] the { $number } online media { $names }
}
report-doc-media-other = { $count ->
    [one] the medium { $names }
   *[other] the { $number } other media { $names }
}
report-doc-figure-media-daily = { $count ->
    [one] daily newspaper
   *[other] daily newspapers
}
report-doc-figure-media-gazette = { $count ->
    [one] gazette
   *[other] gazettes
}
report-doc-figure-media-broadcast = { $count ->
    [one] broadcaster
   *[other] broadcasters
}
report-doc-figure-media-online = { $count ->
    [one] online medium
   *[other] online media
}
report-doc-figure-media-other = { $count ->
    [one] other medium
   *[other] other media
}
report-doc-clippings-sentence = { $count ->
    [0] No clipping is recorded for this period.
    [one] { $number } clipping is recorded.
   *[other] { $number } clippings are recorded.
}
report-doc-clippings-title = Selected press coverage
report-doc-figure-clippings = { $count ->
    [one] clipping in the media
   *[other] clippings in the media
}

report-doc-grants-sentence = { $count ->
    [0] No grant is recorded for this period.
    [one] { $number } grant supports the work in this period.
   *[other] { $number } grants support the work in this period.
}
report-doc-grants-title = Grants
report-doc-plan-title = Cost plan: { $purpose }
report-doc-duties-title = Duties: { $purpose }
report-doc-duty-done = done
report-doc-duty-open = open
report-doc-from-day = from { $day }
report-doc-to-day = to { $day }
report-doc-percent = { $number }%
report-doc-sum = Total

report-doc-figures-sentence = { $count ->
    [0] No key figures are recorded for this period.
    [one] { $number } key figure sums up the report.
   *[other] { $number } key figures sum up the report. Approximate numbers carry their word, all others are exact.
}
report-doc-figure-members = { $count ->
    [one] member
   *[other] members
}
report-doc-figure-inhabitants = inhabitants of the members
report-doc-map-alt = { $count ->
    [one] Map with the outline of one member: { $names } ({ $number }).
   *[other] Map with the outlines of { $number } members: { $names }. The colours only tell neighbours apart.
}

report-doc-column-date = Date
report-doc-column-topics = Topics
report-doc-column-count = Number
report-doc-column-member = Member
report-doc-column-kind = Kind
report-doc-column-administration = Administration
report-doc-column-inhabitants = Inhabitants
report-doc-column-event = Event
report-doc-column-medium = Medium
report-doc-column-headline = Headline
report-doc-column-page = Page
report-doc-column-about = Topic
report-doc-column-notice = Notice
report-doc-column-purpose = Purpose
report-doc-column-period = Period
report-doc-column-rate = Rate
report-doc-column-granted = Granted
report-doc-column-item = Item
report-doc-column-planned = Planned
report-doc-column-due = Due
report-doc-column-duty = Duty
report-doc-column-state = State
report-doc-column-project = Project
report-doc-column-summary = What it is about

# Reports: pages of the workbench.
kind-report = Report
kind-report-chapter = Chapter of a report
kind-report-text = Project text of a report
kind-report-version = Version of a report
nav-reports = Reports
report-doc-difference-changed = { $section }: “{ $before }” became “{ $after }”.
report-doc-difference-new = { $section }: new “{ $after }”.
report-doc-difference-gone = { $section }: removed “{ $before }”.

report-list = Reports
report-lead = { $count ->
    [0] No report yet. A report is made of what is recorded already.
    [one] 1 report made of the recorded entries.
   *[other] { $count } reports made of the recorded entries.
}
report-count = { $count ->
    [one] 1 report
   *[other] { $count } reports
}
report-new = Begin report
report-edit = Change report
report-save = Save report
report-not-saved = The report is not saved yet
report-empty = No reports yet
report-empty-text = Choose title, template and period. Chapters, tables and numbers come from the entries. To bring in an old report, use “Read in old report”.
report-empty-reader = As soon as a report is established, you can download it here.
report-import = Read in old report
report-all-templates = All templates
report-all-states = All states
report-drafts = Drafts
report-finals = Established
report-state = State
report-changed = Changed
report-draft = Draft
report-version = Version { $number }
report-title = Title
report-title-hint = For example “Activity report 2017”. It stands on the cover and in every page head.
report-title-missing = Enter the title, for example “Activity report 2017”.
report-template = Template
report-template-activity = Activity report for the funding office
report-template-assembly = Report to the members’ assembly
report-template-overview = Overview on one page
report-period-from = First day
report-period-from-hint = Both days are included.
report-period-to = Last day
report-period-backwards = The last day ({ $to }) lies before the first ({ $from }). Swap them.
report-language = Language
report-language-de = German
report-language-en = English

report-page-lead = { $from } to { $to } · { $template }
report-change-period = Change period
report-finalise = Establish report
report-correct = Correct report
report-download-draft = Download as a draft
report-download-html = Web page (HTML)
report-draft-file = draft
report-version-file = version
report-accessible = Read as an accessible page
report-numbers-follow = Numbers in the text come from the entries and follow them. Your own text stays as it is.
report-chapters = Chapters
report-chapter-add = Insert text
report-chapter-new = New chapter
report-chapter-move = { $title }: move, edit or hide
report-chapter-edit-text = Edit text
report-chapter-up = Move up
report-chapter-down = Move down
report-chapter-hide = Hide
report-chapter-show = Show
report-chapter-hidden = hidden
report-chapter-blank = hidden, no text yet
report-chapter-complete = complete
report-chapter-gaps = { $count ->
    [one] 1 detail is missing
   *[other] { $count } details are missing
}
report-chapter-edit = Chapter “{ $title }”
report-chapter-lead = Your text stands before what comes from the entries. It stays even when entries change.
report-chapter-lead-own = This chapter consists of your text only.
report-chapter-heading = Heading
report-chapter-heading-hint = Empty means: as in the template.
report-chapter-heading-missing = Enter the heading, for example “Thanks”.
report-chapter-own-text = Own text
report-chapter-save = Save chapter
report-chapter-not-saved = The chapter is not saved yet
report-chapter-saved = Chapter saved: “{ $title }”
report-chapter-was-hidden = Hidden: “{ $title }”
report-chapter-was-shown = Shown: “{ $title }”
report-markdown = An empty line begins a paragraph, “- ” an item of a list, **two asterisks** make words strong.

report-texts = Project texts
report-text-from-project = taken from the project
report-text-own = own text, as of { $day }
report-text-newer = { $count ->
    [one] 1 entry is newer than this text.
   *[other] { $count } entries are newer than this text.
}
report-text-lead-drafted = Suggested from the entries of the project. Once you save, your text stands.
report-text-lead-own = Own text, as of { $day }. It stays even when entries change.
report-text-text = Text
report-text-missing = Write the text, or go back and leave the suggestion as it is.
report-text-reviewed = The text now agrees with the entries.
report-text-save = Save text
report-text-not-saved = The text is not saved yet
report-text-saved = Text saved: “{ $title }”
report-text-redraft = Draft text anew
report-text-redrafted = “{ $title }” shows the suggestion from the entries again.
report-text-mark-reviewed = Text is reviewed
report-text-was-reviewed = Reviewed: “{ $title }”

report-preview = Preview
report-preview-alt = Page { $page } of “{ $title }” as an image. The text stands on the accessible page.
report-preview-number = Page { $page } of { $pages }
report-preview-state = current, { $time }

report-gaps = What is still missing
report-gaps-none = Nothing is missing.
report-gap-alliance = Alliance
report-gap-picture-alt = The picture has no alternative text and is left out until then.
report-gap-picture-credit = The picture does not say who made it. It is left out until then.
report-gap-project-state = The state of the project is missing.
report-gap-project-text = There is no text yet.
report-gap-old-text = { $count ->
    [one] 1 entry is newer than the text.
   *[other] { $count } entries are newer than the text.
}
report-gap-meeting-topics = The meeting has no topics.
report-gap-meeting-planned = The meeting is still recorded as planned and does not count.
report-gap-clipping-page = The clipping does not name its page.
report-gap-clipping-medium = The clipping does not name its medium.
report-gap-contact = Contact details are missing: name, mail or telephone.
report-gap-founding = The day of founding is missing.
report-gap-population = The number of inhabitants is missing.

report-final-title = Establish “{ $title }” as version { $number }?
report-final-lead = Version { $number } is frozen with PDF, DOCX, ODT, HTML, data and checksum. All members see it. Later changes of entries do not change it any more.
report-final-counts = What the report holds
report-final-differences = What changes against the last version
report-final-no-differences = The content does not change.
report-final-more = { $count ->
    [one] and 1 more difference
   *[other] and { $count } more differences
}
report-final-reason = Reason for the correction
report-final-reason-hint = It stands beside the new version, readable for everybody.
report-final-reason-missing = Enter the reason, for example “The meeting of 26.10. was missing”.
report-final-save = Establish report
report-final-correct = Establish new version
report-final-not-saved = The report is not established yet
report-final-done = Version { $number } is established.
report-versions = Established versions
report-cover = Cover letter
report-cover-new = Begin a cover letter
report-cover-of = Cover letter of { $day }
report-cover-lead = For version { $number }. The letter begins as a draft; you can change text and recipients afterwards.
report-cover-not-saved = The cover letter is not created yet
report-cover-addressee = To whom
report-cover-addressee-hint = Organisations and people, authorities first.
report-cover-addressee-missing = Choose who gets the cover letter. If the office is missing, record it under “Organisations”.
report-cover-choose = Please choose
report-cover-grant = Grant
report-cover-grant-hint = Its reference and the day of its notice will stand in the letter.
report-cover-no-grant = without reference to a notice
report-cover-begin = Create cover letter
report-cover-begun = Cover letter for version { $number } created. Check text and address.
report-version-data = Data (JSON)
report-version-differences = { $count ->
    [one] 1 difference to the version before
   *[other] { $count } differences to the version before
}

report-import-lead = The program reads out meetings, events, projects, grants and press and shows a proposal. Only what you confirm is stored.
report-import-file = Old report
report-import-file-hint = Text, PDF or DOCX, 25 MB at most.
report-import-read = Read in report
report-import-not-read = The report is not read in yet
report-import-missing = Choose a file, for example last year’s activity report as PDF.
report-import-fault = The file could not be read: { $detail }
report-import-title = Proposal from “{ $name }”
report-import-found = { $count ->
    [0] Nothing new was found.
    [one] 1 entry is new. Check what is taken over.
   *[other] { $count } entries are new. Check what is taken over.
}
report-import-found-period = { $count ->
    [0] Period { $period }. Nothing new was found.
    [one] Period { $period }. 1 entry is new. Check what is taken over.
   *[other] Period { $period }. { $count } entries are new. Check what is taken over.
}
report-import-meetings = { $count ->
    [one] 1 meeting
   *[other] { $count } meetings
}
report-import-events = { $count ->
    [one] 1 event
   *[other] { $count } events
}
report-import-projects = { $count ->
    [one] 1 project
   *[other] { $count } projects
}
report-import-grants = { $count ->
    [one] 1 grant
   *[other] { $count } grants
}
report-import-press = { $count ->
    [one] 1 item about the press
   *[other] { $count } items about the press
}
report-import-grant = Grant
report-import-known = already there
report-import-no-records = Nothing that can be taken over was recognised in this file. All its lines stand below.
report-import-doubtful = Days that are not certain
report-import-inferred = Completed years
report-import-inferred-as = “{ $text }” read as { $day }
report-import-unplaced = Lines without a place
report-import-line = Line { $line }
report-import-confirm = Take over selection
report-import-discard = Discard proposal
report-import-nothing = Nothing is selected. Go back and choose what is taken over.
report-import-done = Taken over: { $meetings } meetings, { $events } events, { $projects } projects, { $grants } grants, { $press } items about the press.
report-import-discarded = The proposal is discarded, nothing was stored.
