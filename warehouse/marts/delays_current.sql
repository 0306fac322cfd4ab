-- Delayed days, current vintage: councils as published, regions as the sum of their councils, England from the
-- national series (from the council workbooks where that holds no such month), with England's published cells
-- added up over the dimension that a reader leaves out (a sum of pairs that cannot be keeps their shorthand).
CREATE TABLE delays_current AS
WITH live AS NOT MATERIALIZED (
    SELECT d.*
    FROM delays AS d
    JOIN snapshots AS s ON s.snapshot_id = d.snapshot_id AND s.source = d.source
    WHERE s.is_current
),
national AS NOT MATERIALIZED (
    SELECT * FROM live WHERE area_type = 'country' AND source = 'dtoc_england'
),
national_sums AS NOT MATERIALIZED (
    SELECT area_code, period, body, reason, 'all' AS care_type, SUM(value) AS value,
        MAX(vintage) AS vintage, MAX(snapshot_id) AS snapshot_id, MIN(shorthand) AS shorthand
    FROM national WHERE body <> 'all' AND reason <> 'all' AND care_type <> 'all'
    GROUP BY area_code, period, body, reason
    UNION ALL
    SELECT area_code, period, body, 'all', care_type, SUM(value), MAX(vintage), MAX(snapshot_id), MIN(shorthand)
    FROM national WHERE body <> 'all' AND reason <> 'all' AND care_type <> 'all'
    GROUP BY area_code, period, body, care_type
    UNION ALL
    SELECT area_code, period, 'all', reason, care_type, SUM(value), MAX(vintage), MAX(snapshot_id), MIN(shorthand)
    FROM national WHERE body <> 'all' AND reason <> 'all' AND care_type <> 'all'
    GROUP BY area_code, period, reason, care_type
),
regional_sums AS NOT MATERIALIZED (
    SELECT a.region_code AS area_code, l.period, l.body, l.reason, l.care_type,
        SUM(l.value) AS value, MAX(l.vintage) AS vintage, MAX(l.snapshot_id) AS snapshot_id,
        COUNT(*) AS parts, COUNT(*) - COUNT(l.value) AS missing_parts
    FROM live AS l
    JOIN areas AS a ON a.area_code = l.area_code
    WHERE l.area_type = 'council' AND a.region_code IS NOT NULL
    GROUP BY a.region_code, l.period, l.body, l.reason, l.care_type
)
SELECT area_code, area_type, period, body, reason, care_type, value, status, shorthand, vintage, source,
    snapshot_id, 1 AS parts, CASE WHEN value IS NULL THEN 1 ELSE 0 END AS missing_parts
FROM live
WHERE area_type <> 'country'
UNION ALL
SELECT area_code, area_type, period, body, reason, care_type, value, status, shorthand, vintage, source,
    snapshot_id, 1, 0
FROM national
UNION ALL
SELECT area_code, 'country', period, body, reason, care_type, value, 'derived', shorthand, vintage, 'dtoc_england',
    snapshot_id, 1, 0
FROM national_sums
UNION ALL
SELECT area_code, area_type, period, body, reason, care_type, value, status, shorthand, vintage, source,
    snapshot_id, 1, 0
FROM live
WHERE area_type = 'country' AND source = 'dtoc_councils'
    AND period NOT IN (SELECT period FROM national)
UNION ALL
SELECT area_code, 'region', period, body, reason, care_type, value,
    CASE WHEN value IS NULL THEN 'not_submitted' ELSE 'derived' END, CASE WHEN value IS NULL THEN '[x]' ELSE '' END,
    vintage, 'dtoc_councils', snapshot_id, parts, missing_parts
FROM regional_sums
ORDER BY area_code, reason, care_type, body, period;
