/** The time zones of the world, to choose from. */

/** "Europe/Berlin" as people read it; one that this runtime does not list is among them when it is in use. */
export const zonesWith = (current: string): readonly { readonly id: string; readonly label: string }[] =>
  [...new Set([current, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort().map((id) => ({ id, label: zoneName(id) }))

export const zoneName = (zone: string): string => zone.replaceAll('_', ' ')
