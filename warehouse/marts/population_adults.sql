-- Residents aged 18 and over and 65 and over, by area and year, current vintage.
CREATE TABLE population_adults AS
SELECT
    p.area_code,
    CAST(EXTRACT(YEAR FROM p.period) AS INTEGER) AS population_year,
    p.series,
    p.snapshot_id,
    SUM(CASE WHEN p.age >= 18 THEN p.value END) AS adults,
    SUM(CASE WHEN p.age >= 65 THEN p.value END) AS older_people
FROM population AS p
JOIN snapshots AS s ON s.snapshot_id = p.snapshot_id AND s.source = p.source
WHERE s.is_current
GROUP BY p.area_code, EXTRACT(YEAR FROM p.period), p.series, p.snapshot_id
ORDER BY p.area_code, population_year;
