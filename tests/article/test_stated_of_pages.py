"""What a page states about itself: its title without the site's name, its day unless it is impossible."""

from datetime import date, timedelta

import pytest

from reader.article.opener import from_bytes

TEXT = "".join(
    f"<p>On day {n} the ferry to Kelda stayed in port, the harbour office said, and nobody knew why.</p>"
    for n in range(4)
)


def read(head="", h1="<h1>Storm leaves nine dead on Kelda</h1>", title="Storm leaves nine dead on Kelda"):
    page = f"<html><head><title>{title}</title>{head}</head><body><article>{h1}{TEXT}</article></body></html>"
    return from_bytes(page.encode(), source="page.html", form=".html")


def meta(name, content):
    return f'<meta property="{name}" content="{content}">'


SITE = meta("og:site_name", "Kolmnet.ca")


@pytest.mark.parametrize(
    ("head", "h1", "title", "found"),
    [
        ("", "", "Storm leaves nine dead | The Post", "Storm leaves nine dead"),
        ("", "", "Storm leaves nine dead | Weather | The Post", "Storm leaves nine dead"),
        ("", "", "Storm dead | The Post", "Storm dead | The Post"),
        (SITE, "", "Storm dead - Kolmnet", "Storm dead"),
        (SITE, "", "Kolmnet: Storm dead", "Storm dead"),
        (SITE + meta("og:title", "Feld keeps Kolm alive - Kolmnet.ca"), "", "x", "Feld keeps Kolm alive"),
        (meta("og:title", "Nine dead after storm"), "<h1>Home</h1>", "The Post", "Nine dead after storm"),
        ("", "<h1>Nine dead after storm</h1>", "The Post: Nine dead after storm", "Nine dead after storm"),
        (
            meta("og:title", "You never saw this") + meta("twitter:title", "Nine dead after storm"),
            "<h1>x</h1>",
            "Nine dead after storm | The Post",
            "Nine dead after storm",
        ),
        (meta("dc:title", "Nine dead"), "", "", "Nine dead"),
    ],
)
def test_the_title_is_without_the_name_of_the_site(head, h1, title, found):
    assert read(head, h1, title).title == found


@pytest.mark.parametrize(
    "impossible",
    ["0001-01-01T00:00:00Z", "1970-01-01", (date.today() + timedelta(days=40)).isoformat(), "2099-01-01"],
)
def test_a_day_on_which_nothing_was_published_is_passed_over(impossible):
    stated = f'<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{impossible}"}}</script>'
    article = read(stated + meta("article:published_time", "2026-03-10"))
    assert (article.published, article.published_from) == (date(2026, 3, 10), "metadata")
    assert article.notices == ()
    assert read(stated).published is None


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="https://post.example/2026/03/10/storm.html">',
        meta("og:url", "https://post.example/world/2026/mar/10/storm"),
    ],
)
def test_the_address_that_a_page_states_gives_its_day(head):
    article = read(head)
    assert (article.published, article.published_from) == (date(2026, 3, 10), "address")
    assert "taken from the address" in article.notices[0]


@pytest.mark.parametrize(
    "name",
    ["og:published_time", "dcterms.issued", "citation_publication_date", "publish_date", "x:y DC:date"],
)
def test_the_names_that_a_day_is_stated_under(name):
    assert read(meta(name, "2026-03-10")).published == date(2026, 3, 10)


def test_a_byline_with_a_day_gives_both():
    article = read(h1="<h1>Storm</h1><p class='byline'>By Odile Marsh March 10, 2026</p>")
    assert (article.byline, article.published) == ("Odile Marsh", date(2026, 3, 10))


def test_an_author_who_is_no_person_is_passed_over_for_the_next():
    head = meta("author", "admin") + meta("parsely-author", "Odile Marsh Staff Writer")
    assert read(head).byline == "Odile Marsh"


def test_all_who_are_named_one_by_one_are_named():
    names = ("Marsh, Odile", "Feld, Jonas")
    assert read("".join(meta("citation_author", name) for name in names)).byline == "Odile Marsh, Jonas Feld"


def test_the_name_of_the_site_is_not_taken_apart():
    head = meta("og:site_name", "Wind & Water") + meta("author", "Wind & Water")
    assert read(head).byline == "Wind & Water"


@pytest.mark.parametrize("kind", ["SocialMediaPosting", "Recipe", "Question", "TechArticle"])
def test_whatever_was_written_and_published_has_a_day(kind):
    stated = f'{{"@type": "{kind}", "datePublished": "2026-03-10"}}'
    assert str(read(f'<script type="application/ld+json">{stated}</script>').published) == "2026-03-10"


def test_a_post_that_is_vacant_has_no_day_of_publication():
    stated = '{"@type": "JobPosting", "datePublished": "2026-03-10"}'
    assert read(f'<script type="application/ld+json">{stated}</script>').published is None
