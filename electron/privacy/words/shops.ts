/** Everyday words that are also well-known shops, pubs, banks and services: names where one buys, goes or pays. */
import shops from './shops.json' with { type: 'json' }

export const alsoShops: ReadonlySet<string> = new Set(shops)
