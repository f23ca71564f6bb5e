"""Function words: they tell nothing of the subject, and with a capital they begin a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.folding import fold

if TYPE_CHECKING:
    from bot.core.models import Language

_GERMAN = frozenset(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner "
    "keines ich du er sie es wir ihr man mich dich sich uns euch mir dir ihm ihn ihnen mein meine "
    "meinen meinem meiner meines dein deine deinen deinem deiner sein seine seinen seinem seiner "
    "seines ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer euer eure dieser "
    "diese dieses diesen diesem jener jene jenes jenen jenem jeder jede jedes jeden jedem alle "
    "alles allen allem aller viele vieles vielen vieler wenige wenigen manche manchen mancher "
    "einige einigen einiger etwas nichts niemand jemand beide beiden beides andere anderen anderer "
    "anderes mehrere mehreren solche solchen solcher wer wen wem wessen was welche welcher welches "
    "welchen welchem wie wo wohin woher wann warum weshalb wieso wobei wodurch womit woran worauf "
    "wofür wogegen worin wovon wozu und oder aber denn doch sondern sowie sowohl weder noch "
    "entweder als ob dass daß weil da damit wenn falls sofern obwohl obgleich während bevor ehe "
    "nachdem sobald solange seit seitdem bis indem sodass zumal wobei in im ins an am ans auf aufs "
    "aus bei beim mit nach von vom vor zu zum zur über unter hinter neben zwischen durch für gegen "
    "ohne um trotz wegen statt anstatt außer ab innerhalb außerhalb gegenüber entlang laut gemäß "
    "dank angesichts aufgrund mithilfe anhand infolge hinsichtlich bezüglich binnen nicht nie "
    "niemals nur auch schon erst sehr so mehr meist sogar etwa fast rund ganz gar eben halt wohl "
    "zwar ja nein hier dort dann daher darum deshalb deswegen dabei dadurch dafür dagegen daran "
    "darauf daraus darin darüber darunter davon davor dazu danach daneben dahinter dennoch "
    "trotzdem jedoch allerdings indes indessen hingegen zudem außerdem ferner überdies schließlich "
    "allein bereits bald immer immerhin wieder nun jetzt heute gestern morgen damals zuletzt "
    "zuvor zunächst später inzwischen mittlerweile derzeit künftig vielleicht natürlich freilich "
    "eigentlich möglicherweise offenbar tatsächlich bislang bisher gerade genau insgesamt "
    "insbesondere besonders vielmehr zumindest mindestens jedenfalls dies demnach somit also "
    "ist sind war waren bin bist seid sei seien wäre wären gewesen wird werden wurde wurden "
    "worden würde würden hat haben habe hatte hatten hätte hätten gehabt kann können konnte "
    "konnten könnte könnten muss müssen musste mussten müsste soll sollen sollte sollten will "
    "wollen wollte wollten darf dürfen durfte dürfte mag mögen möchte lässt lassen "
    "weiter weitere weiterhin neben sogleich zugleich gleichzeitig gleichwohl ebenso ebenfalls "
    "einerseits andererseits einst einmal eins zwei drei vier fünf sechs sieben acht neun zehn "
    "seither anschließend ansonsten sonst kurz obendrein demgegenüber dementsprechend hinzu "
    "hierzu hierbei hiermit hierfür letztlich letztendlich leider dazwischen unterdessen "
    "anfangs ursprünglich nachher vorher davon bitte zurzeit nachts abends morgens mittags "
    "aktuell zusätzlich erstmals übrigens mitunter manchmal oft häufig selten meistens soweit "
    "gleich ebensowenig "
    "wenngleich desto je umso insofern nebenan irgendwann irgendwie nirgends überall".split()
)
_ENGLISH = frozenset(
    "the a an this that these those each every either neither some any no all both few many much "
    "more most other another such i you he she it we they me him her us them my your his its our "
    "their mine yours hers ours theirs myself himself herself itself themselves who whom whose "
    "which what when where why how there here then than and or but nor so yet for because since "
    "although though while whereas if unless until as whether once after before by in on at to "
    "from of off with without within into onto over under above below between among through "
    "during against about around across along behind beyond despite except like near per toward "
    "towards up upon down out not never only also just even still already always often again ever "
    "too very rather quite perhaps maybe however therefore thus hence moreover furthermore "
    "meanwhile instead indeed nevertheless nonetheless now today yesterday tomorrow later earlier "
    "soon is are was were be been being am has have had having do does did done will would shall "
    "should can could may might must 's n't 'm 're 've 'll 'd s t re ve ll d m one two three "
    "four five six seven eight nine ten first last according".split()
)

FUNCTION_WORDS: dict[Language, frozenset[str]] = {"de": _GERMAN, "en": _ENGLISH}
# The same as `Sentence.lemmas` are written.
FOLDED_FUNCTION_WORDS: dict[Language, frozenset[str]] = {
    "de": frozenset(fold(word) for word in _GERMAN),
    "en": frozenset(fold(word) for word in _ENGLISH),
}

# No heading and no item of a list ends with one of these: the line goes on.
OPEN_ENDED_WORDS = frozenset(
    "der die das des dem den ein eine einen einem einer eines und oder sowie in im an am auf für "
    "mit von vom zu zur zum bei beim durch über unter seine ihre dass wenn weil the a an and or of "
    "to for with by from at that his her their its".split()
)

# The commonest words of news, commonest first: which of them a summary has by sheer frequency.
COMMONEST_WORDS: dict[Language, tuple[str, ...]] = {
    "de": tuple(
        "die der in und das ist den sich für zu mit nicht im es auf von eine hat ein sie an dem "
        "auch als wie aus vor des sind haben werden nach aber um bei er wird mehr einer einen noch "
        "gegen nur so einem".split()
    ),
    "en": tuple(
        "the to a of in and is for on that was with he his has it at by as from be have are an "
        "who after been will she her they had said but their not were this out about than".split()
    ),
}

# A sentence that opens with one of these leans on the one before it.
DANGLING_WORDS: dict[Language, frozenset[str]] = {
    "de": frozenset(
        "er sie es das dies diese dieser dieses ihm ihn ihnen ihr ihre sein seine so hier da dort "
        "davon darin damit dazu dabei darauf daran daraus dafür dagegen daher deshalb deswegen "
        "denn doch aber und oder auch jedoch allerdings dennoch trotzdem zudem außerdem ferner "
        "überdies schließlich zwar also somit demnach dann danach später zuvor zugleich "
        "gleichzeitig inzwischen etwa beide beides weil sondern".split()
    ),
    "en": frozenset(
        "he she it they this that these those his her their but and so however also then there "
        "here yet still therefore meanwhile moreover instead because or both such".split()
    ),
}
# Who speaks is a person, not the article.
FIRST_PERSON_WORDS: dict[Language, frozenset[str]] = {
    "de": frozenset("ich wir mich uns mein meine unser unsere du dein".split()),
    "en": frozenset("i we me us my our mine ours".split()),
}
