-- One body day by day, by post: steps that could begin, steps that ended, and how many lay there at the end of the day.
--
-- :body        id of the body; the one with the most entries unless given
--
-- body         id
-- day          local date
-- post         clerk, leadership or staff; NULL: a step by nobody
-- came         steps that could begin that day
-- ended        steps that ended that day
-- lying        steps that lay there at its end; those that never end in this run are not known

WITH step AS (
  SELECT b.key, e.post, e.enabled, e.at
  FROM body b CROSS JOIN entry e ON e.id BETWEEN b.first_entry AND b.last_entry
  WHERE +e.kind = 3 AND e.enabled IS NOT NULL
    AND b.id = coalesce((SELECT id FROM body WHERE key = :body),
                        (SELECT id FROM body WHERE :body IS NULL ORDER BY last_entry - first_entry DESC, id LIMIT 1))
),
change AS (
  SELECT key, post, date((SELECT seconds FROM start) + enabled * 60, 'unixepoch') AS day, 1 AS came, 0 AS ended FROM step
  UNION ALL
  SELECT key, post, date((SELECT seconds FROM start) + at * 60, 'unixepoch'), 0, 1 FROM step
)
SELECT c.key AS body, c.day, p.key AS post, sum(came) AS came, sum(ended) AS ended,
       sum(sum(came) - sum(ended)) OVER (PARTITION BY c.post ORDER BY c.day) AS lying
FROM change c LEFT JOIN post p ON p.id = c.post
GROUP BY c.post, c.day
ORDER BY c.day, c.post;
