-- Discharge reports by month, current vintage. England comes from the national series in every month that it holds,
-- from the monthly files in the others; the providers behind a figure are those of the month's own file.
CREATE TABLE discharge_current AS
WITH live AS NOT MATERIALIZED (
    SELECT d.*, s.period_end
    FROM discharge AS d
    JOIN snapshots AS s ON s.snapshot_id = d.snapshot_id AND s.source = d.source
    WHERE s.is_current
),
offered AS (
    SELECT source, area_code, period, measure, basis, snapshot_id, series,
        ROW_NUMBER() OVER (
            PARTITION BY source, area_code, period, measure, basis
            ORDER BY CASE WHEN COUNT(value) > 0 THEN 0 ELSE 1 END, CASE series WHEN 'time_series' THEN 0 ELSE 1 END,
                MAX(vintage) DESC, MAX(period_end) DESC, snapshot_id
        ) AS place
    FROM live
    GROUP BY source, area_code, period, measure, basis, snapshot_id, series
),
behind AS (
    SELECT source, area_code, period, MAX(organisations) AS organisations
    FROM live
    WHERE measure = 'nctr_patients' AND basis = 'plain'
    GROUP BY source, area_code, period
)
SELECT l.source, l.series, l.area_code, l.area_type, l.period, l.measure, l.pathway, l.detail, l.basis, l.value, l.unit,
    l.status, l.shorthand, l.vintage, l.snapshot_id, l.days, COALESCE(l.organisations, b.organisations) AS organisations
FROM live AS l
JOIN offered AS o ON o.place = 1 AND o.source = l.source AND o.area_code = l.area_code AND o.period = l.period
    AND o.measure = l.measure AND o.basis = l.basis AND o.snapshot_id = l.snapshot_id AND o.series = l.series
LEFT JOIN behind AS b ON b.source = l.source AND b.area_code = l.area_code AND b.period = l.period
ORDER BY l.measure, l.detail, l.area_code, l.source, l.period, l.pathway, l.basis;
