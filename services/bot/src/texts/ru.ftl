home-owner = 👋 Здравствуйте, <b>{ $name }</b>. Вы владелец: команда, её оплата и таблица здесь.
home-admin = 👋 Здравствуйте, <b>{ $name }</b>. Вы управляете командой: её оплата и таблица здесь.
home-employee = 👋 Здравствуйте, <b>{ $name }</b>. Ваша оплата, ставки и ранги здесь.
home-customer = 👋 Здравствуйте, <b>{ $name }</b>. Добро пожаловать! Выберите ниже, что вам нужно.
help-title = <b>Что я понимаю</b>
use-the-menu = Мысли я читаю только по воскресеньям 🙂 Пожалуйста, пользуйтесь меню.
try-again = Попробуйте ещё раз через минуту: сейчас это нельзя сохранить.
nothing-loaded = Я только запускаюсь, и показать пока нечего. Попробуйте ещё раз через минуту.
failed = Что-то пошло не так, ничего не изменено. Попробуйте ещё раз; если не поможет, назовите владельцу код: <code>{ $code }</code>
stale-note = ⚠️ Данные могут быть не самыми свежими: база данных недоступна.
not-allowed = Это могут делать только те, кто управляет командой.
staff-only = Это только для команды.
toast-expired = Эта кнопка устарела; вот меню.
cancelled = Отменено. Ничего не изменено.
nothing-to-cancel = Отменять нечего.

button-pay = 💵 Моя оплата
button-rates = 📈 Ставки
button-ranks = 🏆 Ранги
button-employees = 👥 Сотрудники
button-sync = 🔄 Синхронизация
button-sync-now = 🔄 Синхронизировать
button-refresh = ♻️ Обновить
button-language = 🌐 Язык
button-help = ❓ Помощь
button-home = 🏠 Главная
button-back = ‹ Назад
button-cancel = ✖️ Отмена
button-edit-wage = ✏️ Оплата за час
button-edit-commission = ✏️ Комиссия
button-approve = ✅ Одобрить
button-refuse = ⛔ Отклонить

command-start = Открыть меню
command-mypay = Моя оплата за час и комиссия
command-rates = Доплата по продажам за день
command-ranks = Лестница рангов и бонусы
command-employees = Сотрудники и их оплата
command-sync-force = Синхронизировать с таблицей сейчас
command-sync-stats = Состояние синхронизации
command-language = Выбрать язык
command-help = Что я понимаю
command-cancel = Прервать мой вопрос

pay-title = <b>Моя оплата</b>
pay-wage = Оплата за час: <b>{ $wage }</b>
pay-commission = Комиссия с продаж: <b>{ $commission }</b>
pay-not-employee = Вас нет в списке сотрудников. Если вы должны там быть, попросите владельца добавить ваш id <code>{ $id }</code> в таблицу.
rates-title = <b>Доплата по продажам за день</b>
rates-band = { $from } – { $to }: <b>{ $percent }</b>
rates-open-band = от { $from }: <b>{ $percent }</b>
rates-empty = Ставок пока нет. Владелец может добавить их в таблице.
ranks-title = <b>Ранги по продажам за месяц</b>
ranks-band = { $from } – { $to }
ranks-open-band = от { $from }, без верхней границы
ranks-bonuses = Один из бонусов:
ranks-empty = Рангов пока нет. Владелец может добавить их в таблице.
bonus-flat = { $amount } сразу
bonus-percent-next = +{ $percent } к следующей смене
bonus-percent-prev = { $percent } от прошлой смены коллеги
bonus-percent-all = { $percent } от продаж команды за этот день
bonus-double-commission = двойная комиссия за следующую смену
bonus-paid-day-off = оплачиваемый выходной
bonus-telegram-premium = Telegram Premium

employees-title = <b>Сотрудники: { $count }</b>
employees-empty = Сотрудников пока нет. Добавьте их в таблице, лист EmployeeSettings.
employees-page = Страница { $page } из { $pages }
employee-title = <b>{ $name }</b> · <code>{ $id }</code>
employee-gone = Этого сотрудника больше нет в таблице.
edit-ask-wage = Пришлите новую оплату за час для <b>{ $name }</b>. Сейчас { $before }.
edit-ask-commission = Пришлите новую комиссию для <b>{ $name }</b> в процентах. Сейчас { $before }.
edit-refused-wage = «{ $input }» — не оплата за час. Пришлите число от 0 до 9999999,99, не больше двух знаков после запятой, например <code>15,50</code>
edit-refused-commission = «{ $input }» — не процент. Пришлите число от 0 до 100, не больше двух знаков после запятой, например <code>8,5</code>
edit-changed-wage = ✅ Оплата за час, <b>{ $name }</b>: { $before } → <b>{ $after }</b>. Таблица обновится через секунды.
edit-changed-commission = ✅ Комиссия, <b>{ $name }</b>: { $before } → <b>{ $after }</b>. Таблица обновится через секунды.
edit-unchanged = У <b>{ $name }</b> уже так. Ничего не изменено.

sync-running = 🔄 Синхронизирую с таблицей…
sync-done =
    ✅ Готово за { $seconds } с.
    { $applied ->
        [one] Из таблицы взята { $applied } строка
        [few] Из таблицы взяты { $applied } строки
        [many] Из таблицы взято { $applied } строк
       *[other] Из таблицы взято { $applied } строки
    }, { $pushed ->
        [one] в неё записана { $pushed } строка
        [few] в неё записаны { $pushed } строки
        [many] в неё записано { $pushed } строк
       *[other] в неё записано { $pushed } строки
    }, { $conflicts ->
        [one] { $conflicts } конфликт
        [few] { $conflicts } конфликта
        [many] { $conflicts } конфликтов
       *[other] { $conflicts } конфликта
    }.
sync-held = ⏸ Синхронизация ждёт владельца: { $reason }
sync-paused = ⏸ Синхронизация приостановлена.
sync-failed =
    ⚠️ Синхронизация не удалась: { $reason }
    Попытка повторится сама.
sync-away = ⚠️ Синхронизация недоступна. Ничего не потеряно; попробуйте позже.
sync-late = ⚠️ Синхронизация не ответила вовремя. Загляните в /sync_stats через минуту.
stats-title = <b>Синхронизация</b>
stats-last = Последняя синхронизация: { $time }
stats-never = Последняя синхронизация: ещё не было
stats-running = Идёт каждые { $seconds } с
stats-paused = ⏸ Приостановлена
stats-held = ⏸ Ждёт владельца
stats-failing =
    { $failures ->
        [one] ⚠️ { $failures } неудача подряд
        [few] ⚠️ { $failures } неудачи подряд
        [many] ⚠️ { $failures } неудач подряд
       *[other] ⚠️ { $failures } неудачи подряд
    }
stats-table = ждут { $pending }, совпали { $synced }, конфликты { $conflict }, ошибки { $errors }
stats-quarantine = ⚠️ не трогаем: { $reason }
stats-from-database = ⚠️ Синхронизация недоступна; цифры из базы данных.

notice-held = ⏸ <b>Синхронизация ждёт:</b> { $reason }
notice-held-decides = Решает владелец.
notice-conflict =
    ⚖️ <b>Изменено с двух сторон:</b> { $table }, { $key }, { $field }
    Таблица: { $sheet }
    Бот: { $database }
notice-conflict-sheet = Действует значение из таблицы; второе сохранено.
notice-conflict-database = Действует значение из бота; второе сохранено.
notice-conflict-open = Оба сохранены, пока кто-нибудь не решит.
notice-failed = ⚠️ <b>Посмотрите на синхронизацию:</b> { $reason }
notice-table-failed = ⚠️ <b>{ $table } не трогаем:</b> { $reason }
hold-approved = ✅ Одобрено. Выполняется.
hold-refused = ⛔ Отклонено. Таблица восстановлена.
hold-nothing = Больше ничего не ждёт.
hold-other = Теперь ждёт другое; смотрите его сообщение.

language-title = Выберите язык
language-set = ✅ Теперь я говорю по-русски.
empty-cell = (пусто)
