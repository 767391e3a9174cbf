/** What a clause wants: one table, first row that fits. A question is never anything that writes. */
import type { HouseholdIntent } from '../../../shared/understanding.ts'
import type { Token } from '../tokens.ts'
import type { Named } from './names.ts'
import type { TimePhrase } from './time-phrases.ts'

export interface Wanted {
  readonly intent: HouseholdIntent
  /** It mends what was said before. */
  readonly corrects: boolean
  /** "Bring it forward": lengths count towards now. */
  readonly backwards: boolean
}

/** A clause in the grammar's words, one space around each, and what is known of it. */
interface Clause {
  readonly line: string
  /** The same without its phrases of time. */
  readonly bare: string
  readonly timed: boolean
  /** A time stands behind "to". */
  readonly goesTo: boolean
  readonly repeats: boolean
  /** "At 6 instead of 5". */
  readonly replaces: boolean
  /** A day stands in it that is not one of a series. */
  readonly dated: boolean
  /** "An hour later". */
  readonly shifts: boolean
  /** "After 8 pm", "between 1 and 3": hours of a day. */
  readonly hours: boolean
  /** "No, the 9th at 5", "sorry, Friday": nothing but another time, or other people, for what was said before. */
  readonly mends: boolean
  readonly lengths: boolean
  /** "Add Grandma to Christmas dinner". */
  readonly addsPerson: boolean
  /** "Tell Tom that …", "ask Anna whether …". */
  readonly tellsPerson: boolean
  /** Somebody is named in it. */
  readonly ofPerson: boolean
  /** "Emma plays the violin". */
  readonly tellsOfPerson: boolean
}

type Row = readonly [intent: HouseholdIntent, fits: RegExp | ((clause: Clause) => boolean)]

const ACTION = 'move|reschedule|shift|push|bring|postpone|put|delay|cancel|delete|remove|skip|drop|call|change|make|rename|add|set|extend|shorten|swap|invite|assign|mark|remind|write|draft|show|list|undo|create|book|schedule|find|plan|run|charge|tell|send'
const polite = new RegExp(`^ (?:please |also |then |and )*(?:can|could|would|will) (?:you|we|i|me) (?:please |maybe |perhaps )?(?=(?:${ACTION}) )`)
/** Where the verb stands last: "kannst du den Zahnarzt auf Freitag verschieben". */
const politeLast = /^ (?:please |also |then |and )*(?:can|could|would) (?:you|we|i) (.*) (move|cancel|remind|add|change|write|undo|delete|book) $/
const courtesy = /^ (?:(?:please|ok|okay|hi|hello|hey|lares|and|also|then|so|thanks|oh|right|well|just|but|,)\s)+/

const questionWord = /^ (?:who|who's|whose|what|what's|when|when's|where|where's|why|how|how's|which|anything|is|are|am|was|were|do|does|did|has|have|had|can|could|should|shall|will|would|may|might|isn't|aren't|doesn't|didn't|won't) /
/** "Have a bath" and "will" openings that are no questions carry no question mark; these are questions even without one. */
const subject = "(?:i|we|you|he|she|they|it|there|anyone|anybody|everyone|the|our|my|your)"
const plainQuestion = new RegExp(`^ (?:who|who's|whose|what|what's|when|when's|where|where's|why|how|how's|which|is|are|am|was|were|does|did|has|isn't|aren't|wasn't|doesn't|didn't|hasn't|haven't|shouldn't|should|shall|any (?:plans|events|appointments|news|idea)|anything|anybody|anyone|(?:do|have|had) (?:i|we|you|they|he|she|anyone|anybody)|(?:can|could|would|will|may|might|must|won't|can't) ${subject}) `)

const weekdayWord = '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|day|week|today|tomorrow|morning|afternoon|evening)'

/** What a household runs. */
const machine = '(?:dishwasher|dryer|tumble dryer|washer|washing machine|wash|laundry|heat pump|boiler)'

const asking: readonly Row[] = [
  ['list', / shoppinglist | todolist | otherlist | on (?:the |our |my |der )?list /],
  ['plan', / (?:cheapest|best) time | cheap .*run | run .*cheap |^ when (?:could|can|should|shall|would|will|might|do|does) (?:\S+ ){1,3}(?:fitin|fit) |^ when is .* cheap |^ when (?:could|can|should|shall) .* together |^ when (?:should|shall|can) (?:i|we) (?:run|charge) |^ (?:find|can you find) /],
  // "Can we do it on Friday instead?" asks for a change, and is shown as one before anything counts.
  ['move', ({ line, timed }) => timed && /^ (?:can|could) (?:we|you) .* instead /.test(line)],
  ['ask', /./],
]

/** "Arjun's allergic to cashews", "Otto's a vegetarian"; of "Emma's dentist" and "Emma's clinic" something belongs to her. */
const isContracted = /^ \S+'s (?:(?:not|very|really|so|quite|also) )*(?:(?:an?|vegan|vegetarian|diabetic|asthmatic|coeliac|celiac|dyslexic|colou?rblind|left-handed) |[a-z]+(?:ic|ive|ful|less|able|ible|ous|ant|ent|aid|ared) (?:to|of|about|against) )/

const table: readonly Row[] = [
  ['undo', / undo | revert |^ restore | take (?:that|it|this)? ?back | take back |^ put (?:it|that|everything) back | undone /],
  ['fact', / (?:remember|note|keep in mind) (?:(?:that|this|it|the) )?(?:please )?$/],
  ['fact', /^ remember (?:, )?(?:that |: )|^ remember (?!to ).* (?:is|are) /],
  ['list', /^ (?:show|list|print|display) /],
  ['cancel', /^ (?:delete|cancel|remove|stop|disable|turn off|switch off|turn .* off) .*(?:remind|alarm)|^ don't remind |^ stop reminding /],
  ['ask', /^ (?:i'd like to know|i want to know|let me know|let us know|find out|i wonder|tell (?:me|us) (?:when|when's|who|who's|where|where's|which|how|if|whether)) |^ (?:i'm )?wondering |^ remind (?:me|us) (?:again )?(?:what|what's|where|where's|who|who's|which|how|when's) |^ remind (?:me|us) when .* (?:is|are) $/],
  ['remind', / remind | reminder | reminders? | alarm |^ wake |^ (?:ping|alert|notify|prompt) (?:me|us) | nudge |^ nag |^ don't (?:let (?:me|us) )?forget /],
  ['change', ({ mends }) => mends],
  ['change', /^ (?:no|sorry|actually|wait|oops|nope) , | (?:i|me|we) meant |^ no the other |^ not (?:\S+ ){1,5}, |^ make (?:it|that) |^ actually |^ sorry /],
  ['plan', new RegExp(`^ run (?:the|our|my) |^ charge |^ (?:start|turn on|switch on|put on) (?:the |our |my )?${machine} | ${machine} (?:should|must|needs to|has to|can) .*(?:run|finished|done|ready) |^ let (?:the |our |my )?${machine} .*run `)],
  ['rule', /^ (?:never|always) | never | always |^ don't (?!need )|^ only | quiet (?:hours|time) | keep .*free |^ keep .* free |^ (?:from now on )?no (?:more )?(?:\w+ )?(?:appointments|meetings|noise|calls|events|screens|visitors|phones|bookings) |^ nothing |^ nobody | must (?:be|not|always|never|stay) /],
  ['rule', ({ bare, hours, dated }) => hours && !dated && /^ (?:, )?no [^,]/.test(bare)],
  ['list', /^ (?:put|add|write) .* (?:on|onto|to) (?:the|our|my) list $/],
  ['list', /^ (?:take|cross|tick|strike|cancel|remove|delete) .* (?:off|from) (?:\S+ ){0,2}list $| (?:off|from) (?:\S+ ){0,2}list (?:cancel|take|remove) $/],
  ['list', / shoppinglist | todolist | otherlist |^ (?:we (?:are out of|have run out of|ran out of)|we're out of|we've run out of) |^ (?:tick|check) off |^ tell (?:me|us) (?:what|what's|about) |^ cross off |^ (?:create|make|start) a (?:\w+ )?list /],
  ['list', ({ line, timed }) => !timed && (/^ (?:i|we) need (?!to )/.test(line) || / (?:on|onto|to) (?:the|our|my) list (?:please )?$| abhaken $/.test(line))],
  ['list', /^ (?:delete|clear|empty|wipe|cancel|leere?) (?:the |our |my |die |unsere |meine )*(?:\S+ )?(?:list|shoppinglist|todolist|otherlist) $| (?:shoppinglist|list) (?:leeren|cancel) $/],
  // "Piano is now an hour long".
  ['change', ({ line, lengths, timed }) => lengths && !timed && / (?:is|are) now .* long $| now (?:takes|lasts) | (?:takes|lasts) now /.test(line)],
  // "The dentist half an hour longer", the verb left out.
  ['change', ({ line, lengths }) => lengths && / (?:longer|shorter) $/.test(line)],
  // "Coffee is used up", "no bread left".
  ['list', ({ line, timed, ofPerson }) => !timed && !ofPerson && (/ (?:is|are) usedup $/.test(line) || /^ (?:(?:there is|there's|we have|we've got|we have got) )?(?:no|kein|keine|keinen) (?:more )?(?:\S+ ){1,3}left $/.test(line) || / out of (?:\S+ ){1,4}$/.test(line) && /^ (?:i|we|i'm|we're) (?:are |am )?out of /.test(line))],
  // "Add a note to Emma's piano"; "write a note to the teacher" is a letter.
  ['change', /^ (?:(?:add|put|make|attach|mach|ergänze) )?(?:(?:eine|a|the|another|die) )?note (?:to|on|at) |^ (?:\S+ )?(?:(?:eine|die|a|the) )?notiz (?:to|at|zu|zum|zur|bei|beim) (?:the )?/],
  ['write', ({ tellsPerson }) => tellsPerson],
  ['write', /^ (?:write|draft|compose|reply|text|email|answer|word) |^ help (?:me|us) (?:word|write|phrase) |^ send (?:a|an) (?:message|email|text|note) /],
  ['plan', ({ line, lengths }) => lengths && /^ find /.test(line)],
  ['plan', /^ plan |^ help (?:me|us) (?:to )?(?:plan|organi[sz]e|prepare|arrange|work out|figure out) |^ help (?:me|us) .* plan $|^ find (?:us|me|a|an|out|time) |^ fitin |^ work out | distribute |^ optimi[sz]e |^ share out | cheap |^ schedule .* (?:after|before) the |^ let the .* run /],
  ['fact', / number is |^ (?:note|know) that /],
  ['move', /^ (?:bring|push|pull) .*(?:forward|back|by) |^ (?:move|reschedule|shift|postpone|delay|push) |^ put off |^ put .* off | (?:has|have|is|was|been|are) (?:\w+ )?moved (?:to )?| moves to | moved (?:to|from) | (?:is|are) now (?:at|on) |^ put .* instead of |^ make .* (?:earlier|later) /],
  ['move', ({ line, goesTo }) => goesTo && /^ (?:change|set|switch|put) /.test(line)],
  ['move', ({ line, repeats, timed }) => timed && repeats && / from now on /.test(line) && / (?:is|are) /.test(line)],
  ['move', ({ replaces }) => replaces],
  ['move', ({ line, goesTo }) => goesTo && /^ moved (?:the|our|my|[a-z]+'s) | (?:move|moved) $/.test(line)],
  ['move', ({ shifts }) => shifts],
  ['move', ({ line, lengths }) => lengths && / move (?:forward|later|earlier) $/.test(line)],
  ['cancel', new RegExp(`^ (?:cancel|delete|skip|scrap|remove|axe|pause|suspend|stop) | (?:isn't|not|won't be) happening | (?:won't|don't|no longer) need |^ call .*off |^ drop (?!off )|^ clear (?:my|our|the)? ?${weekdayWord} | (?:is|are|was|been) (?:cancelled|canceled|off) | cancelled | can't (?:come|make it) | not (?:going|coming) | cancel (?:$|[.!,])| cancel $| clear $`)],
  ['cancel', ({ bare }) => /^ (?:, )?no [^,]/.test(bare)],
  ['change', ({ line, repeats, timed }) => /^ (?:change|switch) /.test(line) && !(repeats && !/ (?:to|from|of) /.test(line)) && (!timed || / (?:to|from) /.test(line))],
  ['change', /^ (?:rename|extend|shorten|invite|assign|swap|edit|update) |^ mark (?!has )|^ make .* (?:longer|shorter|bigger|private|all day) |^ add .* to the |^ take .* off the |^ add (?:a|another) note |^ set the | instead of | as done /],
  ['change', ({ addsPerson }) => addsPerson],
  ['change', ({ line, repeats, lengths }) => (repeats || lengths) && /^ make /.test(line)],
  ['move', ({ line, timed }) => timed && / instead /.test(line)],
  ['fact', / birthday is (?!every)| (?:works|lives|sleeps|studies) | (?:is|are) (?:collected|picked up|open) /],
  ['fact', ({ line, dated }) => !dated && / (?:is|are) closed /.test(line)],
  ['fact', ({ line, dated }) => !dated && / (?:starts|ends|opens|closes|finishes) at /.test(line)],
  ['fact', ({ line, timed }) => !timed && / (?:is|are|has|have|lives|takes|likes|hates|works|prefers|wears|speaks|owns|eats|drinks|weighs|called) | goes to | comes from | belongs to /.test(line)],
  ['fact', ({ line, timed }) => !timed && /^ (?:the|our|my) \S+ (?:\S+ )?[a-z]+s (?:in|on|at|with|behind|under|by|near) /.test(line)],
  ['fact', ({ line, timed }) => !timed && isContracted.test(line)],
  ['fact', ({ timed, tellsOfPerson }) => !timed && tellsOfPerson],
]

/** Reads the intent of a clause; `question` says that a question mark ends it. */
export const intentOf = (tokens: readonly Token[], phrases: readonly TimePhrase[], people: readonly Named[], question: boolean): Wanted => {
  const whole = lineOf(tokens, () => true)
  const opened = whole.replace(courtesy, ' ')
  const last = politeLast.exec(opened), asked = polite.exec(opened) ?? last
  const line = last !== null ? ` ${last[2] ?? ''} ${last[1] ?? ''} ` : asked === null ? opened : ` ${opened.slice(asked[0].length)}`
  const clause: Clause = {
    line,
    bare: lineOf(tokens, (i) => !phrases.some(({ from, to }) => i >= from && i < to)).replace(courtesy, ' '),
    timed: phrases.some(({ phrase }) => phrase.kind !== 'length'),
    goesTo: phrases.some(({ lead, phrase }) => lead === 'to' && phrase.kind !== 'length'),
    repeats: phrases.some(({ phrase }) => phrase.kind === 'repeat'),
    replaces: phrases.some(({ lead }) => lead === 'instead-of'),
    dated: phrases.some(({ phrase }) => phrase.kind === 'moment' && phrase.moment.day !== undefined),
    lengths: phrases.some(({ phrase }) => phrase.kind === 'length'),
    addsPerson: people.some(({ from }) => tokens[from - 1]?.lower === 'add') && tokens.some(({ lower }) => lower === 'to'),
    tellsPerson: people.some(({ from }) => from === 1 && /^(?:tell|ask|inform|let|text|message|email)$/.test(tokens[0]?.lower ?? '')),
    ofPerson: people.length > 0,
    tellsOfPerson: people.some(({ from, to }) => from === 0 && /^[a-z]+s$/.test(tokens[to]?.lower ?? '') && !/['’]/.test(tokens[to - 1]?.text ?? '')),
    hours: phrases.some(({ lead, phrase }) => (phrase.kind === 'moment' && phrase.moment.clock !== undefined && /^(?:from|before|until)$/.test(lead)) || (phrase.kind === 'range' && phrase.range[0].clock !== undefined)),
    mends: mends(tokens, phrases, people),
    shifts: phrases.some(({ phrase }) => phrase.kind === 'length' && (phrase.way === 'later' || phrase.way === 'earlier')),
  }
  // "Can Nina go to the party on Saturday".
  const asksOfPerson = /^ (?:can|could|may|might|must|should|would|will) /.test(line) && people.some(({ from }) => from > 0 && tokens.slice(0, from).every(({ lower }) => /^(?:can|could|may|might|must|should|would|will|the|our|my|and|so|ok|hey|hi|,)$/.test(lower)))
  const isQuestion = asked === null && (asksOfPerson || (question ? questionWord.test(line) || !/^ (?:please|remind) /.test(line) : plainQuestion.test(line)))
  const intent = (isQuestion ? asking : table).find(([, fits]) => (typeof fits === 'function' ? fits(clause) : fits.test(line)))?.[0] ?? 'create'
  return { intent, corrects: intent === 'change' && (clause.mends || /^ (?:no|not|sorry|actually|wait|oops|make (?:it|that)|nope) | meant /.test(line)), backwards: / forward | earlier | shorter /.test(line) }
}

const mending = /^(?:no|nope|not|sorry|oops|wait|actually|rather|instead|hmm|but|i|we|me|said|meant|mean|make|it|it's|its|is|should|be|that|that's|then|for|with|please|oh|,)$/
/** Opens like a correction, and nothing stands in it but a time or people. "No football tomorrow" and "sorry, the dentist is at five" name a thing. */
const mends = (tokens: readonly Token[], phrases: readonly TimePhrase[], people: readonly Named[]): boolean => {
  const within = (i: number): boolean => [...phrases, ...people].some(({ from, to }) => i >= from && i < to)
  const opened = tokens.findIndex(({ lower }) => !/^(?:oh|ok|okay|well|hey|please|,)$/.test(lower))
  const said = tokens.findIndex(({ lower }, i) => lower === 'i' && /^(?:said|meant)$/.test(tokens[i + 1]?.lower ?? ''))
  if (!/^(?:no|nope|sorry|oops|wait|actually|rather)$/.test(tokens[opened]?.lower ?? '') || phrases.length + people.length === 0) return false
  return tokens.every((token, i) => i < opened || within(i) || mending.test(token.lower) || (said >= 0 && token.kind === 'number'))
}

const lineOf = (tokens: readonly Token[], keep: (index: number) => boolean): string => ` ${tokens.filter((_, i) => keep(i)).map((t) => t.lower).join(' ')} `
