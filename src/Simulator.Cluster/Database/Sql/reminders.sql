-- The calls that grains have asked for. Each write takes a version of its own from the sequence, so that one read
-- before a reminder was removed never is that of the reminder which was registered again under the same name.

create sequence if not exists simulator_reminder_version as integer cycle;

create table if not exists simulator_reminder (
    service_id text collate "C" not null,
    grain_id   text collate "C" not null,
    name       text collate "C" not null,
    grain_hash integer not null,
    start_time timestamptz not null,
    period_ms  bigint not null,
    version    integer not null,
    primary key (service_id, grain_id, name)
);

create index if not exists simulator_reminder_by_hash on simulator_reminder (service_id, grain_hash);

insert into orleansquery (querykey, querytext) values
('ReadReminderRowsKey', $query$
select grain_id as grainid, name as remindername, start_time as starttime, period_ms as period, version
from simulator_reminder
where service_id = @ServiceId and grain_id = @GrainId
$query$),
('ReadReminderRowKey', $query$
select grain_id as grainid, name as remindername, start_time as starttime, period_ms as period, version
from simulator_reminder
where service_id = @ServiceId and grain_id = @GrainId and name = @ReminderName
$query$),
-- A silo's part of the ring of hashes, without its begin and with its end ...
('ReadRangeRows1Key', $query$
select grain_id as grainid, name as remindername, start_time as starttime, period_ms as period, version
from simulator_reminder
where service_id = @ServiceId and grain_hash > @BeginHash and grain_hash <= @EndHash
$query$),
-- ... and a part that goes over the end of the numbers and on from their start, or all round if both are the same.
('ReadRangeRows2Key', $query$
select grain_id as grainid, name as remindername, start_time as starttime, period_ms as period, version
from simulator_reminder
where service_id = @ServiceId and (grain_hash > @BeginHash or grain_hash <= @EndHash)
$query$),
('UpsertReminderRowKey', $query$
insert into simulator_reminder (service_id, grain_id, name, grain_hash, start_time, period_ms, version)
values (@ServiceId, @GrainId, @ReminderName, @GrainHash, @StartTime, @Period,
    nextval('simulator_reminder_version')::integer)
on conflict (service_id, grain_id, name) do update
set grain_hash = excluded.grain_hash, start_time = excluded.start_time, period_ms = excluded.period_ms,
    version = excluded.version
returning version
$query$),
('DeleteReminderRowKey', $query$
with removed as (
    delete from simulator_reminder
    where service_id = @ServiceId and grain_id = @GrainId and name = @ReminderName and version = @Version
    returning 1)
select exists (select from removed)
$query$),
('DeleteReminderRowsKey', $query$
delete from simulator_reminder where service_id = @ServiceId
$query$)
on conflict (querykey) do update set querytext = excluded.querytext;
