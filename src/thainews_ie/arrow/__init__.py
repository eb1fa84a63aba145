"""Articles and records as Arrow tables, for pandas, polars, Parquet, Ray and Spark."""
