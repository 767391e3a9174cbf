/** Phone numbers and every other long number or code: customer, meter, policy, ticket. What is four digits or longer and no year is taken for private. */
import { matches, type Detector } from './detector.ts'

const phone = matches(/(?<![\w.])\+?\(?\d(?:[\s().\-/–]{0,3}\d){5,}(?!\w)/g)
const long = matches(/(?<![\w.,])\d{4,}(?![\w]|[.,]\d)/g, (m) => !/^(?:19|20)\d\d$/.test(m))
const mixed = matches(/\b(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9]+(?:-[A-Z0-9]+)*\b/g, (m) => m.replace(/\D/g, '').length >= 2 && m.length >= 4 && !/^\d{1,2}(?:AM|PM)$/.test(m))

export const number: Detector = {
  kind: 'number or code',
  find: (text) => [...phone(text), ...long(text), ...mixed(text)],
  examples: ['call [+49 30 123456] now', 'call [(030) 12 34 56] now', 'meter [4711 0815 22]', 'plate [B-LB-2023]', 'policy [AX-99812-7]', 'pin [4711]'],
  counterExamples: ['in 90 minutes', 'at 7:15', 'since 2019', 'for 180 minutes', '7.4 kW'],
}
