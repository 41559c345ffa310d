"""Lines that belong to the site are set aside; lines of the article never are."""

import pytest

from reader.article.boilerplate import is_boilerplate
from reader.article.plain import blocks_of

BODY = (
    "The ferry between Tarn and Kelda will run again from Thursday, the operator said on Wednesday evening."
)


def kinds(*lines):
    text = "\n\n".join([BODY, BODY, *lines, BODY])
    return [block.kind for block in blocks_of(text)][2:-1]


@pytest.mark.parametrize(
    "line",
    [
        "More: The captain who never lost a passenger",
        "Read also: Why the boats are late",
        "READ MORE – Ten islands for a rainy week",
        "Related story: Kelda votes",
        "See also: Ferry fares explained",
        "Watch: The Ottilie leaves the harbour",
        "[Related: Why the boats are late, and what to do]",
        "(Graphic: Ferries of the north in 2019 - here)",
        "(For an interactive graphic, see the page of the port)",
        "Follow the Post's full coverage of the strike at https://post.example/strike",
        "Write to Odile Marsh at odile.marsh@post.example",
        "An error has occurred, please try again later.",
        "Please try again later.",
        "Thank you",
        "This article has been sent to",
        "This copy is for your personal use only. To order copies for your colleagues visit https://post.example.",
        "___",
        "This is a modal window. This modal can be closed by pressing the Escape key.",
        "descriptions off, selected",
        "Current Time 0:00",
        "Loaded: 0%",
        "Play Video",
        "There was an error processing your subscription.",
        "Sorry!",
        "This version corrects the name of the quay to Tarn, not Torn.",
        "(Adds details of the strike, background)",
        "Correction: an earlier version of this article gave the wrong quay.",
        "Top jobs of the day",
        "Most read stories",
        "Sign up for our morning newsletter",
        "To unsubscribe from this list, click here. Follow us on Mastodon @keldapost.",
        "To change how often we write to you, reply to this e-mail",
        "Subscribe now for free alerts",
        "Find the best jobs now and be notified by e-mail.",
        "Get the day's news by text message",
        "Follow us on Twitter",
        "Join the conversation",
        "Share this article",
        "Advertisement",
        "Article continues below",
        "© 2026 The Harbour Post",
        "Copyright 2026 The Harbour Post",
        "This article was first published on 3 May 2026.",
        "Reporting by Odile Marsh; editing by Jonas Brack",
        "source tarn-7",
        "Source: Harbour Office",
        "3 min read",
        "Reading time: 4 minutes",
        "Listen · 6 min",
        "Read more",
        "Learn more about ferries",
        "Listen to this article (5 min)",
        "Related",
        "In case you missed it",
        "Share this",
        "Share on Facebook",
        "1.2K shares",
        "348 likes",
        "12 Comments",
        "Comments (12)",
        "View comments",
        "Leave a comment",
        "Be the first to comment",
        "You are receiving this email because you signed up for The Morning Tide.",
        "View in browser",
        "Unsubscribe",
        "Manage your preferences",
        "Enter your email address",
        "Turn on desktop notifications",
        "You have reached your limit of free articles.",
        "This article is for subscribers only.",
        "Sponsor content",
        "Ad could not be loaded",
        "We and our partners use cookies to make this site better.",
        "We value your privacy",
        "Cookie settings",
        "To view this content, you need to accept cookies.",
        "This article was amended on 12 March 2026 to correct a name.",
        "An earlier version of this article gave a wrong fare.",
        "Additional reporting by Marit Aune in Kelda",
        "(Reporting by Marit Aune in Kelda; Editing by J. Brack)",
        "With files from Island Press",
        "Marit Aune in Kelda contributed to this report.",
        "Image source, Getty Images",
        "Image caption, The quay at dawn",
        "Published",
        "A version of this article appears in print on 13 March 2026.",
        "Follow @odile on X",
        "-- ENDS --",
        "Our Standards: The Island Press Principles.",
        "This material may not be published or copied.",
        "09.15 GMT",
        "Updated at 08.59 GMT",
        "Posted 10:30 BST",
        "Last updated March 12, 2026, 4:05 p.m. ET",
        "Published: 4 March 2026",
        "Updated 14:05, 4 March 2026",
        "March 4, 2026 | 3 min read",
        "Words: Odile Marsh",
        "Photography by Piet Halm and Odile Marsh",
        "5h ago",
        "Updated 2 hours ago",
        "Tags: Tarn, Harbour, Ferries",
        "Topics",
        "Filed under: Weather",
        "* * *",
        "-" * 40,
        ".",
    ],
)
def test_lines_of_the_site_are_set_aside(line):
    assert kinds(line) == ["boilerplate"]


@pytest.mark.parametrize(
    "line",
    [
        "More than forty people were on board.",
        "An error in the books of the port was found on Tuesday.",
        "Thank you was all he said.",
        "Sorry seems to be the hardest word on the quay.",
        "This version of events was denied by the port.",
        "Correction: the word alone frightened the traders.",
        "Play video games, the doctor had told him, and sleep.",
        "Default, selected by nobody, became the rule.",
        "(For three days nobody came.)",
        "Follow the river to the sea.",
        "Read out in full, the letter gave no reason for coverage to end.",
        "More-than-generous terms were refused by the union.",
        "Like us, they had waited for nine days on the quay.",
        "Like our parents, we learned to wait for the boat.",
        "To unsubscribe from the pension fund was her right, the court found.",
        "Picture: that is what he calls every print he sells.",
        "The choice was between two plans. Road/Rail was the cheaper of them.",
        "Follow the money, the auditor advised the council.",
        "Related costs came to two million pounds.",
        "Sign language interpreters were on the quay.",
        "Register offices on the islands stay closed.",
        "Subscribe to a theory and you must defend it, he wrote.",
        "Top officials of the line met on Monday.",
        "The latest news from Kelda was bad.",
        "Share prices fell by a tenth.",
        "Print runs were cut in half.",
        "Photographs show the hull under water.",
        "Sources close to the company denied it.",
        "This story has two sides, the captain believes.",
        "Have the boats sailed? Nobody knows.",
        "Best of all, nobody was hurt.",
        "Copyright law does not cover the song, the court found.",
        "Reporting by the islanders led to the arrest of two men.",
        "Comments were not allowed at the hearing.",
        "Related companies paid for the quay.",
        "Read more slowly, the teacher told the class.",
        "Listen to this man, the judge told the court.",
        "Sharing the boat is no answer, the captain said.",
        "Share this burden and the islands will live, she wrote to them.",
        "Viewers complained about the film.",
        "Comment is free but facts are sacred, the editor used to say.",
        "Three hours ago the boat had been in port.",
        "Two hours ago nobody had heard of her.",
        "Updated figures show that 12 people were hurt.",
        "Published on Monday, the report names nobody.",
        "Ends do not justify means, the captain said.",
        "A version of this boat was built in 1912.",
        "Topics: fish, ferries and the future of the islands were discussed.",
        "The original version of this story was told by her grandmother.",
        "This report was published by the ministry on Monday.",
        "Newsletters were printed in secret.",
        "Unsubscribe rates rose.",
        "Partner content with what she had, Marsh left.",
        "Writing by Candlelight is her third book.",
        "Research by Dahl shows that cod return in cold years.",
        "Production by Norvik fell by a tenth.",
        "Brack contributed reporting on the trial that won her a prize.",
        "Posted to Malta in 1941, he never came home.",
        "Reuters/Norvik polls show her ahead.",
        "Tags worn by the seals sent 900 readings.",
        "Topics of the talks were fish and ferries.",
        "Cookies were handed out on the quay.",
        "We use nets of 40 metres, the fishermen said.",
        "This article of the treaty was never applied.",
        "The earlier version of this boat sank.",
        "Marit Aune contributed 40,000 crowns to the fund.",
        "With material from the wreck they built a chapel.",
        "Subscribers to the theory are few.",
        "The council turned on the lights.",
        "At 09.15 the first boat left.",
        "12 people liked the film.",
        "Getty had bought the picture in 1954.",
        "Reuters was the first to report the loss.",
        "Image is everything, the minister believes.",
        "Newsletters from the front were read aloud in church, she said later.",
    ],
)
def test_lines_of_the_article_are_not(line):
    assert not is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "More: “We are not for sale”",
        'Read also: "No boats"',
        "Watch: ‘A disgrace’",
        "Related: «Nein»",
        "Follow us on ``Mast''",
    ],
)
def test_a_line_with_a_quotation_is_never_set_aside(line):
    assert not is_boilerplate(line)


def test_the_short_lines_above_a_photo_credit_are_its_caption():
    assert kinds(
        "Harbour master Jonas Brack", "He asked the navy for help.", "(Photo: Piet Halm / Tarn Pictures)"
    ) == [
        "caption",
        "caption",
        "boilerplate",
    ]


def test_a_paragraph_or_a_quotation_above_a_photo_credit_is_no_caption():
    assert kinds(BODY + " " + BODY + " It was the first time.", "Photo: Piet Halm") == [
        "paragraph",
        "boilerplate",
    ]
    assert kinds("“We sail,” he said.", "Photo: Piet Halm") == ["paragraph", "boilerplate"]


def test_only_two_lines_above_a_photo_credit_are_its_caption():
    assert kinds("Nobody slept that night.", "The quay at dawn", "Jonas Brack", "(Photo: Piet Halm)") == [
        "paragraph",
        "caption",
        "caption",
        "boilerplate",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "The ferry Ottilie at her berth in Tarn. (Photo: Piet Halm)",
        "The ferry Ottilie at her berth. Photo: Piet Halm/Tarn Pictures",
        "Jonas Brack leaves the court on Monday. (Odile Marsh/AFP)",
        "The quay at Kelda (Reuters)",
        "Photo: People wait on the quay at Kelda for a boat. Odile Marsh/Northern Pictures",
        "The quay at Kelda on the morning after the storm, with the Ottilie still at her berth. Odile Marsh/Northern Pictures",
    ],
)
def test_a_line_that_ends_in_a_photo_credit_is_a_caption(line):
    assert kinds(line) == ["caption"]


@pytest.mark.parametrize(
    "credit",
    [
        "Photo: Piet Halm",
        "(Photo: P. Halm / Tarn Pictures)",
        "Piet Halm/Reuters",
        "Photograph by Piet Halm",
        "Getty Images",
        "AP Photo/Piet Halm",
        "REUTERS/Piet Halm",
        "Piet Halm via Getty Images",
        "Handout via Reuters",
    ],
)
def test_a_photo_credit_in_its_forms(credit):
    assert kinds("The quay at dawn", credit) == ["caption", "boilerplate"]
