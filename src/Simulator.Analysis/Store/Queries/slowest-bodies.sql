-- The bodies that complied last, or have not complied: when the paper came, what became of it, and how long it took.
--
-- :directive   id of a directive; all unless given
-- :level       only bodies of this level
-- :top         how many rows; 20
--
-- directive    id
-- body         id
-- name         its name
-- level        its level
-- state        at the end of the run
-- to_reach     minutes from the issue until a paper arrived
-- had          minutes from there until it complied
-- to_comply    minutes from the issue until it complied; NULL: not in this run
-- complied     local time

SELECT directive, body, name, level, state, to_reach, to_comply - to_reach AS had, to_comply, complied
FROM delays
WHERE (:directive IS NULL OR directive = :directive) AND (:level IS NULL OR level = :level)
ORDER BY to_comply DESC NULLS FIRST, to_reach DESC NULLS FIRST, directive, body
LIMIT coalesce(:top, 20);
