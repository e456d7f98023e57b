-- What all minutes between an entry of the journal and its cause went into, by reason: every paper, report and assignment at
-- every body, so that minutes in which several lay side by side count for each.
--
-- :directive   id of a directive; all unless given
--
-- reason       as docs/measures.md defines it
-- minutes      minutes in all
-- entries      entries that waited for it
-- share        percent of all minutes
-- mean         minutes an entry that waited for it

WITH wanted AS (
  SELECT w.reason, w.minutes FROM wait w WHERE :directive IS NULL
  UNION ALL
  SELECT w.reason, w.minutes
  FROM root r JOIN entry e ON +e.root = r.id JOIN wait w ON w.entry = e.id
  WHERE r.type = 'directive' AND r.key = :directive
)
SELECT n.key AS reason, sum(minutes) AS minutes, count(*) AS entries,
       round(100.0 * sum(minutes) / sum(sum(minutes)) OVER (), 2) AS share, round(1.0 * sum(minutes) / count(*), 1) AS mean
FROM wanted w JOIN reason n ON n.id = w.reason
GROUP BY w.reason
ORDER BY w.reason;
