"""Invented happenings: what newsrooms that do not exist tell of, several wordings for each thing that can be said.

A wording is a clause that can follow "that"; words in braces are filled in alike wherever the same happening is told of.
People, places, firms and outlets are invented; crowns are nobody's in particular.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

FIRST = (
    "Ida Joren Marit Tomas Lena Emil Brita Irena Anselm Dagny Pavel Ottilie Corin Halvard Sunniva Rufus Elke Matthis "
    "Ysolde Bertil Nadia Konrad"
).split()

LAST = (
    "Terhune Sattler Oskander Aldane Corvin Sandmark Maasdorp Vossler Hallek Quistgard Marrable Denholt Orrey Kessock "
    "Lindqvale Tarrant Ubald Wennerby Zellick Pardoe Grimsvold Faircross"
).split()

PLACES = (
    "Orvick Tarnholm Delvik Saltmere Pellworth Maravel Skarsund Vessenby Hallmere Quorrin Ansgate Brennick Lothmouth "
    "Karrowdale Isenfell Moldrup"
).split()

FIRMS = (
    "Ambrel Norvane Castigate Tellurin Osperin Halvorsk Drennick Pallanta Quellan Vorsted Marlune Brightwake"
).split()

SHIPS = ("Asta Brenn", "Evening Maid", "Northern Plover", "Silver Gannet", "Queen Ysolde", "Harald Finn")


TOPICS = (
    "{place}: what we know so far",
    "The day in {place}",
    "Questions in {place}",
    "From our reporter in {place}",
    "{place}: an overview",
    "Behind the news from {place}",
    "Our notes from {place}",
    "{place}, the morning after",
    "The latest on {firm}",
    "{firm} in the spotlight",
)

ASIDES = (
    "A press conference is planned for Thursday.",
    "Local buses run as usual.",
    "The council meets again next week.",
    "The weather office expects light rain.",
    "The library will open an hour later.",
    "Trains to the coast are on time.",
    "The market on the main square goes ahead.",
    "A concert on Saturday has been moved to the church hall.",
    "The regional parliament is in recess.",
    "Petrol costs a little less than last month.",
    "Two roads are closed for the annual half marathon.",
    "The football club plays at home on Sunday.",
    "Applications for summer jobs close on Friday.",
    "The harvest festival draws visitors from abroad.",
    "The swimming pool stays closed until spring.",
    "A new tram line is to open in two years.",
    "The choir is looking for tenors.",
    "Parking is free in the evening.",
    "The old mill has been turned into flats.",
    "Snow fell on the hills for the first time this year.",
    "The post office moves to the station building.",
    "Bakers complain about the price of butter.",
    "The chess championship begins on Wednesday.",
    "Volunteers planted two hundred trees.",
)
"""Sentences to fill a page with, which are about nothing that happens."""

SYNONYMS = [
    tuple(pair.split("|"))
    for pair in (
        "bought|purchased, twice|two times, on duty|at work, without a break|without rest, sprinklers|extinguishers, "
        "shut down|disabled, resigned|quit, accepted|taken, raided|swooped on, "
        "headquarters|head office, nobody|no one, anybody|anyone, founder's family|founding family, barred|shut out, "
        "archive|records room, miners|mineworkers, fallen rock|rubble, "
        "three times|on three occasions, cheaper|less costly, contract|agreement, ill|unwell, lunch|the midday meal, "
        "meat|minced meat, delivered|supplied, cold store|cold room, were worth|were valued at, asleep|sleeping, "
        "workers|employees, unrepaired|unmended, counted again|recounted, missing|gone, at night|after dark, "
        "spent the night|stayed overnight, runner|athlete, earlier tests|previous tests, team doctor|team physician, "
        "tonnes of oil|tonnes of crude, transponder|tracking signal, only|just, ran aground|got stuck, "
        "hit rocks|struck rocks, switched off|turned off, found shelter|found a bed, near|close to, "
        "because of|on account of, led to|resulted in, withdrew|drew, gave way|burst, stayed silent|made no sound, "
        "broken down|given out, will close|will shut, jobs|posts, deal|transaction, passengers|travellers, "
        "families|households, had to leave|were forced to leave, holiday|vacation, searched|combed through, "
        "offices|premises, intruders|attackers, copied|downloaded, buy|acquire, opposed|resisted, fled|escaped, "
        "folders|binders, shelter|refuge, collapsed|caved in, postponed|delayed, inspection|examination, "
        "gas alarm|gas detector, pupils|schoolchildren, fell ill|became ill, thieves|burglars, paintings|canvases, "
        "guards|watchmen, dismiss|lay off, plant|factory, owners|proprietors, houses|homes, leak|seepage, "
        "siren|warning siren, ballots|ballot papers, disappeared|vanished, seals|lead seals, "
        "counting hall|counting room, banned|forbidden, drug|substance, tanker|oil tanker, cables|steel cables, "
        "captain|skipper, ferry|car ferry, warehouse|depot, steel|metal, blackmailers|extortionists, network|systems, "
        "monastery|convent"
    ).split(", ")
]
"""Words that a second hand puts for others."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of happening: `facts` holds the wordings of each thing that can be said of it.

    `numbers` gives the range of each figure, `firm` the word after a firm's name. `named` are people who may know,
    `unnamed` people who will not be named, `papers` what can be seen; `aside` is nobody's news.
    """

    name: str
    topic: str
    facts: tuple[tuple[str, str, str], ...]
    numbers: Mapping[str, tuple[int, int]]
    firm: str
    named: tuple[str, ...]
    unnamed: tuple[str, ...]
    papers: tuple[str, ...]
    asides: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Happening:
    """One happening: its kind and what stands in the braces."""

    kind: Kind
    filled: Mapping[str, str]

    def clause(self, fact: int, **otherwise: str) -> str:
        """A fact, with some words told otherwise."""
        return self.clauses(fact, **otherwise)[0]

    def clauses(self, fact: int, **otherwise: str) -> list[str]:
        """All wordings of a fact, the plain ones first."""
        plain = self.kind.facts[fact]
        told = list(dict.fromkeys([*plain, *(other for one in plain for other in _in_other_words(one))]))
        return [one.format(**{**self.filled, **otherwise}) for one in told]

    @property
    def topics(self) -> list[str]:
        """Headlines that state nothing."""
        return [topic.format(**self.filled) for topic in (self.kind.topic, *TOPICS)]

    @property
    def asides(self) -> list[str]:
        """Things that everybody knows."""
        return [*(aside.format(**self.filled) for aside in self.kind.asides), *ASIDES]


def _in_other_words(clause: str) -> list[str]:
    told = [clause]
    for word, other in SYNONYMS:
        told += [changed for one in told if (changed := re.sub(rf"\b{word}\b", other, one)) != one]
    return told


def happening(kind: Kind, chance: Random, taken: Mapping[str, str] | None = None) -> Happening:
    """A happening of this kind; nothing in it is what is taken by another, not even a figure."""
    used = {part for value in (taken or {}).values() for part in (value, *value.split())}

    def one(pool: list[str] | tuple[str, ...]) -> str:
        word = chance.choice([word for word in pool if word not in used])
        used.add(word)
        return word

    def figure(low: int, high: int) -> str:
        step = 1 if high < 100 else 10 if high < 2000 else 500
        return one([f"{value:,}" for value in range(low, high + 1, step)])

    surname = one(LAST)
    filled = {
        "place": one(PLACES),
        "town": one(PLACES),
        "firm": f"{one(FIRMS)} {kind.firm}",
        "other": f"{one(FIRMS)} {kind.firm}",
        "ship": one(SHIPS),
        "person": f"{one(FIRST)} {surname}",
        "surname": surname,
    }
    return Happening(kind, filled | {name: figure(*between) for name, between in kind.numbers.items()})


KINDS = (
    Kind(
        name="ferry",
        topic="Ferry accident off {place}: what is known",
        facts=(
            (
                "{n} passengers were hurt when the ferry {ship} ran aground off {place}",
                "the grounding of the ferry {ship} off {place} injured {n} passengers",
                "{n} people aboard the ferry {ship} were injured when it hit rocks near {place}",
            ),
            (
                "the steering of the {ship} had failed twice in the week before",
                "the {ship} had lost its steering twice that week",
                "twice in the week before the accident the steering of the {ship} had broken down",
            ),
            (
                "the captain of the {ship} had been on duty for {h} hours",
                "the captain of the {ship} had worked for {h} hours without a break",
                "the man in command of the {ship} was {h} hours into his shift",
            ),
        ),
        numbers={"n": (11, 60), "h": (13, 26)},
        firm="Lines",
        named=("harbour master", "passenger", "rescue chief", "deckhand"),
        unnamed=("two crew members", "a person familiar with the inquiry", "officials"),
        papers=("the ship's log", "an inspection report"),
        asides=("Ferries have crossed the sound at {place} since 1931.", "The tourist season ends in October."),
    ),
    Kind(
        name="warehouse",
        topic="The warehouse fire in {place}: questions and answers",
        facts=(
            (
                "{n} families had to leave their homes because of the fire at the {firm} warehouse in {place}",
                "the fire at the {firm} warehouse in {place} drove {n} families from their homes",
                "{n} families were moved out while the {firm} warehouse in {place} burned",
            ),
            (
                "the sprinklers in the {firm} warehouse had been switched off",
                "the sprinkler system of the {firm} warehouse was turned off when the fire began",
                "{firm} had shut down the sprinklers in its warehouse",
            ),
            (
                "the fire at {firm} began in a store of batteries on the second floor",
                "it was among batteries on the second floor that the fire at {firm} started",
                "batteries on the second floor were the first to burn at {firm}",
            ),
        ),
        numbers={"n": (20, 90)},
        firm="Storage",
        named=("fire chief", "neighbour", "night watchman", "council leader"),
        unnamed=("three employees", "a person close to the company", "firefighters"),
        papers=("a fire report", "the insurer's letter"),
        asides=("The warehouse stands beside the ring road.", "It was built in 1988."),
    ),
    Kind(
        name="resignation",
        topic="After the news from {place} town hall",
        facts=(
            (
                "{person} has resigned as deputy mayor of {place}",
                "{person} stepped down as deputy mayor of {place}",
                "{person} has given up the post of deputy mayor of {place}",
            ),
            (
                "{person} had accepted a holiday worth {m} crowns from {firm}",
                "{firm} paid for a holiday of {person} that cost {m} crowns",
                "a holiday worth {m} crowns was given to {person} by {firm}",
            ),
            (
                "prosecutors searched the offices of {firm}",
                "the offices of {firm} were searched by prosecutors",
                "prosecutors raided the headquarters of {firm}",
            ),
        ),
        numbers={"m": (5000, 90000)},
        firm="Estates",
        named=("prosecutor", "councillor", "party chairman", "town clerk"),
        unnamed=("two councillors", "a person briefed on the case", "aides"),
        papers=("a bank statement", "a search warrant"),
        asides=("{place} votes for a new council next spring.", "The town hall was renovated two years ago."),
    ),
    Kind(
        name="breach",
        topic="The intrusion at {firm}: a chronology",
        facts=(
            (
                "the records of {m} patients were copied from the computers of {firm}",
                "intruders copied the files of {m} patients of {firm}",
                "{m} patient records were stolen from {firm}",
            ),
            (
                "the intruders had been in the network of {firm} for {d} days before anybody noticed",
                "nobody noticed the intruders in the network of {firm} for {d} days",
                "the intruders roamed the network of {firm} unnoticed for {d} days",
            ),
            (
                "{firm} paid a ransom of {k} crowns",
                "a ransom of {k} crowns was paid by {firm}",
                "{firm} handed the blackmailers {k} crowns",
            ),
        ),
        numbers={"m": (20000, 90000), "d": (9, 48), "k": (100000, 900000)},
        firm="Hospital",
        named=("hospital director", "nurse", "data protection officer", "surgeon"),
        unnamed=("two members of staff", "a person with knowledge of the attack", "investigators"),
        papers=("an internal memo", "a letter to patients"),
        asides=("The hospital has 640 beds.", "Its emergency room is open."),
    ),
    Kind(
        name="takeover",
        topic="What the deal means for {place}",
        facts=(
            (
                "{firm} is going to buy {other} for {k} million crowns",
                "{other} is being sold to {firm} for {k} million crowns",
                "{firm} will pay {k} million crowns for {other}",
            ),
            (
                "{m} jobs will go at {other} after the sale",
                "{firm} will cut {m} jobs at {other}",
                "the sale will cost {m} jobs at {other}",
            ),
            (
                "the founder's family had sold its shares in {other} before the deal",
                "before the deal the family of the founder had sold its shares in {other}",
                "the shares of the founder's family in {other} had been sold before the deal",
            ),
        ),
        numbers={"k": (110, 990), "m": (110, 990)},
        firm="Foods",
        named=("finance director", "union leader", "shareholder", "chairwoman"),
        unnamed=("three people involved in the talks", "a banker close to the deal", "bankers"),
        papers=("a draft contract", "a note to the board"),
        asides=("Both companies are based in {place}.", "Food prices rose last year."),
    ),
    Kind(
        name="auditor",
        topic="The case of {person}: a profile",
        facts=(
            (
                "{person}, an auditor at {firm}, fled to {place} with {n} folders",
                "the auditor {person} took {n} folders from {firm} and left for {place}",
                "{person} has fled to {place} with {n} folders of papers from {firm}",
            ),
            (
                "{firm} had barred {person} from its archive {d} days earlier",
                "{person} had been barred from the archive of {firm} {d} days before",
                "{d} days earlier {person} had lost access to the archive of {firm}",
            ),
            (
                "{person} is hiding in a monastery near {town}",
                "{person} has found shelter in a monastery near {town}",
                "a monastery near {town} is hiding {person}",
            ),
        ),
        numbers={"n": (11, 45), "d": (11, 70)},
        firm="Bank",
        named=("lawyer", "former colleague", "police chief", "board member"),
        unnamed=("two colleagues", "a person close to the family", "security officials"),
        papers=("a personnel file", "an email"),
        asides=("The bank has 61 branches.", "Its annual report is due in May."),
    ),
    Kind(
        name="mine",
        topic="Waiting at the {place} mine",
        facts=(
            (
                "{n} miners were trapped when a tunnel of the {place} mine collapsed",
                "the collapse of a tunnel in the {place} mine trapped {n} miners",
                "{n} miners are caught behind fallen rock in the {place} mine",
            ),
            (
                "a gas alarm in the {place} mine had gone off {h} hours before the collapse",
                "{h} hours before the tunnel fell in, the gas alarm of the {place} mine had sounded",
                "the gas alarm of the {place} mine went off {h} hours before the tunnel collapsed",
            ),
            (
                "{firm} had put off an inspection of the mine three times",
                "the inspection of the mine was postponed three times by {firm}",
                "three times {firm} postponed the inspection of the mine",
            ),
        ),
        numbers={"n": (11, 48), "h": (5, 30)},
        firm="Mining",
        named=("mine manager", "miner", "rescue leader", "geologist"),
        unnamed=("four miners", "a person with access to the records", "rescuers"),
        papers=("the shift log", "an inspection record"),
        asides=("Zinc has been dug at {place} for a century.", "The shaft is 410 metres deep."),
    ),
    Kind(
        name="bridge",
        topic="{place} without its bridge",
        facts=(
            (
                "the {place} bridge was closed because of cracks in {n} of its cables",
                "cracks in {n} cables led to the closing of the {place} bridge",
                "the {place} bridge is shut after {n} cables were found to be cracked",
            ),
            (
                "the repair of the {place} bridge will take {d} weeks",
                "it will take {d} weeks to repair the {place} bridge",
                "repairs to the {place} bridge are going to last {d} weeks",
            ),
            (
                "{firm} had used cheaper steel for the bridge than the contract required",
                "the steel that {firm} used for the bridge was cheaper than its contract allowed",
                "{firm} built the bridge of steel that was cheaper than agreed",
            ),
        ),
        numbers={"n": (5, 28), "d": (9, 50)},
        firm="Construction",
        named=("road engineer", "truck driver", "welder", "transport minister"),
        unnamed=("two engineers", "a person who worked on the bridge", "experts"),
        papers=("a test report", "an invoice"),
        asides=("Some 9,000 cars cross the river every day.", "The next bridge is at {town}."),
    ),
    Kind(
        name="school",
        topic="Parents in {place} want to know more",
        facts=(
            (
                "{n} pupils fell ill after lunch at a school in {place}",
                "lunch at a school in {place} made {n} pupils ill",
                "{n} children were sick after they had eaten at a school in {place}",
            ),
            (
                "{firm} had delivered meat to the school that was {d} days past its date",
                "the meat that {firm} brought to the school was {d} days past its date",
                "meat {d} days past its date was delivered to the school by {firm}",
            ),
            (
                "the cold store of the school in {place} had been broken since {town} fair",
                "since {town} fair the cold store of the school in {place} had not worked",
                "the school in {place} had been without its cold store since {town} fair",
            ),
        ),
        numbers={"n": (21, 95), "d": (4, 20)},
        firm="Catering",
        named=("headmistress", "doctor", "school cook", "food inspector"),
        unnamed=("several parents", "a person at the health office", "teachers"),
        papers=("a laboratory report", "a delivery note"),
        asides=("The school has 420 pupils.", "Lessons go on as usual."),
    ),
    Kind(
        name="theft",
        topic="{place} museum: an evening in the galleries",
        facts=(
            (
                "{n} paintings were stolen from the museum in {place}",
                "thieves took {n} paintings from the museum in {place}",
                "the museum in {place} has lost {n} paintings to thieves",
            ),
            (
                "the paintings stolen in {place} were worth {k} million crowns",
                "the paintings taken from {place} were valued at {k} million crowns",
                "the value of the paintings stolen in {place} was {k} million crowns",
            ),
            (
                "the guards of {firm} were asleep during the theft",
                "the guards from {firm} slept through the theft",
                "the theft took place while the guards of {firm} were sleeping",
            ),
        ),
        numbers={"n": (4, 19), "k": (12, 95)},
        firm="Security",
        named=("museum director", "curator", "police inspector", "art dealer"),
        unnamed=("two guards", "a person close to the museum", "detectives"),
        papers=("a police report", "an insurance policy"),
        asides=("Entry to the museum is free on Sundays.", "Its oldest hall dates from 1840."),
    ),
    Kind(
        name="closure",
        topic="A difficult winter for {place}",
        facts=(
            (
                "{firm} will close its plant in {place} and dismiss {m} workers",
                "the {place} plant of {firm} is to close, with the loss of {m} jobs",
                "{m} workers will lose their jobs when {firm} shuts its plant in {place}",
            ),
            (
                "{firm} is moving the machines to {town}",
                "the machines of {firm} are being taken to {town}",
                "{town} will get the machines of {firm}",
            ),
            (
                "the owners of {firm} took {k} million crowns out of the company",
                "{k} million crowns were taken out of {firm} by its owners",
                "the owners withdrew {k} million crowns from {firm}",
            ),
        ),
        numbers={"m": (210, 990), "k": (12, 95)},
        firm="Motors",
        named=("plant manager", "shop steward", "mayor", "accountant"),
        unnamed=("two managers", "a person who has seen the plans", "workers"),
        papers=("a letter to the workforce", "a balance sheet"),
        asides=("The plant opened in 1962.", "Unemployment in the district is 7 per cent."),
    ),
    Kind(
        name="dam",
        topic="After the water: {place} clears up",
        facts=(
            (
                "{n} houses were flooded when the dam above {place} gave way",
                "the failure of the dam above {place} flooded {n} houses",
                "water from the broken dam above {place} ran into {n} houses",
            ),
            (
                "{firm} had left a leak in the dam unrepaired for {d} weeks",
                "for {d} weeks {firm} did not repair a leak in the dam",
                "a leak in the dam was left unrepaired by {firm} for {d} weeks",
            ),
            (
                "the siren above {place} did not sound",
                "no siren was heard above {place}",
                "the siren above {place} stayed silent",
            ),
        ),
        numbers={"n": (21, 95), "d": (5, 40)},
        firm="Water",
        named=("dam keeper", "farmer", "civil defence chief", "hydrologist"),
        unnamed=("two technicians", "a person familiar with the dam", "residents"),
        papers=("a maintenance log", "a letter from the regulator"),
        asides=("The dam was finished in 1957.", "More rain is forecast for the weekend."),
    ),
    Kind(
        name="recount",
        topic="How {place} counts its votes",
        facts=(
            (
                "{m} ballots were missing when the votes in {place} were counted again",
                "the recount in {place} came out {m} ballots short",
                "{m} ballots disappeared before the recount in {place}",
            ),
            (
                "the seals on {n} ballot boxes in {place} had been broken",
                "{n} ballot boxes in {place} had broken seals",
                "somebody in {place} had broken the seals of {n} ballot boxes",
            ),
            (
                "{person} was seen in the counting hall at night",
                "at night {person} was in the counting hall",
                "{person} had spent the night in the counting hall",
            ),
        ),
        numbers={"m": (110, 990), "n": (4, 30)},
        firm="Printing",
        named=("election officer", "candidate", "observer", "caretaker"),
        unnamed=("two helpers at the polls", "a person on the election board", "volunteers"),
        papers=("the count's protocol", "a list of boxes"),
        asides=("Turnout was 58 per cent.", "The result must be declared within ten days."),
    ),
    Kind(
        name="doping",
        topic="The runner {person} and the {place} games",
        facts=(
            (
                "the runner {person} tested positive for a banned drug in {place}",
                "a banned drug was found in a sample that the runner {person} gave in {place}",
                "a banned drug was in the blood of the runner {person} at {place}",
            ),
            (
                "{person} had missed {n} earlier tests",
                "{n} earlier tests had been missed by {person}",
                "{person} had failed to turn up for {n} earlier tests",
            ),
            (
                "the drug came from the team doctor of {firm}",
                "it was the team doctor of {firm} who supplied the drug",
                "the team doctor of {firm} had supplied the drug",
            ),
        ),
        numbers={"n": (4, 12)},
        firm="Athletics",
        named=("coach", "laboratory head", "team captain", "federation president"),
        unnamed=("two team mates", "a person close to the team", "trainers"),
        papers=("a laboratory certificate", "a text message"),
        asides=("The games end on Sunday.", "Heats begin at ten in the morning."),
    ),
    Kind(
        name="spill",
        topic="Oil on the beaches of {place}",
        facts=(
            (
                "{n} tonnes of oil leaked from the tanker {ship} off {place}",
                "the tanker {ship} lost {n} tonnes of oil off {place}",
                "{n} tonnes of oil ran into the sea from the tanker {ship} near {place}",
            ),
            (
                "the tanker {ship} had been sailing with its transponder turned off",
                "the transponder of the tanker {ship} had been switched off",
                "the tanker {ship} sailed without its transponder",
            ),
            (
                "{firm} bought the {ship} only {d} days before the spill",
                "only {d} days before the spill the {ship} was sold to {firm}",
                "the {ship} had become the property of {firm} only {d} days before the spill",
            ),
        ),
        numbers={"n": (110, 900), "d": (9, 60)},
        firm="Shipping",
        named=("coastguard commander", "fisherman", "pilot", "biologist"),
        unnamed=("two sailors", "a person at the shipping office", "fishermen"),
        papers=("a bill of sale", "a satellite report"),
        asides=("Herring spawn in the bay in spring.", "The beach at {town} is open."),
    ),
)
