home-owner = 👋 Hello, <b>{ $name }</b>. You own this business: the team, its pay and the sheet are here.
home-admin = 👋 Hello, <b>{ $name }</b>. You manage the team: its pay and the sheet are here.
home-employee = 👋 Hello, <b>{ $name }</b>. Your pay, the rates and the ranks are here.
home-customer = 👋 Hello, <b>{ $name }</b>. Welcome! Choose below what you need.
help-title = <b>What I understand</b>
use-the-menu = I only read minds on Sundays 🙂 Please use the menu.
try-again = Please try again in a moment: this cannot be saved just now.
nothing-loaded = I am just starting and have nothing to show yet. Please try again in a moment.
failed = Something went wrong, and nothing was changed. Please try again; if it stays so, tell the owner this code: <code>{ $code }</code>
stale-note = ⚠️ This may be a little out of date: the database is away.
not-allowed = Only those who manage the team can do this.
staff-only = This is for the team only.
toast-expired = This button is out of date; here is the menu.
cancelled = Cancelled. Nothing was changed.
nothing-to-cancel = There is nothing to cancel.

button-pay = 💵 My pay
button-rates = 📈 Rates
button-ranks = 🏆 Ranks
button-employees = 👥 Employees
button-sync = 🔄 Sync
button-sync-now = 🔄 Sync now
button-refresh = ♻️ Refresh
button-language = 🌐 Language
button-help = ❓ Help
button-home = 🏠 Home
button-back = ‹ Back
button-cancel = ✖️ Cancel
button-edit-wage = ✏️ Hourly wage
button-edit-commission = ✏️ Commission
button-approve = ✅ Approve
button-refuse = ⛔ Refuse

command-start = Open the menu
command-mypay = My hourly wage and commission
command-rates = Extra commission by daily sales
command-ranks = The ladder of ranks and its bonuses
command-employees = Employees and their pay
command-sync-force = Sync with the sheet now
command-sync-stats = How the sync stands
command-language = Choose the language
command-help = What I understand
command-cancel = Stop what I have asked for

pay-title = <b>My pay</b>
pay-wage = Hourly wage: <b>{ $wage }</b>
pay-commission = Sales commission: <b>{ $commission }</b>
pay-not-employee = You are not on the list of employees. If you should be, ask the owner to add your id <code>{ $id }</code> to the sheet.
rates-title = <b>Extra commission by the sales of a day</b>
rates-band = { $from } – { $to }: <b>{ $percent }</b>
rates-open-band = from { $from }: <b>{ $percent }</b>
rates-empty = There are no rates yet. The owner can add them in the sheet.
ranks-title = <b>Ranks by the sales of a month</b>
ranks-band = { $from } – { $to }
ranks-open-band = from { $from }, no upper limit
ranks-bonuses = One of these bonuses:
ranks-empty = There are no ranks yet. The owner can add them in the sheet.
bonus-flat = { $amount } at once
bonus-percent-next = +{ $percent } on the next shift
bonus-percent-prev = { $percent } of a colleague’s previous shift
bonus-percent-all = { $percent } of the team’s sales of that day
bonus-double-commission = double commission on the next shift
bonus-paid-day-off = a paid day off
bonus-telegram-premium = Telegram Premium

employees-title = <b>Employees: { $count }</b>
employees-empty = There are no employees yet. Add them in the sheet, tab EmployeeSettings.
employees-page = Page { $page } of { $pages }
employee-title = <b>{ $name }</b> · <code>{ $id }</code>
employee-gone = This employee is no longer in the sheet.
edit-ask-wage = Send the new hourly wage of <b>{ $name }</b>. It is { $before } now.
edit-ask-commission = Send the new commission of <b>{ $name }</b> in percent. It is { $before } now.
edit-refused-wage = “{ $input }” is not an hourly wage. Send a number from 0 to 9999999.99 with at most two digits after the point, for example <code>15.50</code>
edit-refused-commission = “{ $input }” is not a percentage. Send a number from 0 to 100 with at most two digits after the point, for example <code>8.5</code>
edit-changed-wage = ✅ Hourly wage of <b>{ $name }</b>: { $before } → <b>{ $after }</b>. The sheet follows in seconds.
edit-changed-commission = ✅ Commission of <b>{ $name }</b>: { $before } → <b>{ $after }</b>. The sheet follows in seconds.
edit-unchanged = <b>{ $name }</b> has that already. Nothing was changed.

sync-running = 🔄 Syncing with the sheet…
sync-done =
    ✅ Synced in { $seconds } s.
    { $applied ->
        [one] { $applied } row taken from the sheet
       *[other] { $applied } rows taken from the sheet
    }, { $pushed ->
        [one] { $pushed } row written to it
       *[other] { $pushed } rows written to it
    }, { $conflicts ->
        [one] { $conflicts } conflict
       *[other] { $conflicts } conflicts
    }.
sync-held = ⏸ The sync waits for the owner: { $reason }
sync-paused = ⏸ The sync is paused.
sync-failed =
    ⚠️ The sync failed: { $reason }
    It is tried again by itself.
sync-away = ⚠️ The sync is away. Nothing is lost; please try later.
sync-late = ⚠️ The sync has not answered in time. Look at /sync_stats in a moment.
stats-title = <b>Sync</b>
stats-last = Last sync: { $time }
stats-never = Last sync: never
stats-running = Runs every { $seconds } s
stats-paused = ⏸ Paused
stats-held = ⏸ Waits for the owner
stats-failing =
    { $failures ->
        [one] ⚠️ { $failures } pass failed in a row
       *[other] ⚠️ { $failures } passes failed in a row
    }
stats-table = pending { $pending }, synced { $synced }, conflicts { $conflict }, errors { $errors }
stats-quarantine = ⚠️ left alone: { $reason }
stats-from-database = ⚠️ The sync is away; these figures are from the database.

notice-held = ⏸ <b>The sync waits:</b> { $reason }
notice-held-decides = The owner decides.
notice-conflict =
    ⚖️ <b>Changed on both sides:</b> { $table }, { $key }, { $field }
    Sheet: { $sheet }
    Bot: { $database }
notice-conflict-sheet = The sheet’s value counts; the other one is kept.
notice-conflict-database = The bot’s value counts; the other one is kept.
notice-conflict-open = Both are kept until someone decides.
notice-failed = ⚠️ <b>The sync needs a look:</b> { $reason }
notice-table-failed = ⚠️ <b>{ $table } is left alone:</b> { $reason }
hold-approved = ✅ Approved. It is carried out now.
hold-refused = ⛔ Refused. The sheet is restored.
hold-nothing = Nothing waits any more.
hold-other = Something else waits by now; look at its message.

language-title = Choose the language
language-set = ✅ I speak English now.
empty-cell = (empty)
