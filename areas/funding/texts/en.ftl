nav-funding = Funding
kind-received-grant = Grant
kind-cost-item = Cost plan item
kind-duty = Duty

grant-list = Grants
grant-new = Record a grant
grant-edit = Edit grant
grant-save = Save grant
grant-not-saved = The grant is not saved yet
grant-count = { $count ->
    [0] No grant recorded yet.
    [one] 1 grant with its cost plan and duties.
   *[other] { $count } grants with their cost plans and duties.
}
grant-empty = No grants yet
grant-empty-why = Record the notice with its cost plan and duties: deadlines then appear under “Today”, and the activity report names the grant.
grant-lead = Notice of { $day }, { $authority }
grant-lead-day = Notice of { $day }
grant-purpose = Purpose
grant-purpose-hint = For example management of the alliance
grant-purpose-missing = Enter what the grant is for, for example “Allianzmanagement”.
grant-authority = Granting authority
grant-authority-missing = Enter who gives the grant, for example “Amt für Ländliche Entwicklung Unterfranken”.
grant-reference = Reference
grant-notice-on = Notice of
grant-notice-on-hint = For example 27.03.2017
grant-period = Period
grant-period-from = First day of the funded period
grant-period-to = Last day of the funded period
grant-period-backwards = The last day ({ $to }) is before the first ({ $from }). Enter a later day.
grant-rate = Funding rate in percent
grant-rate-hint = For example 75 or 66,67. Without a rate the amount is fixed.
grant-rate-head = Funding rate
grant-rate-fault = Write the funding rate as a number from 0 to 100, for example 75 or 66,67.
grant-cap-cents = Maximum in euros
grant-cap-cents-hint = For example 90.000,00
grant-cap-head = Maximum
grant-granted-cents = Granted amount in euros
grant-granted-cents-hint = As it stands in the notice.
grant-granted-head = Granted
grant-amount-negative = The amount is below zero. Enter an amount from 0,00.
grant-post-filled-on = Post filled since
grant-post-filled-on-hint = Only if the grant funds a post, for example 01.05.2017.
grant-note = Note
grant-facts = Notice
grant-duties = Duties and deadlines
grant-missing = The grant for this is missing. Open the grant and start from there.

cost-plan = Cost plan
cost-plan-empty = No items yet. From the items of the cost plan this page works out the grant and the own share.
cost-sum = Sum of planned costs
cost-grant-rate = Grant ({ $rate })
cost-grant-capped = Grant (maximum)
cost-grant-fixed = Grant (fixed amount)
cost-own = Own share
cost-rule = { $rate } of { $costs } is { $amount }. Half a cent is rounded up, once for the sum.
cost-rule-within = { $rate } of { $costs } is { $amount }, which is within the maximum of { $cap }.
cost-rule-capped = { $rate } of { $costs } would be { $amount }. The maximum of { $cap } limits the grant.
cost-differs = { $granted } is granted, cost plan and notice give { $computed }. Check the cost plan, the rate and the maximum.

cost-item-list = Cost plan
cost-item-new = Record an item
cost-item-edit = Edit item
cost-item-save = Save item
cost-item-not-saved = The item is not saved yet
cost-item-label = Item
cost-item-label-missing = Enter what the money is for, for example “Personalkosten”.
cost-item-planned-cents = Planned costs
cost-item-planned-cents-hint = In euros, for example 60.000,00
cost-item-amount-missing = Enter the planned costs, for example 60.000,00.
cost-item-grant-id = Grant
cost-item-position = Place in the cost plan
cost-item-facts = Item

duty-list = Duties
duty-new = Record a duty
duty-edit = Edit duty
duty-save = Save duty
duty-not-saved = The duty is not saved yet
duty-title = What is to be done?
duty-title-missing = Enter what is to be done, for example “Verwendungsnachweis vorlegen”.
duty-basis = Where does it say so?
duty-basis-hint = Paragraph of the notice or of its side conditions, for example “Nr. 6 ANBest-K”.
duty-due-on = Deadline
duty-due-on-hint = Last day, for example 31.03.2018
duty-done-on = Done on
duty-done-ahead = This day is still to come. Enter the day on which the duty was done or leave the field empty.
duty-grant-id = Grant
duty-facts = Duty
duty-none = No duties yet. Copy the deadlines from the notice.
duty-until = until { $day }
duty-open = open
duty-overdue = overdue
duty-done-word = done
duty-done = done on { $day }
duty-reopen = Reopen “{ $title }”
duty-all-done = all done
duty-open-count = { $count } open
duty-overdue-count = { $count } overdue
duty-overdue-note = { $count ->
    [one] One duty is overdue: { $duties }. Do it or agree on a new deadline with the granting authority.
   *[other] { $count } duties are overdue: { $duties }. Do them or agree on new deadlines with the granting authority.
}
duty-marked-done = Done: “{ $title }”
duty-marked-open = Open again: “{ $title }”
