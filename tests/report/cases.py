"""Cases built by hand from invented reports; no person, organisation or event in them is real."""

from dataclasses import replace
from typing import TypeVar

from amparo.model import (
    Agent,
    Basis,
    CallClaim,
    Case,
    Cause,
    Claim,
    Contradiction,
    Document,
    Edtf,
    Extraction,
    Fault,
    Finding,
    Incident,
    LawCheck,
    LawClaim,
    LawSays,
    Mention,
    Outcome,
    Page,
    Passage,
    Person,
    Reading,
    Side,
    Slot,
    Status,
    Verdict,
    WindowClaim,
    sha256,
    text_hash,
)

T = TypeVar("T")

ENGINE = "rules/1"

COURIER_TEXT = (
    "Oybek Namunaev, a journalist from Uzbekistan, was seized in Istanbul on 2 March 2022, Example Rights Watch said. "
    "Officers of the Blue Service took part, said Lena Beispiel, a researcher at the group. "
    "He is threatened with extradition to Uzbekistan. "
    "Example Rights Watch called on Türkiye not to return him. "
    "Türkiye is party to the Convention against Torture, the group said. "
    "His case will be raised at the Example Forum on 20 March 2022."
)
BULLETIN_TEXT = (
    "O. Namunaev was seized on 3 March 2022,\nhis lawyer Karim Misolov said.\n"
    "A court in Tashkent sentenced him in absentia to seven years in prison for fraud.\n"
)
GROUP_TEXT = (
    "Several members of the Lantern Circle living in Lithuania, Poland and Türkiye "
    "have in recent months been threatened with deportation to Tajikistan."
)


def document(name: str, text: str, **known: object) -> Document:
    """A document whose source bytes are the text itself."""
    source = sha256(text.encode())
    blank = Document(id=source[:16], source=source, name=name, text=text, text_sha256=text_hash(text), language="en")
    return replace(blank, reader="plain/1", **known)  # type: ignore[arg-type]


COURIER = document(
    "courier.txt",
    COURIER_TEXT,
    title="Journalist seized in Istanbul",
    publisher="The Example Courier",
    published=Edtf("2022-03-04"),
    published_basis=Basis.DATELINE,
)
BULLETIN = document(
    "bulletin.pdf",
    BULLETIN_TEXT,
    title="Bulletin no. 7",
    publisher="Example Bar",
    published=Edtf("2022-05"),
    published_basis=Basis.GIVEN,
    pages=(Page(number=1, start=0), Page(number=2, start=BULLETIN_TEXT.index("A court"))),
)
GROUP_NEWS = document("group.txt", GROUP_TEXT)


def cite(doc: Document, words: str) -> Passage:
    """The first place where ``words`` stand in the document."""
    start = doc.text.index(words)
    return doc.cite(start, start + len(words))


def slot(doc: Document, value: T, words: str, *, guessed: bool = False) -> Slot[T]:
    """A value stated, or inferred, at ``words``."""
    return Slot(value=value, passages=(cite(doc, words),), rule="test.rule", guessed=guessed)


def mention(doc: Document, identity: str, name: str, words: str, **known: object) -> Mention:
    """Someone named, or described, at ``words``."""
    passages = (cite(doc, words),)
    blank = Mention(id=identity, document=doc.id, name=name, named=True, passages=passages, forms=(words,))
    return replace(blank, **known)  # type: ignore[arg-type]


TARGET = mention(
    COURIER,
    "m1",
    "Oybek Namunaev",
    "Oybek Namunaev",
    target=True,
    role="journalist",
    origin=slot(COURIER, "UZ", "from Uzbekistan"),
)
TARGET_AGAIN = mention(BULLETIN, "m2", "O. Namunaev", "O. Namunaev", target=True)
RESEARCHER = mention(
    COURIER, "m3", "Lena Beispiel", "Lena Beispiel", role="researcher", organisation="Example Rights Watch"
)
GROUP = mention(
    GROUP_NEWS,
    "m4",
    "Several members of the Lantern Circle",
    "Several members of the Lantern Circle",
    named=False,
    target=True,
    affiliations=(slot(GROUP_NEWS, "Lantern Circle", "Lantern Circle"),),
)

SEIZED = Claim(
    id="c1",
    document=COURIER.id,
    target="m1",
    act=slot(COURIER, "abduction", "seized"),
    status=slot(COURIER, Status.OCCURRED, "was seized"),
    passages=(cite(COURIER, "was seized in Istanbul on 2 March 2022"),),
    engine=ENGINE,
    host=slot(COURIER, "TR", "Istanbul"),
    origin=slot(COURIER, "UZ", "from Uzbekistan", guessed=True),
    date=slot(COURIER, Edtf("2022-03-02"), "2 March 2022"),
    agents=(slot(COURIER, Agent(name="Blue Service", state="UZ", side=Side.ORIGIN), "the Blue Service"),),
    sources=(
        slot(COURIER, "Example Rights Watch", "Example Rights Watch"),
        slot(COURIER, "Lena Beispiel", "Lena Beispiel"),
    ),
    details=(("place", slot(COURIER, "Istanbul", "Istanbul")),),
)
SEIZED_AGAIN = Claim(
    id="c2",
    document=BULLETIN.id,
    target="m2",
    act=slot(BULLETIN, "abduction", "seized"),
    status=slot(BULLETIN, Status.OCCURRED, "was seized"),
    passages=(cite(BULLETIN, "was seized on 3 March 2022,\nhis lawyer Karim Misolov said"),),
    engine=ENGINE,
    date=slot(BULLETIN, Edtf("2022-03-03"), "3 March 2022"),
    sources=(slot(BULLETIN, "Karim Misolov", "Karim Misolov"),),
)
THREATENED = Claim(
    id="c3",
    document=COURIER.id,
    target="m1",
    act=slot(COURIER, "extradition", "extradition"),
    status=slot(COURIER, Status.THREATENED, "threatened"),
    passages=(cite(COURIER, "He is threatened with extradition to Uzbekistan."),),
    engine=ENGINE,
    host=slot(COURIER, "TR", "Istanbul", guessed=True),
    destination=slot(COURIER, "UZ", "to Uzbekistan"),
    origin=slot(COURIER, "UZ", "to Uzbekistan"),
)
SENTENCED = Claim(
    id="c4",
    document=BULLETIN.id,
    target="m2",
    act=slot(BULLETIN, "conviction", "sentenced"),
    status=slot(BULLETIN, Status.OCCURRED, "sentenced"),
    passages=(cite(BULLETIN, "A court in Tashkent sentenced him in absentia to seven years in prison for fraud."),),
    engine=ENGINE,
    host=slot(BULLETIN, "UZ", "Tashkent"),
    details=(
        ("sentence", slot(BULLETIN, "seven years", "seven years in prison")),
        ("charge", slot(BULLETIN, "fraud", "fraud")),
    ),
)
GROUP_THREATENED = Claim(
    id="c5",
    document=GROUP_NEWS.id,
    target="m4",
    act=slot(GROUP_NEWS, "deportation", "deportation"),
    status=slot(GROUP_NEWS, Status.THREATENED, "threatened"),
    passages=(
        cite(GROUP_NEWS, "Several members of the Lantern Circle living in Lithuania, Poland and Türkiye"),
        cite(GROUP_NEWS, "have in recent months been threatened with deportation to Tajikistan."),
    ),
    engine=ENGINE,
    hosts_any=(
        slot(GROUP_NEWS, "LT", "Lithuania"),
        slot(GROUP_NEWS, "PL", "Poland"),
        slot(GROUP_NEWS, "TR", "Türkiye"),
    ),
    destination=slot(GROUP_NEWS, "TJ", "Tajikistan"),
    details=(("date_text", slot(GROUP_NEWS, "in recent months", "in recent months")),),
)

BOUND = Finding(
    instrument="CAT",
    name="Convention against Torture",
    article="3",
    rule="No return where torture threatens.",
    kind="global",
    scope="absolute",
    state="TR",
    on=Edtf("2022-03-02/2022-03-03"),
    outcome=Outcome.BOUND,
    because=("party since 1988-09-01", "the whole date lies after it"),
    source_url="https://treaties.example/CAT",
    confidence="high",
    basis="page read",
    as_of="2025-01",
)
RESERVED = replace(
    BOUND,
    instrument="REF51",
    name="Refugee Convention",
    article="33",
    rule="No return of a refugee to where life or freedom is threatened.",
    scope="refugee",
    reservation="Geographical limitation to events in Europe.",
    confidence="medium",
    basis="recalled; not read in a second source",
    outcome=Outcome.UNCERTAIN,
)
EASES = replace(
    BOUND,
    instrument="EASE1",
    name="Example Convention on Handing Over",
    article="56-57;61",
    rule="RISK: duty to extradite between parties.",
    kind="enabling",
    scope="enables_transfer",
    outcome=Outcome.NOT_BOUND,
)
NO_ROW = replace(
    BOUND,
    instrument="CED",
    name="Convention on Enforced Disappearance",
    article="16",
    state="UZ",
    on=None,
    outcome=Outcome.UNKNOWN,
    because=("the data hold no row for this state",),
    source_url="",
    confidence="",
    basis="",
)

TREATY = LawClaim(
    id="l1",
    document=COURIER.id,
    instrument=slot(COURIER, "CAT", "Convention against Torture"),
    says=slot(COURIER, LawSays.PARTY, "is party to"),
    passages=(cite(COURIER, "Türkiye is party to the Convention against Torture"),),
    engine=ENGINE,
    states=(slot(COURIER, "TR", "Türkiye"),),
    sources=(slot(COURIER, "Example Rights Watch", "the group said"),),
)
TREATY_CHECK = LawCheck(
    claim="l1",
    verdict=Verdict.CONFIRMED,
    on=Edtf("2022-03-04"),
    because=("every state named is bound on that date",),
    findings=(BOUND,),
)
CALL = CallClaim(
    id="k1",
    document=COURIER.id,
    by=(slot(COURIER, "Example Rights Watch", "Example Rights Watch"),),
    to=(slot(COURIER, "TR", "Türkiye"),),
    demand=slot(COURIER, "not return him", "not to return him"),
    passages=(cite(COURIER, "Example Rights Watch called on Türkiye not to return him."),),
    engine=ENGINE,
)
WINDOW = WindowClaim(
    id="w1",
    document=COURIER.id,
    what=slot(COURIER, "Example Forum", "Example Forum"),
    passages=(cite(COURIER, "His case will be raised at the Example Forum on 20 March 2022."),),
    engine=ENGINE,
    date=slot(COURIER, Edtf("2022-03-20"), "20 March 2022"),
    parties=(slot(COURIER, "EU", "Example Forum", guessed=True),),
)

JOURNALIST = Case(
    person=Person(
        id="p1",
        name="Oybek Namunaev",
        named=True,
        names=("Oybek Namunaev", "O. Namunaev"),
        mentions=("m1", "m2"),
        target=True,
        origin="UZ",
        roles=("journalist",),
        affiliations=("Example Press Club",),
        because=("initial and family name agree, and both were seized in March 2022",),
    ),
    incidents=(
        Incident(
            id="i1",
            person="p1",
            act="abduction",
            claims=("c1", "c2"),
            status=Status.OCCURRED,
            host="TR",
            origin="UZ",
            contradictions=(
                Contradiction(
                    slot="date",
                    readings=(
                        Reading(value="2022-03-02", claims=("c1",)),
                        Reading(value="2022-03-03", claims=("c2",)),
                    ),
                ),
            ),
        ),
        Incident(
            id="i2",
            person="p1",
            act="extradition",
            claims=("c3",),
            status=Status.THREATENED,
            host="TR",
            destination="UZ",
            origin="UZ",
        ),
        Incident(id="i3", person="p1", act="conviction", claims=("c4",), status=Status.OCCURRED, host="UZ"),
    ),
    claims=(SEIZED, SEIZED_AGAIN, THREATENED, SENTENCED),
    mentions=(TARGET, TARGET_AGAIN),
    documents=(COURIER, BULLETIN),
    speakers=(
        Person(
            id="p2",
            name="Lena Beispiel",
            named=True,
            names=("Lena Beispiel", "Beispiel"),
            mentions=("m3",),
            target=False,
            roles=("researcher",),
        ),
        Person(
            id="p3",
            name="Karim Misolov",
            named=True,
            names=("Karim Misolov",),
            mentions=("m5",),
            target=False,
            roles=("lawyer",),
        ),
    ),
    calls=(CALL,),
    laws=((TREATY, TREATY_CHECK),),
    windows=(WINDOW,),
    findings=(("i1", (BOUND, RESERVED)), ("i2", (BOUND, RESERVED)), ("i3", (NO_ROW, EASES))),
)

UNNAMED = Case(
    person=Person(
        id="p4",
        name="Several members of the Lantern Circle",
        named=False,
        names=("Several members of the Lantern Circle",),
        mentions=("m4",),
        target=True,
        affiliations=("Lantern Circle",),
    ),
    incidents=(
        Incident(
            id="i4",
            person="p4",
            act="deportation",
            claims=("c5",),
            status=Status.THREATENED,
            hosts_any=("LT", "PL", "TR"),
            destination="TJ",
        ),
    ),
    claims=(GROUP_THREATENED,),
    mentions=(GROUP,),
    documents=(GROUP_NEWS,),
)

EXTRACTION = Extraction(
    document=COURIER.id,
    engine=ENGINE,
    mentions=(TARGET, RESEARCHER),
    claims=(SEIZED, THREATENED),
    laws=(TREATY,),
    calls=(CALL,),
    windows=(WINDOW,),
    faults=(
        Fault(where="courier.txt", cause=Cause.BAD_ATTACHMENT, message="One part was left out. Read it apart.", page=1),
    ),
)


def hostile_case(words: str) -> Case:
    """A case in which every string that a document, its metadata or a person's name can set is ``words``."""
    text = f"{words} . {words}"
    doc = document(words, text, title=words, publisher=words, published=Edtf("2022"))
    passage = Passage(document=doc.id, start=0, end=len(words), exact=words)
    said: Slot[str] = Slot(value=words, passages=(passage,), rule="test.rule")
    claim = Claim(
        id="c1",
        document=doc.id,
        target="m1",
        act=Slot(value="rendition", passages=(passage,), rule="test.rule"),
        status=Slot(value=Status.DENIED, passages=(passage,), rule="test.rule"),
        passages=(passage,),
        engine=ENGINE,
        agents=(Slot(value=Agent(name=words), passages=(passage,), rule="test.rule"),),
        sources=(said,),
        details=((words, said), ("date_text", said)),
    )
    contradiction = Contradiction(slot=words, readings=(Reading(value=words, claims=("c1",)),))
    law = replace(TREATY, document=doc.id, instrument=said, states=(said,), sources=(said,), passages=(passage,))
    finding = replace(
        BOUND, name=words, article=words, rule=words, because=(words,), reservation=words, source_url=words
    )
    return Case(
        person=Person(
            id="p1",
            name=words,
            named=True,
            names=(words, f"{words} {words}"),
            mentions=("m1",),
            target=True,
            roles=(words,),
            affiliations=(words,),
            because=(words,),
        ),
        incidents=(
            Incident(
                id="i1",
                person="p1",
                act="rendition",
                claims=("c1",),
                status=Status.DENIED,
                contradictions=(contradiction,),
            ),
        ),
        claims=(claim,),
        mentions=(Mention(id="m1", document=doc.id, name=words, named=True, passages=(passage,), target=True),),
        documents=(doc,),
        calls=(replace(CALL, document=doc.id, by=(said,), to=(said,), demand=said, passages=(passage,)),),
        laws=((law, replace(TREATY_CHECK, because=(words,), findings=(finding,))),),
        windows=(replace(WINDOW, document=doc.id, what=said, parties=(said,), passages=(passage,)),),
        findings=(("i1", (finding,)),),
    )
