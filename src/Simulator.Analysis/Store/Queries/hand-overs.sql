-- Who hands papers to whom: each kind of paper from level to level, from its sending to its arrival, with what was lost.
--
-- sender       level of the body that sent it; NULL: the director
-- receiver     level of the body that it came to, or should have
-- paper        kind of paper
-- arrived      papers that arrived
-- lost         papers that were lost on the way
-- mean         minutes on the way of those that arrived
-- longest      the longest, minutes

WITH paper_way AS (
  SELECT c.body AS sender, e.body AS receiver, a.paper, 1 AS arrived, e.at - e.started AS minutes
  FROM entry e JOIN activity a ON a.id = e.activity JOIN entry c ON c.id = e.cause
  WHERE +e.kind = 2
  UNION ALL
  SELECT e.body, e.other, a.paper, 0, NULL
  FROM entry e JOIN activity a ON a.id = e.activity
  WHERE +e.kind = 4
)
SELECT f.key AS sender, t.key AS receiver, p.key AS paper, sum(w.arrived) AS arrived, count(*) - sum(w.arrived) AS lost,
       round(avg(w.minutes), 1) AS mean, max(w.minutes) AS longest
FROM paper_way w
JOIN body s ON s.id = w.sender
JOIN body r ON r.id = w.receiver
JOIN paper p ON p.id = w.paper
LEFT JOIN level f ON f.id = s.level
LEFT JOIN level t ON t.id = r.level
GROUP BY s.level, r.level, w.paper
ORDER BY s.level, r.level, w.paper;
