/** Phone numbers and every other long number or code: customer, meter, policy, ticket, plate. What is four digits or longer, no year and no quantity is taken for private. */
import { each, matches, when, type Detector } from './detector.ts'

const times = /^\d{1,2}\.\d{2} ?[-–] ?\d{1,2}\.\d{2}$/, decimals = /^\d{1,3}\.\d{1,2}(?:[ –-]{1,3}\d{1,3}\.\d{1,2})+$/
const phone = matches(/(?<![\w.])\+?\(?\d(?:[\s().\-/–]{0,3}\d){5,}(?!\w)/g, (m) => !times.test(m) && !decimals.test(m))
const long = matches(/(?<![\w.,])\d{4,}(?![\w]|[.,]\d)(?! ?(?:kwh|wh|kw|w|watts?|ml|g|grams?|steps|euros?|eur|dollars?|pounds?|cents?|€|\$|£)(?!\w))/gi, (m) => !/^(?:19|20)\d\d$/.test(m))
const mixed = matches(/(?<![\w-])(?=[A-Z0-9-]{4})[A-Z0-9]{1,40}(?:-[A-Z0-9]{1,40}){0,8}\b/g, (m) => m.length >= 4 && /[A-Z]/.test(m) && m.replace(/\D/g, '').length >= 2 && !/^\d{1,2}(?:AM|PM)$/.test(m) && !/^\d{1,4}(?:KWH|KW|MIN|KG|ML)$/.test(m))
const plate = matches(/\b(?:[A-ZÄÖÜ]{1,3}[ -][A-Z]{1,2} ?\d{2,4}[EH]?|[A-Z]{2}\d{2} [A-Z]{3}|\d{4} [A-Z]{3}|[A-Z]{2} \d[A-Z\d] ?\d{3})\b/g)

export const number: Detector = {
  kind: 'number',
  find: each(when({ digits: 6 }, phone), when({ digits: 4 }, long), when({ digits: 2, capitals: 1 }, mixed), when({ digits: 2, capitals: 2 }, plate)),
  examples: ['call [+49 30 123456] now', 'call [(030) 12 34 56] now', 'meter [4711 0815 22]', 'plate [B-LB-2023]', 'plate [B LB 2023]', 'plate [KR 4G 812] is', 'plate [AB12 CDE] is', 'policy [AX-99812-7]', 'pin [4711]'],
  counterExamples: ['in 90 minutes', 'at 7:15', 'since 2019', 'for 180 minutes', '7.4 kW', 'from 17.30-18.30', 'it cost 12.50 14.20', 'the 2200 W heater', 'RUN IT FOR 90 MIN'],
}
