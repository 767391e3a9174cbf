/** Joins class names, leaving out what does not apply. */
export const classes = (...names: readonly (string | false | null | undefined)[]): string => names.filter((name) => typeof name === 'string' && name !== '').join(' ')

const personClasses = [
  'bg-person-0-tint text-person-0', 'bg-person-1-tint text-person-1', 'bg-person-2-tint text-person-2', 'bg-person-3-tint text-person-3',
  'bg-person-4-tint text-person-4', 'bg-person-5-tint text-person-5', 'bg-person-6-tint text-person-6', 'bg-person-7-tint text-person-7',
] as const

/** The background and text of a person's hue (0–7), the same wherever the person appears. */
export const personHue = (hue: number): string => personClasses[hue] ?? personClasses[0]
