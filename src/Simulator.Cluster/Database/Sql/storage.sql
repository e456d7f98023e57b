-- The state that grains keep. It is found by what the provider calls the grain's type, which is the name that the
-- grain gave to this state, and by the grain's key: two halves of a number or a GUID, a text, or both; no text and
-- an empty one are the same key. The hashes that the provider sends as well are not needed.

create table if not exists simulator_grain_state (
    service_id    text collate "C" not null,
    state_name    text collate "C" not null,
    key_high      bigint not null,
    key_low       bigint not null,
    key_extension text collate "C" not null,
    payload       bytea,
    version       integer not null,
    changed       timestamptz not null default now(),
    primary key (service_id, state_name, key_high, key_low, key_extension)
);

insert into orleansquery (querykey, querytext) values
('ReadFromStorageKey', $query$
select payload as payloadbinary, version
from simulator_grain_state
where service_id = @ServiceId and state_name = @GrainTypeString and key_high = @GrainIdN0 and key_low = @GrainIdN1
    and key_extension = coalesce(@GrainIdExtensionString, '')
$query$),
-- Who has read a version writes only over that; who has read none writes only where nothing is. The loser gets back
-- the version that he named, which tells the provider that nothing was written. A new row starts at random: had it
-- started at 1, a version read before the row was deleted could be that of the row which took its place.
('WriteToStorageKey', $query$
with updated as (
    update simulator_grain_state set payload = @PayloadBinary, version = version + 1, changed = now()
    where service_id = @ServiceId and state_name = @GrainTypeString and key_high = @GrainIdN0
        and key_low = @GrainIdN1 and key_extension = coalesce(@GrainIdExtensionString, '')
        and version = @GrainStateVersion
    returning version),
inserted as (
    insert into simulator_grain_state (service_id, state_name, key_high, key_low, key_extension, payload, version)
    select @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''),
        @PayloadBinary, 1 + floor(random() * 1000000000)::integer
    where @GrainStateVersion is null
    on conflict do nothing
    returning version)
select coalesce((select version from updated), (select version from inserted), @GrainStateVersion)
    as newgrainstateversion
$query$),
('ClearStorageKey', $query$
with cleared as (
    update simulator_grain_state set payload = null, version = version + 1, changed = now()
    where service_id = @ServiceId and state_name = @GrainTypeString and key_high = @GrainIdN0
        and key_low = @GrainIdN1 and key_extension = coalesce(@GrainIdExtensionString, '')
        and version = @GrainStateVersion
    returning version)
select coalesce((select version from cleared), @GrainStateVersion) as newgrainstateversion
$query$),
('DeleteStorageKey', $query$
with deleted as (
    delete from simulator_grain_state
    where service_id = @ServiceId and state_name = @GrainTypeString and key_high = @GrainIdN0
        and key_low = @GrainIdN1 and key_extension = coalesce(@GrainIdExtensionString, '')
        and version = @GrainStateVersion
    returning version)
select coalesce((select version + 1 from deleted), @GrainStateVersion) as newgrainstateversion
$query$)
on conflict (querykey) do update set querytext = excluded.querytext;
