"""Words and phrases that change how true a sentence is meant, in German and English.

A phrase is written with spaces; "…" before its last word stands for up to six words, or none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.models import ClaimKind, Language


def _lines(block: str) -> tuple[str, ...]:
    return tuple(cue.strip() for line in block.splitlines() for cue in line.split(",") if cue)


_GERMAN: dict[ClaimKind, tuple[str, ...]] = {
    "hedge": _lines(
        """soll, sollen, solle, sollte, sollten, dürfte, dürften, könnte, könnten, müsste, müssten
        würde, würden, wäre, wären, hätte, hätten, möge, mögen, käme, kämen, gäbe, ginge, bliebe
        ließe, stünde, bräuchte, brauche
        laut, zufolge, gemäß, demnach, demzufolge, wonach, angeblich, angebliche, angeblichen
        angeblicher, angebliches, angeblichem, mutmaßlich, mutmaßliche, mutmaßlichen
        mutmaßlicher, mutmaßliches, offenbar, offensichtlich, anscheinend, scheinbar, scheint
        scheinen, schien, schienen, vermutlich, vermeintlich, vermeintliche, vermeintlichen
        vermeintlicher, vermeintliches, wahrscheinlich, wahrscheinliche, wahrscheinlichen
        möglicherweise, womöglich, wohl, vielleicht, eventuell, voraussichtlich, gegebenenfalls
        mögliche, möglichen, möglicher, mögliches, potenziell, potenzielle, potenziellen
        allem Anschein nach, dem Vernehmen nach, Gerüchten, Gerüchte, Gerücht, gerüchteweise
        nach … Angaben, nach … Ansicht, nach … Auffassung, nach … Meinung, nach … Einschätzung
        nach … Darstellung, nach … Aussage, nach … Aussagen, nach … Informationen, nach … Worten
        nach … Berichten, nach … Bericht, nach … Auskunft, nach … Schätzungen, nach … Schätzung
        nach … Erkenntnissen, nach … Medienberichten, nach … Überzeugung, seiner Ansicht nach
        ihrer Ansicht nach, seiner Meinung nach, ihrer Meinung nach, aus … Sicht
        unter Berufung auf
        heißt es, hieß es, gilt als, gelten als, galt als, galten als, unter Verdacht
        steht im Verdacht, im Verdacht, Verdacht, Vermutung, Vermutungen, Spekulation
        Spekulationen, Behauptung, Behauptungen, sogenannte, sogenannten, sogenannter, geschätzt
        schätzungsweise, geplant, geplante, geplanten, geplanter, geplantes, erwartet, befürchtet
        mitunter, tendenziell, unbestätigt, unbestätigte, unbestätigten, unter Umständen
        will … haben, wollen … haben, in Aussicht, so die, so der"""
    ),
    "denial": _lines(
        """wies … zurück, weist … zurück, wiesen … zurück, weisen … zurück, zurückgewiesen
        zurückzuweisen, zurückwies, zurückweist, zurückweisen, bestritt, bestreitet, bestritten
        bestreiten, streitet … ab, stritt … ab, streiten … ab, stritten … ab, abgestritten
        abzustreiten, abstreitet, dementiert, dementierte, dementierten, dementieren, Dementi
        widersprach, widersprachen, widerspricht, widersprechen, widersprochen, leugnet
        leugnete, leugneten, leugnen, geleugnet, verneint, verneinte, verneinten, verneinen
        verwahrte sich, verwahrt sich, lehnt … ab, lehnte … ab, lehnten … ab, lehnen … ab
        abgelehnt, ablehnt, ablehnte, abzulehnen, ablehnen, in Abrede, widerlegt, widerlegte
        widerlegen, widerlegten, verweigert, verweigerte, verweigerten, verweigern
        weigert sich, weigerte sich, weigern sich, weigerten sich, Zurückweisung, falsch"""
    ),
    "opinion": _lines(
        """leider, bedauerlicherweise, glücklicherweise, erfreulicherweise, unverständlich
        skandalös, skandalöse, skandalösen, skandalöser, skandalöses, großartig, großartige
        großartigen, großartiger, großartiges, hervorragend, hervorragende, fantastisch
        fantastische, phantastisch, wunderbar, wunderbare, wunderbaren, grandios, grandiose
        fatal, fatale, fatalen, verheerend, peinlich, peinliche, peinlichen, absurd, absurde
        absurden, absurder, lächerlich, lächerliche, lächerlichen, unerträglich, unerträgliche
        empörend, empörende, unsäglich, unsägliche, dumm, dumme, töricht, naiv, naive, feige
        mutig, beschämend, beschämende, erbärmlich, erbärmliche, schändlich, schamlos, schamlose
        zynisch, zynische, fahrlässig, unverantwortlich, unverantwortliche, überfällig
        längst überfällig, zum Glück, Gott sei Dank, meiner Meinung, meines Erachtens
        meiner Ansicht, ich finde, ich meine, ich glaube, ich denke, wir finden, aus meiner Sicht
        wahrscheinlich die wichtigste, wahrscheinlich der wichtigste, wahrscheinlich das wichtigste
        wichtigste, wichtigsten, wichtigster, beste, besten, bester, schlimmste, schlimmsten
        schlechteste, schlechtesten, schönste, schönsten, genialste, klügste, dümmste
        gefährlichste, gefährlichsten, absurdeste, peinlichste, genial, geniale, genialer
        genialen, visionär, natürlich, selbstverständlich, bezeichnenderweise, ausgerechnet
        kurzum, man muss sagen, es ist höchste Zeit, höchste Zeit, darf als gewiss gelten
        perfekt inszeniert, perfekt inszenierte"""
    ),
    "question": _lines(
        """stellt sich … Frage, stellen sich … Fragen, fragt sich
        bleibt … Frage
        ist die Frage, Frage ist, Frage bleibt, Frage lautet, offen ist, offen bleibt
        offen blieb, offen war, ist offen, bleibt offen, blieb offen, ist noch offen
        bleibt noch offen, bleibt … offen, blieb … offen, ließ … offen, lässt … offen, ungewiss
        unklar, fraglich, ungeklärt, unbekannt, unsicher, nicht klar, noch nicht klar
        noch nicht fest, nicht fest, nicht absehbar
        bleibt abzuwarten, abzuwarten, wird sich zeigen, muss sich zeigen, muss sich erst zeigen
        wird sich … zeigen, offene Frage, offene Fragen, offenen Fragen, rätselhaft, ein Rätsel"""
    ),
    "negation": _lines(
        """nicht, nichts, nie, niemals, niemand, niemanden, niemandem, nirgends, nirgendwo
        keinesfalls, keineswegs, kein, keine, keinen, keinem, keiner, keines, keinerlei, ohne
        weder, noch nie, kaum, mitnichten, außer, statt, anstatt, anstelle, selten, fehlt, fehlen
        fehlte, fehlten, mangels, nur, lediglich, bloß, allenfalls, höchstens, nein"""
    ),
    "condition": _lines(
        """falls, sofern, wenn, soweit, solange, vorausgesetzt, ob, unter der Bedingung
        unter der Voraussetzung, unter Vorbehalt, unter dem Vorbehalt, es sei denn, im Falle
        im Fall, für den Fall, nur wenn, außer wenn, andernfalls, ansonsten, sonst, bedingt
        je nachdem, abhängig von, hängt … ab, hängen … ab, hing … ab, Bedingung, Voraussetzung
        vorbehaltlich"""
    ),
}
_ENGLISH: dict[ClaimKind, tuple[str, ...]] = {
    "hedge": _lines(
        """may, might, could, would, should, ought, allegedly, alleged, reportedly, apparently
        presumably, supposedly, purportedly, purported, ostensibly, seemingly, seems, seem
        seemed, appears, appear, appeared, perhaps, maybe, possibly, probably, likely, unlikely
        potentially, potential, expected, estimated, estimate, estimates, suspected, believed
        rumoured, rumored, rumours, rumors, so-called, claim, claims, claimed, accused, accuses
        according to, in the view of, in the opinion of, in … view, in … opinion, is said to
        are said to, was said to, were said to, is thought to, are thought to, it is understood
        by his own account, by her own account, by their own account, suggests, suggest
        suggested, arguably, unconfirmed, planned, speculation, said to, tends to, tend to
        on condition of anonymity, citing"""
    ),
    "denial": _lines(
        """denied, denies, deny, denying, denial, rejected, rejects, reject, rejecting, refuted
        refutes, refute, disputed, disputes, dispute, rebuffed, rebutted, contradicted
        contradicts, dismissed, dismisses, refused, refuses, refuse, refusing, declined
        declines, repudiated, disavowed, false"""
    ),
    "opinion": _lines(
        """unfortunately, sadly, regrettably, thankfully, fortunately, luckily, outrageous
        scandalous, brilliant, wonderful, fantastic, amazing, terrible, awful, horrible
        disgraceful, shameful, ridiculous, absurd, foolish, stupid, pathetic, reckless
        irresponsible, cowardly, overdue, in my view, in my opinion, I think, I believe
        I find, we believe, best, worst, most important, most dangerous, greatest, finest
        of course, obviously, frankly, needless to say, shockingly, embarrassing, genius"""
    ),
    "question": _lines(
        """remains unclear, remain unclear, is unclear, unclear, remains unknown, is unknown
        unknown, not clear, isn't clear, remains to be seen, open question, open questions
        raises the question, raises questions, raise questions, question is, question remains
        questions remain, begs the question, it is uncertain, uncertain, remains open
        yet to be seen, not yet known, not known, anyone's guess"""
    ),
    "negation": _lines(
        """not, never, no, none, nobody, nothing, nowhere, neither, nor, without, cannot, hardly
        barely, scarcely, rarely, seldom, lack, lacks, lacked, lacking, fails to, failed to
        fail to, few, little, only, instead of, rather than, except"""
    ),
    "condition": _lines(
        """if, unless, provided, providing, whether, as long as, in case, in the event
        on condition that, on the condition, subject to, contingent on, depending on, depends on
        depend on, otherwise, assuming, only if, conditional, conditions"""
    ),
}
CUES: dict[Language, dict[ClaimKind, tuple[str, ...]]] = {"de": _GERMAN, "en": _ENGLISH}

# Subjunctives that are not simply the infinitive without its n.
PRESENT_SUBJUNCTIVES = frozenset("sei seien".split())
# Words of that shape that are no verbs, or are so only as "ich habe".
NOT_SUBJUNCTIVE = frozenset(
    "bitte danke ende meine deine seine keine eine solche sonne beide viele alle ganze gerade "
    "eben laute weise leite reihe seite".split()
)
# In a question these show that the writer does not wait for an answer.
RHETORICAL = frozenset("etwa wirklich ernsthaft denn schon really honestly seriously".split())
# Verbs that say what must, may or shall be; not cues of doubt by themselves, but never cut away.
_MODALS: dict[Language, frozenset[str]] = {
    "de": frozenset(
        "will wollen wolle wollte wollten muss müssen müsse musste mussten kann können könne "
        "konnte konnten darf dürfen dürfe durfte durften mag möchte möchten".split()
    ),
    "en": frozenset("will must can shall".split()),
}
# Words that must not be cut away from what they stand with.
SINGLE_CUES: dict[Language, frozenset[str]] = {
    language: _MODALS[language].union(
        cue
        for kind, cues in table.items()
        if kind in ("hedge", "denial", "negation", "condition")
        for cue in cues
        if " " not in cue
    )
    for language, table in CUES.items()
}
# At the end of a clause these belong to its verb ("fand statt") and deny nothing.
PARTICLES = frozenset(["statt"])
