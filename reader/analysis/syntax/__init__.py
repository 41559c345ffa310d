"""The language layer: one answer to each question of grammar, for all components.

Only this package reads the model's labels of dependency and of form. Everything here is asked of tokens of a parsed Doc:

| question | module |
|---|---|
| what a word is: noun, name, verb, finite, participle, plural, … | `words` |
| how a word hangs on another: its subject, object, owner, apposition, … | `relations` |
| the verb a word stands under; who it is said of, who does it, what it takes | `clauses` |
| the words of a noun phrase, and the stretch that names it | `phrases` |
| whether it is denied, and by what; that nobody is said to have done it | `polarity` |
| whether it is asserted, asked, ordered, planned or under a condition | `modality` |
| which way its tense looks | `tense` |
| whom or what "she", "it" and "the company" stand for, and who was passed over | `antecedents` |
| sentences, blocks and marks of a Doc, worked out once | `view` |
"""
