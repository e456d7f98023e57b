-- info simulator_run
-- Which run it is.
--
-- seed          seed
-- replication   which replication of the seed
-- digest        digest of its journal

SELECT (SELECT value FROM run WHERE key = 'seed') AS seed, (SELECT value FROM run WHERE key = 'replication') AS replication,
       (SELECT value FROM run WHERE key = 'digest') AS digest, 0 AS at, 1 AS more;
