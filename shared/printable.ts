/** What counts as visible text: nothing that can hide, reorder or imitate what a person reads. */

/** Control characters except tab and newline; zero-width and bidi controls; soft hyphen; variation selectors; tags; interlinear marks; lone surrogates; private use; noncharacters. */
const hidden = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\uFFFE\uFFFF\uE000-\uF8FF]|[\u{E0000}-\u{E0FFF}\u{F0000}-\u{10FFFF}\u{1D173}-\u{1D17A}]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/u

/** Where the first character stands that a reader could not see for what it is; -1 when all of it is visible. */
export const firstHidden = (text: string): number => text.search(hidden)
export const isPrintable = (text: string): boolean => firstHidden(text) === -1
/** The same text without its hidden characters. */
export const printable = (text: string): string => text.replace(new RegExp(hidden.source, 'gu'), '')

/** The text, or as much of it as has room before the ending that says there was more; lengths in UTF-16 code units, never between the two halves of a character. */
export const cut = (text: string, room: number, ending = '…'): string => (text.length <= room ? text : text.slice(0, room - ending.length).replace(/[\uD800-\uDBFF]$/, '') + ending)
