"""The smallest programs that reader's screen is held against."""
