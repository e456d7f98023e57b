-- gauge simulator_run_issuer_known_bodies bodies
-- What the issuer knows of a directive by the reports that it has registered, until it closes: bodies counted, and complied.
--
-- directive   id
-- figure      counted, complied

-- A report counts once it is registered; on its arrival, where nobody registers reports. Newer periodic figures take the place
-- of older ones.
WITH issuer AS MATERIALIZED (
  SELECT v.root, v.issued, v.issuer, d.closed, d.reported_bodies
  FROM directive v JOIN dossier d ON d.root = v.root AND d.body = v.issuer
  WHERE v.issued IS NOT NULL
),
registered AS MATERIALIZED (
  SELECT i.root, e.report, min(e.at) AS at, min(e.id) AS entry
  FROM issuer i JOIN body b ON b.id = i.issuer CROSS JOIN entry e ON e.id BETWEEN b.first_entry AND b.last_entry
  WHERE e.root = i.root AND e.kind = 3 AND e.step = 10 AND e.report IS NOT NULL AND e.route = 0
  GROUP BY i.root, e.report
),
taken AS (
  SELECT root, report, at, entry FROM registered
  UNION ALL
  SELECT i.root, p.id, p.arrived, p.arrival
  FROM issuer i JOIN report p ON p.root = i.root AND p.receiver = i.issuer
  WHERE p.arrived IS NOT NULL AND i.reported_bodies > 0 AND NOT EXISTS (SELECT 1 FROM registered WHERE root = i.root)
),
figure AS MATERIALIZED (
  SELECT t.root, t.at, p.counted, p.claimed, c.key = 'periodic-report' AS periodic,
         lag(p.counted, 1, 0) OVER own AS counted_before, lag(p.claimed, 1, 0) OVER own AS claimed_before,
         lag(c.key, 1, '') OVER own = 'periodic-report' AS replaces
  FROM taken t JOIN report p ON p.id = t.report JOIN paper c ON c.id = p.paper JOIN issuer i ON i.root = t.root
  WHERE c.key IN ('report', 'periodic-report') AND p.counted IS NOT NULL AND (i.closed IS NULL OR t.at <= i.closed)
  WINDOW own AS (PARTITION BY t.root, p.body ORDER BY t.entry)
),
moved (root, figure, at, more) AS (
  SELECT root, 0, issued, 0 FROM issuer
  UNION ALL SELECT root, 1, issued, 0 FROM issuer
  UNION ALL SELECT root, 0, at, counted - iif(replaces, counted_before, 0) FROM figure
  UNION ALL SELECT root, 1, at, claimed - iif(replaces, claimed_before, 0) FROM figure
)
SELECT r.key AS directive, iif(m.figure = 0, 'counted', 'complied') AS figure, m.at, sum(m.more) AS more
FROM moved m
JOIN root r ON r.id = m.root
GROUP BY m.root, m.figure, m.at
ORDER BY m.root, m.figure, m.at;
