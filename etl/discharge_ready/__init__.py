"""Reading the discharge ready date publication, as a workbook and as text, from its documented layout."""
