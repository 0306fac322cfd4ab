-- Outcome measures, one row for each measure, place and financial year: from the edition that reaches furthest. A
-- council that was only given a new code is one place, under the new code (some editions carry it back, some do not).
CREATE TABLE outcomes_current AS
WITH live AS (
    SELECT o.*, s.period_end AS edition, COALESCE(c.after_code, o.area_code) AS place_code
    FROM outcomes AS o
    JOIN snapshots AS s ON s.snapshot_id = o.snapshot_id AND s.source = o.source
    LEFT JOIN area_changes AS c ON c.before_code = o.area_code AND c.kind = 'recoded'
    WHERE s.is_current
),
ranked AS (
    SELECT *, ROW_NUMBER() OVER (
        PARTITION BY measure, place_code, period ORDER BY edition DESC, vintage DESC, snapshot_id
    ) AS place
    FROM live
)
SELECT measure, place_code AS area_code, area_type, financial_year, period, value, unit, margin, base, numerator,
    denominator, value_in_brackets, status, shorthand, counts_shorthand, as_published, published_code,
    area_code AS published_area_code, vintage, source, snapshot_id
FROM ranked
WHERE place = 1
ORDER BY measure, area_code, period;
