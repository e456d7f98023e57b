-- Which posts were busiest: minutes of work on papers of directives over the minutes in which people of the post were to be
-- at work, from the start to the end of the run. Papers of no directive, absences and changes of staff in mid-run are left out.
--
-- :level       only bodies of this level
-- :top         how many rows; 20
--
-- body         id
-- name         its name
-- level        its level
-- post         clerk, leadership or staff
-- people       people of the post at the start
-- steps        steps that ended
-- worked       minutes of work on them
-- to_work      minutes in which the people were to be at work
-- utilisation  percent

WITH work AS (
  SELECT b.id, b.office, e.post, count(*) AS steps, sum(e.worked) AS worked
  FROM body b CROSS JOIN entry e ON e.id BETWEEN b.first_entry AND b.last_entry
  WHERE +e.kind = 3 AND e.post IS NOT NULL AND (:level IS NULL OR b.level = (SELECT id FROM level WHERE key = :level))
  GROUP BY b.id, e.post
),
post_time AS (
  SELECT id AS office, 0 AS post, clerks AS people, clerks * clerk_minutes AS minutes FROM office
  UNION ALL SELECT id, 1, leaders, leaders * leadership_minutes FROM office
  UNION ALL SELECT id, 2, staff, staff * staff_minutes FROM office
)
SELECT b.key AS body, b.name, l.key AS level, p.key AS post, t.people, w.steps, w.worked, t.minutes AS to_work,
       round(100.0 * w.worked / nullif(t.minutes, 0), 2) AS utilisation
FROM (SELECT w.*, t.people, t.minutes FROM work w JOIN post_time t ON t.office = w.office AND t.post = w.post
      ORDER BY 1.0 * w.worked / nullif(t.minutes, 0) DESC, w.id, w.post LIMIT coalesce(:top, 20)) w
JOIN post_time t ON t.office = w.office AND t.post = w.post
JOIN body b ON b.id = w.id
JOIN level l ON l.id = b.level
JOIN post p ON p.id = w.post
ORDER BY 1.0 * w.worked / nullif(t.minutes, 0) DESC, w.id, w.post;
