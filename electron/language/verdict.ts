/** A yes or a no to what waits for one, and nothing else: told by rules, in English and German. */
import type { Verdict } from '../../shared/stages.ts'

const whole = (words: string): RegExp => new RegExp(`^\\s*(?:(?:ok(?:ay)?|oh|well|ach|na|dann)[,!. ]+)*(?:${words})(?:[,! ]+(?:please|thanks|thank you|then|after all|lares|bitte|danke|dann|mal|so))*[\\s!.,]*$`, 'iu')

const table: readonly (readonly [Verdict['is'], Verdict['language'], RegExp])[] = [
  ['yes', 'en', whole("yes|yep|yeah|yup|sure|ok(?:ay)?|do (?:it|that)|go ahead|accept(?: (?:it|that|this))?|(?:sounds|looks) (?:good|right|fine)|that(?:'s| is) (?:right|fine|good)|that works|agreed|yes[, ]+(?:do|go ahead|do it)")],
  ['yes', 'de', whole('ja(?:wohl)?|jo|jep|jup|gern(?:e)?|mach (?:das|es)(?: so)?|mach so|einverstanden|passt(?: so)?|annehmen|nimm (?:das|es) an|in ordnung|klar|genau|geht klar|ja[, ]+(?:mach das|passt|gern(?:e)?)|so machen wir(?:s| es| das)')],
  ['no', 'en', whole("no|nope|nah|no thanks?(?: you)?|rather not|better not|not that")],
  ['no', 'de', whole('nein|nee|nö|lieber nicht|besser nicht|nein danke|bloß nicht')],
  ['drop', 'en', whole("(?:no[,]? )?(?:never ?mind|forget (?:it|that|about (?:it|that))|(?:cancel|drop|scrap|discard|dismiss|leave) (?:that|it|this)|don['’]?t(?: do (?:it|that))?|leave it be|we don['’]?t need (?:it|that))")],
  ['drop', 'de', whole('(?:nein[,]? )?(?:vergiss (?:es|das)|(?:ach )?(?:egal|schon gut)|doch nicht|lass (?:es|das)(?: sein| gut sein| bleiben)?|lass mal|(?:sag|sage) (?:das|es) (?:wieder )?ab|storniere? (?:das|es)|verwirf (?:das|es)|verwerfen|abbrechen|brauchen wir (?:doch )?nicht)')],
]

/** Undefined for everything that says more. */
export const verdictOf = (text: string): Verdict | undefined => {
  const row = table.find(([, , fits]) => fits.test(text))
  return row === undefined ? undefined : { is: row[0], language: row[1] }
}
