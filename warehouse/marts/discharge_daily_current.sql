-- Discharge reports by day and week, current vintage. England comes from the national series on every day that it
-- holds, from the monthly files on the others; of two series the one issued last. No day is put together from both.
CREATE TABLE discharge_daily_current AS
WITH national AS (
    SELECT d.*, s.period_end,
        COUNT(d.value) OVER (
            PARTITION BY d.source, d.period, d.period_type, d.measure, d.pathway <> 'all', d.snapshot_id, d.series
        ) AS held
    FROM discharge_daily AS d
    JOIN snapshots AS s ON s.snapshot_id = d.snapshot_id AND s.source = d.source
    WHERE s.is_current AND d.area_type = 'country'
),
ranked AS (
    SELECT *, DENSE_RANK() OVER (
        PARTITION BY source, period, period_type, measure, pathway <> 'all'
        ORDER BY CASE WHEN held > 0 THEN 0 ELSE 1 END, CASE series WHEN 'time_series' THEN 0 ELSE 1 END,
            vintage DESC, period_end DESC, snapshot_id
    ) AS place
    FROM national
)
SELECT source, series, area_code, area_type, period, period_type, measure, pathway, detail, value, unit, status,
    shorthand, vintage, snapshot_id
FROM ranked
WHERE place = 1
UNION ALL
SELECT d.source, d.series, d.area_code, d.area_type, d.period, d.period_type, d.measure, d.pathway, d.detail, d.value,
    d.unit, d.status, d.shorthand, d.vintage, d.snapshot_id
FROM discharge_daily AS d
JOIN snapshots AS s ON s.snapshot_id = d.snapshot_id AND s.source = d.source
WHERE s.is_current AND d.area_type <> 'country'
ORDER BY measure, detail, area_code, source, period, period_type, pathway;
