-- counter simulator_run_journal_entries entries
-- Entries of the journal.
--
-- level      level of the bodies; empty: the director, who is of none
-- activity   what they say: register, issued, directive arrived, ...

WITH part AS MATERIALIZED (
  SELECT (coalesce(b.level, 255) << 24) + e.activity AS series, e.at, count(*) AS more
  FROM entry e JOIN body b ON b.id = e.body
  GROUP BY series, e.at
),
summed (series, at, more) AS (
  SELECT DISTINCT series, 0, 0 FROM part
  UNION ALL SELECT series, at, more FROM part
)
SELECT coalesce(l.key, '') AS level, a.key AS activity, s.at, s.more
FROM summed s
LEFT JOIN level l ON l.id = s.series >> 24
JOIN activity a ON a.id = s.series & 0xFFFFFF
ORDER BY s.series, s.at;
