/** Public words that the general lists lack or write with a capital. */

/** Everyday words of a household. */
export const HOUSEHOLD_WORDS: readonly string[] = ('dishwasher tumble washer dryer fridge freezer microwave wifi ev kwh kw am pm ok tv pc cheapest offpeak preheat unattended mum mom dad o clock t s d m ll re ve don doesn isn won can hasn aren wasn weren haven hadn didn shouldn couldn wouldn mustn needn th st nd rd min mins hr hrs '
  + 'thermostat heatpump photovoltaic solar inverter wallbox recharge recharging prewash rinse tumbler airfryer induction extractor dehumidifier humidifier vacuuming hoover mop dehumidify descale defrost reheat laundromat laundries playdate playdates sleepover sleepovers preschool kindergarten daycare babysit babysits babysitting carpool homework bedtime bathtime lunchbox naptime takeaway takeout leftovers recycling compost curbside kerbside smartphone smartwatch laptop tablet email emails online website app apps login password passcode username wi fi bluetooth usb pdf gps sms faq pin id asap fyi eg ie etc vs diy bbq dvd cd led ac bot bots atm iban ssn vat html postcode maths kg g km cm mm l ml mg w wh v c x ct eur usd gbp').split(' ')

/** Capitalised, but said by everybody. */
export const ALWAYS_PUBLIC: ReadonlySet<string> = new Set(('i ok tv pc ev am pm wifi usb pdf gps sms faq pin id asap fyi diy bbq dvd led ac kwh kw email ip atm iban ssn vat html cc o mon tue tues wed thu thur thurs fri sat '
  + 'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays january february july september october november december christmas easter halloween mum mom dad english french german spanish latin italian chinese').split(' '))
