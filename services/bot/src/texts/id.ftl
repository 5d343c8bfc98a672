home-owner = 👋 Halo, <b>{ $name }</b>. Anda pemilik usaha ini: tim, gaji, dan spreadsheet ada di sini.
home-admin = 👋 Halo, <b>{ $name }</b>. Anda mengelola tim: gaji dan spreadsheet ada di sini.
home-employee = 👋 Halo, <b>{ $name }</b>. Gaji Anda, tarif, dan peringkat ada di sini.
home-customer = 👋 Halo, <b>{ $name }</b>. Selamat datang! Pilih yang Anda perlukan di bawah.
help-title = <b>Yang saya pahami</b>
use-the-menu = Saya hanya bisa membaca pikiran di hari Minggu 🙂 Silakan gunakan menu.
try-again = Silakan coba lagi sebentar lagi: saat ini belum bisa disimpan.
nothing-loaded = Saya baru mulai dan belum punya data. Silakan coba lagi sebentar lagi.
failed = Terjadi kesalahan dan tidak ada yang berubah. Silakan coba lagi; jika tetap begitu, sampaikan kode ini kepada pemilik: <code>{ $code }</code>
stale-note = ⚠️ Ini mungkin belum terbaru: basis data sedang tidak tersedia.
not-allowed = Hanya pengelola tim yang dapat melakukan ini.
staff-only = Ini hanya untuk tim.
toast-expired = Tombol ini sudah lama; ini menunya.
cancelled = Dibatalkan. Tidak ada yang berubah.
nothing-to-cancel = Tidak ada yang perlu dibatalkan.

button-pay = 💵 Gaji saya
button-rates = 📈 Tarif
button-ranks = 🏆 Peringkat
button-employees = 👥 Karyawan
button-sync = 🔄 Sinkronisasi
button-sync-now = 🔄 Sinkronkan
button-refresh = ♻️ Segarkan
button-language = 🌐 Bahasa
button-help = ❓ Bantuan
button-home = 🏠 Beranda
button-back = ‹ Kembali
button-cancel = ✖️ Batal
button-edit-wage = ✏️ Upah per jam
button-edit-commission = ✏️ Komisi
button-approve = ✅ Setujui
button-refuse = ⛔ Tolak

command-start = Buka menu
command-mypay = Upah per jam dan komisi saya
command-rates = Komisi tambahan menurut penjualan harian
command-ranks = Tangga peringkat dan bonusnya
command-employees = Karyawan dan gaji mereka
command-sync-force = Sinkronkan dengan spreadsheet sekarang
command-sync-stats = Keadaan sinkronisasi
command-language = Pilih bahasa
command-help = Yang saya pahami
command-cancel = Hentikan yang saya tanyakan

pay-title = <b>Gaji saya</b>
pay-wage = Upah per jam: <b>{ $wage }</b>
pay-commission = Komisi penjualan: <b>{ $commission }</b>
pay-not-employee = Anda tidak ada di daftar karyawan. Jika seharusnya ada, minta pemilik menambahkan id <code>{ $id }</code> ke spreadsheet.
rates-title = <b>Komisi tambahan menurut penjualan sehari</b>
rates-band = { $from } – { $to }: <b>{ $percent }</b>
rates-open-band = mulai { $from }: <b>{ $percent }</b>
rates-empty = Belum ada tarif. Pemilik dapat menambahkannya di spreadsheet.
ranks-title = <b>Peringkat menurut penjualan sebulan</b>
ranks-band = { $from } – { $to }
ranks-open-band = mulai { $from }, tanpa batas atas
ranks-bonuses = Salah satu bonus ini:
ranks-empty = Belum ada peringkat. Pemilik dapat menambahkannya di spreadsheet.
bonus-flat = { $amount } langsung
bonus-percent-next = +{ $percent } untuk shift berikutnya
bonus-percent-prev = { $percent } dari shift rekan sebelumnya
bonus-percent-all = { $percent } dari penjualan tim hari itu
bonus-double-commission = komisi dua kali lipat untuk shift berikutnya
bonus-paid-day-off = satu hari libur dibayar
bonus-telegram-premium = Telegram Premium

employees-title = <b>Karyawan: { $count }</b>
employees-empty = Belum ada karyawan. Tambahkan di spreadsheet, tab EmployeeSettings.
employees-page = Halaman { $page } dari { $pages }
employee-title = <b>{ $name }</b> · <code>{ $id }</code>
employee-gone = Karyawan ini sudah tidak ada di spreadsheet.
edit-ask-wage = Kirim upah per jam yang baru untuk <b>{ $name }</b>. Sekarang { $before }.
edit-ask-commission = Kirim komisi yang baru untuk <b>{ $name }</b> dalam persen. Sekarang { $before }.
edit-refused-wage = “{ $input }” bukan upah per jam. Kirim angka dari 0 sampai 9999999,99 dengan paling banyak dua angka di belakang koma, misalnya <code>15,50</code>
edit-refused-commission = “{ $input }” bukan persentase. Kirim angka dari 0 sampai 100 dengan paling banyak dua angka di belakang koma, misalnya <code>8,5</code>
edit-changed-wage = ✅ Upah per jam <b>{ $name }</b>: { $before } → <b>{ $after }</b>. Spreadsheet menyusul dalam beberapa detik.
edit-changed-commission = ✅ Komisi <b>{ $name }</b>: { $before } → <b>{ $after }</b>. Spreadsheet menyusul dalam beberapa detik.
edit-unchanged = <b>{ $name }</b> sudah begitu. Tidak ada yang berubah.

sync-running = 🔄 Menyinkronkan dengan spreadsheet…
sync-done =
    ✅ Selesai dalam { $seconds } dtk.
    { $applied } baris diambil dari spreadsheet, { $pushed } baris ditulis ke sana, { $conflicts } konflik.
sync-held = ⏸ Sinkronisasi menunggu pemilik: { $reason }
sync-paused = ⏸ Sinkronisasi dijeda.
sync-failed =
    ⚠️ Sinkronisasi gagal: { $reason }
    Akan dicoba lagi secara otomatis.
sync-away = ⚠️ Sinkronisasi sedang tidak tersedia. Tidak ada yang hilang; silakan coba nanti.
sync-late = ⚠️ Sinkronisasi belum menjawab. Lihat /sync_stats sebentar lagi.
stats-title = <b>Sinkronisasi</b>
stats-last = Sinkronisasi terakhir: { $time }
stats-never = Sinkronisasi terakhir: belum pernah
stats-running = Berjalan setiap { $seconds } dtk
stats-paused = ⏸ Dijeda
stats-held = ⏸ Menunggu pemilik
stats-failing = ⚠️ { $failures } kali gagal berturut-turut
stats-table = menunggu { $pending }, selaras { $synced }, konflik { $conflict }, salah { $errors }
stats-quarantine = ⚠️ dibiarkan: { $reason }
stats-from-database = ⚠️ Sinkronisasi sedang tidak tersedia; angka ini dari basis data.

notice-held = ⏸ <b>Sinkronisasi menunggu:</b> { $reason }
notice-held-decides = Pemilik yang memutuskan.
notice-conflict =
    ⚖️ <b>Diubah di dua sisi:</b> { $table }, { $key }, { $field }
    Spreadsheet: { $sheet }
    Bot: { $database }
notice-conflict-sheet = Nilai di spreadsheet yang berlaku; yang lain disimpan.
notice-conflict-database = Nilai dari bot yang berlaku; yang lain disimpan.
notice-conflict-open = Keduanya disimpan sampai ada yang memutuskan.
notice-failed = ⚠️ <b>Sinkronisasi perlu dilihat:</b> { $reason }
notice-table-failed = ⚠️ <b>{ $table } dibiarkan:</b> { $reason }
hold-approved = ✅ Disetujui. Sekarang dijalankan.
hold-refused = ⛔ Ditolak. Spreadsheet dipulihkan.
hold-nothing = Tidak ada lagi yang menunggu.
hold-other = Sekarang hal lain yang menunggu; lihat pesannya.

language-title = Pilih bahasa
language-set = ✅ Sekarang saya berbahasa Indonesia.
empty-cell = (kosong)
