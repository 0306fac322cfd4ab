-- Residents aged 18 and over for each area and month, by the two conventions of METHODS M2, with the year that
-- was found: calendar (year of the month) and ascof (year in which the financial year starts). The nearest year
-- that holds the code stands in, at most two years away, the earlier of two equally near. A region is the sum of
-- its councils of that month that sent a return (the others are in neither part of a rate) and has no denominator
-- when one of those has none.
CREATE TABLE denominators AS
WITH wanted AS NOT MATERIALIZED (
    SELECT DISTINCT d.area_code, d.area_type, d.period, c.convention, d.value IS NOT NULL AS submitted,
        CAST(EXTRACT(YEAR FROM d.period) AS INTEGER)
            - CASE WHEN c.convention = 'ascof' AND EXTRACT(MONTH FROM d.period) < 4 THEN 1 ELSE 0 END AS year_wanted
    FROM delays_current AS d
    CROSS JOIN (SELECT 'calendar' AS convention UNION ALL SELECT 'ascof') AS c
    WHERE d.body = 'all' AND d.reason = 'all' AND d.care_type = 'all' AND d.area_type IN ('country', 'council')
),
ranked AS NOT MATERIALIZED (
    SELECT w.area_code, w.area_type, w.period, w.convention, w.submitted, w.year_wanted, p.population_year, p.adults, p.series,
        ROW_NUMBER() OVER (
            PARTITION BY w.area_code, w.period, w.convention
            ORDER BY ABS(p.population_year - w.year_wanted), p.population_year
        ) AS place
    FROM wanted AS w
    LEFT JOIN population_adults AS p ON p.area_code = w.area_code AND ABS(p.population_year - w.year_wanted) <= 2
),
single AS NOT MATERIALIZED (
    SELECT area_code, area_type, period, convention, submitted, year_wanted, population_year, adults, series
    FROM ranked WHERE place = 1
),
regional AS (
    SELECT a.region_code AS area_code, 'region' AS area_type, s.period, s.convention, s.year_wanted,
        CASE WHEN COUNT(*) = COUNT(s.adults) THEN MIN(s.population_year) END AS population_year,
        CASE WHEN COUNT(*) = COUNT(s.adults) THEN SUM(s.adults) END AS adults,
        MAX(s.series) AS series
    FROM single AS s
    JOIN areas AS a ON a.area_code = s.area_code
    WHERE s.area_type = 'council' AND s.submitted AND a.region_code IS NOT NULL
    GROUP BY a.region_code, s.period, s.convention, s.year_wanted
)
SELECT area_code, area_type, period, convention, year_wanted, population_year, adults, series FROM single
UNION ALL
SELECT * FROM regional
ORDER BY area_code, convention, period;
