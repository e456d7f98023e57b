-- Where papers lay: steps that were waiting or in hand, by body. A step lies from the moment when it could begin to its end;
-- steps that had not ended by the end of the run are not known to the journal, and not counted.
--
-- :level       only bodies of this level
-- :top         how many rows; 20
--
-- body         id
-- name         its name
-- level        its level
-- steps        steps that ended
-- mean         how many lay there on average over the run, to its last entry
-- most         how many lay there at once at most
-- most_at      local time when so many first lay there
-- mean_minutes minutes a step lay, from when it could begin

WITH heaviest AS (
  SELECT b.id, b.key, b.name, b.level, b.first_entry, b.last_entry, count(*) AS steps, sum(e.at - e.enabled) AS minutes
  FROM body b CROSS JOIN entry e ON e.id BETWEEN b.first_entry AND b.last_entry
  WHERE +e.kind = 3 AND e.enabled IS NOT NULL AND (:level IS NULL OR b.level = (SELECT id FROM level WHERE key = :level))
  GROUP BY b.id
  ORDER BY minutes DESC, b.id
  LIMIT coalesce(:top, 20)
),
change AS (
  SELECT h.id, e.enabled AS at, 1 AS more
  FROM heaviest h CROSS JOIN entry e ON e.id BETWEEN h.first_entry AND h.last_entry WHERE +e.kind = 3 AND e.enabled < e.at
  UNION ALL
  SELECT h.id, e.at, -1
  FROM heaviest h CROSS JOIN entry e ON e.id BETWEEN h.first_entry AND h.last_entry WHERE +e.kind = 3 AND e.enabled < e.at
),
height AS (
  SELECT id, at, sum(sum(more)) OVER (PARTITION BY id ORDER BY at) AS lying FROM change GROUP BY id, at
),
peak AS (
  SELECT id, lying, at, row_number() OVER (PARTITION BY id ORDER BY lying DESC, at) AS place FROM height
)
SELECT h.key AS body, h.name, l.key AS level, h.steps,
       round(1.0 * h.minutes / (SELECT value FROM run WHERE key = 'ended_at'), 4) AS mean, coalesce(p.lying, 0) AS most,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + p.at * 60, 'unixepoch') AS most_at,
       round(1.0 * h.minutes / h.steps, 1) AS mean_minutes
FROM heaviest h
JOIN level l ON l.id = h.level
LEFT JOIN peak p ON p.id = h.id AND p.place = 1
ORDER BY h.minutes DESC, h.id;
