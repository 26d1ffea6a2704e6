"""Short passages of our own on who is credited, with the answer beside each.

Source, cue and content are marked in the text (``benchmarks/gold/given.py``), so what is
tried is resolving and tracing alone. Shared by the tests and ``benchmarks/sources.py``.
"""

PEOPLE = (
    "Ines Farrow|Farrow; Owen Brannock; Judith Castellane|Castellane; Tomas Reyl|Reyl; "
    "Mary Holt|Holt"
)
OTHERS = (
    "ORG Harbour Courier|Courier; ORG Acme; ORG Calder University; ORG Southside Traders' "
    "Association; GPE Ellery; GPE North Marrow"
)

SAID = "{1.cue said} {1.content it was over}."
HEADS = [
    ("{1.source Ines Farrow, the council's spokeswoman}, " + SAID, "Ines Farrow"),
    ("{1.source North Marrow president Judith Castellane} " + SAID, "Judith Castellane"),
    ("{1.source The mayor, Judith Castellane,} " + SAID, "Judith Castellane"),
    ("{1.source Acme lawyer Mary Holt} " + SAID, "Mary Holt"),
    ("{1.source Tomas Reyl of the Southside Traders' Association} " + SAID, "Tomas Reyl"),
    ("{1.source Acme's Mary Holt} " + SAID, "Mary Holt"),
    ("{1.source A spokesman for Acme} " + SAID, "A spokesman for Acme"),
    ("{1.source Acme's chief executive} " + SAID, "Acme's chief executive"),
    ("{1.source The Acme campaign} " + SAID, "The Acme campaign"),
    ("{1.source Farrow and Holt} " + SAID, "Ines Farrow and Mary Holt"),
    ("{1.source Officials in Ellery} " + SAID, "Officials in Ellery"),
    # the span holds the description alone; its name stands beside it
    ("Judith Castellane, {1.source the mayor}, " + SAID, "Judith Castellane"),
    ("{1.source The mayor}, Judith Castellane, " + SAID, "Judith Castellane"),
    # a person straight after the name of a place
    ("{1.source The ambassador to North Marrow Judith Castellane} " + SAID, "Judith Castellane"),
    # the maker of a document is credited, not the document
    ("{1.source A letter from Farrow} " + SAID, "Ines Farrow"),
    ("{1.source Acme's report} " + SAID, "Acme"),
    ("{1.source A report in the Harbour Courier} " + SAID, "Harbour Courier"),
    ("{1.source A letter to Farrow} " + SAID, "A letter to Farrow"),
    ("{1.source A report on Ellery} " + SAID, "A report on Ellery"),
    ("{1.source Some reports from North Marrow} " + SAID, "Some reports from North Marrow"),
    ("{1.source Some reports from Acme} " + SAID, "Some reports from Acme"),
    # a title between the description and the name, and a noun that no list knows
    ("{1.source The head of the harbour board, Dr. Mary Holt,} " + SAID, "Mary Holt"),
    ("{1.source The opposition leader, Councillor Ines Farrow,} " + SAID, "Ines Farrow"),
    ("{1.source The clinic's chief paediatrician, Mary Holt,} " + SAID, "Mary Holt"),
]

FARROW = "{1.source Ines Farrow} {1.cue said} {1.content no}. "
BACK = [
    (FARROW + "{2.source She} {2.cue added} {2.content nothing}.", "Ines Farrow"),
    (FARROW + "\n{2.source She} {2.cue added} {2.content nothing}.", "Ines Farrow"),
    # Holt stands as an object, Farrow as a subject
    ("Ines Farrow met Mary Holt. {2.source She} {2.cue said} {2.content no}.", "Ines Farrow"),
    # "he" cannot be Ines
    ("Tomas Reyl came. Ines Farrow left. {2.source He} {2.cue said} {2.content no}.", "Tomas Reyl"),
    ("{1.source Farrow} {1.cue said} {1.content {2.source she} {2.cue hoped} {2.content so}}.",
     "Ines Farrow"),
    ("Mary Holt, {2.source who} {2.cue said} {2.content no}, left.", "Mary Holt"),
    ("A resident {2.source who} {2.cue said} {2.content no} left.", "A resident"),
    ("Judith Castellane, the mayor, came. {2.source The mayor} {2.cue said} {2.content no}.",
     "Judith Castellane"),
    ("North Marrow president Judith Castellane came. Acme president Tomas Reyl left. "
     "{2.source The North Marrow president} {2.cue said} {2.content no}.", "Judith Castellane"),
    ("Deputy mayor Mary Holt came with mayor Ines Farrow. {2.source The mayor} {2.cue said} "
     "{2.content no}.", "Ines Farrow"),
    ("Acme closed. {2.source The company} {2.cue said} {2.content no}.", "Acme"),
    ("The Harbour Courier asked. {2.source The newspaper} {2.cue said} {2.content no}.",
     "Harbour Courier"),
    ("{1.source A spokesman for Acme} {1.cue said} {1.content no}. {2.source The spokesman} "
     "{2.cue added} {2.content nothing}.", "A spokesman for Acme"),
    ("{1.source Farrow and Holt} {1.cue said} {1.content no}. {2.source They} {2.cue added} "
     "{2.content nothing}.", "Ines Farrow and Mary Holt"),
    ("{1.source Ines Farrow} {1.cue said} {1.content no}. {2.source Her letter} {2.cue says} "
     "{2.content so}.", "Ines Farrow"),
    ("“{1.content {2.source I} {2.cue hope} {2.content so}},” {1.source Farrow} {1.cue said}.",
     "Ines Farrow"),
    # part of the several who spoke just before
    ("{1.source Residents} {1.cue welcomed} {1.content it}. {2.source Some} {2.cue said} "
     "{2.content it came late}.", "Some of the residents"),
    ("{1.source Two officials} {1.cue said} {1.content no}. {2.source One of them} {2.cue called} "
     "{2.content the talks grim}.", "Two officials"),
    ("{1.source Two officials} {1.cue said} {1.content no}. {2.source One of the two officials} "
     "{2.cue called} {2.content the talks grim}.", "Two officials"),
    ("{1.source Two aides with knowledge of it} {1.cue said} {1.content no}. It rained. "
     "{2.source one of the aides} {2.cue called} {2.content it grim}. {3.source He} {3.cue "
     "added} {3.content nothing}.", "Two aides with knowledge of it"),
    # whoever is named inside a quotation is not its speaker
    ("{1.source Tomas Reyl} {1.cue said} {1.content no}. {2.content “When Owen Brannock comes, we "
     "will see,”} {2.source he} {2.cue said}.", "Tomas Reyl"),
    # “I” is the writer, who is nobody's “she”
    ("{1.source I} {1.cue said} {1.content no}. {2.source She} {2.cue added} {2.content nothing}.",
     "she"),
    # two who fit and nothing to choose by: it stays itself
    ("Mary Holt and Ines Farrow came. {2.source She} {2.cue said} {2.content no}.", "she"),
    ("Minister Mary Holt came. Minister Ines Farrow left. {2.source The minister} {2.cue said} "
     "{2.content no}.", "The minister"),
    ("It rained. {2.source He} {2.cue said} {2.content no}.", "he"),
    # the French president is not the one we know of
    ("President Judith Castellane came. {2.source The Ellery president} {2.cue said} "
     "{2.content no}.", "The Ellery president"),
]  # fmt: skip

KINDS = [
    ("Mayor Judith Castellane", "person", "official", "named"),
    ("Ines Farrow, a police officer,", "person", "law_security", "named"),
    ("Mary Holt, a professor at Calder University,", "person", "expert", "named"),
    ("Tomas Reyl of the Southside Traders' Association", "person", "civil_society", "named"),
    ("Calder University", "organisation", "expert", "named"),
    ("The Harbour Courier", "media", "unknown", "named"),
    ("The mayor", "person", "official", "role_only"),
    ("A spokesman for Acme", "person", "spokesperson", "role_only"),
    ("A source", "person", "unknown", "anonymous"),
    ("An official", "person", "official", "anonymous"),
    ("Officials", "collective", "official", "collective_unnamed"),
    ("Critics", "collective", "ordinary", "collective_unnamed"),
    ("Police", "organisation", "law_security", "collective_unnamed"),
    ("Some reports from North Marrow", "media", "unknown", "collective_unnamed"),
    ("The report", "document", "unknown", "role_only"),
    ("A tweet", "social", "unknown", "anonymous"),
    ("The Acme campaign", "organisation", "official", "named"),
]

FLAGS = [
    ("{1.source A source} {1.cue said} {1.content no}.", ("bare source",)),
    ("{1.source A source close to the mayor} {1.cue said} {1.content no}.", ()),
    ("{1.source Officials} {1.cue said} {1.content no}.", ("plural",)),
    ("{1.source Sources} {1.cue said} “{1.content no}”.",
     ("bare source", "plural", "plural with one voice")),
    ("{1.source Officials} {1.cue said} {1.content “we are done”}.",
     ("plural", "plural with one voice")),
    ("{1.source Farrow and Holt} {1.cue said} {1.content no}.", ("several speakers",)),
    ("{1.source An official} {1.cue said} {1.content no} on condition of anonymity.",
     ("anonymity without reason",)),
]  # fmt: skip

REASONS = [
    ("{1.source An official who asked not to be named because talks continue} {1.cue said} "
     "{1.content no}.", "because talks continue"),
    ("{1.source An official} {1.cue said} {1.content no}, speaking on condition of anonymity to "
     "discuss private talks.", "to discuss private talks"),
    ("{1.source A nurse} {1.cue said} {1.content no}. She declined to be named for fear of losing "
     "her job.", "for fear of losing her job"),
    ("{1.source An aide, who was not authorized to speak,} {1.cue said} {1.content no}.",
     "was not authorized to speak"),
]  # fmt: skip

CHAINS = [
    ("{1.source Farrow} {1.cue said} {1.content no}.", "first_hand_text",
     "the Bugle ← Ines Farrow"),
    ("{1.source Farrow} {1.cue told} the Harbour Courier {1.content that it was over}.",
     "via_media", "the Bugle ← Harbour Courier ← Ines Farrow"),
    ("{1.source Farrow} {1.cue told} the Courier in Ellery {1.content that it was over}.",
     "via_media", "the Bugle ← Harbour Courier ← Ines Farrow"),
    ("{1.source Farrow} {1.cue revealed} {1.content it}, according to a report in the Harbour "
     "Courier.", "via_media", "the Bugle ← Harbour Courier ← Ines Farrow"),
    ("{1.source Farrow} {1.cue said} {1.content no}, the Courier reported.", "via_media",
     "the Bugle ← Harbour Courier ← Ines Farrow"),
    ("{2.source The Courier} {2.cue reports} {2.content that {1.source Farrow} {1.cue said} "
     "{1.content no}}.", "via_media", "the Bugle ← Harbour Courier ← Ines Farrow"),
    ("{1.source Farrow} {1.cue said} in a letter {1.content that it was over}.", "via_document",
     "the Bugle ← Ines Farrow"),
    ("{1.source Farrow} {1.cue tweeted}: {1.content “over”}", "via_social",
     "the Bugle ← Ines Farrow"),
    ("{1.source Farrow} {1.cue said} {1.content no} at a press conference.", "via_event",
     "the Bugle ← Ines Farrow"),
    ("{1.source Farrow} {1.cue said} through her lawyer {1.content that it was over}.",
     "via_spokesperson", "the Bugle ← Ines Farrow"),
    ("{1.source Farrow} {1.cue has reportedly expressed} {1.content a wish}.", "unstated_relay",
     "the Bugle ← unstated relay ← Ines Farrow"),
    ("{1.source A letter from Farrow} {1.cue said} {1.content no}.", "via_document",
     "the Bugle ← Ines Farrow"),
    ("{1.cue reportedly} {1.content all wept}.", "unstated_relay", "the Bugle"),
    ("According to {1.source the Courier}, {1.content it was over}.", "via_media",
     "the Bugle ← Harbour Courier"),
    ("{1.source The report} {1.cue said} {1.content no}.", "via_document",
     "the Bugle ← The report"),
    ("{1.source Farrow} {1.cue has reportedly expressed} {1.content a wish} to come to a meeting.",
     "unstated_relay", "the Bugle ← unstated relay ← Ines Farrow"),
]  # fmt: skip

HARD = [
    ("Mary Holt praised the mayor after she resigned. {2.source She} {2.cue said} "
     "{2.content it was time}.", "the mayor", "needs to know what resigning is"),
    ("The Courier reported a fire. Ines Farrow, whom Mary Holt defeated, left. {2.source The "
     "winner} {2.cue said} {2.content no}.", "Mary Holt",
     "needs to know that defeating is winning"),
    ("Tomas Reyl rang Ines Farrow. {2.source The caller} {2.cue said} {2.content no}.",
     "Tomas Reyl", "needs to know that ringing is calling"),
    ("Farrow and Holt argued. {2.source The former} {2.cue said} {2.content no}.", "Ines Farrow",
     "“the former” points into a pair"),
]  # fmt: skip

# Written after the rules and first scored before any was changed for them (the results file
# has that first figure); the last attribution is asked for.
LATER = [
    ("Chief Constable Tomas Reyl addressed reporters. {1.source Reyl} {1.cue said} {1.content the "
     "road was closed}. {2.source The chief constable} {2.cue added} {2.content that two people "
     "were hurt}.", "Tomas Reyl"),
    ("{1.source Mary Holt, 44, a nurse from Ellery,} {1.cue said} {1.content she had waited}. "
     "“It was awful,” {2.source she} {2.cue said}. {2.content “Nobody came.”}", "Mary Holt"),
    ("Acme's chief executive, Tomas Reyl, resigned on Monday. {1.source The company} {1.cue said} "
     "{1.content he would stay until May}. {2.source He} {2.cue declined to say} {2.content why}.",
     "Tomas Reyl"),
    ("{1.source Dr. Mary Holt of Calder University} {1.cue warned} {1.content of floods}. "
     "{2.source The researcher} {2.cue said} {2.content dams were old}.", "The researcher"),
    ("{1.source A senior official} {1.cue said} {1.content talks had failed}. {2.source The "
     "official} {2.cue said} {2.content nobody would sign}.", "A senior official"),
    ("{1.source Police} {1.cue said} {1.content a man was held}. {2.source They} {2.cue appealed} "
     "{2.content for witnesses}.", "Police"),
    ("{1.source Two residents} {1.cue said} {1.content they smelled gas}. {2.source One} {2.cue "
     "said} {2.content it was strong}.", "Two residents"),
    ("Castellane's lawyer, Tomas Reyl, spoke outside court. {2.source Her lawyer} {2.cue said} "
     "{2.content she would appeal}.", "Tomas Reyl"),
    ("{1.source Prime Minister Judith Castellane} {1.cue said} {1.content taxes would fall}. "
     "Former prime minister Ines Farrow disagreed. {2.source The prime minister} {2.cue told} "
     "parliament {2.content it was time}.", "Judith Castellane"),
    ("{1.source The Southside Traders' Association} {1.cue called} for {1.content a fund}. "
     "{2.source The association} {2.cue said} {2.content shops were closing}.",
     "Southside Traders' Association"),
    ("{2.source A survey by Calder University researchers} {2.cue found} {2.content that few "
     "agreed}.", "Calder University"),
    ("{2.source A spokeswoman for Mayor Judith Castellane} {2.cue declined} {2.content to "
     "comment}.", "A spokeswoman for Mayor Judith Castellane"),
    ("{2.source Holt, speaking at a rally in Ellery,} {2.cue vowed} {2.content to return}.",
     "Mary Holt"),
    ("{2.source The Harbour Courier's Tomas Reyl} {2.cue reported} {2.content a split}.",
     "Tomas Reyl"),
    ("{2.source Both Farrow and Castellane} {2.cue insist} {2.content they were told}.",
     "Ines Farrow and Judith Castellane"),
    ("{2.source People familiar with the matter} {2.cue said} {2.content a deal was near}.",
     "People familiar with the matter"),
    ("{2.source One person briefed on the talks} {2.cue said} {2.content it was over}.",
     "One person briefed on the talks"),
    ("{2.source Ellery mayor and former actress Judith Castellane} {2.cue joked} {2.content that "
     "she knew}.", "Judith Castellane"),
    ("{2.source Court documents} {2.cue show} {2.content that Acme paid}.", "Court documents"),
    ("{2.source The union representing the drivers} {2.cue said} {2.content no}.",
     "The union representing the drivers"),
    ("Mary Holt was arrested on Friday, police said. {2.source Her mother} {2.cue said} {2.content "
     "she was innocent}.", "Her mother"),
    ("{1.source Tomas Reyl} {1.cue told} Mary Holt {1.content to leave}. {2.source He} {2.cue "
     "said} {2.content it was late}.", "Tomas Reyl"),
    ("“It is over,” {1.source Reyl} {1.cue said}. {1.content “Go.”} Then Ines Farrow spoke. "
     "{2.source She} {2.cue agreed} {2.content with him}.", "Ines Farrow"),
    ("Acme bought the site in May. {2.source It} {2.cue plans} {2.content to build}.", "Acme"),
    ("{1.source Judith Castellane, Ellery's mayor since 2019,} {1.cue wept}. {2.source The Ellery "
     "mayor} {2.cue said} {2.content she was tired}.", "Judith Castellane"),
    ("{2.source An Acme spokesperson} {2.cue said} {2.content the plant was safe}.",
     "An Acme spokesperson"),
    ("{2.source Critics of the plan} {2.cue say} {2.content it is late}.", "Critics of the plan"),
    ("{2.source A statement from the mayor's office} {2.cue said} {2.content roads were open}.",
     "the mayor's office"),
    ("{2.source Some} {2.cue fear} {2.content worse}.", "Some"),
    # the two below came from reading our own samples on the page
    ("{2.source The opposition leader}, Councillor Ines Farrow, {2.cue insisted} {2.content it "
     "could stay open}.", "Ines Farrow"),
    ("Two officials with knowledge of the matter, {2.source who} asked not to be named, {2.cue "
     "said} {2.content it was over}.", "Two officials with knowledge of the matter"),
    ("{1.source Holt} {1.cue said} {1.content it was a mistake}. But {2.source Farrow, her deputy} "
     "{2.cue disagreed}, {2.content calling it a plan}.", "Ines Farrow"),
]  # fmt: skip
