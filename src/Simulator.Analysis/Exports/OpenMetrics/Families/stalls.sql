-- gauge simulator_run_open_stalls stalls
-- What does not go on by itself: papers that were lost or came unseen and no other has come, work and relays laid aside or ignored.
--
-- directive   id
-- level       level of the bodies
-- reason      paper_lost, paper_unseen, assignment_laid_aside, assignment_ignored, relay_laid_aside, relay_ignored

WITH reason (id, key) AS (
  VALUES (0, 'paper_lost'), (1, 'paper_unseen'), (2, 'assignment_laid_aside'), (3, 'assignment_ignored'), (4, 'relay_laid_aside'),
         (5, 'relay_ignored')
),
missing AS MATERIALIZED (
  SELECT e.root, iif(e.kind = 4, e.other, e.body) AS body, iif(e.kind = 4, 0, 1) AS reason, min(e.at) AS since
  FROM entry e WHERE e.kind IN (4, 58) AND e.what IN (2, 3)
  GROUP BY 1, 2, 3
),
said AS MATERIALIZED (
  SELECT e.root, e.body, e.at, e.kind, iif(e.item = 255, 4, 2) AS first,
         lag(e.kind) OVER (PARTITION BY e.root, e.body, e.item ORDER BY e.id) AS before
  FROM entry e WHERE e.kind IN (5, 6, 7) AND e.route = 0
),
moved (root, body, reason, at, more) AS (
  SELECT m.root, m.body, m.reason, m.since, 1
  FROM missing m JOIN dossier d ON d.root = m.root AND d.body = m.body AND d.addressed = 1
  WHERE d.arrived IS NULL OR d.arrived > m.since
  UNION ALL
  SELECT m.root, m.body, m.reason, d.arrived, -1
  FROM missing m JOIN dossier d ON d.root = m.root AND d.body = m.body AND d.addressed = 1
  WHERE d.arrived > m.since
  UNION ALL SELECT root, body, first + kind - 5, at, 1 FROM said WHERE kind <> 7
  UNION ALL SELECT root, body, first + before - 5, at, -1 FROM said WHERE before <> 7
),
summed (root, level, reason, at, more) AS (
  SELECT z.root, z.level, n.id, z.issued, 0
  FROM (
    SELECT d.root, b.level, v.issued
    FROM dossier d JOIN directive v ON v.root = d.root JOIN body b ON b.id = d.body
    WHERE d.addressed = 1 AND v.issued IS NOT NULL
    GROUP BY d.root, b.level
  ) z CROSS JOIN reason n
  UNION ALL
  SELECT m.root, b.level, m.reason, m.at, m.more FROM moved m JOIN body b ON b.id = m.body JOIN directive v ON v.root = m.root
)
SELECT r.key AS directive, l.key AS level, n.key AS reason, s.at, sum(s.more) AS more
FROM summed s
JOIN reason n ON n.id = s.reason
JOIN root r ON r.id = s.root
JOIN level l ON l.id = s.level
GROUP BY s.root, s.level, s.reason, s.at
ORDER BY s.root, s.level, s.reason, s.at;
