/** Keeps what a model thinks out of its answer. Ollama parts the two for models it knows; others write their thoughts into the answer, between tags. */

/** Tags that reasoning models open their answer with, and what closes them. */
const tags: readonly (readonly [open: string, close: string])[] = [
  ['<think>', '</think>'], ['<thinking>', '</thinking>'], ['<thought>', '</thought>'], ['<reasoning>', '</reasoning>'],
  ['<|channel>thought', '<channel|>'],
  ['<|channel|>analysis<|message|>', '<|end|>'],
]

/**
 * The answer without the thoughts before it, however far it has come: '' while the model still thinks, or may be about to write an opening tag.
 * Some templates open the tag themselves, so that only its end is in the text: what stands before that end is thought, too.
 */
export const withoutThoughts = (soFar: string): string => {
  const text = soFar.trimStart()
  const lower = text.toLowerCase()
  for (const [open, close] of tags) {
    if (lower.startsWith(open)) {
      const end = lower.indexOf(close, open.length)
      return end === -1 ? '' : withoutThoughts(text.slice(end + close.length))
    }
  }
  const loneEnd = Math.max(...tags.map(([open, close]) => { const end = lower.indexOf(close); return end === -1 || lower.slice(0, end).includes(open) ? -1 : end + close.length }))
  if (loneEnd !== -1) return withoutThoughts(text.slice(loneEnd))
  return lower !== '' && tags.some(([open]) => open.startsWith(lower)) ? '' : text
}
