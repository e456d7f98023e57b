-- The same run as OCEL 2.0 (Berti et al., OCEL 2.0 Specification, 2023, section 5, the relational form): five types of
-- objects, and a type of event for each activity. As views they take no room; written out as tables they are what the
-- standard asks for to the letter. Ids: body#sequence of an event, type:key of an object.

--# common

CREATE VIEW event_map_type AS SELECT key AS ocel_type, map AS ocel_type_map FROM activity;

CREATE VIEW object_map_type AS SELECT column1 AS ocel_type, column1 AS ocel_type_map
FROM (VALUES ('directive'), ('document'), ('assignment'), ('report'), ('body'));

CREATE VIEW event AS
SELECT b.key || '#' || e.sequence AS ocel_id, a.key AS ocel_type
FROM entry e JOIN body b ON b.id = e.body JOIN activity a ON a.id = e.activity;

CREATE VIEW object AS
SELECT 'body:' || key AS ocel_id, 'body' AS ocel_type FROM body WHERE id > 0 OR last_entry >= first_entry
UNION ALL SELECT 'directive:' || r.key, 'directive' FROM directive d JOIN root r ON r.id = d.root
UNION ALL SELECT 'document:' || r.key || '@' || b.key || '#' || d.ordinal, 'document'
FROM document d JOIN root r ON r.id = d.root JOIN body b ON b.id = d.body
UNION ALL SELECT 'assignment:' || r.key || '/' || m.key || '@' || b.key, 'assignment'
FROM own_assignment o JOIN assignment m ON m.root = o.root AND m.item = o.item
JOIN root r ON r.id = o.root JOIN body b ON b.id = o.body
UNION ALL SELECT 'report:' || b.key || '#' || e.sequence, 'report'
FROM report p JOIN entry e ON e.id = p.id JOIN body b ON b.id = e.body;

CREATE VIEW event_object AS
SELECT b.key || '#' || e.sequence AS ocel_event_id, 'body:' || b.key AS ocel_object_id, 'by' AS ocel_qualifier
FROM entry e JOIN body b ON b.id = e.body
UNION ALL SELECT b.key || '#' || e.sequence, 'body:' || o.key, 'names'
FROM entry e JOIN body b ON b.id = e.body JOIN body o ON o.id = e.other
UNION ALL SELECT b.key || '#' || e.sequence, 'directive:' || r.key, 'about'
FROM entry e JOIN body b ON b.id = e.body JOIN root r ON r.id = e.root WHERE r.type = 'directive'
UNION ALL SELECT b.key || '#' || e.sequence, 'document:' || r.key || '@' || f.key || '#' || d.ordinal,
       CASE WHEN e.kind = 1 THEN 'issues' WHEN e.kind = 2 AND e.what IN (2, 3) THEN 'receives'
            WHEN e.kind = 4 AND e.what IN (2, 3) THEN 'loses' ELSE 'handles' END
FROM entry e JOIN body b ON b.id = e.body
JOIN document d ON d.id = e.document JOIN body f ON f.id = d.body JOIN root r ON r.id = d.root
UNION ALL SELECT b.key || '#' || e.sequence, 'report:' || f.key || '#' || s.sequence,
       CASE WHEN e.id = e.report THEN 'sends' WHEN e.kind = 2 THEN 'receives' WHEN e.kind = 4 THEN 'loses' ELSE 'registers' END
FROM entry e JOIN body b ON b.id = e.body JOIN entry s ON s.id = e.report JOIN body f ON f.id = s.body
UNION ALL SELECT b.key || '#' || e.sequence, 'assignment:' || r.key || '/' || m.key || '@' || b.key, 'for'
FROM entry e JOIN body b ON b.id = e.body
JOIN own_assignment o ON o.root = e.root AND o.body = e.body AND o.item = e.item
JOIN assignment m ON m.root = o.root AND m.item = o.item JOIN root r ON r.id = e.root
WHERE e.kind IN (3, 5, 6, 7, 11, 27, 32, 33, 43, 63, 64, 65, 71, 72) AND e.item < 32;

CREATE VIEW object_object AS
SELECT 'directive:' || r.key AS ocel_source_id, 'body:' || b.key AS ocel_target_id, 'issued by' AS ocel_qualifier
FROM directive d JOIN root r ON r.id = d.root JOIN body b ON b.id = d.issuer
UNION ALL SELECT 'document:' || r.key || '@' || b.key || '#' || d.ordinal, 'directive:' || r.key, 'of'
FROM document d JOIN root r ON r.id = d.root JOIN body b ON b.id = d.body
UNION ALL SELECT 'document:' || r.key || '@' || b.key || '#' || d.ordinal, 'body:' || b.key, 'issued by'
FROM document d JOIN root r ON r.id = d.root JOIN body b ON b.id = d.body
UNION ALL SELECT 'document:' || r.key || '@' || b.key || '#' || d.ordinal,
       'document:' || q.key || '@' || f.key || '#' || p.ordinal, 'implements'
FROM document d JOIN root r ON r.id = d.root JOIN body b ON b.id = d.body
JOIN document p ON p.id = d.implements JOIN root q ON q.id = p.root JOIN body f ON f.id = p.body
UNION ALL SELECT DISTINCT 'document:' || r.key || '@' || f.key || '#' || d.ordinal, 'body:' || b.key, 'sent to'
FROM entry e JOIN body b ON b.id = e.body
JOIN document d ON d.id = e.document JOIN body f ON f.id = d.body JOIN root r ON r.id = d.root
WHERE e.kind = 2 AND e.what IN (2, 3)
UNION ALL SELECT 'assignment:' || r.key || '/' || m.key || '@' || b.key, 'directive:' || r.key, 'part of'
FROM own_assignment o JOIN assignment m ON m.root = o.root AND m.item = o.item
JOIN root r ON r.id = o.root JOIN body b ON b.id = o.body
UNION ALL SELECT 'assignment:' || r.key || '/' || m.key || '@' || b.key, 'body:' || b.key, 'carried out by'
FROM own_assignment o JOIN assignment m ON m.root = o.root AND m.item = o.item
JOIN root r ON r.id = o.root JOIN body b ON b.id = o.body
UNION ALL SELECT 'report:' || f.key || '#' || e.sequence, 'directive:' || r.key, 'on'
FROM report p JOIN entry e ON e.id = p.id JOIN body f ON f.id = e.body JOIN root r ON r.id = p.root
UNION ALL SELECT 'report:' || f.key || '#' || e.sequence, 'body:' || b.key, 'tells of'
FROM report p JOIN entry e ON e.id = p.id JOIN body f ON f.id = e.body JOIN body b ON b.id = p.body
UNION ALL SELECT 'report:' || f.key || '#' || e.sequence, 'body:' || b.key, 'sent to'
FROM report p JOIN entry e ON e.id = p.id JOIN body f ON f.id = e.body JOIN body b ON b.id = p.receiver
UNION ALL SELECT 'body:' || b.key, 'body:' || s.key, 'under' FROM body b JOIN body s ON s.id = b.superior;

CREATE VIEW object_directive AS
SELECT 'directive:' || r.key AS ocel_id, '1970-01-01 00:00:00' AS ocel_time, NULL AS ocel_changed_field,
       d.symbol, d.title, d.urgency, d.addressed
FROM directive d JOIN root r ON r.id = d.root;

CREATE VIEW object_document AS
SELECT 'document:' || r.key || '@' || b.key || '#' || d.ordinal AS ocel_id, '1970-01-01 00:00:00' AS ocel_time,
       NULL AS ocel_changed_field, d.number, d.addressees, d.form
FROM document d JOIN root r ON r.id = d.root JOIN body b ON b.id = d.body;

CREATE VIEW object_assignment AS
SELECT 'assignment:' || r.key || '/' || m.key || '@' || b.key AS ocel_id, '1970-01-01 00:00:00' AS ocel_time,
       NULL AS ocel_changed_field, m.does, 'in-term' AS state
FROM own_assignment o JOIN assignment m ON m.root = o.root AND m.item = o.item
JOIN root r ON r.id = o.root JOIN body b ON b.id = o.body
UNION ALL
SELECT 'assignment:' || r.key || '/' || m.key || '@' || b.key,
       datetime((SELECT seconds FROM start) + (o.due + 1) * 60, 'unixepoch'), 'state', NULL, 'overdue'
FROM own_assignment o JOIN assignment m ON m.root = o.root AND m.item = o.item
JOIN root r ON r.id = o.root JOIN body b ON b.id = o.body WHERE o.state IN ('overdue', 'done-late') AND o.due IS NOT NULL
UNION ALL
SELECT 'assignment:' || r.key || '/' || m.key || '@' || b.key,
       datetime((SELECT seconds FROM start) + o.ended * 60, 'unixepoch'), 'state', NULL, o.state
FROM own_assignment o JOIN assignment m ON m.root = o.root AND m.item = o.item
JOIN root r ON r.id = o.root JOIN body b ON b.id = o.body WHERE o.ended IS NOT NULL;

CREATE VIEW object_report AS
SELECT 'report:' || b.key || '#' || e.sequence AS ocel_id, '1970-01-01 00:00:00' AS ocel_time, NULL AS ocel_changed_field,
       c.key AS paper, p.number, p.counted, p.known, p.claimed
FROM report p JOIN entry e ON e.id = p.id JOIN body b ON b.id = e.body JOIN paper c ON c.id = p.paper;

CREATE VIEW object_body AS
SELECT 'body:' || b.key AS ocel_id, '1970-01-01 00:00:00' AS ocel_time, NULL AS ocel_changed_field,
       b.name, k.key AS kind, l.key AS level, k.line
FROM body b LEFT JOIN kind k ON k.id = b.kind LEFT JOIN level l ON l.id = b.level
WHERE b.id > 0 OR b.last_entry >= b.first_entry;

--# step

CREATE VIEW "event_{map}" AS
SELECT b.key || '#' || e.sequence AS ocel_id, datetime((SELECT seconds FROM start) + e.at * 60, 'unixepoch') AS ocel_time,
       datetime((SELECT seconds FROM start) + e.enabled * 60, 'unixepoch') AS enabled,
       datetime((SELECT seconds FROM start) + e.started * 60, 'unixepoch') AS started,
       b.key || ' ' || p.key || ' ' || nullif(e.server, 255) AS resource, e.in_hours, e.worked, e.route
FROM entry e JOIN body b ON b.id = e.body LEFT JOIN post p ON p.id = e.post
WHERE e.activity = {activity};

--# paper

CREATE VIEW "event_{map}" AS
SELECT b.key || '#' || e.sequence AS ocel_id, datetime((SELECT seconds FROM start) + e.at * 60, 'unixepoch') AS ocel_time,
       datetime((SELECT seconds FROM start) + e.started * 60, 'unixepoch') AS sent, e.route
FROM entry e JOIN body b ON b.id = e.body
WHERE e.activity = {activity};

--# other

CREATE VIEW "event_{map}" AS
SELECT b.key || '#' || e.sequence AS ocel_id, datetime((SELECT seconds FROM start) + e.at * 60, 'unixepoch') AS ocel_time, e.route
FROM entry e JOIN body b ON b.id = e.body
WHERE e.activity = {activity};
