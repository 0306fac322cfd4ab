-- The sum of all providers beside England in the national series, and the difference (providers minus series), for
-- every count and month that both publish, with the number of providers behind the sum.
CREATE TABLE emergency_check AS
SELECT n.period, n.measure, n.value AS national_value, SUM(p.value) AS providers_value,
    SUM(p.value) - n.value AS difference, COUNT(p.value) AS providers,
    COUNT(*) FILTER (WHERE p.shorthand = '[x]') AS missing, n.snapshot_id AS national_snapshot_id,
    MAX(p.snapshot_id) AS providers_snapshot_id
FROM emergency_current AS n
JOIN emergency_current AS p ON p.period = n.period AND p.measure = n.measure
WHERE n.source = 'ae_england' AND p.area_type = 'provider' AND n.measure <> 'ae_within_4h_pct'
GROUP BY n.period, n.measure, n.value, n.snapshot_id
ORDER BY n.measure, n.period;
