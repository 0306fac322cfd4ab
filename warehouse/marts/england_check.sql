-- England in the council workbooks beside England in the national series, and the difference (workbook minus
-- series), for every cell that both publish.
CREATE TABLE england_check AS
SELECT n.period, n.body, n.reason, n.care_type, n.value AS national_days, c.value AS councils_days,
    c.value - n.value AS difference, n.snapshot_id AS national_snapshot_id, c.snapshot_id AS councils_snapshot_id
FROM delays AS n
JOIN snapshots AS sn ON sn.snapshot_id = n.snapshot_id AND sn.is_current
JOIN delays AS c ON c.period = n.period AND c.body = n.body AND c.reason = n.reason AND c.care_type = n.care_type
JOIN snapshots AS sc ON sc.snapshot_id = c.snapshot_id AND sc.is_current
WHERE n.source = 'dtoc_england' AND c.source = 'dtoc_councils' AND c.area_type = 'country'
ORDER BY n.body, n.reason, n.care_type, n.period;
