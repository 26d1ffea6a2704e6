"""What the screen calls the codes of a statement, and the colour of words that are nobody's."""

from __future__ import annotations

NAMED_WORDS = {
    "named": "named",
    "role_only": "role only",
    "collective_unnamed": "unnamed group",
    "anonymous": "unnamed person",
    "implicit": "nobody stated",
}
STANCE_WORDS = {
    "neutral": "neutral",
    "distance": "keeps its distance (claimed)",
    "endorse": "vouches for it (showed)",
    "concede": "concedes",
    "insist": "insists",
    "deny": "denies",
    "evaluate": "judges",
    "directive": "urges",
    "commit": "promises",
    "private": "tells a thought or feeling",
    "hedge": "hedges",
    "unclassified": "other",
}
PROVENANCE_WORDS = {
    "first_hand_text": "no relay stated",
    "via_media": "through another outlet",
    "via_document": "in a document",
    "via_social": "in a post",
    "via_spokesperson": "through a spokesperson",
    "via_event": "at an event",
    "unstated_relay": "relay not stated",
}
UNATTRIBUTED_FILL = "#b9b2a7"
