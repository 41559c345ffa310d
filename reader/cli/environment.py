"""The variables of the environment that reader follows, each with what it does."""

VARIABLES = {
    "READER_CONFIG_DIR": "Folder of settings.yaml and of the folder themes, instead of the platform's own.",
    "READER_STATE_DIR": "Folder of what is kept between runs (places, notes, corrections, the log of mistakes), instead of the platform's own.",
    "READER_CACHE_DIR": "Folder of readings and fetched pages, which can be made again, instead of the platform's own.",
    "READER_DEBUG": "When set, a mistake in reader itself shows where it is, instead of one line.",
    "NO_COLOR": "When set, no colours: what they tell is shown by weight, underline or a sign too.",
}
STATUSES = {
    0: "It was done.",
    1: "It could not be done, or not all of it; one line on standard error says why.",
    2: "The command was not understood.",
    130: "It was interrupted; a batch goes on when the same command is given again.",
}
