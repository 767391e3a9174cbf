/** Words that stand beside names: titles, kin, callings, and the verbs that people take. */

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Before a name, part of how a person is called: "Aunt Sun", "Manager Li", "Herr Schulze". */
export const titles = list('mr mrs ms miss mx dr doctor prof professor sir madam madame mme monsieur dame lord lady herr frau fräulein señor señora señorita senor senora don doña dona signor signora signore mister mistress master rev reverend father fr pastor imam rabbi sheikh bishop sister brother saint captain capt major colonel sergeant sgt officer inspector judge president chairman mayor prince princess king queen '
  + 'aunt auntie aunty uncle grandma grandpa grandmother grandfather granny granddad grandad gran nana nan nanna pop pops cousin mum mom mummy mommy mama mamma papa dad daddy mother father godmother godfather stepmum stepdad oma opa omi opi tante onkel abuela abuelo tía tío tia tio nonna nonno mamie papi babushka dedushka yiayia papou bibi khala ammi abba baba amma appa ajji thatha dada dadi nani chacha bhai didi '
  + 'manager boss director coach teacher tutor trainer nurse midwife dentist vet carer nanny sitter babysitter cleaner plumber electrician gardener landlord landlady caretaker handyman mechanic driver chef neighbour neighbor headmaster headmistress principal chief lawyer attorney agent supervisor secretary comrade old little big baby young')

/** Before a lower-case name, the same words with a possessive: "my cousin rose", "our plumber will". */
export const kin = list('husband wife son daughter brother sister cousin uncle aunt auntie aunty nephew niece friend boyfriend girlfriend partner fiancé fiancée neighbour neighbor boss colleague flatmate roommate nanny sitter babysitter cleaner plumber electrician gardener landlord landlady teacher coach tutor dentist doctor vet nurse grandma grandpa granny nan nana twin twins toddler grandson granddaughter stepson stepdaughter mr mrs ms miss dr named called nicknamed neighbours neighbors friends twins cousins sisters brothers colleagues parents kids')

/** Verbs whose object is a person. */
export const addressing = list('ask asks asked asking tell tells told telling call calls called calling text texts texted texting phone phoned email emails emailed message messaged remind reminds reminded reminding invite invites invited meet meets met meeting thank thanks thanked greet visit visits visited visiting help helps helped fetch fetches fetched collect collects collected wake wakes woke bring brings brought drive drives drove drop drops dropped pick picked get let lets inform notify warn introduce join joined babysit babysits pay paid owe owes owed give gives gave lend lent teach teaches hug kiss marry married love loves miss misses')

/** Words after which a name may stand as well as anything else. */
export const companions = list('with for from by to and or without versus vs than hi hello hey dear cheers regards love sincerely yours thanks bye')

/** Verbs whose subject is a person. */
export const personal = list('says said asks asked tells told wants wanted thinks thought knows knew likes liked loves loved hates hated forgot forgets remembers remembered wrote writes called calls texted phoned promised agreed refused complained eats ate sleeps slept naps napped cooks cooked babysits drives drove teaches taught plays played works worked lives lived arrives arrived visits visited borrows borrowed brings brought picks fetched fetches collects collected feels felt believes hopes wishes prefers decided feeds fed studies studied moved swaps helps helped cleans cleaned wakes woke')

/** Verb forms that follow a subject, personal or not. */
export const thirdPerson = list('is was has had isn wasn hasn hadn needs needed comes came goes went gets got does doesn did didn takes took leaves left starts started finishes finished stays stayed wears pays paid keeps kept makes made runs ran sits sat stands stood looks looked gives gave turned turns fell will would can could should must might may won wouldn can couldn shouldn also never always usually often just still already really')

/** Words before which no name stands: what follows them is a thing or a verb. */
export const wordsBeforeWords = list('a an the this that these those my your his her its our their some any no every each another such what which whose not can could will would shall should must might may do does did don doesn didn won wouldn couldn shouldn to i we you they he she it too very so as more most less least many much few several all both enough other')

/** Pronouns and articles: after a capitalised verb they show that it is a verb ("Mark the day"). */
export const wordsAfterVerbs = list('the a an this that these those my your his her its our their me him it us them i you we they he she there all some any every each not be in on at up out off down away for of one two three four five six seven eight nine ten both what when where who why how if whether')

/** Titles after which a surname always stands, whatever word it is: "dr flowers". */
export const formalTitles = list('mr mrs ms mx dr prof rev reverend mister')

/** Verbs of speech whose object is whoever is told. */
export const toldTo = list('tell tells told ask asks asked remind reminds reminded warn warned inform informed promise promised thank thanked')

/** What describes the person named after it: "old tom", "baby rose". */
export const attributes = list('old little lil big baby young')

/** Before whom or what something is for, goes to or comes from. */
export const receivers = list('to for from')

/** Before where one is or buys. */
export const placed = list('from at via')

/** After these a name may stand that no capital shows. */
export const leads: ReadonlySet<string> = new Set([...formalTitles, ...attributes, ...titles, ...kin, ...toldTo, ...receivers, ...placed, 'by', 'and'])
