-- A&E and emergency admissions, current vintage.
CREATE TABLE emergency_current AS
SELECT e.measure, e.area_code, e.area_type, e.period, e.value, e.status, e.shorthand, e.vintage, e.source, e.snapshot_id
FROM emergency_care AS e
JOIN snapshots AS s ON s.snapshot_id = e.snapshot_id AND s.source = e.source
WHERE s.is_current
ORDER BY e.measure, e.area_code, e.period;
