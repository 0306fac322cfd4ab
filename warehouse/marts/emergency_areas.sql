-- A&E and emergency admissions of boards and NHS regions: sums of their providers as each month's file lists them,
-- with the number of providers behind each sum. A board that a file does not print is the provider's last known one.
CREATE TABLE emergency_areas AS
WITH provider AS (
    SELECT e.measure, e.period, e.value, e.shorthand, e.vintage, e.source, e.snapshot_id, e.area_code,
        COALESCE(m.region_code, o.region_code) AS region_code, COALESCE(m.icb_code, o.icb_code) AS icb_code,
        CASE WHEN m.icb_code IS NULL THEN 1 ELSE 0 END AS moved
    FROM emergency_current AS e
    JOIN memberships AS m
        ON m.source = e.source AND m.code = e.area_code AND m.period = e.period AND m.snapshot_id = e.snapshot_id
    JOIN organisations AS o ON o.code = e.area_code
    WHERE e.area_type = 'provider'
),
placed AS (
    SELECT measure, period, value, shorthand, vintage, source, snapshot_id, area_code AS code,
        region_code AS belongs, 'nhs_region' AS kind, 0 AS moved
    FROM provider WHERE region_code IS NOT NULL
    UNION ALL
    SELECT measure, period, value, shorthand, vintage, source, snapshot_id, area_code AS code,
        icb_code AS belongs, 'icb' AS kind, moved
    FROM provider WHERE icb_code IS NOT NULL
),
told AS (
    SELECT s.period, s.code, s.kind,
        MAX(CASE WHEN s.measure = 'ae_attendances' THEN s.value END) AS seen,
        MAX(CASE WHEN s.measure = 'ae_over_4h' THEN s.value END) AS late
    FROM placed AS s
    WHERE s.measure IN ('ae_attendances', 'ae_over_4h', 'ae_within_4h_pct')
    GROUP BY s.period, s.code, s.kind
    HAVING MAX(CASE WHEN s.measure = 'ae_within_4h_pct' THEN s.value END) IS NOT NULL
)
SELECT p.measure, p.belongs AS area_code, p.kind AS area_type, p.period,
    CASE WHEN p.measure = 'ae_within_4h_pct' THEN 100 * (SUM(t.seen) - SUM(COALESCE(t.late, 0))) / SUM(t.seen)
        ELSE SUM(p.value) END AS value,
    CASE WHEN COUNT(p.value) > 0 THEN 'derived'
        WHEN COUNT(*) FILTER (WHERE p.shorthand = '[x]') > 0 THEN 'not_submitted' ELSE 'not_applicable' END AS status,
    CASE WHEN COUNT(p.value) > 0 THEN ''
        WHEN COUNT(*) FILTER (WHERE p.shorthand = '[x]') > 0 THEN '[x]' ELSE '[z]' END AS shorthand,
    MAX(p.vintage) AS vintage, p.source, MAX(p.snapshot_id) AS snapshot_id,
    COUNT(p.value) AS providers, COUNT(*) FILTER (WHERE p.shorthand = '[x]') AS missing,
    MAX(p.moved) AS moved
FROM placed AS p
LEFT JOIN told AS t ON t.period = p.period AND t.code = p.code AND t.kind = p.kind AND p.measure = 'ae_within_4h_pct'
GROUP BY p.measure, p.belongs, p.kind, p.period, p.source
ORDER BY p.measure, p.belongs, p.period;
