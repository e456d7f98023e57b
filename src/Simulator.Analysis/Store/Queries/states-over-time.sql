-- How many addressed bodies of each level stood in which state at the end of each step of time since the start of the run.
--
-- :directive   id of a directive; all together unless given, a body once for each
-- :step        hours of a step; 24
--
-- time         local time: the end of the step
-- level        level of the bodies
-- not_reached  nothing has come
-- arrived      arrived, not registered
-- registered   registered, not assigned
-- in_process   assigned
-- stalled      an assignment, or the relay, lies aside
-- in_part      all own assignments have ended, not all in full
-- complied     complied
-- withdrawn    the paper was withdrawn before

-- Keys of several numbers are packed into one, which sorts a million changes in half the time.
WITH entered AS (
  SELECT s.root, s.body, s.state, s.at / (60 * coalesce(:step, 24)) AS step,
         lag(s.state, 1, 0) OVER (PARTITION BY (s.root << 32) + s.body ORDER BY s.rowid) AS before
  FROM state_change s
  WHERE (:directive IS NULL OR s.root = (SELECT id FROM root WHERE type = 'directive' AND key = :directive))
    AND (s.root, s.body) NOT IN (SELECT root, body FROM dossier WHERE addressed = 0)
),
packed AS (
  SELECT (b.level << 40) + (e.step << 8) + (e.state << 4) + e.before AS pack, count(*) AS bodies
  FROM entered e CROSS JOIN body b ON b.id = e.body
  GROUP BY pack
),
change AS (
  SELECT pack >> 40 AS level, (pack >> 8) & 0xFFFFFFFF AS step, (pack >> 4) & 15 AS state, pack & 15 AS before, bodies FROM packed
),
size AS (
  SELECT b.level, count(*) AS bodies
  FROM dossier d JOIN body b ON b.id = d.body
  WHERE d.addressed = 1
    AND (:directive IS NULL OR d.root = (SELECT id FROM root WHERE type = 'directive' AND key = :directive))
  GROUP BY b.level
),
moved AS (
  SELECT level, step,
         sum(bodies * ((state = 0) - (before = 0))) AS s0, sum(bodies * ((state = 1) - (before = 1))) AS s1,
         sum(bodies * ((state = 2) - (before = 2))) AS s2, sum(bodies * ((state = 3) - (before = 3))) AS s3,
         sum(bodies * ((state = 4) - (before = 4))) AS s4, sum(bodies * ((state = 5) - (before = 5))) AS s5,
         sum(bodies * ((state = 6) - (before = 6))) AS s6, sum(bodies * ((state = 7) - (before = 7))) AS s7
  FROM change GROUP BY level, step
)
SELECT strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + (m.step + 1) * 3600 * coalesce(:step, 24), 'unixepoch') AS time,
       l.key AS level, z.bodies + sum(s0) OVER so_far AS not_reached, sum(s1) OVER so_far AS arrived,
       sum(s2) OVER so_far AS registered, sum(s3) OVER so_far AS in_process, sum(s4) OVER so_far AS stalled,
       sum(s5) OVER so_far AS in_part, sum(s6) OVER so_far AS complied, sum(s7) OVER so_far AS withdrawn
FROM moved m JOIN size z ON z.level = m.level JOIN level l ON l.id = m.level
WINDOW so_far AS (PARTITION BY m.level ORDER BY m.step)
ORDER BY m.step, m.level;
