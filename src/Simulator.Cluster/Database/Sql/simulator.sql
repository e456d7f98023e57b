-- What the simulator itself keeps in the database: which layout its tables have, and who serves which cluster.
-- Every statement may be run again on a database that has it already.

create table if not exists simulator_schema (
    version integer not null
);

create unique index if not exists simulator_schema_is_one_row on simulator_schema ((true));

-- One row for each cluster id ever served here. All silos and clients of a cluster must run the same program and
-- know the same secret; secret_check proves a secret without holding it, and is null where none is asked for.
create table if not exists simulator_cluster (
    cluster_id      text collate "C" primary key,
    program_version text not null,
    secret_check    text,
    first_seen      timestamptz not null default now(),
    last_claimed    timestamptz not null default now()
);

-- The texts that the ADO.NET providers of Orleans read at start and run from then on; this one name is theirs.
create table if not exists orleansquery (
    querykey  text collate "C" primary key,
    querytext text not null
);
