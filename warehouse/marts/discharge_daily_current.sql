-- Discharge reports by day and week, current vintage. England comes from the national series on every day that it
-- holds, from the monthly files on the others; of two series the one issued last. Nothing is put together from both.
CREATE TABLE discharge_daily_current AS
WITH live AS NOT MATERIALIZED (
    SELECT d.*, s.period_end
    FROM discharge_daily AS d
    JOIN snapshots AS s ON s.snapshot_id = d.snapshot_id AND s.source = d.source
    WHERE s.is_current
),
offered AS (
    SELECT source, period, period_type, measure, pathway <> 'all' AS cut, snapshot_id, series,
        ROW_NUMBER() OVER (
            PARTITION BY source, period, period_type, measure, pathway <> 'all'
            ORDER BY CASE WHEN COUNT(value) > 0 THEN 0 ELSE 1 END, CASE series WHEN 'time_series' THEN 0 ELSE 1 END,
                MAX(vintage) DESC, MAX(period_end) DESC, snapshot_id
        ) AS place
    FROM live
    WHERE area_type = 'country'
    GROUP BY source, period, period_type, measure, pathway <> 'all', snapshot_id, series
)
SELECT l.source, l.series, l.area_code, l.area_type, l.period, l.period_type, l.measure, l.pathway, l.detail, l.value,
    l.unit, l.status, l.shorthand, l.vintage, l.snapshot_id
FROM live AS l
LEFT JOIN offered AS o ON l.area_type = 'country' AND o.source = l.source AND o.period = l.period
    AND o.period_type = l.period_type AND o.measure = l.measure AND o.cut = (l.pathway <> 'all')
    AND o.snapshot_id = l.snapshot_id AND o.series = l.series
WHERE l.area_type <> 'country' OR o.place = 1
ORDER BY l.measure, l.detail, l.area_code, l.source, l.period;
