-- How many entries the journal has of each kind: steps that ended, papers that arrived, what else was noted.
--
-- activity     what is said
-- entries      how many entries say it
-- first        local time of the first
-- last         local time of the last

SELECT a.key AS activity, n.entries,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + n.first * 60, 'unixepoch') AS first,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + n.last * 60, 'unixepoch') AS last
FROM (SELECT activity, count(*) AS entries, min(at) AS first, max(at) AS last FROM entry GROUP BY activity) n
JOIN activity a ON a.id = n.activity
ORDER BY n.entries DESC, n.activity;
