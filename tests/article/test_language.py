"""Only English is understood: what is in another language says so, and is left alone."""

import pytest

from reader.article import Options
from reader.article.language import foreign_language
from reader.article.opener import from_bytes

ENGLISH = (
    "The harbour of Tarn is closed until the end of the week, the council said. Boats that lie in it have to "
    "be taken to the northern quay, and nobody can say when it will be open again for the ferries."
)
GERMAN = (
    "Der Hafen von Tarn ist bis zum Ende der Woche geschlossen, teilte der Rat mit. Boote, die dort liegen, "
    "müssen an den nördlichen Kai gebracht werden, und niemand kann sagen, wann er wieder für die Fähren öffnet."
)
FRENCH = (
    "Le port de Tarn est fermé jusqu'à la fin de la semaine, a annoncé le conseil. Les bateaux qui sont dans le "
    "port doivent être menés au quai du nord, et personne ne sait quand il sera de nouveau ouvert pour les ferries."
)
SPANISH = (
    "El puerto de Tarn está cerrado hasta el final de la semana, dijo el consejo. Los barcos que están en el "
    "puerto deben ser llevados al muelle del norte, y nadie sabe cuándo se abrirá de nuevo para los viajeros."
)
RUSSIAN = "Порт города Тарна закрыт до конца недели, сообщил совет. Лодки нужно отвести к северному причалу."


@pytest.mark.parametrize(
    ("text", "stated", "language"),
    [
        (ENGLISH, None, None),
        (ENGLISH, "de", None),
        (GERMAN, None, "German"),
        (GERMAN, "en-GB", "German"),
        (FRENCH, None, "French"),
        (SPANISH, "es-MX", "Spanish"),
        (RUSSIAN, None, "another script than the Latin one"),
        (RUSSIAN, "ru", "Russian"),
        ("Sea, 4 March.", None, None),
        ("Meer, 4. März.", "de", "German"),
        ("Tarn 3 Kolm 1. " * 30, None, None),
    ],
)
def test_the_language_is_told_by_the_words_and_where_these_do_not_tell_by_what_is_stated(
    text, stated, language
):
    assert foreign_language(text, stated) == language


def test_what_is_not_in_english_is_not_read_unless_that_is_asked_for():
    article = from_bytes(GERMAN.encode(), source="a.txt", form=".txt")
    assert article.foreign
    assert ["is in German" in notice for notice in article.notices] == [True]
    asked = from_bytes(GERMAN.encode(), Options(any_language=True), source="a.txt", form=".txt")
    assert not asked.foreign
    assert "hardly right" in asked.notices[0]


def test_nothing_is_looked_for_in_it(nlp):
    from reader.analysis.model import Reading
    from reader.analysis.pipeline import analyse, analyse_many

    german = from_bytes(GERMAN.encode(), source="a.txt", form=".txt")
    english = from_bytes(ENGLISH.encode(), source="b.txt", form=".txt")
    assert analyse(nlp, german) == Reading()
    readings = list(analyse_many(nlp, [english, german, english]))
    assert readings[1] == Reading()
    assert readings[0] == readings[2] != Reading()
