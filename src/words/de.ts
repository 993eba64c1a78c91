// Was die Seiten sagen, auf Deutsch.

import type { Words } from './en.js';
import { formatsOf } from './formats.js';
import { joined, say } from './say.js';

const formats = formatsOf('de-DE');
const { counted, list, number } = formats;
const quoted = (text: string) => `„${text}“`;
const issueNumber = (n: number) => `Nr. ${n}`;
const issues = counted({ one: '# Ausgabe', other: '# Ausgaben' });
const sections = counted({ one: '# Abschnitt', other: '# Abschnitte' });
const inSections = counted({ one: '# Abschnitt', other: '# Abschnitten' });
const concepts = counted({ one: '# Begriff', other: '# Begriffe' });
const ofConcepts = counted({ one: '# Begriff', other: '# Begriffen' });

export const de: Words = {
  ...formats,
  code: 'de',
  direction: 'ltr',
  quoted,
  comma: ', ',
  joined: (pieces) => joined(pieces, ', '),
  undated: 'ohne Datum',
  issueNumber,
  issues,
  sections,
  concepts,

  frame: {
    skip: 'Zum Text springen',
    navigation: 'Hauptmenü',
    concepts: 'Begriffe',
    map: 'Karte',
    issues: 'Ausgaben',
    colophon: (home, json) =>
      say`${home}, erschlossen mit Backmatter. Alles hier gibt es auch als ${json}.`,
    json: 'JSON',
    search: 'Suchen',
    searchAll: 'Alle Ausgaben durchsuchen',
    language: 'Sprache',
  },

  paging: {
    label: 'Seiten',
    previous: '← Zurück',
    next: 'Weiter →',
    page: (n) => `Seite ${n}`,
    here: (from, to) => `hier ${number(from)} bis ${number(to)}`,
  },

  home: {
    description: (n, site) =>
      `${site}: ${issues(n)}, durchsuchbar und nach Begriffen miteinander verknüpft.`,
    subtitle: (n, from, to) =>
      `Ein Register zu ${issues(n)}${from === null ? '' : `, ${from === to ? from : `${from}–${to}`}`}`,
    empty: 'Noch nichts zu lesen',
    begin:
      'Dieses Archiv hat noch keine Ausgaben. Legen Sie Markdown-Dateien in seinen Ordner, eine je Ausgabe:',
    example: '---\ntitle: Der erste Brief\ndate: 2024-01-15\n---\n\nLiebe Leserinnen und Leser, …',
    check: (check) => say`Starten Sie dann neu; ${check} sagt, was dort gefunden wurde.`,
    index: 'Aus dem Register',
    wholeIndex: (n) => `Das ganze Register mit ${ofConcepts(n)}`,
    latest: 'Neueste Ausgaben',
    all: (all, n, years) =>
      say`${all(n === 1 ? 'Die eine Ausgabe' : `Alle ${issues(n)}`)}${years.length > 1 && say` oder die der Jahre ${joined(years, ', ')}`}`,
  },

  conceptsPage: {
    title: 'Register der Begriffe',
    description: (n, site) =>
      `Das Register zu ${site}: ${concepts(n)} und die Ausgaben, in denen von ihnen die Rede ist.`,
    subtitle: (n, numbered, map) =>
      say`${concepts(n)}. ${
        numbered ? 'Die Zahlen sind die Nummern' : 'Die Jahre sind die'
      } der Ausgaben, in denen davon die Rede ist. ${map('Als Karte ansehen')}.`,
    none: (folder) =>
      say`Noch keine Begriffe. Beschreiben Sie einen in einer eigenen Datei im Ordner ${folder} des Archivs, und jeder Abschnitt, der von ihm handelt, steht hier.`,
    unlisted: counted({
      one: '# Begriff des Glossars fehlt hier: Keine Ausgabe spricht von ihm, und nichts erklärt ihn.',
      other:
        '# Begriffe des Glossars fehlen hier: Keine Ausgabe spricht von ihnen, und nichts erklärt sie.',
    }),
    letters: 'Buchstaben',
    filter: 'Nur Namen mit',
    filterNow: 'Filtern',
    noneSo: (q, all) => say`Kein Name enthält ${quoted(q)}. ${all('Das ganze Register ansehen')}.`,
    see: (name, concept) => say`${name}, ${{ aside: 'siehe' }} ${concept}`,
    seeAlso: 'siehe auch',
    more: (n) => `+\u00a0${number(n)}`,
    allOn: (label) => `Alle Ausgaben zu ${quoted(label)}`,
    issue: (n, title) => `Ausgabe ${n}, ${title}`,
    years: (years) => `Was die Ausgaben von ${years} dazu sagen`,
  },

  concept: {
    kicker: 'Begriff',
    discovered: 'von Backmatter im Archiv gefunden',
    also: 'auch',
    asof: (asof, now) =>
      say`Stand des Archivs: ${formats.monthOrDay(asof)}. Was später kam, wird weder gezeigt noch gezählt. ${now('Den heutigen Stand ansehen')}.`,
    definedIn: (issue) => say`Zitiert aus ${issue('der Ausgabe, in der es so steht')}`,
    evidence: 'An diesen Stellen gefunden',
    path: 'Zum Einstieg',
    steps: {
      'defines it': 'erklärt den Begriff',
      'first to treat it': 'behandelt ihn als Erste',
      'most about it': 'handelt am meisten davon',
      'says something else': 'zeigt eine andere Seite',
      latest: 'die neueste Stelle',
    },
    passages: 'Was die Ausgaben sagen',
    none: (then, search) =>
      say`${then ? 'Bis dahin war in keiner Ausgabe davon die Rede' : 'In keiner Ausgabe ist davon die Rede'}, weder unter diesem noch unter einem anderen Namen. ${search('Nach den Wörtern suchen')}.`,
    sectionsOf: (n, of) => `${sections(n)} aus ${issues(of)}`,
    within: 'darin suchen',
    order: 'Reihenfolge',
    sorts: { relevance: 'Wichtigste zuerst', newest: 'Neueste', oldest: 'Älteste' },
    onward: 'Ganz lesen',
    about: 'Über diesen Begriff',
    unlinked: 'Ohne Link genannt',
    unlinkedSays:
      'Hier steht der Name nur in einer Überschrift, in Code oder in einem zitierten Titel, wo nicht verlinkt wird.',
    broader: 'Oberbegriffe',
    narrower: 'Unterbegriffe',
    seeAlso: 'Siehe auch',
  },

  time: {
    title: 'Im Lauf der Zeit',
    quarter: (year, n) => `Q${n} ${year}`,
    figures: 'Anteil an den erschienenen Ausgaben, in Zahlen',
    period: 'Zeitraum',
    issues: 'Ausgaben',
    of: 'von',
    share: 'Anteil',
    bar: (period, n, of) => `${period}: ${number(n)} von ${number(of)}`,
    first: 'Zuerst',
    latest: 'Zuletzt',
    firstDefined: 'Zuerst erklärt',
    silence: 'Längste Pause',
    silent: (days, from, to) =>
      say`${counted({ one: '# Tag', other: '# Tage' })(days)}, vom ${from} bis zum ${to}`,
    burst: 'Viel besprochen',
    burstOf: (n, of, from, to) => say`in ${number(n)} von ${issues(of)}, vom ${from} bis zum ${to}`,
    thenAndNow: 'Damals und heute',
    then: 'Damals',
    now: 'Heute',
    left: (words) => `Wörter, die gingen: ${words.join(', ')}`,
    entered: (words) => `Wörter, die kamen: ${words.join(', ')}`,
    changes: 'Anders gedacht',
    takesBack: (by, byNumber, of, ofNumber) =>
      say`${by}${inBrackets(byNumber)} nimmt ${of}${inBrackets(ofNumber)} zurück, wie es dort selbst heißt.`,
    candidates:
      'Dem Wortlaut nach könnte hier etwas zurückgenommen werden; ob es so ist, beurteilen Sie selbst.',
  },

  issue: {
    marked: (q, plain) =>
      say`Die Wörter aus ${q} sind markiert. ${plain('Ohne Markierung zeigen')}.`,
    takenBack: (n, issue, day) =>
      say`Zurückgenommen in ${numbered(n)}${issue}${day && say`, vom ${day}`}.`,
    takesBack: (n, issue, day) =>
      say`Nimmt ${numbered(n)}${issue}${day && say`, vom ${day},`} zurück.`,
    takesBackNamed: (names) => `Nimmt zurück: ${names.join(', ')}.`,
    contents: 'Inhalt',
    linkTo: (heading) => `Link zu ${quoted(heading)}`,
    concepts: 'Begriffe in dieser Ausgabe',
    related: 'Verwandte Stellen',
    near: (section, reasons) => say`nahe bei ${section}: ${reasons.join('; ')}`,
    original: 'Dort lesen, wo es zuerst erschien',
    neighbours: 'Benachbarte Ausgaben',
    before: 'Davor',
    after: 'Danach',
  },

  issuesPage: {
    title: 'Ausgaben',
    ofYear: (year) => `Ausgaben von ${year}`,
    years: 'Jahre',
    months: 'Ausgaben nach Monaten',
    all: 'Alle',
    none: (year) => (year === null ? 'Keine Ausgaben.' : `Keine Ausgaben von ${year}.`),
    undated: 'Ohne Datum',
  },

  map: {
    title: 'Karte der Begriffe',
    description: (site) => `Wie die Begriffe von ${site} zusammenhängen.`,
    none: 'Noch keine Begriffe, also nichts zu zeichnen.',
    subtitle: (n, total, all, asList) =>
      say`${total > n ? say`${number(n)} von ${all(ofConcepts(total))}` : concepts(total)}. Je größer der Kreis, desto mehr Ausgaben handeln davon; Linien führen zu den nächsten. ${asList('Dasselbe als Liste')}, mit den Gründen.`,
    node: (label, n) => `${label}, in ${issues(n)}`,
    list: 'Dasselbe als Liste',
    tools: 'Werkzeuge zur Karte',
    find: 'Auf der Karte suchen',
    closer: 'Näher',
    farther: 'Weiter weg',
    whole: 'Alles',
  },

  search: {
    title: 'Suche',
    count: (n, here, q) =>
      say`${n === 0 ? 'Nichts gefunden' : sections(n)}${q && say` zu ${q}`}${here && `, ${here}`}`,
    literally: (link) => say`${link('Genau diese Wörter suchen')}.`,
    didYouMean: (question, n) => say`Meinten Sie ${question}? Das ergibt ${number(n)} Treffer.`,
    filters: 'Filter',
    without: (filter) => `Ohne ${filter}:`,
    filterNames: {
      concept: 'Begriff',
      year: 'Jahr',
      publication: 'Publikation',
      author: 'Autor',
      language: 'Sprache',
    },
    withoutAny: 'Ohne alle Filter',
    elsewhere: 'Wo Sie noch suchen können',
    nearby: (concepts) => say`Ähnlich heißen: ${joined(concepts, ', ')}.`,
    dropped: (search, filter, value) => say`${search(`Ohne ${filter} ${quoted(value)} suchen`)}.`,
    unfiltered: (search) => say`${search('Ohne die Filter suchen')}.`,
    beyond: (last) => say`Das Ergebnis endet vor dieser Seite: ${last('zur letzten gehen')}.`,
    fewer: 'Nehmen Sie weniger oder andere Wörter; vom letzten genügt der Anfang.',
    browse: (index, byYear) =>
      say`Blättern Sie ${index('im Register der Begriffe')} oder ${byYear('in den Ausgaben nach Jahren')}.`,
    order: 'Reihenfolge',
    sorts: { relevance: 'Beste zuerst', newest: 'Neueste', oldest: 'Älteste' },
    more: (n) => `${number(n)} weitere in dieser Ausgabe`,
    narrow: 'Ergebnis eingrenzen',
    facets: {
      concept: 'Begriffe',
      year: 'Jahre',
      publication: 'Publikationen',
      author: 'Autoren',
      language: 'Sprachen',
    },
    about: 'Begriffe:',
    why: 'Warum gefunden',
    matches: (term, match, places) =>
      `Hat ${quoted(term)}${match === '' ? '' : ` ${match}`} ${list(places)}.`,
    ways: {
      exact: '',
      stem: 'dem Wortstamm nach',
      prefix: 'als Wortanfang',
      synonym: 'unter anderem Namen',
      fuzzy: 'in ähnlicher Schreibung',
      phrase: 'als Wortfolge',
    },
    places: {
      heading: 'in der Überschrift',
      trail: 'in den Überschriften darüber',
      concepts: 'in den Namen der Begriffe',
      text: 'im Text',
    },
    corrected: (from, to) =>
      `${quoted(from)} kommt im Archiv nicht vor; stattdessen wurde ${quoted(to)} gesucht.`,
    ignored: (words) => `Nicht gesucht: ${list(words.map(quoted))}.`,
    unmatched: (words) => `Ohne Treffer: ${list(words.map(quoted))}.`,
    someWords:
      'Zu wenige Abschnitte enthalten alle Wörter; darum stehen hier auch solche mit einigen davon.',
  },

  suggestions: {
    label: 'Vorschläge',
    narrow: 'Die Frage eingrenzen',
    operators: {
      concept: 'handelt von einem Begriff',
      year: 'aus einem Jahr, einem Monat oder aus 2023..2024',
      before: 'vor einem Jahr oder Tag verschickt',
      after: 'nach einem Jahr oder Tag verschickt',
      author: 'von einem Autor oder einer Autorin',
      publication: 'aus einem Newsletter',
      lang: 'in einer Sprache',
      in: 'Wörter in der Überschrift oder anderswo',
    },
    concepts: 'Begriffe',
    headings: 'Überschriften',
    passages: 'Stellen',
    all: (n) => (n === 0 ? 'Nichts gefunden' : n === 1 ? '1 Abschnitt' : `Alle ${sections(n)}`),
    recent: 'Zuvor gesucht',
    forget: 'Diese vergessen',
  },

  preview: {
    counts: (inSections, inIssues) => `${sections(inSections)} in ${issues(inIssues)}`,
  },

  notes: {
    tooLong: (n) => `Nur die ersten ${number(n)} Zeichen wurden gelesen.`,
    tooDeep: (n) => `Klammern, die tiefer als ${number(n)} ineinanderstehen, wurden nicht gelesen.`,
    tooManyWords: (n) => `Nur die ${number(n)} seltensten Wörter wurden gesucht.`,
    tooMuchWork: 'Die Frage verlangt zu viel auf einmal; nicht alles wurde nachgeschlagen.',
    quotesApart:
      'Nirgends stehen die Wörter in Anführungszeichen beisammen; darum wurden sie einzeln gesucht.',
    noField: (written) =>
      `${quoted(written)} wurde als Wörter gesucht: in: kennt heading, trail, concepts und text.`,
    noPeriod: (name, written) =>
      `${quoted(written)} wurde als Wörter gesucht: ${name}: erwartet ein Jahr, einen Monat oder einen Tag, etwa 2024, 2024-06 oder 2024-06-30${name === 'year' ? ', oder zwei davon, etwa 2023..2024' : ''}.`,
    noSuchDay: (written, lastDay) =>
      `${quoted(written)} wurde als Wörter gesucht: Diesen Tag gibt es nicht; der Monat endet mit ${lastDay}.`,
    noGroup: (written) =>
      `${quoted(written)} wurde als Wörter gesucht: near: erwartet einen Abstand bis 9999 und Wörter in Klammern, etwa near:5(plan team).`,
    noWords: 'In der Frage steht kein Wort, nach dem sich suchen ließe.',
    noOperator: (name, written) =>
      `${quoted(`${name}:`)} ist kein Operator; ${quoted(written)} wurde als Wörter gesucht.`,
  },

  reasons: {
    broader: 'im Glossar der weitere Begriff',
    narrower: 'im Glossar der engere Begriff',
    related: 'im Glossar verwandt',
    together: (sectionsWith, issuesWith, expected) =>
      `gemeinsam in ${inSections(sectionsWith)} aus ${issues(issuesWith)}; durch Zufall wären es ${roughly(expected)}`,
    speaksOf: (sectionsWith, issuesWith, from, of) =>
      `${sections(sectionsWith)} aus ${issues(issuesWith)} zu ${quoted(from)} ${sectionsWith === 1 ? 'spricht' : 'sprechen'} von ${quoted(of)}`,
    definition: (from, of) => `die Erklärung von ${quoted(from)} spricht von ${quoted(of)}`,
    sharedConcepts: (labels) => `beide sprechen von ${list(labels.map(quoted))}`,
    sharedTerms: (terms) => `beide gebrauchen ${list(terms.map(quoted))}`,
  },

  passage: {
    table: 'Tabelle',
    done: 'erledigt',
    toDo: 'zu erledigen',
    footnotes: 'Fußnoten',
    backToText: (n) => `Zurück zu Verweis ${n}`,
  },

  mistakes: {
    noSuch: {
      concept: (name) => `Es gibt keinen Begriff ${quoted(name)}.`,
      issue: (name) => `Es gibt keine Ausgabe ${quoted(name)}.`,
      section: (name) => `Es gibt keinen Abschnitt ${quoted(name)}.`,
      page: (name) => `Es gibt keine Seite ${quoted(name)}.`,
    },
    unknown: (name, known) =>
      `Unbekannter Parameter ${quoted(name)}. ${known.length === 0 ? 'Hier gibt es keine.' : `Hier bekannt: ${known.join(', ')}.`}`,
    once: (name) => `${quoted(name)} darf nur einmal stehen.`,
    pageNumber: (name) => `${quoted(name)} muss eine ganze Zahl von 1 bis 999999 sein.`,
    perPage: (name) => `${quoted(name)} muss eine ganze Zahl von 1 bis 100 sein.`,
    year: (name) => `${quoted(name)} muss ein vierstelliges Jahr sein, etwa 2024.`,
    month: (name) =>
      `${quoted(name)} muss ein Monat sein, etwa 2024-06, oder ein Tag, etwa 2024-06-14.`,
    slug: (name) => `${quoted(name)} muss der Kurzname eines Begriffs sein, etwa „okrs“.`,
    slugOrId: (name) =>
      `${quoted(name)} muss der Kurzname eines Begriffs oder die Kennung eines Abschnitts sein.`,
    oneOf: (name, names) => `${quoted(name)} muss eines von diesen sein: ${names.join(', ')}.`,
    characters: (name, most) => `${quoted(name)} darf höchstens ${number(most)} Zeichen haben.`,
    times: (name, most) => `${quoted(name)} darf höchstens ${number(most)}-mal stehen.`,
    address: (name) =>
      `${quoted(name)} muss die Adresse eines Begriffs, einer Ausgabe oder eines Abschnitts von hier sein.`,
    notReady: 'Das Archiv wird noch gelesen. Fragen Sie gleich noch einmal.',
    encoding: 'Die Adresse enthält ein „%“, das nichts kodiert. Schreiben Sie dafür %25.',
    method: (method) => `${method} wird hier nicht beantwortet, nur GET und HEAD.`,
    tooOften:
      'Von Ihrer Adresse kamen eben sehr viele Anfragen. Warten Sie eine Sekunde und fragen Sie noch einmal.',
  },

  errors: {
    titles: {
      400: 'So lässt sich das nicht fragen',
      404: 'Nicht gefunden',
      405: 'So lässt sich das nicht fragen',
      429: 'Eins nach dem anderen',
      500: 'Etwas ging schief',
      503: 'Einen Augenblick',
    },
    stages: {
      reading: (done, total) =>
        `Die Ausgaben werden gelesen: ${number(done)} von ${number(total)}.`,
      'looking for concepts': (done, total) =>
        `Begriffe werden gesucht: in ${number(done)} von ${issues(total)}.`,
      indexing: (done, total) =>
        `Das Register wird geschrieben: ${number(done)} von ${issues(total)}.`,
    },
    byItself: 'Diese Seite sieht von selbst wieder nach.',
    nearby: 'Vielleicht meinten Sie',
    nearbyConcepts: 'Begriffe',
    nearbyIssues: 'Ausgaben',
    nearbySections: 'Stellen mit diesen Wörtern',
    mend: (name, same) => say`${same(`Dasselbe ohne ${quoted(name)} fragen`)}.`,
    again: 'Noch einmal versuchen',
    failed: 'Hier ging etwas schief. An Ihnen liegt es nicht.',
    browse: (index, all) =>
      say`Oder blättern Sie ${index('im Register der Begriffe')} oder ${all('in den Ausgaben')}.`,
  },

  patterns: {
    title: 'Bausteine der Seiten',
    subtitle: 'Woraus die Seiten bestehen, gezeigt an dem, was in diesem Archiv steht.',
    type: 'Schrift',
    colours: 'Farben',
    contrast: (light, dark) => `${number(light)} : 1 bei Tag, ${number(dark)} : 1 bei Nacht`,
    states: 'Zustände',
  },

  cite: {
    title: 'Zitieren',
    permanent: 'Dauerhafter Link',
    markdown: 'Markdown',
    bibtex: 'BibTeX',
    copy: 'Kopieren',
    copyAs: (name) => `Kopieren: ${name}`,
    copied: 'Kopiert',
  },

  feed: {
    follow: 'Als Feed abonnieren',
    all: 'Die Ausgaben als Feed abonnieren',
    concept: (label, site) => `${label} · ${site}`,
    section: (heading, issue) => `${heading} (${issue})`,
  },

  api: {
    title: 'JSON',
    description: 'Wie man dieses Archiv als JSON abfragt.',
  },
};

/** ` (Nr. 3)` */
function inBrackets(n: number | null): string {
  return n === null ? '' : ` (${issueNumber(n)})`;
}

/** `Nr. 3, ` */
function numbered(n: number | null): string {
  return n === null ? '' : `${issueNumber(n)}, `;
}

function roughly(n: number): string {
  return number(n < 10 ? Math.round(n * 10) / 10 : Math.round(n));
}
