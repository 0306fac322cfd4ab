"""Reading A&E attendances and emergency admissions by provider: CSV files and workbooks of every era, one table."""
