/** Why something is held back, as the panel says it at the word itself. Nothing of it leaves. */
import { translated } from '../../shared/language.ts'
import { kindInGerman } from '../../shared/private-kinds.ts'

export const strings = translated(
  {
    rule: 'A standing rule of your household keeps this here.',
    known: (kind: string): string => `Your vault knows this ${kind}.`,
    looks: (kind: string): string => `This looks like a private ${kind}.`,
    redacted: 'You took this out.',
    changed: 'You chose what leaves in its place.',
    echo: 'The same word is a name elsewhere in this text.',
    uncommon: 'This is not a common public word, so it stays unless you release it.',
    name: 'This may be a name, so it stays unless you release it.',
  },
  {
    rule: 'Eine Dauerregel deines Haushalts hält das hier.',
    known: (kind) => `Dein Tresor kennt das: ${kindInGerman(kind)}.`,
    looks: (kind) => `Das sieht privat aus: ${kindInGerman(kind)}.`,
    redacted: 'Du hast das herausgenommen.',
    changed: 'Du hast gewählt, was stattdessen hinausgeht.',
    echo: 'Dasselbe Wort ist anderswo in diesem Text ein Name.',
    uncommon: 'Das ist kein gewöhnliches, allgemein bekanntes Wort; es bleibt, solange du es nicht hinauslässt.',
    name: 'Das kann ein Name sein; es bleibt, solange du es nicht hinauslässt.',
  },
)
