/** German for the request grammar: its words for days, months, numbers, units, prepositions and connectors, and the verbs of the intents. */
import type { Lexicon } from './lexicon.ts'

type Gloss = readonly [phrase: string, grammar: string]

const weekdays: readonly Gloss[] = [['montag', 'monday'], ['dienstag', 'tuesday'], ['mittwoch', 'wednesday'], ['donnerstag', 'thursday'], ['freitag', 'friday'], ['samstag', 'saturday'], ['sonnabend', 'saturday'], ['sonntag', 'sunday']]
const shortWeekdays: readonly Gloss[] = [['mo', 'monday'], ['di', 'tuesday'], ['mi', 'wednesday'], ['do', 'thursday'], ['fr', 'friday'], ['sa', 'saturday'], ['so', 'sunday']]
const parts: readonly Gloss[] = [['früh', 'morning'], ['morgen', 'morning'], ['vormittag', 'morning'], ['mittag', 'lunchtime'], ['nachmittag', 'afternoon'], ['abend', 'evening'], ['nacht', 'night']]
const months: readonly Gloss[] = [['januar|jänner|jan', 'january'], ['februar|feber|feb', 'february'], ['märz|mrz', 'march'], ['april|apr', 'april'], ['mai', 'may'], ['juni|jun', 'june'], ['juli|jul', 'july'], ['august|aug', 'august'], ['september|sept|sep', 'september'], ['oktober|okt', 'october'], ['november|nov', 'november'], ['dezember|dez', 'december']]
const numbers: readonly Gloss[] = [
  ['zwei|zwo', 'two'], ['drei', 'three'], ['vier', 'four'], ['fünf', 'five'], ['sechs', 'six'], ['sieben', 'seven'], ['acht', 'eight'], ['neun', 'nine'], ['zehn', 'ten'], ['elf', 'eleven'], ['zwölf', 'twelve'],
  ['dreizehn', 'thirteen'], ['vierzehn', 'fourteen'], ['fünfzehn', 'fifteen'], ['sechzehn', 'sixteen'], ['siebzehn', 'seventeen'], ['achtzehn', 'eighteen'], ['neunzehn', 'nineteen'], ['zwanzig', 'twenty'], ['dreißig', 'thirty'],
  ['fünfundzwanzig', '25'], ['fünfunddreißig', '35'], ['vierzig', 'forty'], ['fünfundvierzig', '45'], ['fünfzig', 'fifty'], ['sechzig', 'sixty'], ['neunzig', 'ninety'], ['eins', 'one'],
]
const ordinals: readonly Gloss[] = ([['erst', 'first'], ['zweit', 'second'], ['dritt', 'third'], ['viert', 'fourth'], ['fünft', 'fifth'], ['letzt', 'last'], ['vorletzt', 'second last'], ['nächst', 'next'], ['kommend', 'coming'], ['ander', 'other']] as const).map(([stem, word]): Gloss => [endings(stem), word])

/** "nächst" → every inflection of it. */
function endings(stem: string): string { return ['e', 'en', 'er', 'es', 'em'].map((end) => stem + end).join('|') }

const compounds: readonly Gloss[] = weekdays.flatMap(([name, day]) => [
  [`${name}s`, `every ${day}`] as const,
  [`${name} in einer woche`, `a week from ${day}`] as const,
  [`${name} in zwei wochen`, `two weeks from ${day}`] as const,
  [`${name} in 14 tagen`, `two weeks from ${day}`] as const,
  ...parts.flatMap(([part, word]): Gloss[] => [[name + part, `${day} ${word}`], [`${name}${part}s`, `every ${day} ${word}`], [`${name} ${part}`, `${day} ${word}`]]),
])

/** "Februarwoche". */
const monthWeeks: readonly Gloss[] = months.map(([names, month]) => [`${names.split('|')[0] ?? ''}woche`, `week of ${month}`])

export const german: Lexicon = {
  language: 'de',
  glosses: [
    ...weekdays, ...shortWeekdays.filter(([word]) => word !== 'so' && word !== 'do'), ...compounds, ...months, ...monthWeeks, ...numbers, ...ordinals,
    // days
    ['heute', 'today'], ['heute in einer woche', 'a week today'], ['morgen', 'tomorrow'], ['übermorgen', 'the day after tomorrow'], ['gestern', 'yesterday'], ['vorgestern', 'the day before yesterday'],
    ['heute früh|morgen|vormittag', 'this morning'], ['heute mittag', 'today lunchtime'], ['heute nachmittag', 'this afternoon'], ['heute abend', 'tonight'], ['heute nacht', 'tonight'],
    ['morgen früh|vormittag', 'tomorrow morning'], ['morgen mittag', 'tomorrow lunchtime'], ['morgen nachmittag', 'tomorrow afternoon'], ['morgen abend', 'tomorrow evening'],
    ['übermorgen abend', 'the day after tomorrow evening'], ['übermorgen früh', 'the day after tomorrow morning'],
    ['am|der vormittag|morgen', 'in the morning'], ['am nachmittag', 'in the afternoon'], ['am abend', 'in the evening'], ['in der nacht', 'in the night'], ['über nacht', 'overnight'],
    ['morgens|vormittags|früh', 'in the morning'], ['nachmittags', 'in the afternoon'], ['abends', 'in the evening'], ['nachts', 'at night'], ['mittags', 'at lunchtime'],
    ['vormittag', 'morning'], ['nachmittag', 'afternoon'], ['abend', 'evening'],
    ['jeden|jede|jedes|jeder|jedem', 'every'], ['alle', 'every'], ['alle termine|alles', 'everything'],
    ['jeden|jede zweiten|zweite|andern|anderen', 'every other'], ['jedes zweite', 'every other'],
    ['täglich', 'daily'], ['wöchentlich', 'weekly'], ['monatlich', 'monthly'], ['jährlich', 'yearly'], ['stündlich', 'hourly'], ['vierteljährlich', 'quarterly'], ['zweiwöchentlich|vierzehntägig|14-tägig', 'every other week'],
    ['werktags', 'every weekday'], ['jeden werktag', 'every weekday'], ['unter der woche', 'every weekday'],
    ['diesen|diese|dieses|dieser|diesem', 'this'],
    ['wochenende|wochenendes', 'weekend'], ['am wochenende', 'the weekend'], ['wochenenden', 'weekends'],
    ['in einer woche', 'a week from now'], ['in acht tagen', 'a week from now'], ['in vierzehn tagen', 'in two weeks'],
    ['mitte', 'mid'], ['anfang', 'early'], ['ende', 'the end of'], ['ende des monats', 'the end of the month'], ['monatsende', 'the end of the month'], ['jahresende', 'the end of the year'],
    ['weihnachten|weihnachtstag', 'christmas'], ['1th|ersten|erste|erster weihnachtstag|weihnachtsfeiertag', 'christmas day'], ['2th|zweiten|zweite|zweiter weihnachtstag|weihnachtsfeiertag', 'boxing day'], ['stephanitag|stefanitag|stephanstag', 'boxing day'],
    ['heiligabend|weihnachtsabend', 'christmas eve'], ['heiliger|heiligen|heilige abend', 'christmas eve'], ['silvester|silvesterabend|sylvester', "new year's eve"], ['neujahr|neujahrstag', "new year's day"], ['valentinstag', "valentine's day"],
    ['dreikönigstag', 'epiphany'], ['heilige|heiligen drei könige', 'epiphany'], ['rosenmontag', 'shrove monday'], ['faschingsdienstag|fastnachtsdienstag|veilchendienstag', 'shrove tuesday'], ['aschermittwoch', 'ash wednesday'], ['palmsonntag', 'palm sunday'], ['gründonnerstag', 'maundy thursday'], ['karfreitag', 'good friday'], ['karsamstag|ostersamstag', 'holy saturday'], ['ostern|ostersonntag', 'easter sunday'], ['ostermontag', 'easter monday'],
    ['himmelfahrt|himmelfahrtstag', 'ascension day'], ['christi himmelfahrt', 'ascension day'], ['mariä|maria himmelfahrt', 'assumption day'], ['pfingsten|pfingstsonntag', 'whitsun sunday'], ['pfingstmontag', 'whit monday'], ['fronleichnam', 'corpus christi'], ['muttertag', "mother's day"], ['vatertag', "father's day"], ['erntedankfest', 'harvest day'],
    ['maifeiertag', 'may day'], ['tag der arbeit', 'may day'], ['tag der deutschen einheit', 'german unity day'], ['nationalfeiertag|bundesfeiertag|bundesfeier', 'national day'], ['reformationstag', 'reformation day'], ['allerheiligen', "all saints' day"], ['allerseelen', "all souls' day"], ['martinstag|martini', 'martinmas'], ['sankt martin', 'martinmas'], ['bettag', 'repentance day'],
    ['nikolaustag|nikolausabend', 'saint nicholas day'], ['an|am|zu nikolaus', 'on saint nicholas day'], ['bis nikolaus', 'until saint nicholas day'],
    ...(['erst', 'zweit', 'dritt', 'viert'] as const).map((stem, i): Gloss => [`${i + 1}th|${endings(stem)} advent|adventssonntag`, `${['first', 'second', 'third', 'fourth'][i] ?? ''} advent`]),
    // times and lengths
    ['halb', 'half to'], ['viertel', 'quarter'], ['dreiviertel', 'quarter to'], ['uhr', "o'clock"], ['mittag', 'noon'], ['am mittag', 'at lunchtime'], ['mitternacht', 'midnight'], ['gegen', 'around'], ['so gegen', 'around'], ['ungefähr|etwa', 'about'],
    ['minute|minuten', 'minutes'], ['stunde|stunden', 'hours'], ['std', 'hours'], ['tag|tage|tagen|tages', 'day'], ['woche|wochen', 'week'], ['monat|monate|monaten|monats', 'month'], ['jahr|jahre|jahren|jahres', 'year'],
    ['eine|einer stunde', 'an hour'], ['eine|einer halbe|halben stunde', 'half an hour'], ['halbe|halben stunde', 'half an hour'], ['halbstunde', 'half an hour'], ['eine|einer viertelstunde', 'a quarter of an hour'], ['viertelstunde', 'a quarter of an hour'], ['eine|einer dreiviertelstunde', 'three quarters of an hour'],
    ['anderthalb|eineinhalb stunden', 'one hour and a half'], ['zweieinhalb', 'two and a half'], ['dreieinhalb', 'three and a half'], ['eine|einer woche', 'a week'], ['einen|einem tag', 'a day'], ['einen|einem monat', 'a month'], ['ein|einem jahr', 'a year'],
    // small words
    ['am|an', 'on'], ['im|in', 'in'], ['um', 'at'], ['vom|von', 'from'], ['ab', 'from'], ['seit', 'since'], ['bis', 'until'], ['bis zum|zur', 'until'], ['bis spätestens', 'by'], ['spätestens|allerspätestens', 'by'], ['das erste|letzte mal', 'the first time'], ['das erste mal am|ab|im', 'starting on'], ['zum ersten mal am|im', 'starting on'], ['erstmals am|im', 'starting on'], ['los geht es|gehts am', 'starting on'], ['beginnend|beginn am|ab', 'starting on'], ['nach hinten', 'later'], ['nach vorn|vorne', 'earlier'], ['vor', 'before'], ['nach', 'after'], ['nach dem|der', 'after the'], ['vorher|zuvor|davor', 'before'], ['zwischen', 'between'], ['auf', 'to'], ['auf den|die|das', 'to the'], ['zu', 'to'], ['zum|zur', 'to the'], ['für', 'for'], ['mit', 'with'], ['und', 'and'], ['oder', 'or'], ['aber', 'but'], ['außer|ausser', 'except'], ['ohne', 'without'], ['statt|anstatt', 'instead of'], ['stattdessen', 'instead'], ['lang', ''], ['ihn|ihm', 'him'], ['fertig', 'finished'], ['mehr', 'more'], ['mal', 'times'], ['den|der|die|das|dem|des', 'the'], ['ein|eine|einen|einem|einer|eines', 'a'], ['mein|meine|meinen|meiner|unser|unsere|unseren', 'our'], ['bitte', 'please'], ['dann', 'then'], ['auch', 'also'], ['danach', 'then'], ['nicht', 'not'], ['ich', 'i'], ['mich|mir', 'me'], ['wir', 'we'], ['uns', 'us'], ['brauchen|brauche', 'need'], ['arbeitet', 'works'], ['verträgt|nimmt', 'takes'], ['braucht', 'needs'], ['spielt', 'plays'], ['isst', 'eats'], ['trinkt', 'drinks'], ['liebt', 'loves'], ['geht', 'goes'], ['kommt', 'comes'], ['spricht', 'speaks'], ['mag', 'likes'], ['hasst', 'hates'], ['wurde|wurden', 'was'], ['wechseln sich', 'alternate'], ['erinnern', 'remind'], ['daraus', 'instead'], ['dass', 'that'], ['daran', ''], ['in den ferien', 'in the holidays'], ['ferien|schulferien', 'holidays'], ['abwechselnd', 'alternate'], ['im wechsel', 'alternate'], ['nur', 'only'], ['ab jetzt|sofort', 'from now on'], ['pro', 'a'],
    // intents
    ['wer', 'who'], ['was', 'what'], ['wann', 'when'], ['wo', 'where'], ['wohin', 'where'], ['warum|wieso', 'why'], ['wie', 'how'], ['welche|welcher|welches|welchen', 'which'], ['kann|kannst', 'can'], ['könnte|könntest', 'could'], ['sollte|soll', 'should'], ['hat', 'has'], ['haben|habe', 'have'], ['ist|liegt', 'is'], ['sind', 'are'], ['war', 'was'], ['du', 'you'], ['muss|müssen', 'must'],
    ['können|könnten wir', 'can we'], ['können', 'can'],
    ['verschiebe|verschieb|verschieben|verlege|verleg|verlegen|umlegen|schieb|schiebe|schieben', 'move'], ['vorziehen|vorverlegen', 'move forward'], ['leg|lege', 'put'], ['verschoben|verlegt', 'moved'],
    ['absagen|streichen|löschen|stornieren', 'cancel'], ['streiche|streich|lösche|lösch|storniere|entferne|entfern', 'cancel'], ['abgesagt|gestrichen', 'cancelled'], ['ausfallen', 'cancel'], ['aus', 'off'],
    ['sag|sage', 'call'], ['fällt', 'is'], ['entfällt', 'is cancelled'], ['nimm', 'take'], ['füge|füg', 'add'], ['hinzu|hinzufügen|eintragen', 'add'], ['trag|trage', 'add'], ['ein', 'a'], ['kein|keine|keinen', 'no'],
    ['erinnere|erinner', 'remind'], ['erinnerung', 'reminder'], ['weck|wecke', 'wake'], ['vergiss nicht', "don't forget"],
    ['setz|setze', 'put'], ['einkaufsliste|einkaufszettel', 'shoppinglist'], ['zeig|zeige', 'show'], ['liste', 'list'], ['packliste|wunschliste', 'otherlist'],
    ['rückgängig|zurücknehmen|widerrufen', 'undo'], ['stell wieder her', 'restore'],
    ['stell|stelle|setz|setze|starte|mach mir? einen? timer auf|für', 'remind me in'], ['timer auf|für|von', 'remind me in'],
    ['ist|sind fast? alle|aufgebraucht|ausgegangen', 'is usedup'], ['geht|gehen zur neige', 'is usedup'], ['bis dahin', 'by then'], ['ist|sind aus', 'is over'], ['mehr da', 'left'], ['mehr im haus', 'left'],
    ['anmachen|anschalten|einschalten|anstellen|anwerfen|starten', 'run'], ['laden|aufladen', 'charge'], ["wenn's billig|günstig|billiger|günstiger ist", 'cheap'], ['wäsche', 'laundry'], ['wäsche trocknen', 'dry laundry'], ['trockne', 'dry'], ['geschirr', 'the dishes'], ['geschirr spülen', 'do the dishes'], ['spül|spüle', 'do'], ['spülen', 'run'], ['es', 'it'], ['jeden morgen', 'every morning'], ['dauert jetzt|nun', 'now lasts'], ['freiräumen|freimachen', 'clear'], ['tausche|tausch|vertausche|tauschen', 'swap'], ['was kostet es|das', 'how much does it cost to'], ['wie viel kostet es|das', 'how much does it cost to'], ['was würde es kosten', 'how much does it cost to'],
    ['am tag vorher|davor|zuvor', 'the day before'], ['fahre|fahren um', 'leave at'], ['fährt um', 'leaves at'],
    ['so schnell|bald|früh wie möglich', 'as soon as possible'], ['so günstig|billig|preiswert|sparsam wie möglich', 'as cheaply as possible'], ['möglichst günstig|billig|preiswert', 'as cheaply as possible'], ['möglichst bald|schnell|früh', 'as soon as possible'],
    ['solange|während', 'while'], ['mach|macht keinen lärm', 'make no noise'], ['ohne lärm', 'without noise'], ['leise', 'quietly'], ['der preis entscheidet', 'the price decides'], ['die zeit entscheidet', 'the time decides'],
    ['finde|find|such|suche', 'find'], ['termin', 'appointment'], ['plane|plan', 'plan'], ['lade|lad', 'charge'], ['laufen', 'run'], ['laufen lassen', 'run'], ['wenn der strom billig|günstig|billiger|günstiger ist', 'cheap'], ['wenn es billig|günstig|billiger|günstiger ist', 'cheap'], ['wenn der strom am billigsten|günstigsten ist', 'cheapest'], ['wenn es am billigsten|günstigsten ist', 'cheapest'], ['bei billigem|günstigem strom', 'cheap'], ['fertig sein|werden', 'be finished'], ['lass|lasse|lasst', 'let'], ['hilf|helf|helft', 'help'], ['planen|organisieren', 'plan'], ['spülmaschine|geschirrspüler', 'dishwasher'], ['waschmaschine', 'washer'], ['trockner|wäschetrockner', 'dryer'], ['starte|start', 'start'], ['günstig|günstigsten|billig|billigsten', 'cheap'], ['verteile', 'distribute'],
    ['schreib|schreibe|verfasse|entwirf', 'write'], ['antworte', 'reply'],
    ['niemals|nie', 'never'], ['immer', 'always'], ['freihalten', 'keep free'], ['frei halten', 'keep free'], ['termine', 'appointments'], ['erwähne|erwähnen', 'mention'], ['buchen|buche|buch', 'book'],
    ['merk|merke dir', 'remember'], ['merk|merke dir das', 'remember that'], ['merken', 'remember'], ['gibt es|gibts', 'is there'], ['nächstes jahr', 'next year'], ['ganztägig', 'all day'], ['den ganzen tag', 'all day'], ['heißt', 'is'], ['allergisch gegen', 'allergic to'], ['geburtstag', 'birthday'], ['wohnt', 'lives'],
    ['nein|nee|nö|ne', 'no'], ['ach|äh|oje', 'oh'], ['quatsch|moment|ups|hoppla|mist', 'sorry'], ['lieber|besser', 'rather'], ['doch', 'actually'], ['meinte|meine', 'meant'], ['sondern', ','], ['entschuldigung|sorry|verzeihung', 'sorry'], ['doch lieber|besser', 'actually rather'], ['mach|mache', 'make'], ['ändere|änder|ändern', 'change'], ['benenne', 'rename'], ['länger', 'longer'], ['kürzer', 'shorter'], ['später', 'later'], ['früher', 'earlier'],
    ['nach dem abendessen', 'after dinner'], ['vor dem abendessen', 'before dinner'], ['nach dem mittagessen', 'after lunch'], ['vor dem frühstück', 'before breakfast'], ['nach der schule', 'after school'], ['vor der schule', 'before school'], ['nach der arbeit', 'after work'], ['nach dem frühstück', 'after breakfast'], ['vor dem schlafengehen', 'before bed'],
  ],
  separable: [
    { verb: /^sage?$/, particle: 'ab', means: 'cancel' }, { verb: /^füge?$/, particle: 'hinzu', means: 'add' }, { verb: /^trage?$/, particle: 'ein', means: 'add' },
    { verb: /^benenne?$/, particle: 'um', means: 'rename' }, { verb: /^liste$/, particle: 'auf', means: 'list' }, { verb: /^(?:hat|habt)$/, particle: 'vor', means: 'has' },
    { verb: /^haben?$/, particle: 'vor', means: 'have' }, { verb: /^(?:ist|sind|bleibt|bleiben)$/, particle: 'zu', means: 'is', stays: 'closed' }, { verb: /^(?:steht|liegt)$/, particle: 'an', means: 'is' }, { verb: /^nimm$/, particle: 'zurück', means: 'undo' },
    { verb: /^lege?$/, particle: 'an', means: 'create' }, { verb: /^(?:fällt|fallen)$/, particle: 'aus', means: 'cancelled' }, { verb: /^findet$/, particle: 'statt', means: 'is' },
    { verb: /^(?:zieht?|ziehe|holt?|hole|verlege?|verschiebe?|schiebe?|lege?|setze?|rücke?)$/, particle: 'vor', means: 'move', stays: 'forward' }, { verb: /^nimmt?$/, particle: 'raus', means: 'remove' }, { verb: /^nimmt?$/, particle: 'heraus', means: 'remove' },
    { verb: /^trage?$/, particle: 'nach', means: 'add' }, { verb: /^plane?$/, particle: 'ein', means: 'add' }, { verb: /^richte$/, particle: 'ein', means: 'create' }, { verb: /^merke?$/, particle: 'vor', means: 'add' }, { verb: /^(?:fällt|fallen)$/, particle: 'weg', means: 'cancelled' },
    { verb: /^lade?$/, particle: 'ein', means: 'invite' }, { verb: /^lade?$/, particle: 'auf', means: 'charge' }, { verb: /^(?:mache?|schalte?)$/, particle: 'an', means: 'start' }, { verb: /^(?:zieht?|ziehe|verlege?)$/, particle: 'um', means: 'move' }, { verb: /^streiche?$/, particle: 'weg', means: 'cancel' }, { verb: /^(?:fährt|fahre|fahren)$/, particle: 'los', means: 'leaves' }, { verb: /^(?:fährt|fahre|fahren)$/, particle: 'weg', means: 'leaves' }, { verb: /^ändere?$/, particle: 'ab', means: 'change' },
  ],
  dayNames: ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonnabend', 'sonntag', 'januar', 'februar', 'august', 'september', 'oktober', 'november', 'dezember'],
  morning: /frühstück|^weck|joggen/,
  evening: /abendessen|elternabend|party|feier|kino|konzert|theater|oper|kneipe|babysitter|restaurant|chor|lesekreis|abend|bett|fernseh|spieleabend/,
  office: /schule|kindergarten|kita|zahnarzt|arzt|klinik|bank|klempner|elektriker|besprechung|termin|prüfung|schicht|medikament|tablette|bus|arbeit|vorlesung|unterricht|werkstatt|lieferung/,
  clockOf24: true,
  kin: /^(?:mama|mutti|papa|vati|oma|opa)$/,
  honorific: /^(?:herr|herrn|frau|familie|dr|prof|tante|onkel)$/,
  capitalNouns: true,
  genitive: /s$|'$/,
  speech: {
    weekdays: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
    months: ['Jan', 'Feb', 'März', 'Apr', 'Mai', 'Juni', 'Juli', 'Aug', 'Sept', 'Okt', 'Nov', 'Dez'],
    dayMark: '.',
    words: { every: 'alle', day: 'Tag', week: 'Woche', month: 'Monat', year: 'Jahr', hour: 'Stunde', days: 'Tage', weeks: 'Wochen', months: 'Monate', years: 'Jahre', hours: 'Stunden', on: 'am', last: 'letzter', until: 'bis', times: 'Mal', except: 'außer', from: 'ab', by: 'bis', about: 'etwa', or: 'oder', before: 'vorher', the: '', lastDay: 'letzten Tag', working: 'Werktag', readAs: 'gelesen als' },
  },
}
