-- Which silos a cluster has, as each sees the others. The rows of one cluster share one version, the etag of all:
-- whoever inserts or changes a row names the version he has read, and only one of those who name the same wins.

create table if not exists simulator_membership_version (
    cluster_id text collate "C" primary key,
    version    integer not null default 0,
    changed    timestamptz not null default now()
);

create table if not exists simulator_membership (
    cluster_id    text collate "C" not null references simulator_membership_version on delete cascade,
    address       text collate "C" not null,
    port          integer not null,
    generation    integer not null,
    silo_name     text not null,
    host_name     text not null,
    status        integer not null,
    proxy_port    integer not null,
    suspect_times text,
    start_time    timestamptz not null,
    alive_time    timestamptz not null,
    primary key (cluster_id, address, port, generation)
);

-- The row of versions is locked first, so that writers queue there; who comes second finds another version.
create or replace function simulator_lock_membership(cluster text, expected integer) returns boolean
language plpgsql as $function$
begin
    perform 1 from simulator_membership_version v
        where v.cluster_id = cluster and v.version = expected for update;
    return found;
end
$function$;

create or replace function simulator_raise_membership(cluster text) returns void
language sql as $function$
    update simulator_membership_version set version = version + 1, changed = now() where cluster_id = cluster;
$function$;

create or replace function simulator_insert_silo(
    cluster text, expected integer, address text, port integer, generation integer, silo_name text,
    host_name text, status integer, proxy_port integer, start_time timestamptz, alive_time timestamptz)
returns boolean
language plpgsql as $function$
begin
    if not simulator_lock_membership(cluster, expected) then
        return false;
    end if;
    insert into simulator_membership values (cluster, address, port, generation, silo_name, host_name, status,
        proxy_port, null, start_time, alive_time) on conflict do nothing;
    if not found then
        return false;
    end if;
    perform simulator_raise_membership(cluster);
    return true;
end
$function$;

-- A silo that changes another's row writes the time it has read; a later sign of life must not be undone by it.
create or replace function simulator_update_silo(
    cluster text, expected integer, silo_address text, silo_port integer, silo_generation integer,
    new_status integer, new_suspect_times text, new_alive_time timestamptz)
returns boolean
language plpgsql as $function$
begin
    if not simulator_lock_membership(cluster, expected) then
        return false;
    end if;
    update simulator_membership m
        set status = new_status, suspect_times = new_suspect_times,
            alive_time = greatest(m.alive_time, new_alive_time)
        where m.cluster_id = cluster and m.address = silo_address and m.port = silo_port
            and m.generation = silo_generation;
    if not found then
        return false;
    end if;
    perform simulator_raise_membership(cluster);
    return true;
end
$function$;

insert into orleansquery (querykey, querytext) values
('InsertMembershipVersionKey', $query$
with made as (
    insert into simulator_membership_version (cluster_id) values (@DeploymentId)
    on conflict do nothing returning 1)
select exists (select from made)
$query$),
('InsertMembershipKey', $query$
select simulator_insert_silo(@DeploymentId, @Version, @Address, @Port, @Generation, @SiloName, @HostName, @Status,
    @ProxyPort, @StartTime, @IAmAliveTime)
$query$),
('UpdateMembershipKey', $query$
select simulator_update_silo(@DeploymentId, @Version, @Address, @Port, @Generation, @Status, @SuspectTimes,
    @IAmAliveTime)
$query$),
('UpdateIAmAlivetimeKey', $query$
update simulator_membership set alive_time = @IAmAliveTime
where cluster_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation
$query$),
-- A cluster without silos still has its version: one row, all else null.
('MembershipReadAllKey', $query$
select v.version, m.address, m.port, m.generation, m.silo_name as siloname, m.host_name as hostname, m.status,
    m.proxy_port as proxyport, m.suspect_times as suspecttimes, m.start_time as starttime,
    m.alive_time as iamalivetime
from simulator_membership_version v
left join simulator_membership m on m.cluster_id = v.cluster_id
where v.cluster_id = @DeploymentId
$query$),
('MembershipReadRowKey', $query$
select v.version, m.address, m.port, m.generation, m.silo_name as siloname, m.host_name as hostname, m.status,
    m.proxy_port as proxyport, m.suspect_times as suspecttimes, m.start_time as starttime,
    m.alive_time as iamalivetime
from simulator_membership_version v
left join simulator_membership m on m.cluster_id = v.cluster_id and m.address = @Address and m.port = @Port
    and m.generation = @Generation
where v.cluster_id = @DeploymentId
$query$),
-- Port 0 says that a silo takes no clients.
('GatewaysQueryKey', $query$
select address, proxy_port as proxyport, generation
from simulator_membership
where cluster_id = @DeploymentId and status = @Status and proxy_port > 0
$query$),
-- The rows of the silos go with the version's.
('DeleteMembershipTableEntriesKey', $query$
delete from simulator_membership_version where cluster_id = @DeploymentId
$query$),
-- 3: active. An active silo that is silent is first declared dead by the others.
('CleanupDefunctSiloEntriesKey', $query$
delete from simulator_membership
where cluster_id = @DeploymentId and alive_time < @IAmAliveTime and status <> 3
$query$)
on conflict (querykey) do update set querytext = excluded.querytext;
