-- How long after the issue each level was reached, had registered, relayed, complied and reported: quantiles in elapsed
-- minutes. Those to whom it has not happened count as later than all others, so that a quantile beyond the share to whom it
-- has is NULL; of the time to relay only those who have relayed are asked.
--
-- :directive    id of a directive; each by itself unless given
--
-- directive     id
-- level         level of the bodies
-- until         reach, register, relay, comply or report
-- bodies        addressed bodies that are asked about
-- not_happened  of them: not in this run
-- p10           10% quantile, minutes; interpolated (Hyndman and Fan 1996, definition 7)
-- p50           median
-- p90           90% quantile
-- p95           95% quantile
-- p99           99% quantile
-- shortest      of those to whom it has happened, minutes
-- longest       of those to whom it has happened, minutes
-- mean          of those to whom it has happened, minutes

WITH wanted AS MATERIALIZED (
  SELECT d.root, b.level, d.arrived - v.issued AS reach, d.registered - v.issued AS register, d.issued - v.issued AS relay,
         d.complied - v.issued AS comply, d.report_arrived - v.issued AS report
  FROM dossier d
  JOIN directive v ON v.root = d.root
  JOIN root r ON r.id = d.root
  JOIN body b ON b.id = d.body
  WHERE d.addressed = 1 AND (:directive IS NULL OR r.key = :directive)
),
-- Equal times together: so many bodies after so many minutes.
bunch (root, level, step, until, minutes, bodies) AS (
  SELECT root, level, 1, 'reach', reach, count(*) FROM wanted GROUP BY root, level, reach
  UNION ALL SELECT root, level, 2, 'register', register, count(*) FROM wanted GROUP BY root, level, register
  UNION ALL SELECT root, level, 3, 'relay', relay, count(*) FROM wanted WHERE relay IS NOT NULL GROUP BY root, level, relay
  UNION ALL SELECT root, level, 4, 'comply', comply, count(*) FROM wanted GROUP BY root, level, comply
  UNION ALL SELECT root, level, 5, 'report', report, count(*) FROM wanted GROUP BY root, level, report
),
-- Their places among all, from 0: first to last.
placed AS (
  SELECT *, sum(bodies) OVER shorter - bodies AS first, sum(bodies) OVER shorter - 1 AS last,
         sum(bodies) OVER (PARTITION BY root, level, step) AS n
  FROM bunch
  WINDOW shorter AS (PARTITION BY root, level, step ORDER BY minutes NULLS LAST)
),
percent (share) AS (VALUES (10), (50), (90), (95), (99)),
-- A quantile lies between the bodies at two neighbouring places: so much of each.
quantile AS (
  SELECT p.root, p.level, p.step, q.share,
         CASE WHEN count(*) = count(p.minutes) THEN sum(p.minutes * (
           (q.share * (n - 1) / 100 BETWEEN first AND last) * (100 - q.share * (n - 1) % 100)
           + (q.share * (n - 1) / 100 + 1 BETWEEN first AND last) * (q.share * (n - 1) % 100))) / 100.0 END AS minutes
  FROM placed p CROSS JOIN percent q
  WHERE (q.share * (n - 1) + 99) / 100 >= first AND q.share * (n - 1) / 100 <= last
  GROUP BY p.root, p.level, p.step, q.share
),
-- One row a level and step, its quantiles beside each other.
summed AS (
  SELECT root, level, step, max(minutes) FILTER (WHERE share = 10) AS p10, max(minutes) FILTER (WHERE share = 50) AS p50,
         max(minutes) FILTER (WHERE share = 90) AS p90, max(minutes) FILTER (WHERE share = 95) AS p95,
         max(minutes) FILTER (WHERE share = 99) AS p99
  FROM quantile
  GROUP BY root, level, step
)
SELECT r.key AS directive, l.key AS level, b.until, sum(b.bodies) AS bodies,
       coalesce(sum(b.bodies) FILTER (WHERE b.minutes IS NULL), 0) AS not_happened,
       s.p10, s.p50, s.p90, s.p95, s.p99, min(b.minutes) AS shortest, max(b.minutes) AS longest,
       round(1.0 * sum(b.minutes * b.bodies) / sum(b.bodies) FILTER (WHERE b.minutes IS NOT NULL), 4) AS mean
FROM bunch b
JOIN summed s ON s.root = b.root AND s.level = b.level AND s.step = b.step
JOIN root r ON r.id = b.root
JOIN level l ON l.id = b.level
GROUP BY b.root, b.level, b.step
ORDER BY b.root, b.level, b.step;
