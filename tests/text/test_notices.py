"""Lines that speak for the outlet, and lines that only look so."""

from __future__ import annotations

import pytest

from analysis.text import is_credit, is_notice, is_release_line, words_of

NOTICES = [
    "To get our stories each morning sign up for the free newsletter.",
    "Got a tip? Email: tips@ledger.example",
    "To contact the reporter on this piece: Ilse Marr in Quenby at imarr@example.net",
    "Get the day's top stories delivered straight to your inbox.",
    "If you have been affected, call us on 0800 111 222.",
    "We may earn a commission from links on this page.",
    "Create an account or sign in to continue with your reading experience.",
    "Follow Otto Venn on Twitter: @ottovenn. Our newsletter comes on Sundays; sign up here.",
    "Media enquiries: Oda Skaar, 555 0100",
    "Did you see the fire in Dorrit? Write to our newsdesk: desk@quenbypost.example",
    "Are you a ferry worker, or do you know one? We want to hear from you: call 0555 010 200.",
    "Something we should look into? Please send it to tips@quenbypost.example.",
    "Worked at the mill in those years? Our reporter would like to hear your story; get in touch.",
    "Questions about this piece? Tell us at www.quenbypost.example/ask.",
    "newsroom@quenbypost.example",
    "10:42am",
    "09:58 GMT",
    "9am",
]
NEWS = [
    "The council signed up for a new newsletter contract, officials said, and 400 people joined.",
    "Call centres will close, the mayor said.",
    "Have you ever seen such a thing? Nobody in the village had.",
    "Residents were told to register by email with the council before Monday, the mayor said.",
    "Hackers sent e-mails to 40 officials, the agency said.",
    "Callers to 0555 010 200 heard only music, though the line was to open at noon.",
    "You can take the ferry to Dorrit, or you can wait for us to mend the road.",
    "He asked readers to write to him at halvorsen@quenby.example, and 300 did.",
    "The form at www.quenby.example was filled in 4,000 times before it was taken down.",
    "At 10:15 the train left.",
    "Source protection is a right.",
]


@pytest.mark.parametrize("text", NOTICES)
def test_offers_contacts_and_clock_times_are_notices(text: str) -> None:
    assert is_notice(text, words_of(text))


@pytest.mark.parametrize("text", NEWS)
def test_news_about_such_things_is_none(text: str) -> None:
    assert not is_notice(text, words_of(text))
    assert not is_release_line(text)


def test_credits_and_lines_of_releases_are_known() -> None:
    assert is_credit("--With assistance from Oda Skaar.")
    assert is_credit("Additional reporting by Ivo Deacon")
    assert not is_credit("Reporting by phone was allowed, the ministry said.")
    for line in ("FOR IMMEDIATE RELEASE", "Media Contact:", "SOURCE Brannock Hulls Inc.", "###"):
        assert is_release_line(line)
