"""English words that tell what an unknown name beside them is."""

from __future__ import annotations

from bot.core.language.name_words import ENGLISH_ORGANISATION_NOUNS

# "European Investment Bank", "Danish Maritime Authority": a part of the name of a body.
NATIONALITIES = frozenset(
    """
    American British Chinese German French Russian Japanese European Italian Spanish Dutch Israeli
    Palestinian Iranian Iraqi Syrian Turkish Greek Polish Ukrainian Indian Pakistani Afghan
    Canadian Australian Mexican Brazilian African Asian Arab Irish Scottish Welsh Swedish
    Norwegian Danish Finnish Swiss Austrian Belgian Portuguese Hungarian Czech Korean Vietnamese
    Thai Egyptian Libyan Saudi Lebanese English Western Eastern Northern Southern
    """.split()
)
# With a name before it, a company or a house: "Brookfield Securities".
BUSINESS_HEADS = frozenset(
    """
    Securities Holdings Labs Solutions Therapeutics Biosciences Robotics Insurance Bancorp
    Logistics Shipping Railways Railroad Mining Foods Brands Stores Hotels Communications Telecom
    Networks Semiconductor Semiconductors Aerospace Aviation Electronics Petroleum Chemicals
    Consulting Advisors Investments Orchestra Theatre Theater Gallery Library Academy Exchange
    """.split()
)
# An investor may be a person.
COMPANY_NOUNS = (ENGLISH_ORGANISATION_NOUNS - {"investor", "group", "network"}) | frozenset(
    """
    operator carrier airline retailer charity union publisher broadcaster manufacturer developer
    supplier carmaker chipmaker drugmaker automaker insurer lender brokerage consultancy
    conglomerate subsidiary provider rival utility builder shipyard brewer
    """.split()
)
# "The mayor of Eastmere", "police in Eastmere".
ENGLISH_PLACE_OWNERS = frozenset(
    """
    mayor council town city village residents people police outskirts port suburb district streets
    north south east west centre center province region island parish borough
    """.split()
)
# "Chief executive of Lennrail", "shares of Lennrail".
COMPANY_LEADERS = frozenset(
    """
    executive ceo founder co-founder chairman chairwoman owner subsidiary unit customers employees
    shareholders shares
    """.split()
)
# "Lennrail's chief executive", "Lennrail's shares".
COMPANY_OWNED = frozenset(
    """
    chief ceo shares shareholders customers headquarters employees factory factories products
    chairman chairwoman founder founders
    """.split()
)
