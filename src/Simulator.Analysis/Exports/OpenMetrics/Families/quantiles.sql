-- gauge simulator_run_delay_quantile_seconds seconds
-- Quantile of the time from the issue, over all addressed bodies of the level: those that have not come so far count as later
-- than all others, so that it is there from when it is known.
--
-- directive   id
-- level       level of the bodies
-- until       reach, register, comply, report
-- quantile    0.1, 0.5, 0.9, 0.95, 0.99; interpolated (Hyndman and Fan 1996, definition 7)

WITH wanted AS MATERIALIZED (
  SELECT d.root, b.level, d.arrived - v.issued AS reach, d.registered - v.issued AS register, d.complied - v.issued AS comply,
         d.report_arrived - v.issued AS report
  FROM dossier d
  JOIN directive v ON v.root = d.root
  JOIN body b ON b.id = d.body
  WHERE d.addressed = 1 AND v.issued IS NOT NULL
),
bunch (root, level, step, until, minutes, bodies) AS (
  SELECT root, level, 1, 'reach', reach, count(*) FROM wanted GROUP BY root, level, reach
  UNION ALL SELECT root, level, 2, 'register', register, count(*) FROM wanted GROUP BY root, level, register
  UNION ALL SELECT root, level, 3, 'comply', comply, count(*) FROM wanted GROUP BY root, level, comply
  UNION ALL SELECT root, level, 4, 'report', report, count(*) FROM wanted GROUP BY root, level, report
),
placed AS (
  SELECT *, sum(bodies) OVER shorter - bodies AS first, sum(bodies) OVER shorter - 1 AS last,
         sum(bodies) OVER (PARTITION BY root, level, step) AS n
  FROM bunch
  WINDOW shorter AS (PARTITION BY root, level, step ORDER BY minutes NULLS LAST)
),
percent (share, key) AS (VALUES (10, '0.1'), (50, '0.5'), (90, '0.9'), (95, '0.95'), (99, '0.99')),
quantile AS (
  SELECT p.root, p.level, p.step, p.until, q.share, q.key, max(p.minutes) AS after,
         sum(p.minutes * (
           (q.share * (n - 1) / 100 BETWEEN first AND last) * (100 - q.share * (n - 1) % 100)
           + (q.share * (n - 1) / 100 + 1 BETWEEN first AND last) * (q.share * (n - 1) % 100))) / 100.0 AS minutes
  FROM placed p CROSS JOIN percent q
  WHERE (q.share * (n - 1) + 99) / 100 >= first AND q.share * (n - 1) / 100 <= last
  GROUP BY p.root, p.level, p.step, q.share
  HAVING count(*) = count(p.minutes)
)
SELECT r.key AS directive, l.key AS level, q.until, q.key AS quantile, v.issued + q.after AS at, 60 * q.minutes AS more
FROM quantile q
JOIN directive v ON v.root = q.root
JOIN root r ON r.id = q.root
JOIN level l ON l.id = q.level
ORDER BY q.root, q.level, q.step, q.share;
