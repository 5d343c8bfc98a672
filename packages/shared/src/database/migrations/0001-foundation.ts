import { Migration } from '@mikro-orm/migrations';

const reference = `
create table employee_settings (
  employee_id bigint not null,
  hourly_wage numeric(12,2) not null,
  sales_commission numeric(5,2) not null,
  active boolean not null default true,
  last_synced_at timestamptz null,
  last_modified_at timestamptz not null,
  source text not null,
  sync_status text not null,
  "version" int not null default 1,
  primary key (employee_id),
  constraint employee_settings_wage check (hourly_wage >= 0),
  constraint employee_settings_commission check (sales_commission >= 0 and sales_commission <= 100),
  constraint employee_settings_source_check check (source in ('sheets', 'local')),
  constraint employee_settings_sync_status_check check (sync_status in ('synced', 'pending', 'conflict'))
);

create table dynamic_rates (
  min_amount numeric(12,2) not null,
  max_amount numeric(12,2) not null,
  percentage numeric(5,2) not null,
  last_synced_at timestamptz null,
  last_modified_at timestamptz not null,
  source text not null,
  sync_status text not null,
  "version" int not null default 1,
  primary key (min_amount),
  constraint dynamic_rates_band check (min_amount <= max_amount),
  constraint dynamic_rates_percentage check (percentage >= 0 and percentage <= 100),
  constraint dynamic_rates_source_check check (source in ('sheets', 'local')),
  constraint dynamic_rates_sync_status_check check (sync_status in ('synced', 'pending', 'conflict'))
);

create table ranks (
  rank_name text not null,
  min_amount numeric(12,2) not null,
  max_amount numeric(12,2) not null,
  emoji text null,
  bonus_1 text null,
  bonus_2 text null,
  bonus_3 text null,
  "text" text null,
  last_synced_at timestamptz null,
  last_modified_at timestamptz not null,
  source text not null,
  sync_status text not null,
  "version" int not null default 1,
  primary key (rank_name),
  constraint ranks_band check (min_amount <= max_amount),
  constraint ranks_source_check check (source in ('sheets', 'local')),
  constraint ranks_sync_status_check check (sync_status in ('synced', 'pending', 'conflict'))
);
`;

const sync = `
create table sync_base (
  table_name text not null,
  record_key text not null,
  "values" jsonb not null,
  sent jsonb not null,
  unseen boolean not null default false,
  primary key (table_name, record_key)
);

create table sync_table (
  table_name text not null,
  last_complete_read_at timestamptz null,
  quarantine text null,
  errors int not null default 0,
  primary key (table_name)
);

create table sync_state (
  id int not null,
  pass int not null default 0,
  paused_by text null,
  last_good_pass_at timestamptz null,
  last_report jsonb null,
  primary key (id)
);

create table sync_log (
  id bigserial primary key,
  table_name text not null,
  operation text not null,
  record_id text not null default 'all',
  status text not null,
  error_message text null,
  pass int not null,
  "timestamp" timestamptz not null,
  constraint sync_log_operation_check check (operation in ('pull', 'push', 'conflict', 'idle')),
  constraint sync_log_status_check check (status in ('success', 'failed', 'conflict'))
);
create index sync_log_timestamp_index on sync_log ("timestamp");

create table sync_queue (
  id bigserial primary key,
  table_name text not null,
  record_key text not null,
  action text not null,
  fields_changed jsonb not null,
  created_at timestamptz not null,
  synced_at timestamptz null,
  sync_status text not null,
  retry_count int not null default 0,
  error_message text null,
  constraint sync_queue_action_check check (action in ('create', 'update', 'delete')),
  constraint sync_queue_sync_status_check check (sync_status in ('pending', 'synced', 'failed'))
);
create index sync_queue_sync_status_created_at_index on sync_queue (sync_status, created_at);
create index sync_queue_table_name_record_key_created_at_index on sync_queue (table_name, record_key, created_at);

create table sync_history (
  id bigserial primary key,
  "at" timestamptz not null,
  pass int null,
  table_name text not null,
  record_key text not null,
  field text not null,
  side text not null,
  actor text not null,
  kind text not null,
  before text null,
  after text null,
  constraint sync_history_side_check check (side in ('sheets', 'local')),
  constraint sync_history_kind_check check (kind in ('edit', 'loser'))
);
create index sync_history_pass_index on sync_history (pass);
create index sync_history_table_name_record_key_at_index on sync_history (table_name, record_key, "at");

create table sync_conflict (
  id serial primary key,
  "at" timestamptz not null,
  pass int not null,
  table_name text not null,
  record_key text not null,
  field text not null,
  base_value text null,
  sheet_value text null,
  database_value text null,
  winner text not null,
  decidable boolean not null,
  within_window boolean not null,
  settled_at timestamptz null,
  settled_by text null,
  constraint sync_conflict_winner_check check (winner in ('sheet', 'database', 'open'))
);
create index sync_conflict_table_name_record_key_index on sync_conflict (table_name, record_key);

create table sync_hold (
  id serial primary key,
  "at" timestamptz not null,
  pass int not null,
  reason text not null,
  fingerprint text not null,
  decision text null,
  decided_by text null,
  decided_at timestamptz null,
  used_at timestamptz null,
  constraint sync_hold_decision_check check (decision in ('approve', 'refuse'))
);
`;

const messaging = `
create table outbox (
  id bigserial primary key,
  subject text not null,
  message_id text not null,
  body jsonb not null,
  consumers text[] not null,
  created_at timestamptz not null,
  published_at timestamptz null,
  done_at timestamptz null,
  constraint outbox_subject_message_id_unique unique (subject, message_id)
);
create index outbox_open on outbox (id) where done_at is null;

create table inbox (
  consumer text not null,
  subject text not null,
  message_id text not null,
  handled_at timestamptz not null,
  primary key (consumer, subject, message_id)
);

create table cache_version (
  table_name text not null,
  "version" bigint not null default '0',
  primary key (table_name)
);

create table cache_change (
  table_name text not null,
  "version" bigint not null,
  "rows" jsonb null,
  primary key (table_name, "version")
);
`;

const people = `
create table people (
  telegram_id bigint not null,
  first_name text not null,
  username text null,
  language text null,
  blocked boolean not null default false,
  screen_message_id bigint null,
  prompt jsonb null,
  tickets jsonb not null,
  first_seen_at timestamptz not null,
  primary key (telegram_id)
);

create table telegram_update (
  update_id bigint not null,
  chat_id bigint not null,
  payload jsonb not null,
  state text not null,
  answers jsonb null,
  attempts int not null default 0,
  received_at timestamptz not null,
  done_at timestamptz null,
  primary key (update_id),
  constraint telegram_update_state_check check (state in ('pending', 'decided', 'done'))
);
create index telegram_update_open on telegram_update (chat_id, update_id) where state <> 'done';
`;

const audit = `
create table audit_log (
  id bigserial primary key,
  "timestamp" timestamptz not null,
  actor_id text not null,
  action text not null,
  entity_type text not null,
  entity_id text not null,
  details jsonb not null,
  service text not null
);
create index audit_log_timestamp_index on audit_log ("timestamp");
create index audit_log_entity_type_entity_id_index on audit_log (entity_type, entity_id);

create table _schema_metadata (
  key text not null,
  value text not null,
  primary key (key)
);
`;

const start = `
insert into _schema_metadata (key, value) values ('schema_version', '1');
insert into sync_state (id) values (1);
insert into cache_version (table_name) values ('employee_settings'), ('dynamic_rates'), ('ranks'), ('people');
`;

/** All tables of the first release. The entities say the same; a test holds the two together. */
export class Foundation extends Migration {
  override up(): void {
    for (const sql of [reference, sync, messaging, people, audit, start]) this.addSql(sql);
  }
}
